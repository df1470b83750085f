"""A storyboard: shots in order, and what they share."""

import json
import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from rayograph.core.errors import PlanError
from rayograph.core.plan import MAX_SEED
from rayograph.core.value import Value
from rayograph.plan.annotate.read import checked, file_bytes

Words = Annotated[str, Field(max_length=400)]
Name = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$")]
MAX_SHOTS = 60
_TOP = re.compile(r"#\s*(?P<title>.+)")
_SHARED = re.compile(r"(?P<what>set|light)\s*:\s*(?P<said>.+)", re.IGNORECASE | re.DOTALL)
_NAMED = re.compile(
    r"(?:shot\s+)?(?P<name>(?=[A-Za-z_-]*\d)[A-Za-z0-9][A-Za-z0-9_-]{0,39})\s*:\s+(?P<brief>.+)",
    re.DOTALL | re.IGNORECASE,
)
"""A name has a digit in it: "Night: …" and "Close: …" are briefs."""


class BoardShot(Value):
    """One shot. `light` and `set` are this shot's own and replace what the board shares.

    `annotate`, `control`: files of drawings, relative to the board's folder.
    """

    brief: Annotated[str, Field(min_length=1, max_length=4000)]
    name: Name | None = None
    caption: Words = ""
    seconds: float | None = Field(default=None, gt=0, le=600)
    set: Words = ""
    light: Words = ""
    seed: int | None = Field(default=None, ge=0, le=MAX_SEED)
    annotate: Words = ""
    control: Words = ""


class Board(Value):
    """The shots of a story. `cast`: what `{name}` in a brief stands for. `set`, `light`: said of every shot
    that says nothing of its own."""

    schema_version: Literal["rayograph.board/1"] = "rayograph.board/1"
    title: Annotated[str, Field(min_length=1, max_length=120)] = "storyboard"
    seed: int = Field(default=0, ge=0, le=MAX_SEED)
    set: Words = ""
    light: Words = ""
    cast: dict[str, Words] = Field(default_factory=dict)
    fps: str | None = None
    aspect: str | None = None
    width: int | None = Field(default=None, ge=16, le=8192)
    height: int | None = Field(default=None, ge=16, le=8192)
    shots: tuple[BoardShot, ...] = Field(min_length=1, max_length=MAX_SHOTS)

    @model_validator(mode="after")
    def _names_differ(self) -> "Board":
        names = self.names()
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"two shots are called {twice[0]!r}; names must differ")
        return self

    def names(self) -> tuple[str, ...]:
        """Names of the shots; without one they count in tens."""
        return tuple(shot.name or f"{10 * (k + 1):03d}" for k, shot in enumerate(self.shots))


def read_board(path: Path) -> Board:
    """The board in a file: JSON, or text with one brief a paragraph.

    Raises:
        PlanError: it is missing, damaged or has no shot.
    """
    data = file_bytes(path, "a board.json, or a text with one brief a paragraph")
    if path.suffix.lower() == ".json" or data.lstrip()[:1] == b"{":
        return checked(Board, data, str(path))
    try:
        return board_of_text(data.decode("utf-8"), path.stem)
    except UnicodeDecodeError:
        raise PlanError(f"{path} is not UTF-8 text; give a board.json, or one brief a paragraph") from None


def board_of_text(text: str, title: str) -> Board:
    """A board in words: paragraphs are briefs. "# Title" names the board, "Set: …" and "Light: …" are shared,
    "020: a lemon …" names a shot.

    Raises:
        PlanError: there is no brief in it.
    """
    found: dict[str, object] = {"title": title[:120] or "storyboard"}
    shots: list[dict[str, object]] = []
    for paragraph in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        lines = [line.strip() for line in paragraph.strip().splitlines()]
        if lines and (top := _TOP.fullmatch(lines[0])):
            found["title"], lines = top["title"][:120], lines[1:]
        said = " ".join(lines)
        if not said:
            continue
        if shared := _SHARED.fullmatch(said):
            found[shared["what"].lower()] = shared["said"][:400]
        elif named := _NAMED.fullmatch(said):
            shots.append({"name": named["name"], "brief": named["brief"]})
        else:
            shots.append({"brief": said})
    if not shots:
        raise PlanError(f"the board {title!r} has no shot; write one brief a paragraph")
    return checked(Board, json.dumps({**found, "shots": shots}).encode(), title)


def sized(board: Board, size: str | None, seconds: float | None) -> Board:
    """The board on another raster, its shots of this length [s] where they do not say theirs.

    Raises:
        PlanError: the size is not one.
    """
    update: dict[str, object] = {}
    if size is not None:
        m = re.fullmatch(r"(\d{1,5})[x×](\d{1,5})", size.strip().lower())
        if m is None:
            raise PlanError(f"size {size!r} is not understood; write it as 1280x720")
        update |= {"width": int(m[1]), "height": int(m[2])}
    if seconds is not None:
        update["shots"] = tuple(
            shot if shot.seconds is not None else shot.model_copy(update={"seconds": seconds})
            for shot in board.shots
        )
    return checked(Board, board.model_copy(update=update).model_dump_json().encode(), "--size or --seconds")
