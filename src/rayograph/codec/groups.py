"""The light groups: how bright a pixel is, and how much of that each light made. One head for any number
of lights.

Each group is a share of one amount, and the shares are a softmax over the lights of the shot, per channel.
So the groups sum to beauty whatever the network does, none is negative where beauty is not, and a scaled
light is a scaled group. The amount is never delivered by itself: beauty is the sum of the groups.
"""

import torch
from einops import rearrange, repeat
from jaxtyping import Float
from torch import Tensor, nn
from torch.nn import functional as F

from rayograph.codec.code import to_light
from rayograph.codec.config import CodecConfig
from rayograph.codec.decoder import unpatched
from rayograph.codec.encoder import PATCH
from rayograph.codec.lights import FEATURES

ABSENT = -1e4
"""Share logit of a light that is not there (batches are padded to the same number of lights)."""


class GroupHead(nn.Module):
    """Features and one token per light to the light that each made."""

    def __init__(self, config: CodecConfig) -> None:
        super().__init__()
        fine = config.widths[0]
        self.token = nn.Sequential(
            nn.Linear(FEATURES, config.token), nn.SiLU(), nn.Linear(config.token, 2 * fine)
        )
        self.amount = nn.Sequential(nn.Conv2d(fine, fine, 1), nn.SiLU())
        self.amount_out = nn.Conv2d(fine, 3 * PATCH * PATCH, 1)
        self.mix = nn.Conv2d(fine, fine, 1)
        self.share_out = nn.Conv2d(fine, 3 * PATCH * PATCH, 1)

    def forward(
        self, features: Float[Tensor, "b t c h w"], lights: Float[Tensor, "b g k"]
    ) -> tuple[Float[Tensor, "b t 3 h4 w4"], Float[Tensor, "b g t 3 h4 w4"]]:
        """Code of the amount of light, and the log of each light's share of it.

        Args:
            lights: `codec.lights` of each group; all zero for one that is not there.
        """
        flat = rearrange(features, "b t c h w -> (b t) c h w")
        amount = unpatched(self.amount_out(self.amount(flat)).float(), len(features))
        scale, shift = self.token(lights)[..., None, None, None].chunk(2, dim=2)
        mixed = rearrange(self.mix(flat), "(b t) c h w -> b 1 c t h w", b=len(features))
        lit = rearrange(F.silu(mixed * (1 + scale) + shift), "b g c t h w -> (b g t) c h w")
        logits = unpatched(self.share_out(lit).float(), len(lights) * lights.shape[1])
        logits = rearrange(logits, "(b g) t c h w -> b g t c h w", b=len(lights))
        absent = ~lights.any(-1)
        logits = torch.where(absent[..., None, None, None, None], ABSENT, logits)
        return amount, torch.log_softmax(logits, 1)


def lit(
    amount: Float[Tensor, "b t 3 h w"], shares: Float[Tensor, "b g t 3 h w"]
) -> Float[Tensor, "b g t 3 h w"]:
    """Light groups in scene-linear ACEScg, fp32."""
    return repeat(to_light(amount), "b t c h w -> b g t c h w", g=shares.shape[1]) * shares.exp()
