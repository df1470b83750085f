"""What flies, and what is meant to: rocket, flying saucer, drone."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.bent import around, bent
from rayograph.world.cast.finish import Generator, hue
from rayograph.world.cast.fitting import assemble, box, part, surface, trim, vary
from rayograph.world.cast.prism import eased, prism
from rayograph.world.cast.shaping import curve, hoop, loft, painted, placed, rod, stretched, turned
from rayograph.world.scene import Prop

Rng = np.random.Generator


def rocket(member: CastMember, rng: Rng) -> Prop:
    """A toy rocket on three fins: banded body, pointed nose, portholes, an engine bell."""
    tall = 0.36 * vary(rng, 0.02)
    t = np.linspace(0, 1, 140)
    r = 0.052 * np.interp(t, [0, 0.1, 0.3, 0.5, 0.7, 0.85, 0.94, 1.0], [0.62, 0.78, 0.98, 1.0,
         0.84, 0.52, 0.24, 0.0])  # fmt: skip
    r = np.convolve(np.pad(r, 6, mode="edge"), np.ones(13) / 13, "valid") * (t < 0.999)
    z = 0.045 + t * (tall - 0.045)
    body = turned(np.concatenate([[(0, z[0])], np.stack([r, z], 1)]), 72, crease_deg=50)
    red = np.array(from_hex(hue(member, rng) or "#c2281e"))
    white = np.array(from_hex(member.accent or "#efebe0"))
    share = (body.vertices[:, 2] - 0.045) / (tall - 0.045)
    body = painted(body,
         np.where(((share > 0.74) | (share < 0.10) | ((share > 0.30) & (share < 0.36)))[:,
         None], red, white))  # fmt: skip
    fins: list[Mesh] = []
    outline = eased([(0.034, 0.05), (0.046, 0.145), (0.060, 0.150), (0.098, 0.075), (0.102,
         0.0), (0.088, 0.0), (0.074, 0.045)], 0.014)  # fmt: skip
    for k in range(3):
        fins.append(placed(prism(outline, 0.009, bevel=0.003, axis="y"), turns=[("z", 120.0 * k + 30.0)]))
    windows, rims = [], []
    for k, (at, size) in enumerate(((0.60, 0.017), (0.44, 0.012))):
        reach = float(np.interp(at, t, r))
        height = float(np.interp(at, t, z))
        rims.append(placed(hoop(size, 0.0035), at=(0, -reach + 0.001, height), turns=[("x", 90
             - 6 * (k == 0))]))  # fmt: skip
        windows.append(stretched(shapes.icosphere(3), (size, 0.006, size), at=(0, -reach + 0.0015, height)))
    bell = turned([(0, 0.05), (0.016, 0.05), (0.018, 0.042), (0.030, 0.014), (0.027, 0.014),
         (0.012, 0.04), (0, 0.04)], 40)  # fmt: skip
    tip = rod([(0, 0, tall - 0.004), (0, 0, tall + 0.016)], np.array([0.003, 0.0012]), 10)
    paint = surface(member, rng, "painted_metal")
    steel = trim(member, "chrome", wear=0.05)
    glass = replace(trim(member, "plastic", "#2f6f9e", wear=0.0), roughness=0.05, clearcoat=1.0)
    parts = [part(paint, body), part(trim(member, "painted_metal", member.colour or "#c2281e"),
         *fins), part(steel, *rims, bell, tip), part(glass, *windows)]  # fmt: skip
    return assemble(parts, [around(body), *(around(f) for f in fins)], mass=0.45, friction=0.5,
         restitution=0.25)  # fmt: skip


def ufo(member: CastMember, rng: Rng) -> Prop:
    """A flying saucer on three legs: a spun disc, glass dome, a ring of lights."""
    steel = trim(member, member.material or "steel", member.colour, wear=0.05)
    disc = turned([(0, 0.055), (0.05, 0.052), (0.09, 0.062), (0.16, 0.088), (0.172, 0.095),
         (0.172, 0.101), (0.16, 0.108), (0.10, 0.130), (0.075, 0.140), (0.072, 0.146), (0,
         0.146)], 96, crease_deg=28)  # fmt: skip
    dome = turned([(0.066, 0.145), *[(0.066 * np.cos(a), 0.145 + 0.062 * np.sin(a))
         for a in np.linspace(0.05, np.pi / 2, 18)]], 56)  # fmt: skip
    lip = placed(hoop(0.068, 0.005), at=(0, 0, 0.146))
    lamps, legs = [], []
    for a in np.linspace(0, 2 * np.pi, 13)[:-1]:
        lamps.append(stretched(shapes.icosphere(2), (0.011, 0.011, 0.008), at=(0.132
             * np.cos(a), 0.132 * np.sin(a), 0.119)))  # fmt: skip
    for a in (np.pi / 2, np.pi / 2 + 2.094, np.pi / 2 - 2.094):
        d = np.array([np.cos(a), np.sin(a), 0])
        legs += [rod([d * 0.075 + [0, 0, 0.066], d * 0.118 + [0, 0, 0.008]], np.array([0.0055,
             0.0045]), 12), placed(turned([(0, 0), (0.017, 0), (0.016, 0.005), (0.006, 0.009),
             (0, 0.01)], 24), at=d * 0.12)]  # fmt: skip
    core = placed(turned([(0, 0), (0.034, 0), (0.03, 0.018), (0, 0.02)], 40), at=(0, 0, 0.040))
    pane = replace(trim(member, "plastic", member.accent or "#5fb8a0", wear=0.0),
         roughness=0.04, clearcoat=1.0)  # fmt: skip
    parts = [part(steel, disc, lip), part(pane, dome), part(trim(member, "chrome", wear=0.1),
         *legs, core), part(trim(member, "wax", "#ffd27a"), *lamps, light="self")]  # fmt: skip
    return assemble(parts, [around(disc), around(dome), *(around(m) for m in legs[1::2])],
         mass=0.6, friction=0.5, restitution=0.2)  # fmt: skip


def drone(member: CastMember, rng: Rng) -> Prop:
    """A camera quadcopter stood on its skids, camera to -Y: four folded-out arms with motors and blades."""
    shell = trim(member, member.material or "plastic", member.colour or "#d9dadb")
    dark = trim(member, "plastic", "#1f2123")
    t = np.linspace(0, 1, 30)
    ring = np.linspace(0, 2 * np.pi, 41)[:-1]
    wide = np.interp(t, [0, 0.15, 0.5, 0.85, 1], [0.018, 0.042, 0.05, 0.044, 0.02])
    high = np.interp(t, [0, 0.15, 0.5, 0.85, 1], [0.012, 0.026, 0.031, 0.026, 0.012])
    c, s = np.cos(ring), np.sin(ring)
    body = loft(np.stack([wide[:, None] * np.sign(c) * np.abs(c) ** 0.7, np.repeat((t * 0.20
         - 0.10)[:, None], 40, 1), 0.085 + high[:, None] * np.sign(s) * np.abs(s) ** 0.7], 2),
         crease_deg=45)  # fmt: skip
    arms, motors, blades, legs = [], [], [], []
    for sx in (-1, 1):
        for y0, y1 in ((-0.06, -0.115), (0.06, 0.125)):
            end = np.array([sx * 0.15, y1, 0.10])
            arms.append(bent(curve([(sx * 0.035, y0, 0.09), (sx * 0.09, (y0 + y1) / 2, 0.098),
                 end], 16), 0.017, np.linspace(0.022, 0.015, 16), side=(0.3 * sx, 1, 0)))  # fmt: skip
            motors.append(placed(turned([(0, -0.014), (0.014, -0.014), (0.0155, -0.01), (0.0155,
                 0.014), (0.011, 0.02), (0, 0.021)], 32), at=end))  # fmt: skip
            turn = 40.0 * sx * (1 if y0 < 0 else -1)
            for half in (0.0, 180.0):
                q = np.linspace(0, 1, 18)
                blade = bent(np.stack([q * 0.105, 0.006 * np.sin(np.pi * q), 0.002 * q], 1),
                     np.interp(q, [0, 0.2, 0.8, 1], [0.008, 0.019, 0.013, 0.003]), 0.0016,
                     side=(0, 1, 0.18))  # fmt: skip
                blades.append(placed(blade, at=end + [0, 0, 0.021], turns=[("z", turn + half)]))
        legs.append(rod(curve([(sx * 0.045, -0.055, 0.075), (sx * 0.075, -0.06, 0.03), (sx
             * 0.085, -0.075, 0.006)], 10), 0.005, 10))  # fmt: skip
        legs.append(rod(curve([(sx * 0.045, 0.055, 0.075), (sx * 0.075, 0.06, 0.03), (sx
             * 0.085, 0.075, 0.006)], 10), 0.005, 10))  # fmt: skip
        legs.append(rod([(sx * 0.085, -0.09, 0.006), (sx * 0.085, 0.09, 0.006)], 0.006, 10))
    gimbal = [placed(shapes.rounded_box((0.036, 0.03, 0.034), 0.008, 4), at=(0, -0.10, 0.062)),
         rod([(-0.026, -0.10, 0.062), (0.026, -0.10, 0.062)], 0.007, 12)]  # fmt: skip
    lens = placed(turned([(0, 0), (0.0125, 0), (0.013, 0.01), (0.010, 0.014), (0.009, 0.010),
         (0, 0.009)], 32), at=(0, -0.114, 0.062), turns=[("x", 90)])  # fmt: skip
    glow = [stretched(shapes.icosphere(2), (0.005, 0.005, 0.003), at=(sx * 0.15, y, 0.084))
         for sx in (-1, 1) for y in (-0.115, 0.125)]  # fmt: skip
    stripe = [placed(shapes.rounded_box((0.05, 0.09, 0.004), 0.002, 2), at=(0, 0.01, 0.1155))]
    parts = [part(shell, body, *arms), part(dark, *motors, *blades, *legs, *gimbal, *stripe),
         part(trim(member, "chrome", wear=0.0), lens), part(trim(member, "plastic",
         member.accent or "#d8281e"), *glow)]  # fmt: skip
    return assemble(parts, [around(body), box((0, 0, 0.1), (0.32, 0.26, 0.03)), around(*legs)],
         mass=0.9, friction=0.6, restitution=0.15)  # fmt: skip


FLYERS: dict[str, Generator] = {"rocket": rocket, "ufo": ufo, "drone": drone}
