import io
import json
from base64 import b64decode
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rayograph.core.intent import Absence, Intent, Presence
from rayograph.critic.finding import Finding, unmeasured
from rayograph.critic.judge import Judged, Judgement
from rayograph.critic.opinion import asked_too, overall, stills
from rayograph.critic.reel import Reel
from rayograph.minds.endpoint import Endpoint
from tests.critic.toy import Body, Toy, at, shot
from tests.minds.scripted import Reply, Server, serving

INTENTS = (
    Intent(claim=Presence(objects=("ball",)), words="a ball"),
    Intent(claim=Presence(objects=("box",)), words="a box"),
    Intent(claim=Absence(stems=("fog",))),
)
OPEN = Judgement(
    judged=(
        Judged(intent=INTENTS[0], finding=Finding(verdict="fail", wanted="a ball is seen")),
        Judged(intent=INTENTS[1], finding=unmeasured("a box is seen", "there are no passes")),
        Judged(intent=INTENTS[2], finding=unmeasured("no fog", "there are no passes")),
    )
)


def says(yes: bool | None, reason: str = "a grey box", sure: float = 1.0) -> Reply:
    return Reply(body=json.dumps({"yes": yes, "reason": reason, "sure": sure}))


def mind(server: Server) -> Endpoint:
    return Endpoint(url=server.url, model="eye", wait_s=0.3, deadline_s=0.6, pause_s=0.02, attempts=2)


@pytest.fixture(scope="module")
def reel() -> Reel:
    return shot(Toy(bodies=(Body("box", at(0, 0, 0.35), (0.2, 0.2, 0.35)),), frames=5, size=(64, 36)))


def test_only_what_no_measure_told_is_asked_with_three_pictures(reel: Reel) -> None:
    with serving(says(True), says(None, "too dark")) as server:
        found = asked_too(OPEN, reel, mind(server)).judged
    assert found[0] == OPEN.judged[0] and len(server.asked) == 2
    assert found[1].finding.verdict == "pass" and found[1].finding.confidence == 0.5
    assert found[1].finding.note.startswith("eye at 127.0.0.1") and "a grey box" in found[1].finding.note
    assert found[1].finding.wanted == "a box is seen" and found[1].finding.value is None
    assert found[2].finding.verdict == "unmeasured" and "too dark" in found[2].finding.note
    text, *pictures = server.asked[0]["messages"][1]["content"]
    assert "'a box'" in text["text"] and '"objects":["box"]' in text["text"] and len(pictures) == 3
    data = pictures[0]["image_url"]["url"].removeprefix("data:image/png;base64,")
    assert Image.open(io.BytesIO(b64decode(data))).size == (64, 36)


def test_a_no_fails_and_doubt_counts_less(reel: Reel) -> None:
    with serving(says(False, sure=0.4)) as server:
        found = overall("is it night?", reel, mind(server))
    assert (found.verdict, found.confidence, found.wanted) == ("fail", 0.2, "is it night?")


@pytest.mark.parametrize(
    "reply",
    [Reply(refusal="no"), Reply(body="yes!"), Reply(status=500), Reply(stall=2.0), says(True, sure=7.0)],
)  # fmt: skip
def test_without_an_answer_it_stays_unmeasured_and_nobody_is_asked_again(reel: Reel, reply: Reply) -> None:
    with serving(reply) as server:
        found = asked_too(OPEN, reel, mind(server))
    assert [each.finding.verdict for each in found.judged] == ["fail", "unmeasured", "unmeasured"]
    assert "eye at 127.0.0.1" in found.judged[1].finding.note and found.judged[2] == OPEN.judged[2]
    assert len(server.asked) <= 2 and found.share == OPEN.share


def test_one_frame_is_shown_once(reel: Reel) -> None:
    single = shot(Toy(bodies=(), frames=1, size=(32, 18)))
    assert len(stills(single)) == 1 and len(stills(reel)) == 3
    assert np.asarray(Image.open(io.BytesIO(stills(single)[0]))).shape == (18, 32, 3)


def test_a_question_needs_a_mind(tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from rayograph.cli import app

    done = CliRunner().invoke(app, ["audit", str(tmp_path), "--ask", "is it night?"])
    assert done.exit_code != 0 and "needs --mind" in str(done.exception)
