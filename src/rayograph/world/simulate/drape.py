"""A cloth of the cast through a shot: laid out, settled, released, carried over the rigid bodies."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from jaxtyping import Float, Float32

from rayograph.core.plan import CastMember, Drop, Launch, ShotPlan
from rayograph.world.scene import BuiltSet, Collider, Prop
from rayograph.world.simulate.cloth import Hit, Sheet, sheet_of, step_sheet
from rayograph.world.simulate.obstacle import Obstacle, distance
from rayograph.world.simulate.placement import planned_pose
from rayograph.world.simulate.solids import outline
from rayograph.world.simulate.truth import Truth

STEP = 1 / 576
"""Time step [s]."""
SETTLE_TIME, SETTLE_DAMPING = 2.0, 3.0
SAMPLES = 4
"""Recorded per frame."""
MEMORY = 4e8
"""Recorded vertices take no more than this [byte]; long shots are sampled once a frame."""
STILL, PATIENCE = 0.003, 0.2
"""A cloth that moves slower than this [m/s] for so long [s] rests while nothing near it moves."""
REACH = 1.5
"""Set colliders farther than this many cloth sizes are out of its way."""


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What a cloth can fall upon. A `Barrier`: see `cloth.py`."""

    truth: Truth
    props: Mapping[str, Obstacle]
    solids: tuple[Collider, ...]
    stage: Collider | None
    """The slab of a stage with edges; None where the stage is the floor."""
    floor_z: float
    friction: float
    thickness: float

    def __call__(self, points: Float[np.ndarray, "n 3"], time: float) -> list[Hit]:
        """Points nearer than the thickness to anything at `time` [s]."""
        low, high = points.min(0) - self.thickness, points.max(0) + self.thickness
        hits = [
            self._on_prop(name, points, time) for name in self.props if self._meets(name, time, low, high)
        ]
        solids = self.solids if self.stage is None else (*self.solids, self.stage)
        hits += [self._on_solid(collider, points) for collider in solids]
        hits.append(self._on_floor(points))
        return [hit for hit in hits if len(hit.index)]

    def _meets(self, name: str, time: float, low: np.ndarray, high: np.ndarray) -> bool:
        """Whether a prop's surroundings can reach into a box."""
        track = self.truth.poses[name]
        sample = round((time - self.truth.start) * float(self.truth.rate))
        centre = track[min(max(sample, 0), len(track) - 1)] @ self.props[name].centre
        reach = self.props[name].reach
        return bool((centre[:3] + reach > low).all() and (centre[:3] - reach < high).all())

    def stirs(self, time: float, tick: float) -> bool:
        """Whether any prop moves during the next `tick` [s]."""
        truth = self.truth
        return any(
            not np.array_equal(truth.pose(name, time), truth.pose(name, time + tick)) for name in self.props
        )

    def _hit(self, index: np.ndarray, gap: np.ndarray, normal: np.ndarray, friction: float) -> Hit:
        sunk = gap < self.thickness
        count = int(sunk.sum())
        return Hit(
            index=index[sunk],
            depth=self.thickness - gap[sunk],
            normal=np.broadcast_to(normal, (len(gap), 3))[sunk],
            drift=np.zeros((count, 3)),
            friction=friction,
        )

    def _on_floor(self, points: np.ndarray) -> Hit:
        up = np.array([0.0, 0.0, 1.0])
        return self._hit(np.arange(len(points)), points[:, 2] - self.floor_z, up, self.friction)

    def _on_solid(self, collider: Collider, points: np.ndarray) -> Hit:
        box = outline(collider)
        low, high = box.min(0) - self.thickness, box.max(0) + self.thickness
        index = np.flatnonzero(((points > low) & (points < high)).all(1))
        near = points[index]
        gap = distance(collider, near) if len(index) else np.zeros(0)
        slope = np.zeros((len(index), 3))
        for axis in range(3 if (gap < self.thickness).any() else 0):
            shift = np.zeros(3)
            shift[axis] = 1e-5
            slope[:, axis] = distance(collider, near + shift) - distance(collider, near - shift)
        normal = slope / np.maximum(np.linalg.norm(slope, axis=1, keepdims=True), 1e-12)
        return self._hit(index, gap, normal, self.friction)

    def _on_prop(self, name: str, points: np.ndarray, time: float) -> Hit:
        pose, obstacle = self.truth.pose(name, time), self.props[name]
        turn = pose[:3, :3]
        local = (points - pose[:3, 3]) @ turn
        index = obstacle.near(local)
        gap, normal = obstacle.sample(local[index])
        hit = self._hit(index, gap, normal @ turn.T, obstacle.friction)
        if not len(hit.index):
            return hit
        tick = 1 / float(self.truth.rate)
        before = self.truth.pose(name, time - tick)
        here = points[hit.index]
        then = ((here - pose[:3, 3]) @ turn) @ before[:3, :3].T + before[:3, 3]
        return replace(hit, drift=(here - then) / tick)


