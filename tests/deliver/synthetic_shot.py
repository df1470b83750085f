"""A small analytic shot for delivery tests: two balls on a checked floor, ray-cast, three light groups."""

import numpy as np

from rayograph.core.camera import Camera, camera_at, project
from rayograph.core.frame import SKY_DEPTH, Frame
from rayograph.core.plan import CameraKey, CameraPlan, CastMember, Format, SetPlan, ShotPlan
from rayograph.core.rig import LightGroup, LightRig, Practical, Sky, Sun

NAMES = ("sky", "floor", "ball_red", "ball_steel")
RADII = np.array([0.5, 0.32])
COLOURS = np.array([[0.30, 0.35, 0.45], [0.30, 0.28, 0.25], [0.45, 0.06, 0.04], [0.55, 0.55, 0.6]])
TO_SUN = np.array([-0.55, -0.35, 0.75]) / np.linalg.norm([-0.55, -0.35, 0.75])
LAMP = np.array([1.6, -0.6, 1.5])


def make_plan(width: int = 64, height: int = 36, frames: int = 4, fps: str = "24") -> ShotPlan:
    end = (frames - 1) / 24
    keys = (
        CameraKey(time=0.0, position=(-0.6, -4.0, 1.3), target=(0.2, 0.0, 0.45), focal_mm=40),
        CameraKey(time=max(end, 0.04), position=(0.6, -3.7, 1.5), target=(0.2, 0.0, 0.45), focal_mm=40),
    )
    lamp = Practical(id="lamp", kind="panel", lumens=800, position=(1.6, -0.6, 1.5), target=(0, 0, 0.4))
    return ShotPlan(
        title="Two balls, one lamp",
        brief="a red ball and a steel ball on a checked floor, low sun, a warm lamp, slow move right",
        seed=7,
        format=Format(width=width, height=height, fps=fps, frames=frames),
        camera=CameraPlan(keys=keys, f_stop=4.0, exposure_ev=13.0),
        set=SetPlan(kind="tabletop"),
        cast=(
            CastMember(id="ball_red", kind="ball"),
            CastMember(id="ball_steel", kind="ball", position=(0.9, -0.2, 0.0)),
        ),
        rig=LightRig(
            sun=Sun(azimuth_deg=212, elevation_deg=49),
            sky=Sky(),
            practicals=(lamp,),
            groups=(
                LightGroup(name="sun", lights=("sun",)),
                LightGroup(name="sky", lights=("sky",)),
                LightGroup(name="lamp", lights=("lamp",)),
            ),
        ),
    )


def centres(time: float) -> np.ndarray:
    return np.array([[0.0, 0.0, 0.5], [0.9 - 0.6 * time, -0.2, 0.32]])


def poses_at(time: float) -> dict[str, np.ndarray]:
    out = {}
    for name, centre in zip(NAMES[2:], centres(time), strict=True):
        out[name] = np.eye(4)
        out[name][:3, 3] = centre
    return out


def _hit(origin: np.ndarray, rays: np.ndarray, time: float) -> tuple[np.ndarray, np.ndarray]:
    """Distance and index of the nearest surface along unit rays: 0 sky, 1 floor, 2 and 3 the balls."""
    with np.errstate(divide="ignore", invalid="ignore"):
        best = np.where(rays[..., 2] < -1e-6, -origin[..., 2] / rays[..., 2], np.inf)
    best = np.where(best < 40, best, np.inf)
    index = np.where(np.isfinite(best), 1, 0)
    for k, (centre, radius) in enumerate(zip(centres(time), RADII, strict=True)):
        offset = origin - centre
        half = (offset * rays).sum(-1)
        root = half**2 - (offset**2).sum(-1) + radius**2
        near = -half - np.sqrt(np.maximum(root, 0))
        closer = (root > 0) & (near > 1e-4) & (near < best)
        best, index = np.where(closer, near, best), np.where(closer, k + 2, index)
    return best, index


def _normals(points: np.ndarray, index: np.ndarray, time: float) -> np.ndarray:
    normal = np.where((index == 1)[..., None], np.array([0.0, 0, 1]), 0.0)
    for k, (centre, radius) in enumerate(zip(centres(time), RADII, strict=True)):
        normal = np.where((index == k + 2)[..., None], (points - centre) / radius, normal)
    return normal


