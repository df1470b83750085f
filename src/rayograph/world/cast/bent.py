"""Bars and boards of flat section that follow a path: runners, skis, sticks, straps."""

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float

from rayograph.core.mesh import Mesh
from rayograph.world.cast.fitting import hull
from rayograph.world.cast.shaping import Point, loft
from rayograph.world.scene import Collider


def bent(
    path: Sequence[Point] | Float[np.ndarray, "n 3"],
    wide: float | Float[np.ndarray, "n"],
    thick: float | Float[np.ndarray, "n"],
    *,
    side: Point = (1.0, 0.0, 0.0),
    ease: float = 0.3,
) -> Mesh:
    """A bar along `path` [m], `wide` along `side` and `thick` across it, its edges eased.

    side: held all the way, so the path should run about at right angles to it.
    ease: share of the smaller half size that is cut off each edge.
    """
    line = np.asarray(path, float)
    along = np.gradient(line, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    across = np.asarray(side, float) / np.linalg.norm(side)
    other = np.cross(along, across)
    other /= np.linalg.norm(other, axis=1, keepdims=True)
    a = np.broadcast_to(np.asarray(wide, float), len(line)) / 2
    b = np.broadcast_to(np.asarray(thick, float), len(line)) / 2
    cut = np.minimum(a, b) * ease
    corners = []
    for sa, sb, first in ((1, 1, True), (-1, 1, False), (-1, -1, True), (1, -1, False)):
        slack = ((0.0, 1.0), (1.0, 0.0)) if first else ((1.0, 0.0), (0.0, 1.0))
        for da, db in slack:
            reach_a, reach_b = sa * (a - da * cut), sb * (b - db * cut)
            corners.append(line + reach_a[:, None] * across + reach_b[:, None] * other)
    return loft(np.stack(corners, 1), crease_deg=30)


def around(*meshes: Mesh) -> Collider:
    """One convex collider around meshes."""
    return hull(np.concatenate([mesh.vertices for mesh in meshes]))
