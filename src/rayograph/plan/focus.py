"""Where the focus lies: pulled from one thing to another, or along with a move from start to goal."""

import numpy as np
from jaxtyping import Float

from rayograph.core.plan import FocusKey
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Aim, CameraFacts

BLUR = 0.03
"""Part of the frame's width over which a point blurs while the focus is on the other end of a pull."""
_WIDEST = 0.95


def first_of(aim: Aim | None, actors: list[Actor]) -> int:
    """The first actor of the thing that an aim names; -1 if none."""
    if aim is None or aim.thing < 0:
        return -1
    return next((i for i, actor in enumerate(actors) if actor.thing == aim.thing), -1)


def focus_keys(facts: CameraFacts, actors: list[Actor], seconds: float) -> tuple[FocusKey, ...]:
    """Keys of a focus pull that the words ask for, or that a move from one thing to another needs."""
    ends: tuple[Aim | None, Aim | None] = (facts.route.start, facts.route.goal)
    span = (0.0, 1.0)
    if facts.pull is not None:
        ends, span = facts.pull, (0.3, 0.7)
    first, last = first_of(ends[0], actors), first_of(ends[1], actors)
    if first < 0 or last < 0 or first == last:
        return ()
    return tuple(
        FocusKey(time=round(part * seconds, 4), member=actors[i].member.id)
        for part, i in zip(span, (first, last), strict=True)
    )


def both_of_pull(first: Float[np.ndarray, "n 3"], last: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "m 3"]:
    """What a frame holds of both ends of a pull: of the larger one no more than the smaller one leaves room
    for, so that neither is lost."""
    wide = 2.0 * min(float(np.ptp(box, axis=0).max()) for box in (first, last))
    held = []
    for box in (first, last):
        middle = (box.min(0) + box.max(0)) / 2
        held.append(np.clip(box, middle - wide / 2, middle + wide / 2))
    return np.concatenate(held)


def stop_for_pull(
    first: Float[np.ndarray, "n 3"], last: Float[np.ndarray, "n 3"], position: np.ndarray,
    forward: np.ndarray, focal: float,
) -> float:  # fmt: skip
    """f-number at which either end of a pull is visibly soft while the other one is sharp.

    A point at depth b blurs over c = f² |b - a| / (N b (a - f)) on the sensor when the focus is on a.
    """
    near, far = sorted(max(float((box.mean(0) - position) @ forward), 0.05) * 1000.0 for box in (first, last))
    spread = focal**2 * (far - near) / (far * max(near - focal, 0.3 * focal))
    return round(float(np.clip(spread / (BLUR * 36.0), _WIDEST, 8.0)), 1)
