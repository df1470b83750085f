"""Rows: three or more of a kind in line are looked at from their middle, where no side was asked for."""

import numpy as np
from jaxtyping import Float

from rayograph.plan.blocking import Blocked
from rayograph.plan.casting import Actor
from rayograph.plan.composition import MARGIN, SENSOR_MM, corners, on_screen
from rayograph.plan.stage import Stage

FEWEST = 3
"""Two are a pair, and stand as any other group does."""


def row_of(actors: list[Actor], blocked: Blocked, hero: int, stage: Stage) -> Float[np.ndarray, "n 3"] | None:
    """Corners of the row that the shot is about [m], or None: several of the hero, wide and shallow."""
    if not actors:
        return None
    mine = [i for i, a in enumerate(actors) if a.thing == actors[hero].thing]
    if len(mine) < FEWEST:
        return None
    at = np.array([blocked.spots[i].position for i in mine])
    wide, deep, high = np.ptp(at, axis=0)
    aside = abs(float(at[:, 0].mean())) > 0.4 * stage.half[0]  # where the words wanted it
    if aside or wide < 2.2 * max(deep, high, actors[hero].radius):
        return None
    return np.concatenate([corners(actors[i], blocked.spots[i].position) for i in mine])


def centred(
    row: Float[np.ndarray, "n 3"] | None,
    box: Float[np.ndarray, "m 3"],
    aim: np.ndarray,
    position: np.ndarray,
    focal: float,
    aspect: float,
) -> np.ndarray:
    """The aim turned until the row's middle is the frame's, as far as the frame still holds the box."""
    if row is None:
        return aim
    columns = on_screen(row, position, aim, focal, aspect)[:, 0]
    off = float(columns.min() + columns.max()) / 2 - 0.5
    whole = on_screen(box, position, aim, focal, aspect)[:, 0]
    low, high = float(whole.max()) - (1 - MARGIN), float(whole.min()) - MARGIN
    off = float(np.clip(off, low, high)) if low < high else off
    forward = (aim - position) / np.linalg.norm(aim - position)
    right = np.cross(forward, [0.0, 0.0, 1.0])
    right = right / max(float(np.linalg.norm(right)), 1e-6)
    return np.asarray(aim + off * float(np.linalg.norm(aim - position)) * SENSOR_MM / focal * right)
