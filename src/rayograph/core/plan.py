"""The ShotPlan: everything a shot is, as plain data. Words become a plan; engines read only the plan.

World frame: right-handed, metres, +Z up. The origin is the centre of the set's stage, ON the surface
that carries the cast (table top, floor, meadow, pavement), so z = 0 is where things stand. The default
camera stands at -Y and looks along +Y; +X is screen right.
"""

import json
from pathlib import Path
from typing import Annotated, Literal, TypeVar, cast

from pydantic import Field, ValidationError, model_validator

from rayograph.core.errors import PlanError
from rayograph.core.intent import Intent
from rayograph.core.rig import LightRig
from rayograph.core.time import RATES
from rayograph.core.value import Finite, Text, Value, Vec3

MAX_PIXELS = 8192
MAX_FRAMES = 24 * 60 * 10
MAX_SEED = 2**31 - 1
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,47}$")]
Hex = Annotated[str, Field(pattern=r"^#[0-9a-f]{6}$")]


class Format(Value):
    """Raster and time. `fps` is a rate of `rayograph.core.time.RATES`.

    `pace` is how fast the action runs: 0.4 is slow motion, as shot at 60 and played at 24 frames per second.
    All times of a plan are those of the shot as it is seen; speeds are those of the world.
    """

    width: int = Field(ge=16, le=MAX_PIXELS)
    height: int = Field(ge=16, le=MAX_PIXELS)
    fps: str = "24"
    frames: int = Field(ge=1, le=MAX_FRAMES)
    first_frame: int = Field(default=1001, ge=0, le=900000)
    pace: float = Field(default=1.0, ge=0.02, le=1)

    @model_validator(mode="after")
    def _rate_is_offered(self) -> "Format":
        if self.fps not in RATES:
            raise ValueError(f"frame rate {self.fps!r} is not offered; use one of {', '.join(RATES)}")
        return self


class CameraKey(Value):
    """Where the camera is at `time` [s]: position, the point it looks at, roll and focal length."""

    time: float = Field(ge=0, le=3600)
    position: Vec3
    target: Vec3
    roll_deg: Finite = 0.0
    focal_mm: float = Field(default=35.0, ge=4, le=1200)


class FocusKey(Value):
    """The cast member that is in focus at `time` [s]."""

    time: float = Field(ge=0, le=3600)
    member: Id


class CameraPlan(Value):
    """Camera and lens. Keys are joined smoothly; `exposure_ev` is EV at ISO 100, None until metered.

    `white_balance_k` [K]: light of this temperature comes out neutral; 6000 leaves the scene as it is.
    """

    move: Text = "static"
    keys: tuple[CameraKey, ...] = Field(min_length=1, max_length=512)
    ease: bool = True
    """Accelerate from and brake to rest at the ends of the move."""
    sensor_width_mm: float = Field(default=36.0, ge=4, le=80)
    f_stop: float = Field(default=5.6, ge=0.7, le=64)
    focus: Annotated[float, Field(ge=0, le=1e6)] | Id = 0.0
    """Distance [m], or the id of a cast member to hold in focus; 0 means the key's target."""
    focus_keys: tuple[FocusKey, ...] = Field(default=(), max_length=64)
    """A focus pull: whom the focus is on in turn, passing smoothly; where given, it replaces `focus`."""
    shutter_deg: float = Field(default=180.0, ge=0, le=360)
    exposure_ev: float | None = Field(default=None, ge=-16, le=24)
    white_balance_k: float = Field(default=6000.0, ge=1700, le=20000)
    handheld: float = Field(default=0.0, ge=0, le=1)

    @model_validator(mode="after")
    def _keys_in_order(self) -> "CameraPlan":
        times = [key.time for key in self.keys]
        if times != sorted(set(times)):
            raise ValueError(f"camera key times must rise strictly, got {times}")
        pulls = [key.time for key in self.focus_keys]
        if pulls != sorted(set(pulls)):
            raise ValueError(f"focus key times must rise strictly, got {pulls}")
        for key in self.keys:
            if sum((a - b) ** 2 for a, b in zip(key.position, key.target, strict=True)) < 1e-8:
                raise ValueError(f"the camera at {key.time} s stands on its own target; move one of them")
        return self


