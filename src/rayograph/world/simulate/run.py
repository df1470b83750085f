"""A plan's cast and set become truth: place, settle, act, step, record."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

import numpy as np
from jaxtyping import Float

from rayograph.core.errors import PlanError
from rayograph.core.plan import Drive, Drop, Launch, ShotPlan, Swing, Topple, in_time
from rayograph.core.time import parse_rate
from rayograph.world.scene import BuiltSet, Prop
from rayograph.world.simulate.drape import drape
from rayograph.world.simulate.events import Push, Road, glided, hang, launch, matrices, pose_of, release
from rayograph.world.simulate.footing import grounded
from rayograph.world.simulate.model import GRAVITY, Actor, Cord, World, build_world, is_airy, quaternion
from rayograph.world.simulate.placement import height_aloft, place, role_of
from rayograph.world.simulate.step import Motion, Touch, advance
from rayograph.world.simulate.truth import Contact, Truth

GRID = 480
"""Recorded samples per second, about [1/s]."""
STEP = 0.00105
"""Longest time step [s]."""
LISTEN = 4
"""Lasting contacts are measured in one step of the last of so many samples."""
SETTLE_TIME, SETTLE_STEP, SETTLE_DAMPING = 2.5, 0.001, 5.0
MOVED = 0.05
"""A thing that settling moved farther than this [m] is reported."""
MEMORY = 6e8
"""Recorded poses take no more than this [byte]; long shots of many things get a coarser grid."""

Roads = dict[int, tuple[Float[np.ndarray, "t 7"], Float[np.ndarray, "t 6"]]]
"""Coordinates and velocities at every sample, per driven body."""


@dataclass(kw_only=True)
class Record:
    """Samples of the moving bodies while they are taken."""

    coordinates: Float[np.ndarray, "t n 7"]
    velocity: Float[np.ndarray, "t n 6"]
    contacts: list[Contact] = field(default_factory=list)


def simulate(
    plan: ShotPlan,
    props: Mapping[str, Prop],
    built: BuiltSet,
    *,
    substeps_per_frame: int | None = None,
) -> Truth:
    """Simulate a shot.

    Args:
        props: by cast id, each in its own frame.
        substeps_per_frame: time steps per frame; None takes steps of about half a millisecond.

    Raises:
        PlanError: things are inside each other, off the stage, or an action is impossible.
    """
    _check_movable(plan, props)
    shot, plan = plan, _in_real_time(plan)
    rate, per_frame, substeps = _grid(shot, substeps_per_frame)
    props = {name: grounded(prop) for name, prop in props.items()}
    poses, moved = place(plan, props, built)
    cords: dict[str, Cord] = {}
    for event in plan.action:
        if isinstance(event, Swing):
            cords[event.object], poses[event.object] = hang(event, poses[event.object], props[event.object])
    actors = [
        Actor(id=m.id, prop=props[m.id], role=role_of(m, props[m.id], plan), pose=poses[m.id])
        for m in plan.cast
        if props[m.id].colliders and props[m.id].cloth is None
    ]
    world = build_world(actors, built, tuple(cords.values()))
    motion = Motion.of(world)
    motion.held |= world.driven | world.hanging
    motion.held |= np.array([height_aloft(name, plan) is not None for name in world.ids], bool)
    notes = moved + _settle(motion)
    record = _run(plan, props, motion, rate, per_frame, substeps)
    truth = _truth(plan, world, record, poses, cords, rate, per_frame, notes)
    return _as_seen(_with_cloth(plan, props, built, truth, rate), shot.format.pace)


def _in_real_time(plan: ShotPlan) -> ShotPlan:
    """The plan with its events at the times of the world, which slow motion stretches on the screen."""
    pace = plan.format.pace
    return plan.model_copy(update={"action": tuple(in_time(event, pace) for event in plan.action)})


def _as_seen(truth: Truth, pace: float) -> Truth:
    """A truth of the world on the time of a shot in slow motion. Velocities stay those of the world."""
    if pace == 1.0:
        return truth
    slow = Fraction(pace).limit_denominator(1000)
    contacts = tuple(replace(contact, time=contact.time / pace) for contact in truth.contacts)
    return replace(
        truth,
        start=truth.start / pace,
        rate=truth.rate * slow,
        cloth_rate=truth.cloth_rate * slow,
        contacts=contacts,
    )


def _check_movable(plan: ShotPlan, props: Mapping[str, Prop]) -> None:
    """Refuse actions on what the simulation cannot move so; cloth is only dropped or thrown."""
    for event in plan.action:
        prop = props[event.object]
        if prop.cloth is not None and not isinstance(event, Drop | Launch):
            raise PlanError(f"{event.object!r} is cloth and cannot {event.kind}; let it drop or launch it")
        if prop.cloth is None and not prop.colliders:
            raise PlanError(f"{event.object!r} is not solid and cannot {event.kind}; move another object")


def _with_cloth(
    plan: ShotPlan, props: Mapping[str, Prop], built: BuiltSet, truth: Truth, rate: Fraction
) -> Truth:
    """The same truth with the plan's cloths, which follow the rigid bodies. Their poses are the identity."""
    cloth, poses, cloth_rate = {}, dict(truth.poses), truth.cloth_rate
    for member in plan.cast:
        if props[member.id].cloth is not None:
            cloth_rate, cloth[member.id] = drape(plan, member, props, built, truth, rate)
            poses[member.id] = np.broadcast_to(np.eye(4), poses[member.id].shape)
    return replace(truth, cloth=cloth, cloth_rate=cloth_rate, poses=poses)


