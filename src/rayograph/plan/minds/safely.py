"""Planning what a mind read, and what the grammar read where that cannot be planned."""

from rayograph.core.errors import BriefError, RayographError, SetupError
from rayograph.core.plan import ShotPlan
from rayograph.plan.brief import Reader, read_brief
from rayograph.plan.facts import Facts
from rayograph.plan.ledger import Ledger
from rayograph.plan.planner import Settings, plan_brief


def plan_read(brief: str, reader: Reader, *, seed: int, settings: Settings, strict: bool) -> ShotPlan:
    """Plan a brief with a reader; where a mind says what no arrangement fits, with the grammar's facts.

    Raises:
        BriefError, PlanError: as `plan_brief`, of the grammar's reading; or, with `strict`, of the mind's.
        SetupError: the mind cannot be run on this machine.
    """
    if reader is read_brief:
        return plan_brief(brief, seed=seed, settings=settings, strict=strict)
    try:
        return plan_brief(brief, seed=seed, settings=settings, strict=strict, reader=reader)
    except SetupError:
        raise
    except (RayographError, ValueError, ArithmeticError, LookupError, AssertionError) as error:
        if strict and isinstance(error, BriefError):
            raise
        why = " ".join(str(error).split())[:200]

    def alone(ledger: Ledger) -> Facts:
        facts = read_brief(ledger)
        ledger.assume(
            f"read by the embedded planner alone, since the mind's reading cannot be planned: {why}"
        )
        return facts

    return plan_brief(brief, seed=seed, settings=settings, strict=strict, reader=alone)
