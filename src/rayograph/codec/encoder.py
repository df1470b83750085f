"""Pictures to latents: scene-linear light as log code, in at full size, out as one cell per 4 frames of
16×16 px."""

import torch
from einops import rearrange
from jaxtyping import Float
from torch import Tensor, nn

from rayograph.codec.blocks import Fold, Past, Stage, fresh
from rayograph.codec.config import CodecConfig

PATCH = 4


class Encoder(nn.Module):
    """Causal in time by whole cells: a cell knows its own four frames and those before."""

    def __init__(self, config: CodecConfig) -> None:
        super().__init__()
        fine, middle, coarse = config.widths
        self.counts = config.encoder
        self.enter = nn.Conv2d(3 * PATCH * PATCH, fine, 3, padding=1)
        self.fine, self.middle, self.coarse = (
            Stage(width, count) for width, count in zip(config.widths, config.encoder, strict=True)
        )
        self.to_middle, self.to_coarse = Fold(fine, middle, 2), Fold(middle, coarse, 2)
        self.leave = nn.Conv2d(coarse, 2 * config.latent, 3, padding=1)

    def forward(
        self, code: Float[Tensor, "b t 3 h w"], past: list[list[Past]] | None = None
    ) -> tuple[Float[Tensor, "b t4 c h16 w16"], Float[Tensor, "b t4 c h16 w16"], list[list[Past]]]:
        """Mean and log-variance of the latents, and what to hand in as `past` with the frames that follow.

        Args:
            code: `codec.code.to_code` of the light; frames a multiple of 4, sides of 16.
        """
        past = past or fresh(self.counts)
        x = self.enter(rearrange(code, "b t c (h y) (w x) -> (b t) (c y x) h w", y=PATCH, x=PATCH))
        x, fine = self.fine(rearrange(x, "(b t) c h w -> b t c h w", b=len(code)), past[0])
        x, middle = self.middle(self.to_middle(x), past[1])
        x, coarse = self.coarse(self.to_coarse(x), past[2])
        out = rearrange(
            self.leave(rearrange(x, "b t c h w -> (b t) c h w")), "(b t) c h w -> b t c h w", b=len(x)
        )
        mean, spread = out.chunk(2, dim=2)
        return mean, spread.clamp(-20, 5), [fine, middle, coarse]


def sampled(mean: Tensor, spread: Tensor, generator: torch.Generator) -> Tensor:
    """A draw from the latents' distribution (Kingma and Welling, "Auto-encoding variational Bayes", 2014)."""
    noise = torch.randn(mean.shape, generator=generator, device=mean.device, dtype=mean.dtype)
    return mean + torch.exp(0.5 * spread) * noise


def nested(latents: Float[Tensor, "b t c h w"], kept: int) -> Float[Tensor, "b t c h w"]:
    """The latents with all but the first `kept` channels at zero: what a draft works with."""
    if kept >= latents.shape[2]:
        return latents
    return torch.cat([latents[:, :, :kept], torch.zeros_like(latents[:, :, kept:])], 2)
