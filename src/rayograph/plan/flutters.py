"""What is light comes down slowly and swaying: leaves, petals, feathers, scraps of paper."""

import numpy as np

from rayograph.core.plan import Drive
from rayograph.plan.scene_action import Scene, scale_of, way_of

LIGHT = ("leaf", "petal", "feather", "confetti", "envelope", "playing_card", "newspaper")
"""Kinds that the air bears."""
BLOWN = (*LIGHT, "hat", "cap", "paper_bag", "map", "letter", "napkin", "paper_boat", "beach_ball")
"""Kinds that a wind takes with it; the heavier of them only slide before it."""
_ALWAYS = ("leaf", "petal", "feather", "confetti")
_GENTLE = ("float", "drift", "flutter", "waft", "glid", "rain", "sink", "settl")
_BLOWN = (
    "blow",
    "swirl",
    "whirl",
    "skitter",
    "tumbl",
    "scud",
    "slid",
    "flap",
    "rustl",
    "skim",
    "scutt",
    "skid",
)
"""Verbs of what the wind drives along the ground."""
_WIND = 1.1
"""How fast it drives them [m/s]."""
_SPEED = 0.42
"""How fast they come down [m/s]."""
_GOLDEN = 2.399963


def flutters(kind: str, verb: str) -> bool:
    """Whether a thing of a kind that does what the verb says comes down on the air."""
    return kind in _ALWAYS or (kind in LIGHT and verb.startswith((*_GENTLE, "blow", "swirl", "whirl")))


def block_flutter(scene: Scene) -> None:
    """Each sways down on a way of its own; some have landed by the end, some are still in the air.

    They are borne along their paths as a crew would on threads: the simulation has no air.
    """
    if scene.motion.verb.startswith(_BLOWN):
        _blow(scene)
        return
    small, count = scene.stage.small, len(scene.mine)
    around = scene.place(scene.target) if scene.target >= 0 else scene.place(scene.mine[0])
    reach = 1.0 * scale_of(scene.stage) * (1.0 if small else 0.9) * min(1.0, 0.25 + 0.1 * count)
    top = min(_SPEED * scene.seconds, 1.1 if small else 1.9) * (0.5 if small else 1.0)
    top = max(top, 0.3)
    for rank, i in enumerate(scene.mine):
        far = reach * float(np.sqrt((rank + 0.3) / count))
        x = float(around[0]) + far * float(np.cos(rank * _GOLDEN))
        y = float(around[1]) + 0.7 * far * float(np.sin(rank * _GOLDEN))
        if not small and scene.first.member.kind in ("leaf", "petal", "feather"):
            y -= 0.9 * (rank % 3)  # some between us and the rest, where they are larger
        # The first frames show some high up and some half way: the fall is under way as the shot opens.
        start = top * (0.45 + 0.75 * ((rank * 0.618) % 1.0))
        floor = _floor_at(scene, x, y)
        if scene.first.member.kind == "confetti":
            # A cloud of flakes does not come to lie: it falls past, out of the frame.
            start, floor = start + 1.1 * rank / count, floor - scene.first.size[2]
        rows = _path(scene, i, (x, y), start, floor, rank)
        scene.put(i, rows[0][1], rows[0][2], rows[0][3])
        scene.add(Drive(object=scene.actors[i].member.id, path=tuple(rows)))
        if rank < 6:
            scene.see_whole(i, *rows[0][1:])
            scene.see_whole(i, *rows[-1][1:])


def _blow(scene: Scene) -> None:
    """Along the ground with the wind, in hops, each at its own pace; most are in the frame all the while."""
    way = way_of(scene.motion.heading)
    side = np.array([-way[1], way[0]])
    slow = 0.35 if scene.stage.small else 1.0
    run = _WIND * slow * scene.seconds * scene.motion.slow
    wide = 0.5 * run + 0.2 * slow
    for rank, i in enumerate(scene.mine):
        u, v = (rank * 0.618) % 1.0 - 0.5, (rank * 0.377) % 1.0 - 0.5
        begin = (u * wide - 0.5 * run) * way + v * (0.5 if scene.stage.small else 2.4) * side
        pace, hop = 0.75 + 0.5 * ((rank * 0.37) % 1.0), 0.10 * slow * (0.4 + (rank * 0.53) % 1.0)
        rows = []
        for t in np.linspace(0.0, scene.seconds, 25):
            beat = 1.3 * t / slow**0.5 + rank * 0.71
            lag = 0.06 * run * np.sin(2 * np.pi * beat)
            at = begin + (pace * run * t / scene.seconds + lag) * way
            at = at + 0.05 * slow * np.sin(2 * np.pi * 0.6 * t + rank) * side
            z = 0.004 + hop * abs(float(np.sin(np.pi * beat)))
            rows.append((round(float(t), 4), round(float(at[0]), 4), round(float(at[1]), 4), round(z, 4)))
        scene.put(i, rows[0][1], rows[0][2], rows[0][3])
        scene.add(Drive(object=scene.actors[i].member.id, path=tuple(rows)))
        if rank < 4:
            _, x, y, z = rows[12]
            scene.see_whole(i, x, y, z)
    for part, height in ((-0.4, 0.0), (0.4, 0.3 * slow)):
        scene.see(float(part * run * way[0]), float(part * run * way[1]), height)


def _floor_at(scene: Scene, x: float, y: float) -> float:
    """What it lands on there: the top of its target, or the ground."""
    if scene.target < 0:
        return 0.0
    host, spot = scene.actors[scene.target], scene.out.spots[scene.target]
    over = abs(x - spot.position[0]) < 0.42 * host.size[0] and abs(y - spot.position[1]) < 0.42 * host.size[1]
    seat = 0.46 if host.member.kind in ("bench", "chair") else host.size[2]
    return spot.position[2] + (seat if over else 0.0)


def _path(
    scene: Scene, i: int, foot: tuple[float, float], start: float, floor: float, rank: int
) -> list[tuple[float, float, float, float]]:
    size = scene.actors[i].size
    fall = _SPEED * (0.85 + 0.3 * ((rank * 0.37) % 1.0)) * (0.55 if scene.stage.small else 1.0)
    land = start / fall
    sway, beat, phase = 1.1 * max(size[:2]) + 0.02, 0.9 + 0.3 * ((rank * 0.73) % 1.0), 1.7 * rank
    rows = []
    for t in np.linspace(0.0, max(land, 0.3), 17):
        left = 1.0 - t / max(land, 0.3)
        angle = 2 * np.pi * beat * t + phase
        # It swings widest while it is high, and dips at the ends of its swing.
        x = foot[0] + sway * left**0.3 * float(np.sin(angle)) + 0.25 * start * left
        y = foot[1] + 0.6 * sway * left**0.3 * float(np.cos(0.8 * angle))
        z = floor + 0.003 + max(start * left + 0.12 * sway * left * float(np.cos(2 * angle)), 0.0)
        rows.append((round(float(t), 4), round(x, 4), round(y, 4), round(float(z), 4)))
    return rows
