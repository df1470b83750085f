"""What comes down a flight of steps or a ramp, and what it runs into below."""

from dataclasses import replace
from typing import Literal

import numpy as np

from rayograph.core.plan import Launch
from rayograph.plan.blows import knock_over
from rayograph.plan.scene_action import GRAVITY, Scene, Vector, rolling, rounded
from rayograph.plan.styles import WHEELED, rolls

WAYS = ("steps", "ramp")
"""Kinds that things come down on."""
_AWRY = 24.0
"""They are seen from aside: they come down to the right and a little towards us [deg]."""
_TREAD, _RISE = 0.31, 0.16
"""Depth and height of a step [m]."""
_SMALL_M = 0.15
"""What has a lesser radius than this is small beside a whole flight [m]."""
_STEP_SPEED = 0.85
"""Speed [m/s] with which something leaves the top step: it then meets each of them about once."""
_WHEELS = 1.3
"""Deceleration [m/s²] of small wheels on the level."""


def way_down(scene: Scene) -> int:
    """The flight or ramp that the mover stands on or is to come down, or -1."""
    on = scene.out.spots[scene.mine[0]].on
    for k, actor in enumerate(scene.actors):
        if actor.member.kind in WAYS and (actor.member.id == on or scene.motion.down == actor.thing):
            return k
    return -1


def block_descent(scene: Scene, host: int) -> None:
    """It starts at the top, and its weight takes it down; what it is to hit stands at the foot."""
    sign = -1.0 if scene.motion.heading == "left" else 1.0
    yaw = -_AWRY if sign > 0 else 180.0 + _AWRY
    way = np.array([np.cos(np.deg2rad(yaw)), np.sin(np.deg2rad(yaw))])
    length, _, high = scene.actors[host].size
    spot = scene.out.spots[host]
    scene.out.spots[host] = spot.facing(yaw)
    base = scene.place(host)
    stairs = scene.actors[host].member.kind == "steps"
    # What is small starts half way down, so that it is seen from near enough.
    above = 2 if stairs and scene.first.radius < _SMALL_M else 0
    for rank, i in enumerate(scene.mine):
        radius = scene.actors[i].radius
        back = 0.5 * length - ((above + 0.45) * _TREAD if stairs else radius + 0.02)
        side = 2.2 * radius * (((rank + 1) // 2) * (1 if rank % 2 else -1))
        at = base - back * way + side * np.array([-way[1], way[0]])
        scene.put(
            i,
            float(at[0]),
            float(at[1]),
            spot.position[2] + high - above * _RISE,
            on=scene.actors[host].member.id,
        )
        _set_off(scene, i, way, rank, 0.0 if stairs else float(np.rad2deg(np.arctan2(high, length))))
    foot = base + 0.5 * length * way
    run = _run(scene)
    if scene.target >= 0 and scene.actors[scene.target].thing != scene.actors[host].thing:
        _hit_below(scene, host, foot, way, stairs)
    z = spot.position[2]
    scene.see_whole_at(scene.mine[0], scene.place(scene.mine[0]), z + high - above * _RISE)
    end = foot + run * way
    scene.see_whole(scene.mine[0], float(end[0]), float(end[1]), z)
    if not above:
        head = base - 0.5 * length * way
        scene.see(float(head[0]), float(head[1]), z)


def _run(scene: Scene) -> float:
    """How far beyond the foot the frame shows [m]."""
    return float(np.clip(5.0 * max(scene.first.size), 0.15, 0.8))


def _set_off(scene: Scene, i: int, way: Vector, rank: int, slope: float) -> None:
    """Send one on its way; on a ramp of `slope` [deg] it is held, nose down, until then."""
    stairs = slope == 0.0
    kind = scene.actors[i].member.kind
    round_ = rolls(kind)
    style: Literal["throw", "roll", "slide"] = "roll" if round_ else "slide"
    bounces = stairs and round_
    speed = (_STEP_SPEED if round_ else 1.1) if stairs else (0.12 if round_ else 0.4)
    if bounces:
        style = "throw"
    else:
        yaw = float(np.degrees(np.arctan2(way[1], way[0])) + 90.0)
        scene.out.spots[i] = scene.out.spots[i].facing(yaw if kind in WHEELED or not round_ else 0.0)
        if not round_:
            scene.out.spots[i] = replace(scene.out.spots[i], tilt_deg=round(slope, 2))
    axis = np.array([-way[1], way[0]])
    turn = speed / max(scene.actors[i].radius, 0.01) if bounces else 0.0
    scene.add(
        Launch(
            object=scene.actors[i].member.id,
            style=style,
            at=round(0.0 if bounces and rank == 0 else scene.cue + 0.3 * rank, 3),
            velocity=rounded(speed * way[0], speed * way[1], 0.0),
            spin=rounded(turn * axis[0], turn * axis[1], 0.0),
            height=0.12 if bounces else (0.0 if stairs else 0.002),
        )
    )


def _hit_below(scene: Scene, host: int, foot: Vector, way: Vector, stairs: bool) -> None:
    """Its target stands a little beyond the foot, in its way, and comes down when it gets there."""
    group = scene.of_target()
    first = scene.actors[scene.target]
    gap = 0.45 if stairs else 0.12
    shift = foot + (gap + first.radius) * way - scene.place(scene.target)
    for g in group:
        x, y = scene.place(g) + shift
        scene.put(g, float(x), float(y), scene.out.spots[g].position[2], on=scene.out.spots[g].on)
        scene.see_whole(g, float(x), float(y), scene.out.spots[g].position[2])
        fallen = np.array([x, y]) + 1.6 * scene.actors[g].size[2] * way
        scene.see(float(fallen[0]), float(fallen[1]), scene.out.spots[host].position[2])
    if scene.motion.style in ("hit", "knock over", "push") or scene.motion.falls or len(group) > 1:
        falling = replace(scene, motion=replace(scene.motion, falls=True))
        knock_over(falling, way, scene.cue + _time_down(scene, host, gap, stairs))


def _time_down(scene: Scene, host: int, gap: float, stairs: bool) -> float:
    """When it has come down and crossed the gap [s]: v² = w² + 2as on the slope, then nearly even."""
    length, _, high = scene.actors[host].size
    if stairs:
        return (length + gap) / _STEP_SPEED
    kind, slope = scene.first.member.kind, float(np.arctan2(high, length))
    run = float(np.hypot(length, high)) - 2 * scene.first.radius
    if rolls(kind):
        start, gain, loss = 0.12, 5 / 7 * GRAVITY * np.sin(slope), rolling(kind, scene.stage)
    else:
        start, gain, loss = 0.4, GRAVITY * np.sin(slope) - _WHEELS * np.cos(slope), _WHEELS
    speed = float(np.sqrt(start**2 + 2 * max(gain, 0.2) * run))
    return (speed - start) / max(gain, 0.2) + gap / max(speed - 0.5 * loss * gap / speed, 0.1)
