"""Revisions out of the parent's frames: what may be kept, and that it is exact. Nothing is rendered."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from rayograph.colour.white_balance import balanced
from rayograph.core.errors import BriefError
from rayograph.core.plan import ShotPlan, plan_from_json
from rayograph.deliver.exr import read_exr, write_exr
from rayograph.deliver.manifest import (
    file_record,
    finished,
    frame_record,
    new_manifest,
    read_manifest,
    with_frame,
    write_manifest,
)
from rayograph.generate.reuse import of_groups, reusable
from rayograph.generate.revise import carry_out, plan_revision
from rayograph.generate.rework import gained
from rayograph.generate.take_in import frames_of, take_in
from rayograph.plan.revise.edit import revised
from rayograph.provenance.blobs import blob_path
from rayograph.provenance.project import Project, head, init_project, record_event, versions
from tests.deliver.synthetic_shot import make_frame, make_plan


def after(words: str, plan: ShotPlan | None = None) -> ShotPlan:
    return revised(plan or make_plan(), words)[0]


@pytest.mark.parametrize(
    ("words", "render"),
    [
        ("a stop brighter", ()),
        ("white balance 4500 K", ()),
        ("dim the lamp by a stop", ()),
        ("make the lamp 4000 K", ()),
        ("turn the lamp off", ()),
        ("sun off", ()),
        ("the sky a stop darker", ()),
        ("make the lamp 4000 K and a stop brighter", ()),
        ("move the lamp 20 cm left", ("lamp",)),
        ("make the sun softer", ("sun",)),
        ("lower the sun", ("sun", "sky")),
        ("overcast", ("sun", "sky")),
    ],
)
def test_only_what_changed_is_rendered(words: str, render: tuple[str, ...]):
    found = reusable(make_plan(), after(words))
    assert found is not None and found.render == render


@pytest.mark.parametrize(
    "words", ["make the red ball blue", "35mm", "f/11", "remove the red ball", "a second longer"]
)
def test_what_changes_the_picture_everywhere_is_rendered_again(words: str):
    plan = make_plan()
    red = plan.cast[0].model_copy(update={"colour": "#b3261e"})
    plan = plan.model_copy(update={"cast": (red, plan.cast[1])})
    assert reusable(plan, after(words, plan)) is None


def test_two_lights_of_one_group_are_told_apart_by_rendering_it():
    record = make_plan().model_dump()
    second = record["rig"]["practicals"][0] | {"id": "second", "position": (-1.0, -1.0, 1.0)}
    record["rig"]["practicals"] = [*record["rig"]["practicals"], second]
    record["rig"]["groups"][2]["lights"] = ("lamp", "second")
    plan = ShotPlan.model_validate(record)
    found = reusable(plan, after("dim the second by a stop", plan))
    assert found is not None and found.render == ("lamp",)
    switched = reusable(plan, after("turn the second off", plan))
    assert switched is not None and switched.render == ("lamp",)


def test_out_of_doors_air_mixes_sun_and_sky():
    record = make_plan().model_dump()
    record["set"]["kind"] = "lake"
    plan = ShotPlan.model_validate(record)
    found = reusable(plan, after("sun a stop dimmer", plan))
    assert found is not None and found.render == ("sun", "sky")
    lamp = reusable(plan, after("dim the lamp by a stop", plan))
    assert lamp is not None and lamp.render == ()


def test_the_part_that_is_rendered_keeps_sun_and_sky_in_the_dark():
    part = of_groups(make_plan(), ("lamp",))
    plan_from_json(part.to_json())
    assert part.rig.sun is not None and part.rig.sun.strength == 0
    assert part.rig.sky is not None and part.rig.sky.strength == 0
    assert [lamp.id for lamp in part.rig.practicals] == ["lamp"]
    bright = of_groups(make_plan(), ("sun", "sky"))
    assert bright.rig.practicals == () and bright.rig.sun == make_plan().rig.sun


def test_a_gain_is_exact_to_the_half_float_and_the_identity_changes_no_bit():
    group = make_frame(make_plan()).groups["lamp"]
    assert gained(group, np.eye(3)) is group
    half = gained(group, 0.5 * np.eye(3))
    np.testing.assert_allclose(half.astype(np.float32), group.astype(np.float32) * 0.5, atol=6e-8)
    assert gained(np.full((1, 1, 3), 60000, np.float16), 4 * np.eye(3)).max() == 65504


def test_a_grade_is_what_the_camera_would_have_recorded():
    plan, graded = make_plan(), after("a stop brighter and white balance 4500 K")
    found = reusable(plan, graded)
    assert found is not None
    scene = np.array([[[0.2, 0.18, 0.1]]], np.float32)
    before = balanced(scene, plan.camera.white_balance_k)
    expected = balanced(2 * scene, 4500.0)
    np.testing.assert_allclose(before @ found.gains["sun"].T, expected, rtol=1e-5)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with one shot of four ray-cast frames."""
    plan, folder = make_plan(), tmp_path / "balls"
    (folder / "exr").mkdir(parents=True)
    (folder / "plan.json").write_text(plan.to_json())
    manifest = new_manifest(plan, 1, started=datetime.now(UTC))
    for k in range(plan.format.frames):
        frame = make_frame(plan, k)
        path = folder / "exr" / f"two-balls-one-lamp_v001.{frame.number}.exr"
        write_exr(path, frame, plan, software="test")
        manifest = with_frame(manifest, frame_record(frame, path, folder, seconds=10.0))
    files = [file_record(folder / "plan.json", folder)]
    write_manifest(folder / "manifest.json", finished(manifest, files, when=datetime.now(UTC), timings={}))
    made = init_project(tmp_path / "film")
    take_in(made, "balls", folder)
    return made


