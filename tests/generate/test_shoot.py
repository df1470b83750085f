"""A tiny plan, shot end to end: what lies in the folder, that it is true, and that nothing is lost."""

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import OpenImageIO as oiio
import pytest

from rayograph import shoot
from rayograph.core.errors import OutputError
from rayograph.core.plan import CameraKey, CameraPlan, CastMember, Drop, Format, SetPlan, ShotPlan, read_plan
from rayograph.core.rig import LightGroup, LightRig, Practical, Sky
from rayograph.deliver.manifest import Manifest, read_manifest
from rayograph.generate.shoot import Result
from rayograph.world.render.quality import Quality

TINY = Quality(samples=2, max_depth=3, denoiser="fast", history=16, detail="draft")
FRAMES = 3


def tiny_plan() -> ShotPlan:
    key = CameraKey(time=0, position=(0, -0.9, 0.35), target=(0, 0, 0.08), focal_mm=40)
    lamp = Practical(
        id="key", kind="panel", lumens=900, position=(0.6, -0.6, 0.9), target=(0, 0, 0.05), size=(0.3, 0.3)
    )
    return ShotPlan(
        title="Tiny",
        seed=5,
        format=Format(width=64, height=36, frames=FRAMES),
        camera=CameraPlan(keys=(key,), f_stop=8.0),
        set=SetPlan(kind="tabletop"),
        cast=(
            CastMember(id="block", kind="block", position=(0.1, 0.05, 0), colour="#2f5d8a"),
            CastMember(id="ball", kind="ball", position=(-0.08, 0, 0), colour="#b3261e"),
        ),
        rig=LightRig(
            sky=Sky(),
            practicals=(lamp,),
            groups=(LightGroup(name="sky", lights=("sky",)), LightGroup(name="key", lights=("key",))),
        ),
        action=(Drop(object="ball", height=0.2),),
    )


def pixels(manifest: Manifest) -> list[str]:
    return [frame.pixels for frame in manifest.frames]


def contents(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def shot(tmp_path_factory: pytest.TempPathFactory) -> Result:
    return shoot(tiny_plan(), tmp_path_factory.mktemp("tiny"), quality=TINY)


@pytest.fixture(scope="module")
def manifest(shot: Result) -> Manifest:
    return read_manifest(shot.folder / "manifest.json")


def test_everything_promised_lies_in_the_folder(shot: Result) -> None:
    assert shot.complete and shot.version == 1
    assert [path.name for path in shot.frames] == [f"tiny_v001.{n}.exr" for n in (1001, 1002, 1003)]
    files = {"plan.json", "preview.mp4", "shot.html", "sheet.png", "sky.exr", "shot.usdc", "manifest.json"}
    assert {path.name for path in shot.folder.iterdir()} == {"exr", *files}


def test_the_plan_in_the_folder_is_the_plan_with_its_exposure(shot: Result) -> None:
    kept = read_plan(shot.folder / "plan.json")
    assert kept == shot.plan and kept.camera.exposure_ev is not None
    unmetered = kept.camera.model_copy(update={"exposure_ev": None})
    assert kept.model_copy(update={"camera": unmetered}) == tiny_plan()


def test_beauty_is_the_sum_of_the_groups_in_the_file(shot: Result) -> None:
    for path in shot.frames:
        parts = {}
        source = oiio.ImageInput.open(str(path))
        index = 0
        while source.seek_subimage(index, 0):
            spec = source.spec()
            parts[spec.getattribute("name")] = source.read_image(index, 0, 0, spec.nchannels, oiio.HALF)
            index += 1
        source.close()
        beauty = parts["rgba"].view(np.float16)[..., :3]
        groups = [parts[name].view(np.float16) for name in ("light_sky", "light_key")]
        assert beauty.shape == (36, 64, 3) and beauty.max() > 0.02
        total = sum(group.astype(np.float32) for group in groups)
        assert np.array_equal(beauty, np.minimum(total, 65504).astype(np.float16))
        assert all(group.max() > 0 for group in groups)


def test_the_manifest_tells_the_truth(shot: Result, manifest: Manifest) -> None:
    assert manifest.complete and manifest.version == 1 and len(manifest.frames) == FRAMES
    digests = contents(shot.folder)
    for record in (*manifest.files, *(frame.file for frame in manifest.frames)):
        assert digests.pop(record.path) == record.sha256
    assert set(digests) == {"manifest.json"}
    assert len(set(pixels(manifest))) == FRAMES, "the ball falls, so no two frames are the same"
    assert str(shot.folder) not in json.dumps(manifest.model_dump(mode="json"))


def test_a_stopped_shot_goes_on_as_if_it_had_not_stopped(tmp_path: Path, manifest: Manifest) -> None:
    asked: list[int] = []

    def after_one() -> bool:
        asked.append(1)
        return len(asked) > 1

    stopped = shoot(tiny_plan(), tmp_path, quality=TINY, stop=after_one)
    assert not stopped.complete and len(stopped.frames) == 1
    assert not read_manifest(tmp_path / "manifest.json").complete
    first = contents(tmp_path / "exr")
    resumed = shoot(tiny_plan(), tmp_path, quality=TINY, resume=True)
    assert resumed.complete and resumed.version == 1
    assert contents(tmp_path / "exr").items() >= first.items()
    assert pixels(read_manifest(tmp_path / "manifest.json")) == pixels(manifest)
    assert not list(tmp_path.glob(".resume*"))


def test_another_shoot_is_another_version(shot: Result, manifest: Manifest, tmp_path: Path) -> None:
    folder = tmp_path / "again"
    shutil.copytree(shot.folder, folder)
    before = contents(folder)
    again = shoot(shot.plan, folder, quality=TINY)
    after = contents(folder)
    assert again.version == 2
    for name, digest in before.items():
        moved = name if name.startswith("exr/") else f"v001/{name}"
        assert after[moved] == digest
    assert pixels(read_manifest(folder / "manifest.json")) == pixels(manifest)


def test_another_shot_is_not_resumed_into_this_folder(shot: Result) -> None:
    other = tiny_plan().model_copy(update={"seed": 6})
    with pytest.raises(OutputError, match="another shot"):
        shoot(other, shot.folder, quality=TINY, resume=True)
