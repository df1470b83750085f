"""What a training run is: one frozen value that a file in `recipes/` returns."""

from dataclasses import dataclass, field

from rayograph.codec.config import CodecConfig


@dataclass(frozen=True, kw_only=True)
class Phase:
    """A part of a run, with one size of picture.

    share: of the run's steps. size: crop (height, width) [px]. frames: 1 more than a multiple of 4.
    """

    share: float
    size: tuple[int, int]
    frames: int
    batch: int


@dataclass(frozen=True, kw_only=True)
class TrainRecipe:
    """A run of the codec.

    steps: in all. rate: peak learning rate of AdamW and Muon. warmup: steps. decay: last part of the run,
    where the rate falls to nothing in a straight line. clip: largest norm of the gradient. ema: half-life
    [steps] of the averaged weights, which are those that ship. draft: part of the steps in which trailing
    channels are dropped. parts: part-batches of `Phase.batch` clips that a step is the mean of; as many
    processes as divide it can share them. footage: share of the steps that are on plain footage, where
    some is given.
    """

    name: str
    codec: CodecConfig = field(default_factory=CodecConfig)
    phases: tuple[Phase, ...]
    steps: int
    seed: int = 0
    rate: float = 1e-3
    warmup: int = 100
    decay: float = 0.3
    clip: float = 1.0
    ema: float = 200.0
    draft: float = 0.5
    parts: int = 1
    footage: float = 0.25
    evaluate: int = 500
    save: int = 250

    def phase(self, step: int) -> Phase:
        """The phase that a step is in."""
        gone, total = 0.0, sum(phase.share for phase in self.phases)
        for phase in self.phases:
            gone += phase.share / total
            if step < round(gone * self.steps):
                return phase
        return self.phases[-1]

    def rate_at(self, step: int) -> float:
        """The learning rate of a step: up, level, down ("warm-up, stable, decay")."""
        falling = self.decay * self.steps
        return self.rate * min(
            1.0, (step + 1) / max(self.warmup, 1), max(self.steps - step, 0) / max(falling, 1)
        )
