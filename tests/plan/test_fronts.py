"""What hangs on house fronts, what stops in frame, and that the camera looks across the street at it."""

import pytest

from rayograph.core.plan import Drive
from rayograph.plan.planner import plan_brief
from rayograph.world.cast.build import build
from rayograph.world.cast.tube_letters import strokes


def test_neon_is_glass_of_its_colour_above_the_pavement() -> None:
    plan = plan_brief(
        "red neon sign reading NOODLES over a doorway, wet alley at night, a bicycle underneath"
    )
    sign = next(m for m in plan.cast if m.kind == "neon_sign")
    assert sign.text == "NOODLES" and sign.position[2] > 2.0 and sign.fixed
    lamp = next(p for p in plan.rig.practicals if p.source == sign.id)
    assert lamp.tint is not None and lamp.tint[0] > 2 * lamp.tint[2]
    assert any(part.light for part in build(sign).parts)


def test_a_cafe_front_stands_on_the_far_pavement() -> None:
    plan = plan_brief(
        "Two cafe tables, four chairs, a green striped awning, and over the door a sign that says LUNA."
    )
    kinds = [m.kind for m in plan.cast]
    assert plan.set.kind == "street" and plan.set.options["front"] == "right"
    assert kinds.count("table") == 2 and kinds.count("chair") == 4 and "awning" in kinds
    assert next(m for m in plan.cast if m.kind == "shop_sign").text == "LUNA"
    assert all(m.position[0] > 4.5 for m in plan.cast)


@pytest.mark.parametrize(
    "words",
    [
        "a white van comes down the street and stops at a red traffic light, dusk",
        "a silver car drives towards us and stops, 135mm, 6 seconds",
    ],
)
def test_what_stops_stands_at_the_end(words: str) -> None:
    plan = plan_brief(words)
    drive = next(e for e in plan.action if isinstance(e, Drive))
    seconds = plan.format.frames / 24
    at = [row for row in drive.path if row[0] <= 0.8 * seconds]
    assert at[-1][1:] == drive.path[-1][1:] and at[0][1:] != drive.path[-1][1:]


def test_snow_is_for_the_set_to_show() -> None:
    assert plan_brief("snowy street at night, a parked red car").set.options["snow"] == "lying"
    assert "snow" not in plan_brief("a street on a winter afternoon, a parked red car").set.options


def test_every_capital_and_figure_can_be_bent() -> None:
    assert all(strokes(letter) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789&É")
