"""An arrow on a thing: the way it goes, along what it stands on, through the air, or sent off by itself."""

import re

import numpy as np
from jaxtyping import Float

from rayograph.core.camera import Camera
from rayograph.core.catalogue import set_kind
from rayograph.core.errors import PlanError
from rayograph.core.intent import Claim, Direction, Event
from rayograph.core.plan import CastMember, Drive, Launch, ShotPlan
from rayograph.plan.annotate.drawn import Drawn, around, with_event, with_member
from rayograph.plan.annotate.mark import Arrow, Spot
from rayograph.plan.annotate.rays import (
    at_depth,
    box_of,
    camera_of,
    on_level,
    seconds_of,
    seen_at,
    size_of,
)
from rayograph.plan.revise.whereabouts import moved
from rayograph.plan.scene_action import FRICTION, GRAVITY

Places = Float[np.ndarray, "n 3"]
_FLIES = re.compile(
    r"\b(?:fl(?:y|ies|ying|own)|hovers?|ris(?:e|es|ing)|lift(?:s|ed|ing)?|soars?|floats? up|jumps?"
    r"|(?:through|in) the air)\b",
    re.I,
)
_SENT = {
    "throw": re.compile(r"\b(?:throw(?:s|n)?|toss(?:es|ed)?|lob(?:s|bed)?|hurl(?:s|ed)?|flung)\b", re.I),
    "roll": re.compile(r"\b(?:roll(?:s|ed|ing)?|kick(?:s|ed)?|bowl(?:s|ed) )\b", re.I),
    "slide": re.compile(r"\b(?:slid(?:e|es|ing)?|glid(?:e|es)|push(?:es|ed)?|shov(?:e|es|ed))\b", re.I),
}  # fmt: skip
_S = r"(\d+(?:\.\d+)?)"
_WHEN = (
    (re.compile(rf"\bfrom {_S} ?s?\w* to {_S} ?s", re.I), "from to"),
    (re.compile(rf"\b(?:in|over|within|for) {_S} ?s", re.I), "in"),
    (re.compile(rf"\b(?:at|after|from) {_S} ?s", re.I), "at"),
)
_LENGTH = 0.9
"""The part of the shot that a way takes where no time is said."""
_ROWS = 24
_BESIDE = 0.03
_AXIS_DEG = 35.0
"""A way more askew than this is neither sideways nor up and down."""
_ROLLS = 0.07 * GRAVITY * 0.3
"""A usual deceleration of what rolls [m/s²]."""


def go(plan: ShotPlan, member: CastMember, arrow: Arrow, words: str, at: float) -> Drawn:
    """The plan in which a thing goes as an arrow says.

    Raises:
        PlanError: the arrow leaves what the thing stands on, or lies above the horizon.
    """
    camera = camera_of(plan, at)
    start, end = when(plan, arrow, words)
    style = next((name for name, pattern in _SENT.items() if pattern.search(words)), "")
    flies = bool(_FLIES.search(words)) or style == "throw"
    places = _way(plan, member, arrow, camera, flies)
    foot = places[0] if flies else np.array([*places[0][:2], member.position[2]])
    step = tuple(float(v) for v in foot - np.array(member.position))
    plan = moved(plan, [member.id], (step[0], step[1], step[2] if not style else 0.0))
    member = next(each for each in plan.cast if each.id == member.id)
    if style:
        plan = with_member(plan, member.model_copy(update={"fixed": False}))
        event: Launch | Drive = _sent(plan, member, places, style, start, end)
        told = f"{member.id} {style}s {_long(places):.2f} m from {start:g} s"
    else:
        event = Drive(object=member.id, path=_rows(places, start, end))
        how = "through the air" if flies else "along what it stands on"
        told = f"{member.id} goes {_long(places):.2f} m {how}, {start:g} to {end:g} s"
    plan = with_event(plan, event)
    return Drawn(plan=plan, meaning=told,
                 claims=_claims(plan, member, places, start, end, flies, led=not style))  # fmt: skip


