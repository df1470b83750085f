"""What happens when: how each action of the plan acts on its body."""

from dataclasses import dataclass, field

import numpy as np
from jaxtyping import Float
from scipy.interpolate import PchipInterpolator

from rayograph.core.errors import PlanError
from rayograph.core.plan import Drive, Drop, Launch, Swing, Topple
from rayograph.world.scene import Prop
from rayograph.world.shapes import rotation, translation
from rayograph.world.simulate.model import GRAVITY, Cord
from rayograph.world.simulate.solids import outline
from rayograph.world.simulate.step import Motion

CLEARANCE = 0.01
"""Between what swings and the stage [m]."""
TOPPLE_TIME = 2.5
"""Longest push [s]."""


def corners(prop: Prop) -> Float[np.ndarray, "n 3"]:
    """Points in the prop's frame whose hull is the prop's."""
    return np.concatenate([outline(collider) for collider in prop.colliders])


def release(motion: Motion, event: Drop) -> None:
    """Let go of what is dropped."""
    body = motion.world.ids.index(event.object)
    motion.wake(body)
    set_velocity(motion, body, np.zeros(3), np.array(event.spin))


def launch(motion: Motion, event: Launch, prop: Prop) -> None:
    """Give a body its velocity and spin; "roll" turns it as if it had rolled there."""
    world = motion.world
    body = world.ids.index(event.object)
    motion.wake(body)
    velocity, spin = np.array(event.velocity), np.array(event.spin)
    if event.style == "roll":
        pose = pose_of(motion, body)
        points = corners(prop) @ pose[:3, :3].T + pose[:3, 3]
        radius = float(world.positions[body, 2] - points[:, 2].min())
        spin = spin + np.cross([0, 0, 1.0], velocity) / max(radius, 1e-4)
    set_velocity(motion, body, velocity, spin)


def pose_of(motion: Motion, body: int) -> Float[np.ndarray, "4 4"]:
    """Prop to world of a body now."""
    world = motion.world
    return matrices(world.positions[body][None])[0] @ np.linalg.inv(world.frames[body].pose)


def matrices(coordinates: Float[np.ndarray, "t 7"]) -> Float[np.ndarray, "t 4 4"]:
    """Poses of positions with quaternions (w, x, y, z)."""
    w, x, y, z = (coordinates[:, 3:] / np.linalg.norm(coordinates[:, 3:], axis=1, keepdims=True)).T
    pose = np.zeros((len(coordinates), 4, 4))
    pose[:, 0, 0], pose[:, 1, 1], pose[:, 2, 2] = (
        1 - 2 * (y * y + z * z),
        1 - 2 * (x * x + z * z),
        1 - 2 * (x * x + y * y),
    )
    pose[:, 0, 1], pose[:, 1, 0] = 2 * (x * y - w * z), 2 * (x * y + w * z)
    pose[:, 0, 2], pose[:, 2, 0] = 2 * (x * z + w * y), 2 * (x * z - w * y)
    pose[:, 1, 2], pose[:, 2, 1] = 2 * (y * z - w * x), 2 * (y * z + w * x)
    pose[:, :3, 3], pose[:, 3, 3] = coordinates[:, :3], 1.0
    return pose


def set_velocity(motion: Motion, body: int, linear: np.ndarray, angular: np.ndarray) -> None:
    """Velocity [m/s] and spin [rad/s] in world axes."""
    turn = matrices(motion.world.positions[body][None])[0, :3, :3]
    motion.world.velocities[body, :3] = linear
    motion.world.velocities[body, 3:] = turn.T @ angular


@dataclass(kw_only=True)
class Push:
    """A torque that tips a body over its edge until its weight does the rest."""

    body: int
    axis: Float[np.ndarray, "3"]
    torque: float
    tipping: float
    """Lean [rad] at which the centre of mass passes over the edge."""
    pace: float
    """Highest spin [rad/s] that the push gives."""
    until: float
    up: Float[np.ndarray, "3"]
    """The body's own vertical at the start, in body axes."""

    @classmethod
    def of(cls, motion: Motion, event: Topple, prop: Prop) -> "Push":
        """The push that topples `event.object` towards `event.direction`.

        Raises:
            PlanError: the direction has no horizontal part.
        """
        flat = np.array([event.direction[0], event.direction[1], 0.0])
        if np.linalg.norm(flat) < 1e-6:
            raise PlanError(
                f"topple {event.object!r}: direction {event.direction} points nowhere sideways; give x and y"
            )
        flat /= np.linalg.norm(flat)
        world = motion.world
        body = world.ids.index(event.object)
        pose = pose_of(motion, body)
        points = corners(prop) @ pose[:3, :3].T + pose[:3, 3] - world.positions[body, :3]
        base = points[points[:, 2] < points[:, 2].min() + 0.02 * np.ptp(points[:, 2])]
        edge, height = max(float((base @ flat).max()), 1e-3), max(-float(base[:, 2].min()), 1e-3)
        turn = matrices(world.positions[body][None])[0, :3, :3]
        motion.wake(body)
        return cls(
            body=body,
            axis=np.cross([0, 0, 1.0], flat),
            torque=1.3 * _laden(motion, body, points) * GRAVITY * edge,
            tipping=float(np.arctan2(edge, height)) + 0.03,
            pace=0.5 * float(np.sqrt(GRAVITY / height)),
            until=event.at + TOPPLE_TIME,
            up=turn.T @ [0, 0, 1.0],
        )

    def act(self, motion: Motion, time: float) -> bool:
        """Set the torque of the next step; False when the push is over."""
        world = motion.world
        turn = matrices(world.positions[self.body][None])[0, :3, :3]
        lean = float(np.arccos(np.clip((turn @ self.up)[2], -1, 1)))
        spin = float(turn @ world.velocities[self.body, 3:] @ self.axis)
        motion.push[self.body] = 0.0
        if lean > self.tipping or time > self.until:
            return False
        if spin < self.pace:
            motion.push[self.body, 3:] = self.torque * self.axis
            motion.wake(self.body)
        return True


