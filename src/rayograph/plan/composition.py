"""Judge a take before it is shot: where things fall in the frame, what hides what, what is cut off."""

import math
from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from rayograph.core.plan import CameraKey, CameraPlan
from rayograph.plan.blocking import Blocked
from rayograph.plan.casting import Actor
from rayograph.plan.ceiling import SEEN_M

SENSOR_MM = 36.0
MARGIN = 0.03
"""Part of the frame's width and height that should stay free at each edge."""
Points = Float[np.ndarray, "n 3"]


def corners(actor: Actor, position: tuple[float, float, float]) -> Float[np.ndarray, "8 3"]:
    """Corners of the box around a thing that stands at `position`, whatever its yaw [m]."""
    w, d, h = actor.size
    h = min(h, SEEN_M.get(actor.member.kind, h))
    r = max(w, d) / 2
    unit = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (0, 1)], float)
    return unit * [r if w >= d else w / 2 * 1.1, r, h] + position


def axes(position: np.ndarray, target: np.ndarray) -> Float[np.ndarray, "3 3"]:
    """Right, up and forward of a camera as columns; one that looks straight down has +X to its right.

    In plain numbers: a plan asks this thousands of times, and NumPy's cross product is slow on one vector.
    """
    x, y, z = (float(b) - float(a) for a, b in zip(position, target, strict=True))
    length = math.sqrt(x * x + y * y + z * z)
    x, y, z = x / length, y / length, z / length
    across = math.hypot(x, y)
    a, b = (y / across, -x / across) if abs(z) < 0.9999 else (1.0, 0.0)
    return np.array([[a, b * z, x], [b, -a * z, y], [0.0, a * y - b * x, z]])


def on_screen(
    points: Points, position: np.ndarray, target: np.ndarray, focal: float, aspect: float
) -> Float[np.ndarray, "n 3"]:
    """Column and row as parts of the frame (0, 0 top left, 1, 1 bottom right) and depth [m]."""
    local = (points - position) @ axes(position, target)
    depth = np.maximum(local[:, 2], 1e-3)
    column = 0.5 + local[:, 0] / depth * focal / SENSOR_MM
    row = 0.5 - local[:, 1] / depth * focal / SENSOR_MM * aspect
    return np.stack([column, row, local[:, 2]], 1)


def holding(
    points: Points, aim: np.ndarray, position: np.ndarray, focal: float, aspect: float, margin: float = MARGIN
) -> np.ndarray:
    """The aim turned no farther than it takes to hold an event from its start to its end."""
    for _ in range(3):
        at = on_screen(points, position, aim, focal, aspect)[:, :2]
        over = np.maximum(at.max(0) - (1 - margin), 0.0) - np.maximum(margin - at.min(0), 0.0)
        both = (at.max(0) > 1 - margin) & (at.min(0) < margin)
        over = np.where(both, (at.max(0) + at.min(0)) / 2 - 0.5, over)
        if np.abs(over).max() < 0.004:
            break
        right, up, _ = axes(position, aim).T
        wide = float(np.linalg.norm(aim - position)) * SENSOR_MM / focal
        aim = aim + over[0] * wide * right - over[1] * wide / aspect * up
    return np.asarray(aim)


def distance_for(box: Points, heading: np.ndarray, focal: float, aspect: float, fill: float) -> float:
    """Least distance [m] along `heading` at which the box fills `fill` of the frame's width or height."""
    target = (box.min(0) + box.max(0)) / 2
    local = (box - target) @ axes(heading, np.zeros(3))
    half_w = SENSOR_MM / 2 / focal * fill
    half_h = half_w / aspect * min(1.35, 0.95 / fill)
    half_w *= min(1.35, 0.95 / fill)
    need = np.maximum(np.abs(local[:, 0]) / half_w, np.abs(local[:, 1]) / half_h) - local[:, 2]
    return float(max(need.max(), 0.1))


