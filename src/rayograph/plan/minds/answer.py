"""What a larger mind says of a brief: facts in plain words, never a place in space; null is "not said"."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from rayograph.core.value import Value

Words = Annotated[str, Field(max_length=120)]
Index = Annotated[int, Field(ge=0, le=39)]
Side = Literal["left", "right", "behind", "front", "above"]
Style = Literal[
    "drop", "bounce", "roll", "slide", "push", "spin", "throw", "topple", "knock over", "hit", "swing",
    "drape", "drive", "sail",
]  # fmt: skip
By = Literal[
    "on", "in", "under", "left of", "right of", "behind", "in front of", "beside", "between", "around",
    "above", "against", "hanging",
]  # fmt: skip


class SaidThing(Value):
    """One noun phrase. phrase: the brief's own words. kind: of the catalogue, else a plain noun."""

    phrase: Words
    kind: Annotated[str, Field(min_length=1, max_length=60)]
    count: Annotated[int, Field(ge=1, le=60)] | None = None
    colour: Annotated[str, Field(max_length=40)] | None = None
    material: Annotated[str, Field(max_length=40)] | None = None
    size: Literal["tiny", "small", "big", "huge", "giant"] | None = None
    arrangement: (
        Literal["row", "stack", "pile", "circle", "scatter", "triangle", "grid", "arc"] | None
    ) = None  # fmt: skip
    screen: Literal["left", "right", "centre", "front", "back"] | None = None
    text: Annotated[str, Field(max_length=80)] | None = None
    lit: bool | None = None


class SaidRelation(Value):
    """Thing `subject` stands `by` thing `target`; between `target` and `second`. Counted from 0."""

    by: By
    subject: Index
    target: Index
    second: Index | None = None


class SaidMotion(Value):
    """What thing `subject` does, perhaps to thing `target`. falls: the target is knocked over."""

    style: Style
    verb: Annotated[str, Field(max_length=40)]
    subject: Index
    target: Index | None = None
    heading: Literal["left", "right", "away", "near"] | None = None
    off_edge: bool = False
    into: bool = False
    falls: bool = False


class SaidCamera(Value):
    """Camera and lens."""

    move: Literal[
        "static", "push in", "pull back", "truck left", "truck right", "pan left", "pan right", "tilt up",
        "tilt down", "crane up", "crane down", "orbit left", "orbit right", "zoom in", "zoom out", "follow",
    ] | None = None  # fmt: skip
    speed: Literal["slow", "usual", "fast"] | None = None
    focal_mm: Annotated[float, Field(ge=8, le=400)] | None = None
    f_stop: Annotated[float, Field(ge=0.95, le=32)] | None = None
    framing: Literal[
        "extreme close-up", "close-up", "medium close-up", "medium", "wide", "extreme wide",
    ] | None = None  # fmt: skip
    angle: Literal["low", "eye", "high", "top", "drone", "side"] | None = None


class SaidLight(Value):
    """Light, hour and weather. side: where the light comes from. cloud, mist: 0 to 1."""

    time: Literal[
        "dawn", "sunrise", "morning", "noon", "afternoon", "day", "golden hour", "sunset", "evening", "dusk",
        "blue hour", "night",
    ] | None = None  # fmt: skip
    side: Side | None = None
    rim: Side | None = None
    quality: Literal["hard", "soft"] | None = None
    warmth: Literal["warm", "cool"] | None = None
    contrast: Literal["low", "high"] | None = None
    studio: bool | None = None
    window: bool | None = None
    lamps: bool | None = None
    cloud: Annotated[float, Field(ge=0, le=1)] | None = None
    mist: Annotated[float, Field(ge=0, le=1)] | None = None
    wet: bool | None = None
    season: Literal["spring", "summer", "autumn", "winter"] | None = None


class SaidFormat(Value):
    """Raster and time."""

    aspect: Literal["16:9", "9:16", "1:1", "4:3", "21:9", "2.39:1", "1.85:1", "2:1", "3:2", "4:5"] | None = (
        None
    )
    fps: Literal["24", "25", "30", "48", "50", "60"] | None = None
    seconds: Annotated[float, Field(ge=0.1, le=60)] | None = None


class Said(Value):
    """Everything. relations, motions: null leaves them to the grammar; [] says that there are none.
    not_things: words of the brief that sound like things but name none. absent: what must not be seen.
    cannot: what is asked for and cannot be shot.
    """

    things: Annotated[tuple[SaidThing, ...], Field(max_length=40)] = ()
    relations: Annotated[tuple[SaidRelation, ...], Field(max_length=80)] | None = None
    motions: Annotated[tuple[SaidMotion, ...], Field(max_length=40)] | None = None
    places: Annotated[tuple[Words, ...], Field(max_length=6)] = ()
    not_things: Annotated[tuple[Words, ...], Field(max_length=40)] = ()
    absent: Annotated[tuple[Words, ...], Field(max_length=20)] = ()
    cannot: Annotated[tuple[Words, ...], Field(max_length=20)] = ()
    camera: SaidCamera = SaidCamera()
    light: SaidLight = SaidLight()
    format: SaidFormat = SaidFormat()

    @model_validator(mode="after")
    def _of_things(self) -> "Said":
        """Numbers are those of things that were named."""
        said: tuple[SaidRelation | SaidMotion, ...] = (*(self.relations or ()), *(self.motions or ()))
        for each in said:
            second = each.second if isinstance(each, SaidRelation) else None
            for number in (each.subject, each.target, second):
                if number is not None and number >= len(self.things):
                    raise ValueError(
                        f"there is no thing {number}; they count from 0 to {len(self.things) - 1}"
                    )
        return self
