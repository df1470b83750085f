"""What rays can meet: one scene of all that stands and is no glass, and further layers, asked in turn.

- Still glass lies apart: a shadow ray asks the opaque scene whether anything is in the way at all, and walks
  from surface to surface only through layers that hold glass.
- Rigid movers have scenes of their own (`MOST` of them, those with most faces), which every ray enters by
  the pose at its own time: nothing is rebuilt from frame to frame, and motion blur is continuous.
- Cloths and all other movers share a scene that is rebuilt at instants.
"""

from dataclasses import dataclass

import drjit as dr
import mitsuba as mi
import numpy as np
from jaxtyping import Float
from scipy.spatial.transform import Rotation

from rayograph.world.render.rays import held_rows

MOST = 3
"""Bodies that a stage may have: each costs every ray one more look into a small structure."""
STEPS = 8
"""Straight pieces that a body's way through the shutter is made of."""
MAX_GLASS = 6
"""Glass surfaces that a shadow ray may cross."""


@dataclass(kw_only=True)  # not frozen: Dr.Jit rebuilds it when it replays a recorded launch
class Layer:
    """A scene beside the still one. glassy: it holds glass.

    track: None, or the way of a body through the shutter: `STEPS` + 1 rows from its opening to its closing,
    each a quaternion (x, y, z, w), a position [m] and a zero.
    """

    scene: mi.Scene
    glassy: bool
    track: mi.Float | None = None


@dataclass(kw_only=True)
class Space:
    """scene: what stands still and is no glass, and all lights. shape_glass: by registry index of shapes."""

    scene: mi.Scene
    layers: list[Layer]
    shape_glass: mi.Bool


@dataclass(kw_only=True)
class Pose:
    """Body to world, one per lane."""

    turn: mi.Matrix3f
    shift: mi.Vector3f


@dataclass(frozen=True, kw_only=True)
class Hit:
    """The nearest surface along a ray, its layer (k: layer k - 1, 0: the scene), the ray as seen there."""

    surface: mi.PreliminaryIntersection3f
    ray: mi.Ray3f
    layer: mi.UInt32


def track(poses: Float[np.ndarray, "n 4 4"]) -> mi.Float:
    """Device rows of `Layer.track` from poses evenly through the shutter."""
    turns = Rotation.from_matrix(poses[:, :3, :3]).as_quat()
    for k in range(1, len(turns)):
        if turns[k] @ turns[k - 1] < 0:
            turns[k] = -turns[k]
    return held_rows(np.concatenate([turns, poses[:, :3, 3], np.zeros((len(poses), 1))], axis=1))


def posed(space: Space, time: mi.Float) -> list[Pose | None]:
    """Where the layers stand at `time`, 0..1 through the shutter, per lane; None where one has no pose."""
    low = dr.minimum(mi.UInt32(time * STEPS), STEPS - 1)
    part = time * STEPS - mi.Float(low)
    return [None if layer.track is None else _pose(layer.track, low, part) for layer in space.layers]


def _pose(rows: mi.Float, low: mi.UInt32, part: mi.Float) -> Pose:
    first_turn, first_place, turn, place = (dr.gather(mi.Vector4f, rows, 2 * low + k) for k in range(4))
    turn = dr.normalize(dr.lerp(first_turn, turn, part))
    place = dr.lerp(first_place, place, part)
    matrix = dr.quat_to_matrix(mi.Matrix3f, mi.Quaternion4f(turn.x, turn.y, turn.z, turn.w))
    return Pose(turn=matrix, shift=mi.Vector3f(place.x, place.y, place.z))


def _entered(pose: Pose | None, ray: mi.Ray3f) -> mi.Ray3f:
    """A ray as a layer sees it."""
    if pose is None:
        return ray
    back = pose.turn.T
    inside = mi.Ray3f(ray)
    inside.o = mi.Point3f(back @ (mi.Vector3f(ray.o) - pose.shift))
    inside.d = back @ ray.d
    return inside


def _left(pose: Pose, si: mi.SurfaceInteraction3f, mask: mi.Bool) -> mi.SurfaceInteraction3f:
    """A surface point of a layer brought into the world where `mask` holds."""
    si.p = dr.select(mask, mi.Point3f(pose.turn @ mi.Vector3f(si.p) + pose.shift), si.p)
    si.n = dr.select(mask, mi.Normal3f(pose.turn @ mi.Vector3f(si.n)), si.n)
    for name in ("s", "t", "n"):
        old = mi.Vector3f(getattr(si.sh_frame, name))
        setattr(si.sh_frame, name, dr.select(mask, pose.turn @ old, old))
    for name in ("dp_du", "dp_dv", "dn_du", "dn_dv"):
        old = getattr(si, name)
        setattr(si, name, dr.select(mask, pose.turn @ old, old))
    return si


