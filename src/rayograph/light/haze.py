"""Aerial perspective and ground mist as media that the renderer applies by distance and height, per group."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from rayograph.core.rig import LightRig
from rayograph.light.atmosphere import henyey_greenstein
from rayograph.light.blackbody import kelvin_to_ap1
from rayograph.light.mist import CLEAR_VISIBILITY, LAYER, mist_extinction, misty_length
from rayograph.light.sun import sun_illuminance

RGB = tuple[float, float, float]
_CLEAR_TINT = np.array([0.80, 1.0, 1.42])
"""Extinction of clear air by channel, relative to green: Rayleigh and fine aerosol favour blue."""


STREET_AREA = 4500.0
"""Surfaces of a street that its lamps light [m²]."""
STRONG = 150.0
"""Lamps of fewer lumens light no fog but that about themselves."""


@dataclass(frozen=True)
class Haze:
    """Light lost and gained along a line of sight of length d [m].

    What lies behind is multiplied by the share `kept`; added is (1 − kept) · sky_radiance to the sky's group
    and (1 − kept) · sun_radiance · 4π · HG(g, cosθ) to the sun's, θ between the view ray and the sun.

    Args:
        extinction: of clear air, the same at all heights; mist: of ground mist, which thins out upwards over
            `mist.LAYER` as it does in front of the sky [1/m].
        sky_radiance, sun_radiance: [cd/m²]. g: Henyey-Greenstein asymmetry.
    """

    extinction: RGB
    mist: float
    sky_radiance: RGB
    sun_radiance: RGB
    g: float

    def kept(
        self, distance: Float[np.ndarray, "*shape"], rise: Float[np.ndarray, "*shape"]
    ) -> Float[np.ndarray, "*shape 3"]:
        """Share of what lies `distance` [m] away and `rise` [m] above the camera that still arrives."""
        distance = np.asarray(distance, float)
        layers = np.maximum(np.asarray(rise, float) / LAYER, 1e-6)
        mist = self.mist * misty_length(distance) * -np.expm1(-layers) / layers
        return np.exp(-distance[..., None] * np.array(self.extinction) - mist[..., None])

    def phase(self, cosine: Float[np.ndarray, "*shape"]) -> Float[np.ndarray, "*shape"]:
        """4π times the phase function: 1 on average over all directions."""
        return 4 * np.pi * henyey_greenstein(cosine, self.g)


def haze_of(rig: LightRig, sky_map: Float[np.ndarray, "h w 3"]) -> Haze:
    """The haze of a rig whose sky was baked to `sky_map`: far things fade into its horizon.

    The sun's share is single scattering, E·ω/4π, at most half of the horizon's mean; the sky has the rest.
    """
    mist, turbidity = (0.0, 3.0) if rig.sky is None else (rig.sky.mist, rig.sky.turbidity)
    clear = 3.912 / CLEAR_VISIBILITY * (0.4 + 0.2 * turbidity)
    height = len(sky_map)
    band = sky_map[height // 2 - max(height // 24, 1) : height // 2]
    rows = np.asarray(band, float).mean(axis=0)
    # a low sun's glow is one narrow part of the horizon and must not whiten the air everywhere
    horizon = 0.4 * rows.mean(axis=0) + 0.6 * np.median(rows, axis=0)
    sunlit = np.array(sun_illuminance(rig)) * 0.93 / (4 * np.pi)
    sun = sunlit * float(np.min(np.minimum(1.0, 0.5 * horizon / np.maximum(sunlit, 1e-12))))
    g = 0.45 + 0.25 * mist
    air = np.maximum(horizon - sun, 0.2 * horizon)
    return Haze(
        extinction=_rgb(clear * _CLEAR_TINT),
        mist=mist_extinction(mist),
        sky_radiance=_rgb(air),
        sun_radiance=_rgb(sun),
        g=g,
    )


def lamp_glow(rig: LightRig) -> np.ndarray:
    """Radiance [cd/m²] of dense fog between lamps: their lumens spread over the surfaces of a street."""
    lumens = np.zeros(3)
    for lamp in rig.practicals:
        if lamp.kind == "panel" or lamp.lumens < STRONG:
            continue
        colour = np.array(lamp.tint) if lamp.tint is not None else np.asarray(kelvin_to_ap1(lamp.kelvin))
        lumens = lumens + lamp.lumens * colour
    return np.asarray(0.93 * lumens / STREET_AREA / np.pi)


def _rgb(values: np.ndarray) -> RGB:
    return float(values[0]), float(values[1]), float(values[2])
