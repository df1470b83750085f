"""What moves as if led: tall things slid along without tipping, balloons that rise, several that part."""

import numpy as np

from rayograph.core.plan import Drive, Launch
from rayograph.core.rooms import CEILING
from rayograph.plan.casting import Actor
from rayograph.plan.scene_action import Scene, Vector, rolling, rounded, scale_of, stride
from rayograph.plan.styles import WHEELED, rolls

AIRBORNE = ("balloon",)
"""Kinds that rise."""
WAFTED = ("sail", "slide", "drive", "drape", "rise")
"""Styles in which what is lighter than air floats up."""
_LET_GO = 0.62
"""Height at which the string of a balloon is let go in a room [m]."""
_SEEN_UP = 1.0
"""Where in a room a balloon rises with which the camera tilts [m]."""
_WITH_STRING = 0.68
"""Height of a balloon and its string [m]."""
_TALL = 1.2
"""Height over width of what would tip over if it were pushed off and left to friction."""


def glides(actor: Actor) -> bool:
    """Whether a thing is slid by a hand that does not let go, since it would else tip over."""
    return actor.member.kind not in WHEELED and actor.size[2] > _TALL * min(actor.size[:2])


def block_glide(scene: Scene, i: int, start: Vector, goal: Vector) -> None:
    """A tall thing slides upright from start to goal and slows to a stop there."""
    end = float(np.clip(0.5 * scene.seconds, 0.5, 1.6)) / scene.motion.slow
    z = scene.out.spots[i].position[2]
    parts = np.linspace(0.0, 1.0, 9)
    gone = 1.0 - (1.0 - parts) ** 2
    rows = [
        (round(float(t * end), 4), *(round(float(v), 4) for v in start + g * (goal - start)), z)
        for t, g in zip(parts, gone, strict=True)
    ]
    scene.put(i, float(start[0]), float(start[1]), z)
    scene.add(Drive(object=scene.actors[i].member.id, path=tuple((t, x, y, h) for t, x, y, h in rows)))
    scene.see_whole(i, float(start[0]), float(start[1]), z)
    scene.see_whole(i, float(goal[0]), float(goal[1]), z)


def block_rise(scene: Scene) -> None:
    """Balloons float up and drift off, never so far that they leave the frame."""
    sign = -1.0 if scene.motion.heading == "left" else 1.0
    for rank, i in enumerate(scene.mine):
        x, y, z = scene.out.spots[i].position
        size = scene.actors[i].size
        low, up = z + 0.35 * size[2], (1.5 + 0.25 * (rank % 3)) * size[2]
        if scene.stage.kind.name == "interior" and not scene.stage.small:
            # From where a hand lets go of it, over the furniture; a ceiling that is named is reached.
            low = max(low, _LET_GO + 0.12 * (rank % 3))
            if (scene.facts.camera.move or "").startswith("tilt"):
                y = max(y, _SEEN_UP)  # far enough for the frame to hold it from the start
            ceiling = any("ceiling" in p.phrase.lower() for p in scene.facts.places)
            up = (CEILING - _WITH_STRING - low) if ceiling else min(up + 0.5, CEILING - _WITH_STRING - low)
        start = x - sign * 0.4 * max(size[:2])
        parts = np.linspace(0.0, 1.0, 9)
        rows = tuple(
            (
                round(float(t * scene.seconds), 4),
                round(start + sign * size[0] * float(1.4 * t + 0.06 * np.sin(5.0 * t + rank)), 4),
                round(y + 0.8 * size[0] * float(t), 4),
                round(low + up * float(t) ** 1.2, 4),
            )
            for t in parts
        )
        scene.put(i, start, y, low)
        scene.add(Drive(object=scene.actors[i].member.id, path=rows))
        scene.see_whole(i, start, y, low)
        if not (scene.facts.camera.move or "").startswith("tilt"):
            scene.see_whole(i, *rows[-1][1:])


def block_parting(scene: Scene) -> None:
    """Several that lie together roll or slide away from each other, fanned out before the camera."""
    around = scene.place(scene.mine[0])
    count = len(scene.mine)
    far = min(stride(scene), 1.5 * scale_of(scene.stage))
    for rank, i in enumerate(scene.mine):
        angle = 2 * np.pi * (rank + 0.35) / count
        way = np.array([np.cos(angle), 0.8 * np.sin(angle)])
        radius = scene.actors[i].radius
        ring = 1.1 * radius / max(float(np.sin(np.pi / count)), 0.4)
        at = around + ring * way
        round_ = rolls(scene.actors[i].member.kind)
        slowing = rolling(scene.actors[i].member.kind, scene.stage) if round_ else scene.rubbing
        speed = max(float(np.sqrt(2 * slowing * far)), far / (0.7 * scene.seconds)) * scene.motion.slow
        scene.put(i, float(at[0]), float(at[1]), 0.0)
        scene.add(
            Launch(
                object=scene.actors[i].member.id,
                style="roll" if round_ else "slide",
                at=round(scene.cue, 3),
                velocity=rounded(way[0] * speed, way[1] * speed, 0.0),
            )
        )
        end = at + far * way
        scene.see_whole(i, float(at[0]), float(at[1]), 0.0)
        scene.see_whole(i, float(end[0]), float(end[1]), 0.0)
