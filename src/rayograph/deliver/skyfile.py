"""sky.exr: the dome as a lat-long OpenEXR in scene luminance, as every host expects it.

Inside Rayograph a map is Z-up: row 0 is the zenith, column c looks towards azimuth 2π(c + ½)/w, counter-
clockwise from +X. OpenEXR's lat-long (ImfEnvmap.h) is Y-up and runs the other way: longitude +π at the
left edge, -π at the right. The file is therefore mirrored, and turned so that its middle column looks
along the default camera, +Y: its +Z is the world's +Y, its +X the world's -X, its +Y the world's +Z.
`FILE_TO_WORLD` is that rotation.
"""

from pathlib import Path

import numpy as np
import OpenEXR
from jaxtyping import Float

from rayograph.core.errors import OutputError, RenderError
from rayograph.deliver.atomic import atomic_path
from rayograph.deliver.exr import COLOUR_TAG
from rayograph.deliver.layers import HALF_MAX

FILE_TO_WORLD = np.array([[-1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.0, 1.0, 0.0]])
"""Columns are where the file's +X, +Y and +Z point in the world."""


def as_latlong(sky: Float[np.ndarray, "h w 3"]) -> Float[np.ndarray, "h w 3"]:
    """The dome's columns in the order of the file; nothing is resampled.

    Raises:
        OutputError: the width is not a multiple of four, so that a quarter turn falls between columns.
    """
    width = sky.shape[1]
    if width % 4:
        raise OutputError(f"sky map is {width} px wide, expected a multiple of 4; bake it at another size")
    return sky[:, (3 * width // 4 - 1 - np.arange(width)) % width]


def write_sky(path: Path, sky: Float[np.ndarray, "h w 3"], *, software: str) -> None:
    """Write the dome [cd/m², linear ACEScg] without the sun's disc, which is a light of its own.

    Raises:
        RenderError: the map holds NaN or infinity.
        OutputError: the file cannot be written.
    """
    if not np.isfinite(sky).all():
        raise RenderError(
            "the sky map holds NaN or infinite values; every value must be finite: bake it again"
        )
    turned = as_latlong(sky)
    fits = float(np.abs(turned).max(initial=0)) <= HALF_MAX
    pixels = turned.astype(np.float16 if fits else np.float32)
    header = {
        "compression": OpenEXR.ZIP_COMPRESSION,
        "type": OpenEXR.scanlineimage,
        "envmap": OpenEXR.ENVMAP_LATLONG,
        "colorInteropID": COLOUR_TAG,
        "software": software,
        "rayograph/unit": "cd/m²",
        "rayograph/world": "file +X is world -X, +Y is world +Z, +Z is world +Y",
    }
    channels = {name: np.ascontiguousarray(pixels[..., k]) for k, name in enumerate("RGB")}
    with atomic_path(path) as temporary:
        try:
            OpenEXR.File([OpenEXR.Part(header, channels, "rgb")]).write(str(temporary))
        except RuntimeError as error:
            raise OSError(0, str(error).strip()) from error
