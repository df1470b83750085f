"""The MuJoCo model of a shot: every moving prop a free body whose frame is its centre of mass.

MuJoCo integrates a free body's origin, so with the origin at the centre of mass and the axes principal its
velocity IS that of the centre of mass and its mass matrix is diagonal: impacts can be solved outside of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import mujoco
import numpy as np
from jaxtyping import Bool, Float, Int

from rayograph.core.errors import PlanError
from rayograph.world.scene import BuiltSet, Collider, Prop
from rayograph.world.simulate.solids import MassFrame, mass_frame, outline, simplified

GRAVITY = 9.81
"""[m/s²]"""
TABLE_THICKNESS = 0.05
"""Of the slab under a stage that has edges [m]."""
ROLLING = 0.1
"""Rolling resistance of what does not spring back at all: lever arm of the normal force per radius of a round
thing. It falls with the square of what impacts lose: 0.006 for a hard ball on wood, 0.04 for an orange."""
SPIN_PATCH = 0.04
"""Radius of the contact patch that brakes a spin, per radius of the thing."""
_STATIC, _FREE, _DRIVEN, _AIRY = 1, 2, 4, 8
_AIRY_KG = 0.01
"""What is led along a path and lighter than this [kg] pushes nothing: leaves, petals, paper."""
Role = Literal["free", "driven", "static"]


@dataclass(frozen=True, kw_only=True)
class Actor:
    """A prop in the simulation. `role`: free moves by force, driven by its path, static never."""

    id: str
    prop: Prop
    role: Role
    pose: Float[np.ndarray, "4 4"]


@dataclass(frozen=True, kw_only=True)
class Cord:
    """Keeps `attachment` [m, prop frame] of `actor` within `length` [m] of `pivot` [m, world]."""

    actor: str
    pivot: tuple[float, float, float]
    attachment: tuple[float, float, float]
    length: float


@dataclass(frozen=True, kw_only=True)
class World:
    """A compiled model with what the stepping needs to know about its bodies and geoms.

    Rows of body arrays are the moving actors in `ids`; body -1 (the last of padded arrays) is the set.
    """

    model: mujoco.MjModel
    data: mujoco.MjData
    ids: tuple[str, ...]
    frames: tuple[MassFrame, ...]
    mass: Float[np.ndarray, "n"]
    moments: Float[np.ndarray, "n 3"]
    reach: Float[np.ndarray, "n"]
    """Radius of the ball about the centre of mass that holds the body [m]."""
    hanging: Bool[np.ndarray, "n"]
    driven: Bool[np.ndarray, "n"]
    body_of: Int[np.ndarray, "g"]
    owners: tuple[str, ...]
    """ "stage" for the set, then the ids of all actors."""
    owner_of: Int[np.ndarray, "g"]
    """Index into `owners` per geom."""
    friction_of: Float[np.ndarray, "g"]
    restitution_of: Float[np.ndarray, "g"]
    round_of: Float[np.ndarray, "g"]
    """Radius [m] of geoms that roll, 0 for others."""
    stage_geom: int
    slab_geom: int
    half: tuple[float, float]

    @property
    def positions(self) -> Float[np.ndarray, "n 7"]:
        """A view: position and quaternion (w, x, y, z) of every moving body."""
        return self.data.qpos.reshape(-1, 7)

    @property
    def velocities(self) -> Float[np.ndarray, "n 6"]:
        """A view: linear velocity in world axes, angular velocity in body axes."""
        return self.data.qvel.reshape(-1, 6)


def quaternion(rotation: Float[np.ndarray, "3 3"]) -> Float[np.ndarray, "4"]:
    """(w, x, y, z) of a rotation matrix."""
    result = np.zeros(4)
    mujoco.mju_mat2Quat(result, np.ascontiguousarray(rotation).ravel())
    return result


def build_world(
    actors: Sequence[Actor], built: BuiltSet, cords: Sequence[Cord] = (), *, timestep: float = 0.0005
) -> World:
    """Compile the set and its actors."""
    spec = mujoco.MjSpec()
    _options(spec, timestep)
    rows: list[tuple[str, int, float, float, float]] = []  # owner, body, friction, restitution, round
    stage, slab = _add_set(spec, built, rows)
    moving = [actor for actor in actors if actor.role != "static"]
    frames = tuple(mass_frame(actor.prop.colliders, _weight(actor)) for actor in moving)
    for actor in actors:
        if actor.role == "static":
            surface = (actor.prop.friction, actor.prop.restitution, 0.0)
            for collider in actor.prop.colliders:
                _add_geom(spec, spec.worldbody, actor.pose, collider, _STATIC)
                rows.append((actor.id, -1, *surface))
    for index, (actor, frame) in enumerate(zip(moving, frames, strict=True)):
        _add_actor(spec, actor, frame, index, rows)
    for cord in cords:
        _add_cord(spec, cord, {a.id: f for a, f in zip(moving, frames, strict=True)})
    try:
        model = spec.compile()
    except ValueError as error:  # the library names the element and the reason on lines of their own
        reason = ", ".join(str(error).removeprefix("Error: ").split("\n"))
        raise PlanError(f"the simulation cannot hold the cast ({reason}); change its size or shape") from None
    reach = [
        max(float(np.linalg.norm(outline(c) - frame.pose[:3, 3], axis=1).max()) for c in actor.prop.colliders)
        for actor, frame in zip(moving, frames, strict=True)
    ]
    owners, bodies, friction, restitution, rounds = zip(*rows, strict=True)
    names = ("stage", *(actor.id for actor in actors))
    return World(
        model=model,
        data=mujoco.MjData(model),
        ids=tuple(actor.id for actor in moving),
        frames=frames,
        mass=np.array([_weight(actor) for actor in moving]),
        moments=np.array([frame.moments for frame in frames]).reshape(-1, 3),
        reach=np.array(reach),
        hanging=np.array([actor.id in {cord.actor for cord in cords} for actor in moving], bool),
        driven=np.array([actor.role == "driven" for actor in moving], bool),
        body_of=np.array(bodies),
        owners=names,
        owner_of=np.array([names.index(owner) for owner in owners]),
        friction_of=np.array(friction),
        restitution_of=np.array(restitution),
        round_of=np.array(rounds),
        stage_geom=stage,
        slab_geom=slab,
        half=built.stage_half,
    )


def _layer(actor: Actor) -> int:
    """What a moving body collides with."""
    if actor.role != "driven":
        return _FREE
    return _AIRY if is_airy(actor.prop) else _DRIVEN


def is_airy(prop: Prop) -> bool:
    """Whether a thing is so light that it glides on the air where it is led."""
    return prop.mass < _AIRY_KG


def _weight(actor: Actor) -> float:
    """Mass [kg]; what is driven is not to be stopped by what it hits."""
    return actor.prop.mass * (1e3 if actor.role == "driven" else 1.0)


def _options(spec: mujoco.MjSpec, timestep: float) -> None:
    option = spec.option
    option.timestep = timestep
    option.gravity = [0, 0, -GRAVITY]
    option.integrator = mujoco.mjtIntegrator.mjINT_EULER
    option.cone = mujoco.mjtCone.mjCONE_ELLIPTIC  # the pyramid would make friction depend on direction
    option.solver = mujoco.mjtSolver.mjSOL_NEWTON
    option.impratio = 10
    option.tolerance = 1e-9
    option.iterations = 30
    option.disableflags |= int(mujoco.mjtDisableBit.mjDSBL_AUTORESET)


def _add_set(
    spec: mujoco.MjSpec, built: BuiltSet, rows: list[tuple[str, int, float, float, float]]
) -> tuple[int, int]:
    """Floor, stage and colliders; returns the geom numbers of stage plane and slab with edges (-1: none)."""
    world = spec.worldbody
    surface = ("stage", -1, built.friction, built.restitution, 0.0)
    plane = mujoco.mjtGeom.mjGEOM_PLANE
    world.add_geom(type=plane, size=[0, 0, 1], pos=[0, 0, built.floor_z], contype=_STATIC, conaffinity=_FREE)
    rows.append(surface)
    stage = slab = -1
    if built.floor_z < -1e-6:
        thick = min(TABLE_THICKNESS, -built.floor_z) / 2
        stage, slab = 1, 2
        world.add_geom(type=plane, size=[0, 0, 1], contype=_STATIC, conaffinity=_FREE)
        world.add_geom(
            type=mujoco.mjtGeom.mjGEOM_BOX,
            size=[*built.stage_half, thick],
            pos=[0, 0, -thick],
            contype=_STATIC,
            conaffinity=_FREE,
        )
        rows += [surface, surface]
    for collider in built.colliders:
        _add_geom(spec, world, np.eye(4), collider, _STATIC)
        rows.append(surface)
    return stage, slab


def _add_actor(
    spec: mujoco.MjSpec,
    actor: Actor,
    frame: MassFrame,
    index: int,
    rows: list[tuple[str, int, float, float, float]],
) -> None:
    pose = actor.pose @ frame.pose
    body = spec.worldbody.add_body(name=actor.id, pos=pose[:3, 3], quat=quaternion(pose[:3, :3]))
    body.add_freejoint()
    body.explicitinertial = True
    body.mass, body.inertia = _weight(actor), frame.moments * _weight(actor) / actor.prop.mass
    body.ipos, body.iquat = [0, 0, 0], [1, 0, 0, 0]
    to_body = np.linalg.inv(frame.pose)
    for collider in actor.prop.colliders:
        _add_geom(spec, body, to_body, collider, _layer(actor))
        rows.append(
            (actor.id, index, actor.prop.friction, actor.prop.restitution, _roundness(actor.prop, collider))
        )


def _roundness(prop: Prop, collider: Collider) -> float:
    """The radius of a collider that rolls: one that is round, or the only one of its prop."""
    if collider.kind in ("sphere", "cylinder", "capsule"):
        return collider.size[0]
    if len(prop.colliders) == 1 and collider.kind == "hull":
        return float(np.ptp(outline(collider), axis=0).min() / 2)
    return 0.0


def _add_cord(spec: mujoco.MjSpec, cord: Cord, frames: Mapping[str, MassFrame]) -> None:
    local = np.linalg.inv(frames[cord.actor].pose) @ [*cord.attachment, 1.0]
    spec.worldbody.add_site(name=f"{cord.actor}.pivot", pos=cord.pivot)
    spec.body(cord.actor).add_site(name=f"{cord.actor}.knot", pos=local[:3])
    tendon = spec.add_tendon(name=f"{cord.actor}.cord", limited=1, range=[0, cord.length])
    tendon.solref_limit, tendon.solimp_limit = [0.002, 1.0], [0.98, 0.999, 1e-4, 0.5, 2]
    tendon.wrap_site(f"{cord.actor}.pivot")
    tendon.wrap_site(f"{cord.actor}.knot")


def _add_geom(
    spec: mujoco.MjSpec, body: mujoco.MjsBody, to_body: np.ndarray, collider: Collider, layer: int
) -> None:
    kinds = mujoco.mjtGeom
    kind = {"sphere": kinds.mjGEOM_SPHERE, "box": kinds.mjGEOM_BOX, "cylinder": kinds.mjGEOM_CYLINDER,
            "capsule": kinds.mjGEOM_CAPSULE, "hull": kinds.mjGEOM_MESH}[collider.kind]  # fmt: skip
    pose = to_body @ collider.pose
    geom = body.add_geom(type=kind, contype=layer)
    geom.conaffinity = {_STATIC: _FREE, _FREE: _STATIC | _FREE | _DRIVEN, _DRIVEN: _FREE, _AIRY: 0}[layer]
    geom.condim = {_STATIC: 3, _FREE: 6 if collider.kind != "box" else 3, _DRIVEN: 3, _AIRY: 3}[layer]
    # Stiff enough to sink micrometres at rest; impacts never reach this spring (see impact.py).
    geom.solref, geom.solimp = [0.003, 1.0], [0.95, 0.99, 0.0005, 0.5, 2]
    if collider.kind == "hull":
        assert collider.vertices is not None
        name = f"hull{len(spec.meshes)}"
        points = simplified(np.asarray(collider.vertices, float))
        spec.add_mesh(name=name, uservert=points.ravel())
        geom.meshname = name
    else:
        geom.size[: len(collider.size)] = collider.size
    geom.pos, geom.quat = pose[:3, 3], quaternion(pose[:3, :3])
