"""One step of time: collide, resolve impacts, let MuJoCo carry contacts and cords, keep still what rests."""

from dataclasses import dataclass, field

import mujoco
import numpy as np
from jaxtyping import Bool, Float, Int

from rayograph.world.simulate.impact import SLOWEST, Blow, Bodies, Meeting, resolve
from rayograph.world.simulate.model import GRAVITY, ROLLING, SPIN_PATCH, World

STILL = 0.03
"""What is slower than this [m/s, at its rim], and stays ..."""
DRIFT = 0.0003
"""... within this distance [m] of where it was ..."""
PATIENCE = 0.2
"""... for this long [s], is at rest, until something accelerates it by more than `WAKES` [m/s²]."""
WAKES = 0.3
INSISTENCE = 4
"""Steps that a gentle push must last: the contact solver's noise does not."""


@dataclass(frozen=True, kw_only=True)
class Touch:
    """Two owners touch during one step: impulse [N·s], where, approach speed [m/s] (0: lasting)."""

    a: str
    b: str
    position: Float[np.ndarray, "3"]
    impulse: float
    speed: float


@dataclass(kw_only=True)
class Motion:
    """What is changing while a world is stepped. Mutable: it is the state of the stepping loop.

    held: bodies kept where they are (before release, driven, parked). resting: asleep.
    quiet: how long [s] a body has been near its anchor. stirred: for how many steps something has been
    pushing a body that rests. push: force and torque [N, N·m] on the centre of mass, world axes.
    """

    world: World
    held: Bool[np.ndarray, "n"]
    resting: Bool[np.ndarray, "n"]
    quiet: Float[np.ndarray, "n"]
    anchor: Float[np.ndarray, "n 7"]
    stirred: Int[np.ndarray, "n"]
    push: Float[np.ndarray, "n 6"]
    touches: list[Touch] = field(default_factory=list)

    @classmethod
    def of(cls, world: World) -> "Motion":
        """Everything free and awake, at the model's initial pose."""
        count = len(world.ids)
        return cls(
            world=world,
            held=np.zeros(count, bool),
            resting=np.zeros(count, bool),
            quiet=np.zeros(count),
            anchor=world.positions.copy(),
            stirred=np.zeros(count, int),
            push=np.zeros((count, 6)),
        )

    def wake(self, body: int) -> None:
        """Let `body` move freely."""
        self.held[body] = self.resting[body] = False
        self.quiet[body] = 0.0

    @property
    def all_still(self) -> bool:
        """Nothing moves and nothing will by itself."""
        return bool((self.held | self.resting).all()) and not self.push.any()


def advance(motion: Motion, step: float, *, damping: float = 0.0, listen: bool = False) -> None:
    """Carry the world on by `step` [s].

    Args:
        damping: rate [1/s] at which all velocities die, for settling.
        listen: also record lasting contacts in `motion.touches`.
    """
    world = motion.world
    model, data = world.model, world.data
    position, velocity = world.positions, world.velocities
    model.opt.timestep = step
    rim = _rim_speed(world)
    _look_ahead(world, rim, step)
    live = collide(world)
    shift = _impacts(motion, live, rim, step)
    kept = motion.held | motion.resting
    before = position[kept].copy()
    pace = velocity[kept].copy()
    data.xfrc_applied[1:] = motion.push
    data.xfrc_applied[1:, 2] += np.where(motion.held, world.mass * GRAVITY, 0.0)
    mujoco.mj_makeConstraint(model, data)
    mujoco.mj_island(model, data)
    mujoco.mj_transmission(model, data)
    mujoco.mj_fwdVelocity(model, data)
    if listen and data.ncon:
        mujoco.mj_step2(model, data)
        _record_lasting(motion, step)
    else:
        mujoco.mj_step2(model, data)
    # Semi-implicit Euler puts bodies in flight ½·a·dt² too far; contacts and cords need it as it is.
    flying = ~(_in_contact(world) | kept | world.hanging)
    acceleration = data.qacc.reshape(-1, 6)
    position[flying, :3] -= 0.5 * step * step * acceleration[flying, :3]
    if shift is not None:
        _carry(position, shift, ~kept)
    if damping:
        velocity *= np.exp(-damping * step)
    _rest(motion, step, before, pace, kept)


