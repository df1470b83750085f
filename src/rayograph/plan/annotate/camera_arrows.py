"""An arrow for the camera: which move by its words, which way and how far by the arrow."""

import re

import numpy as np

from rayograph.core.catalogue import set_kind
from rayograph.core.intent import CameraMove
from rayograph.core.plan import CameraKey, ShotPlan
from rayograph.core.time import parse_rate
from rayograph.plan.annotate.drawn import Drawn
from rayograph.plan.annotate.mark import Arrow
from rayograph.plan.moves import kept_inside
from rayograph.plan.stage import Stage

_MOVES = (
    ("push in", r"push(?:es)? in|dolly in|move in|closer|forwards?"),
    ("pull back", r"pull(?:s)? (?:back|out)|dolly (?:back|out)|move (?:back|out)|backwards?"),
    ("zoom out", r"zoom out"), ("zoom in", r"zoom"), ("orbit", r"orbit|arc"), ("pan", r"pan"),
    ("tilt", r"tilt"), ("crane", r"crane|boom|pedestal|jib"), ("truck", r"truck|track|slide|dolly|crab"),
)  # fmt: skip
_CLAIMS = {"push in": "push_in", "pull back": "pull_out", "zoom in": "zoom_in", "zoom out": "zoom_out"}
_LEAST, _MOST = 0.12, 0.6
"""Parts of the frame: shorter and longer arrows count as these."""
_ORBIT_DEG = 80.0
"""What an arrow across the whole frame would orbit."""
_KEYS = 5
"""Of an orbit, whose way is round."""


def camera_move(plan: ShotPlan, arrow: Arrow, words: str) -> Drawn:
    """The plan whose camera moves as an arrow says; it starts where it stood."""
    aspect = plan.format.width / plan.format.height
    dx, dy = np.subtract(arrow.points[-1], arrow.points[0])
    level = abs(dx) * aspect >= abs(dy)
    far = float(np.clip(np.hypot(dx, dy / aspect), _LEAST, _MOST))
    move = next((name for name, said in _MOVES if re.search(rf"\b(?:{said})\b", words, re.I)), None)
    move = move or ("truck" if level else "crane")
    way = 1.0 if (dx > 0 if move in ("truck", "pan", "orbit") else dy < 0) else -1.0
    name = move
    if move in ("truck", "pan", "orbit"):
        name = f"{move} {'right' if way > 0 else 'left'}"
    elif move in ("crane", "tilt"):
        name = f"{move} {'up' if way > 0 else 'down'}"
    first = plan.camera.keys[0]
    whole = plan.format.frames / float(parse_rate(plan.format.fps))
    start, end = arrow.start or 0.0, arrow.end if arrow.end is not None else whole
    parts = np.linspace(0, 1, _KEYS if move == "orbit" else 2)
    keys = tuple(
        _moved(first, move, way, far * float(part), plan).model_copy(
            update={"time": round(start + float(part) * max(end - start, 0.04), 4)}
        )
        for part in parts
    )
    camera = plan.camera.model_copy(update={"move": name, "keys": keys})
    claim = CameraMove.model_validate({"move": _CLAIMS.get(name, name.replace(" ", "_"))})
    return Drawn(plan=plan.model_copy(update={"camera": camera}), claims=(claim,), meaning=f"camera: {name}")


def _moved(key: CameraKey, move: str, way: float, far: float, plan: ShotPlan) -> CameraKey:
    """The key at which a move ends; `far` is the arrow's length as a part of the frame's width."""
    eye, aim = np.array(key.position), np.array(key.target)
    line = aim - eye
    distance = float(np.linalg.norm(line))
    ahead = line / distance
    right = np.cross(ahead, [0.0, 0.0, 1.0])
    right = right / np.linalg.norm(right) if np.linalg.norm(right) > 1e-4 else np.array([1.0, 0.0, 0.0])
    wide = distance * plan.camera.sensor_width_mm / key.focal_mm
    focal = key.focal_mm
    if move == "push in":
        eye = eye + far * line
    elif move == "pull back":
        eye = eye - far / (1 - far) * line
    elif move == "truck":
        eye, aim = eye + way * far * wide * right, aim + 0.5 * way * far * wide * right
    elif move == "crane":
        eye = eye + [0.0, 0.0, way * far * wide]
    elif move == "pan":
        aim = aim + way * far * wide * right
    elif move == "tilt":
        aim = aim + way * far * wide * np.cross(right, ahead)
    elif move == "orbit":
        eye = aim - _turned(line, np.radians(way * far * _ORBIT_DEG))
    elif move == "zoom in":
        focal = focal / (1 - far)
    else:
        focal = focal * (1 - far)
    eye = kept_inside(eye, aim, _stage(plan))
    x, y, z = (round(float(v), 4) for v in eye)
    tx, ty, tz = (round(float(v), 4) for v in aim)
    return key.model_copy(update={"position": (x, y, z), "target": (tx, ty, tz),
                                  "focal_mm": round(float(np.clip(focal, 8, 400)), 2)})  # fmt: skip


def _turned(line: np.ndarray, angle: float) -> np.ndarray:
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]]) @ line


def _stage(plan: ShotPlan) -> Stage:
    """What the set allows the camera."""
    kind = set_kind(plan.set.kind)
    x, y, _ = kind.stages.get(plan.set.stage, (0.7, 0.45, 0.0))
    usual = kind.camera.get(plan.set.stage, (1.25, 0.34))
    return Stage(kind=kind, name=plan.set.stage, surface=None, surface_colour=None, half=(x, y), camera=usual,
                 model=False)  # fmt: skip
