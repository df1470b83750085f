"""The frames of a shot as the critic sees them: small, in memory, and nothing but frames.

Data passes are picked (every n-th pixel), light is averaged, so that a whole shot fits a fixed amount of
memory and every measure is a few lines of array mathematics.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from jaxtyping import Bool, Float, Int

from rayograph.core.camera import Camera
from rayograph.core.errors import OutputError
from rayograph.core.frame import SKY_DEPTH, Frame
from rayograph.core.rig import LightRig
from rayograph.deliver.seen import SeenLight, seen_light, seen_plate

WIDTH = 384
"""Pixels across that the critic looks at, at most."""
CELLS = 4_000_000
"""Pixels of all frames together, at most: about 400 MB with all passes."""
DARK = SeenLight()
"""Of frames whose header says nothing of light."""
Video = Float[np.ndarray, "t h w c"]
Plane = Float[np.ndarray, "t h w"]


@dataclass(frozen=True, kw_only=True)
class Reel:
    """A shot, as arrays over its frames; layers as in `core.frame.Frame`, motion in pixels of the reel.

    numbers, times: of the frames, times [s]. names: of the ids; names[0] is the sky. groups: light by name.
    passes: whether there are data passes; footage has only light. rig, exposure_ev [EV at ISO 100]: what the
    header says of the light, to compare with what is seen: no claim passes because of the rig. plate: the sum
    of the groups as the file has it. bad: by frame, how many values of light are
    negative or no numbers; here they are black.
    """

    numbers: tuple[int, ...]
    times: Float[np.ndarray, "t"]
    cameras: tuple[Camera, ...]
    groups: dict[str, Video]
    depth: Plane
    normal: Video
    geometric_normal: Video
    position: Video
    albedo: Video
    roughness: Plane
    metallic: Plane
    forward: Video
    ids: Int[np.ndarray, "t h w"]
    names: tuple[str, ...]
    rig: LightRig | None = None
    exposure_ev: float | None = None
    plate: Video | None = None
    bad: tuple[int, ...] = ()
    kept: dict[tuple[object, ...], Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What measures have found out and others ask for again, by what it is and whom it is of."""

    @property
    def frames(self) -> int:
        """How many."""
        return len(self.numbers)

    @property
    def size(self) -> tuple[int, int]:
        """Height and width [px]."""
        return self.depth.shape[1], self.depth.shape[2]

    @property
    def passes(self) -> bool:
        """Whether there is anything but light."""
        return len(self.names) > 1 and bool((self.ids > 0).any())

    @cached_property
    def beauty(self) -> Video:
        """The sum of the groups, scene-linear ACEScg."""
        total = np.zeros(next(iter(self.groups.values())).shape, np.float32)
        for group in self.groups.values():
            total += group
        return total

    @cached_property
    def sky(self) -> Bool[np.ndarray, "t h w"]:
        """Where nothing is met."""
        return self.depth >= 0.5 * SKY_DEPTH

    def index(self, name: str) -> int | None:
        """The id of a thing; None if no frame has one of that name."""
        return self.names.index(name) if name in self.names else None

    def mask(self, name: str) -> Bool[np.ndarray, "t h w"]:
        """Where a thing is seen; nowhere if it has no id."""
        index = self.index(name)
        return self.ids == (-1 if index is None else index)

    def share(self, name: str) -> Float[np.ndarray, "t"]:
        """The part of each frame that a thing covers."""
        return self.mask(name).mean((1, 2))


def reel_of(frames: Iterable[Frame], *, total: int, light: SeenLight = DARK) -> Reel:
    """The reel of frames that come one by one, of which there are `total`.

    Raises:
        OutputError: there are none, or they differ in size or light groups.
    """
    return _reel(((frame, None) for frame in frames), total, light)