def pixels(project: Project, number: int, frame: int = 0) -> dict[str, np.ndarray]:
    made = versions(project, "balls")[number - 1]
    return read_exr(blob_path(project.objects, frames_of(made)[frame].sha256))


def test_a_lamp_at_half_power_is_half_its_pass_and_all_else_is_untouched(project: Project):
    made = carry_out(project, plan_revision(project, "balls", "dim the lamp by a stop"))
    assert (
        made is not None and made.number == 2 and made.parent == 1 and made.words == "dim the lamp by a stop"
    )
    for k in range(4):
        old, new = pixels(project, 1, k), pixels(project, 2, k)
        assert old.keys() == new.keys()
        for name, values in old.items():
            if name.startswith("light_lamp."):
                expected = values.astype(np.float32) / 2
                np.testing.assert_allclose(new[name].astype(np.float32), expected, atol=1e-7)
            elif name not in "RGB":
                np.testing.assert_array_equal(new[name], values)
    folder = project.working("balls")
    manifest = read_manifest(folder / "manifest.json")
    assert manifest.complete and manifest.version == 2
    assert {"plan.json", "preview.mp4", "shot.html", "sheet.png", "sky.exr"} <= {
        f.path for f in manifest.files
    }
    assert (folder / "v001" / "plan.json").exists()


def test_a_lamp_that_is_off_leaves_its_pass_out_and_a_shorter_shot_keeps_its_frames(project: Project):
    carry_out(project, plan_revision(project, "balls", "turn the lamp off and 1 frame shorter"))
    old, new = pixels(project, 1), pixels(project, 2)
    assert "light_lamp.R" not in new and len(frames_of(versions(project, "balls")[1])) == 3
    total = old["light_sun.R"].astype(np.float32) + old["light_sky.R"].astype(np.float32)
    np.testing.assert_allclose(new["R"].astype(np.float32), total, rtol=2e-3)


def test_branches_and_undo_go_on_from_where_they_stand(project: Project):
    carry_out(project, plan_revision(project, "balls", "a stop brighter"))
    record_event(project, "balls", 1, "branch", "cold")
    made = carry_out(project, plan_revision(project, "balls", "white balance 4500 K"))
    assert made is not None and (made.number, made.parent, made.branch) == (3, 1, "cold")
    assert head(project, "balls").number == 3
    with pytest.raises(BriefError, match="changes nothing"):
        plan_revision(project, "balls", "white balance 4500 K")
