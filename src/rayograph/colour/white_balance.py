"""The camera's white balance: light of a chosen temperature comes out neutral in the plate.

One matrix on linear ACEScg (Bradford adaptation, as in a camera's input transform), the same for every
light group, so that groups still add up to beauty.
"""

import functools

import numpy as np
from jaxtyping import Float

from rayograph.colour.planckian import planckian_xy
from rayograph.colour.primaries import ACES_WHITE, AP1, adapt, rgb_to_xyz

NEUTRAL_KELVIN = 6000.0
"""The balance that leaves the scene's colours as they are: ACES white is nearest to it."""


@functools.lru_cache(maxsize=8)
def balance_matrix(kelvin: float) -> Float[np.ndarray, "3 3"]:
    """What a camera balanced for `kelvin` multiplies linear ACEScg by."""
    if kelvin == NEUTRAL_KELVIN:
        return np.eye(3)
    to_xyz = rgb_to_xyz(AP1, ACES_WHITE)
    change = adapt(planckian_xy(kelvin), planckian_xy(NEUTRAL_KELVIN))
    return np.linalg.inv(to_xyz) @ change @ to_xyz


def balanced(light: Float[np.ndarray, "*shape 3"], kelvin: float) -> Float[np.ndarray, "*shape 3"]:
    """Linear ACEScg as a camera balanced for `kelvin` records it."""
    if kelvin == NEUTRAL_KELVIN:
        return light
    return light @ balance_matrix(kelvin).T.astype(light.dtype)
