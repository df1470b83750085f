"""What a street is paved with: a whole carriageway's width in one texture, dry or wet, and its flagstones."""

import numpy as np
import scipy.ndimage
from PIL import Image

from rayograph.world.materials.library import material
from rayograph.world.materials.pigment import albedo, dyed, over, shaded
from rayograph.world.materials.tile import above, axes, crease, soft, spectral, step
from rayograph.world.scene import Material

TILE = 8.0
"""Metres of carriageway that one tile covers, about its width: tracks and gutters lie where they belong."""
GUTTER = -4.1
"""x [m] where the tile begins and ends: the gutters share its seam."""
_FIELD = (512, 512)


def _grown(field: np.ndarray, size: int) -> np.ndarray:
    """A periodic field, enlarged to `size` pixels a side."""
    factor = size / len(field)
    return np.asarray(
        scipy.ndimage.zoom(field, factor, order=1, mode="grid-wrap", grid_mode=True), np.float32
    )


def _laid(channel: np.ndarray, repeats: int, size: int) -> np.ndarray:
    """One channel of a small tile, resampled and repeated to fill `size` pixels a side."""
    side = size // repeats
    image = Image.fromarray(np.asarray(channel, np.float32)).resize((side, side), Image.Resampling.BILINEAR)
    tiles = int(np.ceil(size / side))
    return np.tile(np.asarray(image, np.float32), (tiles, tiles))[:size, :size]


def _tracks(size: int) -> np.ndarray:
    """Where wheels run, 0..1 across the carriageway (constant along it)."""
    u, _ = axes((1, size))
    x = u * TILE + GUTTER
    lanes = np.array([-2.75, -1.15, 0.95, 2.55])[:, None, None]
    return np.asarray(np.exp(-(((x - lanes) / 0.28) ** 2)).sum(0), np.float32)


def carriageway(surface: str, colour: str | None, *, wet: bool, seed: int, size: int) -> Material:
    """Asphalt, cobbles or concrete over a whole road: tracks, oil, cracks; wet: a film of water and puddles.

    uv: u and v in metres from (GUTTER, 0).
    """
    rng = np.random.default_rng([621, seed])
    base = material(surface, wear=0.2, seed=seed)
    repeats = round(TILE * base.uv_scale)
    picture = np.stack([_laid(np.asarray(base.base_colour)[..., k], repeats, size) for k in range(3)], -1)
    roughness, relief = (_laid(np.asarray(c), repeats, size) for c in (base.roughness, base.bump))
    cloud, blot = spectral(_FIELD, rng, low=2, slope=1.3), spectral(_FIELD, rng, low=4, slope=1.1)
    u, _ = axes(_FIELD)
    verge = step(0.13, 0.0, np.minimum(u, 1 - u)) + 0 * cloud
    oil = above(blot, 0.06, 1.2) * np.exp(-(((u * TILE + GUTTER) % 1.9 - 0.95) ** 2) / 0.08)
    tone = 1 + 0.07 * cloud - 0.10 * _tracks(512) - 0.28 * oil - 0.12 * verge * (1 + 0.5 * blot)
    picture = shaded(picture, _grown(np.clip(tone, 0.4, 1.4).astype(np.float32), size))
    if surface != "cobbles":
        crack = crease(_grown(spectral(_FIELD, rng, low=1.5, high=90, slope=1.45), size), 1.1)
        crack = crack * _grown(above(cloud, 0.22, 0.6), size)
        picture, relief = shaded(picture, 1 - 0.6 * crack), relief - 4e-3 * crack
    if surface == "concrete":
        u_, v_ = axes((size, size))
        joint = step(0.0022, 0.0012, np.minimum(np.abs((u_ * 2) % 1 - 0.5), np.abs((v_ * 2) % 1 - 0.5)) / 2)
        picture, relief = shaded(picture, 1 - 0.6 * joint), relief - 6e-3 * joint
    picture = dyed(picture, colour)
    roughness = roughness - 0.10 * _grown(_tracks(512) + 0 * cloud, size)
    if wet:
        pool = (
            0.8 * spectral(_FIELD, rng, low=3, high=40, slope=1.5)
            + 0.25 * blot
            + 1.1 * verge
            + 0.5 * _tracks(512)
        )
        picture, roughness, relief = _soaked(
            picture, roughness, relief, _grown(pool.astype(np.float32), size)
        )
    return Material(
        name="carriageway",
        base_colour=albedo(picture),
        roughness=np.clip(roughness, 0.015, 1).astype(np.float32),
        specular=0.4 if wet else 0.35,
        bump=relief.astype(np.float32),
        uv_scale=1 / TILE,
    )


