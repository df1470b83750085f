"""What bounces in and runs into something: one bounce in the frame, and it arrives low enough to hit."""

import numpy as np

from rayograph.core.plan import Launch
from rayograph.plan.blows import first_struck, knock_over
from rayograph.plan.scene_action import GRAVITY, Scene, Vector, rounded, stride, way_of

_SPRING = 0.68
"""Part of its speed that it keeps in a bounce: of a ball on turf or on cloth."""
_TURNS = (0.0, -20.0, 20.0, -38.0, 38.0, -55.0)
"""Ways by which it may come [deg], the straight one first."""


def block_bounce_into(scene: Scene) -> None:
    """It comes in through the air, bounces once, and is down again where what it hits stands."""
    goal = first_struck(scene, way_of(scene.motion.heading))
    _bring_to_the_fore(scene, goal)
    struck, ball = scene.actors[goal], scene.first
    at, base = scene.place(goal), scene.out.spots[goal].position[2]
    away = float(np.clip(2.0 * stride(scene), 0.4 if scene.stage.small else 1.8, 2.6))
    way = _clear_way(scene, goal, away)
    contact = 0.4 * (float(min(struck.size[:2])) + ball.size[0])
    height = float(np.clip(2.2 * struck.size[2], 2.0 * ball.size[2], 0.85)) + base
    falls = float(np.sqrt(2 * height / GRAVITY))
    # Its second landing lies just before what it hits: whether it bounces a little more or less, it hits it.
    time = falls * (1.0 + 2.0 * _SPRING)
    speed = away / time * min(scene.motion.slow, 1.3)
    start = at - (away + contact + 0.4 * ball.radius) * way
    i = scene.mine[0]
    scene.put(i, float(start[0]), float(start[1]), scene.ground(start))
    turn = speed / max(ball.radius, 1e-3)
    scene.add(
        Launch(
            object=ball.member.id,
            style="throw",
            at=0.0,
            velocity=rounded(way[0] * speed, way[1] * speed, 0.0),
            height=round(height, 3),
            spin=rounded(-way[1] * turn, way[0] * turn, 0.0),
        )
    )
    hit = (away + 0.4 * ball.radius) / speed
    for k in (i, goal):  # it is on its way all the while: nothing is to be timed anew
        scene.point(k, max(hit, 0.5 * scene.seconds))
    if scene.motion.falls:
        knock_over(scene, way, hit)
    # It comes in from beside the frame, which holds the end of its way and what bears the thing it hits.
    lands = at - 0.4 * away * way
    scene.see(float(lands[0]), float(lands[1]), base)
    for k, bearer in enumerate(scene.actors):
        if bearer.member.id == scene.out.spots[goal].on and not scene.stage.small:
            scene.see_whole(k, *scene.out.spots[k].position)
    scene.see_whole(goal, float(at[0]), float(at[1]), base)
    end = at + (struck.size[2] + 0.5 * ball.radius) * way
    scene.see(float(end[0]), float(end[1]), base)


def _bring_to_the_fore(scene: Scene, goal: int) -> None:
    """What is to be hit changes places with what stands with it, nearer to where the blow comes from."""
    spots, way = scene.out.spots, way_of(scene.motion.heading)
    mates = [k for k, s in enumerate(spots) if s.on == spots[goal].on != "stage"]
    first = min(mates, key=lambda k: float(scene.place(k) @ way), default=goal)
    if first != goal and not any(
        scene.actors[first].thing == scene.actors[k].thing for k in scene.of_target()
    ):
        (ax, ay), (bx, by) = scene.place(goal), scene.place(first)
        scene.put(goal, float(bx), float(by), spots[goal].position[2], on=spots[goal].on)
        scene.put(first, float(ax), float(ay), spots[first].position[2], on=spots[first].on)


def _clear_way(scene: Scene, goal: int, away: float) -> Vector:
    """Of some ways from the said side the one on which nothing else stands before what is hit."""
    usual = way_of(scene.motion.heading)
    mine = {*scene.mine, goal}
    bearers = {spot.on for spot in scene.out.spots}
    others = [k for k, a in enumerate(scene.actors) if k not in mine and a.member.id not in bearers]
    at = scene.place(goal)

    def room(angle: float) -> float:
        c, s = np.cos(np.deg2rad(angle)), np.sin(np.deg2rad(angle))
        way = np.array([c * usual[0] - s * usual[1], s * usual[0] + c * usual[1]])
        gaps = []
        for k in others:
            gap = at - scene.place(k)
            along = float(gap @ way)
            if -0.05 < along < 0.75 * away:
                off = abs(float(gap[0] * way[1] - gap[1] * way[0]))
                gaps.append(off - scene.actors[k].radius - scene.first.radius)
        # From the front it would hide what it hits.
        return min([0.03, *gaps]) - 1e-4 * abs(angle) - 0.05 * bool(way[1] > 0.1)

    best = np.deg2rad(max(_TURNS, key=room))
    c, s = float(np.cos(best)), float(np.sin(best))
    return np.array([c * usual[0] - s * usual[1], s * usual[0] + c * usual[1]])
