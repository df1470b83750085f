"""Small things on wheels: skateboard and wheelbarrow; and a loose tyre."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.fitting import assemble, box, hull, part, post, surface, trim, vary
from rayograph.world.cast.prism import eased, prism
from rayograph.world.cast.shaping import beam, curve, hoop, mirrored, placed, rod, sheet, slab, turned
from rayograph.world.scene import Collider, Prop

Rng = np.random.Generator


def roller(radius: float, width: float, round_: float = 0.35) -> Mesh:
    """A solid wheel about X with rounded shoulders."""
    w, e = width / 2, min(width, radius) * round_
    a = np.linspace(0, np.pi / 2, 5)
    top = np.stack([radius - e + e * np.sin(a), -w + e - e * np.cos(a)], 1)
    profile = np.concatenate([[(0, -w)], top, top[::-1] * [1, -1], [(0, w)]])
    return placed(turned(profile, 32), turns=[("y", 90)])


def skateboard(member: CastMember, rng: Rng) -> Prop:
    """A skateboard on its wheels: concave deck with kicked ends, grip tape, trucks, bolts. Runs along Y."""
    paint = surface(member, rng)
    long_, wide, top = 0.80 * vary(rng, 0.02), 0.205, 0.098
    tip = 0.74 + 0.26 * np.sin(np.linspace(0, np.pi / 2, 14))
    along = np.concatenate([-tip[::-1], np.linspace(-0.74, 0.74, 25)[1:-1], tip])
    v, u = np.meshgrid(along, np.linspace(-1, 1, 17), indexing="ij")
    end = np.sqrt(np.clip(1 - (np.clip(np.abs(v) - 0.74, 0, 1) / 0.26) ** 2, 0.0, 1))
    kick = 0.048 * np.clip((np.abs(v) - 0.60) / 0.4, 0, 1) ** 1.6
    x, y = u * wide / 2 * (0.06 + 0.94 * end), v * long_ / 2
    deck = np.stack([x, y, top + 0.008 * u**2 + kick], -1)
    board, grip = slab(deck, 0.011), sheet((deck + [0, 0, 0.0007]) * [0.985, 0.99, 1])
    metal, wheels, bolts = [], [], []
    walls = [box((0, 0, top - 0.004), (wide * 0.94, long_ * 0.66, 0.016))]
    walls += [box((0, s * long_ * 0.40, top + 0.02), (wide * 0.8, long_ * 0.19, 0.014), ("x", s * 17.0))
              for s in (-1, 1)]  # fmt: skip
    for s in (-1, 1):
        y0 = s * long_ * 0.255
        metal += [beam((0, y0 - 0.035, top - 0.014), (0, y0 + 0.035, top - 0.014), 0.056, 0.01, radius=0.003),
                  placed(turned([(0, 0), (0.02, 0), (0.016, 0.025), (0, 0.028)], 20), at=(0, y0,
                    top - 0.045)),
                  rod([(-0.105, y0, 0.028), (0.105, y0, 0.028)], 0.0045, 8),
                  prism(np.array([(-0.07, 0.02), (0.07, 0.02), (0.05, 0.038), (0.018, top - 0.02),
                                  (-0.018, top - 0.02), (-0.05, 0.038)]), 0.024, bevel=0.005,
                        axis="y").moved(shapes.translation(0, y0, 0))]  # fmt: skip
        for sx in (-1, 1):
            wheels.append(placed(roller(0.027, 0.032), at=(sx * 0.085, y0, 0.027)))
            bolts += [placed(turned([(0, 0), (0.004, 0), (0.003, 0.0015), (0, 0.0018)], 8),
                             at=(sx * 0.021, y0 + dy, top + 0.0008)) for dy in (-0.027, 0.027)]  # fmt: skip
        walls.append(post((0, y0, 0.027), 0.027, 0.2, ("y", 90)))
    white = trim(member, "plastic", member.accent or "#ece7da")
    tape = replace(trim(member, "asphalt", "#1c1c1e"), uv_scale=6.0)
    parts = [part(paint, board), part(tape, grip), part(trim(member, "steel"), *metal, *bolts),
             part(white, *wheels)]  # fmt: skip
    # bearings: it rolls along as it slides, so what rubs is small
    return assemble(parts, walls, mass=2.4, friction=0.06, restitution=0.25)


def tyre(member: CastMember, rng: Rng) -> Prop:
    """A loose car tyre standing on its tread, its axle along X."""
    rubber = surface(member, rng)
    r, w = 0.315 * vary(rng, 0.02), 0.1
    bead = r * 0.62
    outer = [(bead, -w * 0.72), (bead + 0.012, -w * 0.86), (r * 0.74, -w * 0.97), (r * 0.84, -w),
             (r * 0.93, -w * 0.95), (r * 0.985, -w * 0.80)]  # fmt: skip
    crown = [(r, c * w) for c in (-0.62, -0.30)]
    rib = [(r * 0.972, -0.27 * w), (r * 0.972, -0.19 * w), (r, -0.16 * w)]
    half = [*outer, *crown, *rib]
    profile = np.array([*half, *[(a, -b) for a, b in half[::-1]],
                        (r * 0.80, w * 0.86), (r * 0.93, w * 0.62), (r * 0.95, 0), (r * 0.93, -w * 0.62),
                        (r * 0.80, -w * 0.86), half[0]])  # fmt: skip
    body = placed(turned(profile, 88, crease_deg=38), turns=[("y", 90)])
    lugs = []
    for i in range(64):
        a = 2 * np.pi * i / 64
        for s in (-1, 1):
            off = 0.5 * (s > 0) * 2 * np.pi / 64
            c, sn = np.cos(a + off), np.sin(a + off)
            lug = beam((s * w * 0.36, 0, 0), (s * w * 0.9, 0.011, -0.018), 0.017, 0.008, radius=0.002)
            pose = np.eye(4)
            pose[:3, 1], pose[:3, 2] = (0, c, sn), (0, -sn, c)
            pose[:3, 3] = (0, -sn * r, c * r)
            lugs.append(lug.moved(pose))
    rings = [placed(hoop(r * q, 0.0035, tall=0.0025, segments=72), at=(s * w * 0.975, 0, 0), turns=[("y",
      90)])
             for s in (-1, 1) for q in (0.71, 0.87)]  # fmt: skip
    walls = [post((0, 0, 0), r + 0.002, 2 * w * 0.9, ("y", 90))]
    return assemble([part(rubber, body, *lugs, *rings)], walls, mass=9.0, friction=0.85, restitution=0.6)


def wheelbarrow(member: CastMember, rng: Rng) -> Prop:
    """A wheelbarrow: pressed tray, tube frame with two legs and rubber grips, one tyred wheel at -Y."""
    paint = surface(member, rng)
    low, high = ((0.20, -0.30), (0.25, 0.30)), ((0.30, -0.52), (0.335, 0.44))
    z0, z1 = 0.27, 0.565
    levels = []
    for t in np.linspace(0, 1, 9):
        (wf, yf), (wb, yb) = (
            ((1 - t) * np.array(a) + t * np.array(b)) for a, b in zip(low, high, strict=True)
        )
        corner = 0.05 + 0.05 * t
        ring = _rounded_quad(wf, yf, wb, yb, corner)
        levels.append(np.insert(ring, 2, z0 + (z1 - z0) * t + 0.06 * t * (ring[:, 1] < -0.2), axis=1))
    closed = np.concatenate([np.array(levels), np.array(levels)[:, :1]], axis=1)
    floor = np.array([levels[0] * [k, k, 1] + [0, 0, 0] for k in (0.02, 0.5, 1.0)])
    floor = np.concatenate([floor, floor[:, :1]], axis=1)
    tray = [slab(closed, 0.003), slab(floor, 0.003)]
    rim = rod(np.concatenate([levels[-1], levels[-1][:2]]), 0.009, 8)
    frame = [rod(curve([(0.045, -0.62, 0.19), (0.13, -0.35, 0.23), (0.2, 0.1, 0.265), (0.27, 0.50, 0.42),
                        (0.285, 0.82, 0.60)], 30), 0.0155, 10),
             rod(curve([(0.19, 0.02, 0.262), (0.2, 0.10, 0.03), (0.21, 0.16, 0.016), (0.22, 0.24, 0.03),
                        (0.245, 0.42, 0.375)], 30), 0.0145, 10),
             beam((0.05, -0.62, 0.19), (0.05, -0.46, 0.30), 0.006, 0.03),
             rod([(0.11, -0.42, 0.22), (0.2, -0.36, 0.42)], 0.008, 6)]  # fmt: skip
    frame += [mirrored(m) for m in frame]
    frame.append(rod([(-0.205, 0.15, 0.1), (0.205, 0.15, 0.1)], 0.01, 8))
    grips = [rod(curve([(0.283, 0.76, 0.56), (0.287, 0.90, 0.645)], 4), 0.02, 12)]
    grips += [mirrored(g) for g in grips]
    r = 0.19
    wheel = turned([(r * 0.62, -0.035), (r * 0.8, -0.046), (r * 0.95, -0.034), (r, -0.012), (r, 0.012),
                    (r * 0.95, 0.034), (r * 0.8, 0.046), (r * 0.62, 0.035), (r * 0.62, -0.035)],
                     56)  # fmt: skip
    hub = turned([(0, -0.05), (0.018, -0.05), (0.02, -0.02), (r * 0.6, -0.012), (r * 0.64, -0.036),
                  (r * 0.66, 0), (r * 0.64, 0.036), (r * 0.6, 0.012), (0.02, 0.02), (0.018, 0.05), (0,
                   0.05)], 40)  # fmt: skip
    at = (0.0, -0.62, r)
    spun = [placed(m, at=at, turns=[("y", 90)]) for m in (wheel, hub)]
    steel = trim(member, "steel")
    parts = [part(paint, *tray, rim, spun[1]), part(trim(member, "painted_metal", "#2b2c2e"), *frame),
             part(trim(member, "rubber", "#1a1a1b"), spun[0], *grips), part(steel, rod([(-0.06, -0.62, r),
                  (0.06, -0.62, r)], 0.008, 8))]  # fmt: skip
    solid: list[Collider] = [post(at, r, 0.09, ("y", 90)),
                             hull(np.concatenate([levels[0] - [0, 0, 0.004], levels[0] + [0, 0,
                               0.02]]))]  # fmt: skip
    count = len(levels[0])
    for i in range(0, count, count // 8):
        side = np.concatenate([np.roll(ring, -i, 0)[: count // 8 + 1] for ring in (levels[0], levels[-1])])
        solid.append(hull(np.concatenate([side, side * [0.94, 0.94, 1]])))
    solid += [box((s * 0.21, 0.16, 0.12), (0.03, 0.14, 0.24)) for s in (-1, 1)]
    solid += [box((s * 0.275, 0.66, 0.5), (0.035, 0.50, 0.035), ("x", 29)) for s in (-1, 1)]
    return assemble(parts, solid, mass=14.0, friction=0.5, restitution=0.2)


def _rounded_quad(wf: float, yf: float, wb: float, yb: float, corner: float, steps: int = 7) -> np.ndarray:
    """A symmetric trapezium with round corners in plan, counter-clockwise."""
    return eased([(wf, yf), (wb, yb), (-wb, yb), (-wf, yf)], corner * 1.6, steps)
