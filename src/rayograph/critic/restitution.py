"""Whether bounces are such as matter gives: the part of the speed that comes back."""

import numpy as np

from rayograph.critic.finding import Finding, at_most
from rayograph.critic.reel import Reel
from rayograph.critic.tracks import Track, cast, track

MOST = 1.0
"""No bounce gives back more than it took."""
SLACK = 0.08
"""What the frames' own coarseness may add."""
FAST = 0.4
"""Bounces from less than this [m/s] say nothing."""


def restitution(reel: Reel) -> tuple[tuple[str, Finding], ...]:
    """Per thing that bounces upwards: the greatest ratio of its speeds after and before."""
    if not reel.passes or reel.frames < 5:
        return ()
    rows = []
    for name in cast(reel):
        found = _bounce(track(reel, name), reel.times)
        if found is not None:
            ratio, t = found
            said = at_most(ratio, MOST + SLACK, unit="of the speed", frame=reel.numbers[t], confidence=0.8,
                           wanted="a bounce gives back no more than it took")  # fmt: skip
            rows.append((name, said))
    return tuple(rows)


def _bounce(it: Track, times: np.ndarray) -> tuple[float, int] | None:
    """The greatest rebound and its frame; the blow falls between two frames."""
    speed = np.diff(it.way[:, 2]) / np.diff(times)
    best: tuple[float, int] | None = None
    gap = float(np.median(np.diff(times)))
    for t in range(1, len(speed) - 2):
        part = speed[t - 1 : t + 3]
        if not np.isfinite(part).all() or part[0] > -FAST or part[3] < 0.2 * FAST or part[1] > part[0] + 0.1:
            continue
        # The blow falls somewhere within steps t and t + 1: both speeds are extrapolated to its middle.
        before, after = -part[1] + 0.5 * 9.81 * gap, part[3] + 1.0 * 9.81 * gap
        ratio = float(after / max(before, 1e-3))
        if best is None or ratio > best[0]:
            best = (ratio, t + 1)
    return best
