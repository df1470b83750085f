"""Whether what was ruled out is missing."""

from rayograph.core.intent import Absence
from rayograph.critic.finding import Finding, at_most, unmeasured
from rayograph.critic.reel import Reel
from rayograph.critic.things import NO_PASSES, called, seen_names

_LIMIT = 0.01
"""Part of the frame [%]: less could not be made out."""


def absence(claim: Absence, reel: Reel) -> Finding:
    """The part of the frame [%] that the largest of the ruled-out things covers in any frame."""
    wanted = "nothing called " + " or ".join(claim.stems)
    if not reel.passes:
        return unmeasured(wanted, NO_PASSES)
    there = [name for name in seen_names(reel) if name.startswith(claim.stems)]
    if not there:
        return at_most(0.0, _LIMIT, unit="%", wanted=wanted, note="none is seen in any frame")
    largest = max(there, key=lambda name: float(reel.share(name).max()))
    share = reel.share(largest)
    frame, most = reel.numbers[int(share.argmax())], 100 * float(share.max())
    note = f"{called(largest)} covers {most:.2g} % of frame {frame}"
    return at_most(most, _LIMIT, unit="%", wanted=wanted, frame=frame, note=note)
