"""Trace all samples of one frame and average them per pixel: group radiances, auxiliaries, mattes."""

from collections.abc import Callable
from dataclasses import dataclass

import drjit as dr
import mitsuba as mi
import numpy as np
from jaxtyping import Float32, UInt32

from rayograph.world.render.integrator import Lit, Sampled, trace
from rayograph.world.render.rays import Lens, Shutter, camera_rays, lens_of
from rayograph.world.render.stage import Stage, expose, move

LANES = 3_000_000
"""Paths per launch: bounds memory, whatever the raster."""
MATTE_RANKS = 4


@dataclass(frozen=True, kw_only=True)
class Samples:
    """Per-pixel means of one frame. groups: "g h w 3" radiance [cd/m²]; objects: per sample, first hit."""

    groups: Float32[np.ndarray, "g h w 3"]
    albedo: Float32[np.ndarray, "h w 3"]
    normal: Float32[np.ndarray, "h w 3"]
    alpha: Float32[np.ndarray, "h w"]
    matte_ids: UInt32[np.ndarray, "h w r"]
    matte_coverage: Float32[np.ndarray, "h w r"]


def _mean(value: mi.Float, count: int) -> np.ndarray:
    """Sum blocks of `count` lanes in a fixed order, so that pixels do not depend on the thread count."""
    return np.asarray(dr.block_sum(value, count), np.float32) / np.float32(count)


def _paths(lit: Lit, lens: Lens, pixel: mi.UInt32, seed: mi.UInt32) -> list[mi.Float]:
    """One path per lane; all results as flat channels."""
    sampler = mi.load_dict({"type": "independent"})
    sampler.seed(seed, dr.width(pixel))
    found: Sampled = trace(lit, camera_rays(lens, pixel, sampler), sampler, mi.Bool(True))
    colours = [*found.groups, found.albedo, mi.Color3f(found.normal)]
    return [channel for colour in colours for channel in (colour.x, colour.y, colour.z)] + [found.object]


def recorded() -> Callable[..., list[mi.Float]]:
    """`_paths`, traced once, then replayed at any width: tracing many materials costs more than rays."""
    replay: Callable[..., list[mi.Float]] = dr.freeze(_paths, auto_opaque=False, warn_after=10_000)
    return replay


def _launch(
    stage: Stage, lens: Lens, first: int, pixels: int, samples: int, seed: int
) -> tuple[np.ndarray, np.ndarray]:
    """Trace `samples` paths through each of `pixels` pixels from index `first`: means and first hits."""
    # One idle pixel more: a launch as wide as some mesh or texture has places would be traced anew.
    lane = dr.arange(mi.UInt32, (pixels + 1) * samples) // dr.opaque(mi.UInt32, samples)
    pixel = dr.minimum(lane, dr.opaque(mi.UInt32, pixels - 1)) + dr.opaque(mi.UInt32, first)
    start = dr.opaque(mi.UInt32, seed)
    # Everything as data: a literal would be compiled into the kernel, and again when it changes.
    dr.make_opaque(stage.lit, lens, pixel, start)
    *channels, objects = stage.replay(stage.lit, lens, pixel, start)
    means = np.stack([_mean(channel, samples)[:pixels] for channel in channels], axis=1)
    return means, np.asarray(objects, np.uint32).reshape(pixels + 1, samples)[:pixels]


def sample_frame(
    stage: Stage, shutter: Shutter, *, samples: int, instants: list[float], seed: int
) -> Samples:
    """Average `samples` paths per pixel over the shutter.

    Args:
        instants: times [s] at which movers that are no bodies stand, evenly through the open shutter; the
            samples are shared out among them. Camera and bodies move continuously.
    """
    height, width = shutter.start.height, shutter.start.width
    total = height * width
    shares = np.diff(np.linspace(0, samples, len(instants) + 1).round().astype(int))
    expose(stage, shutter)
    sums: np.ndarray | None = None
    hits: list[np.ndarray] = []
    for k, (instant, share) in enumerate(zip(instants, shares, strict=True)):
        move(stage, instant)
        lens = lens_of(shutter, (k / len(instants), (k + 1) / len(instants)))
        per_launch = max(1, LANES // max(int(share), 1))
        rows = [
            _launch(stage, lens, start, min(per_launch, total - start), int(share), _seed(seed, k, start))
            for start in range(0, total, per_launch)
        ]
        means = np.concatenate([row[0] for row in rows]) * (share / samples)
        sums = means if sums is None else sums + means
        hits.append(np.concatenate([row[1] for row in rows]))
    assert sums is not None
    count = stage.lit.group_count
    image = sums.reshape(height, width, -1)
    ids, coverage = mattes(np.concatenate(hits, axis=1))
    return Samples(
        groups=np.ascontiguousarray(
            np.moveaxis(image[..., : 3 * count].reshape(height, width, count, 3), 2, 0)
        ),
        albedo=image[..., 3 * count : 3 * count + 3],
        normal=image[..., 3 * count + 3 :],
        alpha=np.concatenate(hits, axis=1).astype(bool).mean(axis=1, dtype=np.float32).reshape(height, width),
        matte_ids=ids.reshape(height, width, MATTE_RANKS),
        matte_coverage=coverage.reshape(height, width, MATTE_RANKS),
    )


def _seed(frame: int, instant: int, start: int) -> int:
    """A seed for one launch, 32 bits, different for each (SplitMix-like mixing)."""
    mixed = (frame * 0x9E3779B1 + instant * 0x85EBCA77 + start * 0xC2B2AE3D) & 0xFFFFFFFF
    return (mixed ^ (mixed >> 15)) & 0x7FFFFFFF


def mattes(
    objects: UInt32[np.ndarray, "n s"],
) -> tuple[UInt32[np.ndarray, "n r"], Float32[np.ndarray, "n r"]]:
    """The objects that cover most of each pixel's samples, in falling order; 0 (sky) is left out."""
    count = objects.shape[1]
    ids = np.zeros((len(objects), MATTE_RANKS), np.uint32)
    coverage = np.zeros((len(objects), MATTE_RANKS), np.float32)
    present = np.unique(objects)
    shares = np.stack(
        [
            (objects == k).sum(1, dtype=np.float32) / count if k else np.zeros(len(objects), np.float32)
            for k in present
        ],
        1,
    )
    order = np.argsort(-shares, axis=1, kind="stable")[:, :MATTE_RANKS]
    ranks = order.shape[1]
    coverage[:, :ranks] = np.take_along_axis(shares, order, 1)
    ids[:, :ranks] = np.where(coverage[:, :ranks] > 0, present[order], 0)
    return ids, coverage
