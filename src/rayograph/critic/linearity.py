"""Whether light adds up: the plate is the sum of its groups, and no light is negative or no number."""

import numpy as np

from rayograph.critic.finding import Finding, at_most, unmeasured
from rayograph.critic.irradiance import luminance
from rayograph.critic.reel import Reel

OFF = 0.01
"""Of the plate, with a floor of 0.01 in it; half floats of eight groups are off by 0.002."""


def linearity(reel: Reel) -> tuple[tuple[str, Finding], ...]:
    """The 99.9th percentile of |plate - sum| over the plate in the worst frame; the count of bad values."""
    sums, sound = f"groups add up to the plate within {OFF:.0%}", "no light is negative or not a number"
    groups = list(reel.groups.values())
    bad = np.array(reel.bad or [0] * reel.frames)
    worst = int(bad.argmax())
    rows = [("values", at_most(float(bad.sum()), 0.0, unit="values", wanted=sound,
                               frame=reel.numbers[worst]))]  # fmt: skip
    if reel.plate is None or len(groups) < 2:
        why = "the frames have one light group" if len(groups) < 2 else "the plate itself was not read"
        return (*rows, ("sum", unmeasured(sums, why)))
    offs = []
    for plate, beauty in zip(reel.plate, reel.beauty, strict=True):
        left = np.abs(np.nan_to_num(plate - beauty)).max(-1)
        level = np.maximum(luminance(np.nan_to_num(plate)), 0) + 0.01
        offs.append(float(np.percentile(left / level, 99.9)))
    worst = int(np.argmax(offs))
    return (*rows, ("sum", at_most(offs[worst], OFF, unit="of the plate", wanted=sums,
                                   frame=reel.numbers[worst])))  # fmt: skip
