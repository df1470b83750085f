"""Whether the picture sits as a photograph's."""

from rayograph.core.intent import Exposure
from rayograph.critic.finding import Finding, at_most
from rayograph.critic.luma import lumas
from rayograph.critic.reel import Reel

BURNT, BLACK = 0.95, 0.03
"""Luma of the view from which on, and up to which, there is nothing to be seen."""


def exposure(claim: Exposure, reel: Reel) -> Finding:
    """The part of the worst frame that is burnt out or black, whichever is nearer to its limit."""
    wanted = f"at most {claim.burnt:.0%} of any frame burnt out and at most {claim.black:.0%} black"
    worst, said = -1.0, (0.0, 1.0, 0, "")
    for number, luma in lumas(reel).items():
        for part, most, name in ((float((luma >= BURNT).mean()), claim.burnt, "burnt out"),
                                 (float((luma <= BLACK).mean()), claim.black, "black")):  # fmt: skip
            if part / max(most, 1e-6) > worst:
                worst, said = part / max(most, 1e-6), (part, most, number, name)
    part, most, number, name = said
    return at_most(part, most, unit="of the frame", wanted=wanted, frame=number,
                   note=f"{part:.1%} of frame {number} is {name}")  # fmt: skip
