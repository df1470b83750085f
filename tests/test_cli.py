"""The command line: what was meant is shown as it was written, and what goes wrong is one line and a code."""

import json
from pathlib import Path

import pytest

from rayograph import cli
from rayograph.core.errors import OutputError
from rayograph.core.plan import read_plan
from rayograph.generate import shoot as generate
from tests.generate.test_shoot import tiny_plan


def run(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """Run the command; its exit code."""
    monkeypatch.setattr("sys.argv", ["rayograph", *words])
    with pytest.raises(SystemExit) as done:
        cli.main()
    return int(done.value.code or 0)


def last_line(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().err.strip().splitlines()[-1]


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "plan.json"
    path.write_text(tiny_plan().to_json())
    return path


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["plan", "  "], 1, "the brief is empty"),
        (["plan", "a ball \udcff on a table"], 1, "not UTF-8"),
        (["plan", "a red ball " * 500], 1, "at most 4000"),
        (["plan", "a ball", "--seed", "-5"], 2, "seed -5 is out of range"),
        (["plan", "a ball", "--seed", "99999999999999999999"], 2, "out of range"),
        (["plan", "a ball", "--size", "0x0"], 2, "width"),
        (["plan", "a ball", "--size", "100000x100000"], 2, "width"),
        (["plan", "a ball", "--size", "big"], 2, "write it as 1280x720"),
        (["plan", "a ball", "--seconds", "nan"], 2, "cannot be planned"),
        (["plan", "nowhere.json"], 2, "cannot read plan nowhere.json"),
    ],
)
def test_bad_words_are_one_line_and_a_code(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    code: int,
    said: str,
) -> None:
    assert run(monkeypatch, *words) == code
    said_now = capsys.readouterr().err
    assert said in said_now and said_now.count("\n") == 1 and "Traceback" not in said_now


def test_a_brief_is_text_whatever_it_looks_like(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    brief = "[red]a red ball[/] on a table; rm -rf / [/nothing] 😀 球"
    assert run(monkeypatch, "plan", brief, "-o", str(tmp_path / "plan.json")) == 0
    assert read_plan(tmp_path / "plan.json").brief == brief
    assert "defect" not in capsys.readouterr().err


def test_a_reading_is_shown_with_its_brackets(
    plan_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = json.loads(plan_file.read_text())
    odd["caption"] = "A [/b] caption."
    odd["readings"] = [{"phrase": "[red]", "verdict": "ungrounded", "meaning": "[/] is nothing"}]
    plan_file.write_text(json.dumps(odd))
    assert run(monkeypatch, "plan", str(plan_file)) == 0
    shown = capsys.readouterr().err
    assert "A [/b] caption." in shown and "[red]: [/] is nothing" in shown


def test_a_defect_is_one_line_too(
    plan_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("two\nlines")

    monkeypatch.delenv(cli.TRACE, raising=False)
    monkeypatch.setattr(generate, "shoot", broken)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    assert run(monkeypatch, "shoot", str(plan_file), "-o", str(plan_file.parent / "shot")) == 70
    assert "defect: ZeroDivisionError: two lines" in last_line(capsys)


@pytest.mark.parametrize("frames", [0, 2])
def test_a_full_disk_says_how_to_go_on_once_there_is_something_to_go_on_with(
    plan_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], frames: int
) -> None:
    def full(*_: object, report: object = None, **__: object) -> None:
        assert callable(report)
        for done in range(frames):
            report(generate.Progress(stage="rendering", done=done + 1, total=3, seconds=1.0))
        raise OutputError("cannot write x: No space left on device; free some disk space")

    monkeypatch.setattr(generate, "shoot", full)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    out = plan_file.parent / "my shot"
    assert run(monkeypatch, "shoot", str(plan_file), "-o", str(out), "--draft", "--passes", "depth") == 1
    line = last_line(capsys)
    again = f"rayograph shoot '{out}/plan.json' -o '{out}' --quality draft --passes depth --resume"
    assert "No space left" in line and (again in line) == bool(frames)


def test_a_second_interrupt_says_how_to_go_on(
    plan_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(generate, "shoot", stopped)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    assert run(monkeypatch, "shoot", str(plan_file), "-o", str(plan_file.parent / "shot")) == 130
    assert "frames written are whole" in last_line(capsys)
