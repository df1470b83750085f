from rayograph.core.rig import LightGroup, LightRig, Practical, Sky, Sun
from rayograph.plan.white_balance import white_balance


def rig(elevation=None, *kelvins):
    sun = None if elevation is None else Sun(azimuth_deg=180, elevation_deg=elevation)
    lamps = tuple(
        Practical(id=f"lamp{i}", kind="fixture", source="x", lumens=800, kelvin=k)
        for i, k in enumerate(kelvins)
    )
    lights = (*(("sun",) if sun else ()), *(lamp.id for lamp in lamps), "sky")
    groups = tuple(LightGroup(name=name, lights=(name,)) for name in lights)
    return LightRig(sun=sun, sky=Sky(), practicals=lamps, groups=groups)


def test_day_is_left_as_it_is_and_night_goes_halfway_to_the_lamps():
    assert white_balance(rig(40, 2700)) == 6000
    assert white_balance(rig(None)) == 6000
    night, candle, dusk = (
        white_balance(rig(None, 2700)),
        white_balance(rig(None, 1850)),
        white_balance(rig(-2, 2700)),
    )
    assert 3500 < night < 4000
    assert 2600 < candle < 3000
    assert night < dusk < 6000


def test_daylight_panels_keep_a_daylight_balance():
    assert white_balance(rig(None, 5600)) >= 5600
