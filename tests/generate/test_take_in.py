"""A shot folder taken into a project, and its versions laid out again; no frame is rendered here."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from rayograph.core.errors import OutputError
from rayograph.core.plan import CameraKey, CameraPlan, Format, SetPlan, ShotPlan
from rayograph.core.rig import LightGroup, LightRig, Sky
from rayograph.deliver.manifest import (
    FrameRecord,
    file_record,
    finished,
    new_manifest,
    with_frame,
    write_manifest,
)
from rayograph.generate.take_in import frames_of, plan_of, restore, set_up, take_in, take_in_all
from rayograph.provenance.project import Project, head, init_project


def plan(title: str = "Empty table") -> ShotPlan:
    return ShotPlan(
        title=title,
        format=Format(width=32, height=16, frames=2),
        camera=CameraPlan(keys=(CameraKey(time=0, position=(0, -1, 0.4), target=(0, 0, 0)),)),
        set=SetPlan(kind="tabletop"),
        rig=LightRig(sky=Sky(), groups=(LightGroup(name="sky", lights=("sky",)),)),
    )


def lay(folder: Path, version: int, beside: str = "", complete: bool = True) -> None:
    """A shot folder as a shoot leaves it, with frames that are no pictures."""
    here = folder / beside
    (folder / "exr").mkdir(parents=True, exist_ok=True)
    here.mkdir(exist_ok=True)
    (here / "plan.json").write_text(plan(f"Take {version}").to_json())
    (here / "sheet.png").write_text(f"sheet {version}")
    manifest = new_manifest(plan(), version, started=datetime.now(UTC))
    for number in (1001, 1002):
        path = folder / "exr" / f"take_v{version:03d}.{number}.exr"
        path.write_text(f"{version} {number}")
        record = FrameRecord(number=number, file=file_record(path, folder), pixels="0" * 64, seconds=1.0)
        manifest = with_frame(manifest, record)
    if complete:
        files = [file_record(here / name, here) for name in ("plan.json", "sheet.png")]
        manifest = finished(manifest, files, when=datetime.now(UTC), timings={"shoot": 2.5})
    write_manifest(here / "manifest.json", manifest)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return init_project(tmp_path / "film")


def test_all_versions_are_taken_in_each_from_the_one_before(project: Project, tmp_path: Path):
    lay(tmp_path / "shot", 1, "v001")
    lay(tmp_path / "shot", 2)
    made = take_in_all(project, "take", tmp_path / "shot")
    assert [(v.number, v.parent, v.seconds) for v in made] == [(1, None, 2.5), (2, 1, 2.5)]
    assert plan_of(project, made[0]).title == "Take 1" and plan_of(project, made[1]).title == "Take 2"
    assert [f.path for f in frames_of(made[0])] == ["exr/take_v001.1001.exr", "exr/take_v001.1002.exr"]
    assert take_in_all(project, "take", tmp_path / "shot") == []


def test_a_version_comes_back_as_it_was(project: Project, tmp_path: Path):
    lay(tmp_path / "shot", 1)
    made = take_in(project, "take", tmp_path / "shot")
    there = restore(project, made, tmp_path / "back")
    for path in ("plan.json", "sheet.png", "manifest.json", "exr/take_v001.1001.exr"):
        assert (there / path).read_bytes() == (tmp_path / "shot" / path).read_bytes()
    assert set_up(project, "take") == project.working("take") and head(project, "take") == made


def test_what_was_never_taken_in_moves_aside(project: Project, tmp_path: Path):
    lay(tmp_path / "shot", 1)
    made = take_in(project, "take", tmp_path / "shot")
    lay(tmp_path / "other", 7, complete=False)
    restore(project, made, tmp_path / "other")
    assert (tmp_path / "other" / "v007" / "sheet.png").read_text() == "sheet 7"
    assert (tmp_path / "other" / "sheet.png").read_text() == "sheet 1"
    assert (tmp_path / "other" / "exr" / "take_v007.1001.exr").exists()


def test_an_unfinished_shot_is_not_taken_in(project: Project, tmp_path: Path):
    lay(tmp_path / "shot", 1, complete=False)
    with pytest.raises(OutputError, match="unfinished"):
        take_in(project, "take", tmp_path / "shot")
    with pytest.raises(OutputError, match="no finished shot"):
        take_in_all(project, "take", tmp_path / "shot")
