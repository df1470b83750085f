"""Accumulation along exact motion: a static point keeps what earlier frames learnt about its light.

Noisy groups are carried from frame to frame by the backward motion vectors before they are denoised, so
that the denoiser sees more samples and does not boil. Where the light really changed (a shadow moved in),
the local mean of the new samples departs from the history by more than its own noise, and the history is let
go. After Schied et al. 2017 (SVGF), with exact motion and a statistical test in place of clamping.
"""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float32, UInt32
from scipy.ndimage import map_coordinates, uniform_filter

WINDOW = 9
"""Side [px] of the neighbourhood whose means are compared."""
TOLERANCE = 2.5
"""Standard errors by which the means may differ before history is dropped."""


@dataclass(frozen=True, kw_only=True)
class History:
    """What the last frame knew. groups: "g h w 3" [cd/m²]; length: frames averaged per pixel and group."""

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
    """Where local means of a group's luminance-like mean differ by more than their noise, per pixel."""
    fresh, past = new.mean(-1), old.mean(-1)
    scale = np.maximum(uniform_filter(past, WINDOW) + uniform_filter(fresh, WINDOW), 1e-9)
    # Compare compressed values: fireflies must not decide.
    a, b = fresh / (fresh + scale), past / (past + scale)
    mean_a, mean_b = uniform_filter(a, WINDOW), uniform_filter(b, WINDOW)
    spread = np.maximum(uniform_filter((a - b) ** 2, WINDOW) - (mean_a - mean_b) ** 2, 1e-10)
    error = np.sqrt(spread / WINDOW**2)
    return (np.abs(mean_a - mean_b) > TOLERANCE * error + 0.01) & (length > 0)


def accumulate(
    old: History | None, groups: np.ndarray, albedo: np.ndarray, normal: np.ndarray, backward: np.ndarray,
    ids: np.ndarray, depth: np.ndarray, *, limit: int,
) -> History:  # fmt: skip
    """Blend a frame's noisy groups with the history of the same points.

    Args:
        limit: most frames that an average may stand for.
    """
    if old is None:
        ones = np.ones(groups.shape[:3], np.float32)
        return History(groups=groups, albedo=albedo, normal=normal, length=ones, ids=ids, depth=depth)
    past, past_albedo, past_normal, length = reproject(old, backward, ids, depth)
    length = np.minimum(length, limit - 1)
    for g in range(len(groups)):
        length[g] = np.where(_changed(groups[g], past[g], length[g]), 0, length[g])
    weight = (1 / (length + 1))[..., None].astype(np.float32)
    shared = (1 / (length.max(0) + 1))[..., None].astype(np.float32)
    return History(
        groups=past + (groups - past) * weight,
        albedo=past_albedo + (albedo - past_albedo) * shared,
        normal=past_normal + (normal - past_normal) * shared,
        length=(length + 1).astype(np.float32),
        ids=ids,
        depth=depth,
    )
