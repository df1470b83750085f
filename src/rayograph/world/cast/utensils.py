"""Kitchen hand tools and pots: rolling pin, whisk, spatula, saucepan, wok, colander, grater, corkscrew."""

from dataclasses import replace

import numpy as np

from rayograph.core.plan import CastMember
from rayograph.world.cast import solids
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, part, post, surface, trim
from rayograph.world.cast.makings import circle, cut, disc, hugged, pillowed, shaped, slab_box, spun
from rayograph.world.cast.profile import hollow, spline
from rayograph.world.cast.shaping import beam, curve, hoop, placed, rod, turned
from rayograph.world.scene import Prop

Rng = np.random.Generator


def rolling_pin(member: CastMember, rng: Rng) -> Prop:
    """A rolling pin lying across: thick barrel, two turned handles on a steel axle, a dusting of flour."""
    wood = surface(member, rng)
    z = 0.031
    barrel = placed(spun([(0, -0.125), (0.027, -0.125), (0.031, -0.119), (0.031, 0.119), (0.027, 0.125),
        (0, 0.125)], 72), at=(0, 0, z),
                    turns=[("y", 90)])  # fmt: skip
    grips = [placed(turned(spline([(0.0, 0.131), (0.010, 0.132), (0.0125, 0.142), (0.0155, 0.175),
        (0.0135, 0.205), (0.009, 0.222),
        (0.0, 0.226)], 40), 40, crease_deg=60), at=(0, 0, z), turns=[("y", s * 90)]) for s in (-1,
            1)]  # fmt: skip
    axle = rod([(-0.14, 0, z), (0.14, 0, z)], 0.0055, 16)
    rings = [
        placed(hoop(0.0085, 0.003, segments=28), at=(s * 0.1285, 0, z), turns=[("y", 90)]) for s in (-1, 1)
    ]
    parts = [part(wood, barrel), part(trim(member, member.accent and "painted_wood" or "walnut",
        member.accent), *grips),
             part(trim(member, "steel"), axle, *rings)]  # fmt: skip
    walls = [
        post((0, 0, z), 0.031, 0.25, ("y", 90)),
        post((0, 0, z), 0.014, 0.448, ("y", 90)),
        box((0, 0, 0.004), (0.24, 0.02, 0.008)),
    ]
    return assemble(parts, walls, mass=0.75, friction=0.5, restitution=0.3)


def whisk(member: CastMember, rng: Rng) -> Prop:
    """A balloon whisk lying on its side: ten looped wires from a steel handle."""
    steel = replace(surface(member, rng), roughness=0.18)
    half = curve(
        [
            (0.0, 0, 0.003),
            (0.05, 0, 0.014),
            (0.095, 0, 0.030),
            (0.125, 0, 0.0345),
            (0.148, 0, 0.022),
            (0.155, 0, 0.0),
        ],
        40,
    )
    line = np.concatenate([half, (half * [1, 1, -1])[-2::-1]])
    wires = [rod(np.stack([0.02 + line[:, 0] * (1 - 0.012 * k), line[:, 2] * np.cos(a),
        0.036 + line[:, 2] * np.sin(a)], 1), 0.0012, 8)
             for k, a in enumerate(np.linspace(0, np.pi, 6)[:-1])]  # fmt: skip
    grip = placed(turned(spline([(0.0, -0.115), (0.009, -0.113), (0.0125, -0.09), (0.010, -0.03),
        (0.0085, 0.018), (0.0095, 0.028),
        (0.0, 0.03)], 50), 36, crease_deg=60), at=(0, 0, 0.036), turns=[("y", 90 - 13.0)])  # fmt: skip
    low = float(grip.vertices[:, 2].min())
    grip = placed(grip, at=(0, 0, -min(low, 0.0)))
    loop = placed(hoop(0.010, 0.0016, segments=28), at=(-0.124, 0, 0.010), turns=[("x", 90)])
    parts = [
        part(steel, *wires, loop),
        part(trim(member, "steel" if not member.accent else "plastic", member.accent), grip),
    ]
    return hugged(parts, mass=0.14, axis=0, slabs=4, friction=0.4, restitution=0.3)


