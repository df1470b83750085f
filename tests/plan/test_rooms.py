"""Rooms about the cast: near walls, lamps at the ceiling, a kitchen along its counter, a table by the bed."""

import math

import pytest

from rayograph.core.rooms import CEILING, NEAR_BACK
from rayograph.core.tables import table_form
from rayograph.plan.planner import plan_brief
from rayograph.plan.white_balance import MOON_KELVIN


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


@pytest.mark.parametrize(
    ("brief", "shape"),
    [
        ("six chairs around a round dining table in a dining room", "round"),
        ("a long table with eight chairs in a dining room", "long"),
        ("two round café tables and four chairs on the pavement outside a café", "round"),
        ("two folding chairs and a square wooden table by the lake", "square"),
    ],
)
def test_chairs_stand_clear_of_their_table_and_face_it(brief: str, shape: str) -> None:
    plan = plan_brief(brief)
    tables = [m for m in plan.cast if m.kind == "table"]
    assert all(shape in f"{m.words} {m.name}".lower() for m in tables)
    for chair in (m for m in plan.cast if m.kind in ("chair", "camp_chair")):
        table = min(tables, key=lambda t: math.dist(t.position, chair.position))
        form = table_form(f"{table.words} {table.name}")
        away = [a - b for a, b in zip(table.position, chair.position, strict=True)]
        yaw = math.radians(chair.yaw_deg)
        front = (math.sin(yaw), -math.cos(yaw))
        assert math.dist(table.position, chair.position) > min(form.size[:2]) / 2 + 0.25
        assert front[0] * away[0] + front[1] * away[1] > 0.5 * min(form.size[:2])


def test_an_insert_by_moonlight_is_near_blue_and_pulls_focus() -> None:
    words = "Insert: a black telephone on a bedside table, alarm clock behind it. Moonlight."
    plan = plan_brief(f"{words} Rack focus phone to clock.")
    assert plan.camera.white_balance_k == MOON_KELVIN
    assert plan.camera.f_stop < 2 and len(plan.camera.focus_keys) == 2
    key, phone = plan.camera.keys[0], next(m for m in plan.cast if m.kind == "telephone")
    assert math.dist(key.position, phone.position) * 36 / key.focal_mm < 1.0


@pytest.mark.parametrize(
    ("brief", "room", "counter"),
    [
        ("a whisky bar at night, a tumbler on the counter", "bar", "bar"),
        ("bathroom counter, a bar of soap and a glass", "bathroom", "bathroom"),
        ("a hammer and a screwdriver on the workbench", "workshop", "workshop"),
        ("classroom, an apple and three books on the desk", "classroom", None),
        ("office at night, a laptop on the desk", "office", None),
        ("a child's bedroom, a teddy bear on the bed", "nursery", None),
    ],
)
def test_a_room_that_serves_a_purpose_is_furnished_for_it(brief: str, room: str, counter: str | None) -> None:
    options = plan_brief(brief).set.options
    assert (options["room"], options.get("counter")) == (room, counter)


def test_a_bedside_lamp_has_a_table_by_the_bed() -> None:
    plan = plan_brief("a bedroom, a teddy bear on the bed, a bedside lamp next to an alarm clock")
    cast = {m.id: m for m in plan.cast}
    assert {cast["desk_lamp"].on, cast["clock"].on} == {"side_table"}


def test_the_chalkboard_of_a_classroom_is_its_own() -> None:
    plan = plan_brief("a globe on the desk of a classroom, chalkboard behind")
    assert "sandwich_board" not in {m.kind for m in plan.cast}
