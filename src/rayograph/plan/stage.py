"""Choose the set: by the places that were named, else by where the cast belongs."""

import re
from dataclasses import dataclass, replace

from rayograph.core.catalogue import SetKind, cast_kind, set_kind
from rayograph.core.kinds.kind import CastKind
from rayograph.core.rooms import COUNTERS, NEAR_BACK, PURPOSES, WALL_DEPTH
from rayograph.core.tables import table_form
from rayograph.plan.facts import Facts, LightFacts, Place, Relation, Thing, only
from rayograph.plan.furnishing import Options, counter_of, furnishing
from rayograph.plan.lakeside import OVER_WATER, has_floats, lake_stage

SMALL_M = 0.62
"""Greatest extent of a thing that stands on a table at life size [m]."""
ROOM_M = 3.0
"""Greatest extent of a thing that a room holds [m]."""
UNDER_SKY = 1.0
"""Height of a camera whose frame is to hold much sky and yet the ground that things stand on [m]."""
_POTTED = ("tree", "bush", "christmas_tree")
"""Kinds of which a room has small ones."""
TABLES = frozenset("table desk".split())
"""Kinds that are the stage itself where nothing but small things is named with them."""
ON_WALL = frozenset({"neon_sign"})
"""Kinds that hang on a wall of a room."""
_STANDING = frozenset("side_table stool chair table television bowling_pin bowling_ball".split())
"""Small furniture: it stands on a floor."""
_TABLELESS = frozenset(
    "attic loft hallway hall corridor landing basement cellar barn ballroom stairs staircase "
    "gallery warehouse".split()
)
"""Rooms whose small things stand on the floor rather than on a table."""
_DINING_HIGH = frozenset("kitchen dining_room study bar workshop classroom office".split())
"""Rooms with a table to sit up at, 0.75 m high; elsewhere it is a coffee table."""
_HOMELY = frozenset("bedside side dining dressing console writing end desk".split())
"""Tables that stand in a room."""
_FEATURES = frozenset(
    "window windows floor curtain curtains rug carpet sofa couch bookshelf bookshelves bookcase "
    "bookcases floorboards parquet staircase windowsill stove hob oven sink cooker fridge "
    "refrigerator".split()
)
"""Words of a room's parts."""
_STAND_INS = {
    "pine": "oak", "maple": "oak", "ebony": "walnut", "painted_wood": "oak", "granite": "slate",
    "sandstone": "concrete", "polished_stone": "marble", "velvet": "linen", "silk": "linen", "felt": "linen",
    "leather": "walnut", "plaster": "concrete", "steel": "concrete", "chrome": "marble", "copper": "brass",
    "gold": "brass", "bronze": "copper", "canvas": "linen", "book_cloth": "linen", "wicker": "oak",
    "glazed_ceramic": "marble", "glass": "marble", "green_glass": "glass", "amber_glass": "glass",
    "black_iron": "slate", "painted_metal": "plastic", "car_paint": "plastic", "rusty_metal": "black_iron",
    "brick": "cobbles", "plastic": "paper", "rubber": "slate", "mossy_rock": "gravel", "bark": "meadow",
    "slate": "slate", "ice": "glass", "bone": "plaster", "charred_wood": "ebony", "asphalt": "slate",
    "water": "glass", "gravel": "slate", "cobbles": "slate",
}  # fmt: skip
"""Surface material that was asked for → the nearest that the sets have."""


@dataclass(frozen=True, kw_only=True)
class Stage:
    """The set of the shot and its usable half size [m]. Things are at life size unless `model`."""

    kind: SetKind
    name: str
    surface: str | None
    surface_colour: str | None
    half: tuple[float, float]
    camera: tuple[float, float]
    model: bool
    room: str = ""
    """How an interior is furnished; empty: the set's own choice."""
    sky: bool = False
    """Whether moon or stars are named, so that the frame must hold much sky."""
    furnishing: Options = ()
    """Further options of an interior."""
    notes: tuple[str, ...] = ()

    @property
    def small(self) -> bool:
        """A table top rather than a floor or the open."""
        return self.kind.name == "tabletop" or self.name == "table"

    @property
    def lift(self) -> float:
        """Height of the stage over the floor of its room [m]."""
        counter = COUNTERS.get(dict(self.furnishing).get("counter", ""))
        if counter is not None:
            return counter.height
        if self.kind.name != "interior" or self.name == "default":
            return 0.0
        return 0.75 if self.room in _DINING_HIGH else 0.42


def kind_of(thing: Thing) -> CastKind:
    """The catalogue entry of a thing.

    Raises:
        KeyError: the kind is not in the catalogue.
    """
    kind = cast_kind(thing.kind)
    if kind is None:
        raise KeyError(thing.kind)
    return kind


