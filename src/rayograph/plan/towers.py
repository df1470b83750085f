"""How a tower comes down."""

import numpy as np

from rayograph.core.plan import Launch, Topple
from rayograph.plan.scene_action import GRAVITY, Scene, Vector, rounded


def collapse(scene: Scene, group: list[int], way: Vector, when: float) -> None:
    """A tower slumps: its upper part is pushed off, the higher the harder, so that it comes down one way."""
    levels = sorted(group, key=lambda i: scene.out.spots[i].position[2])
    upper = levels[max(1, len(levels) // 3) :]
    foot = scene.place(levels[0])
    height = scene.out.spots[levels[-1]].position[2] + scene.actors[levels[-1]].size[2]
    for rank, i in enumerate(upper):
        actor = scene.actors[i]
        if i == levels[-1]:
            direction = rounded(way[0], way[1], 0.0)
            scene.add(Topple(object=actor.member.id, at=round(when, 3), direction=direction))
            continue
        far = 0.55 * min(actor.size[:2]) * (0.6 + 0.9 * (rank + 1) / len(upper))
        speed = float(np.sqrt(2 * 0.6 * GRAVITY * far))
        velocity = rounded(way[0] * speed, way[1] * speed - 0.05 * rank, 0.0)
        scene.add(Launch(object=actor.member.id, style="slide", at=round(when, 3), velocity=velocity))
    x, y = foot + way * 0.9 * height
    scene.see(x, y, 0.0)