def _laden(motion: Motion, body: int, points: Float[np.ndarray, "n 3"]) -> float:
    """Mass [kg] of a body and of all whose middle lies within its bounds: what it holds tips with it.

    points: the body's corners relative to its centre of mass [m].
    """
    world = motion.world
    away = world.positions[:, :3] - world.positions[body, :3]
    within = ((away >= points.min(0)) & (away <= points.max(0))).all(1)
    within[body] = True
    within &= ~world.driven | (np.arange(len(within)) == body)
    return float(world.mass[within].sum())


def hang(event: Swing, pose: Float[np.ndarray, "4 4"], prop: Prop) -> tuple[Cord, Float[np.ndarray, "4 4"]]:
    """The cord of a swing and the prop's pose at its angle, hung from the middle of its top.

    Raises:
        PlanError: the pivot is not above the object.
    """
    points = corners(prop)
    top = points[points[:, 2] > points[:, 2].max() - 0.01 * np.ptp(points[:, 2]) - 1e-6]
    knot = np.array([*(top.min(0) + top.max(0))[:2] / 2, points[:, 2].max()])
    reach = pose[:3, :3] @ knot
    length = event.pivot[2] - (pose[2, 3] + CLEARANCE + reach[2])
    if length < 0.02:
        raise PlanError(
            f"swing {event.object!r}: the pivot is at {event.pivot[2]:g} m but the object's top is at "
            f"{pose[2, 3] + reach[2]:.2f} m; raise the pivot"
        )
    hanging = pose.copy()
    hanging[:3, 3] = np.array(event.pivot) - [0, 0, length] - reach
    about = rotation("z", event.axis_deg) @ rotation("y", -event.angle_deg) @ rotation("z", -event.axis_deg)
    swung = translation(*event.pivot) @ about @ translation(*(-np.array(event.pivot))) @ hanging
    x, y, z = (float(v) for v in knot)
    return Cord(actor=event.object, pivot=event.pivot, attachment=(x, y, z), length=length), swung


@dataclass(frozen=True, kw_only=True)
class Road:
    """A driven path: where the prop is, which way it faces, and its velocity, at any time."""

    curve: PchipInterpolator
    first: float
    last: float
    rest: float = field(default=0.02)
    """Below this speed [m/s] it keeps facing where it faced."""

    @classmethod
    def of(cls, event: Drive) -> "Road":
        """The road of a drive.

        Raises:
            PlanError: its times do not rise.
        """
        rows = np.array(event.path)
        if (np.diff(rows[:, 0]) <= 0).any():
            raise PlanError(
                f"drive {event.object!r}: path times must rise strictly, got {rows[:, 0].tolist()}"
            )
        curve = PchipInterpolator(rows[:, 0], rows[:, 1:], axis=0)
        return cls(curve=curve, first=float(rows[0, 0]), last=float(rows[-1, 0]))

    def track(
        self, times: Float[np.ndarray, "t"], pose: Float[np.ndarray, "4 4"]
    ) -> tuple[Float[np.ndarray, "t 4 4"], Float[np.ndarray, "t 6"]]:
        """Poses and velocities at rising `times` [s]; `pose` gives the heading while it has not moved yet.

        A path that starts at the head of the shot is taken to have been under way before it.
        """
        begin = -np.inf if self.first <= 0 else self.first
        inside = np.clip(times, self.first, self.last)
        slope = self.curve(inside, 1)
        slope[(times < begin) | (times > self.last)] = 0.0
        where = self.curve(inside) + slope * (np.minimum(times, self.last) - inside)[:, None]
        fast = np.hypot(slope[:, 0], slope[:, 1]) > self.rest
        heading = np.unwrap(np.arctan2(slope[:, 1], slope[:, 0])[fast]) + np.pi / 2
        still = np.arctan2(pose[1, 0], pose[0, 0])
        yaw = np.interp(times, times[fast], heading) if fast.any() else np.full(len(times), still)
        poses = np.broadcast_to(np.eye(4), (len(times), 4, 4)).copy()
        poses[:, 0, 0] = poses[:, 1, 1] = np.cos(yaw)
        poses[:, 1, 0], poses[:, 0, 1] = np.sin(yaw), -np.sin(yaw)
        poses[:, :3, 3] = where
        turning = np.gradient(yaw, times) if len(times) > 1 else np.zeros(1)
        velocity = np.zeros((len(times), 6))
        velocity[:, :3], velocity[:, 5] = slope, turning
        return poses, velocity


_STEEPEST = 1.1
"""Most that what glides dips its nose [rad]."""


def glided(
    poses: Float[np.ndarray, "t 4 4"], velocity: Float[np.ndarray, "t 6"]
) -> Float[np.ndarray, "t 4 4"]:
    """Poses of a leaf that lies along its way through the air, and flat where it has come to rest."""
    fall, along = -velocity[:, 2], np.hypot(velocity[:, 0], velocity[:, 1])
    dip = np.clip(np.arctan2(fall, along + 0.05), -_STEEPEST, _STEEPEST)
    cos, sin = np.cos(dip), np.sin(dip)
    turn = np.tile(np.eye(4), (len(poses), 1, 1))
    turn[:, 1, 1], turn[:, 1, 2], turn[:, 2, 1], turn[:, 2, 2] = cos, -sin, sin, cos
    return np.asarray(poses @ turn)
