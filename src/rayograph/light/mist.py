"""Mist and clear air near the ground: visibility, extinction, and the depth of the mist layer."""

import numpy as np

CLEAR_VISIBILITY = 60e3
"""Visibility of mountain air at mist 0 and turbidity 3 [m]."""
DENSE_VISIBILITY = 150.0
"""Visibility at mist 1 [m]."""
LAYER = 60.0
"""Thickness of the mist layer [m]."""


NEAR = 18.0
"""Mist lies in banks: about the camera, within this distance, most of the air is clear [m]."""


def visibility(mist: float) -> float:
    """Meteorological visibility [m], falling geometrically with `mist` 0..1."""
    return float(CLEAR_VISIBILITY * (DENSE_VISIBILITY / CLEAR_VISIBILITY) ** mist)


def mist_extinction(mist: float) -> float:
    """What mist adds to clear air's extinction [1/m] (Koschmieder: 3.912 / visibility)."""
    return 3.912 / visibility(mist) - 3.912 / CLEAR_VISIBILITY


def mist_depth(mist: float, sine: float | np.ndarray) -> np.ndarray:
    """Optical depth of the mist layer along a direction of elevation sine `sine`."""
    return np.asarray(mist_extinction(mist) * LAYER / np.maximum(np.abs(sine), 0.02))


def misty_length(distance: np.ndarray) -> np.ndarray:
    """Length of mist on a way of `distance` [m] from the eye: little near it, all but `NEAR` of a long way.

    Even mist that lets a street's end fade veils what stands at ten metres too: the plate is grey all over.
    """
    return np.asarray(distance - NEAR * -np.expm1(-np.asarray(distance) / NEAR))
