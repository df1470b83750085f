from pathlib import Path

import numpy as np
import pytest

from rayograph.core.errors import OutputError
from rayograph.train.data.clip import Clip, abouts, catalogue, read_clip, shard_path, write_shard
from rayograph.train.data.look import sheet
from rayograph.train.data.make import claim
from rayograph.train.data.mix import Mixed, drawn, mixed
from rayograph.train.data.recipe import DataRecipe


def fake_clip(number: int = 0, *, frames: int = 3, height: int = 16, width: int = 32) -> Clip:
    """A clip of noise with two groups."""
    rng = np.random.default_rng(number)

    def layer(*shape: int) -> np.ndarray:
        return rng.random(shape).astype(np.float16)

    size = (frames, height, width)
    return Clip(
        groups=layer(2, *size, 3), alpha=layer(*size),
        depth=layer(*size) + np.float16(1), normal=layer(*size, 3),
        albedo=layer(*size, 3), roughness=layer(*size), metallic=layer(*size), forward=layer(*size, 2),
        backward=layer(*size, 2), ids=rng.integers(0, 5, size).astype(np.uint8), sky=layer(64, 128, 3),
        sun=rng.random(7).astype(np.float32), lamps=rng.random((2, 6)).astype(np.float32),
        to_world=np.tile(np.eye(4, dtype=np.float32), (frames, 1, 1)),
        focal_px=np.full(frames, 40, np.float32),
        about={
            "number": number, "split": "train", "caption": "a ball", "groups": ["sun", "sky"], "scale": 1.0,
            "factors": {"set": "lake", "light": "noon", "motion": "rests", "shape": "ball", "material": "own",
                        "camera": "static", "others": []},
        },
    )  # fmt: skip


def test_shards_come_back_bit_for_bit(tmp_path: Path) -> None:
    clips = [fake_clip(k) for k in range(2)]
    write_shard(shard_path(tmp_path, 7), clips)
    assert [(path, index) for path, index, _ in catalogue(tmp_path)] == [
        (shard_path(tmp_path, 7), k) for k in (0, 1)
    ]
    back = read_clip(shard_path(tmp_path, 7), 1)
    assert back.about == clips[1].about
    for name in ("groups", "depth", "ids", "sky", "to_world"):
        np.testing.assert_array_equal(getattr(back, name), getattr(clips[1], name))


@pytest.mark.parametrize("damage", ["cut", "foreign", "gone"])
def test_a_damaged_shard_is_one_clear_line(tmp_path: Path, damage: str) -> None:
    path = shard_path(tmp_path, 0)
    write_shard(path, [fake_clip()])
    if damage == "cut":
        path.write_bytes(path.read_bytes()[:1000])
    elif damage == "foreign":
        path.write_bytes(b"no tensors here")
    else:
        path.unlink()
    with pytest.raises(OutputError) as error:
        abouts(path)
    assert "\n" not in str(error.value) and path.name in str(error.value)


def test_an_empty_folder_says_how_to_fill_it(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="data make"):
        list(catalogue(tmp_path))


def test_a_folder_keeps_to_one_recipe(tmp_path: Path) -> None:
    claim(tmp_path, DataRecipe(name="a"))
    claim(tmp_path, DataRecipe(name="a"))
    with pytest.raises(OutputError, match="another recipe"):
        claim(tmp_path, DataRecipe(name="a", seed=1))


def test_mixing_is_linear_in_each_group_and_crops_all_layers_alike() -> None:
    clip = fake_clip()
    how = Mixed(gains=np.array([[2.0, 1, 1], [0, 0, 0]]), stops=1.0, corner=(4, 8))
    relit = mixed(clip, how, (8, 16))
    part = clip.groups[:, :, 4:12, 8:24].astype(np.float32)
    np.testing.assert_allclose(relit.groups[0], part[0] * [4, 2, 2], rtol=1e-3)
    assert not relit.groups[1].any() and not relit.sky.any()
    np.testing.assert_allclose(relit.sun[3:6], clip.sun[3:6] * [4, 2, 2], rtol=1e-5)
    np.testing.assert_array_equal(relit.sun[:3], clip.sun[:3])
    np.testing.assert_allclose(relit.lamps[0, 3:], clip.lamps[0, 3:] * [4, 2, 2], rtol=1e-5)
    np.testing.assert_array_equal(relit.depth, clip.depth[:, 4:12, 8:24])
    np.testing.assert_allclose(relit.beauty, relit.groups.astype(np.float32).sum(0))


def test_drawn_light_never_leaves_the_dark_and_keeps_in_range() -> None:
    clip, rng = fake_clip(), np.random.default_rng(0)
    for _ in range(200):
        how = drawn(clip, (8, 16), rng)
        assert how.gains.any() and how.gains.max() < 2**2.7 and abs(how.stops) <= 3
        assert 0 <= how.corner[0] <= 8 and 0 <= how.corner[1] <= 16


def test_the_sheet_counts_all_clips(tmp_path: Path) -> None:
    write_shard(shard_path(tmp_path, 0), [fake_clip(k) for k in range(3)])
    counts = sheet(tmp_path, tmp_path / "sheet.png", shown=2)
    assert counts["shape"] == {"ball": 3} and counts["things"] == {"1": 3}
    assert (tmp_path / "sheet.png").stat().st_size > 1000
