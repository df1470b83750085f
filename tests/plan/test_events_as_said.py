"""What is said to happen: to which of several, with what is held, by which way."""

import pytest

from rayograph.core.plan import Launch, ShotPlan, Swing, Topple
from rayograph.plan.planner import plan_brief


def _moved(plan: ShotPlan) -> set[str]:
    return {event.object for event in plan.action}


def test_the_middle_one_of_a_row_falls_alone() -> None:
    plan = plan_brief("Five glass bottles in a row on a shelf, the middle one falls off")
    across = {m.id: m.position[0] for m in plan.cast if m.kind == "bottle"}
    (moved,) = _moved(plan)
    assert sorted(across, key=lambda name: across[name])[2] == moved


def test_the_top_one_of_a_stack_slides_off() -> None:
    plan = plan_brief("three wooden blocks stacked, the top one slides off")
    high = max((m for m in plan.cast if m.kind == "block"), key=lambda m: m.position[2])
    assert _moved(plan) == {high.id}


@pytest.mark.parametrize(
    ("brief", "holder", "held"),
    [
        ("a wicker basket tips over and oranges roll out across the counter", "basket", "orange"),
        ("a jar of marbles tips over, marbles spill across the table", "open_jar", "marble"),
        ("A bucket of apples gets knocked over and the apples roll across the grass", "bucket", "apple"),
    ],
)
def test_what_tips_over_spills_what_lies_in_it(brief: str, holder: str, held: str) -> None:
    plan = plan_brief(brief)
    (host,) = (m for m in plan.cast if m.kind == holder)
    assert [type(event) for event in plan.action] == [Topple]
    assert all(m.on == host.id for m in plan.cast if m.kind == held)


def test_what_is_hit_and_goes_flying_is_thrown_by_the_blow() -> None:
    plan = plan_brief("Night street, a traffic cone gets hit by a football and goes flying")
    thrown = next(e for e in plan.action if e.object == "traffic_cone")
    assert isinstance(thrown, Launch) and thrown.velocity[2] > 1.0


def test_it_falls_off_its_books_and_rests_at_the_mug() -> None:
    plan = plan_brief(
        "A red ball rolls off the edge of a stack of two books and comes to rest against a mug."
    )
    ball, cup = (next(m for m in plan.cast if m.kind == kind) for kind in ("ball", "cup"))
    assert ball.on.startswith("book") and cup.on == "stage" and cup.position[0] > ball.position[0]


def test_a_cradle_swings_by_its_first_ball() -> None:
    plan = plan_brief("Newton's cradle swinging on a desk, close-up")
    swings = [e for e in plan.action if isinstance(e, Swing)]
    assert len(swings) == 5 and sum(abs(e.angle_deg) > 1 for e in swings) == 1
