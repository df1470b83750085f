"""Moves from one thing to another, focus pulls, and looks past a shoulder."""

import numpy as np
import pytest

from rayograph.core.camera import focus_weights
from rayograph.core.plan import CameraKey, ShotPlan
from rayograph.plan.composition import on_screen
from rayograph.plan.planner import plan_brief


def _at(plan: ShotPlan, key: CameraKey, member: str) -> np.ndarray:
    """Column and row of a thing's base in the frame of a key, as parts of the frame."""
    base = np.array([next(m.position for m in plan.cast if m.id == member)])
    aspect = plan.format.width / plan.format.height
    return on_screen(base, np.array(key.position), np.array(key.target), key.focal_mm, aspect)[0]


@pytest.mark.parametrize(
    ("brief", "first", "last"),
    [
        ("a bowl, a kettle and a loaf of bread on a table. Pan from the bowl to the bread", "bowl", "bread"),
        ("a teapot, a vase, a plate on an oak table, dolly from the teapot to the plate", "teapot", "plate"),
    ],
)  # fmt: skip
def test_a_pan_starts_on_one_thing_and_ends_on_another(brief: str, first: str, last: str) -> None:
    plan = plan_brief(brief)
    start, end = plan.camera.keys[0], plan.camera.keys[-1]
    assert abs(_at(plan, start, first)[0] - 0.5) < 0.2
    assert abs(_at(plan, end, last)[0] - 0.5) < 0.2
    assert _at(plan, start, last)[0] > 0.75
    assert plan.camera.focus_keys[0].member == first
    assert plan.camera.focus_keys[-1].member == last


def test_a_push_in_ends_on_the_thing_that_it_goes_to() -> None:
    plan = plan_brief("a red phone box and a black motorcycle on a street, slow push in to the bike")
    assert [m.kind for m in plan.cast if m.words] == ["phone_box", "motorbike"]
    start, end = plan.camera.keys[0], plan.camera.keys[-1]
    bike = np.array(plan.cast[1].position)
    near, far = (np.linalg.norm(np.array(key.position) - bike) for key in (end, start))
    assert near < 0.75 * far
    assert abs(_at(plan, end, "motorbike")[0] - 0.5) < 0.2


def test_a_crane_rises_with_its_gaze() -> None:
    plan = plan_brief("a globe in a library, crane up from the globe to the top shelf")
    start, end = plan.camera.keys[0], plan.camera.keys[-1]
    assert end.position[2] > start.position[2] + 0.4
    assert end.target[2] > start.target[2] + 1.0


def test_a_focus_pull_passes_between_two_things_at_different_depths() -> None:
    plan = plan_brief("a telephone on a table, an alarm clock behind it, rack focus phone to clock, 70mm")
    assert [key.member for key in plan.camera.focus_keys] == ["telephone", "clock"]
    assert focus_weights(plan.camera, 0.0) == {"telephone": 1.0}
    assert focus_weights(plan.camera, 10.0) == {"clock": 1.0}
    half = focus_weights(plan.camera, sum(key.time for key in plan.camera.focus_keys) / 2)
    assert half == {"telephone": pytest.approx(0.5), "clock": pytest.approx(0.5)}
    assert plan.camera.f_stop <= 4.0


def test_over_the_shoulder_the_nearer_thing_stands_at_the_side() -> None:
    plan = plan_brief("over the shoulder of a brass statue onto a chessboard on a wooden table")
    key = plan.camera.keys[0]
    statue, board = _at(plan, key, "statue"), _at(plan, key, "chessboard")
    assert statue[2] < board[2]
    assert statue[0] < 0.42 < board[0]


def test_degrees_say_how_steeply_the_camera_looks_down() -> None:
    key = plan_brief("two dice on green felt, camera looking down at about forty-five degrees").camera.keys[0]
    line = np.array(key.position) - np.array(key.target)
    assert np.degrees(np.arctan2(line[2], np.hypot(line[0], line[1]))) == pytest.approx(45, abs=6)


@pytest.mark.parametrize(
    ("brief", "move"),
    [
        ("a watch on a block, the camera circles it slowly", "orbit right"),
        ("we pan with a white van driving down the street", "follow"),
        ("a jetty on a lake, drone pushes out along the jetty", "push in"),
        ("a car passes on a street, whip pan with it", "follow"),
    ],
)
def test_moves_as_they_are_written(brief: str, move: str) -> None:
    assert plan_brief(brief).camera.move == move
