"""The land of the lake set as a function of place: lake, shore, meadow, hills and eroded mountains.

Everything is evaluated point by point in the frame of the meadow stage ([m], z = 0 on the stage), so meshes
of any density agree. Gullies follow the slope: waves across the fall line in jittered cells, octave by octave
turned by the slopes of the octave before (the idea of directional erosion noise; C. John, 2020, and
R. S. Johansen, "Fast and gorgeous erosion filter", 2025; written anew here).
"""

import functools
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float
from scipy.ndimage import map_coordinates

from rayograph.world.noise import fbm2, smoothstep

SHORE = 14.5
"""Distance [m] from the meadow stage to the water's edge along +Y."""
WATER = -0.80
"""Level of the lake below the meadow stage [m]."""
OFFSHORE = 42.0
"""Distance [m] of the water stage from the shore behind it."""
REACH = 9000.0
"""The land ends here [m], behind its own mountains."""
_CELLS = 420
_GULLY = 620.0
Array = Float[np.ndarray, "*shape"]


@dataclass(frozen=True, kw_only=True)
class Landscape:
    """One valley: the lake's ellipse, peaks as (x, y, height, radius) rows, lines of trees and snow [m]."""

    seed: int
    centre: tuple[float, float]
    radii: tuple[float, float]
    peaks: tuple[tuple[float, float, float, float], ...]
    relief: float
    tree_line: float
    snow_line: float


@dataclass(frozen=True, kw_only=True)
class Ground:
    """The land at some points.

    Args:
        z: height [m]. shore: signed distance to the water's edge [m], positive on land.
        mountain: 0 on the valley floor .. 1. rib: −1 in a gully .. 1 on a rib between gullies.
    """

    z: Array
    shore: Array
    mountain: Array
    rib: Array


def landscape(seed: int, rng: np.random.Generator, season: str) -> Landscape:
    """Draw a valley; `season` moves the snow line."""
    ry = float(rng.uniform(170, 270))
    count = int(rng.integers(5, 8))
    turn = np.deg2rad(90 + np.linspace(-52, 52, count) + rng.uniform(-9, 9, count))
    away = rng.uniform(2500, 4300, count) + 2 * ry
    tall = rng.uniform(0.62, 1.0, count)
    tall[int(rng.integers(1, count - 1))] *= 1.22
    wide = rng.uniform(1100, 1900, count)
    peaks = zip(away * np.cos(turn), away * np.sin(turn), tall * away * 0.205, wide, strict=True)
    snow = {"winter": -50.0, "spring": 330.0, "autumn": 430.0}.get(season, 480.0) + float(
        rng.uniform(-40, 60)
    )
    return Landscape(
        seed=seed,
        centre=(float(rng.uniform(-160, 160)), ry + SHORE),
        radii=(float(rng.uniform(480, 860)), ry),
        peaks=tuple((float(a), float(b), float(c), float(d)) for a, b, c, d in peaks),
        relief=float(rng.uniform(0.85, 1.15)),
        tree_line=float(rng.uniform(250, 330)),
        snow_line=snow,
    )


def shore_distance(land: Landscape, x: Array, y: Array) -> Array:
    """Signed distance to the water's edge [m], positive on land; coves and points grow with distance."""
    dx, dy = x - land.centre[0] * smoothstep(0, 300, np.hypot(x, y)), y - land.centre[1]
    rx, ry = land.radii
    q = np.sqrt((dx / rx) ** 2 + (dy / ry) ** 2)
    slope = np.sqrt((dx / rx**2) ** 2 + (dy / ry**2) ** 2)
    distance = (q - 1) * np.maximum(q, 0.3) / np.maximum(slope, 1e-5)
    away = np.hypot(x, y)
    wide = smoothstep(15, 260, away)
    distance = distance + wide * 62 * fbm2(x / 290, y / 290, octaves=3, seed=land.seed + 1)
    near = smoothstep(7, 30, away)
    return (
        distance
        + near * 2.6 * fbm2(x / 17, y / 17, octaves=3, seed=land.seed + 2)
        + 0.35 * smoothstep(3, 7, away) * fbm2(x / 2.6, y / 2.6, octaves=3, seed=land.seed + 4)
    )


def _massif(land: Landscape, x: Array, y: Array) -> Array:
    """Hills and mountains before erosion [m above the valley], smooth."""
    shore = shore_distance(land, x, y)
    away = np.hypot(x, y) + 1e-6
    ahead = 0.30 + 0.70 * smoothstep(-0.35, 0.75, y / away)  # low at the sides, so that a low sun gets in
    swell = fbm2(x / 1000 + 5, y / 1000, octaves=3, seed=land.seed + 11)
    hills = smoothstep(40, 900, shore) * (50 + 85 * swell) * (0.35 + 0.65 * ahead)
    hills = hills + smoothstep(160, 1500, shore) * 110 * ahead
    warp = 260 * fbm2(x / 1500, y / 1500, octaves=3, seed=land.seed + 15)
    crest = fbm2((x + warp) / 2300, (y - warp) / 2300, octaves=4, gain=0.5, seed=land.seed + 12, ridged=True)
    range_ = smoothstep(900, 3300, shore) * (150 + 430 * np.clip(crest + 0.5, 0, 2)) * ahead**2
    total = np.maximum(hills, 0) + range_ * land.relief
    for px, py, tall, radius in land.peaks:
        bent = 1 + 0.35 * fbm2((x - px) / 900, (y - py) / 900, octaves=3, seed=land.seed + 13)
        t = np.clip(1 - np.hypot(x - px, y - py) / (radius * bent), 0, 1)
        total = np.maximum(total, total * 0.55 + tall * (0.62 * t + 0.38 * t * t))
    return total


