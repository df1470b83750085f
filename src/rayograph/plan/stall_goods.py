"""What a market stall is piled with lies in its trays: it is part of the stall, not a heap beside it."""

from dataclasses import replace

from rayograph.plan.facts import Facts, only

GOODS = frozenset(
    "apple orange lemon pear banana tomato cherry_tomato plum peach mango potato onion cabbage lettuce "
    "carrot aubergine cucumber bell_pepper grapes strawberry cherry pumpkin watermelon melon avocado "
    "pineapple".split()
)
_HELD = ("on", "in", "of", "with", "holding")


def settle_stalls(facts: Facts) -> Facts:
    """Give the stall what lies on it: all the fruit that is named, if no word places it elsewhere."""
    stalls = [i for i, t in enumerate(facts.things) if t.kind == "market_stall"]
    if not stalls:
        return facts
    stall = stalls[0]
    moved = {m.subject for m in facts.motions} | {m.target for m in facts.motions}
    elsewhere = {
        r.subject
        for r in facts.relations
        if r.target not in (stall, -1) and r.kind in ("on", "in", "under", "beside")
    }
    held = {r.subject for r in facts.relations if r.target == stall and r.kind in _HELD}
    goods = [
        i
        for i, t in enumerate(facts.things)
        if t.kind in GOODS and i not in moved | elsewhere and (i in held or t.count > 1 or t.assumed)
    ]
    if not goods:
        return facts
    names = " ".join(facts.things[i].kind.replace("_", " ") for i in goods)
    things = tuple(
        replace(t, phrase=f"{t.phrase} with {names}") if i == stall else t for i, t in enumerate(facts.things)
    )
    return only(replace(facts, things=things), [i for i in range(len(things)) if i not in goods])
