"""A plan, shot: frames to disk one by one, previews, rig, camera and a manifest around them.

Nothing is lost on a kill: each file appears whole, `--resume` goes on at the first missing frame with the
renderer's history as it was, and a version is never overwritten.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from rayograph import __version__
from rayograph.core.errors import OutputError
from rayograph.core.frame import Frame
from rayograph.core.plan import ShotPlan
from rayograph.deliver import naming
from rayograph.deliver.atomic import atomic_path, write_text
from rayograph.deliver.exr import write_exr
from rayograph.generate.estimate import check_disk, estimate
from rayograph.generate.finish import Previews, finish
from rayograph.generate.readback import read_frame
from rayograph.world import engine
from rayograph.world.render.quality import QUALITIES, Quality

SOFTWARE = f"rayograph {__version__}"


@dataclass(frozen=True, kw_only=True)
class Progress:
    """Where the shot stands: `done` of `total` frames, `seconds` for the last one, and what is going on."""

    stage: str
    done: int = 0
    total: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Result:
    """A shot on disk. `complete` is false if it was stopped; `--resume` then goes on."""

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
        report: called at every step. stop: asked after every frame; true ends the shot cleanly.

    Raises:
        PlanError, AssetError, RenderError, OutputError: one clear line each.
    """
    work = QUALITIES[quality] if isinstance(quality, str) else quality
    cost = estimate(plan, work, plan.format.frames)
    check_disk(out, cost.disk)
    place = _Place.open(out, plan, resume=resume)
    report(Progress(stage="building the set and simulating", total=plan.format.frames))
    world = engine.build_world(place.plan, work)
    report(Progress(stage="loading and metering", total=plan.format.frames))
    shot = engine.open_shot(world, work)
    place = replace(place, plan=shot.world.plan)
    place.keep_plan()
    started = time.time()
    complete = _roll(shot, place, passes, report, stop)
    report(Progress(stage="previews", done=plan.format.frames, total=plan.format.frames))
    written = place.frames()
    finish(shot, place.plan, out, place.version, written, previews=_previews(shot, place, written),
           seconds=time.time() - started, complete=complete)  # fmt: skip
    if complete:
        place.clear()
    return Result(
        folder=out, plan=place.plan, version=place.version, frames=tuple(written), complete=complete
    )


def _roll(
    shot: engine.Shot, place: "_Place", passes: frozenset[str] | None,
    report: Callable[[Progress], None], stop: Callable[[], bool],
) -> bool:  # fmt: skip
    """Render and write the missing frames. False if stopped before the end."""
    first, history = place.first_missing()
    total = place.plan.format.frames
    clock = time.time()
    for index in range(first, total):
        if stop():
            return False
        frame, history = engine.render_frame(shot, index, history)
        write_exr(place.exr(frame.number), frame, place.plan, passes=passes, software=SOFTWARE)
        place.keep_history(index, history)
        now = time.time()
        report(Progress(stage="rendering", done=index + 1, total=total, seconds=now - clock))
        clock = now
    return True


def _previews(shot: engine.Shot, place: "_Place", written: list[Path]) -> Previews:
    def read(index: int) -> Frame:
        here = engine.camera(shot.world, shot.quality, index / float(eval_rate(place.plan)))
        return read_frame(written[index], place.plan, here, shot.stage.names, index)

    return Previews(count=len(written), read=read)


def eval_rate(plan: ShotPlan) -> Any:
    """The plan's frame rate as a fraction [1/s]."""
    from rayograph.core.time import parse_rate

    return parse_rate(plan.format.fps)


@dataclass(frozen=True, kw_only=True)
class _Place:
    """The folder of a shot: which version this is and what already lies there."""

    out: Path
    plan: ShotPlan
    version: int

    @classmethod
    def open(cls, out: Path, plan: ShotPlan, *, resume: bool) -> "_Place":
        from rayograph.core.plan import read_plan

        frames = out / "exr"
        try:
            frames.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(
                f"cannot make {frames}: {error.strerror}; choose a folder you may write with -o"
            ) from None
        last = naming.last_version(frames)
        if not resume or last is None:
            return cls(out=out, plan=plan, version=(last or 0) + 1)
        kept = read_plan(out / "plan.json")
        same = {"camera"}
        if kept.model_dump(exclude=same) != plan.model_dump(exclude=same):
            raise OutputError(
                f"{out} holds another shot ({kept.title!r}) than the one to resume ({plan.title!r}); "
                f"resume with `rayograph shoot {out / 'plan.json'} -o {out} --resume`, or choose another folder"
            )
        return cls(out=out, plan=kept, version=last)

    def exr(self, number: int) -> Path:
        """Where frame `number` lies."""
        return self.out / "exr" / naming.frame_name(self.plan.title, self.version, number)

    def frames(self) -> list[Path]:
        """The frames on disk from the first on, without a gap."""
        start = self.plan.format.first_frame
        numbers = range(start, start + self.plan.format.frames)
        found: list[Path] = []
        for number in numbers:
            if not self.exr(number).exists():
                break
            found.append(self.exr(number))
        return found

    def keep_plan(self) -> None:
        """Write plan.json (the previous version's stays as plan_v###.json)."""
        target = self.out / "plan.json"
        text = self.plan.to_json()
        write_text(target, text)
        write_text(self.out / f"plan_v{self.version:03d}.json", text)

    @property
    def _state(self) -> Path:
        return self.out / ".resume" / f"v{self.version:03d}.npz"

    def keep_history(self, index: int, history: Any) -> None:
        """Remember what the renderer knows after frame `index`."""
        from dataclasses import fields

        self._state.parent.mkdir(exist_ok=True)
        with atomic_path(self._state) as temporary, temporary.open("wb") as file:
            np.savez(file, index=index, **{f.name: getattr(history, f.name) for f in fields(history)})

    def first_missing(self) -> tuple[int, Any]:
        """The first frame to render and the history it needs (None at the head)."""
        on_disk = len(self.frames())
        if on_disk == 0 or not self._state.exists():
            return 0, None
        from rayograph.world.render.history import History

        with np.load(self._state) as kept:
            index = int(kept["index"])
            history = History(**{name: kept[name] for name in kept.files if name != "index"})
        return (index + 1, history) if index < on_disk else (0, None)

    def clear(self) -> None:
        """Drop the resume state of a finished shot."""
        import shutil

        shutil.rmtree(self.out / ".resume", ignore_errors=True)
