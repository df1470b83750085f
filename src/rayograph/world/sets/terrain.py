"""The land of the lake set as a function of place: lake, shore, meadow, hills and eroded mountains.

Everything is evaluated point by point in the frame of the meadow stage ([m], z = 0 on the stage), so meshes
of any density agree. What weather carves into the faces is `lake_relief`.
"""

import functools
import itertools
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float
from scipy.ndimage import gaussian_filter, map_coordinates, spline_filter

from rayograph.world.noise import fbm2, smoothstep
from rayograph.world.sets.lake_erosion import resized, uplifted
from rayograph.world.sets.lake_relief import bedding, crags, gullies, ledges

SHORE = 14.5
"""Distance [m] from the meadow stage to the water's edge along +Y."""
WATER = -0.80
"""Level of the lake below the meadow stage [m]."""
OFFSHORE = 42.0
"""Distance [m] of the water stage from the shore behind it."""
TONGUE = ((0.0, 0.0, 3.9), (11.0, 1.5, 4.2), (34.0, -14.0, 6.0), (52.0, -80.0, 12.0))
"""The middle line and half width (x, y, r) [m] of the tongue of land that runs out into the lake."""
REACH = 9000.0
"""The land ends here [m], behind its own mountains."""
_CELLS = 512
Array = Float[np.ndarray, "*shape"]


@dataclass(frozen=True, kw_only=True)
class Site:
    """Where the water lies, seen from the stage of the land.

    Args:
        shore: distance of the lake's edge along +Y, negative where the stage lies out in the lake [m].
        water: level of the lake below the stage [m]. lip: width of the bare strip along the water [m].
        bank: distances from the water between which the ground rises to the meadow [m].
        tongue: 1 or -1 where the stage is the tip of a tongue of land that comes from the right or left.
    """

    shore: float = SHORE
    water: float = WATER
    lip: float = 4.4
    bank: tuple[float, float] = (4.0, 10.3)
    tongue: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Landscape:
    """One valley: the lake's ellipse, peaks as (x, y, height, radius) rows, lines of trees and snow [m].

    summit: tangent at which the highest one stands over the horizon. gap: azimuth and half
    width [rad] of a low saddle in the range. wind: factor on the slopes of the lake's waves, 1 in a breeze.
    """

    seed: int
    centre: tuple[float, float]
    radii: tuple[float, float]
    peaks: tuple[tuple[float, float, float, float], ...]
    relief: float
    tree_line: float
    snow_line: float
    summit: float
    gap: tuple[float, float]
    wind: float
    site: Site = Site()


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


def landscape(
    seed: int, rng: np.random.Generator, season: str, site: Site | None = None, calm: float = 1.0
) -> Landscape:
    """Draw a valley; `season` moves the snow line, `calm` is a factor on the wind."""
    site = site or Site()
    ry = float(rng.uniform(170, 270))
    far = float(rng.uniform(1.0, 1.4))
    summit = float(np.tan(np.deg2rad(rng.uniform(7.5, 12.5))))
    gap = np.deg2rad(90 + rng.choice([-1.0, 1.0]) * rng.uniform(16, 40)), np.deg2rad(rng.uniform(9, 14))
    count = int(rng.integers(5, 8))
    turn = np.deg2rad(90 + np.linspace(-52, 52, count) + rng.uniform(-9, 9, count))
    away = far * rng.uniform(2500, 4300, count) + 2 * ry
    tall = rng.uniform(0.62, 1.0, count)
    tall[int(rng.integers(1, count - 1))] *= 1.22
    tall *= 1 - 0.75 * np.exp(-(((turn - gap[0]) / gap[1]) ** 2))
    wide = rng.uniform(1100, 1900, count)
    peaks = zip(away * np.cos(turn), away * np.sin(turn), tall * away * 0.205, wide, strict=True)
    top = summit * float(np.median(away))
    snow = {"winter": -0.1, "spring": 0.40, "autumn": 0.52}.get(season, 0.60) + float(rng.uniform(0, 0.14))
    return Landscape(
        seed=seed,
        centre=(float(rng.uniform(-160, 160)), ry + site.shore),
        radii=(float(rng.uniform(480, 860)), ry),
        peaks=tuple((float(a), float(b), float(c), float(d)) for a, b, c, d in peaks),
        relief=float(rng.uniform(0.85, 1.15)),
        tree_line=top * float(rng.uniform(0.36, 0.46)),
        snow_line=top * snow,
        summit=summit,
        gap=(float(gap[0]), float(gap[1])),
        wind=calm * float(rng.uniform(0.35, 1.0)),
        site=site,
    )


