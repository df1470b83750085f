"""Small things in a room that was named: the frame is wide and level enough to tell the room."""

from rayograph.core.rooms import PURPOSES
from rayograph.plan.casting import Actor
from rayograph.plan.facts import CameraFacts
from rayograph.plan.stage import ON_WALL, Stage

ROOM_FRAME, FLOOR_FRAME = 0.72, 1.8
"""Width of the frame [m], at least, about what is on a table and what is on a floor."""


def shows_room(facts: CameraFacts, stage: Stage) -> bool:
    """Whether small things are seen in a room that was named, which must be seen, too."""
    told = stage.room != "" if stage.small else stage.room in PURPOSES
    return told and facts.framing is None


def room_frame(stage: Stage) -> float:
    """Width of the frame [m], at least, where it shows the room."""
    return ROOM_FRAME if stage.small else FLOOR_FRAME


def rise(facts: CameraFacts, stage: Stage, tall: float) -> float:
    """How far over the middle of what is `tall` [m] the camera aims, as a part of the frame's height."""
    if not shows_room(facts, stage) or tall > 0.6:
        return 0.03
    return 0.13 if stage.small else 0.09


def on_wall_behind(actors: list[Actor], hero: int, small: bool) -> set[str]:
    """Signs on the wall behind small things: they stand in the picture as they may."""
    return {a.member.id for k, a in enumerate(actors) if small and k != hero and a.member.kind in ON_WALL}
