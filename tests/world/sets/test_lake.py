import functools

import numpy as np
import pytest

from rayograph.core.errors import PlanError
from rayograph.core.plan import SetPlan
from rayograph.world.scene import BuiltSet
from rayograph.world.sets.lake import build
from rayograph.world.sets.terrain import SHORE, WATER, ground, landscape, shore_distance


@functools.cache
def built(stage="default", season="summer", seed=4, detail="draft", surface=None) -> BuiltSet:
    options = {"season": season, "detail": detail}
    plan = SetPlan(kind="lake", seed=seed, stage=stage, surface=surface, options=options)
    return build(plan, np.random.default_rng([seed, 3]))


def mesh(place: BuiltSet, name: str):
    return next(part.mesh for part in place.parts if part.material.name == name)


def meshes(place: BuiltSet, name: str):
    return [part.mesh for part in place.parts if part.material.name == name]


def triangles(place: BuiltSet) -> int:
    return sum(len(part.mesh.faces) for part in place.parts)


@pytest.mark.parametrize(
    "stage,season,seed", [("default", "summer", 4), ("water", "autumn", 2), ("default", "winter", 9)]
)
def test_every_part_is_finite_and_coloured_within_the_draft_budget(stage, season, seed):
    place = built(stage, season, seed)
    assert triangles(place) <= 800_000
    for part in place.parts:
        for values in (part.mesh.vertices, part.mesh.normals, part.mesh.uv, part.mesh.colour):
            assert values is None or np.isfinite(values).all()
        assert part.mesh.colour is not None and 0 <= part.mesh.colour.min() and part.mesh.colour.max() <= 1
        assert part.mesh.faces.max() < len(part.mesh.vertices)
        if part.mesh.normals is not None:
            assert np.allclose(np.linalg.norm(part.mesh.normals, axis=1), 1, atol=1e-3)


def test_full_detail_stays_in_budget():
    assert triangles(built(detail="full")) <= 3_000_000


@pytest.mark.parametrize("seed", range(3))
def test_stage_is_flat_and_the_shore_lies_ahead(seed):
    land = landscape(seed, np.random.default_rng(seed), "summer")
    x, y = np.meshgrid(np.linspace(-4, 4, 41), np.linspace(-4, 4, 41))
    inside = np.hypot(x, y) <= 4
    at = ground(land, x, y)
    assert np.abs(at.z[inside]).max() < 0.03 and at.shore[inside].min() > 4
    along = shore_distance(land, np.zeros(200), np.linspace(5, 30, 200))
    crossing = np.linspace(5, 30, 200)[np.argmax(along < 0)]
    assert abs(crossing - SHORE) < 5


@pytest.mark.parametrize("seed", (0, 2))
def test_water_stage_floats_in_open_water(seed):
    place = built("water", seed=seed) if seed == 2 else None
    land = landscape(seed, np.random.default_rng(seed), "summer")
    x, y = np.meshgrid(np.linspace(-14, 14, 15), np.linspace(-18, 12, 16) + SHORE + 42.0)
    assert (ground(land, x, y).z < WATER - 0.5).all()
    if place is not None:
        water = mesh(place, "lake_water").vertices
        assert abs(water[:, 2].mean()) < 0.01 and 0.005 < np.abs(water[:, 2]).max() < 0.15
        assert place.colliders == ()


def test_land_closes_the_skyline_all_round():
    land = np.concatenate([m.vertices for m in meshes(built(), "lake_ground")])
    away, turn = np.hypot(land[:, 0], land[:, 1]), np.arctan2(land[:, 1], land[:, 0])
    assert away.max() > 6000
    sector = ((turn + np.pi) / (2 * np.pi) * 72).astype(int) % 72
    slope = np.where(away > 30, (land[:, 2] - 1.6) / np.maximum(away, 1), -1)
    highest = np.array([slope[sector == k].max() for k in range(72)])
    assert highest.min() > 0.01, "some direction shows the edge of the world"
    assert np.degrees(np.arctan(highest[45:64].max())) > 7, "no mountain ahead"


