"""CIE L*a*b* and LCh of ACEScg colours, and how far two are apart as one says it in words."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import D65, REC709, ap1_to_rec709, rgb_to_xyz, srgb_decode

GREY = 10.0
"""Chroma [CIE Lab] below which a colour is called grey, white or black."""
GREY_SEEN = 17.0
"""What a worn, lit or dusty grey may have."""
FADED = 0.45
"""Part of the wanted chroma that has to be there: a brown is no red."""
_HUE_SURE = 20.0
"""Chroma from which on hue can be trusted to its degree."""
_LIGHTER = 35.0
"""How much lighter or darker [L*] a grey may be; a hue with chroma may be by a third more."""


def lab(acescg: Float[np.ndarray, "*shape 3"]) -> Float[np.ndarray, "*shape 3"]:
    """CIE 1976 L*a*b* under D65 of linear ACEScg (CIE 15:2018, 8.2.1)."""
    return _lab_of_rec709(ap1_to_rec709(np.asarray(acescg, np.float64)))


def lab_of_hex(text: str) -> Float[np.ndarray, "3"]:
    """L*a*b* of an sRGB colour "#rrggbb"."""
    return _lab_of_rec709(srgb_decode(np.array([int(text[i : i + 2], 16) for i in (1, 3, 5)]) / 255.0))


def _lab_of_rec709(rgb: np.ndarray) -> np.ndarray:
    matrix = rgb_to_xyz(REC709, D65)
    relative = np.maximum(rgb @ matrix.T / matrix.sum(1), 0.0)
    f = np.where(relative > (6 / 29) ** 3, np.cbrt(relative), relative * (29 / 6) ** 2 / 3 + 4 / 29)
    x, y, z = np.moveaxis(f, -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], -1)


@dataclass(frozen=True, kw_only=True)
class Apart:
    """How far a colour is from the one wanted: `value` in `unit`, of which `limit` is still the same."""

    value: float
    limit: float
    unit: str

    @property
    def ratio(self) -> float:
        """Above 1: another colour."""
        return self.value / self.limit


def apart(seen: Float[np.ndarray, "3"], wanted: Float[np.ndarray, "3"], tolerance_deg: float) -> Apart:
    """Hue [deg] between two colours in L*a*b*, or what else tells them apart by more: lightness, chroma.

    A grey has hardly any chroma and is about as light; of a pale colour the hue is less sure.
    """
    chroma, other = float(np.hypot(*wanted[1:])), float(np.hypot(*seen[1:]))
    lighter = Apart(value=abs(float(seen[0] - wanted[0])), limit=_LIGHTER, unit="L*")
    if chroma < GREY:
        return max(Apart(value=other, limit=GREY_SEEN, unit="chroma"), lighter, key=lambda a: a.ratio)
    faded = Apart(value=max(chroma - other, 0.0), limit=(1 - FADED) * chroma, unit="chroma too little")
    lighter = Apart(value=lighter.value, limit=_LIGHTER * 4 / 3, unit="L*")
    if other < 0.2 * chroma:
        return faded
    turn = np.degrees(np.arctan2(seen[2], seen[1]) - np.arctan2(wanted[2], wanted[1]))
    sure = max(0.5, min(1.0, min(chroma, other) / _HUE_SURE))
    hue = Apart(value=float(abs((turn + 180) % 360 - 180)), limit=tolerance_deg / sure, unit="deg")
    return max(hue, lighter, faded, key=lambda a: a.ratio)


@dataclass(frozen=True, kw_only=True)
class Tone:
    """A colour that a part of a surface has: `share` of its area, `lab` its mean."""

    share: float
    lab: Float[np.ndarray, "3"]


def tones(colours: Float[np.ndarray, "n 3"], radius: float = 22.0, least: float = 0.02) -> list[Tone]:
    """The colours of a surface in L*a*b*, largest first, each the mean of all within `radius` of its densest
    place; lightness counts half, since wear and texture change it most. Those below `least` are left out."""
    flat = colours * [0.5, 1.0, 1.0]
    left, found = np.ones(len(flat), bool), []
    while left.sum() > max(least * len(flat), 1):
        cells = np.round(flat[left] / (0.7 * radius)).astype(int)
        places, counts = np.unique(cells, axis=0, return_counts=True)
        middle = places[counts.argmax()] * 0.7 * radius
        for _ in range(4):
            near = left & (((flat - middle) ** 2).sum(1) < radius**2)
            middle = flat[near].mean(0) if near.any() else middle
        near = near if near.any() else left
        found.append(Tone(share=float(near.mean()), lab=np.median(colours[near], axis=0)))
        left &= ~near
    return sorted((tone for tone in found if tone.share >= least), key=lambda tone: -tone.share)
