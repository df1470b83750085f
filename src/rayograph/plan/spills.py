"""What tips over spills what it holds: "a basket tips over and oranges roll out" is one event, not two."""

import re
from dataclasses import replace

from rayograph.plan.bound import Bound
from rayograph.plan.carrying import BOTTOMS
from rayograph.plan.facts import Motion, Relation
from rayograph.plan.stage import size_of
from rayograph.plan.styles import is_vehicle

_OUT = re.compile(r"\b(?:spill|pour|cascad|tumbl|scatter)|\bout\b")
"""Verbs of what leaves a holder by itself."""
_LOOSE = ("roll", "slide", "drop", "throw", "bounce", "spin")
_UPSET = ("topple", "drop", "slide", "roll", "throw")
_WITHIN = 0.8
"""What a holder holds is narrower than this part of its width."""


def spill(bound: Bound) -> None:
    """Put what rolls out of a holder into it, and let the holder's fall do the rest."""
    for motion in list(bound.motions):
        if motion.style not in _LOOSE or not _is_thing(bound, motion.subject):
            continue
        host = _holder(bound, motion)
        if host < 0 or is_vehicle(bound.things[host].kind):
            continue
        bound.motions.remove(motion)
        bound.relations[:] = [
            r for r in bound.relations if r.subject != motion.subject or r.target not in (host, -1)
        ]
        bound.relations.append(Relation(kind="in", subject=motion.subject, target=host, second=host))
        _tip(bound, host, motion)


def _is_thing(bound: Bound, index: int) -> bool:
    return 0 <= index < len(bound.things) and bound.things[index].kind not in ("", "?")


def _holder(bound: Bound, motion: Motion) -> int:
    """The holder that a thing leaves, or -1: the one it lies in, comes "out of", or that is upset before."""
    held = [
        r for r in bound.relations if r.subject == motion.subject and r.kind in ("in", "on", "of", "with")
    ]
    for relation in held:
        leaves = _OUT.search(motion.verb) or _is_upset(bound, relation.target)
        inside = relation.kind != "on" or motion.off_edge
        if inside and leaves and _fits(bound, motion.subject, relation.target):
            return relation.target
    if held or motion.target >= 0:
        return -1
    before = range(motion.subject - 1, -1, -1)
    hosts = [i for i in before if _is_thing(bound, i) and _fits(bound, motion.subject, i)]
    upset = [i for i in hosts if _is_upset(bound, i)]
    if upset and not re.search(r"\bin$", motion.verb):
        return upset[0]
    return hosts[0] if hosts and _OUT.search(motion.verb) else -1


def _is_upset(bound: Bound, host: int) -> bool:
    falls = any(m.subject == host and m.style in _UPSET for m in bound.motions)
    return falls or any(m.target == host and m.falls for m in bound.motions)


def _fits(bound: Bound, held: int, host: int) -> bool:
    if host < 0 or not _is_thing(bound, host) or bound.things[host].kind not in BOTTOMS:
        return False
    wide = min(size_of(bound.things[host])[:2])
    return max(size_of(bound.things[held])) < _WITHIN * wide


def _tip(bound: Bound, host: int, motion: Motion) -> None:
    """The holder goes the way its contents were said to go, and tips over if no word says that it falls."""
    for k, other in enumerate(bound.motions):
        if other.subject == host and other.style in _UPSET:
            bound.motions[k] = replace(other, heading=other.heading or motion.heading)
            return
    if any(m.target == host for m in bound.motions):
        bound.motions[:] = [replace(m, falls=True) if m.target == host else m for m in bound.motions]
        return
    bound.motions.append(Motion(style="topple", subject=host, heading=motion.heading, verb="tips over"))
