"""What one mark makes of a plan, and what it lets one check."""

from dataclasses import dataclass

from rayograph.core.intent import Claim, Within
from rayograph.core.plan import CastMember, Event, ShotPlan

HALF = 0.07
"""Half the width of the box [parts of the frame] that a place on a drawn way stands for."""


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """The plan under a mark, the claims that frames are held against, and how the mark was read."""

    plan: ShotPlan
    claims: tuple[Claim, ...]
    meaning: str


def with_member(plan: ShotPlan, member: CastMember) -> ShotPlan:
    """The plan with one member in another state."""
    cast = tuple(member if each.id == member.id else each for each in plan.cast)
    return plan.model_copy(update={"cast": cast})


def with_event(plan: ShotPlan, event: Event) -> ShotPlan:
    """The plan in which a thing does this and nothing else."""
    kept = tuple(each for each in plan.action if each.object != event.object)
    return plan.model_copy(update={"action": (*kept, event)})


def around(name: str, x: float, y: float, at: float, aspect: float, half: float = HALF) -> Within | None:
    """The claim that a thing is about there at a part of the shot; None where that is hardly in the frame."""
    tall = half * min(aspect, 1.8)
    box = (max(x - half, 0.0), max(y - tall, 0.0), min(x + half, 1.0), min(y + tall, 1.0))
    if box[2] - box[0] < half or box[3] - box[1] < tall:
        return None
    left, top, right, bottom = (round(side, 4) for side in box)
    return Within(object=name, box=(left, top, right, bottom), at=round(min(max(at, 0.0), 1.0), 4))
