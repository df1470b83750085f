"""A plan's set, built: the four sets behind one call."""

from collections.abc import Callable

import numpy as np

from rayograph.core.catalogue import set_kind
from rayograph.core.errors import PlanError
from rayograph.core.plan import SetPlan
from rayograph.world.scene import BuiltSet
from rayograph.world.sets import interior, lake, street, tabletop

BUILDERS: dict[str, Callable[[SetPlan, np.random.Generator], BuiltSet]] = {
    "tabletop": tabletop.build,
    "interior": interior.build,
    "lake": lake.build,
    "street": street.build,
}

OPTIONS = ("light", "season", "detail")


def build_set(plan: SetPlan, *, detail: str = "full") -> BuiltSet:
    """Build the set of a plan. `detail` "draft" asks for a lighter version of the same place.

    Raises:
        PlanError: the set has no such stage, surface or option.
    """
    kind = set_kind(plan.kind)
    asked = [("stage", plan.stage, tuple(kind.stages)), *(("option", name, OPTIONS) for name in plan.options)]
    if plan.surface is not None:
        asked.append(("surface", plan.surface, kind.surfaces))
    for what, value, known in asked:
        if value not in known:
            raise PlanError(f"the {plan.kind} has no {what} {value!r}; use one of {', '.join(known)}")
    options = {**plan.options, "detail": plan.options.get("detail", detail)}
    chosen = plan.model_copy(update={"options": options})
    return BUILDERS[plan.kind](chosen, np.random.default_rng([plan.seed, 3]))
