"""A small codec for light: ACEScct code, 8x8 DCT, uniform steps, deflate. Twelve-bit gradients in a page.

Pictures that will be relit need the whole range and no banding, which 8-bit web formats do not give. Here the
step is uniform in log light, so a group can be pushed by stops; a browser decodes it with its own inflate and
150 lines (page/codec.js is the twin of `decoded`). A picture may be coded as the difference of its integers
from the previous picture's, so a still camera costs little and nothing drifts.
"""

import functools
import zlib
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float32, Int32
from scipy import fft

from rayograph.colour import acescct

STEPS = (0.004, 0.006, 0.009, 0.0135, 0.02, 0.03, 0.05, 0.08)
"""Quantisation steps of a coefficient, in ACEScct code: one stop is 0.057."""
SLOPE = 0.15
"""How much coarser each higher frequency is."""
CHROMA = 2.0
"""How much coarser the colour differences are."""
_ROUND = 0.45
"""Below one half: small coefficients fall to zero, where they cost nothing."""


@functools.cache
def zigzag() -> Int32[np.ndarray, "64"]:
    """The 64 frequencies (8·v + u) from low to high."""
    return np.array(sorted(range(64), key=lambda i: (i // 8 + i % 8, i // 8)), np.int32)


@functools.cache
def _weights() -> np.ndarray:
    order = np.arange(64)
    return 1.0 + SLOPE * (order // 8 + order % 8)


@dataclass(frozen=True, kw_only=True)
class Coded:
    """A quantised picture: integers per plane, block and frequency, and which of `STEPS` they count."""

    values: Int32[np.ndarray, "3 b 64"]
    step: int
    size: tuple[int, int]


def _blocks(planes: np.ndarray) -> np.ndarray:
    _, height, width = planes.shape
    return planes.reshape(3, height // 8, 8, width // 8, 8).transpose(0, 1, 3, 2, 4)


def coded(linear: Float32[np.ndarray, "h w 3"], step: int) -> Coded:
    """Quantise a linear ACEScg picture with `STEPS[step]`."""
    height, width = linear.shape[:2]
    padded = np.pad(linear.astype(np.float32), ((0, -height % 8), (0, -width % 8), (0, 0)), mode="edge")
    red, green, blue = np.moveaxis(acescct.encode(padded), -1, 0)
    planes = np.stack(
        [(red + 2 * green + blue) / 4, (red - blue) / CHROMA, (green - (red + blue) / 2) / CHROMA]
    )
    spectrum = fft.dctn(_blocks(planes), axes=(3, 4), norm="ortho").reshape(3, -1, 64)
    scaled = spectrum / (STEPS[step] * _weights())
    values = (np.sign(scaled) * np.floor(np.abs(scaled) + _ROUND)).astype(np.int32)
    return Coded(values=values, step=step, size=(width, height))


def decoded(picture: Coded) -> Float32[np.ndarray, "h w 3"]:
    """The linear ACEScg picture that a browser will see; never negative."""
    width, height = picture.size
    down, across = -(-height // 8), -(-width // 8)
    spectrum = (picture.values * (STEPS[picture.step] * _weights())).reshape(3, down, across, 8, 8)
    blocks = fft.idctn(spectrum, axes=(3, 4), norm="ortho")
    luma, orange, green = blocks.transpose(0, 1, 3, 2, 4).reshape(3, down * 8, across * 8)
    middle = luma - CHROMA * green / 2
    codes = np.stack(
        [middle + CHROMA * orange / 2, luma + CHROMA * green / 2, middle - CHROMA * orange / 2], axis=-1
    )
    return np.maximum(acescct.decode(codes[:height, :width]), 0).astype(np.float32)


def packed(picture: Coded, previous: Coded | None) -> bytes:
    """Bytes of a picture: alone, or as the difference from `previous` where that is smaller.

    Byte 0 says which (1: difference), byte 1 is the step; then raw deflate of one byte a value (2n, or
    -2n - 1 for negatives) in planes, frequencies, blocks; 255 sends the value on to a tail of uint16.
    """
    alone = picture.values.copy()
    alone[:, 1:, 0] -= picture.values[:, :-1, 0]
    best = b"\x00" + bytes([picture.step]) + _deflated(alone)
    if previous is not None and previous.step == picture.step:
        change = b"\x01" + bytes([picture.step]) + _deflated(picture.values - previous.values)
        best = min(best, change, key=len)
    return best


def _deflated(values: np.ndarray) -> bytes:
    ordered = values[:, :, zigzag()].transpose(0, 2, 1).reshape(-1)
    folded = np.where(ordered < 0, -2 * ordered - 1, 2 * ordered)
    tail = folded[folded >= 255].astype("<u2").tobytes()
    # Runs of zeros and a Huffman code are all there is to gain: looking for matches took 100 times as long
    # and came out larger.
    squeeze = zlib.compressobj(6, zlib.DEFLATED, -15, 9, zlib.Z_RLE)
    return squeeze.compress(np.minimum(folded, 255).astype(np.uint8).tobytes() + tail) + squeeze.flush()
