"""A box for a thing: it is moved on what it stands on until it appears there, by size as far as that goes."""

import numpy as np
from scipy.optimize import least_squares

from rayograph.core.camera import Camera
from rayograph.core.errors import PlanError
from rayograph.core.intent import Framing
from rayograph.core.plan import CastMember, ShotPlan
from rayograph.plan.annotate.drawn import Drawn, around
from rayograph.plan.annotate.mark import Box
from rayograph.plan.annotate.rays import box_of, camera_of, on_level, size_of
from rayograph.plan.annotate.ways import room_of
from rayograph.plan.revise.whereabouts import moved

Sides = tuple[float, float, float, float]
_BY_SIZE = 0.25
"""Weight of an error in size [e-fold] against one of the middle [box's own size]."""
OFF = 0.5
"""How far beside the box [in its own size] the best place may be before the box is refused."""
_LIKE = 1.6
"""A thing that appears larger or smaller than its box by more than this is said to."""


def stand(plan: ShotPlan, member: CastMember, mark: Box, at: float) -> Drawn:
    """The plan in which a thing stands where its box was drawn.

    Raises:
        PlanError: nothing that it could stand on is seen there.
    """
    camera = camera_of(plan, at)
    place, support = _best(plan, member, mark.box, camera)
    step = place - np.array(member.position)
    plan = moved(plan, [member.id], (float(step[0]), float(step[1]), float(step[2])))
    if support != member.on:
        cast = tuple(m.model_copy(update={"on": support}) if m.id == member.id else m for m in plan.cast)
        plan = plan.model_copy(update={"cast": cast})
    member = next(each for each in plan.cast if each.id == member.id)
    seen = box_of(camera, member, np.array(member.position))
    assert seen is not None
    ratio = extent(seen) / extent(mark.box)
    told = f"{member.id} stands at {member.position[0]:.2f}, {member.position[1]:.2f} m"
    if not 1 / _LIKE < ratio < _LIKE:
        told += f"; where it stands it is {ratio:.1f} times as large as its box"
    left, top, right, bottom = mark.box
    aspect = plan.format.width / plan.format.height
    wide = max(0.35 * (right - left), 0.04)
    spot = around(member.id, (left + right) / 2, (top + bottom) / 2, at, aspect, wide)
    size = extent(mark.box)
    least, most = round(min(0.55 * size, 1.0), 4), round(min(1.8 * size, 1.0), 4)
    framed = Framing(object=member.id, least=least, most=most, cropped=1.0)
    claims = ([] if spot is None else [spot]) + ([framed] if 1 / _LIKE < ratio < _LIKE else [])
    return Drawn(plan=plan, claims=tuple(claims), meaning=told)


def _best(plan: ShotPlan, member: CastMember, box: Sides, camera: Camera) -> tuple[np.ndarray, str]:
    """The foot of the best place [m] and what carries it: what does so now, else the stage."""
    host = next((m for m in plan.cast if m.id == member.on), None)
    grounds = [(member.position[2], "stage", *stage_of(plan, member))]
    if host is not None:
        reach = 0.5 * max(size_of(host)[:2])
        near = np.array(host.position[:2])
        grounds = [
            (member.position[2], host.id, near - reach, near + reach),
            (0.0, "stage", *stage_of(plan, member)),
        ]
    for z, support, low, high in grounds:
        foot, off = fitted(member, box, camera, z, low, high)
        if off < OFF:
            return foot, support
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    raise PlanError(
        f"{member.id} cannot stand where its box is drawn ({100 * x:.0f} % across, {100 * y:.0f} % down): "
        "there is nothing to stand on; draw it where the ground or the table is seen"
    )


def stage_of(plan: ShotPlan, member: CastMember) -> tuple[np.ndarray, np.ndarray]:
    """The stage, and where the thing already is."""
    half = np.array(room_of(plan))
    here = np.array(member.position[:2])
    return np.minimum(-half, here - 0.01), np.maximum(half, here + 0.01)


def fitted(
    member: CastMember, box: Sides, camera: Camera, z: float, low: np.ndarray, high: np.ndarray
) -> tuple[np.ndarray, float]:
    """The foot of a thing on the level `z` whose box is most like `box`, and how far its middle is off it."""
    middle = np.array([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2])
    aspect = camera.width / camera.height
    scale = np.array([aspect, 1.0]) / max((box[2] - box[0]) * aspect, box[3] - box[1])

    def miss(at: np.ndarray) -> np.ndarray:
        seen = box_of(camera, member, np.array([at[0], at[1], z]))
        if seen is None:
            return np.array([10.0, 10.0, 10.0])
        off = (np.array([(seen[0] + seen[2]) / 2, (seen[1] + seen[3]) / 2]) - middle) * scale
        return np.array([*off, _BY_SIZE * np.log(extent(seen) / extent(box))])

    guesses = [np.array(member.position[:2])]
    there = on_level(camera, (float(middle[0]), float(middle[1])), z + size_of(member)[2] / 2)
    guesses += [] if there is None else [there[:2]]
    tries = [
        least_squares(miss, np.clip(guess, low + 1e-6, high - 1e-6), bounds=(low, high)) for guess in guesses
    ]
    best = min(tries, key=lambda each: float(each.cost))
    return np.array([*best.x, z]), float(np.hypot(*miss(best.x)[:2]))


def extent(box: Sides) -> float:
    """Its part of the frame's width or height, whichever is greater."""
    return max(box[2] - box[0], box[3] - box[1])
