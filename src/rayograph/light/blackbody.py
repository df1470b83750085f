"""Lamps: colour from kelvin, radiance from lumens."""

import functools

import numpy as np

from rayograph.colour.primaries import ap1_luminance
from rayograph.light.spectrum import colour_matching, planck, xyz_to_ap1

RGB = tuple[float, float, float]


@functools.cache
def kelvin_to_xy(kelvin: float) -> tuple[float, float]:
    """CIE 1931 chromaticity of a blackbody at `kelvin` [K]."""
    wavelengths = np.arange(360.0, 831.0, 2.0)
    xyz = planck(wavelengths, kelvin) @ colour_matching(wavelengths)
    return float(xyz[0] / xyz.sum()), float(xyz[1] / xyz.sum())


@functools.cache
def kelvin_to_ap1(kelvin: float) -> RGB:
    """Linear ACEScg of a blackbody at `kelvin` [K], scaled to unit luminance.

    Below about 1900 K the blackbody leaves AP1; its blue is then held at zero.
    """
    x, y = kelvin_to_xy(kelvin)
    rgb = np.maximum(xyz_to_ap1(np.array([x / y, 1.0, (1 - x - y) / y])), 0.0)
    red, green, blue = rgb / (rgb @ ap1_luminance())
    return float(red), float(green), float(blue)


def panel_radiance(lumens: float, area: float, rgb: RGB) -> RGB:
    """Radiance [cd/m²] of a one-sided Lambertian surface: L = Φ / (π A).

    Args:
        lumens: luminous flux Φ [lm]. area: emitting area A [m²]. rgb: its colour, of unit luminance.
    """
    level = lumens / (np.pi * area)
    return float(level * rgb[0]), float(level * rgb[1]), float(level * rgb[2])
