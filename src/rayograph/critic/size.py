"""How large things are in the world."""

import numpy as np

from rayograph.core.intent import Size
from rayograph.critic.finding import Finding, at_most, unmeasured
from rayograph.critic.outline import outline
from rayograph.critic.reel import Reel
from rayograph.critic.surface import surface
from rayograph.critic.things import NO_PASSES, called, sureness

LOOKS = 12
"""Frames that are measured, at most."""
WHOLE, INSIDE = 0.1, 0.03
"""Parts of the outline that may be covered, and cut off by the frame."""


def size(claim: Size, reel: Reel) -> Finding:
    """How far the longest side [m] of what is seen is from the wanted length, as a part of it.

    By the position pass, in the frames that show the thing whole; the upper quartile, for a thing that turns
    shows its length in some frames only. Of several things the worst counts. One that is never seen whole may
    be longer than it looks: too short is not held against it. One seen from its end may be, too: that lowers
    the confidence in a fail.
    """
    wanted = f"{claim.metres:.3g} m long, within {100 * claim.tolerance:.0f} %"
    if not reel.passes:
        return unmeasured(wanted, NO_PASSES)
    worst: tuple[float, Finding] | None = None
    for name in claim.objects:
        off, finding = _one(claim, reel, name, wanted)
        if finding.verdict == "unmeasured":
            return finding
        worst = (off, finding) if worst is None or off > worst[0] else worst
    return worst[1] if worst else unmeasured(wanted, "nothing is named")


def _one(claim: Size, reel: Reel, name: str, wanted: str) -> tuple[float, Finding]:
    line = outline(reel, name)
    whole = (line.pixels > 0) & (line.hidden <= WHOLE) & (line.cropped <= INSIDE) & (line.share >= 0.25)
    frames = np.flatnonzero(whole) if whole.any() else np.flatnonzero(line.share >= 0.5)
    frames = frames[:: max(1, -(-len(frames) // LOOKS))]
    seen = [(float(each.longest), int(t)) for t in frames if (each := surface(reel, name, int(t)))]
    if not seen:
        return 1.0, unmeasured(wanted, f"{called(name)} is never seen, or there are no positions")
    lengths = np.array([length for length, _ in seen])
    length = float(np.percentile(lengths, 75))
    t = seen[int(np.abs(lengths - length).argmin())][1]
    off = abs(length / claim.metres - 1)
    if length < claim.metres and off > claim.tolerance and not whole.any():
        return off, unmeasured(wanted, f"only a part of {called(name)} is seen, {length:.3g} m of it")
    trust = sureness(float(line.pixels[t]) / 4) * (1.0 if whole.any() else 0.6)
    trust *= 0.7 if length < claim.metres and off > claim.tolerance else 1.0
    note = f"{called(name)} is {length:.3g} m long (frame {reel.numbers[t]}); {claim.metres:.3g} m is wanted"
    return off, at_most(off, claim.tolerance, unit="of the length", wanted=wanted, frame=reel.numbers[t],
                        confidence=trust, note=note)  # fmt: skip
