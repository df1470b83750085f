import json
from typing import Any

import pytest

from rayograph.core.errors import BriefError, ModelError, PlanError, SetupError
from rayograph.core.plan import ShotPlan
from rayograph.minds.endpoint import Endpoint
from rayograph.minds.question import schema_of
from rayograph.plan.brief import read_brief
from rayograph.plan.facts import Facts
from rayograph.plan.ledger import Ledger
from rayograph.plan.minds.answer import Said
from rayograph.plan.minds.merge import merge
from rayograph.plan.minds.reader import mind_reader
from rayograph.plan.minds.safely import plan_read
from rayograph.plan.planner import Settings, plan_brief
from tests.minds.scripted import Reply, serving

BRIEF = "Hero shot: on the oak table the amber elixir waits, window camera left; a marble knocks it flat."
SAID: dict[str, Any] = {
    "things": [
        {"phrase": "the amber elixir", "kind": "bottle", "material": "amber_glass", "screen": "centre"},
        {"phrase": "a marble", "kind": "marble"},
        {"phrase": "the oak table", "kind": "table", "material": "oak"},
    ],
    "relations": [{"by": "on", "subject": 0, "target": 2}],
    "motions": [{"style": "roll", "verb": "knocks", "subject": 1, "target": 0, "falls": True}],
    "not_things": ["Hero shot", "window camera left"],
    "camera": {"move": "push in", "speed": "slow"},
    "light": {"side": "left", "window": True},
}


def said(**changed: Any) -> Said:
    return Said.model_validate_json(json.dumps(SAID | changed))


def facts_of(brief: str, answer: Said) -> tuple[Facts, Ledger]:
    ledger = Ledger(brief)
    return merge(answer, read_brief(ledger), ledger), ledger


def planned(*script: Reply, brief: str = BRIEF) -> tuple[ShotPlan, list[dict[str, Any]]]:
    with serving(*script) as server:
        mind = Endpoint(url=server.url, model="tiny", wait_s=0.3, deadline_s=1.0, pause_s=0.02)
        return plan_brief(brief, reader=mind_reader(mind)), server.asked


def test_a_plan_holds_what_the_mind_read_placed_as_ever_and_the_same_again():
    plan, asked = planned(Reply(body=json.dumps(SAID)))
    assert [member.kind for member in plan.cast][:2] == ["bottle", "marble"]
    assert plan.cast[0].material == "amber_glass" and plan.camera.move == "push in"
    assert any(event.kind == "launch" and event.object == plan.cast[1].id for event in plan.action)
    noted = [r.meaning for r in plan.readings if r.meaning.startswith("read by tiny at 127.0.0.1")]
    assert len(noted) == 1 and '"amber_glass"' in noted[0]
    assert all(r.verdict != "ungrounded" for r in plan.readings if "elixir" in r.phrase)
    again, _ = planned(Reply(body=json.dumps(SAID)))
    assert again.cast == plan.cast and again.camera == plan.camera and again.action == plan.action
    system, user = asked[0]["messages"]
    assert user["content"] == BRIEF and "wine_glass" in system["content"]
    assert asked[0]["response_format"]["json_schema"]["schema"] == schema_of(Said)


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ((Reply(refusal="no"),), "refused: no"),
        ((Reply(body="sorry"), Reply(body='{"things": [{"mesh": 1}]}')), "answered wrongly twice"),
        ((Reply(body='{"relations": [{"by": "on", "subject": 0, "target": 1}]}'),), "there is no thing 0"),
        ((Reply(stall=3.0),), "did not answer in time"),
        ((Reply(status=429, headers={"Retry-After": "60"}),), "status 429"),
        ((Reply(body=b"<html>", kind="text/html"),), "text/html"),
    ],
)  # fmt: skip
def test_without_an_answer_the_grammar_plans_and_says_so(script: tuple[Reply, ...], why: str):
    brief = "a red ball on a table"
    with serving(*script) as server:
        mind = Endpoint(url=server.url, model="tiny", wait_s=0.2, deadline_s=0.5, pause_s=0.02, attempts=2)
        ledger = Ledger(brief)
        assert mind_reader(mind)(ledger) == read_brief(Ledger(brief))
    last = ledger.readings()[-1]
    assert last.verdict == "assumed" and why in last.meaning and "embedded planner alone" in last.meaning


def test_a_mind_is_asked_once_for_a_brief_whatever_the_seed():
    with serving(Reply(body=json.dumps(SAID))) as server:
        reader = mind_reader(Endpoint(url=server.url, model="tiny"))
        assert reader(Ledger(BRIEF)) == reader(Ledger(BRIEF))
    assert len(server.asked) == 1

    class Counting:
        name = "counting"
        asked = 0

        def answer(self, messages: object, schema: object) -> str:
            Counting.asked += 1
            raise ModelError("down")

    reader = mind_reader(Counting())
    reader(Ledger(BRIEF)), reader(Ledger(BRIEF))
    assert Counting.asked == 1


def test_an_empty_answer_leaves_the_grammars_facts():
    brief = "two green apples in a bowl, a marble rolls in from the left, dusk, 85mm, slow pull back"
    facts, _ = facts_of(brief, Said())
    assert facts == read_brief(Ledger(brief))


