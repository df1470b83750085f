"""Topple, swing, drive, and the time axis of the truth."""

from fractions import Fraction

import numpy as np
import pytest

from rayograph.core.errors import PlanError
from rayograph.core.plan import Drive, Drop, Launch, Swing, Topple
from rayograph.world.simulate.run import simulate
from tests.world.simulate.stage import GROUND, TABLE, ball, box, member, prop, shot, times


def test_a_row_of_dominoes_falls_one_after_another():
    names = [f"d{i}" for i in range(8)]
    cast = [member(name, -0.1 + 0.03 * i) for i, name in enumerate(names)]
    tile = prop(box(0.005, 0.0125, 0.025), mass=0.008, friction=0.4)
    plan = shot(cast, [Topple(object="d0", direction=(1, 0, 0), at=0.2)], frames=36)
    truth = simulate(plan, dict.fromkeys(names, tile), TABLE)
    time = times(truth)
    fallen = [time[np.argmax(truth.poses[name][:, 2, 2] < 0.8)] for name in names]
    assert fallen[0] > 0.2
    assert (np.diff(fallen) > 0).all()
    assert all(truth.poses[name][-1, 2, 2] < 0.5 for name in names)
    assert all(abs(truth.poses[name][-1, 1, 3]) < 0.02 for name in names)


def test_topple_needs_a_direction():
    with pytest.raises(PlanError, match="nowhere sideways"):
        simulate(shot([member("a")], [Topple(object="a", direction=(0, 0, 1))]), {"a": prop(box())}, GROUND)


def test_a_swing_keeps_time_and_height():
    swing = Swing(object="s", pivot=(0, 0, 0.62), angle_deg=20, axis_deg=90)
    truth = simulate(shot([member("s")], [swing], frames=96), {"s": prop(ball(0.02))}, TABLE)
    time, y = times(truth), truth.poses["s"][:, 1, 3]
    crossings = time[1:][(y[:-1] > 0) & (y[1:] <= 0)]
    length = 0.62 - 0.03
    angle = np.deg2rad(20)
    period = 2 * np.pi * np.sqrt(length / 9.81) * (1 + angle**2 / 16 + 11 * angle**4 / 3072)
    assert np.diff(crossings).mean() == pytest.approx(period, rel=0.01)
    assert y[time > time[-1] - period].max() == pytest.approx(y[0], rel=0.03)
    pivot, knot = truth.cords["s"]
    span = np.linalg.norm((truth.poses["s"] @ [*knot, 1])[:, :3] - pivot, axis=1)
    assert np.ptp(span) < 1e-3


def test_a_pivot_below_the_object_is_refused():
    swing = Swing(object="s", pivot=(0, 0, 0.02), angle_deg=20)
    with pytest.raises(PlanError, match="raise the pivot"):
        simulate(shot([member("s")], [swing]), {"s": prop(ball())}, TABLE)


def test_a_driven_thing_keeps_to_its_path_faces_along_it_and_pushes_others():
    path = ((0.0, -0.5, 0.0, 0.0), (1.0, 0.1, 0.0, 0.0), (2.0, 0.4, 0.3, 0.0))
    cast = [member("car", -0.5), member("toy")]
    props = {"car": prop(box(0.05, 0.1, 0.05), mass=2.0), "toy": prop(box(0.03, 0.03, 0.03))}
    truth = simulate(shot(cast, [Drive(object="car", path=path)], frames=49), props, TABLE)
    for time, x, y, z in path:
        assert truth.pose("car", time)[:3, 3] == pytest.approx([x, y, z], abs=1e-6)
    assert truth.pose("car", 0.5)[:3, 1] == pytest.approx([-1, 0, 0], abs=1e-6), "its front is -Y"
    assert truth.poses["toy"][-1, 0, 3] > 0.1
    assert truth.pose("car", -1 / 24)[0, 3] < -0.5, "it was under way before the head"


def test_a_drop_waits_for_its_time():
    plan = shot([member("a")], [Drop(object="a", height=0.5, at=0.4)])
    truth = simulate(plan, {"a": prop(ball())}, TABLE)
    assert truth.pose("a", 0.4)[2, 3] == pytest.approx(0.5, abs=1e-3)
    assert truth.pose("a", 0.6)[2, 3] == pytest.approx(0.5 - 0.5 * 9.81 * 0.04, abs=2e-3)


def test_truth_covers_a_frame_before_and_after():
    push = Launch(object="a", style="throw", velocity=(1, 0, 0), spin=(0, 0, 9), height=0.5)
    plan = shot([member("a")], [push], frames=6, fps="24000/1001")
    truth = simulate(plan, {"a": prop(box())}, GROUND)
    rate = Fraction(24000, 1001)
    assert truth.rate % rate == 0
    assert times(truth)[0] == pytest.approx(-float(1 / rate))
    assert times(truth)[-1] >= float(7 / rate) - 1e-9
    early, late = truth.pose("a", -0.02), truth.pose("a", 0.02)
    assert late[0, 3] - early[0, 3] == pytest.approx(0.04, rel=1e-3)
    middle = truth.pose("a", 0.0501)
    assert middle[:3, :3] @ middle[:3, :3].T == pytest.approx(np.eye(3), abs=1e-9)
    assert np.arctan2(middle[1, 0], middle[0, 0]) == pytest.approx(9 * 0.0501, abs=1e-3)
