"""High key, low key, high or low contrast."""

import numpy as np

from rayograph.core.intent import Mood
from rayograph.critic.finding import Finding, at_least, at_most
from rayograph.critic.luma import lumas
from rayograph.critic.reel import Reel

HIGH, LOW = 0.42, 0.28
"""Luma of the view (middle grey is 0.35): three quarters of a high key lie above, half of a low key below."""
CONTRASTY, FLAT = 0.6, 0.45
"""Luma between the darkest and the brightest 2 %."""


def mood(claim: Mood, reel: Reel) -> Finding:
    """A percentile of the view's luma, or the span between two; the median frame's."""
    shares = {"high_key": (25, 25), "low_key": (50, 50)}.get(claim.mood, (2, 98))
    each = {}
    for number, luma in lumas(reel).items():
        low, high = np.percentile(luma, shares)
        each[number] = float(high - low) if shares == (2, 98) else float(low)
    value = float(np.median(list(each.values())))
    frame = min(each, key=lambda number: abs(each[number] - value))
    match claim.mood:
        case "high_key":
            return at_least(value, HIGH, unit="luma", frame=frame, confidence=0.8,
                            wanted=f"high key: three quarters of it brighter than {HIGH}")  # fmt: skip
        case "low_key":
            return at_most(value, LOW, unit="luma", frame=frame, confidence=0.8,
                           wanted=f"low key: half of the picture darker than {LOW}")  # fmt: skip
        case "high_contrast":
            return at_least(value, CONTRASTY, unit="luma", frame=frame, confidence=0.8,
                            wanted=f"high contrast: {CONTRASTY} of luma from darks to lights")  # fmt: skip
        case _:
            return at_most(value, FLAT, unit="luma", frame=frame, confidence=0.8,
                           wanted=f"low contrast: at most {FLAT} of luma from darks to lights")  # fmt: skip
