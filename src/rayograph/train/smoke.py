"""Whether a codec can learn at all, in a minute: two clips by heart."""

import time
from dataclasses import dataclass
from pathlib import Path

import torch

from rayograph.codec.model import initialised
from rayograph.train import state
from rayograph.train.batch import listed, sample
from rayograph.train.loop import one_step
from rayograph.train.recipe import Phase, TrainRecipe

FRAMES, SIZE = 5, (64, 64)


@dataclass(frozen=True, kw_only=True)
class Smoke:
    """Losses of the first and the last tenth of the steps, and how many there were."""

    steps: int
    first: dict[str, float]
    last: dict[str, float]


def smoke(
    recipe: TrainRecipe, data: Path, *, seconds: float, steps: int = 10**6, size: tuple[int, int] = SIZE
) -> Smoke:
    """Train on one window of each of the first two clips for some seconds, or `steps` if they are done
    before."""
    small = TrainRecipe(
        name=f"{recipe.name}_smoke", codec=recipe.codec,
        phases=(Phase(share=1, size=size, frames=FRAMES, batch=2),),
        steps=10**6, rate=2e-3, warmup=10, draft=0.0,
    )  # fmt: skip
    batch = sample(
        listed(data, "train")[:2], (0,), batch=2, frames=FRAMES, size=size, slots=recipe.codec.lamps
    )
    now = state.fresh(small, initialised(small.codec, 0))
    said: list[dict[str, float]] = []
    start = time.monotonic()
    while len(said) < steps and time.monotonic() - start < seconds:
        said.append(one_step(now, small, [batch])[0])
    tenth = max(1, len(said) // 10)
    return Smoke(steps=len(said), first=_mean(said[:tenth]), last=_mean(said[-tenth:]))


def _mean(said: list[dict[str, float]]) -> dict[str, float]:
    return {name: float(torch.tensor([each[name] for each in said]).mean()) for name in said[0]}
