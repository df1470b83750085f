"""Air between camera and surface: what it takes from every group and what it adds to sky and sun."""

import numpy as np
from jaxtyping import Float32

from rayograph.core.camera import Camera
from rayograph.world.render.lighting import Lighting


def through_air(
    groups: Float32[np.ndarray, "g h w 3"],
    depth: Float32[np.ndarray, "h w"],
    camera: Camera,
    lighting: Lighting,
) -> Float32[np.ndarray, "g h w 3"]:
    """Attenuate surfaces by distance and add in-scattered sky and sun light [cd/m²].

    The sky itself is left alone: its map already holds the air in front of it.
    """
    haze = lighting.haze
    if haze is None:
        return groups
    height, width = depth.shape
    row, column = np.mgrid[:height, :width] + 0.5
    local = np.stack(
        [(column - width / 2) / camera.focal_px, (row - height / 2) / camera.focal_px, np.ones_like(row)], -1
    )
    stretch = np.linalg.norm(local, axis=-1)
    direction = (local / stretch[..., None]) @ camera.to_world[:3, :3].T
    solid = depth < 1e9
    distance = np.where(solid, depth * stretch, 0.0)[..., None]
    clear = haze.kept(distance[..., 0], direction[..., 2] * distance[..., 0])
    out = (groups * clear).astype(np.float32)
    out[lighting.sky_group] += ((1 - clear) * np.asarray(haze.sky_radiance)).astype(np.float32)
    if lighting.sun is not None:
        phase = haze.phase(direction @ lighting.sun.direction)[..., None]
        out[lighting.sun.group] += ((1 - clear) * phase * np.asarray(haze.sun_radiance)).astype(np.float32)
    return out
