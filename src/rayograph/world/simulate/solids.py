"""Convex solids: vertex budget, extent, volume and inertia of a prop's colliders."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float
from scipy.spatial import ConvexHull, QhullError

from rayograph.core.errors import PlanError
from rayograph.world.scene import Collider

HULL_VERTICES = 64


@dataclass(frozen=True, kw_only=True)
class MassFrame:
    """Centre of mass and principal axes in the prop's frame, principal moments [kg·m²] about them."""

    pose: Float[np.ndarray, "4 4"]
    moments: Float[np.ndarray, "3"]


def simplified(points: Float[np.ndarray, "n 3"], budget: int = HULL_VERTICES) -> Float[np.ndarray, "m 3"]:
    """At most `budget` corners of the convex hull of `points`: the six extremes, then the farthest left.

    Farthest-point order keeps flat bases round, so that what stood on a ring of corners still does.

    Raises:
        PlanError: the points span no volume.
    """
    try:
        corners = points[ConvexHull(points).vertices]
    except QhullError:
        raise PlanError(f"a hull collider of {len(points)} points is flat; give it volume") from None
    if len(corners) <= budget:
        return corners
    chosen = list(dict.fromkeys(int(i) for i in [*corners.argmin(0), *corners.argmax(0)]))
    gap = np.linalg.norm(corners[:, None] - corners[chosen], axis=2).min(1)
    while len(chosen) < budget:
        chosen.append(int(gap.argmax()))
        gap = np.minimum(gap, np.linalg.norm(corners - corners[chosen[-1]], axis=1))
    return corners[np.sort(chosen)]


def outline(collider: Collider) -> Float[np.ndarray, "n 3"]:
    """Points in the prop's frame whose convex hull is (close to) the collider."""
    turn = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    ring = np.stack([np.cos(turn), np.sin(turn), np.zeros(24)], 1)
    match collider.kind, collider.size:
        case "hull", _:
            assert collider.vertices is not None
            points = collider.vertices
        case "box", (x, y, z):
            points = np.array([[i, j, k] for i in (-x, x) for j in (-y, y) for k in (-z, z)])
        case "sphere", (radius,):
            points = radius * _globe(ring)
        case "cylinder", (radius, half):
            points = np.concatenate([ring * radius + [0, 0, half], ring * radius - [0, 0, half]])
        case "capsule", (radius, half):
            globe = radius * _globe(ring)
            points = np.concatenate([globe + [0, 0, half], globe - [0, 0, half]])
        case kind, size:
            raise PlanError(f"a {kind} collider has size {size}, which does not describe one")
    return np.asarray(points @ collider.pose[:3, :3].T + collider.pose[:3, 3])


def _globe(ring: np.ndarray) -> np.ndarray:
    rise = np.deg2rad([-90, -60, -30, 0, 30, 60, 90])
    return np.concatenate([ring * np.cos(a) + [0, 0, np.sin(a)] for a in rise])


def mass_frame(colliders: Sequence[Collider], mass: float) -> MassFrame:
    """Centre of mass and inertia of solids of one density that weigh `mass` [kg] together.

    Overlaps count twice; props overlap their colliders little.
    """
    volumes, centres, tensors = zip(*(_solid(collider) for collider in colliders), strict=True)
    density = mass / sum(volumes)
    centre = sum(v * c for v, c in zip(volumes, centres, strict=True)) / sum(volumes)
    inertia = np.zeros((3, 3))
    for volume, where, tensor in zip(volumes, centres, tensors, strict=True):
        arm = where - centre
        inertia += density * (tensor + volume * (arm @ arm * np.eye(3) - np.outer(arm, arm)))
    moments, axes = np.linalg.eigh(inertia)
    axes = _nearest_axes(axes)
    moments = np.einsum("ki,kl,li->i", axes, inertia, axes)
    pose = np.eye(4)
    pose[:3, :3], pose[:3, 3] = axes, centre
    # A thin rod or sheet of rounded numbers may break the triangle inequality that MuJoCo demands.
    floor = max(float(moments.max()) * 0.51, 1e-12)
    smallest = np.argsort(moments)[:2]
    lack = moments.max() - moments[smallest].sum()
    if lack > 0:
        moments[smallest] += lack / 2 + 1e-9 * floor
    return MassFrame(pose=pose, moments=np.maximum(moments, 1e-10))


def _nearest_axes(axes: np.ndarray) -> np.ndarray:
    """Principal axes in the order and sign nearest to x, y, z, so that a symmetric prop is not turned."""
    order, left = [], [0, 1, 2]
    for row in range(3):
        best = max(left, key=lambda column: abs(axes[row, column]))
        order.append(best)
        left.remove(best)
    turned = axes[:, order]
    turned = turned * np.where(np.diag(turned) < 0, -1.0, 1.0)
    if np.linalg.det(turned) < 0:
        turned[:, int(np.abs(np.diag(turned)).argmin())] *= -1
    return turned


def _solid(collider: Collider) -> tuple[float, np.ndarray, np.ndarray]:
    """Volume [m³], centre [m] and inertia tensor per density [m⁵] about it, in the prop's frame."""
    match collider.kind, collider.size:
        case "hull", _:
            return _polytope(outline(collider))
        case "sphere", (r,):
            volume = 4 / 3 * np.pi * r**3
            diagonal = np.full(3, 0.4 * r * r)
        case "box", (x, y, z):
            volume = 8 * x * y * z
            diagonal = np.array([y * y + z * z, x * x + z * z, x * x + y * y]) / 3
        case "cylinder", (r, h):
            volume = 2 * np.pi * r * r * h
            side = r * r / 4 + h * h / 3
            diagonal = np.array([side, side, r * r / 2])
        case "capsule", (r, h):
            tube, ball = 2 * np.pi * r * r * h, 4 / 3 * np.pi * r**3
            volume = tube + ball
            side = tube * (r * r / 4 + h * h / 3) + ball * (0.4 * r * r + h * h + 0.75 * r * h)
            diagonal = np.array([side, side, tube * r * r / 2 + ball * 0.4 * r * r]) / volume
        case kind, size:
            raise PlanError(f"a {kind} collider has size {size}, which does not describe one")
    turn = collider.pose[:3, :3]
    return float(volume), collider.pose[:3, 3], volume * (turn * diagonal) @ turn.T


def _polytope(points: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
    """Volume, centre and inertia per density of a convex hull, as a sum of tetrahedra about its middle."""
    try:
        hull = ConvexHull(points)
    except QhullError:
        raise PlanError(f"a hull collider of {len(points)} points is flat; give it volume") from None
    middle = points[hull.vertices].mean(0)
    corner = points[hull.simplices] - middle
    volumes = np.abs(np.linalg.det(corner)) / 6
    volume = float(volumes.sum())
    total = corner.sum(1)
    centre = (volumes[:, None] * total).sum(0) / 4 / volume
    # Second moments of a tetrahedron with one corner at the origin: V/20 (Σ cᵢcᵢᵀ + s sᵀ), s = Σ cᵢ.
    second = np.einsum("t,tci,tcj->ij", volumes, corner, corner) + np.einsum(
        "t,ti,tj->ij", volumes, total, total
    )
    second = second / 20 - volume * np.outer(centre, centre)
    return volume, centre + middle, np.trace(second) * np.eye(3) - second
