"""The colour of glowing bodies, for gels and temperature sliders: gains in linear ACEScg.

Source: B. Kang et al., "Design of Advanced Color Temperature Control System for HDTV Applications",
J. Korean Phys. Soc. 41 (2002), equations 1 to 3: a cubic fit of the Planckian locus, 1667 K to 25000 K.
"""

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import ACES_WHITE, AP1, rgb_to_xyz

_COLD, _WARM = 25000.0, 1667.0


def planckian_xy(kelvin: float) -> tuple[float, float]:
    """CIE 1931 chromaticity of a blackbody; held at the ends of 1667 K to 25000 K."""
    t = 1000.0 / float(np.clip(kelvin, _WARM, _COLD))
    if t > 0.25:
        x = -0.2661239 * t**3 - 0.2343589 * t**2 + 0.8776956 * t + 0.179910
    else:
        x = -3.0258469 * t**3 + 2.1070379 * t**2 + 0.2226347 * t + 0.240390
    if t > 1000 / 2222:
        y = -1.1063814 * x**3 - 1.34811020 * x**2 + 2.18555832 * x - 0.20219683
    elif t > 0.25:
        y = -0.9549476 * x**3 - 1.37418593 * x**2 + 2.09137015 * x - 0.16748867
    else:
        y = 3.0817580 * x**3 - 5.87338670 * x**2 + 3.75112997 * x - 0.37001483
    return x, y


def _rgb(kelvin: float) -> np.ndarray:
    x, y = planckian_xy(kelvin)
    return np.linalg.solve(rgb_to_xyz(AP1, ACES_WHITE), np.array([x / y, 1.0, (1 - x - y) / y]))


def mired_gain(shift: float, base_kelvin: float = 5600.0) -> Float[np.ndarray, "3"]:
    """What a temperature gel of `shift` mired multiplies light by, at equal luminance of white.

    Positive is warmer (a full CTO is +159), negative is cooler (a full CTB is -137).
    """
    return _rgb(1e6 / (1e6 / base_kelvin + shift)) / _rgb(base_kelvin)
