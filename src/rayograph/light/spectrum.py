"""From spectra to linear ACEScg: colour-matching functions, and the wavelengths that the sky uses."""

import functools

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import ACES_WHITE, AP1, rgb_to_xyz

WAVELENGTHS = np.arange(390.0, 721.0, 30.0)
"""Where the atmosphere is evaluated [nm]: 12 bands of 30 nm."""


def _lobe(x: np.ndarray, centre: float, below: float, above: float) -> np.ndarray:
    width = np.where(x < centre, below, above)
    return np.exp(-0.5 * ((x - centre) * width) ** 2)


def colour_matching(nanometres: Float[np.ndarray, "n"]) -> Float[np.ndarray, "n 3"]:
    """CIE 1931 2° x̄ ȳ z̄ by the multi-lobe fit of Wyman, Sloan and Shirley, JCGT 2(2), 2013."""
    w = np.asarray(nanometres, float)
    x = (
        1.056 * _lobe(w, 599.8, 1 / 37.9, 1 / 31.0)
        + 0.362 * _lobe(w, 442.0, 1 / 16.0, 1 / 26.7)
        - 0.065 * _lobe(w, 501.1, 1 / 20.4, 1 / 26.2)
    )
    y = 0.821 * _lobe(w, 568.8, 1 / 46.9, 1 / 40.5) + 0.286 * _lobe(w, 530.9, 1 / 16.3, 1 / 31.1)
    z = 1.217 * _lobe(w, 437.0, 1 / 11.8, 1 / 36.0) + 0.681 * _lobe(w, 459.0, 1 / 26.0, 1 / 13.8)
    return np.stack([x, y, z], axis=1)


def planck(nanometres: Float[np.ndarray, "n"], kelvin: float) -> Float[np.ndarray, "n"]:
    """Blackbody radiance at `kelvin` [K], in relative units (Planck's law, c2 = 1.4388e-2 m·K)."""
    metres = np.asarray(nanometres, float) * 1e-9
    return 1e-35 / metres**5 / np.expm1(1.438776877e-2 / (metres * kelvin))


def xyz_to_ap1(xyz: Float[np.ndarray, "*shape 3"]) -> Float[np.ndarray, "*shape 3"]:
    """CIE XYZ to linear ACEScg, chromaticity kept (no adaptation): a light at the ACES white is neutral."""
    return np.asarray(np.asarray(xyz) @ np.linalg.inv(rgb_to_xyz(AP1, ACES_WHITE)).T)


_SUNLIGHT = np.array([1.18, 1.73, 2.05, 2.07, 1.93, 1.87, 1.84, 1.75, 1.66, 1.53, 1.46, 1.35])
"""Sun above the atmosphere at WAVELENGTHS [W·m⁻²·nm⁻¹], band means after ASTM E490."""


@functools.cache
def band_weights() -> Float[np.ndarray, "n 3"]:
    """Per wavelength band: the ACEScg triple of unfiltered sunlight's share, luminance summing to 1."""
    offsets = np.linspace(-14, 14, 15)
    eye = np.stack([colour_matching(w + offsets).mean(0) for w in WAVELENGTHS])
    xyz = eye * _SUNLIGHT[:, None]
    return xyz_to_ap1(xyz / xyz[:, 1].sum())
