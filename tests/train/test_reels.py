from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from rayograph.core.errors import OutputError
from rayograph.deliver.movie import Movie
from rayograph.train.data.clip import shard_path, write_shard
from rayograph.train.loop import Said, train
from rayograph.train.reels import prepared, sources, window
from tests.train.analytic import ball_over_floor
from tests.train.test_parallel import RECIPE


@pytest.fixture(scope="module")
def footage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("footage")
    with Movie(folder / "a.mp4", Fraction(24), (64, 48), first_frame=1001) as movie:
        for k in range(7):
            movie.append(np.full((48, 64, 3), 40 + 20 * k, np.uint8))
    (folder / "b" / "plates").mkdir(parents=True)
    for k in range(2):
        Image.new("RGB", (900, 300), (200, 90, 30)).save(folder / "b" / "plates" / f"{k}.png")
    (folder / "notes.txt").write_text("not footage")
    return folder


def test_windows_of_any_footage(footage: Path, tmp_path: Path) -> None:
    assert [each.name for each in sources(footage)] == ["a.mp4", "plates"]
    reels = prepared(footage, tmp_path)
    assert [np.load(reel, mmap_mode="r").shape for reel in reels] == [(7, 48, 64, 3), (2, 149, 448, 3)]
    drawn = window(reels, (0, 1), batch=4, frames=5, size=(96, 96))
    assert drawn.shape == (4, 5, 3, 96, 96) and bool(torch.isfinite(drawn).all()) and drawn.min() > 0
    assert torch.equal(drawn, window(reels, (0, 1), batch=4, frames=5, size=(96, 96)))
    before = [reel.stat().st_mtime_ns for reel in reels]
    assert [reel.stat().st_mtime_ns for reel in prepared(footage, tmp_path)] == before  # decoded once


def test_training_takes_footage_where_some_is_given(footage: Path, tmp_path: Path) -> None:
    write_shard(shard_path(tmp_path, 0), [ball_over_floor(0, height=32, width=48)])
    said: list[Said] = []
    train(RECIPE, tmp_path, tmp_path / "run", footage=footage, report=said.append)
    kinds = {frozenset(each.losses) for each in said}
    assert frozenset({"beauty", "edges", "latent"}) in kinds and len(kinds) == 2


def test_nothing_to_read_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no movies"):
        prepared(tmp_path, tmp_path / "out")
