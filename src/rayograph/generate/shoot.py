"""A plan, shot: frames to disk one by one, then previews, rig, camera and a manifest around them.

Nothing is lost on a kill: each file appears whole, `resume` goes on at the first missing frame with the
renderer's history as it was, and a version is never overwritten.
"""

import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rayograph import __version__
from rayograph.core.errors import OutputError, PlanError
from rayograph.core.frame import Frame
from rayograph.core.plan import ShotPlan
from rayograph.deliver.exr import write_exr
from rayograph.deliver.layers import PASSES, unknown_passes
from rayograph.deliver.manifest import Manifest, frame_record, with_frame
from rayograph.generate import pace
from rayograph.generate.estimate import check_disk, estimate, million_paths, name_of
from rayograph.generate.finish import finish
from rayograph.generate.place import (
    Place,
    clear_state,
    first_missing,
    held,
    is_finished,
    keep_history,
    keep_manifest,
    keep_plan,
    open_manifest,
    open_place,
    put_aside,
)
from rayograph.generate.progress import Progress
from rayograph.world import engine
from rayograph.world.render import variant
from rayograph.world.render.quality import QUALITIES, Quality

SOFTWARE = f"rayograph {__version__}"


@dataclass(frozen=True, kw_only=True)
class Result:
    """A shot on disk. `complete` is false if it was stopped; `resume` then goes on."""

    folder: Path
    plan: ShotPlan
    version: int
    frames: tuple[Path, ...]
    complete: bool


def _silent(progress: Progress) -> None:
    del progress


def shoot(
    plan: ShotPlan, out: Path, *, quality: str | Quality = "standard", resume: bool = False,
    passes: frozenset[str] | None = None, report: Callable[[Progress], None] = _silent,
    stop: Callable[[], bool] = lambda: False,
) -> Result:  # fmt: skip
    """Shoot `plan` into the folder `out`.

    Args:
        quality: a name of `QUALITIES` or a quality.
        resume: go on with the newest version in `out` at its first missing frame.
        passes: names of `deliver.layers.PASSES`; None writes all.
        report: called at every step. stop: asked before every frame; true ends the shot cleanly.

    Raises:
        PlanError, AssetError, RenderError, OutputError: one clear line each.
    """
    if isinstance(quality, str) and quality not in QUALITIES:
        raise PlanError(f"quality {quality!r} is not offered; use one of {', '.join(QUALITIES)}")
    if unknown := unknown_passes(passes or frozenset()):
        raise OutputError(f"passes {unknown} are not known; use names out of {', '.join(PASSES)}")
    work = QUALITIES[quality] if isinstance(quality, str) else quality
    with held(out):
        return _shoot(open_place(out, plan, resume=resume), work, passes, report, stop)


def _shoot(
    place: Place, work: Quality, passes: frozenset[str] | None,
    report: Callable[[Progress], None], stop: Callable[[], bool],
) -> Result:  # fmt: skip
    total = place.plan.format.frames
    if is_finished(place):
        report(Progress(stage="already finished", done=total, total=total))
        return _result(place, complete=True)
    check_disk(place.out, estimate(place.plan, work, total - len(place.frames())).disk)
    report(Progress(stage="building the set, simulating", total=total))
    opening = time.time()
    world = engine.build_world(place.plan, work)
    report(Progress(stage="loading, metering", total=total))
    shot = engine.open_shot(world, work)
    place = replace(place, plan=shot.world.plan)
    put_aside(place)
    keep_plan(place)
    started, before = time.time(), len(place.frames())
    manifest, complete = _roll(shot, place, passes, report, stop)
    written = place.frames()
    _remember(place.plan, work, started - opening, time.time() - started, len(written) - before)
    report(Progress(stage="previews", done=len(written), total=total))
    finish(shot, place, manifest, seconds=time.time() - started, complete=complete)
    if complete:
        clear_state(place)
    return _result(place, complete=complete)


def _remember(plan: ShotPlan, work: Quality, opening: float, tracing: float, frames: int) -> None:
    """What the next estimate goes by."""
    paths = million_paths(plan, work)
    found = pace.Pace(opening=opening, tracing=tracing / max(frames, 1) / paths)
    pace.remember(plan.set.kind, name_of(work), found, frames=frames, paths=paths)


def _result(place: Place, *, complete: bool) -> Result:
    frames = tuple(place.frames())
    return Result(folder=place.out, plan=place.plan, version=place.version, frames=frames, complete=complete)


def _work_line(work: Quality, passes: frozenset[str] | None) -> str:
    """The quality and passes of a shot in words; frames of one version must agree in them."""
    return (
        f"{name_of(work)} with {'all passes' if passes is None else ','.join(sorted(passes)) or 'no passes'}"
    )


def _roll(
    shot: engine.Shot, place: Place, passes: frozenset[str] | None,
    report: Callable[[Progress], None], stop: Callable[[], bool],
) -> tuple[Manifest, bool]:  # fmt: skip
    """Render and write the missing frames; the manifest, and whether the end was reached.

    A frame is compressed and written while the next one is cleaned and the one after it traced.
    """
    line = _work_line(shot.quality, passes)
    first, state = first_missing(place, line)
    manifest = open_manifest(place, variant.activate())
    keep_manifest(place, manifest)
    total = place.plan.format.frames
    clock = time.time()
    report(Progress(stage="rendering", done=first, total=total))

    def keep(index: int, frame: Frame, history: Any, seconds: float) -> None:
        nonlocal manifest
        path = place.exr(frame.number)
        write_exr(path, frame, place.plan, passes=passes, software=SOFTWARE)
        manifest = with_frame(manifest, frame_record(frame, path, place.out, seconds=round(seconds, 3)))
        keep_manifest(place, manifest)
        keep_history(place, index, history, line)
        report(Progress(stage="rendering", done=index + 1, total=total, seconds=seconds))

    with ThreadPoolExecutor(max_workers=1) as writer:
        written: Future[None] | None = None
        rendered = engine.frames(shot, first=first, history=engine.recalled(state))
        for index in range(first, total):
            if stop():
                break
            frame, history = next(rendered)
            if written is not None:
                written.result()
            now = time.time()
            written = writer.submit(keep, index, frame, history, now - clock)
            clock = now
        if written is not None:
            written.result()
        rendered.close()
    return manifest, len(place.frames()) == total
