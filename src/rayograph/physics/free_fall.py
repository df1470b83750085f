"""Free fall without air: Galileo's law, and gravity read back from a track."""

import numpy as np
from jaxtyping import Float

STANDARD_GRAVITY = 9.81
"""[m/s²], as the simulator has it."""


def position(
    start: Float[np.ndarray, "3"],
    velocity: Float[np.ndarray, "3"],
    time: Float[np.ndarray, "t"],
    *,
    gravity: float = STANDARD_GRAVITY,
) -> Float[np.ndarray, "t 3"]:
    """Where a body thrown from `start` [m] with `velocity` [m/s] is after `time` [s]."""
    fall = np.array([0.0, 0.0, -0.5 * gravity])
    return start + time[:, None] * velocity + time[:, None] ** 2 * fall


def fall_time(height: float, *, gravity: float = STANDARD_GRAVITY) -> float:
    """Time [s] that a body at rest needs to fall `height` [m]."""
    return float(np.sqrt(2 * height / gravity))


def impact_speed(height: float, *, gravity: float = STANDARD_GRAVITY) -> float:
    """Speed [m/s] after a fall from rest through `height` [m]."""
    return float(np.sqrt(2 * gravity * height))


def fitted_gravity(time: Float[np.ndarray, "t"], height: Float[np.ndarray, "t"]) -> float:
    """Downward acceleration [m/s²] of the parabola that fits a track of heights [m] best."""
    return float(-2 * np.polyfit(time, height, 2)[0])
