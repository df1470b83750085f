"""The camera's light meter."""

import numpy as np

from rayograph.colour.primaries import ap1_luminance
from rayograph.core.camera import METER_K
from rayograph.core.plan import ShotPlan

WHITE = 1.4
"""Exposed value that the brightest parts of a daylight picture should come near (middle grey is 0.18)."""
LIFT = 1.2
"""At most so many stops are added to bring them there: snow is to be white, a misty day is to stay soft."""

BURNT = 1.6
"""Exposed value that a quarter of the lower picture does not pass by day."""
BACKLIT, OPENS, OPENED = 2.2, 0.45, 1.0
"""By day: stops by which the upper third may outshine the lower, by what part of the rest the shot is opened,
and the most of it [stops]: who shoots against the sun lets the sky go for what stands before it."""
SHINING = ((85.0, 1.0), (95.0, 4.0))
"""By night, exposed values that percentiles of the picture are not to pass."""


def exposure_value(luminance: np.ndarray, *, incident: bool = False) -> float:
    """EV at ISO 100 that suits a picture of scene luminance [cd/m²] "h w".

    Log average over the middle of the histogram, weighted to the centre, put on middle grey (ISO 2720);
    then a bias: dark places are kept dark (1 stop under at 1 cd/m², 2 at 0.01) as a photographer would,
    and where nothing in daylight is bright, the highlights are placed and not the grey. `incident`: the
    picture is of the light that falls in (`falling`), so nothing is left to guess.
    """
    height, width = luminance.shape
    row, column = np.mgrid[:height, :width]
    weight = np.exp(-2.0 * (((column + 0.5) / width - 0.5) ** 2 + ((row + 0.5) / height - 0.55) ** 2) * 4)
    floor = max(float(np.percentile(luminance, 99)) * 2e-4, 1e-6)
    value = np.maximum(luminance, floor)
    low, high = np.percentile(value, [5, 97])
    value = np.clip(value, low, high)
    average = float(np.exp((np.log(value) * weight).sum() / weight.sum()))
    # A bright window in a dark room must not fix the exposure: let highlights go up to 4.5 stops over grey.
    bias = float(np.clip(-0.5 * np.log10(average / 30.0), 0.0, 2.0))
    night = average < 30.0 and not incident
    bias = bias if night else 0.0
    if night:
        # By night what fills a part of the picture and shines, such as a screen, keeps its colours.
        for share, most in SHINING:
            shown = 0.18 / average * float(np.percentile(luminance, share))
            bias = max(bias, float(np.log2(max(shown, 1e-6) / most)))
    day = 0.0 if incident else float(np.clip(np.log10(average / 30.0), 0.0, 1.0))
    bright = 0.18 / average * float(np.percentile(luminance, 98))
    bias -= day * float(np.clip(np.log2(WHITE / bright), 0.0, LIFT))
    if not (night or incident):
        # A table of white linen before a black wall is not burnt out for the wall's sake.
        near = 0.18 / average * 2.0**-bias * float(np.percentile(luminance[int(0.4 * height) :], 75))
        bias += float(np.clip(np.log2(max(near, 1e-6) / BURNT), 0.0, 2.0))
    third = height // 3
    sky, land = (
        (float(np.log2(part).mean()) for part in (value[:third], value[-third:])) if third else (0.0, 0.0)
    )
    bias -= day * float(np.clip(OPENS * (sky - land - BACKLIT), 0.0, OPENED))
    return round(float(np.log2(average * 100 / METER_K)) + bias, 2)


def falling(radiance: np.ndarray, albedo: np.ndarray) -> np.ndarray:
    """What an incident meter reads: luminance [cd/m²] of a grey card in place of each surface."""
    return np.asarray(0.18 * luminance(radiance) / np.maximum(luminance(albedo), 0.04))


DARKEST, HELD = 0.02, 0.6
"""Luminance of the darkest paint, and by what part of a dark scene's own tone it is kept dark."""


def own_tone(albedo: np.ndarray) -> float:
    """Stops by which what is dark in itself is to stay under grey: black on black is no grey on grey."""
    mean = float(np.exp(np.log(np.maximum(luminance(albedo), DARKEST)).mean()))
    return float(np.clip(HELD * np.log2(0.18 / mean), 0.0, 1.5))


def held_dark(plan: ShotPlan, albedo: np.ndarray) -> float:
    """Stops under grey for a studio in low key, by what stands in it; over it (negative) for a high key."""
    low_key = plan.set.options.get("light") == "studio" and not lit_to_show(plan)
    return own_tone(albedo) if low_key else -lifted(plan)


HIGH_KEY = 0.95
"""Stops over grey at which a high key is exposed: its whites are white."""


def lifted(plan: ShotPlan) -> float:
    """Stops to add where so much fill stands by the key that the picture is meant high key."""
    lumens = {lamp.id: lamp.lumens for lamp in plan.rig.practicals if lamp.kind == "panel"}
    return (
        HIGH_KEY
        if lit_to_show(plan) and lumens["fill"] > 0.3 * lumens["key"] and "backdrop" in lumens
        else 0.0
    )


def luminance(radiance: np.ndarray) -> np.ndarray:
    """Luminance [cd/m²] of linear ACEScg radiance."""
    return np.asarray(radiance @ ap1_luminance())


def lit_to_show(plan: ShotPlan) -> bool:
    """Whether lamps on stands light a studio evenly: a key with enough fill beside it."""
    lumens = {lamp.id: lamp.lumens for lamp in plan.rig.practicals if lamp.kind == "panel"}
    studio = plan.set.options.get("light") == "studio" and lumens.get("key", 0.0) > 1000.0
    return studio and lumens.get("fill", 0.0) > 0.12 * lumens["key"]
