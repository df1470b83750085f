"""What the words say of a street's houses."""

import pytest

from rayograph.plan.planner import plan_brief


@pytest.mark.parametrize(
    ("brief", "houses"),
    [
        ("red pillar box on a street corner, thin morning fog, brick terraces behind, 50mm", "brick"),
        ("a blue scooter parked against white stucco houses, noon", "stucco #ece9e2"),
        ("yellow taxi parked in front of a row of brownstones", "stone #7a5140"),
        ("a blue bicycle leans against a red brick wall, late afternoon sun", "brick"),
        ("a yellow taxi parked in the street", None),
    ],
)
def test_houses_are_built_of_what_the_words_say(brief: str, houses: str | None) -> None:
    plan = plan_brief(brief, seed=0)
    assert plan.set.kind == "street"
    assert plan.set.options.get("houses") == houses
    assert not [r for r in plan.readings if r.verdict == "ungrounded"]


def test_a_blow_on_the_pavement_is_seen_from_the_side_and_stands_on_it() -> None:
    plan = plan_brief("a shopping trolley rolls down the street and bangs into a fire hydrant, noon", seed=0)
    trolley, hydrant = (
        next(c for c in plan.cast if c.id == name) for name in ("shopping_trolley", "hydrant")
    )
    assert trolley.position[2] == hydrant.position[2] == pytest.approx(0.12)
    eye, target = plan.camera.keys[0].position, plan.camera.keys[0].target
    assert abs(target[0] - eye[0]) > abs(target[1] - eye[1])  # along X is across the street
