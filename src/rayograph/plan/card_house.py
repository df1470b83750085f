"""A house of cards: storeys of leaning pairs, each but the last under a row of flat cards."""

import numpy as np

from rayograph.core.plan import Drop
from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts
from rayograph.plan.scene_action import Scene

HOUSE = "house"
"""The arrangement."""
_LEAN = 62.0
"""How steeply a card stands [deg]."""
RELEASED = 0.0015
"""How high the cards are held until the house comes down [m]."""


def storeys(count: int) -> int:
    """How many storeys can be built of so many cards: n takes n(3n+1)/2."""
    n = 1
    while (n + 1) * (3 * n + 4) // 2 <= count:
        n += 1
    return n


def build_house(
    thing: int, members: list[int], actors: list[Actor], facts: Facts, spots: dict[int, Spot]
) -> None:
    """Cards that are to be a house are put up as one where they were laid."""
    if facts.things[thing].arrangement != HOUSE:
        return
    at = np.mean([spots[i].position for i in members], axis=0)
    moves = any(thing in (m.subject, m.target) for m in facts.motions)
    place = (float(at[0]), float(at[1]), min(spots[i].position[2] for i in members))
    house = lay_house(members, actors, place, not moves, spots[members[0]].on)
    spots.update(zip(members, house, strict=True))


def lay_house(
    members: list[int], actors: list[Actor], at: tuple[float, float, float], fixed: bool, on: str
) -> list[Spot]:
    """A spot for every card; what is left over lies flat before the house."""
    length = actors[members[0]].size[1]
    steep = np.deg2rad(_LEAN)
    tall, apart = length * float(np.sin(steep)), length * float(np.cos(steep))
    pitch = max(2.04 * apart, 0.9 * length)
    spots: list[Spot] = []
    n = storeys(len(members))
    for level in range(n):
        z = at[2] + level * (tall + 0.003)
        pairs = n - level
        for k in range(pairs):
            x = at[0] + (k - (pairs - 1) / 2) * pitch
            for side in (-1, 1):
                # Turned so that its length runs along X, its head leans to the pair's middle.
                spots.append(
                    Spot(position=(x + side * 0.5 * apart, at[1], z + tall / 2), yaw_deg=90.0 * side,
                         tilt_deg=_LEAN, on=on, fixed=fixed)
                )  # fmt: skip
        for k in range(pairs - 1):
            x = at[0] + (k - (pairs - 2) / 2) * pitch
            spots.append(
                Spot(position=(x, at[1], z + tall + 0.0012), yaw_deg=90.0, on=on, fixed=fixed)
            )  # fmt: skip
    for rank in range(len(members) - len(spots)):
        x = at[0] + (rank - 1) * 1.3 * length
        spots.append(Spot(position=(x, at[1] - 1.5 * length, at[2]), yaw_deg=20.0 * rank, on=on))
    return spots[: len(members)]


def fall_in(scene: Scene, group: list[int], when: float) -> None:
    """The cards are let go of all at once, and their own weight brings the house down."""
    for rank, i in enumerate(group):
        # A breath goes through it: without one the lower storeys may well stand.
        spin = (0.4 * (-1) ** rank, 2.6 + 0.3 * (rank % 4), 0.5 * (rank % 3 - 1))
        scene.add(Drop(object=scene.actors[i].member.id, at=round(when, 3), height=RELEASED, spin=spin))
        x, y, z = scene.out.spots[i].position
        scene.see(x, y, z)
    at = np.array([scene.out.spots[i].position for i in group])
    wide = 0.08 * (np.ptp(at[:, 0]) / 0.2 + 0.2)
    for x in (at[:, 0].min() - wide, at[:, 0].max() + 1.6 * wide):
        scene.see(float(x), float(at[0, 1]), float(at[:, 2].min()) - 0.04)
        scene.see(float(x), float(at[0, 1]), float(at[:, 2].max()) + 0.06)
