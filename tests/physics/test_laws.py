import numpy as np
import pytest

from rayograph.physics.free_fall import fall_time, fitted_gravity, impact_speed, position
from rayograph.physics.friction import observed_friction, rolling_onset, stopping_distance
from rayograph.physics.rebound import head_on, observed_restitution, rebound_height


def test_gravity_is_read_back_from_a_throw():
    time = np.linspace(0, 0.6, 40)
    track = position(np.array([0, 0, 1.0]), np.array([2.0, 0, 1.5]), time, gravity=3.7)
    assert fitted_gravity(time, track[:, 2]) == pytest.approx(3.7)


def test_a_fall_ends_with_the_energy_it_had():
    assert impact_speed(1.3) ** 2 / 2 == pytest.approx(9.81 * 1.3)
    assert impact_speed(1.3) == pytest.approx(9.81 * fall_time(1.3))


def test_collision_keeps_momentum_and_restitution():
    masses, speeds = (0.3, 1.1), (2.0, -0.5)
    after = head_on(masses, speeds, 0.6)
    assert np.dot(masses, after) == pytest.approx(np.dot(masses, speeds))
    assert after[1] - after[0] == pytest.approx(0.6 * (speeds[0] - speeds[1]))


def test_equal_masses_exchange_their_speeds():
    assert head_on((1.0, 1.0), (3.0, 0.0), 1.0) == pytest.approx((0.0, 3.0))


def test_restitution_is_read_back_from_heights():
    assert observed_restitution((1.2, rebound_height(1.2, 0.7))) == pytest.approx(0.7)


def test_friction_is_read_back_and_stops_in_time():
    time = np.linspace(0, 0.3, 20)
    assert observed_friction(time, 2.0 - 0.4 * 9.81 * time) == pytest.approx(0.4)
    assert stopping_distance(2.0, 0.4) == pytest.approx(4 / (2 * 0.4 * 9.81))


def test_a_sliding_ball_rolls_at_five_sevenths():
    assert rolling_onset(1.4, 0.3)[1] == pytest.approx(1.0)
