"""Light that falls on surfaces: light that comes back, over albedo."""

import numpy as np
from jaxtyping import Bool, Float
from scipy.ndimage import maximum_filter, minimum_filter

from rayograph.colour.primaries import ap1_luminance
from rayograph.critic.reel import Reel
from rayograph.critic.things import SET

DARKEST = 0.04
"""Albedo [luminance] from which on the light can be told from what comes back."""
ROUGH, DIELECTRIC = 0.2, 0.3
"""A surface shows the light that falls on it from this roughness on and up to this metallic."""


def luminance(rgb: Float[np.ndarray, "*shape 3"]) -> Float[np.ndarray, "*shape"]:
    """Luminance of linear ACEScg, in its own unit."""
    return np.asarray(rgb @ ap1_luminance().astype(np.float32))


def tells(reel: Reel, t: int) -> Bool[np.ndarray, "h w"]:
    """Where the light that falls can be told: on matt surfaces that are not black, away from outlines."""
    ids = reel.ids[t]
    inside = maximum_filter(ids, 3) == minimum_filter(ids, 3)
    matt = (reel.roughness[t] >= ROUGH) & (reel.metallic[t] <= DIELECTRIC)
    return np.asarray(inside & matt & (luminance(reel.albedo[t]) >= DARKEST) & ~reel.sky[t] & (ids > 0))


def irradiance(light: Float[np.ndarray, "h w 3"], reel: Reel, t: int) -> Float[np.ndarray, "h w 3"]:
    """Irradiance over π, in units of the plate; sensible only where `tells`."""
    return np.asarray(light.astype(np.float32) / np.maximum(reel.albedo[t], 0.02))


def key_group(reel: Reel, ts: tuple[int, ...]) -> tuple[str, float]:
    """The group that gives most light to what stands in the picture, and its part of all light."""
    given = {}
    for name, group in reel.groups.items():
        parts = []
        for t in ts:
            at = tells(reel, t)
            values = luminance(irradiance(group[t], reel, t))[at]
            weight = weights(reel, t)[at]
            parts.append(float((np.minimum(values, 20) * weight).sum() / max(weight.sum(), 1e-9)))
        given[name] = float(np.mean(parts)) if parts else 0.0
    name = max(given, key=lambda each: given[each])
    return name, given[name] / max(sum(given.values()), 1e-9)


def weights(reel: Reel, t: int) -> Float[np.ndarray, "h w"]:
    """How much a pixel counts for the light on the cast: cast and set half each, where both are seen."""
    at = tells(reel, t)
    of_set = np.array([k == 0 or name.startswith(SET) for k, name in enumerate(reel.names)])
    of_set = of_set[np.minimum(reel.ids[t], len(of_set) - 1)]
    out = np.zeros(at.shape)
    for part in (at & of_set, at & ~of_set):
        if part.sum() >= 20:
            out[part] = 1.0 / part.sum()
    return out


def spaced(frames: int, count: int) -> tuple[int, ...]:
    """At most `count` frames, evenly over a shot, its first and last among them."""
    return tuple(dict.fromkeys(int(k) for k in np.linspace(0, frames - 1, min(count, frames)).round()))
