"""A drawing on a frame becomes places, ways, lights and moves of the plan, and claims that check them."""

import functools
from pathlib import Path

import numpy as np
import pytest

from rayograph.core.errors import PlanError
from rayograph.core.intent import CameraMove, Claim, LightFrom, Within
from rayograph.core.plan import Drive, Launch, ShotPlan
from rayograph.plan.annotate.apply import annotated
from rayograph.plan.annotate.mark import Drawing
from rayograph.plan.annotate.rays import box_of, camera_of, middle_of, on_level, seen_at
from rayograph.plan.annotate.read import read_drawing
from rayograph.plan.annotate.svg import drawing_of
from rayograph.plan.planner import plan_brief

STUDIO = "a red rubber ball and a white ceramic bowl on an oak table, studio light from the left"
EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "frame.svg"
HEAD = '<marker id="tip"><path d="M0 0 6 3 0 6z"/></marker>'


@functools.cache
def plan(brief: str = STUDIO) -> ShotPlan:
    return plan_brief(brief)


def drawn(inside: str, brief: str = STUDIO) -> ShotPlan:
    made = plan(brief)
    return annotated(made, drawing_of(svg(inside), "frame.svg"))


def svg(inside: str) -> bytes:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 90"><defs>{HEAD}</defs>'
    return f"{head}{inside}</svg>".encode()


