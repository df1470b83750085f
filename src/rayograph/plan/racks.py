"""How a rack of balls breaks."""

import numpy as np

from rayograph.core.plan import Launch
from rayograph.plan.scene_action import Scene, Vector, rolling, rounded
from rayograph.plan.styles import rolls

_LEAST = 5
"""Fewer balls than this that stand together are hit one by one."""


def is_rack(scene: Scene) -> bool:
    """Whether what is hit is a rack of balls."""
    if scene.target < 0:
        return False
    racked = scene.facts.things[scene.motion.target].arrangement == "triangle"
    return racked and len(scene.of_target()) >= _LEAST and rolls(scene.actors[scene.target].member.kind)


def scatter(scene: Scene, struck: int, way: Vector, when: float) -> None:
    """The blow sends every ball its own way, fanned out from where it falls, some widths far.

    A blow alone runs along the lines of the rack and moves its corners only.
    """
    group, side = scene.of_target(), np.array([-way[1], way[0]])
    middle = np.mean([scene.place(i) for i in group], axis=0)
    extent = max(float(np.linalg.norm(scene.place(i) - scene.place(struck))) for i in group)
    wide = 2 * scene.actors[struck].radius
    for rank, i in enumerate(group):
        along = float((scene.place(i) - scene.place(struck)) @ way) / extent
        off = float((scene.place(i) - middle) @ side) / extent
        uneven = np.sin(2.4 * rank)
        toward = (0.35 + 0.5 * along) * way + (1.5 * off + 0.25 * uneven) * side
        toward = toward / max(float(np.linalg.norm(toward)), 1e-6)
        far = wide * (1.2 + 2.6 * along + 2.2 * abs(off) + 0.6 * uneven)
        speed = float(np.sqrt(2 * rolling(scene.actors[i].member.kind, scene.stage) * max(far, wide)))
        scene.add(
            Launch(
                object=scene.actors[i].member.id,
                style="roll",
                at=round(when + 0.012 + 0.02 * along, 3),
                velocity=rounded(speed * toward[0], speed * toward[1], 0.0),
            )
        )
        end = scene.place(i) + 0.7 * far * toward
        scene.see_whole(i, float(end[0]), float(end[1]), scene.out.spots[i].position[2])
