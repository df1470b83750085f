"""What stands at the far end of a jetty, and the camera that goes along its boards."""

import re
from dataclasses import replace

from rayograph.plan.facts import Aim, Facts, Relation

_DECK = re.compile(r"\b(?:boards?|planks?|planking|decking)$")
_FAR_END = re.compile(
    r"\b(?:(?:right |way |out |waiting |left |standing |sitting |stands? |sits? |placed )*(?:at|on|by|near)) "
    r"(?:the|its) (?:(?:far|very|outer|other|lake) )?(?:end|tip)\b(?! to end)"
)
_BOARDS = re.compile(
    r"\balong (?:the |its )?(?:boards?|planks?|planking|decking|boardwalk|jetty|pier|dock)\b"
)
FAR_END = "far end"
"""Where on a jetty a thing stands of which the words say so."""


def settle_piers(facts: Facts, text: str) -> Facts:
    """Put on the end of the jetty what was said to be there; "the boards" are the jetty's."""
    pier = next((i for i, t in enumerate(facts.things) if t.kind == "jetty"), -1)
    if pier < 0:
        return facts
    facts = replace(facts, places=tuple(p for p in facts.places if not _DECK.search(p.phrase.lower())))
    if _BOARDS.search(text) and facts.camera.move in ("push in", "pull back"):
        route = replace(facts.camera.route, along=Aim(phrase="boards", thing=pier))
        facts = replace(facts, camera=replace(facts.camera, route=route))
    for m in _FAR_END.finditer(text):
        before = [
            (text.rfind(t.phrase.lower(), 0, m.start()), i)
            for i, t in enumerate(facts.things)
            if i != pier and t.phrase
        ]
        where, thing = max(before, default=(-1, -1))
        if where < 0 or any(mark in text[where : m.start()] for mark in ".;"):
            continue
        moving = any(mo.subject == thing for mo in facts.motions)
        if moving:
            continue
        kept = [r for r in facts.relations if {r.subject, r.target} != {thing, pier} and r.subject != thing]
        on = Relation(kind="on", subject=thing, target=pier, second=pier)
        things = list(facts.things)
        things[thing] = replace(things[thing], at=FAR_END)
        facts = replace(facts, things=tuple(things), relations=(*kept, on))
    return facts