def grove(land: Landscape, x: Array, y: Array) -> Array:
    """Where woods stand (above about zero) and where glades open."""
    return fbm2(x / 230, y / 230, octaves=4, seed=land.seed + 71) + 0.12


@functools.lru_cache(maxsize=4)
def _macro(land: Landscape) -> Float[np.ndarray, "3 n n"]:
    """The massif and its two slopes on a grid over the whole reach."""
    axis = np.linspace(-REACH * 1.02, REACH * 1.02, _CELLS)
    x, y = np.meshgrid(axis, axis)
    massif = _massif(land, x, y)
    fall_y, fall_x = np.gradient(massif, axis[1] - axis[0])
    return np.stack([massif, fall_x, fall_y]).astype(np.float32)


def massif(land: Landscape, x: Array, y: Array) -> tuple[Array, Array, Array]:
    """Smooth height [m] of hills and mountains and its slopes along x and y, by table."""
    place = np.stack([(np.asarray(v) / (REACH * 1.02) + 1) / 2 * (_CELLS - 1) for v in (y, x)])
    table = _macro(land)
    height, fall_x, fall_y = (
        map_coordinates(layer, place, order=order, mode="nearest", output=np.float32)
        for layer, order in zip(table, (3, 1, 1), strict=True)
    )
    return np.maximum(height, 0), fall_x, fall_y


@functools.cache
def _jitter(seed: int) -> Float[np.ndarray, "128 128 2"]:
    return np.random.default_rng([seed, 91]).uniform(0.2, 0.8, (128, 128, 2)).astype(np.float32)


def _waves(
    x: np.ndarray, y: np.ndarray, along_x: np.ndarray, along_y: np.ndarray, seed: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
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


def _gullies(land: Landscape, x: Array, y: Array, fall_x: Array, fall_y: Array, octaves: int) -> Array:
    """Branching gullies and ribs down the slope, about −1..1."""
    steep = np.hypot(fall_x, fall_y) + np.float32(0.12)
    across_x, across_y = -fall_y / steep, fall_x / steep
    px, py = (np.asarray(x) / _GULLY).astype(np.float32), (np.asarray(y) / _GULLY).astype(np.float32)
    total, turn_x, turn_y = np.zeros_like(px), np.zeros_like(px), np.zeros_like(px)
    gain, scale = np.float32(0.5), np.float32(1.0)
    for octave in range(octaves):
        value, slope_x, slope_y = _waves(
            px * scale, py * scale, across_x - 1.1 * turn_y, across_y + 1.1 * turn_x, land.seed + octave
        )
        total += gain * value
        turn_x += gain * slope_x
        turn_y += gain * slope_y
        gain, scale = gain * np.float32(0.52), scale * np.float32(1.93)
    return total


def ground(land: Landscape, x: Array, y: Array, *, octaves: int = 7) -> Ground:
    """The land at (x, y); `octaves` of gullies, 0 for the smooth shape."""
    x, y = np.asarray(x, np.float32), np.asarray(y, np.float32)
    shore = shore_distance(land, x, y).astype(np.float32)
    high, fall_x, fall_y = massif(land, x, y)
    rough = smoothstep(25, 260, high)
    rib = np.zeros_like(high)
    some = rough > 0.01
    if octaves and some.any():
        rib[some] = _gullies(land, x[some], y[some], fall_x[some], fall_y[some], octaves)
        fine = fbm2(x[some] / 70, y[some] / 70, octaves=5, gain=0.6, seed=land.seed + 21, ridged=True)
        lift = 5 + 0.19 * np.minimum(high[some], 650)
        high[some] += rough[some] * (rib[some] * lift + 9.0 * np.minimum(0.3 + high[some] / 450, 1) * fine)
    away = np.hypot(x, y)
    free = smoothstep(4.6, 17, away)
    roll = 0.5 * fbm2(x / 26, y / 26, octaves=3, seed=land.seed + 31) + 0.35 * smoothstep(40, 90, shore)
    tuft = 0.06 * fbm2(x / 1.7, y / 1.7, octaves=3, seed=land.seed + 32)
    level = free * (roll + tuft) + 0.010 * fbm2(x / 0.7, y / 0.7, octaves=3, seed=land.seed + 33)
    rise = smoothstep(4.0, 10.3, shore)
    beach = WATER + np.where(shore > 0, 0.062 * np.minimum(shore, 9), np.maximum(0.11 * shore, -7.0))
    bank = np.maximum(level, WATER + 0.25)
    z = beach * (1 - rise) + bank * rise + high * smoothstep(8, 60, shore)
    return Ground(z=z, shore=shore, mountain=np.asarray(rough), rib=rib)
