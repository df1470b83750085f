import sys
import time
import types
from typing import Annotated

import pytest
from pydantic import Field

from rayograph.core.errors import ModelError, PlanError, SetupError
from rayograph.core.value import Value
from rayograph.minds.endpoint import Endpoint
from rayograph.minds.local import Local
from rayograph.minds.mind import Message
from rayograph.minds.named import KEY, named_mind
from rayograph.minds.question import ask, schema_of
from tests.minds.scripted import Reply, Server, serving


class Sum(Value):
    total: int
    note: Annotated[str, Field(max_length=20)] = ""


ASKED = (Message(role="user", text="what is 2 + 3?"),)
GOOD = Reply(body='{"total": 5, "note": ""}')


def mind(server: Server, **changed: object) -> Endpoint:
    quick: dict[str, object] = {"wait_s": 0.5, "deadline_s": 2.0, "pause_s": 0.02, "connect_s": 0.5}
    return Endpoint(url=server.url, model="tiny", **(quick | changed))  # type: ignore[arg-type]


def test_a_good_answer_is_a_value_and_the_request_speaks_the_protocol():
    with serving(GOOD) as server:
        assert ask(mind(server, key="s3cret"), ASKED, Sum).total == 5
    body = server.asked[0]
    assert server.paths == ["/v1/chat/completions"] and server.keys == ["Bearer s3cret"]
    assert body["temperature"] == 0 and body["seed"] == 0 and body["stream"] is False
    told = body["response_format"]["json_schema"]
    assert told["strict"] and told["schema"] == schema_of(Sum)
    assert told["schema"]["required"] == ["total", "note"] and not told["schema"]["additionalProperties"]
    assert body["messages"] == [{"role": "user", "content": "what is 2 + 3?"}]


def test_pictures_go_as_data_urls():
    with serving(GOOD) as server:
        ask(mind(server), (Message(role="user", text="count", images=(b"\x89PNG",)),), Sum)
    text, picture = server.asked[0]["messages"][0]["content"]
    assert text == {"type": "text", "text": "count"}
    assert picture["image_url"]["url"] == "data:image/png;base64,iVBORw=="


def test_thoughts_and_fences_round_an_answer_are_dropped():
    with serving(Reply(body='<think>2 and 3 …</think>\n```json\n{"total": 5}\n```\n')) as server:
        assert ask(mind(server), ASKED, Sum) == Sum(total=5)


