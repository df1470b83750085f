"""Camera moves that an edit may ask for in place of the old one: orbit, pan, truck, crane."""

import numpy as np

from rayograph.core.plan import CameraKey

ORBIT_DEG = 35.0
PAN_DEG = 18.0
SIDEWAYS = 0.35
"""Way of a truck or crane, in parts of the distance to the target."""
KEYS = 5
MOVES = {
    "orbit": "orbit(?:s|ing)?|arc|circle", "pan": "pan(?:s|ning)?", "truck": "truck|track|slide|dolly",
    "crane": "crane|boom|jib|pedestal",
}  # fmt: skip


def travelled(first: CameraKey, move: str, way: str, seconds: float) -> tuple[CameraKey, ...]:
    """Keys of a move from where the shot opens. way: left, right, up or down."""
    position, target = np.array(first.position), np.array(first.target)
    away = target - position
    right = np.array([away[1], -away[0], 0.0]) / max(float(np.hypot(away[0], away[1])), 1e-6)
    sign = 1.0 if way in ("right", "up") else -1.0
    reach = sign * SIDEWAYS * float(np.linalg.norm(away))
    keys = []
    for part in np.linspace(0, 1, KEYS if move == "orbit" else 2):
        at, aim = position, target
        if move == "orbit":
            at = target + _turned(position - target, sign * part * ORBIT_DEG)
        elif move == "pan":
            aim = position + _turned(away, -sign * part * PAN_DEG)
        elif move == "truck":
            at, aim = position + part * reach * right, target + part * reach * right
        else:
            at = position + part * np.array([0.0, 0.0, max(reach, 0.05 - position[2])])
        keys.append(first.model_copy(update={
            "time": round(float(part) * seconds, 4), "position": _rounded(at), "target": _rounded(aim),
        }))  # fmt: skip
    return tuple(keys)


def _turned(arm: np.ndarray, degrees: float) -> np.ndarray:
    c, s = np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))
    return np.array([c * arm[0] - s * arm[1], s * arm[0] + c * arm[1], arm[2]])


def _rounded(at: np.ndarray) -> tuple[float, float, float]:
    return round(float(at[0]), 4), round(float(at[1]), 4), round(float(at[2]), 4)
