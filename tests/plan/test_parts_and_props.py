"""Parts of things are no things, long things lie, coats hang, rows stand in the middle of the frame."""

import numpy as np
import pytest

from rayograph.core.plan import ShotPlan
from rayograph.plan.composition import on_screen
from rayograph.plan.planner import plan_brief


def kinds(plan: ShotPlan) -> list[str]:
    return sorted(member.kind for member in plan.cast)


@pytest.mark.parametrize(
    ("brief", "cast"),
    [
        ("a tall perfume bottle with a gold cap on black marble. The perfume is the hero", ["perfume"]),
        ("a frosted serum bottle with a rose gold cap and a white label, studio light", ["dropper_bottle"]),
        (
            "a tumbler in the foreground, one in focus, a bottle with a black label behind",
            ["bottle", "tumbler"],
        ),
        (
            "a toolbox is not meant: a snow shovel beside a sled, winter morning",
            ["crate", "sled", "snow_shovel"],
        ),
        ("a tea caddy with brass handles beside a teapot", ["canister", "teapot"]),
        ("a wooden easel with a half finished canvas in a studio apartment", ["easel"]),
        ("a silver laptop and a black coffee on a marble slab", ["cup", "laptop"]),
        ("a birthday cake with seven lit candles", ["cake"]),
    ],
)
def test_a_part_is_no_thing(brief: str, cast: list[str]) -> None:
    assert kinds(plan_brief(brief)) == cast


def test_a_fire_truck_in_a_street_moves_no_camera() -> None:
    plan = plan_brief("a fire truck in a narrow street at dusk")
    assert plan.camera.move == "static" and kinds(plan) == ["fire_engine"]


def test_the_stuff_of_a_part_is_told_to_the_cast() -> None:
    (bottle,) = plan_brief("a perfume bottle with a gold cap, studio light").cast
    assert bottle.words.endswith("; gold cap #c7a03c")


def test_long_things_lie_on_what_carries_them() -> None:
    plan = plan_brief("a guitar on a wooden table in a living room")
    guitar, table = (next(m for m in plan.cast if m.kind == kind) for kind in ("guitar", "table"))
    assert guitar.tilt_deg == -90.0 and guitar.on == table.id and guitar.fixed
    standing = plan_brief("a guitar stands beside an armchair in a living room")
    assert all(m.tilt_deg == 0.0 for m in standing.cast if m.kind == "guitar")


def test_a_coat_hangs_on_its_stand() -> None:
    plan = plan_brief("a grey wool coat hangs on a coat stand in a hallway")
    coat = next(m for m in plan.cast if m.kind == "coat")
    assert coat.on == "coat_stand" and coat.fixed and coat.position[2] > 0.3 and not plan.action


def test_a_row_stands_in_the_middle() -> None:
    plan = plan_brief("three glass bottles in a row, studio light")
    key = plan.camera.keys[-1]
    at = np.array([m.position for m in plan.cast])
    columns = on_screen(at, np.array(key.position), np.array(key.target), key.focal_mm, 16 / 9)[:, 0]
    assert abs((columns.min() + columns.max()) / 2 - 0.5) < 0.04
