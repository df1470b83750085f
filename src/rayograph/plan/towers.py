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
        # Even the lowest slides farther than it rests on, so that nothing stays leaning and still.
        far = min(actor.size[:2]) * (0.75 + 0.9 * (rank + 1) / len(upper))
        speed = float(np.sqrt(2 * 0.6 * GRAVITY * far))
        side = 0.12 * speed * (1 if rank % 2 else -1)
        velocity = rounded(way[0] * speed - way[1] * side, way[1] * speed + way[0] * side, 0.0)
        turn = 2.0 + 0.6 * rank
        spin = rounded(-way[1] * turn, way[0] * turn, 0.8 * (1 if rank % 2 else -1))
        scene.add(
            Launch(object=actor.member.id, style="slide", at=round(when, 3), velocity=velocity, spin=spin)
        )
    x, y = foot + way * (0.9 * height + 1.2 * scene.actors[levels[0]].radius)
    scene.see(x, y, 0.0)