def _soaked(
    picture: np.ndarray, roughness: np.ndarray, relief: np.ndarray, pool: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Water on a porous ground: darker, glossy on the stones, mirror-flat where it stands.

    The darkening follows Lekner & Dorf, "Why some things are darker when wet", Applied Optics 1988.
    """
    level = relief - soft(relief, 6)
    film = step(-0.25, 0.75, pool)
    rim = pool - 450.0 * np.clip(level, -1e-3, 1e-3)
    puddle = step(0.82, 1.10, rim)
    dark = 0.52 - 0.14 * film - 0.10 * puddle
    wet_rough = 0.27 - 0.14 * film
    roughness = (np.minimum(roughness, wet_rough)) * (1 - puddle) + 0.02 * puddle
    return shaded(picture, dark), roughness, relief * (0.65 - 0.35 * film) * (1 - 0.985 * puddle)


def flags(*, wet: bool, seed: int) -> Material:
    """Pavement of concrete flags, 0.6 by 0.4 m in running rows along v. Tile 2.4 m: 4 by 6."""
    rng, size = np.random.default_rng([622, seed]), (768, 768)
    base = material("concrete", wear=0.3, seed=seed)
    stone = np.stack([_laid(np.asarray(base.base_colour)[..., k], 1, 768) for k in range(3)], -1)
    u, v = axes(size)
    course = np.floor(u * 6)
    y = v * 4 + 0.5 * (course % 2)
    owner = ((course % 6) * 4 + np.floor(y) % 4).astype(int)
    edge = np.minimum(np.minimum(y % 1, 1 - y % 1) * 600, np.minimum((u * 6) % 1, 1 - (u * 6) % 1) * 400)
    face = step(1.5, 5.0, edge)
    toss = rng.random((3, 24)).astype(np.float32)
    cloud = spectral(size, rng, low=2, slope=1.3)
    gum = above(spectral(size, rng, low=45, high=90, slope=0.2), 0.006, 0.2)
    tone = (0.82 + 0.32 * toss[0][owner]) * (0.45 + 0.55 * face) * (1 + 0.06 * cloud) * (1 - 0.4 * gum)
    colour = over(shaded(dyed(stone, "#8f8a80"), tone), "#9a8668", 0.18 * toss[1][owner])
    relief = 3.5e-3 * face + 1.5e-3 * toss[2][owner] * face + _laid(np.asarray(base.bump), 1, 768) * 0.6
    roughness = np.asarray(0.78 - 0.06 * cloud, np.float32)
    if wet:
        pool = 0.9 * spectral(size, rng, low=2, high=40, slope=1.5) - 0.2
        colour, roughness, relief = _soaked(colour, roughness, relief, pool.astype(np.float32))
    return Material(
        name="flags",
        base_colour=albedo(colour),
        roughness=np.clip(roughness, 0.015, 1).astype(np.float32),
        specular=0.4,
        bump=relief.astype(np.float32),
        uv_scale=1 / 2.4,
    )


def marking(road: str, *, wet: bool, seed: int) -> Material:
    """Road paint, worn down to the stones. Tile 2 m."""
    base = material("asphalt" if road == "cobbles" else road, wear=0.4, seed=seed)
    picture = np.asarray(base.base_colour, np.float32)
    size = picture.shape[:2]
    rng = np.random.default_rng([623, seed])
    worn = above(
        spectral(size, rng, low=3, slope=0.9) + 0.5 * spectral(size, rng, low=60, slope=0.3), 0.26, 0.35
    )
    picture = over(picture, "#cdcac0", 0.92 * (1 - worn))
    roughness = np.asarray(0.62 + 0.2 * worn, np.float32)
    if wet:
        picture = shaded(picture, np.full(size, 0.6, np.float32))
        roughness = np.asarray(0.16 + 0.1 * worn, np.float32)
    return Material(
        name="road_paint",
        base_colour=albedo(picture),
        roughness=roughness,
        specular=0.4,
        bump=np.asarray(base.bump) * np.float32(0.3),
        uv_scale=base.uv_scale,
    )


def patch(*, wet: bool, seed: int) -> Material:
    """A newer, darker square of asphalt where a trench was closed."""
    base = material("asphalt", wear=0.1, seed=seed + 3)
    picture = shaded(
        np.asarray(base.base_colour, np.float32),
        np.float32(0.72) * np.ones(np.asarray(base.base_colour).shape[:2], np.float32),
    )
    roughness, relief = np.asarray(base.roughness), np.asarray(base.bump)
    if wet:
        pool = spectral(picture.shape[:2], np.random.default_rng([624, seed]), low=2, slope=1.5)
        picture, roughness, relief = _soaked(picture, roughness, relief, pool)
    return Material(
        name="patch",
        base_colour=albedo(picture),
        roughness=np.clip(roughness, 0.015, 1).astype(np.float32),
        specular=0.35,
        bump=relief,
        uv_scale=base.uv_scale,
    )
