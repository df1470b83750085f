"""Shadows that things cast on what they stand on, found in the picture, and the direction they tell.

Source: the direction is the one for which the things' visible points, projected along it onto the support,
agree best with the dark there: argmax over directions of F1.
"""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float
from scipy.ndimage import percentile_filter

from rayograph.core.camera import project
from rayograph.critic.irradiance import irradiance, luminance, tells
from rayograph.critic.reel import Reel

UP = 0.93
"""Cosine to the vertical from which on a surface is one that things stand on."""
DARK = 0.4
"""Part of the light beside it below which a place lies in shadow."""
MOST_POINTS = 2500
ACROSS = 128
"""Pixels across on which shadows are compared: so few that the points lie close."""
RISES_M = 0.012
ALIKE = 0.98
"""Part of the best F1 from which on a direction is as good."""


@dataclass(frozen=True)
class Ground:
    """The support that a frame shows best. level: light on it where nothing is in the way; lit: light over
    that; seen: where the support is; height [m]; casters: points of what rises above it [m]."""

    seen: Bool[np.ndarray, "h w"]
    lit: Float[np.ndarray, "h w"]
    height: float
    casters: Float[np.ndarray, "n 3"]

    @property
    def step(self) -> int:
        """Every how many pixels shadows are compared."""
        return max(1, round(self.seen.shape[1] / ACROSS))

    @property
    def dark(self) -> Bool[np.ndarray, "h w"]:
        """Where it lies in shadow."""
        return self.seen & (self.lit < DARK)


