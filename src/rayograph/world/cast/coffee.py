"""The coffee corner and the worktop: moka pot, French press, coffee grinder, blender, kitchen scales."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast import solids
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, hue, part, post, surface, trim
from rayograph.world.cast.lettered import flat, stamped
from rayograph.world.cast.makings import cut, disc, shaped, slab_box, spun
from rayograph.world.cast.profile import hollow, spline
from rayograph.world.cast.shaping import curve, hoop, loft, placed, rod, turned
from rayograph.world.cast.vessels import liquid
from rayograph.world.scene import Part, Prop

Rng = np.random.Generator


def _facets(levels: list[tuple[float, float]], sides: int = 8) -> Mesh:
    """A faceted body: (circumradius, z) of regular polygons, flat sides kept flat [m]."""
    angle = 2 * np.pi * (np.arange(sides) + 0.5) / sides
    soft = []
    for a, b in zip(angle, np.roll(angle, -1), strict=True):
        p, q = np.array([np.cos(a), np.sin(a)]), np.array([np.cos(b), np.sin(b)])
        soft += [p + (q - p) * 0.06, p + (q - p) * 0.5, p + (q - p) * 0.94]
    ring = np.array(soft)
    return loft(np.array([np.insert(ring * r, 2, z, axis=1) for r, z in levels]), crease_deg=28)


def moka_pot(member: CastMember, rng: Rng) -> Prop:
    """A stove-top moka pot: eight-sided boiler and waisted top, collar, spout, hinged lid, black handle."""
    metal = replace(surface(member, rng), roughness=0.24)
    body = [_facets([(0.046, 0.0), (0.048, 0.002), (0.045, 0.060), (0.044, 0.066), (0.040, 0.068)]),
        _facets([(0.036, 0.078), (0.038, 0.080), (0.040, 0.10), (0.047, 0.152), (0.0475, 0.156),
            (0.044, 0.157)])]  # fmt: skip
    collar = spun(
        [(0, 0.064), (0.041, 0.064), (0.043, 0.067), (0.043, 0.080), (0.040, 0.083), (0, 0.083)],
        64,
        radius=0.001,
    )
    lid = _facets([(0.0485, 0.157), (0.0485, 0.161), (0.030, 0.172), (0.010, 0.176), (0.002, 0.1762)])
    spout = loft(np.array([[(-x, w * s, z) for x, s, z in ((0.036, 1, 0.156), (0.036, -1, 0.156),
        (0.036 + reach, 0, zz))]
        for w, reach, zz in ((0.005, 0.004, 0.118), (0.014, 0.020, 0.150), (0.015, 0.027, 0.1565))]),
            crease_deg=25)  # fmt: skip
    valve = placed(spun([(0, 0), (0.006, 0), (0.006, 0.005), (0.003, 0.009), (0, 0.009)], 20, radius=0.001),
                   at=(0.016, -0.041, 0.036), turns=[("x", 90)])  # fmt: skip
    black = replace(trim(member, "plastic", member.accent or "#151516"), roughness=0.3)
    outline = shaped([(0.040, 0.148), (0.066, 0.152), (0.090, 0.148), (0.098, 0.128), (0.090, 0.075),
        (0.079, 0.075),
        (0.083, 0.122), (0.074, 0.134), (0.040, 0.136)], 0.007)  # fmt: skip
    handle = cut(outline, 0.017, (0, 0, 0), bevel=0.003)
    knob = spun([(0, 0.174), (0.005, 0.174), (0.005, 0.180), (0.0115, 0.186), (0.0115, 0.196),
        (0.006, 0.200), (0, 0.200)], 32,
                radius=0.002)  # fmt: skip
    parts = [part(metal, *body, collar, lid, spout, valve), part(black, handle, knob)]
    walls = [
        post((0, 0, 0.088), 0.046, 0.176),
        box((0.07, 0, 0.112), (0.055, 0.017, 0.078)),
        post((0, 0, 0.186), 0.012, 0.028),
    ]
    walls.append(box((-0.052, 0, 0.145), (0.022, 0.018, 0.024)))
    return assemble(parts, walls, mass=0.6, friction=0.5, restitution=0.25)


def french_press(member: CastMember, rng: Rng) -> Prop:
    """A cafetière: glass beaker of coffee in a chrome frame, plunger with its knob, black handle."""
    metal = replace(trim(member, member.material or "chrome", member.colour), roughness=0.15)
    outer = np.concatenate([[(0.044, 0.012)], spline([(0.048, 0.016), (0.049, 0.03), (0.049, 0.165)], 30)])
    vessel = hollow(outer - [0, 0.012], 0.0022, 0.005)
    glass = turned(vessel.solid, 96, crease_deg=50)
    coffee = liquid(vessel, 0.105, trim(member, "water"))
    brew = replace(trim(member, "plastic", "#2a1408"), roughness=0.12)
    up = shapes.translation(0, 0, 0.012)
    frame = [
        placed(hoop(0.0505, 0.0022, tall=h, segments=80), at=(0, 0, z))
        for z, h in ((0.016, 0.006), (0.135, 0.006))
    ]
    frame += [rod([(0.0515 * np.cos(a), 0.0515 * np.sin(a), 0.0), (0.0515 * np.cos(a), 0.0515 * np.sin(a),
        0.14)], 0.0032, 10)
              for a in np.arange(4) * np.pi / 2 + np.pi / 4]  # fmt: skip
    lid = spun(
        [(0, 0.174), (0.053, 0.174), (0.0535, 0.180), (0.046, 0.190), (0.020, 0.197), (0, 0.198)],
        72,
        radius=0.003,
    )
    stem = rod([(0, 0, 0.06), (0, 0, 0.238)], 0.0024, 12)
    filter_ = disc(0.0455, 0.006, (0, 0, 0.124))
    knob = placed(
        spun([(0, 0), (0.006, 0.0), (0.012, 0.008), (0.012, 0.016), (0.006, 0.022), (0, 0.022)], 32),
        at=(0, 0, 0.232),
    )
    outline = shaped([(0.050, 0.150), (0.076, 0.152), (0.092, 0.140), (0.094, 0.06), (0.080, 0.042),
        (0.050, 0.040),
        (0.050, 0.052), (0.074, 0.055), (0.081, 0.066), (0.080, 0.130), (0.072, 0.138), (0.050, 0.137)],
            0.006)  # fmt: skip
    black = replace(trim(member, "plastic", member.accent or "#151516"), roughness=0.3)
    parts = [part(metal, *frame, lid, stem, filter_), part(trim(member, "glass"), glass.moved(up)),
        Part(mesh=coffee.mesh.moved(up), material=brew), part(black, cut(outline, 0.016, (0, 0, 0),
            bevel=0.003), knob)]  # fmt: skip
    walls = [
        post((0, 0, 0.098), 0.054, 0.196),
        box((0.075, 0, 0.096), (0.042, 0.016, 0.112)),
        post((0, 0, 0.22), 0.012, 0.066),
    ]
    return assemble(parts, walls, mass=0.8, friction=0.5, restitution=0.2)


def coffee_grinder(member: CastMember, rng: Rng) -> Prop:
    """An old box mill: dovetailed wooden box with a drawer, brass bowl on top, iron crank with a knob."""
    wood = trim(member, member.material or "walnut", member.colour)
    brass = replace(trim(member, member.accent and "painted_metal" or "brass", member.accent), roughness=0.2)
    boxes = [slab_box((0.125, 0.125, 0.110), (0, 0, 0.070), 0.003), slab_box((0.150, 0.150, 0.016),
        (0, 0, 0.008), 0.005),
        slab_box((0.138, 0.138, 0.010), (0, 0, 0.129), 0.004), slab_box((0.085, 0.012, 0.045),
            (0, -0.062, 0.050), 0.003)]  # fmt: skip
    line = [(0.0, 0.136), (0.032, 0.136), (0.040, 0.150), (0.055, 0.168), (0.060, 0.180), (0.060, 0.183),
        (0.0575, 0.183),
        (0.052, 0.170), (0.020, 0.156), (0.0, 0.156)]  # fmt: skip
    bowl = turned(line, 72)
    bridge = rod(
        curve(
            [(-0.057, 0, 0.181), (-0.045, 0, 0.205), (0, 0, 0.214), (0.045, 0, 0.205), (0.057, 0, 0.181)], 30
        ),
        0.005,
        10,
    )
    axle = spun(
        [(0, 0.15), (0.007, 0.15), (0.007, 0.226), (0.011, 0.228), (0.011, 0.236), (0, 0.240)],
        28,
        radius=0.001,
    )
    crank = rod(
        curve([(0, 0, 0.230), (0.05, -0.012, 0.236), (0.10, -0.03, 0.232), (0.125, -0.04, 0.228)], 24),
        0.0045,
        12,
    )
    grip = placed(
        spun([(0, 0), (0.006, 0), (0.012, 0.012), (0.015, 0.024), (0.010, 0.035), (0, 0.037)], 32),
        at=(0.123, -0.039, 0.226),
    )
    knob = placed(spun([(0, 0), (0.004, 0), (0.004, 0.006), (0.010, 0.012), (0.007, 0.019), (0, 0.020)],
        28, radius=0.001),
                  at=(0, -0.067, 0.050), turns=[("x", 90)])  # fmt: skip
    plate = part(
        stamped(member.text or "COFFEE", "#2a1c10", "#d6b25e", 3.2, metal=False),
        flat((-0.032, -0.0634, 0.086), (0.064, 0, 0), (0, 0, 0.020)),
    )
    parts = [
        part(wood, *boxes, grip),
        part(brass, bowl, bridge, axle, knob),
        part(trim(member, "black_iron"), crank),
        plate,
    ]
    walls = [
        box((0, 0, 0.067), (0.15, 0.15, 0.134)),
        post((0, 0, 0.18), 0.06, 0.10),
        box((0.065, -0.02, 0.24), (0.15, 0.05, 0.045)),
    ]
    return assemble(parts, walls, mass=1.2, friction=0.6, restitution=0.2)


def _blender_base() -> tuple[list[Mesh], list[Mesh]]:
    """The motor housing of a blender, and its black foot and collar."""
    base = [
        spun(
            [
                (0, 0.008),
                (0.088, 0.008),
                (0.090, 0.014),
                (0.078, 0.10),
                (0.066, 0.145),
                (0.060, 0.150),
                (0, 0.150),
            ],
            72,
        )
    ]
    foot = [spun([(0, 0), (0.086, 0), (0.090, 0.004), (0.090, 0.012), (0, 0.012)], 72, radius=0.002),
        spun([(0, 0.148), (0.058, 0.148), (0.060, 0.156), (0.056, 0.172), (0, 0.172)], 64)]  # fmt: skip
    return base, foot


def blender(member: CastMember, rng: Rng) -> Prop:
    """A jug blender: heavy base with a dial and buttons, square-shouldered glass jug, handle, black lid."""
    shell = replace(
        trim(member, member.material or "chrome", hue(member, rng) if not member.material else member.colour),
        roughness=0.2,
    )
    black = replace(trim(member, "plastic", "#161618"), roughness=0.35)
    base, foot = _blender_base()
    outer = spline([(0.050, 0.0), (0.053, 0.01), (0.062, 0.10), (0.070, 0.195)], 48)
    vessel = hollow(outer, 0.0035, 0.010)
    jug = turned(vessel.solid, 96, crease_deg=50).moved(shapes.translation(0, 0, 0.172))
    blades = [
        slab_box(
            (0.044, 0.007, 0.0015),
            (0, 0, 0.190 + 0.005 * k),
            0.0004,
            [("y", 20.0 - 40 * (k % 2)), ("z", 45.0 * k)],
        )
        for k in range(3)
    ]
    rim = [placed(hoop(0.0705, 0.003, segments=72), at=(0, 0, 0.366))]
    lid = spun(
        [
            (0, 0.364),
            (0.072, 0.364),
            (0.073, 0.372),
            (0.068, 0.384),
            (0.030, 0.386),
            (0.028, 0.400),
            (0.022, 0.404),
            (0, 0.404),
        ],
        64,
    )
    outline = shaped([(0.066, 0.345), (0.105, 0.342), (0.112, 0.325), (0.104, 0.225), (0.090, 0.215),
        (0.060, 0.214), (0.060, 0.228),
        (0.086, 0.231), (0.092, 0.24), (0.096, 0.318), (0.092, 0.328), (0.066, 0.331)], 0.006)  # fmt: skip
    dial = [
        disc(0.022, 0.016, (0, -0.081, 0.072), [("x", 83)], edge=0.003),
        slab_box((0.003, 0.020, 0.018), (0, -0.086, 0.078), 0.001),
    ]
    switches = [slab_box((0.016, 0.010, 0.009), (x, -0.084, 0.034), 0.002) for x in (-0.032, 0.0, 0.032)]
    parts = [part(shell, *base, *blades, dial[1]), part(trim(member, "glass"), jug),
        part(black, *foot, lid, cut(outline, 0.018, (0, 0, 0), bevel=0.004), dial[0], *rim),
            part(trim(member, "chrome"), *switches)]  # fmt: skip
    walls = [
        post((0, 0, 0.085), 0.088, 0.17),
        post((0, 0, 0.287), 0.070, 0.234),
        box((0.088, 0, 0.28), (0.045, 0.018, 0.13)),
    ]
    return assemble(parts, walls, mass=4.0, friction=0.7, restitution=0.15)


def kitchen_scales(member: CastMember, rng: Rng) -> Prop:
    """Old dial scales: painted case with a big round dial and red hand, a shallow brass pan on top."""
    paint = replace(trim(member, member.material or "painted_metal", hue(member, rng)), roughness=0.3)
    case = cut(shaped([(-0.105, 0.0), (0.105, 0.0), (0.095, 0.10), (0.070, 0.205), (-0.070, 0.205),
        (-0.095, 0.10)], 0.025), 0.13,
               (0, 0, 0), bevel=0.010)  # fmt: skip
    face = disc(0.074, 0.006, (0, -0.066, 0.110), [("x", 90)], segments=72)
    rim = [placed(hoop(0.076, 0.005, segments=80), at=(0, -0.067, 0.110), turns=[("x", 90)])]
    marks = []
    for k in range(40):
        a, long_ = 2 * np.pi * k / 40, 0.013 if k % 5 == 0 else 0.006
        r = 0.067 - long_ / 2
        marks.append(slab_box((0.0026 if k % 5 == 0 else 0.0014, 0.001, long_), (r * np.sin(a),
            -0.0695, 0.110 + r * np.cos(a)), 0.0003,
                              [("y", float(np.rad2deg(a)))]))  # fmt: skip
    prints = [part(stamped(t, "#1c1c1e", "#f3eddb", 1.3, ruled=False), flat((0.040 * np.sin(a) - 0.013,
        -0.0693, 0.110 + 0.042 * np.cos(a) - 0.010),
        (0.026, 0, 0), (0, 0, 0.020))) for t, a in (("0", 0.0), ("1", np.pi / 2), ("2", np.pi),
            ("3", -np.pi / 2))]  # fmt: skip
    hand = [
        slab_box((0.004, 0.002, 0.062), (0.016, -0.0715, 0.126), 0.001, [("y", 42)]),
        disc(0.007, 0.006, (0, -0.071, 0.110), [("x", 90)]),
    ]
    neck = spun([(0, 0.200), (0.026, 0.200), (0.020, 0.212), (0.020, 0.228), (0.045, 0.236), (0, 0.236)], 48)
    pan = turned([(0.0, 0.236), (0.060, 0.236), (0.100, 0.246), (0.122, 0.266), (0.126, 0.268),
        (0.124, 0.271), (0.118, 0.269),
        (0.096, 0.250), (0.060, 0.240), (0.0, 0.240)], 96)  # fmt: skip
    brass = replace(trim(member, member.accent and "painted_metal" or "brass", member.accent), roughness=0.2)
    feet = [disc(0.012, 0.008, (x, y, -0.002)) for x in (-0.085, 0.085) for y in (-0.045, 0.045)]
    parts = [part(paint, case, neck), part(brass, pan, *rim), part(trim(member, "paper", "#f3eddb"), face),
        part(trim(member, "plastic", "#1c1c1e"), *marks, *feet), part(trim(member, "plastic", "#b3261e"),
            *hand), *prints]  # fmt: skip
    walls = [box((0, 0, 0.052), (0.20, 0.13, 0.116)), box((0, 0, 0.155), (0.165, 0.13, 0.10)),
        post((0, 0, 0.22), 0.024, 0.034),
        *solids.stack(np.array([(0.06, 0.236), (0.10, 0.246), (0.125, 0.270)]), [0.236, 0.270])]  # fmt: skip
    return assemble(parts, walls, mass=2.6, friction=0.6, restitution=0.15)


COFFEE: dict[str, Generator] = {
    "moka_pot": moka_pot,
    "french_press": french_press,
    "coffee_grinder": coffee_grinder,
    "blender": blender,
    "kitchen_scales": kitchen_scales,
}
