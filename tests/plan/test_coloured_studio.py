"""A studio that is named by a colour is a sheet of that colour."""

from rayograph.plan.planner import plan_brief


def test_coloured_studio_is_a_sheet_of_that_colour() -> None:
    made = plan_brief("A teapot in a beige studio").set
    assert made.options["light"] == "studio"
    assert made.surface_colour is not None
    assert made.backdrop_colour == made.surface_colour


def test_black_studio_stays_a_matter_of_light() -> None:
    made = plan_brief("A mug in a black studio, key from left.").set
    assert made.options["light"] == "studio" and made.surface_colour is None
