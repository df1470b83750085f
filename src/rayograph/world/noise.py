"""Gradient noise and its sums, vectorised, seeded, without period.

Perlin, "Improving Noise", SIGGRAPH 2002, with a hash in place of the permutation table.
"""

import numpy as np
from jaxtyping import Float

Array = Float[np.ndarray, "*shape"]


def _hash(*lattice: np.ndarray, seed: int) -> np.ndarray:
    primes = (374761393, 668265263, 2147483647)
    with np.errstate(over="ignore"):
        total: np.ndarray = np.asarray((seed * 974634777) & 0xFFFFFFFF, np.uint32)
        for axis, prime in zip(lattice, primes, strict=False):
            total = total + axis.astype(np.uint32) * np.uint32(prime)
        total = (total ^ (total >> np.uint32(13))) * np.uint32(1274126177)
        return total ^ (total >> np.uint32(16))


def _fade(t: np.ndarray) -> np.ndarray:
    return t * t * t * (t * (t * 6 - 15) + 10)


def noise2(x: Array, y: Array, *, seed: int = 0) -> Array:
    """Gradient noise of the plane, about -1..1, feature size 1."""
    x, y = np.asarray(x, np.float32), np.asarray(y, np.float32)
    ix, iy = np.floor(x).astype(np.int32), np.floor(y).astype(np.int32)
    fx, fy = x - ix, y - iy
    u, v = _fade(fx), _fade(fy)

    def corner(ox: int, oy: int) -> np.ndarray:
        angle = _hash(ix + ox, iy + oy, seed=seed).astype(np.float32) * np.float32(2 * np.pi / 2**32)
        return np.cos(angle) * (fx - ox) + np.sin(angle) * (fy - oy)

    low = corner(0, 0) * (1 - u) + corner(1, 0) * u
    high = corner(0, 1) * (1 - u) + corner(1, 1) * u
    return np.asarray(1.41 * (low * (1 - v) + high * v))


def noise3(points: Float[np.ndarray, "n 3"], *, seed: int = 0) -> Float[np.ndarray, "n"]:
    """Gradient noise of space, about -1..1, feature size 1."""
    points = np.asarray(points, np.float32)
    cell = np.floor(points).astype(np.int32)
    local = points - cell
    weight = _fade(local)
    total = np.zeros(len(points), np.float32)
    for corner in np.ndindex(2, 2, 2):
        mixed = _hash(*(cell[:, k] + corner[k] for k in range(3)), seed=seed)
        z = (mixed & np.uint32(0xFFFF)).astype(np.float32) / 32767.5 - 1
        angle = (mixed >> np.uint32(16)).astype(np.float32) * np.float32(2 * np.pi / 65536)
        ring = np.sqrt(np.clip(1 - z * z, 0, 1))
        offset = local - np.array(corner, np.float32)
        slope = ring * np.cos(angle) * offset[:, 0] + ring * np.sin(angle) * offset[:, 1] + z * offset[:, 2]
        share = np.prod(np.where(np.array(corner, bool), weight, 1 - weight), axis=1)
        total += slope * share
    return 1.5 * total


def fbm2(
    x: Array, y: Array, *, octaves: int = 5, gain: float = 0.5, seed: int = 0, ridged: bool = False
) -> Array:
    """Fractal sum of `noise2`, about -1..1; `ridged` folds it into crests."""
    x, y = np.asarray(x, np.float32), np.asarray(y, np.float32)
    total: np.ndarray = np.zeros(np.broadcast(x, y).shape, np.float32)
    weight, norm = 1.0, 0.0
    for octave in range(octaves):
        layer = noise2(x, y, seed=seed + octave * 17)
        if ridged:
            layer = (1 - np.abs(layer) * 1.6) ** 2 * 2 - 1
        total = total + weight * layer
        norm += weight
        weight *= gain
        x, y = x * 2.03 + 13.7, y * 2.03 - 7.3
    return np.asarray(total / norm)


def fbm3(
    points: Float[np.ndarray, "n 3"], *, octaves: int = 5, gain: float = 0.5, seed: int = 0
) -> Float[np.ndarray, "n"]:
    """Fractal sum of `noise3`, about -1..1."""
    total: np.ndarray = np.zeros(len(points), np.float32)
    weight, norm = 1.0, 0.0
    for octave in range(octaves):
        total = total + weight * noise3(np.asarray(points) * 2.03**octave + octave * 11.3, seed=seed + octave)
        norm += weight
        weight *= gain
    return total / norm


def smoothstep(low: float, high: float, value: Array) -> Array:
    """Hermite step from 0 at `low` to 1 at `high`."""
    t = np.clip((np.asarray(value) - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t))
