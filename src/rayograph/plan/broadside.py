"""How deep a thing is along a blow, and that what is long is met broadside."""

import numpy as np

from rayograph.plan.casting import Actor
from rayograph.plan.scene_action import Scene, Vector


def lay_across(scene: Scene, way: Vector) -> None:
    """What is long and lies in the open is met broadside: a log that is hit on its end hides behind it."""
    if scene.target >= 0 and _is_long(scene):
        spot = scene.out.spots[scene.target]
        yaw = float(np.degrees(np.arctan2(way[1], way[0]))) - 90.0
        scene.out.spots[scene.target] = spot.facing(round(yaw, 2))


def _is_long(scene: Scene) -> bool:
    """Whether the target is long and low, and lies in the open."""
    target = scene.actors[scene.target]
    wide, deep, tall = target.size
    lies = wide > 3 * deep and tall < 0.5 * wide
    return lies and not target.member.fixed and not scene.stage.kind.indoors


def half_of_target(scene: Scene, way: Vector) -> float:
    """Half the depth of the target along the way [m]."""
    target = scene.actors[scene.target]
    return 0.5 * target.size[1] if _is_long(scene) else half(target, way)


def half(actor: Actor, way: Vector) -> float:
    """Half the depth of a thing along the way [m]."""
    return 0.5 * actor.size[0] if abs(way[0]) > 0.5 else 0.5 * actor.size[1]
