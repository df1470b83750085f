"""What a project writes down: versions of shots, and what happened to them since."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Name = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_.-]{0,63}$")]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Status = Literal["pending", "in review", "revise", "approved", "final"]
STATUSES: tuple[Status, ...] = ("pending", "in review", "revise", "approved", "final")


class Record(BaseModel):
    """Frozen, closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class KeptFile(Record):
    """One file of a version; `path` is relative to the shot's folder."""

    path: str
    sha256: Sha256
    bytes: int = Field(ge=0)


class KeptChange(Record):
    """One value that the revision changed, as a person reads it."""

    path: str
    before: str
    after: str
    words: str = ""


class Version(Record):
    """One version of a shot: where it came from, what changed, and every file of it."""

    schema_version: Literal["rayograph.version/1"] = "rayograph.version/1"
    shot: Name
    number: int = Field(ge=1)
    parent: int | None = None
    branch: Name = "main"
    words: str = ""
    changes: tuple[KeptChange, ...] = ()
    locks: tuple[str, ...] = ()
    quality: str = ""
    made: str = ""
    """How its frames were made: rendered, or out of the parent's."""
    seconds: float = Field(default=0.0, ge=0)
    created: datetime
    plan: Sha256
    manifest: Sha256
    files: tuple[KeptFile, ...]

    def file(self, path: str) -> KeptFile | None:
        """The file at `path` in the shot's folder."""
        return next((file for file in self.files if file.path == path), None)


class Event(Record):
    """What happened to a shot after a version was made.

    "status" and "note" are of a version; "head" makes `version` the current one; "branch" starts a branch
    called `value` at it and makes that the current one.
    """

    schema_version: Literal["rayograph.event/1"] = "rayograph.event/1"
    shot: Name
    version: int = Field(ge=1)
    kind: Literal["status", "note", "head", "branch"]
    value: str = ""
    at: datetime
