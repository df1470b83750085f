"""What rolls or slides down the bank into the lake, and floats there."""

import numpy as np

from rayograph.core.catalogue import LAKE_EDGE, LAKE_LEVEL
from rayograph.core.plan import Drive
from rayograph.plan.scene_action import Scene

_BANK = (0.2, 2.1)
"""Distances from the water between which its bank rises to the meadow [m]."""
_BEACH = 0.062
"""Slope of the strip along the water."""
_SUNK = 0.3
"""Part of its height by which something floats below the water's face."""
_OUT = 1.0
"""How far out it drifts, as a part of its way down the bank."""


def into_water(scene: Scene) -> bool:
    """Whether something goes down into the lake from its shore."""
    motion = scene.motion
    lake = scene.stage.kind.name == "lake" and scene.stage.name == "shore"
    return lake and motion.into and motion.target < 0 and motion.style in ("roll", "slide", "bounce", "drop")


def bank(y: float) -> float:
    """Height of the bank at a depth of the shore's stage, or of the water beyond it [m]."""
    shore = LAKE_EDGE - y
    if shore <= 0:
        return LAKE_LEVEL
    part = float(np.clip((shore - _BANK[0]) / (_BANK[1] - _BANK[0]), 0.0, 1.0))
    rise = part * part * (3.0 - 2.0 * part)
    return (LAKE_LEVEL + _BEACH * shore) * (1.0 - rise)


def block_into_water(scene: Scene) -> None:
    """It comes down the bank ever faster, is in the water at mid shot, and drifts to rest there, in frame."""
    for rank, i in enumerate(scene.mine):
        size = scene.actors[i].size
        way = float(np.clip(9.0 * max(size), 1.4, 2.6))
        start, end = LAKE_EDGE - way, LAKE_EDGE + _OUT * way
        x = scene.place(i)[0] - 0.18 * way + 2.4 * scene.actors[i].radius * rank
        sunk, meet = _SUNK * size[2], 0.5 * scene.seconds
        rows = []
        for part in np.linspace(0.0, 1.0, 8):  # down the bank: under way, and faster at its foot
            y = start + way * float(0.5 * part + 0.5 * part * part)
            low = sunk * float(np.clip((y - LAKE_EDGE + 0.25) / 0.25, 0.0, 1.0))
            rows.append((part * meet, x + 0.18 * (y - start), y, bank(y) - low))
        still = max(0.96 * scene.seconds - meet, 0.3)
        for part in np.linspace(0.0, 1.0, 8)[1:]:
            y = LAKE_EDGE + (end - LAKE_EDGE) * float(1.0 - (1.0 - part) ** 2)
            bob = 0.12 * size[2] * float(np.sin(14.0 * part) * np.exp(-3.0 * part))
            rows.append((meet + part * still, x + 0.18 * (y - start), y, LAKE_LEVEL - sunk + bob))
        path = tuple((round(float(t), 4), *(round(float(v), 4) for v in at)) for t, *at in rows)
        scene.put(i, path[0][1], path[0][2], path[0][3])
        scene.add(Drive(object=scene.actors[i].member.id, path=tuple((t, a, b, c) for t, a, b, c in path)))
        for _, a, b, c in (path[0], path[-1]):
            scene.see_whole(i, a, b, c)