def _lit(points: np.ndarray, normal: np.ndarray, direction: np.ndarray, time: float) -> np.ndarray:
    facing = np.maximum((normal * direction).sum(-1), 0)
    _, blocker = _hit(points + 1e-3 * normal, np.broadcast_to(direction, points.shape), time)
    return facing * (blocker < 2)


def _motion(points: np.ndarray, index: np.ndarray, camera: Camera, time: float, other: float, plan: ShotPlan):
    shift = np.concatenate([np.zeros((2, 3)), centres(other) - centres(time)])[np.maximum(index, 0)]
    there = camera_at(plan.camera, plan.format, other)
    flat = points.reshape(-1, 3)
    here = project(camera, flat)[:, :2]
    moved = project(there, flat + shift.reshape(-1, 3))[:, :2]
    flow = (moved - here).reshape(*points.shape[:2], 2)
    return np.where((index > 0)[..., None], flow, 0).astype(np.float32)


def make_frame(plan: ShotPlan, k: int = 0) -> Frame:
    """Frame `k` of the shot of `make_plan`."""
    time, step = k / 24, 1 / 24
    camera = camera_at(plan.camera, plan.format, time)
    width, height = plan.format.width, plan.format.height
    column, row = np.meshgrid(np.arange(width) + 0.5, np.arange(height) + 0.5)
    local = np.stack([(column - width / 2), (row - height / 2), np.full_like(row, camera.focal_px)], -1)
    local /= np.linalg.norm(local, axis=-1, keepdims=True)
    rays = local @ camera.to_world[:3, :3].T
    distance, index = _hit(camera.to_world[:3, 3], rays, time)
    seen = index > 0
    points = camera.to_world[:3, 3] + rays * np.where(seen, distance, 0)[..., None]
    normal = _normals(points, index, time)
    checks = (np.floor(points[..., 0] * 2) + np.floor(points[..., 1] * 2)) % 2
    albedo = COLOURS[index] * np.where((index == 1) & (checks > 0), 0.45, 1.0)[..., None]
    albedo = np.where(seen[..., None], albedo, 0)
    to_lamp = LAMP - points
    fall = 1 / (to_lamp**2).sum(-1)
    to_lamp = to_lamp * np.sqrt(fall)[..., None]
    glow = np.array([0.45, 0.6, 0.9]) * (0.35 + 0.8 * np.clip(rays[..., 2:], 0, 1))
    half = TO_SUN - rays
    half /= np.linalg.norm(half, axis=-1, keepdims=True)
    gloss = 9.0 * np.maximum((normal * half).sum(-1), 0) ** 180 * (index >= 2)
    sun = (
        (albedo * 1.6 + gloss[..., None]) * _lit(points, normal, TO_SUN, time)[..., None] * [1.0, 0.86, 0.66]
    )
    sky = np.where(seen[..., None], albedo * (0.35 + 0.3 * normal[..., 2:]) * [0.6, 0.8, 1.1], glow)
    lamp = albedo * (_lit(points, normal, to_lamp, time) * fall)[..., None] * [3.0, 1.6, 0.6]
    groups = {"sun": sun, "sky": sky, "lamp": lamp}
    ids = index.astype(np.uint32)
    mattes = np.zeros((height, width, 4), np.uint32)
    mattes[..., 0], mattes[..., 1] = ids, np.roll(ids, 1, axis=1)
    coverage = np.zeros((height, width, 4), np.float32)
    edge = mattes[..., 0] != mattes[..., 1]
    coverage[..., 0], coverage[..., 1] = np.where(edge, 0.7, 1.0), np.where(edge, 0.3, 0.0)
    return Frame(
        number=plan.format.first_frame + k,
        time=time,
        camera=camera,
        groups={name: np.maximum(value, 0).astype(np.float16) for name, value in groups.items()},
        alpha=seen.astype(np.float16),
        depth=np.where(seen, distance * local[..., 2], SKY_DEPTH).astype(np.float32),
        normal=normal.astype(np.float32),
        geometric_normal=normal.astype(np.float32),
        position=np.where(seen[..., None], points, 0).astype(np.float32),
        albedo=albedo.astype(np.float32),
        roughness=np.where(index >= 2, 0.2, 0.6).astype(np.float32) * seen,
        metallic=(index == 3).astype(np.float32),
        forward=_motion(points, index, camera, time, time + step, plan),
        backward=_motion(points, index, camera, time, max(time - step, 0), plan),
        ids=ids,
        matte_ids=mattes,
        matte_coverage=coverage,
        names=NAMES,
    )
