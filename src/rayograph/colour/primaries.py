"""RGB primaries and the matrices between them, derived, not typed in.

Sources: SMPTE ST 2065-1 (AP0), ACES S-2014-004 (AP1, ACEScg), ITU-R BT.709-6; Bradford adaptation as in
ICC.1:2022 annex E. Colour data is authored in sRGB and converted to linear ACEScg before rendering.
"""

import functools

import numpy as np
from jaxtyping import Float

ACES_WHITE = (0.32168, 0.33767)
D65 = (0.3127, 0.3290)
AP0 = ((0.7347, 0.2653), (0.0, 1.0), (0.0001, -0.0770))
AP1 = ((0.713, 0.293), (0.165, 0.830), (0.128, 0.044))
REC709 = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
_BRADFORD = np.array([[0.8951, 0.2664, -0.1614], [-0.7502, 1.7135, 0.0367], [0.0389, -0.0685, 1.0296]])


def _xyz(x: float, y: float) -> np.ndarray:
    return np.array([x / y, 1.0, (1 - x - y) / y])


def rgb_to_xyz(
    primaries: tuple[tuple[float, float], ...], white: tuple[float, float]
) -> Float[np.ndarray, "3 3"]:
    """The matrix from linear RGB to CIE XYZ (SMPTE RP 177)."""
    columns = np.stack([_xyz(x, y) if y else np.array([x, 0.0, 1 - x]) for x, y in primaries], axis=1)
    return columns * np.linalg.solve(columns, _xyz(*white))


def adapt(source: tuple[float, float], target: tuple[float, float]) -> Float[np.ndarray, "3 3"]:
    """Bradford chromatic adaptation of XYZ from one white to another."""
    gain = (_BRADFORD @ _xyz(*target)) / (_BRADFORD @ _xyz(*source))
    return np.linalg.inv(_BRADFORD) @ np.diag(gain) @ _BRADFORD


@functools.cache
def rec709_to_ap1_matrix() -> Float[np.ndarray, "3 3"]:
    """Linear Rec.709 (D65) to linear ACEScg (ACES white)."""
    return np.linalg.inv(rgb_to_xyz(AP1, ACES_WHITE)) @ adapt(D65, ACES_WHITE) @ rgb_to_xyz(REC709, D65)


def rec709_to_ap1(colour: Float[np.ndarray, "*shape 3"]) -> Float[np.ndarray, "*shape 3"]:
    """Linear Rec.709 to linear ACEScg."""
    return np.asarray(colour) @ rec709_to_ap1_matrix().T


def ap1_to_rec709(colour: Float[np.ndarray, "*shape 3"]) -> Float[np.ndarray, "*shape 3"]:
    """Linear ACEScg to linear Rec.709; saturated colours may leave 0..1."""
    return np.asarray(colour) @ np.linalg.inv(rec709_to_ap1_matrix()).T


@functools.cache
def ap1_luminance() -> Float[np.ndarray, "3"]:
    """Weights that turn linear ACEScg into luminance (Y row of its matrix)."""
    return rgb_to_xyz(AP1, ACES_WHITE)[1]


def srgb_decode(code: Float[np.ndarray, "*shape"]) -> Float[np.ndarray, "*shape"]:
    """sRGB code 0..1 to linear (IEC 61966-2-1)."""
    code = np.asarray(code, float)
    return np.where(code <= 0.04045, code / 12.92, ((code + 0.055) / 1.055) ** 2.4)


def srgb_encode(linear: Float[np.ndarray, "*shape"]) -> Float[np.ndarray, "*shape"]:
    """Linear 0..1 to sRGB code (IEC 61966-2-1); values outside are clipped."""
    linear = np.clip(linear, 0.0, 1.0)
    return np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)


def from_hex(text: str) -> tuple[float, float, float]:
    """Linear ACEScg of an sRGB colour "#rrggbb"."""
    code = np.array([int(text[i : i + 2], 16) for i in (1, 3, 5)]) / 255.0
    red, green, blue = rec709_to_ap1(srgb_decode(code))
    return float(red), float(green), float(blue)
