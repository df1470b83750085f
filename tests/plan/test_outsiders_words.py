"""What briefs by somebody who knew only the README were read as at first, and what they mean."""

from rayograph.plan.planner import plan_brief


def kinds(plan, name):
    return [member for member in plan.cast if member.kind == name]


def test_a_decade_is_no_length():
    plan = plan_brief("A living room in the 1970s style with an orange armchair")
    assert plan.format.frames < 10 * 24


def test_a_floor_lamp_stands_on_the_floor_whatever_stands_on_the_sideboard():
    plan = plan_brief(
        "an armchair, a floor lamp and a record player on a sideboard in a living room, evening"
    )
    (lamp,), (player,) = kinds(plan, "floor_lamp"), kinds(plan, "record_player")
    assert lamp.position[2] == 0 and player.position[2] > 0.5


def test_coloured_blocks_of_wood_have_colours():
    blocks = kinds(plan_brief("a tower of five coloured wooden blocks"), "block")
    assert len({block.colour for block in blocks}) == 5
    assert {block.material for block in blocks} == {"painted_wood"}


def test_what_spills_out_of_a_tin_starts_in_it_and_the_tin_is_open():
    plan = plan_brief(
        "five glass marbles spill out of a tin can onto a concrete surface, close-up from above"
    )
    (tin,) = kinds(plan, "open_tin")
    assert [event.object for event in plan.action] == [tin.id]
    assert all(abs(m.position[0] - tin.position[0]) < 0.04 for m in kinds(plan, "marble"))
    key = plan.camera.keys[0]
    assert key.position[2] > 0.4  # "from above" is said of the camera, not of the light


def test_in_a_row_is_said_of_the_several():
    cups = kinds(plan_brief("a white teapot with three small blue cups in a row in front of it"), "cup")
    assert len({round(cup.position[1], 3) for cup in cups}) == 1


def test_pines_behind_a_boat_are_the_woods_of_the_lake():
    plan = plan_brief("a rowing boat tied to a jetty on a misty lake, pine trees and mountains behind")
    assert not kinds(plan, "tree")
    assert len(kinds(plan_brief("a rowing boat by a jetty on a lake beside two pine trees"), "tree")) == 2


def test_what_leans_against_a_wall_stands_before_a_wall():
    plan = plan_brief("a green bicycle leaning against a brick wall in a narrow street")
    assert plan.set.options["wall"] == "bare" and plan.set.options["houses"] == "brick"
