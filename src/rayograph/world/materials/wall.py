"""Walls: brick for facades, trowelled and painted plaster for rooms (`plaster_wall`). uv in metres."""

import functools

import numpy as np

from rayograph.world.materials.look import Look, chips, rough, stains
from rayograph.world.materials.pigment import dyed, over, ramp, rgb, shaded
from rayograph.world.materials.tile import above, axes, crease, soft, spectral, step, uniform
from rayograph.world.scene import Material

BIG = (1024, 1024)


def brick(look: Look) -> Material:
    """Running bond, 225 x 75 mm with 10 mm mortar (accent). Tile 1.8 m: 8 bricks by 24 courses."""
    rng, size = look.rng(901), BIG
    u, v = axes(size)
    wob = 0.0012 * spectral(size, rng, low=20, high=200, slope=0.7)
    course = np.floor((v + wob) * 24)
    x = (u + np.roll(wob, 211, 1)) * 8 + 0.5 * (course % 2)
    column = np.floor(x)
    owner = ((course % 24) * 8 + column % 8).astype(int)
    inside_x, inside_y = (x - column) * 225, ((v + wob) * 24 - course) * 75
    edge = np.minimum(np.minimum(inside_x, 225 - inside_x), np.minimum(inside_y, 75 - inside_y)) - 5
    toss = rng.random((3, 24 * 8)).astype(np.float32)
    fine = spectral(size, rng, low=70, slope=0.5)
    cloud = spectral(size, rng, low=2, slope=1.2)
    broken = above(np.asarray(fine + 0.5 * cloud, np.float32), 0.05 + 0.15 * look.wear, 0.5) * step(
        9, 2, edge
    )
    face = step(-0.5, 1.8, edge) * (1 - broken)
    tone = np.clip(0.15 + 0.7 * toss[0][owner] + 0.12 * fine, 0, 1)
    clay = ramp(tone, "#5a2f28", "#87432f", "#9f5740", "#a86a4f")
    clay = shaded(clay, 1 - 0.45 * (toss[1][owner] > 0.93) + 0.04 * cloud)
    clay = dyed(clay, look.colour)
    mortar = dyed(ramp(uniform(fine), "#8d8576", "#b3ab9b"), look.accent)
    soot = stains(size, rng, look.wear)
    bloom = above(spectral(size, rng, low=4, slope=1.0), 0.06 * look.wear, 1.0)
    colour = shaded(
        over(over(mortar, clay, face), "#cfc8bb", 0.35 * bloom), 1 - 0.30 * soot * (0.2 + look.wear)
    )
    height = face * (6e-3 + 1.2e-3 * toss[2][owner]) + 5e-4 * fine * (0.4 + face)
    return Material(
        name="brick",
        base_colour=dyed(colour, None),
        roughness=rough(0.86, 0.04 * fine),
        bump=np.asarray(soft(height, 0.7), np.float32),
        uv_scale=1 / 1.8,
    )


@functools.lru_cache(maxsize=32)
def plaster_wall(*, colour: str = "#d9d0c0", wear: float = 0.2, seed: int = 0) -> Material:
    """A painted, trowelled room wall: faint roller grain and hand-made unevenness. Tile 2.5 m.

    Args:
        colour: sRGB hex of the paint.
        wear: 0 freshly painted .. 1 stained, cracked, flaking.
        seed: picks the unevenness.
    """
    look = Look(colour=colour, wear=wear, seed=seed)
    rng, size = look.rng(902), BIG
    trowel = spectral(size, rng, low=4, high=40, slope=1.3, stretch=(1.6, 1.0))
    roller = spectral(size, rng, low=90, slope=0.3)
    cloud = spectral(size, rng, low=2, high=30, slope=1.2)
    crack = crease(spectral(size, rng, low=1.5, high=90, slope=1.5), 1.1)
    crack = crack * above(cloud, 0.10 * wear, 0.5)
    flaked = chips(size, rng, 0.6 * max(wear - 0.35, 0.0))
    body = np.broadcast_to(rgb(colour), (*size, 3)).astype(np.float32)
    body = shaded(body, 1 + 0.022 * cloud + 0.012 * trowel + 0.010 * roller)
    body = shaded(
        over(body, "#cdc6ba", 0.7 * flaked), (1 - 0.22 * wear * stains(size, rng, wear)) * (1 - 0.5 * crack)
    )
    return Material(
        name="plaster_wall",
        base_colour=dyed(body, colour),
        roughness=rough(0.72, 0.04 * roller + 0.05 * cloud),
        specular=0.35,
        bump=(6e-4 * trowel + 1.0e-4 * roller - 5e-4 * flaked - 8e-4 * crack).astype(np.float32),
        uv_scale=0.4,
    )
