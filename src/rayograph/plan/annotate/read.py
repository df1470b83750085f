"""A drawing from a file: SVG, or the same marks as JSON."""

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from rayograph.core.errors import PlanError
from rayograph.core.value import Value
from rayograph.plan.annotate.mark import Drawing
from rayograph.plan.annotate.svg import drawing_of

_V = TypeVar("_V", bound=Value)


def read_drawing(path: Path) -> Drawing:
    """The marks in `path`.

    Raises:
        PlanError: the file is missing, or neither an SVG nor JSON of marks.
    """
    data = file_bytes(path, "an SVG or JSON of arrows, boxes and notes")
    if path.suffix.lower() == ".json" or data.lstrip()[:1] == b"{":
        return checked(Drawing, data, str(path))
    try:
        return drawing_of(data, str(path))
    except ValidationError as error:
        raise PlanError(f"{path}: {_first(error)}") from None
    except RecursionError:
        raise PlanError(f"{path} nests its groups too deep; ungroup the drawing") from None


def file_bytes(path: Path, what: str) -> bytes:
    """What is in a file.

    Raises:
        PlanError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise PlanError(f"cannot read {path}: {error.strerror}; give the path of {what}") from None


def checked(kind: type[_V], data: bytes, source: str) -> _V:
    """A record from JSON.

    Raises:
        PlanError: one line that names the field, what it held and what was expected.
    """
    try:
        return kind.model_validate_json(data)
    except ValidationError as error:
        raise PlanError(f"{source}: {_first(error)}") from None


def _first(error: ValidationError) -> str:
    found = error.errors(include_url=False)[0]
    where = ".".join(str(part) for part in found["loc"]) or "the file"
    got = repr(found.get("input"))
    said = found["msg"].removeprefix("Value error, ")
    shown = "" if found["type"] == "value_error" else f"; got {got if len(got) <= 60 else got[:57] + '...'}"
    return f"{where}: {said}{shown}"
