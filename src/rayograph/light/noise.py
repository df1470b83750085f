"""Gradient noise of the plane for sky maps: table-driven, about three times as fast as `world.noise`.

Perlin, "Improving Noise", SIGGRAPH 2002; 4096 random gradients picked by a hash, so no period shows.
"""

import functools

import numpy as np
from jaxtyping import Float, Float32

Array = Float[np.ndarray, "*shape"]
_TABLE = 4096


@functools.lru_cache(maxsize=256)
def _gradients(seed: int) -> Float32[np.ndarray, "n 2"]:
    angle = np.random.default_rng([seed & 0x7FFFFFFF, 77]).uniform(0, 2 * np.pi, _TABLE)
    return np.stack([np.cos(angle), np.sin(angle)], 1).astype(np.float32) * np.float32(1.41)


def noise2(x: Array, y: Array, *, seed: int = 0) -> Float32[np.ndarray, "*shape"]:
    """Gradient noise, about -1..1, feature size 1."""
    x, y = np.broadcast_arrays(np.asarray(x, np.float32), np.asarray(y, np.float32))
    floor_x, floor_y = np.floor(x), np.floor(y)
    fx, fy = x - floor_x, y - floor_y
    ix, iy = floor_x.astype(np.int32), floor_y.astype(np.int32)
    u, v = fx * fx * fx * (fx * (fx * 6 - 15) + 10), fy * fy * fy * (fy * (fy * 6 - 15) + 10)
    table = _gradients(seed)
    with np.errstate(over="ignore"):
        columns = [(ix + k) * np.int32(374761393) for k in (0, 1)]
        rows = [(iy + k) * np.int32(668265263) for k in (0, 1)]

        def corner(a: int, b: int) -> np.ndarray:
            mixed = columns[a] ^ rows[b]
            mixed = (mixed ^ (mixed >> np.int32(13))) * np.int32(1274126177)
            slope = table[(mixed >> np.int32(15)) & np.int32(_TABLE - 1)]
            return slope[..., 0] * (fx - a) + slope[..., 1] * (fy - b)

        low = corner(0, 0)
        low += u * (corner(1, 0) - low)
        high = corner(0, 1)
        high += u * (corner(1, 1) - high)
    low += v * (high - low)
    return np.asarray(low)


def fbm2(
    x: Array, y: Array, *, octaves: int = 5, gain: float = 0.5, seed: int = 0
) -> Float32[np.ndarray, "*shape"]:
    """Fractal sum of `noise2`, about -1..1."""
    x, y = np.asarray(x, np.float32), np.asarray(y, np.float32)
    total, weight, norm = np.zeros(np.broadcast(x, y).shape, np.float32), 1.0, 0.0
    for octave in range(octaves):
        total += np.float32(weight) * noise2(x, y, seed=seed + octave * 17)
        norm += weight
        weight *= gain
        x, y = x * np.float32(2.03) + np.float32(13.7), y * np.float32(2.03) - np.float32(7.3)
    return total / np.float32(norm)
