"""What the simulation knows: poses, velocities, contacts, cloth and cords of a shot, at any time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from jaxtyping import Float32, Float64


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Two things touched: an impact, or a lasting contact during one grid interval.

    a, b: cast ids, "stage" for the set. position [m]: world. impulse [N·s]: its normal part.
    speed [m/s]: approach speed of an impact; 0 for lasting contact. time [s]: from the head of the shot.
    """

    time: float
    a: str
    b: str
    position: tuple[float, float, float]
    impulse: float
    speed: float


@dataclass(frozen=True, kw_only=True)
class Truth:
    """A simulated shot on a uniform time grid, from one frame before the head to one after the tail.

    Args:
        start: time [s] of grid sample 0, minus one frame duration.
        rate: grid samples per second, a multiple of the frame rate.
        poses: prop to world, per cast id; the prop's frame has its base centre at the origin. A cloth's is
            the identity: its vertices are in world space.
        velocity: linear velocity of the centre of mass [m/s] and angular velocity [rad/s], world axes.
        contacts: in order of time.
        cloth_rate: samples per second of `cloth`, which starts at `start` too.
        cloth: vertices [m], world frame, per cast id of a cloth.
        cords: pivot [m, world] and attachment [m, prop frame] of everything that hangs by a cord.
        notes: what the simulation had to change, one line each.
    """

    start: float
    rate: Fraction
    poses: Mapping[str, Float64[np.ndarray, "t 4 4"]]
    velocity: Mapping[str, Float64[np.ndarray, "t 6"]]
    contacts: tuple[Contact, ...] = ()
    cloth_rate: Fraction = Fraction(1)
    cloth: Mapping[str, Float32[np.ndarray, "s n 3"]] = field(default_factory=dict)
    cords: Mapping[str, tuple[tuple[float, float, float], tuple[float, float, float]]] = field(
        default_factory=dict
    )
    notes: tuple[str, ...] = ()

    def pose(self, member: str, time: float) -> Float64[np.ndarray, "4 4"]:
        """Prop to world of `member` at `time` [s]; position linear, rotation spherical between samples."""
        track = self.poses[member]
        low, part = _locate(time, self.start, self.rate, len(track))
        first, second = track[low], track[low + 1]
        if part == 0.0 or np.array_equal(first, second):
            return first.copy()
        pose = np.eye(4)
        pose[:3, 3] = (1 - part) * first[:3, 3] + part * second[:3, 3]
        pose[:3, :3] = first[:3, :3] @ _part_of_turn(first[:3, :3].T @ second[:3, :3], part)
        return pose

    def cloth_vertices(self, member: str, time: float) -> Float32[np.ndarray, "n 3"]:
        """World positions [m] of a cloth's vertices at `time` [s]."""
        track = self.cloth[member]
        low, part = _locate(time, self.start, self.cloth_rate, len(track))
        return (np.float32(1 - part) * track[low] + np.float32(part) * track[low + 1]).astype(np.float32)


def _locate(time: float, start: float, rate: Fraction, count: int) -> tuple[int, float]:
    """The grid sample at or before `time` and the fraction to the next; held beyond both ends."""
    place = float(np.clip((time - start) * float(rate), 0, count - 1))
    low = min(int(place), count - 2)
    part = place - low
    return low, 0.0 if part < 1e-9 else part


def _part_of_turn(turn: np.ndarray, part: float) -> np.ndarray:
    """The rotation about the same axis as `turn` by `part` of its angle (Rodrigues' formula)."""
    axis = np.array([turn[2, 1] - turn[1, 2], turn[0, 2] - turn[2, 0], turn[1, 0] - turn[0, 1]]) / 2
    sine = float(np.linalg.norm(axis))
    if sine < 1e-12:
        return np.eye(3) if np.trace(turn) > 0 or part < 0.5 else turn
    angle = part * float(np.arctan2(sine, (np.trace(turn) - 1) / 2))
    x, y, z = axis / sine
    skew = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return np.eye(3) + np.sin(angle) * skew + (1 - np.cos(angle)) * skew @ skew
