"""Presence, count, absence, colour, material, size: each passes a good toy shot and fails one broken in the
picture."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from rayograph.colour.primaries import from_hex
from rayograph.core.intent import Absence, Colour, Count, Material, Presence, Size
from rayograph.critic.finding import Finding
from rayograph.critic.judge import measure
from rayograph.critic.reel import Reel
from tests.critic.toy import Body, Toy, at, shot

RED, BLUE, WHITE, BLACK, GREY = "#b3261e", "#2b5a94", "#ece9e2", "#161616", "#85868a"
BALL = Body("ball", at(-0.4, 0, 0.2), (0.2,), albedo=from_hex(RED), roughness=0.15)
SECOND = Body("ball_2", at(0.1, 0.3, 0.15), (0.15,), albedo=from_hex(WHITE), roughness=0.6)
BOX = Body("box", at(0.5, 0, 0.15), (0.2, 0.1, 0.15), albedo=from_hex(BLACK), metallic=1.0, roughness=0.3)
GOOD = Toy(bodies=(BALL, SECOND, BOX), size=(96, 54), frames=4)


@cache
def good() -> Reel:
    return shot(GOOD)


def with_body(name: str, **changes: object) -> Reel:
    bodies = tuple(replace(b, **changes) if b.name == name else b for b in GOOD.bodies)  # type: ignore[arg-type]
    return shot(replace(GOOD, bodies=bodies, frames=2))


def without(name: str) -> Reel:
    return shot(replace(GOOD, bodies=tuple(b for b in GOOD.bodies if b.name != name), frames=2))


def footage() -> Reel:
    nothing = np.zeros_like(good().ids)
    return replace(good(), ids=nothing, names=("sky",), depth=np.full(nothing.shape, 1e10, np.float32))


def verdict(finding: Finding) -> str:
    assert 0 <= finding.confidence <= 1
    assert finding.wanted
    if finding.verdict != "unmeasured":
        assert finding.value is not None
        assert (finding.margin or 0) >= 0 if finding.verdict == "pass" else (finding.margin or 0) < 0
    return finding.verdict


def test_presence_is_the_part_of_the_frame_that_is_covered():
    claim = Presence(objects=("ball", "box"))
    assert verdict(measure(claim, good())) == "pass"
    assert verdict(measure(claim, without("box"))) == "fail"
    far = measure(claim, with_body("ball", path=at(-3, 9, 0.2), size=(0.1,)))
    assert verdict(far) == "fail"
    assert "0.3 % is needed" in far.note
    assert verdict(measure(claim, footage())) == "unmeasured"


def test_count_is_by_name_and_number():
    assert verdict(measure(Count(stem="ball", count=2), good())) == "pass"
    assert verdict(measure(Count(stem="ball", count=3), good())) == "fail"
    assert verdict(measure(Count(stem="ball", count=2), without("ball_2"))) == "fail"
    assert measure(Count(stem="bal", count=1), good()).value == 0
    assert verdict(measure(Count(stem="ball", count=2), footage())) == "unmeasured"


def test_a_crowd_that_hides_one_of_its_own_cannot_be_counted():
    row = tuple(Body(f"ball_{k + 1}", at(0.15 * k, 0.25 * k, 0.2), (0.2,)) for k in range(6))
    reel = shot(Toy(bodies=row, eye=lambda _: (0.0, -3.0, 0.3), size=(96, 54), frames=1))
    assert verdict(measure(Count(stem="ball", count=7), reel)) == "unmeasured"


def test_absence_is_of_names_that_begin_so():
    assert verdict(measure(Absence(stems=("person", "car")), good())) == "pass"
    assert verdict(measure(Absence(stems=("person", "ball")), good())) == "fail"
    assert verdict(measure(Absence(stems=("box",)), without("box"))) == "pass"
    assert verdict(measure(Absence(stems=("box",)), footage())) == "unmeasured"


@pytest.mark.parametrize(
    "colour", [RED, BLUE, WHITE, BLACK, GREY, "#e0b721", "#6b4428", "#1a2847", "#dd8fa3"]
)
def test_a_colour_is_itself_and_no_other(colour: str):
    reel = with_body("ball", albedo=from_hex(colour))
    assert verdict(measure(Colour(objects=("ball",), colour=colour), reel)) == "pass"
    for other in {RED, BLUE, WHITE, BLACK} - {colour}:
        if {other, colour} not in ({BLUE, "#1a2847"}, {RED, "#dd8fa3"}, {BLACK, "#1a2847"}):
            assert verdict(measure(Colour(objects=("ball",), colour=other), reel)) == "fail", other


def test_colour_is_that_of_the_largest_part_and_an_accent_that_of_any():
    reel = good()
    cap = (reel.ids == reel.index("ball")) & (reel.normal[..., 2] > 0.75)
    reel = replace(reel, albedo=np.where(cap[..., None], np.float32(from_hex(BLUE)), reel.albedo))
    assert 0.05 < cap.sum() / reel.mask("ball").sum() < 0.33
    assert verdict(measure(Colour(objects=("ball",), colour=RED), reel)) == "pass"
    assert verdict(measure(Colour(objects=("ball",), colour=BLUE), reel)) == "fail"
    assert verdict(measure(Colour(objects=("ball",), colour=BLUE, accent=True), reel)) == "pass"
    assert verdict(measure(Colour(objects=("ball",), colour="#3f7a3a", accent=True), reel)) == "fail"


def test_colour_without_albedo_is_judged_by_light_and_less_sure():
    reel = replace(good(), albedo=np.zeros_like(good().albedo))
    found = measure(Colour(objects=("ball",), colour=RED), reel)
    assert (verdict(found), found.confidence <= 0.5) == ("pass", True)
    assert verdict(measure(Colour(objects=("ball",), colour=BLUE), reel)) == "fail"


def test_colour_of_glass_and_of_what_is_not_there_is_unmeasured():
    glass = with_body("ball", albedo=(0.97, 0.98, 0.97), roughness=0.0)
    assert verdict(measure(Colour(objects=("ball",), colour=RED), glass)) == "unmeasured"
    assert verdict(measure(Colour(objects=("cat",), colour=RED), good())) == "unmeasured"
    assert verdict(measure(Colour(objects=("ball",), colour=RED), footage())) == "unmeasured"


def test_material_is_by_roughness_and_metallic():
    looks = {"ball": "glossy", "ball_2": "matt", "box": "metal"}
    for name, look in looks.items():
        assert verdict(measure(Material(objects=(name,), look=look), good())) == "pass"
    assert verdict(measure(Material(objects=("ball",), look="matt"), good())) == "fail"
    assert verdict(measure(Material(objects=("ball",), look="metal"), good())) == "fail"
    assert verdict(measure(Material(objects=("ball",), look="glass"), good())) == "fail"
    glass = with_body("ball", roughness=0.0)
    assert verdict(measure(Material(objects=("ball",), look="glass"), glass)) == "pass"
    bare = replace(good(), roughness=np.zeros_like(good().roughness))
    assert verdict(measure(Material(objects=("ball",), look="glass"), bare)) == "unmeasured"


def test_size_is_the_longest_side():
    ball, box = Size(objects=("ball",), metres=0.4), Size(objects=("box",), metres=0.4)
    assert measure(ball, good()).value == pytest.approx(0, abs=0.06)
    assert measure(box, good()).value == pytest.approx(0, abs=0.08)
    assert verdict(measure(ball, with_body("ball", size=(0.1,)))) == "fail"
    assert verdict(measure(ball, with_body("ball", size=(0.35,), path=at(-0.4, 0, 0.35)))) == "fail"
    assert verdict(measure(ball, footage())) == "unmeasured"


def test_size_of_what_is_never_seen_whole_is_unmeasured():
    reel = with_body("ball", path=at(-1.5, 0, 0.2), size=(0.3,))
    assert verdict(measure(Size(objects=("ball",), metres=2.0), reel)) == "unmeasured"
