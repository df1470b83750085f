import numpy as np
import pytest

from rayograph.colour.primaries import ap1_luminance
from rayograph.light.envmap import irradiance
from rayograph.light.stars import ZERO_LUX, starlight


def light_of(sky):
    whole = np.concatenate([sky, np.zeros_like(sky)])
    return float(irradiance(whole, (0.0, 0.0, 1.0)) @ ap1_luminance())


def test_naked_eye_stars_give_about_a_ten_thousandth_of_a_lux():
    assert 2e-5 < light_of(starlight(256, 1024, seed=3)) < 4e-4


def test_a_finer_map_holds_the_same_light_in_brighter_points():
    coarse, fine = starlight(128, 512, seed=5), starlight(512, 2048, seed=5)
    assert light_of(fine) == pytest.approx(light_of(coarse), rel=0.05)
    assert fine.max() > 4 * coarse.max()
    assert fine.max() * (np.pi / 1024) ** 2 * np.pi < 60 * ZERO_LUX


def test_few_stars_are_bright_and_the_horizon_dims_them():
    sky = starlight(512, 2048, seed=7).sum(2)
    lit = np.sort(sky[sky > 0])
    assert lit[-20:].sum() > 0.2 * lit.sum()
    assert sky[-20:].sum() < 0.2 * sky[200:220].sum()
