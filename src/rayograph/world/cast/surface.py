"""Smooth implicit surfaces: signed distances, their blends, and a mesh of where they vanish.

Surface nets after Gibson, "Constrained Elastic Surface Nets", MICCAI 1998, then Newton steps onto the field.
"""

from collections.abc import Callable

import numpy as np
from jaxtyping import Float

from rayograph.core.mesh import Mesh

Points = Float[np.ndarray, "n 3"]
Field = Callable[[Points], Float[np.ndarray, "n"]]


def ellipsoid(p: Points, centre: tuple[float, float, float], radii: tuple[float, float, float]) -> np.ndarray:
    """Distance to an ellipsoid, first order (after Quilez)."""
    q = (p - np.asarray(centre, np.float32)) / np.asarray(radii, np.float32)
    near = np.linalg.norm(q, axis=1)
    slope = np.linalg.norm(q / np.asarray(radii, np.float32), axis=1)
    return near * (near - 1) / np.maximum(slope, 1e-6)


def capsule(
    p: Points, a: tuple[float, float, float], b: tuple[float, float, float], ra: float, rb: float
) -> np.ndarray:
    """Distance to a limb from a to b whose radius runs from ra to rb."""
    start, axis = np.asarray(a, np.float32), np.asarray(b, np.float32) - np.asarray(a, np.float32)
    t = np.clip((p - start) @ axis / float(axis @ axis), 0, 1)
    return np.linalg.norm(p - start - t[:, None] * axis, axis=1) - (ra + (rb - ra) * t)


def join(a: np.ndarray, b: np.ndarray, blend: float) -> np.ndarray:
    """Smooth union over a width `blend` [m]."""
    h = np.clip(0.5 + 0.5 * (b - a) / blend, 0, 1)
    return b + (a - b) * h - blend * h * (1 - h)


def carve(a: np.ndarray, b: np.ndarray, blend: float) -> np.ndarray:
    """a with b smoothly taken away."""
    return -join(-a, b, blend)


def mirrored(p: Points) -> Points:
    """Points folded onto x >= 0, to build both sides at once."""
    return np.concatenate([np.abs(p[:, :1]), p[:, 1:]], axis=1)


def meshed(
    field: Field, low: tuple[float, float, float], high: tuple[float, float, float], step: float
) -> Mesh:
    """The zero surface of `field` within a box, in cells of `step` [m], with exact normals."""
    origin = np.asarray(low, np.float32)
    shape = np.ceil((np.asarray(high) - np.asarray(low)) / step).astype(int) + 1
    values = _sampled(field, origin, shape, step)
    inside = values < 0
    cell = np.zeros(tuple(shape - 1), np.int32)
    for corner in np.ndindex(2, 2, 2):
        cell += inside[tuple(slice(c, c + n - 1) for c, n in zip(corner, shape, strict=True))]
    active = (cell > 0) & (cell < 8)
    index = np.full(active.shape, -1, np.int64)
    index[active] = np.arange(int(active.sum()))
    points = origin + (np.argwhere(active) + np.float32(0.5)).astype(np.float32) * np.float32(step)
    for _ in range(2):  # Newton along the gradient, never further than a cell
        value = field(points)
        offsets = np.eye(3, dtype=np.float32) * np.float32(0.5 * step)
        slope = np.stack([(field(points + o) - value) / (0.5 * step) for o in offsets], axis=1)
        size = np.maximum((slope**2).sum(1), 1e-3)
        move = slope * (value / size)[:, None]
        length = np.linalg.norm(move, axis=1, keepdims=True)
        points = points - (move * np.minimum(1.0, 0.7 * step / np.maximum(length, 1e-9))).astype(np.float32)
    # The last slope was taken within a fraction of a cell of the surface: good enough to shade by.
    normals = slope / np.maximum(np.linalg.norm(slope, axis=1, keepdims=True), 1e-9)
    faces = np.concatenate([_quads(inside, index, axis) for axis in range(3)])
    return boxed(Mesh(vertices=points.astype(float), faces=faces, normals=normals.astype(float)))


def boxed(mesh: Mesh) -> Mesh:
    """The mesh with uv in metres projected along each face's dominant axis; charts part where it changes.

    One flat projection would leave faces edge-on to it without area in uv, which bump mapping cannot take.
    """
    corner = mesh.vertices[mesh.faces]
    normal = np.abs(np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]))
    axis = np.argmax(normal, axis=1)
    chart, faces = np.unique(mesh.faces * 3 + axis[:, None], return_inverse=True)
    source, along = chart // 3, chart % 3
    points = mesh.vertices[source]
    picked = np.array([[1, 2], [0, 2], [0, 1]])[along]
    normals = None if mesh.normals is None else mesh.normals[source]
    return Mesh(vertices=points, faces=faces.reshape(-1, 3), normals=normals,
                uv=np.take_along_axis(points, picked, axis=1))  # fmt: skip


def _sampled(field: Field, origin: np.ndarray, shape: np.ndarray, step: float) -> np.ndarray:
    """Field values at the lattice: everywhere coarsely, finely only near the surface."""
    stride = 3
    coarse = -(-shape // stride) + 1
    grid = np.stack(np.meshgrid(*(np.arange(n) * stride for n in coarse), indexing="ij"), -1).reshape(-1, 3)
    rough = field((origin + grid * np.float32(step)).astype(np.float32)).reshape(coarse)
    values = rough
    for axis in range(3):
        values = np.repeat(values, stride, axis=axis)
    half = stride // 2
    values = values[half : half + shape[0], half : half + shape[1], half : half + shape[2]].copy()
    near = np.argwhere(np.abs(values) < stride * step * 1.4)
    values[tuple(near.T)] = field((origin + near * np.float32(step)).astype(np.float32))
    return values


def _quads(inside: np.ndarray, index: np.ndarray, axis: int) -> np.ndarray:
    """Two triangles per lattice edge along `axis` that crosses the surface."""
    u, v = (axis + 1) % 3, (axis + 2) % 3
    n = inside.shape[axis]
    a, b = np.take(inside, range(n - 1), axis), np.take(inside, range(1, n), axis)
    at = np.argwhere(a != b)
    keep = (at[:, u] > 0) & (at[:, v] > 0) & (at[:, u] < index.shape[u]) & (at[:, v] < index.shape[v])
    at = at[keep]
    corners = []
    for du, dv in ((1, 1), (0, 1), (0, 0), (1, 0)):
        here = at.copy()
        here[:, u] -= du
        here[:, v] -= dv
        corners.append(index[tuple(here.T)])
    p, q, r, s = corners
    outwards = a[tuple(at.T)]
    q, s = np.where(outwards, q, s), np.where(outwards, s, q)
    return np.concatenate([np.stack([p, q, r], 1), np.stack([p, r, s], 1)])
