"""Impacts as impulses: rebound and friction exact at any step size, without a spring to sink into.

MuJoCo has no coefficient of restitution: its contact is a spring that sinks and returns what the step
size lets it. So before MuJoCo sees a step, pairs that would meet within it get the impulses of Newton's law
of restitution and Coulomb's law of friction. Pairs are solved one at a time, fastest first, so that an impact
travels through a row of touching things as in Newton's cradle; the contacts of one pair are solved together,
so that a box that lands flat stays flat.
"""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

SLOWEST = 0.03
"""Approach below this speed [m/s] does not rebound; the contact solver brings it to rest."""
PASSES = 80
SWEEPS = 24


@dataclass(frozen=True, kw_only=True)
class Meeting:
    """Candidate contacts: bodies (-1 is the world), where, unit normal from a to b, gap [m], surface pair."""

    a: Int[np.ndarray, "c"]
    b: Int[np.ndarray, "c"]
    position: Float[np.ndarray, "c 3"]
    normal: Float[np.ndarray, "c 3"]
    gap: Float[np.ndarray, "c"]
    friction: Float[np.ndarray, "c"]
    restitution: Float[np.ndarray, "c"]


@dataclass(frozen=True, kw_only=True)
class Bodies:
    """State and inertia in world axes. One row more than bodies: the last is the immovable world.

    velocity: linear of the centre of mass, angular. lightness: 1/mass; ease: inverse inertia tensor.
    """

    centre: Float[np.ndarray, "n 3"]
    velocity: Float[np.ndarray, "n 6"]
    lightness: Float[np.ndarray, "n"]
    ease: Float[np.ndarray, "n 3 3"]


@dataclass(frozen=True, kw_only=True)
class Blow:
    """One solved pair: contact numbers, total normal impulse [N·s], where, approach speed [m/s]."""

    first: int
    impulse: float
    position: Float[np.ndarray, "3"]
    speed: float


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """Velocities after all impacts, how far each body must be carried back or on, and what happened."""

    velocity: Float[np.ndarray, "n 6"]
    shift: Float[np.ndarray, "n 6"]
    blows: tuple[Blow, ...]


def cross(a: Float[np.ndarray, "... 3"], b: Float[np.ndarray, "... 3"]) -> Float[np.ndarray, "... 3"]:
    """Vector product; several times faster than numpy's for a few rows."""
    return np.stack(
        [
            a[..., 1] * b[..., 2] - a[..., 2] * b[..., 1],
            a[..., 2] * b[..., 0] - a[..., 0] * b[..., 2],
            a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0],
        ],
        axis=-1,
    )


def approach(meeting: Meeting, centre: np.ndarray, velocity: np.ndarray) -> Float[np.ndarray, "c"]:
    """Relative normal velocity at every contact [m/s]; negative is approach."""
    a, b = meeting.a, meeting.b
    lever_a = cross(meeting.position - centre[a], meeting.normal)
    lever_b = cross(meeting.position - centre[b], meeting.normal)
    linear = ((velocity[b, :3] - velocity[a, :3]) * meeting.normal).sum(1)
    return linear + (velocity[b, 3:] * lever_b).sum(1) - (velocity[a, 3:] * lever_a).sum(1)


def resolve(meeting: Meeting, bodies: Bodies, step: float, gravity: float) -> Outcome | None:
    """Impulses of every impact that falls within the next `step` [s]; None if there is none.

    Args:
        gravity: downward acceleration [m/s²] of bodies in flight: the speed is that of the instant of touch.
    """
    velocity = bodies.velocity
    speed = approach(meeting, bodies.centre, velocity)
    meets = (meeting.gap + speed * step < 0) & (speed < -SLOWEST)
    if not meets.any():
        return None
    velocity = velocity.copy()
    shift = np.zeros_like(velocity)
    blows: list[Blow] = []
    for _ in range(PASSES):
        first = int(np.where(meets, speed, 0.0).argmin())
        pair = (meeting.a == meeting.a[first]) & (meeting.b == meeting.b[first])
        index = np.flatnonzero(pair & ((meeting.gap + speed * step < 0) | (meeting.gap < 2e-4)))
        wait = step * float(np.clip(meeting.gap[first] / (-speed[first] * step), 0, 1))
        before = velocity.copy()
        a, b = int(meeting.a[first]), int(meeting.b[first])
        fall = np.zeros(6)
        if bodies.lightness[a] == 0.0 or bodies.lightness[b] == 0.0:
            fall[2] = -gravity * wait
        for body in (a, b):
            velocity[body] += fall * (bodies.lightness[body] > 0)
        impulse = _solve_pair(meeting, bodies, velocity, index, step)
        for body in (a, b):
            velocity[body] -= fall * (bodies.lightness[body] > 0)
            shift[body] += wait * (before[body] - velocity[body])
        total = float(impulse.sum())
        if total > 0:
            where = (impulse[:, None] * meeting.position[index]).sum(0) / total
            blows.append(Blow(first=first, impulse=total, position=where, speed=float(-speed[first])))
        speed = approach(meeting, bodies.centre, velocity)
        meets = (meeting.gap + speed * step < 0) & (speed < -SLOWEST)
        if not meets.any():
            break
    return Outcome(velocity=velocity, shift=shift, blows=tuple(blows))


