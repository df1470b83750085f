import json
import socket

import pytest
from typer.testing import CliRunner

from rayograph.cli import app
from tests.minds.scripted import Reply, serving

BRIEF = "a red ball on a table"
SAID = {"things": [{"phrase": "a red ball", "kind": "ball", "colour": "green"}]}


def test_the_option_names_the_mind_that_reads():
    with serving(Reply(body=json.dumps(SAID))) as server:
        done = CliRunner().invoke(app, ["plan", BRIEF, "--size", "64x36", "--mind", f"{server.url}#tiny"])
    assert done.exit_code == 0, done.output
    assert len(server.asked) == 1 and server.asked[0]["model"] == "tiny"
    plan = json.loads(done.stdout[done.stdout.index("{") :])
    ball = next(member for member in plan["cast"] if member["kind"] == "ball")
    red, green, blue = (int(ball["colour"][i : i + 2], 16) for i in (1, 3, 5))
    assert green > red and green > blue


def test_without_the_option_no_connection_is_made(monkeypatch: pytest.MonkeyPatch):
    def refuse(*given: object) -> None:
        raise AssertionError("a connection was made that nobody asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setenv("RAYOGRAPH_MIND_KEY", "s3cret")
    done = CliRunner().invoke(app, ["plan", BRIEF, "--size", "64x36"])
    assert done.exit_code == 0 and "s3cret" not in done.output
