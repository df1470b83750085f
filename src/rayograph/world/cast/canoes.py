"""Canoe and kayak, each with its paddle."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast.fitting import assemble, box, hull, part, surface, trim, vary
from rayograph.world.cast.shaping import (
    beam,
    curve,
    loft,
    mirrored,
    placed,
    rod,
    sheet,
    slab,
    stretched,
    turned,
)
from rayograph.world.scene import Collider, Prop

Rng = np.random.Generator


@dataclass(frozen=True, kw_only=True)
class Lines:
    """A double-ended hull: beam, length, depth amidships, height of the ends, rocker of the keel [m]."""

    beam: float
    length: float
    depth: float
    ends: float
    rocker: float
    full: float
    """How full the waterline is: 2 slender, 3 bluff."""
    flat: float
    """Exponent of the section: 0.3 flat-bottomed, 0.6 round."""

    def point(self, s: np.ndarray, u: np.ndarray) -> Float[np.ndarray, "*shape 3"]:
        """Points of the hull: s from stem (0) to stern (1), u from the port gunwale (-1) to the other (1)."""
        far, t = np.abs(2 * s - 1), np.abs(u)
        half = self.beam / 2 * np.clip(1 - far**self.full, 0.0, 1) ** 0.9 + 0.006
        keel = self.rocker * far**5
        sheer = self.depth + (self.ends - self.depth) * far**3.4
        x = np.sign(u) * half * t**self.flat * (1 - 0.06 * np.clip((t - 0.75) / 0.25, 0, 1) ** 2)
        z = keel + (sheer - keel) * t**1.9
        # the stem is cut back below, so that the bow line curves up out of the water
        y = (s - 0.5) * self.length * (1 - 0.075 * far**9 * (1 - z / self.ends).clip(0) ** 1.8)
        return np.stack([x, y + 0 * x, z], -1)


def canoe(member: CastMember, rng: Rng) -> Prop:
    """An open canoe: lapped skin over a cedar lining and ribs, ash gunwales, two caned seats, a paddle."""
    paint = surface(member, rng)
    lines = Lines(beam=0.88 * vary(rng, 0.02), length=4.75 * vary(rng, 0.03), depth=0.345, ends=0.60,
                  rocker=0.05, full=2.5, flat=0.34)  # fmt: skip
    s, u = np.meshgrid(np.linspace(0, 1, 72), np.linspace(-1, 1, 41), indexing="ij")
    skin = slab(lines.point(s, u)[:, ::-1], 0.006, crease_deg=60)
    inner = lines.point(0.012 + s * 0.976, u) * [0.975, 1, 1] + [0, 0, 0.012]
    cedar, ash = trim(member, "pine", "#b98a55"), trim(member, "oak", member.accent)
    ribs = []
    for at in np.linspace(0.16, 0.84, 24):
        v = np.linspace(-0.98, 0.98, 25)
        line = lines.point(np.full(25, at), v) * [0.955, 1, 1] + [0, 0, 0.018]
        wide = np.stack([line + [0, dy, 0] for dy in (-0.022, 0.022)])
        ribs.append(slab(wide, 0.006))
    edge = lines.point(np.linspace(0.004, 0.996, 72), np.ones(72)) + [0, 0, 0.002]
    rails = [rod(edge + [0.006, 0, 0], 0.013, 8), rod(edge - [0.016, 0, 0], 0.010, 8)]
    timber = [*rails, *(mirrored(r) for r in rails), *_ends(lines)]
    seats, cane = [], []
    for at, drop in ((0.245, 0.06), (0.77, 0.05)):
        frame, seat = _caned(lines, at, drop)
        seats += frame
        cane.append(seat)
    for at in (0.5, 0.38):
        seats.append(_thwart(lines, at, 0.012))
    shaft, blade = _paddle(1.45)
    paddle = [placed(m, at=(0.08, 0.15, 0.365), turns=[("z", 9.0), ("x", 1.0)]) for m in (shaft, blade)]
    parts = [part(paint, skin), part(cedar, sheet(inner), *ribs), part(ash, *timber, *seats, *paddle),
             part(trim(member, "wicker"), *cane)]  # fmt: skip
    return assemble(parts, _shell_walls(lines), mass=32.0, friction=0.35, restitution=0.15)


def _ends(lines: Lines) -> list[Mesh]:
    """Breast hooks: the little decks that close bow and stern."""
    decks = []
    for low, high in ((0.006, 0.09), (0.994, 0.91)):
        s, u = np.meshgrid(np.linspace(low, high, 9), np.linspace(-1, 1, 9), indexing="ij")
        rim = lines.point(s, np.ones_like(s))
        points = np.stack([rim[..., 0] * u, rim[..., 1], rim[..., 2] + 0.016 * (1 - u**2)], -1)
        decks.append(slab(points if low > high else points[:, ::-1], 0.012))
    return decks


def _thwart(lines: Lines, at: float, drop: float, wide: float = 0.055) -> Mesh:
    half = float(lines.point(np.array(at), np.array(1.0))[0])
    y, z = (float(v) for v in lines.point(np.array(at), np.array(1.0))[1:])
    return beam((-half, y, z - drop), (half, y, z - drop), wide, 0.02, radius=0.007)


def _caned(lines: Lines, at: float, drop: float) -> tuple[list[Mesh], Mesh]:
    half, y, z = (float(v) for v in lines.point(np.array(at), np.array(0.92)))
    z = float(lines.point(np.array(at), np.array(1.0))[2]) - drop
    bars = [beam((-half, y + dy, z), (half, y + dy, z), 0.035, 0.02, radius=0.006) for dy in (-0.13, 0.13)]
    bars += [beam((x, y - 0.13, z), (x, y + 0.13, z), 0.035, 0.02, radius=0.006)
             for x in (-half * 0.62, half * 0.62)]  # fmt: skip
    u, v = np.meshgrid(np.linspace(-1, 1, 9), np.linspace(-1, 1, 9))
    dip = -0.008 * (1 - u**2) * (1 - v**2)
    return bars, slab(np.stack([u * half * 0.62, y + v * 0.13, z + 0.004 + dip], -1), 0.004)


def _paddle(length: float) -> tuple[Mesh, Mesh]:
    """A beavertail paddle along Y, its grip at -Y."""
    low, high = -length / 2, length / 2 - 0.5
    line = np.linspace((0, low, 0), (0, high + 0.1, 0), 24)
    shaft = rod(line, np.interp(np.linspace(0, 1, 24), [0, 0.05, 0.1, 1], [0.03, 0.024, 0.0155, 0.015]), 12)
    rings = []
    for k in np.linspace(0, 1, 16):
        a = np.linspace(0, 2 * np.pi, 20, endpoint=False)
        w = 0.014 + 0.068 * np.sin(np.pi * min(0.5 + k * 0.62, 1) * 1.0) * min(1, k * 2.2 + 0.05) ** 0.8
        if k > 0.8:
            w = 0.082 * np.sqrt(max(1 - ((k - 0.8) / 0.2) ** 2, 0.02)) * 0.62
        thick = 0.013 * (1 - k) + 0.005
        rings.append(np.stack([np.cos(a) * w, np.full(20, high + 0.5 * k), np.sin(a) * thick], 1))
    return shaft, loft(np.array(rings), crease_deg=60)


def _shell_walls(lines: Lines) -> list[Collider]:
    """Bottom, and sides as convex stations, so that things can lie within."""
    walls: list[Collider] = []
    stops = np.linspace(0, 1, 7)
    for a, b in zip(stops[:-1], stops[1:], strict=True):
        s = np.linspace(a, b, 4)[:, None]
        low = lines.point(s + np.zeros((1, 9)), np.linspace(-0.5, 0.5, 9)[None] + 0 * s).reshape(-1, 3)
        walls.append(hull(np.concatenate([low, low + [0, 0, 0.03]])))
        t = np.linspace(0.5, 1.0, 4)[None]
        out = lines.point(s + 0 * t, t + 0 * s).reshape(-1, 3)
        both = np.concatenate([out, np.maximum(out - [0.03, 0, 0], [0.0, -9, 0])])
        walls += [hull(both), hull(both * [-1, 1, 1])]
    return walls


def kayak(member: CastMember, rng: Rng) -> Prop:
    """A closed-deck kayak: moulded hull, cockpit with coaming and seat, deck lines, hatch, double paddle."""
    shell = surface(member, rng)
    lines = Lines(beam=0.60 * vary(rng, 0.02), length=4.3 * vary(rng, 0.03), depth=0.20, ends=0.33,
                  rocker=0.06, full=2.1, flat=0.42)  # fmt: skip
    s, u = np.meshgrid(np.linspace(0, 1, 80), np.linspace(-1, 1, 33), indexing="ij")
    body = lines.point(s, u)
    arch = lines.point(s, np.sign(u) + (u == 0)) * [1, 1, 1]
    rise = _deck_rise(s)
    deck = np.stack([np.abs(arch[..., 0]) * u, arch[..., 1], arch[..., 2] + rise * (1 - u**2) ** 0.8], -1)
    # the cockpit: the deck dips into a well behind the middle
    well = ((deck[..., 0] / 0.215) ** 2 + ((deck[..., 1] - 0.12) / 0.40) ** 2).clip(0)
    deck[..., 2] -= 0.20 * np.clip((1 - well) * 4, 0, 1)
    rims = _coaming(lines)
    seat = sheet(np.array([[(x, y, 0.12 + 0.25 * max(0, y - 0.3) ** 1.1 * 3 - 0.02 * (1 - (x / 0.17) ** 2))
                            for x in np.linspace(-0.17, 0.17, 9)] for y in np.linspace(0.05, 0.46,
                              12)]))  # fmt: skip
    hatch = [placed(stretched(turned([(0, 0), (0.12, 0), (0.125, 0.012), (0.11, 0.024), (0, 0.026)], 40),
                              (1, 1.5, 1)), at=(0, y, z), turns=[("x", t)])
             for y, z, t in ((1.15, 0.295, -5.0), (-1.05, 0.295, 5.0))]  # fmt: skip
    cords = []
    for y in (-0.55, -0.8):
        cords += [rod(curve([(-0.2, y, 0.262), (0, y + sx * 0.12, 0.322), (0.2, y + sx * 0.25, 0.262)], 12),
                      0.004, 6) for sx in (-1, 1)]  # fmt: skip
    toggles = [rod([(-0.04, y, 0.27), (0.04, y, 0.27)], 0.012, 8)
               for y in (-lines.length / 2 + 0.1, lines.length / 2 - 0.1)]  # fmt: skip
    shaft = rod([(0, -1.1, 0), (0, 1.1, 0)], 0.0145, 12)
    _, blade = _paddle(2.2)
    blades = [stretched(placed(blade, at=(0, 0, 0)), (1.15, 0.9, 1), at=(0, 0.11, 0))]
    blades.append(placed(blades[0], turns=[("z", 180)]))
    aboard = [("y", 3.0), ("z", 7.0)]
    black = trim(member, "plastic", "#17181a")
    white = trim(member, "plastic", member.accent or "#e9e5da")
    seam = lines.point(np.linspace(0.002, 0.998, 70), np.ones(70))
    belt = rod(seam, 0.011, 8)
    parts = [part(shell, sheet(body[:, ::-1]), sheet(deck)),
             part(black, rod(rims, 0.013, 10), seat, *hatch, *cords, *toggles,
                  belt, mirrored(belt)),
             part(trim(member, "steel", wear=0.1), placed(shaft, at=(0.05, -0.1, 0.365), turns=aboard)),
             part(white, *(placed(b, at=(0.05, -0.1, 0.365), turns=aboard) for b in blades))]  # fmt: skip
    points = np.concatenate([body.reshape(-1, 3), deck.reshape(-1, 3)])
    walls = [hull(points[(points[:, 1] >= a) & (points[:, 1] <= b)], limit=40)
             for a, b in zip(np.linspace(-2.3, 1.38, 5), np.linspace(-1.38, 2.3, 5),
               strict=True)]  # fmt: skip
    walls.append(box((0.05, -0.1, 0.365), (0.03, 2.0, 0.03), ("z", 7.0)))
    return assemble(parts, walls, mass=24.0, friction=0.3, restitution=0.2)


def _deck_rise(s: np.ndarray) -> np.ndarray:
    """How far the deck's middle stands over its edges [m]."""
    return np.asarray(0.10 * np.clip(1 - np.abs(2 * s - 1) ** 2.2, 0, 1) + 0.012)


def _coaming(lines: Lines) -> Float[np.ndarray, "n 3"]:
    """The cockpit's rim, lying on the deck."""
    a = np.linspace(0, 2 * np.pi, 65)
    x, y = 0.218 * np.sin(a), 0.12 + 0.405 * np.cos(a)
    s = y / lines.length + 0.5
    edge = lines.point(s, np.ones_like(s))
    return np.stack([x, y, edge[:, 2] + _deck_rise(s) * (1 - (x / edge[:, 0]) ** 2) ** 0.8 + 0.006], 1)
