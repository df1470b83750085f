import functools

import numpy as np
import pytest
from scipy.spatial import ConvexHull, cKDTree

from rayograph.core.catalogue import CastKind, cast_kind
from rayograph.core.plan import CastMember
from rayograph.world.cast.outdoor import OUTDOOR
from rayograph.world.cast.shaping import volume
from rayograph.world.scene import Collider, Prop

KINDS = sorted(set(OUTDOOR) - {"mesh"})
SOLID = ("rock", "chair", "table", "crate", "ladder", "bicycle", "rubber_duck", "suitcase", "barrel", "log",
         "robot", "hydrant", "traffic_cone", "bucket", "basket", "trash_can", "sailboat", "pumpkin",
         "armchair", "post_box", "mailbox", "tyre", "parking_meter", "picnic_table", "motorbike")  # fmt: skip
HOLLOW = ("crate", "bucket", "basket", "trash_can")


@functools.cache
def _prop(kind: str, seed: int) -> Prop:
    return OUTDOOR[kind](CastMember(id="it", kind=kind, seed=seed), np.random.default_rng([seed, 7]))


def _kind(name: str) -> CastKind:
    kind = cast_kind(name)
    assert kind is not None
    return kind


def _corners(prop: Prop, *, lit: bool = True) -> np.ndarray:
    return np.concatenate([part.mesh.vertices for part in prop.parts if lit or part.light is None])


def _hull_points(wall: Collider) -> np.ndarray:
    """Points whose bounding box is the collider's."""
    if wall.kind == "hull":
        assert wall.vertices is not None
        local = wall.vertices
    elif wall.kind == "box":
        local = np.array(np.meshgrid(*[[-s, s] for s in wall.size])).reshape(3, -1).T
    elif wall.kind == "sphere":
        return np.concatenate([np.eye(3), -np.eye(3)]) * wall.size[0] + wall.pose[:3, 3]
    else:
        angle = np.linspace(0, 2 * np.pi, 48)
        ring = np.stack([np.cos(angle), np.sin(angle)], 1) * wall.size[0]
        local = np.concatenate([np.insert(ring, 2, z, axis=1) for z in (-wall.size[1], wall.size[1])])
    return local @ wall.pose[:3, :3].T + wall.pose[:3, 3]


def _inside(prop: Prop, points: np.ndarray) -> np.ndarray:
    """Which points lie in any collider."""
    hit = np.zeros(len(points), bool)
    for wall in prop.colliders:
        local = (points - wall.pose[:3, 3]) @ wall.pose[:3, :3]
        if wall.kind == "box":
            hit |= (np.abs(local) < wall.size).all(1)
        elif wall.kind == "cylinder":
            hit |= (np.hypot(local[:, 0], local[:, 1]) < wall.size[0]) & (np.abs(local[:, 2]) < wall.size[1])
        else:
            assert wall.vertices is not None
            planes = ConvexHull(wall.vertices).equations
            hit |= (local @ planes[:, :3].T + planes[:, 3] < 0).all(1)
    return hit


@pytest.mark.parametrize("seed", [0, 3])
@pytest.mark.parametrize("kind", KINDS)
def test_builds_at_catalogue_size_on_the_ground(kind: str, seed: int) -> None:
    prop = _prop(kind, seed)
    points = _corners(prop)
    low, high = points.min(0), points.max(0)
    assert np.all(np.abs((high - low) / _kind(kind).size - 1) < 0.15), (high - low).round(3)
    assert abs(low[2]) < 1e-6
    np.testing.assert_allclose((low + high)[:2] / 2, 0, atol=1e-6)


@pytest.mark.parametrize("seed", [0, 3])
@pytest.mark.parametrize("kind", KINDS)
def test_meshes_are_sound(kind: str, seed: int) -> None:
    prop = _prop(kind, seed)
    triangles = 0
    for part in prop.parts:
        mesh = part.mesh
        assert np.isfinite(mesh.vertices).all()
        assert mesh.normals is not None and mesh.uv is not None
        assert np.isfinite(mesh.uv).all()
        np.testing.assert_allclose(np.linalg.norm(mesh.normals, axis=1), 1, atol=1e-3)
        assert mesh.faces.min() >= 0 and mesh.faces.max() < len(mesh.vertices)
        triangles += len(mesh.faces)
        corner = mesh.vertices[mesh.faces]
        facing = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
        against = np.einsum("ij,ij->i", facing, mesh.normals[mesh.faces].mean(1)) < 0
        if part.material.kind == "opaque":
            area = np.linalg.norm(facing, axis=1)
            assert area[against].sum() < 0.02 * area.sum(), part.material.name
    assert 1000 < triangles < 100_000


@pytest.mark.parametrize("kind", SOLID)
def test_solids_face_outwards(kind: str) -> None:
    for part in _prop(kind, 0).parts:
        if part.material.kind == "opaque":
            assert volume(part.mesh) > 0, part.material.name