class SetPlan(Value):
    """Which set, and how this one looks. `kind`, `stage` and `surface` name catalogue entries."""

    kind: Literal["tabletop", "interior", "lake", "street"]
    seed: int = Field(default=0, ge=0)
    stage: str = "default"
    surface: str | None = None
    surface_colour: Hex | None = None
    backdrop_colour: Hex | None = None
    wet: bool = False
    options: dict[str, str] = Field(default_factory=dict)


class CastMember(Value):
    """One thing in the shot. `position` is where its base centre stands [m]; `height_m` overrides its size.

    `on` is "stage" or the id of the member that carries it; `position` is then still in world space
    and its z is settled by the simulation. `text` and `svg` are drawn on signs, labels and screens.
    """

    id: Id
    kind: Text
    name: str = ""
    words: str = ""
    material: str | None = None
    colour: Hex | None = None
    accent: Hex | None = None
    height_m: float | None = Field(default=None, ge=0.0005, le=200)
    position: Vec3 = (0.0, 0.0, 0.0)
    yaw_deg: Finite = 0.0
    tilt_deg: Finite = 0.0
    on: str = "stage"
    fixed: bool = False
    wear: float = Field(default=0.25, ge=0, le=1)
    seed: int = Field(default=0, ge=0)
    text: str = Field(default="", max_length=400)
    svg: str = ""
    """Path of an SVG for a sign or logo; in a plan file, relative to that file's folder."""
    mesh: str = ""
    """Path of a glTF or OBJ file, for kind "mesh"; in a plan file, relative to that file's folder."""


class Drop(Value):
    """Release the object at rest, `height` [m] above where it would lie, at time `at` [s]."""

    kind: Literal["drop"] = "drop"
    object: Id
    at: float = Field(default=0.0, ge=0, le=3600)
    height: float = Field(default=0.4, ge=0, le=100)
    spin: Vec3 = (0.0, 0.0, 0.0)


class Launch(Value):
    """Give the object a velocity [m/s] and spin [rad/s]: throw, roll, slide, spin, a push into others.

    `style` "roll" adds the spin of rolling without slipping; "slide" none; "throw" leaves `height` [m]
    above its support.
    """

    kind: Literal["launch"] = "launch"
    object: Id
    style: Literal["throw", "roll", "slide", "spin"]
    at: float = Field(default=0.0, ge=0, le=3600)
    velocity: Vec3
    spin: Vec3 = (0.0, 0.0, 0.0)
    height: float = Field(default=0.0, ge=0, le=100)


class Topple(Value):
    """Push the object's top over towards `direction` until it falls."""

    kind: Literal["topple"] = "topple"
    object: Id
    at: float = Field(default=0.0, ge=0, le=3600)
    direction: Vec3


class Swing(Value):
    """Hang the object from `pivot` [m] by a cord and let go at `angle_deg` from the vertical."""

    kind: Literal["swing"] = "swing"
    object: Id
    at: float = Field(default=0.0, ge=0, le=3600)
    pivot: Vec3
    angle_deg: float = Field(default=35.0, ge=-120, le=120)
    axis_deg: float = 0.0
    """Azimuth of the plane of swing: 0 swings along X, 90 along Y."""


class Drive(Value):
    """Carry the object along a path of (time, x, y, z), held upright, facing where it goes (car, boat)."""

    kind: Literal["drive"] = "drive"
    object: Id
    path: tuple[tuple[Finite, Finite, Finite, Finite], ...] = Field(min_length=2, max_length=512)


Event = Annotated[Drop | Launch | Topple | Swing | Drive, Field(discriminator="kind")]


_E = TypeVar("_E", bound=Event)


def in_time(event: _E, factor: float) -> _E:
    """The same event with its times multiplied."""
    if factor == 1.0:
        return event
    if isinstance(event, Drive):
        changed: dict[str, object] = {
            "path": tuple((round(t * factor, 5), x, y, z) for t, x, y, z in event.path)
        }
    else:
        changed = {"at": round(event.at * factor, 5)}
    return cast(_E, event.model_copy(update=changed))


class Reading(Value):
    """How one phrase of the brief was taken. `nearest` lists what could be shot instead."""

    phrase: str
    verdict: Literal["understood", "assumed", "ungrounded"]
    meaning: str
    nearest: tuple[str, ...] = ()


