"""Where the making of a shot stands."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Progress:
    """Where the shot stands: `done` of `total` frames, `seconds` for the last one, and what is going on."""

    stage: str
    done: int = 0
    total: int = 0
    seconds: float = 0.0
