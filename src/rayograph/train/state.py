"""What a run needs in order to go on: weights, their average, what the optimizers remember, the step."""

import platform
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from rayograph.codec.model import Codec
from rayograph.core.errors import ModelError
from rayograph.deliver.atomic import atomic_path
from rayograph.train.muon import Muon
from rayograph.train.parallel import like, whole
from rayograph.train.recipe import TrainRecipe

VERSION = "rayograph.run/1"


@dataclass(kw_only=True)
class RunState:
    """A run between two steps. average: the exponential mean of every weight. seconds: spent so far."""

    codec: Codec
    average: dict[str, Tensor]
    optimizers: list[torch.optim.Optimizer]
    step: int = 0
    seconds: float = 0.0


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
    codec.load_state_dict({name: whole(value).cpu() for name, value in state.average.items()})
    return codec.eval()


def save(state: RunState, path: Path, *, writes: bool = True) -> None:
    """Write all of it; the file appears whole or not at all.

    Args:
        writes: false for a process that only helps to put spread weights together.

    Raises:
        OutputError: it cannot be written.
    """
    kept: dict[str, Any] = {
        "version": VERSION,
        "step": state.step,
        "seconds": state.seconds,
        "weights": _gathered(state.codec.state_dict()),
        "average": _gathered(state.average),
        "optimizers": [_gathered(each.state_dict()) for each in state.optimizers],
    }
    if not writes:
        return
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
        restored(state.codec, kept["weights"])
        for each, memory in zip(state.optimizers, kept["optimizers"], strict=True):
            each.load_state_dict(_dealt(memory, each))
    except ModelError:
        raise
    except Exception as error:  # torch.load fails in many ways on a damaged file
        reason = str(error).splitlines()[0][:120]
        raise ModelError(f"the run {path} cannot be continued: {reason}; delete it to start anew") from None
    state.average = {name: like(value, state.average[name]) for name, value in kept["average"].items()}
    state.step, state.seconds = kept["step"], kept["seconds"]


def restored(codec: nn.Module, weights: dict[str, Tensor]) -> None:
    """Put whole weights into a codec that may be spread over processes."""
    own = codec.state_dict()
    codec.load_state_dict({name: like(value, own[name]) for name, value in weights.items()})


def machine(codec: Codec) -> str:
    """What a run is trained on, for the weights' card."""
    device = next(codec.parameters()).device
    if device.type == "cuda":
        return torch.cuda.get_device_name(device)
    return f"{torch.get_num_threads()} CPU threads ({platform.machine()})"


def _gathered(kept: Any) -> Any:
    """The same with every spread tensor in one piece."""
    if isinstance(kept, dict):
        return {name: _gathered(value) for name, value in kept.items()}
    if isinstance(kept, list):
        return [_gathered(value) for value in kept]
    return whole(kept).cpu() if isinstance(kept, Tensor) else kept


def _dealt(memory: dict[str, Any], to: torch.optim.Optimizer) -> dict[str, Any]:
    """What an optimizer remembers, spread as its weights are."""
    weights = [weight for group in to.param_groups for weight in group["params"]]
    dealt = {
        index: {name: like(value, weights[index]) if value.shape == weights[index].shape else value
                for name, value in each.items()}
        for index, each in memory["state"].items()
    }  # fmt: skip
    return {**memory, "state": dealt}
