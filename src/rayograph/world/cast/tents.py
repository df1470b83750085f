"""Cloth on frames: tent and umbrella."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast.fitting import assemble, hull, part, post, surface, trim, vary
from rayograph.world.cast.shaping import curve, hoop, placed, rod, sheet, turned
from rayograph.world.scene import Part, Prop

Rng = np.random.Generator


def tent(member: CastMember, rng: Rng) -> Prop:
    """A ridge tent: sagging panels with seams, door flaps tied back, poles, pegs and guy lines."""
    canvas = surface(member, rng)
    inner = replace(canvas, kind="thin", transmission=0.25)
    half, deep, tall = 0.95 * vary(rng, 0.03), 1.85 * vary(rng, 0.03), 1.45 * vary(rng, 0.03)
    u, v = np.meshgrid(np.linspace(0, 1, 25), np.linspace(0, 1, 25))
    panels: list[Mesh] = []
    for s in (-1, 1):
        y = (u - 0.5) * deep
        ridge = tall - 0.05 * 4 * u * (1 - u)
        belly = 0.09 * np.sin(np.pi * v) * (0.65 + 0.35 * np.sin(np.pi * u)) * 0.9
        flutter = 0.008 * np.sin(9 * u + 4 * v + s) * np.sin(np.pi * v)
        x = s * (half * v**0.96 - belly - flutter)
        roof = np.stack([x, y * (1 + 0.02 * v), ridge * (1 - v) + 0.0], -1)
        panels.append(sheet(roof if s > 0 else roof[:, ::-1]))
    back = _gable(half, deep / 2, tall, 0.0)
    doors, ties = _flaps(half, -deep / 2, tall, rng)
    seams = []
    for at in (0.0, 0.25, 0.5, 0.75, 1.0):
        for s in (-1, 1):
            k = np.linspace(0, 1, 14)
            out = half * k**0.96 - 0.09 * np.sin(np.pi * k) * (0.65 + 0.35 * np.sin(np.pi * at)) * 0.9
            line = np.stack(
                [s * out, (at - 0.5) * deep * (1 + 0.02 * k), (tall - 0.2 * at * (1 - at)) * (1 - k)], 1
            )
            seams.append(rod(line, 0.007, 6))
    ridge_line = np.linspace(0, 1, 20)
    seams.append(
        rod(
            np.stack(
                [0 * ridge_line, (ridge_line - 0.5) * deep, tall - 0.2 * ridge_line * (1 - ridge_line)], 1
            ),
            0.012,
            8,
        )
    )
    for s in (-1, 1):
        seams.append(rod([(s * half, -deep / 2 * 1.02, 0.012), (s * half, deep / 2 * 1.02, 0.012)], 0.012, 6))
    floor = sheet(np.stack([(u - 0.5) * 2 * half, (v - 0.5) * deep, 0.004 + 0 * u], -1))
    poles = [rod([(0, y, 0), (0, y, tall + 0.04)], 0.014, 10) for y in (-deep / 2 - 0.01, deep / 2 + 0.01)]
    guys, pegs = _guys(half, deep, tall)
    blanket = [placed(turned([(0, -0.3), (0.1, -0.3), (0.125, -0.28), (0.13, 0.28), (0.1, 0.3), (0, 0.3)],
                             28),
                      at=(0.28, 0.45, 0.14), turns=[("y", 90)])]  # fmt: skip
    glass = turned([(0, -0.1), (0.05, -0.085), (0.08, -0.03), (0.08, 0.03), (0.05, 0.085), (0, 0.1)], 28)
    globe = placed(glass, at=(0, 0.12, 0.78 * tall))
    lamp = part(trim(member, "wax", "#f2dcb0"), globe, light="self")
    parts = [lamp, part(inner, *panels, back, *doors),
             part(trim(member, "canvas", member.accent or "#d8cbb0"),
                                                *seams, *ties),
             part(trim(member, "canvas", "#3b372f"), floor), part(trim(member, "pine"), *poles, *pegs),
             part(trim(member, "linen", "#cfc5ae"), *guys),
             part(trim(member, "linen", "#54382f"), *blanket)]  # fmt: skip
    prism = np.array(
        [(s * half * f, y, z) for y in (-deep / 2, deep / 2) for s in (-1, 1) for f, z in ((1, 0), (0, tall))]
    )
    return assemble(parts, [hull(prism)], mass=7.0, friction=0.8, restitution=0.02)


def _gable(half: float, y: float, tall: float, gap: float) -> Mesh:
    u, v = np.meshgrid(np.linspace(-1, 1, 15), np.linspace(0, 1, 15))
    wide = half * v**0.96 - 0.06 * np.sin(np.pi * v)
    points = np.stack([u * wide, y + 0.04 * np.sin(np.pi * v) * (1 - u * u) + gap, tall * (1 - v)], -1)
    return sheet(points)


def _flaps(half: float, y: float, tall: float, rng: Rng) -> tuple[list[Mesh], list[Mesh]]:
    """Door flaps gathered to either side, each falling in folds from the ridge, with a tie."""
    flaps, ties = [], []
    u, v = np.meshgrid(np.linspace(0, 1, 30), np.linspace(0, 1, 30))
    for s in (-1, 1):
        edge = half * v**0.96 - 0.06 * np.sin(np.pi * v)
        waist = np.exp(-(((v - 0.62) / 0.2) ** 2))
        inner = edge * (0.34 + 0.1 * rng.random()) + edge * 0.42 * waist
        x = s * (inner * (1 - u) + edge * u)
        folds = 0.035 * np.sin(u * 16 + 2 * v) * (1 - u) * np.sin(np.pi * v) ** 0.5
        points = np.stack([x, y - 0.015 - folds - 0.05 * waist * (1 - u), tall * (1 - v)], -1)
        flaps.append(sheet(points if s > 0 else points[:, ::-1]))
        z = tall * (1 - 0.62)
        x0 = s * float(np.interp(0.62, v[:, 0], inner[:, 0]))
        x1 = s * float(np.interp(0.62, v[:, 0], edge[:, 0]))
        ties.append(
            rod(curve([(x1, y, z), ((x0 + x1) / 2, y - 0.075, z - 0.015), (x0, y - 0.05, z)], 12), 0.011, 6)
        )
    return flaps, ties


def _guys(half: float, deep: float, tall: float) -> tuple[list[Mesh], list[Mesh]]:
    ropes, pegs = [], []
    ends = [((0.0, s * deep / 2, tall), (0.0, s * (deep / 2 + 0.27), 0.05)) for s in (-1, 1)]
    ends += [((sx * half * 0.99, y, 0.02), (sx * (half + 0.1), y * 1.02, 0.02))
             for sx in (-1, 1) for y in (-deep / 2, -deep / 6, deep / 6, deep / 2)]  # fmt: skip
    for a, b in ends:
        ropes.append(rod([a, b], 0.004, 6))
        lean = np.array(b) - np.array(a)
        lean = lean * [1, 1, 0] / np.linalg.norm(lean[:2]) * 0.02
        pegs.append(rod([np.array(b) * [1, 1, 0], np.array(b) * [1, 1, 0] + lean + [0, 0, 0.075]], 0.009, 6))
    return ropes, pegs


def umbrella(member: CastMember, rng: Rng) -> Prop:
    """An open umbrella standing on its rim and handle tip: eight gores stretched between ribs, crook handle.

    It is modelled upright and closed enough for its catalogue size: canopy above, handle below.
    """
    silk = replace(surface(member, rng), kind="thin", transmission=0.3)
    radius, tall, gores = 0.49 * vary(rng, 0.03), 0.93 * vary(rng, 0.02), 8
    apex, drop = tall - 0.07, 0.24
    cloth, ribs, stays = [], [], []
    r, a = np.meshgrid(np.linspace(0.02, 1, 18), np.linspace(0, 1, 13))
    for k in range(gores):
        angle = 2 * np.pi * (k + a) / gores
        between = 4 * a * (1 - a)
        scallop = 1 - 0.10 * between * r**2
        z = apex - drop * (1 - np.cos(r * 1.25)) / (1 - np.cos(1.25)) - 0.022 * between * r
        points = np.stack([np.cos(angle) * radius * r * scallop, np.sin(angle) * radius * r * scallop, z], -1)
        cloth.append(sheet(points))
        t = np.linspace(0.02, 1.0, 14)
        c, s = np.cos(2 * np.pi * k / gores), np.sin(2 * np.pi * k / gores)
        zr = apex - drop * (1 - np.cos(t * 1.25)) / (1 - np.cos(1.25)) - 0.003
        line = np.stack([c * radius * t, s * radius * t, zr], 1)
        ribs.append(rod(line, 0.0024, 6))
        ribs.append(
            placed(turned([(0, -0.006), (0.004, -0.006), (0.004, 0.006), (0, 0.006)], 10), at=tuple(line[-1]))
        )
        stays.append(rod([tuple(line[7]), (c * 0.012, s * 0.012, apex - 0.25)], 0.002, 6))
    shaft = rod([(0, 0, 0.12), (0, 0, apex + 0.01)], 0.005, 10)
    ferrule = placed(
        turned([(0.012, -0.004), (0.008, 0.01), (0.004, 0.05), (0.0028, 0.07), (0, 0.07)], 16),
        at=(0, 0, apex),
    )
    runner = placed(
        turned([(0, -0.02), (0.009, -0.02), (0.009, 0.02), (0, 0.02)], 16), at=(0, 0, apex - 0.26)
    )
    crook = curve(
        [(0, 0, 0.24), (0, 0, 0.06), (0.012, 0, 0.02), (0.042, 0, 0.0), (0.072, 0, 0.02), (0.08, 0, 0.055)],
        30,
    )
    handle = rod(crook, 0.0105, 14)
    cap = hoop(0.012, 0.002, segments=20)
    parts: list[Part] = [part(silk, *cloth), part(trim(member, "steel"), *ribs, *stays, shaft, ferrule,
                                                runner),
                         part(trim(member, "walnut", member.accent), handle,
                              placed(cap, at=(0, 0, 0.24)))]  # fmt: skip
    points = np.concatenate([mesh.vertices for mesh in cloth])
    crook = np.array([(x, y, z) for x in (-0.008, 0.09) for y in (-0.0105, 0.0105) for z in (-0.0105, 0.05)])
    walls = [hull(points), post((0, 0, apex / 2), 0.008, apex), hull(crook)]
    return assemble(parts, walls, mass=0.5, friction=0.45, restitution=0.2)
