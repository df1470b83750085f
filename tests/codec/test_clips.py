from pathlib import Path

import numpy as np
import pytest
import torch

from rayograph.codec import clips, weights
from rayograph.codec.code import depth_code, depth_metres, to_code, to_light
from rayograph.codec.config import CodecConfig, cells
from rayograph.codec.layers import Layers
from rayograph.codec.lights import FEATURES
from rayograph.codec.model import Codec, initialised
from rayograph.colour import acescct
from rayograph.core.errors import ModelError

CONFIG = CodecConfig(latent=8, widths=(12, 16, 24), encoder=(1, 1, 1), decoder=(1, 1, 1), token=16, rig=16)
SIZE, FRAMES = (30, 230), 6


@pytest.fixture(scope="module")
def codec() -> Codec:
    """Random weights in every layer: the zeros that training starts from would hide leaks."""
    made = initialised(CONFIG, 0).eval()
    generator = torch.Generator().manual_seed(1)
    for weight in made.parameters():
        if weight.ndim > 1:
            torch.nn.init.normal_(weight, std=0.1, generator=generator)
    return made


@pytest.fixture(scope="module")
def film() -> torch.Tensor:
    """Light from darkness to far above white."""
    generator = torch.Generator().manual_seed(2)
    return torch.exp2(16 * torch.rand(FRAMES, 3, *SIZE, generator=generator) - 8)


def rows() -> torch.Tensor:
    found = torch.zeros(1, 3, FEATURES)
    found[:, :, 0] = 1
    found[0, 1, 1:8] = 0.5
    found[0, 2, 3:20] = -0.4
    return found


def latents(codec: Codec, film: torch.Tensor, side: int | None = None) -> torch.Tensor:
    return torch.cat(list(clips.encode(codec, film, side=side)), 1)


def layers(codec: Codec, cells_: torch.Tensor, side: int | None = None) -> Layers:
    stream = clips.decode(codec, cells_.split(1, 1), rows(), frames=FRAMES, size=SIZE, side=side)
    return clips.all_frames(stream)


def close(one: Layers, other: Layers) -> None:
    """Equal within 1e-3: of itself for light and depth, which have no largest value."""
    for name in Layers.__dataclass_fields__:
        torch.testing.assert_close(getattr(one, name), getattr(other, name), rtol=1e-3, atol=1e-3)


def test_streamed_is_whole(codec: Codec, film: torch.Tensor) -> None:
    chunks = torch.cat([clips.padded(chunk) for chunk in clips.chunks(film)], 1)
    with torch.inference_mode():
        mean, _, _ = codec.encode(chunks)
        whole = codec.decode(mean, rows())[0].layers()
    streamed = latents(codec, film)
    torch.testing.assert_close(streamed, mean, rtol=1e-3, atol=1e-3)
    cut = {name: getattr(whole, name)[..., 3 : 3 + FRAMES, :, : SIZE[0], : SIZE[1]] for name in
           Layers.__dataclass_fields__}  # fmt: skip
    close(layers(codec, streamed), Layers(**cut))
    assert streamed.shape == (1, *cells(FRAMES, *SIZE)[:1], 8, *cells(FRAMES, *SIZE)[1:])


@pytest.mark.parametrize("side", [2, 3])
def test_tiled_is_whole(codec: Codec, film: torch.Tensor, side: int) -> None:
    whole = latents(codec, film)
    torch.testing.assert_close(latents(codec, film, side), whole, rtol=1e-3, atol=1e-3)
    close(layers(codec, whole, side), layers(codec, whole))


def test_a_smaller_halo_would_not_do(
    codec: Codec, film: torch.Tensor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tests above can fail: with a quarter of the halo, tiles show."""
    whole = latents(codec, film)
    want = layers(codec, whole)
    monkeypatch.setattr(CodecConfig, "halo", property(lambda self: 1))
    with pytest.raises(AssertionError):
        close(layers(codec, whole, 2), want)


def test_groups_sum_to_beauty_and_no_light_is_negative(codec: Codec, film: torch.Tensor) -> None:
    found = layers(codec, latents(codec, film))
    amount = found.groups.double().sum(1)
    torch.testing.assert_close(found.beauty.double(), amount, rtol=1e-6, atol=1e-6)
    assert (found.groups >= -1e-2).all() and torch.isfinite(found.groups).all()


@torch.inference_mode()
def test_a_light_that_is_not_there_takes_nothing(codec: Codec, film: torch.Tensor) -> None:
    cell = latents(codec, film)
    padded = torch.cat([rows(), torch.zeros(1, 1, FEATURES)], 1)
    want, _ = codec.decode(cell, rows())
    found, _ = codec.decode(cell, padded)
    torch.testing.assert_close(found.layers().groups[:, :3], want.layers().groups)
    assert (found.layers().groups[:, 3] == 0).all()


@torch.inference_mode()
def test_a_later_frame_does_not_change_an_earlier_cell(codec: Codec, film: torch.Tensor) -> None:
    later = film.clone()
    later[5:] *= 3
    torch.testing.assert_close(latents(codec, film)[:, :2], latents(codec, later)[:, :2])


@pytest.mark.parametrize("frames", [1, 2, 5, 6])
def test_any_length_and_size_comes_back(codec: Codec, frames: int) -> None:
    film = torch.rand(frames, 3, 17, 33)
    cells_ = list(clips.encode(codec, film))
    found = clips.all_frames(clips.decode(codec, cells_, rows(), frames=frames, size=(17, 33)))
    assert found.groups.shape == (1, 3, frames, 3, 17, 33) and found.depth.shape == (1, frames, 1, 17, 33)


def test_the_code_is_the_standards() -> None:
    light = np.concatenate([-np.logspace(-6, 1, 50), [0], np.logspace(-6, 4.816, 200)])
    code = to_code(torch.from_numpy(light).float())
    np.testing.assert_allclose(code.numpy(), acescct.encode(light), rtol=2e-5, atol=1e-6)
    np.testing.assert_allclose(to_light(code).numpy(), light, rtol=2e-4, atol=1e-6)
    depth = torch.tensor([0.01, 1, 20, 5000.0])
    torch.testing.assert_close(depth_metres(depth_code(depth)), depth)


def test_weights_come_back_and_damage_is_one_clear_line(codec: Codec, tmp_path: Path) -> None:
    path = tmp_path / "codec.safetensors"
    weights.save(codec, path, about={"recipe": "none"})
    back, about = weights.load(path)
    assert about == {"recipe": "none"} and back.config == CONFIG
    for name, value in codec.state_dict().items():
        torch.testing.assert_close(back.state_dict()[name], value, rtol=1e-3, atol=1e-4)
    path.write_bytes(path.read_bytes()[:500])
    with pytest.raises(ModelError, match="cannot be read") as error:
        weights.load(path)
    assert "\n" not in str(error.value)


def test_impossible_sizes_are_refused() -> None:
    with pytest.raises(ModelError, match="1 or more"):
        cells(0, 10, 10)
