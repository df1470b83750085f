"""Tones of the picture as a screen shows it."""

import numpy as np
from jaxtyping import Float

from rayograph.colour.view import sdr
from rayograph.critic.irradiance import spaced
from rayograph.critic.reel import Reel

FRAMES = 6
_LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)
"""ITU-R BT.709-6, item 3.2."""


def lumas(reel: Reel) -> dict[int, Float[np.ndarray, "n"]]:
    """Luma 0..1 of the SDR view (middle grey 0.35) in some frames, by number; every other pixel and row."""
    return {
        reel.numbers[t]: (sdr(reel.beauty[t][::2, ::2]) @ _LUMA).ravel() for t in spaced(reel.frames, FRAMES)
    }
