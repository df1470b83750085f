"""Claims about what happens."""

from typing import Any

from rayograph.core.intent import Direction, Event, Intent
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts, Motion
from rayograph.plan.intents.of_things import ids_of

_EVENTS = {
    "topple": "topples", "knock over": "topples", "drop": "falls", "swing": "swings", "cradle": "swings",
    "drive": "moves", "sail": "moves", "roll": "moves", "slide": "moves", "throw": "moves", "hit": "moves",
    "push": "moves", "go": "moves", "nudge": "moves", "bounce": "moves",
}  # fmt: skip
_HEADINGS = {"left": "left", "right": "right", "away": "away", "near": "near"}
_ALL_GO = 4
"""Of more than this many, the first and the last that move stand for all."""


def event_intents(facts: Facts, actors: list[Actor], moving: set[str]) -> list[Intent]:
    """Claims about every motion of the brief."""
    found: list[Intent] = []
    for motion in facts.motions:
        ids = ids_of(actors, motion.subject)
        movers = [name for name in ids if name in moving]
        chain = motion.style == "topple" and len(ids) > 1
        subjects = list(ids) if chain or not movers else movers
        if not subjects or motion.style in ("spin", "drape"):
            continue
        words = f"{facts.things[motion.subject].phrase} {motion.verb}".strip()[:400]
        if len(subjects) > _ALL_GO:
            subjects = [subjects[0], subjects[-1]]
        for name in subjects:
            found += [
                Intent(claim=c, words=words) for c in _claims(motion, name, ids_of(actors, motion.target))
            ]
    return found


def _claims(motion: Motion, subject: str, targets: tuple[str, ...]) -> list[Any]:
    event = _EVENTS.get(motion.style, "moves")
    claims: list[Any] = [Event.model_validate({"subject": subject, "event": event})]
    target = targets[0] if targets else None
    if motion.off_edge and event != "falls":
        claims.append(Event(subject=subject, event="falls"))
    if target and motion.into:
        claims.append(Event(subject=subject, event="lands", target=target))
    elif target and motion.style in ("hit", "knock over", "throw", "roll", "slide", "swing", "drive", "push"):
        claims.append(Event(subject=subject, event="hits", target=target))
    if motion.falls and targets:
        ends = dict.fromkeys((targets[0], targets[-1]))
        claims += [Event(subject=each, event="topples") for each in ends]
    if motion.stops:
        claims.append(Event(subject=subject, event="stops"))
    if heading := _HEADINGS.get(motion.heading):
        claims.append(Direction.model_validate({"subject": subject, "heading": heading}))
    return claims
