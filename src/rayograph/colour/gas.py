"""The light of a neon tube that is called by a colour."""

import numpy as np

from rayograph.colour.primaries import ap1_luminance, from_hex

PURITY = 3.4
"""How much purer the light of a gas is than paint of the same name, as a power."""


def gas_of(hexed: str) -> tuple[float, float, float]:
    """Linear ACEScg of unit luminance: the hue of a paint, as pure as a line spectrum looks."""
    paint = np.maximum(np.asarray(from_hex(hexed), float), 1e-4)
    pure = (paint / paint.max()) ** PURITY
    red, green, blue = pure / float(pure @ ap1_luminance())
    return round(float(red), 4), round(float(green), 4), round(float(blue), 4)
