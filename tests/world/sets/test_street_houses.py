"""Streets whose houses were named."""

import pytest

from rayograph.core.catalogue import set_kind
from rayograph.core.errors import PlanError
from rayograph.core.plan import SetPlan
from rayograph.world.sets.build import build_set
from rayograph.world.sets.street_palette import TOWNS, built_of


def test_every_fixture_of_the_street_shines_whatever_the_houses_are() -> None:
    plan = SetPlan(kind="street", seed=3, options={"houses": "stucco #ece9e2"})
    lit = {part.light for part in build_set(plan, detail="draft").parts}
    assert set(set_kind("street").fixtures) <= lit


def test_houses_are_of_one_wall() -> None:
    assert {h.wall for h in built_of("brick", TOWNS[0]).houses} == {"brick"}
    with pytest.raises(PlanError, match="brick, stone, stucco"):
        built_of("straw", TOWNS[0])
