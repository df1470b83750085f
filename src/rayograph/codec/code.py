"""Between physical layers and what the network works with: log light, log depth, roots, logits. Always in
fp32."""

import torch
from jaxtyping import Float
from torch import Tensor

from rayograph.colour.acescct import BREAK, CODE_BREAK, LARGEST_CODE, OFFSET, SLOPE
from rayograph.core.frame import FAR

DEPTH_STEPS = 16.0
"""Octaves of depth that one unit of depth code spans; code 0 is 1 m."""
MOTION_UNIT = 8.0
"""Motion [px a frame] that is 1 for the network."""
LARGEST = 65504.0


def to_code(light: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """Linear ACEScg to ACEScct code, unclamped: `colour.acescct.encode` for tensors."""
    light = light.float()
    curve = (torch.log2(light.clamp_min(BREAK)) + 9.72) / 17.52
    return torch.where(light <= BREAK, SLOPE * light + OFFSET, curve)


def to_light(code: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """ACEScct code to linear ACEScg, at most the largest half-float: `colour.acescct.decode` for tensors."""
    code = code.float()
    curve = torch.exp2(code.clamp(CODE_BREAK, LARGEST_CODE) * 17.52 - 9.72)
    return torch.where(code <= CODE_BREAK, (code - OFFSET) / SLOPE, curve).clamp_max(LARGEST)


def depth_code(depth: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """Planar Z [m] to octaves."""
    return torch.log2(depth.float().clamp_min(1e-3)) / DEPTH_STEPS


def depth_metres(code: Float[Tensor, "*shape"]) -> Float[Tensor, "*shape"]:
    """The inverse of `depth_code`, at most `FAR`."""
    return torch.exp2(code.float() * DEPTH_STEPS).clamp_max(FAR)
