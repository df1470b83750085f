"""Everything a shot delivers besides its frames: movie, sheet, relight page, rig, camera, manifest.

Made from the frames as they lie on disk, one at a time, so a resumed shot and an uninterrupted one deliver
the same files and memory does not grow with length.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from rayograph import __version__
from rayograph.colour.view import quantised, sdr_preview
from rayograph.core.frame import Frame
from rayograph.core.plan import ShotPlan
from rayograph.core.time import parse_rate
from rayograph.deliver.manifest import write_manifest
from rayograph.deliver.movie import Movie
from rayograph.deliver.page import PageWriter
from rayograph.deliver.sheet import sheet_frames, write_sheet
from rayograph.deliver.skyfile import write_sky
from rayograph.world import engine
from rayograph.world.render import variant

SOFTWARE = f"rayograph {__version__}"


@dataclass(frozen=True, kw_only=True)
class Previews:
    """The delivered frames: how many, and how to read one."""

    count: int
    read: Callable[[int], Frame]


def finish(
    shot: engine.Shot, plan: ShotPlan, out: Path, version: int, written: list[Path], *, previews: Previews,
    seconds: float, complete: bool,
) -> None:  # fmt: skip
    """Write everything but the frames into `out`."""
    if previews.count:
        _pictures(plan, out, previews)
    world = shot.world
    if world.lighting.sky is not None:
        write_sky(out / "sky.exr", world.lighting.sky, software=SOFTWARE)
    _stage_file(shot, out)
    write_manifest(out / "manifest.json", plan, written, version=version, complete=complete, seconds=seconds,
                   variant=variant.activate(), notes=world.truth.notes)  # fmt: skip


def _pictures(plan: ShotPlan, out: Path, previews: Previews) -> None:
    """preview.mp4, sheet.png and shot.html in one pass over the frames."""
    wanted = set(sheet_frames(plan))
    kept: list[Frame] = []
    page = PageWriter(plan)
    first = previews.read(0)
    size = (first.depth.shape[1], first.depth.shape[0])
    with Movie(out / "preview.mp4", parse_rate(plan.format.fps), size, first_frame=first.number) as movie:
        for index in range(previews.count):
            frame = first if index == 0 else previews.read(index)
            movie.append(quantised(sdr_preview(frame.beauty.astype(np.float32))))
            page.append(frame)
            if frame.number in wanted or index in wanted:
                kept.append(frame)
    page.finish(out / "shot.html")
    write_sheet(out / "sheet.png", kept or [first], plan, software=SOFTWARE)


def _stage_file(shot: engine.Shot, out: Path) -> None:
    """shot.usdc, where usd-core is installed."""
    from importlib.util import find_spec

    if find_spec("pxr") is None:
        return
    from rayograph.deliver.usd import write_usd

    world = shot.world
    plan = world.plan
    rate = parse_rate(plan.format.fps)
    cameras = {
        plan.format.first_frame + i: engine.camera(world, shot.quality, float(i / rate))
        for i in range(plan.format.frames)
    }
    poses = {
        member.id: np.stack([world.truth.pose(member.id, float(i / rate)) for i in range(plan.format.frames)])
        for member in plan.cast
    }
    meshes = {
        name: prop.parts[0].mesh if len(prop.parts) == 1 else engine.joined(prop)
        for name, prop in world.props.items()
    }
    sun = world.lighting.sun
    light = (
        None if sun is None else (sun.direction, np.pi * (1 - sun.cos_radius**2) * np.asarray(sun.radiance))
    )
    sky = "sky.exr" if world.lighting.sky is not None else None
    write_usd(out / "shot.usdc", plan, cameras, poses, meshes, sun=light, sky_file=sky)
