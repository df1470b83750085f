"""What the words of a brief say, before anything is placed: the facts between grammar and plan."""

from dataclasses import dataclass, field, replace
from typing import Literal

Side = Literal["left", "right", "behind", "front", "above"]


@dataclass(frozen=True, kw_only=True)
class Thing:
    """One noun phrase: `count` specimens of a kind. `phrase` is the brief's own wording.

    arrangement: "row", "stack", "pile", "circle", "scatter", "triangle", "grid", "arc" or "" for a natural
    group.
    scale multiplies the usual size; height_m sets it. at: where on the screen it was asked to stand.
    """

    kind: str
    count: int = 1
    phrase: str = ""
    name: str = ""
    colour: str | None = None
    accent: str | None = None
    palette: tuple[str, ...] = ()
    """Colours of the specimens in turn, where the words list them."""
    material: str | None = None
    stuffs: tuple[str | None, ...] = ()
    """Materials of the specimens in turn, where the words list them."""
    scale: float = 1.0
    height_m: float | None = None
    wear: float | None = None
    arrangement: str = ""
    text: str = ""
    parts: tuple[str, ...] = ()
    """What was said of its parts, with their colours: "gold cap #c7a03c"."""
    lies: bool = False
    """Whether it lies where its kind usually stands."""
    at: str = ""
    points: str = ""
    """Which way its tip points: "left", "up", or "from pan", "to bowl"."""
    lit: bool | None = None
    assumed: bool = False


@dataclass(frozen=True, kw_only=True)
class Relation:
    """`subject` stands in `kind` relation to `target` (indices into the things; -1 is the stage)."""

    kind: str
    subject: int
    target: int
    second: int = -1


@dataclass(frozen=True, kw_only=True)
class Motion:
    """Something happens to thing `subject`. heading: "left", "right", "away", "near" or "" for free.

    off_edge: it goes over the edge of what carries it. into: it ends in the target. falls: the target is
    knocked over, not only touched. verb: the words.
    """

    style: str
    subject: int
    target: int = -1
    heading: str = ""
    off_edge: bool = False
    into: bool = False
    times: int = 1
    slow: float = 1.0
    falls: bool = False
    which: str = ""
    target_which: str = ""
    """Which of several moves, and which of several it runs into: "middle", "top", "left" …, "" for all."""
    down: int = -1
    """The thing that it comes down on: steps, a ramp."""
    flung: bool = False
    """What it hits goes flying."""
    stops: bool = False
    """It comes to rest while we look."""
    verb: str = ""


@dataclass(frozen=True, kw_only=True)
class Place:
    """A named place: set kind, or a feature of a set. `stage` and `surface` where the word says so."""

    set: str
    stage: str = ""
    surface: str | None = None
    colour: str | None = None
    phrase: str = ""
    weak: bool = False
    """A hint only ("kitchen chair"), which a plain statement overrules."""


@dataclass(frozen=True, kw_only=True)
class Aim:
    """What the camera turns to: a thing (by index) or, with -1, a part of the set such as "sky".

    span: where in the text it is named.
    """

    span: tuple[int, int] = (0, 0)
    phrase: str = ""
    thing: int = -1
    spot: str = ""


@dataclass(frozen=True, kw_only=True)
class Route:
    """Where a move of the camera starts and ends, what it leads along, and whose shoulder it looks over."""

    start: Aim | None = None
    goal: Aim | None = None
    along: Aim | None = None
    over: Aim | None = None


@dataclass(frozen=True, kw_only=True)
class CameraFacts:
    """What was said about camera and lens; None is unsaid."""

    move: str | None = None
    pace: float = 1.0
    focal_mm: float | None = None
    f_stop: float | None = None
    framing: str | None = None
    angle: str | None = None
    roll_deg: float = 0.0
    handheld: float = 0.0
    leave_room: bool = False
    tilt_deg: float | None = None
    """How steeply the camera looks down, where a number says so."""
    arc_deg: float | None = None
    """How far an orbit goes round, where a number says so."""
    centred: int = -1
    """The thing that is said to stand in the middle of a frame from straight above."""
    three_quarter: bool = False
    """Whether the hero is seen half from the side."""
    route: Route = field(default_factory=Route)
    pull: tuple[Aim, Aim] | None = None
    """A focus pull: from whom to whom."""