def _grid(plan: ShotPlan, wish: int | None) -> tuple[Fraction, int, int]:
    """Frame rate, recorded samples per frame, time steps per sample."""
    rate = parse_rate(plan.format.fps) / Fraction(plan.format.pace).limit_denominator(1000)
    samples = round(GRID / float(rate))
    room = MEMORY / (128.0 * max(len(plan.cast), 1) * (plan.format.frames + 2))
    samples = max(1, min(samples, int(room)))
    if wish is not None:
        if wish < 1:
            raise PlanError(f"substeps_per_frame is {wish}; give at least 1")
        samples = min(samples, wish)
        return rate, samples, max(1, round(wish / samples))
    return rate, samples, int(np.ceil(1 / (float(rate) * samples * STEP)))


def _settle(motion: Motion) -> list[str]:
    """Let everything that stands come to rest before the shot; returns notes of what moved far."""
    world = motion.world
    start = world.positions.copy()
    for _ in range(round(SETTLE_TIME / SETTLE_STEP)):
        if motion.all_still:
            break
        advance(motion, SETTLE_STEP, damping=SETTLE_DAMPING)
    world.velocities[:] = 0.0
    motion.touches.clear()
    away = np.linalg.norm(world.positions[:, :3] - start[:, :3], axis=1)
    return [
        f"{name} came to rest {100 * far:.0f} cm from where the plan puts it"
        for name, far in zip(world.ids, away, strict=True)
        if far > MOVED
    ]


def _run(
    plan: ShotPlan, props: Mapping[str, Prop], motion: Motion, rate: Fraction, per_frame: int, substeps: int
) -> Record:
    world = motion.world
    count = per_frame * (plan.format.frames + 2) + 1
    tick = 1 / (float(rate) * per_frame)
    times = (np.arange(count) - per_frame) * tick
    record = Record(
        coordinates=np.empty((count, len(world.ids), 7)), velocity=np.zeros((count, len(world.ids), 6))
    )
    roads = _roads(plan, props, motion, times)
    waiting = sorted(
        (e for e in plan.action if not isinstance(e, Drive) and e.object in world.ids), key=lambda e: e.at
    )
    pushes: list[Push] = []
    _sample(record, per_frame, world)
    for j in range(per_frame, count - 1):
        quiet = motion.all_still and not pushes and not roads
        if quiet and not (waiting and waiting[0].at < times[j + 1] - 1e-9):
            _sample(record, j + 1, world)
            continue
        listens = j % LISTEN == 0
        for i in range(substeps):
            now = times[j] + i * tick / substeps
            while waiting and waiting[0].at <= now + 1e-9:
                _begin(motion, waiting.pop(0), props, pushes)
            for body, (track, speed) in roads.items():
                _follow(motion, body, track[j], speed[j], now - times[j])
            if j == per_frame and i == 0:
                _sample(record, j, world)
            pushes = [push for push in pushes if push.act(motion, now)]
            advance(motion, tick / substeps, listen=listens and i == substeps - 1)
        for body, (track, speed) in roads.items():
            _follow(motion, body, track[j + 1], speed[j + 1], 0.0)
        _sample(record, j + 1, world)
        record.contacts += _contacts(motion, float(times[j + 1]), substeps)
    _before_head(plan, world, record, per_frame, times, roads)
    if not np.isfinite(record.coordinates).all():
        bad = [n for i, n in enumerate(world.ids) if not np.isfinite(record.coordinates[:, i]).all()]
        raise PlanError(
            f"the motion of {', '.join(bad)} cannot be simulated; give it less speed or more space"
        )
    return record


def _roads(plan: ShotPlan, props: Mapping[str, Prop], motion: Motion, times: np.ndarray) -> Roads:
    """Coordinates and velocities of driven bodies at every sample."""
    world = motion.world
    roads: Roads = {}
    for event in plan.action:
        if isinstance(event, Drive):
            body = world.ids.index(event.object)
            poses, velocity = Road.of(event).track(times, pose_of(motion, body))
            if is_airy(props[event.object]):
                poses = glided(poses, velocity)
            poses = poses @ world.frames[body].pose
            turns = np.stack([quaternion(pose[:3, :3]) for pose in poses])
            roads[body] = (np.concatenate([poses[:, :3, 3], turns], axis=1), velocity)
            _follow(motion, body, roads[body][0][0], velocity[0], 0.0)
    return roads


