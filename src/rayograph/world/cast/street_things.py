"""Street furniture: traffic cone, fire hydrant, lamp post."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.fitting import assemble, box, hull, part, post, surface, trim, vary
from rayograph.world.cast.shaping import (
    beam,
    creased,
    curve,
    hoop,
    loft,
    placed,
    rod,
    rounded_outline,
    turned,
)
from rayograph.world.scene import Part, Prop

Rng = np.random.Generator


def traffic_cone(member: CastMember, rng: Rng) -> Prop:
    """A road cone: moulded square base with feet, tapering body, two reflective collars."""
    orange = surface(member, rng)
    tall, base = 0.7 * vary(rng, 0.04), 0.355 * vary(rng, 0.03)
    low, top = 0.128, 0.026

    def r(z: float) -> float:
        return float(np.interp(z, [0.03, tall], [low, top]))

    body = turned([(low + 0.022, 0.028), (low + 0.012, 0.034), (low + 0.002, 0.05), (r(0.3), 0.3),
                   (r(0.55), 0.55),
                   (top, tall - 0.006), (top - 0.004, tall), (top - 0.012, tall), (top - 0.014, tall - 0.01),
                   (0.0, tall - 0.1)], 64)  # fmt: skip
    flat = rounded_outline(1, 1, 0.16, 8)
    rings = [np.concatenate([flat * side, np.full((len(flat), 1), z)], 1)
             for side, z in ((base - 0.012, 0.008), (base, 0.014), (base, 0.026), (base - 0.014, 0.034),
                             (low * 2, 0.036))]  # fmt: skip
    foot = loft(np.array(rings), crease_deg=40)
    pads = [placed(shapes.rounded_box((0.07, 0.07, 0.014), 0.005, 2),
                   at=(sx * base * 0.38, sy * base * 0.38, 0.007))
            for sx in (-1, 1) for sy in (-1, 1)]  # fmt: skip
    bands = [turned([(r(a) + 0.0005, a), (r(a) + 0.002, a + 0.002), (r(b) + 0.002, b - 0.002),
                     (r(b) + 0.0005, b)], 64)
             for a, b in ((0.27 * tall, 0.43 * tall), (0.57 * tall, 0.72 * tall))]  # fmt: skip
    white = replace(trim(member, "plastic", member.accent or "#e9e9e4"), roughness=0.25)
    walls = [box((0, 0, 0.018), (base, base, 0.036)), hull(body.vertices[body.vertices[:, 2] > 0.03])]
    parts = [part(orange, body, foot), part(trim(member, "rubber", "#1d1d1e"), *pads), part(white, *bands)]
    return assemble(parts, walls, mass=3.2, friction=0.8, restitution=0.25)


def _nut(radius: float, height: float, sides: int) -> Mesh:
    a = np.arange(sides) * 2 * np.pi / sides
    ring = np.stack([np.cos(a), np.sin(a), 0 * a], 1)
    levels = ((radius, 0.0), (radius, height * 0.85), (radius * 0.85, height))
    return loft(np.array([ring * [r, r, 1] + [0, 0, z] for r, z in levels]))


def hydrant(member: CastMember, rng: Rng) -> Prop:
    """A fire hydrant: flanged barrel, domed bonnet with its nut, two hose caps, one pumper cap, chains."""
    iron = surface(member, rng)
    two_tone = rng.random() < 0.5 or member.accent is not None
    cap_iron = trim(member, "painted_metal", member.accent or "#c9c3b4") if two_tone else iron
    tall = 0.8 * vary(rng, 0.03)
    s = tall / 0.8
    pieces, caps = [turned(_BARREL, 72)], _bonnet()
    for axis, turn, r, at in (("x", 90.0, 0.058, (0.0, -0.1, 0.36)), ("y", 90.0, 0.042, (0.1, 0.0, 0.47)),
                              ("y", -90.0, 0.042, (-0.1, 0.0, 0.47))):  # fmt: skip
        neck, lid = _mouth(r)
        pieces.append(placed(neck, at=at, turns=[(axis, turn)]))
        caps += [placed(mesh, at=at, turns=[(axis, turn)]) for mesh in lid]
    slack = ([(0.13, -0.02, 0.43), (0.13, -0.055, 0.33), (0.075, -0.1, 0.3), (0.03, -0.15, 0.3)],
             [(-0.13, -0.02, 0.43), (-0.13, -0.05, 0.36), (-0.09, -0.075, 0.37)])  # fmt: skip
    links = [link for line, count in zip(slack, (60, 44), strict=True) for link in _chain(curve(line, count))]
    scale = np.diag([s, s, s, 1.0])
    groups = ((iron, pieces), (cap_iron, caps), (trim(member, "steel"), links))
    parts = [part(skin, *(mesh.moved(scale) for mesh in meshes)) for skin, meshes in groups]
    walls = [post((0, 0, tall * 0.47), 0.115 * s, tall * 0.94), post((0, 0, 0.02), 0.15 * s, 0.04),
             post((0, 0, 0.47 * s), 0.045 * s, 0.36 * s, ("y", 90)),
             post((0, -0.145 * s, 0.36 * s), 0.06 * s, 0.1 * s, ("x", 90))]  # fmt: skip
    return assemble(parts, walls, mass=72.0, friction=0.7, restitution=0.1)


_BARREL = ((0, 0), (0.15, 0), (0.152, 0.006), (0.152, 0.03), (0.146, 0.036), (0.112, 0.04), (0.105, 0.05),
           (0.1, 0.08),
           (0.098, 0.40), (0.108, 0.43), (0.112, 0.45), (0.112, 0.52), (0.108, 0.54), (0.128, 0.545),
           (0.13, 0.55),
           (0.13, 0.572), (0.128, 0.578), (0.13, 0.582), (0.13, 0.602), (0.126, 0.608),
           (0.108, 0.612))  # fmt: skip


def _bonnet() -> list[Mesh]:
    """Dome with ribs and operating nut, and the bolts of both flanges."""
    t = np.linspace(0, np.pi / 2, 12)
    round_ = np.stack([0.106 * np.cos(t) + 0.002, 0.615 + 0.095 * np.sin(t)], 1).tolist()
    tip = [(0.03, 0.712), (0.034, 0.718), (0.034, 0.735), (0.0, 0.74)]
    caps = [
        turned([(0.108, 0.612), *round_, *tip], 72, crease_deg=50),
        placed(_nut(0.024, 0.06, 5), at=(0, 0, 0.738)),
    ]
    for ring, z in ((0.137, 0.036), (0.119, 0.605)):
        for a in 2 * np.pi * (np.arange(8) + 0.5) / 8:
            caps.append(placed(_nut(0.011, 0.014, 6), at=(np.cos(a) * ring, np.sin(a) * ring, z)))
    for a in 2 * np.pi * np.arange(10) / 10:
        path = [
            (np.cos(a) * r, np.sin(a) * r, z)
            for r, z in ((0.108, 0.62), (0.099, 0.655), (0.07, 0.69), (0.034, 0.71))
        ]
        caps.append(rod(curve(path, 10), 0.006, 8))
    return caps


def _mouth(r: float) -> tuple[Mesh, list[Mesh]]:
    """A hose outlet along +Z and its cap with lugs and nut."""
    neck = turned([(0, -0.02), (r * 0.85, -0.02), (r * 0.85, 0.012), (r, 0.014), (r, 0.03), (0, 0.03)], 40)
    cap = [
        (0, 0.03),
        (r * 1.12, 0.03),
        (r * 1.16, 0.034),
        (r * 1.16, 0.056),
        (r * 1.1, 0.062),
        (r * 0.5, 0.066),
        (0, 0.066),
    ]
    lugs = [placed(shapes.rounded_box((0.018, r * 0.5, 0.024), 0.005, 2), turns=[("z", float(np.rad2deg(a)))],
                   at=(np.cos(a) * r * 1.17, np.sin(a) * r * 1.17, 0.045))
                   for a in np.arange(4) * np.pi / 2]  # fmt: skip
    return neck, [turned(cap, 40), placed(_nut(r * 0.34, 0.028, 5), at=(0, 0, 0.066)), *lugs]


def _chain(path: np.ndarray) -> list[Mesh]:
    links = []
    for i in range(0, len(path) - 3, 3):
        middle, along = path[i + 1], path[i + 3] - path[i]
        along = along / np.linalg.norm(along)
        side = np.cross(along, [0.3, 0.2, 1.0] if (i // 3) % 2 else [1.0, -0.4, 0.1])
        side /= np.linalg.norm(side)
        a = np.linspace(0, 2 * np.pi, 15)[:, None]
        links.append(rod(middle + along * np.cos(a) * 0.0095 + side * np.sin(a) * 0.0055, 0.0018, 6))
    return links


def lamp_post(member: CastMember, rng: Rng) -> Prop:
    """A cast-iron street lamp: fluted column on a stepped base, ladder bar, four-sided lantern."""
    iron = surface(member, rng)
    tall = 4.2 * vary(rng, 0.02)
    neck = tall - 0.78
    flutes = 12
    a = np.linspace(0, 2 * np.pi, flutes * 6, endpoint=False)
    rings = []
    for z, r, depth in (
        (0.62, 0.062, 0.0),
        (0.66, 0.062, 0.10),
        (neck - 0.25, 0.04, 0.10),
        (neck - 0.2, 0.04, 0.0),
    ):
        girth = r * (1 - depth * np.abs(np.cos(a * flutes / 2)) ** 3)
        rings.append(np.stack([np.cos(a) * girth, np.sin(a) * girth, np.full(len(a), z)], 1))
    base = turned([(0, 0), (0.19, 0), (0.195, 0.01), (0.195, 0.05), (0.18, 0.06), (0.165, 0.09),
                   (0.16, 0.1), (0.13, 0.11),
                   (0.115, 0.16), (0.11, 0.42), (0.125, 0.45), (0.13, 0.47), (0.12, 0.49), (0.085, 0.51),
                   (0.075, 0.55),
                   (0.08, 0.58), (0.08, 0.6), (0.06, 0.63), (0, 0.63)], 48)  # fmt: skip
    head = turned([(0.04, neck - 0.22), (0.06, neck - 0.2), (0.062, neck - 0.18), (0.042, neck - 0.15),
                   (0.035, neck - 0.06),
                   (0.06, neck - 0.03), (0.065, neck), (0, neck)], 40)  # fmt: skip
    rings_at = [placed(hoop(r, 0.012), at=(0, 0, z)) for r, z in ((0.056, 1.3), (0.045, neck - 0.5))]
    bar = [rod([(-0.24, 0, neck - 0.32), (0.24, 0, neck - 0.32)], 0.011, 10)]
    bar += [
        placed(shapes.icosphere(2).moved(np.diag([0.021, 0.021, 0.021, 1])), at=(s * 0.24, 0, neck - 0.32))
        for s in (-1, 1)
    ]
    frame, panes, glow = _lantern(neck, tall)
    glass = replace(
        trim(member, "glass"), kind="thin", base_colour=(0.92, 0.9, 0.84), roughness=0.3, transmission=0.85
    )
    parts: list[Part] = [part(iron, loft(np.array(rings), crease_deg=50), base, head, *rings_at, *bar,
                              *frame),
                         part(glass, *panes), part(trim(member, "wax", "#fff1d6"), *glow,
                                                light="self")]  # fmt: skip
    walls = [
        post((0, 0, neck - 0.32), 0.015, 0.5, ("y", 90)),
        post((0, 0, 0.3), 0.14, 0.6),
        post((0, 0, tall / 2), 0.06, tall * 0.8),
        box((0, 0, tall - 0.4), (0.36, 0.36, 0.6)),
    ]
    return assemble(parts, walls, mass=140.0, friction=0.7, restitution=0.05)


def _lantern(neck: float, tall: float) -> tuple[list[Mesh], list[Mesh], list[Mesh]]:
    """A lantern that widens upwards, with corner bars, roof, finial, and the glowing mantle inside."""
    low, high, z0, z1 = 0.095, 0.19, neck + 0.03, tall - 0.26
    corners = np.array([(1, 1), (-1, 1), (-1, -1), (1, -1)])
    frame, panes = [], []
    for k in range(4):
        c, d = corners[k], corners[(k + 1) % 4]
        a0, a1 = (*(c * low), z0), (*(c * high), z1)
        b0, b1 = (*(d * low), z0), (*(d * high), z1)
        frame += [rod([a0, a1], 0.011, 8), rod([a0, b0], 0.012, 8), rod([a1, b1], 0.015, 8)]
        frame.append(rod([(0.06 * c[0] * 0.7, 0.06 * c[1] * 0.7, neck - 0.01), a0], 0.009, 8))
        grid = np.array([[a0, b0], [a1, b1]])
        panes.append(creased(Mesh(vertices=grid.reshape(-1, 3), faces=np.array([[0, 1, 3], [0, 3, 2]]))))
    steps = ((high + 0.03, z1 - 0.004), (high + 0.03, z1 + 0.008), (high * 0.75, z1 + 0.07),
             (high * 0.42, z1 + 0.125),
             (high * 0.36, z1 + 0.135), (high * 0.36, z1 + 0.16), (high * 0.44, z1 + 0.165),
             (0.02, z1 + 0.2))  # fmt: skip
    flat = rounded_outline(2, 2, 0.08, 3)
    frame.append(
        loft(
            np.array([np.concatenate([flat * w, np.full((len(flat), 1), z)], 1) for w, z in steps]),
            crease_deg=30,
        )
    )
    frame.append(
        placed(
            turned(
                [(0, 0), (0.02, 0), (0.012, 0.012), (0.022, 0.03), (0.02, 0.042), (0.006, 0.055), (0, 0.075)],
                24,
            ),
            at=(0, 0, tall - 0.075),
        )
    )
    frame.append(beam((0, 0, neck - 0.02), (0, 0, z0 + 0.05), 0.03, 0.03, up=(0, 1, 0)))
    bulb = turned(
        [
            (0, z0 + 0.05),
            (0.03, z0 + 0.055),
            (0.05, z0 + 0.12),
            (0.052, z0 + 0.16),
            (0.035, z0 + 0.21),
            (0, z0 + 0.225),
        ],
        32,
        crease_deg=70,
    )
    return frame, panes, [bulb]
