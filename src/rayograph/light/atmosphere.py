"""Clear air: Rayleigh, aerosol, ozone on a round Earth; single scattering plus Hillaire's closure.

Bruneton and Neyret, "Precomputed Atmospheric Scattering", EGSR 2008 (media, phase functions kept apart);
Hillaire, "A Scalable and Production Ready Sky and Atmosphere Rendering Technique", EGSR 2020 (orders ≥ 2).
Rayleigh depth: Hansen and Travis 1974. Aerosol by turbidity: Preetham et al. 1999, times 0.6 and in a layer
half as deep again, for mountain air. All at 12 wavelengths.
"""

import functools
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from rayograph.light.spectrum import WAVELENGTHS

EARTH = 6371e3
TOP = 90e3
RAYLEIGH_HEIGHT = 8000.0
AEROSOL_HEIGHT = 1800.0
AEROSOL_ALBEDO = 0.93
GROUND_ALBEDO = 0.2
MULTIPLE_GAIN = 1.25
"""Our departure: the isotropic closure leaves the horizon too dim and too little blue at noon."""
OBSERVER = 300.0
"""Height above the sea [m] of every set."""
_OZONE_CM = 0.30
_CHAPPUIS = np.array([0.0, 0.001, 0.004, 0.013, 0.036, 0.072, 0.110, 0.128, 0.092, 0.052, 0.024, 0.011])
"""Ozone absorption [1/cm at STP] at WAVELENGTHS (after Gorshelev et al. 2014, read off to two digits)."""


@dataclass(frozen=True)
class Air:
    """Coefficients at sea level [1/m] per wavelength; ozone at the middle of its layer."""

    rayleigh: Float[np.ndarray, "n"]
    aerosol: Float[np.ndarray, "n"]
    ozone: Float[np.ndarray, "n"]


@functools.cache
def air(turbidity: float) -> Air:
    """The media at `turbidity` (1.7 is crystal clear, 3 a fair day, 6 hazy)."""
    um = WAVELENGTHS / 1000.0
    depth = 0.008569 * um**-4 * (1 + 0.0113 * um**-2 + 0.00013 * um**-4)
    haze = 0.6 * max(0.04608 * turbidity - 0.04586, 0.005) * um**-1.3
    return Air(depth / RAYLEIGH_HEIGHT, haze / AEROSOL_HEIGHT, _CHAPPUIS * _OZONE_CM / 15e3)


def _densities(height: np.ndarray) -> Float[np.ndarray, "*shape 3"]:
    """Relative densities of (air, aerosol, ozone) at `height` [m]."""
    up = np.maximum(height, 0.0)
    return np.stack(
        [
            np.exp(-up / RAYLEIGH_HEIGHT),
            np.exp(-up / AEROSOL_HEIGHT),
            np.maximum(0.0, 1 - np.abs(up - 25e3) / 15e3),
        ],
        axis=-1,
    )


