"""Lamps that shine in their own colour: as bright as leaves the colour to be seen at the hour's exposure."""

import numpy as np

COLOURED = ("traffic_light", "neon_sign", "paper_lantern")
"""Kinds that shine in their own colour."""
_HOURS = (-12.0, -6.0, -2.0, 4.0, 15.0, 40.0)
"""Elevations of the sun [deg]."""
_LUMENS = {
    "traffic_light": (0.45, 0.9, 5.0, 50.0, 250.0, 500.0),
    "neon_sign": (14.0, 18.0, 40.0, 180.0, 600.0, 900.0),
    "paper_lantern": (9.0, 12.0, 30.0, 120.0, 300.0, 400.0),
}
"""What suits each hour [lm]: brighter, a lamp burns out to white; by day a darker one looks switched off."""
_ON_STREET = (190.0, 200.0, 220.0, 320.0, 600.0, 900.0)
"""A sign on a house front [lm]: its tubes may burn out, for it is to colour the road."""
_USUAL = {"traffic_light": 60.0, "neon_sign": 900.0, "paper_lantern": 60.0}
"""Lumens in the catalogue."""


def coloured_gain(kind: str, elevation: float, *, street: bool = False) -> float:
    """Square root of the gain on usual lumens with the sun at `elevation` [deg]; 1 for other lamps."""
    if kind not in COLOURED:
        return 1.0
    table = _ON_STREET if street and kind == "neon_sign" else _LUMENS[kind]
    lumens = np.exp(np.interp(elevation, _HOURS, np.log(table)))
    return float(np.sqrt(lumens / _USUAL[kind]))
