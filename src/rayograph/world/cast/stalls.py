"""Market stall and fountain."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.decal import text_texture
from rayograph.world.cast.fitting import assemble, box, hue, part, post, surface, trim, vary
from rayograph.world.cast.shaping import beam, placed, rounded, sheet, stretched, turned
from rayograph.world.cast.sign import contrasting, face, printed
from rayograph.world.cast.solids import walls as staves
from rayograph.world.materials.library import material
from rayograph.world.scene import Collider, Part, Prop

Rng = np.random.Generator
_GOODS = (("#b3261e", 0.040), ("#7f9c34", 0.042), ("#e07a14", 0.041), ("#e6c21f", 0.034), ("#6b1f4a", 0.024),
          ("#8a5a2a", 0.038))  # fmt: skip
_NAMED = {
    "apple": ("#b3261e", 0.040), "orange": ("#e07a14", 0.041), "lemon": ("#e6c21f", 0.034),
    "pear": ("#a8a83a", 0.042), "banana": ("#e3c53a", 0.040), "tomato": ("#c22a1a", 0.037),
    "plum": ("#4a2345", 0.027), "peach": ("#e0905a", 0.040), "mango": ("#d98a2a", 0.050),
    "potato": ("#a9854f", 0.040), "onion": ("#b5753a", 0.038), "cabbage": ("#8fae5a", 0.085),
    "lettuce": ("#7fae4a", 0.080), "carrot": ("#e0762a", 0.028), "aubergine": ("#3a1f3f", 0.048),
    "cucumber": ("#3f6a2f", 0.036), "bell pepper": ("#c23a1a", 0.045), "grapes": ("#5a2a55", 0.017),
    "strawberry": ("#c2202a", 0.019), "cherry": ("#8e1420", 0.015), "pumpkin": ("#d9731f", 0.10),
    "melon": ("#4f7a3a", 0.10), "avocado": ("#3f4f2a", 0.040), "pineapple": ("#b5863a", 0.07),
}  # fmt: skip
"""Fruit and vegetables by name: colour and radius in the tray [m]."""


def market_stall(member: CastMember, rng: Rng) -> Prop:
    """A market stall: striped awning on four posts, a sloping counter of full crates."""
    colour = hue(member, rng) or "#b3261e"
    wide, deep, tall = 2.2 * vary(rng, 0.02), 1.5, 2.42
    x, y = wide / 2 - 0.06, deep / 2 - 0.12
    wood: list[Mesh] = []
    for s in (-1, 1):
        wood.append(
            beam((s * x, -y, 0), (s * x, -y, tall - 0.42), 0.055, 0.055, radius=0.006, up=(0, 1, 0), rng=rng)
        )
        wood.append(
            beam((s * x, y, 0), (s * x, y, tall - 0.06), 0.055, 0.055, radius=0.006, up=(0, 1, 0), rng=rng)
        )
        wood.append(
            beam((s * x, -y, tall - 0.45), (s * x, y, tall - 0.08), 0.045, 0.06, radius=0.006, rng=rng)
        )
        wood.append(beam((s * x, -y, 0.55), (s * x, y, 0.55), 0.04, 0.08, radius=0.005, rng=rng))
    for at, z in ((-y, tall - 0.45), (y, tall - 0.09), (-y, 0.66), (y, 0.92)):
        wood.append(beam((-x, at, z), (x, at, z), 0.045, 0.07, radius=0.005, rng=rng))
    for i in range(7):
        t = (i + 0.5) / 7
        yy, z = -y - 0.16 + (2 * y + 0.16) * t, 0.70 + 0.22 * t
        wood.append(
            beam((-x - 0.04, yy, z), (x + 0.04, yy, z), 0.17, 0.024, radius=0.004, up=(0, -0.16, 1), rng=rng)
        )
    skirt = [beam((-x - 0.03, -y - 0.16, 0.36 + 0.21 * i), (x + 0.03, -y - 0.16, 0.36 + 0.21 * i), 0.02, 0.2,
                  radius=0.004, rng=rng) for i in range(2)]  # fmt: skip
    stripes = _awning(wide, deep, tall)
    cloths = [replace(material("canvas", colour=c, wear=member.wear, seed=member.seed), kind="thin",
                      transmission=0.25) for c in (colour, member.accent or "#efe8d8")]  # fmt: skip
    crates, goods = _produce(x, y, goods_of(f"{member.words} {member.name}"), rng)
    ground = "#2c2a26"
    board = face(0.62, 0.16, at=(0, -y - 0.172, 0.47))
    words = printed(trim(member, "slate", ground),
                    text_texture(member.text or "FRESH TODAY", contrasting(ground), ground, 480,
                      3.9))  # fmt: skip
    parts: list[Part] = [part(surface(member, rng), *wood, *skirt), part(trim(member, "pine"), *crates),
                         part(cloths[0], *stripes[0]), part(cloths[1], *stripes[1]), part(words, board),
                           *goods]  # fmt: skip
    low = tall - 0.45
    walls = [
        box((s * x, at, h / 2), (0.055, 0.055, h)) for s in (-1, 1) for at, h in ((-y, low), (y, tall - 0.1))
    ]
    walls += [box((0, -0.08, 0.81), (2 * x, 1.2, 0.05), ("x", 9.5)), box((0, -y - 0.16, 0.46), (2 * x,
      0.03, 0.42)),
              box((0, -0.1, tall - 0.24), (wide + 0.1, deep + 0.2, 0.03), ("x", 14.0))]  # fmt: skip
    return assemble(parts, walls, mass=85.0, friction=0.7, restitution=0.1)


def _awning(wide: float, deep: float, tall: float) -> tuple[list[Mesh], list[Mesh]]:
    """Strips of cloth that sag between the rails, each ending in a rounded tongue."""
    strips: tuple[list[Mesh], list[Mesh]] = ([], [])
    count = 11
    edges = np.linspace(-wide / 2 - 0.06, wide / 2 + 0.06, count + 1)
    for i, (a, b) in enumerate(zip(edges[:-1], edges[1:], strict=True)):
        u, v = np.meshgrid(np.linspace(0, 1, 7), np.linspace(0, 1, 16))
        x = a + (b - a) * u
        y = -deep / 2 - 0.12 + (deep + 0.18) * v
        sag = 0.035 * np.sin(np.pi * v) * (1 - (2 * x / wide) ** 2 * 0.6)
        z = tall - 0.44 + 0.42 * v - sag
        strips[i % 2].append(sheet(np.stack([x, y, z], -1)))
        drop = np.linspace(0, 1, 7)[:, None]
        w = np.linspace(0, 1, 9)[None]
        tongue = 0.11 + 0.07 * np.sqrt(np.clip(1 - (2 * w - 1) ** 2, 0, 1))
        front = np.stack([a + (b - a) * w + 0 * drop, -deep / 2 - 0.12 - 0.012 * np.sin(drop * 3 + i) + 0 * w,
                          tall - 0.44 - drop * tongue], -1)  # fmt: skip
        strips[i % 2].append(sheet(front[::-1]))
    return strips


def goods_of(words: str) -> tuple[tuple[str, float], ...]:
    """Colour and radius [m] of what lies in the trays: what the words name, else some of everything."""
    named = tuple(look for word, look in _NAMED.items() if word in words.lower())
    return named or _GOODS


def _produce(
    x: float, y: float, sorts: tuple[tuple[str, float], ...], rng: Rng
) -> tuple[list[Mesh], list[Part]]:
    """Six tilted trays, each heaped with one sort of fruit."""
    crates: list[Mesh] = []
    heaps: list[Part] = []
    sphere = shapes.icosphere(2)
    for k in range(6):
        colour, r = sorts[k % len(sorts)]
        at = np.array([(k % 3 - 1) * x * 0.64, -y + 0.12 if k < 3 else 0.22, 0.80 if k < 3 else 0.93])
        w, d, h = 0.58, 0.42, 0.11
        turn = [("x", 9.5)]
        boards = [beam((-w / 2, s * d / 2, h / 2), (w / 2, s * d / 2, h / 2), 0.012, h, radius=0.003, rng=rng)
                  for s in (-1, 1)]  # fmt: skip
        boards += [beam((s * w / 2, -d / 2, h / 2), (s * w / 2, d / 2, h / 2), 0.012, h, radius=0.003,
          rng=rng)
                   for s in (-1, 1)]  # fmt: skip
        crates += [placed(b, at=at, turns=turn) for b in boards]
        fruit = []
        for i in range(max(3, int((w - 0.03) / (2.05 * r)))):
            for j in range(max(2, int((d - 0.03) / (2.05 * r)))):
                if r < 0.03 and (i + j) % 2:
                    continue
                px, py = (-w / 2 + r + 0.015 + i * 2.05 * r, -d / 2 + r + 0.015 + j * 2.05 * r)
                heap = 0.06 * (1 - (2 * px / w) ** 2) * (1 - (2 * py / d) ** 2)
                size = r * float(rng.uniform(0.94, 1.05)) * (1.6 if r < 0.03 else 1.0)
                one = stretched(sphere, (size, size, size * 0.95))
                fruit.append(
                    placed(one, at=at + [px, py, 0.06 + heap + py * 0.167 + float(rng.uniform(0, 0.012))])
                )
        look = replace(material("fruit_skin", colour=colour, wear=0.1, seed=k), bump=None)
        heaps.append(part(look, *(rounded(f) for f in fruit)))
    return crates, heaps


def fountain(member: CastMember, rng: Rng) -> Prop:
    """A stone fountain: moulded round basin, baluster, upper bowl and finial, water standing in both."""
    stone_ = surface(member, rng)
    r = 1.25 * vary(rng, 0.02)
    basin = turned([(0, 0), (r, 0), (r + 0.03, 0.02), (r + 0.03, 0.09), (r - 0.03, 0.12), (r - 0.05, 0.17),
                    (r - 0.05, 0.40), (r - 0.02, 0.44), (r + 0.05, 0.47), (r + 0.06, 0.52), (r + 0.03, 0.555),
                    (r - 0.10, 0.56), (r - 0.135, 0.54), (r - 0.15, 0.45), (r - 0.16, 0.14), (0, 0.12)], 96,
                   crease_deg=35)  # fmt: skip
    stem = turned([(0, 0.1), (0.26, 0.1), (0.27, 0.2), (0.22, 0.24), (0.19, 0.30), (0.13, 0.42), (0.12, 0.55),
                   (0.15, 0.66), (0.19, 0.78), (0.17, 0.90), (0.12, 0.98), (0.16, 1.02), (0.20, 1.04),
                    (0.4, 1.10),
                   (0.56, 1.19), (0.60, 1.25), (0.60, 1.28), (0.57, 1.285), (0.54, 1.27), (0.42, 1.19),
                   (0.1, 1.15), (0.10, 1.26), (0.07, 1.32), (0.10, 1.42), (0.125, 1.50), (0.10, 1.57),
                    (0.05, 1.62),
                   (0.075, 1.68), (0.06, 1.74), (0, 1.78)], 72, crease_deg=35)  # fmt: skip
    flutes = [placed(beam((0, 0, 0.19), (0, 0, 0.39), 0.10, 0.02, radius=0.009, up=(0, 1, 0)),
                     at=(np.cos(a) * (r - 0.047), np.sin(a) * (r - 0.047), 0), turns=[("z", np.rad2deg(a)
                       + 90)])
              for a in np.linspace(0, 2 * np.pi, 33)[:-1]]  # fmt: skip
    pool = [_ripples(r - 0.14, 0.455, rng), _ripples(0.515, 1.245, rng)]
    water = trim(member, "water", "#d3e4e2")
    lip = np.array([(r - 0.05, 0.0), (r - 0.05, 0.56)])
    hollow = np.array([(0.0, 0.12), (r - 0.16, 0.14), (r - 0.14, 0.55)])
    walls: list[Collider] = [*staves(lip, hollow), post((0, 0, 0.06), r, 0.12), post((0, 0, 0.6), 0.2, 1.2),
                             post((0, 0, 1.2), 0.57, 0.14), post((0, 0, 1.5), 0.1, 0.5)]  # fmt: skip
    return assemble([part(stone_, basin, stem, *flutes), part(water, *pool)], walls, mass=2600.0,
      friction=0.8,
                    restitution=0.1)  # fmt: skip


def _ripples(radius: float, z: float, rng: Rng) -> Mesh:
    """A disc of water with faint rings on it."""
    rr, a = np.meshgrid(np.linspace(0.005, 1, 60), np.linspace(0, 2 * np.pi, 97))
    phase = float(rng.uniform(0, 6))
    lift = 0.0022 * np.sin(rr * radius * 42 + phase) * np.exp(-2 * rr) + 0.0012 * np.sin(9 * a + 30 * rr)
    points = np.stack([np.cos(a) * rr * radius, np.sin(a) * rr * radius, z + lift], -1)
    return sheet(points[::-1])
