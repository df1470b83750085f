"""A shot folder taken into a project: its plan, frames, previews and manifest, one version after another."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from rayograph.core.errors import OutputError
from rayograph.core.plan import ShotPlan, anchored, plan_from_json, read_plan
from rayograph.deliver import naming
from rayograph.deliver.manifest import Manifest, read_manifest
from rayograph.generate.place import Place, put_aside
from rayograph.provenance.project import (
    Project,
    kept_files,
    lay_out,
    record_version,
    shots,
    text_of,
    versions,
)
from rayograph.provenance.record import KeptChange, KeptFile, Version


def take_in(
    project: Project, shot: str, folder: Path, *, parent: int | None = None, branch: str = "main",
    words: str = "", changes: Sequence[KeptChange] = (), locks: tuple[str, ...] = (), quality: str = "",
    made: str = "rendered",
) -> Version:  # fmt: skip
    """Take the newest version in a shot folder in, as it lies there.

    Raises:
        OutputError: the folder holds no finished shot, or its version is taken in already with other files.
    """
    manifest = read_manifest(folder / "manifest.json")
    return _kept(project, shot, folder, folder, manifest, Version.model_construct(
        parent=parent, branch=branch, words=words, changes=tuple(changes), locks=locks, quality=quality,
        made=made,
    ))  # fmt: skip


def take_in_all(project: Project, shot: str, folder: Path) -> list[Version]:
    """Take all versions in a shot folder in, each the child of the one before.

    Raises:
        OutputError: see `take_in`.
    """
    known = {made.number for made in versions(project, shot)} if shot in shots(project) else set()
    found: list[Version] = []
    places = [*sorted(folder.glob("v[0-9][0-9][0-9]*")), folder]
    for place in places:
        if not (place / "manifest.json").is_file():
            continue
        manifest = read_manifest(place / "manifest.json")
        if manifest.version in known or not manifest.complete:
            continue
        origin = Version.model_construct(
            parent=max(known, default=None), branch="main", words="", changes=(), locks=(), quality="",
            made="rendered",
        )  # fmt: skip
        found.append(_kept(project, shot, folder, place, manifest, origin))
        known.add(manifest.version)
    if not found and not known:
        raise OutputError(f"{folder} holds no finished shot; give a folder that was shot into")
    return found


def _kept(
    project: Project, shot: str, folder: Path, beside: Path, manifest: Manifest, origin: Version
) -> Version:
    if not manifest.complete:
        raise OutputError(f"{beside} holds an unfinished shot; finish it with `rayograph shoot --resume`")
    frames = [folder / frame.file.path for frame in manifest.frames]
    files = [beside / record.path for record in manifest.files]
    missing = [path for path in (*frames, *files) if not path.is_file()]
    if missing:
        raise OutputError(f"{missing[0]} is missing; finish the shot with `rayograph shoot --resume`")
    kept = (
        *kept_files(project, beside, [*files, beside / "manifest.json"]),
        *kept_files(project, folder, frames),
    )
    by_path = {file.path: file for file in kept}
    if "plan.json" not in by_path:
        raise OutputError(f"{beside / 'plan.json'} is missing; shoot the plan again")
    return record_version(
        project,
        Version(
            shot=shot, number=manifest.version, parent=origin.parent, branch=origin.branch,
            words=origin.words,
            changes=origin.changes, locks=origin.locks, quality=origin.quality, made=origin.made,
            seconds=manifest.timings.get("shoot", 0.0), created=datetime.now(UTC),
            plan=by_path["plan.json"].sha256, manifest=by_path["manifest.json"].sha256, files=kept,
        ),
    )  # fmt: skip


def plan_of(project: Project, made: Version) -> ShotPlan:
    """The plan of a version; relative paths in it are those of its shot's folder."""
    text = text_of(project, made.plan)
    source = f"{made.shot} v{made.number}"
    return anchored(plan_from_json(text, source=source), project.working(made.shot).resolve())


def frames_of(made: Version) -> list[KeptFile]:
    """The frames of a version, in order."""
    return sorted((file for file in made.files if file.path.endswith(".exr") and "/" in file.path),
                  key=lambda file: file.path)  # fmt: skip


def set_up(project: Project, shot: str) -> Path:
    """The working folder of a shot, in which the next version gets the next number."""
    folder = project.working(shot)
    newest = versions(project, shot)[-1]
    if not (folder / "manifest.json").is_file():
        lay_out(project, newest, folder)
    elif (naming.last_version(folder / "exr") or 0) < newest.number:
        lay_out(project, newest.model_copy(update={"files": tuple(frames_of(newest))}), folder)
    return folder


def restore(project: Project, made: Version, folder: Path | None = None) -> Path:
    """Lay a version out in its working folder or another one.

    Raises:
        OutputError: a kept file is missing or damaged.
    """
    target = folder or project.working(made.shot)
    there = target / "manifest.json"
    if there.is_file():
        lying = read_manifest(there)
        known = {other.number for other in versions(project, made.shot)}
        if lying.version not in known:
            # What was never taken in, such as a shoot that was stopped, moves aside; its frames stay.
            plan = read_plan(target / "plan.json")
            put_aside(Place(out=target, plan=plan, version=lying.version + 1))
    lay_out(project, made, target)
    return target
