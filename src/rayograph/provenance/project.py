"""A project: a folder of shots and all their versions, that can be copied, shared and killed at any moment.

    project/
      objects/ab/cdef…            every file once, by its digest
      versions/<shot>/v0001.json  one record a version, written once
      events/<time>-<…>.json      status, notes, undo, branches: one file each, written once
      index.sqlite                made of the above, and made again if it is lost or damaged
      shots/<shot>/               the working folder, where a shot is rendered

Nothing is rewritten and nothing is deleted: undo moves the head, and what it left can be restored.
"""

import os
import secrets
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from rayograph.core.errors import OutputError, PlanError
from rayograph.deliver.atomic import output_error
from rayograph.provenance import blobs
from rayograph.provenance.index import (
    EVENTS,
    VERSIONS,
    EventRow,
    VersionRow,
    add_event,
    add_version,
    open_index,
    update,
)
from rayograph.provenance.record import STATUSES, Event, KeptFile, Status, Version

MARK = "rayograph-project.txt"
_SAYS = "A Rayograph project (format 1). See docs/revise.md of Rayograph.\n"


@dataclass(frozen=True, kw_only=True)
class Project:
    """An open project."""

    folder: Path
    index: Engine

    @property
    def objects(self) -> Path:
        """Where kept files lie."""
        return self.folder / "objects"

    def working(self, shot: str) -> Path:
        """The folder in which a shot is rendered."""
        return self.folder / "shots" / shot


def init_project(folder: Path) -> Project:
    """Make a project in a folder, or open the one there.

    Raises:
        OutputError: the folder cannot be written.
    """
    try:
        for name in ("objects", VERSIONS, EVENTS, "shots"):
            (folder / name).mkdir(parents=True, exist_ok=True)
        if not (folder / MARK).exists():
            (folder / MARK).write_text(_SAYS, encoding="utf-8")
    except OSError as error:
        raise output_error(folder, error) from None
    return open_project(folder)


def open_project(folder: Path) -> Project:
    """Open a project; its index is brought up to its files, or made again where it is damaged.

    Raises:
        OutputError: the folder holds no project, or a record in it is damaged.
    """
    if not (folder / MARK).is_file():
        raise OutputError(f"{folder} is no project; make one with `rayograph project init {folder}`")
    return Project(folder=folder, index=open_index(folder))