def _reel(pairs: Iterable[tuple[Frame, np.ndarray | None]], total: int, light: SeenLight) -> Reel:
    """The reel of frames, with their plates where they have some."""
    kept: list[Frame] = []
    plates: list[np.ndarray] = []
    bad: list[int] = []
    for frame, plate in islice(pairs, total):
        if kept and (frame.depth.shape != kept[0].depth.shape and _step(frame, total) == 1):
            raise OutputError(f"frame {frame.number} has another size than frame {kept[0].number}")
        kept.append(_small(frame, _step(frame, total)))
        bad.append(sum(_bad(group) for group in frame.groups.values()))
        if plate is not None:
            plates.append(_averaged(plate, _step(frame, total)))
    if not kept:
        raise OutputError("there are no frames to look at; shoot first")
    sizes = {(frame.depth.shape, tuple(frame.groups)) for frame in kept}
    if len(sizes) > 1:
        raise OutputError("frames differ in size or light groups; look at one version of one shot at a time")
    return Reel(
        numbers=tuple(frame.number for frame in kept),
        times=np.array([frame.time for frame in kept]),
        cameras=tuple(frame.camera for frame in kept),
        groups={name: np.stack([f.groups[name] for f in kept]) for name in kept[0].groups},
        **{
            name: np.stack([getattr(f, name) for f in kept])
            for name in ("depth", "normal", "geometric_normal", "position", "albedo", "roughness",
                         "metallic", "forward", "ids")
        },
        names=kept[0].names,
        rig=light.rig,
        exposure_ev=light.exposure_ev,
        plate=np.stack(plates) if plates else None,
        bad=tuple(bad),
    )  # fmt: skip


def read_reel(folder: Path) -> Reel:
    """The newest version of the shot in `folder`, or the EXR frames that lie in it.

    Raises:
        OutputError: there are none, or one is damaged.
    """
    files = newest_frames(folder)
    return _reel((seen_plate(file) for file in files), len(files), seen_light(files[0]))


def newest_frames(folder: Path) -> list[Path]:
    """EXR files of one sequence in order: those of the newest version in `folder/exr`, else in `folder`.

    Raises:
        OutputError: there are none.
    """
    found = sorted((folder / "exr").glob("*.exr")) or sorted(folder.glob("*.exr"))
    if not found:
        raise OutputError(f"{folder} has no EXR frames; give the folder of a shot")
    stem = max(path.stem.rpartition(".")[0] for path in found)
    return [path for path in found if path.stem.rpartition(".")[0] == stem]


def _step(frame: Frame, total: int) -> int:
    """Every how many pixels are looked at."""
    height, width = frame.depth.shape
    fits = (width * height * total / CELLS) ** 0.5
    return max(1, round(width / WIDTH), int(np.ceil(fits)))


def _bad(light: np.ndarray) -> int:
    """How many values are negative, infinite or no numbers."""
    return int((~(light >= 0) | np.isinf(light)).sum())


def _averaged(light: np.ndarray, step: int) -> Float[np.ndarray, "h w 3"]:
    """Light in squares of `step` pixels; bad values count as black."""
    height, width = (side // step for side in light.shape[:2])
    whole = light[: height * step, : width * step].astype(np.float32)
    whole = np.where((whole >= 0) & np.isfinite(whole), whole, 0)
    return np.asarray(whole.reshape(height, step, width, step, 3).mean((1, 3)).astype(np.float32))


def _small(frame: Frame, step: int) -> Frame:
    """A frame of every `step`-th pixel of the data, its light averaged."""
    height, width = (side // step for side in frame.depth.shape)
    rows, columns = slice(step // 2, height * step, step), slice(step // 2, width * step, step)

    camera = frame.camera
    picked = {name: getattr(frame, name)[rows, columns] for name in
              ("alpha", "depth", "normal", "geometric_normal", "position", "albedo", "roughness", "metallic",
               "ids", "matte_ids", "matte_coverage")}  # fmt: skip
    return Frame(
        number=frame.number,
        time=frame.time,
        camera=Camera(to_world=camera.to_world, focal_px=camera.focal_px / step, width=width, height=height,
                      focal_mm=camera.focal_mm, f_stop=camera.f_stop, focus_m=camera.focus_m),
        groups={name: _averaged(group, step) for name, group in frame.groups.items()},
        forward=frame.forward[rows, columns] / step,
        backward=frame.backward[rows, columns] / step,
        names=frame.names,
        **picked,
    )  # fmt: skip
