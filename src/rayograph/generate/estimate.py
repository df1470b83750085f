"""What a shot will cost, said before it starts: time, memory, disk."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from rayograph.core.errors import OutputError
from rayograph.core.plan import ShotPlan
from rayograph.deliver.page import MAX_BYTES
from rayograph.generate import pace
from rayograph.world.engine import raster
from rayograph.world.render.quality import QUALITIES, Quality

BYTES_PER_PIXEL = 62.0
"""Compressed EXR bytes per pixel without groups; each group adds `BYTES_PER_GROUP_PIXEL`."""
BYTES_PER_GROUP_PIXEL = 4.6
PREVIEW_BYTES = 8e6
"""Sky, sheet, stage and movie; the page adds `PAGE_BYTES` a frame, up to its own limit."""
PAGE_BYTES = 0.3e6


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """seconds of wall time, bytes of disk and of memory."""

    seconds: float
    disk: float
    memory: float

    def line(self) -> str:
        """One line for the terminal."""
        minutes = self.seconds / 60
        time = f"{minutes:.0f} min" if minutes >= 2 else f"{self.seconds:.0f} s"
        return f"about {time}, {self.disk / 1e6:.0f} MB of disk, {self.memory / 1e9:.1f} GB of memory"


def million_paths(plan: ShotPlan, quality: Quality) -> float:
    """Million camera paths of a frame."""
    width, height = raster(plan, quality)
    return width * height * quality.samples / 1e6


def name_of(quality: Quality) -> str:
    """The name of a quality, or its numbers if it has none."""
    return next((name for name, known in QUALITIES.items() if known == quality), str(quality))


def estimate(plan: ShotPlan, quality: Quality, frames: int) -> Estimate:
    """Estimate `frames` frames of a plan on this machine."""
    width, height = raster(plan, quality)
    pixels = width * height
    paths = million_paths(plan, quality)
    found = pace.expected(plan.set.kind, name_of(quality), paths)
    frame = paths * found.tracing + pace.PREVIEWS
    groups = len(plan.rig.groups)
    return Estimate(
        seconds=found.opening + frames * frame,
        disk=frames * pixels * (BYTES_PER_PIXEL + groups * BYTES_PER_GROUP_PIXEL)
        + PREVIEW_BYTES
        + min(frames * PAGE_BYTES, MAX_BYTES),
        memory=1.2e9
        + pixels * (400 + 60 * groups)
        + min(pixels * quality.samples, 3e6) * (200 + 24 * groups),
    )


def check_disk(folder: Path, needed: float) -> None:
    """Refuse to start in `folder`, which exists, what will not fit.

    Raises:
        OutputError: the disk has less room than the shot needs.
    """
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise OutputError(
            f"{folder}: the shot needs about {needed / 1e6:.0f} MB, {free / 1e6:.0f} MB are free; "
            "choose another folder with -o, or a smaller --size"
        )
