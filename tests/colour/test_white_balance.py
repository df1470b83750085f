import numpy as np
import pytest

from rayograph.colour.planckian import mired_gain
from rayograph.colour.primaries import ap1_luminance
from rayograph.colour.white_balance import NEUTRAL_KELVIN, balance_matrix, balanced


@pytest.mark.parametrize("kelvin", [1900.0, 2700.0, 3200.0, 4300.0, 5600.0, 8000.0])
def test_light_of_the_chosen_temperature_comes_out_neutral(kelvin):
    lamp = mired_gain(1e6 / kelvin - 1e6 / NEUTRAL_KELVIN, base_kelvin=NEUTRAL_KELVIN)
    seen = balanced(lamp, kelvin)
    assert seen.max() / seen.min() == pytest.approx(1, abs=0.02)
    assert seen @ ap1_luminance() == pytest.approx(lamp @ ap1_luminance(), rel=0.25)


def test_the_neutral_balance_changes_nothing_and_any_balance_is_linear():
    light = np.random.default_rng(0).random((4, 5, 3)).astype(np.float32)
    assert balanced(light, NEUTRAL_KELVIN) is light
    split = balanced(light * 0.25, 3200.0) + balanced(light * 0.75, 3200.0)
    assert np.allclose(split, balanced(light, 3200.0), rtol=1e-5)


def test_a_lower_balance_makes_daylight_blue():
    red, _, blue = balance_matrix(3200.0) @ np.ones(3)
    assert blue > 1.3 and red < 0.9
