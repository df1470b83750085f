"""How warm a colour is, in mired from neutral: what a crew measures light and gels in."""

import functools

import numpy as np
from jaxtyping import Float

from rayograph.colour.planckian import planckian_xy
from rayograph.colour.primaries import ACES_WHITE, AP1, rgb_to_xyz
from rayograph.colour.white_balance import NEUTRAL_KELVIN


@functools.cache
def _locus() -> tuple[np.ndarray, np.ndarray]:
    """log2(R/B) in linear ACEScg of blackbodies, and their shift [mired] from neutral."""
    mired = np.linspace(45, 590, 110)
    inverse = np.linalg.inv(rgb_to_xyz(AP1, ACES_WHITE))
    ratio = []
    for each in mired:
        x, y = planckian_xy(1e6 / each)
        red, _, blue = inverse @ np.array([x / y, 1.0, (1 - x - y) / y])
        ratio.append(np.log2(max(red, 1e-6) / max(blue, 1e-6)))
    return np.array(ratio), mired - 1e6 / NEUTRAL_KELVIN


def warmer(rgb: Float[np.ndarray, "*shape 3"]) -> Float[np.ndarray, "*shape"]:
    """Shift [mired] from neutral of the blackbody with the same ratio of red to blue in linear ACEScg.

    Positive is warmer. Beyond 22000 K and 1700 K it goes on at the slope there, for balanced light may.
    """
    ratio, shift = _locus()
    rgb = np.maximum(np.asarray(rgb, float), 1e-6)
    value = np.log2(rgb[..., 0] / rgb[..., 2])
    out = np.interp(value, ratio, shift)
    low = (shift[1] - shift[0]) / (ratio[1] - ratio[0])
    high = (shift[-1] - shift[-8]) / (ratio[-1] - ratio[-8])
    out = np.where(value < ratio[0], shift[0] + low * (value - ratio[0]), out)
    return np.where(value > ratio[-1], shift[-1] + high * (value - ratio[-1]), out)
