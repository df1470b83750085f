"""Convex colliders that fit: stacks, rings of wall segments, hulls."""

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float

from rayograph.core.mesh import Mesh
from rayograph.world.cast.profile import Profile, resampled
from rayograph.world.scene import Collider
from rayograph.world.shapes import translation


def ball(radius: float, centre: tuple[float, float, float]) -> Collider:
    """A sphere."""
    return Collider(kind="sphere", size=(radius,), pose=translation(*centre))


def box(size: tuple[float, float, float], centre: tuple[float, float, float]) -> Collider:
    """An upright box of full `size` [m]."""
    return Collider(kind="box", size=tuple(s / 2 for s in size), pose=translation(*centre))


def cylinder(radius: float, bottom: float, top: float, pose: np.ndarray | None = None) -> Collider:
    """An upright cylinder between two heights [m], then moved by `pose`."""
    here = translation(0, 0, (bottom + top) / 2)
    return Collider(
        kind="cylinder", size=(radius, (top - bottom) / 2), pose=here if pose is None else pose @ here
    )


def hull(points: Float[np.ndarray, "n 3"]) -> Collider:
    """The convex hull of a few points."""
    return Collider(kind="hull", vertices=np.unique(np.round(np.asarray(points, float), 6), axis=0))


def hull_of(points: Float[np.ndarray, "n 3"], directions: int = 96) -> Collider:
    """The convex hull of many points, thinned to those extreme in evenly spread directions."""
    index = np.arange(directions) + 0.5
    z = 1 - 2 * index / directions
    angle = np.pi * (1 + 5**0.5) * index
    ring = np.sqrt(1 - z * z)
    spread = np.stack([ring * np.cos(angle), ring * np.sin(angle), z], axis=1)
    axes = np.concatenate([np.eye(3), -np.eye(3)])
    extreme = np.argmax(np.concatenate([spread, axes]) @ points.T, axis=1)
    return hull(points[np.unique(extreme)])


def slices(mesh: Mesh, axis: int, cuts: Sequence[float]) -> tuple[Collider, ...]:
    """One hull per slab of the mesh between neighbouring `cuts` [m] along an axis; slabs meet."""
    out = []
    corner = mesh.vertices[mesh.faces]
    for low, high in zip(cuts, cuts[1:], strict=False):
        reach = (corner[..., axis].max(1) >= low) & (corner[..., axis].min(1) <= high)
        points = mesh.vertices[np.unique(mesh.faces[reach])].copy()
        if len(points) < 8:
            continue
        points[:, axis] = np.clip(points[:, axis], low, high)
        out.append(hull_of(points))
    return tuple(out)


def _ring(radius: float, z: float, sides: int) -> np.ndarray:
    """A polygon between the inscribed and the circumscribed one."""
    angle = 2 * np.pi * np.arange(sides) / sides
    r = max(radius, 2e-4) / np.cos(np.pi / sides) ** 0.5
    return np.stack([r * np.cos(angle), r * np.sin(angle), np.full(sides, z)], axis=1)


def stack(outer: Profile, cuts: Sequence[float], sides: int = 20) -> tuple[Collider, ...]:
    """One hull per slab of a turned solid between neighbouring heights; `outer` rises in z."""
    out = []
    for low, high in zip(cuts, cuts[1:], strict=False):
        inside = outer[(outer[:, 1] > low) & (outer[:, 1] < high)]
        inside = resampled(inside, 6) if len(inside) > 6 else inside
        ends = [(float(np.interp(z, outer[:, 1], outer[:, 0])), z) for z in (low, high)]
        rings = [_ring(r, z, sides) for r, z in [*ends, *map(tuple, inside)]]
        out.append(hull(np.concatenate(rings)))
    return tuple(out)


def walls(outer: Profile, inner: Profile, bands: int = 4, sides: int = 16) -> tuple[Collider, ...]:
    """A ring of wedges per band, from the inner floor to the lip, whose inside stays open.

    Args:
        outer: (radius, z) rising; inner: from the floor's centre (0, z) outwards and up.
    """
    line = resampled(inner, 8 * bands + 1)
    low, top = float(inner[0, 1]), float(max(outer[-1, 1], inner[-1, 1]))
    heights = np.maximum.accumulate(line[:, 1])[::8]
    levels = np.unique(np.round([low, *heights[1:-1], top], 5))
    levels = levels[np.concatenate([[True], np.diff(levels) > 1e-3])]
    levels[-1] = top
    rise, spread = np.maximum.accumulate(inner[:, 1]) + np.arange(len(inner)) * 1e-9, inner[:, 0]
    flat = 1 / np.cos(np.pi / sides)
    out = []
    for bottom, upper in zip(levels, levels[1:], strict=False):
        inside = [float(np.interp(bottom + 1e-6, rise, spread)), float(np.interp(upper, rise, spread))]
        outside = [float(np.interp(z, outer[:, 1], outer[:, 0])) for z in (bottom, upper)]
        for k in range(sides):
            angle = 2 * np.pi * (k + np.array([0.0, 1.0])) / sides
            around = np.stack([np.cos(angle), np.sin(angle)], axis=1)
            points = []
            for r_in, r_out, z in zip(inside, outside, (bottom, upper), strict=True):
                near = min(r_in * flat, r_out - 2e-4)
                for radius in (max(near, 0.0), r_out):
                    points.append(np.concatenate([around * radius, np.full((2, 1), z)], axis=1))
            out.append(hull(np.concatenate(points)))
    return tuple(out)
