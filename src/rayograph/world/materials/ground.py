"""What the outdoor sets stand on. uv in metres; large patches keep a low contrast, so repeats do not show."""

import numpy as np

from rayograph.world.materials.look import Look, rough, stains
from rayograph.world.materials.pigment import dyed, over, ramp, shaded
from rayograph.world.materials.tile import above, cells, crease, soft, spectral, step, uniform
from rayograph.world.scene import Material

BIG = (1024, 1024)


def asphalt(look: Look) -> Material:
    """Worn asphalt: 5 to 10 mm aggregate in binder, oil, patched cracks. Tile 2 m."""
    rng, size = look.rng(801), (768, 768)
    near, _, owner = cells(size, (170, 170), rng, jitter=1.0)
    toss = rng.random((2, owner.max() + 1)).astype(np.float32)
    stone = step(0.55, 0.25, near) * (toss[0] > 0.35)[owner]
    shade = toss[1][owner]
    cloud = spectral(size, rng, low=2, slope=1.2)
    crack = crease(spectral(size, rng, low=1.5, high=60, slope=1.5), 1.6)
    crack = crack * above(np.roll(cloud, 300, 0), 0.5 * look.wear, 0.6)
    oil = stains(size, rng, look.wear)
    grit = ramp(np.clip(shade, 0, 1), "#46433f", "#6b675f", "#8f897e")
    binder = ramp(uniform(cloud), "#2b2a2a", "#3a3938")
    colour = shaded(over(binder, grit, 0.8 * stone), (1 + 0.04 * cloud) * (1 - 0.3 * oil) * (1 - 0.7 * crack))
    return Material(
        name="asphalt",
        base_colour=dyed(colour, look.colour),
        roughness=rough(0.78, 0.10 * stone - 0.18 * oil + 0.05 * cloud),
        bump=(1.4e-3 * stone + 6e-4 * soft(cloud, 2) - 5e-3 * crack).astype(np.float32),
        uv_scale=0.5,
    )


def cobbles(look: Look) -> Material:
    """Rounded setts of 100 mm in running rows, sand joints (accent). Tile 1.6 m: 16 by 16."""
    rng, size = look.rng(802), BIG
    count = 16
    wob_u = 0.0022 * spectral(size, rng, low=10, high=60, slope=0.8)
    wob_v = 0.0022 * spectral(size, rng, low=10, high=60, slope=0.8)
    v = (np.arange(size[0], dtype=np.float32)[:, None] + 0.5) / size[0] + wob_v
    row = np.floor(v * count)
    shift = 0.5 * (row % 2) + 0.15 * np.sin(row * 2.4)
    u = (np.arange(size[1], dtype=np.float32)[None] + 0.5) / size[1] + wob_u + shift / count
    column = np.floor(u * count)
    owner = ((row % count) * count + column % count).astype(int)
    x, y = u * count - column - 0.5, v * count - row - 0.5
    toss = rng.random((4, count * count)).astype(np.float32)
    wide, high = 0.475 - 0.05 * toss[2][owner], 0.475 - 0.05 * toss[3][owner]
    reach = (np.abs(x / wide) ** 3.2 + np.abs(y / high) ** 3.2) ** (1 / 3.2)
    stone = step(1.0, 0.90, reach)
    dome = np.sqrt(np.clip(1 - np.clip(reach, 0, 1) ** 2.6, 0, 1)) * stone
    fine = spectral(size, rng, low=60, slope=0.6)
    cloud = spectral(size, rng, low=2, slope=1.3)
    tone = np.clip(0.2 + 0.6 * toss[0][owner] + 0.10 * fine + 0.05 * cloud, 0, 1)
    face = ramp(tone, "#4a4745", "#6b6762", "#87817a", "#7d7168")
    joint = ramp(uniform(fine), "#2f2a24", "#554b3e")
    joint = dyed(joint, look.accent) if look.accent else joint
    moss = above(cloud, 0.1 + 0.4 * look.wear, 1.0) * (1 - stone)
    colour = over(over(joint, "#3c4420", 0.7 * moss), face, stone)
    colour = shaded(colour, (0.72 + 0.28 * dome) * (1 - 0.2 * stains(size, rng, look.wear)))
    return Material(
        name="cobbles",
        base_colour=dyed(colour, look.colour),
        roughness=rough(0.85, -0.25 * dome + 0.05 * fine),
        bump=(1.1e-2 * dome + 2.5e-3 * toss[1][owner] * stone + 4e-4 * fine).astype(np.float32),
        uv_scale=1 / 1.6,
    )


def meadow(look: Look) -> Material:
    """Soil and sward between the blades that the set plants. Tile 4 m."""
    rng, size = look.rng(803), BIG
    clump = spectral(size, rng, low=6, high=120, slope=0.9)
    blade = spectral(size, rng, low=110, slope=0.2, stretch=(1, 3)) + spectral(
        size, rng, low=110, slope=0.2, stretch=(3, 1)
    )
    broad = spectral(size, rng, low=3, high=20, slope=1.0)
    tone = uniform(0.6 * clump + 0.5 * blade)
    colour = ramp(tone, "#2e3417", "#4b5a25", "#6a7434", "#8d8a4a")
    straw = above(0.7 * clump + 0.5 * broad, 0.10 + 0.3 * look.wear, 1.2)
    colour = over(colour, look.accent or "#8f7f4c", 0.5 * straw)
    soil = above(-clump + 0.4 * broad, 0.06 + 0.2 * look.wear, 0.5)
    colour = over(colour, "#4a3b2a", 0.8 * soil)
    return Material(
        name="meadow",
        base_colour=dyed(colour, look.colour),
        roughness=rough(0.9, 0.03 * blade),
        specular=0.2,
        sheen=0.3,
        bump=(6e-3 * clump + 1.2e-3 * blade).astype(np.float32),
        uv_scale=0.25,
    )


def gravel(look: Look) -> Material:
    """Shingle: rounded stones of 10 to 30 mm on smaller ones. Tile 1.5 m."""
    rng, size = look.rng(804), BIG
    near, second, owner = cells(size, (60, 60), rng, jitter=1.0)
    small_near, small_second, small = cells(size, (150, 150), rng, jitter=1.0)
    toss = rng.random((2, owner.max() + 1)).astype(np.float32)
    size_ = toss[0][owner]
    big = step(0.03, 0.12, (second - near) - 0.25 * size_)
    dome = np.sqrt(np.clip((second - near) - 0.25 * size_, 0, 0.8) / 0.8) * big
    pebble = np.sqrt(np.clip(small_second - small_near, 0, 0.8) / 0.8)
    tone = np.where(big > 0.5, toss[1][owner], rng.random(small.max() + 1).astype(np.float32)[small])
    fine = spectral(size, rng, low=80, slope=0.4)
    colour = ramp(np.clip(tone + 0.07 * fine, 0, 1), "#5a544c", "#857c6f", "#a1978a", "#8b8583", "#b6aea2")
    height = np.maximum(0.4 * pebble, 0.35 + dome * (0.6 + 0.4 * size_) * big)
    colour = shaded(colour, 0.35 + 0.65 * step(0.0, 0.5, np.where(big > 0.5, dome, pebble)))
    colour = shaded(colour, 1 - 0.25 * stains(size, rng, look.wear))
    return Material(
        name="gravel",
        base_colour=dyed(colour, look.colour),
        roughness=rough(0.82, 0.05 * fine - 0.06 * tone),
        bump=(9e-3 * height + 2e-4 * fine).astype(np.float32),
        uv_scale=1 / 1.5,
    )
