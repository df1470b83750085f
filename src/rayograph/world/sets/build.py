"""A plan's set, built: the four sets behind one call."""

from collections.abc import Callable

import numpy as np

from rayograph.core.plan import SetPlan
from rayograph.world.scene import BuiltSet
from rayograph.world.sets import interior, lake, street, tabletop

BUILDERS: dict[str, Callable[[SetPlan, np.random.Generator], BuiltSet]] = {
    "tabletop": tabletop.build,
    "interior": interior.build,
    "lake": lake.build,
    "street": street.build,
}


def build_set(plan: SetPlan, *, detail: str = "full") -> BuiltSet:
    """Build the set of a plan. `detail` "draft" asks for a lighter version of the same place."""
    options = {**plan.options, "detail": plan.options.get("detail", detail)}
    chosen = plan.model_copy(update={"options": options})
    return BUILDERS[plan.kind](chosen, np.random.default_rng([plan.seed, 3]))
