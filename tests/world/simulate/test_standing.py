"""What stands, stands still; what is set down touches; what cannot be is refused."""

from dataclasses import replace

import numpy as np
import pytest

from rayograph.core.errors import PlanError
from rayograph.core.plan import Drive, Drop, Launch
from rayograph.world.scene import Collider
from rayograph.world.simulate.run import simulate
from tests.world.simulate.stage import GROUND, TABLE, ball, bowl, box, cloth, cylinder, member, prop, shot


def test_a_stack_of_five_stands_still():
    names = [f"b{i}" for i in range(5)]
    cast = [member(n, on="stage" if i == 0 else names[i - 1], yaw_deg=7.0 * i) for i, n in enumerate(names)]
    truth = simulate(shot(cast, frames=72), {name: prop(box()) for name in names}, TABLE)
    for level, name in enumerate(names):
        track = truth.poses[name]
        assert track[0, 2, 3] == pytest.approx(0.08 * level, abs=0.001)
        assert np.abs(track - track[0]).max() == 0.0
        assert not truth.velocity[name].any()
    assert truth.notes == ()


def test_a_ball_dropped_on_the_stack_leaves_it_standing():
    cast = [member("a"), member("b", on="a"), member("c", on="b"), member("s", on="c")]
    props = {**{name: prop(box()) for name in "abc"}, "s": prop(ball(0.02), mass=0.02)}
    truth = simulate(shot(cast, [Drop(object="s", height=0.1)], frames=48), props, TABLE)
    assert np.abs(truth.poses["c"] - truth.poses["c"][0]).max() < 0.001


def test_a_ball_dropped_into_a_bowl_rests_inside():
    cast = [member("bowl"), member("s", 0.03, 0.01, on="bowl")]
    props = {"bowl": prop(*bowl(), mass=0.6, friction=0.4), "s": prop(ball(0.03), mass=0.1)}
    truth = simulate(shot(cast, [Drop(object="s", height=0.2)], frames=84), props, TABLE)
    middle = truth.poses["s"][-1] @ [0, 0, 0.03, 1] - truth.poses["bowl"][-1] @ [0, 0, 0, 1]
    assert np.hypot(*middle[:2]) < 0.05
    assert 0.03 < middle[2] < 0.07
    assert np.abs(truth.velocity["s"][-1, :3]).max() < 0.05


def test_what_rests_does_not_move_by_a_hair():
    cast = [member("a"), member("b", 0.2, yaw_deg=15.0), member("c", -0.2)]
    props = {"a": prop(cylinder()), "b": prop(box(0.03, 0.05, 0.02)), "c": prop(ball())}
    truth = simulate(shot(cast, frames=48), props, TABLE)
    assert all(not truth.velocity[name].any() for name in "abc")


def test_hulls_stand_on_their_base_whatever_their_centre():
    points = np.array([[x, y, z] for x in (0.0, 0.1) for y in (0.0, 0.06) for z in (0.0, 0.2)])
    wedge = Collider(kind="hull", vertices=np.concatenate([points, [[0.12, 0.03, 0.05]]]))
    truth = simulate(shot([member("a", 0.1, z=0.3)]), {"a": prop(wedge)}, TABLE)
    assert truth.poses["a"][0, :3, 3] == pytest.approx([0.1, 0, 0], abs=5e-4)
    assert truth.poses["a"][0, :3, :3] == pytest.approx(np.eye(3), abs=2e-3)


def test_things_fall_off_the_edge_and_lie_on_the_floor():
    push = Launch(object="a", style="slide", velocity=(2.5, 0, 0))
    cast = [member("a", 0.4), member("edge", 0.66, 0.2)]
    props = {"a": prop(box(), friction=0.3), "edge": prop(box(0.06, 0.04, 0.02))}
    truth = simulate(shot(cast, [push], frames=60), props, TABLE)
    assert truth.poses["a"][-1, 2, 3] == pytest.approx(-0.75 + 0.04, abs=0.045)
    assert truth.poses["edge"][-1, 2, 3] == pytest.approx(0, abs=0.001), "its centre is still over the table"


def test_fixed_things_are_not_moved():
    push = Launch(object="a", style="slide", velocity=(2.0, 0, 0))
    cast = [member("a", -0.3), member("wall", fixed=True)]
    truth = simulate(shot(cast, [push]), {"a": prop(box()), "wall": prop(box())}, TABLE)
    assert np.array_equal(truth.poses["wall"][0], truth.poses["wall"][-1])
    assert truth.poses["a"][-1, 0, 3] < -0.07


def test_what_stands_in_something_is_moved_aside_with_what_it_carries():
    cast = [member("left"), member("right", 0.02), member("top", 0.02, 0.0, 0.08, on="right")]
    truth = simulate(shot(cast), {name: prop(box()) for name in ("left", "right", "top")}, GROUND)
    left, right, top = (truth.poses[name][0, :3, 3] for name in ("left", "right", "top"))
    assert 0.075 < right[0] - left[0] < 0.2
    assert top[:2] == pytest.approx(right[:2], abs=0.01) and top[2] > 0.07
    assert any("right stood in left" in note for note in truth.notes)


def test_overlapping_things_without_room_beside_are_named():
    cast = [member("left"), member("right", 0.02)]
    small = replace(GROUND, stage_half=(0.03, 0.03))
    with pytest.raises(PlanError, match="right and left are inside each other"):
        simulate(shot(cast), {"left": prop(box()), "right": prop(box())}, small)


def test_a_slight_overlap_is_resolved():
    cast = [member("left"), member("right", 0.075)]
    truth = simulate(shot(cast), {"left": prop(box()), "right": prop(box())}, GROUND)
    gap = truth.poses["right"][0, 0, 3] - truth.poses["left"][0, 0, 3]
    assert gap > 0.07 or truth.poses["right"][0, 2, 3] > 0.07


def test_off_the_table_is_refused():
    with pytest.raises(PlanError, match="the stage ends at"):
        simulate(shot([member("a", 0.9)]), {"a": prop(box())}, TABLE)


def test_standing_in_a_circle_is_refused():
    with pytest.raises(PlanError, match="circle"):
        simulate(
            shot([member("a", on="b"), member("b", on="a")]), {"a": prop(box()), "b": prop(box())}, GROUND
        )


def test_under_the_floor_is_refused():
    with pytest.raises(PlanError, match="the floor is at"):
        simulate(shot([member("ball", z=-3.0)]), {"ball": prop(ball())}, TABLE)


def test_cloth_is_not_hung_or_driven():
    road = Drive(object="sheet", path=((0, 0, 0, 0), (1, 1, 0, 0)))
    with pytest.raises(PlanError, match="is cloth and cannot drive"):
        simulate(shot([member("sheet")], [road]), {"sheet": cloth()}, TABLE)
