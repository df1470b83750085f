"""Balls and boxes on a floor, cast in NumPy: exact passes, a sun with hard or soft shadows, and faults
that can be put into the picture alone."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from rayograph.core.camera import Camera, look_at
from rayograph.core.frame import SKY_DEPTH, Frame
from rayograph.critic.reel import Reel, reel_of

Path = Callable[[float], tuple[float, float, float]]
FPS = 24.0


def at(*place: float) -> Path:
    """A place that does not change."""
    return lambda time: (place[0], place[1], place[2])


@dataclass(frozen=True)
class Body:
    """A ball of radius `size[0]`, or a box of half sides `size`; `path` gives its middle [m]."""

    name: str
    path: Path
    size: tuple[float, ...] = (0.1,)
    albedo: tuple[float, float, float] = (0.5, 0.5, 0.5)
    roughness: float = 0.5
    metallic: float = 0.0
    glow: float = 0.0


@dataclass(frozen=True)
class Toy:
    """A scene. sun: towards it; spread: samples of a soft sun's disc, radius [rad]; camera: (eye, target) by
    time."""

    bodies: tuple[Body, ...]
    sun: tuple[float, float, float] = (-0.6, -0.3, 0.75)
    sun_rgb: tuple[float, float, float] = (0.9, 0.85, 0.8)
    sky_rgb: tuple[float, float, float] = (0.12, 0.14, 0.18)
    disc: float = 0.005
    eye: Path = field(default_factory=lambda: at(0.0, -3.0, 1.2))
    target: Path = field(default_factory=lambda: at(0.0, 0.0, 0.2))
    focal_mm: float = 35.0
    floor: tuple[float, float, float] = (0.4, 0.4, 0.4)
    size: tuple[int, int] = (128, 72)
    frames: int = 12


def cast(toy: Toy, t: int) -> Frame:
    """Frame `t` of the scene."""
    time = t / FPS
    width, height = toy.size
    pose = look_at(np.array(toy.eye(time)), np.array(toy.target(time)))
    focal = toy.focal_mm / 36 * width
    camera = Camera(to_world=pose, focal_px=focal, width=width, height=height, focal_mm=toy.focal_mm,
                    f_stop=8.0, focus_m=3.0)  # fmt: skip
    rows, columns = np.mgrid[0:height, 0:width] + 0.5
    local = np.stack([(columns - width / 2) / focal, (rows - height / 2) / focal, np.ones_like(rows)], -1)
    rays = local @ pose[:3, :3].T
    z, who, normal = meet(toy, time, pose[:3, 3], rays)
    there = np.isfinite(z)
    position = pose[:3, 3] + rays * np.where(there, z, 0)[..., None]
    albedo = np.array([(0, 0, 0), toy.floor, *(b.albedo for b in toy.bodies)])[who]
    sun, sky = shaded(toy, time, position, normal, albedo, there)
    glow = np.array([0, 0, *(b.glow for b in toy.bodies)])[who]
    sky = np.where(there[..., None], sky, np.array(toy.sky_rgb)) + glow[..., None]
    moved = position.copy()
    for k, body in enumerate(toy.bodies):
        step = np.array(body.path(time + 1 / FPS)) - np.array(body.path(time))
        moved[who == k + 2] += step
    after = look_at(np.array(toy.eye(time + 1 / FPS)), np.array(toy.target(time + 1 / FPS)))
    seen = (moved - after[:3, 3]) @ after[:3, :3]
    ahead = np.maximum(seen[..., 2:], 1e-3)
    forward = seen[..., :2] / ahead * focal + [width / 2, height / 2] - np.stack([columns, rows], -1)
    material = np.array([(0, 0), (0.8, 0), *((b.roughness, b.metallic) for b in toy.bodies)])[who]
    normal = normal.astype(np.float32)
    return Frame(
        number=1001 + t, time=time, camera=camera,
        groups={"sun": np.where(there[..., None], sun, 0).astype(np.float16), "sky": sky.astype(np.float16)},
        alpha=there.astype(np.float16),
        depth=np.where(there, z, SKY_DEPTH).astype(np.float32),
        normal=normal, geometric_normal=normal,
        position=np.where(there[..., None], position, 0).astype(np.float32),
        albedo=albedo.astype(np.float32),
        roughness=material[..., 0].astype(np.float32), metallic=material[..., 1].astype(np.float32),
        forward=np.where(there[..., None], forward, 0).astype(np.float32),
        backward=np.where(there[..., None], -forward, 0).astype(np.float32),
        ids=who.astype(np.uint32),
        matte_ids=np.zeros((height, width, 4), np.uint32),
        matte_coverage=np.zeros((height, width, 4), np.float32),
        names=("sky", "set_floor", *(b.name for b in toy.bodies)),
    )  # fmt: skip


def meet(toy: Toy, time: float, eye: np.ndarray, rays: np.ndarray) -> tuple[np.ndarray, ...]:
    """Distance along each ray (inf: nothing), what is met (0 sky, 1 floor, then bodies), its normal."""
    origin = np.broadcast_to(eye, rays.shape)
    with np.errstate(divide="ignore", invalid="ignore"):
        z = -origin[..., 2] / rays[..., 2]
    z = np.where((z > 1e-4) & (np.hypot(*(origin + rays * z[..., None])[..., :2].T).T < 12), z, np.inf)
    who = np.where(np.isfinite(z), 1, 0)
    normal = np.where(np.isfinite(z)[..., None], [0.0, 0.0, 1.0], 0.0)
    for k, body in enumerate(toy.bodies):
        found, facing = (_ball if len(body.size) == 1 else _box)(body, time, origin, rays)
        nearer = found < z
        z, who = np.where(nearer, found, z), np.where(nearer, k + 2, who)
        normal = np.where(nearer[..., None], facing, normal)
    return z, who, normal


def _ball(body: Body, time: float, origin: np.ndarray, rays: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    off = origin - np.array(body.path(time))
    a, b = (rays**2).sum(-1), (off * rays).sum(-1)
    root = b**2 - a * ((off**2).sum(-1) - body.size[0] ** 2)
    z = np.where(root > 0, (-b - np.sqrt(np.maximum(root, 0))) / a, np.inf)
    z = np.where(z > 1e-4, z, np.inf)
    hit = off + rays * np.where(np.isfinite(z), z, 0)[..., None]
    return z, hit / body.size[0]


def _box(body: Body, time: float, origin: np.ndarray, rays: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    off = origin - np.array(body.path(time))
    safe = np.where(np.abs(rays) < 1e-9, 1e-9, rays)
    one, two = (-np.array(body.size) - off) / safe, (np.array(body.size) - off) / safe
    near, far = np.minimum(one, two), np.maximum(one, two)
    axis = near.argmax(-1)
    z = near.max(-1)
    z = np.where((z < far.min(-1)) & (z > 1e-4), z, np.inf)
    facing = -np.sign(safe) * (np.arange(3) == axis[..., None])
    return z, facing


def shaded(
    toy: Toy, time: float, position: np.ndarray, normal: np.ndarray, albedo: np.ndarray, there: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Sun light with its shadows, and a sky without any."""
    towards = np.array(toy.sun) / np.linalg.norm(toy.sun)
    side = np.cross(towards, [0.3, 0.9, 0.1])
    side /= np.linalg.norm(side)
    other = np.cross(towards, side)
    count = 1 if toy.disc < 0.01 else 12
    clear = np.zeros(there.shape)
    for k in range(count):
        r, turn = toy.disc * ((k + 0.5) / count) ** 0.5 * (count > 1), 2.4 * k
        aim = towards + r * (np.cos(turn) * side + np.sin(turn) * other)
        rays = np.broadcast_to(aim / np.linalg.norm(aim), position.shape)
        clear += ~np.isfinite(_blocked(toy, time, position + 2e-3 * normal, rays)) / count
    facing = np.maximum(normal @ towards, 0)
    sun = albedo * np.array(toy.sun_rgb) * (facing * clear)[..., None]
    return sun, albedo * np.array(toy.sky_rgb) * (0.5 + 0.5 * normal[..., 2:])


def _blocked(toy: Toy, time: float, origin: np.ndarray, rays: np.ndarray) -> np.ndarray:
    z = np.full(origin.shape[:2], np.inf)
    for body in toy.bodies:
        found, _ = (_ball if len(body.size) == 1 else _box)(body, time, origin, rays)
        z = np.minimum(z, found)
    return z


def shot(toy: Toy, broken: Callable[[int, Toy], Toy] = lambda t, toy: toy) -> Reel:
    """The reel of the scene; `broken` changes what is drawn at frame `t`."""
    return reel_of((cast(broken(t, toy), t) for t in range(toy.frames)), total=toy.frames)


def moved(toy: Toy, name: str, path: Path) -> Toy:
    """The scene with one body on another path."""
    return replace(toy, bodies=tuple(replace(b, path=path) if b.name == name else b for b in toy.bodies))
