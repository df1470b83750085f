"""How an interior is furnished for what the words name, as options of its set."""

from dataclasses import replace

from rayograph.core.catalogue import cast_kind
from rayograph.core.rooms import COUNTERS, PURPOSES
from rayograph.plan.facts import Facts, Place, Relation, Thing
from rayograph.plan.room_paint import finishes

Options = tuple[tuple[str, str], ...]
FURNITURE = frozenset(
    "sofa armchair chair stool bed table side_table sideboard bookcase piano grandfather_clock coat_stand "
    "fireplace pendant_lamp chandelier string_lights floor_lamp television ladder floor_globe bench "
    "christmas_tree guitar umbrella suitcase rug".split()
)
"""Kinds that furnish a room: a second one beside them would be the room's own."""
_WALLED = frozenset(
    "wardrobe radiator fireplace bookcase sideboard piano grandfather_clock sofa coat_stand".split()
)
_TALL = frozenset("bookcase grandfather_clock string_lights".split())
LAMPS = frozenset("floor_lamp desk_lamp pendant_lamp chandelier lantern".split())
"""Kinds that light a room instead of its own lamps."""
_COUNTER = frozenset("counter countertop countertops worktop worktops workbench bench vanity".split())
_BARS = frozenset("bar pub tavern saloon speakeasy bartop".split())
_ELSEWHERE = frozenset("floor table booth bathtub tub shower rug carpet".split())
"""Places of such a room that are not its counter."""
BOOKISH = ("library", "study")


def said_places(facts: Facts) -> set[str]:
    """The words of all places."""
    return {w.strip(".,'") for p in facts.places for w in p.phrase.lower().replace("-", " ").split()}


def counter_of(facts: Facts, room: str) -> str:
    """The counter along which a room is seen: a kitchen's worktop, a bar, a vanity, a bench; "" for none."""
    said = said_places(facts)
    if room not in COUNTERS or (room == "kitchen" and not said & _COUNTER):
        return ""
    if room == "bar" and not said & (_COUNTER | _BARS):
        return ""
    return "" if said & _ELSEWHERE and not said & _COUNTER else room


def furnishing(facts: Facts, stage: str, room: str) -> Options:
    """Options of the set, by the stage, the room and what is cast and said."""
    return (*_furniture(facts, stage, room), *finishes(facts))


def _furniture(facts: Facts, stage: str, room: str) -> Options:
    options: list[tuple[str, str]] = []
    if facts.light.slats:
        options.append(("blinds", "venetian"))
    if stage == "table":
        counter = counter_of(facts, room)
        return (*options, ("counter", counter)) if counter else tuple(options)
    if facts.bare_room:
        return (*options, ("walls", "near"), ("back", "bare"), ("rug", "none"), ("lamps", "none"))
    kinds = {t.kind for t in facts.things}
    at = {t.at for t in facts.things} & {"wall", "corner", "window", "sill"}
    if not (kinds & FURNITURE or at or room in PURPOSES):
        return tuple(options)
    options.append(("walls", "near"))
    standing = kinds & _WALLED or at - {"sill"}
    if room in PURPOSES:
        standing = standing if room == "nursery" else set()
    shelves = room in BOOKISH and not kinds & {"fireplace", "piano"}
    if shelves or (room == "bedroom" and "bed" not in kinds) or (not standing and "bed" not in kinds):
        options.append(("back", "full"))
    else:
        options.append(("back", "bare" if kinds & _TALL else "low"))
    if at & {"sill", "window"} or _sees_window(facts):
        options.append(("view", "window"))
    if "rug" in kinds or facts.motions:
        options.append(("rug", "none"))
    if kinds & LAMPS:
        options.append(("lamps", "none"))
    return tuple(options)


def _fits_a_table(thing: Thing) -> bool:
    kind = cast_kind(thing.kind)
    return kind is not None and max(kind.size) < 0.62


def cast_tables(facts: Facts) -> Facts:
    """ "Over the kitchen table" with chairs or a lamp to be seen: the table is a thing of the room.

    So is one off which something falls, since it falls to the floor of that room.
    """
    kinds = {t.kind for t in facts.things}
    named = [p for p in facts.places if p.phrase.lower().split()[-1:] == ["table"] and p.set != "lake"]
    carried = {r.subject for r in facts.relations if r.kind in ("on", "in")}
    falling = any(m.off_edge and m.subject not in carried for m in facts.motions)
    seated = bool(kinds & {"pendant_lamp", "chandelier", "chair", "stool", "sofa", "armchair"})
    if not named or "table" in kinds or not (seated or falling):
        return facts
    if any(p.set in ("lake", "street") for p in facts.places):
        return facts
    index, place = len(facts.things), named[0]
    table = Thing(
        kind="table", name=place.phrase, phrase=place.phrase, material=place.surface, colour=place.colour
    )
    word = next((w for w in ("kitchen", "dining") if w in place.phrase.lower()), "")
    room = Place(set="interior", phrase=f"{word} room".strip() if word != "kitchen" else word)
    over = [i for i, t in enumerate(facts.things) if t.kind in ("pendant_lamp", "chandelier")]
    new = [Relation(kind="above", subject=i, target=index, second=index) for i in over]
    placed = (
        carried | {r.subject for r in facts.relations if r.target >= 0} | {m.subject for m in facts.motions}
    )
    if not falling and not said_places(facts) & {"floor", "rug", "carpet"}:
        loose = [i for i, t in enumerate(facts.things) if i not in placed and _fits_a_table(t) and not t.at]
        new += [Relation(kind="on", subject=i, target=index, second=index) for i in loose]
    if falling:
        small = [i for i, t in enumerate(facts.things) if i not in carried and _fits_a_table(t)]
        new += [Relation(kind="on", subject=i, target=index, second=index) for i in small]
    return replace(
        facts,
        things=(*facts.things, table),
        places=(*(p for p in facts.places if p not in named), room),
        relations=(*facts.relations, *new),
    )


_STANDING = frozenset(
    "floor_lamp armchair sofa bed piano grandfather_clock coat_stand wardrobe bookcase".split()
)
"""Kinds that stand on the floor whatever is read."""
_LOW = frozenset("sideboard table side_table desk counter shelf bookcase stool chair bench".split())


def grounded(facts: Facts) -> Facts:
    """ "An armchair, a floor lamp and a record player on a sideboard": only the last of them stands on it."""
    kept = tuple(
        r for r in facts.relations
        if not (r.kind == "on" and r.target >= 0 and facts.things[r.subject].kind in _STANDING
                and facts.things[r.target].kind in _LOW)
    )  # fmt: skip
    return facts if len(kept) == len(facts.relations) else replace(facts, relations=kept)


def _sees_window(facts: Facts) -> bool:
    """Whether a window is named as a part of the room, or the moon shines in by it."""
    return bool(said_places(facts) & {"window", "windows"}) or (facts.light.moon and facts.light.window)
