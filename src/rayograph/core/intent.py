"""Intents: what a brief asks for, each a typed claim that can be measured on frames.

A claim names things by their names in the id pass, never by what the engine knows of them. Places in the
frame are parts of its width and height, (0, 0) top left; sizes are parts of its area; colours are hex sRGB.
"""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from rayograph.core.value import Finite, Value

Name = Annotated[str, Field(min_length=1, max_length=80)]
Names = Annotated[tuple[Name, ...], Field(min_length=1, max_length=200)]
Part = Annotated[float, Field(ge=0, le=1)]
Heading = Literal["left", "right", "up", "down", "near", "away"]


class Presence(Value):
    """Each of `objects` is seen: at its largest it covers `least` of the frame."""

    kind: Literal["presence"] = "presence"
    objects: Names
    least: Part = 0.003


class Count(Value):
    """There are exactly `count` things whose name is `stem`, or `stem` with a number."""

    kind: Literal["count"] = "count"
    stem: Name
    count: int = Field(ge=1, le=200)


class Absence(Value):
    """Nothing in the frames has a name that begins with one of `stems`."""

    kind: Literal["absence"] = "absence"
    stems: Names


class Colour(Value):
    """The surface of `objects` has this colour; `accent`: a part of it is enough, as of a cap on a bottle."""

    kind: Literal["colour"] = "colour"
    objects: Names
    colour: Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]
    accent: bool = False
    tolerance_deg: Finite = 30.0
    """Hue [deg, CIE LCh]; where the colour has hardly any chroma, the object must have hardly any, too."""


class Material(Value):
    """`objects` look as `look` does: by roughness, metallic and what is seen through them."""

    kind: Literal["material"] = "material"
    objects: Names
    look: Literal["metal", "glossy", "matt", "glass"]


class Size(Value):
    """The longest side of `objects` is `metres` long, within `tolerance` of it."""

    kind: Literal["size"] = "size"
    objects: Names
    metres: float = Field(gt=0, le=500)
    tolerance: Finite = 0.35


class Relation(Value):
    """`subject` stands so to `target`. Left and right are the picture's; in front is nearer to the camera."""

    kind: Literal["relation"] = "relation"
    subject: Name
    target: Name
    relation: Literal[
        "on", "in", "under", "above", "left_of", "right_of", "behind", "in_front_of", "beside", "touching"
    ]


class Placement(Value):
    """The middle of `object` lies in this part of the frame (thirds, overlapping by a third of one)."""

    kind: Literal["placement"] = "placement"
    object: Name
    zone: Literal["left", "right", "centre", "top", "bottom", "foreground", "background"]


class Within(Value):
    """The middle of the box around `object` lies in `box` (left, top, right, bottom) at a part of the shot: 0
    is its first frame, 1 its last."""

    kind: Literal["within"] = "within"
    object: Name
    box: tuple[Part, Part, Part, Part]
    at: Part = 0.0

    @model_validator(mode="after")
    def _box_is_one(self) -> "Within":
        left, top, right, bottom = self.box
        if left >= right or top >= bottom:
            raise ValueError(f"box {self.box} is empty; give left, top, right and bottom in this order")
        return self


class Framing(Value):
    """`object` is framed so: its part of the frame's height or width, whichever is greater, lies between
    `least` and `most`, and no more than `cropped` of its outline lies on the frame's edge."""

    kind: Literal["framing"] = "framing"
    object: Name
    least: Part = 0.0
    most: Annotated[float, Field(ge=0, le=1)] = 1.0
    cropped: Part = 0.12


class Visible(Value):
    """Each of `objects` is unhidden at its best moment: at most `hidden` of its outline is where something
    nearer covers it. Where an edge covers half of a thing, a third or so of the outline that is left of it
    runs along that edge, and never more than a half."""

    kind: Literal["visible"] = "visible"
    objects: Names
    hidden: Part = 0.35


