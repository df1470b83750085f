"""A table out in the sun: a small hard source far away, and the sky alone to fill what it leaves dark."""

import re

import numpy as np

from rayograph.core.rig import Sky, Sun
from rayograph.plan.facts import LightFacts, Place
from rayograph.plan.sunlight import FROM
from rayograph.plan.time_words import TIMES

DAYLIGHT = ("noon", "afternoon", "day", "morning", "golden hour", "sunset", "sunrise")
"""Hours with a sun."""
_AWAY = {"left": (1.0, 0.0), "right": (-1.0, 0.0), "behind": (0.0, -1.0)}
"""Side of the light → where shadows lie."""
SHOWN = 2.6
"""How much of a long shadow the frame holds, in heights of what throws it."""
LOWEST = 8.0
"""A lower sun [deg] only grazes what lies on a table."""
BARE = 0.55
"""Part of the sky's fill that hard light leaves: what stands about the table is in the way of the rest."""


_INDOORS = re.compile(
    r"\b(?:kitchen|dining|desk|counter|worktop|study|bedside|coffee|nightstand|sill|window\w*|studio|room|office|bench|"
    r"workbench|bar|vanity|sideboard|shelf|library)\b"
)


def is_indoors(places: tuple[Place, ...]) -> bool:
    """Whether a place that was named stands under a roof: a kitchen table, a desk."""
    return any(_INDOORS.search(place.phrase.lower()) for place in places)


def wants_open_sun(said: LightFacts) -> bool:
    """Whether words want the sun itself on a table-top: hard or high, with long shadows, or through leaves.

    What comes in by a window is another light, and so is what a studio gives.
    """
    indoors = said.window or said.slats or said.studio or said.overhead or said.screens
    if indoors or said.moon or said.sole or said.candles or said.neon or said.rim is not None:
        return False
    if said.time is not None and said.time not in DAYLIGHT:
        return False
    if said.cloud is not None and said.cloud > 0.5 and said.gobo is None:
        return False
    if said.gobo == "leaves" or said.long_shadows or said.time == "noon":
        return True
    sunny = said.cloud is not None and said.cloud < 0.2 and not said.stars
    high = said.elevation_deg is not None and said.elevation_deg >= 50.0
    sun = said.time is not None or said.elevation_deg is not None or sunny
    return high or (sun and said.quality == "hard" and said.contrast < 0.5) or (sunny and said.contrast < 0.5)


def open_sun(said: LightFacts, rng: np.random.Generator) -> tuple[Sun, Sky, str]:
    """The sun and the sky of a terrace, and a note."""
    height = said.elevation_deg
    if height is None:
        height = TIMES[said.time][1] if said.time is not None else float(rng.uniform(36, 44))
    height = max(height, LOWEST)
    if said.gobo == "leaves":
        height = max(height, 42.0)
    left = bool(rng.random() < 0.5)
    jitter = float(rng.uniform(-6, 6))
    if said.side in FROM:
        # From behind, a little aside: a shadow that points straight at the lens hides its own thing.
        aside = 14.0 if left else -14.0
        azimuth = FROM[said.side] + (aside if said.side == "behind" else 0.5 * jitter)
    elif height < 25.0:
        azimuth = (163.0 if left else 17.0) + jitter  # across the frame, a little towards the camera
    else:
        azimuth = (140.0 if left else 40.0) + jitter
    haze = 1.2 if said.time in ("golden hour", "sunset", "sunrise") else 0.0
    sun = Sun(azimuth_deg=round(azimuth % 360, 1), elevation_deg=round(min(height, 80.0), 2))
    sky = Sky(
        cloud_cover=0.0 if said.cloud is None else min(said.cloud, 0.2),
        turbidity=round(float(np.clip(2.6 + haze + 2.0 * said.warmth, 1.9, 8.0)), 2),
        strength=BARE if said.quality == "hard" or said.long_shadows else 0.8,
        seed=int(rng.integers(0, 2**31 - 1)),
    )
    return sun, sky, f"the table stands in the open, the sun {height:.0f}° high"


def shadow_tips(
    said: LightFacts, standing: list[tuple[tuple[float, float, float], float]]
) -> list[tuple[float, float, float]]:
    """Where long shadows end, which the frame is to hold. standing: places and heights of the things [m]."""
    if not said.long_shadows or said.side not in _AWAY:
        return []
    x, y = _AWAY[said.side]
    return [(px + x * SHOWN * tall, py + y * SHOWN * tall, 0.0) for (px, py, _), tall in standing]


def low_behind(sun: Sun) -> bool:
    """Whether a sun stands so low at the back that a wall would hide it."""
    behind = float(np.sin(np.deg2rad(sun.azimuth_deg)))
    return behind > 0.1 and sun.elevation_deg < 40.0
