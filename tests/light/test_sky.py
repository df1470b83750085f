import numpy as np
import pytest
from scipy.ndimage import gaussian_filter

from rayograph.colour.primaries import ap1_luminance
from rayograph.core.rig import LightGroup, LightRig, Sky, Sun
from rayograph.light.envmap import irradiance, solid_angles
from rayograph.light.haze import haze_of
from rayograph.light.mist import NEAR, mist_depth, misty_length
from rayograph.light.sky import bake_sky
from rayograph.light.sun import sun_illuminance

UP = (0.0, 0.0, 1.0)


def rig(elevation=None, cover=0.0, *, moon=False, mist=0.0, azimuth=150.0, seed=0, strength=1.0):
    sun = None if elevation is None else Sun(azimuth_deg=azimuth, elevation_deg=elevation, moon=moon)
    lights = ("sky",) if sun is None else ("sun", "sky")
    sky = Sky(cloud_cover=cover, mist=mist, seed=seed, strength=strength)
    return LightRig(sun=sun, sky=sky, groups=(LightGroup(name="day", lights=lights),))


def bake(shot):
    return bake_sky(shot, width=256)


def lux(shot):
    return float(irradiance(bake(shot), UP) @ ap1_luminance())


def test_solid_angles_cover_the_sphere():
    assert solid_angles(64, 128).sum() == pytest.approx(4 * np.pi, rel=1e-12)


def test_irradiance_of_a_uniform_sky_is_pi():
    assert irradiance(np.ones((64, 128, 3)), (0.3, -0.2, 0.9)) == pytest.approx(np.full(3, np.pi), rel=2e-3)


def test_clear_noon_has_daylight_levels():
    assert 10e3 < lux(rig(60)) < 25e3
    assert 80e3 < np.array(sun_illuminance(rig(60))) @ ap1_luminance() < 110e3


def test_daylight_falls_through_twilight_to_night():
    levels = [lux(rig(elevation)) for elevation in (60, 20, 5, 0, -6, -12)]
    assert levels == sorted(levels, reverse=True)
    assert 1.0 < lux(rig(-6)) < 15.0
    assert 0.0005 < lux(rig(-17)) < 0.02


def test_moonlight_is_a_fraction_of_a_lux():
    shot = rig(40, moon=True)
    total = lux(shot) + np.array(sun_illuminance(shot)) @ ap1_luminance() * np.sin(np.deg2rad(40))
    assert 0.1 < total < 0.35


def test_sky_is_blue_and_sunset_is_red_below_it():
    zenith = bake(rig(60))[4].mean(0)
    assert zenith[2] > 1.3 * zenith[0]
    low = bake(rig(1.0, azimuth=90.0))
    towards = low[60:63, 60:68].mean((0, 1))
    assert towards[0] > 2 * towards[2]


def test_bright_part_faces_the_sun():
    shot = rig(10, azimuth=90.0)
    row, column = np.unravel_index(np.argmax(bake(shot)[:64, :, 1]), (64, 256))
    assert abs(column + 0.5 - 64) < 3 and abs((row + 0.5) / 128 * 180 - 80) < 4


def test_overcast_follows_the_cie_gradient_and_level():
    sky = bake(rig(None)) @ ap1_luminance()
    assert sky[:8].mean() / sky[56:62].mean() == pytest.approx(3.0, rel=0.25)
    assert lux(rig(None)) == pytest.approx(10e3, rel=0.12)
    assert lux(rig(None, strength=0.5)) == pytest.approx(0.5 * lux(rig(None)), rel=1e-5)


def test_clouds_cover_more_as_asked_and_hide_the_sun():
    clear = bake(rig(40))[:60]
    shares = [
        (np.abs(bake(rig(40, cover))[:60] / clear - 1).max(-1) > 0.4).mean() for cover in (0.2, 0.5, 0.75)
    ]
    assert 0.02 < shares[0] < shares[1] < shares[2]
    suns = [sun_illuminance(rig(40, cover))[1] for cover in (0.0, 0.3, 0.5, 0.7, 1.0)]
    assert suns == sorted(suns, reverse=True) and suns[-1] == 0.0


def test_seed_moves_the_clouds_and_nothing_else():
    assert np.array_equal(bake(rig(30, 0.4, seed=3)), bake(rig(30, 0.4, seed=3)))
    assert not np.allclose(bake(rig(30, 0.4, seed=3)), bake(rig(30, 0.4, seed=4)), rtol=0.2)
    assert np.array_equal(bake(rig(30, 0.0, seed=3)), bake(rig(30, 0.0, seed=4)))


@pytest.mark.parametrize(
    "elevation,cover,mist", [(60, 0.4, 0), (2, 0.6, 0.3), (-5, 0.2, 0), (30, 1, 1), (90, 0, 0)]
)
def test_map_is_finite_positive_and_joins_at_the_horizon(elevation, cover, mist):
    sky = bake(rig(elevation, cover, mist=mist))
    assert sky.dtype == np.float32 and np.isfinite(sky).all() and (sky >= 0).all() and sky.max() > 0
    smooth = gaussian_filter(sky, (0, 8, 0), mode="wrap")
    assert np.allclose(smooth[64], smooth[63], rtol=0.35)
    seam = np.abs(smooth[:, 0] - smooth[:, -1])
    assert (seam <= 1.2 * np.abs(np.diff(smooth, axis=1)).max(1) + 1e-6).all()


@pytest.mark.parametrize("mist,visibility", [(0.0, 60e3), (1.0, 150.0)])
def test_haze_reaches_the_horizon_colour(mist, visibility):
    shot = rig(30, 0.2, mist=mist)
    sky = bake(shot)
    haze = haze_of(shot, sky)
    kept = haze.kept(np.array([0.0, 100.0, 1e3, 1e4, 1e6]), np.zeros(5))
    assert (kept[0] == 1).all() and (np.diff(kept[:, 1]) <= 0).all() and kept[-1].max() < 1e-6
    # The air about the camera is clear: it is from behind that that mist counts.
    seen = visibility + (NEAR if mist else 0.0)
    assert haze.kept(np.array(seen), np.array(0.0))[1] == pytest.approx(0.02, rel=0.15)
    assert min(haze.sky_radiance + haze.sun_radiance) > 0
    horizon = sky[58:64].mean((0, 1))
    limit = np.array(haze.sky_radiance) + np.array(haze.sun_radiance)
    assert (limit / horizon < 2).all() and (limit / horizon > 0.5).all()
    assert haze.phase(np.linspace(-1, 1, 20001)).mean() == pytest.approx(1.0, rel=1e-3)


def test_mist_in_front_of_a_summit_is_the_mist_in_front_of_the_sky_beside_it():
    haze = haze_of(rig(10, mist=0.5), bake(rig(10, mist=0.5)))
    distance, sine = 4000.0, 0.15
    clear = np.exp(-distance * np.array(haze.extinction))
    through = haze.kept(np.array(distance), np.array(distance * sine)) / clear
    assert through == pytest.approx(
        np.full(3, np.exp(-mist_depth(0.5, sine) * misty_length(distance) / distance)), rel=1e-3
    )
    assert haze.kept(np.array(distance), np.array(0.0)).max() < 0.2 * through.min()
