"""What of a table top a thing really takes: a fork needs no circle as wide as it is long."""

import numpy as np

from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor

_LONG = 1.6
"""What is so many times as long as wide takes a line of small circles, not one large one."""
Circle = tuple[float, float, float]


def footprint(actor: Actor, yaw_deg: float, *, closely: bool) -> list[Circle]:
    """Circles about its middle (x, y, radius) [m]; closely: along its length, as on a table."""
    w, d = actor.size[:2]
    long_, short = max(w, d), max(min(w, d), 0.004)
    if not closely or long_ < _LONG * short:
        return [(0.0, 0.0, actor.radius)]
    count = int(np.ceil(long_ / short))
    along = np.deg2rad(yaw_deg + (0.0 if w >= d else 90.0))
    steps = (np.arange(count) + 0.5) / count * long_ - long_ / 2
    return [(float(s * np.cos(along)), float(s * np.sin(along)), 0.58 * short) for s in steps]


def half_widths(
    members: list[int], actors: list[Actor], spots: dict[int, Spot], turn: list[float] | None = None
) -> tuple[float, float]:
    """Half the width and depth [m] of some actors where they stand, or of one with the yaw it will have."""
    low, high = np.full(2, np.inf), np.full(2, -np.inf)
    for rank, i in enumerate(members):
        at = np.array(spots[i].position[:2]) if turn is None else np.zeros(2)
        angle = np.deg2rad(spots[i].yaw_deg if turn is None else turn[rank])
        c, s = abs(np.cos(angle)), abs(np.sin(angle))
        w, d = actors[i].size[:2]
        half = 0.5 * np.array([w * c + d * s, w * s + d * c])
        low, high = np.minimum(low, at - half), np.maximum(high, at + half)
    x, y = (high - low) / 2
    return float(x), float(y)
