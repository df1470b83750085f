"""Parts of a room by which things stand: the window, its sill, a wall, a corner."""

from dataclasses import replace

from rayograph.plan.bound import Bound, Clause
from rayograph.plan.facts import Facts, Place
from rayograph.plan.stage import extent

_BY = ("beside", "under", "in front of", "with")
_WALL = ("beside", "on", "in front of", "against", "hanging")


def stand_by(bound: Bound, clause: Clause, relation: str, place: Place) -> None:
    """Let what was named stand by the part of the room that a place means."""
    at = _feature(relation, place)
    moved = {m.subject for m in bound.motions}
    for index in clause.anchors or clause.subjects if at else []:
        if index not in moved:
            bound.things[index] = replace(bound.things[index], at=bound.things[index].at or at)


SILLS = ("windowsill", "sill", "ledge")
_SILL_M = 0.6
"""What is larger than this stands on no sill [m]."""


_POTTED_M = 0.38
"""Height of a plant that a sill holds [m]."""


def line_sill(facts: Facts) -> Facts:
    """ "Deep window sill, three pots": what is named with a sill and nothing else stands on it."""
    named = any(
        p.phrase.lower().split()[-1:] in [[w] for w in SILLS] and p.set == "interior" for p in facts.places
    )
    told = {r.subject for r in facts.relations if r.target >= 0} | {m.subject for m in facts.motions}
    if not named or any(t.at for t in facts.things):
        return facts
    things = tuple(
        replace(t, at="sill", height_m=_POTTED_M if t.kind == "plant" else t.height_m)
        if i not in told and t.kind and (t.kind == "plant" or extent(t) <= _SILL_M)
        else t
        for i, t in enumerate(facts.things)
    )
    return replace(facts, things=things)


def _feature(relation: str, place: Place) -> str:
    words = place.phrase.lower().replace("-", " ").split()
    last = words[-1] if words else ""
    if "shop" in words or not relation or place.set not in ("interior", ""):
        return ""
    if last in SILLS and relation in ("on", "in", "along", "beside"):
        return "sill"
    if last in ("window", "windows") and relation in _BY:
        return "window"
    if last == "corner" and relation in ("in", "beside"):
        return "corner"
    if last in ("wall", "walls") and relation in _WALL:
        return "wall"
    shelves = ("bookshelf", "bookshelves", "shelves", "bookcases", "bookcase")
    return "wall" if last in shelves and relation in ("beside", "against", "on") else ""
