"""Latents to features at a quarter of the size, and from them every layer of every frame."""

from einops import rearrange
from jaxtyping import Float
from torch import Tensor, nn
from torch.nn import functional as F

from rayograph.codec.blocks import ChannelNorm, Past, Stage, Unfold, fresh
from rayograph.codec.config import CodecConfig
from rayograph.codec.encoder import PATCH
from rayograph.codec.layers import CHANNELS


class Decoder(nn.Module):
    """Causal in time by whole cells, like the encoder."""

    def __init__(self, config: CodecConfig) -> None:
        super().__init__()
        fine, middle, coarse = config.widths
        self.counts = config.decoder
        self.enter = nn.Conv2d(config.latent, coarse, 3, padding=1)
        self.fine, self.middle, self.coarse = (
            Stage(width, count) for width, count in zip(config.widths, config.decoder, strict=True)
        )
        self.to_middle, self.to_fine = Unfold(coarse, middle, 2), Unfold(middle, fine, 2)
        self.norm = ChannelNorm(fine)

    def forward(
        self, latents: Float[Tensor, "b t c h w"], past: list[list[Past]] | None = None
    ) -> tuple[Float[Tensor, "b t4 c h4 w4"], list[list[Past]]]:
        """Features, four frames for each latent one, and what to hand in as `past` with the latents that
        follow."""
        past = past or fresh(self.counts)
        x = self.enter(rearrange(latents, "b t c h w -> (b t) c h w"))
        x, coarse = self.coarse(rearrange(x, "(b t) c h w -> b t c h w", b=len(latents)), past[2])
        x, middle = self.middle(self.to_middle(x), past[1])
        x, fine = self.fine(self.to_fine(x), past[0])
        flat = self.norm(rearrange(x, "b t c h w -> (b t) c h w"))
        return rearrange(flat, "(b t) c h w -> b t c h w", b=len(latents)), [fine, middle, coarse]


class DataHead(nn.Module):
    """All layers but light: one linear map of the features, in fp32."""

    def __init__(self, config: CodecConfig) -> None:
        super().__init__()
        fine = config.widths[0]
        self.mix = nn.Conv2d(fine, 2 * fine, 1)
        self.out = nn.Conv2d(2 * fine, (sum(CHANNELS.values()) + config.matte) * PATCH * PATCH, 1)

    def forward(self, features: Float[Tensor, "b t c h w"]) -> Float[Tensor, "b t k h4 w4"]:
        """Raw channels (`codec.layers.split`) at full size."""
        flat = rearrange(features, "b t c h w -> (b t) c h w")
        return unpatched(self.out(F.silu(self.mix(flat)).float()), len(features))


def unpatched(x: Float[Tensor, "n k h w"], batch: int) -> Float[Tensor, "b t c h4 w4"]:
    """Channels of a place become its 4×4 pixels."""
    return rearrange(x, "(b t) (c y x) h w -> b t c (h y) (w x)", b=batch, y=PATCH, x=PATCH)
