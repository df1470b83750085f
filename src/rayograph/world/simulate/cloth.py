"""Cloth as extended position-based dynamics on a grid of particles (Macklin et al. 2016, "XPBD"), in small
steps with few iterations (Macklin et al. 2019).

Not MuJoCo's flex: a cloth that only follows the rigid bodies can read their distance fields, and so keeps a
stated thickness between sharp edges and the middles of its own threads. The cloth does not push back.
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from jaxtyping import Float, Int

from rayograph.world.simulate.impact import cross
from rayograph.world.simulate.model import GRAVITY

STRETCH, SHEAR = 2e-7, 5e-3
"""Compliance [m/N] of threads and of the weave's diagonals, for a cloth of 1 kg."""
BEND = 1.3e3
"""Resistance to folds: acceleration per second difference of neighbours [1/s²]."""
CREEP = 0.06
"""Part of the velocity difference of neighbours that dies in a step: damps ripples, not motion."""
THREAD_PASSES = 2
AIR = 0.72
"""½·air density·drag coefficient of a flat sheet [kg/m³]."""
CALM = 0.4
"""Damping of all motion [1/s]."""

Slices = tuple[tuple[slice, slice], tuple[slice, slice]]


@dataclass(frozen=True, kw_only=True)
class Spring:
    """A family of links that share no particle: two sub-grids, rest lengths [m], compliance [m/N]."""

    ends: Slices
    rest: Float[np.ndarray, "r c"]
    compliance: float


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A cloth's material: its links, mass [kg] and area [m²] per particle, friction, thickness [m]."""

    springs: tuple[Spring, ...]
    mass: float
    area: float
    friction: float
    thickness: float


class Barrier(Protocol):
    """What a cloth cannot pass."""

    def __call__(self, points: Float[np.ndarray, "n 3"], time: float) -> list["Hit"]:
        """What the points touch at `time` [s], `points` [m] in world space."""
        ...


@dataclass(frozen=True, kw_only=True)
class Hit:
    """Points nearer to one obstacle than they may be.

    depth [m]: how much too near. normal: the way out. drift [m/s]: velocity of the surface there.
    """

    index: Int[np.ndarray, "k"]
    depth: Float[np.ndarray, "k"]
    normal: Float[np.ndarray, "k 3"]
    drift: Float[np.ndarray, "k 3"]
    friction: float


def sheet_of(rest: Float[np.ndarray, "r c 3"], mass: float, friction: float) -> Sheet:
    """The links of a cloth of `mass` [kg] whose unstrained grid is `rest` [m]."""
    rows, columns = rest.shape[:2]
    springs: list[Spring] = []
    threads = [(0, 1, 1, 2, STRETCH), (1, 0, 0, 2, STRETCH)]
    families = [(1, 1, 0, 2, SHEAR), (1, -1, 0, 2, SHEAR), *threads * THREAD_PASSES]
    for down, right, axis, stride, compliance in families:
        for phase in range(stride):
            begin = [0, max(-right, 0)]
            begin[axis] += phase
            steps = [1, 1]
            steps[axis] = stride
            end = (rows - down, columns - max(right, 0))
            near = tuple(slice(b, e, s) for b, e, s in zip(begin, end, steps, strict=True))
            far = tuple(
                slice(b + d, e + d, s) for b, e, s, d in zip(begin, end, steps, (down, right), strict=True)
            )
            ends = ((near[0], near[1]), (far[0], far[1]))
            length = np.linalg.norm(rest[ends[1]] - rest[ends[0]], axis=2)
            if length.size:
                springs.append(Spring(ends=ends, rest=length, compliance=compliance / mass))
    pitch = max(float(spring.rest.max()) for spring in springs[4:8])
    sides = [np.linalg.norm(np.diff(rest, axis=k), axis=2).sum(k).mean() for k in (0, 1)]
    count = rows * columns
    return Sheet(
        springs=tuple(springs),
        mass=mass / count,
        area=float(sides[0] * sides[1]) / count,
        friction=friction,
        thickness=max(0.0035, 0.22 * pitch),
    )


def step_sheet(
    sheet: Sheet,
    position: Float[np.ndarray, "r c 3"],
    velocity: Float[np.ndarray, "r c 3"],
    barrier: Barrier,
    time: float,
    step: float,
    *,
    damping: float = CALM,
) -> tuple[Float[np.ndarray, "r c 3"], Float[np.ndarray, "r c 3"]]:
    """Positions [m] and velocities [m/s] at `time` + `step` [s]."""
    velocity = velocity * np.exp(-damping * step)
    velocity[..., 2] -= GRAVITY * step
    velocity = _in_air(sheet, position, velocity, step)
    moved = position + velocity * step
    _unfold(moved, BEND * step * step)
    scale = 1.0 / (step * step)
    for spring in sheet.springs:
        _pull(moved, spring, sheet.mass, spring.compliance * scale)
    _keep_out(sheet, position, moved, barrier, time + step, step)
    velocity = (moved - position) / step
    _calm(velocity)
    return moved, velocity


