"""Two versions compared: what an edit did not name is measured, and a change unasked for is found."""

import json
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from rayograph.core.errors import OutputError
from rayograph.core.frame import Frame
from rayograph.core.plan import ShotPlan
from rayograph.deliver.exr import write_exr
from rayograph.generate.compare import HOTTEST, Comparison, Side, compare, heat_colours, wiped
from rayograph.plan.revise.edit import revised
from tests.deliver.synthetic_shot import make_frame, make_plan

FRAMES = 2


def side(folder: Path, name: str, plan: ShotPlan, frames: list[Frame]) -> Side:
    paths = []
    for frame in frames:
        path = folder / f"{name}.{frame.number}.exr"
        write_exr(path, frame, plan, software="test")
        paths.append(path)
    return Side(name=name, plan=plan, frames=tuple(paths))


def shot() -> list[Frame]:
    return [make_frame(make_plan(), k) for k in range(FRAMES)]


def result(folder: Path, words: str, frames: list[Frame]) -> Comparison:
    plan = make_plan()
    old = side(folder, "v1", plan, shot())
    return compare(old, side(folder, "v2", revised(plan, words)[0], frames), folder / "out")


def scores(found: Comparison) -> dict[str, float | None]:
    return {row.attribute: row.score for row in found.survival}


def test_what_is_the_same_survives_whole(tmp_path: Path):
    found = result(tmp_path, "make the left ball older", shot())
    known = scores(found)
    assert set(known.values()) == {1.0}
    assert set(known) == {
        "layout", "trajectories", "camera", "rig", "materials", "grade", "untouched light", "pixels",
    }  # fmt: skip
    assert all(row.largest == 0 for row in found.frames)


def test_a_light_that_was_named_is_no_fault_and_the_others_keep_their_bits(tmp_path: Path):
    dim = [replace(f, groups=f.groups | {"lamp": f.groups["lamp"] * np.float16(0.5)}) for f in shot()]
    known = scores(result(tmp_path, "dim the lamp by a stop", dim))
    assert known["untouched light"] == 1.0 and known["pixels"] is None and known["rig"] == 1.0


def test_a_thing_that_moved_unasked_is_found(tmp_path: Path):
    frames = shot()
    steel = frames[1].names.index("ball_steel")
    moved = np.where((frames[1].ids == steel)[..., None], frames[1].position + 0.3, frames[1].position)
    frames[1] = replace(frames[1], position=moved.astype(np.float32))
    found = result(tmp_path, "make the left ball older", frames)
    known = scores(found)
    assert known["layout"] == 1.0 and known["trajectories"] == 0.5
    assert "ball_steel" in next(row.measure for row in found.survival if row.attribute == "trajectories")


def test_a_look_that_changed_unasked_is_found_and_one_that_was_named_is_not(tmp_path: Path):
    frames = shot()
    red = frames[0].names.index("ball_red")
    blue = [
        replace(f, albedo=np.where((f.ids == red)[..., None], 0.9, f.albedo).astype(np.float32))
        for f in frames
    ]
    assert scores(result(tmp_path, "f/11", blue))["materials"] == 0.5
    assert scores(result(tmp_path, "make the left ball blue", blue))["materials"] == 1.0


def test_a_camera_that_was_named_has_no_score(tmp_path: Path):
    known = scores(result(tmp_path, "f/11", shot()))
    assert known["camera"] is None and known["pixels"] is None and known["layout"] == 1.0


def test_the_files_show_it(tmp_path: Path):
    bright = [replace(f, groups={n: g * np.float16(2) for n, g in f.groups.items()}) for f in shot()]
    found = result(tmp_path, "make the left ball older", bright)
    with av.open(str(tmp_path / "out" / "wipe.mp4")) as movie:
        assert sum(1 for _ in movie.decode(video=0)) == FRAMES
    heat = np.asarray(Image.open(tmp_path / "out" / "difference.png"))
    assert heat.ndim == 3 and heat.shape[1] >= 640
    record = json.loads((tmp_path / "out" / "comparison.json").read_text())
    assert record["delta_e_itp"][0]["mean"] > 10 and len(record["delta_e_itp"]) == FRAMES
    pixels = scores(found)["pixels"]
    assert pixels is not None and pixels < 0.2


def test_the_wipe_shows_the_old_first_then_the_new():
    old, new = np.zeros((4, 8, 3), np.uint8), np.full((4, 8, 3), 200, np.uint8)
    assert wiped(old, new, 0, 8)[:, :5].max() == 0
    assert wiped(old, new, 4, 8)[:, 3:].min() == 200


def test_the_heat_scale_runs_from_dark_to_light():
    ramp = heat_colours(np.linspace(0, HOTTEST, 32)).astype(int).sum(-1)
    assert (np.diff(ramp) >= 0).all() and ramp[0] < 60 and ramp[-1] > 700


def test_two_sizes_cannot_be_compared(tmp_path: Path):
    small = make_plan(width=32, height=18)
    other = side(tmp_path, "small", small, [make_frame(small)])
    with pytest.raises(OutputError, match="one size"):
        compare(side(tmp_path, "v1", make_plan(), shot()), other, tmp_path / "out")
