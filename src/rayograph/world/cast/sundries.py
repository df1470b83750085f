"""Sundries: stool, coat stand, scissors, headphones, trophy, light bulb."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast import solids
from rayograph.world.cast.fitting import assemble, box, hue, part, post, surface, trim, vary
from rayograph.world.cast.lattice import spheroid
from rayograph.world.cast.lettered import flat, stamped
from rayograph.world.cast.profile import hollow, rounded, spline
from rayograph.world.cast.profile import turned as turned_fine
from rayograph.world.cast.shaping import curve, hoop, loft, placed, rod, stretched, turned
from rayograph.world.scene import Prop

Rng = np.random.Generator


def stool(member: CastMember, rng: Rng) -> Prop:
    """A round wooden stool: dished seat, four splayed legs, a ring of stretchers."""
    wood = surface(member, rng)
    tall, wide = 0.46 * vary(rng, 0.03), 0.170 * vary(rng, 0.04)
    seat = rounded(
        [
            (0, tall - 0.036),
            (wide * 0.86, tall - 0.036),
            (wide, tall - 0.020),
            (wide, tall - 0.006),
            (wide * 0.92, tall),
            (wide * 0.6, tall - 0.006),
            (0, tall - 0.009),
        ],
        0.007,
    )
    bars, walls = [turned(seat, 72)], [post((0, 0, tall - 0.018), wide, 0.036)]
    feet = [np.array([np.cos(a), np.sin(a), 0]) for a in np.deg2rad([45, 135, 225, 315])]
    for out in feet:
        line = np.array([out * wide * 0.98, out * wide * 0.62 + [0, 0, tall - 0.03]])
        bars.append(rod(np.linspace(line[0], line[1], 8), np.linspace(0.012, 0.018, 8), 18))
        middle = line.mean(0)
        tilt = float(np.rad2deg(np.arctan2(wide * 0.36, tall - 0.03)))
        turn = float(np.rad2deg(np.arctan2(out[1], out[0])))
        walls.append(post(middle, 0.013, tall - 0.024, ("y", -tilt), ("z", turn)))
    for k, z in enumerate((0.15, 0.19, 0.15, 0.19)):
        share = wide * (0.98 - 0.36 * z / (tall - 0.03))
        ends = [feet[k] * share + [0, 0, z], feet[(k + 1) % 4] * share + [0, 0, z]]
        bars.append(rod(np.array(ends), 0.009, 14))
    return assemble([part(wood, *bars)], walls, mass=3.2, friction=0.55, restitution=0.25)


def coat_stand(member: CastMember, rng: Rng) -> Prop:
    """A bentwood coat stand: pole on four curved feet, double hooks round the top, a knob."""
    wood = surface(member, rng)
    tall = 1.78 * vary(rng, 0.02)
    pole = [
        (0, 0.16),
        (0.022, 0.16),
        (0.026, 0.20),
        (0.020, 0.24),
        (0.020, 0.95),
        (0.026, 0.98),
        (0.020, 1.01),
        (0.017, tall - 0.08),
        (0.024, tall - 0.06),
        (0.012, tall - 0.045),
        (0.024, tall - 0.02),
        (0, tall),
    ]
    bars: list[Mesh] = [turned(rounded([(float(r), float(z)) for r, z in pole], 0.006), 40)]
    for a in np.deg2rad([45, 135, 225, 315]):
        out, up = np.array([np.cos(a), np.sin(a), 0]), np.array([0, 0, 1.0])
        foot = [
            out * 0.02 + up * 0.42,
            out * 0.09 + up * 0.33,
            out * 0.12 + up * 0.14,
            out * 0.20 + up * 0.03,
            out * 0.27 + up * 0.014,
        ]
        bars.append(rod(curve(foot, 28), 0.0135, 14))
        hook = [
            out * 0.018 + up * (tall - 0.42),
            out * 0.06 + up * (tall - 0.40),
            out * 0.13 + up * (tall - 0.30),
            out * 0.17 + up * (tall - 0.16),
            out * 0.225 + up * (tall - 0.10),
        ]
        bars.append(rod(curve(hook, 28), np.linspace(0.012, 0.008, 28), 14))
        bars.append(placed(spheroid((0.015,) * 3, 20, 28), at=out * 0.228 + up * (tall - 0.098)))
        low = [
            out * 0.06 + up * (tall - 0.40),
            out * 0.11 + up * (tall - 0.42),
            out * 0.135 + up * (tall - 0.37),
        ]
        bars.append(rod(curve(low, 16), 0.009, 12))
    walls = [
        post((0, 0, tall / 2), 0.022, tall),
        post((0, 0, 0.012), 0.25, 0.024),
        post((0, 0, tall - 0.25), 0.16, 0.34),
    ]
    return assemble([part(wood, *bars)], walls, mass=6.5, friction=0.6, restitution=0.15)


def scissors(member: CastMember, rng: Rng) -> Prop:
    """Scissors lying a little open: ground blades on a screw, two bows."""
    steel = replace(surface(member, rng, "steel"), roughness=0.2, bump=None)
    grip = replace(trim(member, "plastic", hue(member, rng) or "#17171a"), roughness=0.35)
    blades, bows = [], []
    for side in (-1, 1):
        t = np.linspace(0, 1, 30)
        wide = np.interp(t, [0, 0.2, 0.5, 0.95, 1], [0.0042, 0.0070, 0.0068, 0.0020, 0.0004])
        x = side * (np.interp(t, [0, 0.25, 1], [0.0045, 0.0, 0.0005]) + wide * 0.35 * (t > 0.2))
        ring = np.linspace(0, 2 * np.pi, 13)[:-1]
        rings = np.stack(
            [
                x[:, None] + wide[:, None] * np.cos(ring),
                np.broadcast_to((t * 0.135 - 0.035)[:, None], (30, 12)),
                np.broadcast_to(0.0011 * np.sin(ring), (30, 12)),
            ],
            2,
        )
        spread = [("z", side * 8.0)]
        level = 0.0045 + side * 0.0011
        blades.append(placed(loft(rings, crease_deg=30), at=(0, 0, level), turns=spread))
        loop = stretched(hoop(1.0, 0.17, tall=0.14, segments=48), (0.0155, 0.0235, 0.022))
        bows.append(placed(placed(loop, at=(side * 0.0130, -0.072, 0)), at=(0, 0, 0.0045), turns=spread))
        shank = curve([(side * 0.004, -0.034, 0), (side * 0.006, -0.044, 0), (side * 0.010, -0.052, 0)], 10)
        bows.append(placed(rod(shank, 0.0042, 14), at=(0, 0, 0.0045), turns=spread))
    screw = placed(
        turned(rounded([(0, 0), (0.0042, 0), (0.0042, 0.0012), (0, 0.0016)], 0.0004), 24), at=(0, 0, 0.0064)
    )
    points = np.concatenate([m.vertices for m in (*blades, *bows)])
    low, high = points.min(0), points.max(0)
    slab = box((low + high) / 2, (high - low) * [0.9, 1.0, 1.0])
    return assemble(
        [part(steel, *blades, screw), part(grip, *bows)], [slab], mass=0.09, friction=0.4, restitution=0.25
    )


def headphones(member: CastMember, rng: Rng) -> Prop:
    """Headphones standing on their cups: padded band, yokes, round shells with soft cushions."""
    shell = replace(trim(member, member.material or "plastic", hue(member, rng) or "#1b1c1f"), roughness=0.3)
    pad = trim(member, "leather", member.accent or "#241f1c")
    steel = trim(member, "chrome")
    bands: list[Mesh] = []
    angle = np.linspace(np.deg2rad(-8), np.deg2rad(188), 60)
    arc = np.stack([0.074 * np.cos(angle), 0 * angle, 0.088 + 0.088 * np.sin(angle)], 1)
    ring = np.linspace(0, 2 * np.pi, 21)[:-1]
    out = np.stack([np.cos(angle), 0 * angle, np.sin(angle)], 1)
    rings = arc[:, None] + np.array([0, 1.0, 0]) * (0.015 * np.cos(ring))[None, :, None] + out[:, None] * (
        0.0035 * np.sin(ring))[None, :, None]  # fmt: skip
    bands.append(loft(rings, crease_deg=60))
    cushion = loft(rings[14:46] - out[14:46, None] * 0.005, crease_deg=60)
    shells, soft, metal = [], [cushion], []
    for s in (-1, 1):
        at, turn = (s * 0.0760, 0.0, 0.043), [("y", s * 84.0)]
        cup = rounded(
            [(0, -0.006), (0.0395, -0.006), (0.0395, 0.0), (0.036, 0.010), (0.022, 0.017), (0, 0.018)], 0.006
        )
        shells.append(placed(turned_fine(cup, 72), at=at, turns=turn))
        soft.append(
            placed(
                placed(hoop(0.0285, 0.0115, tall=0.011, segments=64), at=(0, 0, -0.014)), at=at, turns=turn
            )
        )
        metal.append(rod([(s * 0.0755, 0, 0.080), (s * 0.0870, 0, 0.050)], 0.003, 12))
        metal.append(
            placed(
                placed(hoop(0.026, 0.0012, tall=0.0008, segments=56), at=(0, 0, 0.0165)), at=at, turns=turn
            )
        )
    walls = [
        solids.hull_of(np.concatenate([m.vertices for m in shells]), 64),
        box((0, 0, 0.150), (0.10, 0.03, 0.06)),
    ]
    foot = box((0, 0, 0.006), (0.16, 0.05, 0.006))
    parts = [part(shell, *bands, *shells), part(pad, *soft), part(steel, *metal)]
    return assemble(parts, [*walls, foot], mass=0.28, friction=0.6, restitution=0.2)


def trophy(member: CastMember, rng: Rng) -> Prop:
    """A trophy: a two-handled cup on a knopped stem, a dark plinth with a plate that carries the text."""
    metal = surface(member, rng)
    tall = 0.30 * vary(rng, 0.03)
    foot, lip, wide = 0.075, tall, 0.062 * vary(rng, 0.04)
    cup = spline([(0.010, tall * 0.50), (0.034, tall * 0.54), (wide * 0.92, tall * 0.66),
        (wide * 0.96, tall * 0.82), (wide, lip)], 56)  # fmt: skip
    vessel = hollow(cup, 0.0025, tall * 0.535)
    stem = rounded([(0, foot), (0.042, foot), (0.042, foot + 0.006), (0.016, foot + 0.018),
        (0.009, foot + 0.036), (0.016, foot + 0.044), (0.009, foot + 0.052), (0.010, tall * 0.50),
        (0, tall * 0.50)], 0.003)  # fmt: skip
    rim = placed(hoop(wide, 0.0022, segments=80), at=(0, 0, lip - 0.001))
    ears = [rod(curve([(s * wide * 0.94, 0, tall * 0.90), (s * (wide + 0.030), 0, tall * 0.94),
        (s * (wide + 0.040), 0, tall * 0.82), (s * (wide + 0.018), 0, tall * 0.68),
        (s * 0.036, 0, tall * 0.575)], 36), 0.0040, 14) for s in (-1, 1)]  # fmt: skip
    base = placed(shapes.rounded_box((0.105, 0.105, foot), 0.004, 4), at=(0, 0, foot / 2))
    w, h = 0.078, 0.036
    plate = stamped(member.text or "FIRST PRIZE", "#2a1d0c", "#cfa145", w / h, gloss=0.3)
    shown = flat((-w / 2, -0.0528, foot * 0.26), (w, 0, 0), (0, 0, h))
    parts = [part(metal, turned_fine(vessel.solid, 96), turned(stem, 64), rim, *ears),
             part(replace(trim(member, "ebony", member.accent), clearcoat=0.7), base),
             part(replace(plate, metallic=0.9), shown)]  # fmt: skip
    walls = [box((0, 0, foot / 2), (0.105, 0.105, foot)), post((0, 0, (foot + tall * 0.52) / 2), 0.02,
        tall * 0.52 - foot), *solids.stack(cup, [tall * 0.51, tall * 0.66, lip]),
        box((0, 0, tall * 0.8), (2 * wide + 0.07, 0.01, tall * 0.24))]  # fmt: skip
    return assemble(parts, walls, mass=1.6, friction=0.5, restitution=0.25)


def light_bulb(member: CastMember, rng: Rng) -> Prop:
    """An incandescent bulb lying on its side: clear envelope, coiled filament on its stem, screw cap."""
    radius, long_ = 0.030 * vary(rng, 0.03), 0.074
    line = spline([(0.0125, 0.0), (0.0135, 0.008), (0.021, 0.026), (radius, 0.044), (radius * 0.86, 0.062),
                   (radius * 0.4, 0.0725), (0.0, long_)], 70)  # fmt: skip
    inner = line - [0.0007, 0.0]
    inner = inner[(inner[:, 0] > 0) & (inner[:, 1] < long_ - 0.0008)]
    shell = np.concatenate([line, [(0.0, long_ - 0.0008)], inner[::-1], line[:1]])
    t = np.linspace(0, 1, 260)
    coil = np.stack([0.011 * np.sin(np.pi * (t - 0.5)), 0.0012 * np.cos(2 * np.pi * 26 * t),
                     0.046 - 0.004 * np.sin(np.pi * t) + 0.0012 * np.sin(2 * np.pi * 26 * t)], 1)  # fmt: skip
    wires = [
        rod(curve([(s * 0.003, 0, 0.0), (s * 0.004, 0, 0.022), (s * 0.011, 0, 0.046)], 12), 0.0004, 6)
        for s in (-1, 1)
    ]
    stem = turned(spline([(0, -0.002), (0.006, 0.0), (0.0035, 0.014), (0.002, 0.024), (0.0, 0.026)], 20), 24)
    z = np.linspace(-0.026, 0.0, 90)
    cap = np.concatenate(
        [
            [(0, -0.030), (0.005, -0.030), (0.006, -0.028), (0.0118, -0.0262)],
            np.stack([0.0126 + 0.0007 * np.cos(z / 0.026 * 2 * np.pi * 5), z], 1),
            [(0.0128, 0.003), (0, 0.003)],
        ]
    )
    turn = shapes.rotation("z", 90.0) @ shapes.rotation("x", -77.6)
    meshes = [
        m.moved(turn)
        for m in (turned_fine(shell, 80, crease_deg=60), turned(cap, 48), stem, *wires, rod(coil, 0.00022, 5))
    ]
    glass = trim(member, "glass")
    parts = [part(glass, meshes[0], meshes[2]), part(trim(member, "brass", member.accent), meshes[1]),
             part(trim(member, "steel"), *meshes[3:])]  # fmt: skip
    globe = turn @ shapes.translation(0, 0, 0.0438)
    walls = [replace(post((0, 0, 0), 1, 1), kind="sphere", size=(radius * 0.985,), pose=globe),
             solids.cylinder(0.0131, -0.0262, 0.003, turn)]  # fmt: skip
    return assemble(parts, walls, mass=0.035, friction=0.4, restitution=0.3)
