"""Gradient noise of the plane for sky maps, in blocks that stay in cache.

Perlin, "Improving Noise", SIGGRAPH 2002; the gradients are the hash's own bits, so no table and no period.
"""

import numpy as np
from jaxtyping import Float, Float32

Array = Float[np.ndarray, "*shape"]
_BLOCK = 1 << 14
_UNIT = np.float32(1 / 32768)


def _corner(mixed: np.ndarray, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Slope at a lattice corner, from the hash of its place, times the offset (x, y) from it."""
    mixed = (mixed ^ (mixed >> np.uint32(15))) * np.uint32(2246822519)
    mixed ^= mixed >> np.uint32(13)
    low = (mixed & np.uint32(0xFFFF)).astype(np.float32)
    high = (mixed >> np.uint32(16)).astype(np.float32)
    low -= np.float32(32767.5)
    high -= np.float32(32767.5)
    low *= x
    high *= y
    low += high
    return low


def _block(x: np.ndarray, y: np.ndarray, salt: int) -> np.ndarray:
    floor_x, floor_y = np.floor(x), np.floor(y)
    fx, fy = x - floor_x, y - floor_y
    gx, gy = fx - 1, fy - 1
    u, v = fx * fx * fx * (fx * (fx * 6 - 15) + 10), fy * fy * fy * (fy * (fy * 6 - 15) + 10)
    with np.errstate(over="ignore"):
        column = floor_x.astype(np.int32).view(np.uint32) * np.uint32(374761393) + np.uint32(salt)
        row = floor_y.astype(np.int32).view(np.uint32) * np.uint32(668265263)
        beside, above = column + np.uint32(374761393), row + np.uint32(668265263)
        low = _corner(column ^ row, fx, fy)
        low += u * (_corner(beside ^ row, gx, fy) - low)
        high = _corner(column ^ above, fx, gy)
        high += u * (_corner(beside ^ above, gx, gy) - high)
    high -= low
    high *= v
    low += high
    return low


def noise2(x: Array, y: Array, *, seed: int = 0) -> Float32[np.ndarray, "*shape"]:
    """Gradient noise, about -1..1, feature size 1."""
    x, y = np.broadcast_arrays(np.asarray(x, np.float32), np.asarray(y, np.float32))
    shape = x.shape
    x, y = np.ravel(x), np.ravel(y)
    out = np.empty(len(x), np.float32)
    salt = (seed * 974634777 + 77) & 0xFFFFFFFF
    for start in range(0, len(x), _BLOCK):
        part = slice(start, start + _BLOCK)
        out[part] = _block(x[part], y[part], salt)
    out *= np.float32(1.7) * _UNIT
    return out.reshape(shape)


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
