"""Where a thing goes, from ids, positions and motion vectors: its own displacement, not that of what one
happens to see of it."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float
from scipy.ndimage import binary_dilation, binary_erosion
from scipy.spatial.transform import Rotation

from rayograph.critic.reel import Reel
from rayograph.critic.things import SET

LEAST_POINTS = 6
"""Carried points that a displacement needs."""
GRAZING = 0.2
"""Cosine between surface and view below which a point is not carried."""


@dataclass(frozen=True, kw_only=True)
class Track:
    """A thing over the frames; NaN (False, 0) where it is not seen.

    share: part of the frame. box: top, left, bottom, right and middle: column, row, as parts of the frame.
    place: middle of the body [m], estimated from its normals; its hidden half is part of it.
    step: displacement of that middle to the next frame [m]; turn: rotation to it [rad, axis times angle].
    carried: how many points say so. low, high: height of the lowest and highest seen point [m].
    extent: longest side of what is seen, along the world's axes [m]. cropped: part of the outline on the
    frame's edge; hidden: part of it where something nearer begins.
    """

    name: str
    share: Float[np.ndarray, "t"]
    box: Float[np.ndarray, "t 4"]
    middle: Float[np.ndarray, "t 2"]
    place: Float[np.ndarray, "t 3"]
    step: Float[np.ndarray, "t 3"]
    turn: Float[np.ndarray, "t 3"]
    carried: Float[np.ndarray, "t"]
    low: Float[np.ndarray, "t"]
    high: Float[np.ndarray, "t"]
    extent: Float[np.ndarray, "t"]
    cropped: Float[np.ndarray, "t"]
    hidden: Float[np.ndarray, "t"]

    @property
    def seen(self) -> Bool[np.ndarray, "t"]:
        """In which frames it is."""
        return self.share > 0

    @property
    def size(self) -> float:
        """Its extent where most of it is seen [m]."""
        return float(np.nanpercentile(self.extent, 80)) if self.seen.any() else 0.0

    @property
    def way(self) -> Float[np.ndarray, "t 3"]:
        """Places [m], the steps added up; gaps are bridged by the places themselves."""
        frames = np.flatnonzero(self.seen)
        way = np.full(self.place.shape, np.nan)
        if not len(frames):
            return way
        way[frames[0]] = self.place[frames[0]]
        for a, b in zip(frames, frames[1:], strict=False):
            known = b == a + 1 and np.isfinite(self.step[a]).all()
            way[b] = way[a] + (self.step[a] if known else self.place[b] - self.place[a])
        return way


def track(reel: Reel, name: str) -> Track:
    """The track of a thing, over all frames; found once for a reel."""
    key = ("track", name)
    if key not in reel.kept:
        reel.kept[key] = _track(reel, name)
    found: Track = reel.kept[key]
    return found


def _track(reel: Reel, name: str) -> Track:
    n = reel.frames
    rows = {key: np.full((n, width), np.nan) for key, width in _WIDTHS.items()}
    share = reel.share(name)
    for t in np.flatnonzero(share > 0):
        mask = reel.ids[t] == reel.index(name)
        for key, value in _seen(reel, int(t), mask).items():
            rows[key][t] = value
    rows["carried"][:] = 0
    for t in np.flatnonzero((share[:-1] > 0) & (share[1:] > 0)):
        before, after = carry(reel, int(t), name)
        rows["carried"][t] = len(before)
        if len(before) >= LEAST_POINTS:
            rows["step"][t], rows["turn"][t] = rigid(before, after, rows["place"][t])
    flat = {key: value[:, 0] if _WIDTHS[key] == 1 else value for key, value in rows.items()}
    return Track(
        name=name, share=share, box=flat["box"], middle=flat["middle"], place=flat["place"],
        step=flat["step"], turn=flat["turn"], carried=flat["carried"], low=flat["low"], high=flat["high"],
        extent=flat["extent"], cropped=np.nan_to_num(flat["cropped"]), hidden=np.nan_to_num(flat["hidden"]),
    )  # fmt: skip


_WIDTHS = {"box": 4, "middle": 2, "place": 3, "step": 3, "turn": 3, "carried": 1, "low": 1, "high": 1,
           "extent": 1, "cropped": 1, "hidden": 1}  # fmt: skip


def cast(reel: Reel) -> tuple[str, ...]:
    """Names of the things that are seen and are not of the set."""
    seen = np.bincount(reel.ids.ravel(), minlength=len(reel.names))
    return tuple(name for k, name in enumerate(reel.names) if k and seen[k] and not name.startswith(SET))


def _seen(reel: Reel, t: int, mask: np.ndarray) -> dict[str, object]:
    height, width = mask.shape
    rows, columns = np.nonzero(mask)
    points, normals = reel.position[t][mask], reel.geometric_normal[t][mask]
    low, high = np.percentile(points, [1, 99], axis=0)
    eye = reel.cameras[t].to_world[:3, 3]
    reach = float(np.median(np.linalg.norm(points - eye, axis=1)))
    near = np.s_[max(rows.min() - 1, 0) : rows.max() + 2, max(columns.min() - 1, 0) : columns.max() + 2]
    mine, depth = mask[near], reel.depth[t][near]
    rim = mine & ~binary_erosion(mine)
    edge = mask.copy()
    edge[1:-1, 1:-1] = False
    around = binary_dilation(mine) & ~mine
    nearer = binary_dilation(around & (depth < _spread(depth, mine) * 0.995 - 1e-3)) & rim
    whole = max(int(rim.sum()), 1)
    return {
        "box": (rows.min() / height, columns.min() / width, (rows.max() + 1) / height,
                (columns.max() + 1) / width),
        "middle": ((columns.mean() + 0.5) / width, (rows.mean() + 0.5) / height),
        "place": body_middle(points, normals, eye),
        "low": low[2], "high": high[2],
        "extent": float((high - low).max()) + reach / reel.cameras[t].focal_px,
        "cropped": edge.sum() / whole, "hidden": nearer.sum() / whole,
    }  # fmt: skip


def _spread(depth: np.ndarray, mask: np.ndarray) -> np.ndarray:
    """Depth of the mask's pixels spread one pixel outwards: the least of the neighbours'."""
    padded = np.pad(np.where(mask, depth, np.inf), 1, constant_values=np.inf)
    return np.min([padded[1 + a : 1 + a + mask.shape[0], 1 + b : 1 + b + mask.shape[1]]
                   for a in (-1, 0, 1) for b in (-1, 0, 1)], axis=0)  # fmt: skip


def body_middle(points: np.ndarray, normals: np.ndarray, eye: np.ndarray) -> Float[np.ndarray, "3"]:
    """The middle of a body of which one side is seen: nearest to the lines that go in along its normals.

    Exact for a ball. Where all normals agree the lines do not say how deep it lies: then a quarter of what
    is seen of it, away from the eye.
    """
    mean = points.mean(0)
    spread = float(np.linalg.norm(points.std(0))) + 1e-9
    away = (mean - eye) / max(float(np.linalg.norm(mean - eye)), 1e-9)
    across = np.eye(3) - normals[:, :, None] * normals[:, None, :]
    guess = mean + 0.5 * spread * away
    matrix = across.mean(0) + 0.02 * np.eye(3)
    found = np.linalg.solve(matrix, (across @ points[:, :, None])[..., 0].mean(0) + 0.02 * guess)
    off = found - mean
    most = 2.0 * spread
    length = float(np.linalg.norm(off))
    return mean + off * min(1.0, most / max(length, 1e-12))


def carry(reel: Reel, t: int, name: str) -> tuple[np.ndarray, np.ndarray]:
    """Points of a thing at frame `t` and where they are at the next [m], by the motion vectors.

    A point's new place is where the ray through its landing place meets the facet seen at that pixel.
    """
    index = reel.index(name)
    rows, columns = np.nonzero(reel.ids[t] == (-1 if index is None else index))
    flow = reel.forward[t][rows, columns]
    x, y = columns + 0.5 + flow[:, 0], rows + 0.5 + flow[:, 1]
    height, width = reel.size
    kept = np.isfinite(x + y) & (x >= 0) & (y >= 0) & (x < width) & (y < height)
    before, x, y = reel.position[t][rows, columns][kept], x[kept], y[kept]
    row, column = y.astype(int), x.astype(int)
    after, cosine = meet(reel, t + 1, row, column, x, y)
    still = (reel.ids[t + 1][row, column] == index) & (cosine > GRAZING)
    return before[still].astype(float), after[still]


def meet(
    reel: Reel, t: int, row: np.ndarray, column: np.ndarray, x: np.ndarray, y: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Where rays through (x, y) [px] meet the facets seen at pixels (row, column), and their cosines."""
    camera = reel.cameras[t]
    eye, axes = camera.to_world[:3, 3], camera.to_world[:3, :3]
    local = np.stack([(x - camera.width / 2) / camera.focal_px, (y - camera.height / 2) / camera.focal_px,
                      np.ones_like(x)], -1)  # fmt: skip
    rays = local @ axes.T
    normal, there = reel.geometric_normal[t][row, column], reel.position[t][row, column]
    slope = (rays * normal).sum(-1)
    cosine = -slope / np.linalg.norm(rays, axis=-1)
    z = ((there - eye) * normal).sum(-1) / np.where(np.abs(slope) < 1e-6, -1e-6, slope)
    return eye + rays * z[:, None], np.abs(cosine)


