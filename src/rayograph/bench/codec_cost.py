"""What decoding costs: seconds for a clip of all layers, and memory for a long one."""

import functools
import multiprocessing
import resource
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec

import torch

from rayograph.codec import clips
from rayograph.codec.config import CodecConfig, cells
from rayograph.codec.lights import FEATURES
from rayograph.codec.model import Codec, initialised

CLIP = (25, 256, 448)
"""Frames, height, width that are timed."""
LONG = (257, 288, 512)
LIGHTS, REPEATS, TILE = 3, 3, 16


def lines(codec: Codec, *, rivals: bool) -> Iterator[str]:
    """A line for each thing measured."""
    frames, height, width = CLIP
    for kind in (torch.float32, torch.bfloat16):
        seconds = best(functools.partial(_decode, codec, kind))
        size = f"{frames}×{height}×{width}"
        yield f"decode {size}, all layers, {torch.get_num_threads()} threads, {kind}: {seconds:.2f} s"
    if rivals:
        yield ltx()
    short, long = (_peak(codec.config, count) for count in (33, LONG[0]))
    yield (
        f"peak memory, {LONG[0]} frames {LONG[2]}×{LONG[1]} in tiles of {TILE} cells: {long:.2f} GB "
        f"({short:.2f} GB for 33 frames)"
    )


def best(work: Callable[[], object]) -> float:
    """The shortest of some runs after one that warms up."""
    work()
    spent = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        work()
        spent.append(time.perf_counter() - start)
    return min(spent)


@torch.inference_mode()
def _decode(codec: Codec, kind: torch.dtype) -> None:
    frames, height, width = CLIP
    steps, rows, columns = cells(frames, height, width)
    latents = torch.zeros(1, steps, codec.config.latent, rows, columns)
    stream = (latents[:, k : k + 1] for k in range(steps))
    with torch.autocast("cpu", kind, enabled=kind != torch.float32):
        for _ in clips.decode(codec, stream, torch.ones(1, LIGHTS, FEATURES), frames=frames,
                              size=(height, width)):  # fmt: skip
            pass


@torch.inference_mode()
def ltx() -> str:
    """The decoder of LTX-Video's codec with random weights on the same clip: RGB alone, in the same run."""
    if find_spec("diffusers") is None:
        return "LTX-Video's decoder: not measured; it needs: pip install diffusers"
    from diffusers import AutoencoderKLLTXVideo

    frames, height, width = CLIP
    other = AutoencoderKLLTXVideo().eval()
    latents = torch.zeros(1, 128, (frames - 1) // 8 + 1, height // 32, width // 32)
    told = []
    for kind in (torch.float32, torch.bfloat16):
        other, latents = other.to(kind), latents.to(kind)
        told.append(f"{kind} {best(functools.partial(other.decode, latents)):.2f} s")
    return f"LTX-Video's decoder (diffusers), same clip, RGB alone: {', '.join(told)}"


def _peak(config: CodecConfig, frames: int) -> float:
    """Peak resident memory [GB] of a process that streams a clip through encoder and decoder."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(streamed, (config, frames))


def streamed(config: CodecConfig, frames: int) -> float:
    """Encode and decode a stream in this process; its peak resident memory [GB]."""
    codec = initialised(config, 0).eval()
    _, height, width = LONG
    pictures = (torch.rand(3, height, width) for _ in range(frames))
    latents = clips.encode(codec, pictures, side=TILE)
    for _ in clips.decode(codec, latents, torch.ones(1, LIGHTS, FEATURES), frames=frames,
                          size=(height, width), side=TILE):  # fmt: skip
        pass
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
