"""The training loop of the codec."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import torch

from rayograph.codec import weights
from rayograph.codec.model import initialised
from rayograph.train import losses, rig_losses, state
from rayograph.train.batch import Batch, Listed, listed, sample
from rayograph.train.recipe import TrainRecipe
from rayograph.train.state import RunState

RUN, WEIGHTS = "run.pt", "codec.safetensors"
AHEAD = 2
"""Batches that are read while one is trained on."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a step says of itself: every loss, unweighted, the norm of the gradient, seconds since the last
    one."""

    step: int
    losses: dict[str, float]
    norm: float
    rate: float
    seconds: float


def train(
    recipe: TrainRecipe,
    data: Path,
    out: Path,
    *,
    device: str = "cpu",
    start_from: Path | None = None,
    until: float | None = None,
    report: Callable[[Said], None] = lambda said: None,
    evaluated: Callable[[RunState], None] = lambda now: None,
) -> RunState:
    """Train, or go on with the run that lies in `out`.

    Args:
        start_from: weights to begin with when there is no run to go on with. until: seconds after which to
        stop cleanly. evaluated: called every `recipe.evaluate` steps and at the end.

    Raises:
        ModelError, OutputError: nothing to train on, or what lies there cannot be used.
    """
    clips = listed(data, "train")
    codec = initialised(recipe.codec, recipe.seed)
    if start_from is not None:
        codec.load_state_dict(weights.load(start_from)[0].state_dict())
    now = state.fresh(recipe, codec.to(torch.device(device)))
    if (out / RUN).exists():
        state.resume(now, out / RUN)
    out.mkdir(parents=True, exist_ok=True)
    start = last = time.monotonic()
    for batch in batches(recipe, clips, now.step):
        losses_now, norm = one_step(now, recipe, batch.to(torch.device(device)))
        said = Said(step=now.step, losses=losses_now, norm=norm, rate=recipe.rate_at(now.step),
                    seconds=time.monotonic() - last)  # fmt: skip
        last = time.monotonic()
        report(said)
        spent = until is not None and last - start > until
        if now.step % recipe.save == 0 or now.step == recipe.steps or spent:
            keep(now, recipe, out)
        if now.step % recipe.evaluate == 0 or now.step == recipe.steps:
            evaluated(now)
        if spent:
            break
    return now


def one_step(now: RunState, recipe: TrainRecipe, batch: Batch) -> tuple[dict[str, float], float]:
    """Forward, backward, update, average. The batch is whatever the step's number says, so a run can be
    repeated."""
    codec = now.codec.train()
    seed = recipe.seed * 1_000_003 + now.step
    device = next(codec.parameters()).device.type
    with torch.autocast(device, torch.bfloat16, enabled=device == "cuda"):
        _, found, latents = losses.step(codec, batch, seed, draft=seed % 100 < 100 * recipe.draft)
        found |= rig_losses.terms(
            codec.rig(latents.detach() if now.step < recipe.warmup else latents), batch.rig
        )
    total = losses.weighed(found) + rig_losses.weighed(
        {k: v for k, v in found.items() if k.startswith("rig_")}
    )
    for each in now.optimizers:
        each.zero_grad(set_to_none=True)
        for group in each.param_groups:
            group["lr"] = recipe.rate_at(now.step)
    torch.autograd.backward(total)
    norm = float(torch.nn.utils.clip_grad_norm_(codec.parameters(), recipe.clip))
    for each in now.optimizers:
        each.step()
    now.step += 1
    state.averaged(now, recipe.ema)
    return {name: float(value.detach()) for name, value in found.items()}, norm


def batches(recipe: TrainRecipe, clips: list[Listed], first: int) -> Iterator[Batch]:
    """The batches of a run from a step on, read ahead by a thread."""

    def read(step: int) -> Batch:
        phase = recipe.phase(step)
        return sample(
            clips, (recipe.seed, step), batch=phase.batch, frames=phase.frames, size=phase.size,
            slots=recipe.codec.lamps,
        )  # fmt: skip

    with ThreadPoolExecutor(1) as pool:
        waiting = [pool.submit(read, step) for step in range(first, min(first + AHEAD, recipe.steps))]
        for step in range(first, recipe.steps):
            batch = waiting.pop(0).result()
            if step + AHEAD < recipe.steps:
                waiting.append(pool.submit(read, step + AHEAD))
            yield batch


def keep(now: RunState, recipe: TrainRecipe, out: Path) -> None:
    """Write the run and the weights that would ship now."""
    state.save(now, out / RUN)
    weights.save(state.shipped(now), out / WEIGHTS, about={"recipe": recipe.name, "steps": now.step})
