"""How a scene-linear picture is looked at: the ACES 2.0 SDR view for an sRGB display, by OpenColorIO.

`sdr` is the transform itself. `sdr_preview` samples it in a 65-point cube behind an ACEScct shaper: ten times
faster, and off by some codes in saturated highlights, so it is for previews only, never for a measurement.
"""

import functools
from typing import Any

import numpy as np
import PyOpenColorIO as ocio
from jaxtyping import Float, Float32, UInt8

from rayograph.colour.acescct import BREAK, CODE_PER_STOP, LARGEST_CODE, SLOPE

CONFIG = "ocio://studio-config-v4.0.0_aces-v2.0_ocio-v2.5"
"""Pinned: the newest built-in config that both PyOpenColorIO and OpenImageIO's bundled OCIO can load."""
SOURCE = "ACEScg"
DISPLAY = "sRGB - Display"
VIEW = "ACES 2.0 - SDR 100 nits (Rec.709)"
_GRID = 65


@functools.cache
def processor(direction: Any = ocio.TRANSFORM_DIR_FORWARD) -> Any:
    """The OCIO processor from linear ACEScg to the display's code values, or back."""
    config = ocio.Config.CreateFromFile(CONFIG)
    return config.getProcessor(ocio.DisplayViewTransform(src=SOURCE, display=DISPLAY, view=VIEW), direction)


def _apply(cpu: Any, rgb: np.ndarray) -> Float32[np.ndarray, "*shape 3"]:
    # OCIO works in place and wants one contiguous block of rows of pixels.
    out = np.array(rgb, np.float32, order="C")
    cpu.applyRGB(out.reshape(1, -1, 3))
    return out


@functools.cache
def _exact() -> Any:
    return processor().getDefaultCPUProcessor()


def sdr(rgb: Float[np.ndarray, "*shape 3"]) -> Float32[np.ndarray, "*shape 3"]:
    """Linear ACEScg (0.18 middle grey) to sRGB display code 0..1 through the ACES 2.0 SDR view.

    Middle grey comes out at 0.3492. Costs about a second per megapixel on one core.
    """
    return _apply(_exact(), rgb)


WHITEST = 0.97
"""Display code that `scene_from_sdr` takes for the brightest there is. The view itself goes on to 128 at
code 1, which all that is clipped in footage would become."""


@functools.cache
def _inverse() -> Any:
    return processor(ocio.TRANSFORM_DIR_INVERSE).getDefaultCPUProcessor()


def scene_from_sdr(code: Float[np.ndarray, "*shape 3"]) -> Float32[np.ndarray, "*shape 3"]:
    """sRGB display code 0..1 back to linear ACEScg through the inverse of `sdr`."""
    return _apply(_inverse(), np.clip(code, 0, WHITEST))


@functools.cache
def _cube() -> Any:
    axis = np.linspace(0, LARGEST_CODE, _GRID, dtype=np.float32)
    # OCIO's Lut3D data run with blue fastest.
    code = np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), axis=-1)
    shaper = ocio.LogCameraTransform(
        linSideBreak=[BREAK] * 3,
        base=2.0,
        logSideSlope=[CODE_PER_STOP] * 3,
        logSideOffset=[9.72 / 17.52] * 3,
        linSideSlope=[1.0] * 3,
        linSideOffset=[0.0] * 3,
        linearSlope=[SLOPE] * 3,
    )
    raw = ocio.Config.CreateRaw()
    linear = code.copy()
    backward = raw.getProcessor(shaper, ocio.TRANSFORM_DIR_INVERSE).getDefaultCPUProcessor()
    backward.applyRGB(linear.reshape(1, -1, 3))
    lut = ocio.Lut3DTransform(gridSize=_GRID)
    lut.setInterpolation(ocio.INTERP_TETRAHEDRAL)
    lut.setData(sdr(linear).reshape(-1))
    scale = ocio.MatrixTransform.Scale([1 / LARGEST_CODE] * 3 + [1.0])
    group = ocio.GroupTransform([shaper, scale, lut])
    return raw.getProcessor(group).getDefaultCPUProcessor()


def sdr_preview(rgb: Float[np.ndarray, "*shape 3"]) -> Float32[np.ndarray, "*shape 3"]:
    """`sdr`, sampled: for previews only. The first call bakes the cube."""
    return _apply(_cube(), rgb)


def quantised(display: Float[np.ndarray, "*shape"]) -> UInt8[np.ndarray, "*shape"]:
    """Display code 0..1 to 8 bits, rounded to nearest."""
    return (np.clip(display, 0.0, 1.0) * 255.0 + 0.5).astype(np.uint8)
