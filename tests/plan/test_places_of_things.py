"""Where the words put things: leaning, hanging, filling, lists of colours; and what casts nothing."""

import pytest

from rayograph.plan.brief import read_brief
from rayograph.plan.facts import Facts
from rayograph.plan.ledger import Ledger
from rayograph.plan.planner import plan_brief


def facts(brief: str) -> Facts:
    return read_brief(Ledger(brief))


def kinds(brief: str) -> list[str]:
    return [t.kind for t in facts(brief).things]


@pytest.mark.parametrize(
    ("brief", "relation"),
    [
        ("guitar leaning against an armchair", (0, "against", 1)),
        ("a lantern hanging from a tree", (0, "hanging", 1)),
        ("a skull surrounded by five candles", (1, "around", 0)),
        ("a basket full of apples", (1, "in", 0)),
        ("an orange tent, lantern glowing at its door", (1, "in front of", 0)),
        ("two chairs either side of a table", (1, "between", 0)),
    ],
)
def test_prepositions_relate(brief: str, relation: tuple[int, str, int]) -> None:
    assert relation in [(r.subject, r.kind, r.target) for r in facts(brief).relations]


def test_lists_give_each_its_look() -> None:
    cups = facts("three mugs, one red, two blue").things
    assert len(cups) == 1 and len(set(cups[0].palette)) == 2 and cups[0].palette[1] == cups[0].palette[2]


@pytest.mark.parametrize(
    ("brief", "cast"),
    [
        ("Meet the watch you'll wear every day. Steel case, brown leather strap.", ["watch"]),
        ("Insert: a key beside a coin", ["key", "coin"]),
        ("Plate: an empty street at dawn", []),
        ("a red sports car like a bullet on the wet street", ["car"]),
        ('VO: "it was cold". a kettle on the stove', ["kettle"]),
        ("a perfume bottle on a block of white marble", ["perfume", "block"]),
    ],
)
def test_talk_and_comparisons_cast_nothing(brief: str, cast: list[str]) -> None:
    assert kinds(brief) == cast


def test_what_leans_is_tilted_and_what_is_held_shows_over_the_rim() -> None:
    guitar = plan_brief("guitar leaning against an armchair").cast[0]
    assert guitar.tilt_deg < -5
    members = plan_brief("four pencils in a white mug on a table").cast
    assert all(m.on == "cup" and m.tilt_deg > 45 for m in members if m.kind == "pencil")
