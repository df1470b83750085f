"""How one thing stands to another in the world, by what is seen of both at one instant."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from rayograph.critic.surface import Surface, gap

FLAT = 0.7
"""Upward part of a normal from which on a surface carries what lies on it."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """`off`: how far from standing so [m], of which `limit` is let pass; `of`: what that length is."""

    off: float
    limit: float
    of: str

    @property
    def ratio(self) -> float:
        """Above 1: it does not stand so."""
        return self.off / self.limit


def on(subject: Surface, target: Surface) -> Standing:
    """Its foot rests on the target's surface nearest beneath or at it, with its middle over the target.

    The foot of a ball that is looked down on is out of sight, which is allowed for. A hat on a head rests on
    what it hides: the target's top will do. What hangs on a wall, or sits astride, touches it.
    """
    slack = 0.01 + 2 * subject.pixel + subject.tall * (0.04 + 0.5 * (1 - subject.level))
    near = _around(subject, target)
    flat = near[near[:, 3] > FLAT] if len(near) else near
    heights = flat[:, 2] if len(flat) > 4 else np.array([target.top])
    foot = float(np.abs(heights - subject.lowest).min())
    if not len(flat) and subject.lowest > target.lowest + subject.tall and target.longest > subject.longest:
        return Standing(off=gap(subject, target), limit=slack + 0.05 * subject.longest, of="gap to it")
    rests = Standing(off=foot, limit=slack, of="its foot to the surface beneath")
    if rests.ratio > 1 and subject.top > target.top and subject.lowest > target.lowest:
        close = 0.01 + 2 * subject.pixel + 0.04 * min(subject.longest, target.longest)
        astride = Standing(off=gap(subject, target), limit=close, of="gap to it")
        rests = min(rests, astride, key=lambda each: each.ratio)
    return max(rests, _over(subject, target), key=lambda each: each.ratio)


def inside(subject: Surface, target: Surface) -> Standing:
    """Its middle is over the target, its foot below the rim and not below the target's own foot."""
    slack = subject.pixel + target.pixel + 0.1 * target.tall + 0.1 * min(subject.tall, target.tall)
    rim = Standing(off=max(subject.lowest - target.top, 0.0), limit=slack, of="its foot over the rim")
    sunk = max(target.lowest - subject.lowest, 0.0)
    foot = Standing(off=sunk, limit=0.02 + slack, of="its foot below the other's")
    return max(rim, foot, _over(subject, target), key=lambda each: each.ratio)


def under(subject: Surface, target: Surface) -> Standing:
    """Its top is no higher than the target's, its foot lower than the target's upper surface by half its own
    height, and its middle is beneath it."""
    slack = 0.03 + 2 * subject.pixel
    high = Standing(off=max(subject.top - target.top, 0.0), limit=slack, of="its top over the other's")
    sunk = subject.lowest + 0.5 * subject.tall - target.top
    low = Standing(off=max(sunk + slack, 0.0), limit=slack, of="its middle over the other's top")
    return max(high, low, _over(subject, target), key=lambda each: each.ratio)


def above(subject: Surface, target: Surface) -> Standing:
    """Its foot is no lower than the target's top, and the two overlap on the ground plan, or nearly."""
    slack = 0.03 + 2 * subject.pixel + 0.1 * min(subject.tall, target.tall)
    low = Standing(
        off=max(target.top - subject.lowest, 0.0), limit=slack, of="its foot below the other's top"
    )
    wide = 0.05 + 0.25 * max(subject.longest, target.longest)
    apart = Standing(off=_plan_gap(subject, target), limit=wide, of="beside it")
    return max(low, apart, key=lambda each: each.ratio)


def beside(subject: Surface, target: Surface) -> Standing:
    """No farther apart than three quarters of the longer or 2.5 times the shorter of the two, neither over
    the other, and standing at about the same height."""
    longer, shorter = sorted((subject.longest, target.longest), reverse=True)
    wide, high = max(0.75 * longer, 2.5 * shorter), 0.05 + 0.5 * max(subject.tall, target.tall)
    near = Standing(off=_plan_gap(subject, target), limit=wide, of="gap on the ground")
    level = Standing(off=abs(subject.lowest - target.lowest), limit=high, of="step between their feet")
    lower, upper = sorted((subject, target), key=lambda each: each.lowest)
    over = min(_over(subject, target).ratio, _over(target, subject).ratio)
    if over < 0.5 and upper.lowest > lower.lowest + 0.6 * lower.tall:
        return Standing(off=shorter, limit=0.5 * shorter, of="one over the other")
    return max(near, level, key=lambda each: each.ratio)


def touching(subject: Surface, target: Surface) -> Standing:
    """The least gap between what is seen of both; where they meet may be out of sight."""
    limit = 0.01 + 3 * max(subject.pixel, target.pixel) + 0.12 * min(subject.longest, target.longest)
    return Standing(off=gap(subject, target), limit=limit, of="gap between them")


def behind(subject: Surface, target: Surface) -> Standing:
    """Farther from the camera, by the middles of what is seen of both."""
    slack = 0.01 + 0.05 * min(subject.longest, target.longest)
    nearer = _depth(target) - _depth(subject)
    return Standing(off=max(nearer + 2 * slack, 0.0), limit=slack, of="nearer than behind it")


def in_front_of(subject: Surface, target: Surface) -> Standing:
    """Nearer to the camera, by the middles of what is seen of both."""
    slack = 0.01 + 0.05 * min(subject.longest, target.longest)
    farther = _depth(subject) - _depth(target)
    return Standing(off=max(farther + 2 * slack, 0.0), limit=slack, of="farther than in front of it")


STANDINGS: dict[str, Callable[[Surface, Surface], Standing]] = {
    "on": on, "in": inside, "under": under, "above": above, "beside": beside, "touching": touching,
    "behind": behind, "in_front_of": in_front_of,
}  # fmt: skip
"""Those that are told in the world; left and right are the picture's."""


def _around(subject: Surface, target: Surface) -> np.ndarray:
    """Points of the target around the subject's ground plan, with the upward part of their normals."""
    low, high = subject.plan()
    margin = 0.02 + 0.5 * float((high - low).max()) + 2 * target.pixel
    level = target.ground()
    near = ((level > low - margin) & (level < high + margin)).all(1)
    return np.concatenate([target.points[near], target.normals[near][:, 2:]], axis=1)


def _over(subject: Surface, target: Surface) -> Standing:
    """How far its middle lies outside of the target's ground plan, or the target's outside of its own."""
    slack = 0.02 + 2 * target.pixel + 0.2 * min(subject.longest, target.longest)
    low, high = target.plan()
    off = _outside(subject.middle(), low, high)
    if subject.longest > target.longest:
        off = min(off, _outside(target.middle(), *subject.plan()))
    return Standing(off=off, limit=slack, of="its middle beside the other")


def _outside(place: np.ndarray, low: np.ndarray, high: np.ndarray) -> float:
    return float(np.linalg.norm(np.maximum(np.maximum(low - place, place - high), 0.0)))


def _plan_gap(one: Surface, other: Surface) -> float:
    (low, high), (least, most) = one.plan(), other.plan()
    return float(np.linalg.norm(np.maximum(np.maximum(low - most, least - high), 0.0)))


def _depth(surface: Surface) -> float:
    near, far = np.percentile(surface.depth, [5, 95])
    return float(0.5 * (near + far))
