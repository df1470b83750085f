import json

import pytest

from rayograph.core.errors import PlanError
from rayograph.core.plan import CameraKey, CameraPlan, Format, SetPlan, ShotPlan, plan_from_json
from rayograph.core.rig import LightGroup, LightRig, Sky


def plain_plan() -> ShotPlan:
    key = CameraKey(time=0, position=(0, -1, 0.5), target=(0, 0, 0))
    return ShotPlan(
        title="Plain",
        format=Format(width=64, height=36, frames=1),
        camera=CameraPlan(keys=(key,)),
        set=SetPlan(kind="tabletop"),
        rig=LightRig(sky=Sky(), groups=(LightGroup(name="sky", lights=("sky",)),)),
    )


def test_a_plan_survives_the_round_trip() -> None:
    assert plan_from_json(plain_plan().to_json()) == plain_plan()


@pytest.mark.parametrize("name", ["colour", "\n", "a\x1b[31m", "", "é"])
def test_an_unknown_field_is_named_in_one_printable_line(name: str) -> None:
    damaged = json.loads(plain_plan().to_json()) | {name: None}
    with pytest.raises(PlanError, match="Extra inputs are not permitted") as caught:
        plan_from_json(json.dumps(damaged), source="plan.json")
    assert str(caught.value).isprintable()
    assert ascii(name)[1:-1] in str(caught.value) or name in str(caught.value)
