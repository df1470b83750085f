"""Overhead wires, a post box, bollards: the small ironwork of a street."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.world.scene import Part
from rayograph.world.sets.street_paving import KERB, LEFT, RIGHT, WALL_LEFT, WALL_RIGHT
from rayograph.world.sets.street_solids import boxes, part
from rayograph.world.sets.street_stuffs import Stuffs
from rayograph.world.shapes import lathe, translation, tube

_BOLLARD = (
    (0.0, 0.0),
    (0.10, 0.0),
    (0.10, 0.05),
    (0.07, 0.09),
    (0.06, 0.12),
    (0.052, 0.72),
    (0.07, 0.74),
    (0.07, 0.78),
    (0.045, 0.81),
    (0.062, 0.86),
    (0.055, 0.92),
    (0.0, 0.95),
)
_PILLAR = (
    (0.0, 0.0),
    (0.27, 0.0),
    (0.27, 0.12),
    (0.245, 0.15),
    (0.245, 1.28),
    (0.275, 1.30),
    (0.29, 1.35),
    (0.27, 1.40),
    (0.2, 1.48),
    (0.0, 1.53),
)


def _span(a: np.ndarray, b: np.ndarray, sag: float, radius: float) -> Mesh:
    """A wire between two points that hangs `sag` [m] low in the middle."""
    t = np.linspace(0, 1, 17)[:, None]
    path = a + (b - a) * t - np.array([0, 0, 4 * sag]) * t * (1 - t)
    return tube(path, radius, 5, caps=False)


def overhead(stuffs: Stuffs, rng: np.random.Generator) -> list[Part]:
    """Cables from front to front, and two lines along the street."""
    wires: list[Mesh] = []
    for y in rng.uniform(-2, 6, 5) + np.arange(5) * 12.0:
        high = rng.uniform(7.0, 9.0, 2)
        wires.append(
            _span(
                np.array([WALL_LEFT, y, high[0]]),
                np.array([WALL_RIGHT, y + rng.uniform(-3, 3), high[1]]),
                0.35,
                0.009,
            )
        )
    for x, z in ((WALL_LEFT + 0.06, 5.2), (WALL_RIGHT - 0.06, 4.95)):
        stops = np.arange(-40.0, 60.0, 9.0)
        wires += [_span(np.array([x, a, z]), np.array([x, a + 9.0, z]), 0.06, 0.011) for a in stops]
    return [Part(mesh=replace(merge(wires), uv=None), material=stuffs.iron)]


def fixtures(stuffs: Stuffs, rng: np.random.Generator) -> list[Part]:
    """Bollards by the crossing's corners and a pillar box."""
    post = replace(lathe(np.array(_BOLLARD), 12), uv=None)
    spots = [
        (side, y)
        for side in (-1, 1)
        for y in (-8.6, -10.4, -12.2, 23.0, 25.0, 33.5, 35.5)
        if side < 0 or not 22 < y < 40
    ]
    spots += [(1, y) for y in (-6.9, 8.2, 10.0, 11.8)]
    posts = [post.moved(translation((LEFT if s < 0 else RIGHT) + s * 0.4, y, KERB)) for s, y in spots]
    box = replace(lathe(np.array(_PILLAR), 32), uv=None).moved(translation(LEFT - 0.75, 9.3, KERB + 0.01))
    x, y = LEFT - 0.75, 9.3
    slot = boxes(
        [
            (x - 0.13, y - 0.262, 1.20, x + 0.13, y - 0.2, 1.24),
            (x + 0.2, y - 0.13, 1.20, x + 0.262, y + 0.13, 1.24),
        ]
    )
    plate = boxes([(x - 0.09, y - 0.256, 0.92, x + 0.09, y - 0.2, 1.12)], ease=0.005)
    red = ("#8f1d1b", "#c7952a", "#24456b")[int(rng.integers(3))]
    return [
        Part(mesh=merge(posts), material=stuffs.iron),
        part(box, stuffs.paint, red),
        part(slot, stuffs.paint, "#101010"),
        part(plate, stuffs.paint, "#d8d3c4"),
    ]
