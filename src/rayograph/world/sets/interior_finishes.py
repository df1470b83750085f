"""Surfaces that a room is built of, as textures: boards, parquet, tiles, plaster, a painter's backdrop."""

from dataclasses import replace

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import from_hex
from rayograph.world.materials.tile import spectral
from rayograph.world.noise import smoothstep
from rayograph.world.scene import Material

Image = Float[np.ndarray, "h w 3"]
Field = Float[np.ndarray, "h w"]
SIDE = (1024, 1024)


def _herringbone(size: int, cells: int, ratio: int) -> tuple[Field, Field, Field]:
    """Identity, edge distance [px] and whether the block lies across, for blocks `ratio` times as long."""
    y, x = np.mgrid[:size, :size].astype(np.float32)
    cell = size / cells
    i, j = np.floor(x / cell).astype(int), np.floor(y / cell).astype(int)
    k = (i - j) % (2 * ratio)
    across = k < ratio
    start_i, start_j = np.where(across, i - k, i), np.where(across, j, j - (2 * ratio - 1 - k))
    u, v = x - start_i * cell, y - start_j * cell
    long_u, long_v = np.where(across, ratio * cell, cell), np.where(across, cell, ratio * cell)
    edge = np.minimum(np.minimum(u, long_u - u), np.minimum(v, long_v - v))
    identity = (start_i % cells) * cells + start_j % cells
    return identity, edge, across


def parquet(colour: str, rng: np.random.Generator) -> Material:
    """Oiled herringbone blocks of 100 x 400 mm; one tile is 2.4 m."""
    size = SIDE[0]
    identity, edge, across = _herringbone(size, 24, 4)
    bend = spectral(SIDE, rng, low=1.5, slope=1.9, stretch=(1, 6))
    fibre = spectral(SIDE, rng, low=40, slope=0.5, stretch=(1, 35))
    rings = np.sin(2 * np.pi * (10 * np.arange(size)[None, :] / size + 1.4 * bend))
    grain = (0.40 * rings + 0.45 * fibre).astype(np.float32)
    which = identity.astype(int) % (24 * 24)
    shift = rng.integers(0, size, (2, 24 * 24))
    y, x = np.mgrid[:size, :size]
    along, over = np.where(across, x, y), np.where(across, y, x)
    figure = grain[(along + shift[0][which]) % size, (over + shift[1][which]) % size]
    tone, warm = rng.normal(0, 1, (2, 24 * 24))[:, which]
    wear = spectral(SIDE, rng, slope=1.6)
    gap = 1 - smoothstep(0.4, 1.7, edge)
    base = np.array(from_hex(colour)) * np.exp(0.15 * tone + 0.20 * figure + 0.05 * wear)[..., None]
    base = base * np.exp(np.array([0.04, 0.0, -0.06]) * warm[..., None]) * (1 - 0.72 * gap)[..., None]
    rough = np.clip(0.30 + 0.05 * wear + 0.05 * figure + 0.35 * gap, 0.14, 0.9)
    height = 0.00008 * figure - 0.0012 * gap + 0.0002 * tone * smoothstep(0, 9, edge)
    return Material(
        name="parquet",
        base_colour=np.clip(base, 0.004, 0.9).astype(np.float32),
        roughness=rough.astype(np.float32),
        bump=height.astype(np.float32),
        uv_scale=1 / 2.4,
        clearcoat=0.12,
    )


def tile_floor(kind: str, colour: str, rng: np.random.Generator) -> Material:
    """Square "terracotta" or "marble" tiles, or "concrete" with saw cuts; one repeat is 2.4 m."""
    size, count = SIDE[0], {"terracotta": 8, "marble": 4, "concrete": 1}[kind]
    y, x = np.mgrid[:size, :size].astype(np.float32)
    cell = size / count
    u, v = x % cell, y % cell
    edge = np.minimum(np.minimum(u, cell - u), np.minimum(v, cell - v))
    which = (np.floor(x / cell) * count + np.floor(y / cell)).astype(int)
    cloud, fine = spectral(SIDE, rng, slope=1.7), spectral(SIDE, rng, slope=0.6)
    tone = rng.normal(0, {"terracotta": 0.15, "marble": 0.03, "concrete": 0.0}[kind], count * count)[which]
    grout = 1 - smoothstep(1.0, {"terracotta": 4.0, "marble": 1.8, "concrete": 2.0}[kind], edge)
    base = np.array(from_hex(colour)) * np.exp(tone + 0.10 * cloud + 0.05 * fine)[..., None]
    if kind == "marble":
        vein = np.exp(-np.abs(spectral(SIDE, rng, slope=1.9)) * 22) * smoothstep(-0.6, 1.4, cloud)
        base = base * (1 - 0.55 * vein[..., None] * np.array([1.0, 0.97, 0.92]))
        check = (np.floor(x / cell) + np.floor(y / cell)) % 2
        base = base * np.where(check > 0, 1.0, 0.86)[..., None]
    joint = np.array(from_hex("#8d857a" if kind != "concrete" else "#55534f"))
    base = base * (1 - grout[..., None]) + joint * grout[..., None]
    smooth = {"terracotta": 0.46, "marble": 0.16, "concrete": 0.42}[kind]
    rough = np.clip(smooth + 0.05 * cloud + 0.04 * fine + 0.4 * grout, 0.07, 0.95)
    pillow = {"terracotta": 0.0012, "marble": 0.0002, "concrete": 0.0}[kind]
    height = pillow * smoothstep(0, 26, edge) - 0.001 * grout + 0.00012 * fine
    return Material(
        name=f"{kind}_floor",
        base_colour=np.clip(base, 0.004, 0.92).astype(np.float32),
        roughness=rough.astype(np.float32),
        bump=height.astype(np.float32),
        uv_scale=1 / 2.4,
    )