def _tongue(side: float, x: Array, y: Array) -> Array:
    """Signed distance to the edge of the tongue of land [m], positive on it."""
    edge = np.full(np.shape(x), -np.inf)
    for (ax, ay, ar), (bx, by, br) in itertools.pairwise(TONGUE):
        ax, bx = side * ax, side * bx
        along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)
        along = np.clip(along, 0, 1)
        away = np.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay))
        edge = np.maximum(edge, ar + along * (br - ar) - away)
    return edge


def shore_distance(land: Landscape, x: Array, y: Array) -> Array:
    """Signed distance to the water's edge [m], positive on land; coves and points grow with distance."""
    x, y = np.broadcast_arrays(np.asarray(x, float), np.asarray(y, float))
    dx, dy = x - land.centre[0] * smoothstep(0, 300, np.hypot(x, y)), y - land.centre[1]
    rx, ry = land.radii
    q = np.sqrt((dx / rx) ** 2 + (dy / ry) ** 2)
    slope = np.sqrt((dx / rx**2) ** 2 + (dy / ry**2) ** 2)
    distance = (q - 1) * np.maximum(q, 0.3) / np.maximum(slope, 1e-5)
    away = np.hypot(x, y)
    wide = smoothstep(15, 260, away)
    distance = distance + wide * 62 * fbm2(x / 290, y / 290, octaves=3, seed=land.seed + 1)
    if land.site.tongue:
        distance = np.maximum(distance, _tongue(land.site.tongue, x, y))
    close = (away < 500) & (np.abs(distance) < 60)
    x, y, away = x[close], y[close], away[close]
    distance[close] += smoothstep(7, 30, away) * 2.6 * fbm2(x / 17, y / 17, octaves=3, seed=land.seed + 2)
    distance[close] += 0.35 * smoothstep(3, 7, away) * fbm2(x / 2.6, y / 2.6, octaves=3, seed=land.seed + 4)
    return np.asarray(distance)


def _massif(land: Landscape, x: Array, y: Array) -> Array:
    """Hills and mountains before erosion [m above the valley], smooth."""
    shore = shore_distance(land, x, y)
    away = np.hypot(x, y) + 1e-6
    ahead = 0.40 + 0.60 * smoothstep(-0.35, 0.75, y / away)  # low at the sides, so that a low sun gets in
    swell = fbm2(x / 1000 + 5, y / 1000, octaves=3, seed=land.seed + 11)
    hills = smoothstep(40, 900, shore) * (50 + 85 * swell) * (0.35 + 0.65 * ahead)
    hills = hills + smoothstep(160, 1500, shore) * 110 * ahead
    warp = 260 * fbm2(x / 1500, y / 1500, octaves=3, seed=land.seed + 15)
    crest = fbm2((x + warp) / 2300, (y - warp) / 2300, octaves=4, gain=0.5, seed=land.seed + 12)
    crest = 0.6 - 2 * np.abs(crest)
    range_ = smoothstep(900, 3300, shore) * (150 + 430 * np.clip(crest + 0.5, 0, 2)) * ahead**2
    turn = np.arctan2(y, x)
    saddle = np.exp(-(((turn - land.gap[0]) / land.gap[1]) ** 2)) * (away > 1000)
    total = np.maximum(hills, 0) * (1 - 0.3 * saddle) + range_ * land.relief * (1 - 0.8 * saddle)
    for px, py, tall, radius in land.peaks:
        bent = 1 + 0.35 * fbm2((x - px) / 900, (y - py) / 900, octaves=3, seed=land.seed + 13)
        t = np.clip(1 - np.hypot(x - px, y - py) / (radius * bent), 0, 1)
        total = np.maximum(total, total * 0.55 + tall * (0.62 * t + 0.38 * t * t))
    return np.asarray(total)


def grove(land: Landscape, x: Array, y: Array) -> Array:
    """Where woods stand (above about zero) and where glades open."""
    return 1.15 * fbm2(x / 240, y / 240, octaves=4, seed=land.seed + 71) + 0.20


def wooded(land: Landscape, x: Array, y: Array, high: Array, steep: Array) -> Array:
    """Share of the mountain sides under trees, 0..1, at height `high` [m] and slope `steep` (a tangent)."""
    line = land.tree_line + 110 * fbm2(x / 500, y / 500, octaves=4, gain=0.6, seed=land.seed + 73)
    climb = 0.45 * np.clip(high / line, 0, 1) ** 3
    return np.asarray(
        smoothstep(-0.16, 0.06, grove(land, x, y) - climb)
        * smoothstep(15, -35, high - line)
        * smoothstep(1.0, 0.75, steep)
    )


