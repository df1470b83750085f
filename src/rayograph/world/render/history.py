"""Accumulation along exact motion: a static point keeps what earlier frames learnt about its light.

Groups are carried from frame to frame by the backward motion vectors: still noisy under a camera that
stands, so that the denoiser sees more samples; already denoised under one that moves, because resampled
noise looks like detail to a denoiser. Where the light really changed (a shadow moved in), the local mean of
the new samples departs from the history by more than its own noise, and the history is let go. After Schied
et al. 2017 (SVGF), with exact motion and a statistical test in place of clamping.
"""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float32, UInt32
from scipy.ndimage import map_coordinates, maximum_filter, uniform_filter

WINDOW = 9
"""Side [px] of the neighbourhood whose means are compared."""
TOLERANCE = 3.5
"""Standard errors by which the means may differ before history is dropped."""
MARGIN = 0.06
"""Relative difference that is let pass besides."""


@dataclass(frozen=True, kw_only=True)
class History:
    """What the last frame knew.

    groups: light per albedo [cd/m²]. length: frames averaged, per pixel and group.
    """

    groups: Float32[np.ndarray, "g h w 3"]
    albedo: Float32[np.ndarray, "h w 3"]
    normal: Float32[np.ndarray, "h w 3"]
    length: Float32[np.ndarray, "g h w"]
    ids: UInt32[np.ndarray, "h w"]
    depth: Float32[np.ndarray, "h w"]


def _fetch(image: np.ndarray, row: np.ndarray, column: np.ndarray) -> np.ndarray:
    """Bilinear look-up of the last two axes at (row, column), edge values outside."""
    flat = image.reshape(-1, *image.shape[-2:])
    out = [map_coordinates(plane, [row, column], order=1, mode="nearest") for plane in flat]
    return np.stack(out).reshape(*image.shape[:-2], *row.shape)


def reproject(
    old: History, backward: np.ndarray, ids: np.ndarray, depth: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Old groups, albedo, normal and length where each pixel's point was; length 0 where it was not seen."""
    height, width = ids.shape
    grid = np.mgrid[:height, :width].astype(np.float32)
    row, column = grid[0] + backward[..., 1], grid[1] + backward[..., 0]
    inside = (row > -0.5) & (row < height - 0.5) & (column > -0.5) & (column < width - 0.5)
    nearest = (
        np.clip(row.round().astype(int), 0, height - 1),
        np.clip(column.round().astype(int), 0, width - 1),
    )
    same = inside & (old.ids[nearest] == ids)
    ratio = np.where(ids > 0, np.abs(old.depth[nearest] / np.maximum(depth, 1e-6) - 1), 0)
    same &= ratio < 0.1
    if not backward.any():
        return old.groups, old.albedo, old.normal, old.length * same
    groups = np.moveaxis(_fetch(np.moveaxis(old.groups, -1, 1), row, column), 1, -1)
    albedo = np.moveaxis(_fetch(np.moveaxis(old.albedo, -1, 0), row, column), 0, -1)
    normal = np.moveaxis(_fetch(np.moveaxis(old.normal, -1, 0), row, column), 0, -1)
    length = _fetch(old.length, row, column) * same
    return groups, albedo, normal, length


def _changed(new: np.ndarray, old: np.ndarray, length: np.ndarray) -> np.ndarray:
    """Where the local mean of a group differs by more than its own noise, per pixel.

    In linear light: compressing first would compare a noisy frame's mean with a smooth one's and find a
    difference that is only curvature.
    """
    fresh, past = new.mean(-1), old.mean(-1)
    mean_new, mean_old = uniform_filter(fresh, WINDOW), uniform_filter(past, WINDOW)
    spread = np.maximum(uniform_filter((fresh - past) ** 2, WINDOW) - (mean_new - mean_old) ** 2, 0)
    error = np.sqrt(spread / WINDOW**2)
    found = np.abs(mean_new - mean_old) > TOLERANCE * error + MARGIN * mean_old
    return maximum_filter(found, WINDOW // 2) & (length > 0)


def accumulate(
    old: History | None, groups: np.ndarray, albedo: np.ndarray, normal: np.ndarray, backward: np.ndarray,
    ids: np.ndarray, depth: np.ndarray, *, limit: int, mixed: np.ndarray | None = None, steady: bool = False,
    worth: float = 1.0,
) -> History:  # fmt: skip
    """Blend a frame's noisy groups with the history of the same points.

    Args:
        mixed: true where something moving covers part of the pixel: its light is no surface's own, so it
            is neither blended with the past nor handed on. None: nowhere.
        steady: nothing moved since the last frame, so no light can have changed, and none is taken to have.
        limit: most frames that an average may stand for.
        worth: how many ordinary frames this one stands for (a first frame may have more samples).
    """
    mixed = np.zeros(ids.shape, bool) if mixed is None else mixed
    if old is None:
        length = np.where(mixed, 0, np.full(groups.shape[:3], worth)).astype(np.float32)
        return History(groups=groups, albedo=albedo, normal=normal, length=length, ids=ids, depth=depth)
    past, past_albedo, past_normal, length = reproject(old, backward, ids, depth)
    length = np.where(mixed, 0, np.minimum(length, limit - 1))
    for g in range(0 if steady else len(groups)):
        length[g] = np.where(_changed(groups[g], past[g], length[g]), 0, length[g])
    weight = (1 / (length + 1))[..., None].astype(np.float32)
    shared = (1 / (length.min(0) + 1))[..., None].astype(np.float32)
    return History(
        groups=(past + (groups - past) * weight).astype(np.float32),
        albedo=(past_albedo + (albedo - past_albedo) * shared).astype(np.float32),
        normal=(past_normal + (normal - past_normal) * shared).astype(np.float32),
        length=np.where(mixed, 0, length + 1).astype(np.float32),
        ids=ids,
        depth=depth,
    )
