"""What stands or hangs in the open by a lake: a rope swing, a post-and-rail fence, a kite on the wind."""

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast.fitting import assemble, box, hull, part, post, surface, trim, vary
from rayograph.world.cast.shaping import beam, curve, painted, placed, rod, slab, turned
from rayograph.world.scene import Collider, Prop

Rng = np.random.Generator
SWING = (0.56, 0.23, 2.5)
"""Size of the rope swing [m]."""


def swing(member: CastMember, rng: Rng) -> Prop:
    """A plank seat on two ropes that are wound round the bough above, with the knots under the seat."""
    wide, deep, tall = SWING
    wood, rope = surface(member, rng), trim(member, "linen", "#b59a68")
    seat = beam((-wide / 2, 0, 0.045), (wide / 2, 0, 0.045), deep, 0.034, radius=0.008, rng=rng)
    lines: list[Mesh] = []
    walls: list[Collider] = [box((0, 0, 0.045), (wide, deep, 0.034))]
    wind = np.linspace(0, 2 * np.pi * 2.5, 50)
    for x in (-wide / 2 + 0.06, wide / 2 - 0.06):
        lines.append(rod([(x, 0, 0.01), (x, 0, 0.5), (x, 0.002, tall - 0.16)], 0.011, 8))
        lines.append(rod(np.stack([x + 0.012 * (wind / wind[-1] - 0.5) * 5, 0.085 * np.cos(wind),
                                   tall - 0.085 + 0.085 * np.sin(wind)], 1), 0.011, 8))  # fmt: skip
        lines.append(placed(turned([(0, 0), (0.022, 0.006), (0.026, 0.018), (0.014, 0.03), (0, 0.032)], 14),
                            at=(x, 0, -0.002)))  # fmt: skip
        walls.append(post((x, 0, tall / 2), 0.012, tall))
    return assemble([part(wood, seat), part(rope, *lines)], walls, mass=4.5, friction=0.6, restitution=0.1)


def fence(member: CastMember, rng: Rng) -> Prop:
    """Weathered posts with two split rails, a little crooked, as pastures have them."""
    long_, tall = 4.2 * vary(rng, 0.02), 1.12
    wood = surface(member if member.colour else member.model_copy(update={"colour": "#8b8072"}), rng)
    parts: list[Mesh] = []
    walls: list[Collider] = []
    spots = np.linspace(-long_ / 2 + 0.09, long_ / 2 - 0.09, 4)
    tops = []
    for x in spots:
        lean = rng.uniform(-0.02, 0.02, 2)
        high = tall - 0.03 + float(rng.uniform(-0.03, 0.03))
        parts.append(rod([(x, 0, 0), (x + lean[0], lean[1], high)], np.array([0.078, 0.07]), 12))
        parts.append(
            placed(turned([(0.07, 0), (0.05, 0.02), (0, 0.028)], 12), at=(x + lean[0], lean[1], high))
        )
        walls.append(post((x, 0, tall / 2), 0.075, tall))
        tops.append(lean)
    for level in (0.42, 0.86):
        for a, b in zip(spots[:-1], spots[1:], strict=True):
            sag = rng.uniform(-0.025, 0.025, 3)
            ends = (a - 0.09, -0.085 + sag[0] / 3, level + sag[0]), (b + 0.09, -0.085, level + sag[1])
            parts.append(beam(*ends, 0.045, 0.11, radius=0.014, rng=rng))
        walls.append(box((0, -0.085, level), (long_, 0.05, 0.11)))
    return assemble([part(wood, *parts)], walls, mass=90.0, friction=0.8, restitution=0.1)


def kite(member: CastMember, rng: Rng) -> Prop:
    """A diamond kite seen from below: two colours of cloth on crossed spars, a bridle, a tail with bows."""
    wide, tall = 0.95 * vary(rng, 0.02), 1.25 * vary(rng, 0.02)
    first = from_hex(member.colour or "#c8322b")
    second = from_hex(member.accent or "#e8c33a")
    corners = {"top": (0, 0, tall), "left": (-wide / 2, 0.05, 0.66 * tall), "low": (0, 0, 0.0),
               "right": (wide / 2, 0.05, 0.66 * tall), "mid": (0, -0.05, 0.66 * tall)}  # fmt: skip
    panels = []
    for k, (a, b) in enumerate((("top", "left"), ("left", "low"), ("low", "right"), ("right", "top"))):
        tip, side, middle = (np.array(corners[name], float) for name in (a, b, "mid"))
        u = np.linspace(0, 1, 8)[:, None, None]
        v = np.linspace(0, 1, 8)[None, :, None]
        rim = tip + (side - tip) * v
        grid = middle + (rim - middle) * np.maximum(u, 1e-3)
        grid = grid + np.array([0, 0.05, 0]) * (np.sin(np.pi * u) * np.sin(np.pi * v))
        panels.append(painted(slab(grid, 0.002), first if k % 2 else second))
    cloth = trim(member, "silk", "#ffffff")
    spars = [rod([corners["low"], corners["mid"], corners["top"]], 0.006, 8),
             rod([corners["left"], corners["mid"], corners["right"]], 0.006, 8)]  # fmt: skip
    t = np.linspace(0, 1, 40)
    tail = np.stack([0.16 * np.sin(5.5 * t) * t, 0.1 * t, -1.5 * t], 1)
    line = curve([(0, -0.06, 0.62 * tall), (-0.1, -0.9, -0.4), (-0.25, -2.2, -1.5)], 24)
    bows = []
    for knot in tail[8::7]:
        for s in (-1, 1):
            wing = np.array([[[0, 0, 0], [0, 0, 0.012]], [[s * 0.07, 0, -0.035], [s * 0.07, 0, 0.05]]], float)
            bows.append(painted(slab(wing, 0.002), first if s > 0 else second).moved(_shift(knot)))
    parts = [part(cloth, *panels, *bows), part(trim(member, "pine"), *spars),
             part(trim(member, "linen", "#d8d2c4"), rod(tail, 0.005, 6), rod(line, 0.003, 6))]  # fmt: skip
    points = np.array([corners[name] for name in ("top", "left", "low", "right", "mid")], float)
    cords = [hull(np.concatenate([cord, cord + [0.01, 0, 0], cord + [0, 0.01, 0]])) for cord in (tail, line)]
    return assemble(
        parts, [hull(np.concatenate([points, points + [0, 0.03, 0]])), *cords], mass=0.3, friction=0.5
    )


def _shift(at: np.ndarray) -> np.ndarray:
    pose = np.eye(4)
    pose[:3, 3] = at
    return pose
