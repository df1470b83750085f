"""Frame rates and timecode. A rate is a `fractions.Fraction`, never a float."""

from fractions import Fraction

from rayograph.core.errors import PlanError

RATES = ("24", "25", "30", "48", "50", "60", "24000/1001", "30000/1001")
"""The rates a plan may ask for [1/s]."""


def parse_rate(text: str) -> Fraction:
    """The frame rate [1/s] that `text` names, such as "24" or "24000/1001".

    Raises:
        PlanError: `text` is not one of `RATES`.
    """
    if text not in RATES:
        raise PlanError(f"frame rate {text!r} is not offered; use one of {', '.join(RATES)}")
    return Fraction(text)


def timecode(frame: int, rate: Fraction) -> str:
    """Non-drop SMPTE ST 12-1 timecode hh:mm:ss:ff of a frame count from 00:00:00:00."""
    base = round(rate)
    seconds, frames = divmod(frame, base)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours % 24:02d}:{minutes:02d}:{seconds:02d}:{frames:02d}"