def test_the_grammar_fills_what_the_mind_leaves_out():
    brief = "two green apples in a dented copper bowl beside a candle, at dusk, 85mm"
    answer = said(things=[{"phrase": "a dented copper bowl", "kind": "bowl"}], relations=None, motions=None,
                  not_things=[], camera={}, light={})  # fmt: skip
    facts, ledger = facts_of(brief, answer)
    assert [t.kind for t in facts.things][:3] == ["bowl", "apple", "candle"]
    assert facts.things[0].material == "copper" and facts.things[1].count == 2
    assert facts.light.time == "dusk" and facts.camera.focal_mm == 85
    assert {(r.kind, r.subject, r.target) for r in facts.relations} >= {("in", 1, 0)}
    assert any("read by the grammar only" in r.meaning for r in ledger.readings())


def test_what_the_mind_says_counts_over_the_grammar():
    brief = "a blue vase on a table, noon, camera pans right"
    answer = said(
        things=[{"phrase": "a blue vase", "kind": "vase", "colour": "dark red", "count": 3, "size": "big"}],
        relations=[], motions=[], camera={"move": "static", "angle": "low"}, light={"time": "night"},
        format={"aspect": "1:1", "seconds": 2.5, "fps": "25"},
    )  # fmt: skip
    facts, _ = facts_of(brief, answer)
    vase = facts.things[0]
    assert (vase.kind, vase.count, vase.scale) == ("vase", 3, 1.35) and vase.colour not in (None, "#2f5d8a")
    assert facts.camera.move == "static" and facts.camera.angle == "low" and facts.motions == ()
    assert facts.light.time == "night" and facts.light.moon
    assert (facts.format.aspect, facts.format.seconds, facts.format.fps) == ("1:1", 2.5, "25")


def test_unknown_kinds_are_mapped_or_named_as_ungrounded():
    brief = "a flagon and a zorblax on a table"
    answer = said(
        things=[
            {"phrase": "a zorblax", "kind": "zorblax"},
            {"phrase": "a flagon", "kind": "large wine bottle"},
        ],
        relations=[{"by": "beside", "subject": 0, "target": 1}],
        motions=[{"style": "hit", "verb": "hits", "subject": 0, "target": 1}],
    )  # fmt: skip
    facts, ledger = facts_of(brief, answer)
    assert facts.things[0].kind in ("bottle", "wine_bottle") and facts.motions == ()
    lost = [r for r in ledger.readings() if r.verdict == "ungrounded"]
    assert any(r.phrase == "a zorblax" and r.nearest for r in lost)
    with pytest.raises(BriefError, match="zorblax"):
        plan_brief(brief, strict=True, reader=lambda ledger: merge(answer, read_brief(ledger), ledger))


def test_impossible_relations_are_left_out():
    things = [{"phrase": "a", "kind": kind} for kind in ("cup", "book", "box")]
    answer = said(
        things=things,
        relations=[
            {"by": "on", "subject": 0, "target": 1}, {"by": "on", "subject": 1, "target": 2},
            {"by": "on", "subject": 2, "target": 0}, {"by": "on", "subject": 1, "target": 1},
            {"by": "between", "subject": 2, "target": 2}, {"by": "between", "subject": 0, "target": 2},
        ],
        motions=[{"style": "knock over", "verb": "is upset", "subject": 0, "target": 0, "falls": True}],
    )  # fmt: skip
    facts, _ = facts_of("a cup, a book and a box", answer)
    assert [(r.kind, r.subject, r.target) for r in facts.relations] == [
        ("on", 0, 1), ("on", 1, 2), ("beside", 0, 2),
    ]  # fmt: skip
    assert [(m.style, m.target, m.falls) for m in facts.motions] == [("topple", -1, False)]


def test_places_and_absent_things_of_the_mind():
    brief = "somewhere by the water, a rowing boat, nobody about"
    facts, _ = facts_of(brief, said(things=[], relations=None, motions=None, not_things=[],
                                    places=["lake"], absent=["wine glass"]))  # fmt: skip
    assert facts.places[0].set == "lake" and "wine_glass" in facts.absent


def test_what_cannot_be_planned_is_planned_by_the_grammar():
    brief = "a red ball on a table"

    def failing(ledger: Ledger) -> Facts:
        raise ValueError("a camera at\nthe end of the world")

    plan = plan_read(brief, failing, seed=0, settings=Settings(seconds=0.5), strict=False)
    assert plan.cast == plan_brief(brief, settings=Settings(seconds=0.5)).cast
    assert any("cannot be planned: a camera at the end of the world" in r.meaning for r in plan.readings)

    def unready(ledger: Ledger) -> Facts:
        raise SetupError("a local mind needs transformers")

    with pytest.raises(SetupError):
        plan_read(brief, unready, seed=0, settings=Settings(), strict=False)
    with pytest.raises(PlanError, match="aspect"):
        plan_read(brief, failing, seed=0, settings=Settings(aspect="7:5"), strict=False)
