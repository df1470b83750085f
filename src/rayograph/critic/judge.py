"""Every claim to its measure, in one place."""

from collections.abc import Iterable

from pydantic import Field

from rayograph.core.intent import Claim, Intent
from rayograph.core.value import Value
from rayograph.critic.finding import Finding, unmeasured
from rayograph.critic.reel import Reel


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


def judge(intents: Iterable[Intent], reel: Reel) -> Judgement:
    """Measure every intent on the frames."""
    return Judgement(judged=tuple(Judged(intent=i, finding=measure(i.claim, reel)) for i in intents))


def measure(claim: Claim, reel: Reel) -> Finding:
    """What the frames say of one claim."""
    match claim:
        case _:
            return unmeasured(claim.kind, "there is no measure of this yet")