@pytest.mark.parametrize("seed", [0, 3])
@pytest.mark.parametrize("kind", KINDS)
def test_colliders_fit(kind: str, seed: int) -> None:
    prop = _prop(kind, seed)
    # nothing lands on a flame, so light parts do not count
    points = _corners(prop, lit=kind != "campfire")
    walls = np.concatenate([_hull_points(wall) for wall in prop.colliders])
    size = np.ptp(points, axis=0)
    assert np.all(np.abs(walls.min(0) - points.min(0)) < 0.13 * size)
    assert np.all(np.abs(walls.max(0) - points.max(0)) < 0.13 * size)
    assert walls[:, 2].min() < 0.05 * size[2]
    assert 0 < prop.mass < 15_000 and 0 < prop.friction <= 1 and 0 <= prop.restitution < 1


@pytest.mark.parametrize("kind", HOLLOW)
def test_hollow_things_are_open_above_and_closed_below(kind: str) -> None:
    prop = _prop(kind, 0)
    top = float(_corners(prop)[:, 2].max())
    air = np.array([[0.01, 0.01, height * top] for height in np.linspace(0.2, 1.0, 9)])
    assert not _inside(prop, air).any()
    assert _inside(prop, np.array([[0.01, 0.01, 0.006]])).all()
    reach = float(np.abs(_corners(prop)[:, 0]).max())
    for heading in np.linspace(0.05, 2 * np.pi, 7):
        out = np.linspace(0, 1.1 * reach, 400)[:, None] * [np.cos(heading), np.sin(heading), 0.0]
        assert _inside(prop, out + [0, 0, 0.5 * top]).any(), "there is a gap in the wall"


def test_same_seed_same_prop_other_seed_another() -> None:
    for kind in ("tree", "rock", "crate", "plant", "robot"):
        again = OUTDOOR[kind](CastMember(id="it", kind=kind, seed=0), np.random.default_rng([0, 7]))
        for old, new in zip(_prop(kind, 0).parts, again.parts, strict=True):
            np.testing.assert_array_equal(old.mesh.vertices, new.mesh.vertices)
        assert not np.array_equal(_corners(_prop(kind, 0))[:50], _corners(_prop(kind, 3))[:50])


def test_wishes_for_colour_and_material_are_honoured() -> None:
    def first(**wish: str) -> np.ndarray:
        member = CastMember(id="it", kind="bucket", wear=0.0, **wish)
        skin = OUTDOOR["bucket"](member, np.random.default_rng(1)).parts[0].material
        return np.asarray(skin.base_colour, float).reshape(-1, 3).mean(0)

    blue, red = (
        first(material="painted_metal", colour="#1030c0"),
        first(material="painted_metal", colour="#c01010"),
    )
    assert blue[2] > 2 * blue[0] and red[0] > 2 * red[2]
    named = CastMember(id="it", kind="chair", material="walnut")
    assert OUTDOOR["chair"](named, np.random.default_rng(0)).parts[0].material.name == "walnut"


def test_words_choose_the_species() -> None:
    def crown(words: str) -> np.ndarray:
        member = CastMember(id="it", kind="tree", words=words)
        return OUTDOOR["tree"](member, np.random.default_rng(5)).parts[-1].mesh.vertices

    def spread(points: np.ndarray, low: float, high: float) -> float:
        rows = points[(points[:, 2] > low * points[:, 2].max()) & (points[:, 2] < high * points[:, 2].max())]
        return float(np.hypot(rows[:, 0], rows[:, 1]).mean())

    fir, oak = crown("a tall fir"), crown("an old oak")
    assert spread(fir, 0.25, 0.4) > 2 * spread(fir, 0.8, 0.95)
    assert spread(oak, 0.6, 0.8) > spread(oak, 0.25, 0.4) * 0.5
    assert fir[:, 2].min() < 1.2 < oak[:, 2].min() + 0.6


@pytest.mark.parametrize("kind", ["floor_lamp", "campfire", "lamp_post"])
def test_lamps_shine_by_themselves(kind: str) -> None:
    assert any(part.light == "self" for part in _prop(kind, 0).parts)
    assert _kind(kind).lumens > 0


def test_a_van_wears_its_lettering_flat_on_both_sides() -> None:
    member = CastMember(id="it", kind="van", text="FISH & CO", colour="#2c5a7a")
    plain = OUTDOOR["van"](member.model_copy(update={"text": ""}), np.random.default_rng(1))
    lettered = OUTDOOR["van"](member, np.random.default_rng(1))
    panel = lettered.parts[-1].mesh
    assert len(lettered.parts) == len(plain.parts) + 1
    assert (
        (panel.vertices[:, 0] > 0.7).sum() == (panel.vertices[:, 0] < -0.7).sum() == len(panel.vertices) / 2
    )
    body = plain.parts[0].mesh.vertices
    gap, _ = cKDTree(body).query(panel.vertices)
    assert gap.max() < 0.06
    assert panel.uv is not None and panel.normals is not None
    for side in (1, -1):
        here = panel.vertices[:, 0] * side > 0
        assert (panel.normals[here, 0] * side > 0.5).all()
        # reading direction: rightwards for somebody who faces this side
        assert np.corrcoef(panel.uv[here, 0], panel.vertices[here, 1])[0, 1] * side > 0.99
