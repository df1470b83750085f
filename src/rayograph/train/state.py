"""What a run needs in order to go on: weights, their average, what the optimizers remember, the step."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from rayograph.codec.model import Codec
from rayograph.core.errors import ModelError
from rayograph.deliver.atomic import atomic_path
from rayograph.train.muon import Muon
from rayograph.train.recipe import TrainRecipe

VERSION = "rayograph.run/1"


@dataclass(kw_only=True)
class RunState:
    """A run between two steps. `average` holds the exponential mean of every weight."""

    codec: Codec
    average: dict[str, Tensor]
    optimizers: list[torch.optim.Optimizer]
    step: int = 0


def fresh(recipe: TrainRecipe, codec: Codec) -> RunState:
    """The head of a run: Muon for the matrices inside the codec, AdamW for all else."""
    inner, rest = divided(codec)
    return RunState(
        codec=codec,
        average={name: value.detach().float().clone() for name, value in codec.state_dict().items()},
        optimizers=[
            Muon(inner, lr=recipe.rate, weight_decay=0.01),
            torch.optim.AdamW(rest, lr=recipe.rate, betas=(0.9, 0.95), weight_decay=0.0),
        ],
    )


def divided(codec: nn.Module) -> tuple[list[nn.Parameter], list[nn.Parameter]]:
    """Weights of the residual blocks and of the folds, and all others (first and last layers, gains,
    biases)."""
    inner: list[nn.Parameter] = []
    rest: list[nn.Parameter] = []
    for name, weight in codec.named_parameters():
        deep = weight.ndim >= 2 and (".blocks." in name or ".to_" in name)
        (inner if deep else rest).append(weight)
    return inner, rest


def averaged(state: RunState, half_life: float) -> None:
    """Move the average towards the weights; early on it follows faster."""
    keep = min(0.5 ** (1 / half_life), (1 + state.step) / (10 + state.step))
    with torch.no_grad():
        for name, value in state.codec.state_dict().items():
            state.average[name].lerp_(value.float(), 1 - keep)


def shipped(state: RunState) -> Codec:
    """A codec with the averaged weights."""
    codec = Codec(state.codec.config)
    codec.load_state_dict({name: value.cpu() for name, value in state.average.items()})
    return codec.eval()


def save(state: RunState, path: Path) -> None:
    """Write all of it; the file appears whole or not at all.

    Raises:
        OutputError: it cannot be written.
    """
    kept: dict[str, Any] = {
        "version": VERSION,
        "step": state.step,
        "weights": state.codec.state_dict(),
        "average": state.average,
        "optimizers": [each.state_dict() for each in state.optimizers],
    }
    with atomic_path(path) as part:
        torch.save(kept, part)


def resume(state: RunState, path: Path) -> None:
    """Go on from a file of the same recipe: every later step is what it would have been (on one machine).

    Raises:
        ModelError: the file is damaged or of another codec.
    """
    try:
        kept = torch.load(path, map_location="cpu", weights_only=True)
        if kept["version"] != VERSION:
            raise ModelError(f"{path} is a run of version {kept['version']}, not {VERSION}; start a new one")
        state.codec.load_state_dict(kept["weights"])
        for each, memory in zip(state.optimizers, kept["optimizers"], strict=True):
            each.load_state_dict(memory)
    except ModelError:
        raise
    except Exception as error:  # torch.load fails in many ways on a damaged file
        reason = str(error).splitlines()[0][:120]
        raise ModelError(f"the run {path} cannot be continued: {reason}; delete it to start anew") from None
    device = next(state.codec.parameters()).device
    state.average = {name: value.to(device) for name, value in kept["average"].items()}
    state.step = kept["step"]
