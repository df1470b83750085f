"""Treasure and theatre: candelabra, crown, pearl necklace, padlock, safe, sword."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.core.plan import CastMember
from rayograph.world.cast.finish import Generator, says
from rayograph.world.cast.fitting import assemble, box, hue, part, post, surface, trim
from rayograph.world.cast.lamps import flame
from rayograph.world.cast.lattice import spheroid
from rayograph.world.cast.makings import cut, disc, hugged, pillowed, shaped, slab_box, smooth_spun, spun
from rayograph.world.cast.shaping import beam, creased, curve, hoop, loft, placed, rod
from rayograph.world.noise import fbm3
from rayograph.world.scene import Part, Prop

Rng = np.random.Generator


def candelabra(member: CastMember, rng: Rng) -> Prop:
    """A five-light candelabra: turned stem on a stepped foot, four S-shaped arms, burning tapers."""
    metal = replace(surface(member, rng), roughness=0.16)
    stem = smooth_spun([(0, 0.0), (0.075, 0.0), (0.078, 0.006), (0.060, 0.016), (0.028, 0.030),
        (0.014, 0.055), (0.022, 0.075), (0.010, 0.095),
        (0.009, 0.17), (0.020, 0.19), (0.009, 0.21), (0.008, 0.27), (0.014, 0.285), (0, 0.286)],
            64, 120)  # fmt: skip
    tops = [np.array([0, 0, 0.288])]
    arms: list[Mesh] = [stem]
    for a in np.deg2rad([-22, 158, 68, 248]):
        out, up = np.array([np.cos(a), np.sin(a), 0]), np.array([0, 0, 1.0])
        far = 0.135
        arms.append(rod(curve([out * 0.008 + up * 0.185, out * 0.04 + up * 0.165, out * 0.09 + up * 0.160,
            out * far * 0.97 + up * 0.195,
            out * far + up * 0.245], 36), 0.0052, 14))  # fmt: skip
        arms.append(
            rod(
                curve(
                    [
                        out * 0.010 + up * 0.200,
                        out * 0.035 + up * 0.215,
                        out * 0.050 + up * 0.195,
                        out * 0.038 + up * 0.180,
                    ],
                    24,
                ),
                0.0034,
                10,
            )
        )
        tops.append(out * far + up * 0.245)
    wax, flames, wicks = [], [], []
    for at in tops:
        arms.append(placed(spun([(0, -0.012), (0.006, -0.012), (0.010, -0.002), (0.026, 0.002),
            (0.027, 0.005), (0.012, 0.005), (0.012, 0.022),
            (0.0135, 0.024), (0, 0.024)], 40, radius=0.001), at=at))  # fmt: skip
        tall = 0.130 * float(rng.uniform(0.85, 1.0))
        wax.append(
            placed(
                spun(
                    [(0, 0.018), (0.0105, 0.018), (0.0098, tall), (0.006, tall + 0.003), (0, tall + 0.001)],
                    32,
                    radius=0.002,
                ),
                at=at,
            )
        )
        wicks.append(rod([at + [0, 0, tall], at + [0.001, 0, tall + 0.009]], 0.0008, 6))
        flames.append(placed(flame(0.030, rng), at=at + [0, 0, tall + 0.005]))
    candle = replace(trim(member, "wax", member.accent or "#f1e8d3"), roughness=0.5)
    parts = [part(metal, *arms), part(candle, *wax), part(trim(member, "plastic", "#141210"), *wicks),
             part(trim(member, "wax", "#ffd9a0"), *flames, light="self")]  # fmt: skip
    walls = [
        post((0, 0, 0.010), 0.077, 0.020),
        post((0, 0, 0.15), 0.02, 0.28),
        post((0, 0, 0.20), 0.14, 0.09),
        post((0, 0, 0.33), 0.15, 0.17),
    ]
    return assemble(parts, walls, mass=2.4, friction=0.6, restitution=0.1)


def _points(r: float) -> tuple[list[Mesh], list[Mesh], tuple[list[Mesh], ...]]:
    """The points round a circlet of radius `r` [m], a pearl on each, and the stones below them by colour."""
    points: list[Mesh] = []
    pearls: list[Mesh] = []
    gems: tuple[list[Mesh], ...] = ([], [], [])
    for k in range(16):
        a = 2 * np.pi * k / 16
        turn = [("z", float(np.rad2deg(a)) + 90)]
        tall = 0.060 if k % 2 == 0 else 0.030
        leaf = np.array(
            [
                (-0.015, 0.0),
                (0.015, 0.0),
                (0.006, tall * 0.5),
                (0.014, tall * 0.72),
                (0.0, tall),
                (-0.014, tall * 0.72),
                (-0.006, tall * 0.5),
            ]
        )
        points.append(
            cut(
                shaped([tuple(p) for p in leaf], 0.004),
                0.0034,
                (r * np.cos(a), r * np.sin(a), 0.052),
                bevel=0.001,
                turns=turn,
            )
        )
        pearls.append(
            placed(spheroid((0.0058,) * 3, 16, 24), at=(r * np.cos(a), r * np.sin(a), 0.054 + tall + 0.004))
        )
        gem = placed(spheroid((0.0078, 0.0052, 0.0098) if k % 2 == 0 else (0.0058, 0.004, 0.0058), 8, 10),
            turns=turn,
                     at=((r + 0.002) * np.cos(a), (r + 0.002) * np.sin(a), 0.038))  # fmt: skip
        gems[0 if k % 4 == 0 else 1 if k % 4 == 2 else 2].append(gem)
    return points, pearls, gems


def _arches(r: float) -> tuple[list[Mesh], list[Mesh]]:
    """The four half arches over a crown, and the pearls along them."""
    arches: list[Mesh] = []
    pearls: list[Mesh] = []
    for k in range(4):
        a = np.pi / 2 * k
        out = np.array([np.cos(a), np.sin(a), 0])
        arches.append(
            rod(
                curve(
                    [
                        out * r + [0, 0, 0.09],
                        out * r * 0.94 + [0, 0, 0.128],
                        out * r * 0.55 + [0, 0, 0.150],
                        out * 0.004 + [0, 0, 0.140],
                    ],
                    30,
                ),
                0.0042,
                12,
            )
        )
        pearls += [
            placed(
                spheroid((0.004,) * 3, 12, 18),
                at=curve([out * r * 0.97 + [0, 0, 0.118], out * r * 0.62 + [0, 0, 0.153]], 4)[j],
            )
            for j in range(4)
        ]
    return arches, pearls


def crown(member: CastMember, rng: Rng) -> Prop:
    """A royal crown: jewelled gold circlet, points with pearls, arches over a velvet cap, ermine below."""
    gold = replace(surface(member, rng), roughness=0.16)
    r = 0.088
    metal = [spun([(r - 0.003, 0.020), (r, 0.020), (r + 0.0015, 0.026), (r + 0.0015, 0.050), (r, 0.056),
        (r - 0.003, 0.056), (r - 0.003, 0.020)], 96,
                  radius=0.001)]  # fmt: skip
    metal += [placed(hoop(r + 0.001, 0.0026, segments=96), at=(0, 0, z)) for z in (0.024, 0.054)]
    points, pearls, gems = _points(r)
    metal += points
    arches, more = _arches(r)
    metal, pearls = metal + arches, pearls + more
    orb = [placed(spheroid((0.012,) * 3, 24, 36), at=(0, 0, 0.153)), beam((0, 0, 0.163), (0, 0, 0.190),
        0.006, 0.005, radius=0.001, up=(0, 1, 0)),
        beam((-0.010, 0, 0.180), (0.010, 0, 0.180), 0.005, 0.006, radius=0.001)]  # fmt: skip
    cap = smooth_spun(
        [(0, 0.03), (r - 0.006, 0.03), (r - 0.004, 0.075), (r * 0.86, 0.112), (r * 0.45, 0.128), (0, 0.122)],
        80,
        50,
    )
    fur = placed(hoop(r + 0.001, 0.013, tall=0.0125, segments=96), at=(0, 0, 0.0125))
    spots = [slab_box((0.004, 0.003, 0.009), ((r + 0.0135) * np.cos(a), (r + 0.0135) * np.sin(a), 0.013),
        0.0014, [("z", float(np.rad2deg(a)) + 90)])
             for a in np.arange(18) * 2 * np.pi / 18]  # fmt: skip
    stones = [
        replace(trim(member, "plastic", c), roughness=0.03, clearcoat=1.0)
        for c in ("#a00a1c", "#0c3f9a", "#0a6b3a")
    ]
    parts = [part(gold, *metal, *orb), part(replace(trim(member, "plastic", "#f3ece0"),
        roughness=0.12, clearcoat=1.0), *pearls),
        part(trim(member, "velvet", member.accent or "#7a1024"), cap), part(trim(member, "felt", "#f2eee4"),
            fur),
        part(trim(member, "felt", "#1a1718"), *spots), *[part(s, *g) for s, g in zip(stones, gems,
            strict=True)]]  # fmt: skip
    return assemble(
        parts,
        [post((0, 0, 0.06), r + 0.012, 0.12), post((0, 0, 0.15), 0.06, 0.08)],
        mass=1.2,
        friction=0.6,
        restitution=0.15,
    )


def necklace(member: CastMember, rng: Rng) -> Prop:
    """A pearl necklace with a pendant on a black velvet bust."""
    bust = pillowed([(0.0, 0.12, 0.10, 0), (0.012, 0.13, 0.11, 0), (0.05, 0.19, 0.105, 0.0),
        (0.13, 0.215, 0.095, -0.004), (0.165, 0.17, 0.085, -0.010),
        (0.185, 0.105, 0.075, -0.016), (0.215, 0.080, 0.070, -0.020), (0.262, 0.078, 0.068, -0.022),
            (0.268, 0.06, 0.05, -0.022)], 0.06, steps=80)  # fmt: skip
    beads, gold = [], []
    path = curve([(-0.045, 0.004, 0.212), (-0.058, -0.022, 0.190), (-0.058, -0.044, 0.160),
        (-0.035, -0.056, 0.118), (0, -0.060, 0.100), (0.035, -0.056, 0.118),
        (0.058, -0.044, 0.160), (0.058, -0.022, 0.190), (0.045, 0.004, 0.212)], 400)  # fmt: skip
    arc = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    for s in np.arange(0.006, arc[-1], 0.0112):
        at = np.array([np.interp(s, arc, path[:, k]) for k in range(3)])
        size = 0.0046 + 0.0012 * np.sin(np.pi * s / arc[-1])
        beads.append(placed(spheroid((size,) * 3, 20, 28), at=at))
    gold.append(placed(hoop(0.0115, 0.0022, segments=40), at=(0, -0.062, 0.079), turns=[("x", 90)]))
    gem = placed(spheroid((0.0105, 0.005, 0.0125), 10, 12), at=(0, -0.063, 0.079))
    shine = replace(
        trim(member, member.material or "plastic", member.colour or "#f3ece0"),
        roughness=0.10,
        clearcoat=1.0,
        bump=None,
    )
    stone = replace(trim(member, "plastic", member.accent or "#0c4f8a"), roughness=0.03, clearcoat=1.0)
    parts = [
        part(trim(member, "velvet", "#17161a"), bust),
        part(shine, *beads),
        part(trim(member, "gold"), *gold),
        part(stone, gem),
    ]
    return hugged(parts, mass=0.8, slabs=3, friction=0.8, restitution=0.05)


def padlock(member: CastMember, rng: Rng) -> Prop:
    """A brass padlock standing: rounded body with a keyhole plate, thick steel shackle."""
    brass = replace(surface(member, rng), roughness=0.22)
    body = cut(
        shaped([(-0.026, 0.0), (0.026, 0.0), (0.026, 0.044), (-0.026, 0.044)], 0.007),
        0.022,
        (0, 0, 0),
        bevel=0.003,
    )
    ridges = [slab_box((0.050, 0.0232, 0.0012), (0, 0, z), 0.0005) for z in (0.0055, 0.0385)]
    shackle = rod(curve([(-0.0165, 0, 0.040), (-0.0165, 0, 0.062), (-0.0115, 0, 0.074), (0, 0, 0.079),
        (0.0115, 0, 0.074), (0.0165, 0, 0.062),
        (0.0165, 0, 0.040)], 60), 0.0044, 18)  # fmt: skip
    plate = disc(0.0085, 0.0236, (0, 0, 0.020), [("x", 90)])
    hole = [
        disc(0.0030, 0.0242, (0, 0, 0.0225), [("x", 90)], segments=20),
        slab_box((0.0026, 0.0242, 0.0085), (0, 0, 0.0175), 0.0004),
    ]
    parts = [part(brass, body, *ridges), part(trim(member, "chrome"), shackle), part(trim(member, "steel"),
        plate),
             part(trim(member, "plastic", "#0c0c0d"), *hole)]  # fmt: skip
    return hugged(parts, mass=0.28, slabs=2, friction=0.5, restitution=0.2)


def safe(member: CastMember, rng: Rng) -> Prop:
    """A strongbox on feet: thick door with raised edge, brass combination dial, spoked wheel, big hinges."""
    paint = replace(trim(member, member.material or "painted_metal", hue(member, rng)), roughness=0.35)
    body = slab_box((0.40, 0.38, 0.46), (0, 0.01, 0.255), 0.012)
    door = [
        slab_box((0.335, 0.024, 0.395), (0.0, -0.186, 0.255), 0.008),
        slab_box((0.270, 0.014, 0.33), (0, -0.199, 0.255), 0.005),
    ]
    trim_line = [rod(np.array([(x, -0.2062, z) for x, z in ((-0.12, 0.105), (0.12, 0.105), (0.12, 0.405),
        (-0.12, 0.405), (-0.12, 0.105))])[i : i + 2], 0.0026, 8)
                 for i in range(4)]  # fmt: skip
    dial = [
        disc(0.040, 0.022, (0.040, -0.213, 0.305), [("x", 90)], edge=0.004),
        disc(0.024, 0.042, (0.040, -0.220, 0.305), [("x", 90)], edge=0.005),
    ]
    ticks = [slab_box((0.0022, 0.002, 0.008), (0.040 + 0.0335 * np.sin(a),
        -0.2245, 0.305 + 0.0335 * np.cos(a)), 0.0004, [("y", float(np.rad2deg(a)))])
             for a in np.arange(24) * 2 * np.pi / 24]  # fmt: skip
    wheel = [
        placed(hoop(0.052, 0.0065, segments=56), at=(0.040, -0.245, 0.175), turns=[("x", 90)]),
        disc(0.016, 0.055, (0.040, -0.228, 0.175), [("x", 90)]),
    ]
    wheel += [
        rod(
            [(0.040, -0.245, 0.175), (0.040 + 0.070 * np.sin(a), -0.245, 0.175 + 0.070 * np.cos(a))],
            0.005,
            12,
        )
        for a in np.arange(5) * 2 * np.pi / 5
    ]
    hinges = [
        rod([(-0.180, -0.190, z - 0.035), (-0.180, -0.190, z + 0.035)], 0.012, 20) for z in (0.13, 0.38)
    ]
    feet = [disc(0.028, 0.026, (x, y, 0.013), edge=0.004) for x in (-0.15, 0.15) for y in (-0.13, 0.15)]
    brass = replace(trim(member, "brass"), roughness=0.2)
    parts = [part(paint, body, *door), part(brass, *dial, *trim_line), part(trim(member, "steel"),
        *wheel, *hinges),
             part(trim(member, "plastic", "#141416"), *ticks, *feet)]  # fmt: skip
    walls = [box((0, 0.0, 0.2425), (0.40, 0.40, 0.485)), box((0.04, -0.22, 0.22), (0.13, 0.06, 0.22))]
    return assemble(parts, walls, mass=60.0, friction=0.7, restitution=0.05)


def sword(member: CastMember, rng: Rng) -> Prop:
    """A knight's sword: blade, cross guard, leather grip, disc pommel; in a stone where the words say so."""
    steel = replace(trim(member, member.material or "steel", member.colour), roughness=0.12)
    low, guard = 0.12, 0.62
    levels = [(low, 0.021), (0.3, 0.0225), (guard, 0.025)]
    ring = np.array([(-1, 0), (-0.55, -0.15), (-0.16, -0.15), (0, -0.07), (0.16, -0.15), (0.55, -0.15),
        (1, 0), (0.55, 0.15), (0.16, 0.15), (0, 0.07),
        (-0.16, 0.15), (-0.55, 0.15)])  # fmt: skip
    blade = loft(np.array([np.insert(ring * w, 2, z, axis=1) for z, w in levels]), crease_deg=12)
    brass = replace(
        trim(member, "brass" if not member.accent else "painted_metal", member.accent), roughness=0.2
    )
    cross = [rod(curve([(-0.105, 0, guard - 0.008), (-0.06, 0, guard + 0.002), (0, 0, guard + 0.006),
        (0.06, 0, guard + 0.002), (0.105, 0, guard - 0.008)], 40),
        np.interp(np.linspace(-1, 1, 40), [-1, -0.9, 0, 0.9, 1], [0.009, 0.0072, 0.0095, 0.0072, 0.009]), 18),
        disc(0.026, 0.018, (0, 0, guard + 0.150), [("x", 90)], edge=0.005),
            disc(0.012, 0.022, (0, 0, guard + 0.150), [("x", 90)])]  # fmt: skip
    z = np.linspace(guard + 0.010, guard + 0.128, 60)
    grip = rod(
        np.stack([0 * z, 0 * z, z], 1),
        0.0125
        + 0.0014 * np.abs(np.sin(np.linspace(0, 11 * np.pi, 60)))
        + 0.002 * np.sin(np.linspace(0, np.pi, 60)),
        22,
    )
    if not says(member, "stone", "rock", "excalibur"):
        return _bare_sword(member, [part(steel, blade), part(brass, *cross), part(trim(member,
            "leather", "#4a2416"), grip)])  # fmt: skip
    rock = spheroid((0.15, 0.12, 0.10), 40, 60, (0, 0, 0.06))
    p = rock.vertices
    rough = 1 + 0.28 * fbm3(p * 9, octaves=4, seed=member.seed)
    p = (p - [0, 0, 0.06]) * rough[:, None] + [0, 0, 0.06]
    p[:, 2] = np.clip(p[:, 2], 0.0, 0.142)
    stone = creased(replace(rock, vertices=p, normals=None), 30)
    parts = [
        part(steel, blade),
        part(brass, *cross),
        part(trim(member, "leather", "#4a2416"), grip),
        part(trim(member, "granite"), stone),
    ]
    walls = [
        box((0, 0, 0.065), (0.25, 0.2, 0.13)),
        box((0, 0, 0.40), (0.045, 0.010, 0.56)),
        box((0, 0, guard), (0.22, 0.02, 0.02)),
        post((0, 0, 0.71), 0.02, 0.17),
    ]
    return assemble(parts, walls, mass=12.0, friction=0.7, restitution=0.05)


