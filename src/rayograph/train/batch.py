"""From clips on disk to what a training step works on: a window of frames, a crop, another light, as
tensors."""

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from jaxtyping import Bool, Float, Int
from safetensors import safe_open
from torch import Tensor

from rayograph.codec.lights import FEATURES, Light, heading, octaves, row
from rayograph.codec.rig import SKY, Rig
from rayograph.core.errors import OutputError
from rayograph.core.frame import FAR
from rayograph.train.data.clip import ARRAYS, LAYERS, Clip, catalogue
from rayograph.train.data.mix import drawn, mixed


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Windows of clips with all that is known of them; layers as `codec.layers.Layers` has them.

    groups: light groups, zero for those that a clip lacks. lights: their rows (`codec.lights`), zero
    likewise. solid: where a surface is seen, not sky. ids: object indices. rig: as it is: 1 or 0 for
    each "there", lamp rows zero where a clip has fewer.
    """

    groups: Float[Tensor, "b g t 3 h w"]
    lights: Float[Tensor, "b g k"]
    alpha: Float[Tensor, "b t 1 h w"]
    depth: Float[Tensor, "b t 1 h w"]
    normal: Float[Tensor, "b t 3 h w"]
    albedo: Float[Tensor, "b t 3 h w"]
    roughness: Float[Tensor, "b t 1 h w"]
    metallic: Float[Tensor, "b t 1 h w"]
    motion: Float[Tensor, "b t 4 h w"]
    solid: Bool[Tensor, "b t 1 h w"]
    ids: Int[Tensor, "b t 1 h w"]
    rig: Rig

    @property
    def beauty(self) -> Float[Tensor, "b t 3 h w"]:
        """The sum of the groups."""
        return self.groups.sum(1)

    def to(self, device: torch.device) -> "Batch":
        """The same on another device."""
        rig = Rig(**{f.name: getattr(self.rig, f.name).to(device) for f in fields(Rig)})
        moved = {f.name: getattr(self, f.name).to(device) for f in fields(Batch) if f.name != "rig"}
        return Batch(rig=rig, **moved)


@dataclass(frozen=True)
class Listed:
    """A clip on disk: shard, index in it, its about."""

    path: Path
    index: int
    about: dict


def listed(folder: Path, split: str) -> list[Listed]:
    """The clips of a split.

    Raises:
        OutputError: there are none.
    """
    found = [
        Listed(path, index, about) for path, index, about in catalogue(folder) if about["split"] == split
    ]
    if not found:
        raise OutputError(
            f"{folder} has no clips of the split {split!r}; make more with: rayograph data make"
        )
    return found


def window(
    of: Listed,
    start: int,
    frames: int,
    corner: tuple[int, int] | None = None,
    size: tuple[int, int] | None = None,
) -> Clip:
    """Some frames of a clip, cropped if `size` (height, width) is given; only that much is read."""
    times = slice(start, start + frames)
    top, left = corner or (0, 0)
    rows = slice(top, top + size[0]) if size else slice(None)
    columns = slice(left, left + size[1]) if size else slice(None)
    arrays = {}
    with safe_open(of.path, framework="numpy") as shard:
        for name in ARRAYS:
            part = shard.get_slice(f"{of.index}.{name}")
            if name == "groups":
                arrays[name] = part[:, times, rows, columns]
            elif name in LAYERS:
                arrays[name] = part[times, rows, columns]
            elif name in ("to_world", "focal_px"):
                arrays[name] = part[times]
            else:
                arrays[name] = part[:]
    return Clip(about=of.about, **arrays)


def sample(
    clips: list[Listed], seed: tuple[int, ...], *, batch: int, frames: int, size: tuple[int, int], slots: int
) -> Batch:
    """A batch for training: random clips, windows, crops and lights, the same for the same seed.

    Args:
        frames: of a window, 1 more than a multiple of 4. size: crop (height, width). slots: of lamps.
    """
    rng = np.random.default_rng(seed)
    drawn_clips = []
    for pick in rng.integers(len(clips), size=batch):
        of = clips[pick]
        have, height, width = shape_of(of)
        start = int(rng.integers(0, max(have - frames, 0) + 1))
        crop = (min(size[0], height), min(size[1], width))
        corner = (int(rng.integers(0, height - crop[0] + 1)), int(rng.integers(0, width - crop[1] + 1)))
        clip = window(of, start, frames, corner, crop)
        clip = mixed(clip, replace(drawn(clip, crop, rng), corner=(0, 0)), crop)
        drawn_clips.append(mirrored(clip) if rng.random() < 0.5 else clip)
    return collated(drawn_clips, slots)


def shape_of(of: Listed) -> tuple[int, int, int]:
    """Frames, height, width of a clip."""
    with safe_open(of.path, framework="numpy") as shard:
        frames, height, width = shard.get_slice(f"{of.index}.depth").get_shape()
    return frames, height, width


def mirrored(clip: Clip) -> Clip:
    """The clip seen in a mirror that stands along the first camera's heading: left and right change places.

    World X is turned about first, so that cameras stay right-handed: positions, sun, lamps and sky go with
    it.
    """
    flip = np.diag([-1.0, 1, 1, 1]).astype(np.float32)
    layers: dict[str, Any] = {name: np.ascontiguousarray(getattr(clip, name)[:, :, ::-1]) for name in LAYERS}
    for name in ("forward", "backward"):
        layers[name] = layers[name] * np.array([-1, 1], np.float16)
    layers["normal"] = layers["normal"] * np.array([-1, 1, 1], np.float16)
    half = clip.sky.shape[1] // 2  # azimuth a becomes 180° - a
    sky = np.roll(clip.sky[:, ::-1], half, axis=1)
    return replace(
        clip,
        groups=np.ascontiguousarray(clip.groups[:, :, :, ::-1]),
        sky=np.ascontiguousarray(sky),
        sun=np.concatenate([clip.sun[:1] * -1, clip.sun[1:]]),
        lamps=np.concatenate([clip.lamps[:, :1] * -1, clip.lamps[:, 1:]], 1),
        to_world=flip @ clip.to_world @ flip,
        **layers,
    )


def collated(clips: list[Clip], slots: int) -> Batch:
    """Clips of one size as tensors; groups are padded to the largest number."""
    most = max(len(clip.groups) for clip in clips)
    groups = np.zeros((len(clips), most, *clips[0].groups.shape[1:]), np.float32)
    lights = np.zeros((len(clips), most, FEATURES), np.float32)
    for b, clip in enumerate(clips):
        groups[b, : len(clip.groups)] = clip.groups
        lights[b, : len(clip.groups)] = [row(light, clip.to_world[0]) for light in lights_of(clip)]

    def stack(name: str) -> Tensor:
        value = np.stack([getattr(clip, name) for clip in clips]).astype(np.float32)
        return channels_first(value if value.ndim == 5 else value[..., None])

    depth = stack("depth")
    motion = np.stack([np.concatenate([clip.forward, clip.backward], -1) for clip in clips])
    return Batch(
        groups=torch.from_numpy(groups).permute(0, 1, 2, 5, 3, 4),
        lights=torch.from_numpy(lights),
        alpha=stack("alpha"),
        depth=depth,
        normal=channels_first(np.stack([camera_normals(clip) for clip in clips])),
        albedo=stack("albedo"),
        roughness=stack("roughness"),
        metallic=stack("metallic"),
        motion=channels_first(motion.astype(np.float32)),
        solid=depth < 0.99 * FAR,
        ids=stack("ids").long(),
        rig=rig_truth(clips, slots),
    )


def channels_first(value: np.ndarray) -> Tensor:
    """ "b t h w c" to "b t c h w"."""
    return torch.from_numpy(np.ascontiguousarray(value)).permute(0, 1, 4, 2, 3)


def camera_normals(clip: Clip) -> np.ndarray:
    """Normals "t h w 3" in the axes of each frame's camera."""
    return np.einsum("thwi,tij->thwj", clip.normal.astype(np.float32), clip.to_world[:, :3, :3])


