"""What stands at the very edge of the lake, half in the water: a boulder with stones on it."""

import numpy as np

from rayograph.core.catalogue import LAKE_EDGE, LAKE_LEVEL
from rayograph.core.plan import Drive
from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts
from rayograph.plan.immersions import bank
from rayograph.plan.scene_action import GRAVITY, Scene
from rayograph.plan.stage import Stage

_SLIDE, _OFF = 0.55, 0.9
"""Speeds at which a thing starts to slide off, and leaves the edge [m/s]."""
_DEEP = 0.22
"""How far below the water's face a stone comes to rest [m]."""
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


def over_water(scene: Scene) -> bool:
    """Whether what moves lies on something that stands at the water's edge."""
    ids = {a.member.id: k for k, a in enumerate(scene.actors)}
    i = scene.mine[0]
    for _ in scene.actors:
        i = ids.get(scene.out.spots[i].on, -1)
        if i < 0:
            return False
        if scene.facts.things[scene.actors[i].thing].at == "waterside":
            return scene.motion.style in ("slide", "roll", "drop", "topple")
    return False


def block_off_into_lake(scene: Scene) -> None:
    """It slides off to the side, drops into the shallows and is gone under the water."""
    i = scene.mine[0]
    sign = -1.0 if scene.motion.heading == "left" else 1.0
    x, y, z = scene.out.spots[i].position
    run, begin = 0.8 * scene.actors[i].radius * 2, 0.33 * scene.seconds
    slide = 2 * run / (_SLIDE + _OFF)
    rows = [(0.0, x, y, z), (begin, x, y, z)]
    for part in np.linspace(0.0, 1.0, 5)[1:]:
        t = slide * float(part)
        gone = _SLIDE * t + 0.5 * (_OFF - _SLIDE) / slide * t * t
        rows.append((begin + t, x + sign * gone, y, z))
    end = LAKE_LEVEL - _DEEP
    fall = float(np.sqrt(2 * (z - end) / GRAVITY))
    for part in np.linspace(0.0, 1.0, 7)[1:]:
        t = fall * float(part)
        out = run + _OFF * t
        rows.append((begin + slide + t, x + sign * out, y + 0.15 * out, z - 0.5 * GRAVITY * t * t))
    path = tuple(tuple(round(float(v), 4) for v in row) for row in rows)
    scene.add(Drive(object=scene.actors[i].member.id, path=tuple((t, a, b, c) for t, a, b, c in path)))
    scene.see_whole(i, x, y, z)
    scene.see_whole(i, x + sign * (run + _OFF * 0.8 * fall), y, LAKE_LEVEL)
