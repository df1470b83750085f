"""Night, dusk, golden hour or day."""

import numpy as np

from rayograph.core.camera import exposure_scale
from rayograph.core.intent import TimeOfDay
from rayograph.critic.finding import Finding, at_least, at_most, unmeasured
from rayograph.critic.irradiance import luminance
from rayograph.critic.mired import warmer
from rayograph.critic.reel import Reel
from rayograph.critic.warmth import colour_of

DAYLIGHT = ("sun", "sky", "moon")
NIGHT, DAY = 0.7, 60.0
"""Daylight on surfaces, over π, or of the sky itself [cd/m²]: a full moon gives 0.1, a room by day 100 and
more, the open at noon 10 000."""
DUSKY = (0.15, 500.0)
GOLD_MIRED, RED_MIRED = 60.0, 120.0
"""Sunlight is golden from the one on, and nobody calls it plain day from the other on."""


def time_of_day(claim: TimeOfDay, reel: Reel) -> Finding:
    """Luminance of daylight [cd/m²], or for the golden hour the colour of sunlight [mired over neutral].

    The plate is luminance times the exposure that the header tells; without it dark and bright are alike.
    """
    wanted = f"{claim.time.replace('_', ' ')} by the brightness and colour of its light"
    if reel.exposure_ev is None:
        return unmeasured(wanted, "the frames do not say their exposure, so night may be a dark day")
    t = reel.frames // 2
    daylight, sure = _daylight(reel, t)
    colour, direct = _sunlight(reel, t)
    number = reel.numbers[t]
    note = f"daylight {daylight:.3g} cd/m², sunlight {colour:+.0f} mired"
    match claim.time:
        case "night":
            return at_most(daylight, NIGHT, unit="cd/m²", wanted=f"night: daylight under {NIGHT:g} cd/m²",
                           frame=number, confidence=sure, note=note)  # fmt: skip
        case "dusk":
            low, high = DUSKY
            within = min(np.log2(max(daylight, 1e-6) / low), np.log2(high / max(daylight, 1e-6)))
            within = -1.0 if direct > 0.6 and daylight > DAY else within
            return at_least(float(within), 0.0, unit="stops", frame=number, confidence=sure, note=note,
                            wanted=f"dusk: daylight of {low:g} to {high:g} cd/m², no full sun")  # fmt: skip
        case "golden_hour":
            if daylight < NIGHT:
                return at_least(daylight, NIGHT, unit="cd/m²", wanted="golden hour: the sun gives light",
                                frame=number, confidence=sure, note=note)  # fmt: skip
            return at_least(colour, GOLD_MIRED, unit="mired", frame=number, confidence=sure, note=note,
                            wanted=f"golden hour: sunlight {GOLD_MIRED:g} mired over neutral")  # fmt: skip
        case _:
            if daylight >= DAY and colour > RED_MIRED and direct > 0.3:
                return at_most(colour, RED_MIRED, unit="mired", frame=number, confidence=sure, note=note,
                               wanted=f"day: sunlight at most {RED_MIRED:g} mired over neutral")  # fmt: skip
            return at_least(daylight, DAY, unit="cd/m²", frame=number, confidence=sure, note=note,
                            wanted=f"day: daylight of {DAY:g} cd/m² or more")  # fmt: skip


def _daylight(reel: Reel, t: int) -> tuple[float, float]:
    """Luminance of daylight [cd/m²], on surfaces or of the sky where that is more, and how sure it is."""
    scale = exposure_scale(reel.exposure_ev or 0.0)
    of_day = [group for name, group in reel.groups.items() if name in DAYLIGHT]
    sure = 0.9
    if not of_day and len(reel.groups) > 1:
        # All light is named, and none of it is the day's: lamps alone, as by night or in a studio.
        return 0.0, 0.4
    if not of_day:
        of_day, sure = [reel.beauty], 0.5
    light = np.sum([group[t] for group in of_day], axis=0)
    on = colour_of(np.broadcast_to(light, reel.beauty.shape), reel, t)
    seen = reel.sky[t]
    above = float(np.median(luminance(light[seen]))) if reel.passes and seen.mean() > 0.01 else 0.0
    falling = float(luminance(on)) if on is not None else float(luminance(light).mean()) / 0.18
    return max(above, falling) / scale, sure


def _sunlight(reel: Reel, t: int) -> tuple[float, float]:
    """Colour of the sun's light [mired over neutral], of all light where no group is the sun's, and the part
    of daylight that is the sun's."""
    sun = reel.groups.get("sun")
    found = colour_of(reel.beauty if sun is None else sun, reel, t)
    if found is None or luminance(found) < 1e-4:
        return float(warmer(np.minimum(reel.beauty[t], 4).mean((0, 1)))), 0.0
    if sun is None:
        return float(warmer(found)), 0.0
    sky = reel.groups.get("sky")
    other = None if sky is None else colour_of(sky, reel, t)
    whole = float(luminance(found)) + (float(luminance(other)) if other is not None else 0.0)
    return float(warmer(found)), float(luminance(found)) / max(whole, 1e-9)
