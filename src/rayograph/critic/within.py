"""Whether a thing is where a box of the frame was drawn, at its moment."""

import numpy as np

from rayograph.core.intent import Within
from rayograph.critic.finding import Finding, at_most, unmeasured
from rayograph.critic.reel import Reel
from rayograph.critic.things import NO_PASSES, called, sureness

_CROPPED = 0.5
"""What reaches over the frame's edge has its middle elsewhere: confidence is no more than this."""


def within(claim: Within, reel: Reel) -> Finding:
    """How far outside of the box the middle of the thing's own box lies [parts of the frame], at the frame
    nearest to its moment; nothing or less is inside."""
    left, top, right, bottom = claim.box
    t = round(claim.at * (reel.frames - 1))
    wanted = (
        f"the middle of {called(claim.object)} is between {100 * left:.0f} and {100 * right:.0f} % of the "
        f"width and {100 * top:.0f} and {100 * bottom:.0f} % of the height in frame {reel.numbers[t]}"
    )
    if not reel.passes:
        return unmeasured(wanted, NO_PASSES)
    mask = reel.mask(claim.object)[t]
    rows, columns = np.nonzero(mask)
    if not len(rows):
        note = f"{called(claim.object)} is not to be seen in frame {reel.numbers[t]}"
        return Finding(verdict="fail", wanted=wanted, frame=reel.numbers[t], confidence=0.9, note=note)
    height, width = mask.shape
    x = (columns.min() + columns.max() + 1) / 2 / width
    y = (rows.min() + rows.max() + 1) / 2 / height
    off = float(max(left - x, x - right, top - y, y - bottom))
    cut = columns.min() == 0 or rows.min() == 0 or columns.max() == width - 1 or rows.max() == height - 1
    trust = sureness(len(rows)) * (0.7 if abs(off) < 1.0 / width else 1.0) * (_CROPPED if cut else 1.0)
    note = f"its middle is at {100 * x:.0f} % of the width, {100 * y:.0f} % of the height"
    return at_most(off, 0.0, unit="of the frame", wanted=wanted, frame=reel.numbers[t], confidence=trust,
                   note=note).model_copy(update={"margin": round(-off, 4)})  # fmt: skip
