from dataclasses import replace
from io import StringIO
from pathlib import Path

import numpy as np
import pytest
import torch

from rayograph.bench import codec as bench
from rayograph.bench.codec_baseline import grid_of, trilinear
from rayograph.bench.codec_card import ship
from rayograph.bench.codec_figures import figures, flicker, still
from rayograph.codec import weights
from rayograph.codec.config import CodecConfig, cells
from rayograph.codec.layers import Layers
from rayograph.codec.model import initialised
from rayograph.generate.lift import KNOWN
from rayograph.train.batch import Batch, collated
from rayograph.train.data.clip import Clip, shard_path, write_shard
from tests.train.analytic import ball_over_floor

NEUTRAL = np.ones((2, 3))


@pytest.fixture(scope="module")
def clip() -> Clip:
    return ball_over_floor(0)


@pytest.fixture(scope="module")
def truth(clip: Clip) -> Batch:
    return collated([clip], 4)


def perfect(truth: Batch) -> Layers:
    return Layers(
        groups=truth.groups, alpha=truth.alpha, depth=truth.depth, normal=truth.normal, albedo=truth.albedo,
        roughness=truth.roughness, metallic=truth.metallic, motion=truth.motion,
        matte=truth.depth[:, :, :0], confidence=torch.ones_like(truth.depth),
    )  # fmt: skip


def test_the_truth_itself_has_no_error(truth: Batch) -> None:
    found = figures(perfect(truth), truth, NEUTRAL)
    for name, value in found.items():
        assert value >= 99 if name.endswith("_db") else value < 0.05, (name, value)


def test_half_a_stop_too_bright_is_half_a_stop(truth: Batch) -> None:
    lit = replace(truth, groups=truth.groups + 1.0)  # all of it above diffuse white
    found = figures(replace(perfect(lit), groups=lit.groups * 2**0.5), lit, NEUTRAL)
    assert found["highlight_stops"] == pytest.approx(0.5, abs=1e-3)
    assert found["beauty_code_db"] == pytest.approx(-20 * np.log10(0.5 / 17.52), abs=0.01)
    assert found["relit_view_db"] == pytest.approx(found["beauty_view_db"])


def test_relighting_finds_light_that_went_to_the_wrong_group(truth: Batch) -> None:
    swapped = replace(perfect(truth), groups=truth.groups.flip(1))
    found = figures(swapped, truth, np.array([[1.0] * 3, [0.0] * 3]))
    assert found["beauty_code_db"] > 99 and found["relit_view_db"] < 30


def test_what_moves_is_not_still_and_noise_is_flicker(clip: Clip, truth: Batch) -> None:
    where = still(clip)
    assert where[:-1][clip.ids[:-1] == 1].mean() > 0.95 and not where[clip.ids == 2].any()
    own = flicker(truth.beauty, clip, where)
    signs = torch.tensor([1.0, -1.0]).repeat(5)[: truth.beauty.shape[1], None, None, None]
    noisy = truth.beauty * 2 ** (0.05 * signs)  # a tenth of a stop from frame to frame
    assert flicker(noisy, clip, where) - own == pytest.approx(0.1 / 17.52, rel=0.1)


def test_the_reference_keeps_no_more_numbers_than_the_latent(truth: Batch) -> None:
    frames, height, width = 9, 64, 96
    channels, latent = 20, 32
    steps, rows, columns = grid_of(frames, height, width, latent, channels)
    have = latent * int(np.prod(cells(frames, height, width)))
    assert 0.7 * have < steps * rows * columns * channels <= have
    flat = replace(truth, groups=torch.full_like(truth.groups, 0.2))
    assert figures(trilinear(flat, latent), flat, NEUTRAL)["beauty_code_db"] > 99
    assert figures(trilinear(truth, latent), truth, NEUTRAL)["beauty_code_db"] < 40


def test_the_table_of_weights_on_disk(tmp_path: Path, clip: Clip) -> None:
    small = CodecConfig(latent=8, widths=(8, 8, 8), encoder=(1, 1, 1), decoder=(1, 1, 1), token=8, rig=8)
    write_shard(shard_path(tmp_path, 0), [ball_over_floor(1, split="recombined")])
    weights.save(initialised(small, 0), tmp_path / "w.safetensors")
    out = StringIO()
    found, clips = bench.run(
        tmp_path / "w.safetensors", tmp_path, "recombined", 4, out, cost=False, rivals=False
    )
    lines = {line.split()[0]: line.split() for line in out.getvalue().splitlines()[1:]}
    assert set(bench.TARGETS) - {"highlight_stops"} <= set(lines)  # nothing here is above white
    assert float(lines["sun_deg"][2]) < 1e-2  # one clip: the best constant is its own sun
    assert float(lines["depth_abs_rel"][1]) > 0.5  # nothing has been learnt yet
    (tmp_path / "recipe.json").write_text('{"name": "test"}')
    codec, about = weights.load(tmp_path / "w.safetensors")
    ship(codec, about, found, clips, tmp_path, tmp_path / "shipped.safetensors")
    reached = weights.load(tmp_path / "shipped.safetensors")[1][KNOWN]
    assert reached == pytest.approx(found.codec[KNOWN][0], abs=0.01)
    assert "| beauty_code_db |" in (tmp_path / "shipped.md").read_text()
