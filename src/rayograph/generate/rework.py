"""A version made out of its parent's frames: groups under gains, and only those rendered that must be."""

import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import OpenEXR
from jaxtyping import Float

from rayograph import __version__
from rayograph.core.camera import Camera, camera_at
from rayograph.core.errors import OutputError
from rayograph.core.frame import Frame
from rayograph.core.plan import ShotPlan
from rayograph.core.time import parse_rate
from rayograph.deliver import cryptomatte
from rayograph.deliver.exr import read_header, write_exr
from rayograph.deliver.exr_frame import read_frame
from rayograph.deliver.layers import GROUP_PREFIX, HALF_MAX
from rayograph.deliver.manifest import file_record, finished, frame_record, with_frame
from rayograph.deliver.skyfile import write_sky
from rayograph.generate.pictures import pictures
from rayograph.generate.place import (
    Place,
    held,
    keep_manifest,
    keep_plan,
    open_manifest,
    open_place,
    put_aside,
)
from rayograph.generate.reuse import Reuse, of_groups
from rayograph.light.sky import bake_sky
from rayograph.light.sun import sun_direction, sun_illuminance
from rayograph.world.render.quality import Quality

SOFTWARE = f"rayograph {__version__}"
_PASSES = {
    "groups": GROUP_PREFIX, "depth": "depth.", "normal": "N.", "geometric_normal": "Ng.", "position": "P.",
    "albedo": "albedo.", "roughness": "roughness.", "metallic": "metallic.", "motion": "forward.",
    "id": "id.", "cryptomatte": cryptomatte.LAYER,
}  # fmt: skip


def rework(
    parent: ShotPlan, plan: ShotPlan, frames: Sequence[Path], out: Path, reuse: Reuse, *, quality: Quality,
    digest: str | None = None, sky: Path | None = None, stage: Path | None = None,
    report: Callable[[int, int], None] = lambda done, total: None,
) -> Place:  # fmt: skip
    """Write the next version into the shot folder `out` out of the parent's `frames`.

    Args:
        quality: what the parent was rendered with; for groups that are rendered again.
        digest: of the parent's plan.json: newer software may write the same plan with more fields.
        sky, stage: the parent's sky.exr and shot.usdc, if it has them.

    Raises:
        OutputError: a frame of the parent is missing or damaged, or the disk is full.
    """
    began = time.time()
    frames = frames[: reuse.frames]
    with held(out):
        place = open_place(out, plan, resume=False)
        passes = _passes(frames[0])
        put_aside(place)
        keep_plan(place)
        manifest = open_manifest(place, "")
        fresh = _fresh(plan, reuse.render, quality) if reuse.render else None
        for index, path in enumerate(frames):
            clock = time.time()
            number, here = parent.format.first_frame + index, _camera(parent, path, index)
            old = read_frame(path, parent, here, number=number, digest=digest)
            new = replace(
                old,
                number=plan.format.first_frame + index,
                groups=_regrouped(old, plan, reuse, next(fresh).groups if fresh is not None else {}),
            )
            target = place.exr(new.number)
            write_exr(target, new, plan, passes=passes, software=SOFTWARE)
            spent = round(time.time() - clock, 3)
            manifest = with_frame(manifest, frame_record(new, target, out, seconds=spent))
            keep_manifest(place, manifest)
            report(index + 1, len(frames))
        made = [out / "plan.json", *pictures(place, place.frames(), lambda i: _camera(plan, frames[i], i))]
        made += _sky_file(parent, plan, sky, out)
        made += _stage_file(parent, plan, stage, out)
        took = round(time.time() - began, 2)
        notes = (f"made out of the parent's frames: {reuse.line()}",)
        records = [file_record(path, out) for path in made]
        done = finished(manifest, records, when=datetime.now(UTC), timings={"shoot": took}, notes=notes)
        keep_manifest(place, done)
    return place


def gained(group: Float[np.ndarray, "h w 3"], matrix: Float[np.ndarray, "3 3"]) -> Float[np.ndarray, "h w 3"]:
    """A light group under a matrix, in half floats as a frame holds it; the same bits under the identity."""
    if np.array_equal(matrix, np.eye(3)):
        return group
    new = group.astype(np.float32) @ matrix.T.astype(np.float32)
    return np.clip(new, 0, HALF_MAX).astype(np.float16)


def _regrouped(
    old: Frame, plan: ShotPlan, reuse: Reuse, fresh: dict[str, np.ndarray]
) -> dict[str, np.ndarray]:
    return {
        group.name: fresh[group.name]
        if group.name in reuse.render
        else gained(old.groups[group.name], reuse.gains[group.name])
        for group in plan.rig.groups
    }


def _fresh(plan: ShotPlan, names: tuple[str, ...], quality: Quality) -> Iterator[Frame]:
    """Frames with the light of some groups alone."""
    from rayograph.world import engine

    world = engine.build_world(of_groups(plan, names), quality)
    shot = engine.open_shot(world, quality)
    for frame, _ in engine.frames(shot):
        yield frame


def _camera(plan: ShotPlan, path: Path, index: int) -> Camera:
    """The camera of a frame: its pose by the plan, raster and focus by the file."""
    header = read_header(path)
    low, high = header["dataWindow"]
    raster = {"width": int(high[0] - low[0] + 1), "height": int(high[1] - low[1] + 1)}
    shot = plan.format.model_copy(update=raster)
    here = camera_at(plan.camera, shot, float(index / parse_rate(plan.format.fps)))
    return replace(here, focus_m=float(header["focus"]))


def _passes(path: Path) -> frozenset[str] | None:
    """The passes of a frame; None: all.

    Raises:
        OutputError: it has no light groups.
    """
    with OpenEXR.File(str(path), header_only=True) as file:
        layers = {f"{part.name()}." for part in file.parts}
    there = frozenset(name for name, lead in _PASSES.items() if any(part.startswith(lead) for part in layers))
    if "groups" not in there:
        raise OutputError(f"{path} holds no light groups; revise it with --again to render all of it")
    return None if len(there) == len(_PASSES) else there


def _stage_file(parent: ShotPlan, plan: ShotPlan, stage: Path | None, out: Path) -> list[Path]:
    if stage is None or find_spec("pxr") is None:
        return []
    from rayograph.deliver.usd_relight import relit_stage

    lux = None if plan.rig.sun is None else np.asarray(sun_illuminance(plan.rig), float)
    sun = None
    if plan.rig.sun is not None and lux is not None and lux.max() > 0:
        sun = np.asarray(sun_direction(plan.rig.sun), float), lux
    relit_stage(stage, out / "shot.usdc", parent, plan, sun=sun)
    return [out / "shot.usdc"]


def _sky_file(parent: ShotPlan, plan: ShotPlan, sky: Path | None, out: Path) -> list[Path]:
    if plan.rig.sky is None:
        return []
    same = (parent.rig.sky, parent.rig.sun) == (plan.rig.sky, plan.rig.sun)
    if same and sky is not None:
        shutil.copyfile(sky, out / "sky.exr")
    else:
        write_sky(out / "sky.exr", bake_sky(plan.rig), software=SOFTWARE)
    return [out / "sky.exr"]
