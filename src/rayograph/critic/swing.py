"""To and fro: how much of its way, or of its turn, a thing comes back."""

import numpy as np
from jaxtyping import Float

from rayograph.critic.tracks import Track


def return_part(it: Track) -> float:
    """The greatest way back along its main axis, as a part of the whole range; of its turning, likewise.

    A thing that hardly moves or turns (a 20th of its size, 5°) does not swing: 0.
    """
    way = it.way[it.seen]
    turn = np.cumsum(np.nan_to_num(it.turn[it.seen]), axis=0)
    return max(_back(way, 0.05 * it.size), _back(turn, np.deg2rad(5.0)))


def _back(path: Float[np.ndarray, "n 3"], least: float) -> float:
    if len(path) < 4:
        return 0.0
    centred = path - path.mean(0)
    along = centred @ np.linalg.svd(centred, full_matrices=False)[2][0]
    span = float(np.ptp(along))
    if span < least:
        return 0.0
    back = min(_fall(along), _fall(-along))
    return back / span


def _fall(along: Float[np.ndarray, "n"]) -> float:
    """The deepest fall after a height."""
    return float((np.maximum.accumulate(along) - along).max())
