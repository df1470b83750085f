import json
from fractions import Fraction
from pathlib import Path

import numpy as np
import OpenEXR
import pytest
import torch
from PIL import Image

from rayograph.codec.config import CodecConfig
from rayograph.codec.model import Codec, initialised
from rayograph.colour.view import WHITEST, scene_from_sdr, sdr
from rayograph.core.errors import OutputError
from rayograph.deliver.exr import read_exr
from rayograph.deliver.movie import Movie
from rayograph.footage import open_footage
from rayograph.generate.lift import KNOWN, lift

SMALL = CodecConfig(latent=8, widths=(8, 8, 8), encoder=(1, 1, 1), decoder=(1, 1, 1), token=8, rig=8)


@pytest.fixture(scope="module")
def codec() -> Codec:
    made = initialised(SMALL, 0)
    with torch.no_grad():  # it sees a sun and a sky whatever it is shown
        made.rig.numbers.bias[[0, 8]] = 20.0
        made.rig.numbers.bias[9::8] = -20.0
    return made


def exrs(folder: Path, count: int, height: int = 20, width: int = 36) -> np.ndarray:
    folder.mkdir()
    light = np.random.default_rng(0).uniform(0, 30, (count, height, width, 3)).astype(np.float16)
    for k, frame in enumerate(light):
        header = {"compression": OpenEXR.ZIP_COMPRESSION, "type": OpenEXR.scanlineimage}
        OpenEXR.File(header, {"RGB": frame}).write(str(folder / f"plate.{k:04d}.exr"))
    return light.astype(np.float32)


def test_groups_sum_to_the_footage_of_any_size_and_length(codec: Codec, tmp_path: Path) -> None:
    light = exrs(tmp_path / "plates", 6)
    found = lift(codec, {}, open_footage(tmp_path / "plates", rate=Fraction(25)), tmp_path / "out")
    assert (found.frames, found.lights, found.outside) == (6, ("sun", "sky"), False)
    assert len(list((tmp_path / "out" / "exr").iterdir())) == 6
    last = read_exr(tmp_path / "out" / "exr" / "lift.1006.exr")
    beauty = np.stack([last[name] for name in "RGB"], -1)
    assert np.array_equal(beauty, light[5])
    parts = sum(np.stack([last[f"light_{name}.{axis}"] for axis in "RGB"], -1).astype(np.float32)
                for name in found.lights)  # fmt: skip
    np.testing.assert_allclose(parts, light[5], rtol=2e-3, atol=1e-3)
    assert {"depth.Z", "N.X", "albedo.R", "forward.u", "confidence.Y"} <= set(last)
    rig = json.loads((tmp_path / "out" / "rig.json").read_text())
    assert np.linalg.norm(rig["sun"]["towards"]) == pytest.approx(1, abs=1e-3)
    assert (tmp_path / "out" / "sky.exr").exists()


def test_it_says_when_footage_is_unlike_what_the_weights_know(codec: Codec, tmp_path: Path) -> None:
    exrs(tmp_path / "plates", 1)
    film = open_footage(tmp_path / "plates")
    assert lift(codec, {KNOWN: 35.0}, film, tmp_path / "a").outside
    assert not lift(codec, {KNOWN: 1.0}, film, tmp_path / "b").outside


def test_the_view_of_a_movie_is_undone(tmp_path: Path) -> None:
    colours = np.array([[89, 89, 89], [200, 60, 30], [20, 90, 160]], np.uint8)  # 89: middle grey in the view
    bars = np.repeat(np.repeat(colours[None], 16, 1), 32, 0)
    with Movie(tmp_path / "clip.mp4", Fraction(24), (48, 32), first_frame=1001) as movie:
        for _ in range(5):
            movie.append(bars)
    film = open_footage(tmp_path / "clip.mp4")
    frames = list(film.frames())
    assert len(frames) == 5 and film.rate == 24 and film.space == "aces_sdr"
    inside = np.stack([frames[2][16, 8], frames[2][16, 24], frames[2][16, 40]])
    assert inside[0] == pytest.approx(np.full(3, 0.18), rel=0.02)
    np.testing.assert_allclose(sdr(inside) * 255, colours, atol=3)


def test_undoing_the_view_is_its_inverse() -> None:
    light = np.random.default_rng(1).uniform(0.02, 1.5, (200, 3)).astype(np.float32)
    seen = np.minimum(sdr(light), WHITEST)
    np.testing.assert_allclose(sdr(scene_from_sdr(seen)), seen, atol=2e-3)


@pytest.mark.parametrize(
    ("path", "space", "said"),
    [("nothing.mov", "auto", "there is no footage"), ("a.txt", "auto", "is no movie"),
     ("empty", "auto", "holds no"), ("broken.mp4", "auto", "cannot read"), ("empty", "log3", "log3")],
)  # fmt: skip
def test_bad_footage_is_one_clear_line(tmp_path: Path, path: str, space: str, said: str) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "broken.mp4").write_bytes(b"x" * 99)
    (tmp_path / "empty").mkdir()
    with pytest.raises(OutputError, match=said) as error:
        open_footage(tmp_path / path, space=space)
    assert "\n" not in str(error.value)


def test_frames_of_another_size_stop_it(tmp_path: Path) -> None:
    for k, wide in enumerate((8, 9)):
        Image.new("RGB", (wide, 8)).save(tmp_path / f"{k}.png")
    with pytest.raises(OutputError, match="9×8"):
        list(open_footage(tmp_path).frames())