def _unfold(moved: np.ndarray, part: float) -> None:
    """Thin-plate stiffness: along threads and diagonals, every three neighbours seek a straight line."""
    for before, middle, after in _LINES:
        bend = (moved[before] + moved[after] - 2 * moved[middle]) * part
        moved[before] -= bend
        moved[after] -= bend
        moved[middle] += 2 * bend


def _calm(velocity: np.ndarray) -> None:
    """Let neighbours share their velocities a little; their sum stays."""
    for near, far in ((_ROW, _NEXT_ROW), (_COLUMN, _NEXT_COLUMN)):
        change = (velocity[far] - velocity[near]) * CREEP
        velocity[near] += change
        velocity[far] -= change


def _in_air(sheet: Sheet, position: np.ndarray, velocity: np.ndarray, step: float) -> np.ndarray:
    """Drag of the air against the face of the cloth, implicit so that it never reverses the motion."""
    normal = cross(np.gradient(position, axis=1), np.gradient(position, axis=0))
    normal /= np.maximum(np.sqrt((normal * normal).sum(-1, keepdims=True)), 1e-12)
    face = (velocity * normal).sum(-1, keepdims=True)
    kept = 1 / (1 + AIR * sheet.area / sheet.mass * step * np.abs(face))
    return np.asarray(velocity - (1 - kept) * face * normal)


def _pull(moved: np.ndarray, spring: Spring, mass: float, stiffness: float) -> None:
    """Move both ends of every link of a family towards its rest length."""
    near, far = moved[spring.ends[0]], moved[spring.ends[1]]
    across = far - near
    length = np.sqrt((across * across).sum(-1))
    share = (length - spring.rest) / (np.maximum(length, 1e-9) * (2 + mass * stiffness))
    across *= share[..., None]
    near += across
    far -= across


def _keep_out(
    sheet: Sheet, start: np.ndarray, moved: np.ndarray, barrier: Barrier, time: float, step: float
) -> None:
    """Push particles, and the middles of links and meshes between them, out of what they sank into."""
    for ends in _BETWEEN:
        parts = [moved[part] for part in ends]
        middle = parts[0] if len(parts) == 1 else np.add.reduce(parts) / len(parts)
        shape = middle.shape
        before = np.add.reduce([start[part] for part in ends]) / len(parts)
        push = np.zeros((middle.size // 3, 3))
        flat, old = middle.reshape(-1, 3), before.reshape(-1, 3)
        for hit in barrier(flat, time):
            slip = flat[hit.index] - old[hit.index] - hit.drift * step
            slip -= (slip * hit.normal).sum(1, keepdims=True) * hit.normal
            length = np.sqrt((slip * slip).sum(1))
            friction = float(np.sqrt(sheet.friction * hit.friction))
            grip = np.minimum(1.0, friction * hit.depth / np.maximum(length, 1e-12))
            lack = hit.depth - (push[hit.index] * hit.normal).sum(1)  # the last obstacle, the ground, wins
            push[hit.index] += np.maximum(lack, 0)[:, None] * hit.normal - grip[:, None] * slip
        if push.any():
            for part in parts:
                part += push.reshape(shape)


_ALL, _LOW, _HIGH = slice(None), slice(None, -1), slice(1, None)
_ROW, _NEXT_ROW, _COLUMN, _NEXT_COLUMN = (_LOW, _ALL), (_HIGH, _ALL), (_ALL, _LOW), (_ALL, _HIGH)
_FIRST, _MIDDLE, _LAST = slice(None, -2), slice(1, -1), slice(2, None)
_LINES = (
    ((_FIRST, _ALL), (_MIDDLE, _ALL), (_LAST, _ALL)),
    ((_ALL, _FIRST), (_ALL, _MIDDLE), (_ALL, _LAST)),
    ((_FIRST, _FIRST), (_MIDDLE, _MIDDLE), (_LAST, _LAST)),
    ((_FIRST, _LAST), (_MIDDLE, _MIDDLE), (_LAST, _FIRST)),
)
_BETWEEN: tuple[tuple[tuple[slice, slice], ...], ...] = (
    ((_ALL, _ALL),),
    ((_ALL, _LOW), (_ALL, _HIGH)),
    ((_LOW, _ALL), (_HIGH, _ALL)),
    ((_LOW, _LOW), (_LOW, _HIGH), (_HIGH, _LOW), (_HIGH, _HIGH)),
    ((_ALL, _ALL),),
)
"""Averages of which sub-grids must stay outside of obstacles. The particles come first: what then remains
is a chord that cuts an edge, where few neighbours share a push and full pushes do not add up. They come
last again: whatever else happens, no particle goes through the ground."""
