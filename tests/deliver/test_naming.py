from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rayograph.core.errors import OutputError
from rayograph.deliver.naming import frame_name, frames_on_disk, last_version, next_version, slug, stem


@given(st.text())
def test_any_title_becomes_a_safe_name(title: str) -> None:
    name = slug(title)
    assert 0 < len(name) <= 64
    assert all(c.isascii() and (c.isalnum() or c == "-") for c in name) and name[0] != "-"


def test_names_read_as_the_trade_reads_them() -> None:
    assert frame_name("Café, at night!", 3, 1001) == "cafe-at-night_v003.1001.exr"
    assert frame_name("x", 1200, 10) == "x_v1200.0010.exr"
    with pytest.raises(OutputError, match="count from 1"):
        stem("x", 0)


def test_the_next_version_is_free(tmp_path: Path) -> None:
    assert next_version(tmp_path / "missing") == 1
    assert next_version(tmp_path) == 1 and last_version(tmp_path) is None
    for name in ("x_v001.1001.exr", "x_v002", "y_v010.mp4", "v100.txt", "x_v01.exr", "notes.txt"):
        (tmp_path / name).write_text("")
    assert next_version(tmp_path) == 11
    assert last_version(tmp_path) == 10


def test_frames_on_disk_are_those_of_this_version(tmp_path: Path) -> None:
    for name in ("x_v001.1003.exr", "x_v001.1001.exr", "x_v002.1002.exr", ".part-x_v001.1002.exr"):
        (tmp_path / name).write_text("")
    assert frames_on_disk(tmp_path, "X", 1) == [1001, 1003]
    assert frames_on_disk(tmp_path / "missing", "X", 1) == []
