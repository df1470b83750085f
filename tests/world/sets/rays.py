"""Rays against the triangles of a set, in plain numpy: enough for a few hundred rays."""

import numpy as np

from rayograph.world.scene import Part, Portal


def corners(parts: tuple[Part, ...], *, smallest: float = 0.0) -> np.ndarray:
    """Triangle corners (n, 3, 3) [m] of all parts whose area exceeds `smallest` [m²]."""
    every = np.concatenate([part.mesh.vertices[part.mesh.faces] for part in parts])
    area = np.linalg.norm(np.cross(every[:, 1] - every[:, 0], every[:, 2] - every[:, 0]), axis=1) / 2
    return every[area > smallest]


def hits(triangles: np.ndarray, origin: np.ndarray, directions: np.ndarray) -> np.ndarray:
    """Distance [m] to the nearest triangle per direction from one origin; inf for none (Möller–Trumbore)."""
    a, ab, ac = triangles[:, 0], triangles[:, 1] - triangles[:, 0], triangles[:, 2] - triangles[:, 0]
    away = origin - a
    q = np.cross(away, ab)
    along = np.einsum("ij,ij->i", ac, q)
    nearest = np.full(len(directions), np.inf)
    for k, direction in enumerate(directions):
        p = np.cross(direction, ac)
        det = np.einsum("ij,ij->i", ab, p)
        safe = np.where(np.abs(det) < 1e-14, np.inf, det)
        u, v, t = np.einsum("ij,ij->i", away, p) / safe, q @ direction / safe, along / safe
        good = (u >= -1e-9) & (v >= -1e-9) & (u + v <= 1 + 1e-9) & (t > 1e-6) & np.isfinite(safe)
        nearest[k] = t[good].min(initial=np.inf)
    return nearest


def heights(parts: tuple[Part, ...], half: np.ndarray, top: float) -> np.ndarray:
    """Highest surface [m] at or below `top` on a 5 × 5 lattice over the stage of half size `half` [m]."""
    triangles = corners(parts)
    low, high = triangles.min(1), triangles.max(1)
    near = (low[:, :2] <= half).all(1) & (high[:, :2] >= -half).all(1) & (low[:, 2] <= top)
    lattice = np.stack(np.meshgrid(*(np.linspace(-h, h, 5) for h in half)), -1).reshape(-1, 2)
    down = np.array([[0.0, 0.0, -1.0]])
    return np.array([top - hits(triangles[near], np.array([x, y, top]), down)[0] for x, y in lattice])


def intruders(parts: tuple[Part, ...], half: np.ndarray, low: float, high: float) -> int:
    """How many vertices lie in the box |x|, |y| < `half`, `low` < z < `high` [m]."""
    points = np.concatenate([part.mesh.vertices for part in parts])
    inside = (np.abs(points[:, :2]) < half).all(1) & (points[:, 2] > low) & (points[:, 2] < high)
    return int(inside.sum())


def escapes(
    parts: tuple[Part, ...], portals: tuple[Portal, ...], origin: tuple[float, float, float], count: int
) -> int:
    """How many of `count` even directions from `origin` meet neither a wall-sized triangle nor a window."""
    k = np.arange(count) + 0.5
    polar, azimuth = np.arccos(1 - 2 * k / count), np.pi * (1 + 5**0.5) * k
    rays = np.stack([np.cos(azimuth) * np.sin(polar), np.sin(azimuth) * np.sin(polar), np.cos(polar)], 1)
    panes = [np.array(p.corner) + [[0, 0, 0], p.edge_u, np.add(p.edge_u, p.edge_v)] for p in portals]
    panes += [np.array(p.corner) + [[0, 0, 0], np.add(p.edge_u, p.edge_v), p.edge_v] for p in portals]
    house = tuple(part for part in parts if part.material.name not in ("lawn", "foliage", "bark"))
    triangles = np.concatenate([corners(house, smallest=0.02), *(pane[None] for pane in panes)])
    return int(np.isinf(hits(triangles, np.array(origin), rays)).sum())
