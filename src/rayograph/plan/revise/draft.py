"""A revision while its words are read: the ledger of the words, the plan so far, and the changes made."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from rayograph.core.errors import BriefError
from rayograph.core.plan import CastMember, ShotPlan
from rayograph.core.rig import LightRig
from rayograph.plan.ledger import Ledger
from rayograph.plan.quantity import NUMBER_WORDS, number
from rayograph.plan.revise.change import Change, changes
from rayograph.plan.revise.mentions import Mentions

AMOUNT = (
    rf"(?:\d+(?:[.,]\d+)?|{'|'.join(sorted((w for w in NUMBER_WORDS if len(w) > 2), key=len, reverse=True))})"
)
A_BIT = (
    r"(?:(?:a (?:tiny |little |wee )?(?:bit|little|touch|tad)|slightly|somewhat|a lot|much|far|way|even) )?"
)
"""How much, before a comparative."""
A_BIT_AFTER = r"(?: (?:(?:by )?a (?:tiny |little )?(?:bit|little|touch|tad)|slightly|somewhat|a lot|much))?"
"""How much, after a verb."""


@dataclass(kw_only=True)
class Draft:
    """Readers take words from `ledger`, and `put` the plan that the words make of the one before."""

    ledger: Ledger
    plan: ShotPlan
    mentions: Mentions
    changes: list[Change] = field(default_factory=list)

    def take(self, pattern: str) -> list[re.Match[str]]:
        """What of the free words matches, as whole words; `put` claims it."""
        return self.ledger.take(pattern)

    def put(self, m: re.Match[str], plan: ShotPlan, meaning: str) -> None:
        """Claim the words of a match; the plan after them is `plan`."""
        words = " ".join(self.ledger.brief[m.start() : m.end()].split()).strip(" ,.;")
        self.ledger.claim(m.start(), m.end(), "understood", meaning)
        self.changes += changes(self.plan, plan, words)
        self.plan = plan

    def members(self, phrase: str, at: int) -> list[str]:
        """The ids that a phrase means, said at `at` in the words."""
        return self.mentions.ids(phrase, at, self.plan)

    def change_cast(
        self, m: re.Match[str], ids: list[str], edit: Callable[[CastMember], CastMember], meaning: str
    ) -> None:
        """Put the plan with some members edited."""
        cast = tuple(edit(member) if member.id in ids else member for member in self.plan.cast)
        self.put(m, self.plan.model_copy(update={"cast": cast}), meaning)

    def change_rig(self, m: re.Match[str], rig: LightRig, meaning: str) -> None:
        """Put the plan under another rig."""
        self.put(m, self.plan.model_copy(update={"rig": rig}), meaning)


def degree(phrase: str, factor: float) -> float:
    """A factor under the words before its comparative: "a bit" is half of it in stops, "much" twice."""
    if re.search(r"\b(?:bit|little|touch|tad|slightly|somewhat)\b", phrase):
        return float(factor**0.5)
    return factor**2 if re.search(r"\b(?:lot|much|far|way)\b", phrase) else factor


def stops_of(phrase: str) -> float | None:
    """Stops in a phrase such as "by half a stop", "two thirds of a stop", "1.5 stops"."""
    m = re.search(
        rf"(?:({AMOUNT}|an?) )?(?:(thirds?|half|quarters?)(?: of)?(?: an?)? )?stops?( and a half)?", phrase
    )
    if m is None:
        return None
    parts = {"third": 1 / 3, "half": 0.5, "quarter": 0.25, None: 1.0}
    part = parts[m[2].rstrip("s") if m[2] else None]
    value = number(m[1]) if m[1] else 1.0
    return float(value * part) + (0.5 if m[3] else 0.0)


STOPS = rf"(?:(?:{AMOUNT}|an?) )?(?:(?:thirds?|half|quarters?)(?: of)?(?: an?)? )?stops?(?: and a half)?"


def refuse(words: str, why: str) -> BriefError:
    """The error of words that were understood but cannot be done."""
    return BriefError(f"{words!r} cannot be done: {why}")
