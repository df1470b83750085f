"""Tables set for guests, lamps whose own light is named, painted walls, balloons that rise."""

from rayograph.plan.planner import plan_brief


def test_a_table_set_for_four_by_its_own_lamp_in_a_green_room() -> None:
    plan = plan_brief(
        "The dining table is set for four with white plates; the chandelier above slowly swings and "
        "its light sweeps the dark green walls."
    )
    assert sum(m.kind == "plate" for m in plan.cast) == 4
    assert plan.rig.sun.moon  # by day nobody would see that light
    assert plan.set.options["paint"] == "#203d1d"


def test_a_balloon_rises_to_the_ceiling_and_the_tilt_goes_with_it() -> None:
    plan = plan_brief("Bedroom, bed with grey linen. A red balloon rises to the ceiling. Tilt up with it.")
    bed = next(m for m in plan.cast if m.kind == "bed")
    assert bed.colour == "#85868a"
    assert plan.action[0].path[-1][3] > 1.8
    assert plan.camera.keys[-1].target[2] > plan.camera.keys[0].target[2] + 1.0