def _nearer(
    space: Space, poses: list[Pose | None], hit: Hit, ray: mi.Ray3f, active: mi.Bool, glass: bool
) -> Hit:
    """`hit`, or what a layer has before it; only of layers with glass if `glass`."""
    surface, seen, owner = hit.surface, mi.Ray3f(hit.ray), hit.layer
    for k, (layer, pose) in enumerate(zip(space.layers, poses, strict=True), 1):
        if glass and not layer.glassy:
            continue
        inside = _entered(pose, ray)
        other = layer.scene.ray_intersect_preliminary(inside, False, active)
        nearer = other.t < surface.t
        surface = dr.select(nearer, other, surface)
        if pose is not None:
            seen.o, seen.d = dr.select(nearer, inside.o, seen.o), dr.select(nearer, inside.d, seen.d)
        owner = dr.select(nearer, k, owner)
    return Hit(surface=surface, ray=seen, layer=owner)


def _surface(hit: Hit, poses: list[Pose | None], flags: int, active: mi.Bool) -> mi.SurfaceInteraction3f:
    si = hit.surface.compute_surface_interaction(hit.ray, flags, active)
    if flags == mi.RayFlags.All:
        si = _coloured(si, active)  # before it is posed: a mesh looks its colour up by the point as it lies
    for k, pose in enumerate(poses, 1):
        if pose is not None:
            si = _left(pose, si, hit.layer == k)
    return si


def intersect(
    space: Space, poses: list[Pose | None], ray: mi.Ray3f, active: mi.Bool
) -> mi.SurfaceInteraction3f:
    """The nearest surface of all layers, in the world; `poses`: of the layers at the ray's time."""
    first = Hit(
        surface=space.scene.ray_intersect_preliminary(ray, False, active), ray=ray, layer=mi.UInt32(0)
    )
    return _surface(_nearer(space, poses, first, ray, active, False), poses, mi.RayFlags.All, active)


def _coloured(si: mi.SurfaceInteraction3f, active: mi.Bool) -> mi.SurfaceInteraction3f:
    """The point with the colour of its mesh, where it has one, for `load.PointColour` to read."""
    colour = si.shape.eval_attribute_3("vertex_color", si, active & si.is_valid())
    si.duv_dx, si.duv_dy = mi.Vector2f(colour.x, colour.y), mi.Vector2f(colour.z, 0)
    return si


@dr.syntax
def _transmittance(space: Space, poses: list[Pose | None], ray: mi.Ray3f, active: mi.Bool) -> mi.Color3f:
    """Light that layers with glass let through: 1 in the open, tinted through glass, 0 behind all else."""
    through = dr.select(active, mi.Color3f(1), mi.Color3f(0))
    ray = mi.Ray3f(ray)
    active = mi.Bool(active)
    crossings = mi.UInt32(0)
    while dr.hint(active, exclude=[space]):
        none = Hit(surface=dr.zeros(mi.PreliminaryIntersection3f), ray=ray, layer=mi.UInt32(0))
        none.surface.t = dr.inf
        nearest = _nearer(space, poses, none, ray, active, True)
        hit = active & nearest.surface.is_valid()
        shape = dr.reinterpret_array(mi.UInt32, nearest.surface.shape)
        clear = hit & dr.gather(mi.Bool, space.shape_glass, shape, hit)
        through = dr.select(hit & ~clear, 0, through)
        si = _surface(nearest, poses, mi.RayFlags.Minimal, clear)
        cosine = dr.abs(dr.dot(si.n, ray.d))
        reflect = 0.04 + 0.96 * (1 - cosine) ** 5
        # A straight ray stands in for a refracted one, which slanting glass throws off its course.
        through = dr.select(clear, through * (1 - reflect) * (0.3 + 0.7 * cosine), through)
        crossings += 1
        length = ray.maxt - si.t
        ray.o = dr.select(clear, si.p + ray.d * 1e-4 * (1 + dr.max(dr.abs(si.p))), ray.o)
        ray.maxt = dr.select(clear, length, ray.maxt)
        active = clear & (crossings < MAX_GLASS)
    return through


def visible(space: Space, poses: list[Pose | None], ray: mi.Ray3f, active: mi.Bool) -> mi.Color3f:
    """The share of light that arrives along a shadow ray."""
    free = active & ~space.scene.ray_test(ray, active)
    for layer, pose in zip(space.layers, poses, strict=True):
        if not layer.glassy:
            free &= ~layer.scene.ray_test(_entered(pose, ray), free)
    if any(layer.glassy for layer in space.layers):
        return _transmittance(space, poses, ray, free)
    return mi.Color3f(dr.select(free, 1.0, 0.0))
