"""How a tower comes down."""

import numpy as np

from rayograph.core.plan import Launch, Topple
from rayograph.plan.scene_action import GRAVITY, Scene, Vector, rounded

_UPRIGHT = 0.6
"""Height over width of what does not stay where it stands when what it carried is swept off."""
_RUBBING = 0.6 * GRAVITY
"""Deceleration of what slides off, or on where it has landed [m/s²]."""


def collapse(scene: Scene, group: list[int], way: Vector, when: float) -> None:
    """A tower slumps: its upper part is pushed off, the higher the farther, so that it comes down one way.

    The frame holds the tower as it stands, and where the last of it comes to rest.
    """
    levels = sorted(group, key=lambda i: scene.out.spots[i].position[2])
    foot = levels[0]
    upper = levels if _upright(scene, foot) else levels[max(1, len(levels) // 3) :]
    base = scene.out.spots[foot].position[2]
    widest = 0.0
    for rank, i in enumerate(upper):
        actor = scene.actors[i]
        # Even the lowest slides farther than it rests on, so that nothing stays leaning and still.
        far = min(actor.size[:2]) * (0.75 + 0.9 * (rank + 1) / len(upper))
        if i == levels[-1] or (i == foot and len(upper) == len(levels)):
            late = 0.1 if i == foot else 0.0
            direction = rounded(way[0], way[1], 0.0)
            scene.add(Topple(object=actor.member.id, at=round(when + late, 3), direction=direction))
            continue
        speed = float(np.sqrt(2 * _RUBBING * far))
        flight = speed * float(np.sqrt(2 * max(scene.out.spots[i].position[2] - base, 0.0) / GRAVITY))
        widest = max(widest, 0.8 * far + 0.7 * flight)
        side = 0.12 * speed * (1 if rank % 2 else -1)
        velocity = rounded(way[0] * speed - way[1] * side, way[1] * speed + way[0] * side, 0.0)
        turn = 2.0 + 0.6 * rank
        spin = rounded(-way[1] * turn, way[0] * turn, 0.8 * (1 if rank % 2 else -1))
        scene.add(
            Launch(object=actor.member.id, style="slide", at=round(when, 3), velocity=velocity, spin=spin)
        )
    top = levels[-1]
    scene.see_whole_at(top, scene.place(top), scene.out.spots[top].position[2])
    # The topmost falls from the highest, and so the farthest.
    x, y = scene.place(foot) + way * (widest + 1.1 * (scene.out.spots[top].position[2] - base))
    scene.see_whole(top, x, y, base)


def _upright(scene: Scene, i: int) -> bool:
    size = scene.actors[i].size
    return size[2] > _UPRIGHT * min(size[:2])
