"""Field, camp and shore: what the words of the open ask for stands in the plan."""

from rayograph.core.plan import ShotPlan
from rayograph.plan.planner import plan_brief


def _kinds(plan: ShotPlan) -> list[str]:
    return sorted(member.kind for member in plan.cast)


def test_wildflowers_grow_and_a_rim_carries() -> None:
    plan = plan_brief("old stone well in a meadow full of wildflowers, bucket on its rim, slow orbit", seed=0)
    bucket = next(member for member in plan.cast if member.kind == "bucket")
    assert plan.set.options["flowers"] == "many" and "flower" not in _kinds(plan)
    assert bucket.on == "well"


def test_a_blanket_lies_under_the_picnic() -> None:
    plan = plan_brief("a checked blanket on the grass by the lake with two apples and a bottle on it", seed=0)
    held = [member for member in plan.cast if member.kind in ("apple", "bottle")]
    assert "picnic_blanket" in _kinds(plan)
    assert all(member.on == "picnic_blanket" for member in held)


def test_beaches_have_sand_and_a_sail_is_part_of_its_boat() -> None:
    ball = plan_brief("a beach ball bounces down the sand to the water's edge", seed=0)
    assert ball.set.surface == "sand" and _kinds(ball).count("beach_ball") == 1
    boat = plan_brief("a sailing boat with a white sail crosses the lake under snowy peaks", seed=0)
    assert _kinds(boat) == ["sailboat"] and "season" not in boat.set.options


def test_trees_of_the_far_shore_do_not_hide_the_boat() -> None:
    plan = plan_brief("a red kayak drifts across a glassy lake, autumn trees on the far shore, 85mm", seed=0)
    assert _kinds(plan) == ["kayak"] and plan.set.options["season"] == "autumn"


def test_a_low_sun_behind_stands_in_the_gap_of_the_ridge() -> None:
    plan = plan_brief("a football on the meadow, golden hour, backlit, low angle, 24mm", seed=0)
    assert plan.rig.sun is not None and 100 < plan.rig.sun.azimuth_deg < 122


def test_a_tent_glows_only_if_it_is_said_to() -> None:
    lit = plan_brief("a tent glowing warm by the lake at night", seed=0)
    dark = plan_brief("a tent by the lake at night", seed=0)
    assert any(lamp.source == "tent" for lamp in lit.rig.practicals)
    assert not any(lamp.source == "tent" for lamp in dark.rig.practicals)
