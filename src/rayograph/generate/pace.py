"""How fast this machine shoots: as it did the last time, or, before that, guessed from some arithmetic.

A finished shot leaves its pace in the user's cache, one entry per set and quality; the next estimate uses it.
"""

import functools
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

OPENING = {"tabletop": 14.7, "interior": 18.0, "lake": 24.0, "street": 21.0}
"""Seconds from the plan to the first frame, on the machine of `REFERENCE`."""
TRACING = {"tabletop": 4.9, "interior": 6.9, "lake": 3.2, "street": 6.4}
"""Seconds of a frame per million camera paths of two cores of that machine; measured on the table-top, the
others by their ratio in docs/bench.md."""
FRAME = 0.24
"""Seconds of a frame that do not go with its paths: denoising, data passes, writing."""
PREVIEWS = 0.05
"""Seconds of preview, page and sheet a frame."""
REFERENCE = 0.0205
"""Seconds that `moment` takes on the machine where the figures above were measured."""
LEAST_FRAMES, LEAST_PATHS = 12, 0.05
"""A shot shorter than this, or of fewer million paths a frame, says little about the next one."""


@dataclass(frozen=True, kw_only=True)
class Pace:
    """Seconds until the first frame, and of a frame per million camera paths."""

    opening: float
    tracing: float


def file() -> Path:
    """Where paces are kept."""
    return Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "rayograph" / "pace.json"


def expected(kind: str, quality: str, paths: float) -> Pace:
    """The pace of a set at a quality: remembered, or guessed.

    Args:
        paths: million camera paths a frame.
    """
    known = _known().get(_key(kind, quality))
    if known:
        return Pace(**known)
    factor = moment() / REFERENCE
    spread = 2 / max(os.cpu_count() or 1, 1)
    return Pace(opening=OPENING[kind] * factor, tracing=(TRACING[kind] + FRAME / paths) * factor * spread)


def remember(kind: str, quality: str, found: Pace, *, frames: int, paths: float) -> None:
    """Keep the pace of a shot that was long enough to tell.

    Args:
        paths: million camera paths a frame.
    """
    if frames < LEAST_FRAMES or paths < LEAST_PATHS:
        return
    kept = _known() | {
        _key(kind, quality): {"opening": round(found.opening, 2), "tracing": round(found.tracing, 3)}
    }
    try:
        file().parent.mkdir(parents=True, exist_ok=True)
        file().write_text(json.dumps(kept, indent=1))
    except OSError:
        pass  # an estimate is not worth a failed shot


def _key(kind: str, quality: str) -> str:
    return f"{kind} {quality} {os.cpu_count()}"


def _known() -> dict[str, dict[str, float]]:
    try:
        kept = json.loads(file().read_text())
        return {key: {"opening": float(value["opening"]), "tracing": float(value["tracing"])}
                for key, value in kept.items()}  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


@functools.cache
def moment() -> float:
    """Seconds of a fixed piece of arithmetic on one core, the best of five."""
    values = np.random.default_rng(0).random(1 << 18, np.float32)
    spent = []
    for _ in range(5):
        start = time.perf_counter()
        for _ in range(4):
            np.sort(values)
            np.exp(np.sin(values)).cumsum()
        spent.append(time.perf_counter() - start)
    return min(spent)