def _seen_by(key: CameraKey, points: Points, aspect: float) -> Float[np.ndarray, "n 3"]:
    return on_screen(points, np.array(key.position), np.array(key.target), key.focal_mm, aspect)


def _outside(at: Float[np.ndarray, "n 3"]) -> float:
    """How much of a thing's extent on the screen lies beyond the frame's margins, 0..1."""
    low, high = at[:, :2].min(0), at[:, :2].max(0)
    inside = np.clip(np.minimum(high, 1 - MARGIN) - np.maximum(low, MARGIN), 0, None)
    whole = np.maximum(high - low, 1e-6)
    return float(1.0 - np.prod(inside / whole)) if at[:, 2].min() > 0.02 else 1.0


def _hidden(me: Float[np.ndarray, "n 3"], others: list[Float[np.ndarray, "m 3"]]) -> float:
    """How much of a thing's box on the screen nearer things may hide, 0..1."""
    low, high = me[:, :2].min(0), me[:, :2].max(0)
    u, v = np.meshgrid(np.linspace(low[0], high[0], 9), np.linspace(low[1], high[1], 9))
    covered = np.zeros(u.shape, bool)
    for other in others:
        if other[:, 2].mean() < me[:, 2].mean():
            (a, b), (c, d) = other[:, :2].min(0), other[:, :2].max(0)
            covered |= (u > a) & (u < c) & (v > b) & (v < d)
    return float(covered.mean())


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What the ends of the move must hold: actor indices, or None for all; and the hero's least share."""

    first: frozenset[int] | None = None
    last: frozenset[int] | None = None
    share: float = 0.05


def faults_of_take(
    actors: list[Actor],
    blocked: Blocked,
    camera: CameraPlan,
    aspect: float,
    hero: int,
    wanted: Wanted | None = None,
) -> float:
    """A sum of faults: the hero or the others hidden, cut off or tiny, the event lost, a lopsided frame.

    0 is a faultless frame; the first, the middle and the last moment count alike. A camera that passes
    through a thing is worse than any of these.
    """
    if not actors:
        return 0.0
    wanted = wanted or Wanted()
    free = wanted.first is None and wanted.last is None
    held = _held(actors, blocked)
    total = 4.0 * _passes_through(camera, actors, blocked)
    moments = _moments(camera)
    for number, key in enumerate(moments):
        end = number == len(moments) - 1
        only = (wanted.last if end else wanted.first) if len(moments) > 1 else None
        if 0 < number and not end and not free:
            continue  # between two things the frame may be anywhere
        boxes = [
            _seen_by(key, corners(actor, spot.position), aspect)
            for actor, spot in zip(actors, blocked.spots, strict=True)
        ]
        shown = held if only is None else [i for i in held if i in only]
        total += _faults_of_frame(actors, blocked, boxes, shown, hero)
        if blocked.seen:
            total += 2.0 * _lost(key, np.array(blocked.seen), boxes, aspect)
        if hero in shown:
            of_thing = np.concatenate([boxes[i] for i in shown if actors[i].thing == actors[hero].thing])
            total += 2.0 * max(0.0, 1.0 - _share(of_thing) / wanted.share)
            several = sum(actors[i].thing == actors[hero].thing for i in shown) > 2
            middle = of_thing[:, 0].min() + of_thing[:, 0].max() if several else 2 * boxes[hero][:, 0].mean()
            total += 0.5 * abs(abs(float(middle) / 2 - 0.5) - (0.0 if several else 0.13))
        if only is None:
            weights = np.array([np.prod(np.ptp(b[:, :2], axis=0)) for b in boxes])
            balance = float((weights * [b[:, 0].mean() for b in boxes]).sum() / max(weights.sum(), 1e-9))
            total += 0.8 * max(0.0, abs(balance - 0.5) - 0.12)
    return total


