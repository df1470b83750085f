"""A preview movie: H.264, 8-bit 4:2:0, BT.709, tagged so that players and editors show the same picture.

The matrix to Y'CbCr is ours (ITU-R BT.709-6 clause 3, narrow range): FFmpeg's scaler puts white off its code.
Chroma is sited left, the H.264 default.
"""

import contextlib
from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import Any

import av
import numpy as np
from jaxtyping import UInt8

from rayograph.core.errors import OutputError
from rayograph.core.time import timecode
from rayograph.deliver.atomic import atomic_path

_BT709, _NARROW = 1, 1
_LUMA = np.array([0.2126, 0.7152, 0.0722], np.float32)
_CRF = "16"


def _even(rgb: np.ndarray) -> np.ndarray:
    """4:2:0 has no odd sizes: repeat the last row and column."""
    height, width = rgb.shape[:2]
    return np.pad(rgb, ((0, height % 2), (0, width % 2), (0, 0)), mode="edge")


def _code(values: np.ndarray) -> UInt8[np.ndarray, "h w"]:
    return np.clip(values + 0.5, 0, 255).astype(np.uint8)


def yuv420(
    rgb: UInt8[np.ndarray, "h w 3"],
) -> tuple[UInt8[np.ndarray, "h w"], UInt8[np.ndarray, "h2 w2"], UInt8[np.ndarray, "h2 w2"]]:
    """Display R'G'B' 0..255 of even size to narrow-range BT.709 Y', Cb, Cr with left-sited 4:2:0 chroma."""
    unit = rgb.astype(np.float32) / 255.0
    luma = unit @ _LUMA
    blue = (unit[..., 2] - luma) / np.float32(2 * (1 - _LUMA[2]))
    red = (unit[..., 0] - luma) / np.float32(2 * (1 - _LUMA[0]))
    chroma = np.stack([blue, red])
    padded = np.pad(chroma, ((0, 0), (0, 0), (1, 1)), mode="edge")
    # Left siting: 1-2-1 about every even column; rows are averaged in pairs.
    across = (padded[..., 0:-2:2] + 2 * padded[..., 1:-1:2] + padded[..., 2::2]) / 4
    small = (across[:, 0::2] + across[:, 1::2]) / 2
    return _code(16 + 219 * luma), _code(128 + 224 * small[0]), _code(128 + 224 * small[1])


def _fill(plane: Any, values: np.ndarray) -> None:
    padded = np.zeros((plane.height, plane.line_size), np.uint8)
    padded[:, : plane.width] = values
    plane.update(padded.tobytes())


class Movie:
    """An H.264 MP4 that grows a frame at a time and appears at `path` when closed.

    Use it as a context: leaving it by an exception writes nothing.

    Args:
        fps: exact rate [1/s].
        size: (width, height) [px]; an odd size gains a repeated column or row.
        first_frame: the frame number that the timecode starts from.
    """

    def __init__(self, path: Path, fps: Fraction, size: tuple[int, int], *, first_frame: int = 0) -> None:
        self._stack = contextlib.ExitStack()
        self._size = size
        self._path = path
        self._count = 0
        temporary = self._stack.enter_context(atomic_path(path))
        self._container = av.open(str(temporary), "w", format="mp4", options={"movflags": "+faststart"})
        self._container.metadata["timecode"] = timecode(first_frame, fps)
        width, height = size[0] + size[0] % 2, size[1] + size[1] % 2
        options = {"crf": _CRF, "preset": "medium", "threads": "2"}
        stream: Any = self._container.add_stream("libx264", rate=fps, options=options)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.time_base = 1 / fps
        stream.codec_context.time_base = 1 / fps
        _tag(stream.codec_context)
        self._stream = stream
        self._time_base = 1 / fps

    def append(self, rgb: UInt8[np.ndarray, "h w 3"]) -> None:
        """Add one frame of display code values.

        Raises:
            OutputError: the frame has another size than the movie, or the disk is full.
        """
        if rgb.shape[1::-1] != self._size or rgb.dtype != np.uint8:
            raise OutputError(
                f"{self._path}: got a frame of {rgb.shape} {rgb.dtype}, expected "
                f"{self._size[1]}x{self._size[0]} uint8; give every frame the size of the movie"
            )
        even = _even(rgb)
        picture = av.VideoFrame(even.shape[1], even.shape[0], "yuv420p")
        for plane, values in zip(picture.planes, yuv420(even), strict=True):
            _fill(plane, values)
        _tag(picture)
        picture.pts, picture.time_base = self._count, self._time_base
        self._count += 1
        self._container.mux(self._stream.encode(picture))

    def close(self) -> None:
        """Write what the encoder holds back and put the movie in its place."""
        # Within the stack, so that a full disk here is reported, and cleaned up, as anywhere else.
        with self._stack:
            self._container.mux(self._stream.encode(None))
            self._container.close()

    def __enter__(self) -> "Movie":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
            return
        with contextlib.suppress(OSError):
            self._container.close()
        self._stack.__exit__(kind, error, trace)


def _tag(target: Any) -> None:
    # Both the codec context and every frame: either alone leaves some headers "unspecified".
    target.color_range = _NARROW
    target.colorspace = _BT709
    target.color_primaries = _BT709
    target.color_trc = _BT709
