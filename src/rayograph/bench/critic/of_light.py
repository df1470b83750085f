"""Faults of light: another sun is rendered; colour, exposure and flicker are gains on rendered groups."""

from dataclasses import replace

import numpy as np

from rayograph.bench.critic.stand import Stand
from rayograph.core.intent import Hardness, Lit, TimeOfDay, Warmth
from rayograph.light.blackbody import kelvin_to_ap1
from rayograph.world.render.lighting import SunCone

MOVED_DEG, DRIFT_DEG = 100.0, 50.0
SHARP_DEG, WIDE_DEG = 0.2665, 9.0
"""Radius of the sun's disc: as in the sky, and as of a softbox."""
STOPS = 3.0
DIPS = 0.75


def sun_moved(stand: Stand) -> Stand | None:
    """The sun stands elsewhere."""
    sun = stand.shot.world.lighting.sun
    return None if sun is None else replace(stand, sun=lambda part: _turned(sun, MOVED_DEG))


def sun_drifting(stand: Stand) -> Stand | None:
    """The sun wanders while the shot runs."""
    sun = stand.shot.world.lighting.sun
    return None if sun is None else replace(stand, sun=lambda part: _turned(sun, (part - 0.5) * DRIFT_DEG))


def other_hardness(stand: Stand) -> Stand | None:
    """Shadows that should be soft have the sun's own edges, or the reverse."""
    claim = next((c for c in stand.claims if isinstance(c, Hardness)), None)
    sun = stand.shot.world.lighting.sun
    if claim is None or sun is None:
        return None
    wide = float(np.cos(np.radians(WIDE_DEG if claim.hard else SHARP_DEG)))
    # The same illuminance from a disc of another size.
    gain = (1 - sun.cos_radius**2) / (1 - wide**2)
    red, green, blue = (float(level * gain) for level in sun.radiance)
    return replace(stand, sun=lambda part: replace(sun, cos_radius=wide, radiance=(red, green, blue)))


def other_temperature(stand: Stand) -> Stand | None:
    """Warm light is cool, cool or neutral light warm."""
    warm = [c.warmth == "warm" for c in stand.claims if isinstance(c, Warmth)]
    warm += [True for c in stand.claims if isinstance(c, TimeOfDay) and c.time == "golden_hour"]
    if not warm:
        return None
    one, other = (np.array(kelvin_to_ap1(kelvin)) for kelvin in (3200.0, 9000.0))
    tint = other / one if warm[0] else one / other
    return replace(stand, gains=lambda index, group: tint / tint[1])


def over(stand: Stand) -> Stand | None:
    """Exposed by three stops too much."""
    return replace(stand, gains=lambda index, group: np.full(3, 2.0**STOPS))


def under(stand: Stand) -> Stand | None:
    """Exposed by three stops too little."""
    return replace(stand, gains=lambda index, group: np.full(3, 2.0**-STOPS))


def flicker(stand: Stand) -> Stand | None:
    """Every other frame the strongest light dips."""
    first = next(iter(stand.shot.world.lighting.groups))
    return replace(
        stand, gains=lambda index, group: np.full(3, DIPS if index % 2 and group == first else 1.0)
    )


def lamp_off(stand: Stand) -> Stand | None:
    """A thing that should shine is dark."""
    claim = next((c for c in stand.claims if isinstance(c, Lit)), None)
    if claim is None:
        return None
    lamps = {lamp.id for lamp in stand.plan.rig.practicals if lamp.source == claim.object}
    dark = {group.name for group in stand.plan.rig.groups if lamps >= {*group.lights}}
    return replace(stand, gains=lambda index, group: np.full(3, 0.0 if group in dark else 1.0))


def _turned(sun: SunCone, degrees: float) -> SunCone:
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]])
    return replace(sun, direction=turn @ sun.direction)
