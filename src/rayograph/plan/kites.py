"""A kite flies: it hangs in the air on its line, beside or over what is named with it."""

import numpy as np

from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts

ALOFT = 1.6
"""Height of the lower end of its line over the ground [m]; the kite itself is some two metres higher."""


def place_kite(
    thing: int, members: list[int], actors: list[Actor], facts: Facts, spots: dict[int, Spot]
) -> bool:
    """Let a kite fly; whether the thing was one."""
    if facts.things[thing].kind != "kite":
        return False
    xs = [spot.position[0] for spot in spots.values()]
    side = -1.0 if xs and float(np.mean(xs)) > 0 else 1.0
    for rank, i in enumerate(members):
        x = side * (1.5 + 1.3 * rank) if xs else 1.3 * rank
        spots[i] = Spot(
            position=(x, 1.2 + 0.8 * rank, ALOFT + 0.5 * (rank % 2)), yaw_deg=-8.0 * side, fixed=True
        )
    return True
