"""Small clips whose every layer is known by formula: a ball over a chequered floor under a sun and a sky."""

import numpy as np

from rayograph.core.frame import FAR
from rayograph.train.data.clip import Clip

SUN = np.array([0.5, -0.4, 0.76]) / np.linalg.norm([0.5, -0.4, 0.76])


def ball_over_floor(
    number: int, *, split: str = "train", frames: int = 9, height: int = 64, width: int = 96
) -> Clip:
    """A camera at the origin, 1 m high, looks along +Y; a ball of 0.5 m drifts across."""
    rng = np.random.default_rng(number)
    colour = rng.uniform(0.1, 0.9, 3)
    focal = float(width)
    x, y = np.meshgrid(np.arange(width) + 0.5 - width / 2, np.arange(height) + 0.5 - height / 2)
    rays = np.stack([x / focal, np.ones_like(x), -y / focal], -1)
    to_world = np.eye(4, dtype=np.float32)
    to_world[:3, :3] = [[1, 0, 0], [0, 0, 1], [0, -1, 0]]
    to_world[:3, 3] = [0, 0, 1]
    shots = [_frame(rays, np.array([-0.5 + 0.08 * t, 3.0, 0.5]), colour) for t in range(frames)]
    still = np.zeros((frames, height, width, 2), np.float16)
    moving = still.copy()
    layers = {name: np.stack([shot[name] for shot in shots]) for name in shots[0]}
    moving[layers["ids"] == 2] = [0.08 * focal / 3.0, 0]
    sky = np.zeros((64, 128, 3), np.float16)
    sky[:32] = [0.3, 0.4, 0.6]
    sun = np.concatenate([SUN, [1.5, 1.4, 1.2], [0.0046]]).astype(np.float32)
    about = {
        "number": number, "split": split, "caption": "a ball over a floor", "groups": ["sun", "sky"],
        "scale": 1.0,
        "plan": {"rig": {"groups": [{"name": "sun", "lights": ["sun"]}, {"name": "sky", "lights": ["sky"]}]}},
    }  # fmt: skip
    return Clip(
        groups=np.stack([layers.pop("sun"), layers.pop("sky")]).astype(np.float16),
        ids=layers.pop("ids").astype(np.uint8),
        forward=moving, backward=-moving, sky=sky, sun=sun, lamps=np.zeros((2, 6), np.float32),
        to_world=np.tile(to_world, (frames, 1, 1)), focal_px=np.full(frames, focal, np.float32), about=about,
        **{name: value.astype(np.float16) for name, value in layers.items()},
    )  # fmt: skip


def _frame(rays: np.ndarray, centre: np.ndarray, colour: np.ndarray) -> dict[str, np.ndarray]:
    eye = np.array([0.0, 0, 1])
    down = rays[..., 2]
    floor = np.where(down < -1e-3, -1 / np.minimum(down, -1e-3), FAR)
    b = (rays * (eye - centre)).sum(-1)
    square, c = (rays**2).sum(-1), ((eye - centre) ** 2).sum() - 0.25
    inside = b**2 - square * c
    ball = np.where(inside > 0, (-b - np.sqrt(np.maximum(inside, 0))) / square, FAR)
    depth = np.minimum(np.minimum(floor, ball), FAR)
    depth = np.where(depth > 50, FAR, depth)
    ids = np.where(depth == FAR, 0, np.where(ball < floor, 2, 1))
    point = eye + rays * depth[..., None]
    normal = np.where((ids == 2)[..., None], (point - centre) / 0.5, [0.0, 0, 1]) * (ids > 0)[..., None]
    chequer = ((np.floor(point[..., 0]) + np.floor(point[..., 1])) % 2)[..., None] * 0.3 + 0.2
    albedo = np.where((ids == 2)[..., None], colour, chequer) * (ids > 0)[..., None]
    to_centre = centre - point
    along = (to_centre @ SUN)[..., None]
    shadow = (np.linalg.norm(to_centre - along * SUN, axis=-1) < 0.5) & (ids == 1) & (along[..., 0] > 0)
    cosine = np.maximum(normal @ SUN, 0) * ~shadow
    sun = albedo * cosine[..., None] * [0.48, 0.45, 0.38]
    sky = np.where(
        (ids > 0)[..., None], albedo * (0.5 + 0.5 * normal[..., 2:]) * [0.3, 0.4, 0.6], [0.3, 0.4, 0.6]
    )
    ones = (ids > 0).astype(float)
    return {"sun": sun, "sky": sky, "alpha": ones, "depth": depth, "normal": normal, "albedo": albedo,
            "roughness": 0.5 * ones, "metallic": 0 * ones, "ids": ids}  # fmt: skip
