"""Data passes as pictures that a person can read: for the sheet and the page, never for compositing."""

import numpy as np
from jaxtyping import Float, UInt8, UInt32

from rayograph.colour.primaries import ap1_to_rec709, srgb_encode
from rayograph.core.camera import Camera
from rayograph.core.frame import SKY_DEPTH

_GROUND = 0.055
"""Display code of "nothing here": a neutral near-black."""
_GOLDEN = 0.6180339887498949


def _bytes(display: np.ndarray) -> np.ndarray:
    return (np.clip(display, 0, 1) * 255 + 0.5).astype(np.uint8)


def depth_range(depth: Float[np.ndarray, "h w"]) -> tuple[float, float]:
    """Near and far [m] that show the depths well: their 1st and 99th percentiles without the sky."""
    seen = depth[(depth > 0) & (depth < SKY_DEPTH / 2)]
    if seen.size == 0:
        return 0.1, 1.0
    near, far = np.percentile(seen, [1, 99])
    return float(max(near, 1e-3)), float(max(far, near * 1.05, 2e-3))


def depth_picture(depth: Float[np.ndarray, "h w"], bounds: tuple[float, float]) -> UInt8[np.ndarray, "h w 3"]:
    """Log depth as grey: near is bright, far is dark, the sky is black."""
    near, far = bounds
    along = np.log(np.clip(depth, near, far) / near) / np.log(far / near)
    grey = np.where(depth >= SKY_DEPTH / 2, 0.0, 0.10 + 0.86 * (1 - along))
    return _bytes(np.repeat(grey[..., None], 3, axis=-1))


def normal_picture(normal: Float[np.ndarray, "h w 3"], camera: Camera) -> UInt8[np.ndarray, "h w 3"]:
    """Normals as the camera sees them: red to the right, green up, blue towards the lens."""
    local = normal @ camera.to_world[:3, :3] * np.array([1.0, -1.0, -1.0])
    seen = (np.abs(normal).sum(-1) > 0)[..., None]
    return _bytes(np.where(seen, local * 0.5 + 0.5, _GROUND))


def albedo_picture(albedo: Float[np.ndarray, "h w 3"]) -> UInt8[np.ndarray, "h w 3"]:
    """Base colour without a view transform: it is reflectance, 0..1."""
    return _bytes(srgb_encode(ap1_to_rec709(albedo)))


def motion_scale(motion: Float[np.ndarray, "h w 2"]) -> float:
    """The speed [px] that is shown at full strength: the 98th percentile, at least a quarter pixel."""
    return float(max(np.percentile(np.hypot(motion[..., 0], motion[..., 1]), 98), 0.25))


def motion_picture(motion: Float[np.ndarray, "h w 2"], scale: float) -> UInt8[np.ndarray, "h w 3"]:
    """Motion as a colour wheel: hue is direction (right is red), strength is speed; still is near-black."""
    speed = np.minimum(np.hypot(motion[..., 0], motion[..., 1]) / scale, 1.0)
    hue = np.arctan2(-motion[..., 1], motion[..., 0]) / (2 * np.pi)
    wheel = _wheel(hue)
    return _bytes(_GROUND + (wheel - _GROUND) * np.sqrt(speed)[..., None])


def _wheel(hue: np.ndarray) -> np.ndarray:
    """A full-strength, softened hue circle: 0 red, 1/3 green, 2/3 blue."""
    turned = hue.astype(np.float32)[..., None] + np.array([0.0, 2 / 3, 1 / 3], np.float32)
    ramp = np.abs((turned - np.floor(turned)) * 6 - 3) - 1
    return 0.16 + 0.78 * np.clip(ramp, 0, 1)


def matte_picture(ids: UInt32[np.ndarray, "h w"]) -> UInt8[np.ndarray, "h w 3"]:
    """Each object in a colour of its own, the same in every frame; the sky near-black."""
    known, place = np.unique(ids, return_inverse=True)
    hue = (known * _GOLDEN) % 1.0
    value = 0.6 + 0.4 * ((known * _GOLDEN * 7) % 1.0)
    soft = 0.62 * _wheel(hue) + 0.22
    palette = _bytes(np.where((known > 0)[:, None], soft * value[:, None], _GROUND))
    return palette[place.reshape(ids.shape)]
