"""Moves that an edit asks for in place of the old one: where they go, seen from where the shot opens."""

import numpy as np
import pytest

from rayograph.core.errors import BriefError
from rayograph.core.plan import CameraKey
from rayograph.plan.planner import plan_brief
from rayograph.plan.revise.edit import revised
from rayograph.plan.revise.travels import travelled

FIRST = CameraKey(time=0, position=(0, -2, 1), target=(0, 0, 0.5))


@pytest.mark.parametrize("way", ["left", "right"])
def test_sideways_moves_go_to_their_side(way: str):
    side = 1.0 if way == "right" else -1.0
    truck, pan, orbit = (travelled(FIRST, move, way, 2.0) for move in ("truck", "pan", "orbit"))
    assert side * truck[-1].position[0] > 0.5 and side * truck[-1].target[0] > 0.5
    assert pan[-1].position == FIRST.position and side * pan[-1].target[0] > 0.3
    assert side * orbit[-1].position[0] > 0.5 and orbit[-1].target == FIRST.target
    radius = [np.hypot(key.position[0], key.position[1]) for key in orbit]
    assert radius == pytest.approx([2.0] * len(orbit), abs=1e-3)
    assert orbit[-1].time == truck[-1].time == 2.0


def test_a_crane_goes_up_and_down_but_not_through_the_floor():
    assert travelled(FIRST, "crane", "up", 2.0)[-1].position[2] > 1.5
    low = FIRST.model_copy(update={"position": (0.0, -2.0, 0.2)})
    assert travelled(low, "crane", "down", 2.0)[-1].position[2] == pytest.approx(0.05)


def test_they_are_read_in_words():
    plan = plan_brief("a red ball on a table, static")
    assert revised(plan, "orbit right slowly")[0].camera.move == "orbit"
    assert revised(plan, "crane up and make the ball blue")[0].camera.move == "crane"
    with pytest.raises(BriefError, match="up and down"):
        revised(plan, "pan up")
