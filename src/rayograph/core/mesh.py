"""A triangle mesh: the one geometric type that world, physics and delivery share."""

from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float, Int


@dataclass(frozen=True, kw_only=True)
class Mesh:
    """Triangles, counter-clockwise seen from outside.

    Args:
        vertices: positions [m].
        faces: vertex indices.
        normals: unit vertex normals; None shades flat.
        uv: texture coordinates, metres or unit square as the material expects; None if untextured.
        colour: linear ACEScg per vertex, multiplied into nothing: it IS the base colour where set.
    """

    vertices: Float[np.ndarray, "n 3"]
    faces: Int[np.ndarray, "m 3"]
    normals: Float[np.ndarray, "n 3"] | None = None
    uv: Float[np.ndarray, "n 2"] | None = None
    colour: Float[np.ndarray, "n 3"] | None = None

    def moved(self, pose: Float[np.ndarray, "4 4"]) -> "Mesh":
        """The mesh under a similarity transform (rotation, uniform scale, translation)."""
        linear = pose[:3, :3]
        scale = np.cbrt(abs(np.linalg.det(linear)))
        normals = None if self.normals is None else self.normals @ (linear / scale).T
        return replace(self, vertices=self.vertices @ linear.T + pose[:3, 3], normals=normals)


def welded(vertices: Float[np.ndarray, "n 3"]) -> Int[np.ndarray, "n"]:
    """A number for each vertex, the same for those that round to one micrometre; in the order of x, y, z.

    One axis after the other, each a sort of whole numbers: sorting rows takes eight times as long.
    """
    cell = np.round(vertices * 1e6).astype(np.int64)
    number = np.unique(cell[:, 0], return_inverse=True)[1]
    for axis in (1, 2):
        along = cell[:, axis] - cell[:, axis].min()
        number = np.unique(number * (int(along.max()) + 1) + along, return_inverse=True)[1]
    return number


def smooth_normals(vertices: np.ndarray, faces: np.ndarray) -> Float[np.ndarray, "n 3"]:
    """Area-weighted unit vertex normals."""
    corner = vertices[faces]
    face = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    total = np.stack(
        [sum(np.bincount(faces[:, k], face[:, axis], len(vertices)) for k in range(3)) for axis in range(3)],
        axis=1,
    )
    return total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-20)


def merge(meshes: "list[Mesh]") -> Mesh:
    """One mesh of many. An optional attribute survives only if every part has it."""
    offsets = np.cumsum([0] + [len(mesh.vertices) for mesh in meshes[:-1]])

    def joined(name: str) -> np.ndarray | None:
        parts = [getattr(mesh, name) for mesh in meshes]
        return None if any(part is None for part in parts) else np.concatenate(parts)

    return Mesh(
        vertices=np.concatenate([mesh.vertices for mesh in meshes]),
        faces=np.concatenate([mesh.faces + offset for mesh, offset in zip(meshes, offsets, strict=True)]),
        normals=joined("normals"),
        uv=joined("uv"),
        colour=joined("colour"),
    )
