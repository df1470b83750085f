"""Which one of several a word means, by where they stand: "the middle one", "the top book"."""

from collections.abc import Sequence

import numpy as np

from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor

_NTH = {"second": 1, "third": 2, "fourth": 3, "fifth": 4}
_ENDS = {"left": 0, "first": 0, "right": -1, "last": -1}
_STACKED = 0.01
"""Things whose feet differ by more than this [m] stand on one another."""


def one_of(which: str, group: Sequence[int], actors: list[Actor], spots: list[Spot]) -> int:
    """The index of the one meant; a group in a row is counted from the left, a stack from its foot."""
    at = np.array([spots[i].position for i in group])
    spread = np.ptp(at, axis=0)
    stacked = spread[2] > _STACKED and spread[2] > 0.6 * max(spread[0], spread[1])
    if which in ("top", "bottom"):
        # Of what stands side by side "the top one" is the one farther up the frame.
        axis = 2 if spread[2] > _STACKED else 1
        return group[int(at[:, axis].argmax() if which == "top" else at[:, axis].argmin())]
    if which in ("front", "back"):
        return group[int(at[:, 1].argmin() if which == "front" else at[:, 1].argmax())]
    if which == "one":
        # The one that is plainest to see: on top, or before the others and nearest to the right.
        return group[int(at[:, 2].argmax())] if stacked else group[int((at[:, 0] - 1.5 * at[:, 1]).argmax())]
    axis = 2 if stacked else (0 if spread[0] >= 0.5 * spread[1] else 1)
    order = [group[k] for k in np.argsort(at[:, axis], kind="stable")]
    if which == "middle":
        return order[len(order) // 2]
    return order[min(_NTH[which], len(order) - 1)] if which in _NTH else order[_ENDS.get(which, 0)]