def spatula(member: CastMember, rng: Rng) -> Prop:
    """A slotted turner lying: bright blade with slots, bent neck, wooden handle with a steel cap."""
    steel = replace(
        trim(member, member.material or "steel", member.colour if member.material else None), roughness=0.2
    )
    wood = trim(member, "oak" if not member.colour else "painted_wood", member.colour)
    slots = [shaped([(0.100, y - 0.003), (0.165, y - 0.003), (0.165, y + 0.003), (0.100, y + 0.003)], 0.003)
             for y in (-0.022, -0.0075, 0.0075, 0.022)]  # fmt: skip
    blade = cut(shaped([(0.075, -0.026), (0.185, -0.041), (0.185, 0.041), (0.075, 0.026)], 0.010),
        0.0018, (0, 0, 0.0022), bevel=0.0004,
                axis="z", holes=slots)  # fmt: skip
    neck = rod(
        curve([(0.085, 0, 0.003), (0.055, 0, 0.008), (0.03, 0, 0.030), (-0.03, 0, 0.040)], 24), 0.0042, 12
    )
    grip = rod(curve([(-0.02, 0, 0.039), (-0.09, 0, 0.032), (-0.160, 0, 0.011)], 30),
               np.interp(np.linspace(0, 1, 30), [0, 0.1, 0.5, 0.9, 1], [0.008, 0.010, 0.012, 0.010, 0.007]),
                   20)  # fmt: skip
    cap = rod([(-0.014, 0, 0.0395), (-0.030, 0, 0.0385)], 0.0105, 20)
    return hugged([part(steel, blade, neck, cap), part(wood, grip)], mass=0.16, axis=0, slabs=5, friction=0.4)


def saucepan(member: CastMember, rng: Rng) -> Prop:
    """A cooking pot with its lid on: straight sides, rolled rim, two loop handles, domed lid with a knob."""
    metal = replace(surface(member, rng), roughness=0.2)
    r, tall = 0.105, 0.125
    pot = turned([(0, 0.0), (r - 0.008, 0.0), (r - 0.002, 0.003), (r, 0.010), (r, tall - 0.003),
        (r + 0.004, tall), (r + 0.003, tall + 0.003),
        (r - 0.003, tall + 0.003), (0, tall)], 96)  # fmt: skip
    lid = turned(spline([(r + 0.004, tall + 0.003), (r + 0.004, tall + 0.007), (r * 0.9, tall + 0.014),
        (r * 0.5, tall + 0.030),
        (0.0, tall + 0.036)], 40), 96, crease_deg=50)  # fmt: skip
    foot = spun([(0, 0.0), (r * 0.9, 0.0), (r * 0.9, 0.006), (0, 0.006)], 72, radius=0.001)
    black = trim(member, "plastic", member.accent or "#161618")
    knob = [placed(spun([(0, 0), (0.007, 0), (0.007, 0.012), (0.018, 0.018), (0.019, 0.026), (0.012, 0.031),
        (0, 0.032)], 36),
                   at=(0, 0, tall + 0.033))]  # fmt: skip
    ears, plates = [], []
    for s in (-1, 1):
        ears.append(rod(curve([(s * r, -0.034, tall - 0.030), (s * (r + 0.022), -0.032, tall - 0.026),
            (s * (r + 0.034), 0, tall - 0.023),
            (s * (r + 0.022), 0.032, tall - 0.026), (s * r, 0.034, tall - 0.030)], 40),
                0.0058, 14))  # fmt: skip
        plates += [
            slab_box((0.008, 0.024, 0.026), (s * (r - 0.003), y, tall - 0.030), 0.003)
            for y in (-0.033, 0.033)
        ]
    parts = [part(metal, pot, lid, foot, *plates, *(ears if not member.accent else [])), part(black, *knob)]
    if member.accent:
        parts.append(part(black, *ears))
    walls = [post((0, 0, tall / 2), r, tall), *solids.stack(np.array([(r, tall), (r * 0.5, tall + 0.03),
        (0.02, tall + 0.062)]), [tall, tall + 0.03]),
        post((0, 0, tall + 0.048), 0.018, 0.034), *[box((s * (r + 0.016), 0, tall - 0.026),
            (0.044, 0.075, 0.012)) for s in (-1, 1)]]  # fmt: skip
    return assemble(parts, walls, mass=1.8, friction=0.5, restitution=0.2)


