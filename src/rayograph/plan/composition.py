"""Judge a take before it is shot: where things fall in the frame, what hides what, what is cut off."""

import numpy as np
from jaxtyping import Float

from rayograph.core.plan import CameraKey, CameraPlan
from rayograph.plan.blocking import Blocked
from rayograph.plan.casting import Actor

SENSOR_MM = 36.0
MARGIN = 0.03
"""Part of the frame's width and height that should stay free at each edge."""
Points = Float[np.ndarray, "n 3"]


def corners(actor: Actor, position: tuple[float, float, float]) -> Float[np.ndarray, "8 3"]:
    """Corners of the box around a thing that stands at `position`, whatever its yaw [m]."""
    w, d, h = actor.size
    r = max(w, d) / 2
    unit = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (0, 1)], float)
    return unit * [r if w >= d else w / 2 * 1.1, r, h] + position


def on_screen(
    points: Points, position: np.ndarray, target: np.ndarray, focal: float, aspect: float
) -> Float[np.ndarray, "n 3"]:
    """Column and row as parts of the frame (0, 0 top left, 1, 1 bottom right) and depth [m]."""
    forward = np.asarray(target, float) - position
    forward = forward / np.linalg.norm(forward)
    right = np.cross(forward, [0.0, 0.0, 1.0]) if abs(forward[2]) < 0.9999 else np.array([1.0, 0.0, 0.0])
    right = right / np.linalg.norm(right)
    up = np.cross(right, forward)
    local = (points - position) @ np.stack([right, up, forward], 1)
    depth = np.maximum(local[:, 2], 1e-3)
    column = 0.5 + local[:, 0] / depth * focal / SENSOR_MM
    row = 0.5 - local[:, 1] / depth * focal / SENSOR_MM * aspect
    return np.stack([column, row, local[:, 2]], 1)


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


def faults_of_take(
    actors: list[Actor], blocked: Blocked, camera: CameraPlan, aspect: float, hero: int
) -> float:
    """A sum of faults: the hero or the others hidden or cut off, the event out of frame, a lopsided frame.

    0 is a faultless frame; the first and the last key count alike.
    """
    total = 0.0
    if not actors:
        return 0.0
    held = _held(actors, blocked)
    for key in {camera.keys[0], camera.keys[-1]}:
        boxes = [
            _seen_by(key, corners(actor, spot.position), aspect)
            for actor, spot in zip(actors, blocked.spots, strict=True)
        ]
        for i in held:
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
            total += weight * (_hidden(boxes[i], near) + 0.8 * _outside(boxes[i])) / max(1, len(held)) ** 0.5
        if blocked.seen:
            seen = _seen_by(key, np.array(blocked.seen), aspect)
            lost = (np.abs(seen[:, :2] - 0.5) > 0.5 - MARGIN).any(1) | (seen[:, 2] < 0)
            total += 2.0 * float(lost.mean())
        if hero in held:
            middle = boxes[hero][:, 0].mean()
            total += 0.5 * abs(abs(float(middle) - 0.5) - 0.13)
        weights = np.array([np.prod(np.ptp(b[:, :2], axis=0)) for b in boxes])
        balance = float((weights * [b[:, 0].mean() for b in boxes]).sum() / max(weights.sum(), 1e-9))
        total += 0.8 * max(0.0, abs(balance - 0.5) - 0.12)
    return total


def _held(actors: list[Actor], blocked: Blocked) -> list[int]:
    """Indices of the things that the frame must hold where they stand: all but what comes from outside."""
    coming = {e.object for e in blocked.events if e.kind == "drive"}
    coming |= {e.object for e in blocked.events if e.kind == "launch" and e.style != "spin"}
    return [i for i, actor in enumerate(actors) if actor.member.id not in coming]
