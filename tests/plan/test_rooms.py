"""Rooms about the cast: near walls, lamps at the ceiling, a kitchen along its counter, a table by the bed."""

from rayograph.core.rooms import CEILING, NEAR_BACK
from rayograph.plan.planner import plan_brief


def test_a_pendant_swings_from_the_ceiling_over_its_table() -> None:
    plan = plan_brief("The pendant lamp over the kitchen table swings, four chairs. Night, no other light.")
    cast = {m.id: m for m in plan.cast}
    lamp, table = cast["pendant_lamp"], cast["table"]
    assert lamp.position[:2] == table.position[:2]
    assert abs(lamp.position[2] + 1.1 - CEILING) < 0.02
    assert [e.kind for e in plan.action] == ["swing"]
    assert [p.source for p in plan.rig.practicals] == ["pendant_lamp"]
    assert sum(m.kind == "chair" for m in plan.cast) == 4


def test_a_counter_is_the_stage_of_a_kitchen() -> None:
    plan = plan_brief("a copper kettle and a bowl of lemons along the kitchen counter, morning")
    assert (plan.set.stage, plan.set.options["counter"]) == ("table", "kitchen")


def test_a_bedside_table_stands_by_the_bed_in_moonlight() -> None:
    plan = plan_brief("three in the morning: a telephone on a bedside table, cool moonlight")
    table = next(m for m in plan.cast if m.kind == "side_table")
    assert plan.set.options["room"] == "bedroom" and table.position[1] > NEAR_BACK - 0.5
    assert plan.rig.sun is not None and plan.rig.sun.moon and not plan.rig.practicals


def test_blinds_hang_where_light_comes_in_stripes() -> None:
    plan = plan_brief("study, sun through venetian blinds, a laptop on the desk")
    assert plan.set.options["blinds"] == "venetian"
