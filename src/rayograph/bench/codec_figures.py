"""How near decoded layers are to the truth: the figures that `rayograph bench codec` prints, per clip."""

import numpy as np
import torch
from jaxtyping import Bool, Float
from torch import Tensor
from torch.nn import functional as F

from rayograph.codec.code import to_code
from rayograph.codec.layers import Layers
from rayograph.codec.rig import Rig
from rayograph.colour.primaries import ap1_luminance
from rayograph.colour.view import sdr_preview
from rayograph.core.frame import FAR
from rayograph.train.batch import Batch
from rayograph.train.data.clip import Clip

HIGHLIGHT = 1.0
"""Scene-linear value above which a pixel is a highlight: diffuse white."""
STATIC_PX = 0.1
"""A surface whose motion is that of the camera within this stands still."""
Video = Float[Tensor, "b t c h w"]


def figures(found: Layers, truth: Batch, gains: Float[np.ndarray, "g 3"]) -> dict[str, float]:
    """Figures of one clip by name; those that the clip cannot give are left out.

    Args:
        gains: linear gains of the groups under which both are relit.
    """
    scaled = torch.from_numpy(gains.astype(np.float32))[None, :, None, :, None, None]
    relit, exact = (found.groups * scaled).sum(1), (truth.groups * scaled).sum(1)
    solid = truth.solid
    out = {
        "beauty_code_db": psnr(to_code(found.beauty), to_code(truth.beauty)),
        "beauty_view_db": psnr(viewed(found.beauty), viewed(truth.beauty)),
        "relit_view_db": psnr(viewed(relit), viewed(exact)),
        "alpha_abs": float((found.alpha - truth.alpha).abs().mean()),
    }
    bright = highlights(found.beauty, truth.beauty)
    if bright is not None:
        out["highlight_stops"] = bright
    if solid.any():
        near = torch.where(found.depth < 0.99 * FAR, found.depth, torch.full_like(found.depth, FAR))
        facing = F.normalize(truth.normal, dim=2)  # half floats are not quite unit
        chord = (found.normal - facing).norm(dim=2, keepdim=True).clamp_max(2)
        moved = (found.motion[:, :, :2] - truth.motion[:, :, :2]).norm(dim=2, keepdim=True)
        out |= {
            "depth_abs_rel": float(((near - truth.depth).abs() / truth.depth)[solid].clamp_max(10).mean()),
            "normal_deg": float(torch.rad2deg(2 * torch.asin(chord[solid] / 2)).mean()),
            "albedo_db": psnr(found.albedo.clamp(0, 1), truth.albedo.clamp(0, 1), solid),
            "roughness_abs": float((found.roughness - truth.roughness).abs()[solid].mean()),
            "metallic_abs": float((found.metallic - truth.metallic).abs()[solid].mean()),
            "motion_px": float(moved[solid].mean()),
        }
    return out


def psnr(found: Video, truth: Video, where: Bool[Tensor, "b t 1 h w"] | None = None) -> float:
    """Peak signal-to-noise ratio [dB] of values whose range is 1."""
    error = (found - truth) ** 2
    mean = error.mean() if where is None else (error * where).sum() / (where.sum() * error.shape[2])
    return float(-10 * torch.log10(mean.clamp_min(1e-10)))


def viewed(light: Video) -> Video:
    """Through the ACES SDR view, display code 0..1."""
    rgb = np.ascontiguousarray(light.float().permute(0, 1, 3, 4, 2).numpy())
    return torch.from_numpy(sdr_preview(rgb)).permute(0, 1, 4, 2, 3)


def highlights(found: Video, truth: Video) -> float | None:
    """The 99.9th percentile of the error [stops] of luminance above diffuse white; None without any."""
    weights = torch.from_numpy(ap1_luminance().astype(np.float32))[:, None, None]
    ours, true = (found * weights).sum(2), (truth * weights).sum(2)
    bright = true > HIGHLIGHT
    if int(bright.sum()) < 100:
        return None
    stops = (torch.log2(ours.clamp_min(1e-6)) - torch.log2(true.clamp_min(1e-6))).abs()[bright]
    return float(np.quantile(stops.numpy(), 0.999))


def sun_error_deg(rig: Rig, truth: Rig) -> float | None:
    """Angle between the estimated and the true sun; None where there is no sun."""
    if not truth.sun_there[0]:
        return None
    return angle_deg(rig.sun_towards[0].float().numpy(), truth.sun_towards[0].numpy())


def angle_deg(a: np.ndarray, b: np.ndarray) -> float:
    """The angle between two directions."""
    cosine = float(a @ b / max(np.linalg.norm(a) * np.linalg.norm(b), 1e-9))
    return float(np.rad2deg(np.arccos(np.clip(cosine, -1, 1))))


def still(clip: Clip) -> Bool[np.ndarray, "t h w"]:
    """Where a surface is seen that stands still in the world: its motion is the camera's alone."""
    frames, height, width = clip.depth.shape
    rows, columns = np.mgrid[0:height, 0:width] + 0.5
    out = np.zeros((frames, height, width), bool)
    for t in range(frames - 1):
        z, focal = clip.depth[t].astype(np.float64), float(clip.focal_px[t])
        x, y = (columns - width / 2) * z / focal, (rows - height / 2) * z / focal
        there = np.linalg.inv(clip.to_world[t + 1]) @ clip.to_world[t].astype(np.float64)
        seen = np.stack([x, y, z, np.ones_like(z)], -1) @ there.T
        ahead = np.maximum(seen[..., 2], 1e-3)
        moved_x = seen[..., 0] / ahead * clip.focal_px[t + 1] + width / 2 - columns
        moved_y = seen[..., 1] / ahead * clip.focal_px[t + 1] + height / 2 - rows
        apart = np.hypot(moved_x - clip.forward[t, ..., 0], moved_y - clip.forward[t, ..., 1])
        out[t] = (apart < STATIC_PX) & (clip.depth[t] < 0.99 * FAR)
    return out


def flicker(beauty: Video, clip: Clip, where: Bool[np.ndarray, "t h w"]) -> float:
    """Mean change of ACEScct code from a still point to the same point one frame later.

    The point is followed by the true motion; where something else is seen there, it does not count.
    """
    code = to_code(beauty)[0].permute(0, 2, 3, 1).numpy()
    frames, height, width = where.shape
    rows, columns = np.mgrid[0:height, 0:width]
    total, count = 0.0, 0
    for t in range(frames - 1):
        x = columns + clip.forward[t, ..., 0].astype(np.float32)
        y = rows + clip.forward[t, ..., 1].astype(np.float32)
        left, top = np.floor(x).astype(int), np.floor(y).astype(int)
        inside = where[t] & (left >= 0) & (top >= 0) & (left < width - 1) & (top < height - 1)
        left, top = left[inside], top[inside]
        across, down = (x[inside] - left)[:, None], (y[inside] - top)[:, None]
        same = np.ones(len(left), bool)
        for row, column in ((top, left), (top, left + 1), (top + 1, left), (top + 1, left + 1)):
            same &= clip.ids[t + 1][row, column] == clip.ids[t][inside]
        after = code[t + 1]
        upper = after[top, left] * (1 - across) + after[top, left + 1] * across
        lower = after[top + 1, left] * (1 - across) + after[top + 1, left + 1] * across
        change = np.abs(upper * (1 - down) + lower * down - code[t][inside]).mean(-1)
        total, count = total + float(change[same].sum()), count + int(same.sum())
    return total / max(count, 1)