def size_of(thing: Thing) -> tuple[float, float, float]:
    """Width, depth, height [m] under the words' scale."""
    x, y, z = (
        kind_of(thing).size if thing.kind != "table" else table_form(f"{thing.phrase} {thing.name}").size
    )
    factor = thing.scale if thing.height_m is None else thing.height_m / z
    return x * factor, y * factor, z * factor


def extent(thing: Thing) -> float:
    """Greatest dimension of a thing [m]; cloth counts for less, since it folds."""
    size = max(size_of(thing))
    return size * 0.5 if thing.kind == "cloth" else size


def settle_tables(facts: Facts) -> Facts:
    """ "Table" names a thing in a room, but the stage when all else would stand on it."""
    others = [t for t in facts.things if t.kind not in TABLES]
    tables = [i for i, t in enumerate(facts.things) if t.kind in TABLES]
    rooms = [p for p in facts.places if (p.set in ("lake", "street") or is_room(p)) and not p.weak]
    homely = any(word in _HOMELY for i in tables for word in facts.things[i].name.split())
    # What falls off a table falls to a floor.
    leaving = {m.subject for m in facts.motions if m.off_edge}
    falls = bool(tables) and bool(leaving)
    if (homely or falls) and not rooms and not facts.light.studio:
        room = Place(set="interior", phrase=f"{facts.things[tables[0]].name} room")
        facts = replace(facts, places=(*facts.places, room))
    outdoors = any(p.set in ("lake", "street") for p in rooms)
    if not tables or outdoors or any(extent(t) > SMALL_M for t in others):
        return facts
    plain = all(facts.things[i].material is None and facts.things[i].colour is None for i in tables)
    if (rooms or homely) and not (plain and len(tables) == 1 and _is_centre(facts, tables[0])):
        return facts
    used = {r.target for r in facts.relations if r.kind in ("under", "beside", "behind")}
    used |= {m.subject for m in facts.motions}
    if any(p.set == "interior" for p in facts.places):
        # What falls off a table in a room falls past the table, which must be seen.
        used |= {r.target for r in facts.relations if r.subject in leaving}
    if not others or any(i in used for i in tables):
        return facts
    places = list(facts.places)
    for i in tables:
        table = facts.things[i]
        if rooms or homely:
            places.append(Place(set="interior", stage="table", phrase=table.phrase))
            continue
        places.append(Place(set="tabletop", surface=table.material, colour=table.colour, phrase=table.phrase))
    return _without(replace(facts, places=tuple(places)), tables)


def _is_centre(facts: Facts, table: int) -> bool:
    """Whether a table is the one that a room is furnished about, and things stand on it."""
    words = set(facts.things[table].name.split())
    bears = any(r.target == table and r.kind in ("on", "with") for r in facts.relations)
    # "Stripes across the desk: a typewriter, an ashtray": what no word places stands on it.
    bears = bears or not facts.relations
    return not words & {"bedside", "side", "console", "dressing", "end"} and bears


_ROOMS = {
    "nursery": "nursery playroom child's childs kid's kids children's boy's girl's",
    "classroom": "classroom schoolroom school",
    "bathroom": "bathroom washroom vanity washbasin basin bathtub toothbrush",
    "workshop": "workshop workbench garage shed toolshed",
    "bar": "bar pub tavern saloon speakeasy diner cafe café restaurant bistro",
    "office": "office cubicle workplace",
    "kitchen": "kitchen pantry counter worktop worktops countertop stove hob oven sink cooker fridge "
    "refrigerator",
    "study": "study den workroom desk",
    "dining_room": "dining",
    "bedroom": "bedroom nursery hotel bedside nightstand dressing",
    "library": "library bookshop bookcase bookcases bookshelf bookshelves book archive",
}
"""How the interior can be furnished → words that ask for it."""


def room_of(facts: Facts, stage: str) -> str:
    """How the interior should be furnished, or "" for the usual living room."""
    words = {w.strip(".,'") for p in facts.places for w in p.phrase.lower().replace("-", " ").split()}
    words |= {w for t in facts.things if t.kind in TABLES or t.kind == "side_table" for w in t.name.split()}
    room = next((name for name, known in _ROOMS.items() if words & set(known.split())), "")
    own = stage == "default" and any(t.kind in TABLES for t in facts.things)
    # A desk or a dining table of the cast stands on the floor: no second one beside it.
    return {"study": "library", "dining_room": ""}.get(room, room) if own else room


def is_room(place: Place) -> bool:
    """Whether a place is a room rather than something in it: "the kitchen", not "the window"."""
    words = place.phrase.lower().replace(".", " ").split()
    return place.set == "interior" and place.stage == "" and not (words and words[-1] in _FEATURES)


