"""How the camera moves, from its poses: which of its motions is the greatest, as a part of the subject's
distance or in radians, what only keeps the aim apart."""

from dataclasses import dataclass

import numpy as np

from rayograph.core.camera import project
from rayograph.core.frame import SKY_DEPTH
from rayograph.core.intent import CameraMove
from rayograph.critic.finding import Finding, at_least, at_most, unmeasured
from rayograph.critic.reel import Reel
from rayograph.critic.tracks import cast, track

LEAST = 0.05
"""A move is seen from here: a 20th of the distance, or 2.9°."""
STILL = 0.04
"""What a hand sways is less: the sway of `core.camera` spans 0.02 to 0.03."""
WAYS = {
    "push_in": ("push", 1), "pull_out": ("push", -1), "truck_right": ("truck", 1),
    "truck_left": ("truck", -1), "crane_up": ("crane", 1), "crane_down": ("crane", -1),
    "pan_right": ("pan", 1), "pan_left": ("pan", -1), "tilt_up": ("tilt", 1), "tilt_down": ("tilt", -1),
    "orbit_right": ("orbit", 1), "orbit_left": ("orbit", -1), "zoom_in": ("zoom", 1),
    "zoom_out": ("zoom", -1),
}  # fmt: skip
BESIDE = {
    "push": ("truck", "crane", "zoom"), "truck": ("push", "crane", "zoom", "orbit"),
    "crane": ("push", "truck", "zoom"), "pan": ("push", "truck", "crane", "zoom", "tilt"),
    "tilt": ("push", "truck", "crane", "zoom", "pan"), "orbit": ("crane", "zoom"),
    "zoom": ("push", "truck", "crane"),
}  # fmt: skip
"""What may not be greater than the move, or half as great as a turn: an aim that is kept turns the camera."""


@dataclass(frozen=True)
class Motions:
    """From the first frame to the last. push, truck, crane: parts of the distance; pan, tilt, orbit: radians
    to the right, up, to the right about the subject; zoom: logarithm of the focal lengths' ratio."""

    push: float
    truck: float
    crane: float
    pan: float
    tilt: float
    orbit: float
    zoom: float


def camera_move(claim: CameraMove, reel: Reel) -> Finding:
    """The wanted motion's amount; passes where it is seen and nothing else is greater."""
    wanted = f"the camera: {claim.move.replace('_', ' ')}"
    if reel.frames < 2:
        return unmeasured(wanted, "one frame shows no camera move")
    if any(not np.isfinite(camera.to_world).all() for camera in reel.cameras):
        return unmeasured(wanted, "the frames do not say where the camera stands")
    if claim.move == "follow":
        return _follows(wanted, reel)
    seen = motions(reel)
    greatest = max((name for name in vars(seen)), key=lambda name: abs(getattr(seen, name)))
    told = f"greatest of its motions: {greatest} {getattr(seen, greatest):+.2f}"
    last = reel.numbers[-1]
    if claim.move == "static":
        return at_most(_roaming(reel), STILL, unit="of the distance", wanted=f"{wanted}, within {STILL}",
                       frame=last, note=told)  # fmt: skip
    name, sign = WAYS[claim.move]
    value = sign * getattr(seen, name)
    weight = 2.0 if name in ("pan", "tilt") else 0.75
    rival = weight * max(abs(getattr(seen, other)) for other in BESIDE[name])
    rival = np.inf if name == "truck" and seen.orbit else rival
    note = told if value >= LEAST else f"it does not, by more than {LEAST}; {told}"
    if value >= LEAST and rival > value:
        return Finding(verdict="fail", value=round(value, 4), unit="of the distance", wanted=wanted,
                       frame=last, margin=round(value / rival - 1, 3), confidence=0.8, note=told)  # fmt: skip
    return at_least(value, LEAST, unit="rad" if name in ("pan", "tilt", "orbit") else "of the distance",
                    wanted=f"{wanted}, by {LEAST} or more", frame=last, note=note)  # fmt: skip


