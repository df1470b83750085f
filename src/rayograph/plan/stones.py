"""Stones that are laid flat on each other: a stack on a boulder, a cairn by the water."""

import re
from dataclasses import replace

from rayograph.plan.facts import Facts, Thing

_FLAT = re.compile(r"\b(?:flat|smooth|slate|river|skimming|pebbles?|worn)\b")
_EDGE = re.compile(r"\b(?:water'?s? edge|waterline|edge|shallows|waterside|water)\b")


def settle_stones(facts: Facts) -> Facts:
    """Flat stones, and stones that are stacked, are such as can be; several on one boulder lie on each other.

    What bears them stands at the very edge of the water, where that was said.
    """
    things = list(facts.things)
    for index, thing in enumerate(things):
        heaped = thing.kind == "rock" and thing.count > 1 and thing.arrangement in ("stack", "pile")
        if thing.kind == "rock" and (_FLAT.search(thing.phrase.lower()) or heaped):
            things[index] = replace(thing, kind="flat_stone")
    for r in facts.relations:
        if r.kind == "on" and r.target >= 0 and _lies_on_another(things, r.subject, r.target):
            many = things[r.subject].count > 1
            things[r.subject] = replace(
                things[r.subject], arrangement="stack" if many else "", kind="flat_stone"
            )
            if _by_water(facts) and not things[r.target].at:
                things[r.target] = replace(things[r.target], at="waterside")
    if any(t.at == "waterside" for t in things) and facts.water.far_woods and facts.camera.angle is None:
        facts = replace(facts, camera=replace(facts.camera, angle="low"))  # or the far shore is out of frame
    return replace(facts, things=tuple(things))


def _lies_on_another(things: list[Thing], upper: int, lower: int) -> bool:
    return things[upper].kind in ("rock", "flat_stone") and things[lower].kind in ("rock", "flat_stone")


def _by_water(facts: Facts) -> bool:
    return any(p.set in ("lake", "") and _EDGE.search(p.phrase.lower()) for p in facts.places)
