"""Clouds: a slab of fair-weather cumulus that is ray-marched, and a thin sheet of cirrus above it.

The cumulus field is a thickness over flat ground, tabulated on (log distance, azimuth) around the camera, so
that marching one column of a lat-long map is a walk along one column of the table. Multiple scattering by
octaves of ever weaker, ever more diffuse light (Wrenninge et al., "Oz: The Great and Volumetric", 2013).
"""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float
from scipy.ndimage import gaussian_filter, map_coordinates, uniform_filter1d
from scipy.special import ndtri

from rayograph.light.atmosphere import EARTH, henyey_greenstein
from rayograph.light.noise import fbm2, noise2

BASE = 1300.0
DEPTH = 800.0
"""Base height and greatest thickness of cumulus [m]."""
CIRRUS_HEIGHT = 8500.0
_EXTINCTION = 0.016
_NEAR, _FAR = 60.0, 90e3
_SLICES = 42
_ROWS = 32
"""Rows of directions marched at a time, so that they stay in cache."""
_HAZE = 24e3
"""Distance [m] over which clear air takes 63 % of a cloud's contrast."""


@dataclass(frozen=True, kw_only=True)
class CloudLight:
    """What lights the clouds.

    Args:
        towards: unit vector to the sun. sun, high_sun: its light [lux] at cumulus and cirrus height.
        ambient, ground: radiance [cd/m²] from above and from below.
    """

    towards: Float[np.ndarray, "3"]
    sun: Float[np.ndarray, "3"]
    high_sun: Float[np.ndarray, "3"]
    ambient: Float[np.ndarray, "3"]
    ground: Float[np.ndarray, "3"]


def add_clouds(
    clear: Float[np.ndarray, "h w 3"],
    view: Float[np.ndarray, "h w 3"],
    light: CloudLight,
    *,
    cover: float,
    seed: int,
) -> Float[np.ndarray, "h w 3"]:
    """The clear sky with cirrus and cumulus in front; `view` holds rows above the horizon only."""
    sky = _add_cirrus(clear, view, light, cover=cover, seed=seed)
    finer = 2 if len(view) < 512 else 1  # small maps need twice the rows: near the horizon clouds are edge-on
    fine = _finer_rows(view, finer)
    body, opaque = _cumulus(fine, light, cover=cover, seed=seed)
    layer = _mean_rows(np.concatenate([body, opaque[..., None]], axis=2), len(view))
    layer = gaussian_filter(layer, (0.45, 0.6, 0), mode=("nearest", "wrap", "nearest"))
    body, opaque = layer[..., :3], layer[..., 3:]
    slope = np.tan(np.arcsin(view[:, :1, 2:3]))
    veil = np.exp(-_ground_distance(slope, BASE) / _HAZE)
    return sky * (1 - opaque) + body * veil + opaque * clear * (1 - veil)


def _ground_distance(tangent: np.ndarray, height: float | np.ndarray) -> np.ndarray:
    """Horizontal distance [m] at which a ray of slope `tangent` is `height` above the round Earth."""
    return np.asarray(EARTH * (np.sqrt(tangent**2 + 2 * height / EARTH) - tangent))


def _row(distance: np.ndarray, rows: int) -> np.ndarray:
    return np.log(np.clip(distance, _NEAR, _FAR) / _NEAR) / np.log(_FAR / _NEAR) * (rows - 1)


def _thickness(x: np.ndarray, y: np.ndarray, texel: np.ndarray, cover: float, seed: int) -> np.ndarray:
    """Cumulus thickness [m] over the ground plane; below zero where the sky is open.

    Detail finer than about two texels (`texel` [m] per table row) is left out, or it would break into blocks.
    """
    u, v = x / 2300.0, y / 2300.0
    warp = fbm2(u * 0.6, v * 0.6, octaves=3, seed=seed + 31)
    large = fbm2(u * 0.8 + 0.35 * warp, v * 0.8 - 0.3 * warp, octaves=2, gain=0.4, seed=seed)
    region = fbm2(u * 0.16, v * 0.16, octaves=2, seed=seed + 3)
    small = np.zeros_like(large)
    gain, scale = 0.55, 1.9
    for octave in range(5):
        fine = np.clip(2300.0 / scale / (2.2 * texel) - 0.6, 0, 1)
        puff = np.abs(noise2(u * scale + 0.5 * warp, v * scale - 0.4 * warp, seed=seed + 70 + octave))
        small = small + gain * fine * (0.30 - puff)
        gain, scale = gain * 0.55, scale * 2.1
    level = 0.8 * large + 0.45 * region + 0.8 * small
    threshold = -0.30 * float(ndtri(np.clip(cover * 0.95, 0.02, 0.98))) + 0.06
    rise = (level - threshold) / 0.55
    return np.where(rise > 0, DEPTH * np.clip(rise, 0, 1) ** 0.6, 260 * rise)


