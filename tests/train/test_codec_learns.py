from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from rayograph.codec import weights
from rayograph.codec.config import CodecConfig
from rayograph.core.errors import ModelError
from rayograph.train.batch import collated, listed, mirrored, sample, turned_sky
from rayograph.train.data.clip import shard_path, write_shard
from rayograph.train.loop import RUN, WEIGHTS, train
from rayograph.train.muon import orthogonal
from rayograph.train.recipe import Phase, TrainRecipe
from rayograph.train.reconstructions import sheet
from rayograph.train.smoke import smoke
from tests.train.analytic import SUN, ball_over_floor

SMALL = CodecConfig(latent=16, widths=(16, 32, 48), encoder=(1, 1, 1), decoder=(1, 1, 1), token=16, rig=32)
RECIPE = TrainRecipe(
    name="test", codec=SMALL, phases=(Phase(share=1, size=(32, 48), frames=5, batch=2),), steps=6, warmup=2,
    evaluate=6, save=3,
)  # fmt: skip


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("clips")
    write_shard(shard_path(folder, 0), [ball_over_floor(k) for k in range(2)])
    write_shard(shard_path(folder, 1), [ball_over_floor(2, split="recombined")])
    return folder


def test_two_clips_are_learnt_by_heart(data: Path) -> None:
    found = smoke(replace(RECIPE, codec=SMALL), data, seconds=120, steps=40, size=(32, 48))
    for name, part in {"edges": 0.3, "groups": 0.75, "normal": 0.3, "motion": 0.5, "rig_sun": 0.1}.items():
        assert found.last[name] < part * found.first[name], (name, found)


def test_a_run_that_was_cut_ends_as_one_that_was_not(data: Path, tmp_path: Path) -> None:
    train(RECIPE, data, tmp_path / "whole")
    train(RECIPE, data, tmp_path / "cut", until=0.0)  # one step, then it stops and saves
    train(RECIPE, data, tmp_path / "cut")
    whole, _ = weights.load(tmp_path / "whole" / WEIGHTS)
    cut, about = weights.load(tmp_path / "cut" / WEIGHTS)
    assert about["steps"] == RECIPE.steps
    for name, value in whole.state_dict().items():
        assert torch.equal(value, cut.state_dict()[name]), name


def test_a_damaged_run_is_one_clear_line(data: Path, tmp_path: Path) -> None:
    (tmp_path / RUN).write_bytes(b"not a run")
    with pytest.raises(ModelError, match="cannot be continued") as error:
        train(RECIPE, data, tmp_path)
    assert "\n" not in str(error.value)


def test_the_sheet_of_reconstructions_is_drawn(data: Path, tmp_path: Path) -> None:
    now = train(replace(RECIPE, steps=1), data, tmp_path)
    sheet(now.codec.eval(), listed(data, "recombined"), tmp_path / "sheet.png", title="test")
    assert (tmp_path / "sheet.png").stat().st_size > 5000


def test_the_same_seed_draws_the_same_batch(data: Path) -> None:
    clips = listed(data, "train")
    one, two = (sample(clips, (3,), batch=2, frames=5, size=(32, 32), slots=2) for _ in range(2))
    other = sample(clips, (4,), batch=2, frames=5, size=(32, 32), slots=2)
    assert torch.equal(one.groups, two.groups) and not torch.equal(one.groups, other.groups)


def test_a_mirrored_clip_has_a_mirrored_sun_sky_and_normals() -> None:
    clip = ball_over_floor(0)
    lop = clip.sky.copy()
    lop[:, 100] = 5  # azimuth 282.7°, behind the camera and to its left
    clip = replace(clip, sky=lop)
    plain, turned = collated([clip], 2), collated([mirrored(clip)], 2)
    flip = torch.tensor([-1.0, 1, 1])
    torch.testing.assert_close(turned.rig.sun_towards, plain.rig.sun_towards * flip)
    torch.testing.assert_close(turned.normal, plain.normal.flip(-1) * flip.view(3, 1, 1))
    torch.testing.assert_close(turned.motion[:, :, 0], -plain.motion.flip(-1)[:, :, 0])
    # The heading is +Y, so mirroring maps azimuth a to 180° - a.
    bright, mirror = (int(turned_sky(c)[0, :, 0].argmax()) for c in (clip, mirrored(clip)))
    assert (bright + 0.5) + (mirror + 0.5) == pytest.approx(64 + 128)


def test_the_rig_is_told_as_the_camera_finds_it() -> None:
    """A camera that is turned about +Z sees the same sun elsewhere, by just that turn."""
    clip = ball_over_floor(0)
    turn = np.eye(4, dtype=np.float32)
    turn[:2, :2] = [[0, 1], [-1, 0]]  # a quarter to the right: looks along +X
    away = replace(clip, to_world=turn @ clip.to_world)
    here, there = collated([clip], 2).rig, collated([away], 2).rig
    np.testing.assert_allclose(here.sun_towards[0], SUN, atol=1e-6)
    np.testing.assert_allclose(there.sun_towards[0], [-SUN[1], SUN[0], SUN[2]], atol=1e-6)


def test_orthogonal_steps_have_singular_values_near_one() -> None:
    matrix = torch.randn(24, 60, generator=torch.Generator().manual_seed(0))
    values = torch.linalg.svdvals(orthogonal(matrix))
    assert 0.6 < values.min() and values.max() < 1.3
