"""The candles on a birthday cake: as many as the words say, thin and striped, each with its flame."""

import re

import numpy as np

from rayograph.core.plan import CastMember
from rayograph.world.cast.fitting import part, trim
from rayograph.world.cast.lamps import flame
from rayograph.world.cast.shaping import placed, rod
from rayograph.world.scene import Part

_TINTS = ("#d94a5a", "#4a86c9", "#e8c23a", "#5aa86a")
MOST = 40


def cake_candles(member: CastMember, reach: float, top: float) -> list[Part]:
    """Candles in a ring of radius `reach` [m] at height `top` [m]; none where none are told of."""
    told = re.search(r"; (\d+) candles", member.words)
    if told is None:
        return []
    count, rng = min(int(told[1]), MOST), np.random.default_rng(member.seed)
    sticks, flames = [], []
    for k in range(count):
        angle = 2 * np.pi * k / count - np.pi / 2
        at = np.array([reach * np.cos(angle), reach * np.sin(angle),
            top]) if count > 1 else np.array([0, 0, top])  # fmt: skip
        tall = 0.062 * float(rng.uniform(0.94, 1.06))
        sticks.append(rod([at - [0, 0, 0.006], at + [0, 0, tall]], 0.0034, 14))
        flames.append(placed(flame(0.020, rng), at=at + [0, 0, tall + 0.002]))
    parts = [part(trim(member, "wax", tint), *sticks[k :: len(_TINTS)]) for k, tint
        in enumerate(_TINTS[:count])]  # fmt: skip
    return [*parts, part(trim(member, "wax", "#ffcf7a"), *flames)]
