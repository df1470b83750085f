"""When events take place, and what slow motion does to them."""

import pytest

from rayograph.core.plan import Drive, Drop, Launch
from rayograph.plan.brief import read_brief
from rayograph.plan.immersions import bank
from rayograph.plan.ledger import Ledger
from rayograph.plan.planner import plan_brief


def test_slow_motion_is_in_the_plan_and_stretches_what_happens() -> None:
    fast, slow = (
        plan_brief(
            "A steel ball swings into a tower of wooden blocks and knocks it over, plain studio" + more
        )
        for more in ("", ", slow motion")
    )
    assert (fast.format.pace, slow.format.pace) == (1.0, 0.4)
    assert slow.format.frames == fast.format.frames
    topples = [e for e in slow.action if e.kind == "topple"]
    assert topples and all(0.3 < e.at / 3.0 < 0.8 for e in topples)


def test_overcranked_at_a_named_rate_is_played_at_24() -> None:
    assert read_brief(Ledger("a cup falls, slow motion, 48fps")).format.pace == 0.5
    assert read_brief(Ledger("a cup falls, 48fps")).format.pace == 1.0


@pytest.mark.parametrize(
    "brief",
    [
        "A stack of old books collapses on a desk in a library",
        "a lemon drops into a ceramic bowl on a wooden table",
        "a marble rolls in from the right and knocks over a tower of sugar cubes",
        "Copper pendulum ball swings in from the left and knocks a glass bottle off a plinth, studio",
    ],
)
def test_what_happens_waits_until_the_first_quarter_is_over(brief: str) -> None:
    plan = plan_brief(brief)
    first = min(e.at for e in plan.action if not isinstance(e, Drive))
    assert 0.25 < first / 3.0 < 0.6


def test_what_tips_off_a_table_is_pushed_over_its_edge() -> None:
    plan = plan_brief("bowl of cherries gets knocked off the kitchen table")
    event = plan.action[0]
    assert isinstance(event, Launch) and event.object == "bowl"
    assert {e.object for e in plan.action} == {m.id for m in plan.cast if m.kind in ("bowl", "cherry")}


def test_what_is_knocked_off_something_stands_on_it() -> None:
    plan = plan_brief(
        "a copper ball swings in from the left and knocks a tall glass bottle off a grey plinth"
    )
    assert next(m for m in plan.cast if m.kind == "bottle").on == "plinth"
    assert next(m for m in plan.cast if m.kind == "ball").on == "stage"


def test_ones_are_no_second_and_ten_pins_are_ten() -> None:
    assert read_brief(Ledger("Dominoes, twenty black ones, topple")).format.seconds is None
    assert read_brief(Ledger("a clip of one second, a ball")).format.seconds == 1.0
    plan = plan_brief("a bowling ball rolls down the lane and scatters ten pins")
    assert sum(m.kind == "bowling_pin" for m in plan.cast) == 10


def test_leaves_fall_over_a_bench_and_upset_nothing() -> None:
    plan = plan_brief("autumn leaves fall over an empty park bench")
    assert all(e.object.startswith("leaf") for e in plan.action)


def test_into_the_lake_leads_down_the_bank_into_the_water() -> None:
    plan = plan_brief("A football rolls down the meadow and into the lake, late afternoon")
    assert plan.set.stage == "shore"
    (event,) = plan.action
    assert isinstance(event, Drive)
    assert event.path[-1][2] > 5.2 and event.path[-1][3] < -0.3
    assert bank(0.0) == 0.0


def test_what_drops_at_once_has_fallen_for_long_enough_to_be_seen() -> None:
    plan = plan_brief("Three oranges drop one after another into a glass bowl, white studio")
    drops = [e for e in plan.action if isinstance(e, Drop)]
    assert len(drops) == 3 and len({e.at for e in drops}) == 3