def wok(member: CastMember, rng: Rng) -> Prop:
    """A carbon-steel wok: round-bottomed pan with a long wooden handle and a helper loop."""
    metal = replace(trim(member, member.material or "black_iron", member.colour), roughness=0.35)
    r, tall = 0.160, 0.085
    outer = np.concatenate(
        [[(0.050, 0.0)], spline([(0.056, 0.002), (0.105, 0.024), (0.145, 0.060), (r, tall)], 48)]
    )
    vessel = hollow(outer, 0.0022, 0.003, foot=0.010, punt=0.0005)
    whole = turned(vessel.solid, 112, crease_deg=50)
    neck = rod([(r - 0.006, 0, tall - 0.012), (r + 0.06, 0, tall + 0.014)], np.array([0.011, 0.009]), 18)
    grip = rod(curve([(r + 0.05, 0, tall + 0.010), (r + 0.11, 0, tall + 0.032),
        (r + 0.175, 0, tall + 0.052)], 24),
               np.interp(np.linspace(0, 1, 24), [0, 0.3, 0.8, 1], [0.0115, 0.013, 0.0155, 0.010]),
                   22)  # fmt: skip
    loop = rod(curve([(-r + 0.004, -0.032, tall - 0.010), (-r - 0.026, -0.024, tall),
        (-r - 0.034, 0, tall + 0.003),
        (-r - 0.026, 0.024, tall), (-r + 0.004, 0.032, tall - 0.010)], 30), 0.0048, 12)  # fmt: skip
    parts = [part(metal, whole, neck, loop), part(trim(member, "oak"), grip)]
    walls = [*solids.stack(outer, [0.0, 0.003]), *solids.walls(outer, vessel.inner, bands=4),
        box((-0.025, 0, 0.003), (0.06, 0.08, 0.006)),
        box((r + 0.085, 0, tall + 0.022), (0.20, 0.013, 0.013), ("y", -19)),
            box((-r - 0.016, 0, tall - 0.004), (0.04, 0.06, 0.012))]  # fmt: skip
    return assemble(parts, walls, mass=1.6, friction=0.5, restitution=0.25)


def colander(member: CastMember, rng: Rng) -> Prop:
    """A colander on a ring foot, pierced all round in rows, with two loop handles."""
    metal = replace(surface(member, rng), roughness=0.25)
    outer = np.concatenate(
        [[(0.060, 0.022)], spline([(0.064, 0.023), (0.100, 0.050), (0.122, 0.100), (0.128, 0.128)], 48)]
    )
    vessel = hollow(outer - [0, 0.022], 0.0015, 0.002, foot=0.004, punt=0.0003)
    bowl = placed(turned(vessel.solid, 112, crease_deg=50), at=(0, 0, 0.022))
    rim = placed(hoop(0.1285, 0.0035, segments=96), at=(0, 0, 0.128))
    foot = turned(
        [(0.058, 0.0), (0.064, 0.0), (0.062, 0.004), (0.060, 0.024), (0.057, 0.024), (0.058, 0.0)], 72
    )
    holes = []
    for row, z in enumerate(np.linspace(0.046, 0.112, 6)):
        k = int(np.searchsorted(outer[:, 1], z))
        r = float(outer[k, 0])
        slope = outer[min(k + 2, len(outer) - 1)] - outer[k - 2]
        tilt = float(np.rad2deg(np.arctan2(slope[0], slope[1])))
        count = 26
        for j in range(count):
            a = 2 * np.pi * (j + 0.5 * (row % 2)) / count
            holes.append(disc(0.0042, 0.0030, ((r - 0.0006) * np.cos(a), (r - 0.0006) * np.sin(a), z),
                [("y", 90 + tilt), ("z", float(np.rad2deg(a)))], segments=12, edge=0.0003))  # fmt: skip
    ears = [rod(curve([(s * 0.126, -0.034, 0.124), (s * 0.152, -0.028, 0.128), (s * 0.160, 0, 0.130),
        (s * 0.152, 0.028, 0.128),
        (s * 0.126, 0.034, 0.124)], 30), 0.0045, 12) for s in (-1, 1)]  # fmt: skip
    parts = [
        part(metal, bowl, rim, foot, *ears),
        part(replace(trim(member, "plastic", "#0c0c0d"), roughness=0.7), *holes),
    ]
    walls = [*solids.stack(np.array([(0.062, 0.0), (0.062, 0.0245)]), [0.0, 0.0245]),
        *solids.walls(outer, vessel.inner + [0, 0.022], bands=4),
        *[box((s * 0.143, 0, 0.128), (0.035, 0.066, 0.010)) for s in (-1, 1)]]  # fmt: skip
    return assemble(parts, walls, mass=0.6, friction=0.5, restitution=0.25)


