import numpy as np
import pytest

from rayograph.colour.planckian import mired_gain, planckian_xy


def test_the_locus_passes_the_illuminants() -> None:
    # CIE illuminant A is a Planckian radiator at 2856 K.
    assert planckian_xy(2856) == pytest.approx((0.4476, 0.4074), abs=1e-3)
    assert planckian_xy(6500) == pytest.approx((0.3135, 0.3237), abs=1e-3)


def test_warm_gels_take_blue_and_cool_ones_red() -> None:
    assert mired_gain(0) == pytest.approx([1, 1, 1])
    warm, cool = mired_gain(159), mired_gain(-137)
    assert warm[0] > warm[1] > warm[2] and cool[0] < cool[1] < cool[2]


def test_gels_add_in_mired() -> None:
    both = mired_gain(100)
    assert np.allclose(mired_gain(60) * mired_gain(40, 1e6 / (1e6 / 5600 + 60)), both)
