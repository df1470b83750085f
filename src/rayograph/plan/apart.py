"""Things that stand apart from the crowd on the floor: in the air, on the water, against a room's walls."""

import numpy as np

from rayograph.plan.afloat import place_on_water
from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts
from rayograph.plan.floor import Floor
from rayograph.plan.hung_up import place_hung_up
from rayograph.plan.kites import place_kite
from rayograph.plan.room_walls import place_by_wall
from rayograph.plan.rope_swings import place_hung
from rayograph.plan.stage import Stage
from rayograph.plan.waterside import place_waterside


def place_apart(
    thing: int,
    members: list[int],
    actors: list[Actor],
    facts: Facts,
    stage: Stage,
    rng: np.random.Generator,
    floor: Floor,
    spots: dict[int, Spot],
) -> bool:
    """Place a thing whose place is not on the free floor; False if it is."""
    if place_hung(thing, members, actors, facts, spots) or place_kite(thing, members, actors, facts, spots):
        return True
    if place_hung_up(thing, members, actors, facts, spots):
        return True
    if place_waterside(thing, members, actors, facts, stage, spots):
        return True
    if stage.kind.name == "lake":
        return place_on_water(thing, members, actors, facts, stage.name, rng, spots)
    return place_by_wall(thing, members, actors, facts, stage, floor, spots)
