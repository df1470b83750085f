"""From meshes to a prop: shaded parts, surfaces by the member's wishes, convex colliders, placing."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from jaxtyping import Float
from scipy.spatial import ConvexHull, QhullError

from rayograph.core.catalogue import cast_kind
from rayograph.core.errors import AssetError
from rayograph.core.mesh import Mesh, merge
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.look_words import as_said
from rayograph.world.cast.shaping import box_uv, creased, stretched
from rayograph.world.materials.library import material
from rayograph.world.scene import Collider, Material, Part, Prop
from rayograph.world.simulate.solids import outline

_TINTABLE = ("painted", "paint", "plastic", "rubber", "leather", "linen", "silk", "velvet", "canvas", "paper",
             "ceramic", "wax", "skin", "leaf", "cloth")  # fmt: skip


def part(surface: Material, *meshes: Mesh, light: str | None = None) -> Part:
    """One part of many meshes; normals and uv are made where a mesh lacks them."""
    ready = [mesh if mesh.normals is not None else creased(mesh) for mesh in meshes]
    return Part(mesh=merge([mesh if mesh.uv is not None else box_uv(mesh) for mesh in ready]),
                material=surface, light=light)  # fmt: skip


def hue(member: CastMember, rng: np.random.Generator) -> str | None:
    """The colour asked for, else one of the kind's own, else None."""
    kind = cast_kind(member.kind)
    own = kind.colours if kind is not None else ()
    chosen = own[int(rng.integers(len(own)))] if own else None
    return member.colour or chosen


def surface(member: CastMember, rng: np.random.Generator, default: str | None = None) -> Material:
    """The member's main surface: its own material and colour, else what suits the kind."""
    kind = cast_kind(member.kind)
    names = kind.materials if kind is not None else ("plaster",)
    chosen = default or names[int(rng.integers(len(names)))]
    name, own = member.material or chosen, hue(member, rng)
    colour = own if member.colour or any(word in name for word in _TINTABLE) else None
    made = material(name, colour=colour, accent=member.accent, wear=member.wear, seed=member.seed)
    return as_said(member, made)


def trim(member: CastMember, name: str, colour: str | None = None, *, wear: float | None = None) -> Material:
    """A secondary surface, worn like the member."""
    return material(name, colour=colour, wear=member.wear if wear is None else wear, seed=member.seed + 1)


def vary(rng: np.random.Generator, amount: float = 0.06) -> float:
    """A factor about 1."""
    return float(rng.uniform(1 - amount, 1 + amount))


def bounds(parts: Sequence[Part]) -> tuple[Float[np.ndarray, "3"], Float[np.ndarray, "3"]]:
    """Lowest and highest corner of the parts [m]."""
    low = np.min([part.mesh.vertices.min(0) for part in parts], axis=0)
    return low, np.max([part.mesh.vertices.max(0) for part in parts], axis=0)


def sized(parts: Sequence[Part], size: Sequence[float]) -> list[Part]:
    """The parts stretched to `size` [m], base centre at the origin."""
    low, high = bounds(parts)
    factor = np.asarray(size, float) / (high - low)
    shift = -factor * np.array([(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, low[2]])
    return [replace(p, mesh=stretched(p.mesh, factor, at=shift)) for p in parts]


SEATED = 0.005
"""How far the foot of the colliders may be from that of the looks [m]."""


def assemble(
    parts: Sequence[Part],
    colliders: Sequence[Collider],
    *,
    mass: float,
    friction: float = 0.6,
    restitution: float = 0.3,
) -> Prop:
    """A prop with its base centre brought to the origin; colliders move with it.

    What would stand on them higher or lower than it looks has them brought to the floor.
    """
    low, high = bounds(parts)
    shift = -np.array([(low[0] + high[0]) / 2, (low[1] + high[1]) / 2, low[2]])
    pose = shapes.translation(*(float(s) for s in shift))
    moved = tuple(replace(p, mesh=p.mesh.moved(pose)) for p in parts)
    walls = tuple(replace(c, pose=pose @ c.pose) for c in colliders)
    foot = min((float(outline(c)[:, 2].min()) for c in walls), default=0.0)
    if abs(foot) > SEATED:
        walls = tuple(replace(c, pose=shapes.translation(0, 0, -foot) @ c.pose) for c in walls)
    return Prop(parts=moved, colliders=walls, mass=mass, friction=friction, restitution=restitution)


def box(centre: Sequence[float], size: Sequence[float], *turns: tuple[str, float]) -> Collider:
    """A box of full `size` [m], turned about its own centre."""
    pose = np.eye(4)
    for axis, degrees in turns:
        pose = shapes.rotation(axis, degrees) @ pose
    pose[:3, 3] = centre
    return Collider(kind="box", size=(size[0] / 2, size[1] / 2, size[2] / 2), pose=pose)


def post(centre: Sequence[float], radius: float, height: float, *turns: tuple[str, float]) -> Collider:
    """A cylinder along Z (before its turns)."""
    return replace(box(centre, (1, 1, 1), *turns), kind="cylinder", size=(radius, height / 2))


def ball(centre: Sequence[float], radius: float) -> Collider:
    """A sphere."""
    return replace(box(centre, (1, 1, 1)), kind="sphere", size=(radius,))


def hull(points: Float[np.ndarray, "n 3"], *, limit: int = 48) -> Collider:
    """The convex hull of points [m], thinned to about `limit` vertices by extreme directions.

    Raises:
        AssetError: the points are flat, so there is no solid to collide with.
    """
    try:
        corners = points[ConvexHull(points).vertices]
    except (QhullError, ValueError):
        raise AssetError("a shape is flat or empty, expected a solid; give it thickness") from None
    if len(corners) > limit:
        index = np.arange(limit) + 0.5
        z = 1 - 2 * index / limit
        angle = np.pi * (1 + 5**0.5) * index
        ring = np.sqrt(1 - z * z)
        spread = np.stack([ring * np.cos(angle), ring * np.sin(angle), z], 1)
        axes = np.concatenate([np.eye(3), -np.eye(3)])
        centred = (corners - corners.mean(0)) / np.ptp(corners, axis=0)
        corners = corners[np.unique((centred @ np.concatenate([spread, axes]).T).argmax(0))]
    return Collider(kind="hull", vertices=corners)


def wall(
    low: tuple[float, float], high: tuple[float, float], thick: float, segments: int = 12
) -> list[Collider]:
    """The wall of a round vessel as convex staves: (outer radius, z) at its foot and its rim [m]."""
    staves = []
    for i in range(segments):
        angle = 2 * np.pi * (np.array([i, i + 1])) / segments
        ring = np.stack([np.cos(angle), np.sin(angle)], 1)
        # the flat stave spans the chord, so push it out to straddle the true circle
        grow = 2 / (1 + np.cos(np.pi / segments))
        points = [np.concatenate([ring * r * grow, np.full((2, 1), z)], 1)
                  for radius, z in (low, high) for r in (radius, max(radius - thick, 1e-3))]  # fmt: skip
        staves.append(Collider(kind="hull", vertices=np.concatenate(points)))
    return staves
