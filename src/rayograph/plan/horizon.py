"""Where in the frame the subject and the horizon lie: near a third, and never through the middle."""

import numpy as np
from jaxtyping import Float

from rayograph.plan.composition import MARGIN, SENSOR_MM, axes, on_screen
from rayograph.plan.facts import CameraFacts
from rayograph.plan.rooms_seen import rise
from rayograph.plan.stage import Stage

HORIZONS = (0.35, 0.39, 0.31, 0.27, 0.63, 0.68)
"""Rows at which a horizon may lie, best first: never through the middle of the frame."""
SKIES = (0.66, 0.62, 0.69, 0.58, 0.73)
"""The same where the sky is part of the subject: moon, stars."""
THIRD = 0.13
"""How far from the middle of the frame the subject stands, as a part of its width."""


def composed(
    box: Float[np.ndarray, "n 3"],
    middle: np.ndarray,
    position: np.ndarray,
    focal: float,
    aspect: float,
    facts: CameraFacts,
    stage: Stage,
    rng: np.random.Generator,
    across: bool,
) -> np.ndarray:
    """Aim so that the subject stands near a third and no horizon cuts the frame in halves."""
    if facts.angle in ("top", "drone"):
        return middle
    target = np.array(middle, float)
    width = float(np.linalg.norm(target - position)) * SENSOR_MM / focal
    if across:
        # House fronts close the view: no horizon to place, but the road need not fill half of the frame.
        trial = target + [0.0, 0.0, 0.14 * width / aspect]
        if on_screen(box, position, trial, focal, aspect)[:, 1].max() < 1 - 3 * MARGIN:
            target = trial
    elif not stage.kind.indoors and facts.angle != "high":
        target = _levelled(box, target, position, focal, aspect, SKIES if stage.sky else HORIZONS)
    elif facts.framing not in ("extreme close-up", "close-up"):
        target = target + [0.0, 0.0, rise(facts, stage, float(np.ptp(box[:, 2]))) * width / aspect]
    at = on_screen(box, position, target, focal, aspect)
    left, right = float(at[:, 0].min()), float(at[:, 0].max())
    side = float(rng.choice([-1, 1]))
    free = (1 - MARGIN - right) if side > 0 else (left - MARGIN)
    shift = float(np.clip(free, 0.0, THIRD))
    if facts.framing in ("extreme close-up", "close-up"):
        shift *= 0.3
    if facts.move in ("push in", "zoom in"):
        shift *= 0.45  # the frame tightens: what stands at its edge now would leave it
    return np.asarray(target - side * shift * width * axes(position, target)[:, 0])


def _levelled(
    box: Float[np.ndarray, "n 3"], target: np.ndarray, position: np.ndarray, focal: float, aspect: float,
    horizons: tuple[float, ...],
) -> np.ndarray:  # fmt: skip
    """The target raised or lowered until the horizon lies at one of the rows and the subject is held."""
    away = float(np.linalg.norm((target - position)[:2]))
    half = SENSOR_MM / 2 / focal / aspect
    best, chosen = np.inf, target
    for rank, row in enumerate(horizons):
        trial = np.array([target[0], target[1], position[2] - (0.5 - row) * 2 * half * away])
        rows = on_screen(box, position, trial, focal, aspect)[:, 1]
        # Of the rows that hold the subject, the one that leaves least of it empty; for the sky, the first.
        lopsided = abs(float(rows.min() + rows.max()) / 2 - 0.54) + rank * (
            0.03 if horizons is HORIZONS else 1.0
        )
        if rows.min() > MARGIN and rows.max() < 1 - 1.6 * MARGIN and lopsided < best:
            best, chosen = lopsided, trial
    return chosen
