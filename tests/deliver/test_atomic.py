from pathlib import Path

import pytest

from rayograph.core.errors import OutputError
from rayograph.deliver.atomic import atomic_path, clear_parts, write_text


def names(folder: Path) -> list[str]:
    return [entry.name for entry in folder.iterdir()]


def test_the_file_appears_whole_with_the_usual_mode(tmp_path: Path) -> None:
    write_text(tmp_path / "new" / "plan.json", "{}")
    path = tmp_path / "new" / "plan.json"
    plain = tmp_path / "plain"
    plain.write_text("")
    assert path.read_text() == "{}"
    assert path.stat().st_mode == plain.stat().st_mode
    assert names(path.parent) == ["plan.json"]


def test_a_failure_keeps_the_old_file_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_text(path, "old")
    with pytest.raises(KeyError), atomic_path(path) as temporary:
        temporary.write_text("half of the n")
        raise KeyError("killed")
    assert path.read_text() == "old"
    assert names(tmp_path) == ["a.txt"]


def test_a_full_disk_is_one_line_with_the_cure(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as caught, atomic_path(tmp_path / "a.txt"):
        Path("/dev/full").write_text("x")
    assert "a.txt" in str(caught.value) and "free some disk space" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert names(tmp_path) == []


def test_a_folder_that_is_a_file_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match=r"file/a\.txt: File exists; .*another folder"):
        write_text(tmp_path / "file" / "a.txt", "x")


def test_what_a_kill_left_behind_can_be_cleared(tmp_path: Path) -> None:
    write_text(tmp_path / "kept.json", "{}")
    context = atomic_path(tmp_path / "lost.exr")
    context.__enter__().write_text("half")  # and then the machine went down
    assert len(names(tmp_path)) == 2
    assert clear_parts(tmp_path) == 1
    assert names(tmp_path) == ["kept.json"] and clear_parts(tmp_path / "missing") == 0
