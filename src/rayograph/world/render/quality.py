"""How much work a frame gets."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Quality:
    """Samples per pixel, path length, denoiser effort, and how far history is trusted.

    scale: raster size relative to the plan's. history: frames accumulated at most, under a camera that stands
    still. head: how many times the samples the first frame gets, so that the picture does
    not visibly settle.
    """

    samples: int
    max_depth: int
    denoiser: str
    history: int
    head: int = 1
    scale: float = 1.0
    detail: str = "full"


QUALITIES: dict[str, Quality] = {
    "draft": Quality(
        samples=4, max_depth=4, denoiser="fast", history=32, head=4, scale=1 / 3, detail="draft"
    ),
    "standard": Quality(samples=16, max_depth=7, denoiser="balanced", history=48, head=6),
    "high": Quality(samples=64, max_depth=10, denoiser="high", history=48, head=3),
    "final": Quality(samples=256, max_depth=14, denoiser="high", history=32),
}
