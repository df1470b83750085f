"""Colour of surfaces: ramps, layers and dyes, in linear ACEScg within what real surfaces reflect."""

import functools

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import from_hex
from rayograph.world.materials.tile import Field

Picture = Float[np.ndarray, "h w 3"]
DARKEST, LIGHTEST = 0.02, 0.85
"""Albedo of charcoal and of fresh white paint; nothing opaque lies outside."""


@functools.cache
def rgb(text: str) -> Float[np.ndarray, "3"]:
    """Linear ACEScg of "#rrggbb", float32."""
    return np.asarray(from_hex(text), np.float32)


def ramp(field: Field, *stops: str) -> Picture:
    """Colour along evenly spaced stops "#rrggbb" where `field` goes 0..1."""
    at = np.linspace(0, 1, len(stops))
    table = np.stack([np.interp(np.linspace(0, 1, 256), at, [rgb(s)[k] for s in stops]) for k in range(3)], 1)
    index = np.clip(field * 255, 0, 255).astype(np.uint8)
    return np.asarray(table.astype(np.float32)[index])


def over(under: Picture, colour: "str | np.ndarray", mask: Field) -> Picture:
    """`under` covered with `colour` (hex, or a picture) as far as `mask` 0..1."""
    top = rgb(colour) if isinstance(colour, str) else colour
    return np.asarray(under + (top - under) * mask[..., None])


def shaded(picture: Picture, gain: Field) -> Picture:
    """The picture brightened or darkened by a factor per pixel."""
    return np.asarray(picture * gain[..., None])


def albedo(picture: Picture) -> Picture:
    """The picture within what real surfaces reflect, float32."""
    return np.asarray(np.clip(picture, DARKEST, LIGHTEST), np.float32)


def dyed(picture: Picture, colour: str | None) -> Picture:
    """The picture so that its mean is `colour` (None leaves it), keeping its variation in proportion."""
    if colour is None:
        return albedo(picture)
    target = np.clip(rgb(colour), DARKEST, LIGHTEST)
    gain = target / np.maximum(picture.mean((0, 1)), 1e-4)
    return albedo(picture * gain)
