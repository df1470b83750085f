"""A board on disk: plans that can be shot, a page that shows what is not shot yet, a cut with its media."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from rayograph.core.plan import read_plan
from rayograph.generate.board import cut_of, measured, write_page, write_plans
from rayograph.plan.board.record import Board, board_of_text, sized
from rayograph.plan.board.story import storied

BOARD = "010: a red ball rolls across an oak table\n\n020: close on the ball & a <bowl>\n"


def test_a_board_is_whole_before_anything_is_shot(tmp_path: Path):
    story, claims = storied(sized(board_of_text(BOARD, "two shots"), "160x90", 0.5))
    write_plans(tmp_path, story)
    assert read_plan(tmp_path / "plans" / "020.json") == story[1].plan
    found = measured(tmp_path, story, claims)
    assert found.kept and all(kept.finding is None for kept in found.kept)
    write_page(tmp_path, "two shots", story, found)
    page = (tmp_path / "board.html").read_text()
    assert page.count("<svg") == 2 and "<video" not in page and "not shot yet" in page
    assert "&lt;bowl&gt;" in page and "<bowl>" not in page
    cut = cut_of(tmp_path, story[0])
    assert (cut.count, cut.rate, cut.prefix) == (12, 24, "two-shots-010_v001.")
    (tmp_path / "shots" / "020" / "exr").mkdir(parents=True)
    (tmp_path / "shots" / "020" / "exr" / "two-shots-020_v003.1001.exr").touch()
    (tmp_path / "shots" / "020" / "preview.mp4").touch()
    assert cut_of(tmp_path, story[1]).prefix == "two-shots-020_v003."
    write_page(tmp_path, "two shots", story, found)
    assert "shots/020/preview.mp4" in (tmp_path / "board.html").read_text()


def test_a_name_of_a_shot_is_no_path():
    with pytest.raises(ValidationError, match="name"):
        Board.model_validate({"shots": [{"name": "../x", "brief": "a ball"}]})
