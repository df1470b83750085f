"""What goes wrong around a shot is said in one line and loses nothing. No picture is rendered here."""

import errno
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from rayograph import shoot
from rayograph.core.errors import AssetError, OutputError, PlanError, RayographError
from rayograph.core.plan import CastMember, SetPlan
from rayograph.deliver.manifest import file_record, finished, new_manifest
from rayograph.generate import place as places
from rayograph.generate.estimate import check_disk
from rayograph.generate.place import Place, first_missing, held, keep_history, keep_manifest, open_place
from rayograph.world import engine
from rayograph.world.cast.build import build
from rayograph.world.sets.build import build_set
from tests.generate.test_shoot import tiny_plan


@dataclass(frozen=True)
class History:
    """Stands for what the renderer remembers."""

    groups: np.ndarray


def begun(out: Path, *, version: int = 1, frames: int = 3) -> Place:
    """A folder that holds a shot of `frames` frames, with everything delivered but pixels."""
    place = Place(out=out, plan=tiny_plan(), version=version)
    (out / "exr").mkdir(parents=True, exist_ok=True)
    for number in range(1001, 1001 + frames):
        place.exr(number).write_text("frame")
    for name in places.DELIVERED:
        (out / name).write_text(f"{name} {version}")
    places.keep_plan(place)
    keep_manifest(place, new_manifest(place.plan, version, started=datetime.now(UTC)))
    return place


def message(error: pytest.ExceptionInfo[RayographError]) -> str:
    """The error's text, which must be one line."""
    assert "\n" not in str(error.value)
    return str(error.value)


class TestFolder:
    def test_two_shoots_do_not_share_a_folder(self, tmp_path: Path) -> None:
        with held(tmp_path / "shot"), pytest.raises(OutputError) as error:
            shoot(tiny_plan(), tmp_path / "shot")
        assert "another shoot" in message(error) and not list((tmp_path / "shot").iterdir())
        with held(tmp_path / "shot"):
            pass  # it is free again

    @pytest.mark.parametrize(
        ("name", "cure"), [("file", "is a file"), ("file/below", "is a file"), ("x" * 300, "shorten")]
    )
    def test_a_folder_that_cannot_be(self, tmp_path: Path, name: str, cure: str) -> None:
        (tmp_path / "file").write_text("mine")
        with pytest.raises(OutputError) as error:
            shoot(tiny_plan(), tmp_path / name)
        assert cure in message(error) and (tmp_path / "file").read_text() == "mine"

    def test_a_plan_that_cannot_be_built_leaves_the_last_version_in_place(self, tmp_path: Path) -> None:
        begun(tmp_path)
        before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
        nowhere = tiny_plan().model_copy(update={"set": SetPlan(kind="tabletop", surface="cheese")})
        with pytest.raises(PlanError, match="no surface 'cheese'"):
            shoot(nowhere, tmp_path)
        assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before

    def test_only_what_was_delivered_is_put_aside(self, tmp_path: Path) -> None:
        begun(tmp_path)
        (tmp_path / "notes.txt").write_text("mine")
        place = open_place(tmp_path, tiny_plan(), resume=False)
        places.put_aside(place)
        assert place.version == 2
        assert {p.name for p in tmp_path.iterdir()} == {"exr", "notes.txt", "v001"}
        assert {p.name for p in (tmp_path / "v001").iterdir()} == set(places.DELIVERED)

    def test_too_small_a_disk_is_said_before_the_start(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(9e9, 9e9, 2e6))
        with pytest.raises(OutputError) as error:
            check_disk(tmp_path, 5e6)
        assert "needs about 5 MB, 2 MB are free" in message(error)
        check_disk(tmp_path, 1e6)

    def test_a_disk_that_fills_up_is_said_with_its_cure(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def full(*_: Any, **__: Any) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        place = begun(tmp_path)
        monkeypatch.setattr(np, "savez", full)
        with pytest.raises(OutputError) as error:
            keep_history(place, 0, History(np.zeros(1)), "draft")
        assert "free some disk space" in message(error) and not list((tmp_path / ".resume").iterdir())


class TestResume:
    def test_a_version_that_has_no_frame_yet_is_the_one_to_resume(self, tmp_path: Path) -> None:
        begun(tmp_path)
        second = begun(tmp_path, version=2, frames=0)
        resumed = open_place(tmp_path, tiny_plan(), resume=True)
        assert resumed.version == 2 and resumed.resumed and not second.frames()

    def test_frames_of_another_quality_are_not_continued(self, tmp_path: Path) -> None:
        place = begun(tmp_path)
        keep_history(place, 1, History(np.full(2, 7.0)), "draft with all passes")
        index, state = first_missing(place, "draft with all passes")
        assert index == 2 and state["groups"].tolist() == [7.0, 7.0]
        with pytest.raises(OutputError) as error:
            first_missing(place, "standard with all passes")
        assert "draft" in message(error) and "--quality" in message(error)

    def test_a_damaged_memory_means_rendering_again(self, tmp_path: Path) -> None:
        place = begun(tmp_path)
        keep_history(place, 1, History(np.zeros(2)), "draft")
        place._state.write_bytes(place._state.read_bytes()[:40])
        assert first_missing(place, "draft") == (0, {})

    def test_a_finished_shot_is_not_rendered_again(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        place = begun(tmp_path)
        manifest = new_manifest(place.plan, 1, started=datetime.now(UTC))
        files = [file_record(place.exr(1001), tmp_path), file_record(tmp_path / "plan.json", tmp_path)]
        keep_manifest(place, finished(manifest, files, when=datetime.now(UTC), timings={}))

        def never(*_: Any) -> None:
            raise AssertionError("the set was built")

        monkeypatch.setattr(engine, "build_world", never)
        assert shoot(tiny_plan(), tmp_path, resume=True).complete
        place.exr(1001).unlink()
        with pytest.raises(AssertionError, match="built"):
            shoot(tiny_plan(), tmp_path, resume=True)


class TestPlan:
    @pytest.mark.parametrize(
        "place",
        [
            SetPlan(kind="tabletop", surface="cheese"),
            SetPlan(kind="lake", stage="moon"),
            SetPlan(kind="street", options={"traffic": "heavy"}),
        ],
    )
    def test_a_set_that_does_not_exist(self, place: SetPlan) -> None:
        with pytest.raises(PlanError) as error:
            build_set(place)
        assert f"the {place.kind} has no" in message(error) and "use one of" in message(error)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "v 0 0 0\nv 0 0 0\nv 0 0 0\nf 1 2 3\n",
            "v 0 0 0\nv 1 0\nf 1 2 9\n",
            "v 0 0 0\nv nan 0 0\nv 0 1 0\nf 1 2 3\n",
            "v 0 0 0\nv 1 0 0\nv 0 1 0\nf 1 2 3\n",
            "\x00\x01\x80" * 50,
        ],
    )
    def test_a_damaged_mesh(self, tmp_path: Path, text: str) -> None:
        (tmp_path / "thing.obj").write_bytes(text.encode("latin-1"))
        with pytest.raises(AssetError) as error:
            build(CastMember(id="thing", kind="mesh", mesh=str(tmp_path / "thing.obj")))
        assert "thing.obj" in message(error) and ";" in message(error)
