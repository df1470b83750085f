"""Plain footage to train on: pictures alone, of which beauty is asked and nothing else.

Footage is decoded once, brought to the size that clips have, and kept as half floats beside the run, so that
a window of it costs as little to read as one of a clip.
"""

import hashlib
from pathlib import Path

import numpy as np
import torch
from jaxtyping import Float
from numpy.lib.format import open_memmap
from torch import Tensor
from torch.nn import functional as F

from rayograph.core.errors import OutputError
from rayograph.deliver.atomic import atomic_path
from rayograph.footage import MOVIES, STILLS, Footage, open_footage

LONGEST = 448
"""Footage is brought down to this many pixels at its longer side; smaller footage stays as it is."""
LARGEST = 65504.0


def prepared(path: Path, folder: Path) -> list[Path]:
    """Every movie and folder of frames at or under `path`, decoded into `folder` as "t h w 3" half floats.

    Raises:
        OutputError: there is none, or it cannot be read or written.
    """
    found = sources(path)
    if not found:
        raise OutputError(
            f"{path} holds no movies and no folders of frames; give footage or leave --footage out"
        )
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for each in found:
        name = hashlib.sha256(f"{each.resolve()} {each.stat().st_mtime_ns}".encode()).hexdigest()[:16]
        reel = folder / f"{name}.npy"
        if not reel.exists():
            _decode(open_footage(each), reel)
        made.append(reel)
    return made


def sources(path: Path) -> list[Path]:
    """Movies and folders of frames at or under a path, in order."""
    if path.is_file():
        return [path]
    if not path.is_dir():
        return []
    inside = sorted(path.iterdir())
    stills = any(each.suffix.lower() in (".exr", *STILLS) for each in inside)
    own = [path] if stills else []
    movies = [each for each in inside if each.suffix.lower() in MOVIES]
    return own + movies + [each for folder in inside if folder.is_dir() for each in sources(folder)]


def _decode(footage: Footage, reel: Path) -> None:
    frames = sum(1 for _ in footage.read()) if footage.count is None else footage.count
    height, width = footage.size
    scale = min(1.0, LONGEST / max(height, width))
    size = (max(1, round(height * scale)), max(1, round(width * scale)))
    with atomic_path(reel) as part:
        kept = open_memmap(part, mode="w+", dtype=np.float16, shape=(frames, *size, 3))
        count = 0
        for count, frame in enumerate(footage.frames(), 1):
            if count > frames:
                break
            kept[count - 1] = np.clip(_smaller(frame, size), -LARGEST, LARGEST)
        kept[count:] = kept[max(count - 1, 0)]  # a movie that promised more than it has holds its last frame
        kept.flush()


def _smaller(frame: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    if frame.shape[:2] == size:
        return frame
    planes = torch.from_numpy(frame).permute(2, 0, 1)[None]
    return F.interpolate(planes, size=size, mode="area")[0].permute(1, 2, 0).numpy()


def window(
    reels: list[Path], seed: tuple[int, ...], *, batch: int, frames: int, size: tuple[int, int]
) -> Float[Tensor, "b t 3 h w"]:
    """Random windows and crops under a random exposure (±3 stops), some mirrored; the same for the same seed.

    What is smaller than `size` (height, width) is continued by its edge, what is shorter by its last frame.
    """
    rng = np.random.default_rng(seed)
    out = []
    for pick in rng.integers(len(reels), size=batch):
        reel = np.load(reels[pick], mmap_mode="r")
        corner = [int(rng.integers(0, max(have - want, 0) + 1))
                  for have, want in zip(reel.shape[:3], (frames, *size), strict=True)]  # fmt: skip
        block = reel[
            tuple(slice(start, start + want) for start, want in zip(corner, (frames, *size), strict=True))
        ]
        short = [(0, want - have) for have, want in zip(block.shape[:3], (frames, *size), strict=True)]
        light = np.pad(block, [*short, (0, 0)], mode="edge").astype(np.float32) * 2.0 ** rng.uniform(-3, 3)
        light = light[:, :, ::-1] if rng.random() < 0.5 else light
        out.append(np.minimum(light, LARGEST))
    return torch.from_numpy(np.stack(out).astype(np.float32)).permute(0, 1, 4, 2, 3)
