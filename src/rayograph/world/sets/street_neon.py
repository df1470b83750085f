"""A neon sign: a blade across the pavement, letters bent from glass tube on both faces."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.world.scene import Part
from rayograph.world.sets.street_solids import boxes, part, tinted
from rayograph.world.sets.street_stuffs import Stuffs
from rayograph.world.shapes import tube

WORDS = ("HOTEL", "CAFE", "JAZZ", "DINER", "CINEMA", "BAR")


def _arc(x: float, z: float, rx: float, rz: float, start: float, end: float) -> list[tuple[float, float]]:
    turn = np.deg2rad(np.linspace(start, end, max(int(abs(end - start) / 15), 2)))
    return [(x + rx * float(np.cos(a)), z + rz * float(np.sin(a))) for a in turn]


def _strokes(letter: str) -> list[list[tuple[float, float]]]:
    """Centre lines of a capital in a cell 0..0.7 wide, 0..1 high."""
    w = 0.7
    bowl = _arc(0.35, 0.74, 0.35, 0.26, 90, -90)
    table: dict[str, list[list[tuple[float, float]]]] = {
        "A": [[(0, 0), (w / 2, 1), (w, 0)], [(0.14, 0.36), (0.56, 0.36)]],
        "B": [
            [(0, 0), (0, 1), (0.38, 1), *_arc(0.38, 0.76, 0.27, 0.24, 90, -90), (0, 0.52)],
            [(0.38, 0.52), *_arc(0.38, 0.26, 0.32, 0.26, 90, -90), (0, 0)],
        ],
        "C": [_arc(0.38, 0.5, 0.38, 0.5, 50, 310)],
        "D": [[(0, 0), (0, 1), (0.25, 1), *_arc(0.25, 0.5, 0.45, 0.5, 90, -90), (0, 0)]],
        "E": [[(w, 1), (0, 1), (0, 0), (w, 0)], [(0, 0.52), (0.55, 0.52)]],
        "F": [[(w, 1), (0, 1), (0, 0)], [(0, 0.52), (0.55, 0.52)]],
        "H": [[(0, 0), (0, 1)], [(w, 0), (w, 1)], [(0, 0.52), (w, 0.52)]],
        "I": [[(w / 2, 0), (w / 2, 1)]],
        "J": [[(w, 1), (w, 0.32), *_arc(0.35, 0.32, 0.35, 0.32, 0, -180)]],
        "L": [[(0, 1), (0, 0), (w, 0)]],
        "M": [[(0, 0), (0, 1), (w / 2, 0.4), (w, 1), (w, 0)]],
        "N": [[(0, 0), (0, 1), (w, 0), (w, 1)]],
        "O": [_arc(0.35, 0.5, 0.36, 0.5, 90, 446)],
        "R": [[(0, 0), (0, 1), (0.35, 1), *bowl, (0, 0.48)], [(0.3, 0.48), (w, 0)]],
        "T": [[(0, 1), (w, 1)], [(w / 2, 1), (w / 2, 0)]],
        "Z": [[(0, 1), (w, 1), (0, 0), (w, 0)]],
    }
    return table[letter]


def _bent(line: list[tuple[float, float]], origin: np.ndarray, size: float, mirrored: bool) -> Mesh:
    """A stroke as glass tube, its corners slightly rounded by finer steps."""
    flat = np.asarray(line, float)
    across = (0.7 - flat[:, 0]) if mirrored else flat[:, 0]
    path = origin + np.stack([across * size, 0 * across, flat[:, 1] * size], 1)
    fine = [path[0]]
    for a, b in zip(path[:-1], path[1:], strict=True):
        gap = float(np.linalg.norm(b - a))
        if gap > 0.12:
            step = (b - a) / gap * 0.025
            fine += [a + step, b - step]
        else:
            fine.append(b)
    fine.append(path[-1])
    kept = [fine[0]] + [p for q, p in zip(fine[:-1], fine[1:], strict=True) if np.linalg.norm(p - q) > 1e-4]
    return tube(np.array(kept), 0.014, 8)


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
            glass += [_bent(line, origin, size, mirrored) for line in _strokes(letter)]
    light = replace(merge(glass), uv=None)
    return [
        part(case, stuffs.paint, backing),
        part(rim, stuffs.paint, "#8d8f90"),
        Part(mesh=struts, material=stuffs.iron),
        Part(mesh=tinted(light, "#e0cfc6"), material=stuffs.glow, light="neon"),
    ]
