"""Newton's cradle: whole, as it stands; and for what swings, its frame and its balls apart."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, ball, box, part, post, surface, trim, vary
from rayograph.world.cast.lattice import spheroid
from rayograph.world.cast.profile import rounded
from rayograph.world.cast.shaping import placed, rod
from rayograph.world.scene import Collider, Part, Prop

Rng = np.random.Generator
RADIUS = 0.0125
"""Of a ball [m]."""
WIDE, DEEP, TOP = 0.180, 0.135, 0.165
"""Between the hoops' legs along and across the row, and the height of what the threads hang from [m]."""
FOOT = 0.018
"""Height of the base [m]."""
HANG = FOOT + 0.01 + RADIUS
"""Height of the balls' middle, a finger's breadth over the base [m]."""


def newtons_cradle(member: CastMember, rng: Rng) -> Prop:
    """Five steel balls on paired threads between two chrome hoops, at rest."""
    parts, bars = _frame(member, rng)
    metal = parts[1].material
    balls, threads = [], []
    for k in range(5):
        at = np.array([(k - 2) * 2 * RADIUS * 1.001, 0, HANG])
        balls.append(placed(spheroid((RADIUS,) * 3, 40, 64), at=at))
        threads += [placed(mesh, at=at - [0, 0, RADIUS]) for mesh in _threads()]
    parts += [part(metal, *balls), part(trim(member, "linen", "#d8d2c4"), *threads)]
    row = box((0, 0, HANG), (10 * RADIUS, 2 * RADIUS, 2 * RADIUS))
    return assemble(parts, [*bars, row], mass=0.75 * vary(rng, 0.03), friction=0.6, restitution=0.2)


def cradle_frame(member: CastMember, rng: Rng) -> Prop:
    """Base and hoops without the balls, which hang there as things of their own."""
    parts, bars = _frame(member, rng)
    return assemble(parts, bars, mass=0.6, friction=0.6, restitution=0.2)


def cradle_ball(member: CastMember, rng: Rng) -> Prop:
    """A ball with its two threads up to the hoops, base centre at its lowest point."""
    metal = replace(surface(member, rng), roughness=0.10, bump=None)
    parts = [part(metal, placed(spheroid((RADIUS,) * 3, 40, 64), at=(0, 0, RADIUS))),
             part(trim(member, "linen", "#d8d2c4"), *_threads())]  # fmt: skip
    return Prop(parts=tuple(parts), colliders=(ball((0, 0, RADIUS), RADIUS),), mass=0.064,
                friction=0.05, restitution=0.985)  # fmt: skip


def _threads() -> list[Mesh]:
    """From the top of a ball whose lowest point is the origin up to both hoops."""
    y, up = DEEP / 2 - 0.010, TOP - HANG + RADIUS
    return [rod([(0, 0, 1.9 * RADIUS), (0, s * y, up)], 0.00045, 6) for s in (-1, 1)]


def _frame(member: CastMember, rng: Rng) -> tuple[list[Part], list[Collider]]:
    metal = replace(surface(member, rng), roughness=0.10, bump=None)
    base = placed(shapes.rounded_box((WIDE + 0.02, DEEP + 0.02, FOOT), 0.006, 5), at=(0, 0, FOOT / 2))
    x, y = WIDE / 2 - 0.012, DEEP / 2 - 0.010
    hoops = []
    for s in (-1, 1):
        line = rounded([(-x, 0.012), (-x, TOP), (x, TOP), (x, 0.012)], 0.028, steps=9)
        hoops.append(rod(np.insert(line, 1, s * y, axis=1), 0.0042, 16))
    dark = replace(trim(member, "plastic", member.accent or "#141416"), roughness=0.15, clearcoat=1.0)
    bars = [box((0, s * y, TOP), (2 * x, 0.009, 0.009)) for s in (-1, 1)]
    bars += [post((sx * x, sy * y, TOP / 2), 0.0045, TOP) for sx in (-1, 1) for sy in (-1, 1)]
    foot = box((0, 0, FOOT / 2), (WIDE + 0.02, DEEP + 0.02, FOOT))
    return [part(dark, base), part(metal, *hoops)], [foot, *bars]


CRADLES: dict[str, Generator] = {
    "newtons_cradle": newtons_cradle,
    "cradle_frame": cradle_frame,
    "cradle_ball": cradle_ball,
}
