"""Where light comes from, how hard and warm it is, what shines, how the picture sits."""

from dataclasses import replace

import numpy as np
import pytest

from rayograph.core.intent import (
    Exposure,
    Hardness,
    LightFrom,
    Lit,
    Mood,
    TimeOfDay,
    Warmth,
)
from rayograph.critic.judge import measure
from rayograph.critic.reel import Reel
from tests.critic.toy import Body, Toy, at, shot

BODIES = (Body("ball", at(-0.5, 0, 0.3), (0.3,)), Body("box", at(0.6, 0.3, 0.35), (0.2, 0.2, 0.35)))
TOY = Toy(bodies=BODIES, frames=3, size=(96, 54))


@pytest.fixture(scope="module")
def reel() -> Reel:
    return shot(TOY)


def footage(reel: Reel) -> Reel:
    return replace(reel, ids=np.zeros_like(reel.ids), names=("sky",))


def light(reel: Reel, gain: float | tuple[float, ...]) -> Reel:
    return replace(
        reel, groups={name: np.float32(group * np.float32(gain)) for name, group in reel.groups.items()}
    )


@pytest.mark.parametrize(
    ("sun", "side"),
    [((-0.8, -0.1, 0.5), "left"), ((0.8, 0.1, 0.5), "right"), ((0.1, 0.8, 0.5), "behind"),
     ((0.0, -0.8, 0.6), "front"), ((0.1, -0.1, 1.0), "above")],
)  # fmt: skip
def test_light_comes_from_where_the_sun_stands(sun: tuple[float, float, float], side: str) -> None:
    seen = shot(replace(TOY, sun=sun, frames=1))
    assert measure(LightFrom(side=side), seen).verdict == "pass"
    other = {"left": "right", "right": "left", "behind": "front", "front": "behind", "above": "left"}[side]
    if side != "above":
        assert measure(LightFrom(side=other), seen).verdict == "fail"


def test_direction_is_not_told_without_passes(reel: Reel) -> None:
    assert measure(LightFrom(side="left"), footage(reel)).verdict == "unmeasured"


def test_a_wide_sun_is_soft(reel: Reel) -> None:
    soft = shot(replace(TOY, disc=0.4, frames=1))
    assert measure(Hardness(hard=True), reel).verdict == "pass"
    assert measure(Hardness(hard=True), soft).verdict == "fail"
    assert measure(Hardness(hard=False), soft).verdict == "pass"
    assert measure(Hardness(hard=False), reel).verdict == "fail"
    assert measure(Hardness(hard=True), footage(reel)).verdict == "unmeasured"


def test_warm_light_is_warm_and_blue_light_is_not(reel: Reel) -> None:
    for gain, name in (((1.4, 1, 0.6), "warm"), ((0.7, 1, 1.5), "cool"), ((1, 1, 1), "neutral")):
        tinted = light(reel, gain)
        for claimed in ("warm", "cool", "neutral"):
            found = measure(Warmth(warmth=claimed), tinted)
            assert (found.verdict == "pass") == (claimed == name), (name, found)


def test_a_red_thing_does_not_make_the_light_warm() -> None:
    red = shot(replace(TOY, bodies=tuple(replace(b, albedo=(0.7, 0.08, 0.05)) for b in BODIES)))
    assert measure(Warmth(warmth="neutral"), red).verdict == "pass"


def test_exposure_tells_night_from_day(reel: Reel) -> None:
    bright, dark = replace(reel, exposure_ev=14.0), replace(reel, exposure_ev=-2.0)
    assert measure(TimeOfDay(time="day"), bright).verdict == "pass"
    assert measure(TimeOfDay(time="night"), bright).verdict == "fail"
    assert measure(TimeOfDay(time="night"), dark).verdict == "pass"
    assert measure(TimeOfDay(time="day"), dark).verdict == "fail"
    golden = light(bright, (1.8, 1, 0.35))
    assert measure(TimeOfDay(time="golden_hour"), golden).verdict == "pass"
    assert measure(TimeOfDay(time="golden_hour"), bright).verdict == "fail"
    assert measure(TimeOfDay(time="night"), reel).verdict == "unmeasured"


def test_tones_make_the_mood_and_the_exposure(reel: Reel) -> None:
    assert measure(Mood(mood="low_key"), light(reel, 0.2)).verdict == "pass"
    assert measure(Mood(mood="low_key"), light(reel, 3)).verdict == "fail"
    assert measure(Mood(mood="high_key"), light(reel, 5)).verdict == "pass"
    assert measure(Exposure(), reel).verdict == "pass"
    assert measure(Exposure(), light(reel, 300)).verdict == "fail"
    black = measure(Exposure(), light(reel, 0))
    assert black.verdict == "fail" and "black" in black.note


def test_a_lamp_shines_and_a_white_ball_does_not() -> None:
    lamp = (replace(BODIES[0], glow=3.0), replace(BODIES[1], albedo=(0.9, 0.9, 0.9)))
    seen = shot(replace(TOY, bodies=lamp))
    assert measure(Lit(object="ball"), seen).verdict == "pass"
    assert measure(Lit(object="box"), seen).verdict == "fail"
    assert measure(Lit(object="lamp"), seen).verdict == "unmeasured"
