"""Words of the trade that are also plain words: pans, sides of the camera, heroes, headings, cues."""

import pytest

from rayograph.plan.planner import plan_brief


@pytest.mark.parametrize(
    ("brief", "move"),
    [
        ("an egg drops into the pan on the stove, copper lid beside it", "static"),
        ("a saucepan on marble, a knife pointing away from the pan", "static"),
        ("slow pan across the table, a jug and two pears", "pan right"),
        ("pots and pans on the range, pan left to the window", "pan left"),
    ],
)
def test_a_pan_of_the_kitchen_is_no_move(brief: str, move: str) -> None:
    assert plan_brief(brief).camera.move == move


def test_a_heading_names_what_the_next_sentence_describes() -> None:
    plan = plan_brief(
        "Perfume hero. Square amber glass bottle, gold cap, black acrylic, rim from behind left."
    )
    assert [(m.kind, m.material) for m in plan.cast] == [("perfume", "amber_glass")]
    assert "gold cap" in plan.cast[0].words
    assert (plan.set.surface, plan.set.surface_colour) == ("plastic", "#161616")
    rim = next(p for p in plan.rig.practicals if p.id == "rim")
    assert rim.position[0] < 0 < rim.position[1]


def test_what_the_camera_has_on_its_left_is_no_camera() -> None:
    plan = plan_brief("pewter jug, half a loaf, 3 figs, crumpled white linen, one candle lit, near-black bg, "
                      "window camera left")  # fmt: skip
    assert sorted(m.kind for m in plan.cast) == ["bread", "candle", "fig", "fig", "fig", "jug"]
    assert plan.set.surface == "linen"
    assert plan.set.backdrop_colour == "#161616"


def test_high_key_on_a_coloured_surface_is_a_sheet_of_that_colour() -> None:
    plan = plan_brief("two lipsticks on a pale pink surface, high-key beauty lighting")
    assert plan.set.surface == "paper"
    red, green, blue = (int((plan.set.surface_colour or "#000000")[k : k + 2], 16) for k in (1, 3, 5))
    assert red > blue > green > 180 and red - green > 12


def test_from_above_the_words_are_those_of_the_frame() -> None:
    plan = plan_brief("Top shot: a copper saucepan dead centre on white marble, two lemons upper left, "
                      "a knife on the right, blade pointing away from the pan")  # fmt: skip
    at = {m.id: m.position for m in plan.cast}
    key = plan.camera.keys[0]
    assert abs(key.target[0] - at["saucepan"][0]) < 0.03
    assert at["lemon_1"][0] < -0.05 and at["lemon_1"][1] > 0.05
    knife = next(m for m in plan.cast if m.kind == "knife")
    assert abs(knife.yaw_deg + 90) < 12


def test_an_orbit_goes_as_far_as_it_is_said_to() -> None:
    keys = plan_brief("a bottle on black stone, camera orbits 90 degrees").camera.keys
    assert keys[-1].position[0] - keys[0].position[0] > 0.5