class ShotPlan(Value):
    """A whole shot. See the module docstring for the world frame."""

    schema_version: Literal["rayograph.plan/1"] = "rayograph.plan/1"
    title: Text
    brief: str = ""
    caption: str = ""
    seed: int = Field(default=0, ge=0, le=MAX_SEED)
    format: Format
    camera: CameraPlan
    set: SetPlan
    cast: tuple[CastMember, ...] = Field(default=(), max_length=200)
    rig: LightRig
    action: tuple[Event, ...] = ()
    readings: tuple[Reading, ...] = ()
    intents: tuple[Intent, ...] = Field(default=(), max_length=1000)

    @model_validator(mode="after")
    def _names_resolve(self) -> "ShotPlan":
        ids = [member.id for member in self.cast]
        if len(set(ids)) != len(ids):
            raise ValueError(f"two cast members share an id in {sorted(ids)}; ids must differ")
        for member in self.cast:
            if member.on != "stage" and (member.on not in ids or member.on == member.id):
                raise ValueError(f"{member.id} stands on {member.on!r}, which is not in the cast")
            if member.kind == "mesh" and not member.mesh:
                raise ValueError(f"{member.id} is a mesh without a file; give 'mesh' a glTF or OBJ path")
        for event in self.action:
            if event.object not in ids:
                raise ValueError(f"action {event.kind!r} moves {event.object!r}, which is not in the cast")
        self._check_actions()
        for lamp in self.rig.practicals:
            if lamp.kind == "cast" and lamp.source not in ids:
                raise ValueError(f"light {lamp.id!r} belongs to {lamp.source!r}, which is not in the cast")
        if isinstance(self.camera.focus, str) and self.camera.focus not in ids:
            raise ValueError(f"focus is on {self.camera.focus!r}, which is not in the cast")
        for key in self.camera.focus_keys:
            if key.member not in ids:
                raise ValueError(f"focus is pulled to {key.member!r}, which is not in the cast")
        return self

    def _check_actions(self) -> None:
        """What is fixed does not move; a path or a cord leaves room for no second one."""
        fixed = {member.id for member in self.cast if member.fixed}
        for name in {event.object for event in self.action}:
            kinds = [event.kind for event in self.action if event.object == name]
            if name in fixed and "drive" not in kinds:
                raise ValueError(f"{name} is fixed but action {kinds[0]!r} moves it; remove one of the two")
            if (
                "drive" in kinds
                and len(kinds) > 1
                or kinds.count("swing") > 1
                or {"swing", "drop"} <= {*kinds}
            ):
                raise ValueError(
                    f"{name} cannot {' and '.join(kinds)} in one shot; keep one of these actions"
                )

    def to_json(self) -> str:
        """The plan as indented JSON, stable under a round trip."""
        return self.model_dump_json(indent=2) + "\n"


def plan_from_json(text: str, *, source: str = "plan") -> ShotPlan:
    """Parse and check a plan.

    Raises:
        PlanError: one line naming the field, what it held and what was expected.
    """
    try:
        return ShotPlan.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        path = ".".join(str(part) for part in first["loc"])
        where = path if path.isprintable() and path else ascii(path)[1:-1] or "the plan"
        said = first["msg"].removeprefix("Value error, ")
        got = repr(first.get("input"))
        # Our own checks say what they got; the whole record behind them would hide it.
        shown = (
            "" if first["type"] == "value_error" else f"; got {got if len(got) <= 60 else got[:57] + '...'}"
        )
        more = f" (and {error.error_count() - 1} more)" if error.error_count() > 1 else ""
        raise PlanError(f"{source}: {where}: {said}{shown}{more}") from None


def read_plan(path: Path) -> ShotPlan:
    """Read a plan file; relative paths in it are relative to its folder.

    Raises:
        PlanError: the file is missing, unreadable or not a plan.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise PlanError(f"cannot read plan {path}: {error.strerror}; give the path of a plan.json") from None
    except UnicodeDecodeError:
        raise PlanError(f"{path} is not UTF-8 text; give the path of a plan.json") from None
    return anchored(plan_from_json(text, source=str(path)), path.resolve().parent)


def anchored(plan: ShotPlan, folder: Path) -> ShotPlan:
    """The plan with the relative paths of its meshes and artwork taken from `folder`."""
    cast = tuple(
        member.model_copy(update={
            name: str(folder / path) for name in ("mesh", "svg") if (path := getattr(member, name))
        })
        for member in plan.cast
    )  # fmt: skip
    return plan.model_copy(update={"cast": cast})


def plan_schema() -> str:
    """The JSON Schema of a plan, as published in docs/plan.schema.json."""
    return json.dumps(ShotPlan.model_json_schema(), indent=2, sort_keys=True) + "\n"