def ground(reel: Reel, t: int, group: str) -> Ground | None:
    """The largest level support of a frame that the group's light reaches; None if there is none."""
    flat = tells(reel, t) & (reel.normal[t][..., 2] >= UP) & (reel.geometric_normal[t][..., 2] >= UP)
    if flat.sum() < 150:
        return None
    z = reel.position[t][..., 2]
    light = luminance(irradiance(reel.groups[group][t], reel, t))
    step = max(0.02, 0.004 * float(np.median(reel.depth[t][flat])))
    bins = np.round(z[flat] / step).astype(int)
    levels, where = np.unique(bins, return_inverse=True)
    gain = np.bincount(where, np.minimum(light[flat], np.percentile(light[flat], 90)) + 1e-9)
    height = float(np.median(z[flat][bins == levels[gain.argmax()]]))
    seen = flat & (np.abs(z - height) < 1.5 * step)
    if seen.sum() < 150:
        return None
    level = _level(np.where(seen, light, 0))
    bright = float(np.percentile(light[seen], 95))
    seen &= level > 0.3 * bright
    rises = (reel.ids[t] > 0) & (z > height + max(RISES_M, step)) & (reel.depth[t] < _far(reel, t, seen))
    points = reel.position[t][rises].astype(float)
    points = points[:: max(1, len(points) // MOST_POINTS)]
    if seen.sum() < 150 or len(points) < 30 or bright <= 1e-4:
        return None
    return Ground(seen=seen, lit=np.where(seen, light / np.maximum(level, 1e-9), 1), height=height,
                  casters=points)  # fmt: skip


def _level(light: np.ndarray) -> np.ndarray:
    """The light of the brightest places round a place, a quarter of the frame's width about."""
    step = max(1, light.shape[1] // 64)
    side = max(5, light.shape[1] // step // 4)
    small = percentile_filter(light[::step, ::step], 92, size=(side, side))
    return small.repeat(step, 0).repeat(step, 1)[: light.shape[0], : light.shape[1]]


def _far(reel: Reel, t: int, seen: np.ndarray) -> float:
    """Things farther off than this stand on something else [m]."""
    return 1.3 * float(np.percentile(reel.depth[t][seen], 98)) if seen.any() else 0.0


def direction(azimuth: np.ndarray, elevation: np.ndarray) -> Float[np.ndarray, "n 3"]:
    """Towards the light, from degrees; azimuth as in `core.rig.Sun`."""
    a, e = np.radians(azimuth), np.radians(elevation)
    return np.stack([np.cos(e) * np.cos(a), np.cos(e) * np.sin(a), np.sin(e)], -1)


def shadow_image(reel: Reel, t: int, base: Ground, towards: np.ndarray) -> Bool[np.ndarray, "h w"]:
    """Where the casters' shadow would lie on the support, for light from `towards`; every `step`-th pixel."""
    fall = (base.casters[:, 2] - base.height) / max(float(towards[2]), 1e-3)
    spots = project(reel.cameras[t], base.casters - fall[:, None] * towards)
    step = base.step
    seen = base.seen[::step, ::step]
    out = np.zeros(seen.shape, bool)
    height, width = seen.shape[0], seen.shape[1]
    good = (spots[:, 2] > 0.01) & (np.abs(spots[:, :2]) < 1e6).all(1)
    cells = np.floor(spots[good, :2] / step).astype(int)
    columns, rows = cells[:, 0], cells[:, 1]
    inside = (columns >= 0) & (columns < width) & (rows >= 0) & (rows < height)
    out[rows[inside], columns[inside]] = True
    # Points are sparse: each stands for its eight neighbours, too.
    wide = out.copy()
    wide[1:] |= out[:-1]
    wide[:-1] |= out[1:]
    out = wide.copy()
    out[:, 1:] |= wide[:, :-1]
    out[:, :-1] |= wide[:, 1:]
    return np.asarray(out & seen)


def found(
    reel: Reel, bases: dict[int, Ground], *, near: np.ndarray | None = None
) -> tuple[np.ndarray, float, Float[np.ndarray, "n"]] | None:
    """Direction towards the light and its F1 over the given frames, and the F1 of all directions tried
    first; None if nothing is dark. `near`: search only round this direction."""
    if not bases or not any(base.dark.sum() >= 25 for base in bases.values()):
        return None
    if near is None:
        azimuth, elevation = (
            each.ravel() for each in np.meshgrid(np.arange(0, 360, 12), np.arange(8, 86, 9))
        )
        scores = _scores(reel, bases, direction(azimuth, elevation))
        best = direction(azimuth, elevation)[scores.argmax()]
    else:
        best, scores = near, np.zeros(1)
    near_by, marks = [], []
    for reach in (9.0, 4.0, 1.5):
        tried = _round(best, reach)
        held = _scores(reel, bases, tried)
        best = tried[held.argmax()]
        near_by.append(tried)
        marks.append(held)
    # The best is flat on a small grid: the middle of all that are as good.
    held = np.concatenate(marks)
    mean = np.concatenate(near_by)[held >= ALIKE * held.max()].mean(0)
    return mean / np.linalg.norm(mean), float(held.max()), scores


def _round(middle: np.ndarray, reach: float) -> np.ndarray:
    """A small grid of directions, `reach` degrees to each side."""
    a, e = np.degrees(np.arctan2(middle[1], middle[0])), np.degrees(np.arcsin(middle[2]))
    steps = np.linspace(-reach, reach, 5)
    up, turn = (each.ravel() for each in np.meshgrid(steps, steps / max(np.cos(np.radians(e)), 0.2)))
    return direction(a + turn, np.clip(e + up, 3, 88))


def _scores(reel: Reel, bases: dict[int, Ground], tried: np.ndarray) -> np.ndarray:
    out = []
    darks = {t: base.dark[:: base.step, :: base.step] for t, base in bases.items()}
    for towards in tried:
        hit = said = dark = 0
        for t, base in bases.items():
            shade, there = shadow_image(reel, t, base, towards), darks[t]
            hit, said, dark = hit + (shade & there).sum(), said + shade.sum(), dark + there.sum()
        out.append(2 * hit / max(said + dark, 1))
    return np.array(out)
