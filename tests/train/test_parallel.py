"""Two processes of gloo train what one process trains."""

import os
import socket
from pathlib import Path

import pytest
import torch

from rayograph.codec import weights
from rayograph.codec.config import CodecConfig
from rayograph.core.errors import ModelError
from rayograph.train.data.clip import shard_path, write_shard
from rayograph.train.loop import WEIGHTS, train
from rayograph.train.parallel import Team
from rayograph.train.recipe import Phase, TrainRecipe
from tests.train.analytic import ball_over_floor

SMALL = CodecConfig(latent=8, widths=(8, 16, 24), encoder=(1, 1, 1), decoder=(1, 1, 1), token=8, rig=16)
RECIPE = TrainRecipe(
    name="two", codec=SMALL, phases=(Phase(share=1, size=(32, 32), frames=5, batch=1),), steps=3, warmup=1,
    parts=2, evaluate=99, save=3,
)  # fmt: skip


def member(rank: int, port: int, data: str, out: str) -> None:
    os.environ |= {"RANK": str(rank), "WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(port)}
    torch.set_num_threads(1)
    train(RECIPE, Path(data), Path(out), until=0.0)  # one step; the next call goes on from the file
    train(RECIPE, Path(data), Path(out))
    torch.distributed.destroy_process_group()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_two_processes_end_where_one_does(tmp_path: Path) -> None:
    write_shard(shard_path(tmp_path, 0), [ball_over_floor(k, height=32, width=48) for k in range(2)])
    train(RECIPE, tmp_path, tmp_path / "one")
    torch.multiprocessing.spawn(
        member, (free_port(), str(tmp_path), str(tmp_path / "two")), nprocs=2, join=True
    )
    one, two = (weights.load(tmp_path / name / WEIGHTS)[0].state_dict() for name in ("one", "two"))
    for name, value in one.items():
        torch.testing.assert_close(
            two[name], value, rtol=2e-3, atol=2e-4, msg=lambda text, n=name: f"{n}: {text}"
        )


def test_parts_that_cannot_be_dealt_out_are_refused() -> None:
    assert [list(Team(rank=r, size=2).parts(4)) for r in (0, 1)] == [[0, 2], [1, 3]]
    with pytest.raises(ModelError, match="evenly"):
        Team(rank=0, size=2).parts(3)
