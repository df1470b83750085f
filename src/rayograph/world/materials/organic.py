"""What grows, melts or is baked. uv 0..1 over the thing (a fruit, a leaf), or metres; tiles either way."""

import numpy as np

from rayograph.world.materials.look import SIDE, Look, rough, smudges, stains
from rayograph.world.materials.pigment import dyed, over, ramp, rgb, shaded
from rayograph.world.materials.tile import above, axes, cells, crease, soft, spectral, step, uniform
from rayograph.world.scene import Material


def wax(look: Look) -> Material:
    """Candle wax: milky, drips along v, dust. Opaque; softness is painted."""
    rng, size = look.rng(701), SIDE
    cloud = spectral(size, rng, low=2, slope=1.5)
    drip = spectral(size, rng, low=3, high=40, slope=1.2, stretch=(1, 5))
    own = look.colour or "#e6d6b2"
    body = np.broadcast_to(rgb(own), (*size, 3)).astype(np.float32)
    body = shaded(body, 1 + 0.05 * cloud + 0.03 * drip - 0.25 * look.wear * stains(size, rng, look.wear))
    return Material(
        name="wax",
        base_colour=dyed(over(body, look.accent or "#f0dcae", 0.2 * uniform(cloud)), own),
        roughness=rough(0.36, 0.05 * smudges(size, rng) + 0.04 * cloud),
        specular=0.4,
        sheen=0.1,
        bump=(2.5e-4 * drip + 6e-5 * cloud).astype(np.float32),
        uv_scale=1.0,
    )


def leaf(look: Look) -> Material:
    """A leaf blade lit through: midrib at u = 0.5, side veins rise towards v = 1; yellows with wear."""
    rng, size = look.rng(702), SIDE
    u, v = axes(size)
    side = np.abs(u - 0.5)
    rib = np.exp(-side / 0.012)
    wander = 0.02 * spectral(size, rng, low=2, high=8, slope=1.5)
    rise = ((v - 0.55 * side + wander) * 11) % 1
    vein = np.exp(-(np.minimum(rise, 1 - rise) ** 2) / 0.004) * step(0.0, 0.04, side)
    near, second, _ = cells(size, (60, 60), rng)
    net = step(0.14, 0.02, second - near)
    cloud = spectral(size, rng, low=2, slope=1.2)
    tone = np.clip(0.42 + 0.06 * cloud + 0.30 * vein + 0.3 * rib + 0.07 * net, 0, 1).astype(np.float32)
    colour = ramp(tone, "#2c4a1c", "#4d7530", "#8ba050")
    yellow = above(cloud + 0.3 * spectral(size, rng, low=9, slope=1), 0.12 * look.wear, 1.2)
    colour = over(colour, look.accent or "#a8963a", 0.6 * yellow)
    return Material(
        name="leaf",
        kind="thin",
        base_colour=dyed(colour, look.colour),
        roughness=rough(0.42, 0.10 * net + 0.05 * cloud),
        transmission=0.35,
        uv_scale=1.0,
    )


def petal(look: Look) -> Material:
    """A petal lit through: fine veins along v, paler or darker to the base (accent)."""
    rng, size = look.rng(703), SIDE
    _, v = axes(size)
    vein = spectral(size, rng, low=18, high=90, slope=0.5, stretch=(1, 14))
    cloud = spectral(size, rng, low=2, slope=1.4)
    own = look.colour or "#b3243a"
    body = np.broadcast_to(rgb(own), (*size, 3)).astype(np.float32)
    base = (0.5 + 0.5 * np.cos(2 * np.pi * v)) ** 3 * np.ones(size, np.float32)
    body = over(shaded(body, 1 + 0.08 * vein + 0.07 * cloud), look.accent or "#e8d9a8", 0.3 * base)
    body = over(body, "#7a5a34", 0.5 * look.wear * above(cloud, 0.3 * look.wear, 0.6))
    return Material(
        name="petal",
        kind="thin",
        base_colour=dyed(body, own),
        roughness=rough(0.55, 0.06 * vein),
        transmission=0.4,
        uv_scale=1.0,
    )