def collide(world: World) -> Int[np.ndarray, "k"]:
    """Bring poses, contacts and inertia up to date, with friction of both surfaces and a stage that ends.

    Returns the numbers of the contacts that exist; those of the stage beyond its edge do not.
    """
    model, data = world.model, world.data
    mujoco.mj_kinematics(model, data)
    mujoco.mj_comPos(model, data)
    mujoco.mj_tendon(model, data)
    mujoco.mj_makeM(model, data)
    mujoco.mj_factorM(model, data)
    mujoco.mj_collision(model, data)
    live = np.arange(data.ncon)
    if not data.ncon:
        return live
    contact = data.contact
    geom = contact.geom
    first, second = geom[:, 0], geom[:, 1]
    if world.stage_geom >= 0:
        body = np.maximum(world.body_of[first], world.body_of[second])
        planar = _wholly_on_stage(world)[body]
        lower = np.minimum(first, second)  # the set's geoms have the lowest numbers
        void = ((lower == world.stage_geom) & ~planar) | ((lower == world.slab_geom) & planar)
        contact.exclude[void] = 1
        live = np.flatnonzero(~void)
    slide = np.sqrt(world.friction_of[first] * world.friction_of[second])
    round_ = np.maximum(world.round_of[first], world.round_of[second])
    friction = contact.friction
    friction[:, 0] = friction[:, 1] = slide
    friction[:, 2] = slide * np.maximum(SPIN_PATCH * round_, 1e-5)
    # What does not spring back is also what is lost in rolling: fruit and turf brake, hard balls run on.
    loss = 1.0 - np.sqrt(world.restitution_of[first] * world.restitution_of[second])
    friction[:, 3] = friction[:, 4] = np.maximum(ROLLING * loss**2 * round_, 1e-7)
    return live


def _wholly_on_stage(world: World) -> Bool[np.ndarray, "n"]:
    """Bodies that no edge of the stage can concern: they touch its plane, which gives steadier contacts."""
    place = world.positions[:, :3]
    inside = (np.abs(place[:, :2]) + world.reach[:, None] < world.half).all(1)
    return inside & (place[:, 2] > -0.01)


def _look_ahead(world: World, rim: Float[np.ndarray, "n"], step: float) -> None:
    """Report contacts as far ahead as anything can get within a step."""
    gap = max(0.0005, 1.1 * float(rim.max(initial=0.0)) * step)
    world.model.geom_gap[:] = gap
    world.model.body_margin[:] = gap


def _impacts(
    motion: Motion, live: np.ndarray, rim: Float[np.ndarray, "n"], step: float
) -> Float[np.ndarray, "n 6"] | None:
    """Apply the impulses of this step's impacts to the velocities; returns the shifts still to be made."""
    world = motion.world
    data = world.data
    if not len(live):
        return None
    contact = data.contact
    geom = contact.geom[live]
    first, second = geom[:, 0], geom[:, 1]
    a, b = world.body_of[first], world.body_of[second]
    bound = np.append(rim, 0.0)
    closing = bound[a] + bound[b]
    if not ((closing > SLOWEST) & (contact.dist[live] < closing * step)).any():
        return None
    meeting = Meeting(
        a=a,
        b=b,
        position=contact.pos[live],
        normal=contact.frame[live, :3],
        gap=contact.dist[live],
        friction=np.sqrt(world.friction_of[first] * world.friction_of[second]),
        restitution=np.sqrt(world.restitution_of[first] * world.restitution_of[second]),
    )
    turn = data.xmat[1:].reshape(-1, 3, 3)
    velocity = np.zeros((len(world.ids) + 1, 6))
    velocity[:-1, :3] = world.velocities[:, :3]
    velocity[:-1, 3:] = (turn @ world.velocities[:, 3:, None])[..., 0]
    movable = ~(motion.held | world.driven)
    bodies = Bodies(
        centre=np.concatenate([world.positions[:, :3], np.zeros((1, 3))]),
        velocity=velocity,
        lightness=np.append(np.where(movable, 1 / world.mass, 0.0), 0.0),
        ease=np.concatenate(
            [
                (turn / world.moments[:, None]) @ turn.transpose(0, 2, 1) * movable[:, None, None],
                np.zeros((1, 3, 3)),
            ]
        ),
    )
    outcome = resolve(meeting, bodies, step, GRAVITY)
    if outcome is None:
        return None
    after = outcome.velocity[:-1]
    struck = np.abs(after - velocity[:-1]).max(1) > 1e-9
    world.velocities[struck, :3] = after[struck, :3]
    world.velocities[struck, 3:] = (turn.transpose(0, 2, 1) @ after[:, 3:, None])[struck, :, 0]
    for body in np.flatnonzero(struck & motion.resting):
        motion.wake(int(body))
    motion.touches += [_touch(world, blow, first, second) for blow in outcome.blows]
    return outcome.shift[:-1]


