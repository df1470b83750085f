"""The commands of projects, as a user types them, on a ray-cast shot; nothing is rendered."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from rayograph.cli import app
from rayograph.core.errors import OutputError
from rayograph.deliver.exr import write_exr
from rayograph.deliver.manifest import (
    file_record,
    finished,
    frame_record,
    new_manifest,
    with_frame,
    write_manifest,
)
from tests.deliver.synthetic_shot import make_frame, make_plan


@pytest.fixture
def film(tmp_path: Path) -> Path:
    plan, folder = make_plan(frames=2), tmp_path / "balls"
    (folder / "exr").mkdir(parents=True)
    (folder / "plan.json").write_text(plan.to_json())
    manifest = new_manifest(plan, 1, started=datetime.now(UTC))
    for k in range(2):
        frame = make_frame(plan, k)
        path = folder / "exr" / f"two-balls-one-lamp_v001.{frame.number}.exr"
        write_exr(path, frame, plan, software="test")
        manifest = with_frame(manifest, frame_record(frame, path, folder, seconds=10.0))
    files = [file_record(folder / "plan.json", folder)]
    write_manifest(folder / "manifest.json", finished(manifest, files, when=datetime.now(UTC), timings={}))
    run("project", "init", str(tmp_path / "film"))
    run("project", "add", str(folder), "--project", str(tmp_path / "film"))
    return tmp_path / "film"


def run(*words: str) -> str:
    done = CliRunner().invoke(app, list(words), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_a_shot_is_revised_compared_and_taken_back(film: Path, tmp_path: Path):
    here = ("--project", str(film))
    run("revise", "balls", "lower the sun", *here, "--dry-run")
    run("revise", "balls", "dim the lamp by a stop", "--lock", "camera,sun", *here)
    log = run("project", "log", "balls", *here)
    assert "v2 from v1 on main" in log and "dim the lamp by a stop" in log and "lumens: 800 → 400" in log
    assert "v2" in run("project", "list", *here)
    shown = run("compare", "balls@1", "v2", "-o", str(tmp_path / "seen"), *here)
    assert "untouched light" in shown and (tmp_path / "seen" / "wipe.mp4").exists()
    assert "v1" in run("project", "undo", "balls", *here)
    assert (film / "shots" / "balls" / "plan.json").read_text().count('"lumens": 800') == 1
    assert "approved" in run("project", "status", "balls@2", "approved", "-m", "good", *here)
    run("project", "branch", "balls@1", "cold", *here)
    run("project", "restore", "balls@2", *here, "-o", str(tmp_path / "back"))
    assert len(list((tmp_path / "back" / "exr").iterdir())) == 2


def test_what_is_not_there_is_one_line(film: Path):
    with pytest.raises(OutputError, match="it holds balls"):
        run("project", "log", "vase", "--project", str(film))
    with pytest.raises(OutputError, match="nothing to undo"):
        run("project", "undo", "balls", "--project", str(film))
