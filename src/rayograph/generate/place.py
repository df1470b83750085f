"""The folder of a shot: its version, what lies there already, what the renderer knew when it stopped."""

import shutil
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from rayograph.core.errors import OutputError
from rayograph.core.plan import ShotPlan, read_plan
from rayograph.deliver import naming
from rayograph.deliver.atomic import atomic_path, clear_parts, write_text
from rayograph.deliver.manifest import Manifest, new_manifest, read_manifest, write_manifest

FRAMES = "exr"
STATE = ".resume"


@dataclass(frozen=True, kw_only=True)
class Place:
    """One version of a shot in the folder `out`."""

    out: Path
    plan: ShotPlan
    version: int

    def exr(self, number: int) -> Path:
        """Where frame `number` lies."""
        return self.out / FRAMES / naming.frame_name(self.plan.title, self.version, number)

    def frames(self) -> list[Path]:
        """The frames on disk from the first on, without a gap."""
        start = self.plan.format.first_frame
        found: list[Path] = []
        for number in range(start, start + self.plan.format.frames):
            if not self.exr(number).exists():
                break
            found.append(self.exr(number))
        return found

    @property
    def manifest_file(self) -> Path:
        """manifest.json of the newest version."""
        return self.out / "manifest.json"

    @property
    def _state(self) -> Path:
        return self.out / STATE / f"v{self.version:03d}.npz"


def open_place(out: Path, plan: ShotPlan, *, resume: bool) -> Place:
    """Take the next version in `out`, or with `resume` the newest one there.

    Raises:
        OutputError: the folder cannot be written, or the shot to resume is another one.
    """
    frames = out / FRAMES
    try:
        frames.mkdir(parents=True, exist_ok=True)
        clear_parts(out)
        clear_parts(frames)
    except OSError as error:
        raise OutputError(
            f"cannot write to {frames}: {error.strerror}; choose a folder you may write with -o"
        ) from None
    last = naming.last_version(frames)
    if not resume or last is None:
        put_aside(out, last)
        return Place(out=out, plan=plan, version=(last or 0) + 1)
    kept = read_plan(out / "plan.json")
    if _comparable(kept) != _comparable(plan):
        raise OutputError(
            f"{out} holds another shot ({kept.title!r}) than the one to resume ({plan.title!r}); resume with "
            f"`rayograph shoot {out / 'plan.json'} -o {out} --resume`, or choose another folder"
        )
    return Place(out=out, plan=kept, version=last)


def _comparable(plan: ShotPlan) -> ShotPlan:
    """The plan without the exposure, which metering fills in."""
    return plan.model_copy(update={"camera": plan.camera.model_copy(update={"exposure_ev": None})})


def put_aside(out: Path, version: int | None) -> None:
    """Move the previous version's plan, previews and manifest into `v###`, so that nothing is overwritten."""
    if version is None:
        return
    aside = out / f"v{version:03d}"
    aside.mkdir(exist_ok=True)
    for entry in sorted(out.iterdir()):
        if entry.is_file() and not (aside / entry.name).exists():
            entry.rename(aside / entry.name)


def open_manifest(place: Place, variant: str) -> Manifest:
    """The manifest to go on with: of this version if one is there, else a new one."""
    if place.manifest_file.exists():
        kept = read_manifest(place.manifest_file)
        if kept.version == place.version:
            return kept
    return new_manifest(place.plan, place.version, started=datetime.now(UTC), variant=variant)


def keep_plan(place: Place) -> None:
    """Write plan.json."""
    write_text(place.out / "plan.json", place.plan.to_json())


def keep_history(place: Place, index: int, history: Any) -> None:
    """Remember what the renderer knows after frame `index`."""
    place._state.parent.mkdir(exist_ok=True)
    with atomic_path(place._state) as temporary, temporary.open("wb") as file:
        np.savez(file, index=index, **{item.name: getattr(history, item.name) for item in fields(history)})


def keep_manifest(place: Place, manifest: Manifest) -> None:
    """Write manifest.json as it stands."""
    write_manifest(place.manifest_file, manifest)


def first_missing(place: Place) -> tuple[int, dict[str, np.ndarray]]:
    """The first frame to render and the renderer's history for it (empty at the head)."""
    on_disk = len(place.frames())
    if on_disk == 0 or not place._state.exists():
        return 0, {}
    with np.load(place._state) as kept:
        index = int(kept["index"])
        state = {name: kept[name] for name in kept.files if name != "index"}
    return (index + 1, state) if index < on_disk else (0, {})


def clear_state(place: Place) -> None:
    """Drop the resume state of a finished shot."""
    shutil.rmtree(place.out / STATE, ignore_errors=True)
