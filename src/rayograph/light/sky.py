"""The sky dome of a rig, baked into a lat-long map of radiance [cd/m²] without the sun's disc."""

import functools

import numpy as np
from jaxtyping import Float, Float32
from scipy.ndimage import gaussian_filter, gaussian_filter1d, map_coordinates

from rayograph.colour.primaries import ap1_luminance
from rayograph.core.rig import LightRig, Sky, Sun
from rayograph.light.atmosphere import OBSERVER, aerosol_phase, rayleigh_phase, scattering
from rayograph.light.clouds import CloudLight, add_clouds
from rayograph.light.envmap import directions, irradiance
from rayograph.light.haze import lamp_glow
from rayograph.light.mist import mist_depth
from rayograph.light.noise import fbm2
from rayograph.light.spectrum import band_weights
from rayograph.light.stars import starlight
from rayograph.light.sun import cloud_pass, direct_at, source_lux, sun_direction

OVERCAST_LUX = 10e3
"""Horizontal illuminance under an overcast sky when the rig has no sun [lux]."""
NIGHT = np.array([2.6e-4, 3.1e-4, 4.2e-4])
"""Airglow and unresolved starlight [cd/m²], about 0.001 lux on the ground."""
STARS = 48.0
"""Film convention: stars are so much brighter than true, or no exposure of a moonlit land would show them."""
OVER_DUSK = 170.0
"""Gain of stars per luminance of the sky they stand in [1 / (cd/m²)]: the first show at the blue hour."""
_DUSK = -4.0
"""Sun elevation [deg] below which stars are worth drawing."""
_ELEVATIONS, _AZIMUTHS = 40, 25


@functools.lru_cache(maxsize=8)
def _clear_tables(turbidity: float, sun_elevation: float) -> Float[np.ndarray, "3 e a 3"]:
    """Rayleigh, aerosol and multiple scattering in ACEScg per unit solar illuminance, on a coarse grid.

    Row i is elevation 90°·(i/(n−1))², so the horizon is fine; column j is azimuth from the sun, 0..180°.
    """
    elevation = np.pi / 2 * np.linspace(0, 1, _ELEVATIONS) ** 2
    azimuth = np.pi * np.linspace(0, 1, _AZIMUTHS)
    parts = scattering(turbidity, np.deg2rad(sun_elevation), np.maximum(elevation, 1e-3), azimuth)
    return np.stack([part @ band_weights() for part in parts])


def _clear(sun: Sun, turbidity: float, view: Float[np.ndarray, "h w 3"]) -> Float[np.ndarray, "h w 3"]:
    """Cloudless radiance in directions at or above the horizon (lower ones see the horizon)."""
    tables = _clear_tables(turbidity, sun.elevation_deg)
    towards = sun_direction(sun)
    row = np.sqrt(np.arcsin(np.clip(view[..., 2], 0, 1)) / (np.pi / 2)) * (_ELEVATIONS - 1)
    turn = np.arctan2(view[..., 1], view[..., 0]) - np.deg2rad(sun.azimuth_deg)
    column = np.abs((turn + np.pi) % (2 * np.pi) - np.pi) / np.pi * (_AZIMUTHS - 1)
    place = np.stack([row, column])
    cosine = np.clip(view @ towards, -1, 1)
    phases = (rayleigh_phase(cosine), aerosol_phase(cosine), np.ones_like(cosine))
    total = np.zeros(view.shape)
    for table, phase in zip(tables, phases, strict=True):
        for channel in range(3):
            total[..., channel] += phase * map_coordinates(
                table[..., channel], place, order=1, mode="nearest"
            )
    return np.maximum(total, 0) * source_lux(sun) + NIGHT


def _overcast(
    lux: Float[np.ndarray, "3"], view: Float[np.ndarray, "h w 3"], texture: Float[np.ndarray, "h w"]
) -> Float[np.ndarray, "h w 3"]:
    """CIE overcast sky (S 011): L = Lz (1 + 2 sin e)/3, with Lz = 9 E / 7π; `texture` modulates it."""
    gradient = (1 + 2 * np.clip(view[..., 2], 0, 1)) / 3
    return (gradient * texture)[..., None] * (9 * lux / (7 * np.pi))