def checkered(rng: np.random.Generator) -> Material:
    """Black and ivory tiles of 300 mm, waxed, one a little unlike the next; one tile of it is 2.4 m."""
    plain = tile_floor("marble", "#d9d2c2", rng)
    size, count = SIDE[0], 8
    y, x = np.mgrid[:size, :size].astype(np.float32)
    cell = size / count
    row, column = np.floor(y / cell).astype(int), np.floor(x / cell).astype(int)
    tone = rng.normal(0, 0.06, count * count)[row * count + column]
    u, v = x % cell, y % cell
    edge = np.minimum(np.minimum(u, cell - u), np.minimum(v, cell - v))
    grout = 1 - smoothstep(0.8, 2.2, edge)
    cloud = spectral(SIDE, rng, slope=1.7)
    shades = np.where(((row + column) % 2 > 0)[..., None], from_hex("#d9d2c2"), from_hex("#26241f"))
    base = shades * np.exp(tone + 0.10 * cloud)[..., None]
    base = base * (1 - grout[..., None]) + np.array(from_hex("#6d675d")) * grout[..., None]
    return replace(
        plain,
        name="checkered_floor",
        base_colour=np.clip(base, 0.004, 0.92).astype(np.float32),
        bump=(-0.001 * grout).astype(np.float32),
    )


def painted_plaster(
    colour: str,
    rng: np.random.Generator,
    *,
    mottle: float = 0.03,
    relief: float = 1.0,
    roughness: float = 0.75,
) -> Material:
    """A painted wall, one tile 4 m: `mottle` 0.02 is emulsion, 0.15 limewash, 0.3 an old studio."""
    size = (640, 640)
    cloud, broad = spectral(size, rng, slope=1.55), spectral(size, rng, slope=1.3)
    stroke, fine = spectral(size, rng, slope=1.0, stretch=(2, 1)), spectral(size, rng, low=6, slope=0.35)
    depth = mottle * (0.8 * cloud + 0.5 * stroke)
    hue = mottle * np.roll(broad, size[0] // 3, 0)
    base = np.stack(
        [
            c * np.exp(depth + lean * hue)
            for c, lean in zip(from_hex(colour), (0.25, 0.0, -0.35), strict=True)
        ],
        -1,
    )
    height = relief * (0.00030 * fine + 0.0010 * broad)
    return Material(
        name="painted_plaster",
        base_colour=np.clip(base, 0.003, 0.92).astype(np.float32),
        roughness=np.clip(roughness + 0.04 * cloud, 0.2, 1).astype(np.float32),
        specular=0.35,
        bump=height.astype(np.float32),
        uv_scale=0.25,
    )


def painted_canvas(colour: str, rng: np.random.Generator) -> Material:
    """A portrait painter's backdrop over the unit square: a soft glow, clouds of two tones, dry brushwork."""
    rows, columns = 512, 640
    v, u = np.mgrid[0 : 1 : rows * 1j, 0 : 1 : columns * 1j]
    base = np.array(from_hex(colour))
    grey = float(base.mean())
    warm, cool = base * [1.07, 1.0, 0.90], base * [0.94, 1.0, 1.07]
    cloud = spectral((rows, columns), rng, slope=1.75)
    scumble = spectral((rows, columns), rng, slope=1.15)
    brush = spectral((rows, columns), rng, low=8, slope=0.8, stretch=(1, 3))
    blend = smoothstep(-2.0, 2.0, 0.9 * cloud + 0.35 * scumble)[..., None]
    centre = rng.uniform(0.42, 0.60), rng.uniform(0.42, 0.58)
    glow = np.exp(-(((u - centre[0]) / 0.36) ** 2 + ((v - centre[1]) / 0.42) ** 2))
    tone = (warm * blend + cool * (1 - blend)) * 0.85 + grey * 0.15
    level = np.exp(1.0 * glow - 0.55 + 0.10 * cloud + 0.055 * scumble + 0.04 * brush)
    return Material(
        name="painted_canvas",
        base_colour=np.clip(tone * level[..., None], 0.003, 0.85).astype(np.float32),
        roughness=0.85,
        specular=0.2,
        bump=(0.0006 * brush).astype(np.float32),
    )


def wash(material_name: str, colour: str, *, roughness: float, specular: float = 0.4) -> Material:
    """A plain painted or lacquered finish; for trim and small things whose shape does the work."""
    return Material(name=material_name, base_colour=from_hex(colour), roughness=roughness, specular=specular)
