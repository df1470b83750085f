"""How far a point is from what stands in a cloth's way: signed distances of colliders and whole props."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float
from scipy.spatial import ConvexHull

from rayograph.core.errors import PlanError
from rayograph.world.scene import Collider
from rayograph.world.simulate.solids import outline

CELLS = 40
"""Cells of a prop's distance grid along its longest side."""


def distance(collider: Collider, points: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "n"]:
    """Signed distance [m] to a collider, negative inside; never more than the true one outside."""
    local = (points - collider.pose[:3, 3]) @ collider.pose[:3, :3]
    match collider.kind, collider.size:
        case "sphere", (radius,):
            return np.asarray(np.linalg.norm(local, axis=1) - radius)
        case "box", (x, y, z):
            return _beyond(np.abs(local) - [x, y, z])
        case "cylinder", (radius, half):
            flat = np.stack([np.hypot(local[:, 0], local[:, 1]) - radius, np.abs(local[:, 2]) - half], 1)
            return _beyond(flat)
        case "capsule", (radius, half):
            local[:, 2] -= np.clip(local[:, 2], -half, half)
            return np.asarray(np.linalg.norm(local, axis=1) - radius)
        case "hull", _:
            planes = np.unique(np.round(ConvexHull(outline(collider)).equations, 9), axis=0)
            return np.asarray((points @ planes[:, :3].T + planes[:, 3]).max(1))
        case kind, size:
            raise PlanError(f"a {kind} collider has size {size}, which does not describe one")


def _beyond(excess: np.ndarray) -> Float[np.ndarray, "n"]:
    """Signed distance of a product of intervals from the excess along each."""
    outside = np.linalg.norm(np.maximum(excess, 0), axis=1)
    return np.asarray(outside + np.minimum(excess.max(1), 0))


@dataclass(frozen=True, kw_only=True)
class Obstacle:
    """A prop's signed distance [m] and its slopes on a lattice in the prop's frame; beyond it is far."""

    low: Float[np.ndarray, "3"]
    cell: float
    field: Float[np.ndarray, "x y z 4"]
    """Distance and its gradient."""
    friction: float

    @property
    def centre(self) -> Float[np.ndarray, "4"]:
        """Middle of the lattice, homogeneous [m]."""
        return np.append(self.low + self.cell * (np.array(self.field.shape[:3]) - 1) / 2, 1.0)

    @property
    def reach(self) -> float:
        """Radius [m] of the ball about the centre that holds the lattice, and a little more."""
        return float(self.cell * np.linalg.norm(self.field.shape[:3]) / 2 + 0.01)

    @classmethod
    def of(cls, colliders: Sequence[Collider], friction: float, margin: float) -> "Obstacle":
        """Sample the union of `colliders` and `margin` [m] around it."""
        points = np.concatenate([outline(collider) for collider in colliders])
        low, high = points.min(0) - margin, points.max(0) + margin
        cell = float((high - low).max()) / CELLS
        counts = np.maximum(np.ceil((high - low) / cell).astype(int) + 1, 3)
        lattice = np.stack(np.meshgrid(*(np.arange(n) for n in counts), indexing="ij"), -1).reshape(-1, 3)
        places = low + lattice * cell
        near = np.full(len(places), np.inf)
        for collider in colliders:
            box = outline(collider)
            middle, half = (box.min(0) + box.max(0)) / 2, np.ptp(box, axis=0) / 2
            rough = _beyond(np.abs(places - middle) - half)
            close = rough < margin + 2 * cell  # farther out the bounding box will do
            rough[close] = distance(collider, places[close])
            near = np.minimum(near, rough)
        grid = near.reshape(counts)
        slopes = np.gradient(grid, cell)
        return cls(low=low, cell=cell, field=np.stack([grid, *slopes], -1), friction=friction)

    def near(self, points: Float[np.ndarray, "n 3"]) -> np.ndarray:
        """Indices of the points on the lattice."""
        place = (points - self.low) / self.cell
        return np.flatnonzero(((place > 0) & (place < np.array(self.field.shape[:3]) - 1.001)).all(1))

    def sample(
        self, points: Float[np.ndarray, "n 3"]
    ) -> tuple[Float[np.ndarray, "n"], Float[np.ndarray, "n 3"]]:
        """Distance [m] and unit outward direction at points on the lattice (trilinear)."""
        place = (points - self.low) / self.cell
        index = place.astype(int)
        part = place - index
        value = np.zeros((len(points), 4))
        for corner in range(8):
            step = np.array([corner >> 2 & 1, corner >> 1 & 1, corner & 1])
            weight = np.where(step, part, 1 - part).prod(1)
            i, j, k = (index + step).T
            value += weight[:, None] * self.field[i, j, k]
        normal = value[:, 1:]
        return value[:, 0], normal / np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-9)
