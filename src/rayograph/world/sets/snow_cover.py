"""Snow that has fallen: a cover on everything that faces the sky, thick on the ground, thinner on ledges."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.world import noise
from rayograph.world.scene import Material, Part

SNOW = Material(name="snow", base_colour=(0.80, 0.82, 0.86), roughness=0.75, specular=0.3, sheen=0.2)
FLAT = 0.62
"""Cosine of the steepest slope that holds snow."""
SMALL_M2 = 4e-5
"""Faces smaller than this hold none [m²]: rails, spokes, letters."""


def snowed(parts: Iterable[Part], *, depth: float = 0.05) -> list[Part]:
    """The parts and the snow on them, `depth` [m] thick where it lies level.

    What shines and what light goes through bears none.
    """
    parts = list(parts)
    covers = [
        cover
        for part in parts
        if part.light is None and part.material.kind == "opaque"
        for cover in [_cover(part.mesh, depth)]
        if cover is not None
    ]
    return [*parts, Part(mesh=merge(covers), material=SNOW)] if covers else parts


def _cover(mesh: Mesh, depth: float) -> Mesh | None:
    """A shell over the faces that look up, closed at its rim down to what bears it."""
    a, b, c = (mesh.vertices[mesh.faces[:, k]] for k in range(3))
    cross = np.cross(b - a, c - a)
    area = np.linalg.norm(cross, axis=1)
    up = cross[:, 2] / np.maximum(area, 1e-12)
    faces = mesh.faces[(up > FLAT) & (0.5 * area > SMALL_M2)]
    if not len(faces):
        return None
    points, inverse = np.unique(np.round(mesh.vertices[np.unique(faces)], 4), axis=0, return_inverse=True)
    index = np.full(len(mesh.vertices), -1)
    index[np.unique(faces)] = inverse.reshape(-1)
    faces = index[faces]
    faces = faces[(faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 0] != faces[:, 2])]
    edges = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
    keys = np.sort(edges, axis=1)
    _, first, count = np.unique(keys, axis=0, return_index=True, return_counts=True)
    rim = edges[first[count == 1]]
    x, y = points[:, 0], points[:, 1]
    uneven = 0.5 * noise.noise2(x * 1.3, y * 1.3, seed=3) + 0.35 * noise.noise2(x * 5.0, y * 5.0, seed=4)
    # The rim is rounded off: less lies at an edge than in the middle.
    thick = depth * np.clip(1.0 + uneven, 0.3, 1.8)
    thick[np.unique(rim)] *= 0.55
    top = points + np.stack([0 * x, 0 * x, thick], 1)
    shift = len(points)
    skirt = np.concatenate(
        [
            np.stack([rim[:, 0] + shift, rim[:, 1] + shift, rim[:, 1]], 1),
            np.stack([rim[:, 0] + shift, rim[:, 1], rim[:, 0]], 1),
        ]
    )
    whole = Mesh(vertices=np.concatenate([top, points - [0, 0, 0.002]]), faces=np.concatenate([faces, skirt]))
    used, packed = np.unique(whole.faces, return_inverse=True)
    return replace(whole, vertices=whole.vertices[used], faces=packed.reshape(-1, 3))
