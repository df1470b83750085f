"""Camp and picnic furniture: folding chair, picnic table, parasol."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast.fitting import assemble, box, hull, part, post, surface, trim, vary
from rayograph.world.cast.shaping import beam, curve, placed, rod, sheet, slab, turned
from rayograph.world.scene import Prop

Rng = np.random.Generator


def camp_chair(member: CastMember, rng: Rng) -> Prop:
    """A folding camping chair: slung canvas seat and back on a crossed steel frame, arms, a cup holder."""
    canvas = surface(member, rng)
    wide, tall, seat = 0.56 * vary(rng, 0.02), 0.87 * vary(rng, 0.02), 0.42
    x, front, back = wide / 2, -0.24, 0.23
    frame: list[Mesh] = []
    for s in (-1, 1):
        frame.append(rod(curve([(s * x, back + 0.03, 0.02), (s * x * 0.97, back - 0.02, seat),
                                (s * x * 0.94, back + 0.06, tall)], 16), 0.0095, 10))  # fmt: skip
        frame.append(rod([(s * x, front, 0.02), (s * x * 0.98, front, 0.62)], 0.0095, 10))
        frame.append(rod([(s * x, front, 0.05), (s * x * 0.97, back - 0.01, seat + 0.02)], 0.008, 8))
        frame.append(rod([(s * x, back + 0.03, 0.05), (s * x * 0.98, front, seat + 0.02)], 0.008, 8))
        for y, dy in ((front, -0.006), (back + 0.03, 0.006)):
            frame.append(rod([(s * x, y + dy, 0.04), (-s * x * 0.97, y + dy * 3, seat + 0.02)], 0.008, 8))
    u, v = np.meshgrid(np.linspace(-1, 1, 21), np.linspace(-1, 1, 21))
    deep = (front + back) / 2 + v * 0.23
    sag = 0.055 * (1 - u**2) * (1 - 0.35 * v**2) - 0.035 * -v
    pan = np.stack(
        [u * (x - 0.005), deep, seat + 0.03 - sag - 0.006 * np.sin(5 * u + 3 * v) * (1 - u**2)], -1
    )
    rest_v = (v + 1) / 2
    lean = back - 0.015 + 0.075 * rest_v
    belly = 0.045 * (1 - u**2) * np.sin(np.pi * (0.25 + 0.6 * rest_v))
    rest = np.stack([u * (x * 0.95), lean + belly, seat + 0.02 + rest_v * (tall - seat - 0.015)], -1)
    cloth = [slab(pan, 0.003), slab(rest, 0.003)]
    arms = [slab(np.array([[(s * (x + dx), yy, 0.625 - 0.018 * np.sin(np.pi * k)) for dx in (-0.03, 0.0,
      0.03)]
                           for k, yy in zip(np.linspace(0, 1, 12), np.linspace(front - 0.02, back + 0.03, 12),
                                            strict=True)]), 0.004) for s in (-1, 1)]  # fmt: skip
    hems = [rod(np.stack([pan[r, :, 0], pan[r, :, 1], pan[r, :, 2]], 1), 0.005, 6) for r in (0, -1)]
    hems.append(rod(rest[-1], 0.006, 6))
    cup = placed(turned([(0.0, 0), (0.036, 0), (0.043, 0.1), (0.04, 0.1), (0.034, 0.004), (0, 0.004)], 28),
                 at=(x + 0.005, front + 0.07, 0.53))  # fmt: skip
    feet = [placed(turned([(0, 0), (0.019, 0), (0.021, 0.006), (0.014, 0.03), (0, 0.03)], 18), at=(s * x,
      yy, 0))
            for s in (-1, 1) for yy in (front, back + 0.03)]  # fmt: skip
    dark = trim(member, "canvas", member.accent or "#26282a")
    parts = [part(canvas, *cloth), part(dark, *arms, *hems, cup),
             part(trim(member, "painted_metal", "#2d2f31"), *frame), part(trim(member, "rubber",
               "#161617"), *feet)]  # fmt: skip
    walls = [box((0, (front + back) / 2, seat - 0.005), (wide, 0.46, 0.05)),
             box((0, back + 0.045, (seat + tall) / 2), (wide * 0.96, 0.05, tall - seat), ("x",
               -9))]  # fmt: skip
    for s in (-1, 1):
        walls.append(box((s * x, 0, 0.62), (0.06, 0.5, 0.02)))
        walls += [post((s * x, yy, 0.22), 0.013, 0.44) for yy in (front, back + 0.02)]
    return assemble(parts, walls, mass=3.6, friction=0.6, restitution=0.15)


def picnic_table(member: CastMember, rng: Rng) -> Prop:
    """A park picnic table: planked top and two benches on A-frames, bolted through."""
    wood = surface(member, rng)
    long_ = 1.8 * vary(rng, 0.03)
    boards: list[Mesh] = []
    for i in range(5):
        y = (i - 2) * 0.148
        boards.append(beam((-long_ / 2, y, 0.735), (long_ / 2, y, 0.735), 0.14, 0.036, radius=0.006, rng=rng))
    for s in (-1, 1):
        for y in (s * 0.56, s * 0.705):
            boards.append(
                beam((-long_ / 2, y, 0.435), (long_ / 2, y, 0.435), 0.138, 0.036, radius=0.006, rng=rng)
            )
    bolts, walls = [], [box((0, 0, 0.735), (long_, 0.74, 0.036))]
    walls += [box((0, s * 0.63, 0.435), (long_, 0.29, 0.036)) for s in (-1, 1)]
    for sx in (-1, 1):
        x = sx * (long_ / 2 - 0.28)
        boards.append(beam((x, -0.35, 0.70), (x, 0.35, 0.70), 0.04, 0.07, radius=0.005, rng=rng))
        boards.append(beam((x + sx * 0.038, -0.77, 0.395), (x + sx * 0.038, 0.77, 0.395), 0.036, 0.09,
                           radius=0.005, rng=rng))  # fmt: skip
        for sy in (-1, 1):
            boards.append(beam((x, sy * 0.62, 0.004), (x, sy * 0.24, 0.71), 0.036, 0.085, radius=0.005,
                               up=(0, 1, 0.4), rng=rng))  # fmt: skip
            bolts += [placed(turned([(0, 0), (0.013, 0), (0.01, 0.006), (0, 0.007)], 14),
                             at=(x + sx * 0.056, sy * at, z), turns=[("y", 90.0 * sx)])
                      for at, z in ((0.40, 0.41), (0.44, 0.38))]  # fmt: skip
            walls.append(box((x, sy * 0.43, 0.355), (0.04, 0.085, 0.80), ("x", sy * 28.0)))
        walls.append(box((x + sx * 0.038, 0, 0.395), (0.036, 1.5, 0.09)))
        boards.append(beam((x, 0, 0.37), (sx * 0.1, 0, 0.70), 0.036, 0.07, radius=0.005, rng=rng))
    parts = [part(wood, *boards), part(trim(member, "rusty_metal"), *bolts)]
    return assemble(parts, walls, mass=62.0, friction=0.6, restitution=0.2)


def parasol(member: CastMember, rng: Rng) -> Prop:
    """A market parasol: eight canvas panels on ribs, valance, wooden pole, round weighted foot."""
    cloth = replace(surface(member, rng), kind="thin", transmission=0.3)
    radius, tall = 1.28 * vary(rng, 0.02), 2.45 * vary(rng, 0.02)
    eave, apex, gores = tall - 0.55, tall - 0.07, 8
    panels, ribs, stays = [], [], []
    r, a = np.meshgrid(np.linspace(0.03, 1, 16), np.linspace(0, 1, 11))
    for k in range(gores):
        angle = 2 * np.pi * (k + a) / gores
        between = 4 * a * (1 - a)
        flat = 1 - (1 - np.cos(np.pi / gores)) * between * 0.92
        z = apex + (eave - apex) * r**1.12 - 0.03 * between * r * (1.4 - r)
        panels.append(
            sheet(np.stack([np.cos(angle) * radius * r * flat, np.sin(angle) * radius * r * flat, z], -1))
        )
        drop = np.linspace(0, 1, 5)[:, None]
        b = np.linspace(0, 1, 17)[None]
        around = 2 * np.pi * (k + b) / gores
        edge = 1 - (1 - np.cos(np.pi / gores)) * 4 * b * (1 - b) * 0.92
        low = eave - 0.012 * 4 * b * (1 - b) - drop * 0.13 * (0.72 + 0.28 * np.abs(np.sin(np.pi * 3 * b)))
        rim = radius * edge * (1 + 0.012 * drop * np.sin(9 * around))
        panels.append(sheet(np.stack([np.cos(around) * rim, np.sin(around) * rim, low + 0 * rim], -1)[::-1]))
        c, s = np.cos(2 * np.pi * k / gores), np.sin(2 * np.pi * k / gores)
        t = np.linspace(0.03, 0.99, 10)
        line = np.stack([c * radius * t, s * radius * t, apex + (eave - apex) * t**1.12 - 0.014], 1)
        ribs.append(rod(line, 0.009, 8))
        stays.append(rod([tuple(line[5]), (c * 0.035, s * 0.035, tall - 0.85)], 0.008, 8))
    pole = turned([(0, 0.05), (0.024, 0.05), (0.024, apex), (0.05, apex + 0.008), (0.03, apex + 0.03),
                   (0.012, apex + 0.04), (0.024, apex + 0.055), (0, tall)], 24)  # fmt: skip
    hub = placed(turned([(0, -0.03), (0.045, -0.03), (0.045, 0.03), (0, 0.03)], 20), at=(0, 0, tall - 0.86))
    foot = turned([(0, 0), (0.27, 0), (0.275, 0.02), (0.26, 0.045), (0.06, 0.065), (0.05, 0.08), (0.042,
      0.34),
                   (0.03, 0.35), (0, 0.35)], 48)  # fmt: skip
    parts = [part(cloth, *panels), part(trim(member, "oak", member.accent), *ribs, *stays, pole, hub),
             part(trim(member, "black_iron"), foot)]  # fmt: skip
    points = np.concatenate([mesh.vertices for mesh in panels])
    walls = [hull(points), post((0, 0, tall / 2), 0.026, tall - 0.1), post((0, 0, 0.025), 0.27, 0.05)]
    return assemble(parts, walls, mass=34.0, friction=0.7, restitution=0.05)
