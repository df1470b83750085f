"""Stones, natural and cast. uv in metres; the tile of each is in its docstring."""

import numpy as np

from rayograph.world.materials.look import SIDE, Look, chips, rough, smudges, stains
from rayograph.world.materials.pigment import dyed, over, ramp, shaded
from rayograph.world.materials.tile import (
    above,
    cells,
    crease,
    scratches,
    shifted,
    shifted_ids,
    soft,
    spectral,
    step,
    uniform,
)
from rayograph.world.scene import Material

BIG = (1024, 1024)


def marble(look: Look) -> Material:
    """Polished white marble, warped grey veins (accent: their colour). Tile 1 m."""
    rng, size = look.rng(201), (768, 768)
    bend = spectral(size, rng, low=1.5, high=90, slope=1.6)
    broad = uniform(spectral(size, rng, low=2, high=20, slope=1.4))
    warp = 0.028 * bend, 0.028 * np.roll(bend, (313, 177), (0, 1))
    major = shifted(spectral(size, rng, low=1.5, high=6, slope=1.0, stretch=(0.7, 1.3)), *warp)
    minor = shifted(spectral(size, rng, low=3, high=12, slope=0.8, stretch=(0.8, 1.2)), *warp)
    vein = crease(major, 1.6) + 0.55 * crease(major, 9.0) * broad
    hair = crease(minor, 1.1) * step(0.45, 0.85, broad)
    colour = ramp(uniform(0.7 * bend + 0.3 * major), "#e9e6e0", "#e2dfda", "#d3d1ce")
    colour = over(colour, look.accent or "#6f6f75", 0.62 * np.clip(vein, 0, 1) * (0.25 + 0.75 * broad))
    colour = over(colour, look.accent or "#8a7d6a", 0.45 * hair)
    grain = spectral(size, rng, low=120, slope=0.2)
    worn = stains(size, rng, look.wear)
    colour = shaded(colour, (1 + 0.015 * grain) * (1 - 0.22 * worn * look.wear))
    lines = scratches(size, rng, count=int(120 * look.wear), length=0.08)
    gloss = 0.16 + 0.03 * smudges(size, rng) + 0.03 * vein + 0.25 * lines + 0.3 * worn * look.wear
    return Material(
        name="marble",
        base_colour=dyed(colour, look.colour),
        roughness=rough(0, gloss),
        clearcoat=0.3 * (1 - look.wear),
        bump=(-1.5e-5 * vein - 2e-5 * lines).astype(np.float32),
    )


def granite(look: Look) -> Material:
    """Granite: feldspar, quartz and mica grains of 2 to 6 mm. Tile 0.3 m."""
    rng, size = look.rng(202), SIDE
    near, second, owner = cells(size, (58, 58), rng, jitter=1.0)
    bend = 0.0022 * spectral(size, rng, low=30, high=120, slope=0.7)
    owner = shifted_ids(owner, bend, np.roll(bend, 77, 0))
    kind = rng.random(owner.max() + 1).astype(np.float32)[owner]
    patch = spectral(size, rng, low=2, slope=1.4)
    grain = spectral(size, rng, low=50, slope=0.3)
    mineral = np.clip(kind + 0.06 * patch, 0, 1)
    colour = ramp(mineral**1.1, "#34312f", "#625c57", "#7d756e", "#948c85", "#aba39b", "#c3bcb4")
    colour = over(
        colour, look.accent or "#a8877a", 0.55 * step(0.62, 0.66, mineral) * step(0.85, 0.8, mineral)
    )
    rust = stains(size, rng, look.wear)
    colour = over(shaded(colour, 1 + 0.05 * grain), "#6d5a45", 0.4 * rust)
    mica = step(0.12, 0.08, kind)
    relief = spectral(size, rng, low=6, slope=1.1)
    return Material(
        name="granite",
        base_colour=dyed(colour, look.colour),
        roughness=rough(0.55, 0.04 * grain - 0.25 * mica + 0.2 * rust + 0.1 * look.wear),
        bump=(2.5e-4 * relief + 1.2e-4 * kind - 1.5e-4 * step(0.15, 0, second - near)).astype(np.float32),
        uv_scale=1 / 0.3,
    )


