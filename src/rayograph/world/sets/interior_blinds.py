"""Venetian blinds: slats on ladder tapes before a window, tilted so that the sun comes through in stripes."""

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.world.scene import Material, Part
from rayograph.world.sets.furnishing import board, joined
from rayograph.world.sets.interior_shell import Opening
from rayograph.world.shapes import rotation, rounded_box, translation, tube

PITCH, SLAT, TILT = 0.075, 0.058, 12.0
"""Distance and width of the slats [m]; how far their inner edge hangs down [deg]."""


def venetian_blind(opening: Opening, paint: Material, cord: Material) -> list[Part]:
    """A lowered blind in wall space: head rail, slats, bottom rail, two tapes and a pull cord.

    Wide slats far apart, as wooden blinds have: their stripes are wide enough to be seen on a desk.
    """
    a, b, top = opening.left - 0.03, opening.right + 0.03, opening.top + 0.04
    low, y = opening.bottom + 0.03, 0.055
    wide, middle = b - a, (a + b) / 2
    meshes: list[Mesh] = [board((a, y - 0.03, top), (b, y + 0.03, top + 0.06), 0.004)]
    slat = rounded_box((wide, SLAT, 0.004), 0.0015, 2)
    lean = rotation("x", TILT)
    heights = np.arange(low + PITCH, top - 0.02, PITCH)
    meshes += [slat.moved(translation(middle, y, float(z)) @ lean) for z in heights]
    meshes.append(board((a, y - SLAT / 2, low), (b, y + SLAT / 2, low + 0.022), 0.004))
    tapes = [
        board((x - 0.011, y + side * (SLAT / 2 + 0.002) - 0.0006, low),
              (x + 0.011, y + side * (SLAT / 2 + 0.002) + 0.0006, top), 0.0003)
        for x in (a + 0.16 * wide, b - 0.16 * wide) for side in (-1, 1)
    ]  # fmt: skip
    pull = tube(np.array([[b - 0.06, y + 0.036, top], [b - 0.06, y + 0.038, low + 0.35]]), 0.002, 6)
    return [joined(meshes, paint), joined([*tapes, pull], cord)]
