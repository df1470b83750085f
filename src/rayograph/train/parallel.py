"""One run on several processes: FSDP2 under `torchrun`, one part of every batch each.

A step is the mean of `TrainRecipe.parts` part-batches, whoever computes them, so a run on n processes is the
run on one, but for the order of sums. Weights, gradients and what optimizers remember are spread over the
processes.
"""

import os
from dataclasses import dataclass

import torch
import torch.distributed as dist
from torch import Tensor
from torch.distributed.device_mesh import init_device_mesh
from torch.distributed.fsdp import fully_shard
from torch.distributed.tensor import DTensor, distribute_tensor

from rayograph.codec.model import Codec
from rayograph.core.errors import ModelError


@dataclass(frozen=True, kw_only=True)
class Team:
    """This process among those of a run."""

    rank: int = 0
    size: int = 1

    def parts(self, count: int) -> range:
        """Which of `count` part-batches of a step are this process's.

        Raises:
            ModelError: they cannot be dealt out evenly.
        """
        if count % self.size:
            raise ModelError(
                f"{self.size} processes cannot share {count} part-batches evenly; start as many as divide "
                "the recipe's `parts`"
            )
        return range(self.rank, count, self.size)


def joined(device: str) -> Team:
    """The team that `torchrun` started, or a team of one."""
    size = int(os.environ.get("WORLD_SIZE", "1"))
    if size == 1:
        return Team()
    if not dist.is_initialized():
        dist.init_process_group("nccl" if device == "cuda" else "gloo")
    if device == "cuda":
        torch.cuda.set_device(int(os.environ.get("LOCAL_RANK", "0")))
    return Team(rank=dist.get_rank(), size=size)


def spread(codec: Codec, team: Team, device: str) -> None:
    """Spread the codec's weights over the team, in place."""
    if team.size == 1:
        return
    mesh = init_device_mesh(device, (team.size,))
    for module in (codec.encoder, codec.decoder, codec.data, codec.groups, codec.rig):
        fully_shard(module, mesh=mesh)


def agreed(wish: bool, team: Team) -> bool:
    """Whether any process of the team wishes it: all must leave the loop at the same step."""
    if team.size == 1:
        return wish
    votes = torch.tensor([int(wish)], device="cuda" if dist.get_backend() == "nccl" else "cpu")
    dist.all_reduce(votes, op=dist.ReduceOp.MAX)
    return bool(votes.item())


def whole(value: Tensor) -> Tensor:
    """A tensor that may be spread, in one piece on every process."""
    return value.full_tensor() if isinstance(value, DTensor) else value


def like(value: Tensor, spread_as: Tensor) -> Tensor:
    """A whole tensor, spread as another one of its shape is."""
    if not isinstance(spread_as, DTensor):
        return value.to(spread_as.device)
    return distribute_tensor(value.to(spread_as.device), spread_as.device_mesh, spread_as.placements)
