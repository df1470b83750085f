"""Table tops: lamps overhead, gels, sweeps, surfaces and screens come out as the words say."""

import pytest

from rayograph.core.plan import ShotPlan
from rayograph.core.rig import Practical
from rayograph.plan.planner import plan_brief


def _lamp(plan: ShotPlan, name: str) -> Practical:
    return next(lamp for lamp in plan.rig.practicals if lamp.id == name)


@pytest.mark.parametrize(
    "words",
    ["tungsten lamp overhead", "one lamp overhead, the rest black", "lit from above by a single bulb",
     "a single spot from above", "an overhead lamp"],
)  # fmt: skip
def test_a_lamp_overhead_is_a_light_and_no_thing(words: str) -> None:
    plan = plan_brief(f"two dice and a stack of poker chips on green felt, {words}")
    assert {member.kind for member in plan.cast} == {"dice", "poker_chip"}
    assert _lamp(plan, "overhead").position[2] > 0.9
    assert plan.set.surface == "felt"


def test_a_lamp_that_swings_in_a_room_stays_a_thing() -> None:
    plan = plan_brief("The pendant lamp over the kitchen table swings back and forth, four chairs. Night.")
    assert all(lamp.id != "overhead" for lamp in plan.rig.practicals)


def test_a_rim_has_the_colour_and_the_side_that_were_said() -> None:
    plan = plan_brief("gold trophy, key from the left, weak blue rim from the right, dark studio")
    rim = _lamp(plan, "rim")
    assert rim.position[0] > 0 and rim.tint is not None and rim.tint[2] > 3 * rim.tint[0]
    assert _lamp(plan, "key").position[0] < 0 and _lamp(plan, "key").tint is None


def test_a_sweep_is_one_sheet_of_its_colour() -> None:
    plan = plan_brief("headphones on a yellow paper sweep, softbox from the left")
    assert plan.set.surface == "paper"
    assert plan.set.surface_colour == plan.set.backdrop_colour == "#e0b721"


@pytest.mark.parametrize(
    ("words", "surface"),
    [("blue velvet", "velvet"), ("brown leather", "leather"), ("a black glass table", "glass"),
     ("a terracotta tile", "terracotta"), ("clear acrylic", "glass"), ("a white table", "painted_wood")],
)  # fmt: skip
def test_surfaces_are_those_that_were_named(words: str, surface: str) -> None:
    assert plan_brief(f"a gold ring on {words}").set.surface == surface


def test_a_screen_that_glows_is_a_lamp() -> None:
    plan = plan_brief("a smartphone on a black glass table, screen glowing, everything else dark")
    assert _lamp(plan, "smartphone").kind == "cast"
    assert _lamp(plan, "key").lumens < 500


def test_billiard_balls_are_racked_flat_in_a_triangle() -> None:
    plan = plan_brief("white cue ball smashes into a rack of billiard balls on green felt")
    rack = [m.position for m in plan.cast if m.kind == "billiard_ball"][1:]
    assert len(rack) == 15 and {z for _, _, z in rack} == {0.0}
    assert len({round(x, 3) for x, _, _ in rack}) == 5


def test_a_panel_from_above_never_hangs_before_a_camera_that_looks_down() -> None:
    plan = plan_brief("overhead flat lay: a notebook, a pen and a cup on dark walnut, soft light from above")
    x, y, z = plan.camera.keys[0].position
    panels = [lamp for lamp in plan.rig.practicals if lamp.kind == "panel"]
    assert panels
    for lamp in panels:
        beside = max(abs(lamp.position[0] - x), abs(lamp.position[1] - y)) > 0.5 * max(lamp.size)
        assert lamp.position[2] > z or beside, (lamp.position, (x, y, z))


def test_light_from_the_top_left_of_the_picture_comes_from_the_left() -> None:
    plan = plan_brief("flat lay, a pen and a notebook on walnut, morning sun raking in from top left")
    assert plan.rig.sun is not None and abs(plan.rig.sun.azimuth_deg - 180) < 30
    assert not any(lamp.kind == "panel" for lamp in plan.rig.practicals)