def rigid(before: np.ndarray, after: np.ndarray, middle: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Displacement of `middle` [m] and rotation vector [rad] of points that move as one body.

    Kabsch 1976, twice more without what fits worst. Of points that do not move as one, or lie in a line:
    their median displacement and no rotation.
    """
    kept = np.ones(len(before), bool)
    turn = np.eye(3)
    for _ in range(3):
        a, b = before[kept] - before[kept].mean(0), after[kept] - after[kept].mean(0)
        u, strength, vt = np.linalg.svd(a.T @ b)
        flip = np.diag([1, 1, np.sign(np.linalg.det(vt.T @ u.T)) or 1.0])
        turn = vt.T @ flip @ u.T
        shift = after[kept].mean(0) - turn @ before[kept].mean(0)
        off = np.linalg.norm(after - before @ turn.T - shift, axis=1)
        worst = max(3.0 * float(np.median(off)), 1e-6)
        if (off <= worst).sum() < LEAST_POINTS:
            break
        kept = off <= worst
    median = np.median(after - before, axis=0)
    spread = float(np.linalg.norm(before.std(0)))
    if strength[1] < 1e-3 * strength[0] or float(np.median(off[kept])) > 0.1 * spread:
        return median, np.full(3, np.nan)
    return turn @ middle + shift - middle, _vector(turn)


def _vector(turn: np.ndarray) -> np.ndarray:
    angle = float(np.arccos(np.clip((np.trace(turn) - 1) / 2, -1, 1)))
    axis = np.array([turn[2, 1] - turn[1, 2], turn[0, 2] - turn[2, 0], turn[1, 0] - turn[0, 1]])
    return axis * (0.5 if angle < 1e-6 else angle / (2 * max(np.sin(angle), 1e-6)))


def tilts(it: Track) -> tuple[Float[np.ndarray, "t"], float]:
    """How far the thing's upright axis has tilted since it was first seen [deg], and the part of the frames
    in which its turn is known."""
    frames = np.flatnonzero(it.seen)
    found = np.full(len(it.share), np.nan)
    up = np.array([0.0, 0.0, 1.0])
    known = 0
    for t in frames:
        found[t] = np.degrees(np.arccos(np.clip(up[2], -1, 1)))
        turn = it.turn[t]
        if np.isfinite(turn).all():
            known += 1
            up = Rotation.from_rotvec(turn).apply(up)
    return found, known / max(len(frames) - 1, 1)
