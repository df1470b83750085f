"""Camp gear: hammock between posts, sleeping bag, gas stove, canteen, fishing rod on its rest."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import noise, shapes
from rayograph.world.cast.bent import around, bent
from rayograph.world.cast.finish import Generator, hue
from rayograph.world.cast.fitting import assemble, box, part, post, surface, trim, vary
from rayograph.world.cast.shaping import (
    beam,
    curve,
    hoop,
    loft,
    painted,
    placed,
    rod,
    slab,
    stretched,
    turned,
)
from rayograph.world.scene import Prop

Rng = np.random.Generator


def hammock(member: CastMember, rng: Rng) -> Prop:
    """A striped cloth hammock slung along X between two braced posts, gathered at its ends on cords."""
    reach, top, low = 1.42, 1.25, 0.42
    u, v = np.meshgrid(np.linspace(-1, 1, 121), np.linspace(-1, 1, 33))
    x = u * 1.08
    belly = 1 - u**2
    half = 0.05 + 0.40 * belly**0.55
    y = v * half
    z = (low + 0.42 * u**2 + 0.20 * v**2 * belly**0.8 + 0.010 * np.sin(9 * v) * np.abs(u) ** 3 + 0.006
        * np.sin(5 * u + 8 * v) * belly)  # fmt: skip
    cloth = slab(np.stack([x, y, z], -1), 0.004)
    first = np.array(from_hex(hue(member, rng) or "#b3402a"))
    second = np.array(from_hex(member.accent or "#efe6d0"))
    across = cloth.vertices[:, 1] / np.interp(cloth.vertices[:, 0] / 1.08, u[0], half[0])
    stripe = (np.floor((across + 1.02) * 5.5).astype(int) % 2 == 0)[:, None]
    cloth = painted(cloth, np.where(stripe, first, second))
    cords: list[Mesh] = []
    wood: list[Mesh] = []
    metal: list[Mesh] = []
    walls = [around(Mesh(vertices=cloth.vertices * [0.8, 0.8, 1] - [0, 0, 0.0], faces=cloth.faces))]
    for s in (-1, 1):
        ring = np.array([s * (reach - 0.14), 0, 1.10])
        for k in np.linspace(-1, 1, 13):
            cords.append(rod([(s * 1.075, k * 0.048, low + 0.42), ring], 0.0035, 6))
        metal.append(placed(hoop(0.022, 0.005), at=ring, turns=[("x", 90)]))
        metal.append(rod([ring + [s * 0.02, 0, 0], (s * (reach - 0.045), 0, 1.13)], 0.007, 8))
        wood.append(beam((s * reach, 0, 0), (s * reach, 0, top), 0.095, 0.095, radius=0.012, up=(0, 1, 0),
            rng=rng))  # fmt: skip
        wood.append(placed(turned([(0, 0), (0.05, 0), (0.045, 0.018), (0, 0.035)], 4), at=(s * reach, 0,
            top), turns=[("z", 45)]))  # fmt: skip
        wood.append(beam((s * (reach - 0.55), 0, 0.045), (s * (reach + 0.1), 0, 0.045), 0.09, 0.09,
            radius=0.012, rng=rng))  # fmt: skip
        wood.append(beam((s * reach, -0.55, 0.045), (s * reach, 0.55, 0.045), 0.09, 0.09, radius=0.012,
            rng=rng))  # fmt: skip
        for t in (-1, 1):
            wood.append(beam((s * reach, t * 0.45, 0.06), (s * reach, t * 0.02, 0.55), 0.06, 0.06,
                radius=0.008, up=(1, 0, 0), rng=rng))  # fmt: skip
        wood.append(beam((s * (reach - 0.48), 0, 0.06), (s * reach, 0, 0.55), 0.06, 0.06, radius=0.008,
            up=(0, 1, 0), rng=rng))  # fmt: skip
        walls += [box((s * reach, 0, top / 2), (0.1, 0.1, top)), box((s * reach, 0, 0.045), (0.1, 1.1, 0.09))]
    canvas = surface(member, rng, "canvas")
    parts = [part(replace(canvas, base_colour=(0.5, 0.5, 0.5)), cloth), part(trim(member, "pine"), *wood),
             part(trim(member, "linen", "#d8ccb0"), *cords), part(trim(member, "steel"), *metal)]  # fmt: skip
    return assemble(parts, walls, mass=42.0, friction=0.7, restitution=0.05)


def sleeping_bag(member: CastMember, rng: Rng) -> Prop:
    """A quilted mummy bag laid out along X, its hood open at -X, a zip along the near side."""
    t = np.linspace(0, 1, 150)
    ring = np.linspace(0, 2 * np.pi, 65)[:-1]
    half = np.interp(t, [0, 0.06, 0.2, 0.35, 0.7, 0.93, 0.985, 1.0], [0.20, 0.235, 0.33, 0.36, 0.30, 0.245,
        0.19, 0.02])  # fmt: skip
    quilt = np.abs(np.sin(np.pi * t * 15)) ** 0.55
    high = np.interp(t, [0, 0.2, 0.5, 0.9, 0.97, 1], [0.095, 0.105, 0.10, 0.105, 0.08, 0.01]) * (0.72 + 0.28
        * quilt)  # fmt: skip
    c, s = np.cos(ring), np.sin(ring)
    lumps = 0.005 * noise.fbm2(np.outer(t * 9, np.ones(64)), np.outer(np.ones(150), ring), octaves=2,
        seed=member.seed % 31)  # fmt: skip
    y = half[:, None] * np.sign(c) * np.abs(c) ** 0.75
    z = np.where(s > 0, high[:, None] * np.abs(s) ** 0.7, -0.028 * np.abs(s) ** 0.5) + lumps * (s > 0.1)
    bag = loft(np.stack([np.repeat((t * 1.95 - 0.75)[:, None], 64, 1), y, z + 0.03], 2), crease_deg=70)
    k = np.linspace(0, np.pi, 33)
    hood_rows = []
    for q in np.linspace(0, 1, 9):
        r = 0.20 + 0.055 * np.sin(np.pi * q * 0.9)
        hood_rows.append(np.stack([-0.76 - 0.27 * np.sin(k) * (0.25 + 0.75 * q), np.cos(k) * (r + 0.03)
            * 1.15, 0.02 + 0.15 * np.sin(k) * q**0.8 + 0.09 * q * (1 - np.sin(k))], 1))  # fmt: skip
    hood = slab(np.array(hood_rows), 0.03)
    lining = stretched(shapes.icosphere(4), (0.24, 0.235, 0.018), at=(-0.80, 0, 0.035))
    pillow = stretched(shapes.icosphere(4), (0.12, 0.17, 0.05), at=(-0.86, 0, 0.07))
    fold_rows = [np.stack([np.full(25, -0.73 + 0.17 * q - 0.0), np.linspace(-1, 1, 25) * np.interp(q, [0, 1],
        [0.225, 0.275]), 0.138 + 0.02 * np.sin(np.pi * q) - 0.07 * np.linspace(-1, 1, 25) ** 4], 1)
        for q in np.linspace(0, 1, 7)]  # fmt: skip
    fold = slab(np.transpose(np.array(fold_rows), (1, 0, 2)), 0.018)
    zip_ = rod(np.stack([t[12:135] * 1.95 - 0.75, -half[12:135] - 0.002, np.full(123, 0.034)], 1), 0.006, 6)
    outer = trim(member, "silk", hue(member, rng) or "#2f5d4a")
    warm = trim(member, "linen", member.accent or "#d98a2c")
    parts = [part(outer, bag, hood), part(warm, lining, fold), part(trim(member, "linen", "#e6e0d0"), pillow),
             part(trim(member, "steel"), zip_)]  # fmt: skip
    return assemble(parts, [around(bag), box((-0.88, 0, 0.05), (0.3, 0.44, 0.1))], mass=1.6, friction=0.8,
        restitution=0.02)  # fmt: skip


def camping_stove(member: CastMember, rng: Rng) -> Prop:
    """A gas burner on its cartridge with a lit ring under a small enamelled pot."""
    can = turned([(0, 0.004), (0.048, 0.0), (0.054, 0.006), (0.054, 0.058), (0.050, 0.074), (0.036, 0.090),
        (0.016, 0.095), (0.013, 0.10), (0, 0.10)], 48)  # fmt: skip
    stem = turned([(0, 0.098), (0.011, 0.098), (0.011, 0.135), (0.017, 0.138), (0.012, 0.145), (0.028,
        0.155), (0.030, 0.166), (0.026, 0.172), (0, 0.170)], 40)  # fmt: skip
    knob = [rod([(0, 0, 0.115), (0.052, 0, 0.115)], 0.003, 8), placed(turned([(0, 0), (0.011, 0), (0.012,
        0.004), (0.011, 0.008), (0, 0.008)], 6), at=(0.05, 0, 0.115), turns=[("y", 90)])]  # fmt: skip
    arms = []
    for k in range(3):
        a = 2 * np.pi * k / 3 + 0.5
        d = np.array([np.cos(a), np.sin(a), 0])
        arms.append(bent(curve([d * 0.012 + [0, 0, 0.14], d * 0.045 + [0, 0, 0.155], d * 0.075 + [0, 0,
            0.188], d * 0.055 + [0, 0, 0.190], d * 0.03 + [0, 0, 0.190]], 20), 0.003, 0.008,
            side=(-np.sin(a), np.cos(a), 0)))  # fmt: skip
    flame = [rod([(0.021 * np.cos(a), 0.021 * np.sin(a), 0.168), (0.027 * np.cos(a), 0.027 * np.sin(a),
        0.178), (0.033 * np.cos(a), 0.033 * np.sin(a), 0.190)], np.array([0.0028, 0.0034, 0.0006]), 8)
        for a in np.linspace(0, 2 * np.pi, 17)[:-1]]  # fmt: skip
    pot = turned([(0, 0.1935), (0.062, 0.1935), (0.070, 0.199), (0.072, 0.21), (0.072, 0.275), (0.075,
        0.278), (0.073, 0.281), (0.070, 0.277), (0.069, 0.21), (0.062, 0.2), (0, 0.199)], 56)  # fmt: skip
    lid = turned([(0, 0.279), (0.073, 0.279), (0.072, 0.284), (0.03, 0.293), (0, 0.294)], 48)
    knob2 = turned([(0, 0.293), (0.006, 0.294), (0.011, 0.303), (0.008, 0.309), (0, 0.31)], 24)
    handle = [bent(curve([(-0.071, s * 0.02, 0.255), (-0.11, s * 0.012, 0.258), (-0.165, 0.006 * s, 0.25)],
        16), 0.005, 0.008, side=(0, 1, 0)) for s in (-1, 1)]  # fmt: skip
    label = turned([(0.0541, 0.018), (0.0546, 0.02), (0.0546, 0.05), (0.0541, 0.052)], 48)
    steel = trim(member, "steel", wear=0.2)
    parts = [part(trim(member, "painted_metal", hue(member, rng) or "#2a5fa0"), can), part(steel, stem,
        knob[0], *arms, pot, lid), part(trim(member, "plastic", "#1c1d1f"), knob[1], knob2, *handle),
        part(trim(member, "paper", "#e9e4d6"), label), part(trim(member, "plastic", "#6fa8ff"), *flame,
        light="self")]  # fmt: skip
    walls = [post((0, 0, 0.09), 0.054, 0.18), post((0, 0, 0.25), 0.075, 0.12), around(*handle)]
    return assemble(parts, walls, mass=0.75, friction=0.6, restitution=0.1)


def canteen(member: CastMember, rng: Rng) -> Prop:
    """A round field canteen stood on its rim, face to -Y: felt cover, capped neck, strap."""
    r = 0.092 * vary(rng, 0.02)
    a = np.linspace(-np.pi / 2, np.pi / 2, 30)
    prof = np.stack([r * (0.72 + 0.28 * np.cos(a)) * np.where(np.abs(a) > 1.5, 0.99, 1), 0.032 * np.sin(a)],
        1)  # fmt: skip
    disc = placed(turned(np.concatenate([[(0, -0.034)], prof, [(0, 0.034)]]), 72), at=(0, 0, r), turns=[("x",
        90)])  # fmt: skip
    seam = [placed(hoop(r * 0.999, 0.0028), at=(0, 0, r), turns=[("x", 90)])]
    seam += [placed(hoop(r * 0.70, 0.0018), at=(0, y, r), turns=[("x", 90)]) for y in (-0.033, 0.033)]
    neck = turned([(0, 2 * r - 0.006), (0.026, 2 * r - 0.006), (0.020, 2 * r + 0.008), (0.018, 2 * r
        + 0.018), (0, 2 * r + 0.018)], 36)  # fmt: skip
    k = np.linspace(0, 2 * np.pi, 49)[:-1]
    rings = [np.stack([q * (1 + 0.03 * (np.cos(16 * k) > 0)) * np.cos(k), q * (1 + 0.03 * (np.cos(16
        * k) > 0)) * np.sin(k), np.full(48, z)], 1) for q, z in ((0.020, 0.0), (0.0215, 0.002), (0.0215,
        0.022), (0.019, 0.026))]  # fmt: skip
    cap = placed(loft(np.array(rings)), at=(0, 0, 2 * r + 0.014))
    chain = [placed(hoop(0.0042, 0.0011, segments=16), at=p, turns=[("y", 90.0 * (i % 2)), ("x", 70)]) for i,
        p in enumerate(curve([(0.021, 0, 2 * r + 0.028), (0.046, -0.005, 2 * r + 0.015), (0.05, -0.004, 2 * r
        - 0.016)], 10))]  # fmt: skip
    loops = [bent(curve([(s * r * 0.86, 0, r * 1.42), (s * r * 1.0, 0, r * 1.62), (s * r * 0.80, 0, r
        * 1.78)], 12), 0.028, 0.004, side=(0, 1, 0)) for s in (-1, 1)]  # fmt: skip
    strap = bent(curve([(-r * 0.98, 0, r * 1.60), (-r * 1.35, -0.01, r * 1.25), (-r * 1.5, -0.03, 0.03), (-r
        * 1.2, -0.06, 0.004), (0, -0.085, 0.003), (r * 1.2, -0.06, 0.004), (r * 1.5, -0.03, 0.03), (r * 1.35,
        -0.01, r * 1.25), (r * 0.98, 0, r * 1.60)], 80), 0.022, 0.003, side=(0, 1, 0.35))  # fmt: skip
    metal = trim(member, "steel", wear=0.3)
    parts = [part(trim(member, "felt", hue(member, rng) or "#5b5a3c"), disc), part(trim(member, "leather",
        "#4a2f1c"), *seam, *loops, strap), part(metal, neck, cap, *chain)]  # fmt: skip
    walls = [box((0, 0, r), (2 * r, 0.064, 2 * r)), post((0, 0, 2 * r + 0.02), 0.021, 0.04), box((0, -0.05,
        0.004), (2.4 * r, 0.09, 0.008))]  # fmt: skip
    return assemble(parts, walls, mass=1.1, friction=0.7, restitution=0.15)


def fishing_rod(member: CastMember, rng: Rng) -> Prop:
    """A fishing rod on a forked stick, tip up to +X: cork grip, spinning reel, rings, line with a float."""
    start, end = np.array([-1.05, 0, 0.10]), np.array([1.05, 0, 1.24])
    t = np.linspace(0, 1, 60)
    line = start + t[:, None] * (end - start) + np.stack([0 * t, 0 * t, -0.10 * t**3], 1)
    blank = rod(line, np.interp(t, [0, 1], [0.0125, 0.0045]), 12)
    way = (end - start) / np.linalg.norm(end - start)
    under = np.array([way[2], 0, -way[0]])
    cork = [rod([start + way * p, start + way * (p + 0.02), start + way * (q - 0.02), start + way * q],
        np.array([0.015, 0.019, 0.019, 0.015]), 18) for p, q in ((-0.03, 0.20), (0.33, 0.56))]  # fmt: skip
    seat = rod([start + way * 0.20, start + way * 0.33], np.array([0.0165, 0.0165]), 18)
    centre = start + way * 0.27 + under * 0.085
    stem = rod([start + way * 0.27 + under * 0.01, centre], np.array([0.011, 0.014]), 12)
    body = stretched(shapes.icosphere(3), (0.036, 0.022, 0.036), at=centre)
    lean = float(np.degrees(np.arctan2(way[0], way[2])))
    spool = placed(turned([(0, 0), (0.030, 0), (0.034, 0.006), (0.027, 0.010), (0.027, 0.040), (0.035,
        0.046), (0.030, 0.052), (0, 0.054)], 36), at=centre + way * 0.028, turns=[("y", lean)])  # fmt: skip
    crank = [rod([centre, centre + [0, -0.055, 0]], 0.005, 8), rod([centre + [0, -0.055, 0], centre + [0.02,
        -0.058, 0.05]], 0.0045, 8), rod([centre + [0.02, -0.056, 0.05], centre + [0.02, -0.09, 0.05]],
        np.array([0.009, 0.011]), 12)]  # fmt: skip
    rings, thread = [], [centre + way * 0.06 + under * -0.03]
    for share, size in ((0.34, 0.014), (0.5, 0.011), (0.66, 0.009), (0.8, 0.007), (0.91, 0.006), (0.99,
        0.005)):  # fmt: skip
        p = np.array([np.interp(share, t, line[:, i]) for i in range(3)]) + under * (size + 0.006)
        rings.append(placed(hoop(size, 0.0016, segments=24), at=p, turns=[("y", lean)]))
        rings.append(rod([p - under * size, p - under * (size + 0.008)], 0.0018, 6))
        thread.append(p)
    tip = thread[-1]
    thread += [tip + [0.03, 0, -0.10], tip + [0.035, 0, -0.40], tip + [0.035, 0, -0.62]]
    cast = rod(np.array(thread), 0.0020, 5)
    bob_at = tip + [0.035, 0, -0.66]
    bob = [placed(turned([(0, -0.035), (0.014, -0.026), (0.024, 0.0), (0.0235, 0.002)], 32), at=bob_at),
        placed(turned([(0.0235, 0.002), (0.015, 0.026), (0.004, 0.034), (0.003, 0.06), (0, 0.06)], 32),
        at=bob_at)]  # fmt: skip
    fork = np.array([np.interp(0.42, t, line[:, i]) for i in range(3)]) - [0, 0, 0.012]
    stick = [rod(curve([(fork[0] + 0.01, 0, 0), (fork[0] - 0.006, 0, fork[2] * 0.5), (fork[0], 0, fork[2]
        - 0.05)], 10), np.linspace(0.017, 0.014, 10), 10)]  # fmt: skip
    stick += [rod(curve([(fork[0], 0, fork[2] - 0.06), (fork[0], s * 0.035, fork[2] - 0.01), (fork[0], s
        * 0.05, fork[2] + 0.07)], 8), np.linspace(0.013, 0.009, 8), 10) for s in (-1, 1)]  # fmt: skip
    stick.append(rod(curve([(start[0] + 0.1, 0, 0), (start[0] + 0.1, 0, 0.08), (start[0] + 0.1, 0, 0.15)],
        6), 0.011, 8))  # fmt: skip
    dark = trim(member, "plastic", hue(member, rng) or "#23324a")
    steel = trim(member, "steel", wear=0.1)
    parts = [part(dark, blank, body), part(trim(member, "paper", "#b98a58"), *cork), part(steel, seat, stem,
        spool, *crank, *rings), part(trim(member, "plastic", "#e8e8e2"), cast, bob[0]), part(trim(member,
        "plastic", "#c8281e"), bob[1]), part(trim(member, "bark"), *stick)]  # fmt: skip
    return assemble(parts, [around(blank), around(*stick[:1]), around(body), around(*bob)], mass=1.2,
        friction=0.6, restitution=0.2)  # fmt: skip


CAMPING: dict[str, Generator] = {"hammock": hammock, "sleeping_bag": sleeping_bag,
    "camping_stove": camping_stove, "canteen": canteen, "fishing_rod": fishing_rod}  # fmt: skip
