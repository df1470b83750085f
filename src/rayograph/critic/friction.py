"""Whether what slides is slowed as matter slows it: its deceleration over gravity."""

import numpy as np

from rayograph.critic.finding import Finding, at_most
from rayograph.critic.reel import Reel
from rayograph.critic.tracks import Track, cast, track

MOST = 1.5
"""Greater coefficients of friction are hardly found between dry solids."""
FRAMES, FAST = 6, 0.25
"""A slide lasts so many frames, and begins faster than this [m/s]."""


def friction(reel: Reel) -> tuple[tuple[str, Finding], ...]:
    """Per thing that slides or rolls to a halt on the level: deceleration over g."""
    if not reel.passes or reel.frames < FRAMES + 2:
        return ()
    rows = []
    for name in cast(reel):
        found = _slide(track(reel, name), reel.times)
        if found is not None:
            grip, t = found
            said = at_most(grip, MOST, unit="of its weight", frame=reel.numbers[t], confidence=0.6,
                           wanted=f"what slides is held by {MOST} of its weight at most")  # fmt: skip
            rows.append((name, said))
    return tuple(rows)


def _slide(it: Track, times: np.ndarray) -> tuple[float, int] | None:
    """The deceleration of the longest stretch in which speed falls steadily on the level, over g."""
    steps = np.diff(it.way, axis=0) / np.diff(times)[:, None]
    flat, level = np.linalg.norm(steps[:, :2], axis=1), np.abs(steps[:, 2])
    best: tuple[int, int] | None = None
    first = 0
    for t in range(1, len(flat) + 1):
        on = t < len(flat) and np.isfinite(flat[t - 1 : t + 1]).all() and flat[t] < flat[t - 1]
        if on and level[t] < 0.05 + 0.1 * flat[t] and flat[t] > 0.02:
            continue
        if t - 1 - first >= FRAMES and flat[first] > FAST and (best is None or t - first > best[1] - best[0]):
            best = (first, t - 1)
        first = t
    if best is None:
        return None
    part = slice(best[0], best[1] + 1)
    slope = np.polyfit(times[part], flat[part], 1)[0]
    return float(max(-slope, 0.0) / 9.80665), best[1]