def _sunward_depth(field: np.ndarray, x: np.ndarray, y: np.ndarray, towards: np.ndarray) -> np.ndarray:
    """Optical depth towards the sun from three heights of the slab over each cell: (3, rows, columns)."""
    rows, columns = field.shape
    lift = max(float(towards[2]), 0.10)
    flat = towards[:2] / max(float(np.linalg.norm(towards[:2])), 1e-6) * np.sqrt(1 - lift**2)
    total = np.zeros((3, rows, columns), np.float32)
    edges = np.array([0.0, 40, 110, 230, 420, 720, 1200])
    for start, stop in zip(edges[:-1], edges[1:], strict=True):
        middle = (start + stop) / 2
        px, py = x + flat[0] * middle, y + flat[1] * middle
        turn = np.arctan2(py, px) % (2 * np.pi) / (2 * np.pi) * columns - 0.5
        thick = map_coordinates(field, [_row(np.hypot(px, py), rows), turn], order=1, mode="grid-wrap")
        for i, share in enumerate((0.1, 0.45, 0.8)):
            height = share * DEPTH + middle * lift
            total[i] += np.clip((thick - height) / 150.0, 0, 1) * np.float32((stop - start) * _EXTINCTION)
    return total


_OCTAVES = 4


def _lobes(cosine: np.ndarray) -> Float[np.ndarray, "o n"]:
    """Phase [1/sr] of each octave of scattering, times its strength: ever more diffuse."""
    return np.stack(
        [
            1.7 * 0.72**i * (0.75 * henyey_greenstein(cosine, 0.80 * 0.5**i)
                             + 0.25 * henyey_greenstein(cosine, -0.25 * 0.5**i))
            for i in range(_OCTAVES)
        ]
    )  # fmt: skip


def _scattered(depth: np.ndarray, lobes: np.ndarray) -> np.ndarray:
    """Sunlight scattered to the eye [1/sr] behind optical depth `depth`: the sum of all octaves."""
    total = np.zeros_like(depth)
    for i, lobe in enumerate(lobes):
        total += lobe * np.exp(depth * np.float32(-(0.42**i)))
    return total


def _finer_rows(view: np.ndarray, finer: int) -> np.ndarray:
    """Directions with `finer` times as many rows."""
    height, width = len(view) * finer, view.shape[1]
    polar = (np.arange(height) + 0.5) / height * np.pi / 2
    flat = view[-1:, :, :2] / np.linalg.norm(view[-1:, :, :2], axis=2, keepdims=True)
    level = np.broadcast_to(np.cos(polar)[:, None, None], (height, width, 1))
    return np.concatenate([np.sin(polar)[:, None, None] * flat, level], axis=2).astype(np.float32)


def _mean_rows(fine: np.ndarray, height: int) -> np.ndarray:
    return np.asarray(fine.reshape(height, -1, *fine.shape[1:]).mean(1))


@dataclass(frozen=True, kw_only=True)
class _Field:
    """The cumulus around the camera on (log distance, azimuth).

    Args:
        thickness: [m]. shade: optical depth towards the sun in each slice, at half the resolution.
    """

    thickness: Float[np.ndarray, "r w"]
    shade: Float[np.ndarray, "s q v"]