def _touch(world: World, blow: Blow, first: np.ndarray, second: np.ndarray) -> Touch:
    low, high = sorted((world.owner_of[first[blow.first]], world.owner_of[second[blow.first]]))
    a, b = world.owners[low], world.owners[high]
    return Touch(a=a, b=b, position=blow.position, impulse=blow.impulse, speed=blow.speed)


def _record_lasting(motion: Motion, step: float) -> None:
    """Sum up the contact solver's normal forces per pair of owners."""
    world, data = motion.world, motion.world.data
    contact = data.contact
    acting = np.flatnonzero(contact.efc_address >= 0)
    impulse = data.efc_force[contact.efc_address[acting]] * step
    acting, impulse = acting[impulse > 0], impulse[impulse > 0]
    owners = np.sort(world.owner_of[contact.geom[acting]], axis=1)
    position = contact.pos[acting]
    for a, b in {(int(a), int(b)) for a, b in owners}:
        mine = (owners == (a, b)).all(1)
        total = float(impulse[mine].sum())
        where = impulse[mine] @ position[mine] / total
        motion.touches.append(
            Touch(a=world.owners[a], b=world.owners[b], position=where, impulse=total, speed=0.0)
        )


def _in_contact(world: World) -> Bool[np.ndarray, "n"]:
    """Bodies that the contact solver acted on in this step."""
    result = np.zeros(len(world.ids) + 1, bool)
    contact = world.data.contact
    if world.data.ncon:
        geom = contact.geom[contact.efc_address >= 0]
        result[world.body_of[geom.ravel()]] = True
    return result[:-1]


def _carry(position: np.ndarray, shift: np.ndarray, who: np.ndarray) -> None:
    """Move bodies by `shift` (translation, rotation vector in world axes), as an impact within a step changes
    course at its instant, not at the step's head."""
    for body in np.flatnonzero(who & (np.abs(shift).max(1) > 0)):
        position[body, :3] += shift[body, :3]
        local, inverse = np.zeros(3), np.zeros(4)
        mujoco.mju_negQuat(inverse, position[body, 3:])
        mujoco.mju_rotVecQuat(local, shift[body, 3:], inverse)
        turned = position[body, 3:].copy()
        mujoco.mju_quatIntegrate(turned, local, 1.0)
        position[body, 3:] = turned


def _rest(motion: Motion, step: float, before: np.ndarray, pace: np.ndarray, kept: np.ndarray) -> None:
    """Put back what is held; wake what is pushed; let what has been still for long fall asleep."""
    world = motion.world
    position, velocity = world.positions, world.velocities
    gain = _rim_speed(world)
    motion.stirred = np.where(motion.resting & (gain > WAKES * step), motion.stirred + 1, 0)
    roused = (motion.stirred > INSISTENCE) | (motion.resting & (gain > 20 * WAKES * step))
    still = kept & ~roused
    position[still] = before[still[kept]]
    velocity[still] = np.where(motion.held[still, None], pace[still[kept]], 0.0)
    for body in np.flatnonzero(roused):
        motion.wake(int(body))
    awake = ~(motion.held | motion.resting)
    away = position - motion.anchor
    far = np.abs(away[:, :3]).max(1) + 2 * world.reach * np.abs(away[:, 3:]).max(1)
    restless = awake & ((gain > STILL) | (far > DRIFT))
    motion.anchor[restless] = position[restless]
    motion.quiet[awake] += step
    motion.quiet[restless] = 0.0
    tired = awake & (motion.quiet > PATIENCE) & ~world.hanging
    motion.resting |= tired
    velocity[tired] = 0.0


def _rim_speed(world: World) -> Float[np.ndarray, "n"]:
    """Speed [m/s] of the fastest point of every body, at most."""
    velocity = world.velocities
    return np.sqrt((velocity[:, :3] ** 2).sum(1)) + np.sqrt((velocity[:, 3:] ** 2).sum(1)) * world.reach
