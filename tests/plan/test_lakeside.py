"""The lake's stages, and where boats, jetties, swings and the moon are in them."""

import numpy as np
import pytest

from rayograph.core.catalogue import LAKE_EDGE, LAKE_LEVEL
from rayograph.core.plan import ShotPlan
from rayograph.plan.composition import on_screen
from rayograph.plan.planner import plan_brief


def _member(plan: ShotPlan, kind: str) -> tuple[float, float, float]:
    return next(m.position for m in plan.cast if m.kind == kind)


@pytest.mark.parametrize(
    ("brief", "stage", "water"),
    [
        ("a red canoe tied up at the end of a wooden jetty at sunrise", "shore", None),
        ("a lone pine on the shore, its reflection in black water", "point", "still"),
        ("a log cabin on the far shore of the lake, dusk", "point", "still"),
        ("a kayak drifts across the lake", "water", None),
        ("a snowman by the frozen lake", "shore", "ice"),
        ("three hay bales in a field", "default", None),
        ("a rowing boat pulled up on the shore beside a campfire", "shore", None),
    ],
)
def test_words_choose_stage_and_water(brief: str, stage: str, water: str | None) -> None:
    plan = plan_brief(brief)
    assert (plan.set.stage, plan.set.options.get("water")) == (stage, water)


def test_a_jetty_begins_on_land_and_a_moored_boat_floats_beyond_the_edge() -> None:
    plan = plan_brief("a rowing boat moored at the end of a jetty that runs out into the lake")
    assert not plan.action
    assert _member(plan, "boat")[1] > LAKE_EDGE + 2 and _member(plan, "boat")[2] < LAKE_LEVEL
    assert _member(plan, "jetty")[1] > LAKE_EDGE


def test_a_boat_pulled_up_lies_on_land() -> None:
    assert _member(plan_brief("a rowing boat pulled up on the shore beside a campfire"), "boat")[1] < 3


def test_the_moon_that_is_named_stands_in_the_frame() -> None:
    plan = plan_brief("a tent by the lake under a full moon, 35mm")
    sun, key = plan.rig.sun, plan.camera.keys[-1]
    assert sun is not None and sun.moon
    azimuth, height = np.deg2rad([sun.azimuth_deg, sun.elevation_deg])
    towards = np.array([np.cos(azimuth) * np.cos(height), np.sin(azimuth) * np.cos(height), np.sin(height)])
    at = on_screen(
        (np.array(key.position) + 1e5 * towards)[None],
        np.array(key.position), np.array(key.target), key.focal_mm, 16 / 9,
    )[0]  # fmt: skip
    assert 0.05 < at[0] < 0.95 and 0.04 < at[1] < 0.5 and at[2] > 0


def test_a_swing_hangs_from_an_oak_and_swings_where_it_hangs() -> None:
    plan = plan_brief("empty wooden swing hanging from the branch of a big oak, swinging gently")
    assert {m.kind for m in plan.cast} == {"rope_swing", "tree"}
    assert [e.kind for e in plan.action] == ["swing"]
    assert 0.3 < _member(plan, "rope_swing")[2] < 0.6
