"""What light goes through: constants only, since clear bodies get their look from shape and light.

base_colour is the transmittance of ONE surface; a ray through a bottle meets four.
"""

import numpy as np

from rayograph.world.materials.look import Look
from rayograph.world.materials.pigment import rgb
from rayograph.world.scene import Material


def _clear(name: str, look: Look, *, own: str, ior: float) -> Material:
    red, green, blue = np.clip(rgb(look.colour or own), 0.02, 0.995)
    kind = "water" if name == "water" else "glass"
    return Material(name=name, kind=kind, base_colour=(float(red), float(green), float(blue)), ior=ior)  # type: ignore[arg-type]


def glass(look: Look) -> Material:
    """Clear soda-lime glass, a breath of green."""
    return _clear("glass", look, own="#fbfefc", ior=1.52)


def green_glass(look: Look) -> Material:
    """Bottle green."""
    return _clear("green_glass", look, own="#b4dcae", ior=1.52)


def amber_glass(look: Look) -> Material:
    """Brown bottle glass."""
    return _clear("amber_glass", look, own="#eec98c", ior=1.52)


def water(look: Look) -> Material:
    """Water, IOR 1.33."""
    return _clear("water", look, own="#f6fcfc", ior=1.33)


def ice(look: Look) -> Material:
    """Clear ice, IOR 1.31, faintly blue."""
    return _clear("ice", look, own="#e9f5f9", ior=1.31)