def motions(reel: Reel) -> Motions:
    """All motions of the camera, from the first frame to the last."""
    first, last = reel.cameras[0], reel.cameras[-1]
    distance = subject_distance(reel)
    a, b = first.to_world[:3, 2], last.to_world[:3, 2]
    shift = (last.to_world[:3, 3] - first.to_world[:3, 3]) / distance
    line = (a + b) / max(float(np.linalg.norm(a + b)), 1e-9)
    right = first.to_world[:3, 0] + last.to_world[:3, 0]
    right = right / max(float(np.linalg.norm(right)), 1e-9)
    rest = shift - (shift @ line) * line
    steep = max(abs(a[2]), abs(b[2])) > 0.98
    pan = 0.0 if steep else float(np.angle(np.exp(1j * (np.arctan2(a[1], a[0]) - np.arctan2(b[1], b[0])))))
    tilt = float(np.arcsin(np.clip(b[2], -1, 1)) - np.arcsin(np.clip(a[2], -1, 1)))
    truck = float(rest @ right)
    # About a subject: the turn keeps it in the middle while the camera goes sideways.
    about = truck * -pan > 0 and abs(pan) > 0.08 and 0.6 < abs(truck) / (2 * np.sin(abs(pan) / 2)) < 1.45
    return Motions(
        push=float(shift @ line), truck=truck, crane=float(rest[2] / max(1e-3, np.hypot(line[0], line[1]))),
        pan=pan, tilt=tilt, orbit=-pan if about else 0.0, zoom=float(np.log(last.focal_px / first.focal_px)),
    )  # fmt: skip


def subject_distance(reel: Reel) -> float:
    """Distance of what the camera looks at [m]: the cast in the middle of the frame, else whatever is there,
    else the focus."""
    height, width = reel.size
    t = reel.frames // 2
    middle = np.s_[t, height // 5 : -(height // 5) or None, width // 5 : -(width // 5) or None]
    depth = reel.depth[middle]
    seen = depth < 0.5 * SKY_DEPTH
    mine = np.isin(reel.ids[middle], [reel.names.index(name) for name in cast(reel)]) & seen
    for found in (mine, seen):
        if found.sum() >= 20:
            return max(float(np.median(depth[found])), 1e-3)
    return max(float(reel.cameras[t].focus_m), 1e-3)


def _roaming(reel: Reel) -> float:
    """The farthest that the camera gets from its first pose: parts of the distance plus what the turn does
    not keep of the aim, and the zoom."""
    distance = subject_distance(reel)
    first = reel.cameras[0]
    aim = first.to_world[:3, 3] + distance * first.to_world[:3, 2]
    far = 0.0
    for camera in reel.cameras[1:]:
        shift = float(np.linalg.norm(camera.to_world[:3, 3] - first.to_world[:3, 3])) / distance
        at = camera.to_world[:3, 3] + distance * camera.to_world[:3, 2]
        zoom = abs(float(np.log(camera.focal_px / first.focal_px)))
        far = max(far, shift, float(np.linalg.norm(at - aim)) / distance, zoom)
    return far


def _follows(wanted: str, reel: Reel) -> Finding:
    """The part of the fastest thing's way across the picture that the camera takes away."""
    best: tuple[float, float, str] | None = None
    for name in cast(reel):
        tracked = track(reel, name)
        frames = np.flatnonzero(tracked.seen)
        if len(frames) < 2:
            continue
        a, b = frames[0], frames[-1]
        ends = np.stack([tracked.way[a], tracked.way[b]])
        far = float(np.linalg.norm(ends[1] - ends[0]))
        still = project(reel.cameras[a], ends)[:, :2]
        seen = (tracked.middle[b] - tracked.middle[a]) * [reel.size[1], reel.size[0]]
        kept = 1 - float(np.linalg.norm(seen)) / max(float(np.linalg.norm(still[1] - still[0])), 1e-6)
        if best is None or far > best[0]:
            best = (far, kept, name)
    if best is None or best[0] < 0.05:
        return unmeasured(wanted, "nothing moves that could be followed")
    return at_least(best[1], 0.3, unit="of the way", wanted=f"{wanted}: it goes along with what moves",
                    frame=reel.numbers[-1], confidence=0.7,
                    note=f"what moves farthest: {best[2]}")  # fmt: skip
