"""What lies on the water of the lake: boats afloat, jetties that run out from the shore."""

import numpy as np

from rayograph.core.catalogue import LAKE_EDGE, LAKE_LEVEL
from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts
from rayograph.plan.lakeside import is_afloat

DRAUGHT = {"boat": 0.13, "canoe": 0.10, "kayak": 0.10, "sailboat": 0.32, "jetty": 0.10, "buoy": 0.22}
"""How deep a hull lies in the water, and a jetty's piles reach below it [m]."""
_ROOTED = 1.2
"""How far back on the land a jetty begins [m]."""


def place_on_water(
    thing: int, members: list[int], actors: list[Actor], facts: Facts, stage: str,
    rng: np.random.Generator, spots: dict[int, Spot],
) -> bool:  # fmt: skip
    """Lay out a jetty, or boats that float; whether the thing was one of them."""
    kind = facts.things[thing].kind
    if kind == "jetty" and stage == "shore":
        for rank, i in enumerate(members):
            spots[i] = _jetty(actors[i], rank, rng)
        return True
    if not is_afloat(thing, facts, stage):
        return False
    jetty = next((i for i in spots if actors[i].member.kind == "jetty"), None)
    for rank, i in enumerate(members):
        if stage == "water":
            place, yaw = _open_water(actors[i], rank, len(members), rng)
        elif jetty is not None:
            place, yaw = _at_jetty(actors[i], actors[jetty], spots[jetty], rank)
        else:
            place, yaw = _off_shore(thing, actors[i], rank, actors, facts, spots, rng)
        z = (0.0 if stage == "water" else LAKE_LEVEL) - DRAUGHT[kind]
        spots[i] = Spot(position=(place[0], place[1], z), yaw_deg=yaw, fixed=True)
    return True


def _jetty(actor: Actor, rank: int, rng: np.random.Generator) -> Spot:
    """From the bank out over the water, aslant, so that its length and one flank are seen."""
    side = float(rng.choice([-1, 1]))
    yaw = side * float(rng.uniform(13, 20))
    turn = np.deg2rad(yaw)
    root = np.array([side * 1.3 + 3.2 * rank, LAKE_EDGE - _ROOTED])
    x, y = root + actor.size[1] / 2 * np.array([-np.sin(turn), np.cos(turn)])
    return Spot(
        position=(float(x), float(y), LAKE_LEVEL - DRAUGHT["jetty"]), yaw_deg=round(yaw, 2), fixed=True
    )


def near_end(pier: Actor, spot: Spot, *, far: bool = False) -> tuple[float, float]:
    """Where the first thing stands on a jetty: on its middle line, well before its end, or at the far one."""
    turn, back = np.deg2rad(spot.yaw_deg), (-0.43 if far else 0.14) * pier.size[1]
    return float(spot.position[0] + back * np.sin(turn)), float(spot.position[1] - back * np.cos(turn))


def _at_jetty(actor: Actor, pier: Actor, spot: Spot, rank: int) -> tuple[tuple[float, float], float]:
    """Alongside the jetty's far end, first on the flank that the camera sees, then on the other."""
    turn = np.deg2rad(spot.yaw_deg)
    out, across = np.array([-np.sin(turn), np.cos(turn)]), np.array([np.cos(turn), np.sin(turn)])
    side = (-1.0 if spot.yaw_deg > 0 else 1.0) * (-1.0 if rank % 2 else 1.0)
    gap = 0.5 * pier.size[0] + 0.5 * actor.size[0] + 0.16
    along = 0.5 * pier.size[1] - 0.36 * actor.size[1] - (rank // 2) * 1.1 * actor.size[1]
    x, y = np.array(spot.position[:2]) + along * out + side * gap * across
    return (float(x), float(y)), round(spot.yaw_deg - 6.0 * side, 2)


def _open_water(
    actor: Actor, rank: int, count: int, rng: np.random.Generator
) -> tuple[tuple[float, float], float]:
    pitch = 0.5 * actor.size[1] + actor.size[0] + 0.6
    x = (rank - (count - 1) / 2) * pitch
    y = float(rng.uniform(-0.5, 0.5)) + (1.4 * (rank % 2) if count > 1 else 0.0)
    return (x, y), round(float(rng.choice([-1, 1]) * rng.uniform(52, 70)), 2)


def _off_shore(
    thing: int, actor: Actor, rank: int, actors: list[Actor], facts: Facts, spots: dict[int, Spot],
    rng: np.random.Generator,
) -> tuple[tuple[float, float], float]:  # fmt: skip
    """Some metres out, where the words want it, or on the emptier side of what stands ashore."""
    relation = next(
        (r for r in facts.relations if r.subject == thing and r.kind in ("left of", "right of")), None
    )
    xs = [spots[i].position[0] for i in spots]
    side = -1.0 if xs and float(np.mean(xs)) > 0 else 1.0
    if relation is not None:
        side = -1.0 if relation.kind == "left of" else 1.0
    far = 2.6 + 0.5 * actor.size[1] + 2.2 * rank
    x = side * (1.6 + 1.5 * rank) if xs else 0.6 * (rank % 2)
    return (x, LAKE_EDGE + far), round(float(rng.choice([-1, 1]) * rng.uniform(58, 76)), 2)
