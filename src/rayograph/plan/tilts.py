"""A tilt that goes with what rises: from the whole picture to where that thing has got to."""

import numpy as np

from rayograph.core.plan import Drive
from rayograph.plan.scene_action import Blocked

_RISEN = 0.5
"""How far up a thing must go for a tilt to go with it [m]."""


def tilt_with(move: str, target: np.ndarray, blocked: Blocked) -> tuple[np.ndarray, np.ndarray] | None:
    """Aims at the start and end of a tilt with what rises or sinks, or None if nothing does."""
    for event in blocked.events:
        if not isinstance(event, Drive):
            continue
        first, last = np.array(event.path[0][1:4]), np.array(event.path[-1][1:4])
        gone = float(last[2] - first[2])
        if abs(gone) < _RISEN or (gone > 0) != (move == "tilt up"):
            continue
        # The lower end keeps the picture that was composed; it leans to what moves.
        start = target + np.array([0.35 * (first[0] - target[0]), 0.0, 0.0])
        return start, np.array([0.5 * (start[0] + last[0]), target[1], float(last[2]) + 0.2])
    return None
