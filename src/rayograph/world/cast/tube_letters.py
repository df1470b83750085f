"""Letters bent from glass tube: the centre lines of capitals and figures, and the tube along them."""

import unicodedata
from functools import cache

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.world.shapes import tube

Line = list[tuple[float, float]]
CELL = 0.7
"""Width of a letter as a part of its height."""
PITCH = 0.95
"""From a letter to the next, as a part of its height."""


def _arc(x: float, z: float, rx: float, rz: float, start: float, end: float) -> Line:
    turn = np.deg2rad(np.linspace(start, end, max(int(abs(end - start) / 15), 2)))
    return [(x + rx * float(np.cos(a)), z + rz * float(np.sin(a))) for a in turn]


@cache
def _capitals() -> dict[str, list[Line]]:
    w = CELL
    bowl = _arc(0.35, 0.74, 0.35, 0.26, 90, -90)
    ring = _arc(0.35, 0.5, 0.36, 0.5, 90, 446)
    return {
        "A": [[(0, 0), (w / 2, 1), (w, 0)], [(0.14, 0.36), (0.56, 0.36)]],
        "B": [
            [(0, 0), (0, 1), (0.38, 1), *_arc(0.38, 0.76, 0.27, 0.24, 90, -90), (0, 0.52)],
            [(0.38, 0.52), *_arc(0.38, 0.26, 0.32, 0.26, 90, -90), (0, 0)],
        ],
        "C": [_arc(0.38, 0.5, 0.38, 0.5, 50, 310)],
        "D": [[(0, 0), (0, 1), (0.25, 1), *_arc(0.25, 0.5, 0.45, 0.5, 90, -90), (0, 0)]],
        "E": [[(w, 1), (0, 1), (0, 0), (w, 0)], [(0, 0.52), (0.55, 0.52)]],
        "F": [[(w, 1), (0, 1), (0, 0)], [(0, 0.52), (0.55, 0.52)]],
        "G": [[*_arc(0.38, 0.5, 0.38, 0.5, 50, 310), (0.68, 0.12), (0.68, 0.46), (0.42, 0.46)]],
        "H": [[(0, 0), (0, 1)], [(w, 0), (w, 1)], [(0, 0.52), (w, 0.52)]],
        "I": [[(w / 2, 0), (w / 2, 1)]],
        "J": [[(w, 1), (w, 0.32), *_arc(0.35, 0.32, 0.35, 0.32, 0, -180)]],
        "K": [[(0, 0), (0, 1)], [(w, 1), (0.06, 0.46)], [(0.2, 0.6), (w, 0)]],
        "L": [[(0, 1), (0, 0), (w, 0)]],
        "M": [[(0, 0), (0, 1), (w / 2, 0.4), (w, 1), (w, 0)]],
        "N": [[(0, 0), (0, 1), (w, 0), (w, 1)]],
        "O": [ring],
        "P": [[(0, 0), (0, 1), (0.35, 1), *bowl, (0, 0.48)]],
        "Q": [ring, [(0.42, 0.26), (0.74, -0.06)]],
        "R": [[(0, 0), (0, 1), (0.35, 1), *bowl, (0, 0.48)], [(0.3, 0.48), (w, 0)]],
        "S": [[*_arc(0.35, 0.75, 0.32, 0.25, 30, 270), *_arc(0.35, 0.26, 0.35, 0.26, 84, -150)]],
        "T": [[(0, 1), (w, 1)], [(w / 2, 1), (w / 2, 0)]],
        "U": [[(0, 1), (0, 0.34), *_arc(0.35, 0.34, 0.35, 0.34, 180, 360), (w, 1)]],
        "V": [[(0, 1), (w / 2, 0), (w, 1)]],
        "W": [[(0, 1), (0.16, 0), (w / 2, 0.66), (0.54, 0), (w, 1)]],
        "X": [[(0, 0), (w, 1)], [(0, 1), (w, 0)]],
        "Y": [[(0, 1), (w / 2, 0.5), (w, 1)], [(w / 2, 0.5), (w / 2, 0)]],
        "Z": [[(0, 1), (w, 1), (0, 0), (w, 0)]],
    }


@cache
def _others() -> dict[str, list[Line]]:
    w = CELL
    zero = _arc(0.35, 0.5, 0.31, 0.5, 90, 446)
    return {
        "0": [zero],
        "1": [[(0.16, 0.8), (0.38, 1), (0.38, 0)]],
        "2": [[*_arc(0.35, 0.7, 0.33, 0.3, 160, -30), (0.02, 0), (w, 0)]],
        "3": [[*_arc(0.33, 0.76, 0.31, 0.24, 150, -80), *_arc(0.33, 0.27, 0.35, 0.27, 80, -150)]],
        "4": [[(0.52, 0), (0.52, 1), (0, 0.3), (w, 0.3)]],
        "5": [[(0.64, 1), (0.1, 1), (0.06, 0.56), *_arc(0.34, 0.32, 0.36, 0.32, 110, -150)]],
        "6": [[(0.54, 1), *_arc(0.35, 0.3, 0.35, 0.3, 150, 510)]],
        "7": [[(0, 1), (w, 1), (0.22, 0)]],
        "8": [_arc(0.35, 0.76, 0.28, 0.24, -90, 270), _arc(0.35, 0.26, 0.35, 0.26, 90, 450)],
        "9": [[(0.16, 0), *_arc(0.35, 0.7, 0.35, 0.3, -30, 330)]],
        "&": [[(w, 0), (0.16, 0.74), *_arc(0.34, 0.82, 0.18, 0.18, 180, -20), (0.06, 0.36),
               *_arc(0.28, 0.24, 0.27, 0.24, 150, 330), (w, 0.42)]],
        "!": [[(w / 2, 1), (w / 2, 0.3)], [(w / 2, 0.08), (w / 2, 0)]],
        "-": [[(0.14, 0.5), (0.56, 0.5)]],
        "'": [[(w / 2, 1), (w / 2, 0.78)]],
        ".": [[(w / 2, 0.06), (w / 2, 0)]],
        "/": [[(0.05, 0), (0.65, 1)]],
    }  # fmt: skip


def strokes(letter: str) -> list[Line]:
    """Centre lines of a letter in a cell 0..0.7 wide, 0..1 high; what is not known is a gap."""
    plain = unicodedata.normalize("NFD", letter.upper().replace("’", "'"))
    known = _capitals() | _others()
    lines = [line for line in known.get(plain[:1], [])]
    if "\u0301" in plain:
        lines.append([(0.3, 1.1), (0.46, 1.22)])
    if "\u0300" in plain:
        lines.append([(0.24, 1.22), (0.4, 1.1)])
    return lines


def bent(
    line: Line, origin: np.ndarray, size: float, *, mirrored: bool = False, radius: float = 0.014
) -> Mesh:
    """A stroke as glass tube [m], its corners slightly rounded by finer steps."""
    flat = np.asarray(line, float)
    across = (CELL - flat[:, 0]) if mirrored else flat[:, 0]
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
    return tube(np.array(kept), radius, 8)
