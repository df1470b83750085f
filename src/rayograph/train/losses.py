"""How far decoded layers are from the truth, one function per layer; all in fp32."""

import torch
from jaxtyping import Bool, Float
from torch import Tensor
from torch.nn import functional as F

from rayograph.codec.clips import HEAD, with_head
from rayograph.codec.code import DEPTH_STEPS, MOTION_UNIT, depth_code, to_code
from rayograph.codec.encoder import nested, sampled
from rayograph.codec.groups import lit
from rayograph.codec.lights import FEATURES
from rayograph.codec.model import Codec, Decoded
from rayograph.train.batch import Batch

GROUP_FLOOR = 1e-4
"""A group below this part of beauty is not asked for: nobody sees it, and its log has no end."""
PIXELS = 256
"""Pixels that are compared with each other for the matte embedding, per clip."""
WEIGHTS = {
    "beauty": 1.0, "edges": 1.0, "groups": 0.5, "alpha": 0.1, "depth": 0.1, "normal": 0.2, "albedo": 0.5,
    "roughness": 0.1, "metallic": 0.05, "motion": 0.05, "matte": 0.02, "latent": 1e-6,
}  # fmt: skip


def terms(decoded: Decoded, truth: Batch, mean: Tensor, spread: Tensor) -> dict[str, Tensor]:
    """Every loss of the layers, unweighted."""
    raw, solid = decoded.raw, truth.solid
    code = to_code(truth.beauty)
    return {
        "beauty": (decoded.amount - code).abs().mean(),
        "edges": edges(decoded.amount, code),
        "groups": groups(decoded, truth, code),
        "alpha": F.binary_cross_entropy_with_logits(raw["alpha"], truth.alpha),
        "depth": laplace(raw["depth"] - depth_code(truth.depth), raw["doubt"], solid),
        "normal": masked(1 - F.cosine_similarity(raw["normal"], truth.normal, dim=2)[:, :, None], solid),
        "albedo": masked((torch.sigmoid(raw["albedo"]) - truth.albedo.clamp(0, 1).sqrt()).abs(), solid),
        "roughness": masked((torch.sigmoid(raw["roughness"]) - truth.roughness).abs(), solid),
        "metallic": masked((torch.sigmoid(raw["metallic"]) - truth.metallic).abs(), solid),
        "motion": masked(strayed(raw["motion"], truth.motion / MOTION_UNIT), solid),
        "matte": matte(raw["matte"], truth.ids),
        "latent": 0.5 * (mean**2 + spread.exp() - 1 - spread).sum(2).mean(),
    }  # fmt: skip


def weighed(found: dict[str, Tensor]) -> Tensor:
    """The sum that is minimised."""
    return torch.stack([WEIGHTS[name] * value for name, value in found.items() if name in WEIGHTS]).sum()


def masked(error: Float[Tensor, "b t c h w"], where: Bool[Tensor, "b t 1 h w"]) -> Tensor:
    """Mean over the places that count."""
    return (error * where).sum() / (where.sum() * error.shape[2]).clamp_min(1)


def strayed(motion: Float[Tensor, "b t 4 h w"], truth: Float[Tensor, "b t 4 h w"]) -> Tensor:
    """Huber's loss of motion, in `MOTION_UNIT`: what is nearly right counts little."""
    return F.smooth_l1_loss(motion, truth, reduction="none", beta=0.1)


def edges(code: Float[Tensor, "b t 3 h w"], truth: Float[Tensor, "b t 3 h w"]) -> Tensor:
    """Differences to the next pixel and to the next frame, at three scales: what the eye finds first."""
    error = (code - truth).flatten(0, 1)
    total = (code[:, 1:] - code[:, :-1] - truth[:, 1:] + truth[:, :-1]).abs().mean()
    for _ in range(3):
        total = total + (error[..., 1:, :] - error[..., :-1, :]).abs().mean()
        total = total + (error[..., 1:] - error[..., :-1]).abs().mean()
        error = F.avg_pool2d(error, 2)
    return total / 4


