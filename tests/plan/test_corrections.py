"""What a brief takes back as it goes."""

from rayograph.core.plan import ShotPlan
from rayograph.plan.colour_words import COLOURS
from rayograph.plan.planner import plan_brief


def _kinds(plan: ShotPlan) -> list[str]:
    return [c.kind for c in plan.cast]


def test_a_colour_that_is_said_anew_replaces_the_first() -> None:
    plan = plan_brief("A red double-decker bus parked in the street. No wait, make it green.", seed=0)
    assert plan.cast[0].colour == COLOURS["green"]


def test_what_was_taken_back_is_not_cast() -> None:
    plan = plan_brief(
        "A football falls down stone steps... actually no, a football rolls across a street past a red car.",
        seed=0,
    )
    assert _kinds(plan).count("football") == 1 and "rock" not in _kinds(plan)


def test_paper_lanterns_hang_on_the_front() -> None:
    plan = plan_brief("neon sign reading RAMEN above a noodle bar at night, two paper lanterns", seed=0)
    lanterns = [c for c in plan.cast if c.kind == "paper_lantern"]
    assert len(lanterns) == 2 and all(c.fixed and c.position[2] > 2 for c in lanterns)
