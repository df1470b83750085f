"""Primary rays: pixel filter, lens and shutter, one lane per sample, samples of a pixel side by side."""

from dataclasses import dataclass

import drjit as dr
import mitsuba as mi
import numpy as np

from rayograph.core.camera import Camera

FILTER_RADIUS = 0.85
"""Radius [px] of the tent that sub-pixel offsets are drawn from (filter importance sampling)."""


@dataclass(frozen=True, kw_only=True)
class Shutter:
    """The camera when the shutter opens and closes."""

    start: Camera
    end: Camera


def _tent(u: mi.Float) -> mi.Float:
    """Map uniform u to a tent on -1..1."""
    left = dr.sqrt(2 * u) - 1
    right = 1 - dr.sqrt(dr.maximum(2 - 2 * u, 0))
    return dr.select(u < 0.5, left, right)


def _column(first: Camera, second: Camera, k: int, u: mi.Float) -> mi.Vector3f:
    a, b = first.to_world[:3, k], second.to_world[:3, k]
    return mi.Vector3f(*[float(a[i]) + u * float(b[i] - a[i]) for i in range(3)])


def camera_rays(
    shutter: Shutter,
    pixels: mi.UInt32,
    sampler: mi.Sampler,
    window: tuple[float, float],
    *,
    lens: bool = True,
) -> mi.Ray3f:
    """Rays through `pixels` (row-major indices, one per lane).

    Args:
        window: the part of the shutter's opening, within 0..1, from which times are drawn.
    """
    first, second = shutter.start, shutter.end
    width = first.width
    column, row = mi.Float(pixels % width), mi.Float(pixels // width)
    offset = sampler.next_2d()
    moment = window[0] + sampler.next_1d() * (window[1] - window[0])
    x = column + 0.5 + FILTER_RADIUS * _tent(offset.x) - first.width / 2
    y = row + 0.5 + FILTER_RADIUS * _tent(offset.y) - first.height / 2
    focal = first.focal_px + moment * (second.focal_px - first.focal_px)
    local = mi.Vector3f(x / focal, y / focal, 1)
    right, down, forward, origin = (_column(first, second, k, moment) for k in range(4))
    if lens and first.aperture_m > 0:
        disc = mi.warp.square_to_uniform_disk_concentric(sampler.next_2d()) * float(first.aperture_m)
        focus = first.focus_m + moment * (second.focus_m - first.focus_m)
        origin = origin + right * disc.x + down * disc.y
        local = mi.Vector3f(local.x - disc.x / focus, local.y - disc.y / focus, 1)
    direction = dr.normalize(right * local.x + down * local.y + forward * local.z)
    return mi.Ray3f(mi.Point3f(origin), direction)


def pinhole_rays(camera: Camera, offset: tuple[float, float] = (0.5, 0.5)) -> mi.Ray3f:
    """One ray per pixel through its centre, no lens, row-major; direction scaled to unit length."""
    count = camera.width * camera.height
    index = dr.arange(mi.UInt32, count)
    x = (mi.Float(index % camera.width) + offset[0] - camera.width / 2) / camera.focal_px
    y = (mi.Float(index // camera.width) + offset[1] - camera.height / 2) / camera.focal_px
    axes = np.asarray(camera.to_world, float)
    right, down, forward, origin = (mi.Vector3f(*[float(v) for v in axes[:3, k]]) for k in range(4))
    return mi.Ray3f(
        mi.Point3f(origin + dr.zeros(mi.Vector3f, count)), dr.normalize(right * x + down * y + forward)
    )
