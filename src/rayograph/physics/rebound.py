"""Impact by Newton's law of restitution."""

import numpy as np


def combined_restitution(first: float, second: float) -> float:
    """Restitution of two surfaces: the geometric mean, so that equal surfaces keep their own value."""
    return float(np.sqrt(first * second))


def rebound_height(drop: float, restitution: float) -> float:
    """Height [m] that a body dropped from rest through `drop` [m] returns to."""
    return drop * restitution**2


def impulse(mass: float, speed: float, restitution: float) -> float:
    """Normal impulse [N·s] on a body of `mass` [kg] that hits a wall through its centre at `speed` [m/s]."""
    return mass * speed * (1 + restitution)


def head_on(
    masses: tuple[float, float], speeds: tuple[float, float], restitution: float
) -> tuple[float, float]:
    """Speeds [m/s] after a central collision along a line."""
    (m, n), (u, v) = masses, speeds
    common = (m * u + n * v) / (m + n)
    closing = restitution * (u - v) / (m + n)
    return common - n * closing, common + m * closing


def observed_restitution(heights: tuple[float, float]) -> float:
    """Restitution read from the height [m] before and after a bounce."""
    before, after = heights
    return float(np.sqrt(max(after, 0.0) / before))
