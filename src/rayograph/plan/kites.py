"""A kite or a balloon flies: it hangs in the air, beside or over what is named with it."""

import numpy as np

from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts

ALOFT = 1.6
"""Height of the lower end of its line over the ground [m]; the kite itself is some two metres higher."""

BALLOON_ALOFT = 5.0
"""Height of a balloon's basket over the ground [m]."""


def place_kite(
    thing: int, members: list[int], actors: list[Actor], facts: Facts, spots: dict[int, Spot]
) -> bool:
    """Let a kite fly; whether the thing was one."""
    if facts.things[thing].kind == "hot_air_balloon":
        _place_balloons(members, spots)
        return True
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


def _place_balloons(members: list[int], spots: dict[int, Spot]) -> None:
    """Let balloons float over the water, far enough to be seen whole, with what else there is before them."""
    xs = [spot.position[0] for spot in spots.values()]
    side = -1.0 if xs and float(np.mean(xs)) > 0 else 1.0
    for rank, i in enumerate(members):
        x = side * (9.0 + 15.0 * rank) if xs or rank else 0.0
        away = 46.0 + 14.0 * rank if xs or len(members) > 1 else 20.0
        spots[i] = Spot(position=(x, away, BALLOON_ALOFT + 3.0 * (rank % 2)), yaw_deg=20.0 * rank, fixed=True)