def _ground(sky: np.ndarray, view: np.ndarray, lux: np.ndarray) -> np.ndarray:
    """Radiance below the horizon: the horizon's own colour sinking into soft dark land."""
    land = lux * np.array([0.115, 0.120, 0.100]) / np.pi
    rim = gaussian_filter1d(sky[-max(len(sky) // 48, 1) :].mean(0), sky.shape[1] / 48, axis=0, mode="wrap")
    near = np.clip(-view[..., 2:3] / 0.02, 0, 1)
    horizon = sky[-1:] * (1 - near) + rim[None] * near
    depth = np.clip(-view[..., 2:3] / 0.10, 0, 1)
    depth = depth * depth * (3 - 2 * depth)
    return horizon * (1 - depth) + land * depth


def _misted(sky: np.ndarray, view: np.ndarray, mist: float) -> np.ndarray:
    """The sky seen through ground mist: an even glow takes over towards the horizon."""
    if mist <= 0:
        return sky
    seen = np.exp(-mist_depth(mist, view[..., 2]))[..., None]
    glow = sky.mean(axis=1, keepdims=True)
    weight = np.cos(np.linspace(0.0, np.pi / 2, len(sky), endpoint=False))[::-1, None, None]
    even = (glow * weight).sum(0, keepdims=True) / weight.sum()
    return sky * seen + (0.55 * even + 0.45 * _blurred(sky)) * (1 - seen)


def _blurred(sky: np.ndarray) -> np.ndarray:
    height, width = sky.shape[:2]
    return np.stack(
        [gaussian_filter(sky[..., c], (height / 12, width / 24), mode=("nearest", "wrap")) for c in range(3)],
        -1,
    )


def bake_sky(rig: LightRig, *, width: int = 1024) -> Float32[np.ndarray, "h w 3"]:
    """Sky radiance [cd/m², linear ACEScg] as a lat-long map (see `light.envmap`), without the sun's disc.

    No sun in the rig means an overcast day; no sky means black.
    """
    height = width // 2
    if rig.sky is None:
        return np.zeros((height, width, 3), np.float32)
    view = directions(height, width)
    upper = view[: height // 2]
    sky = _dome(rig.sun, rig.sky, upper)
    sky = _misted(sky, upper, rig.sky.mist)
    if rig.sky.mist > 0:  # what fog scatters of the lamps in it stands before the night sky, too
        veil = 1 - np.exp(-mist_depth(rig.sky.mist, upper[..., 2]))
        sky = sky + lamp_glow(rig) / max(rig.sky.strength, 1e-3) * veil[..., None]
    whole = np.concatenate([sky, np.zeros_like(view[height // 2 :])])
    lux = irradiance(whole, (0.0, 0.0, 1.0))
    if rig.sun is not None:
        up = max(float(sun_direction(rig.sun)[2]), 0.0)
        lux = lux + direct_at(rig.sun, rig.sky.turbidity, OBSERVER) * up * cloud_pass(rig.sky.cloud_cover)
    whole[height // 2 :] = _ground(sky, view[height // 2 :], lux)
    return (whole * rig.sky.strength).astype(np.float32)


def _dome(sun: Sun | None, sky: Sky, upper: np.ndarray) -> np.ndarray:
    """The upper half: clear air with clouds, going over to overcast as the cover closes."""
    if sun is None:
        return _overcast(np.full(3, OVERCAST_LUX), upper, _overcast_texture(upper, sky.seed))
    clear = _clear(sun, sky.turbidity, upper)
    closed = float(np.clip((sky.cloud_cover - 0.78) / 0.17, 0, 1))
    lower = np.concatenate([clear, np.zeros_like(clear)])
    diffuse = irradiance(lower, (0.0, 0.0, 1.0))
    direct = direct_at(sun, sky.turbidity, 1500.0)
    level = direct * max(float(sun_direction(sun)[2]), 0.0)
    if sun.moon or sun.elevation_deg < _DUSK:
        few = not sun.moon
        clear = clear + _star_gain(clear) * starlight(*clear.shape[:2], seed=sky.seed, first=few)
    result = clear
    if closed < 0.99 and sky.cloud_cover > 0.01:
        light = CloudLight(
            towards=sun_direction(sun),
            sun=direct,
            high_sun=direct_at(sun, sky.turbidity, 8500.0),
            ambient=diffuse / np.pi * 1.1,
            ground=(diffuse + level) * 0.16 / np.pi + 0.35 * diffuse / np.pi,
        )
        result = add_clouds(clear, upper, light, cover=sky.cloud_cover, seed=sky.seed)
    if closed > 0:
        grey = 0.24 * (level + diffuse)
        grey = 0.35 * grey + 0.65 * (grey @ ap1_luminance())
        grey = grey * np.array([0.97, 1.0, 1.04])
        result = result * (1 - closed) + _overcast(grey, upper, _overcast_texture(upper, sky.seed)) * closed
    return result


def _star_gain(clear: np.ndarray) -> float:
    """How much brighter than true stars are: at dusk so much that the first of them show against the sky."""
    return max(STARS, OVER_DUSK * float((clear @ ap1_luminance()).mean()))


def _overcast_texture(upper: np.ndarray, seed: int) -> np.ndarray:
    """Soft mottling of a closed deck, mean about 1."""
    scale = 1.0 / (upper[..., 2] + 0.12)
    x, y = upper[..., 0] * scale, upper[..., 1] * scale
    warp = fbm2(x * 0.7, y * 0.7, octaves=3, seed=seed + 41)
    mottle = fbm2(x * 0.9 + 0.8 * warp, y * 1.3 - 0.6 * warp, octaves=6, seed=seed + 43)
    fade = np.clip(upper[..., 2] / 0.15, 0, 1)
    belly = fbm2(x * 0.45 + 0.5 * warp, y * 0.6, octaves=3, seed=seed + 47)
    return np.asarray(1 + (0.55 * mottle + 0.35 * belly) * fade)