def sandstone(look: Look) -> Material:
    """Bedded sandstone, layers across v. Tile 0.8 m."""
    rng, size = look.rng(203), SIDE
    bed = spectral(size, rng, low=3, high=90, slope=0.9, stretch=(14, 1))
    warp = spectral(size, rng, low=1.5, high=20, slope=1.6)
    layer = shifted(bed, warp * 0, 0.008 * warp)
    grain = spectral(size, rng, low=90, slope=0.1)
    pit = above(spectral(size, rng, low=30, high=160, slope=0.6), 0.03 + 0.06 * look.wear, 0.4)
    tone = uniform(0.8 * layer + 0.35 * warp)
    colour = ramp(tone, "#ae8961", "#b99269", "#c2a178", "#b88f68")
    colour = shaded(colour, (1 + 0.05 * grain) * (1 - 0.35 * pit) * (1 - 0.3 * stains(size, rng, look.wear)))
    return Material(
        name="sandstone",
        base_colour=dyed(colour, look.colour),
        roughness=rough(0.86, 0.04 * grain),
        bump=(5e-4 * layer + 1.6e-4 * grain - 1e-3 * pit).astype(np.float32),
        uv_scale=1 / 0.8,
    )


def slate(look: Look) -> Material:
    """Riven slate: cleavage steps, rust bloom. Tile 0.8 m."""
    rng, size = look.rng(204), SIDE
    relief = spectral(size, rng, low=2, high=120, slope=1.5, stretch=(1.6, 1.0))
    terraces = relief * 2.5
    cleave = np.floor(terraces) + step(0.75, 1.0, terraces - np.floor(terraces))
    fine = spectral(size, rng, low=20, slope=0.8, stretch=(2, 1))
    tone = uniform(0.6 * relief + 0.6 * fine)
    colour = ramp(tone, "#31363c", "#454b52", "#575c61")
    colour = over(colour, look.accent or "#6f5a41", 0.4 * stains(size, rng, 0.15 + 0.4 * look.wear))
    lines = scratches(size, rng, count=int(70 * look.wear), length=0.15)
    colour = shaded(colour, 1 + 0.55 * lines)
    return Material(
        name="slate",
        base_colour=dyed(colour, look.colour),
        roughness=rough(0.50, 0.07 * fine + 0.05 * smudges(size, rng) + 0.3 * lines),
        bump=(2.5e-4 * cleave + 1.6e-4 * fine).astype(np.float32),
        uv_scale=1 / 0.8,
    )


def mossy_rock(look: Look) -> Material:
    """Weathered rock under moss; wear spreads the moss. Tile 0.8 m."""
    rng, size = look.rng(205), SIDE
    relief = spectral(size, rng, low=3, slope=1.2)
    fine = spectral(size, rng, low=25, slope=0.7)
    cover = spectral(size, rng, low=2.5, slope=1.3) - 0.25 * relief
    moss = above(cover, 0.34 + 0.4 * look.wear, 0.5)
    tuft = uniform(spectral(size, rng, low=45, slope=0.3))
    rock = ramp(uniform(0.7 * relief + 0.5 * fine), "#3f3a34", "#6d665c", "#8d867a")
    lichen = above(spectral(size, rng, low=9, slope=1.0), 0.05, 0.2)
    rock = over(rock, "#a3a287", 0.6 * lichen)
    green = ramp(np.clip(0.5 * tuft + 0.5 * uniform(cover), 0, 1), "#232912", "#434c20", "#6e7038")
    green = dyed(green, look.accent) if look.accent else green
    return Material(
        name="mossy_rock",
        base_colour=dyed(over(rock, green, moss), look.colour),
        roughness=rough(0.85, 0.08 * moss - 0.05 * lichen),
        sheen=0.25,
        bump=(2.2e-3 * relief + 3e-4 * fine + moss * (2.5e-3 + 1.6e-3 * tuft)).astype(np.float32),
        uv_scale=1 / 0.8,
    )


def polished_stone(look: Look) -> Material:
    """Banded agate or jade, polished (accent: the bands). Tile 0.5 m or turn."""
    rng, size = look.rng(206), SIDE
    bend = spectral(size, rng, low=1.5, high=40, slope=1.8)
    field = spectral(size, rng, low=1.2, high=8, slope=1.8)
    bands = shifted(field, 0.02 * bend, 0.02 * np.roll(bend, 99, 0)) * 1.1
    turn = 0.5 + 0.5 * np.sin(bands * 5 + 0.5 * bend)
    cloud = uniform(spectral(size, rng, low=4, slope=1.4))
    colour = ramp(np.clip(0.55 * turn + 0.45 * cloud, 0, 1), "#1e4a38", "#3f7558", "#7fa588", "#cfd8c2")
    thread = np.exp(-np.abs(np.sin(bands * 2.5)) / 0.05)
    colour = over(colour, look.accent or "#dfe0cf", 0.5 * thread * cloud)
    lines = scratches(size, rng, count=int(60 * look.wear), length=0.1)
    return Material(
        name="polished_stone",
        base_colour=dyed(colour, look.colour),
        roughness=rough(0.09, 0.025 * smudges(size, rng) + 0.2 * lines),
        clearcoat=0.6,
        uv_scale=2.0,
    )


