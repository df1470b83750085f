from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from rayograph.core.errors import OutputError
from rayograph.core.plan import ShotPlan
from rayograph.deliver.exr import write_exr
from rayograph.deliver.exr_frame import read_frame
from tests.deliver.synthetic_shot import make_frame


def test_the_frame_comes_back(tmp_path: Path, plan: ShotPlan) -> None:
    frame = make_frame(plan, 2)
    write_exr(tmp_path / "a.exr", frame, plan, software="test")
    back = read_frame(tmp_path / "a.exr", plan, frame.camera, number=1003)
    assert (back.number, back.time, back.names) == (frame.number, frame.time, frame.names)
    assert all(np.array_equal(back.groups[name], group) for name, group in frame.groups.items())
    assert np.array_equal(back.beauty, frame.beauty)
    seen = {"number", "time", "camera", "groups", "names", "matte_ids", "matte_coverage"}
    for field in fields(frame):
        if field.name not in seen:
            old, new = getattr(frame, field.name), getattr(back, field.name)
            assert np.array_equal(old, new) and old.dtype == new.dtype, field.name
    for index in range(1, 4):  # ranks are sorted by coverage; the sum per object is what a matte is
        old = np.where(frame.matte_ids == index, frame.matte_coverage, 0).sum(-1)
        new = np.where(back.matte_ids == index, back.matte_coverage, 0).sum(-1)
        assert np.allclose(old, new)


def test_a_frame_with_few_passes_comes_back_with_the_rest_empty(tmp_path: Path, plan: ShotPlan) -> None:
    frame = make_frame(plan)
    write_exr(tmp_path / "a.exr", frame, plan, passes=frozenset({"groups"}), software="test")
    back = read_frame(tmp_path / "a.exr", plan, frame.camera, number=1001)
    assert np.array_equal(back.beauty, frame.beauty)
    assert back.depth.min() == 1e10 and not back.ids.any() and not back.matte_coverage.any()


def test_without_groups_the_plate_is_still_right(tmp_path: Path, plan: ShotPlan) -> None:
    frame = make_frame(plan)
    write_exr(tmp_path / "a.exr", frame, plan, passes=frozenset({"depth"}), software="test")
    back = read_frame(tmp_path / "a.exr", plan, frame.camera, number=1001)
    assert np.array_equal(back.beauty, frame.beauty) and not back.groups["lamp"].any()


def test_another_plan_is_refused(tmp_path: Path, plan: ShotPlan) -> None:
    frame = make_frame(plan)
    write_exr(tmp_path / "a.exr", frame, plan, software="test")
    other = plan.model_copy(update={"seed": 8})
    with pytest.raises(OutputError, match="another plan"):
        read_frame(tmp_path / "a.exr", other, frame.camera, number=1001)


def test_a_draft_is_not_taken_for_a_full_frame(tmp_path: Path, plan: ShotPlan) -> None:
    frame = make_frame(plan)
    write_exr(tmp_path / "a.exr", frame, plan, software="test")
    larger = replace(frame.camera, width=128, height=72)
    with pytest.raises(OutputError, match="is 64x36, expected 128x72"):
        read_frame(tmp_path / "a.exr", plan, larger, number=1001)