def _bare_sword(member: CastMember, parts: list[Part]) -> Prop:
    """A sword by itself: its point down on a slotted block of oak, or lying with no block."""
    laid = member.tilt_deg < -45
    tip = loft(np.array([[(0.021 * x * g, 0.005 * y * g, 0.12 - 0.10 * (1 - g)) for x, y in ((-1,
        0), (0, -0.6), (1, 0), (0, 0.6))] for g in (0.02, 0.5, 1.0)]), crease_deg=12)  # fmt: skip
    parts = [replace(parts[0], mesh=merge([parts[0].mesh, part(parts[0].material, tip).mesh])), *parts[1:]]
    walls = [box((0, 0, 0.37), (0.045, 0.010, 0.68)), box((0, 0, 0.62), (0.22, 0.02, 0.02)),
        post((0, 0, 0.71), 0.02, 0.17)]  # fmt: skip
    if not laid:
        parts.append(part(trim(member, "oak"), slab_box((0.29, 0.235, 0.11), (0, 0, 0.055), 0.012)))
        walls.append(box((0, 0, 0.055), (0.29, 0.235, 0.11)))
    return assemble(parts, walls, mass=1.6 if laid else 5.0, friction=0.7, restitution=0.1)


TREASURES: dict[str, Generator] = {
    "candelabra": candelabra,
    "crown": crown,
    "necklace": necklace,
    "padlock": padlock,
    "safe": safe,
    "sword": sword,
}
