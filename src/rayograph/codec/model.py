"""The codec: a video VAE whose latent holds the scene."""

from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor, nn

from rayograph.codec import layers
from rayograph.codec.blocks import Past
from rayograph.codec.code import to_code
from rayograph.codec.config import CodecConfig
from rayograph.codec.decoder import DataHead, Decoder
from rayograph.codec.encoder import Encoder
from rayograph.codec.groups import GroupHead, lit
from rayograph.codec.rig import RigHead

MIDDLE = 0.4
"""Code that is 0 for the network: about middle grey."""


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """What the heads gave, as losses see it: raw data layers, code of the amount of light, log shares of
    the lights."""

    raw: dict[str, Tensor]
    amount: Float[Tensor, "b t 3 h w"]
    shares: Float[Tensor, "b g t 3 h w"]

    def layers(self) -> layers.Layers:
        """In physical units."""
        return layers.physical(self.raw, lit(self.amount, self.shares))


class Codec(nn.Module):
    """Encoder, decoder and heads. Sizes must fit whole cells here; `codec.clips` takes any."""

    def __init__(self, config: CodecConfig) -> None:
        super().__init__()
        self.config = config
        self.encoder = Encoder(config)
        self.decoder = Decoder(config)
        self.data, self.groups, self.rig = DataHead(config), GroupHead(config), RigHead(config)

    def encode(
        self, light: Float[Tensor, "b t 3 h w"], past: list[list[Past]] | None = None
    ) -> tuple[Float[Tensor, "b t4 c h16 w16"], Float[Tensor, "b t4 c h16 w16"], list[list[Past]]]:
        """Mean and log-variance of the latents of scene-linear ACEScg light, and the encoder's memory."""
        return self.encoder(to_code(light) - MIDDLE, past)

    def decode(
        self,
        latents: Float[Tensor, "b t c h w"],
        lights: Float[Tensor, "b g k"],
        past: list[list[Past]] | None = None,
    ) -> tuple[Decoded, list[list[Past]]]:
        """All layers of four frames per latent one, and the decoder's memory.

        Args:
            lights: a row per light group (`codec.lights.row`).
        """
        features, last = self.decoder(latents, past)
        amount, shares = self.groups(features, lights)
        return Decoded(raw=layers.split(self.data(features)), amount=amount + MIDDLE, shares=shares), last


def initialised(config: CodecConfig, seed: int) -> Codec:
    """A codec with random weights, the same for the same seed."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return Codec(config)
