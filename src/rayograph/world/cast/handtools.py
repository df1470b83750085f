"""Hand tools: hammer, spanner, screwdriver, broom, axe, paint brush, oar."""

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, hue, part, surface, trim, vary
from rayograph.world.cast.prism import eased, prism
from rayograph.world.cast.shaping import beam, curve, loft, placed, rod, turned
from rayograph.world.scene import Prop

Rng = np.random.Generator


def _handle(length: float, radii: list[float], oval: float = 0.75) -> Mesh:
    """A shaft along +Y from y = 0, oval in section, its radii [m] given along it."""
    t = np.linspace(0, 1, 40)
    r = np.interp(t, np.linspace(0, 1, len(radii)), radii)
    ring = np.linspace(0, 2 * np.pi, 25)[:-1]
    x = r[:, None] * np.cos(ring) * oval
    z = r[:, None] * np.sin(ring)
    y = np.broadcast_to((t * length)[:, None], x.shape)
    return loft(np.stack([x, y, z], 2), crease_deg=60)


def hammer(member: CastMember, rng: Rng) -> Prop:
    """A claw hammer lying on its side: ash handle, steel head with a round face and a split claw."""
    steel, long_ = trim(member, "steel"), 0.31 * vary(rng, 0.03)
    wood = trim(member, member.material or "maple", member.colour)
    shaft = _handle(long_, [0.015, 0.0165, 0.014, 0.0115, 0.012, 0.012])
    y = long_ - 0.012
    face = placed(
        turned(
            [
                (0, 0),
                (0.0145, 0.0),
                (0.0155, 0.002),
                (0.0155, 0.014),
                (0.011, 0.018),
                (0.011, 0.034),
                (0.0, 0.034),
            ],
            40,
        ),
        at=(0.058, y, 0),
        turns=[("y", -90)],
    )
    eye = placed(shapes.rounded_box((0.036, 0.030, 0.028), 0.004, 3), at=(0.004, y, 0))
    claws = []
    for s in (-1, 1):
        path = curve(
            [
                (-0.010, y, s * 0.006),
                (-0.035, y - 0.003, s * 0.008),
                (-0.058, y - 0.014, s * 0.009),
                (-0.072, y - 0.030, s * 0.010),
            ],
            20,
        )
        claws.append(rod(path, np.linspace(0.0085, 0.0030, 20), 12))
    lift = shapes.translation(0, 0, 0.016)
    parts = [part(wood, shaft.moved(lift)), part(steel, *[m.moved(lift) for m in (face, eye, *claws)])]
    walls = [box((0, long_ / 2, 0.016), (0.022, long_, 0.030)), box((0.002, y, 0.016), (0.13, 0.03, 0.030))]
    return assemble(parts, walls, mass=0.6, friction=0.5, restitution=0.25)


def spanner(member: CastMember, rng: Rng) -> Prop:
    """A combination spanner lying flat: open jaw at one end, ring at the other."""
    steel, long_, thick = surface(member, rng), 0.20 * vary(rng, 0.04), 0.007
    jaw = eased(
        [
            (-0.006, 0.0),
            (0.006, 0.0),
            (0.016, 0.012),
            (0.021, 0.034),
            (0.013, 0.044),
            (0.009, 0.024),
            (-0.007, 0.020),
            (-0.011, 0.041),
            (-0.019, 0.036),
            (-0.018, 0.014),
        ],
        0.003,
    )
    open_end = placed(prism(jaw, thick, axis="z", bevel=0.001), at=(0, long_ / 2 - 0.044, thick / 2))
    arm = beam(
        (0, -long_ / 2 + 0.022, thick / 2), (0, long_ / 2 - 0.036, thick / 2), 0.013, 0.0055, radius=0.002
    )
    ring = placed(
        turned(
            [
                (0.0085, -thick / 2),
                (0.0145, -thick / 2),
                (0.0155, 0),
                (0.0145, thick / 2),
                (0.0085, thick / 2),
                (0.0085, -thick / 2),
            ],
            40,
        ),
        at=(0, -long_ / 2 + 0.015, thick / 2),
    )
    return assemble(
        [part(steel, open_end, arm, ring)],
        [box((0, 0, thick / 2), (0.024, long_, thick))],
        mass=0.16,
        friction=0.4,
        restitution=0.3,
    )