@dataclass(frozen=True, kw_only=True)
class LightFacts:
    """What was said about light, time and weather; None is unsaid."""

    time: str | None = None
    elevation_deg: float | None = None
    place: str = ""
    when: str = ""
    moon: bool = False
    moon_said: bool = False
    moon_seen: bool = False
    """Whether the moon itself is named, not only its light."""
    stars: bool = False
    sun_seen: bool = False
    """Whether the sun itself is to stand in the picture."""
    side: Side | None = None
    rim: Side | None = None
    """Where a rim light or kicker stands."""
    studio: bool = False
    window: bool = False
    slats: bool = False
    """Whether blinds hang in the windows."""
    gobo: str | None = None
    """The pattern that light throws: "leaves", "window" or "venetian"."""
    on_wall: bool = False
    """Whether the pattern is said to fall across a wall."""
    long_shadows: bool = False
    mirrored: bool = False
    """Whether light is said to be mirrored in wet ground."""
    pools: bool = False
    """Whether lamps are said to stand in the dark, each with its pool of light."""
    headlamps: bool = False
    """Whether the headlamps of what stands there are on."""
    beams: Side | None = None
    """The side from which a car that is not seen lights the scene."""
    clock: str | None = None
    """The colour in which a clock glows."""
    quality: str | None = None
    warmth: float = 0.0
    contrast: float = 0.0
    lamps: bool | None = None
    candles: bool = False
    sole: bool = False
    """Whether what shines in the cast is the only source."""
    neon: bool = False
    cloud: float | None = None
    mist: float | None = None
    wet: bool = False
    rain: bool = False
    """Rain falls, or is heard of: outdoors it wets the ground."""
    season: str | None = None
    snow: bool = False
    """Snow lies, not only on the peaks."""
    backdrop: str | None = None
    high_key: bool = False
    sweep: bool = False
    """Whether the backdrop is one sheet with what things stand on: seamless paper, a cyclorama."""
    overhead: bool = False
    """Whether a lamp hangs over the table, out of frame."""
    screens: bool = False
    """Whether screens were said to glow."""
    key_tint: str | None = None
    rim_tint: str | None = None
    rim_both: bool = False
    """Whether a rim stands on either side."""
    glow: str | None = None
    """The colour of a glow behind the subject, "warm", or "" for white."""
    rim_gain: float = 1.0
    """Colours of gels on key and rim, and how strong the rim is beside the usual one."""


@dataclass(frozen=True, kw_only=True)
class FormatFacts:
    """What was said about raster and time; None is unsaid."""

    aspect: str | None = None
    size: tuple[int, int] | None = None
    fps: str | None = None
    seconds: float | None = None
    pace: float = 1.0
    """How fast the action runs: below 1 in slow motion."""


@dataclass(frozen=True, kw_only=True)
class WaterFacts:
    """What was said about a lake and what lies by it. far: the scene is looked at over the water; afloat and
    ashore: where boats lie."""

    still: bool = False
    mirrored: bool = False
    frozen: bool = False
    far: bool = False
    far_woods: bool = False
    """Trees are said to stand on the far shore."""
    afloat: bool = False
    ashore: bool = False


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Everything a brief said."""

    things: tuple[Thing, ...] = ()
    relations: tuple[Relation, ...] = ()
    motions: tuple[Motion, ...] = ()
    places: tuple[Place, ...] = ()
    absent: tuple[str, ...] = ()
    camera: CameraFacts = field(default_factory=CameraFacts)
    light: LightFacts = field(default_factory=LightFacts)
    format: FormatFacts = field(default_factory=FormatFacts)
    water: WaterFacts = field(default_factory=WaterFacts)
    walls: str = ""
    """What the houses of a street are built of: brick, stone or stucco, with a colour after a blank."""
    bare_room: bool = False
    """Whether the room was said to be empty."""
    sparse: bool = True
    """Whether the brief leaves room for dressing (it named few things and did not ask for emptiness)."""


def only(facts: Facts, keep: list[int]) -> Facts:
    """The facts of some things alone, in order, with all indices renumbered."""
    new = {old: index for index, old in enumerate(keep)}
    relations = tuple(
        replace(r, subject=new[r.subject], target=new[r.target], second=new.get(r.second, new[r.target]))
        for r in facts.relations
        if r.subject in new and r.target in new
    )
    motions = tuple(
        replace(m, subject=new[m.subject], target=new.get(m.target, -1), down=new.get(m.down, -1))
        for m in facts.motions
        if m.subject in new
    )
    camera = _renumbered(facts.camera, new)
    things = tuple(facts.things[i] for i in keep)
    return replace(facts, things=things, relations=relations, motions=motions, camera=camera)


def aimed_instead(camera: CameraFacts, instead: dict[int, int]) -> CameraFacts:
    """The camera's aims at some things turned to others; the rest as they are."""
    aims = (
        camera.route.start,
        camera.route.goal,
        camera.route.along,
        camera.route.over,
        *(camera.pull or ()),
    )
    same = {aim.thing: aim.thing for aim in aims if aim is not None}
    return _renumbered(camera, same | instead)


def _renumbered(camera: CameraFacts, new: dict[int, int]) -> CameraFacts:
    """The camera's aims under new numbers; what became part of the set is a spot of it."""

    def moved(aim: Aim | None) -> Aim | None:
        return None if aim is None else replace(aim, thing=new.get(aim.thing, -1))

    route = camera.route
    route = Route(
        start=moved(route.start), goal=moved(route.goal), along=moved(route.along), over=moved(route.over)
    )
    pull = camera.pull
    if pull is not None:
        pull = moved(pull[0]) or Aim(), moved(pull[1]) or Aim()
    return replace(camera, route=route, pull=pull)
