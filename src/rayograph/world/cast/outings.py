"""What people take along or meet in the open: picnic blanket, cool box, football goal, hot-air balloon."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import noise
from rayograph.world.cast.finish import says
from rayograph.world.cast.fitting import assemble, ball, bounds, box, hull, part, post, surface, trim, vary
from rayograph.world.cast.shaping import curve, placed, rod, rounded, sheet, turned
from rayograph.world.scene import Material, Prop
from rayograph.world.shapes import grid_faces, rounded_box

Rng = np.random.Generator


def _gingham(first: np.ndarray, second: np.ndarray) -> Material:
    """Woven checks of 70 mm: where both colours cross they mix. uv in metres."""
    y, x = np.mgrid[0:256, 0:256] / 256
    across, along = (x % 0.5 < 0.25).astype(float), (y % 0.5 < 0.25).astype(float)
    share = ((across + along) / 2)[..., None]
    twill = 1 + 0.06 * np.sin(2 * np.pi * (x * 64 + y * 64))[..., None]
    picture = np.clip((first * share + second * (1 - share)) * twill, 0.004, 0.9)
    return Material(
        name="gingham",
        base_colour=picture.astype(np.float32),
        roughness=0.92,
        specular=0.2,
        sheen=0.4,
        uv_scale=1 / 0.28,
    )


def picnic_blanket(member: CastMember, rng: Rng) -> Prop:
    """A woollen blanket spread on the grass: checked unless said otherwise, softly waved, with a fringe."""
    wide, deep = 1.5 * vary(rng, 0.02), 1.2 * vary(rng, 0.02)
    colour = np.asarray(from_hex(member.colour or "#b3261e"))
    second = np.asarray(from_hex(member.accent or "#efe9da"))
    plain = says(member, "plain", "grey blanket", "wool blanket", "woollen blanket")
    cloth = trim(member, "linen", member.colour or "#b3261e") if plain else _gingham(colour, second)
    u, v = np.meshgrid(np.linspace(-1, 1, 91), np.linspace(-1, 1, 73))
    seed = member.seed % 71
    wave = noise.fbm2(u * 2.2, v * 1.8, octaves=3, seed=seed)
    rim = np.clip(np.maximum(np.abs(u), np.abs(v)) - 0.72, 0, 1) / 0.28
    z = 0.0135 + 0.003 * wave * (0.6 + rim) + 0.004 * rim * np.sin(9 * u + 7 * v + seed)
    x = u * wide / 2 * (1 + 0.02 * np.sin(4 * v + seed))
    y = v * deep / 2 * (1 + 0.025 * np.sin(3 * u + seed))
    top = sheet(np.stack([x, y, np.clip(z, 0.004, 0.0185)], -1), crease_deg=80)
    fringe = []
    for s in (-1, 1):
        for k in np.linspace(-0.98, 0.98, 60):
            row = int((k + 1) / 2 * 72)
            edge = np.array([x[row, 0 if s < 0 else -1], y[row, 0], max(z[row, 0 if s < 0 else -1], 0.004)])
            fringe.append(rod([edge, edge + [s * 0.035, float(rng.normal(0, 0.006)), -0.002]], 0.0025, 4))
    parts = [part(cloth, top), part(trim(member, "linen", "#e6dcc4"), *fringe)]
    low, high = bounds(parts)
    walls = [box((low + high) / 2, high - low)]
    return assemble(parts, walls, mass=1.4, friction=0.9, restitution=0.02)


def cool_box(member: CastMember, rng: Rng) -> Prop:
    """A picnic cooler: moulded tub with a band, white lid, hinged carrying handle, drain plug."""
    body = surface(member, rng)
    wide, deep, tall = 0.52 * vary(rng, 0.02), 0.34, 0.36
    tub = placed(rounded_box((wide, deep, tall * 0.78), 0.035, 6), at=(0, 0, tall * 0.39))
    band = placed(rounded_box((wide + 0.012, deep + 0.012, 0.035), 0.012, 4), at=(0, 0, tall * 0.74))
    lid = placed(rounded_box((wide + 0.024, deep + 0.024, tall * 0.2), 0.028, 6), at=(0, 0, tall * 0.86))
    inset = placed(rounded_box((wide * 0.8, deep * 0.7, 0.02), 0.009, 4), at=(0, 0, tall * 0.955))
    s = wide / 2 + 0.02
    grip = rod(
        curve(
            [
                (-s, 0, tall * 0.72),
                (-s - 0.005, -0.09, tall * 0.95),
                (-s * 0.86, -0.13, tall * 1.02),
                (0, -0.135, tall * 1.03),
                (s * 0.86, -0.13, tall * 1.02),
                (s + 0.005, -0.09, tall * 0.95),
                (s, 0, tall * 0.72),
            ],
            40,
        ),
        0.011,
        10,
    )
    pivots = [
        placed(
            turned([(0, 0), (0.022, 0), (0.02, 0.012), (0, 0.014)], 18),
            at=(k * (s - 0.012), 0, tall * 0.72),
            turns=[("y", 90 * k)],
        )
        for k in (-1, 1)
    ]
    plug = placed(
        turned([(0, 0), (0.02, 0), (0.018, 0.014), (0, 0.016)], 18),
        at=(wide * 0.38, -deep / 2, 0.05),
        turns=[("x", 90)],
    )
    latch = placed(rounded_box((0.07, 0.016, 0.06), 0.006, 3), at=(0, -deep / 2 - 0.01, tall * 0.74))
    white = trim(member, "plastic", member.accent or "#eceae4")
    parts = [
        part(body, tub, *pivots),
        part(white, band, lid, inset, plug),
        part(trim(member, "plastic", "#c9c6bf"), grip, latch),
    ]
    walls = [box((0, 0, tall * 0.48), (wide + 0.02, deep + 0.02, tall * 0.96))]
    return assemble(parts, walls, mass=4.5, friction=0.6, restitution=0.2)


def _net(x: float, deep: float, tall: float) -> list[Mesh]:
    """The cords of a net between posts at ±x [m]: back and both sides, sagging a little."""
    side = np.array([(0.03, tall), (0.45, tall - 0.05), (0.64, tall - 0.2), (deep - 0.02, 0.04)])
    along = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(side, axis=0), axis=1))])
    cords: list[Mesh] = []
    run = np.linspace(0, along[-1], 22)
    back = np.stack([np.interp(run, along, side[:, k]) for k in (0, 1)], 1)
    for k in np.linspace(-1, 1, 31):
        sag = 0.06 * (1 - k * k) * np.sin(np.pi * run / along[-1])
        cords.append(
            rod(np.stack([np.full(22, k * x), back[:, 0] + sag, back[:, 1] - 0.3 * sag], 1), 0.0045, 5)
        )
    k = np.linspace(-1, 1, 24)
    for row in range(1, 22):
        sag = 0.06 * (1 - k * k) * np.sin(np.pi * row / 21)
        cords.append(rod(np.stack([k * x, back[row, 0] + sag, back[row, 1] - 0.3 * sag], 1), 0.0045, 5))
    for s in (-1, 1):
        for z in np.arange(0.12, tall - 0.05, 0.125):
            reach = float(np.interp(z, back[::-1, 1], back[::-1, 0]))
            cords.append(rod([(s * x, 0.03, z), (s * x, reach, z - 0.01)], 0.0045, 5))
        for y in np.arange(0.125, deep, 0.125):
            high = float(np.interp(y, back[:, 0], back[:, 1]))
            cords.append(rod([(s * x, y, 0.03), (s * x, y, high)], 0.0045, 5))
    return cords


def goal(member: CastMember, rng: Rng) -> Prop:
    """A football goal as on village greens: white posts and bar, stays, a net that sags."""
    wide, deep, tall = 3.6, 1.15, 1.85
    x = wide / 2
    front = np.array(
        [
            (-x, 0, 0),
            (-x, 0, tall - 0.03),
            (-x + 0.03, 0, tall),
            (x - 0.03, 0, tall),
            (x, 0, tall - 0.03),
            (x, 0, 0),
        ]
    )
    frame = [rod(front, 0.05, 16)]
    for s in (-1, 1):
        frame.append(
            rod(
                curve(
                    [
                        (s * x, 0.03, tall - 0.02),
                        (s * x, 0.45, tall - 0.03),
                        (s * x, 0.62, tall - 0.15),
                        (s * x, deep, 0.03),
                    ],
                    20,
                ),
                0.022,
                10,
            )
        )
        frame.append(rod([(s * x, 0, 0.03), (s * x, deep, 0.03)], 0.022, 10))
    frame.append(rod([(-x, deep, 0.03), (x, deep, 0.03)], 0.022, 10))
    cords = _net(x, deep, tall)
    parts = [part(surface(member, rng), *frame), part(trim(member, "linen", "#e9e6de"), *cords)]
    walls = [post((s * x, 0, tall / 2), 0.05, tall) for s in (-1, 1)]
    walls += [
        post((0, 0, tall), 0.05, wide, ("y", 90)),
        box((0, deep * 0.82, tall * 0.42), (wide, 0.05, tall * 0.95), ("x", 15.0)),
    ]
    return assemble(parts, walls, mass=60.0, friction=0.7, restitution=0.15)


def _envelope(first: np.ndarray, second: np.ndarray, radius: float) -> tuple[Mesh, np.ndarray]:
    """The gored skin of a balloon in stripes of two colours, and its lattice of points."""
    gores, tall = 16, 18.5
    t = np.linspace(0, 1, 60)
    # From the mouth up: a cone that swells into a dome.
    height = 3.4 + (tall - 3.4) * t
    shape = np.interp(
        t,
        [0, 0.08, 0.22, 0.38, 0.52, 0.64, 0.76, 0.87, 0.95, 0.985, 1.0],
        [0.17, 0.30, 0.58, 0.83, 0.97, 1.0, 0.94, 0.76, 0.49, 0.27, 0.0],
    )
    shape = np.convolve(np.pad(shape, 3, mode="edge"), np.ones(7) / 7, mode="valid")
    shape[0], shape[-1] = 0.17, 0.004
    a = np.linspace(0, 2 * np.pi, gores * 12 + 1)
    bulge = 1 + 0.028 * np.abs(np.sin(a * gores / 2))
    grid = np.stack(
        [
            np.cos(a)[None] * bulge * shape[:, None] * radius,
            np.sin(a)[None] * bulge * shape[:, None] * radius,
            np.broadcast_to(height[:, None], (60, len(a))),
        ],
        -1,
    )
    stripe = (np.floor(a / (2 * np.pi) * gores + 1e-6) % 2).astype(int)
    colour = np.where(stripe[None, :, None] > 0, first, second) * np.ones((60, 1, 1))
    colour[22:26] = first * 0.8
    skin = Mesh(vertices=grid.reshape(-1, 3), faces=grid_faces(len(a), 60), colour=colour.reshape(-1, 3))
    skin = rounded(replace(skin, uv=np.stack([grid[..., 0], grid[..., 2]], -1).reshape(-1, 2)))
    return skin, grid


def hot_air_balloon(member: CastMember, rng: Rng) -> Prop:
    """A hot-air balloon: gored envelope in stripes of two colours, skirt, ropes, burner and wicker basket."""
    first = np.asarray(from_hex(member.colour or "#b3261e"))
    own = ("#f0e8d6", "#e8b93a", "#2f5d8a")[member.seed % 3]
    second = np.asarray(from_hex(member.accent or own))
    radius = 6.0
    skin, grid = _envelope(first, second, radius)
    cloth = replace(trim(member, "silk", "#ffffff"), kind="thin", transmission=0.22, bump=None)
    basket = [placed(rounded_box((1.3, 1.1, 1.05), 0.08, 6), at=(0, 0, 0.53))]
    rim = [placed(rounded_box((1.38, 1.18, 0.12), 0.05, 5), at=(0, 0, 1.08))]
    ropes = [
        rod([(sx * 0.6, sy * 0.5, 1.1), (np.cos(k) * 1.02, np.sin(k) * 1.02, 3.45)], 0.018, 6)
        for sx, sy, k in ((1, 1, 0.7), (-1, 1, 2.44), (-1, -1, 3.84), (1, -1, 5.58))
    ]
    burner = [
        placed(
            turned([(0, 0), (0.2, 0), (0.22, 0.06), (0.14, 0.3), (0.18, 0.42), (0, 0.42)], 24), at=(0, 0, 1.9)
        ),
        *[
            rod([(sx * 0.55, sy * 0.45, 1.1), (sx * 0.15, sy * 0.15, 1.95)], 0.025, 8)
            for sx in (-1, 1)
            for sy in (-1, 1)
        ],
    ]
    parts = [
        part(cloth, skin),
        part(trim(member, "wicker"), *basket),
        part(trim(member, "leather", "#4a2e1c"), *rim),
        part(trim(member, "linen", "#4c463c"), *ropes),
        part(trim(member, "steel"), *burner),
    ]
    walls = [
        box((0, 0, 0.55), (1.3, 1.1, 1.1)),
        ball((0, 0, 12.4), radius * 0.97),
        hull(grid[::8, ::12].reshape(-1, 3)),
    ]
    return assemble(parts, walls, mass=420.0, friction=0.6, restitution=0.1)
