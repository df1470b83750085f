"""A bell tower over the roofs at the end of a street: courses, belfry, clock, spire."""

import numpy as np

from rayograph.core.mesh import merge
from rayograph.world.scene import Part
from rayograph.world.sets.street_solids import Box, boxes, part
from rayograph.world.sets.street_stuffs import Stuffs
from rayograph.world.sets.street_textures import wall_material
from rayograph.world.shapes import lathe, rotation, translation

HALF = 3.1
"""Half the width of the tower [m]."""


def bell_tower(y: float, stuffs: Stuffs) -> list[Part]:
    """The tower with its centre line at (0, `y`) [m]."""
    shaft: list[Box] = [(-HALF, y - HALF, 0, HALF, y + HALF, 31.0)]
    trim: list[Box] = []
    for z, out in ((14.0, 0.2), (20.5, 0.25), (24.0, 0.25), (30.2, 0.3), (30.6, 0.5), (31.0, 0.65)):
        trim.append((-HALF - out, y - HALF - out, z, HALF + out, y + HALF + out, z + 0.4))
    for x in (-HALF, HALF - 0.9):
        for side in (y - HALF - 0.15, y + HALF - 0.75):
            trim.append((x - 0.15 * (x < 0), side, 0, x + 0.9 + 0.15 * (x > 0), side + 0.9, 30.2))
    dark, slats = [], []
    for x in (-1.15, 1.15):
        dark.append((x - 0.7, y - HALF - 0.02, 25.2, x + 0.7, y - HALF + 0.2, 29.2))
        trim += [
            (x - 0.9, y - HALF - 0.14, 24.9, x - 0.7, y - HALF + 0.1, 29.2),
            (x + 0.7, y - HALF - 0.14, 24.9, x + 0.9, y - HALF + 0.1, 29.2),
        ]
        trim.append((x - 0.95, y - HALF - 0.18, 29.2, x + 0.95, y - HALF + 0.1, 29.5))
        slats += [
            (x - 0.7, y - HALF - 0.09, z, x + 0.7, y - HALF, z + 0.12) for z in np.arange(25.3, 29.1, 0.33)
        ]
    spire = lathe(
        np.array([(4.0, 31.4), (3.5, 32.2), (2.4, 34.6), (0.12, 46.0), (0.0, 46.2)]), 8, crease_deg=10
    )
    dial = lathe(
        np.array([(0.0, 0.0), (1.15, 0.0), (1.15, 0.08), (1.0, 0.12), (0.98, 0.06), (0.0, 0.06)]), 36
    )
    face = dial.moved(translation(0, y - HALF - 0.02, 22.4) @ rotation("x", 90))
    front = y - HALF - 0.11
    hands: list[Box] = [
        (-0.04, front, 22.4, 0.04, front + 0.03, 23.2),
        (0.0, front, 22.36, 0.55, front + 0.03, 22.44),
    ]
    cross: list[Box] = [
        (-0.05, y - 0.05, 46.0, 0.05, y + 0.05, 47.8),
        (-0.5, y - 0.05, 47.0, 0.5, y + 0.05, 47.1),
    ]
    return [
        Part(mesh=boxes(shaft, ease=0.0), material=wall_material("ashlar", "#c4b597", stuffs.seed)),
        part(boxes(trim, ease=0.0), stuffs.masonry, "#c9bda4"),
        part(boxes(dark, ease=0.0), stuffs.room, "#141312"),
        part(merge([boxes([*slats, *hands], ease=0.0), boxes(cross, ease=0.0)]), stuffs.paint, "#2a2b2c"),
        part(face, stuffs.paint, "#d8d2c0"),
        Part(mesh=spire.moved(translation(0, y, 0)), material=stuffs.slate),
    ]
