"""The air along every leg of a path, as device data: what it takes of the light, what it adds of sky and sun.

`haze.through_air` does the same to a finished picture, with one distance per pixel; here each sample has its
own, so that a leaf's rim before a misty hill is neither all leaf nor all hill, and water mirrors misty woods.
"""

from dataclasses import dataclass

import drjit as dr
import mitsuba as mi
import numpy as np

from rayograph.light.haze import Haze
from rayograph.light.mist import LAYER, NEAR
from rayograph.world.render.rays import held, held3


@dataclass(kw_only=True)  # not frozen: Dr.Jit rebuilds it when it replays a recorded launch
class Air:
    """`light.haze.Haze` as device data: extinctions [1/m], radiances [cd/m²], asymmetry `g`."""

    extinction: mi.Color3f
    mist: mi.Float
    sky: mi.Color3f
    sun: mi.Color3f
    g: mi.Float


def air_of(haze: Haze) -> Air:
    """The haze on the device."""
    extinction, sky, sun = (
        mi.Color3f(held3(np.array(rgb))) for rgb in (haze.extinction, haze.sky_radiance, haze.sun_radiance)
    )
    return Air(extinction=extinction, mist=held(haze.mist), sky=sky, sun=sun, g=held(haze.g))


def kept(air: Air, start: mi.Point3f, end: mi.Point3f, distance: mi.Float) -> mi.Color3f:
    """Share of light from `end` that arrives at `start`; the mist lies on z = 0 and thins out upwards."""
    low, high = dr.maximum(start.z, 0) / LAYER, dr.maximum(end.z, 0) / LAYER
    rise = high - low
    mean = dr.select(
        dr.abs(rise) < 1e-3, dr.exp(-low), (dr.exp(-low) - dr.exp(-high)) / dr.select(rise == 0, 1, rise)
    )
    length = distance - NEAR * (1 - dr.exp(-distance / NEAR))  # as `mist.misty_length`
    return dr.exp(-distance * air.extinction - length * air.mist * mean)


def sunlit(air: Air, direction: mi.Vector3f, toward_sun: mi.Vector3f) -> mi.Color3f:
    """Sunlight that air between the eye and infinity along `direction` scatters to the eye [cd/m²]."""
    cosine = dr.dot(direction, toward_sun)
    square = air.g * air.g
    return air.sun * (1 - square) / (1 + square - 2 * air.g * cosine) ** 1.5