def concrete(look: Look) -> Material:
    """Cast concrete: blow holes, formwork cloud, hairline cracks, water stains. Tile 2 m."""
    rng, size = look.rng(207), BIG
    cloud = spectral(size, rng, low=1.5, high=80, slope=1.4)
    fine = spectral(size, rng, low=90, slope=0.3)
    near, _, owner = cells(size, (80, 80), rng)
    radius = (rng.random(owner.max() + 1).astype(np.float32) ** 10 * 0.26)[owner]
    hole = step(1.0, 0.75, near / np.maximum(radius, 0.012)) * step(0.05, 0.09, radius)
    run = stains(size, rng, look.wear)
    streak = above(spectral(size, rng, low=5, slope=1.2, stretch=(1, 12)), 0.05 + 0.3 * look.wear, 1.4)
    crack = scratches(size, rng, count=int(9 * look.wear), length=0.5) * look.wear
    tone = np.clip(0.5 + 0.16 * cloud + 0.07 * fine, 0, 1)
    colour = ramp(tone, "#77736c", "#98948c", "#b3afa6")
    dark = (1 - 0.25 * run) * (1 - 0.22 * streak * (0.3 + look.wear)) * (1 - 0.6 * hole) * (1 - 0.6 * crack)
    return Material(
        name="concrete",
        base_colour=dyed(shaded(colour, dark), look.colour),
        roughness=rough(0.78, 0.04 * fine + 0.05 * cloud - 0.12 * streak * look.wear),
        bump=(4e-4 * cloud + 1.6e-4 * fine - 2.5e-3 * hole - 8e-4 * crack).astype(np.float32),
        uv_scale=0.5,
    )


def plaster(look: Look) -> Material:
    """Cast or modelled plaster, faintly uneven; dust and chips with wear. Tile 0.6 m."""
    rng, size = look.rng(208), SIDE
    cloud = spectral(size, rng, low=2, slope=1.4)
    fine = spectral(size, rng, low=60, slope=0.4)
    pin = above(spectral(size, rng, low=60, high=200, slope=0.2), 0.01, 0.3)
    flaw = chips(size, rng, 0.8 * look.wear)
    colour = ramp(np.clip(0.6 + 0.13 * cloud + 0.05 * fine, 0, 1), "#c3b8a8", "#ddd5c8", "#e8e2d8")
    colour = shaded(colour, (1 - 0.25 * stains(size, rng, look.wear)) * (1 - 0.3 * pin) * (1 - 0.1 * flaw))
    return Material(
        name="plaster",
        base_colour=dyed(colour, look.colour),
        roughness=rough(0.86, 0.04 * fine),
        bump=(2e-4 * cloud + 6e-5 * fine - 4e-4 * pin - 8e-4 * flaw).astype(np.float32),
        uv_scale=1 / 0.6,
    )


def bone(look: Look) -> Material:
    """Bone or ivory: fine lines along v, brown in the hollows. Tile 0.3 m."""
    rng, size = look.rng(209), SIDE
    fibre = spectral(size, rng, low=25, slope=0.6, stretch=(1, 10))
    cloud = spectral(size, rng, low=2, slope=1.4)
    pit = above(
        spectral(size, rng, low=50, high=140, slope=0.3, stretch=(1, 2)), 0.02 + 0.04 * look.wear, 0.4
    )
    crack = scratches(size, rng, count=int(30 * look.wear), length=0.25, heading=np.pi / 2, spread=0.15)
    tone = np.clip(0.62 + 0.16 * cloud + 0.06 * fibre, 0, 1)
    colour = over(ramp(tone, "#a58a5c", "#d6c4a0", "#e6dbc3"), "#6b4f30", 0.5 * pit + 0.45 * crack)
    colour = over(colour, "#8a6c43", 0.5 * stains(size, rng, look.wear))
    return Material(
        name="bone",
        base_colour=dyed(colour, look.colour),
        roughness=rough(0.42, 0.05 * fibre + 0.07 * cloud + 0.2 * pit),
        bump=(4e-5 * fibre - 2.5e-4 * pit - 2e-4 * crack + 1.5e-4 * soft(cloud, 2)).astype(np.float32),
        uv_scale=1 / 0.3,
    )
