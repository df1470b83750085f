"""ACEScct: the logarithmic working space with a toe (AMPAS S-2016-001, clause 4.4), the curve alone.

One stop is 1/17.52 = 0.0571 of code above the toe. The curve is not clamped: 65504 is code 1.468 and negative
values go on along the toe's straight line, so every half-float round-trips.
"""

import numpy as np
from jaxtyping import Float

CODE_PER_STOP = 1 / 17.52
_BREAK = 0.0078125
_SLOPE = 10.5402377416545
_OFFSET = 0.0729055341958355
_CODE_BREAK = 0.155251141552511


def encode(linear: Float[np.ndarray, "*shape"]) -> Float[np.ndarray, "*shape"]:
    """Linear ACEScg to ACEScct code."""
    linear = np.asarray(linear)
    curve = (np.log2(np.maximum(linear, _BREAK)) + 9.72) / 17.52
    return np.where(linear <= _BREAK, _SLOPE * linear + _OFFSET, curve)


def decode(code: Float[np.ndarray, "*shape"]) -> Float[np.ndarray, "*shape"]:
    """ACEScct code to linear ACEScg."""
    code = np.asarray(code)
    curve = np.exp2(np.maximum(code, _CODE_BREAK) * 17.52 - 9.72)
    return np.where(code <= _CODE_BREAK, (code - _OFFSET) / _SLOPE, curve)
