"""A long-case clock: plinth, trunk open on its pendulum, hood with columns under a broken arch."""

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.fitting import assemble, box, part, surface, trim, vary
from rayograph.world.cast.prism import prism
from rayograph.world.cast.profile import rounded, spline
from rayograph.world.cast.shaping import beam, placed, rod, turned
from rayograph.world.cast.watches import dial, under_crystal
from rayograph.world.scene import Prop

Rng = np.random.Generator
_WIDE, _DEEP, _SILL, _HOOD = 0.50, 0.26, 0.475, 0.44


def grandfather_clock(member: CastMember, rng: Rng) -> Prop:
    """The clock, its hands at any hour and its pendulum caught in mid-swing."""
    wood, brass = surface(member, rng), trim(member, "brass", member.accent)
    tall = 2.05 * vary(rng, 0.03)
    high = tall - 0.65
    hood = high + 0.03
    at = shapes.translation(0, -_DEEP * 0.425, hood + 0.22) @ shapes.rotation("x", 90)
    radius = _WIDE * 0.33
    rim = turned([(radius * 1.06, 0.0), (radius * 1.06, 0.006), (radius * 0.99, 0.009),
                  (radius * 0.985, 0.004)], 72)  # fmt: skip
    plate = turned([(radius, 0.0035), (0.0, 0.004)], 72)
    marks, hands = dial(radius * 0.94, 0.005, float(rng.integers(12)), float(rng.uniform(0, 59)), 0.0)
    urn = spline([(0.0, 0), (0.016, 0.004), (0.010, 0.016), (0.024, 0.038), (0.012, 0.058), (0.0, 0.075)], 30)
    finial = placed(turned(urn, 32), at=(0, -_DEEP * 0.1, hood + _HOOD + 0.085))
    parts = [part(wood, *_plinth(), *_trunk(high, rng), *_hood(hood)),
             part(brass, rim.moved(at), finial, *_works(high, float(rng.uniform(-6, 6)))),
             part(under_crystal(trim(member, "glazed_ceramic", "#ece4cf")), plate.moved(at)),
             part(trim(member, "black_iron"), *[m.moved(at) for m in (*marks, *hands)])]  # fmt: skip
    walls = [box((0, 0, 0.24), (_WIDE, _DEEP, 0.48)),
             box((0, 0, (_SILL + high) / 2), (_WIDE * 0.78, _DEEP * 0.76, high - _SILL)),
             box((0, 0, hood + _HOOD / 2 + 0.05), (_WIDE, _DEEP, _HOOD + 0.14))]  # fmt: skip
    return assemble(parts, walls, mass=45.0, friction=0.6, restitution=0.1)


def _plinth() -> list[Mesh]:
    w, d = _WIDE, _DEEP
    return [
        placed(shapes.rounded_box((w, d, 0.10), 0.006, 3), at=(0, 0, 0.05)),
        placed(shapes.rounded_box((w * 0.92, d * 0.92, 0.36), 0.005, 3), at=(0, 0, 0.27)),
        placed(shapes.rounded_box((w * 0.62, 0.012, 0.24), 0.004, 3), at=(0, -d * 0.46, 0.27)),
        placed(shapes.rounded_box((w, d, 0.035), 0.012, 4), at=(0, 0, 0.46)),
    ]


def _trunk(high: float, rng: Rng) -> list[Mesh]:
    """Sides, back and the frame of the door; its pane is left out so that the pendulum is seen."""
    low, half, front = _SILL, _WIDE * 0.37, -_DEEP * 0.30
    boards = [beam((x, front, low), (x, front, high), 0.07, 0.05, up=(0, 1, 0), rng=rng)
              for x in (-half + 0.035, half - 0.035)]  # fmt: skip
    boards += [
        beam((-half, front, z), (half, front, z), 0.05, 0.09, rng=rng) for z in (low + 0.04, high - 0.04)
    ]
    boards += [
        beam((x, 0, low), (x, 0, high), 0.020, _DEEP * 0.72, up=(0, 1, 0), rng=rng) for x in (-half, half)
    ]
    boards.append(
        beam((0, _DEEP * 0.34, low), (0, _DEEP * 0.34, high), 2 * half, 0.016, up=(0, 1, 0), rng=rng)
    )
    return boards


def _hood(low: float) -> list[Mesh]:
    """The head of the clock from `low` [m] up."""
    w, d = _WIDE, _DEEP
    column = [(0, 0), (0.020, 0), (0.020, 0.02), (0.013, 0.03), (0.012, 0.20), (0.011, _HOOD - 0.05),
              (0.019, _HOOD - 0.03), (0.019, _HOOD - 0.01), (0, _HOOD - 0.01)]  # fmt: skip
    swan = np.array([(0.0, 0.0), (0.50, 0.0), (0.50, 0.06), (0.36, 0.11), (0.22, 0.21), (0.10, 0.25),
                     (0.07, 0.20), (0.10, 0.15), (0.05, 0.10), (0.0, 0.10)]) * w  # fmt: skip
    crest = np.concatenate([swan, (swan * [-1, 1])[::-1][1:-1]])
    return [
        placed(shapes.rounded_box((w, d, 0.04), 0.014, 4), at=(0, 0, low - 0.02)),
        placed(shapes.rounded_box((w * 0.86, d * 0.84, _HOOD), 0.006, 3), at=(0, 0, low + _HOOD / 2)),
        *(placed(turned(column, 24), at=(s * w * 0.41, -d * 0.40, low + 0.005)) for s in (-1, 1)),
        placed(shapes.rounded_box((w * 1.02, d, 0.045), 0.016, 4), at=(0, 0, low + _HOOD + 0.01)),
        placed(prism(crest, d * 0.7, axis="y", bevel=0.006), at=(0, 0, low + _HOOD + 0.03)),
    ]


def _works(high: float, swing: float) -> list[Mesh]:
    """Pendulum at `swing` [deg], two weights on their lines."""
    length = high - _SILL - 0.22
    arm = shapes.translation(0, -0.02, high - 0.06) @ shapes.rotation("y", swing)
    lens = spline([(0, -0.008), (0.045, -0.004), (0.052, 0.0), (0.045, 0.004), (0, 0.008)], 20)
    bob = placed(turned(lens, 48), at=(0, 0, -length), turns=[("x", 90)])
    weight = turned(rounded([(0, 0), (0.022, 0), (0.022, 0.15), (0, 0.16)], 0.006), 32)
    out = [bob.moved(arm), rod([(0, 0, 0), (0, 0, -length)], 0.004, 10).moved(arm)]
    for x, z in ((-0.07, 0.42), (0.07, 0.30)):
        out += [
            placed(weight, at=(x, 0.03, _SILL + z)),
            rod([(x, 0.03, _SILL + z), (x, 0.03, high)], 0.0018, 6),
        ]
    return out
