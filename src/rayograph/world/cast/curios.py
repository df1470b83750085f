"""Curiosities: globe, spinning top, crystal, gold bar, ring, balloon, feather."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh, merge
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast import solids
from rayograph.world.cast.finish import volume
from rayograph.world.cast.fitting import assemble, ball, box, hue, hull, part, post, surface, trim, vary
from rayograph.world.cast.fruit import mix
from rayograph.world.cast.lattice import spheroid
from rayograph.world.cast.lettered import flat, stamped
from rayograph.world.cast.profile import rounded, spline
from rayograph.world.cast.profile import turned as turned_fine
from rayograph.world.cast.shaping import curve, hoop, loft, placed, rod, rounded_outline, slab, turned
from rayograph.world.noise import fbm3, smoothstep
from rayograph.world.scene import Collider, Prop

Rng = np.random.Generator


def globe(member: CastMember, rng: Rng) -> Prop:
    """A globe on a turned stand: lands and seas in old inks, meridians, a brass half-ring."""
    radius, tall = 0.125 * vary(rng, 0.03), 0.38
    centre = np.array([0.0, 0.0, tall - radius - 0.018])
    skin = spheroid((radius, radius, radius), 160, 256)
    unit = skin.vertices / radius
    land = (fbm3(unit * 1.25 + 3.1 + rng.uniform(0, 40, 3), octaves=6, seed=member.seed) + 0.10 * unit[:,
        2] ** 2 - 0.03)  # fmt: skip
    sea, shore = np.array(from_hex(hue(member, rng) or "#7fa0a6")), smoothstep(0.05, 0.0, np.abs(land - 0.02))
    inks = [np.array(from_hex(c)) for c in ("#c9a765", "#a8b070", "#c98f6a", "#d9c58f")]
    realm = np.clip(((fbm3(unit * 2.2 + 9, octaves=3, seed=member.seed + 2) + 0.5) * 4).astype(int), 0, 3)
    colour = np.broadcast_to(sea, unit.shape) * (1 + 0.10 * fbm3(unit * 4, octaves=3, seed=4)[:, None])
    colour = np.where((land > 0.02)[:, None], np.stack(inks)[realm], colour)
    colour = mix(colour, np.array(from_hex("#3f3524")), 0.55 * shore)
    lat, lon = (np.rad2deg(np.arcsin(np.clip(unit[:, 2], -1, 1))),
        np.rad2deg(np.arctan2(unit[:, 1], unit[:, 0])))  # fmt: skip
    wire = np.minimum(
        np.abs((lat + 7.5) % 15 - 7.5), np.abs((lon + 7.5) % 15 - 7.5) * np.cos(np.deg2rad(lat))
    )
    colour = mix(colour, colour * 0.55, smoothstep(0.6, 0.2, wire) * 0.7)
    ball_ = replace(skin, colour=np.clip(colour * np.array(from_hex("#f3e6c8")) ** 0.4, 0.004, 0.9))
    pose = shapes.translation(*centre) @ shapes.rotation("y", 23.4)
    varnish = replace(
        trim(member, "paper"), base_colour=(0.5, 0.5, 0.5), roughness=0.28, bump=None, clearcoat=0.6
    )
    angle = np.linspace(-np.pi / 2, np.pi / 2, 60)
    arc = (radius + 0.012) * np.stack([np.cos(angle), 0 * angle, np.sin(angle)], 1)
    ring = rod(arc, 0.0042, 12).moved(pose)
    pins = [rod([(0, 0, s * radius * 0.98), (0, 0, s * (radius + 0.018))], 0.0042, 12).moved(pose)
        for s in (-1, 1)]  # fmt: skip
    wood = surface(member, rng)
    low = float(centre[2]) - radius - 0.016
    stand = rounded([(0, 0), (0.088, 0), (0.090, 0.010), (0.080, 0.018), (0.050, 0.024), (0.026, 0.034),
        (0.016, 0.046), (0.022, 0.062), (0.013, 0.078), (0.013, low), (0, low)], 0.005)  # fmt: skip
    neck = rod(curve([(0, 0, low - 0.006), (0.012, 0, low - 0.002),
        tuple(arc[14] @ pose[:3, :3].T + centre)], 12), 0.006, 12)  # fmt: skip
    parts = [part(varnish, ball_.moved(pose)), part(trim(member, "brass", member.accent), ring, *pins,
        neck), part(wood, turned(stand, 64))]  # fmt: skip
    walls = [ball((0.0, 0.0, float(centre[2])), radius), post((0, 0, 0.012), 0.088, 0.024),
        post((0, 0, low / 2), 0.02, low)]  # fmt: skip
    return Prop(parts=tuple(parts), colliders=tuple(walls), mass=1.4, friction=0.6, restitution=0.2)


def floor_globe(member: CastMember, rng: Rng) -> Prop:
    """A library's globe: the ball large, on three turned legs with a tray between them."""
    grow = 1.56
    small = globe(member, rng)
    wood, top = surface(member, rng), 0.44
    pose = shapes.translation(0, 0, top) @ np.diag([grow, grow, grow, 1.0])
    legs = []
    for angle in 2 * np.pi * (np.arange(3) / 3 + 0.25):
        out = np.array([np.cos(angle), np.sin(angle), 0.0])
        line = [
            tuple(r * out + [0, 0, z]) for r, z in ((0.205, 0.0), (0.15, 0.14), (0.13, 0.30), (0.10, top))
        ]
        legs.append(rod(curve(line, 24), np.linspace(0.017, 0.026, 24), 16))
    tray = placed(turned([(0, 0), (0.135, 0), (0.142, 0.012), (0, 0.014)], 48), at=(0, 0, 0.17))
    plate = placed(
        turned([(0, 0), (0.16, 0), (0.168, 0.012), (0.16, 0.026), (0, 0.028)], 56), at=(0, 0, top - 0.02)
    )
    parts = [replace(p, mesh=p.mesh.moved(pose)) for p in small.parts]
    parts.append(part(wood, *legs, tray, plate))
    walls = [
        ball((0.0, 0.0, top + grow * 0.237), grow * 0.125),
        post((0, 0, (top - 0.0079) / 2), 0.15, top + 0.0079),
        post((0, 0, top + 0.06), 0.03, 0.12),
    ]
    return assemble(parts, walls, mass=9.0, friction=0.6, restitution=0.15)


