"""The light of the whole clip, from all its latents: one rig, without a time index."""

from dataclasses import dataclass

import torch
from einops import rearrange, repeat
from jaxtyping import Float
from torch import Tensor, nn
from torch.nn import functional as F

from rayograph.codec.config import CodecConfig
from rayograph.codec.lights import FEATURES, QUIET

SKY = (64, 128)
"""Rows and columns of the sky map: lat-long, row 0 the zenith, column 0 at the heading frame's +X."""
_SEED = (4, 8)
_QUERIES = 4
OCTAVES = 8.0
"""log2 of light is divided by this inside the network, as in `codec.lights`."""


@dataclass(frozen=True, kw_only=True)
class Rig:
    """What the light head sees, in the heading frame (`codec.lights`); light as it exposes, in octaves /
    `OCTAVES`.

    sun_there, sky_there: logits. sun_towards: unit. sun: irradiance on a facing plane. sun_radius: log2 of
    its sine / `OCTAVES`. sky: radiance. lamp_there: logit per slot; lamp_place: towards (unit) and log2
    metres / 4; lamp: flux.
    """

    sun_there: Float[Tensor, "b"]
    sun_towards: Float[Tensor, "b 3"]
    sun: Float[Tensor, "b 3"]
    sun_radius: Float[Tensor, "b"]
    sky_there: Float[Tensor, "b"]
    sky: Float[Tensor, "b 3 64 128"]
    lamp_there: Float[Tensor, "b n"]
    lamp_place: Float[Tensor, "b n 4"]
    lamp: Float[Tensor, "b n 3"]


class RigHead(nn.Module):
    """A few questions attend to all places of all latents; what they find is the rig.

    Each place is given with where it is in the picture, since direction is what is asked for.
    """

    def __init__(self, config: CodecConfig) -> None:
        super().__init__()
        width = config.rig
        self.lamps = config.lamps
        self.enter = nn.Sequential(
            nn.Linear(config.latent + 3, 2 * width), nn.SiLU(), nn.Linear(2 * width, width)
        )
        self.questions = nn.Parameter(torch.randn(_QUERIES, width) * width**-0.5)
        self.key, self.value = nn.Linear(width, width), nn.Linear(width, width)
        self.think = nn.Sequential(
            nn.Linear((_QUERIES + 1) * width, 2 * width), nn.SiLU(), nn.Linear(2 * width, width), nn.SiLU()
        )
        self.numbers = nn.Linear(width, 9 + 8 * config.lamps)
        rows, columns = _SEED
        self.seed = nn.Linear(width, width // 2 * rows * columns)
        self.grow = nn.ModuleList(
            nn.Conv2d(a, b, 3) for a, b in ((width // 2, 48), (48, 32), (32, 24), (24, 16))
        )
        self.sky_out = nn.Conv2d(16, 3, 1)

    def forward(self, latents: Float[Tensor, "b t c h w"]) -> Rig:
        """The rig of each clip, whatever its length and size."""
        known = self._known(latents)
        numbers = self.numbers(known).float()
        sun, lamps = numbers[:, :9], numbers[:, 9:].reshape(len(numbers), self.lamps, 8)
        return Rig(
            sun_there=sun[:, 0],
            sun_towards=F.normalize(sun[:, 1:4], dim=1, eps=1e-6),
            sun=sun[:, 4:7],
            sun_radius=sun[:, 7],
            sky_there=sun[:, 8],
            sky=self._sky(known),
            lamp_there=lamps[..., 0],
            lamp_place=torch.cat([F.normalize(lamps[..., 1:4], dim=-1, eps=1e-6), lamps[..., 4:5]], -1),
            lamp=lamps[..., 5:],
        )

    def _known(self, latents: Tensor) -> Tensor:
        frames, rows, columns = latents.shape[1], *latents.shape[3:]
        grid = torch.meshgrid(
            *(torch.linspace(-1, 1, n + 2, device=latents.device)[1:-1] for n in (frames, rows, columns)),
            indexing="ij",
        )
        place = repeat(torch.stack(grid, -1), "t h w k -> b (t h w) k", b=len(latents)).to(latents.dtype)
        tokens = self.enter(torch.cat([rearrange(latents, "b t c h w -> b (t h w) c"), place], -1))
        asked = repeat(self.questions, "q c -> b q c", b=len(tokens)).to(tokens.dtype)
        found = F.scaled_dot_product_attention(asked, self.key(tokens), self.value(tokens))
        whole = torch.cat([found, tokens.mean(1, keepdim=True)], 1)
        return self.think(rearrange(whole, "b q c -> b (q c)"))

    def _sky(self, known: Tensor) -> Tensor:
        x = self.seed(known).reshape(len(known), -1, *_SEED)
        for conv in self.grow:
            x = F.interpolate(x, scale_factor=2, mode="nearest")
            x = F.pad(F.pad(x, (1, 1, 0, 0), mode="circular"), (0, 0, 1, 1), mode="replicate")
            x = F.silu(conv(x))
        return self.sky_out(x).float()


def seen_lights(rig: Rig) -> tuple[tuple[str, ...], Float[Tensor, "1 g k"]]:
    """The light groups that the rig of one clip (batch of 1) names, and their rows (`codec.lights.row`).

    One group at least: where the head is sure of nothing, what it finds likeliest.
    """
    chances = {"sun": rig.sun_there[0], "sky": rig.sky_there[0]}
    chances |= {f"lamp{k + 1}": chance for k, chance in enumerate(rig.lamp_there[0])}
    names = tuple(name for name, chance in chances.items() if chance > 0)
    names = names or (max(chances, key=lambda name: float(chances[name])),)
    rows = torch.zeros(1, len(names), FEATURES, device=rig.sky.device)
    rows[:, :, 0] = 1
    for g, name in enumerate(names):
        row = rows[0, g]
        if name == "sun":
            row[1], row[4:7], row[7:10] = 1, rig.sun_towards[0], rig.sun[0]
        elif name == "sky":
            mean = torch.exp2(OCTAVES * rig.sky[0].float()).mean((1, 2))
            row[2], row[10:13] = 1, torch.log2(mean.clamp_min(QUIET)) / OCTAVES
        else:
            k = int(name.removeprefix("lamp")) - 1
            row[3], row[13:17], row[17:20] = 1, rig.lamp_place[0, k], rig.lamp[0, k]
    return names, rows
