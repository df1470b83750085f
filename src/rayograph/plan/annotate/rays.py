"""From a place in the picture to a place in the world, and back; and how large a thing is in the picture."""

import numpy as np
from jaxtyping import Float

from rayograph.core.camera import Camera, camera_at, project
from rayograph.core.catalogue import cast_kind
from rayograph.core.plan import CastMember, ShotPlan
from rayograph.core.time import parse_rate
from rayograph.plan.annotate.mark import Spot

Place = Float[np.ndarray, "3"]
_FARTHEST = 300.0
"""What is met farther away than this [m] is the horizon."""


def seconds_of(plan: ShotPlan) -> float:
    """Time of the last frame [s]; a shot of one frame counts as one frame long."""
    return max(plan.format.frames - 1, 1) / float(parse_rate(plan.format.fps))


def camera_of(plan: ShotPlan, part: float) -> Camera:
    """The camera at a part of the shot, 0 its first frame, 1 its last."""
    steady = plan.camera.model_copy(update={"handheld": 0.0})
    return camera_at(steady, plan.format, part * seconds_of(plan))


def ray(camera: Camera, at: Spot) -> Place:
    """Way of the ray through a place of the picture; 1 m of it is 1 m of depth."""
    local = np.array([(at[0] - 0.5) * camera.width, (at[1] - 0.5) * camera.height, camera.focal_px])
    return np.asarray(camera.to_world[:3, :3] @ (local / camera.focal_px))


def on_level(camera: Camera, at: Spot, z: float) -> Place | None:
    """Where the ray through a place meets the level `z` [m]; None at the horizon and above it."""
    eye, way = camera.to_world[:3, 3], ray(camera, at)
    depth = (z - eye[2]) / way[2] if abs(way[2]) > 1e-9 else np.inf
    return None if not 1e-3 < depth < _FARTHEST else np.asarray(eye + depth * way)


def at_depth(camera: Camera, at: Spot, depth: float) -> Place:
    """Where the ray through a place meets the plane that faces the camera at `depth` [m]."""
    return np.asarray(camera.to_world[:3, 3] + depth * ray(camera, at))


def seen_at(camera: Camera, points: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "n 3"]:
    """Column and row as parts of the frame, and depth [m]."""
    return np.asarray(project(camera, points) / [camera.width, camera.height, 1.0])


def size_of(member: CastMember) -> Float[np.ndarray, "3"]:
    """Width, depth and height of a member as it stands [m]."""
    kind = cast_kind(member.kind)
    if kind is None:
        return np.full(3, member.height_m or 0.2)
    size = np.array(kind.size, float)
    return size if member.height_m is None else size * (member.height_m / max(kind.size[2], 1e-6))


def middle_of(member: CastMember) -> Place:
    """The middle of a member where it stands [m]."""
    return np.array(member.position) + [0.0, 0.0, size_of(member)[2] / 2]


def box_of(camera: Camera, member: CastMember, foot: Place) -> tuple[float, float, float, float] | None:
    """Left, top, right and bottom of a member's box in the picture if its foot is there; None behind the
    camera."""
    w, d, h = size_of(member)
    turn = np.deg2rad(member.yaw_deg)
    c, s = np.cos(turn), np.sin(turn)
    unit = np.array([[x, y, z] for x in (-0.5, 0.5) for y in (-0.5, 0.5) for z in (0, 1)], float)
    corners = unit * [w, d, h] @ np.array([[c, s, 0], [-s, c, 0], [0, 0, 1]]) + foot
    seen = seen_at(camera, corners)
    if (seen[:, 2] < 1e-2).any():
        return None
    (left, top), (right, bottom) = seen[:, :2].min(0), seen[:, :2].max(0)
    return float(left), float(top), float(right), float(bottom)