def spinning_top(member: CastMember, rng: Rng) -> Prop:
    """A wooden top, turned and ringed with paint, on a steel point, with a spindle to twirl."""
    tall, wide = 0.070 * vary(rng, 0.04), 0.027 * vary(rng, 0.05)
    line = spline(
        [
            (0.0022, 0.004),
            (wide * 0.34, 0.012),
            (wide * 0.82, 0.026),
            (wide, 0.036),
            (wide * 0.92, 0.041),
            (wide * 0.45, 0.0455),
            (0.0048, 0.049),
            (0.0036, tall - 0.006),
            (0.0044, tall - 0.002),
            (0.0, tall),
        ],
        120,
    )
    body = turned_fine(np.concatenate([[(0, 0.004)], line]), 96)
    base = np.array(from_hex(hue(member, rng) or "#b3261e"))
    z = body.vertices[:, 2]
    cream, blue = np.array(from_hex(member.accent or "#efe0b8")), np.array(from_hex("#2b4a6b"))
    colour = np.broadcast_to(base, body.vertices.shape)
    for low, high, ink in (
        (0.018, 0.0225, cream),
        (0.030, 0.034, blue),
        (0.0345, 0.0360, cream),
        (0.046, 1.0, np.array(from_hex("#b98a52"))),
    ):
        colour = np.where(((z > low) & (z < high))[:, None], ink, colour)
    paint = replace(trim(member, "painted_wood", "#b3261e"), roughness=0.25, clearcoat=0.7)
    tip = turned(spline([(0.0, 0.0), (0.0013, 0.0006), (0.0022, 0.0042), (0.0, 0.0046)], 12), 20)
    walls = [*solids.stack(line, [0.004, 0.036, 0.049, tall]), solids.cylinder(0.0030, 0.0, 0.006)]
    return assemble(
        [
            part(replace(paint, bump=None), replace(body, colour=np.clip(colour, 0.004, 0.9))),
            part(trim(member, "steel"), tip),
        ],
        walls,
        mass=0.045,
        friction=0.35,
        restitution=0.3,
    )


def _clear(colour: str) -> tuple[float, float, float]:
    red, green, blue = (float(c) for c in from_hex(colour))
    return red, green, blue


