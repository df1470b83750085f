"""How an interior is furnished for what the words name, as options of its set."""

from rayograph.plan.facts import Facts

Options = tuple[tuple[str, str], ...]
FURNITURE = frozenset(
    "sofa armchair chair stool bed table side_table sideboard bookcase piano grandfather_clock coat_stand "
    "fireplace pendant_lamp chandelier string_lights floor_lamp television ladder floor_globe bench "
    "christmas_tree guitar umbrella suitcase rug".split()
)
"""Kinds that furnish a room: a second one beside them would be the room's own."""
_WALLED = frozenset("fireplace bookcase sideboard piano grandfather_clock sofa coat_stand".split())
_TALL = frozenset("bookcase grandfather_clock string_lights".split())
LAMPS = frozenset("floor_lamp desk_lamp pendant_lamp chandelier lantern".split())
"""Kinds that light a room instead of its own lamps."""
_COUNTER = frozenset("counter countertop countertops worktop worktops".split())
BOOKISH = ("library", "study")


def said_places(facts: Facts) -> set[str]:
    """The words of all places."""
    return {w.strip(".,'") for p in facts.places for w in p.phrase.lower().replace("-", " ").split()}


def along_counter(facts: Facts, room: str) -> bool:
    """Whether a kitchen is seen along its counter."""
    return room == "kitchen" and bool(said_places(facts) & _COUNTER)


def furnishing(facts: Facts, stage: str, room: str) -> Options:
    """Options of the set, by the stage, the room and what is cast and said."""
    options: list[tuple[str, str]] = []
    if facts.light.slats:
        options.append(("blinds", "venetian"))
    if stage == "table":
        return (*options, ("counter", "kitchen")) if along_counter(facts, room) else tuple(options)
    kinds = {t.kind for t in facts.things}
    at = {t.at for t in facts.things} & {"wall", "corner", "window", "sill"}
    if not (kinds & FURNITURE or at):
        return tuple(options)
    options.append(("walls", "near"))
    standing = kinds & _WALLED or at - {"sill"}
    shelves = room in BOOKISH and not kinds & {"fireplace", "bookcase", "piano"}
    if shelves or (room == "bedroom" and "bed" not in kinds) or not standing:
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


def _sees_window(facts: Facts) -> bool:
    """Whether a window is named as a part of the room, or the moon shines in by it."""
    return bool(said_places(facts) & {"window", "windows"}) or (facts.light.moon and facts.light.window)