class Event(Value):
    """Something happens to `subject`, with `target` where there is one, and it is seen to happen.

    falls: it ends lower by half its height or more. topples: it ends tilted by 45° or more. lands: it ends
    resting on or in `target`. hits: it comes to touch `target`. moves: it goes by its own size or more.
    stops: it moves and comes to rest before the end. leaves, enters: it crosses the frame's edge.
    swings: it goes to and fro. stays: it does not move.
    """

    kind: Literal["event"] = "event"
    subject: Name
    event: Literal[
        "falls", "topples", "lands", "hits", "moves", "stops", "leaves", "enters", "swings", "stays"
    ]
    target: Name | None = None


class Direction(Value):
    """`subject` moves so in the picture, within `tolerance_deg`."""

    kind: Literal["direction"] = "direction"
    subject: Name
    heading: Heading
    tolerance_deg: Finite = 50.0


class Contact(Value):
    """`a` and `b` touch at some time: their surfaces come within `gap_m` of each other."""

    kind: Literal["contact"] = "contact"
    a: Name
    b: Name
    gap_m: float = Field(default=0.02, ge=0, le=10)


class CameraMove(Value):
    """How the camera moves, by its poses."""

    kind: Literal["camera_move"] = "camera_move"
    move: Literal[
        "static", "push_in", "pull_out", "truck_left", "truck_right", "crane_up", "crane_down",
        "pan_left", "pan_right", "tilt_up", "tilt_down", "orbit_left", "orbit_right", "zoom_in", "zoom_out",
        "follow",
    ]  # fmt: skip


class Lens(Value):
    """The lens's focal length on a 36 mm wide sensor, within `tolerance` of it."""

    kind: Literal["lens"] = "lens"
    focal_mm: float = Field(gt=0, le=1200)
    tolerance: Finite = 0.1


class Angle(Value):
    """From where the camera looks: from below, level, from above, straight down."""

    kind: Literal["angle"] = "angle"
    angle: Literal["low", "eye", "high", "top"]


class LightFrom(Value):
    """The side of the picture from which most of the light falls on what stands in it."""

    kind: Literal["light_from"] = "light_from"
    side: Literal["left", "right", "behind", "front", "above"]
    tolerance_deg: Finite = 50.0


class Hardness(Value):
    """Whether shadows have sharp edges."""

    kind: Literal["hardness"] = "hardness"
    hard: bool


class Warmth(Value):
    """Colour of the light as the picture shows it: warm is redder than neutral, cool bluer."""

    kind: Literal["warmth"] = "warmth"
    warmth: Literal["warm", "neutral", "cool"]


class TimeOfDay(Value):
    """Night, dusk, golden hour or day, by how bright and of what colour sky and sunlight are."""

    kind: Literal["time_of_day"] = "time_of_day"
    time: Literal["night", "dusk", "golden_hour", "day"]


class Mood(Value):
    """High key, low key, high or low contrast, by the distribution of light in the picture."""

    kind: Literal["mood"] = "mood"
    mood: Literal["high_key", "low_key", "high_contrast", "low_contrast"]


class Lit(Value):
    """`object` shines: it is brighter than anything of its reflectance could be."""

    kind: Literal["lit"] = "lit"
    object: Name


class Continuity(Value):
    """`object` stays one and the same: it neither vanishes, jumps, changes colour nor size without cause."""

    kind: Literal["continuity"] = "continuity"
    object: Name


class Gravity(Value):
    """`object` falls as things do: 9.81 m/s² times the square of `pace`, within `tolerance` of it."""

    kind: Literal["gravity"] = "gravity"
    object: Name
    pace: float = Field(default=1.0, gt=0, le=1)
    tolerance: Finite = 0.15


class Exposure(Value):
    """The picture sits as a photograph's: hardly anything burnt out or black without cause."""

    kind: Literal["exposure"] = "exposure"
    burnt: Part = 0.05
    black: Part = 0.6


Claim = Annotated[
    Presence | Count | Absence | Colour | Material | Size | Relation | Placement | Within | Framing | Visible
    | Event | Direction | Contact | CameraMove | Lens | Angle | LightFrom | Hardness | Warmth | TimeOfDay
    | Mood | Lit | Continuity | Gravity | Exposure,
    Field(discriminator="kind"),
]  # fmt: skip


class Intent(Value):
    """One claim, and the words of the brief that it came from; "" where nobody said so and all expect it."""

    claim: Claim
    words: Annotated[str, Field(max_length=400)] = ""