def lights_of(clip: Clip) -> list[Light]:
    """What each group of a clip holds, by the plan it was shot from."""
    grouped = {group["name"]: group["lights"] for group in clip.about["plan"]["rig"]["groups"]}
    out = []
    for k, name in enumerate(clip.about["groups"]):
        out.append(
            Light(
                sun=clip.sun[:6] if "sun" in grouped[name] else np.zeros(6, np.float32),
                sky=clip.sky.astype(np.float32).mean((0, 1))
                if "sky" in grouped[name]
                else np.zeros(3, np.float32),
                lamps=clip.lamps[k],
            )
        )
    return out


def rig_truth(clips: list[Clip], slots: int) -> Rig:
    """What the light head should say of clips."""
    rows: dict[str, list] = {f.name: [] for f in fields(Rig)}
    for clip in clips:
        axes = heading(clip.to_world[0])
        sun, sky = bool(clip.sun[3:6].any()), bool(clip.sky.any())
        rows["sun_there"].append(float(sun))
        rows["sun_towards"].append(axes @ clip.sun[:3] if sun else np.array([0, 0, 1], np.float32))
        rows["sun"].append(octaves(clip.sun[3:6]))
        rows["sun_radius"].append(octaves(clip.sun[6:])[0])
        rows["sky_there"].append(float(sky))
        rows["sky"].append(octaves(turned_sky(clip)).transpose(2, 0, 1))
        there, place, flux = lamp_rows(clip, axes, slots)
        for name, value in (("lamp_there", there), ("lamp_place", place), ("lamp", flux)):
            rows[name].append(value)
    return Rig(**{name: torch.from_numpy(np.stack(v).astype(np.float32)) for name, v in rows.items()})


def turned_sky(clip: Clip) -> np.ndarray:
    """The sky "64 128 3" with its columns counted from the heading frame's +X."""
    forward = heading(clip.to_world[0])[1]
    turn = (np.pi / 2 - np.arctan2(forward[1], forward[0])) / (2 * np.pi) * SKY[1]
    whole, part = int(np.floor(turn)), turn - np.floor(turn)
    sky = clip.sky.astype(np.float32)
    return (1 - part) * np.roll(sky, whole, 1) + part * np.roll(sky, whole + 1, 1)


def lamp_rows(clip: Clip, axes: np.ndarray, slots: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The brightest lamps of a clip: there "n", towards and log2 metres / 4 "n 4", flux in octaves "n 3"."""
    lamps = sorted((lamp for lamp in clip.lamps if lamp[3:].any()), key=lambda lamp: -float(lamp[3:].sum()))
    there, place, flux = np.zeros(slots), np.zeros((slots, 4)), np.zeros((slots, 3))
    for k, lamp in enumerate(lamps[:slots]):
        towards = axes @ (lamp[:3] - clip.to_world[0, :3, 3])
        far = max(float(np.linalg.norm(towards)), 1e-3)
        there[k], place[k], flux[k] = 1, [*(towards / far), np.log2(far) / 4], octaves(lamp[3:])
    return there, place, flux
