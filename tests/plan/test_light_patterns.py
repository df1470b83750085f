"""The one lighting idea of a sentence is in the plan: patterns, hard sun, mirrored neon, clocks, pools."""

import numpy as np
import pytest

from rayograph.core.plan import ShotPlan
from rayograph.plan.planner import plan_brief


def lamp(plan: ShotPlan, name: str):
    return next((p for p in plan.rig.practicals if p.id == name), None)


def test_stripes_on_a_wall_come_from_a_lamp_with_a_gobo() -> None:
    plan = plan_brief("venetian blind stripes across a dark green wall, a black telephone on a desk, noir")
    projector = lamp(plan, "projector")
    assert projector is not None
    assert projector.gobo is not None
    assert projector.gobo.pattern == "venetian"
    assert plan.set.backdrop_colour is not None


@pytest.mark.parametrize(
    "brief",
    [
        "hard midday sun: lemons and a bottle on a white table, crisp black shadows",
        "a row of chess pawns on concrete, late afternoon sun, very long shadows",
        "dappled sunlight over a tablecloth with a jug and two glasses",
    ],
)
def test_the_sun_itself_falls_on_a_table(brief: str) -> None:
    plan = plan_brief(brief)
    assert plan.set.options.get("light") == "sun"
    assert plan.rig.sun is not None
    assert not plan.rig.sun.moon


def test_shadows_fall_where_they_are_said_to() -> None:
    plan = plan_brief("six pawns on bare concrete throw long shadows towards the camera, low sun")
    assert plan.rig.sun is not None
    assert np.sin(np.deg2rad(plan.rig.sun.azimuth_deg)) > 0.9
    assert plan.rig.sun.elevation_deg < 16


def test_leaves_hang_before_the_sun() -> None:
    plan = plan_brief("leaf shadows over a white tablecloth with a pitcher and two glasses, afternoon")
    assert plan.rig.sun is not None
    assert plan.rig.sun.gobo is not None
    assert all(c.kind != "leaf" for c in plan.cast)


def test_a_kitchen_table_stays_indoors() -> None:
    assert "light" not in plan_brief("a teapot on a kitchen table, hard midday light").set.options


def test_a_mirrored_sign_is_bright_and_its_road_is_in_the_frame() -> None:
    plan = plan_brief("a pink neon sign HOTEL mirrored in wet asphalt, night, city street, low camera")
    sign, street = lamp(plan, "neon_sign"), lamp(plan, "street_lamps")
    assert sign is not None
    assert street is not None
    assert sign.lumens > 100
    assert street.lumens < 10000
    assert all(c.material != "chrome" for c in plan.cast)
    key = plan.camera.keys[-1]
    assert key.target[2] < key.position[2] + 0.5


def test_a_clock_glows_in_the_colour_said() -> None:
    plan = plan_brief("bedroom by moonlight, an alarm clock with a faint green glow on the nightstand")
    glow = lamp(plan, "clock")
    assert glow is not None
    assert glow.tint is not None
    assert glow.tint[1] > 3 * glow.tint[0]
    assert glow.lumens < 1


def test_an_unlit_clock_does_not_glow() -> None:
    assert lamp(plan_brief("a clock and a lamp on a desk at night"), "clock") is None


def test_headlamps_of_a_parked_car_are_on() -> None:
    assert lamp(plan_brief("a parked car with its headlights on, foggy street at night"), "car") is not None
    assert lamp(plan_brief("a parked car on a street at night"), "car") is None


def test_a_television_that_lights_a_room_is_there() -> None:
    plan = plan_brief("living room lit only by the television, a sofa, night")
    assert lamp(plan, "television") is not None
    assert lamp(plan, "floor_lamp") is None


def test_two_rims_stand_on_either_side() -> None:
    plan = plan_brief("a camera on a black table, drawn only by two thin cool rim lights, one each side")
    one, other = lamp(plan, "rim"), lamp(plan, "rim_2")
    assert one is not None
    assert other is not None
    assert one.position[0] == -other.position[0]
