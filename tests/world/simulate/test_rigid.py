"""Laws of motion, each against its formula."""

import numpy as np
import pytest

from rayograph.core.plan import Drop, Launch
from rayograph.physics.free_fall import fall_time, impact_speed, position
from rayograph.physics.friction import observed_friction, rolling_onset
from rayograph.physics.rebound import head_on, impulse, rebound_height
from rayograph.world.scene import BuiltSet, Collider
from rayograph.world.simulate.run import simulate
from tests.world.simulate.stage import GROUND, ball, box, cylinder, member, prop, shot, times

SHAPES = [(ball(), 0.02), (box(), 0.05), (cylinder(), 0.05)]


def test_free_fall_follows_the_parabola_within_a_thousandth():
    throw = Launch(object="a", style="throw", velocity=(1.0, 0.5, 2.0), spin=(1, 2, 3), height=1.0)
    truth = simulate(shot([member("a")], [throw]), {"a": prop(ball())}, GROUND)
    time = times(truth)
    flight = (time >= 0) & (time < 0.6)
    middle = (truth.poses["a"] @ [0, 0, 0.05, 1])[:, :3]
    expected = position(np.array([0, 0, 1.05]), np.array([1.0, 0.5, 2.0]), time[flight])
    assert np.abs(middle[flight] - expected).max() < 1e-3 * 1.25


@pytest.mark.parametrize("shape,tolerance", SHAPES)
@pytest.mark.parametrize("restitution", [0.5, 0.8])
def test_rebound_height_and_impulse(shape: Collider, tolerance: float, restitution: float):
    props = {"a": prop(shape, mass=0.3, restitution=restitution**2)}
    truth = simulate(shot([member("a")], [Drop(object="a", height=1.2)], frames=30), props, GROUND)
    height, time = truth.poses["a"][:, 2, 3], times(truth)
    first, second = [c for c in truth.contacts if c.speed > 0.5][:2]
    apex = height[(time > first.time) & (time < second.time)].max()
    assert apex == pytest.approx(rebound_height(1.2, restitution), rel=tolerance)
    assert first.time == pytest.approx(fall_time(1.2), abs=0.005)
    assert first.speed == pytest.approx(impact_speed(1.2), rel=0.01)
    assert first.impulse == pytest.approx(impulse(0.3, impact_speed(1.2), restitution), rel=0.01)
    assert {first.a, first.b} == {"stage", "a"}


@pytest.mark.parametrize(
    "shape,tolerance", [(ball(), 0.02), (box(z=0.02), 0.05), (cylinder(half=0.02), 0.05)]
)
def test_sliding_slows_by_coulombs_law_in_any_direction(shape: Collider, tolerance: float):
    push = Launch(object="a", style="slide", velocity=(1.5, 1.0, 0))
    ground = BuiltSet(parts=(), friction=0.25, restitution=1.0)
    props = {"a": prop(shape, friction=0.36, restitution=0.2)}
    truth = simulate(shot([member("a")], [push]), props, ground)
    time, speed = times(truth), np.hypot(*truth.velocity["a"][:, :2].T)
    sliding = (time > 0.005) & (time < 0.12)
    assert observed_friction(time[sliding], speed[sliding]) == pytest.approx(0.3, rel=tolerance)


def test_a_sliding_ball_takes_up_rolling_and_then_slowly_stops():
    push = Launch(object="a", style="slide", velocity=(1.0, 0, 0))
    hard = prop(ball(0.04), restitution=0.5)  # what springs back little brakes more as it rolls
    truth = simulate(shot([member("a")], [push], frames=48), {"a": hard}, GROUND)
    time, velocity = times(truth), truth.velocity["a"]
    onset, speed = rolling_onset(1.0, np.sqrt(0.5))
    rolling = time > onset + 0.02
    slip = velocity[rolling, 0] - 0.04 * velocity[rolling, 4]
    assert np.abs(slip).max() < 2e-3
    assert velocity[rolling][0, 0] == pytest.approx(speed, rel=0.02)
    braking = -np.polyfit(time[rolling], velocity[rolling, 0], 1)[0]
    assert 0.01 < braking < 0.2


def test_a_launch_rolls_without_slipping_from_the_start():
    roll = Launch(object="a", style="roll", velocity=(0.6, 0.8, 0))
    truth = simulate(shot([member("a")], [roll], frames=12), {"a": prop(ball(0.04))}, GROUND)
    assert np.linalg.norm(truth.velocity["a"][:, :2], axis=1).min() > 0.9
    assert (truth.pose("a", -1 / 24) @ [0, 0, 0.04, 1])[0] == pytest.approx(-0.6 / 24, abs=1e-4)


@pytest.mark.parametrize("tilt", [0.0, 20.0, 45.0])
def test_nothing_sinks_when_it_hits_at_five_metres_per_second(tilt: float):
    throw = Launch(object="a", style="throw", velocity=(0, 0, -4.6), spin=(3, 2, 1), height=0.2)
    brick = box(0.05, 0.04, 0.03)
    plan = shot([member("a", tilt_deg=tilt, yaw_deg=20.0)], [throw], frames=36)
    truth = simulate(plan, {"a": prop(brick)}, GROUND)
    assert max(contact.speed for contact in truth.contacts) > 4.5
    corners = np.array([[x, y, z, 1] for x in (-0.05, 0.05) for y in (-0.04, 0.04) for z in (0, 0.06)])
    assert (truth.poses["a"][:, 2] @ corners.T).min() > -0.003


def test_collision_of_two_balls_keeps_momentum():
    push = Launch(object="a", style="slide", velocity=(2.0, 0, 0))
    props = {
        "a": prop(ball(), mass=0.3, friction=0.0, restitution=0.7),
        "b": prop(ball(), mass=0.1, friction=0.0, restitution=0.7),
    }
    truth = simulate(shot([member("a", -0.3), member("b")], [push], frames=12), props, GROUND)
    after = truth.velocity["a"][-1, 0], truth.velocity["b"][-1, 0]
    assert after == pytest.approx(head_on((0.3, 0.1), (2.0, 0.0), 0.7), rel=0.01)


def test_an_impact_travels_through_a_row_of_balls():
    push = Launch(object="a", style="slide", velocity=(1.0, 0, 0))
    names = ["a", "b", "c", "d"]
    cast = [member("a", -0.4)] + [member(n, 0.1 * i) for i, n in enumerate("bcd")]
    props = {name: prop(ball(), friction=0.0, restitution=1.0) for name in names}
    truth = simulate(shot(cast, [push], frames=14), props, GROUND)
    last = {name: truth.velocity[name][-1, 0] for name in names}
    assert last["d"] == pytest.approx(1.0, rel=0.02)
    assert max(abs(last[name]) for name in "abc") < 0.02


def test_the_same_plan_gives_the_same_bits():
    cast = [member("a", on="b"), member("b", yaw_deg=30.0)]
    plan = shot(cast, [Drop(object="a", height=0.3, spin=(1, 2, 0))])
    props = {"a": prop(box(0.03, 0.02, 0.05)), "b": prop(cylinder())}
    first, second = (simulate(plan, props, GROUND) for _ in range(2))
    for name in ("a", "b"):
        assert np.array_equal(first.poses[name], second.poses[name])
        assert np.array_equal(first.velocity[name], second.velocity[name])
    assert first.contacts == second.contacts
