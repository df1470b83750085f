"""What a measure says of a claim."""

from typing import Annotated, Literal

from pydantic import Field

from rayograph.core.value import Value

Verdict = Literal["pass", "fail", "unmeasured"]


class Finding(Value):
    """A number with what it was held against.

    value: in `unit`; None where nothing could be measured. wanted: the claim in words, with its tolerance.
    frame: number of the frame that shows it best. confidence: 0..1, how much the frames let one be sure.
    margin: how far on the good side of the limit the value lies, as a part of the limit or range: positive
    for a pass. note: what stood in the way, or what a reader should look at.
    """

    verdict: Verdict
    value: float | None = None
    unit: str = ""
    wanted: str = ""
    margin: float | None = None
    frame: int | None = None
    confidence: Annotated[float, Field(ge=0, le=1)] = 1.0
    note: str = ""


def unmeasured(wanted: str, why: str) -> Finding:
    """A claim that these frames cannot show: said, never passed."""
    return Finding(verdict="unmeasured", wanted=wanted, confidence=0.0, note=why)


def at_least(
    value: float, least: float, *, unit: str, wanted: str, frame: int | None = None,
    confidence: float = 1.0, note: str = "",
) -> Finding:  # fmt: skip
    """Passes from `least` up."""
    return Finding(verdict="pass" if value >= least else "fail", value=round(value, 5), unit=unit,
                   wanted=wanted, margin=round((value - least) / max(abs(least), 1e-6), 4), frame=frame,
                   confidence=confidence, note=note)  # fmt: skip


def at_most(
    value: float, most: float, *, unit: str, wanted: str, frame: int | None = None,
    confidence: float = 1.0, note: str = "",
) -> Finding:  # fmt: skip
    """Passes up to `most`."""
    return Finding(verdict="pass" if value <= most else "fail", value=round(value, 5), unit=unit,
                   wanted=wanted, margin=round((most - value) / max(abs(most), 1e-6), 4), frame=frame,
                   confidence=confidence, note=note)  # fmt: skip
