"""A project keeps every version, survives a damaged index, a kill, and a second process."""

import hashlib
import multiprocessing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from rayograph.core.errors import OutputError, PlanError
from rayograph.provenance import blobs
from rayograph.provenance.index import FILE
from rayograph.provenance.project import (
    Project,
    branch,
    events,
    find_project,
    head,
    init_project,
    kept_files,
    lay_out,
    notes,
    open_project,
    record_event,
    record_version,
    shots,
    status,
    text_of,
    version,
    versions,
)
from rayograph.provenance.record import KeptChange, Version

NONE = hashlib.sha256(b"").hexdigest()


def stored(project: Project, number: int, parent: int | None = None, content: str = "") -> Version:
    """A version with one file, made from nothing."""
    folder = project.working("vase")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plan.json").write_text(content or f"plan {number}")
    files = kept_files(project, folder, [folder / "plan.json"])
    (folder / "plan.json").unlink()
    return record_version(
        project,
        Version(
            shot="vase", number=number, parent=parent, words="make it blue" if parent else "",
            changes=(KeptChange(path="cast.vase.colour", before="–", after="#2b5a94"),) if parent else (),
            created=datetime.now(UTC), plan=files[0].sha256, manifest=NONE, files=files,
        ),
    )  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = init_project(tmp_path / "film")
    stored(made, 1)
    stored(made, 2, 1)
    return made


def test_files_lie_once_by_their_digest(project: Project):
    here = version(project, "vase", 1).files[0]
    path = blobs.blob_path(project.objects, here.sha256)
    assert path.read_text() == "plan 1" and path.parent.name == here.sha256[:2]
    stored(project, 3, 2, content="plan 1")
    assert len([p for p in project.objects.rglob("*") if p.is_file()]) == 2
    assert text_of(project, here.sha256) == "plan 1"


def test_undo_restore_and_branch_move_the_head_and_lose_nothing(project: Project):
    assert head(project, "vase").number == 2
    record_event(project, "vase", 1, "head")
    assert head(project, "vase").number == 1
    stored(project, 3, 1)
    assert head(project, "vase").number == 3
    record_event(project, "vase", 2, "branch", "night")
    assert head(project, "vase").number == 2 and branch(project, "vase") == "night"
    assert [made.number for made in versions(project, "vase")] == [1, 2, 3]


def test_status_and_notes(project: Project):
    assert status(project, "vase", 2) == "pending"
    record_event(project, "vase", 2, "status", "in review")
    record_event(project, "vase", 2, "note", "the vase is too dark")
    record_event(project, "vase", 2, "status", "approved")
    assert status(project, "vase", 2) == "approved" and status(project, "vase", 1) == "pending"
    assert notes(project, "vase", 2) == ["the vase is too dark"]
    with pytest.raises(PlanError, match="in review"):
        record_event(project, "vase", 2, "status", "fine")
    with pytest.raises(OutputError, match="no version 9"):
        record_event(project, "vase", 9, "note", "?")


def known(project: Project) -> object:
    return versions(project, "vase"), events(project, "vase"), shots(project), status(project, "vase", 2)


@pytest.mark.parametrize("damage", ["garbage", "missing", "cut", "table lost"])
def test_a_damaged_index_is_made_again_from_the_files(project: Project, damage: str):
    record_event(project, "vase", 2, "status", "approved")
    record_event(project, "vase", 1, "head")
    before = known(project)
    if damage == "table lost":
        with project.index.begin() as connection:
            connection.execute(text("drop table event"))
    project.index.dispose()
    index = project.folder / FILE
    if damage == "garbage":
        index.write_bytes(b"this is no database" * 1000)
    elif damage == "missing":
        index.unlink()
    elif damage == "cut":
        index.write_bytes(index.read_bytes()[:5000])
    again = open_project(project.folder)
    assert known(again) == before and head(again, "vase").number == 1
    if damage == "garbage":
        assert list(project.folder.glob(f"damaged-*-{FILE}"))


def test_a_record_without_its_row_is_found_when_opened(project: Project):
    record = project.folder / "versions" / "vase" / "v0002.json"
    made = Version.model_validate_json(record.read_text()).model_copy(update={"number": 3, "parent": 2})
    record.with_name("v0003.json").write_text(made.model_dump_json())
    (record.parent / ".part-killed.json").write_text("half a rec")
    assert [v.number for v in versions(open_project(project.folder), "vase")] == [1, 2, 3]


def _busy(folder: str, who: int) -> None:
    project = open_project(Path(folder))
    for step in range(12):
        record_event(project, "vase", 1, "note", f"{who}-{step}")
        (project.working("vase") / f"{who}.txt").write_text(f"same {step}")
        kept_files(project, project.working("vase"), [project.working("vase") / f"{who}.txt"])


def test_two_processes_at_once_lose_nothing(project: Project):
    context = multiprocessing.get_context("spawn")
    both = [context.Process(target=_busy, args=(str(project.folder), who)) for who in (1, 2)]
    for process in both:
        process.start()
    for process in both:
        process.join(60)
        assert process.exitcode == 0
    assert len(notes(open_project(project.folder), "vase", 1)) == 24
    for step in range(12):
        digest = hashlib.sha256(f"same {step}".encode()).hexdigest()
        assert blobs.digest_of(blobs.blob_path(project.objects, digest)) == digest


def test_a_version_is_never_overwritten(project: Project):
    with pytest.raises(OutputError, match="has a version 2 already"):
        stored(project, 2, 1, content="another")
    assert text_of(project, version(project, "vase", 2).plan) == "plan 2"


def test_files_come_back_whole_or_not_at_all(project: Project, tmp_path: Path):
    made = version(project, "vase", 2)
    lay_out(project, made, tmp_path / "back")
    assert (tmp_path / "back" / "plan.json").read_text() == "plan 2"
    blobs.blob_path(project.objects, made.plan).write_text("changed")
    with pytest.raises(OutputError, match="damaged"):
        lay_out(project, made, tmp_path / "back")
    assert (tmp_path / "back" / "plan.json").read_text() == "plan 2"


def test_a_project_can_be_carried_elsewhere(project: Project, tmp_path: Path):
    before = known(project)
    project.index.dispose()
    project.folder.rename(tmp_path / "moved")
    again = find_project(tmp_path / "moved" / "shots" / "vase")
    assert known(again) == before


def test_what_is_not_there_is_said(project: Project, tmp_path: Path):
    with pytest.raises(OutputError, match="it holds vase"):
        versions(project, "jar")
    with pytest.raises(OutputError, match="project init"):
        open_project(tmp_path)
