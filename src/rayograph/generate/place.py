"""The folder of a shot: its version, what lies there already, what the renderer knew when it stopped."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from rayograph.core.errors import OutputError, RayographError
from rayograph.core.plan import ShotPlan, read_plan
from rayograph.deliver import naming
from rayograph.deliver.atomic import atomic_path, clear_parts, output_error, write_text
from rayograph.deliver.manifest import Manifest, new_manifest, read_manifest, write_manifest

FRAMES = "exr"
STATE = ".resume"
DELIVERED = ("plan.json", "preview.mp4", "sheet.png", "shot.html", "sky.exr", "shot.usdc", "manifest.json")
"""What of the newest version lies beside its frames; nothing else in the folder is ever moved."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """One version of a shot in the folder `out`; `resumed` if it was begun before."""

    out: Path
    plan: ShotPlan
    version: int
    resumed: bool = False

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


@contextmanager
def held(out: Path) -> Iterator[None]:
    """Keep other shoots out of the folder `out`, made if need be, until the block ends.

    Raises:
        OutputError: another shoot is writing there, or the folder cannot be made.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        folder = os.open(out, os.O_RDONLY)
    except OSError as error:
        raise output_error(out, error) from None
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(folder)
        raise OutputError(
            f"another shoot is writing to {out}; wait for it, or choose another folder with -o"
        ) from None
    except OSError:
        pass  # some network file systems lock no folders; then nobody is kept out
    try:
        yield
    finally:
        os.close(folder)


def open_place(out: Path, plan: ShotPlan, *, resume: bool) -> Place:
    """Take the next version in `out`, or with `resume` the newest one there. Nothing is moved yet.

    Raises:
        OutputError: the folder cannot be written, or the shot to resume is another one.
    """
    frames = out / FRAMES
    try:
        frames.mkdir(parents=True, exist_ok=True)
        clear_parts(out)
        clear_parts(frames)
    except OSError as error:
        raise output_error(frames, error) from None
    last = _last_version(out)
    if not resume or last is None:
        return Place(out=out, plan=plan, version=(last or 0) + 1)
    kept = read_plan(out / "plan.json")
    if _comparable(kept) != _comparable(plan):
        raise OutputError(
            f"{out} holds another shot ({kept.title!r}) than the one to resume ({plan.title!r}); resume with "
            f"`rayograph shoot {out / 'plan.json'} -o {out} --resume`, or choose another folder"
        )
    return Place(out=out, plan=kept, version=last, resumed=True)


def _last_version(out: Path) -> int | None:
    """The newest version begun in `out`: of its frames or, before the first frame, of its manifest."""
    versions = [naming.last_version(out / FRAMES) or 0]
    if (out / "manifest.json").exists():
        try:
            versions.append(read_manifest(out / "manifest.json").version)
        except RayographError:  # a damaged one is said when it is needed, that is, when resuming
            pass
    return max(versions) or None


def _comparable(plan: ShotPlan) -> ShotPlan:
    """The plan without the exposure, which metering fills in."""
    return plan.model_copy(update={"camera": plan.camera.model_copy(update={"exposure_ev": None})})


def put_aside(place: Place) -> None:
    """Move the previous version's plan, previews and manifest into `v###`, so that nothing is overwritten.

    Called when the new version can start, so that a plan that cannot be built leaves the old one in place.
    """
    there = [place.out / name for name in DELIVERED if (place.out / name).is_file()]
    if place.resumed or not there:
        return
    aside = place.out / f"v{place.version - 1:03d}"
    try:
        aside.mkdir(exist_ok=True)
        for file in there:
            if not (aside / file.name).exists():
                file.rename(aside / file.name)
    except OSError as error:
        raise output_error(aside, error) from None


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


def keep_history(place: Place, index: int, history: Any, work: str) -> None:
    """Remember what the renderer knows after frame `index`, and by what `work` it was rendered."""
    with atomic_path(place._state) as temporary, temporary.open("wb") as file:
        known = {item.name: getattr(history, item.name) for item in fields(history)}
        np.savez(file, index=index, work=np.array(work), **known)


def keep_manifest(place: Place, manifest: Manifest) -> None:
    """Write manifest.json as it stands."""
    write_manifest(place.manifest_file, manifest)


def first_missing(place: Place, work: str) -> tuple[int, dict[str, np.ndarray]]:
    """The first frame to render and the renderer's history for it (empty at the head).

    Raises:
        OutputError: the frames there were rendered by other `work`.
    """
    on_disk = len(place.frames())
    if on_disk == 0 or not place._state.exists():
        return 0, {}
    try:
        with place._state.open("rb") as file, np.load(file) as kept:
            index, before = int(kept["index"]), str(kept["work"])
            state = {name: kept[name] for name in kept.files if name not in ("index", "work")}
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return 0, {}  # damaged: the frames are rendered again, to the same pixels
    if before != work:
        raise OutputError(
            f"{place.out} was shot as {before}, not as {work}; resume with the same --quality (or --draft) "
            "and --passes, or shoot a new version without --resume"
        )
    return (index + 1, state) if index < on_disk else (0, {})


def is_finished(place: Place) -> bool:
    """Whether a resumed shot has all its frames and files already."""
    if not place.resumed or not place.manifest_file.exists():
        return False
    manifest = read_manifest(place.manifest_file)
    records = (*manifest.files, *(frame.file for frame in manifest.frames))
    whole = all((place.out / record.path).is_file() for record in records)
    return manifest.complete and manifest.version == place.version and whole


def clear_state(place: Place) -> None:
    """Drop the resume state of a finished shot."""
    shutil.rmtree(place.out / STATE, ignore_errors=True)
