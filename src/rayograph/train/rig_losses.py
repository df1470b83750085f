"""How far the estimated rig is from the true one: sun, sky, lamps, and what they do to three spheres."""

import functools

import numpy as np
import torch
from jaxtyping import Float
from scipy.optimize import linear_sum_assignment
from torch import Tensor
from torch.nn import functional as F

from rayograph.codec.rig import OCTAVES, SKY, Rig
from rayograph.light.envmap import directions, solid_angles

LOBES = (1.0, 16.0)
"""Exponents of the cosine of the diffuse and the matte sphere; the mirror sphere is the sky itself."""
NORMALS = (8, 16)
WEIGHTS = {
    "rig_there": 0.02,
    "rig_sun": 0.1,
    "rig_light": 0.02,
    "rig_sky": 0.05,
    "rig_spheres": 0.05,
    "rig_lamps": 0.02,
}


def terms(rig: Rig, truth: Rig) -> dict[str, Tensor]:
    """Every loss of the rig, unweighted."""
    sun = truth.sun_there
    there = F.binary_cross_entropy_with_logits(
        torch.stack([rig.sun_there, rig.sky_there]), torch.stack([sun, truth.sky_there])
    )
    light = (rig.sun - truth.sun).abs().mean(1) + (rig.sun_radius - truth.sun_radius).abs()
    angles = torch.from_numpy(solid_angles(*SKY).astype(np.float32)).to(rig.sky.device)
    sky = ((rig.sky - truth.sky).abs().mean(1) * angles).sum((1, 2)) / angles.sum()
    return {
        "rig_there": there,
        "rig_sun": over(1 - (rig.sun_towards * truth.sun_towards).sum(1), sun),
        "rig_light": over(light, sun),
        "rig_sky": over(sky, truth.sky_there),
        "rig_spheres": spheres(rig, truth),
        "rig_lamps": lamps(rig, truth),
    }


def weighed(found: dict[str, Tensor]) -> Tensor:
    """The sum that is minimised; 0 where nothing is known of the rig."""
    known = [WEIGHTS[name] * value for name, value in found.items() if name in WEIGHTS]
    return torch.stack(known).sum() if known else torch.zeros(())


def over(error: Float[Tensor, "b"], where: Float[Tensor, "b"]) -> Tensor:
    """Mean over the clips that have it."""
    return (error * where).sum() / where.sum().clamp_min(1)


@functools.cache
def lobes() -> Float[Tensor, "l n texels"]:
    """What each texel of the sky gives to the points of the diffuse and the matte sphere."""
    towards, weight = directions(*SKY).reshape(-1, 3), solid_angles(*SKY).reshape(-1)
    normals = directions(*NORMALS).reshape(-1, 3)
    cosine = np.maximum(normals @ towards.T, 0)
    rows = [cosine**power * weight * (power + 1) / (2 * np.pi) for power in LOBES]
    return torch.from_numpy(np.stack(rows).astype(np.float32))


def shaded(
    sky: Float[Tensor, "b 3 64 128"], sun: Float[Tensor, "b 3"], towards: Float[Tensor, "b 3"]
) -> Tensor:
    """Light "b l n 3" of the points of both spheres under a sky and a sun, in linear light."""
    weight = lobes().to(sky.device)
    from_sky = torch.einsum("lnt,bct->blnc", weight, sky.flatten(2))
    normals = torch.from_numpy(directions(*NORMALS).reshape(-1, 3).astype(np.float32)).to(sky.device)
    cosine = (towards @ normals.T).clamp_min(1e-4)
    from_sun = [cosine[..., None] ** power * (power + 1) / (2 * np.pi) * sun[:, None] for power in LOBES]
    return from_sky + torch.stack(from_sun, 1)


def spheres(rig: Rig, truth: Rig) -> Tensor:
    """Octaves between the three spheres under both rigs (the mirror sphere is `rig_sky`): out of doors
    only."""
    there = truth.sun_there[:, None]
    sky, sun = torch.exp2(OCTAVES * rig.sky.clamp(-3, 2)), torch.exp2(OCTAVES * rig.sun.clamp(-3, 3))
    ours = shaded(sky, sun * there, rig.sun_towards)
    true = shaded(torch.exp2(OCTAVES * truth.sky), torch.exp2(OCTAVES * truth.sun) * there, truth.sun_towards)
    apart = (torch.log2(ours + 1e-4) - torch.log2(true + 1e-4)).abs().mean((1, 2, 3)) / OCTAVES
    return over(apart, truth.sky_there)


def lamps(rig: Rig, truth: Rig) -> Tensor:
    """Slots are matched to lamps so that they fit best (Carion et al., DETR, 2020); then place, flux and
    presence."""
    place = (rig.lamp_place[:, :, None] - truth.lamp_place[:, None]).abs().sum(-1)
    flux = (rig.lamp[:, :, None] - truth.lamp[:, None]).abs().mean(-1)
    cost = (place + flux) * truth.lamp_there[:, None]
    total = rig.lamp_there.new_zeros(())
    for b, each in enumerate(cost):
        slots, lamp = linear_sum_assignment(each.detach().cpu().numpy())
        wanted = truth.lamp_there[b][lamp]
        total = total + each[slots, lamp].mean()
        total = total + F.binary_cross_entropy_with_logits(rig.lamp_there[b][slots], wanted)
    return total / len(cost)
