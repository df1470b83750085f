"""Whether light stands still where nothing moves: the set's points, followed from frame to frame."""

import numpy as np

from rayograph.colour.acescct import encode
from rayograph.critic.finding import Finding, at_most, unmeasured
from rayograph.critic.reel import Reel
from rayograph.critic.still_points import still_points

LIMIT = 2.0
"""Median change of code from one frame to the next [1/255 of ACEScct]; a stop is 14.5."""


def flicker(reel: Reel) -> tuple[tuple[str, Finding], ...]:
    """The worst frame's median change of the set's light."""
    wanted = f"the set's light changes by {LIMIT:g}/255 of code a frame at most, in the median"
    if not reel.passes or reel.frames < 2:
        return (("set", unmeasured(wanted, "this needs two frames or more with positions and ids")),)
    code = encode(np.maximum(reel.beauty, 0).mean(-1))
    steps = []
    for t in range(reel.frames - 1):
        points = still_points(reel, t)
        if len(points.row) >= 50:
            change = code[t + 1][points.row, points.column] - code[t][points.rows, points.columns]
            steps.append((float(np.median(np.abs(change))) * 255, t + 1))
    if not steps:
        return (("set", unmeasured(wanted, "too little of the set is seen in two frames")),)
    worst, t = max(steps)
    return (("set", at_most(worst, LIMIT, unit="1/255", wanted=wanted, frame=reel.numbers[t])),)
