"""What shows through a car's windows: seats, dashboard, steering wheel."""

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.world import shapes
from rayograph.world.cast.coachwork import BodyLines
from rayograph.world.cast.shaping import hoop, placed, rod


def furnished(lines: BodyLines) -> tuple[list[Mesh], list[Mesh]]:
    """Upholstery, and what is black: dashboard, wheel, door cards and floor.

    The driver sits on the left. All is placed from the windscreen's head, and raised with the window sill.
    """
    belt_y, belt_z = zip(*lines.belt, strict=True)
    front = lines.screen[1] + 0.30
    lift = float(np.interp(front, belt_y, belt_z)) - 0.90
    half = max(value for _, value in lines.flank) - 0.14
    soft: list[Mesh] = []
    for s in (-1, 1):
        soft += _seat(s * half * 0.5, front, lift, 0.48)
    # the rear bench keeps under the rear window, and is left out where there is no room for knees
    rear = min(front + 0.88, sum(lines.backlight) / 2 - 0.36)
    if rear - front > 0.6 and rear < max(lines.side_glass) + 0.1:
        for s in (-1, 1):
            soft += _seat(s * half * 0.5, rear, lift - 0.03, half * 0.98)[:2]
    dash_y = lines.screen[0] + 0.26
    sill = float(np.interp(dash_y, belt_y, belt_z))
    hard = [placed(shapes.rounded_box((2 * half - 0.1, 0.42, 0.2), 0.07, 4), at=(0, dash_y, sill - 0.11)),
            placed(shapes.rounded_box((0.34, 0.2, 0.07), 0.03, 3), at=(half * 0.5, dash_y + 0.1, sill + 0.0)),
            placed(shapes.rounded_box((0.2, 0.7, 0.26), 0.05, 3), at=(0, front - 0.25, lift + 0.42)),
            placed(shapes.rounded_box((2 * half, 2.1, 0.03), 0.01, 1), at=(0, front + 0.2, lift
              + 0.26))]  # fmt: skip
    turns = [("x", 62.0)]
    at = np.array([half * 0.5, front - 0.44, lift + 0.86])
    wheel = [hoop(0.185, 0.0145, segments=36), rod([(0, 0, -0.02), (0, 0, -0.24)], 0.03, 10),
             placed(shapes.rounded_box((0.13, 0.1, 0.05), 0.02, 3), at=(0, -0.01, -0.01))]  # fmt: skip
    wheel += [rod([(0, 0, -0.01), (0.18 * np.cos(a), 0.18 * np.sin(a), 0)], 0.011, 6)
              for a in np.deg2rad([0, 180, -90])]  # fmt: skip
    hard += [placed(mesh, at=at, turns=turns) for mesh in wheel]
    mirror = lines.screen[1] - 0.06
    crown_y, crown_z = zip(*lines.crown, strict=True)
    top = float(np.interp(mirror, crown_y, crown_z))
    hard.append(placed(shapes.rounded_box((0.22, 0.03, 0.06), 0.014, 3), at=(0, mirror, top - 0.11)))
    return soft, hard


def _seat(x: float, y: float, lift: float, wide: float) -> list[Mesh]:
    """A cushion, a raked back and a head restraint on its stalks."""
    top = lift + 1.16
    return [placed(shapes.rounded_box((wide, 0.50, 0.16), 0.06, 4), at=(x, y - 0.02, lift + 0.46),
      turns=[("x", 5)]),
            placed(shapes.rounded_box((wide, 0.14, 0.58), 0.06, 4), at=(x, y + 0.29, lift + 0.74),
              turns=[("x", -14)]),
            placed(shapes.rounded_box((0.26, 0.09, 0.16), 0.04, 4), at=(x, y + 0.385, top - 0.02),
              turns=[("x", -10)]),
            rod([(x - 0.06, y + 0.36, top - 0.2), (x - 0.06, y + 0.38, top - 0.05)], 0.007, 6),
            rod([(x + 0.06, y + 0.36, top - 0.2), (x + 0.06, y + 0.38, top - 0.05)], 0.007, 6)]  # fmt: skip
