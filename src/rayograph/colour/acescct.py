"""ACEScct: the logarithmic working space with a toe (AMPAS S-2016-001, clause 4.4), the curve alone.

One stop is 1/17.52 = 0.0571 of code above the toe. The curve is not clamped: 65504 is code 1.468 and negative
values go on along the toe's straight line, so every half-float round-trips.
"""

import numpy as np
from jaxtyping import Float

CODE_PER_STOP = 1 / 17.52
LARGEST_CODE = 1.468
"""Code of the largest half-float, 65504."""
BREAK, CODE_BREAK = 0.0078125, 0.155251141552511
"""Where the toe ends, linear and in code."""
SLOPE, OFFSET = 10.5402377416545, 0.0729055341958355
"""The toe's straight line."""


def encode(linear: Float[np.ndarray, "*shape"]) -> Float[np.ndarray, "*shape"]:
    """Linear ACEScg to ACEScct code."""
    linear = np.asarray(linear)
    curve = (np.log2(np.maximum(linear, BREAK)) + 9.72) / 17.52
    return np.where(linear <= BREAK, SLOPE * linear + OFFSET, curve)


def decode(code: Float[np.ndarray, "*shape"]) -> Float[np.ndarray, "*shape"]:
    """ACEScct code to linear ACEScg."""
    code = np.asarray(code)
    curve = np.exp2(np.maximum(code, CODE_BREAK) * 17.52 - 9.72)
    return np.where(code <= CODE_BREAK, (code - OFFSET) / SLOPE, curve)
