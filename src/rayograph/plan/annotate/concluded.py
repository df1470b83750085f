"""A plan that marks or courses have changed, with its claims and readings in order."""

from rayograph.core.intent import Intent
from rayograph.core.plan import Reading, ShotPlan, plan_from_json
from rayograph.plan.caption import caption
from rayograph.plan.revise.change import changes
from rayograph.plan.revise.claims import claimed


def concluded(
    before: ShotPlan, plan: ShotPlan, asked: list[Intent], readings: list[Reading], source: str
) -> ShotPlan:
    """The changed plan, checked whole: claims that were overruled go, those that were drawn come.

    Raises:
        PlanError: what was made of it is no plan.
    """
    kept = claimed(plan, changes(before, plan))
    plan = plan.model_copy(update={
        "intents": tuple(dict.fromkeys((*kept, *asked)))[:1000], "readings": (*plan.readings, *readings),
    })  # fmt: skip
    plan = plan_from_json(plan.to_json(), source=source)
    return plan.model_copy(update={"caption": caption(plan)})
