from pathlib import Path

import pytest

from rayograph.generate import pace
from rayograph.generate.estimate import estimate
from rayograph.plan.planner import plan_brief
from rayograph.world.render.quality import QUALITIES


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def test_an_estimate_goes_by_the_last_shot_of_its_kind() -> None:
    pace.remember("tabletop", "draft", pace.Pace(opening=7.0, tracing=100.0), frames=48, paths=0.1)
    plan = plan_brief("a red ball on a table")
    paths = plan.format.width * plan.format.height / 9 * 4 / 1e6
    found = estimate(plan, QUALITIES["draft"], 48)
    assert found.seconds == pytest.approx(7 + 48 * (100 * paths + pace.PREVIEWS), rel=0.02)
    assert (
        pace.expected("lake", "draft", 0.1).opening != 7.0
        and pace.expected("tabletop", "final", 0.1).opening != 7.0
    )


def test_a_machine_that_counts_slower_is_expected_to_trace_slower(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "moment", lambda: pace.REFERENCE)
    reference = pace.expected("street", "draft", 0.1)
    monkeypatch.setattr(pace, "moment", lambda: 3 * pace.REFERENCE)
    slower = pace.expected("street", "draft", 0.1)
    assert slower.tracing == pytest.approx(3 * reference.tracing)
    assert slower.opening == pytest.approx(3 * reference.opening)


def test_short_shots_and_damaged_files_are_not_believed() -> None:
    pace.remember("lake", "draft", pace.Pace(opening=1.0, tracing=1.0), frames=2, paths=0.1)
    assert not pace.file().exists()
    pace.file().parent.mkdir(parents=True)
    for text in ("", "[]", '{"lake draft": {"opening": "soon"}}', "null"):
        pace.file().write_text(text)
        assert pace.expected("lake", "draft", 0.1).tracing > 0
