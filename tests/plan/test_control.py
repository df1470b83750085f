"""Courses of things over time: in the picture or in the world, each by its own, under a camera that moves."""

from pathlib import Path

import numpy as np
import pytest

from rayograph.core.errors import PlanError
from rayograph.core.intent import Event, Within
from rayograph.core.plan import Drive, ShotPlan
from rayograph.plan.annotate.control import Control
from rayograph.plan.annotate.rays import box_of, camera_of, seconds_of
from rayograph.plan.annotate.read import checked
from rayograph.plan.annotate.steer import steered
from rayograph.plan.planner import plan_brief

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "control.json"
BRIEF = "a red rubber ball and a white ceramic bowl on an oak table, studio light, slow push in"


@pytest.fixture(scope="module")
def plan() -> ShotPlan:
    return plan_brief(BRIEF)


def courses(*objects: dict[str, object]) -> Control:
    return Control.model_validate({"objects": objects})


def test_each_thing_goes_its_own_way(plan: ShotPlan):
    made = steered(plan, checked(Control, EXAMPLE.read_bytes(), "control.json"))
    drives = {e.object: e for e in made.action if isinstance(e, Drive)}
    assert set(drives) == {"ball", "bowl"}
    assert drives["bowl"].path[0][1:] == (0.25, 0.1, 0.0) and len(drives["bowl"].path) == 2
    whole = seconds_of(made)
    ball = next(m for m in made.cast if m.id == "ball")
    for time, *place in drives["ball"].path[::5]:
        seen = box_of(camera_of(made, time / whole), ball, np.array(place))
        part = time / whole
        x = np.interp(part, [0, 0.6, 1], [0.175, 0.49, 0.77])
        assert seen is not None and (seen[0] + seen[2]) / 2 == pytest.approx(x, abs=0.03)
        assert place[2] == ball.position[2]
    asked = [i.claim for i in made.intents if isinstance(i.claim, Within)]
    assert [(c.object, round(c.at, 2)) for c in asked] == [
        ("ball", 0.0), ("ball", 0.6), ("ball", 1.0), ("bowl", 0.0), ("bowl", 0.9)
    ]  # fmt: skip
    assert Event(subject="ball", event="moves") in [i.claim for i in made.intents]
    assert made.camera.keys == plan.camera.keys


def test_one_key_is_a_place_and_in_the_air_its_size_says_how_far(plan: ShotPlan):
    made = steered(plan, courses({"object": "bowl", "keys": [{"at": 0, "box": [0.55, 0.3, 0.8, 0.6]}]}))
    assert not made.action and made.cast != plan.cast
    keys = [{"at": k, "box": [0.4, 0.1, 0.4 + side * 9 / 16, 0.1 + side]} for k, side in ((0, 0.1), (1, 0.3))]
    flown = steered(plan, courses({"object": "the red ball", "keys": keys, "flies": True}))
    (drive,) = flown.action
    assert isinstance(drive, Drive)
    eye = np.array(plan.camera.keys[0].position)
    far, near = (np.linalg.norm(np.array(drive.path[k][1:]) - eye) for k in (0, -1))
    assert far > 1.4 * near and min(row[3] for row in drive.path) >= 0


@pytest.mark.parametrize(
    ("course", "says"),
    [
        ({"object": "cat", "keys": [{"at": 0, "position": [0, 0, 0]}]}, "it holds ball, bowl"),
        ({"object": "ball", "keys": [{"at": 0.5, "position": [0, 0, 0]}, {"at": 0.2, "position": [1, 0, 0]}]},
         "must rise"),
        ({"object": "ball", "keys": [{"time": 40, "position": [0, 0, 0]}]}, "end by"),
        ({"object": "ball", "keys": [{"at": 0, "box": [0.4, 0.01, 0.45, 0.05]}]}, "nothing to stand on"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_one_clear_line(plan: ShotPlan, course: dict[str, object], says: str):
    with pytest.raises(PlanError, match=says):
        steered(plan, courses(course))


def test_the_file_is_closed():
    for text, says in (
        ('{"objects": [{"object": "a", "keys": [{"at": 0}]}]}', "'box' and 'position'"),
        ('{"objects": [{"object": "a", "keys": [{"position": [0, 0, 0]}]}]}', "'time' and 'at'"),
        ('{"objects": []}', "objects"),
        ("{", "Invalid JSON"),
    ):
        with pytest.raises(PlanError, match=says):
            checked(Control, text.encode(), "control.json")