def _follow(motion: Motion, body: int, place: np.ndarray, speed: np.ndarray, ahead: float) -> None:
    """Put a driven body where it is `ahead` [s] after a sample of its track."""
    world = motion.world
    world.positions[body] = place
    world.positions[body, :3] += ahead * speed[:3]
    turn = matrices(place[None])[0, :3, :3]
    world.velocities[body, :3] = speed[:3]
    world.velocities[body, 3:] = turn.T @ speed[3:]


def _begin(
    motion: Motion, event: Drop | Launch | Topple | Swing, props: Mapping[str, Prop], pushes: list[Push]
) -> None:
    match event:
        case Drop():
            release(motion, event)
        case Launch():
            launch(motion, event, props[event.object])
        case Topple():
            pushes.append(Push.of(motion, event, props[event.object]))
        case Swing():
            motion.wake(motion.world.ids.index(event.object))


def _sample(record: Record, index: int, world: World) -> None:
    record.coordinates[index] = world.positions
    turn = matrices(world.positions)[:, :3, :3]
    record.velocity[index, :, :3] = world.velocities[:, :3]
    record.velocity[index, :, 3:] = (turn @ world.velocities[:, 3:, None])[..., 0]


def _contacts(motion: Motion, time: float, substeps: int) -> list[Contact]:
    """Touches since the last sample, per pair and kind; lasting ones are heard in one step of several."""
    heard: dict[tuple[str, str, bool], list[Touch]] = {}
    for touch in motion.touches:
        heard.setdefault((touch.a, touch.b, touch.speed > 0), []).append(touch)
    motion.touches.clear()
    contacts = []
    for (a, b, struck), group in heard.items():
        total = sum(touch.impulse for touch in group)
        x, y, z = (float(v) for v in np.sum([t.position * t.impulse for t in group], axis=0) / total)
        speed = max(touch.speed for touch in group)
        scale = 1 if struck else substeps * LISTEN
        contacts.append(Contact(time=time, a=a, b=b, position=(x, y, z), impulse=total * scale, speed=speed))
    return contacts


def _before_head(
    plan: ShotPlan, world: World, record: Record, head: int, times: np.ndarray, roads: Roads
) -> None:
    """Samples before the head: at rest, or, for what starts in motion, as if it had been under way."""
    record.coordinates[:head] = record.coordinates[head]
    for event in plan.action:
        if not isinstance(event, Launch) or event.at > 0 or event.object not in world.ids:
            continue
        body = world.ids.index(event.object)
        linear, angular = record.velocity[head, body, :3], record.velocity[head, body, 3:]
        fall = np.array([0, 0, -GRAVITY if event.height > 0 else 0.0])
        for j in range(head):
            place = record.coordinates[j, body]
            place[:3] += linear * times[j] + 0.5 * fall * times[j] ** 2
            place[3:] = _turned(place[3:], angular * times[j])
            record.velocity[j, body] = np.concatenate([linear + fall * times[j], angular])
    for body, (track, speed) in roads.items():
        record.coordinates[:head, body] = track[:head]
        record.velocity[:head, body] = speed[:head]


def _turned(quat: np.ndarray, turn: np.ndarray) -> Float[np.ndarray, "4"]:
    """A quaternion (w, x, y, z) turned by a rotation vector [rad] in world axes."""
    angle = float(np.linalg.norm(turn))
    axis = turn / angle if angle > 1e-12 else turn
    w, v = np.cos(angle / 2), np.sin(angle / 2) * axis
    return np.concatenate([[w * quat[0] - v @ quat[1:]], w * quat[1:] + quat[0] * v + np.cross(v, quat[1:])])


def _truth(
    plan: ShotPlan,
    world: World,
    record: Record,
    placed: Mapping[str, np.ndarray],
    cords: Mapping[str, Cord],
    rate: Fraction,
    per_frame: int,
    notes: list[str],
) -> Truth:
    count = len(record.coordinates)
    poses = {name: np.broadcast_to(pose, (count, 4, 4)) for name, pose in placed.items()}
    velocity = {name: np.broadcast_to(np.zeros(6), (count, 6)) for name in placed}
    for body, name in enumerate(world.ids):
        poses[name] = matrices(record.coordinates[:, body]) @ np.linalg.inv(world.frames[body].pose)
        velocity[name] = record.velocity[:, body]
    return Truth(
        start=-1 / float(rate),
        rate=rate * per_frame,
        poses={member.id: poses[member.id] for member in plan.cast},
        velocity={member.id: velocity[member.id] for member in plan.cast},
        contacts=tuple(record.contacts),
        cords={name: (cord.pivot, cord.attachment) for name, cord in cords.items()},
        notes=tuple(notes),
    )
