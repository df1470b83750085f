import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest
from pydantic import ValidationError

from rayograph.core.errors import OutputError
from rayograph.core.frame import Frame
from rayograph.core.plan import ShotPlan
from rayograph.deliver.exr import write_exr
from rayograph.deliver.exr_frame import read_frame
from rayograph.deliver.manifest import (
    FrameRecord,
    Manifest,
    file_record,
    finished,
    frame_record,
    new_manifest,
    pixel_digest,
    read_manifest,
    with_frame,
    write_manifest,
)
from tests.deliver.synthetic_shot import make_frame, make_plan

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def manifest(plan: ShotPlan) -> Manifest:
    return new_manifest(plan, 1, started=NOW, variant="llvm_ad_rgb")


def test_it_comes_back_as_it_was(tmp_path: Path, manifest: Manifest, frame: Frame) -> None:
    (tmp_path / "exr").mkdir()
    (tmp_path / "exr" / "a_v001.1001.exr").write_bytes(b"pixels")
    record = file_record(tmp_path / "exr" / "a_v001.1001.exr", tmp_path)
    assert record.path == "exr/a_v001.1001.exr" and record.bytes == 6
    assert record.sha256 == hashlib.sha256(b"pixels").hexdigest()
    made = frame_record(frame, tmp_path / "exr" / "a_v001.1001.exr", tmp_path, seconds=1.5)
    assert (made.number, made.file, made.pixels) == (1001, record, pixel_digest(frame))
    whole = finished(with_frame(manifest, made), [record], when=NOW, timings={"render": 12.5})
    write_manifest(tmp_path / "manifest.json", whole)
    assert read_manifest(tmp_path / "manifest.json") == whole
    assert whole.complete and not manifest.complete


def test_frames_stay_in_order_and_are_replaced_on_resume(manifest: Manifest, frame: Frame) -> None:
    record = FrameRecord.model_validate(
        {
            "number": 1002,
            "file": {"path": "a", "bytes": 1, "sha256": "0" * 64},
            "pixels": "0" * 64,
            "seconds": 1.0,
        }
    )
    for number, seconds in ((1002, 1.0), (1001, 2.0), (1002, 3.0)):
        manifest = with_frame(manifest, record.model_copy(update={"number": number, "seconds": seconds}))
    assert [(f.number, f.seconds) for f in manifest.frames] == [(1001, 2.0), (1002, 3.0)]


def test_it_names_software_and_kind_of_machine_but_no_person(manifest: Manifest) -> None:
    assert manifest.software["rayograph"] and manifest.software["mitsuba"]
    assert manifest.machine.variant == "llvm_ad_rgb" and manifest.machine.cpu
    text = manifest.model_dump_json()
    assert str(Path.home()) not in text and str(Path.cwd()) not in text


def test_the_digest_sees_one_bit_and_nothing_else(tmp_path: Path) -> None:
    plan = make_plan()
    frame = make_frame(plan)
    assert pixel_digest(frame) == pixel_digest(make_frame(plan))
    # How an array lies in memory is not a pixel.
    assert pixel_digest(replace(frame, depth=np.asfortranarray(frame.depth))) == pixel_digest(frame)
    shuffled = dict(reversed(frame.groups.items()))
    assert pixel_digest(replace(frame, groups=shuffled)) == pixel_digest(frame)
    write_exr(tmp_path / "a.exr", frame, plan, software="test")
    assert pixel_digest(read_frame(tmp_path / "a.exr", plan, frame.camera, number=1001)) == pixel_digest(
        frame
    )
    other = frame.depth.copy()
    other[0, 0] = np.nextafter(other[0, 0], np.float32(0))
    assert pixel_digest(replace(frame, depth=other)) != pixel_digest(frame)
    assert pixel_digest(replace(frame, names=("sky", "floor", "ball_blue", "x"))) != pixel_digest(frame)


def test_damage_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "manifest.json"
    with pytest.raises(OutputError, match="No such file"):
        read_manifest(path)
    for text in ("{", '{"schema_version": "rayograph.manifest/1", "surprise": 1}'):
        path.write_text(text)
        with pytest.raises(OutputError, match="is damaged") as caught:
            read_manifest(path)
        assert "\n" not in str(caught.value)
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(OutputError, match="UTF-8"):
        read_manifest(path)


def test_it_is_frozen(manifest: Manifest) -> None:
    with pytest.raises(ValidationError):
        manifest.seed = 8  # type: ignore[misc]
