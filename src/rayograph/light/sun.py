"""The sun and the moon: where they are, and how much of their light arrives."""

from datetime import UTC, datetime

import numpy as np
from jaxtyping import Float

from rayograph.core.rig import LightRig, Sun
from rayograph.light.atmosphere import OBSERVER, air, transmittance
from rayograph.light.mist import mist_depth
from rayograph.light.spectrum import band_weights

RGB = tuple[float, float, float]
SOLAR_LUX = 127.5e3
"""Solar illuminance above the atmosphere [lux]."""
MOON_LUX = 0.32
"""Full-moon illuminance above the atmosphere [lux]."""
MOON_TINT = np.array([0.90, 1.0, 1.16])
"""Film convention: moonlight a touch cooler than the sunlight that it is."""


def sun_direction(sun: Sun) -> Float[np.ndarray, "3"]:
    """Unit vector from the scene towards the sun."""
    azimuth, elevation = np.deg2rad(sun.azimuth_deg), np.deg2rad(sun.elevation_deg)
    level = np.cos(elevation)
    return np.array([level * np.cos(azimuth), level * np.sin(azimuth), np.sin(elevation)])


def source_lux(sun: Sun) -> Float[np.ndarray, "3"]:
    """What the body sends to the top of the atmosphere: gain per unit of white sunlight [lux, ACEScg]."""
    return MOON_LUX * MOON_TINT if sun.moon else np.full(3, SOLAR_LUX)


def direct_at(sun: Sun, turbidity: float, height: float) -> Float[np.ndarray, "3"]:
    """Illuminance [lux, ACEScg] through clear air on a plane at `height` [m] that faces the sun."""
    mu = np.array(np.sin(np.deg2rad(sun.elevation_deg)))
    through = transmittance(air(turbidity), np.array(height), mu, 48)
    return np.maximum(through @ band_weights(), 0.0) * source_lux(sun)


def cloud_pass(cover: float) -> float:
    """Share of direct light that thickening cloud lets through: all when clear, none when overcast."""
    t = float(np.clip((cover - 0.35) / 0.55, 0, 1))
    return (1 - t * t * (3 - 2 * t)) ** 2


def sun_illuminance(rig: LightRig) -> RGB:
    """Illuminance on a plane facing the sun [lux, ACEScg], after air, mist and cloud."""
    if rig.sun is None:
        return 0.0, 0.0, 0.0
    sky = rig.sky
    turbidity, cover, mist = (3.0, 0.0, 0.0) if sky is None else (sky.turbidity, sky.cloud_cover, sky.mist)
    through = cloud_pass(cover) * np.exp(
        -mist_depth(mist, np.sin(np.deg2rad(max(rig.sun.elevation_deg, 0.0))))
    )
    red, green, blue = direct_at(rig.sun, turbidity, OBSERVER) * through * rig.sun.strength
    return float(red), float(green), float(blue)


def solar_position(latitude: float, longitude: float, when: datetime) -> tuple[float, float]:
    """Where the sun stands: (azimuth clockwise from north, elevation) [deg], without refraction.

    Meeus, Astronomical Algorithms, ch. 25 (low accuracy), as in NOAA's calculator; ±0.05° for 1900–2100.

    Args:
        latitude, longitude: [deg], north and east positive. when: an aware datetime, or UTC if naive.
    """
    moment = when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)
    days = (moment - datetime(2000, 1, 1, 12, tzinfo=UTC)).total_seconds() / 86400.0
    t = days / 36525.0
    mean = np.deg2rad((357.52911 + 35999.05029 * t) % 360)
    centre = (
        (1.914602 - 0.004817 * t) * np.sin(mean) + 0.019993 * np.sin(2 * mean) + 0.000289 * np.sin(3 * mean)
    )
    node = np.deg2rad(125.04 - 1934.136 * t)
    ecliptic = np.deg2rad(280.46646 + 36000.76983 * t + centre - 0.00569 - 0.00478 * np.sin(node))
    tilt = np.deg2rad(23.439291 - 0.0130042 * t + 0.00256 * np.cos(node))
    ascension = np.arctan2(np.cos(tilt) * np.sin(ecliptic), np.cos(ecliptic))
    declination = np.arcsin(np.sin(tilt) * np.sin(ecliptic))
    sidereal = np.deg2rad((280.46061837 + 360.98564736629 * days + longitude) % 360)
    hour, north = sidereal - ascension, np.deg2rad(latitude)
    up = np.sin(north) * np.sin(declination) + np.cos(north) * np.cos(declination) * np.cos(hour)
    east = -np.cos(declination) * np.sin(hour)
    ahead = np.cos(north) * np.sin(declination) - np.sin(north) * np.cos(declination) * np.cos(hour)
    return float(np.rad2deg(np.arctan2(east, ahead)) % 360), float(np.rad2deg(np.arcsin(np.clip(up, -1, 1))))
