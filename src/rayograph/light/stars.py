"""The stars of a clear night: points of true illuminance, spread over the sky map's texels."""

import numpy as np
from jaxtyping import Float

from rayograph.light.blackbody import kelvin_to_ap1

ZERO_LUX = 2.54e-6
"""Illuminance of a star of magnitude 0 above the air [lux] (Schaefer, PASP 105, 1993)."""
FAINTEST = 6.5
_COUNT = 4500
"""Stars brighter than `FAINTEST` over half the sky."""
_FIRST = 520
"""Stars over half the sky when the first of them are out."""
_SLOPE = 0.51
"""Growth of log10 of the number of stars per magnitude."""
_EXTINCTION = 0.28
"""Magnitudes lost per air mass."""
_KELVINS = (3400.0, 4300.0, 5400.0, 6500.0, 8500.0, 11000.0)


def starlight(height: int, width: int, *, seed: int, first: bool = False) -> Float[np.ndarray, "h w 3"]:
    """Radiance [cd/m²] of stars on the upper half of a lat-long map, zenith to horizon.

    first: only the first of the evening, made more alike than they are, so that a handful can be counted.
    """
    rng = np.random.default_rng([seed & 0x7FFFFFFF, 41])
    magnitude = np.maximum(FAINTEST + np.log10(rng.random(_COUNT)) / _SLOPE, -1.4)
    if first:
        rank = np.argsort(np.argsort(magnitude))
        magnitude = np.where(rank < _FIRST, np.clip(magnitude, -0.4, 1.3), 12.0)
    sine = rng.random(_COUNT)
    azimuth = rng.random(_COUNT)
    colours = np.array([kelvin_to_ap1(kelvin) for kelvin in _KELVINS])
    lux = ZERO_LUX * 10 ** (-0.4 * (magnitude + _EXTINCTION / np.maximum(sine, 0.03)))
    light = lux[:, None] * colours[rng.integers(0, len(colours), _COUNT)]
    row = np.minimum((np.arccos(sine) / (np.pi / 2) * height).astype(int), height - 1)
    column = (azimuth * width).astype(int)
    edge = np.cos(np.linspace(0, np.pi / 2, height + 1))
    texel = (edge[:-1] - edge[1:]) * 2 * np.pi / width
    sky = np.zeros((height, width, 3))
    np.add.at(sky, (row, column), light / texel[row, None])
    return sky