def _field(width: int, light: CloudLight, *, cover: float, seed: int) -> _Field:
    rows = max(width * 5 // 16, 64)
    distance = (_NEAR * (_FAR / _NEAR) ** (np.arange(rows) / (rows - 1)))[:, None]
    azimuth = ((np.arange(width) + 0.5) / width * 2 * np.pi)[None]
    x, y = distance * np.cos(azimuth), distance * np.sin(azimuth)
    texel = distance * (2 * np.pi / width)
    thick = _thickness(x, y, texel, cover, seed).astype(np.float32)
    shade = _sunward_depth(thick[::2, ::2], x[::2, ::2], y[::2, ::2], light.towards)
    shade = uniform_filter1d(shade, 2, axis=2, mode="wrap")
    slices = []
    for i in range(_SLICES):
        near = float(np.clip(((i + 0.5) / _SLICES - 0.1) / 0.35, 0, 1.999))
        mix = np.float32(near - int(near))
        slices.append(shade[int(near)] * (1 - mix) + shade[int(near) + 1] * mix)
    return _Field(thickness=thick, shade=np.stack(slices))


def _cumulus(
    view: np.ndarray, light: CloudLight, *, cover: float, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """March the slab, a few rows at a time: (premultiplied radiance, opacity) per direction."""
    height, width = view.shape[:2]
    field = _field(width, light, cover=cover, seed=seed)
    sunlit, ambient, seen = (np.empty((height, width), np.float32) for _ in range(3))
    for start in range(0, height, _ROWS):
        part = slice(start, start + _ROWS)
        sunlit[part], ambient[part], seen[part] = _marched(field, view[part], light)
    colours = [np.asarray(c, np.float32) for c in (light.sun, light.ambient, light.ground)]
    body = sunlit[..., None] * colours[0] + ambient[..., None] * colours[1]
    return body + ((1 - seen) - ambient)[..., None] * colours[2], 1 - seen


def _billows(
    spot: Float[np.ndarray, "n 2"], height: float, texel: Float[np.ndarray, "n"]
) -> Float[np.ndarray, "n"]:
    """How deep [m] folds cut into a cloud at `spot`, `height` [m] over its base; none finer than `texel` [m].

    A plane of noise that slides with height stands in for noise of space, so walls are not upright.
    """
    total = np.zeros(len(spot), np.float32)
    for size, deep in ((300.0, 170.0), (120.0, 95.0), (50.0, 50.0)):
        fine = np.clip(size / (3 * np.maximum(texel, 1.0)) - 0.6, 0, 1).astype(np.float32)
        x, y = (spot[:, 0] + 0.9 * height) / size, (spot[:, 1] - 0.8 * height) / size
        total += np.float32(deep) * fine * (1 - np.abs(noise2(x, y, seed=int(size))))
    return total - np.float32(110.0)


def _marched(field: _Field, view: np.ndarray, light: CloudLight) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Sunlight scattered to the eye [1/sr], share of ambient light, and share of light from behind."""
    height, width = view.shape[:2]
    rows = len(field.thickness)
    slope = view[:, 0, 2] / np.sqrt(np.maximum(1 - view[:, 0, 2] ** 2, 1e-9))
    lobes = _lobes((view @ light.towards.astype(np.float32)).astype(np.float32))
    seen = np.ones((height, width), np.float32)
    sunlit, ambient = np.zeros_like(seen), np.zeros_like(seen)
    step = (DEPTH / _SLICES * _EXTINCTION / np.maximum(view[:, 0, 2], 0.03)).astype(np.float32)
    flat = view[:, :, :2] / np.maximum(np.linalg.norm(view[:, :, :2], axis=2, keepdims=True), 1e-9)
    for i in range(_SLICES):
        share = (i + 0.5) / _SLICES
        distance = _ground_distance(slope, BASE + share * DEPTH)
        row = _row(distance, rows)
        low = np.minimum(row.astype(int), rows - 2)
        part = (row - low).astype(np.float32)[:, None]
        thick = field.thickness[low] * (1 - part) + field.thickness[low + 1] * part
        line, column = np.nonzero((thick > share * DEPTH) & (seen > 0.005))
        if not len(line):
            continue
        spot = flat[line, column] * distance[line, None]
        left = thick[line, column] - np.float32(share * DEPTH)
        left -= _billows(spot, share * DEPTH, distance[line] * (2 * np.pi / width))
        dense = np.clip(left / 110, 0, 1)
        dense *= np.float32(min(1.0, 0.35 + 4 * share))  # bases fray
        weight = seen[line, column] * -np.expm1(-dense * step[line])
        shade = field.shade[i]
        under = np.minimum(low // 2, len(shade) - 1)
        beside = np.minimum(under + 1, len(shade) - 1)
        blend = ((row - 2 * (low // 2)) / 2).astype(np.float32)[line]
        hidden = shade[under[line], column // 2] * (1 - blend) + shade[beside[line], column // 2] * blend
        sunlit[line, column] += weight * _scattered(hidden, lobes[:, line, column])
        ambient[line, column] += weight * np.float32(0.25 + 0.75 * share)
        seen[line, column] -= weight
    return sunlit, ambient, seen


def _add_cirrus(
    sky: np.ndarray, view: np.ndarray, light: CloudLight, *, cover: float, seed: int
) -> np.ndarray:
    """Ice streaks on a sheet; thin, forward scattering, lit longer after sunset than the cumulus."""
    slope = view[:, 0, 2] / np.sqrt(np.maximum(1 - view[:, 0, 2] ** 2, 1e-9))
    distance = _ground_distance(slope, CIRRUS_HEIGHT)[:, None]
    azimuth = np.arctan2(view[..., 1], view[..., 0])
    turn = 0.6 + 2.4 * float(np.sin(seed * 12.9898))
    along = distance * np.cos(azimuth - turn) / 9000.0
    across = distance * np.sin(azimuth - turn) / 9000.0
    warp = fbm2(along * 0.5, across * 0.5, octaves=3, seed=seed + 5)
    streak = fbm2(along * 0.35 + warp * 0.5, across * 1.7 + warp * 1.1, octaves=6, gain=0.55, seed=seed + 9)
    patch = fbm2(along * 0.22 + 3, across * 0.22, octaves=3, seed=seed + 13)
    dense = np.clip(streak * 0.9 + patch * 0.8 + 0.5 * cover - 0.12, 0, 1) ** 1.5
    depth = 0.55 * dense / np.maximum(view[..., 2], 0.12) ** 0.5
    opaque = 1 - np.exp(-depth)
    cosine = view @ light.towards
    lobe = 0.6 * henyey_greenstein(cosine, 0.75) + 0.4 * henyey_greenstein(cosine, 0.05)
    body = (lobe * 1.15)[..., None] * light.high_sun + light.ambient * 0.8
    veil = np.exp(-distance / (4 * _HAZE))
    return sky * (1 - (opaque * veil)[..., None]) + body * (opaque * veil)[..., None]
