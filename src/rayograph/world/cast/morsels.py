"""Small food: strawberry, cherry, onion, burger, pizza, pancakes, coffee bean, fallen leaf."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, ball, box, hue, part, post, trim, vary
from rayograph.world.cast.lattice import spheroid
from rayograph.world.cast.profile import spline
from rayograph.world.cast.profile import turned as turned_fine
from rayograph.world.cast.shaping import curve, placed, rod, slab
from rayograph.world.cast.stationery import patch
from rayograph.world.noise import fbm2
from rayograph.world.scene import Prop

Rng = np.random.Generator


def strawberry(member: CastMember, rng: Rng) -> Prop:
    """A strawberry on its side: dimpled flesh, yellow pips, a frill of leaves and a stalk."""
    long_, wide = 0.036 * vary(rng, 0.06), 0.0155 * vary(rng, 0.05)
    line = spline(
        [
            (0.0, 0.0),
            (wide * 0.45, 0.003),
            (wide * 0.85, 0.014),
            (wide, 0.024),
            (wide * 0.8, 0.033),
            (wide * 0.3, long_),
            (0, long_ - 0.001),
        ],
        60,
    )
    flesh = replace(trim(member, "fruit_skin", member.colour or "#b3141c"), roughness=0.28, clearcoat=0.5)
    pips: list[Mesh] = []
    for k in range(70):
        share = 0.06 + 0.86 * (k + 0.5) / 70
        r, z = (
            np.interp(share, np.linspace(0, 1, len(line)), line[:, 0]),
            np.interp(share, np.linspace(0, 1, len(line)), line[:, 1]),
        )
        a = k * 2.399963
        pips.append(spheroid((0.0006, 0.0006, 0.0009), 8, 10, (r * np.cos(a), r * np.sin(a), z)))
    leaves = []
    for k in range(8):
        a = k * np.pi / 4 + 0.2
        out, side = np.array([np.cos(a), np.sin(a), 0]), np.array([-np.sin(a), np.cos(a), 0])
        t = np.linspace(0, 1, 8)[:, None]
        spine = out * 0.013 * t + np.array([0, 0, long_]) + np.array([0, 0, 1.0]) * (0.003 * t - 0.006 * t**2)
        half = side * 0.0032 * np.sin(np.pi * np.clip(t * 0.95 + 0.03, 0, 1))
        leaves.append(slab(np.stack([spine - half, spine, spine + half], 1), 0.0004))
    stalk = rod(
        curve([(0, 0, long_ - 0.001), (0.001, 0, long_ + 0.006), (0.004, 0, long_ + 0.013)], 8), 0.0010, 8
    )
    lie = shapes.translation(0, 0, wide * 0.96) @ shapes.rotation("z", 90) @ shapes.rotation("x", 78)
    green = trim(member, "leaf", "#3f7a2e")
    parts = [
        part(flesh, turned_fine(line, 48).moved(lie)),
        part(trim(member, "plastic", "#d9b64a"), *[p.moved(lie) for p in pips]),
        part(green, *[m.moved(lie) for m in (*leaves, stalk)]),
    ]
    centre = (lie @ [0, 0, 0.020, 1])[:3]
    return assemble(parts, [ball(centre, wide * 0.98)], mass=0.018, friction=0.6, restitution=0.15)


def cherry(member: CastMember, rng: Rng) -> Prop:
    """A pair of cherries joined by their stalks."""
    flesh = replace(trim(member, "fruit_skin", member.colour or "#6f0d18"), roughness=0.15, clearcoat=1.0)
    radius, fruits, walls, stalks = 0.0125, [], [], []
    join = np.array([0.002, 0.010, 0.052])
    for s in (-1, 1):
        at = np.array([s * 0.0145, s * 0.004, radius])
        line = spline(
            [
                (0, -radius),
                (radius * 0.75, -radius * 0.66),
                (radius, 0.0),
                (radius * 0.72, radius * 0.72),
                (radius * 0.25, radius * 0.90),
                (0.0, radius * 0.74),
            ],
            48,
        )
        fruits.append(placed(turned_fine(line, 48), at=at, turns=[("y", s * 10)]))
        walls.append(ball(tuple(at), radius))
        top = at + [0, 0, radius * 0.75]
        stalks.append(rod(curve([top, top + [s * 0.001, 0.003, 0.018], join], 16), 0.0009, 8))
    knot = spheroid((0.0022, 0.0018, 0.0022), 12, 16, tuple(join))
    parts = [part(flesh, *fruits), part(trim(member, "leaf", "#5d6b2c"), *stalks, knot)]
    return assemble(
        parts,
        [*walls, box((0, 0.002, 0.003), (0.03, 0.012, 0.006))],
        mass=0.018,
        friction=0.5,
        restitution=0.2,
    )


def onion(member: CastMember, rng: Rng) -> Prop:
    """An onion: papery ribbed skin drawn up to a dry neck, roots below."""
    wide = 0.038 * vary(rng, 0.05)
    line = spline(
        [
            (0, 0.002),
            (wide * 0.5, 0.002),
            (wide * 0.92, 0.016),
            (wide, 0.032),
            (wide * 0.82, 0.050),
            (wide * 0.36, 0.064),
            (wide * 0.13, 0.074),
            (wide * 0.10, 0.088),
            (0.0, 0.089),
        ],
        70,
    )
    skin = member.colour or str(rng.choice(["#b9772f", "#a9652a", "#6b2140"]))
    mesh = turned_fine(line, 72)
    angle = np.arctan2(mesh.vertices[:, 1], mesh.vertices[:, 0])
    rib = 1 + 0.022 * np.cos(9 * angle + 1.5 * np.sin(2 * angle))
    shade = 1 + 0.22 * np.cos(22 * angle + 3 * np.sin(3 * angle)) * np.clip(
        mesh.vertices[:, 2] / 0.05, 0.2, 1
    )
    colour = np.clip(np.array(from_hex(skin)) * shade[:, None], 0.01, 0.9)
    mesh = replace(
        mesh, vertices=mesh.vertices * np.column_stack([rib, rib, np.ones_like(rib)]), colour=colour
    )
    roots = [
        rod(
            [(0.004 * np.cos(a), 0.004 * np.sin(a), 0.003), (0.010 * np.cos(a), 0.010 * np.sin(a), 0.0006)],
            0.0004,
            5,
        )
        for a in np.linspace(0, 6.2, 14)
    ]
    coat = replace(trim(member, "fruit_skin", skin), roughness=0.32, clearcoat=0.3)
    parts = [part(coat, mesh), part(trim(member, "linen", "#cdbb92"), *roots)]
    return assemble(
        parts,
        [ball((0, 0, 0.034), 0.034), post((0, 0, 0.005), 0.018, 0.010)],
        mass=0.12,
        friction=0.5,
        restitution=0.2,
    )


def _round(radius: float, low: float, high: float, bulge: float, count: int = 40) -> Mesh:
    """A patty or bun half: flat below, bulging at the side."""
    line = spline(
        [
            (0, low),
            (radius * 0.92, low),
            (radius, low + (high - low) * 0.35),
            (radius * (1 - bulge), low + (high - low) * 0.8),
            (radius * 0.45, high),
            (0, high),
        ],
        count,
    )
    return turned_fine(line, 80)


def burger(member: CastMember, rng: Rng) -> Prop:
    """A burger: bun with sesame, frilled lettuce, tomato, a slice of cheese hanging over the patty."""
    r = 0.054 * vary(rng, 0.03)
    bun = trim(member, "bread_crust", "#b9742f")
    lower, upper = _round(r, 0.0, 0.020, 0.05), _round(r * 1.03, 0.052, 0.092, 0.14)
    seeds = []
    for _ in range(60):
        a, far = rng.uniform(0, 6.283), 0.82 * np.sqrt(rng.random())
        z = 0.0925 - 0.030 * far**3
        seeds.append(
            placed(
                spheroid((0.0012, 0.0020, 0.0008), 8, 10),
                at=(r * far * np.cos(a), r * far * np.sin(a), z),
                turns=[("z", float(rng.uniform(0, 180)))],
            )
        )
    patty = _round(r * 1.04, 0.020, 0.038, 0.03)
    turn, f = np.meshgrid(np.linspace(0, 2 * np.pi, 181), np.linspace(0.5, 1.0, 8))
    frill = f**4
    reach = r * (1.10 + 0.06 * np.sin(7 * turn + 1)) * f
    leaf = np.stack(
        [
            reach * np.cos(turn),
            reach * np.sin(turn),
            0.0475 + 0.006 * frill * np.sin(13 * turn) - 0.004 * frill,
        ],
        2,
    )
    half = r * 0.98
    g = np.linspace(-1, 1, 31)
    x, y = np.meshgrid(g * half, g * half)
    over = np.clip((np.hypot(x, y) - r * 1.02) / (0.30 * r), 0, 1)
    cheese = slab(np.stack([x, y, 0.0405 - 0.016 * over**1.3], 2), 0.0022)
    tomato = [
        _round(r * 0.52, 0.0415, 0.0475, 0.02).moved(shapes.translation(s * r * 0.40, 0.1 * r * s, 0))
        for s in (-1, 1)
    ]
    parts = [
        part(bun, lower, upper),
        part(trim(member, "bread_crust", "#efe2bd"), *seeds),
        part(trim(member, "bread_crust", "#4a2716"), patty),
        part(trim(member, "leaf", "#6fa03a"), patch(leaf), patch(leaf[:, ::-1] - [0, 0, 4e-4])),
        part(replace(trim(member, "plastic", "#e2a02c"), roughness=0.4), cheese),
        part(replace(trim(member, "fruit_skin", "#b3261e"), roughness=0.3), *tomato),
    ]
    return assemble(parts, [post((0, 0, 0.046), r * 1.02, 0.092)], mass=0.25, friction=0.6, restitution=0.1)


def pizza(member: CastMember, rng: Rng) -> Prop:
    """A pizza on its crust: browned rim, tomato, melted cheese, salami and basil; "slice" is one eighth."""
    r = 0.15 * vary(rng, 0.02)
    rim = np.linspace(0, 2 * np.pi, 181)
    crust = rod(
        np.column_stack([r * np.cos(rim), r * np.sin(rim), np.full(181, 0.012)]),
        0.011 + 0.0016 * np.sin(rim * 9) + 0.001 * np.sin(rim * 23),
        14,
    )
    n = 110
    g = np.linspace(-1, 1, n)
    x, y = np.meshgrid(g, g)
    u = x * np.sqrt(1 - y**2 / 2) * r * 0.985
    v = y * np.sqrt(1 - x**2 / 2) * r * 0.985
    melt = fbm2(u * 38, v * 38, octaves=4, seed=member.seed)
    sauce, curd, toast = (np.array(from_hex(c)) for c in ("#9c2413", "#ecd9a0", "#b5702a"))
    cover = np.clip(0.5 + 2.6 * melt + 0.9, 0, 1)[..., None]
    colour = sauce + (curd - sauce) * cover
    brown = np.clip(3.4 * fbm2(u * 90, v * 90, octaves=3, seed=member.seed + 4) - 0.5, 0, 1)[..., None]
    colour = np.clip(colour + (toast - colour) * 0.75 * brown * cover, 0.01, 0.9)
    face = patch(np.stack([u, v, 0.0125 + 0.0028 * melt], 2), colour)
    base = turned_fine([(0, 0.0), (r * 0.98, 0.0), (r, 0.008), (0, 0.0085)], 80)
    rounds, leaves = [], []
    for k in range(9):
        a, far = k * 2.4 + 0.4, r * 0.80 * np.sqrt((k + 0.4) / 9)
        at = (far * np.cos(a), far * np.sin(a), 0.0150)
        rounds.append(
            placed(
                turned_fine([(0, 0), (0.0185, 0.0), (0.0195, 0.0012), (0.018, 0.0022), (0, 0.0014)], 32),
                at=at,
                turns=[("x", float(rng.uniform(-4, 4)))],
            )
        )
    for k in range(5):
        a = k * 1.26 + 0.2
        t = np.linspace(0, 1, 10)[:, None]
        out, side = np.array([np.cos(a), np.sin(a), 0]), np.array([-np.sin(a), np.cos(a), 0])
        spine = out * (0.03 + 0.028 * t + 0.01 * k) + np.array([0, 0, 1]) * (
            0.0172 + 0.004 * np.sin(np.pi * t)
        )
        wide = side * 0.009 * np.sin(np.pi * np.clip(t * 0.94 + 0.03, 0, 1))
        leaves.append(slab(np.stack([spine - wide, spine - [0, 0, 0.001], spine + wide], 1), 0.0005))
    parts = [
        part(trim(member, "bread_crust", "#c98f4a"), crust, base),
        part(replace(trim(member, "plastic"), roughness=0.42, bump=None), face),
        part(replace(trim(member, "fruit_skin", "#8e2a1c"), roughness=0.35), *rounds),
        part(trim(member, "leaf", "#3c6b28"), *leaves),
    ]
    return assemble(parts, [post((0, 0, 0.01), r, 0.02)], mass=0.5, friction=0.6, restitution=0.05)


def pancakes(member: CastMember, rng: Rng) -> Prop:
    """A stack of pancakes, not quite true, with a pat of butter and syrup running down."""
    r, thick, count = 0.068 * vary(rng, 0.03), 0.0125, 5
    cakes, walls = [], []
    for k in range(count):
        dx, dy = rng.uniform(-0.004, 0.004, 2)
        line = spline([(0, 0), (r * 0.9, 0.0), (r, thick * 0.5), (r * 0.9, thick), (0, thick * 1.02)], 40)
        mesh = turned_fine(line, 72)
        edge = np.clip((np.hypot(mesh.vertices[:, 0], mesh.vertices[:, 1]) / r - 0.86) / 0.1, 0, 1)[:, None]
        side = np.clip(1 - np.abs(mesh.vertices[:, 2] / thick - 0.5) * 2.4, 0, 1)[:, None]
        gold, pale = np.array(from_hex("#a8622a")), np.array(from_hex("#e6c88a"))
        noise = fbm2(mesh.vertices[:, 0] * 90, mesh.vertices[:, 1] * 90, octaves=3, seed=member.seed + k)[
            :, None
        ]
        colour = np.clip(gold * (1 + 0.35 * noise) + (pale - gold) * edge * side, 0.01, 0.9)
        cakes.append(replace(mesh, colour=colour).moved(shapes.translation(dx, dy, k * thick)))
        walls.append(post((dx, dy, (k + 0.5) * thick), r, thick))
    top = count * thick
    butter = placed(
        shapes.rounded_box((0.024, 0.022, 0.010), 0.003, 3), at=(0.004, 0, top + 0.005), turns=[("z", 25)]
    )
    syrup = [
        turned_fine(
            spline(
                [(0, top + 0.0002), (r * 0.6, top + 0.0016), (r * 0.66, top + 0.0004), (r * 0.66, top)], 24
            ),
            64,
        )
    ]
    for k in range(7):
        a, drop = k * 0.9 + 0.3, rng.uniform(0.02, 0.05)
        path = curve(
            [
                (r * 0.6 * np.cos(a), r * 0.6 * np.sin(a), top + 0.001),
                (r * 0.96 * np.cos(a), r * 0.96 * np.sin(a), top - 0.002),
                (r * 1.02 * np.cos(a), r * 1.02 * np.sin(a), top - drop),
            ],
            16,
        )
        syrup.append(rod(path, np.linspace(0.0035, 0.0045, 16), 10))
    amber = replace(trim(member, "plastic", "#6b2f0c"), roughness=0.08, clearcoat=1.0)
    parts = [
        part(replace(trim(member, "bread_crust"), bump=None), *cakes),
        part(amber, *syrup),
        part(replace(trim(member, "wax", "#f0d98a"), roughness=0.35), butter),
    ]
    return assemble(parts, walls, mass=0.3, friction=0.7, restitution=0.05)


def coffee_bean(member: CastMember, rng: Rng) -> Prop:
    """A roasted coffee bean: half an egg with a crease along its flat side, which may be up."""
    a, b, c = 0.0042, 0.0062, 0.0030
    body = spheroid((a, b, c), 24, 40)
    crease = rod(
        curve([(0, -b * 0.9, c * 0.42), (0.0006, 0, c * 1.0), (-0.0004, b * 0.9, c * 0.42)], 20), 0.00045, 8
    )
    roast = member.colour or str(rng.choice(["#3a1f12", "#45260f", "#2f180d"]))
    oiled = replace(trim(member, "fruit_skin", roast), roughness=0.32, clearcoat=0.4)
    up = shapes.translation(0, 0, c)
    parts = [part(oiled, body.moved(up)), part(trim(member, "plastic", "#140a06"), crease.moved(up))]
    return assemble(
        parts, [box((0, 0, c), (a * 1.7, b * 1.7, c * 1.8))], mass=0.002, friction=0.6, restitution=0.2
    )


def leaf(member: CastMember, rng: Rng) -> Prop:
    """A fallen leaf, curled at its edge: a lobed blade with veins, on its stalk."""
    long_ = 0.085 * vary(rng, 0.12)
    t, s = np.meshgrid(np.linspace(0, 1, 44), np.linspace(-1, 1, 25), indexing="ij")
    lobes = 0.62 + 0.38 * np.abs(np.cos(np.pi * 2.6 * t)) ** 0.6
    half = 0.42 * long_ * np.sin(np.pi * np.clip(t, 0.001, 0.999)) ** 0.75 * lobes
    bend = rng.uniform(0.25, 0.8)
    z = 0.010 * bend * (np.abs(s) ** 1.7) + 0.012 * bend * (t - 0.5) ** 2 * 4 + 0.0015
    points = np.stack([s * half, (t - 0.5) * long_ + 0.15 * half * np.abs(s), z], 2)
    tint = hue(member, rng) or "#b5651d"
    vein = np.exp(-((s / 0.05) ** 2)) + 0.6 * np.exp(
        -(((np.mod(t * 7 - np.abs(s) * 1.2, 1) - 0.5) / 0.10) ** 2)
    )
    blotch = fbm2(points[..., 0] * 60, points[..., 1] * 60, octaves=3, seed=member.seed)
    colour = np.array(from_hex(tint)) * (1 + 0.45 * blotch - 0.3 * np.clip(vein, 0, 1))[..., None]
    colour = np.clip(colour, 0.01, 0.9)
    stuff = replace(trim(member, "leaf"), bump=None)
    stalk = rod(
        curve([(0, -long_ * 0.5, 0.005), (0.002, -long_ * 0.62, 0.004), (0.006, -long_ * 0.75, 0.002)], 10),
        0.0008,
        7,
    )
    parts = [
        part(stuff, patch(points, colour), patch(points[:, ::-1] - [0, 0, 4e-4], colour[:, ::-1])),
        part(trim(member, "bark", "#6b4a2a"), stalk),
    ]
    return assemble(
        parts,
        [box((0, 0, 0.002), (long_ * 0.55, long_ * 0.8, 0.004))],
        mass=0.001,
        friction=0.8,
        restitution=0.0,
    )


MORSELS: dict[str, Generator] = {
    "strawberry": strawberry,
    "cherry": cherry,
    "onion": onion,
    "burger": burger,
    "pizza": pizza,
    "pancakes": pancakes,
    "coffee_bean": coffee_bean,
    "leaf": leaf,
}
