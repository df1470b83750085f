"""What a training set is drawn from: sizes, shares, how much work a frame gets."""

from dataclasses import dataclass

from rayograph.world.render.quality import Quality

SIZES = ((256, 160), (448, 256))
"""Rasters [px] of clips: width, height, both multiples of 32."""


@dataclass(frozen=True, kw_only=True)
class DataRecipe:
    """How clips are made. The same recipe gives the same clips, whatever the number of processes.

    frames: of a clip. large: part of the places that are shot at the larger of `SIZES`.
    clips_per_place: clips that are shot in one built set, which is also one shard on disk.
    places: set → its share. recombined, beyond: part of the places that go to the two held-out splits.
    quality: work per frame; its scale must be 1.
    """

    name: str
    seed: int = 0
    frames: int = 25
    fps: str = "24"
    large: float = 0.2
    clips_per_place: int = 4
    places: tuple[tuple[str, float], ...] = (
        ("tabletop", 0.55),
        ("interior", 0.1),
        ("lake", 0.2),
        ("street", 0.15),
    )
    recombined: float = 0.1
    beyond: float = 0.1
    quality: Quality = Quality(
        samples=12, max_depth=6, denoiser="balanced", history=48, head=2, detail="draft"
    )