@functools.lru_cache(maxsize=4)
def _macro(land: Landscape) -> Float[np.ndarray, "3 n n"]:
    """The eroded massif, as coefficients of a cubic spline, and its two slopes, over the whole reach."""
    axis = np.linspace(-REACH * 1.02, REACH * 1.02, _CELLS // 2)
    x, y = np.meshgrid(axis, axis)
    raw, step = _massif(land, x, y), float(axis[1] - axis[0])
    rising = np.where(raw > 1, gaussian_filter(raw, 380 / step), 0) * 0.02
    cell = 2 * REACH * 1.02 / (_CELLS - 1)
    high = uplifted(rising, _CELLS, cell, rivers=0.1, repose=1.15, rng=np.random.default_rng([land.seed, 5]))
    ahead = (y > 0.6 * np.abs(x)) & (np.hypot(x, y) > 1200)
    high = high.max() * (high / high.max()) ** 1.25  # a few summits stand over the rest
    slope = resized(high, x.shape)[ahead] / np.hypot(x, y)[ahead]
    high *= land.summit / float(slope.max())
    fall_y, fall_x = np.gradient(high, cell)
    return np.stack([spline_filter(high, 3), fall_x, fall_y]).astype(np.float32)


def massif(land: Landscape, x: Array, y: Array) -> tuple[Array, Array, Array]:
    """Smooth height [m] of hills and mountains and its slopes along x and y, by table."""
    far = smoothstep(300, 1200, np.hypot(x, y))
    bend = [
        45 * far * fbm2(x / 260, y / 260, octaves=2, seed=land.seed + k) for k in (17, 18)
    ]  # hides the grid
    place = np.stack(
        [
            ((np.asarray(v) + b) / (REACH * 1.02) + 1) / 2 * (_CELLS - 1)
            for v, b in zip((y, x), bend, strict=True)
        ]
    )
    table = _macro(land)
    height, fall_x, fall_y = (
        map_coordinates(layer, place, order=order, mode="nearest", output=np.float32, prefilter=False)
        for layer, order in zip(table, (3, 1, 1), strict=True)
    )
    return np.maximum(height, 0), fall_x, fall_y


def _carved(
    land: Landscape, x: Array, y: Array, high: Array, fall_x: Array, fall_y: Array, octaves: int
) -> tuple[Array, Array]:
    """Height [m] of the massif after erosion, and its ribs."""
    seed = land.seed % 1_000_003
    tall = smoothstep(25, 260, high).astype(np.float32)
    bare = smoothstep(0.6, 1.35, high / land.tree_line).astype(np.float32)
    rib = gullies(x, y, fall_x, fall_y, octaves=min(octaves, 4), seed=seed)
    crest = crags(x, y, octaves=octaves, seed=seed + 21)
    lift = tall * (3 + np.float32(0.075) * np.minimum(high, 650))
    carved = high + rib * lift + crest * (tall * 5 + bare * 20)
    if octaves > 3 and bare.any():
        stepped = ledges(carved, bedding(x, y, seed=seed + 51), x, y, seed=seed + 60)
        carved += bare * (stepped - carved)
    return carved, rib


def ground(land: Landscape, x: Array, y: Array, *, octaves: int = 7) -> Ground:
    """The land at (x, y); `octaves` of gullies, 0 for the smooth shape."""
    x, y = np.asarray(x, np.float32), np.asarray(y, np.float32)
    shore = shore_distance(land, x, y).astype(np.float32)
    high, fall_x, fall_y = massif(land, x, y)
    rough = smoothstep(25, 260, high)
    rib = np.zeros_like(high)
    some = rough > 0.01
    if octaves and some.any():
        high[some], rib[some] = _carved(
            land, x[some], y[some], high[some], fall_x[some], fall_y[some], octaves
        )
        high[some] = np.maximum(high[some], 0)
    away = np.hypot(x, y)
    free = smoothstep(4.6, 17, away)
    level = 0.35 * free * smoothstep(40, 90, shore)
    near = (away < 400) & (shore > 0)
    u, v = x[near], y[near]
    roll = 0.5 * fbm2(u / 26, v / 26, octaves=3, seed=land.seed + 31)
    roll += 0.06 * fbm2(u / 1.7, v / 1.7, octaves=3, seed=land.seed + 32)
    level[near] += free[near] * roll + 0.010 * fbm2(u / 0.7, v / 0.7, octaves=3, seed=land.seed + 33)
    rise = smoothstep(*land.site.bank, shore)
    beach = land.site.water + np.where(
        shore > 0, 0.062 * np.minimum(shore, 9), np.maximum(0.11 * shore, -7.0)
    )
    bank = np.maximum(level, land.site.water + 0.25)
    z = beach * (1 - rise) + bank * rise + high * smoothstep(8, 60, shore)
    return Ground(z=z, shore=shore, mountain=np.asarray(rough), rib=rib)
