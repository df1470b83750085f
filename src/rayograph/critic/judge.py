"""Every claim to its measure, in one place."""

from collections.abc import Iterable
from typing import assert_never

from pydantic import Field

from rayograph.core import intent as asked
from rayograph.core.intent import Claim, Intent
from rayograph.core.value import Value
from rayograph.critic.absence import absence
from rayograph.critic.angle import angle
from rayograph.critic.camera_move import camera_move
from rayograph.critic.colour import colour
from rayograph.critic.contact import contact
from rayograph.critic.continuity import continuity
from rayograph.critic.count import count
from rayograph.critic.direction import direction
from rayograph.critic.event import event
from rayograph.critic.exposure import exposure
from rayograph.critic.finding import Finding
from rayograph.critic.framing import framing
from rayograph.critic.gravity import gravity
from rayograph.critic.hardness import hardness
from rayograph.critic.lens import lens
from rayograph.critic.light_from import light_from
from rayograph.critic.lit import lit
from rayograph.critic.material import material
from rayograph.critic.mood import mood
from rayograph.critic.placement import placement
from rayograph.critic.presence import presence
from rayograph.critic.reel import Reel
from rayograph.critic.relation import relation
from rayograph.critic.size import size
from rayograph.critic.time_of_day import time_of_day
from rayograph.critic.visible import visible
from rayograph.critic.warmth import warmth
from rayograph.critic.within import within


class Judged(Value):
    """An intent and what was found of it."""

    intent: Intent
    finding: Finding


class Judgement(Value):
    """All intents of a shot."""

    judged: tuple[Judged, ...] = Field(max_length=1000)

    @property
    def share(self) -> float:
        """The part of what could be measured that passed; 1 if nothing could."""
        told = [each.finding.verdict for each in self.judged if each.finding.verdict != "unmeasured"]
        return told.count("pass") / len(told) if told else 1.0


_OF_LIGHT = (
    asked.Exposure, asked.Hardness, asked.LightFrom, asked.Lit, asked.Mood, asked.TimeOfDay, asked.Warmth,
)  # fmt: skip


def judge(intents: Iterable[Intent], reel: Reel, lit: Reel | None = None) -> Judgement:
    """Measure every intent on the frames.

    Args:
        lit: a few frames of the same shot with light, where `reel` has data passes alone.
    """
    stills = reel if lit is None else lit
    return Judgement(
        judged=tuple(
            Judged(intent=i, finding=measure(i.claim, stills if isinstance(i.claim, _OF_LIGHT) else reel))
            for i in intents
        )
    )


def measure(claim: Claim, reel: Reel) -> Finding:
    """What the frames say of one claim."""
    match claim:
        case asked.Presence():
            return presence(claim, reel)
        case asked.Count():
            return count(claim, reel)
        case asked.Absence():
            return absence(claim, reel)
        case asked.Colour():
            return colour(claim, reel)
        case asked.Material():
            return material(claim, reel)
        case asked.Size():
            return size(claim, reel)
        case asked.Relation():
            return relation(claim, reel)
        case asked.Placement():
            return placement(claim, reel)
        case asked.Within():
            return within(claim, reel)
        case asked.Framing():
            return framing(claim, reel)
        case asked.Visible():
            return visible(claim, reel)
        case asked.Event():
            return event(claim, reel)
        case asked.Direction():
            return direction(claim, reel)
        case asked.Contact():
            return contact(claim, reel)
        case asked.Continuity():
            return continuity(claim, reel)
        case asked.Gravity():
            return gravity(claim, reel)
        case asked.CameraMove():
            return camera_move(claim, reel)
        case asked.Lens():
            return lens(claim, reel)
        case asked.Angle():
            return angle(claim, reel)
        case asked.Exposure():
            return exposure(claim, reel)
        case asked.Hardness():
            return hardness(claim, reel)
        case asked.LightFrom():
            return light_from(claim, reel)
        case asked.Lit():
            return lit(claim, reel)
        case asked.Mood():
            return mood(claim, reel)
        case asked.TimeOfDay():
            return time_of_day(claim, reel)
        case asked.Warmth():
            return warmth(claim, reel)
        case _:
            assert_never(claim)
