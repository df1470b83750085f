"""Whether the light is warm, neutral or cool, as the balanced picture shows it."""

import numpy as np
from jaxtyping import Float

from rayograph.core.intent import Warmth
from rayograph.critic.finding import Finding, at_least, at_most
from rayograph.critic.irradiance import irradiance, spaced, tells, weights
from rayograph.critic.mired import warmer
from rayograph.critic.reel import Reel, Video

WARM_MIRED, NEUTRAL_MIRED = 25.0, 45.0
"""From where on light looks tinted, and up to where it may still be called neutral; a CTO has 159."""
OF_LIGHT = 0.75
"""How much the light on surfaces counts; the rest is the picture's own colour, which things tint."""


def warmth(claim: Warmth, reel: Reel) -> Finding:
    """Shift [mired] from neutral of the light on matt surfaces and of the picture; the median frame's."""
    by_frame, sure = {}, 0.9
    for t in spaced(reel.frames, 6):
        picture = float(warmer(np.minimum(reel.beauty[t], 4).mean((0, 1))))
        light = colour_of(reel.beauty, reel, t)
        if light is None:
            by_frame[t], sure = picture, 0.5
        else:
            by_frame[t] = OF_LIGHT * float(warmer(light)) + (1 - OF_LIGHT) * picture
    value = float(np.median(list(by_frame.values())))
    t = min(by_frame, key=lambda each: abs(by_frame[each] - value))
    note = "" if sure > 0.5 else "told by the picture's colours alone, which things may tint"
    if claim.warmth == "warm":
        return at_least(value, WARM_MIRED, unit="mired", frame=reel.numbers[t], confidence=sure, note=note,
                        wanted=f"warm light: {WARM_MIRED:g} mired over neutral or more")  # fmt: skip
    if claim.warmth == "cool":
        return at_most(value, -WARM_MIRED, unit="mired", frame=reel.numbers[t], confidence=sure, note=note,
                       wanted=f"cool light: {WARM_MIRED:g} mired under neutral or more")  # fmt: skip
    note = f"{value:+.0f} mired. {note}".strip()
    return at_most(abs(value), NEUTRAL_MIRED, unit="mired", frame=reel.numbers[t], confidence=sure,
                   note=note, wanted=f"neutral light, within {NEUTRAL_MIRED:g} mired")  # fmt: skip


def colour_of(group: Video, reel: Reel, t: int) -> Float[np.ndarray, "3"] | None:
    """Mean light (linear ACEScg, over π) that a group throws on matt surfaces; None if few are seen."""
    at = tells(reel, t)
    if at.sum() < 50:
        return None
    light, weight = irradiance(group[t], reel, t)[at], weights(reel, t)[at][:, None]
    if weight.sum() <= 0:
        return None
    capped = np.minimum(light, np.percentile(light, 99))
    return np.asarray((capped * weight).sum(0) / weight.sum())
