"""Shoot clips: one process per place, so that memory does not add up; what is there already is kept."""

import json
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from rayograph.colour.white_balance import balanced
from rayograph.core.errors import OutputError, RayographError
from rayograph.core.frame import FAR, SKY_DEPTH, Frame
from rayograph.deliver.atomic import write_text
from rayograph.train.data.clip import Clip, shard_path, write_shard
from rayograph.train.data.compose import PlannedClip, planned
from rayograph.train.data.lamps import lamps_of
from rayograph.train.data.recipe import DataRecipe
from rayograph.world import engine
from rayograph.world.sets.build import build_set

SKY_SIZE = (64, 128)
RECIPE = "recipe.json"
RESIDENT = 254
"""Objects that have an index of their own in a clip."""


@dataclass(frozen=True, kw_only=True)
class Made:
    """A place that was shot: its clips, those that failed with the reason, seconds of work."""

    place: int
    clips: int
    failed: tuple[str, ...]
    seconds: float


def make(
    recipe: DataRecipe, folder: Path, count: int, *, jobs: int, report: Callable[[Made, int], None]
) -> int:
    """Make the missing places of the first `count` clips of a recipe; how many clips there are.

    Args:
        jobs: processes that trace on one thread each. report: called for each place with how many are left.

    Raises:
        OutputError: the folder belongs to another recipe, or cannot be written.
        RayographError: every clip of a place failed.
    """
    claim(folder, recipe)
    places = range(-(-count // recipe.clips_per_place))
    missing = [place for place in places if not shard_path(folder, place).exists()]
    # A fresh process for each place: nothing that a place leaves behind can reach the next one.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        tasks = [pool.submit(shoot_place, recipe, place, folder) for place in missing]
        try:
            for left, task in zip(range(len(tasks) - 1, -1, -1), as_completed(tasks), strict=True):
                report(task.result(), left)
        except BaseException:
            for task in tasks:
                task.cancel()
            raise
    return len(places) * recipe.clips_per_place


def claim(folder: Path, recipe: DataRecipe) -> None:
    """Say in the folder which recipe it is made by.

    Raises:
        OutputError: it is another one's.
    """
    text = json.dumps(asdict(recipe), indent=2) + "\n"
    note = folder / RECIPE
    if note.exists() and note.read_text(encoding="utf-8") != text:
        raise OutputError(f"{folder} was made by another recipe (see {note}); choose another folder")
    if not note.exists():
        folder.mkdir(parents=True, exist_ok=True)
        write_text(note, text)


def shoot_place(recipe: DataRecipe, place: int, folder: Path) -> Made:
    """Shoot all clips of a place into its shard; paths are traced on one thread."""
    from rayograph.world.render import variant

    if variant.activate() == variant.FAST:
        import drjit as dr

        dr.set_thread_count(1)
    start = time.monotonic()
    clips: list[Clip] = []
    failed: list[str] = []
    built = None
    for ordered in planned(recipe, place):
        if built is None:
            built = build_set(ordered.plan.set, detail=recipe.quality.detail)
        try:
            world = engine.build_world(ordered.plan, recipe.quality, built=built)
            shot = engine.open_shot(world, recipe.quality)
            clips.append(clip_of(ordered, shot))
        except RayographError as error:
            failed.append(f"{ordered.plan.brief!r}: {error}")
    if not clips:
        raise RayographError(f"place {place}: no clip could be shot; the first failure was {failed[0]}")
    write_shard(shard_path(folder, place), clips)
    return Made(place=place, clips=len(clips), failed=tuple(failed), seconds=time.monotonic() - start)


def clip_of(ordered: PlannedClip, shot: engine.Shot) -> Clip:
    """Render all frames of an open shot."""
    frames = [frame for frame, _ in engine.frames(shot)]
    plan, lighting = shot.world.plan, shot.world.lighting
    names = tuple(frames[0].groups)
    about = {
        "number": ordered.number,
        "split": ordered.split,
        "factors": asdict(ordered.factors),
        "caption": plan.caption,
        "groups": names,
        "scale": shot.scale,
        "plan": json.loads(plan.to_json()),
    }
    return Clip(
        groups=np.stack([[frame.groups[name] for frame in frames] for name in names]),
        alpha=np.stack([frame.alpha for frame in frames]),
        depth=_half(frames, "depth", SKY_DEPTH, FAR),
        normal=_half(frames, "normal"),
        albedo=_half(frames, "albedo"),
        roughness=_half(frames, "roughness"),
        metallic=_half(frames, "metallic"),
        forward=_half(frames, "forward"),
        backward=_half(frames, "backward"),
        ids=np.stack([np.minimum(frame.ids, RESIDENT + 1).astype(np.uint8) for frame in frames]),
        sky=_sky(lighting.sky, shot.scale, plan.camera.white_balance_k),
        sun=_sun(shot),
        lamps=lamps_of(shot),
        to_world=np.stack([frame.camera.to_world for frame in frames]).astype(np.float32),
        focal_px=np.array([frame.camera.focal_px for frame in frames], np.float32),
        about=about,
    )


def _half(frames: list[Frame], name: str, over: float | None = None, becomes: float = 0.0) -> np.ndarray:
    layer = np.stack([getattr(frame, name) for frame in frames])
    if over is not None:
        layer = np.where(layer >= over / 2, becomes, np.minimum(layer, becomes))
    return layer.astype(np.float16)


def _sky(sky: np.ndarray | None, scale: float, kelvin: float) -> np.ndarray:
    """The dome at `SKY_SIZE`, as it exposes."""
    if sky is None:
        return np.zeros((*SKY_SIZE, 3), np.float16)
    rows, columns = SKY_SIZE
    blocks = sky.reshape(rows, sky.shape[0] // rows, columns, sky.shape[1] // columns, 3).mean((1, 3))
    return np.clip(balanced(blocks.astype(np.float32) * np.float32(scale), kelvin), 0, 65504).astype(
        np.float16
    )


def _sun(shot: engine.Shot) -> np.ndarray:
    sun = shot.world.lighting.sun
    if sun is None:
        return np.zeros(7, np.float32)
    spread = 1 - sun.cos_radius**2
    light = np.array(sun.radiance, np.float32) * np.float32(np.pi * spread * shot.scale)
    exposed = balanced(light[None], shot.world.plan.camera.white_balance_k)[0]
    return np.concatenate([sun.direction, exposed, [np.sqrt(spread)]]).astype(np.float32)


def rate(made: list[Made], seconds: float) -> Iterator[str]:
    """What a run says of itself: clips an hour, core-seconds a clip."""
    clips = sum(each.clips for each in made)
    work = sum(each.seconds for each in made)
    yield f"{clips} clips in {seconds:.0f} s: {3600 * clips / max(seconds, 1e-9):.0f} clips/hour"
    yield f"{work / max(clips, 1):.0f} s of one core a clip"