def arrow(x1: float, y1: float, x2: float, y2: float, more: str = "") -> str:
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" marker-end="url(#tip)" {more}/>'


def claims(made: ShotPlan, kind: type) -> list[Claim]:
    return [intent.claim for intent in made.intents if isinstance(intent.claim, kind)]


def test_the_picture_and_the_world_agree_both_ways():
    camera = camera_of(plan(), 0.0)
    there = on_level(camera, (0.4, 0.7), 0.0)
    assert there is not None and there[2] == pytest.approx(0.0, abs=1e-9)
    assert seen_at(camera, there[None])[0, :2] == pytest.approx((0.4, 0.7))
    assert on_level(camera, (0.5, 0.001), 0.0) is None or camera.to_world[2, 2] < -0.2


def test_the_example_says_all_four_kinds():
    made = annotated(plan(), read_drawing(EXAMPLE))
    assert [e.object for e in made.action if isinstance(e, Drive)] == ["ball"]
    assert claims(made, CameraMove) == [CameraMove(move="push_in")]
    assert claims(made, LightFrom) == [LightFrom(side="right")]
    assert {claim.object for claim in claims(made, Within)} == {"ball", "bowl"}
    assert annotated(plan(), read_drawing(EXAMPLE)) == made


def test_a_way_ends_where_its_tip_is_drawn():
    was = next(m for m in plan().cast if m.id == "ball")
    x, y, _ = seen_at(camera_of(plan(), 0.0), middle_of(was)[None])[0]
    made = drawn(arrow(160 * x, 90 * y, 120, 70, 'data-object="ball" data-start="0.5" data-end="2"'))
    (drive,) = made.action
    assert isinstance(drive, Drive) and drive.path[0][0] == 0.5 and drive.path[-1][0] == 2.0
    ball = next(m for m in made.cast if m.id == "ball")
    tip = middle_of(ball) - ball.position + np.array(drive.path[-1][1:])
    assert seen_at(camera_of(made, 0.0), tip[None])[0, :2] == pytest.approx((120 / 160, 70 / 90), abs=0.01)
    assert ball.position == was.position == pytest.approx(drive.path[0][1:])


def test_an_arrow_at_the_foot_is_one_along_the_ground():
    was = next(m for m in plan().cast if m.id == "ball")
    x, y, _ = seen_at(camera_of(plan(), 0.0), np.array([was.position]))[0]
    (drive,) = drawn(arrow(160 * x, 90 * y, 130, 90 * y, 'data-object="ball"')).action
    assert isinstance(drive, Drive)
    tip = seen_at(camera_of(plan(), 0.0), np.array([drive.path[-1][1:]]))[0]
    assert tip[:2] == pytest.approx((130 / 160, y), abs=0.01)


@pytest.mark.parametrize("style", ["rolls", "thrown", "slides"])
def test_what_is_sent_off_gets_a_start_in_that_direction(style: str):
    made = drawn(arrow(80, 70, 130, 60, 'data-object="ball"') + f'<text x="100" y="60">{style}</text>')
    (launch,) = made.action
    assert isinstance(launch, Launch) and launch.velocity[0] > 0.05
    assert (launch.velocity[2] > 0.3) == (style == "thrown")


def test_a_box_moves_a_thing_until_it_is_seen_there():
    made = drawn('<g id="bowl"><rect x="30" y="35" width="45" height="30"/></g>')
    bowl = next(m for m in made.cast if m.id == "bowl")
    seen = box_of(camera_of(made, 0.0), bowl, np.array(bowl.position))
    assert seen is not None
    assert (seen[0] + seen[2]) / 2 == pytest.approx(52.5 / 160, abs=0.03)
    assert (seen[1] + seen[3]) / 2 == pytest.approx(50 / 90, abs=0.08)
    assert bowl.position[2] == next(m for m in plan().cast if m.id == "bowl").position[2]
    assert [m for m in made.cast if m.id != "bowl"] == [m for m in plan().cast if m.id != "bowl"]


def test_light_travels_as_its_arrow_does():
    lake = "a red canoe on a lake, midday"
    made = drawn(arrow(20, 10, 60, 30) + '<text x="20" y="10">sun</text>', lake)
    sun = made.rig.sun
    assert sun is not None and 20 < sun.elevation_deg < 35 and 140 < sun.azimuth_deg < 220
    assert claims(made, LightFrom) == [LightFrom(side="left")]
    window = "a lemon on a wooden table, light from a window on the left"
    turned = drawn(arrow(150, 20, 110, 40, 'data-note="sun"'), window)
    assert turned.set.options["window"] == "right" and turned.rig.sun is not None
    behind = drawn(arrow(80, 5, 80, 40, 'data-note="back light key"'))
    assert claims(behind, LightFrom) == [LightFrom(side="behind")]


@pytest.mark.parametrize(
    ("words", "line", "move"),
    [("camera", (40, 80, 80, 80), "truck_right"), ("camera", (40, 80, 40, 50), "crane_up"),
     ("pan", (90, 80, 50, 80), "pan_left"), ("camera orbits; orbit", (40, 80, 90, 80), "orbit_right")],
)  # fmt: skip
def test_the_camera_goes_as_its_arrow_does(words: str, line: tuple[float, ...], move: str):
    made = drawn(arrow(*line, f'data-note="{words}"'))  # type: ignore[arg-type]
    assert [c.move for c in claims(made, CameraMove)] == [move]  # type: ignore[union-attr]
    assert made.camera.keys[0] == plan().camera.keys[0] and len(made.camera.keys) > 1


@pytest.mark.parametrize(
    ("drawing", "says"),
    [
        (b"<svg", "no readable SVG"),
        (b"", "no readable SVG"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg viewBox="0 0 160 90">&a;</svg>', "DOCTYPE"),
        (b'<!DOCTYPE svg SYSTEM "http://x/y"><svg viewBox="0 0 160 90"/>', "DOCTYPE"),
        (svg('<use href="http://x/y.svg#a"/>'), "outside of itself"),
        (svg('<rect width="20" height="20" style="fill:url(http://x)"/>'), "outside of itself"),
        (svg(""), "no arrow and no box"),
        (svg(arrow(10, 10, 40, 40, 'data-object="cat"')), "'cat', which is not in the cast; it holds ball"),
        (svg(arrow(-20, 10, 40, 40, 'data-object="ball"')), "outside of the frame"),
        (svg(arrow(2, 2, 8, 8)), "names nothing that is in the cast"),
        (svg('<rect x="20" y="20" width="20" height="20"/><text x="20" y="20">sun</text>'), "draw an arrow"),
        (svg(arrow(80, 70, 85, 1, 'data-object="ball"')), "ball"),
        (svg('<path class="arrow" d="M0"/>'), "breaks off"),
        (b'<svg viewBox="0 0 90 90"><rect/></svg>', "draw on a frame"),
    ],
)  # fmt: skip
def test_a_bad_drawing_is_one_clear_line(drawing: bytes, says: str):
    with pytest.raises(PlanError, match=says) as caught:
        annotated(plan(), drawing_of(drawing, "frame.svg"))
    assert "\n" not in str(caught.value)


def test_what_changes_nothing_is_said_to():
    made = drawn(arrow(80, 70, 90, 70, 'data-object="ball"') + '<line x1="0" y1="0" x2="9" y2="9"/>'
                 '<text x="10" y="80">make it sing</text>')  # fmt: skip
    lost = [r.phrase for r in made.readings if r.verdict == "ungrounded"]
    assert lost == ["note: make it sing", "a <line> without an arrowhead"]


def test_json_says_the_same_and_is_closed(tmp_path: Path):
    file = tmp_path / "frame.json"
    file.write_text('{"marks": [{"kind": "arrow", "object": "ball", "points": [[0.35, 0.7], [0.75, 0.7]]}]}')
    made = annotated(plan(), read_drawing(file))
    same = drawn(arrow(56, 63, 120, 63, 'data-object="ball"'))
    assert made.action == same.action
    file.write_text('{"marks": [], "colour": 1}')
    with pytest.raises(PlanError, match="colour"):
        read_drawing(file)
    with pytest.raises(PlanError, match="cannot read"):
        read_drawing(tmp_path / "none.svg")
    assert Drawing(marks=()).at == 0.0


def test_paths_are_read_with_curves_and_transforms():
    path = "m10 10c0 0 10 0 10 10s5 5 10 0q5-5 10 0t5 5h-5V5z"
    inside = f'<g transform="translate(10 10) scale(2)"><path class="arrow" d="{path}"/></g>'
    marks = drawing_of(svg(inside), "x").marks
    (mark,) = marks
    assert mark.kind == "arrow"
    assert mark.points[0] == pytest.approx((30 / 160, 30 / 90), abs=1e-4)
    assert mark.points[-1] == mark.points[0] and len(mark.points) > 40
