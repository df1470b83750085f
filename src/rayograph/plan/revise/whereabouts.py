"""Edits of where things stand: move, put beside or on. What stands on a thing, and its action, go with it."""

import re
from functools import partial

import numpy as np

from rayograph.core.catalogue import cast_kind
from rayograph.core.plan import CastMember, Drive, Event, ShotPlan, Swing
from rayograph.plan.quantity import LENGTH, metres
from rayograph.plan.revise.draft import A_BIT, Draft, degree, refuse

Point = tuple[float, float, float]
_STEP = {"tabletop": 0.10, "interior": 0.3, "lake": 1.0, "street": 1.0}
"""How far [m] a thing moves where no length is said."""
_VERB = r"(?:(?:move|shift|slide|nudge|bring|place|set|put|push|pull|stand) )"
_WAYS = {
    "left": r"(?:further |farther )?(?:to (?:the |its )?)?left(?:wards?)?",
    "right": r"(?:further |farther )?(?:to (?:the |its )?)?right(?:wards?)?",
    "near": r"(?:closer|nearer|forwards?|towards? (?:the )?camera|towards? us|to the front)"
    r"(?: to (?:the )?(?:camera|us))?",
    "away": r"(?:(?:further|farther) )?(?:back(?:wards?)?|away|to the back|from camera|back from camera)"
    r"(?: from (?:the )?camera)?|farther|further",
}
_WAY = "|".join(f"(?P<{name}>{pattern})" for name, pattern in _WAYS.items())
RELATIONS = {
    "on": r"on(?:to)?(?: top of)?|atop",
    "in": r"in(?:to)?|inside",
    "left": r"(?:to the )?left of|on the left of",
    "right": r"(?:to the )?right of|on the right of",
    "front": r"in front of|before",
    "behind": r"behind",
    "beside": r"beside|next to|by|near|close to|alongside|with",
}
"""Relation → words."""


def relation_pattern() -> str:
    """All relations; the match is named by `relation_of`."""
    return "|".join(f"(?:{p})" for p in RELATIONS.values())


def relation_of(words: str) -> str:
    """The relation that words say."""
    return next(name for name, pattern in RELATIONS.items() if re.fullmatch(pattern, words.strip()))


def screen_axes(plan: ShotPlan) -> tuple[np.ndarray, np.ndarray]:
    """Unit vectors on the floor: the right of the frame as the shot opens, and away from the camera."""
    key = plan.camera.keys[0]
    ahead = np.subtract(key.target, key.position)[:2]
    ahead = ahead / np.linalg.norm(ahead) if np.linalg.norm(ahead) > 1e-6 else np.array([0.0, 1.0])
    return np.array([ahead[1], -ahead[0], 0.0]), np.array([ahead[0], ahead[1], 0.0])


def carried_by(plan: ShotPlan, ids: list[str]) -> set[str]:
    """The members and all that stands on them, in turn."""
    found = set(ids)
    while more := {member.id for member in plan.cast if member.on in found} - found:
        found |= more
    return found


def moved(plan: ShotPlan, ids: list[str], step: Point) -> ShotPlan:
    """The plan with some members elsewhere, with what they carry and how they move."""
    group = carried_by(plan, ids)
    cast = tuple(
        m.model_copy(update={"position": _plus(m.position, step)}) if m.id in group else m for m in plan.cast
    )
    action = tuple(_shifted(event, step) if event.object in group else event for event in plan.action)
    return plan.model_copy(update={"cast": cast, "action": action})


def _plus(at: Point, step: Point) -> Point:
    x, y, z = (round(a + b, 4) for a, b in zip(at, step, strict=True))
    return x, y, z


def _shifted(event: Event, step: Point) -> Event:
    if isinstance(event, Drive):
        path = tuple((t, x + step[0], y + step[1], z + step[2]) for t, x, y, z in event.path)
        return event.model_copy(update={"path": path})
    return event.model_copy(update={"pivot": _plus(event.pivot, step)}) if isinstance(event, Swing) else event


def radius_of(member: CastMember) -> float:
    """Radius of the circle that a member stands in [m]."""
    kind = cast_kind(member.kind)
    if kind is None:
        return 0.5 * (member.height_m or 0.2)
    scale = 1.0 if member.height_m is None else member.height_m / kind.size[2]
    return 0.5 * max(kind.size[:2]) * scale


