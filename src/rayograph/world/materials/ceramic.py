"""Fired clay. uv in metres or 0..1 around a turned piece: the texture is even, so both serve."""

import numpy as np

from rayograph.world.materials.look import SIDE, Look, chips, rough, smudges, stains
from rayograph.world.materials.pigment import dyed, over, ramp, rgb, shaded
from rayograph.world.materials.tile import above, cells, scratches, soft, spectral, step, uniform
from rayograph.world.scene import Material


def glazed_ceramic(look: Look) -> Material:
    """Glazed stoneware: pooled glaze, iron speckle (accent), crazing with wear. Tile 0.5 m or turn."""
    rng, size = look.rng(401), SIDE
    pool = spectral(size, rng, low=2, high=30, slope=1.5, stretch=(2.0, 1.0))
    throw = spectral(size, rng, low=10, high=60, slope=0.8, stretch=(20, 1))
    near, second, owner = cells(size, (46, 46), rng)
    spot = (rng.random(owner.max() + 1).astype(np.float32) ** 9 * 0.32)[owner]
    speckle = step(1.0, 0.5, near / np.maximum(spot, 0.02)) * step(0.03, 0.06, spot)
    craze = step(0.035, 0.0, second - near) * above(pool, 0.8 * look.wear**1.5, 0.8)
    base = np.broadcast_to(rgb(look.colour or "#d9d3c3"), (*size, 3)).astype(np.float32)
    base = shaded(base, 1 + 0.06 * pool + 0.015 * throw)
    colour = over(over(base, look.accent or "#57402c", 0.55 * speckle), "#5a4a3a", 0.35 * craze)
    colour = over(colour, look.accent or "#c9b79b", chips(size, rng, 0.5 * max(look.wear - 0.3, 0.0)))
    gloss = 0.11 + 0.03 * smudges(size, rng) + 0.12 * stains(size, rng, look.wear) * look.wear
    return Material(
        name="glazed_ceramic",
        base_colour=dyed(colour, look.colour),
        roughness=rough(0, gloss + 0.2 * scratches(size, rng, count=int(40 * look.wear), length=0.1)),
        clearcoat=0.7,
        clearcoat_gloss=0.96,
        bump=(1.1e-4 * pool + 5e-5 * throw + 3e-5 * soft(speckle, 1)).astype(np.float32),
        uv_scale=2.0,
    )


def terracotta(look: Look) -> Material:
    """Unglazed red earthenware: turning lines around, lime bloom with wear. Tile 0.4 m or turn."""
    rng, size = look.rng(402), SIDE
    throw = spectral(size, rng, low=8, high=120, slope=0.7, stretch=(24, 1))
    cloud = spectral(size, rng, low=2, slope=1.3)
    grit = spectral(size, rng, low=70, slope=0.2)
    grain = above(spectral(size, rng, low=50, high=150, slope=0.1), 0.02, 0.4)
    bloom = stains(size, rng, look.wear)
    tone = np.clip(0.5 + 0.15 * cloud + 0.05 * throw + 0.04 * grit, 0, 1)
    colour = ramp(tone, "#8d4427", "#b0603c", "#c98460")
    colour = over(colour, look.accent or "#d8c5ae", 0.65 * bloom * (0.4 + look.wear))
    colour = shaded(colour, 1 - 0.35 * grain)
    return Material(
        name="terracotta",
        base_colour=dyed(colour, look.colour),
        roughness=rough(0.78, 0.04 * grit + 0.05 * bloom),
        bump=(1.0e-4 * throw + 6e-5 * grit + 1.5e-4 * cloud - 2e-4 * grain).astype(np.float32),
        uv_scale=2.5,
    )


def tiles(look: Look, *, across: int = 6, glaze: float = 0.25) -> Material:
    """A tiled floor or wall, `across` tiles per metre, each of its own firing; accent: the grout. Tile 1 m.

    glaze: roughness of the tile face.
    """
    rng, size = look.rng(403), (768, 768)
    lane = np.arange(size[0], dtype=np.float32) / size[0] * across
    cell = lane.astype(int)
    inside = np.minimum(lane - cell, 1 - (lane - cell))
    edge = np.minimum(inside[None], inside[:, None]) * 1000 / across
    owner = cell[:, None] * across + cell[None]
    toss = rng.random((3, across * across)).astype(np.float32)
    grout = step(2.8, 1.8, edge)
    cloud = spectral(size, rng, low=3, slope=1.2)
    fine = spectral(size, rng, low=60, slope=0.3)
    worn = stains(size, rng, look.wear)
    tone = np.clip(0.5 + 0.5 * (toss[0][owner] - 0.5) + 0.12 * cloud + 0.03 * fine, 0, 1)
    face = dyed(ramp(tone, "#a8654a", "#b47253", "#bf7f60"), look.colour)
    face = shaded(face, 1 - 0.25 * worn * look.wear - 0.15 * step(7, 2, edge))
    colour = over(
        face, shaded(np.ones((*size, 3), np.float32) * rgb(look.accent or "#8d857a"), 1 + 0.06 * fine), grout
    )
    pillow = step(0, 9, edge)
    return Material(
        name="tiles",
        base_colour=dyed(colour, None),
        roughness=rough(glaze, 0.04 * smudges(size, rng) + 0.25 * worn * look.wear + 0.6 * grout),
        clearcoat=0.3 * (1 - look.wear),
        bump=(1.2e-3 * pillow + 5e-4 * (toss[1][owner] - 0.5) + 8e-5 * uniform(cloud) - 1e-3 * grout).astype(
            np.float32
        ),
    )