def _leave(radius: np.ndarray, mu: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Distance to the top of the atmosphere, and whether the Earth is in the way."""
    half = radius * mu
    top = -half + np.sqrt(np.maximum(half**2 + (EARTH + TOP) ** 2 - radius**2, 0))
    ground = half**2 + EARTH**2 - radius**2
    return top, (mu < 0) & (ground > 0)


def _march(length: np.ndarray, steps: int) -> tuple[np.ndarray, np.ndarray]:
    """Midpoints and widths of `steps` segments that grow along the way (power 2)."""
    edge = (np.arange(steps + 1) / steps) ** 2
    return length[..., None] * (edge[1:] + edge[:-1]) / 2, length[..., None] * np.diff(edge)


def transmittance(
    media: Air, height: Float[np.ndarray, "*shape"], mu: Float[np.ndarray, "*shape"], steps: int = 24
) -> Float[np.ndarray, "*shape n"]:
    """Share of light per wavelength that arrives at `height` [m] from space along zenith cosine `mu`.

    The Earth's edge shades softly over the sun's own width, lifted by refraction.
    """
    radius = EARTH + np.asarray(height, float)
    mu = np.asarray(mu, float)
    length, _ = _leave(radius, mu)
    along, width = _march(length, steps)
    r = np.sqrt(radius[..., None] ** 2 + along**2 + 2 * radius[..., None] * mu[..., None] * along)
    column = np.einsum("...sk,...s->...k", _densities(r - EARTH), width)
    depth = column @ np.stack([media.rayleigh, media.aerosol, media.ozone])
    horizon = -np.sqrt(np.maximum(1 - (EARTH / radius) ** 2, 0))
    lit = np.clip((mu - horizon + 0.014) / 0.009, 0, 1)
    return np.exp(-depth) * (lit * lit * (3 - 2 * lit))[..., None]


def _walk(
    media: Air, height: np.ndarray, mu: np.ndarray, cos_sun: np.ndarray, cos_apart: np.ndarray, steps: int
) -> tuple[np.ndarray, ...]:
    """March a view ray: (sample heights, sample sun cosines, densities, transmittance to it, widths)."""
    radius = EARTH + height
    top, blocked = _leave(radius, mu)
    half = radius * mu
    ground = -half - np.sqrt(np.maximum(half**2 + EARTH**2 - radius**2, 0))
    along, width = _march(np.where(blocked, ground, top), steps)
    r = np.sqrt(radius[..., None] ** 2 + along**2 + 2 * (radius * mu)[..., None] * along)
    sun = (radius[..., None] * cos_sun[..., None] + along * cos_apart[..., None]) / r
    dense = _densities(r - EARTH)
    column = np.cumsum(dense * width[..., None], axis=-2) - 0.5 * dense * width[..., None]
    seen = np.exp(-(column @ np.stack([media.rayleigh, media.aerosol, media.ozone])))
    return r - EARTH, sun, dense, seen, width


_HEIGHTS = TOP * np.linspace(0, 1, 14) ** 2.2
_SUNS = np.sin(np.deg2rad([-20, -16, -12, -9, -7, -5, -3.5, -2, -1, 0, 1, 2, 4, 7, 12, 20, 35, 60, 90]))


@functools.lru_cache(maxsize=8)
def _multiple(turbidity: float) -> Float[np.ndarray, "h s n"]:
    """Hillaire's Ψ: radiance of orders ≥ 2 per unit scattering and unit sun, by height and sun cosine."""
    media = air(turbidity)
    rings = np.array([-0.93, -0.72, -0.45, -0.15, 0.0, 0.12, 0.35, 0.62, 0.88])
    weight = np.array([0.07, 0.12, 0.14, 0.11, 0.05, 0.10, 0.13, 0.14, 0.14])
    turn = np.deg2rad([22.5, 67.5, 112.5, 157.5])
    height, sun, mu, around = np.meshgrid(_HEIGHTS, _SUNS, rings, turn, indexing="ij")
    apart = mu * sun + np.sqrt(1 - mu**2) * np.sqrt(1 - sun**2) * np.cos(around)
    at, local, dense, seen, width = _walk(media, height, mu, sun, apart, 12)
    scatter = dense[..., 0:1] * media.rayleigh + dense[..., 1:2] * media.aerosol * AEROSOL_ALBEDO
    light = transmittance(media, at, local, 12)
    step = seen * scatter * width[..., None]
    share = (weight / weight.sum())[None, None, :, None, None] / len(turn)
    second = np.sum(np.sum(step * light, axis=-2) / (4 * np.pi) * share, axis=(2, 3))
    again = np.sum(np.sum(step, axis=-2) * share, axis=(2, 3))
    _, blocked = _leave(EARTH + height, mu)
    bounce = (
        seen[..., -1, :] * light[..., -1, :] * np.maximum(local[..., -1, None], 0) * GROUND_ALBEDO / np.pi
    )
    second += np.sum(np.where(blocked[..., None], bounce, 0) * share, axis=(2, 3))
    return second / (1 - np.minimum(again, 0.95))


def _multiple_at(turbidity: float, height: np.ndarray, cos_sun: np.ndarray) -> np.ndarray:
    table = _multiple(turbidity)
    i = np.clip(np.interp(height, _HEIGHTS, np.arange(len(_HEIGHTS))), 0, len(_HEIGHTS) - 1.001)
    j = np.clip(np.interp(cos_sun, _SUNS, np.arange(len(_SUNS))), 0, len(_SUNS) - 1.001)
    i0, j0 = i.astype(int), j.astype(int)
    u, v = (i - i0)[..., None], (j - j0)[..., None]
    low = table[i0, j0] * (1 - v) + table[i0, j0 + 1] * v
    return np.asarray(low * (1 - u) + (table[i0 + 1, j0] * (1 - v) + table[i0 + 1, j0 + 1] * v) * u)


def scattering(
    turbidity: float,
    sun_elevation: float,
    view_elevation: Float[np.ndarray, "e"],
    apart_azimuth: Float[np.ndarray, "a"],
) -> tuple[Float[np.ndarray, "e a n"], Float[np.ndarray, "e a n"], Float[np.ndarray, "e a n"]]:
    """Sky radiance per unit solar irradiance, phase functions left out: (Rayleigh, aerosol, multiple).

    Args:
        sun_elevation, view_elevation, apart_azimuth: [rad]; azimuth is counted from the sun's.
    """
    media = air(turbidity)
    view, around = np.meshgrid(view_elevation, apart_azimuth, indexing="ij")
    mu, sun = np.sin(view), np.full(view.shape, np.sin(sun_elevation))
    apart = mu * sun + np.cos(view) * np.cos(sun_elevation) * np.cos(around)
    at, local, dense, seen, width = _walk(media, np.full(view.shape, OBSERVER), mu, sun, apart, 40)
    light = transmittance(media, at, local) * seen * width[..., None]
    rayleigh = np.einsum("eas,easn->ean", dense[..., 0], light) * media.rayleigh
    aerosol = np.einsum("eas,easn->ean", dense[..., 1], light) * media.aerosol * AEROSOL_ALBEDO
    scatter = dense[..., 0:1] * media.rayleigh + dense[..., 1:2] * media.aerosol * AEROSOL_ALBEDO
    multiple = np.sum(scatter * _multiple_at(turbidity, at, local) * seen * width[..., None], axis=-2)
    return rayleigh, aerosol, MULTIPLE_GAIN * multiple


def rayleigh_phase(cosine: Float[np.ndarray, "*shape"]) -> Float[np.ndarray, "*shape"]:
    """Rayleigh phase function [1/sr]."""
    return np.asarray(3 / (16 * np.pi) * (1 + cosine**2))


def henyey_greenstein(cosine: Float[np.ndarray, "*shape"], g: float) -> Float[np.ndarray, "*shape"]:
    """Henyey-Greenstein phase function [1/sr]; `cosine` 1 looks at the light."""
    return np.asarray((1 - g * g) / (4 * np.pi * (1 + g * g - 2 * g * cosine) ** 1.5))


def aerosol_phase(cosine: Float[np.ndarray, "*shape"]) -> Float[np.ndarray, "*shape"]:
    """Two lobes: a bright aureole and a broad forward glow."""
    return 0.60 * henyey_greenstein(cosine, 0.84) + 0.40 * henyey_greenstein(cosine, 0.40)
