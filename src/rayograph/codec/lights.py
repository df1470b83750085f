"""What tells the group head which light a group is: one row of numbers per group, in the heading frame.

The heading frame stands at the camera of the first frame, +Z up as in the world, and +Y where that camera
looks when its tilt is taken away. Light has no time index, and neither has a row.
"""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float32

FEATURES = 20
"""Numbers of a row: there · sun, sky, lamps? · sun towards (3), log2 irradiance (3) · log2 sky (3) · lamps
towards (3), log2 metres, log2 flux (3)."""
QUIET = 1e-6
"""Light below this is written as this."""


@dataclass(frozen=True, kw_only=True)
class Light:
    """The lights of one group, in world axes as they expose; zeros for what it does not have.

    sun: towards it, then irradiance on a facing plane. sky: mean radiance. lamps: place [m], then flux [lm
    × exposure].
    """

    sun: Float32[np.ndarray, "6"]
    sky: Float32[np.ndarray, "3"]
    lamps: Float32[np.ndarray, "6"]


def heading(to_world: Float32[np.ndarray, "4 4"]) -> Float32[np.ndarray, "3 3"]:
    """World axes to heading axes, from the first camera (OpenCV axes): rows are right, forward, up."""
    forward = to_world[:3, 2].astype(np.float64) * [1, 1, 0]
    if np.linalg.norm(forward) < 1e-3:  # straight down or up: what is up in the picture is ahead
        forward = -to_world[:3, 1].astype(np.float64) * [1, 1, 0]
    forward /= np.linalg.norm(forward)
    up = np.array([0.0, 0.0, 1.0])
    return np.stack([np.cross(forward, up), forward, up]).astype(np.float32)


def row(light: Light, to_world: Float32[np.ndarray, "4 4"]) -> Float32[np.ndarray, "20"]:
    """The numbers of a group as the first camera finds it."""
    axes, place = heading(to_world), to_world[:3, 3]
    out = np.zeros(FEATURES, np.float32)
    out[0] = 1
    if light.sun[3:].any():
        out[1], out[4:7], out[7:10] = 1, axes @ light.sun[:3], octaves(light.sun[3:])
    if light.sky.any():
        out[2], out[10:13] = 1, octaves(light.sky)
    if light.lamps[3:].any():
        towards = axes @ (light.lamps[:3] - place)
        far = max(float(np.linalg.norm(towards)), 1e-3)
        out[3], out[13:16], out[16], out[17:20] = 1, towards / far, np.log2(far) / 4, octaves(light.lamps[3:])
    return out


def octaves(light: np.ndarray) -> np.ndarray:
    """Light in octaves, scaled to the network's range."""
    return (np.log2(np.maximum(light, QUIET)) / 8).astype(np.float32)
