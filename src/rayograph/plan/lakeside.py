"""Which stage of the lake a brief means, and which boats float."""

import re
from dataclasses import replace

from rayograph.plan.facts import Facts, only

BOATS = ("boat", "canoe", "kayak", "sailboat", "buoy")
_INLAND = frozenset(
    "meadow field forest woods woodland clearing glade hill hillside hilltop park garden pasture prairie "
    "orchard lawn moor desert farm trail countryside backyard".split()
)
_WATERSIDE = frozenset(
    "lake lakeside lakeshore shore beach water waterside waterfront waterline bank riverbank river pond tarn "
    "loch sea coast jetty pier dock shallows island edge campsite camp".split()
)


OVER_WATER = (9.0, 4.0)
"""Usual distance and height of a camera that looks out at what floats off the shore [m]."""


def has_floats(facts: Facts) -> bool:
    """Whether a jetty or a boat on the water is part of the shot."""
    return any(t.kind == "jetty" or is_afloat(i, facts, "shore") for i, t in enumerate(facts.things))


def _words(facts: Facts) -> set[str]:
    return {w for p in facts.places if not p.weak for w in re.findall(r"[a-z]+", p.phrase.lower())}


_COUNTED = re.compile(r"\d|an? |one |two |three |four |five |six ")


def settle_far_woods(facts: Facts) -> Facts:
    """Trees with a boat or a jetty, uncounted or on the far shore, are the woods that stand there: none is
    planted before it."""
    far = facts.water.far or facts.water.far_woods
    woods = [
        i
        for i, t in enumerate(facts.things)
        if t.kind == "tree" and t.count > 1 and (far or not _COUNTED.match(t.phrase.lower()))
    ]  # fmt: skip
    by_water = any(t.kind in BOATS or t.kind == "jetty" for t in facts.things) or facts.water.far_woods
    if not woods or not by_water or len(woods) == len(facts.things):
        return facts
    kept = only(facts, [i for i in range(len(facts.things)) if i not in woods])
    return replace(kept, water=replace(kept.water, far=False))


def lake_stage(facts: Facts) -> str:
    """Which stage of the lake: the water, its edge, a tongue of land seen over it, or the meadow."""
    kinds = [t.kind for t in facts.things]
    carried = {r.subject for r in facts.relations if r.kind in ("in", "on") and kinds[r.target] in BOATS}
    boats = [k for i, k in enumerate(kinds) if k in BOATS or i in carried]
    words = _words(facts)
    ashore = facts.water.ashore or (bool(words & {"shore", "bank", "beach", "shingle"} | words & _INLAND))
    if boats and len(boats) == len(kinds) and not (ashore and not facts.water.afloat):
        return "water"
    if any(m.into and m.target < 0 for m in facts.motions):
        return "shore"  # It ends in the water.
    if facts.motions and not set(kinds) & set(BOATS):
        return "shore" if (words & _WATERSIDE and not words & _INLAND) or "jetty" in kinds else "default"
    still = not set(kinds) & {*BOATS, "jetty"}
    if kinds and still and (facts.water.far or facts.water.mirrored):
        return "point"
    if words & _WATERSIDE or set(kinds) & {*BOATS, "jetty"} or facts.water.mirrored:
        return "shore"
    return "default"


def is_afloat(thing: int, facts: Facts, stage: str) -> bool:
    """Whether a boat lies on the water of the set rather than ashore."""
    if facts.things[thing].kind not in BOATS or stage not in ("shore", "water"):
        return False
    if stage == "water":
        return True
    sails = any(m.subject == thing and m.style == "sail" for m in facts.motions)
    return sails or not facts.water.ashore