def settle_cloths(facts: Facts) -> Facts:
    """A cloth that only lies under other things is the table's surface: else it would fall over them."""
    under = {r.target for r in facts.relations if r.kind == "on"}
    moving = {m.subject for m in facts.motions}
    borne = {r.subject for r in facts.relations if r.kind != "with"}
    picnic = any(p.set == "lake" and not p.weak for p in facts.places) and len(facts.things) > 1
    lying = [
        i
        for i, t in enumerate(facts.things)
        if t.kind == "cloth"
        and t.count == 1
        and i not in moving
        and (
            i in under
            or (picnic and i not in borne and t.name.split()[-1:] in (["blanket"], ["rug"]))
            or (t.name.split()[-1:] == ["tablecloth"] and i not in borne and len(facts.things) > 1)
        )
    ]
    if not lying:
        return facts
    cloth = facts.things[lying[0]]
    if any(place.set == "lake" and not place.weak for place in facts.places):
        return _spread_out(facts, lying[0])
    place = Place(set="tabletop", surface="linen", colour=cloth.colour, phrase=cloth.phrase)
    return _without(replace(facts, places=(place, *facts.places)), lying)


def _spread_out(facts: Facts, cloth: int) -> Facts:
    """In the open nothing but the grass lies under a blanket, and what no word places lies on it."""
    spread = replace(facts.things[cloth], kind="picnic_blanket", material=None)
    things = tuple(spread if i == cloth else t for i, t in enumerate(facts.things))
    laid = tuple(
        replace(r, kind="on", subject=r.target, target=r.subject, second=r.subject)
        if r.kind == "with" and r.subject == cloth
        else r
        for r in facts.relations
    )
    placed = {r.subject for r in laid} | {m.subject for m in facts.motions}
    loose = [
        i
        for i, t in enumerate(things)
        if i != cloth and i not in placed and t.kind and max(size_of(t)) < SMALL_M and not t.at
    ]
    laid += tuple(Relation(kind="on", subject=i, target=cloth, second=cloth) for i in loose)
    return replace(facts, things=things, relations=laid)


def _without(facts: Facts, gone: list[int]) -> Facts:
    return only(facts, [i for i in range(len(facts.things)) if i not in gone])


def choose_stage(facts: Facts) -> Stage:
    """The set that the words name, else the one where the largest of the cast belongs."""
    notes: list[str] = []
    named = [p for p in facts.places if p.set and not p.weak] or [p for p in facts.places if p.set]
    largest = max((extent(t) for t in facts.things), default=0.0)
    name = _named(named, facts.light, largest)
    if name is None:
        name = _by_cast(facts)
        notes.append(f"the {name} set, where these things belong" if facts.things else f"the {name} set")
    grown = max((extent(t) for t in facts.things if t.kind not in _POTTED), default=0.0)
    roomy = name == "interior" and any(is_room(p) for p in named) and grown <= ROOM_M
    if name == "interior" and not roomy and largest > ROOM_M and _by_cast(facts) in ("lake", "street"):
        name = _by_cast(facts)
        notes.append(f"the {name} set: this does not fit into a room")
    if name == "interior" and any(t.kind not in ON_WALL for t in facts.things):
        # What hangs on the wall behind them does not send small things to the floor.
        largest = max(extent(t) for t in facts.things if t.kind not in ON_WALL)
    if name == "interior" and facts.light.on_wall and largest <= SMALL_M and not _room_named(named):
        name = "tabletop"  # the wall that takes the pattern stands right behind the things
    stage = _which_stage(name, named, facts, largest)
    kind = set_kind(name)
    model = (name == "tabletop" and largest > SMALL_M) or (stage == "table" and largest > SMALL_M)
    if model:
        notes.append("what is too large for a table stands as a scale model")
    surface, shade, remark = _surface(kind, facts.places, facts.light.studio or facts.light.high_key)
    desk = any("desk" in p.phrase.lower().split() for p in facts.places)
    if name == "tabletop" and surface is None and shade is None and facts.light.on_wall and desk:
        surface = "walnut"
    if name == "tabletop" and surface == "painted_wood" and (facts.light.studio or facts.light.rim):
        surface = "plastic"  # what a studio shoots on is smooth, not flaking paint
    half = kind.stages[stage]
    room = room_of(facts, stage) if name == "interior" else ""
    options = furnishing(facts, stage, room) if name == "interior" else ()
    if ("walls", "near") in options:
        half = (1.55, 1.15, 0.0)
    if room in PURPOSES and stage == "default":
        half = (1.25, min(1.15, NEAR_BACK - WALL_DEPTH[room] - 0.4), 0.0)
    if "counter" in dict(options):
        counter = COUNTERS[dict(options)["counter"]]
        half = (*counter.half, counter.height)
    elif room in PURPOSES and stage == "table":
        half = (0.76, 0.36, 0.75)
    camera = OVER_WATER if stage == "shore" and has_floats(facts) else kind.camera[stage]
    sky = name == "lake" and (facts.light.moon_seen or facts.light.stars)
    return Stage(
        kind=kind,
        name=stage,
        surface=surface,
        surface_colour=shade,
        half=(half[0], half[1]),
        camera=(camera[0], min(camera[1], UNDER_SKY)) if sky and camera is not OVER_WATER else camera,
        model=model,
        sky=sky,
        room=room,
        furnishing=options,
        notes=(*notes, *remark),
    )