def when(plan: ShotPlan, arrow: Arrow, words: str) -> tuple[float, float]:
    """When a way begins and ends [s], by the mark, by its words, else over most of the shot.

    Raises:
        PlanError: it would end before it begins.
    """
    whole = seconds_of(plan)
    start, end = arrow.start, arrow.end
    for pattern, kind in _WHEN:
        m = pattern.search(words)
        if m is None:
            continue
        if kind == "from to":
            start, end = start or float(m[1]), end or float(m[2])
        elif kind == "at":
            start = float(m[1]) if start is None else start
        elif end is None:
            end = (start or 0.0) + float(m[1])
    first = start or 0.0
    last = end if end is not None else max(_LENGTH * whole, first + 0.1 * whole)
    if last <= first or first >= whole:
        raise PlanError(
            f"an arrow goes from {first:g} to {last:g} s, but the shot runs from 0 to {whole:.2f} s; "
            "give it a time within"
        )
    return round(first, 4), round(last, 4)


def _way(plan: ShotPlan, member: CastMember, arrow: Arrow, camera: Camera, flies: bool) -> Places:
    """Where the thing's foot is along the arrow [m]: what of it lies under the tail goes to the tip."""
    on_it = _on_it(camera, member, arrow.points[0])
    tall = float(size_of(member)[2])
    held = 0.5 if flies else 0.0  # an arrow beside the thing lies on the ground
    if on_it and not flies:
        held = _height_at(camera, member, arrow.points[0])
    middle = np.array(member.position) + [0.0, 0.0, held * tall]
    half = np.array([0.0, 0.0, held * tall])
    depth = float(seen_at(camera, middle[None])[0, 2])
    if flies and depth < 0.05:
        raise PlanError(f"{member.id} is behind the camera; an arrow cannot lead it through the picture")
    places = []
    for spot in _even(arrow.points):
        found = at_depth(camera, spot, depth) if flies else on_level(camera, spot, float(middle[2]))
        if found is None:
            raise PlanError(
                f"the arrow of {member.id} leaves the ground at the horizon; end it lower, or write 'flies'"
            )
        places.append(found - half)
    way = np.array(places)
    if on_it:
        # A hand does not meet the very middle: the way starts where the thing is and ends at the tip.
        left = 1.0 - np.linspace(0, 1, len(way))
        way += left[:, None] * (np.array(member.position) - way[0])
    if flies:
        way[:, 2] = np.maximum(way[:, 2], min(member.position[2], 0.0))
    else:
        way[:, 2] = member.position[2]
        _stays_on(plan, member, way)
    return way


def _on_it(camera: Camera, member: CastMember, spot: Spot) -> bool:
    box = box_of(camera, member, np.array(member.position))
    return box is not None and (
        box[0] - _BESIDE < spot[0] < box[2] + _BESIDE and box[1] - _BESIDE < spot[1] < box[3] + _BESIDE
    )


def _height_at(camera: Camera, member: CastMember, spot: Spot) -> float:
    """At which part of the thing's height a place of the picture lies; half of it where one looks down."""
    foot = np.array(member.position)
    ends = seen_at(camera, np.array([foot, foot + [0.0, 0.0, size_of(member)[2]]]))[:, 1]
    if abs(ends[1] - ends[0]) < 0.02:
        return 0.5
    return float(np.clip((spot[1] - ends[0]) / (ends[1] - ends[0]), 0.0, 1.0))


def room_of(plan: ShotPlan) -> tuple[float, float]:
    """Half width and depth [m] of what things stand on."""
    x, y, _ = set_kind(plan.set.kind).stages.get(plan.set.stage, (0.7, 0.45, 0.0))
    return x, y


def _stays_on(plan: ShotPlan, member: CastMember, way: Places) -> None:
    """A way over a table ends on the table."""
    if plan.set.kind != "tabletop" and plan.set.stage != "table":
        return
    x, y = room_of(plan)
    if (np.abs(way[:, :2]) > np.array([x, y]) + 0.1).any():
        raise PlanError(
            f"the arrow of {member.id} leaves the table ({2 * x:g} × {2 * y:g} m); end it nearer, "
            "or write 'flies'"
        )


def _even(points: tuple[Spot, ...]) -> list[Spot]:
    """The arrow at even steps of its length; a straight one needs no more than a few."""
    at = np.array(points)
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(at, axis=0).T))])
    if along[-1] < 0.005:
        x, y = points[0]
        raise PlanError(
            f"the arrow at {100 * x:.0f} % across, {100 * y:.0f} % down has no length; draw it longer"
        )
    steps = np.linspace(0, along[-1], 8 if len(points) == 2 else _ROWS)
    return [(float(np.interp(s, along, at[:, 0])), float(np.interp(s, along, at[:, 1]))) for s in steps]


