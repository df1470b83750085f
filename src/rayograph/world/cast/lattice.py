"""Closed surfaces from a wrapped lattice of points, and marks painted or pressed into them."""

from dataclasses import replace

import numpy as np
from jaxtyping import Float

from rayograph.core.mesh import Mesh, merge
from rayograph.world.shapes import grid_faces


def wrapped(points: Float[np.ndarray, "r c 3"], *, repeats: int = 1) -> Mesh:
    """A tube or ball of rows of rings; the last column repeats the first; end rows may be poles.

    Rows rise along the axis while columns turn counter-clockwise seen from its end. u runs `repeats`
    times around, v keeps the texture's proportions.
    """
    rows, columns = points.shape[:2]
    around = np.roll(points[:, :-1], -1, 1) - np.roll(points[:, :-1], 1, 1)
    around = np.concatenate([around, around[:, :1]], axis=1)
    normal = np.cross(around, np.gradient(points, axis=0))
    length = np.linalg.norm(normal, axis=2, keepdims=True)
    for row, neighbour in ((0, 1), (-1, -2)):  # at a pole every column shares one normal
        if length[row].max() < 1e-3 * max(float(length.max()), 1e-30):
            mean = (normal[neighbour] / np.maximum(length[neighbour], 1e-20)).mean(0)
            normal[row], length[row] = mean, np.linalg.norm(mean)
    normal = normal / np.maximum(length, 1e-20)
    steps = np.linalg.norm(np.diff(points, axis=0), axis=2).mean(1)
    girth = np.linalg.norm(np.diff(points, axis=1), axis=2).sum(1).max()
    along = np.concatenate([[0.0], np.cumsum(steps)]) / max(float(girth), 1e-9)
    u, v = np.meshgrid(np.linspace(0, repeats, columns), along * repeats)
    faces = grid_faces(columns, rows)
    flat = points.reshape(-1, 3)
    corner = flat[faces]
    area = np.linalg.norm(np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]), axis=1)
    return Mesh(vertices=flat, faces=faces[area > 1e-13], normals=normal.reshape(-1, 3),
                uv=np.stack([u.ravel(), v.ravel()], axis=1))  # fmt: skip


def mirrored_uv(unit: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "n 2"]:
    """uv of points of a unit sphere, its halves mirrored so that no texture jumps at a meridian."""
    around = np.abs(np.arctan2(unit[:, 1], unit[:, 0])) / np.pi
    return np.stack([around, np.arcsin(np.clip(unit[:, 2], -1, 1)) / np.pi], axis=1)


def spheroid(
    radii: tuple[float, float, float],
    rows: int = 48,
    columns: int = 96,
    centre: tuple[float, float, float] = (0.0, 0.0, 0.0),
) -> Mesh:
    """An ellipsoid with half axes `radii` [m]."""
    lat = np.linspace(-np.pi / 2, np.pi / 2, rows)[:, None]
    lon = np.linspace(0, 2 * np.pi, columns + 1)[None] + np.pi / 2
    unit = np.stack(
        [np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.repeat(np.sin(lat), columns + 1, 1)], 2
    )
    return wrapped(unit * np.asarray(radii) + np.asarray(centre), repeats=1)


def fine_box(size: tuple[float, float, float], radius: float, pitch: float) -> Mesh:
    """A rounded box, centred, whose faces carry a lattice of about `pitch` [m], for marks."""
    half = np.asarray(size, float) / 2
    parts = []
    for axis in range(3):
        u, v = (axis + 1) % 3, (axis + 2) % 3
        lines = []
        for k in (u, v):
            flat = half[k] - radius
            bend = radius * np.tan(np.linspace(0, np.pi / 4, 5))[1:]  # even steps of angle
            middle = np.linspace(-flat, flat, max(2, int(np.ceil(2 * flat / pitch)) + 1))
            lines.append(np.concatenate([-flat - bend[::-1], middle, flat + bend]))
        grid_u, grid_v = np.meshgrid(*lines)
        for sign in (-1.0, 1.0):
            points = np.zeros((*grid_u.shape, 3))
            points[..., u], points[..., v], points[..., axis] = grid_u, grid_v, sign * half[axis]
            flat_points = points.reshape(-1, 3)
            inner = np.clip(flat_points, -(half - radius), half - radius)
            normal = flat_points - inner
            normal /= np.linalg.norm(normal, axis=1, keepdims=True)
            faces = grid_faces(*grid_u.shape[::-1])
            parts.append(Mesh(vertices=inner + normal * radius, faces=faces if sign > 0 else faces[:, ::-1],
                              normals=normal, uv=np.stack([grid_u.ravel(), grid_v.ravel()],
                              axis=1)))  # fmt: skip
    return merge(parts)


def pressed(
    mesh: Mesh,
    marks: Float[np.ndarray, "n 3"],
    radius: float,
    depth: float,
    ink: np.ndarray,
    ground: np.ndarray,
) -> Mesh:
    """Round dishes of `radius` and `depth` [m] pressed into the surface at `marks` and inked."""
    assert mesh.normals is not None
    offset = mesh.vertices[:, None] - marks[None]
    near = np.argmin(np.linalg.norm(offset, axis=2), axis=1)
    away = offset[np.arange(len(near)), near]
    across = away - mesh.normals * np.einsum("ij,ij->i", away, mesh.normals)[:, None]
    ratio = np.linalg.norm(away, axis=1)[:, None] / radius
    inside = ratio < 1
    drop = np.where(inside, depth * (1 - ratio**2), 0.0)
    slope = np.where(inside, 2 * depth / radius**2, 0.0) * across
    normals = mesh.normals - slope
    share = np.clip((1.02 - ratio) / 0.1, 0, 1)
    return replace(mesh, vertices=mesh.vertices - mesh.normals * drop, colour=ground + (ink - ground) * share,
                   normals=normals / np.linalg.norm(normals, axis=1, keepdims=True))  # fmt: skip
