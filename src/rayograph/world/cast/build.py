"""A cast member of the plan becomes a prop: looks the kind up, builds it, brings it to size."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from rayograph.core.catalogue import CAST
from rayograph.core.errors import PlanError
from rayograph.core.plan import CastMember
from rayograph.world.cast.bitten import eaten
from rayograph.world.cast.household import HOUSEHOLD
from rayograph.world.cast.more_props import MORE_PROPS
from rayograph.world.cast.open_air import OPEN_AIR
from rayograph.world.cast.outdoor import OUTDOOR
from rayograph.world.cast.props import PROPS
from rayograph.world.cast.still_life import STILL_LIFE
from rayograph.world.scene import Collider, Prop
from rayograph.world.shapes import rotation

Generator = Callable[[CastMember, np.random.Generator], Prop]
GENERATORS: dict[str, Generator] = {**STILL_LIFE, **HOUSEHOLD, **OUTDOOR, **PROPS, **OPEN_AIR, **MORE_PROPS}


def build(member: CastMember) -> Prop:
    """Build the prop of a cast member at its size, in its own frame.

    Raises:
        PlanError: its kind is not in the catalogue.
        AssetError: a mesh, SVG or font that it names cannot be used.
    """
    if member.kind not in GENERATORS:
        known = ", ".join(sorted(kind.name for kind in CAST))
        raise PlanError(f"{member.id}: kind {member.kind!r} is not in the catalogue; use one of {known}")
    prop = eaten(member, GENERATORS[member.kind](member, np.random.default_rng([member.seed, 7])))
    if abs(member.tilt_deg) > 45:
        prop = _lengthwise(prop)
    if member.height_m is None:
        return prop
    height = max(float(part.mesh.vertices[:, 2].max()) for part in prop.parts)
    return scaled(prop, member.height_m / height)


def _lengthwise(prop: Prop) -> Prop:
    """What is set on end stands on its length: a pencil that lies along X is first turned along Y."""
    points = np.concatenate([part.mesh.vertices for part in prop.parts])
    wide, deep, tall = np.ptp(points, axis=0)
    if wide < 1.5 * deep or tall > wide:
        return prop
    pose = rotation("z", 90.0)
    parts = tuple(replace(part, mesh=part.mesh.moved(pose)) for part in prop.parts)
    return replace(prop, parts=parts, colliders=tuple(replace(c, pose=pose @ c.pose) for c in prop.colliders))


def scaled(prop: Prop, factor: float) -> Prop:
    """The prop `factor` times as large, of the same density."""
    pose = np.diag([factor, factor, factor, 1.0])
    parts = tuple(replace(part, mesh=part.mesh.moved(pose)) for part in prop.parts)
    return replace(
        prop,
        parts=parts,
        colliders=tuple(_scaled(c, factor) for c in prop.colliders),
        mass=prop.mass * factor**3,
    )


def _scaled(collider: Collider, factor: float) -> Collider:
    pose = collider.pose.copy()
    pose[:3, 3] *= factor
    vertices = None if collider.vertices is None else collider.vertices * factor
    return replace(collider, size=tuple(s * factor for s in collider.size), pose=pose, vertices=vertices)
