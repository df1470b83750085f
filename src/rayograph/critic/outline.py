"""The outline of a thing in the picture: how much of it lies on the frame's edge, how much is where
something nearer covers it."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Bool, Float, Int
from scipy import ndimage

from rayograph.critic.reel import Reel
from rayograph.critic.things import see_through

_STEPS = ((-1, 0), (1, 0), (0, -1), (0, 1))
_SLACK = 3.0
"""A neighbour is nearer only if it is by more than so many pixels' width at that distance."""


@dataclass(frozen=True, kw_only=True)
class Outline:
    """Over the frames; parts are 0..1 of the outline, 0 where nothing of the thing is seen.

    pixels: of the thing. length: of its outline [px]. cropped, hidden: parts. x, y: its middle, width and
    height: of the box around it, all as parts of the frame.
    """

    pixels: Int[np.ndarray, "t"]
    length: Int[np.ndarray, "t"]
    cropped: Float[np.ndarray, "t"]
    hidden: Float[np.ndarray, "t"]
    x: Float[np.ndarray, "t"]
    y: Float[np.ndarray, "t"]
    width: Float[np.ndarray, "t"]
    height: Float[np.ndarray, "t"]

    @property
    def share(self) -> Float[np.ndarray, "t"]:
        """Pixels as a part of the most there are in any frame; zeros if there are never any."""
        return self.pixels / max(1, int(self.pixels.max()))


def outline(reel: Reel, name: str, fellows: tuple[str, ...] = ()) -> Outline:
    """The outline of `name` in each frame.

    Things no more than two pixels wide in front of it, such as a cord, and glass hide nothing; nor do its
    `fellows`, as in a bowl of oranges. It is found once for a reel.
    """
    key = ("outline", name, fellows)
    if key not in reel.kept:
        reel.kept[key] = _outline(reel, name, fellows)
    found: Outline = reel.kept[key]
    return found


def _outline(reel: Reel, name: str, fellows: tuple[str, ...]) -> Outline:
    mask, clear = reel.mask(name), see_through(reel)
    if fellows:
        clear = clear | np.isin(reel.ids, [k for k, each in enumerate(reel.names) if each in fellows])
    rows = [_one(mask[t], reel, t, clear[t]) for t in range(reel.frames)]
    columns = np.array(rows, float).T
    return Outline(
        pixels=columns[0].astype(int), length=columns[1].astype(int), cropped=columns[2], hidden=columns[3],
        x=columns[4], y=columns[5], width=columns[6], height=columns[7],
    )  # fmt: skip


def _one(mask: Bool[np.ndarray, "h w"], reel: Reel, t: int, clear: np.ndarray) -> tuple[float, ...]:
    if not mask.any():
        return (0.0,) * 8
    height, width = mask.shape
    rows, columns = np.nonzero(mask)
    top, left = max(0, int(rows.min()) - 3), max(0, int(columns.min()) - 3)
    around = slice(top, int(rows.max()) + 4), slice(left, int(columns.max()) + 4)
    own, depth = _closed(mask[around], reel.depth[t][around])
    length, edge, hidden = _sides(own, depth, clear[around], reel.cameras[t].focal_px)
    return (
        float(len(rows)), float(length), edge / length, hidden / length,
        (columns.mean() + 0.5) / width, (rows.mean() + 0.5) / height,
        (np.ptp(columns) + 1) / width, (np.ptp(rows) + 1) / height,
    )  # fmt: skip


def _closed(mask: np.ndarray, depth: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The mask with thin nearer things in it filled, and depth with the thing's own there."""
    wide = ndimage.binary_closing(np.pad(mask, 2), np.ones((3, 3)))[2:-2, 2:-2]
    own = float(np.median(depth[mask]))
    filled = wide & ~mask & (depth < own)
    return mask | filled, np.where(filled, own, depth)


def _sides(mask: np.ndarray, depth: np.ndarray, clear: np.ndarray, focal_px: float) -> tuple[int, int, int]:
    """Sides of pixels along the outline: all, those on the frame's edge, those with something nearer beyond.

    What lies beyond is continued to the outline before it is compared (1/z is linear along a plane), so
    that a table under a thing does not count as in front of it.
    """
    inverse = np.pad(1.0 / np.maximum(depth, 1e-6), 2, constant_values=np.nan)
    inside = np.pad(mask, 2)
    through = np.pad(clear, 2)
    h, w = mask.shape
    length = edge = hidden = 0

    def at(plane: np.ndarray, dy: int, dx: int) -> np.ndarray:
        return plane[2 + dy : 2 + dy + h, 2 + dx : 2 + dx + w]

    for dy, dx in _STEPS:
        side = mask & ~at(inside, dy, dx)
        one, two = at(inverse, dy, dx), at(inverse, 2 * dy, 2 * dx)
        outside = side & np.isnan(one)
        slope = np.where(at(inside, 2 * dy, 2 * dx) | np.isnan(two), 0.0, one - two)
        # Where the surface beyond breaks off within a pixel it is no plane: it is taken as it is.
        slope = np.where(np.abs(slope) > 0.15 * one, 0.0, slope)
        nearer = depth * (one + slope) - 1.0 > _SLACK / focal_px
        length += int(side.sum())
        edge += int(outside.sum())
        hidden += int((side & ~outside & nearer & ~at(through, dy, dx)).sum())
    return max(length, 1), edge, hidden