def crystal(member: CastMember, rng: Rng) -> Prop:
    """A cluster of six-sided crystals growing out of a bit of rock."""
    clear = surface(member, rng)
    if clear.kind == "glass" and not member.colour:
        clear = replace(clear, base_colour=_clear(str(rng.choice(["#eddff8", "#fbfafb", "#def3f6"]))))
    points, meshes = [], []
    for k in range(9):
        length = 0.085 if k == 0 else float(rng.uniform(0.030, 0.058))
        radius = length * float(rng.uniform(0.13, 0.19))
        away = 0.0 if k == 0 else float(rng.uniform(16, 44))
        turn = float(rng.uniform(0, 360)) if k else 0.0
        angle = np.linspace(0, 2 * np.pi, 7)[:-1] + rng.uniform(0, 1)
        ring = (
            np.stack([np.cos(angle), np.sin(angle), 0 * angle], 1) * radius * rng.uniform(0.85, 1.15, (6, 1))
        )
        tip = np.array([rng.uniform(-0.2, 0.2) * radius, rng.uniform(-0.2, 0.2) * radius, length])
        rings = [
            ring * 0.8 + [0, 0, 0],
            ring + [0, 0, length * 0.3],
            ring * 0.97 + [0, 0, length * 0.76],
            tip + ring * 0.02,
        ]
        pose = [("y", away), ("z", turn)]
        base = np.array([np.cos(np.deg2rad(turn)), np.sin(np.deg2rad(turn)), 0]) * away / 52 * 0.016
        meshes.append(placed(loft(np.array(rings), crease_deg=5), turns=pose, at=base + [0, 0, 0.010]))
        points.append(meshes[-1].vertices)
    rock = shapes.icosphere(4)
    lump = 1 + 0.22 * fbm3(rock.vertices * 1.6 + member.seed, octaves=4, seed=member.seed)
    rough = rock.vertices * lump[:, None] * [0.040, 0.036, 0.017]
    rough[:, 2] = np.maximum(rough[:, 2], -0.004) + 0.004
    matrix = shapes.resmooth(Mesh(vertices=rough, faces=rock.faces, uv=rough[:, :2]))
    walls = [hull(rough), *(hull(p) for p in points if p[:, 2].max() > 0.03)]
    return assemble(
        [part(clear, *meshes), part(trim(member, "granite"), matrix)],
        walls,
        mass=0.3,
        friction=0.6,
        restitution=0.25,
    )


def gold_bar(member: CastMember, rng: Rng) -> Prop:
    """A cast ingot: sloped sides, soft edges, a stamp on top."""
    metal = surface(member, rng)
    long_, wide, tall = 0.180 * vary(rng, 0.03), 0.070, 0.036
    rings = []
    for share, z, soft in (
        (0.985, 0.0, 0.004),
        (1.0, 0.0018, 0.006),
        (0.86, tall - 0.003, 0.006),
        (0.845, tall - 0.0008, 0.005),
        (0.82, tall, 0.004),
    ):
        inset = (1 - share) * wide
        rings.append(np.insert(rounded_outline(long_ - inset, wide - inset, soft, 5), 2, z, axis=1))
    body = loft(np.array(rings), crease_deg=55)
    w, h = long_ * 0.62, wide * 0.44
    mark = stamped(member.text or "FINE GOLD 999.9", "#6b4a12", "#d9a838", w / h, gloss=0.3)
    plate = flat((-w / 2, -h / 2, tall + 0.0002), (w, 0, 0), (0, h, 0))
    stampm = replace(mark, metallic=1.0)
    mass = abs(volume(body)) * (19300.0 if metal.name.startswith("gold") else 8000.0)
    return assemble(
        [part(metal, body), part(stampm, plate)],
        [hull(body.vertices)],
        mass=mass,
        friction=0.45,
        restitution=0.15,
    )


def ring(member: CastMember, rng: Rng) -> Prop:
    """A ring standing on its edge a little aslant: a rounded band, a brilliant in six claws."""
    metal = replace(surface(member, rng), roughness=0.12, bump=None)
    radius, thick = 0.0095, 0.0011
    band = placed(
        hoop(radius, thick, tall=0.0015, segments=120), turns=[("x", 90)], at=(0, 0, radius + thick)
    )
    top = 2 * radius + 2 * thick
    stone = [
        (0.0, 0.0),
        (0.0024, 0.0023),
        (0.0032, 0.0031),
        (0.0032, 0.0034),
        (0.0020, 0.0044),
        (0.0, 0.0044),
    ]
    angle = np.linspace(0, 2 * np.pi, 9)
    rows = [np.stack([r * np.cos(angle), r * np.sin(angle), 0 * angle + z], 1)[:-1] for r, z in stone]
    rows[0], rows[-1] = rows[0] + 1e-6 * rows[2], rows[-2] * [0.02, 0.02, 1]
    gem = placed(loft(np.array(rows), crease_deg=5), at=(0, 0, top - 0.0002))
    claws = [
        rod(
            curve(
                [
                    (0.001 * np.cos(a), 0.001 * np.sin(a), top - 0.001),
                    (0.0030 * np.cos(a), 0.0030 * np.sin(a), top + 0.0018),
                    (0.0034 * np.cos(a), 0.0034 * np.sin(a), top + 0.0036),
                ],
                8,
            ),
            0.00035,
            8,
        )
        for a in np.deg2rad(np.arange(6) * 60)
    ]
    glass = replace(
        trim(member, "glass"),
        ior=2.0,
        base_colour=_clear(member.accent or "#ffffff"),
    )
    sit = replace(part(metal, band, *claws))
    foot = box((0, 0, 0.0006), (0.006, 0.0032, 0.0012))
    walls = [
        Collider(
            kind="cylinder",
            size=(radius + thick, 0.0015),
            pose=shapes.translation(0, 0, radius + thick) @ shapes.rotation("x", 90),
        ),
        foot,
        post((0, 0, top + 0.002), 0.0036, 0.0046),
    ]
    return assemble([sit, part(glass, gem)], walls, mass=0.005, friction=0.45, restitution=0.35)


