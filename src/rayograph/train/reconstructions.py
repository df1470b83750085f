"""A sheet of what the codec makes of held-out clips, beside the truth: look at it, losses do not."""

from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float
from torch import Tensor

from rayograph.codec.clips import HEAD, with_head
from rayograph.codec.layers import Layers
from rayograph.codec.model import Codec
from rayograph.colour.view import quantised, sdr_preview
from rayograph.core.camera import Camera
from rayograph.core.frame import FAR, SKY_DEPTH
from rayograph.deliver import falsecolour
from rayograph.deliver.paper import FAINT, INK, Paper
from rayograph.train.batch import Batch, Listed, collated, window

WIDTH, GAP, MARGIN = 224, 6, 24
FRAMES = 9
COLUMNS = ("beauty", "first light", "second light", "depth", "normal", "albedo", "motion")
_CAMERA = np.eye(4)


@torch.inference_mode()
def sheet(codec: Codec, clips: list[Listed], out: Path, *, title: str) -> None:
    """Draw the middle frame of each clip, truth above and what was decoded from its beauty below."""
    page = Paper(2 * MARGIN + len(COLUMNS) * (WIDTH + GAP), MARGIN)
    page.text(title, 24, INK, gap=8)
    page.text(" · ".join(COLUMNS), 15, FAINT, gap=12)
    for of in clips:
        batch = collated([window(of, 0, FRAMES)], codec.config.lamps)
        found, _ = decoded(codec, batch)
        page.text(f"{of.about['split']} · {of.about['caption']}", 13, FAINT, gap=6)
        depth = _np(batch.depth)[FRAMES // 2, ..., 0]
        bounds = falsecolour.depth_range(np.where(depth > 0.99 * FAR, SKY_DEPTH, depth))
        scale = falsecolour.motion_scale(_np(batch.motion)[FRAMES // 2][..., :2])
        for layers in (batch, found):
            pictures = row(layers, bounds, scale)
            tall = round(WIDTH * pictures[0].shape[0] / pictures[0].shape[1])
            for k, picture in enumerate(pictures):
                page.paste(picture, (MARGIN + k * (WIDTH + GAP), page.y), (WIDTH, tall))
            page.y += tall + GAP
        page.y += GAP
    out.parent.mkdir(parents=True, exist_ok=True)
    page.finished().save(out)


@torch.inference_mode()
def decoded(codec: Codec, batch: Batch) -> tuple[Layers, Float[Tensor, "b t4 c h16 w16"]]:
    """All layers from the beauty of whole windows (1 more than a multiple of 4 frames) and from its
    lights, and the latents between."""
    mean, _, _ = codec.encode(with_head(batch.beauty))
    layers = codec.decode(mean, batch.lights)[0].layers()
    cut = {name: getattr(layers, name)[..., HEAD:, :, :, :] for name in Layers.__dataclass_fields__}
    return Layers(**cut), mean


def row(layers: Batch | Layers, bounds: tuple[float, float], scale: float) -> list[np.ndarray]:
    """The pictures of the middle frame, in the order of `COLUMNS`."""
    k = FRAMES // 2
    lights = [_np(layers.groups[:, g])[k] for g in range(min(2, layers.groups.shape[1]))]
    lights += [np.zeros_like(lights[0])] * (2 - len(lights))
    depth = _np(layers.depth)[k, ..., 0]
    height, width = depth.shape
    camera = Camera(to_world=_CAMERA, focal_px=float(width), width=width, height=height,
                    focal_mm=35.0, f_stop=8.0, focus_m=1.0)  # fmt: skip
    return [
        quantised(sdr_preview(_np(layers.beauty)[k])),
        *(quantised(sdr_preview(light)) for light in lights),
        falsecolour.depth_picture(np.where(depth > 0.99 * FAR, SKY_DEPTH, depth), bounds),
        falsecolour.normal_picture(np.where(depth[..., None] > 0.99 * FAR, 0, _np(layers.normal)[k]), camera),
        falsecolour.albedo_picture(_np(layers.albedo)[k]),
        falsecolour.motion_picture(_np(layers.motion)[k][..., :2], scale),
    ]


def _np(value: Tensor) -> np.ndarray:
    """ "1 t c h w" as "t h w c"."""
    return value[0].permute(0, 2, 3, 1).float().cpu().numpy()
