"""What a shot will cost, said before it starts: time, memory, disk."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from rayograph.core.errors import OutputError
from rayograph.core.plan import ShotPlan
from rayograph.deliver.page import MAX_BYTES
from rayograph.world.engine import raster
from rayograph.world.render.quality import Quality

CORE_SECONDS_PER_MEGASAMPLE = {"tabletop": 2.4, "interior": 3.4, "lake": 1.6, "street": 3.1}
"""Core-seconds per million camera paths, denoising included, as `rayograph bench trace` measured."""
SECONDS_TO_OPEN = {"tabletop": 10.0, "interior": 12.0, "lake": 25.0, "street": 15.0}
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


def estimate(plan: ShotPlan, quality: Quality, frames: int) -> Estimate:
    """Estimate `frames` frames of a plan on this machine's cores."""
    width, height = raster(plan, quality)
    pixels = width * height
    work = frames * pixels * quality.samples / 1e6 * CORE_SECONDS_PER_MEGASAMPLE[plan.set.kind]
    cores = os.cpu_count() or 1
    groups = len(plan.rig.groups)
    return Estimate(
        seconds=SECONDS_TO_OPEN[plan.set.kind] + work / cores,
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
