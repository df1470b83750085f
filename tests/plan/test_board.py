"""Shots of one story share cast, set, rig and screen direction, unless one says otherwise."""

import functools
from pathlib import Path

import pytest

from rayograph.core.across import Across, SameLight, SameLook, SameWay
from rayograph.core.errors import BriefError, PlanError
from rayograph.plan.board.panel import panel_of
from rayograph.plan.board.record import Board, board_of_text, read_board, sized
from rayograph.plan.board.story import Told, storied

LEMON = """# The lemon

Light: late afternoon light from a window on the left

010: a lemon rolls from right to left past a green glass bottle on a dark walnut table

020: close on the green bottle and a white bowl

030: the lemon rolls into the white bowl, slow push in

040: night. a red ball, lit by a desk lamp
"""


@functools.cache
def story() -> tuple[tuple[Told, ...], tuple[Across, ...]]:
    return storied(sized(board_of_text(LEMON, "lemon"), "320x180", 1.0))


def member(told: Told, name: str) -> dict[str, object]:
    return next(m for m in told.plan.cast if m.id == name).model_dump(
        include={"kind", "colour", "material", "seed", "height_m", "wear"}
    )


def test_set_rig_and_cast_are_the_same():
    first, second, third, night = story()[0]
    assert first.plan.set == second.plan.set == third.plan.set
    assert first.plan.rig == second.plan.rig == third.plan.rig
    assert member(first, "bottle") == member(second, "bottle")
    assert member(first, "lemon") == member(third, "lemon")
    assert member(second, "bowl") == member(third, "bowl")
    assert night.plan.rig != first.plan.rig and night.own_light
    assert night.plan.set.seed == first.plan.set.seed and night.plan.set.surface == "walnut"
    assert [told.plan.format.frames for told in story()[0]] == [24] * 4


def test_claims_go_from_shot_to_shot():
    found = {(a.first, a.second, a.claim.kind) for a in story()[1]}
    assert ("010", "020", "same_light") in found and ("030", "040", "same_light") not in found
    looks = [(a.first, a.second, a.claim.a) for a in story()[1] if isinstance(a.claim, SameLook)]
    assert looks == [("010", "020", "bottle"), ("010", "030", "lemon"), ("020", "030", "bowl")]
    ways = [a for a in story()[1] if isinstance(a.claim, SameWay)]
    assert [(a.first, a.second, a.claim.a) for a in ways if isinstance(a.claim, SameWay)] == [
        ("010", "030", "lemon")
    ]
    assert any(isinstance(a.claim, SameLight) for a in story()[1])


def test_the_same_board_gives_the_same_story():
    again = storied(sized(board_of_text(LEMON, "lemon"), "320x180", 1.0))
    assert again == story()


def test_another_thing_of_the_kind_is_another_character():
    board = Board.model_validate({"cast": {"hero": "a red rubber ball"}, "shots": [
        {"brief": "{hero} on an oak table"}, {"brief": "a blue ball beside {hero} on the table"},
    ]})  # fmt: skip
    first, second = storied(board)[0]
    assert first.roles == {"ball": "ball"} and set(second.roles) == {"ball", "ball_1"}
    red = second.roles["ball"]
    assert member(first, "ball") == member(second, red)
    other = member(second, second.roles["ball_1"])
    assert other["colour"] != member(first, "ball")["colour"]


def test_a_board_is_drawn_before_it_is_shot():
    drawing = panel_of(story()[0][0].plan)
    assert drawing.startswith("<svg") and ">lemon<" in drawing and "<polygon" in drawing


@pytest.mark.parametrize(
    ("board", "says"),
    [
        ({"shots": [{"brief": "{cat} on a table"}]}, "shot 010: {cat} is not in the board's cast"),
        ({"shots": [{"brief": "xyzzy plugh"}]}, "shot 010: nothing in"),
        ({"shots": [{"brief": "a ball", "annotate": "none.svg"}]}, "shot 010: cannot read"),
    ],
)
def test_what_cannot_be_told_names_its_shot(board: dict[str, object], says: str):
    with pytest.raises((BriefError, PlanError)) as caught:
        storied(Board.model_validate(board))
    assert str(caught.value).startswith(says)


def test_boards_are_read_from_files(tmp_path: Path):
    file = tmp_path / "board.txt"
    file.write_text(LEMON)
    assert read_board(file).names() == ("010", "020", "030", "040") and read_board(file).title == "The lemon"
    file.write_text("Shot 2A: a ball\n\nNight. a bowl\n\nClose: a cup\n")
    assert read_board(file).names() == ("2A", "020", "030")
    assert read_board(file).shots[2].brief == "Close: a cup"
    file.write_text("a ball rolls\n\na bowl\n")
    assert read_board(file).names() == ("010", "020")
    file.write_text("\n\n")
    with pytest.raises(PlanError, match="no shot"):
        read_board(file)
    file.write_text('{"shots": [{"brief": "a", "name": "x"}, {"brief": "b", "name": "x"}]}')
    with pytest.raises(PlanError, match="two shots"):
        read_board(file)
    with pytest.raises(PlanError, match="1280x720"):
        sized(board_of_text(LEMON, "x"), "big", None)