def groups(decoded: Decoded, truth: Batch, code: Float[Tensor, "b t 3 h w"]) -> Tensor:
    """Light groups in code, where there is something to see of them. The amount is the truth's, so that
    this loss moves shares alone; beauty has its own."""
    error = (to_code(lit(code, decoded.shares)) - to_code(truth.groups)).abs()
    seen = truth.groups > GROUP_FLOOR * truth.beauty[:, None]
    return (error * seen).sum() / seen.sum().clamp_min(1)


def laplace(error: Float[Tensor, "b t 1 h w"], doubt: Tensor, where: Tensor) -> Tensor:
    """Negative log-likelihood of depth in octaves: the network says how sure it is.

    Kendall and Gal, "What uncertainties do we need in Bayesian deep learning", 2017, with a Laplace law.
    """
    octaves = DEPTH_STEPS * error.abs()
    bounded = doubt.clamp(-5, 3)
    return masked(octaves * torch.exp(-bounded) + bounded, where)


def matte(embedding: Float[Tensor, "b t k h w"], ids: Tensor) -> Tensor:
    """Pixels of one object should point the same way, pixels of two apart: cross-entropy over
    pairs of pixels spread evenly."""
    total = embedding.new_zeros(())
    for each, known in zip(embedding, ids, strict=True):
        flat, who = each.permute(0, 2, 3, 1).flatten(0, 2), known.flatten()
        picks = torch.linspace(0, len(who) - 1, PIXELS, device=who.device).long()
        unit, who = F.normalize(flat[picks], dim=1, eps=1e-6), who[picks]
        total = total + F.binary_cross_entropy_with_logits(
            8 * (unit @ unit.T) - 4, (who[:, None] == who[None]).float()
        )
    return total / len(ids)


def light_step(
    codec: Codec, light: Float[Tensor, "b t 3 h w"], seed: int, *, draft: bool
) -> dict[str, Tensor]:
    """The losses of plain pictures, of which nothing is known but their light: one group makes all of it."""
    alone = torch.zeros(len(light), 1, FEATURES, device=light.device)
    alone[..., 0] = 1
    mean, spread, latents = drawn_latents(codec, light, seed, draft=draft)
    amount = codec.decode(latents, alone)[0].amount[:, HEAD:]
    code = to_code(light)
    return {
        "beauty": (amount - code).abs().mean(),
        "edges": edges(amount, code),
        "latent": 0.5 * (mean**2 + spread.exp() - 1 - spread).sum(2).mean(),
    }


def step(codec: Codec, batch: Batch, seed: int, *, draft: bool) -> tuple[Decoded, dict[str, Tensor], Tensor]:
    """Encode with noise, drop trailing channels for a part of the batches, decode.

    Returns what was decoded without the frames that pad the first cell, the losses, and the latents.
    """
    mean, spread, latents = drawn_latents(codec, batch.beauty, seed, draft=draft)
    decoded, _ = codec.decode(latents, batch.lights)
    real = Decoded(
        raw={name: value[:, HEAD:] for name, value in decoded.raw.items()},
        amount=decoded.amount[:, HEAD:],
        shares=decoded.shares[:, :, HEAD:],
    )
    return real, terms(real, batch, mean, spread), latents


def drawn_latents(
    codec: Codec, light: Float[Tensor, "b t 3 h w"], seed: int, *, draft: bool
) -> tuple[Tensor, Tensor, Tensor]:
    """Mean and log-variance, and a draw of latents with trailing channels dropped if `draft`."""
    mean, spread, _ = codec.encode(with_head(light))
    mean, spread = mean.float(), spread.float()
    generator = torch.Generator(device=mean.device).manual_seed(seed)
    latents = sampled(mean, spread, generator)
    if draft:
        choice = torch.rand((), generator=generator, device=mean.device).item()
        count = codec.config.latent
        latents = nested(latents, max(count // 4, int(count * min(1.0, 0.25 + 1.5 * choice))))
    return mean, spread, latents
