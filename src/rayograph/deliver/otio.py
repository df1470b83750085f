"""A cut list as OpenTimelineIO (OTIO schema Timeline.1), with the preview and the EXR frames of each shot."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from importlib.util import find_spec
from pathlib import Path

from rayograph.core.errors import SetupError
from rayograph.deliver.atomic import atomic_path

INSTALL = "pip install 'rayograph[cut]'"


@dataclass(frozen=True, kw_only=True)
class Cut:
    """One shot of the cut, whole. preview, frames: paths from the folder of the cut list; `prefix` is what
    the names of the EXR files begin with, up to the frame number. rate [1/s]."""

    name: str
    rate: Fraction
    first_frame: int
    count: int
    preview: str
    frames: str
    prefix: str
    brief: str = ""
    padding: int = 4


def write_otio(path: Path, title: str, cuts: Sequence[Cut], *, software: str) -> None:
    """Write the cut: one video track, one clip a shot, media times counted by frame number.

    Raises:
        SetupError: opentimelineio is not installed.
        OutputError: the file cannot be written.
    """
    if find_spec("opentimelineio") is None:
        raise SetupError(f"a cut list needs opentimelineio, which is not installed; run: {INSTALL}")
    import opentimelineio as otio

    timeline = otio.schema.Timeline(name=title, metadata={"rayograph": {"software": software}})
    track = otio.schema.Track(name="V1", kind=otio.schema.TrackKind.Video)
    timeline.tracks.append(track)
    for cut in cuts:
        rate = float(cut.rate)
        span = otio.opentime.TimeRange(
            otio.opentime.RationalTime(cut.first_frame, rate), otio.opentime.RationalTime(cut.count, rate)
        )
        frames = otio.schema.ImageSequenceReference(
            target_url_base=f"{cut.frames}/", name_prefix=cut.prefix, name_suffix=".exr",
            start_frame=cut.first_frame, frame_step=1, rate=rate, frame_zero_padding=cut.padding,
            available_range=span,
        )  # fmt: skip
        clip = otio.schema.Clip(name=cut.name, source_range=span, metadata={
            "rayograph": {"brief": cut.brief, "rate": str(cut.rate)},
        })  # fmt: skip
        preview = otio.schema.ExternalReference(target_url=cut.preview, available_range=span)
        clip.set_media_references({"DEFAULT_MEDIA": preview, "exr": frames}, "DEFAULT_MEDIA")
        track.append(clip)
    with atomic_path(path) as temporary:
        otio.adapters.write_to_file(timeline, str(temporary))
