"""Where the next thing of a group stands that no word places."""

import numpy as np

from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor
from rayograph.plan.footprint import half_widths
from rayograph.plan.stage import Stage


def beside_group(
    thing: int,
    room: tuple[float, float],
    actors: list[Actor],
    spots: dict[int, Spot],
    stage: Stage,
    rng: np.random.Generator,
) -> tuple[float, float]:
    """Close to what stands already, on its emptier side: a group, not a shop shelf."""
    at = np.array([s.position[:2] for s in spots.values()])
    centre = (at.max(0) + at.min(0)) / 2
    around = max(float(np.linalg.norm(p - centre)) + actors[i].radius for i, p in zip(spots, at, strict=True))
    reach, deep = around + room[0], around + room[1]
    if stage.small:
        reach, deep = (a + b for a, b in zip(half_widths(list(spots), actors, spots), room, strict=True))
    side = -1.0 if at[:, 0].mean() > 0 else 1.0
    tall = max(a.size[2] for a in actors if a.thing == thing)
    others = sorted(a.size[2] for a in actors)
    # Tall things stand behind, low ones in front, so that nothing hides what happens.
    depth = rng.uniform(0.5, 0.95) if tall > 1.3 * others[len(others) // 2] else rng.uniform(-0.75, 0.35)
    limit = np.array(stage.half) * 0.9 - max(room)
    x = centre[0] + side * reach * rng.uniform(0.65, 1.1)
    y = centre[1] + deep * depth
    return float(np.clip(x, -limit[0], limit[0])), float(np.clip(y, -limit[1], limit[1]))


def screen_places(
    stage: Stage, hx: float, hy: float, rng: np.random.Generator
) -> dict[str, tuple[float, float]]:
    """Where on the stage the places of the screen lie [m]."""
    screen = {
        "left": (-hx * 0.85, 0.0),
        "right": (hx * 0.85, 0.0),
        "centre": (0.0, 0.0),
        "front": (0.0, -hy * 0.8),
    }
    for deep, y in (("back", 0.62 * hy), ("front", -0.62 * hy)):
        screen |= {f"{deep} left": (-0.62 * hx, y), f"{deep} right": (0.62 * hx, y)}
    screen |= {"goal": (0.35 * stage.half[0], 0.12 * stage.half[1])}
    screen |= {"lane": (0.14 * stage.half[0], -0.12 * stage.half[1])}
    screen |= {"wall": (float(rng.choice([-0.55, 0.55])) * hx, hy * 0.9)}
    screen |= {"back": (float(rng.choice([-0.55, 0.55])) * hx, hy * 0.75)}
    return screen


def closer(
    target: int, room: tuple[float, float], leaners: float, actors: list[Actor], spots: dict[int, Spot]
) -> tuple[float, float]:
    """How far beside and behind a thing of a table the next one stands, by their real widths [m]."""
    wide, deep = half_widths([i for i in spots if actors[i].thing == target], actors, spots)
    return 1.06 * (wide + room[0]) + leaners + 0.006, 1.06 * (deep + room[1]) + leaners + 0.006