def free_beside(plan: ShotPlan, member: CastMember, host: CastMember, relation: str) -> Point:
    """Where a member stands free beside another, on the same support, on the side that was asked for."""
    right, away = screen_axes(plan)
    first = {"left": 180.0, "right": 0.0, "front": -90.0, "behind": 90.0}.get(relation, -35.0)
    others = [
        m for m in plan.cast if m.on == host.on and m.id not in (member.id, *carried_by(plan, [member.id]))
    ]
    for gap in (1.15, 1.4, 1.8, 2.4, 3.2):
        for turn in (0, 25, -25, 50, -50, *((80, -80, 115, -115, 180) if relation == "beside" else ())):
            angle = np.deg2rad(first + turn)
            reach = gap * (radius_of(host) + radius_of(member))
            at = np.array(host.position) + reach * (np.cos(angle) * right + np.sin(angle) * away)
            if all(
                np.hypot(*(at[:2] - np.array(o.position[:2]))) > 1.05 * (radius_of(o) + radius_of(member))
                for o in others
            ):
                return round(float(at[0]), 4), round(float(at[1]), 4), host.position[2]
    raise refuse(f"{member.id} {relation} {host.id}", "there is no room; move something away first")


def place_on(plan: ShotPlan, member: CastMember, host: CastMember) -> Point:
    """Where a member stands on or in another: beside what stands there already, else in its middle."""
    there = [m for m in plan.cast if m.on == host.id and m.id != member.id]
    if not there or radius_of(host) < 3 * radius_of(member):
        return host.position
    return free_beside(plan, member, there[0], "beside")


def read_moves(draft: Draft) -> None:
    """Claim "move the lamp 20 cm to the left", "the cup closer", "put the book behind the vase"."""
    who = draft.mentions.pattern
    for m in draft.take(
        rf"{_VERB}?({who}) (?:(?:it|be|is|should be|stand) )*({relation_pattern()}) ({draft.mentions.phrase})"
    ):
        _put_by(draft, m, relation_of(m[2]))
    for m in draft.take(
        rf"(?:rotate|turn|spin round) ({who}) (?:by )?(?:(\d+) ?(?:degrees?|deg|°)?|(around|round))"
        r"(?: (?:to the )?(left|right|clockwise|counter ?clockwise))?"
    ):
        turn = (float(m[2]) if m[2] else 180.0) * (-1 if m[4] in ("right", "clockwise") else 1)
        draft.change_cast(m, draft.members(m[1], m.start(1)), partial(_turned, turn=turn), f"{turn:g}°")
    for m in draft.take(rf"{_VERB}?({who}) {A_BIT}(?:(?:by )?{LENGTH} )?(?:{_WAY})(?: by {LENGTH})?"):
        length = next((metres(m[i], m[i + 1]) for i in (2, len(m.groups()) - 1) if m[i]), None)
        step = degree(m[0], 1.0) * _STEP[draft.plan.set.kind] * (0.5 if " bit" in m[0] else 1.0)
        right, away = screen_axes(draft.plan)
        way = next(name for name in _WAYS if m[name])
        along = {"left": -right, "right": right, "near": -away, "away": away}[way]
        shift = along * (step if length is None else length)
        ids = draft.members(m[1], m.start(1))
        told = f"{m[1]}: {np.linalg.norm(shift):.2f} m {way}"
        draft.put(m, moved(draft.plan, ids, (float(shift[0]), float(shift[1]), 0.0)), told)


def _turned(member: CastMember, turn: float) -> CastMember:
    return member.model_copy(update={"yaw_deg": round((member.yaw_deg + turn + 180) % 360 - 180, 2)})


def _put_by(draft: Draft, m: re.Match[str], relation: str) -> None:
    plan = draft.plan
    ids, hosts = draft.members(m[1], m.start(1)), draft.members(m[3], m.start(3))
    host = next(member for member in plan.cast if member.id == hosts[0])
    for name in ids:
        member = next(c for c in plan.cast if c.id == name)
        if host.id in carried_by(plan, [name]):
            raise refuse(m[0], f"{host.id} stands on {name}")
        on_it = relation in ("on", "in")
        at = place_on(plan, member, host) if on_it else free_beside(plan, member, host, relation)
        on = host.id if on_it else host.on
        x, y, z = (b - a for a, b in zip(member.position, at, strict=True))
        plan = moved(plan, [name], (x, y, z))
        cast = tuple(c.model_copy(update={"on": on}) if c.id == name else c for c in plan.cast)
        plan = plan.model_copy(update={"cast": cast})
    draft.put(m, plan, f"{m[1]} {relation} {m[3]}")
