"""Anybody's footage as scene-linear ACEScg frames, one at a time: a movie, a folder of EXRs or of stills."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import OpenEXR
from jaxtyping import Float32
from PIL import Image

from rayograph.colour.primaries import rec709_to_ap1, srgb_decode
from rayograph.colour.view import scene_from_sdr
from rayograph.core.errors import OutputError

SPACES = ("auto", "acescg", "lin_rec709", "srgb", "aces_sdr")
"""How pixels are meant: scene-linear AP1, scene-linear Rec.709, sRGB taken as light, or a picture that was
made by the ACES SDR view, undone. "auto": acescg for EXR, aces_sdr for everything else."""
STILLS = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
MOVIES = (".mov", ".mp4", ".mkv", ".webm", ".avi", ".mxf", ".m4v")
Picture = Float32[np.ndarray, "h w 3"]


@dataclass(frozen=True, kw_only=True)
class Footage:
    """Where frames come from. count: how many, None where a movie does not say. size: height, width [px]."""

    path: Path
    space: str
    rate: Fraction
    count: int | None
    size: tuple[int, int]
    read: Callable[[], Iterator[Picture]]

    def frames(self) -> Iterator[Picture]:
        """Frames in order, scene-linear ACEScg; 0.18 is middle grey.

        Raises:
            OutputError: a frame cannot be read, or has another size than the first.
        """
        for number, frame in enumerate(self.read()):
            if frame.shape[:2] != self.size:
                tall, wide = self.size
                raise OutputError(
                    f"{self.path}: frame {number} is {frame.shape[1]}×{frame.shape[0]}, the first was "
                    f"{wide}×{tall}; all must have one size"
                )
            yield linear(frame, self.space)


def open_footage(path: Path, *, space: str = "auto", rate: Fraction | None = None) -> Footage:
    """Footage at `path`, without reading more than its first frame.

    Args:
        rate: frames per second of a folder; a movie has its own.

    Raises:
        OutputError: nothing is there, it is of no kind that can be read, or the space is unknown.
    """
    if space not in SPACES:
        raise OutputError(f"colour space {space!r} is not known; give one of {', '.join(SPACES)}")
    if path.is_dir():
        return _folder(path, space, rate or Fraction(24))
    if not path.is_file():
        raise OutputError(f"there is no footage {path}; give a movie or a folder of EXR or PNG frames")
    if path.suffix.lower() in MOVIES:
        return _movie(path, space)
    raise OutputError(f"{path}: {path.suffix or 'no ending'} is no movie; expected {', '.join(MOVIES)}")


def linear(values: np.ndarray, space: str) -> Picture:
    """Pixels of a named space (never "auto") as linear ACEScg; NaN becomes 0, infinity the largest half."""
    rgb = np.nan_to_num(values.astype(np.float32), nan=0.0, posinf=65504.0, neginf=0.0)
    if space == "lin_rec709":
        return rec709_to_ap1(rgb).astype(np.float32)
    if space == "srgb":
        return rec709_to_ap1(srgb_decode(rgb)).astype(np.float32)
    if space == "aces_sdr":
        return scene_from_sdr(rgb)
    return rgb


def _folder(path: Path, space: str, rate: Fraction) -> Footage:
    files = sorted(each for each in path.iterdir() if each.suffix.lower() in (".exr", *STILLS))
    if not files:
        raise OutputError(f"{path} holds no .exr, .png, .jpg or .tif frames; give the folder that does")
    kind = files[0].suffix.lower()
    files = [each for each in files if each.suffix.lower() == kind]
    one = _exr if kind == ".exr" else _still
    chosen = space if space != "auto" else "acescg" if kind == ".exr" else "aces_sdr"
    return Footage(path=path, space=chosen, rate=rate, count=len(files), size=_size(one(files[0])),
                   read=lambda: (one(each) for each in files))  # fmt: skip


def _size(picture: np.ndarray) -> tuple[int, int]:
    return picture.shape[0], picture.shape[1]


def _exr(path: Path) -> np.ndarray:
    try:
        with OpenEXR.File(str(path), separate_channels=True) as file:
            channels = file.parts[0].channels
            return np.stack([np.array(channels[name].pixels, np.float32) for name in "RGB"], -1)
    except (RuntimeError, KeyError) as error:
        reason = str(error).strip().splitlines()[-1]
        raise OutputError(
            f"cannot read R, G and B of {path}: {reason}; render it again or leave it out"
        ) from None


def _still(path: Path) -> np.ndarray:
    try:
        with Image.open(path) as image:
            return np.asarray(image.convert("RGB"), np.float32) / 255
    except OSError as error:
        raise OutputError(f"cannot read {path}: {error}; leave it out") from None


KR_KB = {1: (0.2126, 0.0722), 9: (0.2627, 0.0593), 10: (0.2627, 0.0593)}
"""Luma weights of red and blue by the matrix code of ITU-T H.273: BT.709, BT.2020; BT.601 for all others."""
FULL_RANGE = 2


def _rgb(frame: Any) -> np.ndarray:
    """Display R'G'B' of a decoded frame. The matrix is ours: FFmpeg's scaler puts grey off its code."""
    if frame.format.is_rgb:
        return frame.to_ndarray(format="rgb48le").astype(np.float32) / 65535
    planes = np.moveaxis(frame.reformat(format="yuv444p16le").to_ndarray(), -1, 0).astype(np.float32) / 65536
    full = frame.color_range == FULL_RANGE or frame.format.name.startswith("yuvj")
    luma = planes[0] * 256 / 255 if full else (planes[0] * 256 - 16) / 219
    blue, red = (plane * 256 - 128 for plane in planes[1:])
    blue, red = (chroma / (255 if full else 224) for chroma in (blue, red))
    matrix = frame.colorspace if frame.colorspace != 2 else 1 if frame.height >= 720 else 0
    of_red, of_blue = KR_KB.get(matrix, (0.299, 0.114))
    r, b = luma + 2 * (1 - of_red) * red, luma + 2 * (1 - of_blue) * blue
    g = (luma - of_red * r - of_blue * b) / (1 - of_red - of_blue)
    return np.stack([r, g, b], -1)


def _movie(path: Path, space: str) -> Footage:
    try:
        with av.open(str(path)) as film:
            stream: Any = film.streams.video[0]
            first = next(film.decode(stream))
            rate = stream.average_rate or Fraction(24)
            count = stream.frames or None
    except (av.error.FFmpegError, IndexError, StopIteration) as error:
        raise OutputError(f"cannot read {path} as a movie: {error or 'it has no pictures'}") from None

    def read() -> Iterator[np.ndarray]:
        with av.open(str(path)) as film:
            for frame in film.decode(film.streams.video[0]):
                yield _rgb(frame)

    chosen = "aces_sdr" if space == "auto" else space
    size = (first.height, first.width)
    return Footage(path=path, space=chosen, rate=Fraction(rate), count=count, size=size, read=read)
