"""A clip with all that the engine knows of it, and shards of clips on disk."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from jaxtyping import Float, Float16, Float32, UInt8
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save_file

from rayograph.core.errors import OutputError
from rayograph.deliver.atomic import atomic_path

VERSION = "rayograph.clips/2"
LAYERS = ("alpha", "depth", "normal", "albedo", "roughness", "metallic", "forward", "backward", "ids")
"""What a clip holds of each pixel, beside the light groups."""


@dataclass(frozen=True, kw_only=True)
class Clip:
    """Layers as in `core.frame.Frame`: scene-linear ACEScg as exposed; data layers at pixel centres.

    depth: planar Z [m], `FAR` for the sky. ids: index of the object, 0 is the sky, 255 all beyond the 254th.
    sky: lat-long radiance as it exposes (row 0 is the zenith), zero without one. sun: direction towards it
    (world axes), then its irradiance on a facing plane as it exposes (ACEScg), then the sine of its radius.
    lamps: of each group, where its practicals are [m] and their flux as it exposes; zero without any.
    to_world, focal_px: the camera of each frame. about: split, factors, caption, group names, plan.
    """

    groups: Float16[np.ndarray, "g t h w 3"]
    alpha: Float16[np.ndarray, "t h w"]
    depth: Float16[np.ndarray, "t h w"]
    normal: Float16[np.ndarray, "t h w 3"]
    albedo: Float16[np.ndarray, "t h w 3"]
    roughness: Float16[np.ndarray, "t h w"]
    metallic: Float16[np.ndarray, "t h w"]
    forward: Float16[np.ndarray, "t h w 2"]
    backward: Float16[np.ndarray, "t h w 2"]
    ids: UInt8[np.ndarray, "t h w"]
    sky: Float16[np.ndarray, "64 128 3"]
    sun: Float32[np.ndarray, "7"]
    lamps: Float32[np.ndarray, "g 6"]
    to_world: Float32[np.ndarray, "t 4 4"]
    focal_px: Float32[np.ndarray, "t"]
    about: dict[str, Any]

    @property
    def beauty(self) -> Float[np.ndarray, "t h w 3"]:
        """Sum of the groups, single precision."""
        return self.groups.astype(np.float32).sum(0)


ARRAYS = tuple(name for name in Clip.__dataclass_fields__ if name != "about")


def shard_path(folder: Path, place: int) -> Path:
    """Where the clips of a place lie."""
    return folder / f"place_{place:06d}.safetensors"


def write_shard(path: Path, clips: list[Clip]) -> None:
    """Write the clips of a place; the file appears whole or not at all.

    Raises:
        OutputError: it cannot be written.
    """
    arrays = {f"{k}.{name}": np.ascontiguousarray(getattr(clip, name)) for k, clip in enumerate(clips)
              for name in ARRAYS}  # fmt: skip
    about = {"version": VERSION, "clips": json.dumps([clip.about for clip in clips])}
    with atomic_path(path) as part:
        save_file(arrays, part, metadata=about)


def abouts(path: Path) -> list[dict[str, Any]]:
    """What a shard says of its clips, without reading their pictures.

    Raises:
        OutputError: it is no shard of this version.
    """
    try:
        with safe_open(path, framework="numpy") as shard:
            said = shard.metadata() or {}
    except (OSError, SafetensorError) as error:
        raise OutputError(f"{path} cannot be read as clips: {error}; delete it and make it again") from None
    if said.get("version") != VERSION:
        raise OutputError(
            f"{path} holds {said.get('version', 'no clips')}, not {VERSION}; make the data anew"
        )
    told: list[dict[str, Any]] = json.loads(said["clips"])
    return told


def read_clip(path: Path, index: int) -> Clip:
    """One clip of a shard.

    Raises:
        OutputError: the shard cannot be read, or has fewer clips.
    """
    told = abouts(path)
    if not 0 <= index < len(told):
        raise OutputError(f"{path} has {len(told)} clips, not one of number {index}")
    with safe_open(path, framework="numpy") as shard:
        arrays = {name: shard.get_tensor(f"{index}.{name}") for name in ARRAYS}
    return Clip(about=told[index], **arrays)


def shards(folder: Path) -> list[Path]:
    """The shards of a data set, in order.

    Raises:
        OutputError: there are none.
    """
    found = sorted(folder.glob("place_*.safetensors"))
    if not found:
        raise OutputError(f"{folder} holds no clips; make some with: rayograph data make --out {folder}")
    return found


def catalogue(folder: Path) -> Iterator[tuple[Path, int, dict[str, Any]]]:
    """Every clip of a data set: its shard, its index there, what is said of it."""
    for path in shards(folder):
        for index, about in enumerate(abouts(path)):
            yield path, index, about
