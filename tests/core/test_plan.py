import json
from pathlib import Path

import pytest

from rayograph.core.errors import PlanError
from rayograph.core.plan import (
    CameraKey,
    CameraPlan,
    CastMember,
    Format,
    SetPlan,
    ShotPlan,
    plan_from_json,
    read_plan,
)
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


def test_paths_in_a_plan_file_are_relative_to_its_folder(tmp_path: Path) -> None:
    cast = (
        CastMember(id="a", kind="mesh", mesh="models/a.glb"),
        CastMember(id="b", kind="sign", svg="/l.svg"),
        CastMember(id="c", kind="apple"),
    )
    (tmp_path / "plan.json").write_text(plain_plan().model_copy(update={"cast": cast}).to_json())
    read = read_plan(tmp_path / "plan.json")
    assert read.cast[0].mesh == str(tmp_path.resolve() / "models" / "a.glb")
    assert (read.cast[1].svg, read.cast[2].mesh, read.cast[2].svg) == ("/l.svg", "", "")


@pytest.mark.parametrize("name", ["colour", "\n", "a\x1b[31m", "", "é"])
def test_an_unknown_field_is_named_in_one_printable_line(name: str) -> None:
    damaged = json.loads(plain_plan().to_json()) | {name: None}
    with pytest.raises(PlanError, match="Extra inputs are not permitted") as caught:
        plan_from_json(json.dumps(damaged), source="plan.json")
    assert str(caught.value).isprintable()
    assert ascii(name)[1:-1] in str(caught.value) or name in str(caught.value)


def a_plan_with(**change: object) -> str:
    base = json.loads(plain_plan().to_json())
    base["cast"] = [{"id": "ball", "kind": "ball"}, {"id": "rock", "kind": "rock", "fixed": True}]
    return json.dumps(base | change)


DROP = {"kind": "drop", "object": "ball"}
DRIVE = {"kind": "drive", "object": "ball", "path": [[0, 0, 0, 0], [1, 1, 0, 0]]}
SWING = {"kind": "swing", "object": "ball", "pivot": [0, 0, 1]}
PANEL = {"id": "key", "kind": "panel", "lumens": 100, "position": [0, 0, 1]}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"action": [DRIVE, DRIVE]}, "cannot drive and drive"),
        ({"action": [DROP, DRIVE]}, "cannot drop and drive"),
        ({"action": [SWING, DROP]}, "cannot swing and drop"),
        ({"action": [DROP | {"object": "rock"}]}, "rock is fixed but action 'drop' moves it"),
        ({"action": [DROP | {"object": "cat"}]}, "'cat', which is not in the cast"),
        ({"cast": [{"id": "ball", "kind": "ball", "height_m": 1e-6}]}, "height_m"),
        ({"cast": [{"id": "ball", "kind": "ball", "height_m": 1e4}]}, "height_m"),
        ({"cast": [{"id": "ball", "kind": "ball"}] * 2}, "share an id"),
        ({"seed": 2**31}, "seed"),
    ],
)
def test_a_plan_against_itself_is_refused_in_one_line(change: dict[str, object], said: str) -> None:
    with pytest.raises(PlanError) as error:
        plan_from_json(a_plan_with(**change))
    line = str(error.value)
    assert said in line and "\n" not in line and "Value error" not in line and len(line) < 300


@pytest.mark.parametrize(
    ("lamp", "said"),
    [
        ({"target": [0, 0, 1]}, "stands on its own target"),
        ({"tint": [0, 0, 0]}, "no light"),
        ({"tint": [-1, 0, 1]}, "tint"),
        ({"size": [1e-9, 1]}, "size"),
        ({"lumens": 0}, "lumens"),
    ],
)
def test_a_lamp_that_cannot_shine_is_refused(lamp: dict[str, object], said: str) -> None:
    rig = {"practicals": [PANEL | lamp], "groups": [{"name": "key", "lights": ["key"]}]}
    with pytest.raises(PlanError, match=said):
        plan_from_json(a_plan_with(rig=rig))


def test_actions_that_follow_each_other_are_kept() -> None:
    push = {"kind": "launch", "object": "ball", "style": "throw", "velocity": [1, 0, 0], "at": 1}
    assert len(plan_from_json(a_plan_with(action=[DROP, push])).action) == 2
