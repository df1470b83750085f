"""What was thought, as a file holds it."""

from typing import Literal

from pydantic import Field

from rayograph.core.value import Value
from rayograph.critic.judge import Judgement

Ending = Literal["pass", "budget", "stalled", "stopped"]


class Attempt(Value):
    """One sketch: what was tried and why, what was found of it, its score, its picture and seconds."""

    number: int
    parent: int | None = None
    seed: int
    what: str
    why: str = ""
    failed: str = ""
    """Why it could not be sketched; then nothing was judged."""
    judgement: Judgement = Judgement(judged=())
    score: float = 0.0
    picture: str = ""
    seconds: float = 0.0


class Reasoning(Value):
    """The whole of a thinking: what the brief was taken to ask for, all attempts in order, which is best."""

    schema_version: Literal["rayograph.reasoning/1"] = "rayograph.reasoning/1"
    brief: str
    understood: tuple[str, ...] = ()
    attempts: tuple[Attempt, ...] = Field(default=(), max_length=1000)
    best: int = 0
    ending: Ending = "stopped"
    budget_s: float | None = None
    seconds: float = 0.0

    @property
    def first_share(self) -> float:
        """Share of the intents that the first sketch passed."""
        return self.attempts[0].judgement.share if self.attempts else 0.0


def score(judgement: Judgement) -> float:
    """How good a sketch is: 1 for a pass, a half for what could not be measured, 0 for a fail, on average;
    margins decide between equals."""
    if not judgement.judged:
        return 0.0
    total = 0.0
    for each in judgement.judged:
        finding = each.finding
        worth = {"pass": 1.0, "unmeasured": 0.5, "fail": 0.0}[finding.verdict]
        margin = 0.0 if finding.margin is None else max(-1.0, min(1.0, finding.margin))
        total += worth + 0.02 * margin
    return round(total / len(judgement.judged), 6)
