"""Relation, placement, framing and visible: each passes a good toy shot and fails one broken in
the picture."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from rayograph.core.intent import (
    Absence,
    Claim,
    Colour,
    Count,
    Framing,
    Material,
    Placement,
    Presence,
    Relation,
    Size,
    Visible,
    Within,
)
from rayograph.critic.judge import measure
from rayograph.critic.outline import outline
from rayograph.critic.reel import Reel
from tests.critic.test_seen import verdict
from tests.critic.toy import Body, Path, Toy, at, moved, shot

BOX = Body("box", at(-0.3, 0, 0.15), (0.25, 0.2, 0.15))
BALL = Body("ball", at(-0.3, 0, 0.4), (0.1,))
CUBE = Body("cube", at(0.5, 0.1, 0.15), (0.15, 0.15, 0.15))
TRAY = tuple(
    Body("tray", at(0.1 + dx, -0.7 + dy, 0.06), (wide, deep, 0.06))
    for dx, dy, wide, deep in (
        (0, -0.2, 0.2, 0.01),
        (0, 0.2, 0.2, 0.01),
        (-0.2, 0, 0.01, 0.2),
        (0.2, 0, 0.01, 0.2),
    )
)
PLUM = Body("plum", at(0.1, -0.7, 0.05), (0.05,))
GOOD = Toy(bodies=(BOX, BALL, CUBE, PLUM), size=(128, 72), frames=4)


@cache
def good() -> Reel:
    return shot(GOOD)


def with_path(name: str, path: Path) -> Reel:
    return shot(replace(moved(GOOD, name, path), frames=3))


def tray(path: Path) -> Reel:
    """A plum over a tray of four boxes, which share one id."""
    reel = shot(Toy(bodies=(*TRAY, replace(PLUM, path=path)), size=(160, 90), frames=6,
                    eye=at(0.1, -2.4, 0.9), target=at(0.1, -0.7, 0.1)))  # fmt: skip
    first = reel.names.index("tray")
    ids = np.where((reel.ids > first) & (reel.ids < first + 4), first, reel.ids)
    return replace(reel, ids=ids)


def told(subject: str, relation: str, target: str, reel: Reel) -> str:
    return verdict(measure(Relation(subject=subject, target=target, relation=relation), reel))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("subject", "relation", "target"),
    [
        ("ball", "on", "box"), ("box", "on", "set_floor"), ("cube", "on", "set_floor"),
        ("ball", "above", "box"),
        ("box", "under", "ball"), ("ball", "touching", "box"), ("cube", "beside", "box"),
        ("box", "left_of", "cube"), ("cube", "right_of", "ball"), ("cube", "behind", "plum"),
        ("plum", "in_front_of", "box"),
    ],
)  # fmt: skip
def test_what_stands_so_passes(subject: str, relation: str, target: str):
    assert told(subject, relation, target, good()) == "pass"


@pytest.mark.parametrize(
    ("subject", "relation", "target"),
    [
        ("ball", "on", "cube"), ("ball", "on", "set_floor"), ("box", "on", "ball"), ("cube", "above", "box"),
        ("box", "under", "set_floor"), ("cube", "touching", "box"), ("plum", "touching", "cube"),
        ("ball", "beside", "box"), ("cube", "left_of", "box"), ("plum", "behind", "cube"),
        ("cube", "in", "box"), ("cube", "in_front_of", "plum"),
    ],
)  # fmt: skip
def test_what_does_not_fails(subject: str, relation: str, target: str):
    assert told(subject, relation, target, good()) == "fail"


def test_what_floats_is_not_on():
    assert told("ball", "on", "box", with_path("ball", at(-0.3, 0, 0.5))) == "fail"
    assert told("cube", "on", "set_floor", with_path("cube", at(0.5, 0.1, 0.3))) == "fail"
    assert told("cube", "beside", "box", with_path("cube", at(2.5, 2, 0.15))) == "fail"


def test_in_is_within_and_below_the_rim_at_the_end():
    assert told("plum", "in", "tray", tray(at(0.1, -0.7, 0.05))) == "pass"
    drops = tray(lambda time: (0.1, -0.7, max(0.05, 0.5 - 6 * time)))
    assert told("plum", "in", "tray", drops) == "pass"
    assert told("plum", "in", "tray", tray(at(0.1, -0.7, 0.3))) == "fail"
    assert told("plum", "in", "tray", tray(at(0.5, -0.7, 0.05))) == "fail"


def test_relations_of_what_is_not_seen_are_unmeasured():
    assert told("ball", "on", "cat", good()) == "unmeasured"
    nothing = replace(good(), ids=np.zeros_like(good().ids))
    assert told("ball", "on", "box", nothing) == "unmeasured"
    flat = replace(good(), position=np.zeros_like(good().position))
    assert told("ball", "on", "box", flat) == "unmeasured"


def test_placement_is_by_thirds():
    reel = good()
    for zone, wanted in {"left": "pass", "right": "fail", "bottom": "fail", "centre": "pass"}.items():
        found = measure(Placement(object="ball", zone=zone), reel)  # type: ignore[arg-type]
        assert verdict(found) == wanted, zone
    assert verdict(measure(Placement(object="plum", zone="foreground"), reel)) == "pass"
    assert verdict(measure(Placement(object="plum", zone="background"), reel)) == "fail"
    right = with_path("ball", at(1.0, 0, 0.4))
    assert verdict(measure(Placement(object="ball", zone="left"), right)) == "fail"
    nothing = replace(reel, ids=np.zeros_like(reel.ids))
    assert verdict(measure(Placement(object="ball", zone="left"), nothing)) == "unmeasured"


def test_framing_is_by_size_and_cropping():
    claim = Framing(object="box", least=0.1, most=0.4)
    assert verdict(measure(claim, good())) == "pass"
    assert verdict(measure(Framing(object="box", least=0.5, most=0.9), good())) == "fail"
    near = shot(replace(GOOD, eye=at(-0.3, -0.8, 0.3), target=at(-0.3, 0, 0.2), frames=2))
    assert verdict(measure(claim, near)) == "fail"
    cut = shot(replace(GOOD, target=at(1.2, 0, 0.2), frames=2))
    assert outline(cut, "box").cropped[0] > 0.12
    assert verdict(measure(claim, cut)) == "fail"


def test_visible_is_how_much_of_the_outline_is_covered():
    claim = Visible(objects=("cube", "box", "ball"))
    assert measure(claim, good()).value == pytest.approx(0, abs=0.1)
    hides = with_path("box", at(0.42, -0.6, 0.3))
    assert verdict(measure(claim, hides)) == "fail"
    twins = replace(hides, names=tuple({"box": "cube_2"}.get(name, name) for name in hides.names))
    assert verdict(measure(Visible(objects=("cube",)), twins)) == "fail"
    assert verdict(measure(Visible(objects=("cube", "cube_2")), twins)) == "pass"
    passes_by = with_path("box", lambda time: (0.42 + 30 * time, -0.6, 0.3))
    assert verdict(measure(claim, passes_by)) == "pass"
    assert verdict(measure(Visible(objects=("cat",)), good())) == "fail"


def test_a_floor_at_a_low_angle_and_a_cord_hide_nothing():
    low = shot(replace(GOOD, eye=at(0, -3, 0.25), target=at(0, 0, 0.2), frames=1))
    assert outline(low, "cube").hidden[0] < 0.1
    cord = Body("cord", at(0.3, -1.2, 0.4), (0.006, 0.006, 0.6))
    strung = shot(replace(GOOD, bodies=(*GOOD.bodies, cord), frames=1))
    assert strung.mask("cord").sum() > 10
    assert outline(strung, "cube").hidden[0] < 0.1


CLAIMS = (
    Presence(objects=("ball",)), Count(stem="ball", count=1), Absence(stems=("cat",)),
    Colour(objects=("ball",), colour="#b3261e"), Material(objects=("ball",), look="matt"),
    Size(objects=("ball",), metres=0.2), Relation(subject="ball", target="box", relation="on"),
    Relation(subject="ball", target="ball", relation="in"), Placement(object="ball", zone="background"),
    Framing(object="ball"), Visible(objects=("ball",)),
)  # fmt: skip


def one_pixel(reel: Reel) -> Reel:
    """Three pixels of the ball, one of the box, and nothing else but sky."""
    ids = np.zeros_like(reel.ids)
    ids[:, 5, 5:8], ids[:, 9, 9] = reel.index("ball"), reel.index("box")
    return replace(reel, ids=ids, depth=np.where(ids > 0, 2.0, 1e10).astype(np.float32))


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.kind)
def test_odd_frames_are_no_error(claim: Claim):
    reel = good()
    single = shot(replace(GOOD, frames=1))
    sky = replace(reel, ids=np.zeros_like(reel.ids), depth=np.full_like(reel.depth, 1e10))
    all_ball = replace(single, ids=np.full_like(single.ids, single.index("ball") or 0))
    broken = replace(single, position=np.full_like(single.position, np.nan),
                     albedo=np.full_like(single.albedo, np.nan))  # fmt: skip
    for odd in (single, sky, all_ball, one_pixel(single), broken):
        verdict(measure(claim, odd))
    assert measure(claim, sky).verdict == "unmeasured"


def test_a_thing_is_within_a_box_at_its_moment():
    """The ball goes from the left of the picture to the right of it."""
    reel = shot(replace(moved(GOOD, "ball", lambda time: (-0.6 + 7.0 * time, 0.0, 0.4)), frames=5))
    left, right = (0.15, 0.2, 0.45, 0.9), (0.55, 0.2, 0.85, 0.9)

    def told(box: tuple[float, float, float, float], part: float) -> str:
        return verdict(measure(Within(object="ball", box=box, at=part), reel))

    assert told(left, 0.0) == "pass" and told(right, 1.0) == "pass"
    assert told(left, 1.0) == "fail" and told(right, 0.0) == "fail"
    assert measure(Within(object="pear", box=left), reel).verdict == "fail"
    bare = replace(reel, names=("sky",), ids=np.zeros_like(reel.ids))
    assert verdict(measure(Within(object="ball", box=left), bare)) == "unmeasured"
    with pytest.raises(ValueError, match="empty"):
        Within(object="ball", box=(0.5, 0.2, 0.4, 0.9))
