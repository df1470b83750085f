"""A cut list that opentimelineio reads back: durations at their rate, media of both kinds."""

import sys
from fractions import Fraction
from pathlib import Path

import pytest

from rayograph.core.errors import SetupError
from rayograph.deliver.otio import Cut, write_otio

CUTS = [
    Cut(name="010", rate=Fraction(24), first_frame=1001, count=48, preview="shots/010/preview.mp4",
        frames="shots/010/exr", prefix="story-010_v001.", brief="a ball"),
    Cut(name="020", rate=Fraction(24000, 1001), first_frame=1001, count=24, preview="shots/020/preview.mp4",
        frames="shots/020/exr", prefix="story-020_v002."),
]  # fmt: skip


def test_the_cut_is_read_back(tmp_path: Path):
    otio = pytest.importorskip("opentimelineio")
    write_otio(tmp_path / "cut.otio", "story", CUTS, software="test")
    timeline = otio.adapters.read_from_file(str(tmp_path / "cut.otio"))
    first, second = timeline.find_clips()
    assert (first.name, first.duration().value, first.duration().rate) == ("010", 48, 24)
    assert second.duration().rate == pytest.approx(24000 / 1001)
    frames = first.media_references()["exr"]
    assert frames.target_url_for_image_number(0) == "shots/010/exr/story-010_v001.1001.exr"
    assert frames.number_of_images_in_sequence() == 48
    assert first.media_reference.target_url == "shots/010/preview.mp4"
    assert first.metadata["rayograph"]["brief"] == "a ball"


def test_without_the_library_one_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "opentimelineio", None)
    with pytest.raises(SetupError, match="pip install"):
        write_otio(tmp_path / "cut.otio", "story", CUTS, software="test")
    assert not (tmp_path / "cut.otio").exists()