def screwdriver(member: CastMember, rng: Rng) -> Prop:
    """A screwdriver lying down: a fluted grip, a round blade with a flat tip."""
    grip = trim(member, "plastic", hue(member, rng) or "#b3261e")
    long_ = 0.21 * vary(rng, 0.03)
    t = np.linspace(0, 1, 40)
    r = np.interp(t, [0, 0.06, 0.35, 0.8, 0.92, 1], [0.010, 0.0145, 0.0150, 0.0125, 0.0085, 0.0095])
    ring = np.linspace(0, 2 * np.pi, 73)[:-1]
    flute = 1 - 0.09 * (np.cos(6 * ring) > 0.2)
    x, z = r[:, None] * np.cos(ring) * flute, r[:, None] * np.sin(ring) * flute
    body = loft(np.stack([x, np.broadcast_to((t * 0.095)[:, None], x.shape), z], 2), crease_deg=50)
    blade = rod([(0, 0.09, 0), (0, long_ - 0.012, 0)], 0.0032, 16)
    tip = loft(
        np.array(
            [
                [(-w, y, -h), (w, y, -h), (w, y, h), (-w, y, h)]
                for y, w, h in (
                    (long_ - 0.014, 0.0026, 0.0026),
                    (long_ - 0.006, 0.0036, 0.0012),
                    (long_, 0.0034, 0.0006),
                )
            ]
        )
    )
    up = shapes.translation(0, 0, 0.015)
    parts = [part(grip, body.moved(up)), part(trim(member, "chrome"), blade.moved(up), tip.moved(up))]
    walls = [box((0, 0.048, 0.015), (0.026, 0.095, 0.028)), box((0, 0.15, 0.015), (0.006, 0.12, 0.008))]
    return assemble(parts, walls, mass=0.12, friction=0.5, restitution=0.25)


def broom(member: CastMember, rng: Rng) -> Prop:
    """A broom standing on its bristles: round stick, bound flat head of straw."""
    stick = trim(member, member.material or "maple", member.colour)
    tall, foot = 1.36 * vary(rng, 0.02), 0.36
    pole = rod([(0, 0, foot - 0.06), (0, 0, tall)], 0.0125, 20)
    straw: list[Mesh] = []
    for _ in range(150):
        u, v = rng.uniform(-1, 1), rng.uniform(-1, 1)
        low = (0.145 * u, 0.028 * v, 0.004 + 0.012 * rng.random())
        path = curve([low, (0.095 * u, 0.026 * v, 0.17), (0.038 * u, 0.018 * v, foot - 0.02)], 7)
        straw.append(rod(path, np.linspace(0.0026, 0.0040, 7), 5))
    core = loft(
        np.array(
            [
                [(w * np.cos(a), d * np.sin(a), z) for a in np.linspace(0, 2 * np.pi, 33)[:-1]]
                for z, w, d in ((0.03, 0.118, 0.020), (0.17, 0.092, 0.022), (foot, 0.030, 0.018))
            ]
        )
    )
    bands = [
        rod(np.array([(w * np.cos(a), d * np.sin(a), z) for a in np.linspace(0, 2 * np.pi, 40)]), 0.004, 8)
        for z, w, d in ((0.20, 0.087, 0.027), (0.24, 0.073, 0.026), (foot - 0.02, 0.040, 0.022))
    ]
    parts = [
        part(stick, pole),
        part(trim(member, "wicker", "#c9a55a"), core, *straw),
        part(trim(member, "linen", member.accent or "#8a2b22"), *bands),
    ]
    walls = [box((0, 0, tall / 2 + 0.15), (0.025, 0.025, tall - 0.3)), box((0, 0, 0.17), (0.22, 0.05, 0.34))]
    return assemble(parts, walls, mass=0.8, friction=0.7, restitution=0.1)


def axe(member: CastMember, rng: Rng) -> Prop:
    """A felling axe lying flat: curved haft, forged head with a bright edge."""
    wood, long_ = trim(member, "maple", member.accent), 0.66 * vary(rng, 0.03)
    path = curve([(0.016, 0, 0), (0.004, 0.06, 0), (0.0, 0.25, 0), (0.010, 0.45, 0), (0.004, long_, 0)], 40)
    haft = rod(path, np.interp(np.linspace(0, 1, 40), [0, 0.05, 0.2, 1], [0.017, 0.019, 0.0145, 0.0150]), 18)
    y = long_ - 0.045
    blade = eased(
        [
            (-0.030, y - 0.030),
            (0.016, y - 0.030),
            (0.060, y - 0.042),
            (0.112, y - 0.075),
            (0.122, y - 0.01),
            (0.112, y + 0.052),
            (0.060, y + 0.030),
            (0.016, y + 0.026),
            (-0.030, y + 0.026),
        ],
        0.006,
    )
    far = np.clip((blade[:, 0] + 0.03) / 0.15, 0, 1)
    half = 0.017 * (1 - far) ** 0.8 + 0.0008
    rings = np.stack([np.column_stack([blade, s * half]) for s in (-1.0, 1.0)])
    head = loft(rings, crease_deg=25)
    up = shapes.translation(0, 0, 0.019)
    steel = trim(member, member.material or "steel", member.colour)
    walls = [box((0.004, long_ / 2, 0.019), (0.03, long_, 0.03)), box((0.046, y, 0.019), (0.15, 0.07, 0.020))]
    return assemble(
        [part(wood, haft.moved(up)), part(steel, head.moved(up))],
        walls,
        mass=1.6,
        friction=0.5,
        restitution=0.2,
    )


