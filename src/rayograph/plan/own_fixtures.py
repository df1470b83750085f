"""Lamps that a room has of its own."""

from dataclasses import replace

from rayograph.plan.facts import Facts, only
from rayograph.plan.stage import Stage


def settle_fixtures(facts: Facts, stage: Stage) -> Facts:
    """ "The floor lamp" of a furnished room is the one that stands there, not a second one."""
    if ("walls", "near") in stage.furnishing:
        # In a room about the cast a lamp that is named stands there, lit if the words or the hour say so.
        return facts
    referred = {r.target for r in facts.relations} | {r.subject for r in facts.relations}
    referred |= {m.target for m in facts.motions} | {m.subject for m in facts.motions}
    own = [
        i
        for i, t in enumerate(facts.things)
        if t.kind == "floor_lamp" and t.kind in stage.kind.fixtures and i not in referred and t.count == 1
    ]
    if not own:
        return facts
    return replace(
        only(facts, [i for i in range(len(facts.things)) if i not in own]),
        light=replace(facts.light, lamps=facts.light.lamps is not False),
    )
