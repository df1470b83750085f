"""Machines of a desk before screens: typewriter, telephone, radio."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.fitting import assemble, box, hue, hull, part, post, surface, trim, vary
from rayograph.world.cast.lettered import panel, stamped
from rayograph.world.cast.profile import rounded
from rayograph.world.cast.shaping import curve, hoop, loft, placed, rod, rounded_outline, turned
from rayograph.world.scene import Material, Prop

Rng = np.random.Generator


def _enamel(base: Material) -> Material:
    return replace(base, roughness=0.22, bump=None, clearcoat=0.8)


def _block(levels: list[tuple[float, float, float, float]], radius: float) -> Mesh:
    """A body through rounded rectangles: (width, depth, shift in y, height) from the ground up [m]."""
    rings = []
    for wide, deep, shift, z in levels:
        ring = rounded_outline(wide, deep, min(radius, wide / 2.2, deep / 2.2), 7)
        rings.append(np.insert(ring + [0, shift], 2, z, axis=1))
    return loft(np.array(rings), crease_deg=50)


def telephone(member: CastMember, rng: Rng) -> Prop:
    """A rotary telephone: stepped body, finger wheel, handset on its cradle, a coiled cord."""
    shell = _enamel(trim(member, "plastic", hue(member, rng) or "#141416"))
    body = _block([(0.200, 0.175, 0.0, 0.004), (0.204, 0.180, 0.0, 0.010), (0.202, 0.178, 0.0, 0.026),
                   (0.176, 0.150, 0.012, 0.060), (0.120, 0.092, 0.030, 0.092), (0.105, 0.074, 0.032, 0.100),
                   (0.099, 0.066, 0.032, 0.102)], 0.03)  # fmt: skip
    slope = shapes.translation(0, -0.0590, 0.0660) @ shapes.rotation("x", 42)
    rim = turned(rounded([(0.043, -0.012), (0.043, 0.002), (0.040, 0.005), (0.0385, 0.002)], 0.001), 64)
    holes = [np.deg2rad(-48 + 29.5 * k) for k in range(10)]
    wheel = turned(
        rounded([(0.0375, 0.0062), (0.0375, 0.0078), (0.016, 0.0084), (0.015, 0.0078)], 0.0005), 64
    )
    cups = [placed(turned([(0.0060, 0.0082), (0.0052, 0.0088), (0.0, 0.0080)], 24),
                   at=(0.0288 * np.cos(a), 0.0288 * np.sin(a), 0.0)) for a in holes]  # fmt: skip
    eyes = [placed(hoop(0.0060, 0.0006, segments=28), at=(0.0288 * np.cos(a), 0.0288 * np.sin(a), 0.0086))
        for a in holes]  # fmt: skip
    card = turned([(0.0148, 0.0090), (0.0, 0.0092)], 40)
    plate = turned([(0.0385, 0.0048), (0.0, 0.0050)], 48)
    stop = rod([(0.030, -0.024, 0.010), (0.040, -0.030, 0.007)], 0.0016, 10)
    prongs = [placed(shapes.rounded_box((0.016, 0.050, 0.024), 0.006, 4), at=(s * 0.046, 0.032, 0.110))
        for s in (-1, 1)]  # fmt: skip
    z = 0.128
    path = curve([(-0.098, 0.032, z - 0.004), (-0.070, 0.032, z + 0.013), (0, 0.032, z + 0.018),
        (0.070, 0.032, z + 0.013), (0.098, 0.032, z - 0.004)], 40)  # fmt: skip
    grip = rod(path, np.interp(np.linspace(0, 1, 40), [0, 0.2, 0.5, 0.8, 1],
        [0.013, 0.0105, 0.0118, 0.0105, 0.013]), 20)  # fmt: skip
    horn = turned(rounded([(0.0, -0.026), (0.025, -0.026), (0.0265, -0.020), (0.0225, -0.008), (0.014, 0.004),
                           (0.0, 0.008)], 0.004), 40)  # fmt: skip
    horns = [placed(horn, at=(s * 0.093, 0.032, z - 0.004), turns=[("y", s * 8.0)]) for s in (-1, 1)]
    t = np.linspace(0, 1, 420)
    lead = curve([(-0.098, 0.036, z - 0.030), (-0.126, 0.020, 0.060), (-0.140, 0.030, 0.012),
        (-0.120, 0.085, 0.0075), (-0.060, 0.100, 0.0075), (-0.030, 0.086, 0.012)], 420)  # fmt: skip
    coil = 2 * np.pi * 46 * t
    along = np.gradient(lead, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    side = np.cross(along, [0, 0, 1.0])
    side /= np.maximum(np.linalg.norm(side, axis=1, keepdims=True), 1e-6)
    other = np.cross(side, along)
    cord = rod(lead + 0.0052 * (side * np.cos(coil)[:, None] + other * np.sin(coil)[:, None]), 0.0013, 6)
    chrome, cream = trim(member, "chrome"), trim(member, "paper", "#efe8d6")
    parts = [part(shell, body, *prongs, grip, *horns), part(chrome, rim.moved(slope), stop.moved(slope)),
        part(shell, plate.moved(slope)), part(chrome, wheel.moved(slope),
        *[e.moved(slope) for e in eyes]), part(cream, card.moved(slope), *[c.moved(slope) for c in cups]),
        part(shell, cord)]  # fmt: skip
    points = body.vertices
    walls = [hull(points[points[:, 2] < 0.03]), hull(points[points[:, 2] > 0.02]), hull(grip.vertices),
             *(hull(h.vertices) for h in horns), post((0, 0, 0.005), 0.085, 0.008)]  # fmt: skip
    return assemble(parts, walls, mass=2.1, friction=0.5, restitution=0.15)


def typewriter(member: CastMember, rng: Rng) -> Prop:
    """A portable typewriter: round keys in four rows, basket, spools, a sheet round its platen."""
    shell = _enamel(trim(member, member.material or "painted_metal", hue(member, rng) or "#1d2a2a"))
    wide, deep = 0.300 * vary(rng, 0.03), 0.310
    body = _block(
        [(wide, deep, 0.0, 0.006), (wide, deep, 0.0, 0.030), (wide * 0.99, deep * 0.97, 0.004, 0.038)], 0.035
    )
    cheeks = [_block([(0.034, deep * 0.62, 0.058, 0.034), (0.034, deep * 0.58, 0.062, 0.075),
        (0.030, deep * 0.46, 0.078, 0.098), (0.022, deep * 0.40, 0.080, 0.104)], 0.012)
        for _ in (0, 1)]  # fmt: skip
    sides = [placed(m, at=(s * (wide / 2 - 0.018), 0, 0)) for m, s in zip(cheeks, (-1, 1), strict=True)]
    hood = _block([(wide - 0.04, 0.085, 0.020, 0.060), (wide - 0.05, 0.075, 0.026, 0.086),
        (wide - 0.08, 0.052, 0.032, 0.098)], 0.02)  # fmt: skip
    keys, caps, stalks = [], [], []
    dish = turned(rounded([(0, 0.0), (0.0072, 0.0), (0.0078, 0.0012), (0.0072, 0.0028), (0.0062, 0.0024),
        (0, 0.0020)], 5e-4), 24)  # fmt: skip
    ivory = turned([(0.0061, 0.0026), (0.0, 0.0022)], 20)
    for row, (count, shift) in enumerate(((10, -0.004), (11, 0.0), (11, 0.004), (10, 0.008))):
        y, z = -deep / 2 + 0.030 + 0.022 * row, 0.044 + 0.0115 * row
        for k in range(count):
            at = ((k - (count - 1) / 2) * 0.0212 + shift, y, z)
            keys.append(placed(dish, at=at, turns=[("x", 6)]))
            caps.append(placed(ivory, at=at, turns=[("x", 6)]))
            stalks.append(rod([at, (at[0], y + 0.024, 0.036)], 0.0011, 6))
    space = placed(shapes.rounded_box((0.14, 0.013, 0.006), 0.0028, 3), at=(0, -deep / 2 + 0.012, 0.042))
    basket = [rod(curve([(0.062 * s, 0.004, 0.056), (0.042 * s, 0.024, 0.086), (0.010 * s, 0.066, 0.092)],
        8), 0.0009, 5) for s in np.linspace(-1, 1, 30)]  # fmt: skip
    spools = [placed(turned(rounded([(0, 0.098), (0.022, 0.098), (0.022, 0.101), (0.008, 0.103),
        (0, 0.108)], 8e-4), 36), at=(s * 0.088, 0.034, 0)) for s in (-1, 1)]  # fmt: skip
    roll, y, z = wide + 0.03, 0.096, 0.112
    platen = rod([(-roll / 2, y, z), (roll / 2, y, z)], 0.0165, 36)
    knobs = [placed(turned(rounded([(0, -0.009), (0.017, -0.009), (0.0185, 0.0), (0.017, 0.009),
        (0, 0.009)], 0.003), 32), at=(s * (roll / 2 + 0.012), y, z), turns=[("y", 90)])
        for s in (-1, 1)]  # fmt: skip
    lever = rod(curve([(-roll / 2 - 0.002, y - 0.01, z + 0.01), (-roll / 2 - 0.014, y - 0.05, z + 0.016),
                       (-roll / 2 + 0.002, y - 0.082, z + 0.014)], 14), 0.0026, 10)  # fmt: skip
    tray = placed(shapes.rounded_box((roll - 0.01, 0.004, 0.040), 0.0015, 2),
        at=(0, y + 0.030, z + 0.004), turns=[("x", -24)])  # fmt: skip
    bail = rod([(-roll * 0.44, y - 0.008, z + 0.022), (roll * 0.44, y - 0.008, z + 0.022)], 0.0018, 10)
    paper, typed, print_ = _sheet(member, y, z)
    metal, black = trim(member, "steel"), trim(member, "plastic", "#17171a")
    parts = [part(shell, body, *sides, hood, tray), part(metal, *stalks, *basket, lever, bail),
        part(trim(member, "chrome"), *keys), part(trim(member, "plastic", member.accent or "#efe6cd"),
        *caps), part(black, platen, *knobs, *spools, space), part(print_, typed),
        part(trim(member, "paper", "#efe9da"), paper)]  # fmt: skip
    walls = [box((0, 0, 0.0225), (wide, deep, 0.033)), box((0, 0.07, 0.07), (wide, 0.16, 0.066)),
        box((0, y, z), (roll + 0.04, 0.036, 0.036)),
        box((0, y + 0.028, z + 0.07), (0.2, 0.02, 0.13))]  # fmt: skip
    return assemble(parts, walls, mass=5.5, friction=0.6, restitution=0.1)


def _sheet(member: CastMember, y: float, z: float) -> tuple[Mesh, Mesh, Material]:
    """The sheet round the platen, the rest of it above, and what is typed there."""
    radius = 0.0169
    angle = np.linspace(np.pi * 1.25, np.pi * 0.62, 14)
    around = np.stack([y + radius * np.cos(angle), z + radius * np.sin(angle)], 1)
    rise = np.linspace(0, 1, 16)[1:, None]
    away = around[-1] + rise * [0.030, 0.125] + np.array([0.012, 0]) * rise**2
    x = np.linspace(-0.1, 0.1, 9)
    plain, typed = (panel(np.stack([np.stack([x, np.full(9, a), np.full(9, b)], 1) for a, b in line]))
                    for line in (around, np.concatenate([around[-1:], away])))  # fmt: skip
    text = member.text or "IT WAS A DARK\nAND STORMY NIGHT"
    print_ = stamped(text, "#26241f", "#efe9da", 0.2 / 0.175, ruled=False, gloss=0.8)
    return plain, typed, replace(print_, kind="thin", transmission=0.25)


def radio(member: CastMember, rng: Rng) -> Prop:
    """A valve radio: rounded wooden case, cloth grille behind slats, lit dial scale, two knobs."""
    wood = _enamel(surface(member, rng))
    wide, deep, tall = 0.36 * vary(rng, 0.04), 0.17, 0.235
    case = placed(shapes.rounded_box((wide, deep, tall), 0.032, 8), at=(0, 0, tall / 2 + 0.008))
    front = -deep / 2 - 0.0012
    panel_ = placed(
        shapes.rounded_box((wide * 0.88, 0.006, tall * 0.50), 0.0025, 3), at=(0, front + 0.0015, tall * 0.665)
    )
    slats = [
        placed(
            shapes.rounded_box((0.005, 0.008, tall * 0.48), 0.002, 2), at=(x, front - 0.0015, tall * 0.665)
        )
        for x in np.linspace(-wide * 0.40, wide * 0.40, 12)
    ]
    w, h = wide * 0.50, tall * 0.20
    dial = stamped(member.text or "LONDON  PARIS", "#3a2a14", "#e9cf92", w / h, gloss=0.25)
    face = panel(
        np.array(
            [
                [(-w / 2, front - 0.001, tall * 0.14), (w / 2, front - 0.001, tall * 0.14)],
                [(-w / 2, front - 0.001, tall * 0.14 + h), (w / 2, front - 0.001, tall * 0.14 + h)],
            ]
        )
    )
    needle = placed(
        shapes.rounded_box((0.0014, 0.001, h * 0.9), 0.0004, 1),
        at=(float(rng.uniform(-0.4, 0.4)) * w, front - 0.0018, tall * 0.14 + h / 2),
    )
    frame = [
        rod([(-w / 2, front - 0.001, z), (w / 2, front - 0.001, z)], 0.0022, 8)
        for z in (tall * 0.14, tall * 0.14 + h)
    ]
    frame += [
        rod([(x, front - 0.001, tall * 0.14), (x, front - 0.001, tall * 0.14 + h)], 0.0022, 8)
        for x in (-w / 2, w / 2)
    ]
    knob = turned(rounded([(0, 0), (0.021, 0), (0.0205, 0.006), (0.0165, 0.018), (0, 0.020)], 0.003), 40)
    knobs = [
        placed(knob, at=(s * wide * 0.365, front + 0.001, tall * 0.24), turns=[("x", 90)]) for s in (-1, 1)
    ]
    feet = [placed(turned(rounded([(0, 0), (0.011, 0), (0.011, 0.009), (0, 0.009)], 0.002), 20), at=(x, y, 0))
            for x in (-wide * 0.42, wide * 0.42) for y in (-deep * 0.36, deep * 0.36)]  # fmt: skip
    brass = trim(member, "brass")
    parts = [
        part(wood, case, *slats),
        part(trim(member, "linen", member.accent or "#c9b384"), panel_),
        part(dial, face),
        part(brass, *frame),
        part(trim(member, "painted_metal", "#a3231b"), needle),
        part(replace(trim(member, "plastic", "#e6d9b8"), roughness=0.3), *knobs),
        part(trim(member, "rubber", "#1a1a1a"), *feet),
    ]
    walls = [
        box((0, 0, tall / 2 + 0.004), (wide, deep, tall + 0.008)),
        box((0, front - 0.008, tall * 0.24), (wide * 0.8, 0.02, 0.04)),
    ]
    return assemble(parts, walls, mass=4.0, friction=0.5, restitution=0.15)
