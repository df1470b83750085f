"""Does it happen? Events of a plan against "verb:noun:direction" as the briefs' authors write it."""

from typing import Any

import numpy as np

from rayograph.core.plan import CastMember, Drive, Event, Launch, ShotPlan, Swing
from rayograph.plan.styles import WHEELED
from tests.plan.acceptance_cast import called, screen, size

VERBS = frozenset("drop launch roll slide topple swing spin drive bounce collide throw".split())
_HEADINGS = ("+x", "-x", "toward", "away")


def action_faults(plan: ShotPlan, must: dict[str, Any]) -> list[str]:
    """What was to happen and does not."""
    return [f"no event {want}" for want in must.get("actions", []) if not _happens(plan, want)]


def _happens(plan: ShotPlan, want: str) -> bool:
    verbs: set[str] = set()
    nouns, heading = "", ""
    for part in want.split(":"):
        if part in _HEADINGS:
            heading = part
        elif set(part.split("|")) <= VERBS:
            verbs |= set(part.split("|"))
        else:
            nouns = part
    # "launch:roll:marble" of the older briefs means a launch that rolls.
    if {"launch", "roll"} <= verbs and "launch:roll" in want:
        verbs = {"roll"}
    mine = {m.id for m in (called(plan, nouns) if nouns else plan.cast)}
    if "pendulum" in nouns or "clock" in nouns:
        mine |= {m.id for m in called(plan, "clock")}
    return any(
        _does(plan, event, verb, mine) and (not heading or _goes(plan, event, heading))
        for event in plan.action
        for verb in verbs
    )


def _does(plan: ShotPlan, event: Event, verb: str, mine: set[str]) -> bool:
    style = event.style if isinstance(event, Launch) else ""
    if verb == "collide":
        struck = _struck(plan, event)
        return bool(struck) and (event.object in mine or bool(struck & mine))
    if verb == "topple" and event.kind != "topple":
        return bool(_struck(plan, event) & mine) and event.object not in mine
    if event.object not in mine:
        return False
    kinds = {m.id: m.kind for m in plan.cast}
    return {
        "drop": event.kind == "drop",
        "launch": event.kind == "launch" and style != "spin",
        "throw": style == "throw",
        # What has wheels rolls although its body slides.
        "roll": style == "roll" or (style == "slide" and kinds[event.object] in WHEELED),
        "slide": style == "slide",
        "topple": event.kind == "topple",
        "swing": event.kind == "swing",
        "spin": style == "spin" or (event.kind == "drop" and any(event.spin)),
        "drive": event.kind == "drive",
        "bounce": event.kind == "drop" or style in ("throw", "bounce"),
    }[verb]


def _way(plan: ShotPlan, event: Event) -> np.ndarray:
    """Which way an event goes on the ground [m or m/s]."""
    if isinstance(event, Drive):
        return np.subtract(event.path[-1][1:3], event.path[0][1:3])
    if isinstance(event, Swing):
        turn = np.deg2rad(event.axis_deg)
        return np.array([np.cos(turn), np.sin(turn)]) * -float(np.sign(event.angle_deg))
    if isinstance(event, Launch):
        return np.array(event.velocity[:2])
    if event.kind == "topple":
        return np.array(event.direction[:2])
    return np.zeros(2)


def _goes(plan: ShotPlan, event: Event, heading: str) -> bool:
    right, ahead = screen(plan)
    way = _way(plan, event)
    across, deep = float(way @ right), float(way @ ahead)
    if heading in ("+x", "-x"):
        return (across > 0) == (heading == "+x") and abs(across) > 0.3 * abs(deep)
    return (deep < 0) == (heading == "toward") and abs(deep) > 0.7 * abs(across)


def _struck(plan: ShotPlan, event: Event) -> set[str]:
    """Ids of what lies in the way of an event's object."""
    me = next(m for m in plan.cast if m.id == event.object)
    if event.kind in ("drop", "topple"):
        # A fall hits what it falls onto; a chain topples on.
        return (
            {m.id for m in plan.cast if m.kind == me.kind and m is not me}
            if event.kind == "topple"
            else set()
        )
    if isinstance(event, Swing):
        start = np.array(event.pivot[:2])
    elif isinstance(event, Drive):
        start = np.array(event.path[0][1:3])
    else:
        start = np.array(me.position[:2])
    way = _way(plan, event)
    length = float(np.linalg.norm(way))
    if length < 1e-6:
        return set()
    unit = way / length
    return {m.id for m in plan.cast if m is not me and _in_way(me, m, start, unit, event)}


def _in_way(me: CastMember, other: CastMember, start: np.ndarray, unit: np.ndarray, event: Event) -> bool:
    gap = np.subtract(other.position[:2], start)
    along, off = float(gap @ unit), abs(float(gap[0] * unit[1] - gap[1] * unit[0]))
    mine, theirs = 0.5 * min(size(me)[:2]), 0.5 * max(size(other)[:2])
    reach = abs(event.pivot[2] - me.position[2]) * 1.2 if isinstance(event, Swing) else 1e3
    return -theirs <= along <= reach and off < mine + theirs
