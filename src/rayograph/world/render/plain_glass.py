"""What is seen through glass and in water: guides for the denoiser that Mitsuba's own first-hit ones lack."""

import numpy as np
from jaxtyping import Bool, Float, Float32

from rayograph.core.camera import Camera
from rayograph.world.render.plain_passes import Met, directions, meet
from rayograph.world.render.plain_stage import PlainStage
from rayograph.world.render.space import MAX_GLASS


def seen_through(
    stage: PlainStage, camera: Camera, where: Bool[np.ndarray, "h w"]
) -> Float32[np.ndarray, "n 6"]:
    """Albedo, tinted, and normal of the first rough surface beyond the glass at the pixels `where`.

    Of the first glass both what it mirrors and what it lets through, by Fresnel's shares; after that the
    stronger of the two.
    """
    toward = directions(camera)[where.ravel()]
    origin = np.broadcast_to(camera.to_world[:3, 3], toward.shape)
    first = meet(stage, origin, toward)
    direct = np.concatenate([first.albedo, first.normal], axis=1)
    mirrored, bent, share = fresnel(first, toward)
    start = origin + toward * first.distance[:, None]
    reflection, refraction = (_follow(stage, start, way) for way in (mirrored, bent))
    refraction[:, :3] *= first.albedo
    mixed = reflection * share[:, None] + refraction * (1 - share[:, None])
    return np.where(first.clear[:, None], mixed, direct).astype(np.float32)


def _follow(stage: PlainStage, origin: np.ndarray, toward: np.ndarray) -> np.ndarray:
    """Albedo and normal at the end of each ray's way through glass; 0 where it ends in the sky."""
    found, tint = np.zeros((len(toward), 6)), np.ones((len(toward), 3))
    lane = np.arange(len(toward))
    for _ in range(MAX_GLASS):
        origin = origin + toward * 1e-4 * (1 + np.abs(origin).max(1, keepdims=True))
        met = meet(stage, origin, toward)
        ends = ~met.clear
        found[lane[ends], :3] = met.albedo[ends] * tint[ends]
        found[lane[ends], 3:] = met.normal[ends]
        mirrored, bent, share = fresnel(met, toward)
        inside = (share < 0.5)[:, None]
        origin = (origin + toward * met.distance[:, None])[met.clear]
        toward = np.where(inside, bent, mirrored)[met.clear]
        tint = np.where(inside, tint * met.albedo, tint)[met.clear]
        lane = lane[met.clear]
        if not len(lane):
            break
    return found


def fresnel(
    met: Met, toward: Float[np.ndarray, "n 3"]
) -> tuple[Float[np.ndarray, "n 3"], Float[np.ndarray, "n 3"], Float[np.ndarray, "n"]]:
    """Directions mirrored and refracted by a smooth dielectric, and the share of light that is mirrored."""
    cosine = -(met.normal * toward).sum(1)
    entering = cosine > 0
    normal = met.normal * np.where(entering, 1.0, -1.0)[:, None]
    cosine = np.abs(cosine)
    eta = np.where(entering, 1 / met.ior, met.ior)
    square = 1 - eta**2 * (1 - cosine**2)
    beyond = np.sqrt(np.maximum(square, 0))
    mirrored = toward + 2 * cosine[:, None] * normal
    bent = eta[:, None] * toward + (eta * cosine - beyond)[:, None] * normal
    across = (eta * cosine - beyond) / np.maximum(eta * cosine + beyond, 1e-9)
    along = (cosine - eta * beyond) / np.maximum(cosine + eta * beyond, 1e-9)
    share = np.where(square > 0, (across**2 + along**2) / 2, 1.0)
    return mirrored, bent, share