def _room_named(named: list[Place]) -> bool:
    """Whether a room is named, not only a desk or a wall in one."""
    return any(is_room(p) and not {"desk", "table", "wall"} & set(p.phrase.lower().split()) for p in named)


def _named(named: list[Place], light: LightFacts, largest: float) -> str | None:
    sets = [p.set for p in named]
    if not sets:
        return "tabletop" if light.studio and largest <= 1.0 else None
    outdoors = [p.set for p in named if p.set in ("lake", "street")]
    rooms = [p for p in named if is_room(p)]
    studio = any("studio" in p.phrase.lower() and p.set == "tabletop" for p in named)
    if studio and not outdoors and largest <= 1.0:
        return "tabletop"
    if rooms:
        # "The street outside the window": what was named first is where the camera stands.
        first = next(p for p in named if p in rooms or p.set in ("lake", "street"))
        return first.set if first.set not in ("lake", "street") or largest > 0 else "interior"
    if outdoors and (largest > 0 or "tabletop" not in sets):
        return outdoors[0]
    if "tabletop" in sets:
        return "interior" if "interior" in sets and largest > SMALL_M else "tabletop"
    panes = all("window" in p.phrase.lower() and "sill" not in p.phrase.lower() for p in named)
    if set(sets) == {"interior"} and panes and largest <= SMALL_M:
        return "tabletop"
    return sets[0]


def _by_cast(facts: Facts) -> str:
    if not facts.things:
        return "interior" if facts.light.window or facts.light.lamps else "lake"
    biggest = max(facts.things, key=extent)
    settings = kind_of(biggest).settings
    said = facts.light
    if (said.season or said.wet or said.rain or said.mist or said.cloud is not None) and not said.window:
        settings = tuple(s for s in settings if s in ("lake", "street")) or settings
    drives = {m.style for m in facts.motions}
    if "sail" in drives and "lake" in settings:
        return "lake"
    votes = [kind_of(t).settings for t in facts.things]
    shared = [s for s in settings if all(s in v for v in votes)]
    return (shared or list(settings))[0]


def _which_stage(name: str, named: list[Place], facts: Facts, largest: float) -> str:
    if name == "lake":
        return lake_stage(facts)
    if name == "interior":
        words = " ".join(p.phrase.lower() for p in facts.places)
        table = any(p.stage == "table" for p in named) or "table" in words or "desk" in words
        on_floor = "floor" in words or "carpet" in words or "rug" in words
        small = bool(facts.things) and largest <= SMALL_M
        if small and counter_of(facts, room_of(facts, "table")):
            return "table"
        sill = any(t.at in ("sill", "window", "corner", "wall") for t in facts.things)
        bare = bool(set(words.replace(",", " ").split()) & _TABLELESS) and not table
        if sill or bare or any(t.kind in _STANDING for t in facts.things):
            return "default"
        return "table" if small and not bare and (table or not on_floor) else "default"
    return "default"


_SANDY = re.compile(r"\b(?:beach|sand|sandy|dunes?|seaside)\b", re.IGNORECASE)


def _surface(
    kind: SetKind, places: tuple[Place, ...], studio: bool = False
) -> tuple[str | None, str | None, tuple[str, ...]]:
    if kind.name == "lake" and all(p.surface in (None, "sand") for p in places):
        if any(_SANDY.search(p.phrase) for p in places if not p.weak):
            return "sand", None, ()
    for place in places:
        if place.surface is None:
            bare = kind.name == "tabletop" and place.set == "" and place.phrase.lower().endswith("surface")
            if place.colour is not None and (place.set == kind.name or bare):
                sheet = "paper" if bare and studio else "painted_wood"  # seamless
                return (sheet if kind.name == "tabletop" else None), place.colour, ()
            continue
        if place.set not in ("", kind.name) and not (place.set == "tabletop" and kind.name == "interior"):
            continue
        wanted = place.surface
        if wanted == "plastic" and "clear" in place.phrase.lower():
            wanted = "glass"  # clear acrylic
        surface = wanted if wanted in kind.surfaces else _STAND_INS.get(wanted, "")
        if surface not in kind.surfaces:
            return (
                None,
                place.colour,
                (f"a surface of {wanted.replace('_', ' ')} is not offered; the usual one stays",),
            )
        note = (
            () if surface == wanted else (f"{surface} stands in for a surface of {wanted.replace('_', ' ')}",)
        )
        return surface, place.colour, note
    return None, None, ()
