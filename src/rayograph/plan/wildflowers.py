"""Flowers that grow in a meadow are part of it, and stand in no vase."""

import re
from dataclasses import replace

from rayograph.plan.carrying import BOTTOMS
from rayograph.plan.facts import Facts, Place, only

BLOOM = "wildflowers"
_WILD = re.compile(
    r"\b(?:wild ?flowers?|meadow flowers?|poppies|daisies|buttercups?|dandelions?|bluebells?|"
    r"cornflowers?|crocuses)\b"
)


def settle_meadow(facts: Facts) -> Facts:
    """The facts with flowers of the field taken for the field's own, where a field is meant."""
    outdoors = any(p.set == "lake" and not p.weak for p in facts.places)
    kinds = [t.kind for t in facts.things]
    carried = {r.subject for r in facts.relations if r.kind == "in" and kinds[r.target] in BOTTOMS}
    wild = [
        i
        for i, t in enumerate(facts.things)
        if t.kind == "flower" and _WILD.search(t.phrase.lower()) and t.count > 1 and i not in carried
    ]
    if not outdoors or not wild:
        return facts
    kept = only(facts, [i for i in range(len(facts.things)) if i not in wild])
    return replace(kept, places=(*kept.places, Place(set="lake", phrase=BLOOM, weak=True)))


def blooms(facts: Facts) -> bool:
    """Whether the meadow is full of flowers."""
    return any(p.phrase == BLOOM for p in facts.places)
