"""How many there are of what fills something or lies strewn, where no number was said."""

from dataclasses import replace

import numpy as np

from rayograph.plan.bound import Bound
from rayograph.plan.carrying import BOTTOMS
from rayograph.plan.described import USUAL
from rayograph.plan.facts import Thing
from rayograph.plan.stage import size_of

_MOST = 14
_SPILT = 18
"""Most that lie in what is upset."""
_ROWS = {"book": 8, "newspaper": 6, "envelope": 8, "picture": 5}
"""Kinds that stand in a row in a box."""
_FEW = {
    "flower": 5,
    "pencil": 5,
    "bottle": 3,
    "wine_glass": 3,
    "bread": 2,
    "fork": 3,
    "spoon": 3,
    "paint_brush": 4,
}
"""Kinds of which a holder takes its own usual number."""
_STREWN = {"leaf": 16, "coffee_bean": 24, "petal": 16, "coin": 10, "marble": 9}


_SHOWERS = {"leaf": 18, "petal": 24, "confetti": 22}
"""How many there are of what falls in numbers, where no number was said."""
_RAINED = 22


def fill(bound: Bound, guessed: set[int]) -> None:
    """ "A bowl of lemons" is full, "marbles scattered across the floor" are many."""
    _stand_beside(bound)
    _open(bound)
    for relation in bound.relations:
        index = relation.subject
        if relation.kind != "in" or index not in guessed or not 0 <= relation.target < len(bound.things):
            continue
        held, holder = bound.things[index], bound.things[relation.target]
        if held.kind in ("", "?") or holder.kind not in BOTTOMS or held.count != 3:
            continue
        falls = any(relation.target in (m.subject, m.target) for m in bound.motions)
        bound.things[index] = replace(held, count=_capacity(held.kind, size_of(holder), size_of(held), falls))
    _furl(bound)
    _leave_room(bound)
    for motion in bound.motions:
        thing = bound.things[motion.subject] if motion.subject >= 0 else None
        if thing is not None and motion.subject in guessed and thing.count == 3 and thing.kind in _SHOWERS:
            bound.things[motion.subject] = replace(thing, count=_SHOWERS[thing.kind])
        elif thing is not None and motion.subject in guessed and "rain" in motion.verb:
            bound.things[motion.subject] = replace(thing, count=max(thing.count, _RAINED))
    for index, thing in enumerate(bound.things):
        if thing.kind == "confetti" and thing.count == 1:
            bound.things[index] = replace(thing, count=_SHOWERS["confetti"])
    for index in guessed:
        thing = bound.things[index]
        if thing.arrangement == "scatter" and thing.kind not in ("", "?"):
            count = _STREWN.get(thing.kind, USUAL["scatter"])
            bound.things[index] = replace(thing, count=max(thing.count, count))


_OPENED = {"jar": "open_jar", "carton": "open_carton", "tin_can": "open_tin"}
"""Holders that come closed → the same, open."""


_POURERS = ("jug", "bottle", "teapot", "wine_bottle", "decanter", "kettle", "carafe", "moka_pot")
_DRUNK_FROM = ("wine_glass", "tumbler", "cup", "beer_mug", "bowl", "plate")


def _stand_beside(bound: Bound) -> None:
    """ "A pitcher of lemonade and two glasses": the glasses do not stand in the pitcher."""

    def poured(i: int, j: int) -> bool:
        both = 0 <= i < len(bound.things) and 0 <= j < len(bound.things)
        return both and bound.things[i].kind in _DRUNK_FROM and bound.things[j].kind in _POURERS

    bound.relations = [r for r in bound.relations if r.kind != "in" or not poured(r.subject, r.target)]


def _open(bound: Bound) -> None:
    """A jar or a box that holds things to be seen has no lid."""
    for relation in bound.relations:
        if relation.kind == "in" and 0 <= relation.target < len(bound.things):
            host, held = bound.things[relation.target], bound.things[relation.subject]
            if host.kind in _OPENED and held.kind not in ("", "?"):
                colour = None if host.kind == "jar" else host.colour
                bound.things[relation.target] = replace(host, kind=_OPENED[host.kind], colour=colour)


_SMALL_TOPS = ("chopping_board", "tray", "plate", "book", "block", "cylinder")


def _leave_room(bound: Bound) -> None:
    """ "A kettle and a loaf on a board": where there is no room for both, what is named last lies on it."""
    for target, host in enumerate(bound.things):
        on = [r for r in bound.relations if r.kind == "on" and r.target == target]
        if host.kind not in _SMALL_TOPS or len(on) < 2 or host.count > 1:
            continue
        wide, deep, _ = size_of(host)
        needed = sum(_floor(bound.things[r.subject]) for r in on)
        if needed > 0.9 * wide * deep:
            bound.relations = [r for r in bound.relations if r not in on[:-1]]


def _floor(thing: Thing) -> float:
    """Floor that all of a thing take [m²]."""
    if thing.kind in ("", "?"):
        return 0.0
    wide, deep, _ = size_of(thing)
    return max(wide, deep) ** 2 * thing.count


def _furl(bound: Bound) -> None:
    """An umbrella that leans, hangs or stands in something is rolled up."""
    for relation in bound.relations:
        if relation.kind in ("against", "in", "hanging") and relation.subject >= 0:
            thing = bound.things[relation.subject]
            if thing.kind == "umbrella" and "open" not in thing.phrase.lower().split():
                bound.things[relation.subject] = replace(thing, kind="umbrella_closed")


def _capacity(
    kind: str, holder: tuple[float, float, float], held: tuple[float, float, float], spilt: bool
) -> int:
    """A layer and a half of them, or a row; as many as it has room for, if they are to be spilt."""
    if kind in _ROWS or kind in _FEW:
        return {**_ROWS, **_FEW}[kind]
    room = 0.78 * holder[0] * holder[1]
    each = max(held[0] * held[1], 1e-6)
    if spilt:
        volume = 0.3 * holder[0] * holder[1] * holder[2]
        return int(np.clip(volume / max(each * held[2], 1e-9), 3, _SPILT))
    return int(min(max(1.5 * room / each, 3), 8 if holder[2] < 0.14 else _MOST))
