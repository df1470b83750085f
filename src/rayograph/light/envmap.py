"""Lat-long maps: which direction a texel is, how much of the sphere it covers, what light it gives.

Row 0 is the zenith (+Z), the last row the nadir; column c looks along azimuth 2π(c + 0.5)/width,
counter-clockwise from +X seen from above.
"""

import numpy as np
from jaxtyping import Float


def directions(height: int, width: int) -> Float[np.ndarray, "h w 3"]:
    """Unit vector through each texel's centre."""
    polar = (np.arange(height) + 0.5) / height * np.pi
    azimuth = (np.arange(width) + 0.5) / width * 2 * np.pi
    ring = np.stack([np.cos(azimuth), np.sin(azimuth)], 1)
    return np.concatenate(
        [
            np.sin(polar)[:, None, None] * ring[None],
            np.broadcast_to(np.cos(polar)[:, None, None], (height, width, 1)),
        ],
        axis=2,
    )


def solid_angles(height: int, width: int) -> Float[np.ndarray, "h w"]:
    """Solid angle of each texel [sr], exact: they sum to 4π."""
    edge = np.cos(np.linspace(0, np.pi, height + 1))
    return np.repeat(((edge[:-1] - edge[1:]) * 2 * np.pi / width)[:, None], width, axis=1)


def irradiance(
    radiance: Float[np.ndarray, "h w 3"], normal: tuple[float, float, float]
) -> Float[np.ndarray, "3"]:
    """Light on a plane facing `normal` [lux for a map in cd/m²]: ∫ L max(0, n·ω) dω."""
    height, width = radiance.shape[:2]
    cosine = np.maximum(directions(height, width) @ (np.asarray(normal) / np.linalg.norm(normal)), 0)
    return np.einsum("hw,hwc->c", cosine * solid_angles(height, width), radiance)


def sphere_mean(radiance: Float[np.ndarray, "h w 3"]) -> Float[np.ndarray, "3"]:
    """Mean radiance over the whole sphere."""
    return np.einsum("hw,hwc->c", solid_angles(*radiance.shape[:2]), radiance) / (4 * np.pi)
