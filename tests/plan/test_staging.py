"""What the words name is large enough to be told, alone as asked, and no adjective is dropped."""

import numpy as np
import pytest

from rayograph.core.plan import ShotPlan
from rayograph.plan.composition import on_screen
from rayograph.plan.planner import plan_brief


def spread(plan: ShotPlan, kind: str) -> float:
    """The longest side of a thing's place on the first frame, by the points a hand apart from its middle."""
    key, members = plan.camera.keys[0], [m for m in plan.cast if m.kind == kind]
    points = np.array([m.position for m in members]) + [[0.0, 0.0, 0.0]]
    away = float(np.linalg.norm(points.mean(0) - np.array(key.position)))
    at = on_screen(points, np.array(key.position), np.array(key.target), key.focal_mm, 16 / 9)
    assert (np.abs(at[:, :2] - 0.5) < 0.5).all(), f"{kind} lies out of the frame"
    return 0.1 * key.focal_mm / 36.0 / away


@pytest.mark.parametrize(
    ("brief", "kind", "least"),
    [
        ("orange rolls off the edge of a wooden table", "orange", 0.08),
        ("bedroom at night, an unmade bed, an alarm clock on the nightstand", "clock", 0.035),
        (
            "overhead flat lay: open notebook, fountain pen, cup of coffee, reading glasses, dark walnut",
            "cup",
            0.1,
        ),
        ("a wooden picnic table by the lake with a thermos on it", "thermos", 0.04),
    ],
)
def test_small_things_are_seen_from_near(brief: str, kind: str, least: float) -> None:
    """A tenth of a metre at the thing is so wide a part of the frame: a table is cut off for it."""
    assert spread(plan_brief(brief), kind) > least


def test_a_brand_is_no_second_cup() -> None:
    plan = plan_brief(
        "Hero shot for a coffee brand: a white mug left of a scatter of coffee beans on an oak table"
    )
    assert [m.kind for m in plan.cast if m.kind == "cup"] == ["cup"]


def test_a_portrait_format_is_no_picture() -> None:
    plan = plan_brief("a perfume bottle on a cube of white marble, pink seamless background, 4:5 portrait")
    assert {m.kind for m in plan.cast} == {"perfume", "block"}
    assert next(m for m in plan.cast if m.kind == "block").material == "marble"


def test_what_is_praised_is_what_is_shown() -> None:
    plan = plan_brief("Meet the headphones that last. Matte black headphones lie on a walnut sideboard.")
    assert sum(m.kind == "headphones" for m in plan.cast) == 1


def test_both_stand_on_it() -> None:
    plan = plan_brief(
        "A wooden picnic table with a wicker basket and a thermos on it, summer noon, by a lake"
    )
    assert {m.kind: m.on for m in plan.cast if m.kind in ("basket", "thermos")} == {
        "basket": "picnic_table", "thermos": "picnic_table"
    }  # fmt: skip


def test_empty_ones_are_counted() -> None:
    plan = plan_brief("seven empty champagne glasses on a dining table")
    assert sum(m.kind == "champagne_flute" for m in plan.cast) == 7


@pytest.mark.parametrize(
    ("brief", "lost"),
    [
        ("a half-eaten apple on a plate", ""),
        ("a half-eaten steak on a plate", "half eaten"),
        ("an unmade bed in a bedroom, morning", ""),
        ("a crumpled newspaper on an oak table", "crumpled"),
        ("a half-empty bottle on a slate table", "half empty"),
    ],
)
def test_adjectives_are_shown_or_owned_up_to(brief: str, lost: str) -> None:
    said = [r.meaning for r in plan_brief(brief).readings if r.verdict == "ungrounded"]
    assert said == [] if not lost else any(repr(lost) in meaning for meaning in said)