def _long(places: Places) -> float:
    return float(np.linalg.norm(np.diff(places, axis=0), axis=1).sum())


def _rows(places: Places, start: float, end: float) -> tuple[tuple[float, float, float, float], ...]:
    """(time, x, y, z) at an even pace."""
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(places, axis=0), axis=1))])
    rows: list[tuple[float, float, float, float]] = []
    for part, (x, y, z) in zip(along / max(along[-1], 1e-9), places, strict=True):
        time = round(start + float(part) * (end - start), 4)
        if not rows or time > rows[-1][0] + 1e-3:
            rows.append((time, round(float(x), 4), round(float(y), 4), round(float(z), 4)))
    if len(rows) < 2:
        raise PlanError("an arrow has no length in the world; draw it longer")
    return tuple(rows)


def _sent(plan: ShotPlan, member: CastMember, places: Places, style: str, start: float, end: float) -> Launch:
    """A start that carries the thing as far as the arrow goes: thrown by v = Δ/T + gT/2, else against
    friction."""
    pace = plan.format.pace
    way = places[-1] - places[0]
    if style == "throw":
        apex = max(float(places[:, 2].max() - places[0, 2]), float(way[2]), 0.0) + 0.02
        time = (2 * apex / GRAVITY) ** 0.5 + (2 * max(apex - float(way[2]), 0.0) / GRAVITY) ** 0.5
        velocity = way / time + [0.0, 0.0, GRAVITY * time / 2]
    else:
        level = way * [1.0, 1.0, 0.0]
        long, time = float(np.linalg.norm(level)), (end - start) * pace
        lost = _ROLLS if style == "roll" else FRICTION.get(plan.set.kind, 0.5) * GRAVITY
        speed = long / time + lost * time / 2
        speed = (2 * lost * long) ** 0.5 if lost * time > speed else speed
        velocity = level / max(long, 1e-6) * speed
    x, y, z = (round(float(v), 3) for v in velocity)
    return Launch.model_validate({"object": member.id, "style": style, "at": start, "velocity": (x, y, z)})


def _claims(
    plan: ShotPlan, member: CastMember, places: Places, start: float, end: float, flies: bool, *, led: bool
) -> tuple[Claim, ...]:
    """It moves, that way, and where it is led along the arrow it is seen there on its way and at its end."""
    whole = seconds_of(plan)
    middles = places + [0.0, 0.0, size_of(member)[2] / 2]
    aspect = plan.format.width / plan.format.height
    parts = (start / whole, min(end / whole, 1.0))
    first, last = (
        seen_at(camera_of(plan, part), point[None])[0]
        for part, point in zip(parts, (middles[0], middles[-1]), strict=True)
    )
    claims: list[Claim | None] = [Event(subject=member.id, event="moves")]
    x, y = (last - first)[:2] * [aspect, 1.0]
    askew = float(np.degrees(np.arctan2(min(abs(x), abs(y)), max(abs(x), abs(y)))))
    if askew < _AXIS_DEG:
        heading = ("left", "right")[int(x > 0)] if abs(x) > abs(y) else ("up", "down")[int(y > 0)]
        if not flies:
            heading = {"up": "away", "down": "near"}.get(heading, heading)
        claims.append(Direction.model_validate({"subject": member.id, "heading": heading}))
    if led:
        along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(places, axis=0), axis=1))])
        half = np.array([np.interp(0.5 * along[-1], along, middles[:, k]) for k in range(3)])
        for part, point in ((sum(parts) / 2, half), (parts[1], middles[-1])):
            camera = camera_of(plan, part)
            whole_box = box_of(camera, member, point - (middles[0] - places[0]))
            if whole_box is None or min(whole_box[:2]) < 0 or max(whole_box[2:]) > 1:
                continue  # the middle of what is cut off by the frame is not to be seen
            seen = seen_at(camera, point[None])[0]
            claims.append(around(member.id, float(seen[0]), float(seen[1]), part, aspect))
    return tuple(claim for claim in claims if claim is not None)
