"""ICtCp and the colour difference ΔE-ITP, in which 1 is just noticeable at the most critical adaptation.

Sources: ITU-R BT.2100-2 table 7 (ICtCp with PQ), SMPTE ST 2084:2014 (PQ), ITU-R BT.2124-0 (ΔE-ITP).
"""

import functools

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import D65, REC709, rgb_to_xyz, srgb_decode

REC2020 = ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046))
SDR_WHITE = 100.0
"""Luminance of display white in the ACES 2.0 SDR view [cd/m²]."""
_LMS = np.array([[1688, 2146, 262], [683, 2951, 462], [99, 309, 3688]]) / 4096
_ICTCP = np.array([[2048, 2048, 0], [6610, -13613, 7003], [17933, -17390, -543]]) / 4096
_M1, _M2 = 2610 / 16384, 2523 / 4096 * 128
_C1, _C2, _C3 = 3424 / 4096, 2413 / 4096 * 32, 2392 / 4096 * 32


def pq_encode(luminance: Float[np.ndarray, "*shape"]) -> Float[np.ndarray, "*shape"]:
    """Luminance [cd/m²] to PQ code 0..1 (ST 2084 clause 5.3)."""
    level = np.clip(np.asarray(luminance) / 10000.0, 0.0, 1.0) ** _M1
    return ((_C1 + _C2 * level) / (1.0 + _C3 * level)) ** _M2


def ictcp(rgb: Float[np.ndarray, "*shape 3"]) -> Float[np.ndarray, "*shape 3"]:
    """Linear BT.2020 light [cd/m²] to ICtCp."""
    return pq_encode(np.asarray(rgb) @ _LMS.T) @ _ICTCP.T


@functools.cache
def _rec709_to_rec2020() -> Float[np.ndarray, "3 3"]:
    return np.linalg.inv(rgb_to_xyz(REC2020, D65)) @ rgb_to_xyz(REC709, D65)


def ictcp_of_display(code: Float[np.ndarray, "*shape 3"]) -> Float[np.ndarray, "*shape 3"]:
    """sRGB display code 0..1 on a display with a white of `SDR_WHITE` to ICtCp."""
    return ictcp(SDR_WHITE * srgb_decode(np.clip(code, 0.0, 1.0)) @ _rec709_to_rec2020().T)


def delta_e_itp(
    one: Float[np.ndarray, "*shape 3"], other: Float[np.ndarray, "*shape 3"]
) -> Float[np.ndarray, "*shape"]:
    """ΔE-ITP of two pictures in ICtCp (BT.2124-0 annex 1): 720 · √(ΔI² + (ΔCt/2)² + ΔCp²)."""
    apart = (np.asarray(one) - np.asarray(other)) * np.array([1.0, 0.5, 1.0])
    return 720.0 * np.sqrt((apart**2).sum(-1))
