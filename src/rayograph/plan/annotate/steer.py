"""Courses over time become paths and places in the plan, each thing by its own, with claims that check it."""

import numpy as np
from scipy.optimize import least_squares

from rayograph.core.camera import Camera
from rayograph.core.errors import BriefError, PlanError
from rayograph.core.intent import Claim, Event, Intent
from rayograph.core.plan import CastMember, Drive, Reading, ShotPlan
from rayograph.plan.annotate.concluded import concluded
from rayograph.plan.annotate.control import Control, Course, Key, between
from rayograph.plan.annotate.drawn import Drawn, around, with_event
from rayograph.plan.annotate.naming import mentioned
from rayograph.plan.annotate.rays import at_depth, box_of, camera_of, seconds_of, seen_at, size_of
from rayograph.plan.annotate.stands import OFF, Sides, extent, fitted, stage_of
from rayograph.plan.revise.whereabouts import moved

STEPS = 5
"""Places that a way between two boxes becomes: under a moving camera it is no straight line in the world."""
_MOST_CLAIMS = 6
"""Keys of one thing that are claimed, spread over its course."""


def steered(plan: ShotPlan, control: Control, source: str = "the control file") -> ShotPlan:
    """The plan in which things are where their courses say.

    Raises:
        PlanError: a course is not of the cast, not in time, or nowhere to be stood on.
    """
    before = plan
    asked: list[Intent] = []
    readings: list[Reading] = []
    for course in control.objects:
        member = _member(plan, course, source)
        made = _on_course(plan, member, course, source)
        plan = made.plan
        asked += [Intent(claim=claim, words=f"course of {course.object}"[:400]) for claim in made.claims]
        readings.append(
            Reading(phrase=f"course of {course.object}", verdict="understood", meaning=made.meaning)
        )
    return concluded(before, plan, asked, readings, source)


def _member(plan: ShotPlan, course: Course, source: str) -> CastMember:
    try:
        name = mentioned(course.object, plan)
    except BriefError as error:
        raise PlanError(f"{source}: {error}") from None
    found = next((member for member in plan.cast if member.id == name), None)
    if found is None:
        held = ", ".join([member.id for member in plan.cast][:12]) or "nothing"
        raise PlanError(f"{source} steers {course.object!r}, which is not in the cast; it holds {held}")
    return found


def _on_course(plan: ShotPlan, member: CastMember, course: Course, source: str) -> Drawn:
    whole = seconds_of(plan)
    times = [key.time if key.time is not None else (key.at or 0.0) * whole for key in course.keys]
    if any(b - a < 0.01 for a, b in zip(times, times[1:], strict=False)) or times[-1] > whole + 0.1:
        said = ", ".join(f"{time:.2f}" for time in times)
        raise PlanError(
            f"{source}: the keys of {member.id} are at {said} s; they must rise and end by {whole:.2f} s"
        )
    rows: list[tuple[float, np.ndarray]] = []
    for time, key in _filled(list(zip(times, course.keys, strict=True))):
        # Each place is looked for from the one before, so that a course does not jump between two that fit.
        rows.append((time, _place(plan, member, key, time / whole, course, rows[-1][1] if rows else None)))
    step = rows[0][1] - np.array(member.position)
    plan = moved(plan, [member.id], (float(step[0]), float(step[1]), float(step[2])))
    told = f"{member.id} stands at {rows[0][1][0]:.2f}, {rows[0][1][1]:.2f} m"
    claims = _claims(plan, member, list(zip(times, course.keys, strict=True)), rows)
    if len(course.keys) > 1:
        path = _path(rows)
        plan = with_event(plan, Drive.model_validate({"object": member.id, "path": path}))
        long = float(sum(np.linalg.norm(b[1] - a[1]) for a, b in zip(rows, rows[1:], strict=False)))
        told = (
            f"{member.id} goes {long:.2f} m by {len(course.keys)} keys, {times[0]:.2f} to {times[-1]:.2f} s"
        )
        if long >= max(size_of(member)):
            claims = (Event(subject=member.id, event="moves"), *claims)
    return Drawn(plan=plan, claims=claims, meaning=told)


