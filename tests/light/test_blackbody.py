import numpy as np
import pytest

from rayograph.colour.primaries import ap1_luminance
from rayograph.light.blackbody import kelvin_to_ap1, kelvin_to_xy, panel_radiance


@pytest.mark.parametrize(
    "kelvin,xy", [(2856, (0.4476, 0.4074)), (4000, (0.3805, 0.3768)), (6504, (0.3135, 0.3237))]
)
def test_chromaticity_lies_on_the_published_locus(kelvin, xy):
    assert kelvin_to_xy(kelvin) == pytest.approx(xy, abs=0.004)


@pytest.mark.parametrize("kelvin", [1000, 1850, 2700, 6000, 20000])
def test_unit_luminance_and_no_negative_light(kelvin):
    rgb = np.array(kelvin_to_ap1(kelvin))
    assert rgb @ ap1_luminance() == pytest.approx(1.0) and (rgb >= 0).all()


def test_warm_is_red_and_cool_is_blue():
    warm, cool = kelvin_to_ap1(2700), kelvin_to_ap1(10000)
    assert warm[0] > warm[1] > warm[2] and cool[2] > cool[0]
    assert kelvin_to_ap1(6000) == pytest.approx((1, 1, 1), abs=0.06)


def test_panel_gives_back_its_lumens():
    radiance = panel_radiance(800.0, 0.25, kelvin_to_ap1(3200))
    assert np.array(radiance) @ ap1_luminance() * np.pi * 0.25 == pytest.approx(800.0)
