"""What is drawn on a frame: arrows, boxes and notes. Places are parts of the frame, (0, 0) top left."""

import math
from typing import Annotated, Literal

from pydantic import Field, model_validator

from rayograph.core.value import Finite, Value

Spot = tuple[Finite, Finite]
Words = Annotated[str, Field(max_length=400)]
OVER = 0.02
"""A stroke may reach so far over the frame's edge; it then ends on the edge."""


class Arrow(Value):
    """A way, from its tail to its tip. `start` and `end` [s]: when it is gone; None leaves it open."""

    kind: Literal["arrow"] = "arrow"
    points: tuple[Spot, ...] = Field(min_length=2, max_length=512)
    object: Words = ""
    note: Words = ""
    start: float | None = Field(default=None, ge=0, le=3600)
    end: float | None = Field(default=None, gt=0, le=3600)


class Box(Value):
    """Where a thing is to be seen: left, top, right, bottom."""

    kind: Literal["box"] = "box"
    box: tuple[Finite, Finite, Finite, Finite]
    object: Words = ""
    note: Words = ""

    @model_validator(mode="after")
    def _has_an_inside(self) -> "Box":
        if self.box[0] >= self.box[2] or self.box[1] >= self.box[3]:
            raise ValueError(f"box {self.box} is empty; give left, top, right and bottom in this order")
        return self


class Note(Value):
    """Words at a place; they belong to the mark that is nearest."""

    kind: Literal["note"] = "note"
    at: Spot
    text: Annotated[str, Field(min_length=1, max_length=400)]


Mark = Annotated[Arrow | Box | Note, Field(discriminator="kind")]


class Drawing(Value):
    """All marks on one frame. `at`: the part of the shot whose frame it was drawn on. `aspect`: width over
    height of the sheet; None where it does not say. `left_out`: what was drawn but is no mark."""

    schema_version: Literal["rayograph.annotation/1"] = "rayograph.annotation/1"
    marks: tuple[Mark, ...] = Field(max_length=200)
    at: Annotated[float, Field(ge=0, le=1)] = 0.0
    aspect: float | None = Field(default=None, gt=0.05, le=20)
    left_out: tuple[Words, ...] = ()


def spots_of(mark: Arrow | Box | Note) -> tuple[Spot, ...]:
    """The places that a mark touches."""
    if isinstance(mark, Arrow):
        return mark.points
    if isinstance(mark, Note):
        return (mark.at,)
    left, top, right, bottom = mark.box
    return ((left, top), (right, top), (right, bottom), (left, bottom))


def distance(mark: Arrow | Box, at: Spot) -> float:
    """From a place to a mark, in parts of the frame; nothing inside of a box."""
    if isinstance(mark, Box):
        left, top, right, bottom = mark.box
        return math.hypot(max(left - at[0], 0.0, at[0] - right), max(top - at[1], 0.0, at[1] - bottom))
    return min(_to_line(a, b, at) for a, b in zip(mark.points, mark.points[1:], strict=False))


def _to_line(a: Spot, b: Spot, at: Spot) -> float:
    way = (b[0] - a[0], b[1] - a[1])
    long = way[0] ** 2 + way[1] ** 2
    part = ((at[0] - a[0]) * way[0] + (at[1] - a[1]) * way[1]) / long if long > 1e-12 else 0.0
    part = min(max(part, 0.0), 1.0)
    return math.hypot(at[0] - a[0] - part * way[0], at[1] - a[1] - part * way[1])
