import functools

import numpy as np
import pytest

from rayograph.core.catalogue import set_kind
from rayograph.core.plan import SetPlan
from rayograph.world.scene import BuiltSet
from rayograph.world.sets import tabletop
from rayograph.world.sets.tabletop_surface import table
from tests.world.sets.rays import escapes, heights, intruders

SURFACES = set_kind("tabletop").surfaces
HALF = np.array([0.70, 0.45])


@functools.cache
def built(surface: str) -> BuiltSet:
    seed = SURFACES.index(surface)
    return tabletop.build(SetPlan(kind="tabletop", seed=seed, surface=surface), np.random.default_rng(seed))


@functools.cache
def closed(seed: int) -> BuiltSet:
    return tabletop.build(SetPlan(kind="tabletop", options={"light": "studio"}), np.random.default_rng(seed))


@pytest.mark.parametrize("surface", SURFACES)
def test_every_surface_is_flat_at_zero(surface: str) -> None:
    parts, _ = table(surface, None, np.random.default_rng(SURFACES.index(surface)))
    assert all(np.isfinite(part.mesh.vertices).all() for part in parts)
    assert np.allclose(heights(tuple(parts), HALF * 0.8, 0.5), 0.0, atol=0.0025)
    assert intruders(tuple(parts), HALF * 0.8, low=0.004, high=0.5) == 0


@pytest.mark.parametrize("surface", (*SURFACES[:4], "paper"))
def test_the_room_leaves_the_table_clear(surface: str) -> None:
    made = built(surface)
    assert all(np.isfinite(part.mesh.vertices).all() for part in made.parts)
    assert np.allclose(heights(made.parts, HALF * 0.8, 0.5), 0.0, atol=0.0025)
    assert intruders(made.parts, HALF * 0.8, low=0.004, high=0.5) == 0
    assert made.stage_half == (1.36 if surface == "paper" else 0.70, 0.45) and made.floor_z == -0.75


@pytest.mark.parametrize("surface", SURFACES[:4])
def test_the_window_faces_the_table_from_the_left(surface: str) -> None:
    portal, *fill = built(surface).portals
    centre = np.array(portal.corner) + np.array(portal.edge_u) / 2 + np.array(portal.edge_v) / 2
    assert np.cross(portal.edge_u, portal.edge_v) @ -centre > 0
    assert centre[0] < -1.6 and abs(centre[1]) < 0.5
    assert all(window.corner[1] < -1.5 for window in fill), "behind the camera or beside it"


@pytest.mark.parametrize("surface", SURFACES[:4])
def test_the_room_closes_round_table_and_camera(surface: str) -> None:
    made = built(surface)
    for place in (
        (0.0, 0.0, 0.6),
        (-1.5, -0.9, 0.5),
        (3.85, -2.22, 0.9),
        (-3.6, -2.6, 0.5),
        (0.0, -4.5, 1.2),
    ):
        assert escapes(made.parts, made.portals, place, 120) == 0


def test_a_studio_has_no_window_and_no_gap() -> None:
    for seed in (0, 1):
        assert closed(seed).portals == ()
        assert escapes(closed(seed).parts, (), (0.0, 0.0, 0.6), 300) == 0


def test_solids_leave_the_space_over_the_table_free() -> None:
    for collider in built("paper").colliders:
        box = collider.kind == "box"
        reach = np.array(collider.size) if box else np.full(3, float(np.sum(collider.size)))
        points = collider.vertices if collider.vertices is not None else np.zeros((1, 3))
        points = points @ collider.pose[:3, :3].T + collider.pose[:3, 3]
        low = points.min(0) - np.abs(collider.pose[:3, :3]) @ reach
        high = points.max(0) + np.abs(collider.pose[:3, :3]) @ reach
        over = (low[:2] < HALF * 0.8).all() and (high[:2] > -HALF * 0.8).all()
        assert not (over and low[2] < 0.5 and high[2] > 0)


def test_backdrop_colour_is_used() -> None:
    plan = SetPlan(kind="tabletop", surface="slate", backdrop_colour="#7a2020", options={"light": "studio"})
    made = tabletop.build(plan, np.random.default_rng(2))
    tones = [
        np.asarray(p.material.base_colour).reshape(-1, 3).mean(0) for p in made.parts if p.mesh.colour is None
    ]
    assert any(tone[0] > 2.0 * tone[2] and tone[0] > 3e-3 and tone[0] > 1.8 * tone[1] for tone in tones)


def test_a_terrace_has_no_roof_and_a_wall_that_lets_in_a_low_sun() -> None:
    def built(**more: str) -> BuiltSet:
        options = {"light": "sun", **more}
        return tabletop.build(
            SetPlan(kind="tabletop", surface="oak", options=options), np.random.default_rng(3)
        )

    high, low = (max(p.mesh.vertices[:, 2].max() for p in b.parts) for b in (built(), built(wall="low")))
    assert low < 0.7 < high < 3.5
    assert not built().portals