def _filled(keys: list[tuple[float, Key]]) -> list[tuple[float, Key]]:
    """The keys, and boxes between those that follow each other."""
    found = keys[:1]
    for (start, a), (end, b) in zip(keys, keys[1:], strict=False):
        if a.box is not None and b.box is not None:
            for part in np.arange(1, STEPS) / STEPS:
                box = between(a.box, b.box, float(part))
                found.append(
                    (start + float(part) * (end - start), Key.model_validate({"at": 0.0, "box": box}))
                )
        found.append((end, b))
    return found


def _path(rows: list[tuple[float, np.ndarray]]) -> list[tuple[float, ...]]:
    return [(round(time, 4), *(round(float(v), 4) for v in place)) for time, place in rows]


def _place(
    plan: ShotPlan, member: CastMember, key: Key, part: float, course: Course, before: np.ndarray | None
) -> np.ndarray:
    """Where the thing's foot is at a key [m].

    Raises:
        PlanError: there is nothing to stand on.
    """
    if key.position is not None:
        return np.array(key.position)
    assert key.box is not None
    camera = camera_of(plan, part)
    if course.flies:
        return aloft(member, key.box, camera)
    near = member if before is None else member.model_copy(update={"position": tuple(map(float, before))})
    low, high = stage_of(plan, member)
    if _leaves(key.box):
        low, high = low - 4 * (high - low), high + 4 * (high - low)
    foot, off = fitted(near, key.box, camera, member.position[2], low, high)
    if off > OFF:
        x, y = (key.box[0] + key.box[2]) / 2, (key.box[1] + key.box[3]) / 2
        raise PlanError(
            f"{member.id} cannot stand at {100 * x:.0f} % across, {100 * y:.0f} % down: nothing "
            "to stand on is there; move its box to where the ground is seen, or let it fly"
        )
    return foot


def _leaves(box: Sides) -> bool:
    return not (0 < (box[0] + box[2]) / 2 < 1 and 0 < (box[1] + box[3]) / 2 < 1)


def aloft(member: CastMember, box: Sides, camera: Camera) -> np.ndarray:
    """The foot of a thing in the air [m]: its box's middle says in which direction, its size how far away, as
    far as it does not sink below the stage."""
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    tall = size_of(member)[2]
    guess = at_depth(camera, middle, camera.focal_px * tall / ((box[3] - box[1]) * camera.height))

    def miss(at: np.ndarray) -> np.ndarray:
        seen = box_of(camera, member, at)
        if seen is None:
            return np.full(3, 10.0)
        off = [(seen[0] + seen[2]) / 2 - middle[0], (seen[1] + seen[3]) / 2 - middle[1]]
        return np.array([*off, 0.3 * np.log(extent(seen) / extent(box))])

    low = np.array([-np.inf, -np.inf, min(member.position[2], 0.0) - 1e-6])
    start = np.maximum(guess - [0.0, 0.0, tall / 2], low + 1e-3)
    found = least_squares(miss, start, bounds=(low, np.full(3, np.inf))).x
    return np.maximum(found, low + 1e-6)


def _claims(
    plan: ShotPlan, member: CastMember, keys: list[tuple[float, Key]], rows: list[tuple[float, np.ndarray]]
) -> tuple[Claim, ...]:
    """The thing is where its keys say, at their moments."""
    whole, aspect = seconds_of(plan), plan.format.width / plan.format.height
    chosen = sorted({round(k) for k in np.linspace(0, len(keys) - 1, min(len(keys), _MOST_CLAIMS))})
    places = {round(time, 6): place for time, place in rows}
    found: list[Claim | None] = []
    for time, key in (keys[k] for k in chosen):
        part = min(time / whole, 1.0)
        half = 0.05
        if key.box is None:
            middle = places[round(time, 6)] + [0.0, 0.0, size_of(member)[2] / 2]
            x, y, depth = (float(v) for v in seen_at(camera_of(plan, part), middle[None])[0])
            half = 0.05 if depth > 0 else 0.0
        else:
            x, y = (key.box[0] + key.box[2]) / 2, (key.box[1] + key.box[3]) / 2
            half = max(0.35 * (key.box[2] - key.box[0]), half)
        inside = half > 0 and 0 < x < 1 and 0 < y < 1
        found.append(around(member.id, x, y, part, aspect, half) if inside else None)
    return tuple(claim for claim in found if claim is not None)
