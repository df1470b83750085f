import pytest

from rayograph.core.frame import Frame
from rayograph.core.plan import ShotPlan
from tests.deliver.synthetic_shot import make_frame, make_plan


@pytest.fixture(scope="session")
def plan() -> ShotPlan:
    return make_plan()


@pytest.fixture(scope="session")
def frame(plan: ShotPlan) -> Frame:
    return make_frame(plan)
