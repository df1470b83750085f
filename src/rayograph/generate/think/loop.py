"""Plan, sketch, judge, change the plan where an intent fails, judge again; the best of all is what is shot.

It ends at a pass, at its budget, or when two rounds brought nothing. The best attempt is never worse than the
first, because it is the best of all by the same score.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from rayograph.core.errors import RayographError
from rayograph.core.plan import ShotPlan
from rayograph.critic.judge import Judgement, judge
from rayograph.generate.think.mends import Mend, mends
from rayograph.generate.think.record import Attempt, Ending, Reasoning, score
from rayograph.generate.think.sketch import Sketch, sketch

SEEDS = 2
"""Drafts that a brief gets before anything is changed."""
PER_ROUND = 4
"""Changes that are tried in a round."""
IDLE_ROUNDS = 2


@dataclass(frozen=True, kw_only=True)
class Thought:
    """The plan to shoot, and how it was come by."""

    plan: ShotPlan
    reasoning: Reasoning


@dataclass
class _Mind:
    """What is known so far."""

    deadline: float | None
    stop: Callable[[], bool]
    report: Callable[[Attempt], None]
    shown: Callable[[int, Sketch], str]
    attempts: list[Attempt] = field(default_factory=list)
    best: tuple[float, ShotPlan, Sketch | None, Judgement, int] | None = None
    longest: float = 0.0
    cut: bool = False

    def over(self) -> bool:
        """Whether to stop at once."""
        late = self.deadline is not None and time.monotonic() > self.deadline
        self.cut = self.cut or late
        return late or self.stop()

    def room(self) -> bool:
        """Whether another sketch, as long as the longest so far, fits the budget."""
        fits = self.deadline is None or time.monotonic() + self.longest < self.deadline
        self.cut = self.cut or not fits
        return fits and not self.stop()


def think(
    plans: Callable[[int], ShotPlan], *, budget: float | None = None,
    stop: Callable[[], bool] = lambda: False,
    report: Callable[[Attempt], None] = lambda attempt: None,
    shown: Callable[[int, Sketch], str] = lambda number, made: "",
) -> Thought:  # fmt: skip
    """Think about a shot.

    Args:
        plans: the plan by seed offset; 0 is the one that was asked for. budget: seconds at most; None
        thinks until two rounds bring nothing. report: called after every attempt. shown: keeps a
        picture of a sketch and says its name.

    Raises:
        RayographError: the first plan cannot be made or sketched.
    """
    start = time.monotonic()
    deadline = None if budget is None else start + budget
    mind = _Mind(deadline=deadline, stop=stop, report=report, shown=shown)
    first = plans(0)
    _try(mind, first, what="as planned", parent=None, must=True)
    idle = 0
    seeds = iter(range(1, 1000))
    for _ in range(SEEDS - 1):
        if not _done(mind) and mind.room():
            _try_seed(mind, plans, next(seeds))
    while not _done(mind) and idle < IDLE_ROUNDS and not mind.over():
        before = mind.best[0] if mind.best else 0.0
        tried = _round(mind, plans, seeds)
        if mind.cut or not tried:
            break
        idle = 0 if mind.best and mind.best[0] > before else idle + 1
    return _thought(mind, first, budget, time.monotonic() - start)


def _thought(mind: _Mind, first: ShotPlan, budget: float | None, seconds: float) -> Thought:
    ending: Ending = "stalled"
    if mind.stop():
        ending = "stopped"
    elif _done(mind):
        ending = "pass"
    elif mind.cut:
        ending = "budget"
    plan, number = (first, 0) if mind.best is None else (mind.best[1], mind.best[4])
    said = tuple(f"{r.verdict}: {r.phrase}: {r.meaning}" for r in first.readings)
    reasoning = Reasoning(
        brief=first.brief or first.title, understood=said, attempts=tuple(mind.attempts), best=number,
        ending=ending, budget_s=budget, seconds=round(seconds, 2),
    )  # fmt: skip
    return Thought(plan=plan, reasoning=reasoning)


def _done(mind: _Mind) -> bool:
    """Whether nothing fails any more."""
    return mind.best is not None and all(j.finding.verdict != "fail" for j in mind.best[3].judged)


def _round(mind: _Mind, plans: Callable[[int], ShotPlan], seeds: Iterator[int]) -> bool:
    """Try changes of the best plan, for its worst intents in turn; whether any was tried."""
    assert mind.best is not None
    _, plan, made, judgement, number = mind.best
    tried = 0
    for mend, why in _proposals(plan, made, judgement, _known(mind, number)):
        if tried == PER_ROUND or not mind.room():
            break
        tried += 1
        _try(mind, mend.plan, what=mend.what, why=why, parent=number)
        if mind.best is not None and mind.best[4] != number:
            return True  # go on from what is better
    if tried < PER_ROUND and mind.room():
        tried += 1
        _try_seed(mind, plans, next(seeds))
    return tried > 0


def _known(mind: _Mind, parent: int) -> set[str]:
    """What has been tried from an attempt."""
    return {attempt.what for attempt in mind.attempts if attempt.parent == parent}


def _proposals(
    plan: ShotPlan, made: Sketch | None, judgement: Judgement, known: set[str]
) -> Iterator[tuple[Mend, str]]:
    """Changes with their reasons: the first idea for each failing intent, then the second ideas …"""
    if made is None:
        return
    ways = [
        (mends(plan, each.intent.claim, made.reel, made.lit), each)
        for each in judgement.judged
        if each.finding.verdict == "fail"
    ]
    told = set(known)
    while ways:
        left = []
        for way, each in ways:
            mend = next(way, None)
            if mend is None:
                continue
            left.append((way, each))
            if mend.what not in told:
                told.add(mend.what)
                words = each.intent.words or each.intent.claim.kind.replace("_", " ")
                yield mend, f"{words}: {each.finding.note or each.finding.wanted}"
        ways = left


def _try_seed(mind: _Mind, plans: Callable[[int], ShotPlan], offset: int) -> None:
    try:
        plan = plans(offset)
    except RayographError:
        return
    if mind.best is not None and plan.cast == mind.best[1].cast:
        return  # a plan file, or a brief that leaves nothing open
    _try(mind, plan, what=f"planned anew with seed {plan.seed}", parent=None)


def _try(
    mind: _Mind, plan: ShotPlan, *, what: str, parent: int | None, why: str = "", must: bool = False
) -> None:
    """Sketch and judge a plan, and keep it if it is the best so far."""
    number, start = len(mind.attempts), time.monotonic()
    like = mind.best[2] if mind.best else None
    try:
        made = sketch(plan, like=like, stop=mind.over)
    except RayographError as error:
        if must:
            raise
        made = None
        attempt = Attempt(number=number, parent=parent, seed=plan.seed, what=what, why=why, failed=str(error))
    else:
        if made is None:
            return
        judgement = judge(made.plan.intents, made.reel, made.lit)
        attempt = Attempt(number=number, parent=parent, seed=plan.seed, what=what, why=why,
                          judgement=judgement, score=score(judgement), picture=mind.shown(number, made),
                          seconds=round(time.monotonic() - start, 2))  # fmt: skip
        if mind.best is None or attempt.score > mind.best[0] + 1e-9:
            mind.best = (attempt.score, made.plan, made, judgement, number)
    mind.longest = max(mind.longest, time.monotonic() - start)
    mind.attempts.append(attempt)
    mind.report(attempt)
