"""Dry friction by Coulomb's law: sliding, and rolling that sets in."""

import numpy as np
from jaxtyping import Float

from rayograph.physics.free_fall import STANDARD_GRAVITY


def combined_friction(first: float, second: float) -> float:
    """Friction coefficient of two surfaces: the geometric mean."""
    return float(np.sqrt(first * second))


def deceleration(coefficient: float, *, gravity: float = STANDARD_GRAVITY) -> float:
    """Of a body that slides on level ground [m/s²]."""
    return coefficient * gravity


def stopping_distance(speed: float, coefficient: float, *, gravity: float = STANDARD_GRAVITY) -> float:
    """How far [m] a body slides from `speed` [m/s]."""
    return speed * speed / (2 * coefficient * gravity)


def rolling_onset(
    speed: float, coefficient: float, *, inertia: float = 0.4, gravity: float = STANDARD_GRAVITY
) -> tuple[float, float]:
    """When [s] and at what speed [m/s] a ball that starts sliding without spin rolls without slipping.

    Args:
        inertia: moment of inertia over mass and radius squared; 0.4 for a solid sphere.
    """
    return (
        speed * inertia / (1 + inertia) / (coefficient * gravity),
        speed / (1 + inertia),
    )


def observed_friction(
    time: Float[np.ndarray, "t"], speed: Float[np.ndarray, "t"], *, gravity: float = STANDARD_GRAVITY
) -> float:
    """Friction coefficient read from the falling speed [m/s] of a body that slides on level ground."""
    return float(-np.polyfit(time, speed, 1)[0] / gravity)
