"""Trace all samples of one frame in `scalar_rgb`: the plain twin of `sample`.

What differs from the fast path: pixels are boxes, not tents; the camera stands still within a sample, all
pixels of which share one instant; shadow rays stop at glass, so what lies behind it is lit by paths alone
(noisier, with stray bright pixels, which are levelled); where there is glass, the denoiser's guides are those
of the pixel's centre.
"""

from typing import Any

import mitsuba as mi
import numpy as np
from jaxtyping import Float32
from scipy.ndimage import rank_filter

from rayograph.core.camera import Camera
from rayograph.world.render.plain_glass import seen_through
from rayograph.world.render.plain_passes import is_clear
from rayograph.world.render.plain_stage import PlainStage, move
from rayograph.world.render.rays import Shutter
from rayograph.world.render.sample import MATTE_RANKS, Samples, mattes

FAR = 1.0e8
"""Where the camera stops seeing [m]: beyond the sun's disc."""
BLOCK = 32
"""Side [px] of the blocks that threads work on: fixed, so that pixels do not depend on the thread count."""
GLASS_DEPTH = 6
"""Surfaces that paths may meet on top of `max_depth` where there is glass: `path` counts them."""
SPECKLE = 4.0
"""Times the third brightest of its 3x3 neighbourhood that a pixel above the clamp may be."""


def sensor(camera: Camera) -> dict[str, Any]:
    """A Mitsuba camera; ours has x right and y down, Mitsuba's x left and y up."""
    # Between two poses the axes are not quite orthonormal.
    column, _, row = np.linalg.svd(camera.to_world[:3, :3])
    pose = np.eye(4)
    pose[:3, :3], pose[:3, 3] = column @ row, camera.to_world[:3, 3]
    lens: dict[str, Any] = {"type": "perspective"}
    if camera.aperture_m > 1e-7:
        lens = {"type": "thinlens", "aperture_radius": camera.aperture_m, "focus_distance": camera.focus_m}
    film = {
        "type": "hdrfilm",
        "width": camera.width,
        "height": camera.height,
        "rfilter": {"type": "box"},
        "pixel_format": "rgb",
        "component_format": "float32",
    }
    return {
        **lens,
        "fov": float(np.rad2deg(2 * np.arctan(camera.width / 2 / camera.focal_px))),
        "fov_axis": "x",
        "near_clip": 1e-3,
        "far_clip": FAR,
        "to_world": mi.ScalarTransform4f(pose @ np.diag([-1.0, -1.0, 1.0, 1.0])),
        "film": film,
        "sampler": {"type": "independent"},
    }


def between(shutter: Shutter, moment: float) -> Camera:
    """The camera at `moment` of the open shutter, 0..1."""
    first, last = shutter.start, shutter.end
    return Camera(
        to_world=first.to_world + moment * (last.to_world - first.to_world),
        focal_px=first.focal_px + moment * (last.focal_px - first.focal_px),
        width=first.width,
        height=first.height,
        focal_mm=first.focal_mm,
        f_stop=first.f_stop,
        focus_m=first.focus_m + moment * (last.focus_m - first.focus_m),
    )


def recorded() -> None:
    """Nothing: this variant has no launches to record; see `sample.recorded`."""


def sample_frame(
    stage: PlainStage, shutter: Shutter, *, samples: int, instants: list[float], seed: int
) -> Samples:
    """Average `samples` paths per pixel over the shutter; see `sample.sample_frame`."""
    height, width = shutter.start.height, shutter.start.width
    depth = stage.max_depth + GLASS_DEPTH * any(is_clear(piece.part.material) for piece in stage.pieces)
    path = mi.load_dict({"type": "path", "max_depth": depth, "rr_depth": 3, "block_size": BLOCK})
    guide = mi.load_dict(
        {"type": "aov", "aovs": "shape:shape_index,albedo:albedo,normal:sh_normal", "block_size": BLOCK}
    )
    shares = np.diff(np.linspace(0, samples, len(instants) + 1).round().astype(int))
    groups = np.zeros((len(stage.lighting.groups), height, width, 3), np.float32)
    guides, glass = np.zeros((height, width, 6), np.float32), np.zeros((height, width), np.float32)
    hits: list[np.ndarray] = []
    for k, (instant, share) in enumerate(zip(instants, shares, strict=True)):
        move(stage, instant)
        owner, clear = tables(stage, stage.scenes[0])
        for s in range(share):
            view = sensor(between(shutter, (k + (s + 0.5) / share) / len(instants)))
            start = int(np.random.SeedSequence((seed, k, s)).generate_state(1)[0] >> 1)
            for g, scene in enumerate(stage.scenes):
                if scene.emitters():
                    groups[g] += _render(path, scene, view, start) / samples
            seen = _render(guide, stage.scenes[0], view, start)
            shape = seen[..., 0].round().astype(int)
            hits.append(owner[shape].ravel())
            glass += clear[shape] / np.float32(samples)
            guides += np.where(clear[shape][..., None], 0, seen[..., 1:]) / samples
    through = glass > 0
    guides[through] += seen_through(stage, between(shutter, 0.5), through) * glass[through][:, None]
    objects = np.stack(hits, axis=1)
    ids, coverage = mattes(objects)
    return Samples(
        groups=np.stack([levelled(group, stage.clamp) for group in groups]),
        albedo=guides[..., :3],
        normal=guides[..., 3:],
        alpha=(objects > 0).mean(axis=1, dtype=np.float32).reshape(height, width),
        matte_ids=ids.reshape(height, width, MATTE_RANKS),
        matte_coverage=coverage.reshape(height, width, MATTE_RANKS),
    )


def _render(integrator: Any, scene: Any, view: dict[str, Any], seed: int) -> np.ndarray:
    """One sample per pixel: what the integrator finds, NaN and infinity as nothing."""
    found = integrator.render(scene, mi.load_dict(view), seed=seed, spp=1)
    return np.nan_to_num(np.array(found, np.float32), nan=0.0, posinf=0.0, neginf=0.0)


def tables(stage: PlainStage, scene: Any) -> tuple[np.ndarray, np.ndarray]:
    """Object index, and whether it is glass, by a scene's own shape number, which counts from 1."""
    by_name = {piece.name: piece for piece in stage.pieces}
    met = [None, *(by_name.get(shape.id()) for shape in scene.shapes())]  # None: the sun, which is sky
    owner = np.array([piece.owner if piece else 0 for piece in met], np.uint32)
    return owner, np.array([piece is not None and is_clear(piece.part.material) for piece in met])


def levelled(group: Float32[np.ndarray, "h w 3"], clamp: float) -> Float32[np.ndarray, "h w 3"]:
    """Dim single pixels above `clamp` [cd/m²] that far outshine their neighbours: light found by luck.

    The fast path clamps each contribution instead, which the stock integrator cannot.
    """
    peak = group.max(-1)
    limit = np.maximum(SPECKLE * rank_filter(peak, -3, size=3, mode="nearest"), clamp)
    return group * np.minimum(1.0, limit / np.maximum(peak, 1e-20))[..., None].astype(np.float32)
