from datetime import UTC, datetime

import numpy as np
import pytest

from rayograph.core.rig import Sun
from rayograph.light.sun import solar_position, sun_direction


@pytest.mark.parametrize("azimuth,expected", [(0, (1, 0)), (90, (0, 1)), (180, (-1, 0)), (270, (0, -1))])
def test_azimuth_turns_counter_clockwise_from_x(azimuth, expected):
    towards = sun_direction(Sun(azimuth_deg=azimuth, elevation_deg=0))
    assert towards[:2] == pytest.approx(expected, abs=1e-9) and np.linalg.norm(towards) == pytest.approx(1)


def test_equinox_noon_stands_at_ninety_minus_latitude():
    # March equinox 2024: 20 March 03:06 UTC; true noon at 135° E is near 03:07 UTC
    azimuth, elevation = solar_position(35.0, 135.0, datetime(2024, 3, 20, 3, 7, 30, tzinfo=UTC))
    assert elevation == pytest.approx(55.0, abs=0.1) and azimuth == pytest.approx(180.0, abs=1.0)


def test_solstice_noon_at_greenwich():
    # 21 June 2024: declination 23.44°, equation of time -1.9 min, so noon at 12:01:54 UTC
    azimuth, elevation = solar_position(51.4779, 0.0, datetime(2024, 6, 21, 12, 1, 54, tzinfo=UTC))
    assert elevation == pytest.approx(90 - 51.4779 + 23.437, abs=0.05)
    assert azimuth == pytest.approx(180.0, abs=0.15)


def test_almanac_example_of_reda_and_andreas():
    # NREL/TP-560-34302 appendix A.5: 2003-10-17 12:30:30 at UTC-7, 39.742476 N 105.1786 W
    azimuth, elevation = solar_position(39.742476, -105.1786, datetime(2003, 10, 17, 19, 30, 30, tzinfo=UTC))
    assert azimuth == pytest.approx(194.34, abs=0.1) and elevation == pytest.approx(90 - 50.111, abs=0.1)


def test_naive_time_is_utc_and_night_is_negative():
    naive = solar_position(46.0, 8.0, datetime(2024, 12, 21, 0, 0))
    assert naive == solar_position(46.0, 8.0, datetime(2024, 12, 21, tzinfo=UTC)) and naive[1] < -50
