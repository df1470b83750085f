"""Cords that things hang by, made visible: each becomes a prop of its own that follows the simulation.

A taut cord keeps its length, so it moves rigidly: a thin tube from the pivot to where it is tied on.
"""

from dataclasses import replace

import numpy as np
from jaxtyping import Float64

from rayograph.world.materials.library import material
from rayograph.world.scene import Part, Prop
from rayograph.world.shapes import tube
from rayograph.world.simulate.truth import Truth

THICKNESS = 0.006
"""Radius of a cord relative to its length."""


def with_cords(props: dict[str, Prop], truth: Truth) -> tuple[dict[str, Prop], Truth]:
    """Props and truth with one more entry, `<id>_cord`, for everything that hangs."""
    if not truth.cords:
        return props, truth
    shown, poses = dict(props), dict(truth.poses)
    for member, (pivot, tied) in truth.cords.items():
        ends = truth.poses[member] @ np.array([*tied, 1.0])
        length = float(np.linalg.norm(ends[0, :3] - np.array(pivot)))
        radius = float(np.clip(THICKNESS * length, 0.0015, 0.02))
        path = np.array([[0.0, 0.0, 0.0], [0.0, 0.0, length / 2], [0.0, 0.0, length]])
        rope = Part(mesh=tube(path, radius, 10), material=material("linen", colour="#b8a582"))
        shown[f"{member}_cord"] = Prop(parts=(rope,), colliders=(), mass=0.05)
        poses[f"{member}_cord"] = _along(np.array(pivot), ends[:, :3])
    return shown, replace(truth, poses=poses)


def _along(pivot: np.ndarray, ends: Float64[np.ndarray, "t 3"]) -> Float64[np.ndarray, "t 4 4"]:
    """Poses at `pivot` whose +Z points at each of `ends`, without twist about world Y."""
    axis = ends - pivot
    axis = axis / np.linalg.norm(axis, axis=1, keepdims=True)
    side = np.cross(np.array([0.0, 1.0, 0.0]), axis)
    flat = np.linalg.norm(side, axis=1, keepdims=True) < 1e-6
    side = np.where(flat, np.array([1.0, 0.0, 0.0]), side)
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    poses = np.tile(np.eye(4), (len(ends), 1, 1))
    poses[:, :3, 0], poses[:, :3, 1], poses[:, :3, 2] = side, np.cross(axis, side), axis
    poses[:, :3, 3] = pivot
    return poses