def find_project(start: Path) -> Project:
    """The project that a folder lies in.

    Raises:
        OutputError: neither it nor a folder above it is one.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / MARK).is_file():
            return open_project(folder)
    raise OutputError(
        f"{start} lies in no project; make one with `rayograph project init`, or name one with --project"
    )


def shots(project: Project) -> list[str]:
    """The names of all shots."""
    with Session(project.index) as session:
        return list(session.scalars(select(VersionRow.shot).distinct().order_by(VersionRow.shot)))


def versions(project: Project, shot: str) -> list[Version]:
    """All versions of a shot, oldest first.

    Raises:
        OutputError: there is no such shot.
    """
    with Session(project.index) as session:
        rows = session.scalars(
            select(VersionRow.record).where(VersionRow.shot == shot).order_by(VersionRow.number)
        )
        found = [Version.model_validate_json(row) for row in rows]
    if not found:
        known = ", ".join(shots(project)) or "no shot yet: take one in with `rayograph project add`"
        raise OutputError(f"there is no shot {shot!r} in {project.folder}; it holds {known}")
    return found


def version(project: Project, shot: str, number: int) -> Version:
    """One version of a shot.

    Raises:
        OutputError: there is none of this number.
    """
    found = {made.number: made for made in versions(project, shot)}
    if number not in found:
        raise OutputError(f"{shot} has no version {number}; it has {', '.join(f'v{n}' for n in found)}")
    return found[number]


def events(project: Project, shot: str) -> list[Event]:
    """What happened to a shot, in order."""
    with Session(project.index) as session:
        rows = session.scalars(select(EventRow).where(EventRow.shot == shot).order_by(EventRow.name))
        return [_event(row) for row in rows]


def _event(row: EventRow) -> Event:
    known = {name: getattr(row, name) for name in ("shot", "version", "kind", "value", "at")}
    return Event.model_validate(known)


def head(project: Project, shot: str) -> Version:
    """The current version: the newest, unless undo, restore or a branch went to another one."""
    found = versions(project, shot)
    moved = [e for e in events(project, shot) if e.kind in ("head", "branch")]
    newest = found[-1]
    if not moved or newest.created.timestamp() > moved[-1].at.replace(tzinfo=UTC).timestamp():
        return newest
    return version(project, shot, moved[-1].version)


def branch(project: Project, shot: str) -> str:
    """The branch that the next version of a shot goes on."""
    now = head(project, shot)
    for happened in reversed(events(project, shot)):
        if happened.kind == "branch":
            same = happened.version == now.number or now.branch == happened.value
            return happened.value if same else now.branch
    return now.branch


def status(project: Project, shot: str, number: int) -> Status:
    """The status of a version."""
    said = [e.value for e in events(project, shot) if e.kind == "status" and e.version == number]
    return said[-1] if said else "pending"  # type: ignore[return-value]


def notes(project: Project, shot: str, number: int) -> list[str]:
    """The notes on a version, oldest first."""
    return [e.value for e in events(project, shot) if e.kind == "note" and e.version == number]


def record_version(project: Project, made: Version) -> Version:
    """Write a version down. It is there whole, or not at all; a number that is taken is refused.

    Raises:
        OutputError: that number is there already, with other files.
    """
    target = project.folder / VERSIONS / made.shot / f"v{made.number:04d}.json"
    if not _written_once(target, made.model_dump_json(indent=2) + "\n"):
        update(project.index, project.folder)
        there = version(project, made.shot, made.number)
        if there.files == made.files:
            return there
        raise OutputError(
            f"{made.shot} has a version {made.number} already, with other files; give it another name"
        )
    with Session(project.index) as session, session.begin():
        add_version(session, made)
    return made


def record_event(project: Project, shot: str, number: int, kind: str, value: str = "") -> Event:
    """Write down what happened to a version.

    Raises:
        PlanError: a status that is not known.
        OutputError: there is no such version.
    """
    if kind == "status" and value not in STATUSES:
        raise PlanError(f"status {value!r} is not known; use one of {', '.join(STATUSES)}")
    version(project, shot, number)
    now = datetime.now(UTC)
    try:
        happened = Event(shot=shot, version=number, kind=kind, value=value, at=now)  # type: ignore[arg-type]
    except ValidationError as error:
        raise PlanError(f"{kind} {value!r}: {error.errors()[0]['msg']}") from None
    name = f"{time.time_ns():020d}-{os.getpid()}-{secrets.token_hex(4)}.json"
    if not _written_once(project.folder / EVENTS / name, happened.model_dump_json() + "\n"):
        raise OutputError(f"cannot write {name}: a file of that name is there; try again")
    with Session(project.index) as session, session.begin():
        add_event(session, name, happened)
    return happened


def _written_once(target: Path, text: str) -> bool:
    """Write a file that must not be there yet; false if it is. Two processes cannot both succeed."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".part-", dir=target.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            os.link(temporary, target)
        except FileExistsError:
            return False
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise output_error(target, error) from None
    return True


def kept_files(project: Project, root: Path, files: list[Path]) -> tuple[KeptFile, ...]:
    """Take files in; their paths are kept relative to `root`."""
    found = []
    for path in files:
        digest, size = blobs.keep(project.objects, path)
        found.append(KeptFile(path=path.relative_to(root).as_posix(), sha256=digest, bytes=size))
    return tuple(found)


def lay_out(project: Project, made: Version, folder: Path) -> list[Path]:
    """Lay the files of a version out in a folder; other files there stay.

    Raises:
        OutputError: a kept file is missing or damaged, or the folder cannot be written.
    """
    for file in made.files:
        blobs.put_back(project.objects, file.sha256, folder / file.path)
    return [folder / file.path for file in made.files]


def text_of(project: Project, digest: str) -> str:
    """A kept text, such as a plan.

    Raises:
        OutputError: it is missing.
    """
    try:
        return blobs.blob_path(project.objects, digest).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise OutputError(
            f"{blobs.blob_path(project.objects, digest)} is missing or damaged; take the shot in again"
        ) from None
