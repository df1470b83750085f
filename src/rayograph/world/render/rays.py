"""Primary rays: pixel filter, lens and shutter, one lane per sample, samples of a pixel side by side."""

from dataclasses import dataclass
from typing import Any

import drjit as dr
import mitsuba as mi
import numpy as np

from rayograph.core.camera import Camera

FILTER_RADIUS = 0.85
"""Radius [px] of the tent that sub-pixel offsets are drawn from (filter importance sampling)."""


@dataclass(frozen=True, kw_only=True)
class Shutter:
    """The camera when the shutter opens and closes, and when that is [s]."""

    start: Camera
    end: Camera
    opens: float = 0.0
    closes: float = 0.0


def held(value: float) -> mi.Float:
    """A number as data, not as a literal of the kernel, which would be compiled anew for each value."""
    return dr.opaque(mi.Float, float(value))


def held3(values: np.ndarray) -> mi.Vector3f:
    """Three numbers as data; see `held`."""
    return mi.Vector3f(*[held(value) for value in values])


def held_rows(rows: np.ndarray) -> mi.Float:
    """Rows as a device array in Dr.Jit's memory: NumPy's may be unaligned, which forces a re-recording."""
    array = mi.Float(np.ascontiguousarray(rows, np.float32).ravel()) * held(1.0)
    dr.eval(array)
    return array


@dataclass(kw_only=True)  # not frozen: Dr.Jit rebuilds it when it replays a recorded launch
class Lens:
    """A `Shutter` as device data, each at both ends: pose columns, focal length [px], focus [m].

    Then width and centre of the raster [px].
    """

    axes: list[tuple[mi.Vector3f, mi.Vector3f]]
    focal: tuple[mi.Float, mi.Float]
    focus: tuple[mi.Float, mi.Float]
    aperture: mi.Float
    window: tuple[mi.Float, mi.Float]
    width: mi.UInt32
    centre: tuple[mi.Float, mi.Float]


def lens_of(shutter: Shutter, window: tuple[float, float]) -> Lens:
    """Device data of a shutter; `window`: the part of its opening, within 0..1, that times are drawn from."""
    first, second = shutter.start, shutter.end
    return Lens(
        axes=[(held3(first.to_world[:3, k]), held3(second.to_world[:3, k])) for k in range(4)],
        focal=(held(first.focal_px), held(second.focal_px)),
        focus=(held(first.focus_m), held(second.focus_m)),
        aperture=held(first.aperture_m),
        window=(held(window[0]), held(window[1])),
        width=dr.opaque(mi.UInt32, first.width),
        centre=(held(first.width / 2), held(first.height / 2)),
    )


def _tent(u: mi.Float) -> mi.Float:
    """Map uniform u to a tent on -1..1."""
    left = dr.sqrt(2 * u) - 1
    right = 1 - dr.sqrt(dr.maximum(2 - 2 * u, 0))
    return dr.select(u < 0.5, left, right)


def _between(pair: tuple[Any, Any], u: mi.Float) -> Any:
    return pair[0] + u * (pair[1] - pair[0])


def camera_rays(lens: Lens, pixels: mi.UInt32, sampler: mi.Sampler) -> mi.Ray3f:
    """Rays through `pixels` (row-major indices, one per lane), through the lens, at times of the window."""
    column, row = mi.Float(pixels % lens.width), mi.Float(pixels // lens.width)
    offset = sampler.next_2d()
    moment = _between(lens.window, sampler.next_1d())
    x = column + 0.5 + FILTER_RADIUS * _tent(offset.x) - lens.centre[0]
    y = row + 0.5 + FILTER_RADIUS * _tent(offset.y) - lens.centre[1]
    focal, focus = _between(lens.focal, moment), _between(lens.focus, moment)
    right, down, forward, origin = (_between(pair, moment) for pair in lens.axes)
    disc = mi.warp.square_to_uniform_disk_concentric(sampler.next_2d()) * lens.aperture
    origin = origin + right * disc.x + down * disc.y
    local = mi.Vector3f(x / focal - disc.x / focus, y / focal - disc.y / focus, 1)
    direction = dr.normalize(right * local.x + down * local.y + forward * local.z)
    return mi.Ray3f(mi.Point3f(origin), direction, moment)


def pinhole_rays(camera: Camera, offset: tuple[float, float] = (0.5, 0.5)) -> mi.Ray3f:
    """One ray per pixel through its centre, no lens, at mid-shutter, row-major; unit directions."""
    count = camera.width * camera.height
    index = dr.arange(mi.UInt32, count)
    x = (mi.Float(index % camera.width) + offset[0] - camera.width / 2) / held(camera.focal_px)
    y = (mi.Float(index // camera.width) + offset[1] - camera.height / 2) / held(camera.focal_px)
    axes = np.asarray(camera.to_world, float)
    right, down, forward, origin = (held3(axes[:3, k]) for k in range(4))
    start = mi.Point3f(origin + dr.zeros(mi.Vector3f, count))
    return mi.Ray3f(start, dr.normalize(right * x + down * y + forward), mi.Float(0.5))
