"""A frame at fewer pixels, for sheets and pages: light is averaged, data is picked, motion is rescaled."""

from dataclasses import replace

import numpy as np
from jaxtyping import Float
from PIL import Image

from rayograph.core.frame import Frame


def fitted(width: int, height: int, limit: int) -> tuple[int, int]:
    """The size of the same shape whose width is at most `limit` [px]."""
    if width <= limit:
        return width, height
    return limit, max(1, round(height * limit / width))


def averaged(picture: Float[np.ndarray, "h w c"], size: tuple[int, int]) -> Float[np.ndarray, "h2 w2 c"]:
    """Area average to `size` (width, height): no ringing, so linear light stays positive."""
    if picture.shape[1::-1] == size:
        return picture.astype(np.float32)
    planes = [
        Image.fromarray(np.ascontiguousarray(picture[..., k], np.float32)).resize(size, Image.Resampling.BOX)
        for k in range(picture.shape[2])
    ]
    return np.stack([np.asarray(plane) for plane in planes], axis=-1)


def shrunk(frame: Frame, limit: int) -> Frame:
    """The frame at a width of at most `limit` [px]; the frame itself if it is no wider."""
    camera = frame.camera
    size = fitted(camera.width, camera.height, limit)
    if size == (camera.width, camera.height):
        return frame
    rows = np.minimum(((np.arange(size[1]) + 0.5) * camera.height / size[1]).astype(int), camera.height - 1)
    columns = np.minimum(((np.arange(size[0]) + 0.5) * camera.width / size[0]).astype(int), camera.width - 1)
    scale = size[0] / camera.width

    def picked(values: np.ndarray) -> np.ndarray:
        return np.ascontiguousarray(values[np.ix_(rows, columns)])

    return replace(
        frame,
        camera=replace(camera, width=size[0], height=size[1], focal_px=camera.focal_px * scale),
        groups={name: averaged(group, size).astype(np.float16) for name, group in frame.groups.items()},
        alpha=averaged(frame.alpha[..., None], size)[..., 0].astype(np.float16),
        depth=picked(frame.depth),
        normal=picked(frame.normal),
        geometric_normal=picked(frame.geometric_normal),
        position=picked(frame.position),
        albedo=picked(frame.albedo),
        roughness=picked(frame.roughness),
        metallic=picked(frame.metallic),
        forward=picked(frame.forward) * np.float32(scale),
        backward=picked(frame.backward) * np.float32(scale),
        ids=picked(frame.ids),
        matte_ids=picked(frame.matte_ids),
        matte_coverage=picked(frame.matte_coverage),
    )
