"""Shorthand of shot lists, and what happens at a jetty, on a picnic blanket and at the water's edge."""

import pytest

from rayograph.core.plan import ShotPlan
from rayograph.plan.planner import plan_brief


def _at(plan: ShotPlan, kind: str) -> tuple[float, float, float]:
    return next(m.position for m in plan.cast if m.kind == kind)


@pytest.mark.parametrize("left, right", [("L", "R"), ("camera left", "camera right"), ("on L", "on R")])
def test_letters_say_the_sides(left: str, right: str) -> None:
    plan = plan_brief(f"empty street at noon, white van {left}, blue mailbox {right}")
    assert _at(plan, "van")[0] < 0 < _at(plan, "mailbox")[0]
    assert all(r.verdict != "ungrounded" for r in plan.readings)


def test_a_ball_bounces_in_and_tips_a_bottle_over() -> None:
    plan = plan_brief("Picnic blanket, green bottle. A football bounces in from the left and tips it over.")
    bottle = _at(plan, "bottle")
    launch = next(e for e in plan.action if e.kind == "launch")
    assert launch.velocity[0] > 0 and _at(plan, "football")[0] < bottle[0]
    assert any(e.kind == "topple" and e.object == "bottle" for e in plan.action)


def test_boots_stand_at_the_far_end_of_a_jetty() -> None:
    plan = plan_brief("Wooden jetty, a pair of red boots at the far end. Slow dolly out along the boards.")
    assert _at(plan, "boot")[1] > _at(plan, "jetty")[1] + 2.5
    first, last = plan.camera.keys[0], plan.camera.keys[-1]
    assert first.position[1] > last.position[1] + 3.0


def test_the_top_stone_goes_into_the_lake() -> None:
    plan = plan_brief("Three flat stones balanced on a boulder at the water's edge; the top one slides off.")
    stones = [m for m in plan.cast if m.kind == "flat_stone"]
    top = max(stones, key=lambda m: m.position[2])
    assert len(stones) == 3
    assert [e.object for e in plan.action] == [top.id]
    assert plan.action[0].kind == "drive" and plan.action[0].path[-1][3] < -0.4
