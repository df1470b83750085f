"""What stands at the very edge of the lake, half in the water: a boulder with stones on it."""

import numpy as np

from rayograph.core.catalogue import LAKE_EDGE
from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts
from rayograph.plan.immersions import bank
from rayograph.plan.stage import Stage

_SUNK = 0.12
"""Part of its height that lies in the ground."""


def place_waterside(
    thing: int, members: list[int], actors: list[Actor], facts: Facts, stage: Stage, spots: dict[int, Spot]
) -> bool:
    """Put a thing that is to stand at the water's edge there, side by side with what does already."""
    if stage.name != "shore" or facts.things[thing].at != "waterside":
        return False
    for i in members:
        size = actors[i].size
        y = LAKE_EDGE - 0.1 * size[1]
        x = 0.0 if not spots else max(s.position[0] for s in spots.values()) + 2.2 * actors[i].radius
        z = float(np.round(bank(y) - _SUNK * size[2], 4))
        spots[i] = Spot(position=(x, y, z), yaw_deg=8.0, fixed=True)
    return True
