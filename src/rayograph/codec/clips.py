"""Clips of any length and size through the codec: padded to whole cells, streamed in time, tiled in space.

Streaming keeps one frame per block, so memory does not grow with length. A tile is worked on with
everything that its pixels depend on around it (`CodecConfig.halo`), so a tiled picture is the whole
picture, not a blend of two guesses.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields

import torch
from jaxtyping import Float
from torch import Tensor
from torch.nn import functional as F

from rayograph.codec.blocks import Past
from rayograph.codec.config import SPACE, TIME
from rayograph.codec.layers import Layers
from rayograph.codec.model import Codec
from rayograph.core.errors import ModelError

HEAD = TIME - 1
"""Frames before the first one in its cell."""


@dataclass(frozen=True, kw_only=True)
class Tile:
    """Cells that a tile delivers, and those it is worked on with: (top, bottom, left, right)."""

    inner: tuple[int, int, int, int]
    outer: tuple[int, int, int, int]


def tiles(rows: int, columns: int, side: int | None, halo: int) -> list[Tile]:
    """Tiles of at most `side` cells each way that cover all; None is one tile.

    Raises:
        ModelError: a side below 1.
    """
    if side is not None and side < 1:
        raise ModelError(f"tiles of {side} cells; a tile has 1 or more each way")
    side = side or max(rows, columns)
    found = []
    for top in range(0, rows, side):
        for left in range(0, columns, side):
            inner = (top, min(top + side, rows), left, min(left + side, columns))
            outer = (max(inner[0] - halo, 0), min(inner[1] + halo, rows),
                     max(inner[2] - halo, 0), min(inner[3] + halo, columns))  # fmt: skip
            found.append(Tile(inner=inner, outer=outer))
    return found


def chunks(frames: Iterable[Float[Tensor, "3 h w"]]) -> Iterator[Float[Tensor, "1 4 3 h w"]]:
    """Frames by fours as cells hold them: the first one four times, the last one repeated where frames run
    out."""
    held: list[Tensor] = []
    for number, frame in enumerate(frames):
        held += [frame] * (TIME if number == 0 else 1)
        if len(held) == TIME:
            yield torch.stack(held)[None]
            held = []
    if held:
        yield torch.stack(held + held[-1:] * (TIME - len(held)))[None]


def with_head(light: Float[Tensor, "b t 3 h w"]) -> Float[Tensor, "b t2 3 h w"]:
    """A window (1 more than a multiple of four frames) as cells hold it: its first frame four times."""
    return torch.cat([light[:, :1]] * HEAD + [light], 1)


def padded(light: Float[Tensor, "b t c h w"]) -> Float[Tensor, "b t c h2 w2"]:
    """The picture continued by its edge to whole cells."""
    height, width = light.shape[-2:]
    down, across = -height % SPACE, -width % SPACE
    if not down and not across:
        return light
    flat = F.pad(light.flatten(0, 1), (0, across, 0, down), mode="replicate")
    return flat.reshape(*light.shape[:2], *flat.shape[1:])


@torch.inference_mode()
def encode(
    codec: Codec, frames: Iterable[Float[Tensor, "3 h w"]], *, side: int | None = None
) -> Iterator[Float[Tensor, "1 1 c h16 w16"]]:
    """Latents of a stream of frames (scene-linear ACEScg), one at a time, as soon as its frames are there.

    Args:
        side: cells each way of a tile; None works on the whole picture at once.
    """
    plan: list[Tile] = []
    past: list[list[list[Past]] | None] = []
    for chunk in chunks(frames):
        code = padded(chunk)
        rows, columns = code.shape[-2] // SPACE, code.shape[-1] // SPACE
        if not plan:
            plan = tiles(rows, columns, side, codec.config.encoder_halo)
            past = [None] * len(plan)
        out = code.new_zeros(1, 1, codec.config.latent, rows, columns)
        for k, tile in enumerate(plan):
            top, bottom, left, right = (SPACE * edge for edge in tile.outer)
            mean, _, past[k] = codec.encode(code[..., top:bottom, left:right], past[k])
            _put(out, mean, tile, 1)
        yield out


@torch.inference_mode()
def decode(
    codec: Codec,
    latents: Iterable[Float[Tensor, "1 1 c h16 w16"]],
    lights: Float[Tensor, "1 g k"],
    *,
    frames: int,
    size: tuple[int, int],
    side: int | None = None,
) -> Iterator[Layers]:
    """All layers of a stream of latents, up to four frames at a time.

    Args:
        lights: a row per light group. frames, size: of the clip (height, width), so that what pads it is
            cut away.
        side: cells each way of a tile.
    """
    left_over, first = frames, True
    plan: list[Tile] = []
    past: list[list[list[Past]] | None] = []
    for cell in latents:
        rows, columns = cell.shape[-2:]
        if not plan:
            plan = tiles(rows, columns, side, codec.config.halo)
            past = [None] * len(plan)
        parts = []
        for k, tile in enumerate(plan):
            top, bottom, left, right = tile.outer
            decoded, past[k] = codec.decode(cell[..., top:bottom, left:right], lights, past[k])
            parts.append(decoded.layers())
        whole = parts[0] if len(plan) == 1 else _joined(parts, plan, (rows, columns))
        start, stop = (HEAD, TIME) if first else (0, min(TIME, left_over))
        yield _cut(whole, start, stop, size)
        left_over, first = left_over - (stop - start), False
        if left_over <= 0:
            return


def _put(out: Tensor, part: Tensor, tile: Tile, scale: int) -> None:
    """The inner cells of a tile into the whole; `scale` pixels a cell."""
    top, bottom, left, right = (scale * edge for edge in tile.inner)
    above, before = scale * (tile.inner[0] - tile.outer[0]), scale * (tile.inner[2] - tile.outer[2])
    out[..., top:bottom, left:right] = part[..., above : above + bottom - top, before : before + right - left]


def _joined(parts: list[Layers], plan: list[Tile], cells_: tuple[int, int]) -> Layers:
    whole = {}
    for field in fields(Layers):
        sample: Tensor = getattr(parts[0], field.name)
        out = sample.new_zeros(*sample.shape[:-2], *(SPACE * n for n in cells_))
        for part, tile in zip(parts, plan, strict=True):
            _put(out, getattr(part, field.name), tile, SPACE)
        whole[field.name] = out
    return Layers(**whole)


def _cut(whole: Layers, start: int, stop: int, size: tuple[int, int]) -> Layers:
    """Some frames of all layers, without what pads the picture."""
    cut = {}
    for field in fields(Layers):
        value: Tensor = getattr(whole, field.name)
        cut[field.name] = value[..., start:stop, :, : size[0], : size[1]]
    return Layers(**cut)


def all_frames(parts: Iterable[Layers]) -> Layers:
    """A whole clip from its parts: for clips that fit in memory."""
    held = list(parts)
    return Layers(**{field.name: torch.cat([getattr(part, field.name) for part in held], -4)
                     for field in fields(Layers)})  # fmt: skip
