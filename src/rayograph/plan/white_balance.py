"""The white balance that a camera crew would set: daylight by day, halfway to the lamps at night."""

from rayograph.colour.white_balance import NEUTRAL_KELVIN
from rayograph.core.rig import LightRig, Sun

__all__ = ["GOLDEN_HOURS", "GOLDEN_KELVIN", "MOON_KELVIN", "NEUTRAL_KELVIN", "white_balance"]

GLIMMER = 3.0
"""What gives less [lm], such as a clock's figures, is seen but lights no room."""
BY_NIGHT = 0.5
"""How far towards the lamps, in mired, where nothing but lamps and the moon give light."""
BY_DUSK = 0.25
"""How far where they share the picture with the last daylight."""


MOON_KELVIN = 3300.0
"""Film convention: moonlight is blue, as it comes out on stock made for lamps."""
GOLDEN_HOURS = ("golden hour", "sunset", "sunrise")
GOLDEN_KELVIN = 8400.0
"""A balance that keeps a low sun golden, as crews set it in the open; a meter would take the gold away."""


def white_balance(rig: LightRig) -> float:
    """Kelvin for a rig. Lamps stay warmer than white, as they look to an eye that is half adapted."""
    lamps = [lamp for lamp in rig.practicals if lamp.tint is None]
    if all(lamp.lumens < GLIMMER for lamp in rig.practicals) and rig.sun is not None and rig.sun.moon:
        return MOON_KELVIN
    share = _share(rig.sun) if rig.sun is not None or lamps else 0.0
    if not lamps or share == 0:
        return NEUTRAL_KELVIN
    lumens = sum(lamp.lumens for lamp in lamps)
    mired = sum(lamp.lumens * 1e6 / lamp.kelvin for lamp in lamps) / lumens
    kelvin = 1e6 / (share * mired + (1 - share) * 1e6 / NEUTRAL_KELVIN)
    return float(round(kelvin, -2))


def _share(sun: Sun | None) -> float:
    if sun is None or sun.moon or sun.elevation_deg < -6 or sun.strength == 0:
        return BY_NIGHT
    return BY_DUSK if sun.elevation_deg < 2 else 0.0
