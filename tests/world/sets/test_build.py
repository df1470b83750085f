import functools

import numpy as np
import pytest

from rayograph.core.errors import PlanError
from rayograph.core.mesh import Mesh
from rayograph.core.plan import SetPlan
from rayograph.world.scene import BuiltSet
from rayograph.world.sets.build import build_set, mirrored
from rayograph.world.sets.interior_room import ROOMS, TABLE_HEIGHT
from tests.world.sets.rays import escapes, heights, intruders


@functools.cache
def room(style: str, stage: str) -> BuiltSet:
    return build_set(SetPlan(kind="interior", seed=ROOMS.index(style), stage=stage, options={"room": style}))


@pytest.mark.parametrize("style", ["kitchen", "bedroom", "study"])
def test_a_furnished_room_is_closed_and_leaves_its_floor_free(style: str) -> None:
    made = room(style, "default")
    half = np.array([1.0, 0.9])
    assert np.allclose(heights(made.parts, half, 0.5), 0.0, atol=0.003)
    assert intruders(made.parts, half, low=0.004, high=0.5) == 0
    assert escapes(made.parts, made.portals, (0.0, 0.0, 0.6), 60) == 0
    assert sorted(part.light for part in made.parts if part.light) == ["floor_lamp", "table_lamp"]


@pytest.mark.parametrize("style", ["dining_room", "bedroom"])
def test_the_stage_on_a_table_has_the_height_of_that_table(style: str) -> None:
    made = room(style, "table")
    half = np.array([0.36, 0.34])
    assert made.floor_z == pytest.approx(-TABLE_HEIGHT.get(style, 0.42))
    assert np.allclose(heights(made.parts, half, 0.5), 0.0, atol=0.003)
    assert intruders(made.parts, half, low=0.004, high=0.5) == 0


def test_a_mirrored_room_has_its_windows_on_the_right_and_its_faces_outside_out() -> None:
    left = room("kitchen", "default")
    right = mirrored(left)
    for a, b in zip(left.portals, right.portals, strict=True):
        normal = np.cross(b.edge_u, b.edge_v)
        centre = np.array(b.corner) + np.array(b.edge_u) / 2 + np.array(b.edge_v) / 2
        assert normal @ -centre > 0 and centre[0] > 0 > a.corner[0]
    for before, after in zip(left.parts, right.parts, strict=True):
        if before.mesh.normals is not None:
            assert np.allclose(_outwards(before.mesh), _outwards(after.mesh))


def _outwards(mesh: Mesh) -> np.ndarray:
    """How the first faces lie to their normals: positive where they are wound outwards."""
    assert mesh.normals is not None
    faces = np.sort(mesh.faces[:50], axis=1)
    turn = np.linalg.det(np.eye(3)[np.argsort(mesh.faces[:50], axis=1)])
    corner = mesh.vertices[faces]
    face = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]) * turn[:, None]
    return np.einsum("ij,ij->i", face, mesh.normals[faces[:, 0]])


def test_the_window_option_mirrors() -> None:
    plan = SetPlan(kind="tabletop", seed=2, surface="slate", options={"window": "right"})
    assert all(portal.corner[0] > 0 for portal in build_set(plan).portals)


def test_solids_are_mirrored_with_what_they_stop() -> None:
    built = room("kitchen", "default")
    twice = mirrored(mirrored(built))
    for a, b, c in zip(built.colliders, mirrored(built).colliders, twice.colliders, strict=True):
        assert np.allclose(a.pose, c.pose)
        assert np.linalg.det(b.pose[:3, :3]) == pytest.approx(1.0)
        assert b.pose[0, 3] == pytest.approx(-a.pose[0, 3])


def test_unknown_options_and_values_are_refused_in_one_line() -> None:
    for options in ({"room": "dungeon"}, {"wallpaper": "roses"}, {"window": "above"}):
        with pytest.raises(PlanError, match="use one of"):
            build_set(SetPlan(kind="interior", options=options))