def drape(
    plan: ShotPlan,
    member: CastMember,
    props: Mapping[str, Prop],
    built: BuiltSet,
    truth: Truth,
    rate: Fraction,
) -> tuple[Fraction, Float32[np.ndarray, "s n 3"]]:
    """Samples per second and vertices [m, world] of a cloth over the shot, from one frame before its head.

    Args:
        truth: of the rigid bodies.
        rate: frames per second.
    """
    prop = props[member.id]
    assert prop.cloth is not None
    pose = planned_pose(member)
    mesh = prop.parts[0].mesh
    rest = mesh.vertices.reshape(*prop.cloth, 3)
    sheet = sheet_of(rest, prop.mass, prop.friction)
    around = _surroundings(member, sheet, rest, props, built, truth)
    release, height, kick = _event(plan, member)
    position = (rest.reshape(-1, 3) @ pose[:3, :3].T + pose[:3, 3]).reshape(rest.shape)
    _raise_clear(position, around, truth.start, props, member)
    velocity = np.zeros_like(position)
    if height > 0:
        position[..., 2] += height
    else:
        for i in range(round(SETTLE_TIME / STEP)):
            damping = SETTLE_DAMPING * (1 + 2 * i * STEP)
            position, velocity = step_sheet(
                sheet, position, velocity, around, truth.start, STEP, damping=damping
            )
            if i > PATIENCE / STEP and _calm(velocity):
                break
        velocity[:] = 0
    return _record(plan, sheet, around, position, velocity, rate, release, height, kick)


def _record(
    plan: ShotPlan,
    sheet: Sheet,
    around: Surroundings,
    position: np.ndarray,
    velocity: np.ndarray,
    rate: Fraction,
    release: float,
    height: float,
    kick: np.ndarray,
) -> tuple[Fraction, Float32[np.ndarray, "s n 3"]]:
    frames = plan.format.frames + 2
    samples = SAMPLES if 12.0 * position.size / 3 * frames * SAMPLES < MEMORY else 1
    count = frames * samples + 1
    tick = 1 / float(rate) / samples
    substeps = int(np.ceil(tick / STEP))
    vertices = np.empty((count, position.size // 3, 3), np.float32)
    held, kicked, still = height > 0, not kick.any(), 0.0
    for j in range(count):
        vertices[j] = position.reshape(-1, 3)
        still = still + tick if _calm(velocity) and not around.stirs((j - samples) * tick, tick) else 0.0
        resting = still > PATIENCE and j * tick > release + tick * samples + PATIENCE
        for i in range(substeps):
            now = (j - samples + i / substeps) * tick
            if now >= release - 1e-9:
                held = False
                velocity = velocity if kicked else velocity + kick
                kicked = True
            if held or now < 0 or resting:
                continue
            position, velocity = step_sheet(sheet, position, velocity, around, now, tick / substeps)
    return rate * samples, vertices


def _calm(velocity: np.ndarray) -> bool:
    """Whether a cloth has come to rest, but for a creep that nobody sees."""
    speed = np.sqrt((velocity * velocity).sum(-1))
    return bool(speed.mean() < STILL and speed.max() < 8 * STILL)


def _event(plan: ShotPlan, member: CastMember) -> tuple[float, float, np.ndarray]:
    """When a cloth is let go [s], from how high [m], with what velocity [m/s]."""
    for event in plan.action:
        if event.object == member.id and isinstance(event, Drop):
            return event.at, event.height, np.zeros(3)
        if event.object == member.id and isinstance(event, Launch):
            return event.at, event.height, np.array(event.velocity)
    return 0.0, 0.0, np.zeros(3)


def _surroundings(
    member: CastMember,
    sheet: Sheet,
    rest: np.ndarray,
    props: Mapping[str, Prop],
    built: BuiltSet,
    truth: Truth,
) -> Surroundings:
    size = float(np.linalg.norm(np.ptp(rest.reshape(-1, 3), axis=0)))
    centre = np.array(member.position)
    solids = []
    for collider in built.colliders:
        box = outline(collider)
        away = np.maximum(np.maximum(box.min(0) - centre, centre - box.max(0)), 0)
        if np.linalg.norm(away[:2]) < REACH * size:
            solids.append(collider)
    stage = None
    if built.floor_z < -1e-6:
        pose = np.eye(4)
        pose[2, 3] = built.floor_z / 2
        stage = Collider(kind="box", size=(*built.stage_half, -built.floor_z / 2), pose=pose)
    return Surroundings(
        truth=truth,
        props={
            name: Obstacle.of(prop.colliders, prop.friction, 3 * sheet.thickness)
            for name, prop in props.items()
            if prop.cloth is None and prop.colliders
        },
        solids=tuple(solids),
        stage=stage,
        floor_z=built.floor_z,
        friction=built.friction,
        thickness=sheet.thickness,
    )


def _raise_clear(
    position: np.ndarray, around: Surroundings, time: float, props: Mapping[str, Prop], member: CastMember
) -> None:
    """Lift a cloth, flat, until it touches nothing; over its carrier to begin with."""
    if member.on in around.props:
        carrier = around.truth.pose(member.on, time)
        points = np.concatenate([outline(collider) for collider in props[member.on].colliders])
        top = float((points @ carrier[2, :3] + carrier[2, 3]).max())
        position[..., 2] += max(0.0, top - float(position[..., 2].min()))
    for _ in range(4000):
        hits = around(position.reshape(-1, 3), time)
        if not hits:
            return
        position[..., 2] += max(0.002, max(float(hit.depth.max()) for hit in hits) * 0.5)
