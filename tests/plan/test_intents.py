"""What a brief asks for comes out as claims, each with its words."""

from rayograph.core.intent import CameraMove, Colour, Count, Event, LightFrom, Presence, Relation
from rayograph.core.plan import plan_from_json
from rayograph.plan.planner import plan_brief


def claims(brief: str, kind: type) -> list:
    return [intent.claim for intent in plan_brief(brief).intents if isinstance(intent.claim, kind)]


def test_things_are_claimed_with_number_colour_and_place() -> None:
    brief = "Three green apples next to a red ball on a table, hard light from the right, slow push in"
    counts = {claim.stem: claim.count for claim in claims(brief, Count)}
    assert counts == {"apple": 3, "ball": 1}
    colours = {claim.objects[0]: claim.colour for claim in claims(brief, Colour)}
    assert colours["ball"] != colours["apple_1"]
    assert [(r.subject, r.relation, r.target) for r in claims(brief, Relation)] == [
        ("apple_1", "beside", "ball")
    ]
    assert claims(brief, LightFrom)[0].side == "right" and claims(brief, CameraMove)[0].move == "push_in"


def test_a_fall_into_a_bowl_is_claimed_as_fall_and_landing() -> None:
    said = {(e.subject, e.event, e.target) for e in claims("a lemon drops into a bowl", Event)}
    assert said == {("lemon", "falls", None), ("lemon", "lands", "bowl")}


def test_a_row_that_is_knocked_over_must_fall_to_its_end() -> None:
    brief = "A steel ball rolls into a row of ten dominoes and knocks them over"
    toppled = {e.subject for e in claims(brief, Event) if e.event == "topples"}
    assert {"domino_1", "domino_10"} <= toppled


def test_what_cannot_be_shot_is_asked_for_all_the_same() -> None:
    plan = plan_brief("a zeppelin over a lake")
    named = {name for i in plan.intents if isinstance(i.claim, Presence) for name in i.claim.objects}
    assert any("zeppelin" in name for name in named)


def test_intents_survive_the_plan_file() -> None:
    plan = plan_brief("a red ball rolls off a table")
    assert plan_from_json(plan.to_json()).intents == plan.intents


def test_what_stands_in_glass_is_not_asked_of_passes_that_end_at_glass() -> None:
    brief = "a tumbler with four ice cubes beside a lemon on a table"
    assert {claim.stem for claim in claims(brief, Count)} == {"tumbler", "lemon"}
