"""All layers of one instant. Frames stream; nobody holds a whole shot."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Float16, Float32, UInt32

from rayograph.core.camera import Camera

SKY_DEPTH = 1.0e10
"""Planar Z [m] written where the ray meets nothing."""
FAR = 60000.0
"""Depth [m] that stands for the sky in half floats: the largest that one holds well."""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Scene-linear ACEScg, exposed by the camera (0.18 is middle grey); data layers in metres and pixels.

    Args:
        number: frame number in the file names, such as 1001.
        time: shutter centre [s] from the head of the shot.
        groups: light groups as lit, by name; beauty is their sum.
        alpha: coverage of everything that is not sky.
        depth: planar Z [m] at pixel and shutter centre, unfiltered; `SKY_DEPTH` for the sky.
        normal: shading normal, world axes; zero on the sky. geometric_normal likewise, of the facet.
        position: world position [m].
        albedo: base colour (ACEScg); roughness, metallic: from the material table.
        forward: motion [px] of the point seen here to the next frame (x right, y down); backward to the
            previous.
        ids: object index at pixel centre; 0 is the sky, i is names[i].
        matte_ids, matte_coverage: the four most covering objects per pixel with lens and shutter blur.
        names: object names by index.
    """

    number: int
    time: float
    camera: Camera
    groups: dict[str, Float16[np.ndarray, "h w 3"]]
    alpha: Float16[np.ndarray, "h w"]
    depth: Float32[np.ndarray, "h w"]
    normal: Float32[np.ndarray, "h w 3"]
    geometric_normal: Float32[np.ndarray, "h w 3"]
    position: Float32[np.ndarray, "h w 3"]
    albedo: Float32[np.ndarray, "h w 3"]
    roughness: Float32[np.ndarray, "h w"]
    metallic: Float32[np.ndarray, "h w"]
    forward: Float32[np.ndarray, "h w 2"]
    backward: Float32[np.ndarray, "h w 2"]
    ids: UInt32[np.ndarray, "h w"]
    matte_ids: UInt32[np.ndarray, "h w r"]
    matte_coverage: Float32[np.ndarray, "h w r"]
    names: tuple[str, ...]

    @property
    def beauty(self) -> Float16[np.ndarray, "h w 3"]:
        """The half-float of the sum of the half-float groups: exact by definition."""
        return beauty_of(list(self.groups.values()))


def beauty_of(groups: list[Float[np.ndarray, "h w 3"]]) -> Float16[np.ndarray, "h w 3"]:
    """Sum half-float groups in single precision, in order; round once to half, at most 65504."""
    total = np.zeros(groups[0].shape, np.float32)
    for group in groups:
        total += group.astype(np.float32)
    return np.minimum(total, 65504.0).astype(np.float16)
