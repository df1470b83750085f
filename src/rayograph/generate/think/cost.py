"""What thinking takes, guessed before it starts."""

import os

from rayograph.core.plan import ShotPlan
from rayograph.generate import pace

FRAME = 0.12
"""Seconds of a frame's data passes in a sketch, on the machine of `pace.REFERENCE`."""
LIT = 6.0
"""Seconds of a frame with light in a sketch, there."""
SKETCHES = (1, 10)
"""Sketches of a thinking that passes at once, and of one that tries two rounds in vain."""


def thinking_seconds(plan: ShotPlan) -> tuple[float, float]:
    """Seconds of a short and of a long thinking about a plan, on this machine."""
    factor = pace.moment() / pace.REFERENCE * 2 / max(os.cpu_count() or 1, 1)
    one = factor * (1.1 * pace.OPENING[plan.set.kind] + plan.format.frames * FRAME + 3 * LIT)
    return SKETCHES[0] * one, SKETCHES[1] * one
