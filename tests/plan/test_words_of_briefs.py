"""Words of whole briefs that once were taken for something else."""

from rayograph.plan.planner import plan_brief


def test_counts_belong_to_what_they_count() -> None:
    chair = plan_brief("A leather armchair, a stack of plays on the floor beside it", seed=0)
    assert [member.kind for member in chair.cast].count("armchair") == 1
    table = plan_brief("A long dining table set for six in a dining room", seed=0)
    assert [member.kind for member in table.cast].count("table") <= 1
    grid = plan_brief("12 chrome balls in a 3x4 grid on black glass", seed=0)
    assert [member.kind for member in grid.cast].count("ball") == 12
    assert not [r for r in grid.readings if r.verdict == "ungrounded"]


def test_a_stuff_in_a_name_is_not_what_the_thing_is_made_of() -> None:
    bottle = plan_brief("A maple syrup bottle beside a plate", seed=0).cast[0]
    assert bottle.kind == "bottle" and bottle.material != "maple"
    awning = plan_brief("A shop with a red awning, night, rain-slicked asphalt", seed=0)
    assert all(member.material != "asphalt" for member in awning.cast)


def test_the_pot_is_a_part_of_the_plant() -> None:
    plan = plan_brief("a tall cactus in a terracotta pot next to a small cactus in a white pot", seed=0)
    cacti = [member for member in plan.cast if member.kind == "cactus"]
    assert len(cacti) == 2 and cacti[0].accent != cacti[1].accent


def test_a_room_with_a_spotlight_in_the_dark_has_no_daylight() -> None:
    plan = plan_brief("A guitar on a chair in a living room, single spotlight from above, dark room", seed=0)
    assert plan.rig.sun is None or plan.rig.sun.moon
