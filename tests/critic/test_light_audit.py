"""What frames tell of light that all expect and nobody orders: it adds up, holds still, mirrors the sun."""

from dataclasses import replace

import numpy as np
import pytest

from rayograph.core.rig import LightGroup, LightRig, Sun
from rayograph.critic.colour_path import colour_path
from rayograph.critic.finding import Finding
from rayograph.critic.highlight import highlight
from rayograph.critic.linearity import linearity
from rayograph.critic.reel import Reel, reel_of
from rayograph.critic.shadow_direction import shadow_direction
from tests.critic.toy import Body, Toy, at, cast, shot

TOWARDS = np.array([-0.6, -0.3, 0.75]) / np.linalg.norm([-0.6, -0.3, 0.75])
RIG = LightRig(
    sun=Sun(azimuth_deg=206.57, elevation_deg=48.2), groups=(LightGroup(name="sun", lights=("sun",)),)
)
BALL = Body("ball", at(-0.5, 0, 0.3), (0.3,), roughness=0.2)
TOY = Toy(bodies=(BALL, Body("box", at(0.6, 0.3, 0.35), (0.2, 0.2, 0.35))), frames=4, size=(96, 54))


@pytest.fixture(scope="module")
def reel() -> Reel:
    return replace(shot(TOY), rig=RIG)


def rows(found: tuple[tuple[str, Finding], ...]) -> dict[str, str]:
    return {name: finding.verdict for name, finding in found}


def test_shadows_of_a_sun_that_stays_hold_still_and_tell_it(reel: Reel) -> None:
    assert rows(shadow_direction(reel)) == {"drift": "pass", "sun": "pass"}


def test_a_sun_that_wanders_and_one_that_stands_elsewhere_are_found(reel: Reel) -> None:
    wanders = shot(TOY, lambda t, toy: replace(toy, sun=(-0.6 + 0.25 * t, -0.3, 0.75)))
    assert rows(shadow_direction(wanders))["drift"] == "fail"
    elsewhere = replace(shot(replace(TOY, sun=(0.6, 0.3, 0.75))), rig=RIG)
    assert rows(shadow_direction(elsewhere))["sun"] == "fail"


def test_without_shadows_their_direction_is_not_told(reel: Reel) -> None:
    dark = replace(reel, groups={name: np.zeros_like(light) for name, light in reel.groups.items()})
    assert rows(shadow_direction(dark)) == {"drift": "unmeasured"}


def glinting(reel: Reel, towards: np.ndarray) -> Reel:
    sun = reel.groups["sun"].copy()
    for t in range(reel.frames):
        view = reel.position[t] - reel.cameras[t].to_world[:3, 3]
        view /= np.linalg.norm(view, axis=-1, keepdims=True)
        mirrored = view - 2 * (view * reel.normal[t]).sum(-1, keepdims=True) * reel.normal[t]
        sun[t][reel.mask("ball")[t] & (mirrored @ towards > 0.985)] += 4
    return replace(reel, groups={**reel.groups, "sun": sun})


def test_a_glint_belongs_where_the_sun_is_mirrored(reel: Reel) -> None:
    assert rows(highlight(glinting(reel, TOWARDS))) == {"ball": "pass"}
    assert rows(highlight(glinting(reel, np.array([0.3, -0.7, 0.65])))) == {"ball": "fail"}
    assert rows(highlight(reel)) == {"glint": "unmeasured"}
    assert rows(highlight(replace(reel, rig=None))) == {"glint": "unmeasured"}


def test_a_frame_of_another_colour_is_a_step(reel: Reel) -> None:
    assert rows(colour_path(reel)) == {"step": "pass", "drift": "pass"}
    groups = {name: light.copy() for name, light in reel.groups.items()}
    for light in groups.values():
        light[2] *= np.float32([1.1, 1.0, 0.9])
    found = dict(colour_path(replace(reel, groups=groups)))
    assert found["step"].verdict == "fail" and found["step"].frame in (1003, 1004)


def test_light_adds_up(reel: Reel) -> None:
    assert rows(linearity(reel)) == {"values": "pass", "sum": "unmeasured"}
    assert rows(linearity(replace(reel, plate=reel.beauty))) == {"values": "pass", "sum": "pass"}
    assert rows(linearity(replace(reel, plate=reel.beauty * 1.05)))["sum"] == "fail"


@pytest.mark.parametrize("value", [-0.5, np.nan, np.inf])
def test_one_value_that_is_no_light_is_found_and_misleads_no_other_measure(value: float) -> None:
    frame = cast(TOY, 0)
    frame.groups["sun"][20, 30, 1] = value
    reel = reel_of([frame], total=1)
    assert rows(linearity(reel))["values"] == "fail"
    assert np.isfinite(reel.beauty).all()
