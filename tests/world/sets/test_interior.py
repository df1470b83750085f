import functools

import numpy as np
import pytest

from rayograph.core.catalogue import set_kind
from rayograph.core.plan import SetPlan
from rayograph.world.scene import BuiltSet
from rayograph.world.sets import interior
from tests.world.sets.rays import escapes, heights, intruders

STAGES = ("table", "default")


@functools.cache
def built(seed: int, stage: str) -> BuiltSet:
    return interior.build(SetPlan(kind="interior", seed=seed, stage=stage), np.random.default_rng(seed))


CASES = [(seed, STAGES[seed % 2]) for seed in range(4)]


@pytest.mark.parametrize(("seed", "stage"), CASES)
def test_meshes_are_finite_and_moderate(seed: int, stage: str) -> None:
    parts = built(seed, stage).parts
    assert all(np.isfinite(part.mesh.vertices).all() for part in parts)
    assert all(part.mesh.uv is None or np.isfinite(part.mesh.uv).all() for part in parts)
    assert sum(len(part.mesh.faces) for part in parts) <= 600_000


@pytest.mark.parametrize(("seed", "stage"), CASES)
def test_windows_face_the_stage(seed: int, stage: str) -> None:
    portals = built(seed, stage).portals
    assert len(portals) >= 2
    for portal in portals:
        normal = np.cross(portal.edge_u, portal.edge_v)
        centre = np.array(portal.corner) + np.array(portal.edge_u) / 2 + np.array(portal.edge_v) / 2
        assert normal @ -centre > 0


@pytest.mark.parametrize(("seed", "stage"), CASES)
def test_the_stage_lies_at_zero_and_is_clear(seed: int, stage: str) -> None:
    made = built(seed, stage)
    half = np.array(set_kind("interior").stages[stage][:2]) * 0.8
    assert np.allclose(heights(made.parts, half, 0.5), 0.0, atol=0.003)
    assert intruders(made.parts, half, low=0.004, high=0.5) == 0


@pytest.mark.parametrize(("seed", "stage"), CASES)
def test_the_room_closes_round_stage_and_camera(seed: int, stage: str) -> None:
    made = built(seed, stage)
    for place in ((0.0, 0.0, 0.6), (-3.85, -2.22, 0.9), (3.85, -2.22, 0.9), (0.0, -4.5, 1.2)):
        assert escapes(made.parts, made.portals, place, 120) == 0


@pytest.mark.parametrize(("seed", "stage"), CASES)
def test_both_lamps_are_there_once(seed: int, stage: str) -> None:
    lights = [part.light for part in built(seed, stage).parts if part.light]
    assert sorted(lights) == ["floor_lamp", "table_lamp"]


def test_the_table_stands_on_the_floor_below() -> None:
    made = built(0, "table")
    legs = [part.mesh.vertices for part in made.parts if np.ptp(part.mesh.vertices[:, 2]) > 0.3]
    inside = [v for v in legs if (np.abs(v[:, :2]) < 0.7).all()]
    assert made.floor_z == -0.42
    assert min(float(v[:, 2].min()) for v in inside) == pytest.approx(-0.42, abs=0.005)


def test_seeds_differ_and_repeat() -> None:
    again = interior.build(SetPlan(kind="interior", seed=1, stage="default"), np.random.default_rng(1))
    for a, b in zip(built(1, "default").parts, again.parts, strict=True):
        assert np.array_equal(a.mesh.vertices, b.mesh.vertices)
    assert built(1, "default").portals != built(3, "default").portals


def test_a_named_floor_is_laid() -> None:
    made = interior.build(SetPlan(kind="interior", surface="marble"), np.random.default_rng(1))
    assert any(part.material.name == "marble_floor" for part in made.parts)
