import functools

import numpy as np
import pytest

from rayograph.core.catalogue import set_kind
from rayograph.core.plan import SetPlan
from rayograph.world.render.lighting import surface_area
from rayograph.world.scene import BuiltSet
from rayograph.world.sets import street
from rayograph.world.sets.street_ground import carriageway
from tests.world.sets.rays import corners, heights, hits, intruders


@functools.cache
def built(seed: int, *, wet: bool = False) -> BuiltSet:
    plan = SetPlan(kind="street", seed=seed, wet=wet, options={"detail": "draft"})
    return street.build(plan, np.random.default_rng(seed))


@functools.cache
def full() -> BuiltSet:
    return street.build(SetPlan(kind="street"), np.random.default_rng(4))


SEEDS = (0, 2)


@pytest.mark.parametrize("seed", SEEDS)
def test_drafts_are_finite_and_light(seed: int) -> None:
    parts = built(seed).parts
    assert all(np.isfinite(part.mesh.vertices).all() for part in parts)
    assert all(part.mesh.normals is None or np.isfinite(part.mesh.normals).all() for part in parts)
    assert all(part.mesh.uv is None or np.isfinite(part.mesh.uv).all() for part in parts)
    assert sum(len(part.mesh.faces) for part in parts) <= 500_000


def test_the_full_street_keeps_its_budget() -> None:
    parts = full().parts
    assert 500_000 < sum(len(part.mesh.faces) for part in parts) <= 1_200_000
    assert len({id(part.material) for part in parts}) <= 60


@pytest.mark.parametrize("seed", SEEDS)
def test_the_stage_is_level_road_and_clear(seed: int) -> None:
    made = built(seed)
    half = np.array(set_kind("street").stages["default"][:2])
    assert np.allclose(heights(made.parts, half, 2.0), 0.0, atol=0.01)
    assert intruders(made.parts, half, low=0.02, high=2.0) == 0


def test_the_full_stage_is_clear_too() -> None:
    half = np.array(set_kind("street").stages["default"][:2])
    assert intruders(full().parts, half, low=0.02, high=2.0) == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_houses_close_every_horizon(seed: int) -> None:
    walls = corners(built(seed).parts, smallest=0.5)
    turn = np.deg2rad(np.arange(0.0, 360.0, 3.0) + 0.5)
    rays = np.stack([np.cos(turn), np.sin(turn), 0 * turn], 1)
    for height in (1.5, 5.0):
        assert hits(walls, np.array([0.0, -6.0, height]), rays).max() < 250.0


@pytest.mark.parametrize("seed", SEEDS)
def test_every_fixture_shines(seed: int) -> None:
    made = built(seed)
    for name in set_kind("street").fixtures:
        lit = [part for part in made.parts if part.light == name]
        assert len(lit) == 1
        assert surface_area(lit[0].mesh) > 0.1
    assert {part.light for part in made.parts if part.light} == set(set_kind("street").fixtures)


@pytest.mark.parametrize("surface", ["asphalt", "cobbles", "concrete"])
def test_rain_darkens_and_polishes_the_road(surface: str) -> None:
    dry, wet = (carriageway(surface, None, wet=rain, seed=1, size=512) for rain in (False, True))
    assert np.mean(wet.base_colour) < 0.7 * np.mean(dry.base_colour)
    assert np.mean(wet.roughness) < 0.6 * np.mean(dry.roughness)
    assert np.percentile(wet.roughness, 2) < 0.05 < np.percentile(wet.roughness, 50)


def test_a_wet_plan_wets_road_and_pavement() -> None:
    for name in ("carriageway", "flags"):
        dry, wet = (
            next(p.material for p in built(0, wet=rain).parts if p.material.name == name)
            for rain in (False, True)
        )
        assert np.mean(wet.roughness) < 0.7 * np.mean(dry.roughness)


def test_seeds_differ_and_repeat() -> None:
    again = street.build(
        SetPlan(kind="street", seed=2, options={"detail": "draft"}), np.random.default_rng(2)
    )
    for a, b in zip(built(2).parts, again.parts, strict=True):
        assert np.array_equal(a.mesh.vertices, b.mesh.vertices)
    assert len({sum(len(p.mesh.faces) for p in built(seed).parts) for seed in SEEDS}) == len(SEEDS)


def test_kerbs_and_fronts_stop_what_rolls_away() -> None:
    boxes = [c for c in built(0).colliders if c.kind == "box"]
    reach = np.array([[abs(c.pose[:3, :3]) @ np.array(c.size), c.pose[:3, 3]] for c in boxes])
    low, high = reach[:, 1] - reach[:, 0], reach[:, 1] + reach[:, 0]
    for x, z in ((-5.0, 0.05), (5.0, 0.05), (-9.0, 1.0), (9.0, 1.0)):
        spot = np.array([x, 0.0, z])
        assert ((low < spot) & (spot < high)).all(1).any()


def test_a_draft_is_the_same_street() -> None:
    """What a draft leaves out moves nothing: every wall of it stands in the full street."""

    def walls(made: BuiltSet) -> np.ndarray:
        return np.array([c.pose[:3, 3] for c in made.colliders if c.kind == "box" and c.size[2] > 4])

    plan = SetPlan(kind="street", options={"detail": "draft"})
    draft, fine = walls(street.build(plan, np.random.default_rng(4))), walls(full())
    assert len(draft) > 10 and np.array_equal(draft, fine)
