"""What a blow does to what it hits: it tips over, comes down, or goes flying."""

import numpy as np

from rayograph.core.plan import Launch, Topple
from rayograph.plan.card_house import HOUSE, fall_in
from rayograph.plan.scene_action import GRAVITY, Scene, Vector, rounded
from rayograph.plan.towers import collapse


def first_struck(scene: Scene, way: Vector) -> int:
    """Of a group, the one that stands nearest to where the blow comes from, at the foot of a pile."""
    group = scene.of_target() or [scene.target]
    low = min(scene.out.spots[i].position[2] for i in group)
    foot = [i for i in group if scene.out.spots[i].position[2] < low + 0.02]
    return min(foot, key=lambda i: float(scene.place(i) @ way))


def knock_over(scene: Scene, way: Vector, when: float) -> None:
    """What is hit goes over: tall things tip, towers come down."""
    group = scene.of_target()
    if scene.motion.flung:
        fling(scene, group, way, when)
        return
    if scene.actors[scene.target].member.kind == "domino":
        group = [first_struck(scene, way)]  # the rest of the chain falls of itself
    if scene.facts.things[scene.motion.target].arrangement == HOUSE:
        fall_in(scene, group, min(when, 0.8 * scene.seconds))
        return
    if scene.facts.things[scene.motion.target].arrangement in ("stack", "pile") and len(group) > 1:
        collapse(scene, group, way, min(when + 0.01, 0.8 * scene.seconds))
        return
    struck = first_struck(scene, way)
    racked = scene.facts.things[scene.motion.target].arrangement == "triangle"
    for i in group:
        gap = scene.place(i) - scene.place(struck)
        along, off = float(gap @ way), abs(float(gap[0] * way[1] - gap[1] * way[0]))
        tall = scene.actors[i].size[2] > 0.7 * min(scene.actors[i].size[:2])
        # What stands in a triangle is brought down by those before it, each two behind it.
        fanned = 0.62 * max(along, 0.0) if racked else 0.0
        laden = any(spot.on == scene.actors[i].member.id for spot in scene.out.spots)
        if (tall or laden) and off < scene.first.radius + 0.6 * scene.actors[i].radius + fanned:
            at = when + 0.03 + along / (2.5 if not scene.stage.small else 1.2)
            scene.add(
                Topple(
                    object=scene.actors[i].member.id,
                    at=round(min(at, 0.8 * scene.seconds), 3),
                    direction=rounded(float(way[0]), float(way[1]), 0.0),
                )
            )


def fling(scene: Scene, group: list[int], way: Vector, when: float) -> None:
    """What is hit goes flying: up and over, tumbling, never so far that the frame loses it."""
    side, struck = np.array([-way[1], way[0]]), first_struck(scene, way)
    small = scene.stage.small
    for rank, i in enumerate(group):
        size = scene.actors[i].size
        high = float(np.clip(1.1 * size[2], 0.05 if small else 0.3, 0.2 if small else 0.8))
        far = float(np.clip(1.8 * max(size), 0.1 if small else 0.6, 0.3 if small else 1.6))
        up = float(np.sqrt(2 * GRAVITY * high))
        off = 0.5 * (rank % 3 - 1) if len(group) > 1 else 0.2
        speed = far * GRAVITY / (2 * up)
        late = max(float((scene.place(i) - scene.place(struck)) @ way), 0.0) / (1.2 if small else 4.0)
        flat, turn = speed * (way + off * side), 7.0 + 1.5 * (rank % 3)
        scene.add(
            Launch(
                object=scene.actors[i].member.id,
                style="throw",
                at=round(min(when + 0.02 + late, 0.8 * scene.seconds), 3),
                velocity=rounded(float(flat[0]), float(flat[1]), up),
                spin=rounded(-way[1] * turn, way[0] * turn, 1.5 - rank),
            )
        )
        x, y, z = scene.out.spots[i].position
        end = scene.place(i) + 1.6 * far * (way + off * side)
        scene.see_whole(i, x + 0.5 * float(flat[0]) / speed * far, y, z + high)
        scene.see_whole(i, float(end[0]), float(end[1]), z)
