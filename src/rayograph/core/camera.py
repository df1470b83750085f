"""The camera at an instant: OpenCV axes (x right, y down, z forward), camera-to-world, metres, pixels."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float
from scipy.interpolate import PchipInterpolator

from rayograph.core.plan import CameraPlan, Format

METER_K = 12.5
"""Reflected-light meter constant K [cd·m⁻²·s·lx⁻¹] (ISO 2720)."""


@dataclass(frozen=True, kw_only=True)
class Camera:
    """A pinhole with a lens in front: pose, focal length in pixels, and what depth of field needs."""

    to_world: Float[np.ndarray, "4 4"]
    focal_px: float
    width: int
    height: int
    focal_mm: float
    f_stop: float
    focus_m: float

    @property
    def aperture_m(self) -> float:
        """Radius of the entrance pupil [m]: focal length over twice the f-stop."""
        return self.focal_mm / self.f_stop / 2000.0


def exposure_scale(ev: float) -> float:
    """Pixel value per cd/m² at exposure value `ev` (EV at ISO 100).

    A meter with constant K places a luminance of K·2^EV/100 on middle grey, here 0.18.
    """
    return float(0.18 * 100.0 / (METER_K * 2.0**ev))


def look_at(position: np.ndarray, target: np.ndarray, roll_deg: float = 0.0) -> Float[np.ndarray, "4 4"]:
    """Camera-to-world of an OpenCV camera at `position` [m] that looks at `target` with +Z up."""
    forward = target - position
    forward = forward / np.linalg.norm(forward)
    up = np.array([0.0, 0.0, 1.0]) if abs(forward[2]) < 0.9999 else np.array([0.0, 1.0, 0.0])
    right = np.cross(forward, up)
    right /= np.linalg.norm(right)
    down = np.cross(forward, right)
    roll = np.deg2rad(roll_deg)
    pose = np.eye(4)
    pose[:3, 0] = np.cos(roll) * right + np.sin(roll) * down
    pose[:3, 1] = np.cos(roll) * down - np.sin(roll) * right
    pose[:3, 2], pose[:3, 3] = forward, position
    return pose


def _shake(time: float, amount: float) -> np.ndarray:
    """Handheld sway [m]: a few incommensurate sines, the same for every run."""
    phases = np.array([[0.31, 1.7], [0.53, 4.1], [0.19, 2.6]])
    slow = np.sin(2 * np.pi * phases[:, 0] * time + phases[:, 1])
    quick = 0.25 * np.sin(2 * np.pi * (phases[:, 0] * 4.7 + 0.6) * time + 3 * phases[:, 1])
    return 0.012 * amount * (slow + quick)


def focus_weights(plan: CameraPlan, time: float) -> dict[str, float]:
    """Cast members in focus at `time` [s] with their parts in the point of focus; they add up to 1.

    Empty where the focus is a distance or on the key's target.
    """
    pulls = plan.focus_keys
    if not pulls:
        return {plan.focus: 1.0} if isinstance(plan.focus, str) else {}
    if time <= pulls[0].time or len(pulls) == 1:
        return {pulls[0].member: 1.0}
    after = next((k for k, key in enumerate(pulls) if key.time > time), len(pulls))
    if after == len(pulls) or pulls[after].member == pulls[after - 1].member:
        return {pulls[after - 1].member: 1.0}
    first, second = pulls[after - 1], pulls[after]
    along = (time - first.time) / (second.time - first.time)
    part = along * along * (3 - 2 * along)
    return {first.member: 1 - part, second.member: part}


def camera_at(
    plan: CameraPlan, shot: Format, time: float, *, focus_point: np.ndarray | None = None
) -> Camera:
    """The camera of a plan at `time` [s].

    Args:
        focus_point: world position [m] in focus, where `focus_weights` names members: their weighted mean.
    """
    keys = plan.keys
    times = np.array([key.time for key in keys])
    rows = np.array([[*key.position, *key.target, key.roll_deg, key.focal_mm] for key in keys])
    if len(keys) == 1:
        row = rows[0]
    else:
        along = float(np.clip((time - times[0]) / (times[-1] - times[0]), 0, 1))
        if plan.ease:
            along = along * along * (3 - 2 * along)
        row = PchipInterpolator(times, rows, axis=0)(times[0] + along * (times[-1] - times[0]))
    sway = _shake(time, plan.handheld)
    position = row[:3] + sway * max(0.3, float(np.linalg.norm(row[3:6] - row[:3])) * 0.5)
    pose = look_at(position, row[3:6], float(row[6]))
    held = bool(plan.focus_keys) or isinstance(plan.focus, str)
    aim = focus_point if held and focus_point is not None else row[3:6]
    distance = float((aim - position) @ pose[:3, 2])
    said = 0.0 if held or isinstance(plan.focus, str) else plan.focus
    return Camera(
        to_world=pose,
        focal_px=float(row[7]) / plan.sensor_width_mm * shot.width,
        width=shot.width,
        height=shot.height,
        focal_mm=float(row[7]),
        f_stop=plan.f_stop,
        focus_m=said if said > 0 else max(distance, 0.05),
    )


def project(camera: Camera, points: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "n 3"]:
    """World points [m] to (column, row, depth): pixels with (0, 0) at the top-left corner, planar Z [m]."""
    local = (points - camera.to_world[:3, 3]) @ camera.to_world[:3, :3]
    depth = local[:, 2:3]
    safe = np.where(np.abs(depth) < 1e-9, 1e-9, depth)
    centre = np.array([camera.width / 2, camera.height / 2])
    return np.concatenate([local[:, :2] / safe * camera.focal_px + centre, depth], axis=1)
