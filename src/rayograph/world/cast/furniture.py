"""Furniture: chair, armchair, table on legs, park bench, floor lamp, ladder."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.core.tables import table_form
from rayograph.world import shapes
from rayograph.world.cast.column_table import column_table
from rayograph.world.cast.fitting import assemble, box, part, post, surface, trim, vary
from rayograph.world.cast.shaping import beam, curve, hoop, outline_path, placed, rod, rounded, slab, turned
from rayograph.world.scene import Collider, Part, Prop

Rng = np.random.Generator


def chair(member: CastMember, rng: Rng) -> Prop:
    """A dining chair: dished seat, raked back with slats or spindles, tapered legs and stretchers."""
    wood = surface(member, rng)
    width, depth, height, seat = 0.45 * vary(rng, 0.03), 0.44, 0.86 * vary(rng, 0.05), 0.45
    x, front, back = width / 2 - 0.025, -depth / 2 + 0.03, depth / 2 - 0.02
    u, v = np.meshgrid(np.linspace(-1, 1, 17), np.linspace(-1, 1, 17))
    dish = seat - 0.012 * (1 - u**2) * (1 - v**2)
    corner = 1 - 0.08 * np.abs(u) ** 4 * np.abs(v) ** 4
    tops = np.stack([u * width / 2 * corner * (1 - 0.05 * v), v * depth / 2 * corner, dish], -1)
    bars: list[Mesh] = [slab(tops, 0.028)]
    for side in (-1, 1):
        bars.append(_taper((side * x * 0.94, front, seat - 0.02), (side * x, front - 0.015, 0), 0.02, 0.013))
        spine = curve([(side * x, back + 0.025, 0), (side * x * 0.93, back - 0.01, seat),
                       (side * x * 0.9, back + 0.02, 0.65),
                       (side * x * 0.9, back + 0.075, height)])  # fmt: skip
        bars.append(rod(spine, np.interp(spine[:, 2], [0, seat, height], [0.014, 0.02, 0.013]), 12))
        bars.append(beam((side * x, front, 0.2), (side * x, back + 0.01, 0.2), 0.018, 0.022, radius=0.006))
        bars.append(beam((side * x * 0.94, front + 0.01, seat - 0.05), (side * x * 0.93, back, seat - 0.05),
                         0.02, 0.05, rng=rng))  # fmt: skip
    bars.append(beam((-x, (front + back) / 2, 0.2), (x, (front + back) / 2, 0.2), 0.018, 0.022, radius=0.006))
    for y in (front, back):
        bars.append(beam((-x, y, seat - 0.05), (x, y, seat - 0.05), 0.02, 0.05, rng=rng))
    bars += _chair_back(rng, x, back, seat, height)
    walls = [box((0, 0, seat - 0.02), (width, depth, 0.045)),
             box((0, back + 0.035, (seat + height) / 2), (width * 0.92, 0.04, height - seat),
                 ("x", -7))]  # fmt: skip
    for side in (-1, 1):
        walls += [post((side * x * 0.97, y, seat / 2), 0.018, seat) for y in (front - 0.006, back + 0.012)]
    return assemble([part(wood, *bars)], walls, mass=4.8, friction=0.5, restitution=0.2)


def _taper(top: tuple[float, ...], foot: tuple[float, ...], wide: float, thin: float) -> Mesh:
    path = np.linspace(foot, top, 12)
    return rod(path, np.linspace(thin, wide, 12), 14)


def _chair_back(rng: Rng, x: float, back: float, seat: float, height: float) -> list[Mesh]:
    """Crest rail and either ladder slats or spindles, bowed backwards."""
    across = np.linspace(-1, 1, 13)

    def rail(z: float, tall: float, bow: float) -> Mesh:
        y = back + np.interp(z, [seat, 0.65, height], [-0.01, 0.02, 0.075])
        rows = [np.stack([across * x * 0.9, y + bow * (1 - across**2), np.full(13, z + dz)], 1)
                for dz in np.linspace(-tall / 2, tall / 2, 5)]  # fmt: skip
        return slab(np.array(rows), 0.016)

    rails = [rail(height - 0.045, 0.09, 0.03)]
    if rng.random() < 0.5:
        return rails + [rail(z, 0.05, 0.022) for z in np.linspace(seat + 0.12, height - 0.17, 2)]
    for s in np.linspace(-0.75, 0.75, 6):
        top = back + 0.06 + 0.03 * (1 - s * s)
        rails.append(rod(curve([(s * x * 0.85, back - 0.02, seat - 0.01),
                                (s * x * 0.9, back + 0.02 + 0.02 * (1 - s * s), 0.65),
                                (s * x * 0.9, top, height - 0.06)], 10), 0.0075, 8))  # fmt: skip
    return rails


def table(member: CastMember, rng: Rng) -> Prop:
    """A dining table: planked top with bevelled edge, apron, tapered or turned legs."""
    form = table_form(f"{member.words} {member.name}")
    if form.column:
        return column_table(member, form, rng)
    wood = surface(member, rng)
    width, depth, height = form.size
    planks = round(depth / 0.14)
    pitch = depth / planks
    top = [beam((-width / 2, (i + 0.5) * pitch - depth / 2, height - 0.016),
                (width / 2, (i + 0.5) * pitch - depth / 2, height - 0.016), pitch - 0.0008, 0.032,
                radius=0.0022, rng=rng) for i in range(planks)]  # fmt: skip
    x, y = width / 2 - 0.07, depth / 2 - 0.07
    for side in (-1, 1):
        for a, b in (((-x, side * y), (x, side * y)), ((side * x, -y), (side * x, y))):
            top.append(beam((*a, height - 0.075), (*b, height - 0.075), 0.022, 0.085, rng=rng))
    lathed = rng.random() < 0.4 and height > 0.6
    for sx in (-1, 1):
        for sy in (-1, 1):
            foot, head = (sx * x, sy * y, 0.0), (sx * x, sy * y, height - 0.035)
            top.append(_turned_leg(foot, height) if lathed else _square_leg(foot, head, 0.035, 0.062))
    walls = [
        box((0, 0, height - 0.016), (width, depth, 0.032)),
        box((0, 0, height - 0.075), (2 * x, 2 * y, 0.085)),
    ]
    walls += [box((sx * x, sy * y, height / 2 - 0.02), (0.055, 0.055, height - 0.04))
              for sx in (-1, 1) for sy in (-1, 1)]  # fmt: skip
    return assemble([part(wood, *top)], walls, mass=24.0, friction=0.5, restitution=0.35)


def _square_leg(foot: tuple[float, ...], head: tuple[float, ...], thin: float, wide: float) -> Mesh:
    leg = beam((0, 0, 0), (0, 0, 1), 1.0, 1.0, radius=0.08)
    scale = thin + (wide - thin) * np.clip(leg.vertices[:, 2:], 0, 0.8) / 0.8
    rise = np.asarray(head) - np.asarray(foot)
    points = np.concatenate([leg.vertices[:, :2] * scale, leg.vertices[:, 2:] * rise[2]], 1) + foot
    uv = None if leg.uv is None else leg.uv * [rise[2], wide]
    return Mesh(vertices=points, faces=leg.faces, normals=leg.normals, uv=uv)


def _turned_leg(foot: tuple[float, ...], height: float) -> Mesh:
    top = height - 0.035
    profile = [(0, 0), (0.018, 0), (0.022, 0.01), (0.016, 0.03), (0.021, 0.12), (0.029, 0.36), (0.033, 0.48),
               (0.026, 0.52), (0.026, 0.53), (0.034, 0.54), (0.034, 0.56), (0.028, 0.57), (0.034, 0.58),
               (0.034, top), (0, top)]  # fmt: skip
    return placed(turned(profile, 28), at=foot)


def park_bench(member: CastMember, rng: Rng) -> Prop:
    """A park bench: cast-iron ends with scrolled arms, wooden slats on seat and back."""
    wood = surface(member, rng)
    iron = trim(member, "black_iron", member.accent)
    width = 1.5 * vary(rng, 0.04)
    seat = curve([(0, -0.24, 0.41), (0, -0.17, 0.445), (0, 0.0, 0.43), (0, 0.13, 0.42)], 5)
    back = curve([(0, 0.17, 0.47), (0, 0.2, 0.62), (0, 0.255, 0.8)], 4)
    slats, irons = [], []
    for points in (seat, back):
        tangent = np.gradient(points, axis=0)
        for p, t in zip(points, tangent, strict=True):
            up = np.cross([1.0, 0, 0], t)
            slats.append(beam((-width / 2, p[1], p[2]), (width / 2, p[1], p[2]), 0.075, 0.024,
                              radius=0.005, up=up, rng=rng))  # fmt: skip
    for x in (-width / 2 + 0.1, width / 2 - 0.1):
        frame = [[(0, -0.24, 0.39), (0, -0.12, 0.42), (0, 0.14, 0.4), (0, 0.18, 0.46), (0, 0.27, 0.81)],
                 [(0, -0.23, 0.4), (0, -0.245, 0.2), (0, -0.26, 0.0)],
                 [(0, 0.13, 0.4), (0, 0.19, 0.2), (0, 0.27, 0.0)],
                 [(0, -0.245, 0.25), (0, -0.1, 0.31), (0, 0.05, 0.31), (0, 0.19, 0.22)],
                 [(0, 0.21, 0.63), (0, 0.0, 0.65), (0, -0.2, 0.645), (0, -0.245, 0.615), (0, -0.235, 0.58),
                  (0, -0.21, 0.585)], [(0, -0.2, 0.64), (0, -0.17, 0.55), (0, -0.2, 0.42)]]  # fmt: skip
        irons += [placed(rod(curve(line, 20), 0.016, 10), at=(x, 0, -0.012)) for line in frame]
        irons += [beam((x, y - 0.05, 0.006), (x, y + 0.04, 0.006), 0.05, 0.014) for y in (-0.25, 0.26)]
    walls = [
        box((0, -0.05, 0.43), (width, 0.44, 0.04)),
        box((0, 0.215, 0.64), (width, 0.04, 0.4), ("x", -14)),
    ]
    for x in (-width / 2 + 0.1, width / 2 - 0.1):
        walls += [box((x, y, 0.2), (0.04, 0.05, 0.4)) for y in (-0.24, 0.21)]
    return assemble([part(wood, *slats), part(iron, *irons)], walls, mass=38.0, restitution=0.2)


def armchair(member: CastMember, rng: Rng) -> Prop:
    """An upholstered armchair: soft cushions with piping, rolled arms, short wooden legs."""
    cloth = surface(member, rng)
    wood = trim(member, "walnut")
    width, depth = 0.8 * vary(rng, 0.05), 0.78
    arm = 0.15
    inner = width - 2 * arm
    block = placed(shapes.rounded_box((width - 0.05, depth - 0.1, 0.15), 0.03, 5), at=(0, 0, 0.2))
    soft = [block, cushion((0, -0.06, 0.345), (inner, 0.6, 0.16), 6, 0.03),
            placed(cushion((0, 0, 0), (inner - 0.01, 0.48, 0.17), 5, 0.035), at=(0, 0.2, 0.62),
                   turns=[("x", 78)]),
            placed(shapes.rounded_box((width - 0.03, 0.62, 0.12), 0.058, 7), at=(0, 0.315, 0.54),
                   turns=[("x", 81)])]  # fmt: skip
    for side in (-1, 1):
        x = side * (width / 2 - arm / 2)
        soft.append(placed(shapes.rounded_box((arm, depth - 0.06, 0.44), 0.05, 6), at=(x, -0.02, 0.36)))
        roll = np.linspace((x, -depth / 2, 0.56), (x, depth / 2 - 0.08, 0.575), 15)
        soft.append(rod(roll, 0.083 - 0.012 * np.abs(np.linspace(-1, 1, 15)) ** 6, 28))
        soft.append(rod(_ring((x, -depth / 2 - 0.001, 0.56), 0.07, 30), 0.005, 6))
    piping = outline_path(inner - 0.03, 0.56, 0.06)
    for z in (0.275, 0.4):
        soft.append(rod(piping + [0, -0.06, z], 0.005, 6))
    legs = [placed(turned([(0, 0), (0.016, 0), (0.03, 0.12), (0, 0.12)], 20),
                   at=(sx * (width / 2 - 0.08), y, 0),
                   turns=[("x", 6 if y < 0 else -6)]) for sx in (-1, 1) for y in (-0.31, 0.28)]  # fmt: skip
    walls = [box((0, -0.05, 0.26), (width - 0.04, 0.66, 0.28)),
             box((0, 0.28, 0.55), (width - 0.06, 0.14, 0.56), ("x", -10))]  # fmt: skip
    walls += [box((s * (width / 2 - arm / 2), -0.02, 0.38), (arm, depth - 0.04, 0.5)) for s in (-1, 1)]
    walls += [post((s * (width / 2 - 0.08), y, 0.06), 0.025, 0.12) for s in (-1, 1) for y in (-0.31, 0.28)]
    return assemble([part(cloth, *soft), part(wood, *legs)], walls, mass=28.0, friction=0.7, restitution=0.1)


def _ring(centre: tuple[float, float, float], radius: float, count: int) -> np.ndarray:
    angle = np.linspace(0, 2 * np.pi, count)
    return np.stack([np.cos(angle), np.zeros(count), np.sin(angle)], 1) * radius + centre


def cushion(
    centre: tuple[float, float, float], size: tuple[float, float, float], power: float, puff: float
) -> Mesh:
    """A superellipsoid of full `size` [m] whose broad faces swell by `puff` [m]."""
    sphere = shapes.icosphere(4)
    points = sphere.vertices / (np.abs(sphere.vertices) ** power).sum(1, keepdims=True) ** (1 / power)
    swell = (1 - points[:, 0] ** 2).clip(0) * (1 - points[:, 1] ** 2).clip(0)
    points = points * np.asarray(size) / 2
    points[:, 2] += puff * swell * np.sign(points[:, 2])
    return placed(rounded(Mesh(vertices=points, faces=sphere.faces)), at=centre)


def floor_lamp(member: CastMember, rng: Rng) -> Prop:
    """A standard lamp: weighted base, slim stem, fabric shade open above and below, glowing bulb."""
    metal = surface(member, rng)
    shade = trim(member, "linen", member.accent or "#e9dcc0")
    height, radius = 1.6 * vary(rng, 0.03), 0.2 * vary(rng, 0.03)
    base = 0.145
    foot = turned([(0, 0), (base, 0), (base, 0.012), (base - 0.006, 0.02), (0.05, 0.03), (0.022, 0.05),
                   (0.013, 0.07), (0.011, height - 0.27), (0.02, height - 0.265), (0.02, height - 0.2),
                   (0, height - 0.2)], 48, crease_deg=50)  # fmt: skip
    collar = [placed(turned([(0.0, -0.012), (0.017, -0.01), (0.02, 0), (0.017, 0.01), (0, 0.012)], 32),
                     at=(0, 0, z))
              for z in (0.55, 1.05)]  # fmt: skip
    low, high = height - 0.3, height - 0.005
    top = radius * float(rng.uniform(0.55, 0.8))
    cover = turned(
        [(radius, low), (top, high), (top - 0.002, high), (radius - 0.002, low), (radius, low)], 64
    )
    rims = [placed(hoop(r + 0.0005, 0.003), at=(0, 0, z)) for r, z in ((radius, low), (top, high))]
    spokes = [rod([(0, 0, high - 0.02), (np.cos(a) * top, np.sin(a) * top, high - 0.005)], 0.002, 6)
              for a in np.linspace(0, 2 * np.pi, 4)[:-1]]  # fmt: skip
    spokes.append(rod([(0, 0, height - 0.2), (0.035, 0, height - 0.15), (0.035, 0, height - 0.07),
                       (0, 0, high - 0.02)],
                      0.002, 6))  # fmt: skip
    bulb = turned([(0, height - 0.2), (0.013, height - 0.2), (0.014, height - 0.17), (0.029, height - 0.135),
                   (0.03, height - 0.115), (0.02, height - 0.095), (0, height - 0.088)], 28,
                   crease_deg=70)  # fmt: skip
    cloth = replace(shade, kind="thin", transmission=0.45)
    parts = [part(metal, foot, *collar, *rims, *spokes), part(cloth, cover),
             part(trim(member, "wax", "#fff4dd"), bulb, light="self")]  # fmt: skip
    walls: list[Collider] = [post((0, 0, 0.012), base, 0.024), post((0, 0, height / 2), 0.012, height - 0.3),
                             post((0, 0, (low + high) / 2), (radius + top) / 2, high - low)]  # fmt: skip
    return assemble(parts, walls, mass=6.5, friction=0.6, restitution=0.1)


def ladder(member: CastMember, rng: Rng) -> Prop:
    """A straight ladder: two stiles, rungs, end caps."""
    wood = surface(member, rng)
    height, foot, head = 2.4 * vary(rng, 0.04), 0.235, 0.19
    bars = [beam((s * foot, 0, 0), (s * head, 0, height), 0.028, 0.075, up=(0, 1, 0), radius=0.007, rng=rng)
            for s in (-1, 1)]  # fmt: skip
    levels = np.arange(0.28, height - 0.15, 0.28)
    for z in levels:
        x = np.interp(z, [0, height], [foot, head])
        bars.append(rod([(-x - 0.012, 0, z), (x + 0.012, 0, z)], 0.0165, 14))
    feet = [beam((s * foot, 0, 0.0), (s * (foot - 0.002), 0, 0.07), 0.036, 0.086, up=(0, 1, 0), radius=0.008)
            for s in (-1, 1)]  # fmt: skip
    walls = [
        box((s * (foot + head) / 2, 0, height / 2), (0.03, 0.075, height), ("y", -s * 1.1)) for s in (-1, 1)
    ]
    walls += [box((0, 0, z), (2 * head, 0.03, 0.03)) for z in levels]
    parts: list[Part] = [part(wood, *bars), part(trim(member, "rubber", "#1b1b1b"), *feet)]
    return assemble(parts, walls, mass=7.5, friction=0.55, restitution=0.2)
