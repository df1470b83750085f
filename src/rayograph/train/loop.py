"""The training loop of the codec."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from rayograph.codec import weights
from rayograph.codec.model import Codec, initialised
from rayograph.train import losses, parallel, rig_losses, state
from rayograph.train.batch import Batch, Listed, listed, sample
from rayograph.train.parallel import Team, whole
from rayograph.train.recipe import TrainRecipe
from rayograph.train.reels import prepared, window
from rayograph.train.state import RunState

RUN, WEIGHTS, REELS = "run.pt", "codec.safetensors", "footage"
ALONE = Team()
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
    footage: Path | None = None,
    until: float | None = None,
    report: Callable[[Said], None] = lambda said: None,
    evaluated: Callable[[RunState], None] = lambda now: None,
) -> RunState:
    """Train, or go on with the run that lies in `out`.

    Args:
        start_from: weights to begin with when there is no run to go on with. footage: movies and
        folders of frames, of which beauty is learnt as well. until: seconds after which to
        stop cleanly. evaluated: called every `recipe.evaluate` steps and at the end.

    Raises:
        ModelError, OutputError: nothing to train on, or what lies there cannot be used.
    """
    stock = Stock(clips=listed(data, "train"), reels=prepared(footage, out / REELS) if footage else [])
    team = parallel.joined(device)
    codec = initialised(recipe.codec, recipe.seed)
    if start_from is not None:
        codec.load_state_dict(weights.load(start_from)[0].state_dict())
    parallel.spread(codec.to(torch.device(device)), team, device)
    now = state.fresh(recipe, codec)
    if (out / RUN).exists():
        state.resume(now, out / RUN)
    out.mkdir(parents=True, exist_ok=True)
    start = last = time.monotonic()
    for parts in batches(recipe, stock, now.step, team):
        moved = [part.to(torch.device(device)) for part in parts]
        losses_now, norm = one_step(now, recipe, moved, team)
        said = Said(step=now.step, losses=losses_now, norm=norm, rate=recipe.rate_at(now.step),
                    seconds=time.monotonic() - last)  # fmt: skip
        last = time.monotonic()
        now.seconds += said.seconds
        report(said)
        spent = until is not None and parallel.agreed(last - start > until, team)
        if now.step % recipe.save == 0 or now.step == recipe.steps or spent:
            keep(now, recipe, out, writes=team.rank == 0)
        if now.step % recipe.evaluate == 0 or now.step == recipe.steps:
            evaluated(now)  # all of a team: spread weights are put together
        if spent:
            break
    return now


def one_step(
    now: RunState, recipe: TrainRecipe, parts: list[Batch | Tensor], team: Team = ALONE
) -> tuple[dict[str, float], float]:
    """Forward and backward of this process's part-batches, update, average. A part-batch is whatever the
    step's number says, so a run can be repeated."""
    codec = now.codec.train()
    for each in now.optimizers:
        each.zero_grad(set_to_none=True)
        for group in each.param_groups:
            group["lr"] = recipe.rate_at(now.step)
    told: dict[str, float] = {}
    for number, part in zip(team.parts(recipe.parts), parts, strict=True):
        seed = (recipe.seed * 1_000_003 + now.step) * recipe.parts + number
        found = part_losses(codec, part, recipe, now.step, seed)
        total = losses.weighed(found) + rig_losses.weighed(found)
        # A team's gradients are averaged over its processes: what is left is the mean over a process's own.
        torch.autograd.backward(total / len(parts))
        for name, value in found.items():
            told[name] = told.get(name, 0.0) + float(value.detach()) / len(parts)
    norm = float(whole(torch.nn.utils.clip_grad_norm_(codec.parameters(), recipe.clip)))
    for each in now.optimizers:
        each.step()
    now.step += 1
    state.averaged(now, recipe.ema)
    return told, norm


def part_losses(
    codec: Codec, part: Batch | Tensor, recipe: TrainRecipe, step: int, seed: int
) -> dict[str, Tensor]:
    """Every loss of a part-batch, unweighted; plain pictures have few."""
    device = next(codec.parameters()).device.type
    with torch.autocast(device, torch.bfloat16, enabled=device == "cuda"):
        draft = step % 100 < 100 * recipe.draft
        if isinstance(part, Tensor):
            return losses.light_step(codec, part, seed, draft=draft)
        _, found, latents = losses.step(codec, part, seed, draft=draft)
        seen = latents.detach() if step < recipe.warmup else latents
        return found | rig_losses.terms(codec.rig(seen), part.rig)


@dataclass(frozen=True, kw_only=True)
class Stock:
    """What there is to train on: clips with all layers, reels of plain pictures."""

    clips: list[Listed]
    reels: list[Path]


def batches(
    recipe: TrainRecipe, stock: Stock, first: int, team: Team = ALONE
) -> Iterator[list[Batch | Tensor]]:
    """This process's part-batches of a run from a step on, read ahead by a thread."""

    def read(step: int) -> list[Batch | Tensor]:
        phase = recipe.phase(step)
        found: list[Batch | Tensor] = []
        # All parts of a step are of one kind: processes that share them must run the same layers.
        plain = bool(stock.reels) and np.random.default_rng((recipe.seed, step)).random() < recipe.footage
        for part in team.parts(recipe.parts):
            seed = (recipe.seed, step, part)
            shape = {"batch": phase.batch, "frames": phase.frames}
            if plain:
                found.append(window(stock.reels, seed, size=phase.size, **shape))
            else:
                found.append(sample(stock.clips, seed, size=phase.size, slots=recipe.codec.lamps, **shape))
        return found

    with ThreadPoolExecutor(1) as pool:
        waiting = [pool.submit(read, step) for step in range(first, min(first + AHEAD, recipe.steps))]
        for step in range(first, recipe.steps):
            parts = waiting.pop(0).result()
            if step + AHEAD < recipe.steps:
                waiting.append(pool.submit(read, step + AHEAD))
            yield parts


def keep(now: RunState, recipe: TrainRecipe, out: Path, *, writes: bool = True) -> None:
    """Write the run and the weights that would ship now; a team's other processes only take part."""
    state.save(now, out / RUN, writes=writes)
    codec = state.shipped(now)
    if writes:
        about = {"recipe": recipe.name, "steps": now.step, "minutes": round(now.seconds / 60, 1)}
        weights.save(codec, out / WEIGHTS, about=about | {"machine": state.machine(now.codec)})
