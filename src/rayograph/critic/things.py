"""Names of things in the id pass, and what of a thing can be looked at."""

import re
from collections.abc import Sequence

import numpy as np
from jaxtyping import Bool, Float

from rayograph.critic.reel import Reel

SET = "set_"
"""What the names of walls, floors and all that was not asked for begin with."""
FEW = 3
"""Pixels below which nothing can be said to be seen."""
CROWD = 5
"""From so many of a kind on, one may stand wholly behind the others."""
NO_PASSES = "these frames have no ids, so nothing in them can be told from the rest"


def seen_names(reel: Reel) -> tuple[str, ...]:
    """Names that cover `FEW` pixels or more of some frame, in the order of their ids; without the sky."""
    most = np.zeros(len(reel.names), int)
    for frame in reel.ids:
        most = np.maximum(most, np.bincount(frame.ravel(), minlength=len(most))[: len(most)])
    return tuple(name for name, count in zip(reel.names[1:], most[1:], strict=True) if count >= FEW)


def of_stem(names: Sequence[str], stem: str) -> tuple[str, ...]:
    """Those that are `stem`, or `stem` with a number: "ball", "ball_2"."""
    pattern = re.compile(rf"{re.escape(stem)}(_\d+)?")
    return tuple(name for name in names if pattern.fullmatch(name))


def stem_of(name: str) -> str:
    """A name without its number."""
    return re.sub(r"_\d+$", "", name)


def called(name: str) -> str:
    """A name as one says it: "set_oak_planks" is "the oak planks"."""
    return "the " + name.removeprefix(SET).replace("_", " ")


def see_through(reel: Reel) -> Bool[np.ndarray, "t h w"]:
    """Where glass or water is met first: smooth dielectrics have a roughness of exactly nothing.

    Nowhere, if no frame has a roughness at all.
    """
    if not (reel.roughness > 0.01).any():
        return np.zeros(reel.ids.shape, bool)
    return (reel.ids > 0) & (reel.roughness < 0.01) & (reel.metallic < 0.01)


def best_frames(share: Float[np.ndarray, "t"], count: int = 5) -> list[int]:
    """Frames in which a thing is largest, at most `count`, none where it is less than half as large."""
    order = [int(t) for t in np.argsort(-share, kind="stable")[:count]]
    return [t for t in order if share[t] > 0 and share[t] >= 0.5 * share[order[0]]]


def sureness(pixels: float) -> float:
    """0..1: how far a measure on so many pixels can be trusted; 0.5 at ten, 0.9 at a hundred."""
    return float(np.clip(pixels / (pixels + 10.0), 0.0, 1.0))