def test_land_faces_up_and_has_no_hole_at_the_stage():
    land = mesh(built(), "lake_ground")
    corner = land.vertices[land.faces]
    normal = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    assert (normal[:, 2] > -1e-9).mean() > 0.999
    for part in meshes(built(), "lake_water"):
        corner = part.vertices[part.faces]
        assert (np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])[:, 2] > 0).all()
    edges = np.sort(
        np.concatenate([land.faces[:, [0, 1]], land.faces[:, [1, 2]], land.faces[:, [2, 0]]]), axis=1
    )
    near = np.hypot(*land.vertices[edges[:, 0], :2].T) < 5
    shared = np.unique(edges[near], axis=0, return_counts=True)[1]
    assert (shared == 2).mean() > 0.99


def test_nothing_tall_stands_on_the_stage():
    for part in built().parts:
        near = np.hypot(part.mesh.vertices[:, 0], part.mesh.vertices[:, 1]) < 1.5
        assert not near.any() or part.mesh.vertices[near, 2].max() < 0.2


def test_boulders_collide_where_they_are_seen():
    place = built()
    assert len(place.colliders) >= 3
    stones = np.concatenate([mesh(place, "lake_stone").vertices, mesh(place, "lake_log").vertices])
    for collider in place.colliders:
        assert collider.vertices is not None and len(collider.vertices) >= 8
        assert np.hypot(*collider.vertices[:, :2].T).min() > 4
        nearest = np.linalg.norm(stones[None] - collider.vertices[:4, None], axis=2).min(1)
        assert nearest.max() < 0.05


def test_same_seed_same_place_other_seed_another():
    plan = SetPlan(kind="lake", seed=4, options={"season": "summer", "detail": "draft"})
    again = build(plan, np.random.default_rng([4, 3]))
    for a, b in zip(built().parts, again.parts, strict=True):
        assert np.array_equal(a.mesh.vertices, b.mesh.vertices) and np.array_equal(
            a.mesh.colour, b.mesh.colour
        )
    other = mesh(built("default", "winter", 9), "lake_ground").vertices
    assert not np.allclose(mesh(again, "lake_ground").vertices[:, 2], other[:, 2])


def test_winter_is_white_and_has_no_flowers():
    winter, summer = built("default", "winter", 9), built()
    near = np.hypot(*mesh(winter, "lake_ground").vertices[:, :2].T) < 7
    assert mesh(winter, "lake_ground").colour[near].mean() > 0.4
    assert mesh(summer, "lake_ground").colour[near].mean() < 0.2
    names = {part.material.name for part in winter.parts}
    assert "lake_petals" not in names and "lake_petals" in {part.material.name for part in summer.parts}


def test_gravel_clears_the_grass_from_the_stage():
    def blades(place):
        return (np.hypot(*mesh(place, "lake_grass").vertices[:, :2].T) < 6).sum()

    assert blades(built(surface="gravel")) < 0.1 * blades(built())


@pytest.mark.parametrize(
    "options,stage", [({"season": "monsoon"}, "default"), ({"detail": "ultra"}, "default"), ({}, "roof")]
)
def test_unknown_words_are_refused_by_name(options, stage):
    with pytest.raises(PlanError, match=next(iter(options.values()), stage)):
        build(SetPlan(kind="lake", stage=stage, options=options), np.random.default_rng(0))


def test_a_draft_is_the_same_place():
    """What a draft leaves out moves nothing: boulders and log lie where they lie in the full set."""
    draft, full = built(), built(detail="full")
    assert len(draft.colliders) == len(full.colliders)
    for light, fine in zip(draft.colliders, full.colliders, strict=True):
        low, high = (np.array([c.vertices.min(0), c.vertices.max(0)]) for c in (light, fine))
        assert np.abs(low - high).max() < 0.25 * (high[1] - high[0]).max()
    assert np.array_equal(draft.colliders[-1].vertices, full.colliders[-1].vertices)
