"""Where each thing is, over time: boxes in the picture, or places in the world."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from rayograph.core.value import Finite, Value, Vec3

Side = Annotated[float, Field(ge=-2, le=3)]


class Key(Value):
    """A thing at a moment: `time` [s] or `at`, the part of the shot; its `box` in the picture (left, top,
    right, bottom as parts of the frame, which it may leave) or the `position` of its base centre [m]."""

    time: float | None = Field(default=None, ge=0, le=3600)
    at: float | None = Field(default=None, ge=0, le=1)
    box: tuple[Side, Side, Side, Side] | None = None
    position: Vec3 | None = None

    @model_validator(mode="after")
    def _says_when_and_where(self) -> "Key":
        if (self.time is None) == (self.at is None):
            raise ValueError("a key has neither or both of 'time' and 'at'; give one")
        if (self.box is None) == (self.position is None):
            raise ValueError("a key has neither or both of 'box' and 'position'; give one")
        if self.box is not None and (self.box[0] >= self.box[2] or self.box[1] >= self.box[3]):
            raise ValueError(f"box {self.box} is empty; give left, top, right and bottom in this order")
        return self


class Course(Value):
    """The keys of one thing, in time. `flies`: its boxes say by their size how far away it is; else it stays
    on what it stands on."""

    object: Annotated[str, Field(min_length=1, max_length=200)]
    keys: tuple[Key, ...] = Field(min_length=1, max_length=64)
    flies: bool = False


class Control(Value):
    """The courses of several things; each goes by its own."""

    schema_version: Literal["rayograph.control/1"] = "rayograph.control/1"
    objects: tuple[Course, ...] = Field(min_length=1, max_length=100)

    @model_validator(mode="after")
    def _each_once(self) -> "Control":
        names = [course.object for course in self.objects]
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            raise ValueError(f"{twice[0]!r} has two courses; join their keys")
        return self


def between(a: tuple[Finite, ...], b: tuple[Finite, ...], part: float) -> tuple[float, ...]:
    """A box or place on the way from one key to the next."""
    return tuple(x + part * (y - x) for x, y in zip(a, b, strict=True))