def fruit_skin(look: Look) -> Material:
    """Waxy skin: streaks from pole to pole (v), lenticels, a blush (accent), bruises with wear."""
    rng, size = look.rng(704), SIDE
    streak = spectral(size, rng, low=8, high=120, slope=0.8, stretch=(1, 9))
    cloud = spectral(size, rng, low=1.5, high=14, slope=1.4)
    near, _, owner = cells(size, (34, 26), rng)
    dot = step(0.13, 0.04, near) * (rng.random(owner.max() + 1).astype(np.float32) > 0.35)[owner]
    own = look.colour or "#9e1b1b"
    body = np.broadcast_to(rgb(own), (*size, 3)).astype(np.float32)
    body = shaded(body, 1 + 0.14 * streak + 0.12 * cloud)
    blush = above(cloud + 0.5 * streak, 0.15, 2.4)
    body = over(body, look.accent or "#c9983a", 0.22 * blush)
    body = over(body, "#d9c58f", 0.35 * dot)
    bruise = above(spectral(size, rng, low=4, high=20, slope=1.2), 0.10 * look.wear, 0.5)
    return Material(
        name="fruit_skin",
        base_colour=dyed(over(body, "#5b3a1c", 0.55 * bruise), own),
        roughness=rough(0.27, 0.05 * smudges(size, rng) + 0.06 * dot + 0.1 * look.wear),
        clearcoat=0.25 * (1 - look.wear),
        clearcoat_gloss=0.85,
        bump=(6e-5 * cloud + 1.2e-5 * streak - 3e-5 * dot - 3e-4 * bruise).astype(np.float32),
        uv_scale=1.0,
    )


def citrus_skin(look: Look) -> Material:
    """Peel: oil glands as dimples, green shoulders (accent)."""
    rng, size = look.rng(705), SIDE
    near, _, owner = cells(size, (64, 40), rng, jitter=0.75)
    depth = rng.uniform(0.4, 1.0, owner.max() + 1).astype(np.float32)[owner]
    dimple = soft(step(0.42, 0.08, near) * depth, 0.8)
    cloud = spectral(size, rng, low=1.5, high=20, slope=1.3)
    own = look.colour or "#e07a14"
    body = np.broadcast_to(rgb(own), (*size, 3)).astype(np.float32)
    body = shaded(body, (1 + 0.09 * cloud) * (1 - 0.16 * dimple))
    body = over(body, look.accent or "#a8a030", 0.18 * above(cloud, 0.12, 1.2))
    scar = above(spectral(size, rng, low=6, slope=1.1), 0.06 * look.wear, 0.4)
    return Material(
        name="citrus_skin",
        base_colour=dyed(over(body, "#7f6238", 0.6 * scar), own),
        roughness=rough(0.33, 0.10 * dimple + 0.04 * cloud + 0.2 * scar),
        clearcoat=0.2,
        clearcoat_gloss=0.7,
        bump=(-4.5e-4 * dimple + 2e-4 * cloud).astype(np.float32),
        uv_scale=1.0,
    )


def bread_crust(look: Look) -> Material:
    """Baked crust: dark ridges, pale flour (accent), blisters and cracks. uv 0..1 over a loaf."""
    rng, size = look.rng(706), SIDE
    rise = spectral(size, rng, low=2, high=40, slope=1.3)
    blister = uniform(spectral(size, rng, low=24, high=120, slope=0.6))
    split = crease(spectral(size, rng, low=6, high=24, slope=1.0), 1.0) * uniform(rise)
    tone = np.clip(0.15 + 0.5 * uniform(rise) + 0.35 * blister, 0, 1)
    colour = ramp(tone, "#5a2c10", "#9a5a22", "#c48a45", "#dcb174")
    flour = above(spectral(size, rng, low=3, slope=1.0), 0.18 + 0.2 * look.wear, 1.2)
    dust = uniform(spectral(size, rng, low=60, slope=0.3))
    colour = over(colour, look.accent or "#eadfc8", 0.6 * flour * dust)
    return Material(
        name="bread_crust",
        base_colour=dyed(shaded(colour, 1 - 0.25 * split), look.colour),
        roughness=rough(0.56, 0.15 * blister + 0.25 * flour * dust),
        bump=(1.2e-3 * rise + 8e-4 * blister - 8e-4 * split).astype(np.float32),
        uv_scale=1.0,
    )
