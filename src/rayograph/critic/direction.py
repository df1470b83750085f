"""Which way a thing moves in the picture: its displacement in space against the camera's axes."""

import numpy as np

from rayograph.core.intent import Direction
from rayograph.critic.finding import Finding, at_most, unmeasured
from rayograph.critic.reel import Reel
from rayograph.critic.tracks import track


def direction(claim: Direction, reel: Reel) -> Finding:
    """The angle between the farthest displacement from the start and the wanted heading [deg]."""
    wanted = f"{claim.subject} moves {claim.heading}, within {claim.tolerance_deg:g}°"
    if not reel.passes or reel.frames < 2:
        return unmeasured(wanted, "motion needs two frames or more with data passes")
    if not reel.share(claim.subject).any():
        return Finding(verdict="fail", wanted=wanted, note=f"{claim.subject} is not seen")
    tracked = track(reel, claim.subject)
    frames = np.flatnonzero(tracked.seen)
    if len(frames) < 2:
        return unmeasured(wanted, f"{claim.subject} is seen in one frame only")
    way = tracked.way - tracked.way[frames[0]]
    far = np.nan_to_num(np.linalg.norm(way, axis=1))
    t = int(far.argmax())
    if far[t] < 0.15 * tracked.size:
        return Finding(verdict="fail", wanted=wanted, value=None, frame=reel.numbers[t],
                       note=f"{claim.subject} hardly moves: {far[t]:.3f} m")  # fmt: skip
    axis = headings(reel, (int(frames[0]) + t) // 2)[claim.heading]
    off = float(np.degrees(np.arccos(np.clip(way[t] @ axis / far[t], -1, 1))))
    sure = float(np.clip(np.median(tracked.carried[frames]) / 20, 0.3, 1))
    return at_most(
        off, claim.tolerance_deg, unit="deg", wanted=wanted, frame=reel.numbers[t], confidence=sure
    )


def headings(reel: Reel, t: int) -> dict[str, np.ndarray]:
    """The picture's directions in the world: up is the world's, unless the camera looks steeply."""
    pose = reel.cameras[t].to_world
    right, down, forward = pose[:3, 0], pose[:3, 1], pose[:3, 2]
    up = -down
    if abs(forward[2]) < 0.87:
        up = np.array([0.0, 0.0, 1.0])
        forward = forward - forward[2] * up
        forward = forward / np.linalg.norm(forward)
    return {"left": -right, "right": right, "up": up, "down": -up, "near": -forward, "away": forward}
