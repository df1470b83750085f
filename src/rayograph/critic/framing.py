"""How large a thing sits in the frame."""

import numpy as np

from rayograph.core.intent import Framing
from rayograph.critic.finding import Finding, at_least, unmeasured
from rayograph.critic.outline import outline
from rayograph.critic.reel import Reel
from rayograph.critic.things import NO_PASSES, called, sureness

LONG = 0.25
"""So framed for this part of the frames that show it: a camera that moves passes through a framing."""


def framing(claim: Framing, reel: Reel) -> Finding:
    """The part of the frames that show the object in which it is framed so.

    Its size in the frame is its part of the height or the width, whichever is greater. What is covered by
    something nearer counts with what is left of it.
    """
    whole = "" if claim.cropped >= 1 else f", at most {100 * claim.cropped:.0f} % of its outline on the edge"
    wanted = (
        f"{called(claim.object)} takes {100 * claim.least:.0f} to {100 * claim.most:.0f} % of the frame's "
        f"height or width{whole}, for {100 * LONG:.0f} % of the frames that show it"
    )
    if not reel.passes:
        return unmeasured(wanted, NO_PASSES)
    line = outline(reel, claim.object)
    seen = line.pixels > 0
    if not seen.any():
        return at_least(0.0, LONG, unit="of the frames", wanted=wanted,
                        note=f"{called(claim.object)} is never seen")  # fmt: skip
    extent = np.maximum(line.width, line.height)
    off = np.maximum(claim.least - extent, extent - claim.most)
    fits = seen & (off <= 0) & (line.cropped <= claim.cropped)
    t = int(np.where(seen, np.maximum(off, 0) + np.maximum(line.cropped - claim.cropped, 0), np.inf).argmin())
    note = (
        f"it takes {100 * extent[seen].min():.0f} to {100 * extent[seen].max():.0f} %, "
        f"{100 * float(np.median(line.cropped[seen])):.0f} % of its outline on the edge"
    )
    trust = sureness(float(line.pixels[t])) * (1 - 0.5 * float(line.hidden[t]))
    return at_least(float(fits[seen].mean()), LONG, unit="of the frames", wanted=wanted,
                    frame=reel.numbers[t], confidence=trust, note=note)  # fmt: skip
