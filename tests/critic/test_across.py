"""Two shots of one story: the same thing, the same light, the same way, and each broken in the second."""

from dataclasses import replace
from functools import cache

import pytest

from rayograph.core.across import AcrossClaim, SameLight, SameLook, SameWay
from rayograph.critic.across import across
from rayograph.critic.reel import Reel
from tests.critic.toy import Body, Toy, at, shot

RED, BLUE = (0.6, 0.05, 0.04), (0.04, 0.1, 0.6)
BALL = Body("ball", lambda time: (-0.4 + 2.0 * time, 0.0, 0.15), (0.15,), albedo=RED)
POST = Body("post", at(0.5, 0.3, 0.3), (0.1, 0.1, 0.3))
FIRST = Toy(bodies=(BALL, POST), frames=6)
SECOND = replace(FIRST, eye=at(1.5, -2.6, 1.0), focal_mm=40.0)


@cache
def first() -> Reel:
    return shot(FIRST)


def second(toy: Toy = SECOND) -> Reel:
    return shot(toy)


def with_ball(**change: object) -> Reel:
    return second(replace(SECOND, bodies=(replace(BALL, **change), POST)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("claim", "broken"),
    [
        (SameLook(a="ball", b="ball"), {"albedo": BLUE}),
        (SameLook(a="ball", b="ball"), {"size": (0.25,)}),
        (SameWay(a="ball", b="ball"), {"path": lambda time: (0.4 - 2.0 * time, 0.0, 0.15)}),
    ],
)
def test_a_thing_is_kept_from_shot_to_shot(claim: AcrossClaim, broken: dict[str, object]):
    assert across(claim, first(), second()).verdict == "pass"
    found = across(claim, first(), with_ball(**broken))
    assert found.verdict == "fail" and found.value is not None and found.note


def test_light_is_kept_in_the_world_whatever_the_camera():
    assert across(SameLight(), first(), second()).verdict == "pass"
    turned = second(replace(SECOND, sun=(0.7, 0.4, 0.6)))
    assert across(SameLight(), first(), turned).verdict == "fail"


def test_what_is_not_to_be_seen_is_unmeasured():
    away = with_ball(path=at(0.0, 0.0, 0.15))
    assert across(SameWay(a="ball", b="ball"), first(), away).verdict == "unmeasured"
    gone = second(replace(SECOND, bodies=(POST,)))
    assert across(SameLook(a="ball", b="ball"), first(), gone).verdict == "unmeasured"
    near = with_ball(path=lambda time: (1.5 * time, -2.6 * time, 0.15))
    assert across(SameWay(a="ball", b="ball"), first(), near).verdict == "unmeasured"
