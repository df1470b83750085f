"""Who does what to whom, and what is blocked of it."""

import numpy as np
import pytest

from rayograph.core.plan import Drive, Event, Launch, ShotPlan
from rayograph.plan.brief import read_brief
from rayograph.plan.composition import on_screen
from rayograph.plan.facts import Facts, Motion
from rayograph.plan.ledger import Ledger
from rayograph.plan.planner import plan_brief


def only_motion(brief: str) -> tuple[Facts, Motion]:
    facts = read_brief(Ledger(brief))
    assert len(facts.motions) == 1, facts.motions
    return facts, facts.motions[0]


@pytest.mark.parametrize(
    ("brief", "mover", "struck", "falls"),
    [
        ("an orange rolls in and nudges a cup, which tips over", "orange", "cup", True),
        ("a stack of coins gets clipped by a tossed die and comes tumbling down", "dice", "coin", True),
        ("a tower of blocks gets hit by a swinging ball", "ball", "block", False),
        ("the stack of cups collapses when a marble hits it", "marble", "cup", True),
        ("a football flies in and takes out a floor lamp", "football", "floor_lamp", True),
        ("a tyre bowls through a line of five traffic cones", "tyre", "traffic_cone", True),
        ("a wine glass gets knocked off the table by a rolling orange", "orange", "wine_glass", True),
    ],
)
def test_the_agent_moves_and_the_target_is_what_it_hits(
    brief: str, mover: str, struck: str, falls: bool
) -> None:
    facts, motion = only_motion(brief)
    assert facts.things[motion.subject].kind == mover
    assert facts.things[motion.target].kind == struck
    assert motion.falls or not falls


@pytest.mark.parametrize(
    ("brief", "heading"),
    [
        ("a beach ball rolls straight at camera", "near"),
        ("a lemon rolls away from the lens", "away"),
        ("a tumbler slides in L-R along a bar", "right"),
        ("an apple rolls in from frame right", "left"),
        ("a red bus comes toward us on a street", "near"),
    ],
)
def test_headings(brief: str, heading: str) -> None:
    assert only_motion(brief)[1].heading == heading


def test_a_vase_of_something_unknown_still_falls() -> None:
    facts, motion = only_motion("a vase of zxqwv falls off a side table, living room")
    assert facts.things[motion.subject].kind == "vase"
    assert motion.off_edge


def _event(plan: ShotPlan, kind: str) -> Event:
    member = next(m.id for m in plan.cast if m.kind == kind)
    return next(e for e in plan.action if e.object == member)


def test_what_is_knocked_over_topples_when_the_blow_arrives() -> None:
    plan = plan_brief("an orange rolls in from the left and nudges an espresso cup, which tips over")
    blow, fall = _event(plan, "orange"), _event(plan, "cup")
    assert isinstance(blow, Launch)
    assert fall.kind == "topple"
    assert fall.at > blow.at + 0.1


def test_what_drives_towards_us_stays_in_front_of_the_camera() -> None:
    plan = plan_brief("a red bus comes toward us, street, 5 seconds")
    drive = _event(plan, "bus")
    assert isinstance(drive, Drive)
    way = np.subtract(drive.path[-1][1:3], drive.path[0][1:3])
    lens = np.array(plan.camera.keys[0].position[:2])
    ahead = np.subtract(plan.camera.keys[0].target[:2], lens)
    assert way @ ahead < 0
    assert (np.array(drive.path[-1][1:3]) - lens) @ ahead > 0


def test_two_cars_that_collide_come_from_both_sides() -> None:
    plan = plan_brief("two cars collide head on at a crossroads")
    ways = [np.subtract(e.path[-1][1:3], e.path[0][1:3]) for e in plan.action if isinstance(e, Drive)]
    assert len(ways) == 2
    assert ways[0] @ ways[1] < 0


def test_a_sheet_of_paper_has_no_edge_to_fall_over() -> None:
    assert plan_brief("a glass slides off the edge of the table, in a studio").set.surface is not None


def test_what_falls_off_a_table_falls_to_the_floor_of_a_room() -> None:
    plan = plan_brief("an apple rolls off the edge of the kitchen table")
    assert plan.set.kind == "interior"
    assert [m.on for m in plan.cast if m.kind == "apple"] == ["table"]


def test_what_moves_starts_and_ends_close_to_what_it_moves_to() -> None:
    plan = plan_brief("a glass marble rolls across the desk and bumps into a toy car")
    marble, car = (next(m for m in plan.cast if m.kind == kind) for kind in ("marble", "toy_car"))
    assert np.hypot(*np.subtract(marble.position, car.position)[:2]) < 0.45  # from just out of the frame


def test_what_is_rooted_does_not_move() -> None:
    assert plan_brief("a lamp post falls over on a street at night").action == ()


def test_what_is_thrown_comes_from_out_of_frame_and_hangs_nowhere_in_view():
    plan = plan_brief(
        "Two red dice are thrown onto green felt and come to rest beside a stack of poker chips"
    )
    throws = [e for e in plan.action if e.kind == "launch" and e.object.startswith("dice")]
    assert len(throws) == 2
    assert all(e.height > 0.05 for e in throws)
    key, aspect = plan.camera.keys[0], plan.format.width / plan.format.height
    for e in throws:
        x, y, z = next(m.position for m in plan.cast if m.id == e.object)
        at = np.array([[x, y, z + e.height]])
        seen = on_screen(at, np.array(key.position), np.array(key.target), key.focal_mm, aspect)[0, :2]
        assert e.at == 0 or (np.abs(seen - 0.5) > 0.5).any()


def test_what_rolls_over_a_table_is_to_stop_on_it():
    plan = plan_brief("an orange rolls across a wooden table from left to right")
    (roll,) = plan.action
    assert isinstance(roll, Launch)
    start = plan.cast[0].position[0]
    assert -0.6 < start < -0.1
    assert start + roll.velocity[0] ** 2 / (2 * 0.26) < 0.6


def test_the_top_book_of_a_pile_lies_on_a_stack_and_falls_past_the_table():
    plan = plan_brief("study, the top book slides off a pile on the desk and lands on the rug")
    top, *pile = [m for m in plan.cast if m.kind == "book"]
    assert top.on == pile[-1].id
    (rug,) = [m for m in plan.cast if m.kind == "rug"]
    assert rug.position[0] > top.position[0] + 0.2


def test_a_chain_of_dominoes_is_pushed_once():
    plan = plan_brief("a marble rolls along the desk and hits a row of dominoes, they fall one after another")
    assert [e.object for e in plan.action if e.kind == "topple"] == ["domino_1"]


def test_balloons_rise_and_tall_things_are_slid_upright() -> None:
    balloon = plan_brief("a red balloon rises over a meadow").action[0]
    assert isinstance(balloon, Drive) and balloon.path[-1][3] > balloon.path[0][3] + 0.2
    bottle = plan_brief("a bottle slides along the bar and stops in front of a whisky glass").action[0]
    assert isinstance(bottle, Drive)


def test_a_rack_is_scattered_and_pins_stand_in_a_triangle() -> None:
    rack = plan_brief("a white cue ball smashes into a triangle of fifteen coloured balls on green felt")
    assert len([m for m in rack.cast if m.kind == "billiard_ball"]) == 16
    assert len({e.object for e in rack.action}) == 16
    pins = plan_brief("a bowling ball knocks over ten bowling pins")
    assert len([m for m in pins.cast if m.kind == "bowling_pin"]) == 10
    assert len([e for e in pins.action if e.kind == "topple"]) >= 6
