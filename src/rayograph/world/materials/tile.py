"""Fields that tile: noise on the torus, cells, scratches. All (h, w) float32, seamless on both axes.

A field covers one tile; u runs along columns and v along rows, both 0..1. Frequencies are in cycles per
tile. Gaussian fields are shaped in the Fourier domain, which is periodic by nature (Lewis, "Generalized
stochastic subdivision", ACM TOG 1987, takes the same view); `world.noise` has no period and stays for
geometry.
"""

import functools

import numpy as np
import scipy.fft
import scipy.ndimage
import scipy.special
from jaxtyping import Float, Int

Field = Float[np.ndarray, "h w"]
Size = tuple[int, int]
"""Rows, columns."""


def axes(size: Size) -> tuple[Float[np.ndarray, "1 w"], Float[np.ndarray, "h 1"]]:
    """(u, v) at pixel centres, shaped to broadcast."""
    rows, columns = size
    u = (np.arange(columns, dtype=np.float32)[None] + 0.5) / columns
    v = (np.arange(rows, dtype=np.float32)[:, None] + 0.5) / rows
    return u, v


def spectral(
    size: Size,
    rng: np.random.Generator,
    *,
    low: float = 2.0,
    high: float = 1e4,
    slope: float = 1.0,
    stretch: tuple[float, float] = (1.0, 1.0),
) -> Field:
    """A Gaussian field of mean 0 and deviation 1.

    Args:
        size: rows, columns.
        rng: its randomness.
        low: frequencies under this fade out: 1/low is the largest feature [cycles per tile].
        high: frequencies over this fade out [cycles per tile].
        slope: amplitude falls as frequency**-slope; 0 white, 1 cloudy, 2 smooth.
        stretch: features are this many times longer along (u, v).
    """
    rows, columns = size
    # Complex numbers as they lie in memory; their product with a real gain is taken in place.
    white = rng.standard_normal((rows, columns // 2 + 1, 2), np.float32).view(np.complex64)[..., 0]
    white *= _gain(size, float(low), float(high), float(slope), (float(stretch[0]), float(stretch[1])))
    field = scipy.fft.irfft2(white, s=size, overwrite_x=True)
    field /= max(float(field.std()), 1e-12)
    return np.asarray(field, np.float32)


@functools.lru_cache(maxsize=24)
def _gain(size: Size, low: float, high: float, slope: float, stretch: tuple[float, float]) -> Field:
    """Amplitude by frequency of `spectral`, of the half plane that a real field needs."""
    rows, columns = size
    along_u = (np.arange(columns // 2 + 1, dtype=np.float32)[None] * np.float32(stretch[0])) ** 2
    along_v = ((np.fft.fftfreq(rows) * rows).astype(np.float32)[:, None] * np.float32(stretch[1])) ** 2
    square = along_u + along_v
    square[0, 0] = 1.0
    gain = np.exp(along_u / -(high**2)) * np.exp(along_v / -(high**2))
    gain *= square ** np.float32(-slope / 2)
    gain /= 1 + np.float32(low**4) / square**2
    gain[0, 0] = 0.0
    return gain


def uniform(field: Field) -> Field:
    """A Gaussian field spread evenly over 0..1."""
    return np.asarray(0.5 + 0.5 * scipy.special.erf(field * np.float32(0.70710678)), np.float32)


def above(field: Field, share: float, softness: float = 0.3) -> Field:
    """A mask 0..1 that covers about `share` of a Gaussian field, with edges `softness` deviations wide."""
    level = float(scipy.special.ndtri(1 - np.clip(share, 1e-4, 1 - 1e-4)))
    t = np.clip((field - level) / softness + 0.5, 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def step(low: float, high: float, field: Field) -> Field:
    """Hermite step from 0 at `low` to 1 at `high` (or down, if high < low)."""
    t = np.clip((field - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), np.float32)


def shifted(field: np.ndarray, du: Field, dv: Field) -> np.ndarray:
    """The field (h, w) read at (u + du, v + dv), bilinear, wrapping. Offsets in tiles."""
    rows, columns = field.shape
    y = np.arange(rows, dtype=np.float32)[:, None] + dv * rows
    x = np.arange(columns, dtype=np.float32)[None] + du * columns
    read = scipy.ndimage.map_coordinates(field, [y, x], order=1, mode="grid-wrap", prefilter=False)
    return np.asarray(read)


def shifted_ids(ids: np.ndarray, du: Field, dv: Field) -> np.ndarray:
    """Labels (h, w) read at (u + du, v + dv), nearest, wrapping. Offsets in tiles."""
    rows, columns = ids.shape
    y = (np.arange(rows)[:, None] + dv * rows).astype(int) % rows
    x = (np.arange(columns)[None] + du * columns).astype(int) % columns
    return np.asarray(ids[y, x])


def crease(field: Field, width: float) -> Field:
    """Lines 0..1 of even width [pixels, about] where a smooth field crosses zero: veins, cracks."""
    du = np.roll(field, -1, 1) - np.roll(field, 1, 1)
    dv = np.roll(field, -1, 0) - np.roll(field, 1, 0)
    slope = soft(np.sqrt(du**2 + dv**2) / 2, 2) + 1e-5
    return np.asarray(np.exp(-((field / (slope * width)) ** 2)), np.float32)


def soft(field: np.ndarray, radius: float) -> np.ndarray:
    """Gaussian blur over `radius` pixels, wrapping."""
    return np.asarray(scipy.ndimage.gaussian_filter(field, radius, mode="wrap", truncate=2.5))


def cells(
    size: Size, counts: tuple[int, int], rng: np.random.Generator, *, jitter: float = 0.9
) -> tuple[Field, Field, Int[np.ndarray, "h w"]]:
    """Worley cells: distance to the nearest and the second nearest seed [cell widths], id of the nearest.

    Worley, "A cellular texture basis function", SIGGRAPH 1996; counts: cells along (u, v).
    """
    across, up = counts
    u, v = axes(size)
    offset = (0.5 + (rng.random((2, up, across)) - 0.5) * jitter).astype(np.float32)
    i, j = np.floor(u * across).astype(np.int32), np.floor(v * up).astype(np.int32)
    x, y = u * across - i, v * up - j
    nearest = np.full(size, 9.0, np.float32)
    second = np.full(size, 9.0, np.float32)
    owner = np.zeros(size, np.int32)
    for dj in (-1, 0, 1):
        for di in (-1, 0, 1):
            cell = ((j + dj) % up) * across + (i + di) % across
            gap = (offset[0].ravel()[cell] + (di - x)) ** 2 + (offset[1].ravel()[cell] + (dj - y)) ** 2
            closer = gap < nearest
            second = np.where(closer, nearest, np.minimum(second, gap))
            nearest = np.where(closer, gap, nearest)
            owner = np.where(closer, cell, owner)
    return np.sqrt(nearest), np.sqrt(second), owner


def scratches(
    size: Size,
    rng: np.random.Generator,
    *,
    count: int,
    length: float = 0.3,
    heading: float | None = None,
    spread: float = 0.2,
) -> Field:
    """Thin, slightly bent lines, 0..1.

    Args:
        size: rows, columns.
        rng: its randomness.
        count: how many.
        length: of the longest [tiles].
        heading: angle from the u axis [rad] they keep to within `spread`; None for any.
        spread: deviation of the heading [rad].
    """
    rows, columns = size
    field = np.zeros(size, np.float32)
    if count < 1:
        return field
    steps = max(int(length * max(size) * 1.4), 8)
    t = np.linspace(0, 1, steps)[None]
    angle = rng.random((count, 1)) * 2 * np.pi
    if heading is not None:
        angle = heading + rng.normal(0, spread, (count, 1))
    bend = angle + rng.normal(0, 0.25, (count, 1)) * t
    reach = length * rng.uniform(0.15, 1.0, (count, 1)) * t
    x = ((rng.random((count, 1)) + np.cos(bend) * reach) * columns).astype(int) % columns
    y = ((rng.random((count, 1)) + np.sin(bend) * reach) * rows).astype(int) % rows
    depth = rng.uniform(0.25, 1.0, (count, 1)) * np.sin(np.pi * t) ** 0.5
    np.maximum.at(field, (y, x), depth.astype(np.float32))
    return np.clip(soft(field, 0.55) * 1.6, 0, 1)
