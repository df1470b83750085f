"""What is seen of a thing at one instant, as points in the world."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from jaxtyping import Float

from rayograph.critic.reel import Reel
from rayograph.critic.things import FEW

_TURNS = np.radians(np.arange(0.0, 90.0, 3.0))


@dataclass(frozen=True, kw_only=True)
class Surface:
    """points, normals: in world axes [m]; depth: towards the camera's view [m]. pixel: how wide one is there
    [m]. right, ahead: the camera's axes, laid level. level: cosine of how steeply one looks down on it.
    """

    points: Float[np.ndarray, "n 3"]
    normals: Float[np.ndarray, "n 3"]
    depth: Float[np.ndarray, "n"]
    pixel: float
    right: Float[np.ndarray, "3"]
    ahead: Float[np.ndarray, "3"]
    level: float

    @cached_property
    def lowest(self) -> float:
        """Height of its foot [m]; a single stray pixel does not count."""
        return float(np.percentile(self.points[:, 2], 1))

    @cached_property
    def top(self) -> float:
        """Height of its top [m]."""
        return float(np.percentile(self.points[:, 2], 99))

    @property
    def tall(self) -> float:
        """From foot to top [m]."""
        return self.top - self.lowest

    @cached_property
    def longest(self) -> float:
        """The longest side of the smallest box around it that stands upright or along its own axes [m]."""
        return _longest_side(_thinned(self.points, 6000)) + self.pixel

    def ground(self) -> Float[np.ndarray, "n 2"]:
        """Places on the ground plan, to the camera's right and ahead of it [m]."""
        return self.points @ np.stack([self.right, self.ahead], 1)

    def plan(self) -> tuple[Float[np.ndarray, "2"], Float[np.ndarray, "2"]]:
        """Corners of its ground plan: least and most to the right and ahead [m].

        The far side of a thing is out of sight: it is taken to reach as far back as it is wide, at least.
        """
        low, high = np.percentile(self.ground(), [1, 99], axis=0)
        high[1] = max(high[1], low[1] + (high[0] - low[0]))
        return low, high

    def middle(self) -> Float[np.ndarray, "2"]:
        """The middle of its ground plan [m]."""
        low, high = self.plan()
        return np.asarray(0.5 * (low + high))


def surface(reel: Reel, name: str, t: int) -> Surface | None:
    """What frame `t` shows of a thing; None if that is nothing, or there are no positions."""
    mask = reel.mask(name)[t] & np.isfinite(reel.position[t]).all(-1)
    points = reel.position[t][mask].astype(np.float64)
    if len(points) < FEW or not points.any():
        return None
    camera = reel.cameras[t].to_world
    toward = points.mean(0) - camera[:3, 3]
    right, forward = camera[:3, 0], camera[:3, 2]
    level = np.array([right[0], right[1], 0.0])
    level /= max(float(np.linalg.norm(level)), 1e-9)
    return Surface(
        points=points,
        normals=reel.geometric_normal[t][mask].astype(np.float64),
        depth=(points - camera[:3, 3]) @ forward,
        pixel=float(np.median(reel.depth[t][mask])) / reel.cameras[t].focal_px,
        right=level,
        ahead=np.array([-level[1], level[0], 0.0]),
        level=float(np.hypot(toward[0], toward[1]) / max(float(np.linalg.norm(toward)), 1e-9)),
    )


def gap(one: Surface, other: Surface) -> float:
    """The distance [m] between two surfaces where they come nearest, to about a pixel's width."""
    first, second = _thinned(one.points), _thinned(other.points)
    apart = np.linalg.norm(first[:, None] - second[None], axis=2)
    i, j = np.unravel_index(apart.argmin(), apart.shape)
    first, second = _nearest(one.points, second[j]), _nearest(other.points, first[i])
    return float(np.linalg.norm(first[:, None] - second[None], axis=2).min())


def _thinned(points: np.ndarray, most: int = 800) -> np.ndarray:
    return points[:: max(1, len(points) // most)]


def _nearest(points: np.ndarray, place: np.ndarray, most: int = 400) -> np.ndarray:
    far = ((points - place) ** 2).sum(1)
    return points[np.argsort(far)[:most]]


def _longest_side(points: np.ndarray) -> float:
    """By turning an upright box about the vertical, and by the points' own axes: the smaller box's."""
    axes = np.stack([np.cos(_TURNS), np.sin(_TURNS)], 1)
    wide = np.ptp(points[:, :2] @ axes.T, axis=0)
    deep = np.ptp(points[:, :2] @ np.stack([-axes[:, 1], axes[:, 0]]), axis=0)
    k, tall = int((wide * deep).argmin()), float(np.ptp(points[:, 2]))
    upright = (float(wide[k]), float(deep[k]), tall)
    own = np.linalg.svd(points - points.mean(0), full_matrices=False)[2]
    along = np.ptp(points @ own.T, axis=0)
    smaller = min((upright, tuple(map(float, along))), key=lambda box: float(np.prod(np.maximum(box, 1e-4))))
    return max(smaller)
