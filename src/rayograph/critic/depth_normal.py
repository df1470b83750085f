"""Whether depth and normals tell of one surface: facet normals against the slope of the position pass."""

import numpy as np

from rayograph.critic.finding import Finding, at_most, unmeasured
from rayograph.critic.reel import Reel

LIMIT = 1.5
"""Median angle [deg]; on exact passes it is 0 on planes, and a few degrees on what is small and round."""


def depth_normal(reel: Reel) -> tuple[tuple[str, Finding], ...]:
    """The median angle between both, off edges, in the worst frame [deg]."""
    wanted = f"position and geometric normals agree, {LIMIT}° in the median"
    if not reel.passes or not reel.geometric_normal.any():
        return (("all", unmeasured(wanted, "there are no normals or positions")),)
    worst, frame, tail = 0.0, reel.numbers[0], 0.0
    for t in range(reel.frames):
        angles = _angles(reel, t)
        if len(angles) > 50 and float(np.median(angles)) >= worst:
            worst, frame, tail = float(np.median(angles)), reel.numbers[t], float(np.percentile(angles, 95))
    return (("all", at_most(worst, LIMIT, unit="deg", wanted=wanted, frame=frame,
                            note=f"19 of 20 points agree within {tail:.1f}°")),)  # fmt: skip


def _angles(reel: Reel, t: int) -> np.ndarray:
    position, ids = reel.position[t].astype(np.float64), reel.ids[t]
    across = position[1:-1, 2:] - position[1:-1, :-2]
    down = position[2:, 1:-1] - position[:-2, 1:-1]
    facing = np.cross(down, across)
    length = np.linalg.norm(facing, axis=-1)
    normal = reel.geometric_normal[t][1:-1, 1:-1]
    same = ids[1:-1, 1:-1] > 0
    for rows, columns in ((slice(1, -1), slice(2, None)), (slice(1, -1), slice(None, -2)),
                          (slice(2, None), slice(1, -1)), (slice(None, -2), slice(1, -1))):  # fmt: skip
        same &= ids[rows, columns] == ids[1:-1, 1:-1]
        near = reel.geometric_normal[t][rows, columns]
        same &= (near * normal).sum(-1) > 0.98  # one facet, or a gentle bend
    cosine = np.abs((facing * normal).sum(-1)) / np.maximum(length, 1e-12)
    return np.degrees(np.arccos(np.clip(cosine[same & (length > 1e-12)], 0, 1)))
