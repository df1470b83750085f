import pytest

from rayograph.plan.facts import LightFacts
from rayograph.plan.ledger import Ledger
from rayograph.plan.light_words import read_light
from rayograph.plan.planner import plan_brief
from rayograph.plan.time_words import read_time
from rayograph.plan.weather_words import read_weather


def light(brief: str) -> LightFacts:
    ledger = Ledger(brief)
    return read_light(ledger, read_weather(ledger, read_time(ledger, LightFacts())))


@pytest.mark.parametrize(
    ("brief", "side"),
    [
        ("soft key camera left", "left"),
        ("hard little source raking in from frame right", "right"),
        ("late afternoon sun raking from the right", "right"),
        ("sunset blazing behind it", "behind"),
        ("sun behind us, long shadows", "front"),
        ("sun over camera's left shoulder", "left"),
        ("sunset ahead of us", "behind"),
        ("single soft source from above", "above"),
        ("sunlight pours in through the window on the right", "right"),
    ],
)
def test_where_light_comes_from(brief: str, side: str) -> None:
    assert light(brief).side == side


def test_a_rim_is_not_the_key() -> None:
    facts = light("strong rim light from the left")
    assert (facts.rim, facts.side) == ("left", None)


def test_high_and_low_key_are_moods_and_no_lamps() -> None:
    assert light("low key, light from behind").contrast > 0.5
    assert light("crisp high key, white cyc").contrast < 0
    assert light("an apple with a rim of frost").rim is None


def test_the_only_source_leaves_the_rest_dark() -> None:
    for brief in (
        "single candle as the only light source",
        "lit only by a candle",
        "only the candle lights it",
    ):
        assert light(brief).sole, brief


@pytest.mark.parametrize(
    ("brief", "cloud", "wet"),
    [
        ("grey light, drizzle earlier so everything's wet", 0.9, True),
        ("stormy grey lake", 0.9, False),
        ("fluffy cumulus", 0.2, False),
    ],
)
def test_weather(brief: str, cloud: float, wet: bool) -> None:
    facts = light(brief)
    assert facts.cloud is not None
    assert facts.cloud >= cloud
    assert facts.wet == wet


def test_the_sun_of_winter_stands_low_at_noon() -> None:
    winter, summer = light("a january noon").elevation_deg, light("a july noon").elevation_deg
    assert winter is not None
    assert summer is not None
    assert winter < 40 < summer


def test_light_from_the_right_comes_through_windows_on_the_right() -> None:
    plan = plan_brief("a teapot on a kitchen table, hard midday light from the right")
    assert plan.set.options.get("window") == "right"
    assert plan.rig.sun is not None
    assert min(plan.rig.sun.azimuth_deg, 360 - plan.rig.sun.azimuth_deg) < 30


def test_rain_outside_leaves_the_room_dry() -> None:
    assert not plan_brief("a desk lamp in a study, rain outside the window").set.wet
    assert plan_brief("a bench on a street in the rain").set.wet
