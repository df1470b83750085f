"""A neon sign: a blade across the pavement, letters bent from glass tube on both faces."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.world.cast.tube_letters import bent, strokes
from rayograph.world.scene import Part
from rayograph.world.sets.street_solids import boxes, part, tinted
from rayograph.world.sets.street_stuffs import Stuffs

WORDS = ("HOTEL", "CAFE", "JAZZ", "DINER", "CINEMA", "BAR")


def neon_blade(word: str, stuffs: Stuffs, backing: str) -> list[Part]:
    """The sign: it reaches from the wall at x = 0 towards +X, faces -Y and +Y, its top at z = 0."""
    size, pitch = 0.46, 0.60
    wide, tall = 0.62, pitch * len(word) + 0.22
    case = boxes([(0.22, -0.09, -tall, 0.22 + wide, 0.09, 0.0)], ease=0.03)
    rim = boxes(
        [
            (0.19, -0.11, -tall - 0.03, 0.24, 0.11, 0.03),
            (0.20 + wide, -0.11, -tall - 0.03, 0.25 + wide, 0.11, 0.03),
            (0.19, -0.11, -0.02, 0.25 + wide, 0.11, 0.04),
            (0.19, -0.11, -tall - 0.04, 0.25 + wide, 0.11, -tall + 0.02),
        ],
        ease=0.01,
    )
    struts = boxes([(0, -0.02, z, 0.24, 0.02, z + 0.04) for z in (-0.3, -tall + 0.3)])
    glass: list[Mesh] = []
    for k, letter in enumerate(word):
        z = -0.14 - pitch * k - size
        for y, mirrored in ((-0.135, False), (0.135, True)):
            origin = np.array([0.22 + wide / 2 - 0.35 * size, y, z])
            glass += [bent(line, origin, size, mirrored=mirrored) for line in strokes(letter)]
    light = replace(merge(glass), uv=None)
    return [
        part(case, stuffs.paint, backing),
        part(rim, stuffs.paint, "#8d8f90"),
        Part(mesh=struts, material=stuffs.iron),
        Part(mesh=tinted(light, "#e0cfc6"), material=stuffs.glow, light="neon"),
    ]
