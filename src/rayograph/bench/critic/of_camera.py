"""Faults of the camera: it does not move, moves where it should stand or the other way, has another lens."""

from dataclasses import replace

import numpy as np

from rayograph.bench.critic.stand import Stand
from rayograph.core.intent import CameraMove, Lens
from rayograph.core.plan import CameraKey, CameraPlan
from rayograph.world import glance

LONGER = 1.5
CLOSER = 0.25
"""Part of the way to its target that a camera goes that should stand."""


def other_move(stand: Stand) -> Stand | None:
    """A camera that should move stands, one that should stand comes closer."""
    claim = next((c for c in stand.claims if isinstance(c, CameraMove)), None)
    if claim is None:
        return None
    camera = stand.plan.camera
    first = camera.keys[0]
    if claim.move != "static":
        return _seen_by(stand, camera.model_copy(update={"keys": (first,), "handheld": 0.0}))
    position, target = np.array(first.position), np.array(first.target)
    near = tuple(float(x) for x in position + CLOSER * (target - position))
    last = first.model_copy(update={"time": stand.seconds, "position": near})
    return _seen_by(stand, camera.model_copy(update={"keys": (first, last)}))


def moves_back(stand: Stand) -> Stand | None:
    """A camera that should move goes the other way."""
    claim = next((c for c in stand.claims if isinstance(c, CameraMove) and c.move != "static"), None)
    camera = stand.plan.camera
    if claim is None or len(camera.keys) < 2:
        return None
    end = camera.keys[-1].time
    back = tuple(key.model_copy(update={"time": end - key.time}) for key in reversed(camera.keys))
    return _seen_by(stand, camera.model_copy(update={"keys": back}))


def other_lens(stand: Stand) -> Stand | None:
    """The focal length is another, from the same place."""
    if not any(isinstance(c, Lens) for c in stand.claims):
        return None
    camera = stand.plan.camera

    def longer(key: CameraKey) -> CameraKey:
        return key.model_copy(update={"focal_mm": key.focal_mm * LONGER})

    return _seen_by(stand, camera.model_copy(update={"keys": tuple(longer(key) for key in camera.keys)}))


def _seen_by(stand: Stand, camera: CameraPlan) -> Stand:
    plan = stand.shot.world.plan.model_copy(update={"camera": camera})
    return replace(stand, shot=glance.rehung(stand.shot, plan))