def _solve_pair(
    meeting: Meeting, bodies: Bodies, velocity: np.ndarray, index: np.ndarray, step: float
) -> Float[np.ndarray, "k"]:
    """Solve the contacts `index` of one pair; changes `velocity`, returns the normal impulses [N·s]."""
    a, b = int(meeting.a[index[0]]), int(meeting.b[index[0]])
    frame = np.stack([_frame(n) for n in meeting.normal[index]])  # k 3 3: rows normal, tangents
    arm_a = meeting.position[index] - bodies.centre[a]
    arm_b = meeting.position[index] - bodies.centre[b]
    jacobian_b = np.concatenate([frame, cross(arm_b[:, None], frame)], axis=2).reshape(-1, 6)
    jacobian_a = -np.concatenate([frame, cross(arm_a[:, None], frame)], axis=2).reshape(-1, 6)
    reply_a = _reply(bodies, a, jacobian_a)
    reply_b = _reply(bodies, b, jacobian_b)
    matrix = jacobian_a @ reply_a.T + jacobian_b @ reply_b.T
    slip = jacobian_a @ velocity[a] + jacobian_b @ velocity[b]
    incoming = slip[0::3]
    rebound = np.where(
        incoming < -SLOWEST,
        -meeting.restitution[index] * incoming,
        np.minimum(0.0, -meeting.gap[index] / step),
    )
    impulse = _sweep(matrix, slip, rebound, meeting.friction[index])
    velocity[a] += impulse @ reply_a
    velocity[b] += impulse @ reply_b
    return impulse[0::3]


def _sweep(matrix: np.ndarray, slip: np.ndarray, rebound: np.ndarray, friction: np.ndarray) -> np.ndarray:
    """Projected Gauss-Seidel: impulses (normal and two tangents per contact) such that slip + matrix·impulse
    rebounds or separates along normals and sticks, or slides on the friction cone, along tangents."""
    count = len(rebound)
    impulse = np.zeros(3 * count)
    slip = slip.copy()
    sweeps = 4 * SWEEPS if count > 1 else SWEEPS
    for _ in range(sweeps):
        largest = 0.0
        for k in range(count):
            n = 3 * k
            normal = max(0.0, impulse[n] - (slip[n] - rebound[k]) / matrix[n, n])
            change = normal - impulse[n]
            impulse[n] = normal
            slip += matrix[:, n] * change
            tangent = slice(n + 1, n + 3)
            block = matrix[tangent, tangent]
            wish = impulse[tangent] - slip[tangent] / np.diag(block)
            limit, length = friction[k] * normal, float(np.hypot(*wish))
            if length > limit:
                wish *= limit / max(length, 1e-300)
            turn = wish - impulse[tangent]
            impulse[tangent] = wish
            slip += matrix[:, tangent] @ turn
            largest = max(largest, abs(change) * matrix[n, n], float(np.abs(turn).max()) * block[0, 0])
        if largest < 1e-7:
            break
    return impulse


def _reply(bodies: Bodies, body: int, jacobian: np.ndarray) -> np.ndarray:
    """Velocity change per unit impulse along each row."""
    return np.concatenate(
        [jacobian[:, :3] * bodies.lightness[body], jacobian[:, 3:] @ bodies.ease[body]], axis=1
    )


def _frame(normal: np.ndarray) -> np.ndarray:
    """Rows: the normal and two tangents."""
    helper = np.array([1.0, 0, 0]) if abs(normal[0]) < 0.7 else np.array([0, 1.0, 0])
    first = cross(normal, helper)
    first /= np.sqrt(first @ first)
    return np.stack([normal, first, cross(normal, first)])
