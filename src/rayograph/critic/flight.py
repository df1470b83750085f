"""Free flight: when a thing touches nothing, and how it is drawn down meanwhile."""

from dataclasses import dataclass

import numpy as np

from rayograph.critic.tracks import Track

SHORTEST = 5
"""Frames that a fit of an acceleration needs."""


@dataclass(frozen=True, kw_only=True)
class Flight:
    """Frames from `first` to `last`, in which the height is a parabola: its acceleration [m/s²], and how sure
    that is [m/s², one standard deviation]."""

    first: int
    last: int
    acceleration: float
    sigma: float


def flight(it: Track, times: np.ndarray, least: float = 0.3) -> Flight | None:
    """The stretch that tells best how a thing falls freely; None where there is none.

    A parabola is fitted to every stretch of 5 frames or more of the height; it counts where it misses no
    frame by more than 3 mm or a 250th of the way, and is drawn down by `least` [m/s²] or more.
    """
    height = it.way[:, 2]
    best: Flight | None = None
    for first in range(len(times) - SHORTEST + 1):
        for last in range(first + SHORTEST - 1, min(len(times), first + 48)):
            part = slice(first, last + 1)
            # The last frame has no step of its own and a place all the same.
            if not np.isfinite(height[part]).all() or (it.cropped[part] > 0.02).any():
                break
            found = _fit(times[part] - times[first], height[part])
            if found is None:
                break  # a longer stretch fits no better
            acceleration, sigma = found
            if acceleration > -least:
                continue
            # Not the longest: one that a blow ends may still be fitted, badly.
            if best is None or sigma < best.sigma:
                best = Flight(first=first, last=last, acceleration=acceleration, sigma=sigma)
    return best


def _fit(times: np.ndarray, height: np.ndarray) -> tuple[float, float] | None:
    columns = np.stack([np.ones_like(times), times, 0.5 * times**2], 1)
    answer, *_ = np.linalg.lstsq(columns, height, rcond=None)
    off = height - columns @ answer
    if np.abs(off).max() > max(0.003, 0.004 * float(np.ptp(height))):
        return None
    spread = max(float(np.sqrt((off**2).sum() / max(len(times) - 3, 1))), 3e-4)
    return float(answer[2]), spread * float(np.sqrt(np.linalg.inv(columns.T @ columns)[2, 2]))