def _faults_of_frame(
    actors: list[Actor],
    blocked: Blocked,
    boxes: list[Float[np.ndarray, "n 3"]],
    shown: list[int],
    hero: int,
) -> float:
    """What of the things that a frame should show is hidden or cut off."""
    total = 0.0
    for i in shown:
        # A carrier holds what lies in it, and a tower its own parts: they do not hide each other.
        near = [
            boxes[k]
            for k in range(len(boxes))
            if k != i
            and actors[k].thing != actors[i].thing
            and blocked.spots[i].on != actors[k].member.id
            and blocked.spots[k].on != actors[i].member.id
        ]
        weight = 4.0 if i == hero else (0.4 if actors[i].member.words == "" else 1.2)
        total += weight * (_hidden(boxes[i], near) + 0.8 * _outside(boxes[i])) / max(1, len(shown)) ** 0.5
    return total


def _moments(camera: CameraPlan) -> list[CameraKey]:
    """The first, a middle and the last key; between two keys the middle is halfway."""
    keys = camera.keys
    if len(keys) == 1:
        return [keys[0]]
    if len(keys) > 2:
        return [keys[0], keys[len(keys) // 2], keys[-1]]
    return [keys[0], _between(keys[0], keys[1], 0.5), keys[1]]


def _between(a: CameraKey, b: CameraKey, part: float) -> CameraKey:
    rows = np.array([[*k.position, *k.target, k.focal_mm] for k in (a, b)])
    row = (1 - part) * rows[0] + part * rows[1]
    x, y, z, u, v, w, focal = (float(value) for value in row)
    return CameraKey(time=a.time, position=(x, y, z), target=(u, v, w), focal_mm=focal)


def _passes_through(camera: CameraPlan, actors: list[Actor], blocked: Blocked) -> float:
    """Part of the camera's way that lies inside the boxes of things that stand."""
    if len(camera.keys) == 1:
        ways = np.array([camera.keys[0].position])
    else:
        ways = np.concatenate(
            [
                np.linspace(a.position, b.position, 9)
                for a, b in zip(camera.keys, camera.keys[1:], strict=False)
            ]
        )
    inside = np.zeros(len(ways), bool)
    for i in _held(actors, blocked):
        box = corners(actors[i], blocked.spots[i].position)
        inside |= ((ways > box.min(0) - 0.02) & (ways < box.max(0) + 0.02)).all(1)
    return float(inside.mean())


def _share(at: Float[np.ndarray, "n 3"]) -> float:
    """Part of the frame that a thing's box on the screen covers."""
    low, high = np.clip(at[:, :2].min(0), 0, 1), np.clip(at[:, :2].max(0), 0, 1)
    return float(np.prod(high - low)) if at[:, 2].min() > 0.02 else 0.0


def _lost(key: CameraKey, points: Points, boxes: list[Float[np.ndarray, "n 3"]], aspect: float) -> float:
    """Part of the event's points that are out of frame, or behind something that stands nearer."""
    seen = _seen_by(key, points, aspect)
    lost = (np.abs(seen[:, :2] - 0.5) > 0.5 - MARGIN).any(1) | (seen[:, 2] < 0)
    for box in boxes:
        (a, b), (c, d) = box[:, :2].min(0), box[:, :2].max(0)
        within = (seen[:, 0] > a) & (seen[:, 0] < c) & (seen[:, 1] > b) & (seen[:, 1] < d)
        # What is inside a box belongs to it; what is behind it is hidden.
        lost |= within & (seen[:, 2] > box[:, 2].max())
    return float(lost.mean())


def _held(actors: list[Actor], blocked: Blocked) -> list[int]:
    """Indices of the things that the frame must hold where they stand: all but what comes from outside."""
    coming = {e.object for e in blocked.events if e.kind == "drive"}
    coming |= {e.object for e in blocked.events if e.kind == "launch" and e.style != "spin"}
    return [i for i, actor in enumerate(actors) if actor.member.id not in coming]
