"""What the codec has to beat: every layer made small, kept in as many numbers as its latent has, and enlarged
again by trilinear interpolation. The reference knows every layer exactly; the codec is shown beauty alone."""

import math

import torch
from torch import Tensor
from torch.nn import functional as F

from rayograph.codec.code import depth_code, depth_metres, to_code, to_light
from rayograph.codec.config import cells
from rayograph.codec.layers import Layers
from rayograph.core.frame import FAR
from rayograph.train.batch import Batch

SKY_CODE = 1.0
"""Depth code of the sky: 65536 m."""


def trilinear(truth: Batch, latent: int) -> Layers:
    """The layers of one clip through a grid with as many numbers as a latent of `latent` channels.

    The grid has the latent's steps in time; its sides follow from what is left. Light is kept as ACEScct code
    of each group, depth in octaves, albedo as roots: what the codec's losses see as well.
    """
    frames, height, width = truth.depth.shape[1], *truth.depth.shape[3:]
    groups = truth.groups.shape[1]
    kept = {
        "groups": to_code(truth.groups[0]).permute(1, 0, 2, 3, 4).flatten(1, 2),
        "alpha": truth.alpha[0],
        "depth": torch.where(truth.solid[0], depth_code(truth.depth[0]), torch.tensor(SKY_CODE)),
        "normal": truth.normal[0],
        "albedo": truth.albedo[0].clamp(0, 1).sqrt(),
        "roughness": truth.roughness[0],
        "metallic": truth.metallic[0],
        "motion": truth.motion[0],
    }
    grid = grid_of(frames, height, width, latent, sum(value.shape[1] for value in kept.values()))
    small = {name: _through(value, grid) for name, value in kept.items()}
    light = to_light(small["groups"]).reshape(frames, groups, 3, height, width).permute(1, 0, 2, 3, 4)
    depth = depth_metres(small["depth"])
    return Layers(
        groups=light[None],
        alpha=small["alpha"][None],
        depth=torch.where(small["alpha"] < 0.5, torch.tensor(FAR), depth)[None],
        normal=F.normalize(small["normal"], dim=1, eps=1e-6)[None],
        albedo=(small["albedo"] ** 2)[None],
        roughness=small["roughness"][None],
        metallic=small["metallic"][None],
        motion=small["motion"][None],
        matte=truth.depth.new_zeros(1, frames, 0, height, width),
        confidence=torch.ones_like(truth.depth),
    )


def grid_of(frames: int, height: int, width: int, latent: int, channels: int) -> tuple[int, int, int]:
    """Steps, rows and columns of a grid of `channels` that holds at most as many numbers as the latent."""
    steps, down, across = cells(frames, height, width)
    finer = math.sqrt(latent / channels)
    return steps, max(1, math.floor(down * finer)), max(1, math.floor(across * finer))


def _through(value: Tensor, grid: tuple[int, int, int]) -> Tensor:
    """ "t c h w" averaged onto the grid and back."""
    block = value.permute(1, 0, 2, 3)[None]
    small = F.adaptive_avg_pool3d(block, grid)
    back = F.interpolate(small, size=block.shape[2:], mode="trilinear", align_corners=False)
    return back[0].permute(1, 0, 2, 3)
