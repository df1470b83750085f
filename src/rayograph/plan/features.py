"""Parts of a room by which things stand: the window, its sill, a wall, a corner."""

from dataclasses import replace

from rayograph.plan.bound import Bound, Clause
from rayograph.plan.facts import Place

_BY = ("beside", "under", "in front of", "with")
_WALL = ("beside", "on", "in front of", "against", "hanging")


def stand_by(bound: Bound, clause: Clause, relation: str, place: Place) -> None:
    """Let what was named stand by the part of the room that a place means."""
    at = _feature(relation, place)
    moved = {m.subject for m in bound.motions}
    for index in clause.anchors or clause.subjects if at else []:
        if index not in moved:
            bound.things[index] = replace(bound.things[index], at=bound.things[index].at or at)


def _feature(relation: str, place: Place) -> str:
    words = place.phrase.lower().replace("-", " ").split()
    last = words[-1] if words else ""
    if "shop" in words or not relation or place.set not in ("interior", ""):
        return ""
    if last in ("windowsill", "sill", "ledge") and relation in ("on", "in", "along", "beside"):
        return "sill"
    if last in ("window", "windows") and relation in _BY:
        return "window"
    if last == "corner" and relation in ("in", "beside"):
        return "corner"
    if last in ("wall", "walls") and relation in _WALL:
        return "wall"
    shelves = ("bookshelf", "bookshelves", "shelves", "bookcases", "bookcase")
    return "wall" if last in shelves and relation in ("beside", "against", "on") else ""
