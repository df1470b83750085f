"""How far apart the surfaces of two things are, frame by frame, the hidden half of the first one included."""

import numpy as np
from jaxtyping import Float
from scipy.spatial import cKDTree

from rayograph.critic.reel import Reel
from rayograph.critic.tracks import Track

POINTS = 300
"""Of a thing at most, per frame."""


def gaps(reel: Reel, a: Track, b: Track) -> Float[np.ndarray, "t"]:
    """Distance between the surfaces [m], less a pixel's footprint; NaN where one of them is not seen.

    What is seen of `a` is mirrored at its middle, so that its far side and its underside count. A touch
    between two frames shows as a change of speed: there the points go on as they came.
    """
    found = np.full(reel.frames, np.nan)
    for t in np.flatnonzero(a.seen & b.seen):
        mine, other = reel.ids[t] == reel.index(a.name), reel.ids[t] == reel.index(b.name)
        points = _thinned(reel.position[t][mine]).astype(float)
        whole = np.concatenate([points, 2 * a.place[t] - points])
        surface = reel.position[t][other].astype(float)
        reach = 3 * max(a.size, float(np.ptp(whole, axis=0).max())) + 0.05
        close = surface[(np.abs(surface - a.place[t]) < reach).all(1)]
        if not len(close):
            found[t] = float(cKDTree(_thinned(surface, 2000)).query(whole)[0].min())
            continue
        tree = cKDTree(close)
        pixel = float(np.median(reel.depth[t][mine])) / reel.cameras[t].focal_px
        gap = float(tree.query(whole)[0].min())
        came = _knocked(a, b, int(t))
        if came is not None and gap < np.linalg.norm(came) + pixel:
            swept = np.concatenate([whole + part * came for part in (0.2, 0.4, 0.6, 0.8, 1.0)])
            gap = min(gap, float(tree.query(swept)[0].min()))
        found[t] = max(gap - pixel, 0.0)
    return found


def _knocked(a: Track, b: Track, t: int) -> np.ndarray | None:
    """The displacement with which `a` came to frame `t`, relative to `b`, if it leaves it with another."""
    if t == 0:
        return None
    came = a.step[t - 1] - np.nan_to_num(b.step[t - 1])
    went = a.step[t] - np.nan_to_num(b.step[t])
    change = float(np.linalg.norm(went - came))
    if not np.isfinite(change) or change < 0.3 * max(
        float(np.linalg.norm(came)), float(np.linalg.norm(went)), 1e-6
    ):
        return None
    return came


def _thinned(points: np.ndarray, most: int = POINTS) -> np.ndarray:
    return points[:: max(1, len(points) // most)]
