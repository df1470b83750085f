import json
import resource
import shutil
import signal
import subprocess
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from rayograph.core.errors import OutputError
from rayograph.deliver.movie import Movie, yuv420

GREYS = (255, 128, 0, 64)


@pytest.fixture(scope="module")
def movie(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("movie") / "preview.mp4"
    with Movie(path, Fraction(24000, 1001), (64, 36), first_frame=1001) as out:
        for grey in GREYS:
            out.append(np.full((36, 64, 3), grey, np.uint8))
    return path


@pytest.mark.skipif(shutil.which("ffprobe") is None, reason="ffprobe is not installed")
def test_ffprobe_reads_tags_rate_count_and_timecode(movie: Path) -> None:
    command = ["ffprobe", "-v", "error", "-show_streams", "-of", "json", str(movie)]
    stream = json.loads(subprocess.check_output(command))["streams"][0]
    found = {key: stream[key] for key in ("codec_name", "pix_fmt", "color_range", "color_space")}
    assert found == dict(codec_name="h264", pix_fmt="yuv420p", color_range="tv", color_space="bt709")
    assert stream["color_transfer"] == stream["color_primaries"] == "bt709"
    assert stream["r_frame_rate"] == stream["avg_frame_rate"] == "24000/1001"
    assert stream["nb_frames"] == "4"
    assert stream["tags"]["timecode"] == "00:00:41:17"


def test_greys_survive_the_round_trip_and_white_is_235(movie: Path) -> None:
    with av.open(str(movie)) as source:
        frames = list(source.decode(video=0))
    luma = [np.frombuffer(frame.planes[0], np.uint8)[0] for frame in frames]
    assert luma == [235, 126, 16, 71]
    shown = [frame.to_ndarray(format="rgb24").mean() for frame in frames]
    assert np.abs(np.array(shown) - GREYS).max() <= 1
    assert {(f.colorspace, f.color_primaries, f.color_trc, f.color_range) for f in frames} == {(1, 1, 1, 1)}


def test_the_index_comes_first_so_that_a_browser_can_start_at_once(movie: Path) -> None:
    data = movie.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")


def test_the_matrix_is_bt709() -> None:
    # ITU-R BT.709 100 % bars in 8-bit narrow range.
    bars = {(255, 0, 0): (63, 102, 240), (0, 255, 0): (173, 42, 26), (0, 0, 255): (32, 240, 118)}
    for rgb, code in bars.items():
        planes = yuv420(np.full((2, 2, 3), rgb, np.uint8))
        assert tuple(int(plane[0, 0]) for plane in planes) == code


def test_odd_sizes_gain_a_repeated_edge(tmp_path: Path) -> None:
    with Movie(tmp_path / "odd.mp4", Fraction(24), (33, 17)) as out:
        out.append(np.full((17, 33, 3), 200, np.uint8))
    with av.open(str(tmp_path / "odd.mp4")) as source:
        assert (source.streams.video[0].width, source.streams.video[0].height) == (34, 18)


def test_a_broken_shoot_leaves_no_movie(tmp_path: Path) -> None:
    with pytest.raises(KeyError), Movie(tmp_path / "a.mp4", Fraction(24), (64, 36)) as out:
        out.append(np.zeros((36, 64, 3), np.uint8))
        raise KeyError("interrupted")
    with (
        pytest.raises(OutputError, match="expected 36x64"),
        Movie(tmp_path / "a.mp4", Fraction(24), (64, 36)) as out,
    ):
        out.append(np.zeros((32, 64, 3), np.uint8))
    assert list(tmp_path.iterdir()) == []


def test_a_short_disk_is_one_line(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (96, 128, 3), dtype=np.uint8)
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2048, old[1]))
    try:
        with (
            pytest.raises(OutputError, match="a.mp4"),
            Movie(tmp_path / "a.mp4", Fraction(24), (128, 96)) as out,
        ):
            for _ in range(30):
                out.append(noise)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
        signal.signal(signal.SIGXFSZ, handler)
    assert list(tmp_path.iterdir()) == []
