"""A vehicle that comes into the shot and stops there: at the kerb, at a light, by what is named."""

from dataclasses import replace

import numpy as np

from rayograph.core.plan import Drive
from rayograph.plan.kerb import PAVEMENT_Z
from rayograph.plan.scene_action import Scene
from rayograph.plan.styles import is_vehicle

Row = tuple[float, float, float, float]
"""Time [s] and place [m] of a path."""
PAUSE = 3.2
"""It stands after at most this time [s]."""
LANE_X, KERB_LANE = 1.3, 2.7
"""How far off the middle of the street a car drives, and stops at the kerb [m]."""
_ACROSS = 2.1
"""The same for what drives across the frame: near the far kerb [m]."""
_BEFORE = ("traffic_light", "barrier", "post_box", "phone_box", "lamp_post", "parking_meter", "sign")
"""What one stops short of, so that it stands ahead of the bonnet."""


def write_path(scene: Scene, i: int, rows: list[Row]) -> None:
    """An actor's drive along rows; it starts where the path does."""
    path = tuple((round(t, 4), round(x, 4), round(y, 4), round(z, 4)) for t, x, y, z in rows)
    scene.put(i, path[0][1], path[0][2])
    scene.add(Drive(object=scene.actors[i].member.id, path=path))


def block_stop(scene: Scene, speed: float, deep: bool) -> None:
    """It comes in, brakes evenly and stands for the rest of the shot, in frame from the first picture on."""
    time = min(0.68 * scene.seconds, PAUSE)
    for rank, i in enumerate(scene.mine):
        length, width, high = scene.actors[i].size[1], scene.actors[i].size[0], scene.actors[i].size[2]
        z = scene.out.spots[i].position[2]
        if deep:
            away = scene.motion.heading == "away"
            side = 1.0 if away else -1.0
            end = -1.0 + 0.5 * length + rank * 1.6 * length + (5.0 if away else 0.0)
            run = min(0.5 * 1.5 * speed * time, 13.0) * (-1.0 if away else 1.0)
            rows = [
                (t, side * (LANE_X + (KERB_LANE - LANE_X) * e), end + run * (1 - e), z)
                for t, e in _braking(time, scene.seconds)
            ]
            x = side * KERB_LANE
            box = [(x - width / 2, end - length / 2, 0.0), (x + width / 2, end + length / 2, high)]
            nose, beyond = np.array([side * 5.4, end - side * -0.5 * length]), np.array([0.0, side * 1.2])
        else:
            sign = -1.0 if scene.motion.heading == "left" else 1.0
            end, run = (
                sign * 0.1 * length - sign * rank * 1.5 * length,
                min(0.75 * speed * time, 1.15 * length),
            )
            rows = [(t, end - sign * run * (1 - e), _ACROSS, z) for t, e in _braking(time, scene.seconds)]
            box = [(end - 0.62 * length, _ACROSS, 0.0), (end + 0.62 * length, _ACROSS, high)]
            nose, beyond = np.array([end + sign * 0.5 * length, 5.35]), np.array([sign * 0.9, 0.0])
        write_path(scene, i, rows)
        for point in box:
            scene.see(*point)
        if rank == 0:
            _by(scene, nose, beyond)


def _braking(time: float, seconds: float) -> list[tuple[float, float]]:
    """Times and the part of the way that is done by then, at an even deceleration, then at rest."""
    parts = np.linspace(0.0, 1.0, 9)
    rows = [(float(time * t), float(1 - (1 - t) ** 2)) for t in parts]
    return [*rows, (max(seconds, time + 0.1) + 0.5, 1.0)]


def _by(scene: Scene, nose: np.ndarray, beyond: np.ndarray) -> None:
    """What it stops at stands on the pavement by its bonnet; another vehicle stands ahead in its lane."""
    target = scene.target
    if target < 0 or scene.actors[target].thing == scene.motion.subject:
        return
    kind, spot = scene.actors[target].member.kind, scene.out.spots[target]
    if is_vehicle(kind) or spot.position[2] > 1.0:
        return
    share = 1.0 if kind in _BEFORE else -1.2
    x, y = nose + share * beyond
    scene.put(target, float(x), float(y), PAVEMENT_Z)
    scene.out.spots[target] = replace(scene.out.spots[target], yaw_deg=0.0)
    high = min(scene.actors[target].size[2], 3.4)
    scene.see(float(x), float(y), high)