def paint_brush(member: CastMember, rng: Rng) -> Prop:
    """A flat paint brush lying down: varnished handle, steel ferrule, dark bristles dipped in paint."""
    wood = trim(member, member.material or "maple")
    handle = eased(
        [
            (-0.005, 0.0),
            (0.005, 0.0),
            (0.010, 0.03),
            (0.0065, 0.075),
            (0.017, 0.115),
            (0.019, 0.130),
            (-0.019, 0.130),
            (-0.017, 0.115),
            (-0.0065, 0.075),
            (-0.010, 0.03),
        ],
        0.006,
    )
    grip = prism(handle, 0.010, axis="z", bevel=0.003)
    ferrule = placed(shapes.rounded_box((0.041, 0.026, 0.0125), 0.002), at=(0, 0.141, 0))
    bristle = loft(
        np.array(
            [
                [(w * np.cos(a), y, h * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 33)[:-1]]
                for y, w, h in (
                    (0.150, 0.019, 0.0055),
                    (0.175, 0.021, 0.0058),
                    (0.192, 0.0195, 0.0030),
                    (0.198, 0.017, 0.0010),
                )
            ]
        )
    )
    dip = loft(
        np.array(
            [
                [(w * np.cos(a), y, h * np.sin(a)) for a in np.linspace(0, 2 * np.pi, 33)[:-1]]
                for y, w, h in ((0.176, 0.0214, 0.0062), (0.192, 0.0199, 0.0034), (0.199, 0.0172, 0.0013))
            ]
        )
    )
    up = shapes.translation(0, 0, 0.0064)
    parts = [
        part(wood, grip.moved(up)),
        part(trim(member, "steel"), ferrule.moved(up)),
        part(trim(member, "linen", "#3a2b20"), bristle.moved(up)),
        part(trim(member, "plastic", hue(member, rng) or "#2b5a94"), dip.moved(up)),
    ]
    return assemble(
        parts, [box((0, 0.1, 0.006), (0.040, 0.198, 0.0125))], mass=0.08, friction=0.5, restitution=0.2
    )


def oar(member: CastMember, rng: Rng) -> Prop:
    """An oar standing on its blade: tapered loom, leather collar, spoon blade with a painted tip."""
    wood, tall = surface(member, rng), 1.9 * vary(rng, 0.02)
    loom = rod(
        [(0, 0, 0.42), (0, 0, 1.0), (0, 0, tall - 0.16), (0, 0, tall)],
        np.array([0.018, 0.021, 0.023, 0.016]),
        20,
    )
    outline = eased(
        [
            (-0.055, 0.0),
            (0.055, 0.0),
            (0.075, 0.14),
            (0.062, 0.34),
            (0.018, 0.52),
            (-0.018, 0.52),
            (-0.062, 0.34),
            (-0.075, 0.14),
        ],
        0.05,
    )
    blade = prism(outline, 0.020, axis="y", bevel=0.006)
    tip = prism(
        eased([(-0.058, 0.0), (0.058, 0.0), (0.077, 0.13), (-0.077, 0.13)], 0.03),
        0.022,
        axis="y",
        bevel=0.006,
    )
    collar = rod([(0, 0, 1.2), (0, 0, 1.42)], 0.0265, 24)
    parts = [
        part(wood, loom, blade),
        part(trim(member, "painted_wood", member.accent or "#a8322a"), tip),
        part(trim(member, "leather", "#5a3a22"), collar),
    ]
    walls = [box((0, 0, 0.26), (0.14, 0.02, 0.52)), box((0, 0, tall / 2 + 0.2), (0.04, 0.04, tall - 0.5))]
    return assemble(parts, walls, mass=2.6, friction=0.6, restitution=0.2)


HANDTOOLS: dict[str, Generator] = {
    "hammer": hammer,
    "spanner": spanner,
    "screwdriver": screwdriver,
    "broom": broom,
    "axe": axe,
    "paint_brush": paint_brush,
    "oar": oar,
}
