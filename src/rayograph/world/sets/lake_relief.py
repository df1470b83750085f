"""What weather carves into a mountain face: gullies down the fall line, crags, and ledges of bedded rock.

Gullies follow the slope: waves across the fall line in jittered cells, octave by octave turned by the slopes
of the octave before (the idea of directional erosion noise; C. John, 2020, and R. S. Johansen, "Fast and
gorgeous erosion filter", 2025; written anew here). Crags are a ridged multifractal: rough crests, smooth
hollows (Musgrave, in Ebert et al., "Texturing and Modeling", 3rd ed., §16). Everything is float32.
"""

import functools

import numpy as np
from jaxtyping import Float

from rayograph.world.noise import fbm2, noise2

GULLY = 270.0
"""Spacing of the largest gullies [m]."""
CRAG = 140.0
"""Spacing of the largest crags [m]."""
BEDS = ((37.0, 0.62), (12.5, 0.5))
"""Thickness of the rock's beds [m] and how strongly they step."""
Array = Float[np.ndarray, "n"]


@functools.cache
def _jitter(seed: int) -> Float[np.ndarray, "128 128 2"]:
    return np.random.default_rng([seed, 91]).uniform(0.2, 0.8, (128, 128, 2)).astype(np.float32)


def _waves(x: Array, y: Array, along_x: Array, along_y: Array, seed: int) -> tuple[Array, Array, Array]:
    """Sharp-crested waves across (along_x, along_y), one phase per jittered cell: value and slopes."""
    cell_x, cell_y = np.floor(x).astype(np.int32), np.floor(y).astype(np.int32)
    part_x, part_y = x - cell_x, y - cell_y
    table = _jitter(seed)
    total, slope, weight = np.zeros_like(x), np.zeros_like(x), np.full_like(x, 1e-4)
    for i in (-1, 0, 1):
        for j in (-1, 0, 1):
            shift = table[(cell_x + i) & 127, (cell_y + j) & 127]
            dx, dy = part_x - (i + shift[..., 0]), part_y - (j + shift[..., 1])
            w = np.maximum(1 - (dx * dx + dy * dy) / np.float32(1.44), 0)
            w *= w
            phase = np.float32(np.pi) * (dx * along_x + dy * along_y)
            sine = np.sin(phase)
            total += w * (1 - 2 * np.abs(sine))
            slope -= w * np.sign(sine) * np.cos(phase)
            weight += w
    slope /= weight
    return total / weight, slope * along_x, slope * along_y


def gullies(x: Array, y: Array, fall_x: Array, fall_y: Array, *, octaves: int, seed: int) -> Array:
    """Branching gullies (−1) and ribs (1) down the slope (fall_x, fall_y) at (x, y) [m]."""
    steep = np.hypot(fall_x, fall_y) + np.float32(0.12)
    across_x, across_y = -fall_y / steep, fall_x / steep
    px, py = (x / GULLY).astype(np.float32), (y / GULLY).astype(np.float32)
    total, turn_x, turn_y = np.zeros_like(px), np.zeros_like(px), np.zeros_like(px)
    gain, scale = np.float32(0.5), np.float32(1.0)
    for octave in range(octaves):
        value, slope_x, slope_y = _waves(
            px * scale, py * scale, across_x - 1.1 * turn_y, across_y + 1.1 * turn_x, seed + octave
        )
        total += gain * value
        turn_x += gain * slope_x
        turn_y += gain * slope_y
        gain, scale = gain * np.float32(0.52), scale * np.float32(1.93)
    return total


def crags(x: Array, y: Array, *, octaves: int, seed: int) -> Array:
    """Ridged multifractal, about −0.6..1: sharp where its larger crests are, smooth in hollows."""
    u, v = (x / CRAG).astype(np.float32), (y / CRAG).astype(np.float32)
    total, weight, gain = np.zeros_like(u), np.ones_like(u), np.float32(1.0)
    for octave in range(octaves):
        ridge = 1 - np.minimum(np.abs(noise2(u, v, seed=seed + 3 * octave)) * np.float32(1.7), 1)
        ridge *= ridge * weight
        total += gain * ridge
        weight = np.clip(ridge * np.float32(2.2), 0.12, 1)
        gain *= np.float32(0.54)
        u, v = u * np.float32(2.07) + np.float32(7.1), v * np.float32(2.07) - np.float32(3.7)
    return total - np.float32(0.62)


def bedding(x: Array, y: Array, *, seed: int) -> Array:
    """Height [m] of a rock bed above the level: beds dip and bend."""
    return np.asarray(44 * fbm2(x / 900, y / 900, octaves=3, seed=seed) + 0.05 * x - 0.03 * y)


def ledges(z: Array, bed: Array, x: Array, y: Array, *, seed: int) -> Array:
    """The height with beds weathered into ledges and short cliffs, more on some faces than on others."""
    for k, (thick, step) in enumerate(BEDS):
        place = (z + bed) / np.float32(thick)
        base = np.floor(place)
        part = place - base
        cliff = np.clip((part - np.float32(0.52)) / np.float32(0.42), 0, 1)
        cliff *= cliff * (3 - 2 * cliff)
        here = np.clip(0.55 + 0.9 * noise2(x / 310, y / 310, seed=seed + 5 + k), 0, 1)
        z = z + np.float32(thick * step) * here * (base + cliff - place)
    return z
