"""Leaves and petals that move by themselves are things; those that stand still are parts of a plant."""

from rayograph.plan.chunks import Chunk
from rayograph.plan.facts import Thing
from rayograph.plan.items import Item, Nouns

_KINDS = {"leaves": "leaf", "petals": "petal"}
_MOVES = ("motion", "cannot")
_LYING = ("scattered", "strewn", "strewn about", "scattered about", "dotted", "littered")


def read_loose(found: Nouns, row: list[Chunk], i: int) -> bool:
    """Whether the chunk is leaves that fall, blow or lie strewn; they are then cast."""
    kind = _KINDS.get(row[i].text)
    if kind is None:
        return False
    before = row[i - 1] if i else None
    fallen = before is not None and (before.sense("attributive") or before.text in ("falling", "drifting"))
    after = [c for c in row[i + 1 : i + 3] if c.text not in ("are", "is", "slowly", "gently", "softly")][:1]
    moves = any((c.sense(*_MOVES) and not c.sense("cast")) or c.text in _LYING for c in after)
    if not (moves or fallen):
        return False
    found.guessed.add(len(found.things))
    thing = Thing(kind=kind, count=3, phrase=row[i].text, name=row[i].text)
    found.things.append(thing)
    at = Item(kind="thing", start=row[i].start, end=row[i].end, thing=len(found.things) - 1)
    found.items.append(at)
    return True