@pytest.mark.parametrize(
    ("wrong", "quoted"),
    [
        ("five, I think", "Invalid JSON"),
        ('{"total": 5, "colour": "red"}', "colour: Extra inputs"),
        ('{"total": "many"}', "total: Input should be a valid integer"),
        ('{"total": 5, "note": "' + "x" * 21 + '"}', "note: String should have at most 20"),
        ("[" * 5000, "Invalid JSON"),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_mended_once_with_the_fault_quoted(wrong: str, quoted: str):
    with serving(Reply(body=wrong), GOOD) as server:
        assert ask(mind(server), ASKED, Sum).total == 5
    before, again = server.asked[1]["messages"][-2:]
    assert before["role"] == "assistant" and wrong.startswith(before["content"][:100])
    assert quoted in again["content"]


def test_two_wrong_answers_are_enough():
    with serving(Reply(body="five"), Reply(body='{"sum": 5}')) as server:
        with pytest.raises(ModelError, match="tiny at 127.0.0.1:.* answered wrongly twice"):
            ask(mind(server), ASKED, Sum)
    assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Reply(refusal="I cannot help with that."), "refused: I cannot help with that"),
        (Reply(body="{}", finish="content_filter"), "refused: its filter"),
        (Reply(body='{"total', finish="length"), "cut off"),
        (Reply(body="   "), "said nothing"),
        (Reply(body=b"<html>Sign in</html>", kind="text/html"), "with text/html, not application/json"),
        (Reply(body=b"not json"), "no chat completion"),
        (Reply(body=b"[" * 100_000), "no chat completion"),
        (Reply(body=b'{"choices": []}'), "no chat completion"),
        (Reply(body=b'{"choices": [{"message": "5"}]}'), "no chat completion"),
        (Reply(body=b" " * 2_000_000), "more than 1000000 bytes"),
        (Reply(body=b'{"error": "no such model"}', status=404), r"status 404 \({.error.: .no such model.}\)"),
        (Reply(body=b"", status=401), "status 401"),
        (Reply(body=b"", status=302, headers={"Location": "http://127.0.0.1:9/"}), "status 302"),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_one_clear_line_and_not_asked_for_again(reply: Reply, said: str):
    with serving(reply) as server:
        with pytest.raises(ModelError, match=said) as raised:
            ask(mind(server), ASKED, Sum)
    assert len(server.asked) == 1 and "\n" not in str(raised.value) and len(str(raised.value)) < 400


def test_a_busy_server_is_asked_again_after_the_time_it_names():
    with serving(Reply(status=429, headers={"Retry-After": "1"}), GOOD) as server:
        assert ask(mind(server), ASKED, Sum).total == 5
    assert 0.9 < server.times[1] - server.times[0] < 1.6


def test_a_server_that_asks_for_longer_than_there_is_time_is_given_up_at_once():
    start = time.monotonic()
    with serving(Reply(status=429, headers={"Retry-After": "3600"})) as server:
        with pytest.raises(ModelError, match="status 429"):
            ask(mind(server), ASKED, Sum)
    assert len(server.asked) == 1 and time.monotonic() - start < 1.0


def test_failing_servers_are_asked_three_times():
    with serving(Reply(status=500), Reply(status=503), GOOD) as server:
        assert ask(mind(server), ASKED, Sum).total == 5
    with serving(Reply(status=500, body=b"out of memory")) as server:
        with pytest.raises(ModelError, match=r"status 500 \(out of memory\)"):
            ask(mind(server), ASKED, Sum)
    assert len(server.asked) == 3


def test_a_stall_and_a_trickle_end_in_time():
    for reply in (Reply(body='{"total": 5}', stall=5.0), Reply(body='{"total": 5}', trickle=True)):
        start = time.monotonic()
        with serving(reply) as server:
            with pytest.raises(ModelError, match="did not answer in time"):
                ask(mind(server, wait_s=0.2, attempts=2), ASKED, Sum)
        assert time.monotonic() - start < 3.0 and len(server.asked) == 2


def test_a_stall_that_ends_is_asked_again():
    with serving(Reply(body='{"total": 4}', stall=1.0), GOOD) as server:
        assert ask(mind(server, wait_s=0.25), ASKED, Sum).total == 5


def test_nobody_at_the_address_is_one_line():
    with serving(GOOD) as server:
        pass
    with pytest.raises(ModelError, match="cannot be asked"):
        ask(mind(server), ASKED, Sum)


def test_minds_are_named_and_keys_come_from_the_environment_alone(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv(KEY, raising=False)
    assert named_mind("http://127.0.0.1:8080/v1/#qwen3:8b") == Endpoint(
        url="http://127.0.0.1:8080/v1", model="qwen3:8b"
    )
    assert isinstance(named_mind("local:models/small"), Local)
    for wrong in (
        "",
        "gpt",
        "http://#m",
        "http://host/v1",
        "ftp://host#m",
        "http://host:x#m",
        "http://a?b=c#m",
    ):
        with pytest.raises(PlanError, match="is not understood"):
            named_mind(wrong)
    with pytest.raises(PlanError, match=f"put the key into {KEY}"):
        named_mind("https://me:secret@host/v1#m")
    monkeypatch.setenv(KEY, "s3cret")
    made = named_mind("https://host/v1#m")
    assert isinstance(made, Endpoint) and made.key == "s3cret" and "s3cret" not in repr(made)
    with pytest.raises(SetupError, match="unencrypted"):
        named_mind("http://host/v1#m")


def test_a_local_mind_without_its_package_says_what_to_install(tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "transformers", None)
    with pytest.raises(SetupError, match="pip install transformers"):
        ask(Local(folder=tmp_path), ASKED, Sum)


def test_a_local_mind_is_told_the_schema_and_answers_in_turn(tmp_path, monkeypatch: pytest.MonkeyPatch):
    seen = []

    def pipeline(task: str, model: str):
        def run(turns, **settings):
            seen.append(turns)
            assert settings["do_sample"] is False and task == "text-generation" and model == str(tmp_path)
            return [{"generated_text": '```json\n{"total": 5}\n```'}]

        return run

    monkeypatch.setitem(sys.modules, "transformers", types.SimpleNamespace(pipeline=pipeline))
    assert ask(Local(folder=tmp_path), ASKED, Sum).total == 5
    system, user = seen[0]
    assert system["role"] == "system" and '"total"' in system["content"] and user["content"] == ASKED[0].text
    with pytest.raises(ModelError, match="reads words only"):
        Local(folder=tmp_path).answer((Message(role="user", text="?", images=(b"x",)),), {})
    with pytest.raises(SetupError, match="is no folder"):
        ask(Local(folder=tmp_path / "gone"), ASKED, Sum)
