"""What the decoder gives for each pixel: every layer of a frame, in its own units."""

from dataclasses import dataclass

import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn import functional as F

from rayograph.codec.code import MOTION_UNIT, depth_metres
from rayograph.core.frame import FAR

CHANNELS = {
    "alpha": 1,
    "depth": 1,
    "normal": 3,
    "albedo": 3,
    "roughness": 1,
    "metallic": 1,
    "motion": 4,
    "doubt": 1,
}
"""Channels of the data head, in order; the matte embedding follows."""


@dataclass(frozen=True, kw_only=True)
class Layers:
    """Decoded layers of a clip.

    groups: light groups as lit, scene-linear ACEScg; beauty is their sum. alpha: coverage of what is not sky.
    depth: planar Z [m], `FAR` where sky covers most. normal: unit, camera axes (x right, y down, z forward).
    motion: px to the next (x, y) and to the previous frame (x, y). matte: embedding, alike within an object.
    confidence: expected relative accuracy of depth, 1 is certain.
    """

    groups: Float[Tensor, "b g t 3 h w"]
    alpha: Float[Tensor, "b t 1 h w"]
    depth: Float[Tensor, "b t 1 h w"]
    normal: Float[Tensor, "b t 3 h w"]
    albedo: Float[Tensor, "b t 3 h w"]
    roughness: Float[Tensor, "b t 1 h w"]
    metallic: Float[Tensor, "b t 1 h w"]
    motion: Float[Tensor, "b t 4 h w"]
    matte: Float[Tensor, "b t k h w"]
    confidence: Float[Tensor, "b t 1 h w"]

    @property
    def beauty(self) -> Float[Tensor, "b t 3 h w"]:
        """The sum of the groups, single precision."""
        return self.groups.float().sum(1)


def split(raw: Float[Tensor, "b t c h w"]) -> dict[str, Tensor]:
    """The data head's output by layer, as the network sees them (logits, codes); "matte" is what is left."""
    counts = [*CHANNELS.values(), raw.shape[2] - sum(CHANNELS.values())]
    return dict(zip((*CHANNELS, "matte"), torch.split(raw.float(), counts, dim=2), strict=True))


def physical(raw: dict[str, Tensor], groups: Float[Tensor, "b g t 3 h w"]) -> Layers:
    """Layers in their own units from what the heads gave."""
    alpha = torch.sigmoid(raw["alpha"])
    depth = depth_metres(raw["depth"])
    return Layers(
        groups=groups,
        alpha=alpha,
        depth=torch.where(alpha < 0.5, torch.full_like(depth, FAR), depth),
        normal=F.normalize(raw["normal"], dim=2, eps=1e-6),
        albedo=torch.sigmoid(raw["albedo"]) ** 2,
        roughness=torch.sigmoid(raw["roughness"]),
        metallic=torch.sigmoid(raw["metallic"]),
        motion=raw["motion"] * MOTION_UNIT,
        matte=raw["matte"],
        confidence=torch.exp(-raw["doubt"].exp()),
    )