def balloon(member: CastMember, rng: Rng) -> Prop:
    """A toy balloon lying on its side, its knot to the right; upright over its string where it is aloft."""
    radius = 0.13 * vary(rng, 0.05)
    line = spline(
        [
            (0.0, -radius * 1.36),
            (0.020, -radius * 1.27),
            (0.10 * radius / 0.13, -radius * 0.72),
            (radius, 0.0),
            (radius * 0.86, radius * 0.62),
            (radius * 0.45, radius * 0.98),
            (0.0, radius * 1.06),
        ],
        110,
    )
    skin = turned_fine(line, 128)
    knot = turned(
        spline(
            [(0.0, -0.002), (0.007, 0.0), (0.0095, 0.004), (0.006, 0.008), (0.010, 0.016), (0.0, 0.018)], 20
        ),
        24,
    )
    knot = placed(knot, at=(0, 0, -radius * 1.36 - 0.012))
    film = replace(surface(member, rng), roughness=0.08, bump=None, clearcoat=1.0)
    if "aloft" in member.words:
        drop = np.linspace(0.0, 1.0, 40)
        low = -radius * 1.36 - 0.012
        sway = 0.012 * np.sin(5.0 * drop) * drop
        string = rod(np.stack([sway, 0.6 * sway, low - 0.34 * drop], 1), np.full(40, 0.0011), 6)
        hung = [part(film, merge([skin, knot])), part(trim(member, "linen", "#e8e2d4"), string)]
        walls = [ball((0, 0, 0), radius), box((0, 0, low - 0.17), (0.004, 0.004, 0.34))]
        return assemble(hung, walls, mass=0.006, friction=0.6, restitution=0.6)
    pose = shapes.rotation("z", float(rng.uniform(-14, 14))) @ shapes.rotation("y", -72)
    wall = ball((0, 0, 0), radius * 1.0)
    return assemble(
        [part(film, merge([skin, knot]).moved(pose))], [wall], mass=0.006, friction=0.6, restitution=0.6
    )


def feather(member: CastMember, rng: Rng) -> Prop:
    """A feather lying curved: quill, two vanes of barbs that part here and there."""
    long_ = 0.210 * vary(rng, 0.04)
    t = np.linspace(0, 1, 80)
    quill = np.stack([long_ * t, 0.014 * np.sin(np.pi * t * 0.9), 0.003 + 0.018 * np.sin(np.pi * t)], 1)
    shaft = rod(quill, np.interp(t, [0, 0.25, 1], [0.0014, 0.0013, 0.0003]), 10)
    vanes = []
    colour = np.array(from_hex(hue(member, rng) or "#efe9dc"))
    dark = np.array(from_hex(member.accent or "#4a4038"))
    for side in (-1, 1):
        wide = (
            0.021
            * np.interp(t, [0, 0.16, 0.22, 0.45, 0.85, 1], [0, 0.02, 0.62, 1.0, 0.62, 0.05])
            * (1.0 if side > 0 else 0.62)
        )
        split = np.abs(np.sin(t * 31 + side + rng.uniform(0, 6))) ** 40 * 0.35
        s = np.linspace(0, 1, 12)
        reach = wide * (1 - split)
        along = quill[:, None] + np.stack(
            [0.55 * reach[:, None] * s, side * reach[:, None] * s, 0.10 * reach[:, None] * s**2], 2
        )
        vanes.append(slab(along if side < 0 else along[:, ::-1], 0.00025))
    mesh = merge(vanes)
    p = mesh.vertices
    barbs = 0.10 * np.sin(2 * np.pi * (p[:, 0] - 0.55 * np.abs(p[:, 1])) / 0.0016)
    band = smoothstep(0.70, 0.95, p[:, 0] / long_ + 0.06 * np.sin(p[:, 1] * 300))
    tint = mix(colour * (1 + barbs[:, None]), dark, 0.8 * band)
    low, high = p.min(0), p.max(0)
    slip = box((low + high) / 2, high - low)  # its arch would rock on a hull
    vane = replace(trim(member, "paper"), kind="thin", transmission=0.3, roughness=0.6, bump=None)
    parts = [
        part(trim(member, "wax", "#e6dcc4"), shaft),
        part(vane, replace(mesh, colour=np.clip(tint, 0.01, 0.95))),
    ]
    return assemble(parts, [slip], mass=0.001, friction=0.8, restitution=0.05)
