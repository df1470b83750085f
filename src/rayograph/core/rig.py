"""The light rig of a shot: one, without a time index, so light cannot drift between frames."""

from typing import Annotated, Literal

from pydantic import Field, model_validator

from rayograph.core.value import Text, Value, Vec3

SUN = "sun"
SKY = "sky"
MAX_GROUPS = 8
Share = Annotated[float, Field(ge=0, le=1000)]
Side = Annotated[float, Field(ge=0.005, le=100)]


class Gobo(Value):
    """A cut-out before a light, whose shadow is the pattern: slats of a blind, leaves, a window's bars.

    Before a panel it is the front of a closed box, `distance` [m] before the lamp, so that light leaves by
    the pattern alone. Before the sun it hangs `distance` [m] from `target`. `size` [m] is the pattern's side,
    `turn_deg` its turn about the way of the light.
    """

    pattern: Literal["venetian", "leaves", "window"]
    distance: float = Field(default=0.6, ge=0.05, le=100)
    size: float = Field(default=0.4, ge=0.02, le=100)
    target: Vec3 = (0.0, 0.0, 0.0)
    turn_deg: float = Field(default=0.0, ge=-180, le=180)


class Sun(Value):
    """The sun, or the moon at night, as a cone of parallel light.

    `azimuth_deg` is where the light comes FROM, counter-clockwise seen from above: 0 is +X (right of
    the default camera), 90 is +Y (behind the subject), 180 is -X (left), 270 is -Y (behind the camera).
    """

    azimuth_deg: float = Field(ge=-360, le=720)
    elevation_deg: float = Field(gt=-18, le=90)
    angular_radius_deg: float = Field(default=0.2665, gt=0.01, le=10)
    strength: float = Field(default=1.0, ge=0, le=100)
    """Gain on the illuminance that the air mass and weather give (0 = behind cloud)."""
    moon: bool = False
    gobo: Gobo | None = None


class Sky(Value):
    """The sky dome as a recipe that the light package bakes into a lat-long map."""

    cloud_cover: float = Field(default=0.3, ge=0, le=1)
    turbidity: float = Field(default=3.0, ge=1.7, le=10)
    mist: float = Field(default=0.0, ge=0, le=1)
    strength: float = Field(default=1.0, ge=0, le=100)
    seed: int = Field(default=0, ge=0)


class Practical(Value):
    """A lamp: a fixture that the set owns, a member of the cast that shines, or a studio panel.

    `kind` "fixture": `source` names one of the set's fixtures; "cast": `source` is the cast member's
    id; "panel": a free-standing rectangle at `position`, aimed at `target`, `size` in metres.
    """

    id: Text
    kind: Literal["fixture", "cast", "panel"]
    source: str = ""
    lumens: float = Field(gt=0, le=1e7)
    kelvin: float = Field(default=2700, ge=1000, le=20000)
    tint: tuple[Share, Share, Share] | None = None
    """Linear ACEScg colour of unit luminance order instead of `kelvin` (neon, gels)."""
    position: Vec3 = (0.0, 0.0, 2.0)
    target: Vec3 = (0.0, 0.0, 0.0)
    size: tuple[Side, Side] = (0.6, 0.6)
    gobo: Gobo | None = None
    """What a panel shines through."""

    @model_validator(mode="after")
    def _shines_somewhere(self) -> "Practical":
        if self.tint is not None and not any(self.tint):
            raise ValueError(f"light {self.id!r} has the tint (0, 0, 0), which is no light; give a colour")
        apart = sum((a - b) ** 2 for a, b in zip(self.position, self.target, strict=True))
        if self.kind == "panel" and apart < 1e-8:
            raise ValueError(f"panel {self.id!r} stands on its own target; move one of them")
        return self


class LightGroup(Value):
    """A named part of beauty: what the lights in `lights` made."""

    name: str = Field(pattern=r"^[a-z][a-z0-9_]{0,23}$")
    lights: tuple[str, ...] = Field(min_length=1)


class LightRig(Value):
    """Every light of the shot and how they are grouped into passes (at most eight groups)."""

    sun: Sun | None = None
    sky: Sky | None = None
    practicals: tuple[Practical, ...] = ()
    groups: tuple[LightGroup, ...] = Field(min_length=1, max_length=MAX_GROUPS)
    place: str = ""
    when: str = ""

    def names(self) -> tuple[str, ...]:
        """The names of all lights that are on, sun and sky first."""
        fixed = [SUN] * (self.sun is not None) + [SKY] * (self.sky is not None)
        return (*fixed, *(lamp.id for lamp in self.practicals))

    @model_validator(mode="after")
    def _each_light_in_one_group(self) -> "LightRig":
        names = self.names()
        if not names:
            raise ValueError("the rig has no light; give it a sun, a sky or a practical")
        if len(set(names)) != len(names):
            raise ValueError(f"two lights share a name in {names}; names must differ")
        grouped = [light for group in self.groups for light in group.lights]
        if sorted(grouped) != sorted(names):
            raise ValueError(
                f"groups hold {sorted(grouped)} but the rig's lights are {sorted(names)}; "
                "every light must be in exactly one group"
            )
        titles = [group.name for group in self.groups]
        if len(set(titles)) != len(titles):
            raise ValueError(f"two light groups share a name in {titles}; names must differ")
        return self
