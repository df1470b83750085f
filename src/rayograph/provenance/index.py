"""The SQLite index of a project: fast answers, and nothing that the files do not hold.

It is brought up to the files whenever a project is opened, so a process that was killed between a file and
its row leaves no gap; one that cannot be read is put aside and made again.
"""

import contextlib
import fcntl
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from pydantic import ValidationError
from sqlalchemy import Engine, ForeignKeyConstraint, create_engine, event, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from rayograph.core.errors import OutputError
from rayograph.provenance.record import Event, Version

FILE = "index.sqlite"
BUSY_S = 30
VERSIONS, EVENTS = "versions", "events"


class Base(DeclarativeBase):
    """The tables."""


class VersionRow(Base):
    """A version; `record` is its file."""

    __tablename__ = "version"
    shot: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    parent: Mapped[int | None]
    branch: Mapped[str]
    words: Mapped[str]
    created: Mapped[datetime]
    record: Mapped[str]


class FileRow(Base):
    """A file of a version."""

    __tablename__ = "file"
    __table_args__ = (ForeignKeyConstraint(["shot", "number"], ["version.shot", "version.number"]),)
    shot: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    path: Mapped[str] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(index=True)
    bytes: Mapped[int]


class EventRow(Base):
    """An event, by the name of its file; names sort by time."""

    __tablename__ = "event"
    name: Mapped[str] = mapped_column(primary_key=True)
    shot: Mapped[str] = mapped_column(index=True)
    version: Mapped[int]
    kind: Mapped[str]
    value: Mapped[str]
    at: Mapped[datetime]


def _connected(folder: Path) -> Engine:
    engine = create_engine(f"sqlite:///{folder / FILE}", connect_args={"timeout": BUSY_S})

    @event.listens_for(engine, "connect")
    def _pragmas(connection, _):  # type: ignore[no-untyped-def]
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.execute(f"PRAGMA busy_timeout={1000 * BUSY_S}")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()

    return engine


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One process at a time makes tables, or makes the index again."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some network file systems lock no folders
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def open_index(folder: Path) -> Engine:
    """The index of a project, as its files are now. A damaged one is put aside and made again.

    Raises:
        OutputError: the folder cannot be written, or another process holds the index for too long.
    """
    with _alone(folder):
        try:
            return _opened(folder)
        except OperationalError as error:
            if "locked" in str(error):
                raise OutputError(f"{folder / FILE} is held by another process; try again later") from None
            if "disk" in str(error) or "readonly" in str(error) or "unable to open" in str(error):
                raise OutputError(f"cannot write {folder / FILE}: {error.orig}; check the disk") from None
        except DatabaseError:
            pass
        _aside(folder)
        return _opened(folder)


def _opened(folder: Path) -> Engine:
    engine = _connected(folder)
    try:
        Base.metadata.create_all(engine)
        with engine.connect() as connection:
            whole = connection.exec_driver_sql("PRAGMA quick_check").scalar()
        if whole != "ok":
            raise DatabaseError("quick_check", None, ValueError(str(whole)))
        update(engine, folder)
    except Exception:
        engine.dispose()
        raise
    return engine


def _aside(folder: Path) -> None:
    """A damaged index stays beside the new one, for whoever wants to look at it."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
    for suffix in ("", "-wal", "-shm"):
        damaged = folder / f"{FILE}{suffix}"
        if damaged.exists():
            damaged.rename(folder / f"damaged-{stamp}-{FILE}{suffix}")


def update(engine: Engine, folder: Path) -> None:
    """Bring the index up to the files: add the rows of those it does not know."""
    with Session(engine) as session, session.begin():
        known = {
            f"{row.shot}/{row.number}" for row in session.execute(select(VersionRow.shot, VersionRow.number))
        }
        for file in sorted((folder / VERSIONS).glob("*/v*.json")):
            if f"{file.parent.name}/{int(file.stem[1:])}" not in known:
                add_version(session, read_version(file))
        seen = set(session.scalars(select(EventRow.name)))
        for file in sorted((folder / EVENTS).glob("*.json")):
            if file.name not in seen:
                add_event(session, file.name, read_event(file))


def read_version(file: Path) -> Version:
    """The record of a version.

    Raises:
        OutputError: it is damaged.
    """
    try:
        return Version.model_validate_json(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValidationError) as error:
        raise OutputError(f"{file} is damaged ({type(error).__name__}); put it back from a backup") from None


def read_event(file: Path) -> Event:
    """The record of an event.

    Raises:
        OutputError: it is damaged.
    """
    try:
        return Event.model_validate_json(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValidationError) as error:
        raise OutputError(f"{file} is damaged ({type(error).__name__}); delete it or put it back") from None


def add_version(session: Session, made: Version) -> None:
    """The rows of a version; those that are there already stay."""
    row = {
        "shot": made.shot, "number": made.number, "parent": made.parent, "branch": made.branch,
        "words": made.words, "created": made.created, "record": made.model_dump_json(),
    }  # fmt: skip
    session.execute(insert(VersionRow).values(row).on_conflict_do_nothing())
    files = [{"shot": made.shot, "number": made.number} | file.model_dump() for file in made.files]
    if files:
        session.execute(insert(FileRow).on_conflict_do_nothing(), files)


def add_event(session: Session, name: str, happened: Event) -> None:
    """The row of an event."""
    row = {"name": name} | happened.model_dump(exclude={"schema_version"})
    session.execute(insert(EventRow).values(row).on_conflict_do_nothing())
