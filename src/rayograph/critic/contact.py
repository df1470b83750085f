"""Whether two things touch: the least distance between their surfaces over the shot."""

import numpy as np

from rayograph.core.intent import Contact
from rayograph.critic.finding import Finding, at_most, unmeasured
from rayograph.critic.gaps import gaps
from rayograph.critic.reel import Reel
from rayograph.critic.things import SET
from rayograph.critic.tracks import track


def contact(claim: Contact, reel: Reel) -> Finding:
    """The least gap between the surfaces [m]."""
    wanted = f"{claim.a} and {claim.b} touch: within {claim.gap_m:g} m"
    if not reel.passes:
        return unmeasured(wanted, "without ids and positions nobody can say what touches")
    for name in (claim.a, claim.b):
        if not reel.share(name).any():
            return Finding(verdict="fail", wanted=wanted, note=f"{name} is not seen")
    a, b = track(reel, claim.a), track(reel, claim.b)
    if (b.size < a.size or claim.a.startswith(SET)) and not claim.b.startswith(SET):
        a, b = b, a
    apart = gaps(reel, a, b)
    if np.isnan(apart).all():
        return unmeasured(wanted, "they are never seen in the same frame")
    t = int(np.nanargmin(apart))
    few = min(float((reel.ids[t] == reel.index(name)).sum()) for name in (claim.a, claim.b))
    return at_most(float(apart[t]), claim.gap_m, unit="m", wanted=wanted, frame=reel.numbers[t],
                   confidence=float(np.clip(few / 40, 0.2, 0.9)))  # fmt: skip
