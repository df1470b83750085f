"""The light meter: grey in the middle, dark places dark, and in daylight something white."""

import numpy as np
import pytest

from rayograph.core.camera import exposure_scale
from rayograph.world.render.meter import exposure_value, own_tone


def exposed(luminance: np.ndarray) -> np.ndarray:
    return luminance * exposure_scale(exposure_value(luminance))


def test_an_even_grey_night_is_kept_darker_than_a_day():
    night, day = exposed(np.full((36, 64), 0.01)), exposed(np.full((36, 64), 5e3))
    assert night.mean() == pytest.approx(0.18 / 2**1.75, rel=0.02)
    assert day.mean() > 0.18


def test_snow_is_white_and_a_sunny_day_keeps_its_clouds():
    field = np.full((36, 64), 17e3)
    assert exposed(field).mean() > 0.35
    field[:18] = 4e3
    field[:3] = 60e3
    assert np.percentile(exposed(field), 98) == pytest.approx(1.4, rel=0.15)


def test_a_bright_window_does_not_lift_the_room():
    room = np.full((36, 64), 120.0)
    room[8:20, 4:20] = 4e3
    lifted = exposed(room)
    assert np.median(lifted) < 0.2


def test_what_is_black_in_itself_stays_under_grey() -> None:
    assert own_tone(np.full((8, 8, 3), 0.18)) == 0.0
    assert 0.8 < own_tone(np.full((8, 8, 3), 0.04)) <= 1.5