def grater(member: CastMember, rng: Rng) -> Prop:
    """A box grater: four tapered steel sides with rows of teeth, bands top and bottom, a bowed handle."""
    steel = replace(surface(member, rng), roughness=0.2)
    body = pillowed([(0.012, 0.106, 0.080, 0), (0.195, 0.066, 0.052, 0)], 0.008, steps=12)
    bands = [pillowed([(z, w, d, 0), (z + h, w2, d2, 0)], 0.009, steps=6) for z, h, w, d, w2, d2 in
             ((0.0, 0.020, 0.112, 0.086, 0.110, 0.084), (0.188, 0.016, 0.074, 0.060, 0.070,
                 0.056))]  # fmt: skip
    teeth, bumps = [], []
    for row in range(11):
        z = 0.036 + 0.0135 * row
        share = (z - 0.012) / 0.183
        wide, deep = 0.053 - 0.020 * share, 0.040 - 0.014 * share
        for k in range(5):
            x = (k - 2 + 0.5 * (row % 2) - 0.25) * wide * 0.36
            teeth.append(disc(0.0040, 0.0022, (x, -deep - 0.0002, z - 0.0016), [("x", 90 - 4)], segments=14))
            bumps.append(
                placed(hoop(0.0042, 0.0011, segments=16), at=(x, -deep - 0.0009, z), turns=[("x", 70)])
            )
        for k in range(3):
            y = (k - 1 + 0.5 * (row % 2) - 0.25) * deep * 0.5
            teeth.append(disc(0.0046, 0.0022, (wide + 0.0002, y, z), [("y", 90 - 6)], segments=14))
    handle = rod(
        curve(
            [(-0.030, 0, 0.200), (-0.028, 0, 0.232), (0, 0, 0.244), (0.028, 0, 0.232), (0.030, 0, 0.200)], 30
        ),
        0.0072,
        16,
    )
    black = trim(member, "plastic", member.accent or member.colour or "#18181a")
    parts = [
        part(steel, body, *bumps),
        part(black, *bands, handle),
        part(replace(trim(member, "plastic", "#0d0d0e"), roughness=0.6), *teeth),
    ]
    return hugged(parts, mass=0.35, slabs=3, friction=0.5)


def corkscrew(member: CastMember, rng: Rng) -> Prop:
    """A winged corkscrew standing on its bell: toothed arms half raised, screw with a cork, turning key."""
    metal = replace(surface(member, rng), roughness=0.18)
    bell = turned(
        [
            (0.016, 0.0),
            (0.0185, 0.0),
            (0.0185, 0.024),
            (0.013, 0.040),
            (0.012, 0.090),
            (0.009, 0.094),
            (0.0, 0.094),
        ],
        48,
    )
    shaft = [rod([(0, 0, 0.09), (0, 0, 0.125)], 0.0055, 16)]
    shaft += [placed(hoop(0.0058, 0.0013, segments=24), at=(0, 0, z)) for z in np.linspace(0.096, 0.118, 7)]
    key = cut(shaped([(-0.028, 0.122), (0.028, 0.122), (0.032, 0.140), (0.020, 0.152), (-0.020, 0.152),
        (-0.032, 0.140)], 0.010), 0.008,
              (0, 0, 0), bevel=0.002, holes=[circle(0.008, s * 0.0135, 0.137, 24) for s in (-1,
                  1)])  # fmt: skip
    arms = []
    for s in (-1, 1):
        path = curve(
            [(s * 0.010, 0, 0.088), (s * 0.030, 0, 0.097), (s * 0.052, 0, 0.090), (s * 0.078, 0, 0.062)], 24
        )
        arms.append(beam(path[0], path[8], 0.010, 0.012, radius=0.003))
        arms.append(rod(path, np.interp(np.linspace(0, 1, 24), [0, 0.7, 1], [0.0060, 0.0055, 0.0085]), 14))
        arms.append(disc(0.012, 0.010, (s * 0.012, 0, 0.088), [("x", 90)], segments=24))
    t = np.linspace(0, 1, 120)
    worm = rod(
        np.stack(
            [0.0045 * np.cos(2 * np.pi * 5 * t), 0.0045 * np.sin(2 * np.pi * 5 * t), 0.004 + 0.05 * t], 1
        ),
        0.0014,
        8,
    )
    parts = [part(metal, bell, *shaft, key, *arms, worm)]
    parts.append(
        part(
            trim(member, "steel"),
            *[placed(hoop(0.0188, 0.0012, segments=48), at=(0, 0, z)) for z in (0.003, 0.022)],
        )
    )
    walls = [
        post((0, 0, 0.045), 0.0185, 0.09),
        box((0, 0, 0.122), (0.06, 0.010, 0.062)),
        box((0, 0, 0.08), (0.17, 0.014, 0.042)),
    ]
    return assemble(parts, walls, mass=0.3, friction=0.5, restitution=0.2)


UTENSILS: dict[str, Generator] = {
    "rolling_pin": rolling_pin,
    "whisk": whisk,
    "spatula": spatula,
    "saucepan": saucepan,
    "wok": wok,
    "colander": colander,
    "grater": grater,
    "corkscrew": corkscrew,
}
