"""Half-eaten things: a bite or a slice is gone, and what is inside shows where it was."""

from dataclasses import replace

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh, smooth_normals
from rayograph.core.morsels import left_of
from rayograph.core.plan import CastMember
from rayograph.world.noise import fbm3
from rayograph.world.scene import Collider, Part, Prop

_TURN = np.deg2rad(-62.0)
"""Where the bite is, from +X towards the viewer, who must see it."""
_CUT = ("cake", "pie", "pizza", "bread")
"""What is cut with a knife, not bitten off."""
_DISHES = ("glazed_ceramic", "glass", "porcelain", "silver", "steel", "paper", "chrome")
"""Stuffs that nobody eats."""
_INSIDE = {
    "apple": "#f0e6c4", "pear": "#f1ead0", "peach": "#f0c278", "banana": "#f3e7bd", "bread": "#e6d2a8",
    "croissant": "#ead9a8", "doughnut": "#e2c48c", "cookie": "#b98a52", "watermelon": "#d2403c",
    "strawberry": "#f2b8ac", "cupcake": "#dcb878", "waffle": "#e4c583", "pie": "#b5562a",
    "hot_dog": "#e9d3a0",
}  # fmt: skip
"""Kind → colour of what shows where it was bitten."""


def eaten(member: CastMember, prop: Prop) -> Prop:
    """The prop without what its words say was eaten; as it is where they say nothing of that."""
    left = left_of(member.kind, f"{member.name} {member.words}")
    if left >= 1.0:
        return prop
    food = [p for p in prop.parts if p.material.name not in _DISHES]
    along = np.concatenate([p.mesh.vertices for p in food])[:, :2] @ _axis()
    low, high = float(along.min()), float(along.max())
    border = _Border(low + left * (high - low), high - low, member)
    parts = tuple(p if p.material.name in _DISHES else _bitten(p, border, member) for p in prop.parts)
    walls = tuple(_hull(c, border) for c in prop.colliders)
    return replace(prop, parts=parts, colliders=walls, mass=prop.mass * (0.4 + 0.6 * left))


def _axis() -> Float[np.ndarray, "2"]:
    return np.array([np.cos(_TURN), np.sin(_TURN)])


class _Border:
    """How far along the bite's axis the thing still reaches, at each place across it."""

    def __init__(self, middle: float, length: float, member: CastMember) -> None:
        self.middle, self.length, self.knife = middle, length, member.kind in _CUT
        self.seed = member.seed % 97

    def __call__(self, points: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "n"]:
        across = points[:, :2] @ np.array([-_axis()[1], _axis()[0]])
        crumb = fbm3(
            np.column_stack([across, points[:, 2], 0 * across]) / self.length * 26, octaves=3, seed=self.seed
        )
        if self.knife:
            return np.asarray(self.middle + 0.008 * self.length * crumb)
        wide = 0.3 * self.length
        tooth = (np.mod(across / wide + 0.5, 1.0) - 0.5) * 2  # -1..1 across one bite
        rise = (points[:, 2] / self.length - 0.25) ** 2
        return np.asarray(self.middle + self.length * (0.09 * tooth**2 + 0.25 * rise + 0.02 * crumb))


def _bitten(part: Part, border: "_Border", member: CastMember) -> Part:
    mesh = part.mesh
    along = mesh.vertices[:, :2] @ _axis()
    over = along - border(mesh.vertices)
    gone = over > 0
    if not gone.any():
        return part
    moved = mesh.vertices.copy()
    moved[:, :2] -= np.where(gone, over, 0.0)[:, None] * _axis()
    colour = mesh.colour
    if colour is not None:
        grain = 1 + 0.16 * fbm3(moved * 260, octaves=3, seed=border.seed)
        colour = np.where(gone[:, None], _inside(member, moved) * grain[:, None], colour)
    whole = Mesh(vertices=moved, faces=mesh.faces, normals=smooth_normals(moved, mesh.faces), uv=mesh.uv,
                 colour=colour)  # fmt: skip
    return replace(part, mesh=whole)


def _inside(member: CastMember, points: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "n 3"]:
    """The colour of what shows: of a cake its layers with cream between them."""
    if member.kind != "cake":
        return np.broadcast_to(np.array(from_hex(_INSIDE.get(member.kind, "#e6d2a8"))), points.shape)
    dark = member.colour is not None and sum(from_hex(member.colour)) < 0.6
    sponge, cream = np.array(from_hex("#4a2a16" if dark else "#e3c184")), np.array(from_hex("#f1e6d2"))
    height = points[:, 2] / max(float(points[:, 2].max()), 1e-6)
    layer = np.minimum(np.abs(height - 0.45), np.abs(height - 0.72)) < 0.03
    return np.where(layer[:, None], cream, sponge)


def _hull(collider: Collider, border: "_Border") -> Collider:
    if collider.vertices is None or not np.allclose(collider.pose, np.eye(4)):
        return collider
    points = collider.vertices.copy()
    over = np.maximum(points[:, :2] @ _axis() - border(points), 0.0)
    points[:, :2] -= over[:, None] * _axis()
    return replace(collider, vertices=points)
