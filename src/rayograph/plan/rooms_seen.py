"""Small things in a room that was named: the frame is wide and level enough to tell the room."""

from rayograph.plan.casting import Actor
from rayograph.plan.facts import CameraFacts
from rayograph.plan.stage import ON_WALL, Stage

ROOM_FRAME = 0.72
"""Width of the frame about small things [m], at least, where it shows their room."""


def shows_room(facts: CameraFacts, stage: Stage) -> bool:
    """Whether small things are seen in a room that was named, which must be seen, too."""
    return stage.small and stage.room != "" and facts.framing is None


def on_wall_behind(actors: list[Actor], hero: int, small: bool) -> set[str]:
    """Signs on the wall behind small things: they stand in the picture as they may."""
    return {a.member.id for k, a in enumerate(actors) if small and k != hero and a.member.kind in ON_WALL}
