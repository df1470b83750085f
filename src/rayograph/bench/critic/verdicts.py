"""What the critic says of the reels of a bench shot, by measure."""

from collections.abc import Mapping
from dataclasses import dataclass

from rayograph.bench.critic.broken import Break, Seen
from rayograph.core.plan import ShotPlan
from rayograph.critic.audit import LAWS
from rayograph.critic.finding import Finding
from rayograph.critic.judge import judge
from rayograph.critic.reel import Reel

LIGHT = frozenset({"exposure", "hardness", "light_from", "lit", "mood", "time_of_day", "warmth"})
"""Kinds of claims that are measured on frames with light."""
LAWS_SEEN: dict[Seen, frozenset[str]] = {
    "data": frozenset(
        {"depth_normal", "reprojection", "permanence", "penetration", "restitution", "friction"}
    ),
    "light": frozenset({"shadow_direction", "highlight"}),
    "run": frozenset({"flicker", "colour_path", "linearity"}),
}
Verdicts = Mapping[tuple[str, str], Finding]
"""By measure, and which claim, or what a law was measured of."""


def verdicts(plan: ShotPlan, reel: Reel, seen: Seen) -> Verdicts:
    """What can be measured on such a reel: of all frames' data, of a few with light, or of neighbours."""
    found: dict[tuple[str, str], Finding] = {}
    asked = [i for i in plan.intents if seen != "run" and (i.claim.kind in LIGHT) == (seen == "light")]
    for number, judged in enumerate(judge(asked, reel).judged):
        found[judged.intent.claim.kind, str(number)] = judged.finding
    for law in LAWS:
        if law.__name__ in LAWS_SEEN[seen]:
            found |= {(law.__name__, subject): finding for subject, finding in law(reel)}
    return found


@dataclass(frozen=True, kw_only=True)
class Tried:
    """A break of a shot, and the measures that failed because of it; `able`: those that could have."""

    fault: Break
    shot: str
    able: frozenset[str]
    failed: frozenset[str]

    @property
    def caught(self) -> bool:
        """Whether one of the measures that had to has failed."""
        return bool(self.failed & self.fault.caught_by)


def tried(fault: Break, shot: str, good: Verdicts, bad: Verdicts) -> Tried:
    """Only what did not fail on the good shot counts."""
    failed = {
        key for key, each in bad.items()
        if each.verdict == "fail" and (key not in good or good[key].verdict != "fail")
    }  # fmt: skip
    return Tried(
        fault=fault,
        shot=shot,
        able=frozenset(kind for kind, _ in {*good, *bad}),
        failed=frozenset(kind for kind, _ in failed),
    )
