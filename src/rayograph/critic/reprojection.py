"""Whether cameras, depth and motion vectors tell of one space: the set, carried from frame to frame."""

import numpy as np

from rayograph.critic.finding import Finding, at_most, unmeasured
from rayograph.critic.reel import Reel
from rayograph.critic.still_points import still_points

DEPTH, MOTION = 0.01, 0.25
"""Median relative error of depth (nearest pixel), and of motion vectors [px]."""


def reprojection(reel: Reel) -> tuple[tuple[str, Finding], ...]:
    """Median errors of the worst frame: depth of the set where the next camera should see it, and its motion
    vectors against the cameras."""
    wanted = f"the set's depth agrees with the next frame's within {DEPTH:.0%}"
    moved = f"the set's motion vectors are the camera's, within {MOTION} px"
    if not reel.passes or reel.frames < 2:
        why = "this needs two frames or more with positions and ids"
        return (("depth", unmeasured(wanted, why)), ("motion", unmeasured(moved, why)))
    depth, motion = [], []
    for t in range(reel.frames - 1):
        points = still_points(reel, t)
        if len(points.row) < 50:
            continue
        seen = reel.depth[t + 1][points.row, points.column]
        depth.append((float(np.median(np.abs(seen - points.depth) / points.depth)), t + 1))
        here = np.stack([points.columns, points.rows], 1) + 0.5
        flow = reel.forward[t][points.rows, points.columns]
        off = np.linalg.norm(here + flow - points.landing, axis=1)
        motion.append((float(np.median(off)), t))
    if not depth:
        why = "too little of the set is seen in two frames"
        return (("depth", unmeasured(wanted, why)), ("motion", unmeasured(moved, why)))
    (far, a), (off_px, b) = max(depth), max(motion)
    return (
        ("depth", at_most(far, DEPTH, unit="of the depth", wanted=wanted, frame=reel.numbers[a])),
        ("motion", at_most(off_px, MOTION, unit="px", wanted=moved, frame=reel.numbers[b])),
    )
