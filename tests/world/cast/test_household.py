"""Things of the household: size, seat, sound meshes, colliders that fit, text shown, standing, rolling."""

import functools
from dataclasses import replace

import mujoco
import numpy as np
import pytest
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from rayograph.core.catalogue import CAST, cast_kind
from rayograph.core.mesh import Mesh, welded
from rayograph.core.plan import CastMember
from rayograph.world.cast import devices, finish, fitting, lettered
from rayograph.world.cast.household import HOUSEHOLD as OLD
from rayograph.world.cast.more_props import MORE_PROPS
from rayograph.world.scene import Material, Prop
from rayograph.world.simulate.solids import outline

HOUSEHOLD = {**OLD, **MORE_PROPS}
KINDS = sorted(HOUSEHOLD)
SEEDS = (0, 1)
ROUND = ("tennis_ball", "basketball", "billiard_ball", "beach_ball", "tomato", "cherry_tomato", "egg",
         "watermelon", "balloon")  # fmt: skip
TEXTED = (
    "tin_can",
    "jar",
    "perfume",
    "carton",
    "cereal_box",
    "pizza_box",
    "matchbox",
    "laptop",
    "smartphone",
    "television",
    "typewriter",
    "radio",
    "newspaper",
    "envelope",
    "gold_bar",
    "piano",
)


def _plain(name: str, **look: object) -> Material:
    return Material(name=f"{name}/{look.get('colour')}", kind="glass" if "glass" in name else "opaque")


@functools.cache
def built(kind: str, seed: int = 0, **settings: object) -> Prop:
    with pytest.MonkeyPatch.context() as patch:  # geometry is on trial here, not textures
        for module in (finish, fitting, lettered):
            patch.setattr(module, "material", _plain)
        patch.setattr(devices, "wallpaper", lambda *a, **k: np.zeros((2, 2, 3), np.float32))
        member = CastMember(id="thing", kind=kind, seed=seed, **settings)  # type: ignore[arg-type]
        return HOUSEHOLD[kind](member, np.random.default_rng([seed, 7]))


def bounds(prop: Prop) -> tuple[np.ndarray, np.ndarray]:
    points = np.concatenate([part.mesh.vertices for part in prop.parts])
    return points.min(0), points.max(0)


def solid(prop: Prop) -> np.ndarray:
    return np.concatenate([outline(collider) for collider in prop.colliders])


def pieces(mesh: Mesh) -> list[Mesh]:
    """The connected pieces of a mesh, vertices welded."""
    weld = welded(mesh.vertices)
    faces = weld[mesh.faces]
    count = int(weld.max()) + 1
    links = coo_matrix(
        (np.ones(2 * len(faces)), (faces[:, [0, 1]].ravel(), faces[:, [1, 2]].ravel())), (count, count)
    )
    label = connected_components(links, directed=False)[1][faces[:, 0]]
    order = np.argsort(label, kind="stable")
    groups = np.split(mesh.faces[order], np.flatnonzero(np.diff(label[order])) + 1)
    return [replace(mesh, faces=group) for group in groups]


def test_the_catalogue_knows_every_kind() -> None:
    assert all(cast_kind(kind) is not None for kind in KINDS)
    assert len(KINDS) > 60


@pytest.mark.parametrize("kind", KINDS)
def test_size_seat_and_meshes(kind: str) -> None:
    entry = cast_kind(kind)
    assert entry is not None
    for seed in SEEDS:
        prop = built(kind, seed)
        low, high = bounds(prop)
        assert np.abs((high - low) / entry.size - 1).max() < 0.15, (high - low).round(4)
        assert abs(low[2]) < 0.002
        for part in prop.parts:
            mesh = part.mesh
            assert mesh.uv is not None and mesh.normals is not None and mesh.faces.max() < len(mesh.vertices)
            assert np.isfinite(mesh.vertices).all() and np.isfinite(mesh.uv).all()
            assert np.abs(np.linalg.norm(mesh.normals, axis=1) - 1).max() < 1e-3
            corner = mesh.vertices[mesh.faces]
            facet = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
            agree = np.einsum("ij,ij->i", facet, mesh.normals[mesh.faces].mean(1)) >= 0
            assert agree.mean() > 0.98, part.material.name
            assert mesh.colour is None or 0 < mesh.colour.min() <= mesh.colour.max() < 1


def _volume_if_closed(mesh: Mesh, weld: np.ndarray) -> float | None:
    """Signed volume [m³], or None where an edge, vertices welded, is not shared by two faces."""
    faces = weld[mesh.faces]
    faces = faces[(faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 2] != faces[:, 0])]
    edges = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    shared = np.unique(edges[:, 0] * len(weld) + edges[:, 1], return_counts=True)[1]
    return finish.volume(mesh) if (shared % 2 == 0).all() else None


@pytest.mark.parametrize("kind", KINDS)
def test_closed_solids_face_outwards(kind: str) -> None:
    """Piece by piece, for a reversed piece hides in the volume of a whole part."""
    hollow = ("cheese",)  # bubbles within, as within glass
    for part in built(kind).parts:
        weld = welded(part.mesh.vertices)
        for piece in pieces(part.mesh) if part.material.kind != "glass" and kind not in hollow else ():
            volume = _volume_if_closed(piece, weld)
            assert volume is None or volume > -1e-12, (part.material.name, piece.vertices.mean(0))


LIGHT_PARTS = {
    "bathtub": 0.30, "fish": 0.20, "computer_mouse": 0.35, "lighter": 0.20, "mask": 0.40, "open_carton": 0.25,
    "palette": 0.65, "toy_train": 0.25, "vacuum_cleaner": 0.70,
}  # fmt: skip
"""Part of its size that stands out of the colliders of a thing: tap, fins, cable, flame, plume, flaps,
brushes, chimney, wand."""
BORNE = ("confetti", "cradle_ball")
"""Kinds that a rule moves: what they meet never asks for their colliders."""


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in BORNE])
def test_colliders_fit_the_looks(kind: str) -> None:
    prop = built(kind)
    if kind == "rug":  # what stands on it presses into it
        assert not prop.colliders
        return
    low, high = bounds(prop)
    points = solid(prop)
    span = high - low
    # what has no weight of its own may stick out: aerials, laces, bows of thread, leaves, a fringe
    slack = LIGHT_PARTS.get(kind, 0.16) * span + 0.002
    assert (np.abs(points.min(0) - low) < slack).all(), (points.min(0) - low) / span
    assert (np.abs(points.max(0) - high) < slack).all(), (points.max(0) - high) / span
    assert 0.0002 < prop.mass < 2500  # from a petal to a tractor
    assert prop.mass < 300 or span.max() > 0.9


def _model(prop: Prop) -> mujoco.MjModel:
    spec = mujoco.MjSpec()
    spec.option.timestep = 0.001
    spec.default.geom.solref = [0.004, 1]
    spec.worldbody.add_geom(type=mujoco.mjtGeom.mjGEOM_PLANE, size=[9, 9, 1])
    body = spec.worldbody.add_body(name="prop", pos=[0, 0, 0.0005])
    body.add_freejoint()
    _add(spec, body, prop)
    return spec.compile()


def _add(spec: mujoco.MjSpec, body: mujoco.MjsBody, prop: Prop) -> None:
    """All colliders of a prop on a body."""
    kinds = {"sphere": mujoco.mjtGeom.mjGEOM_SPHERE, "capsule": mujoco.mjtGeom.mjGEOM_CAPSULE,
             "cylinder": mujoco.mjtGeom.mjGEOM_CYLINDER, "box": mujoco.mjtGeom.mjGEOM_BOX}  # fmt: skip
    for i, collider in enumerate(prop.colliders):
        turn = np.zeros(4)
        mujoco.mju_mat2Quat(turn, collider.pose[:3, :3].ravel().copy())
        pose = {"pos": collider.pose[:3, 3], "quat": turn}
        if collider.kind == "hull":
            assert collider.vertices is not None
            spec.add_mesh(name=f"m{i}", uservert=collider.vertices.ravel())
            body.add_geom(type=mujoco.mjtGeom.mjGEOM_MESH, meshname=f"m{i}", **pose)
        else:
            body.add_geom(type=kinds[collider.kind], size=[*collider.size, 0, 0][:3], **pose)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("rug", *BORNE)])
def test_it_stays_as_it_was_put(kind: str) -> None:
    """Half a second on a floor: upright as built and neither sunk nor afloat by over five millimetres.

    A flat cap comes to rest on its peak.
    """
    model = _model(built(kind))
    data = mujoco.MjData(model)
    mujoco.mj_step(model, data, nstep=500)
    most = np.cos(np.deg2rad(8 if kind == "cap" else 5))
    assert data.body("prop").xmat[8] > most, np.rad2deg(np.arccos(data.body("prop").xmat[8]))
    assert np.abs(data.body("prop").xpos).max() < (0.007 if kind == "cap" else 0.005)


@pytest.mark.parametrize("kind", ROUND)
def test_what_is_round_rolls_on_a_round_collider(kind: str) -> None:
    entry = cast_kind(kind)
    assert entry is not None and entry.rolls
    assert {collider.kind for collider in built(kind).colliders} <= {"sphere", "capsule"}


@pytest.mark.parametrize("kind", TEXTED)
def test_the_plans_text_is_shown(kind: str) -> None:
    def named(prop: Prop) -> bool:
        return any(
            "BLUE MOON" in part.material.name or part.material.name == "front page" for part in prop.parts
        )

    assert named(built(kind, text="BLUE MOON"))
    assert kind == "newspaper" or not named(built(kind))


@pytest.mark.parametrize("kind", [kind.name for kind in CAST if kind.hollow and kind.name in HOUSEHOLD])
def test_a_marble_dropped_into_a_hollow_rests_inside(kind: str) -> None:
    prop = built(kind)
    top = float(solid(prop)[:, 2].max())
    spec = mujoco.MjSpec()
    spec.option.timestep = 0.0005
    spec.default.geom.solref = [0.002, 1]
    _add(spec, spec.worldbody, prop)
    ball = spec.worldbody.add_body(name="marble", pos=[0.003, 0.002, top + 0.02])
    ball.add_freejoint()
    ball.add_geom(type=mujoco.mjtGeom.mjGEOM_SPHERE, size=[0.008, 0, 0], mass=0.005)
    model = spec.compile()
    data = mujoco.MjData(model)
    mujoco.mj_step(model, data, nstep=2400)
    place = data.body("marble").xpos
    assert 0.008 < place[2] < 0.6 * top and np.hypot(*place[:2]) < 0.75 * bounds(prop)[1][1]


def test_equal_seeds_are_equal() -> None:
    for kind in ("typewriter", "bookcase", "crystal", "rug"):
        first, again = built(kind), built.__wrapped__(kind)
        assert all(np.array_equal(a.mesh.vertices, b.mesh.vertices)
                   for a, b in zip(first.parts, again.parts, strict=True))  # fmt: skip


def test_words_choose_the_variant() -> None:
    tin, drink = built("tin_can"), built("tin_can", words="soda can")
    assert bounds(drink)[1][2] > bounds(tin)[1][2]
    assert bounds(built("frying_pan", words="saucepan"))[1][2] > 1.5 * bounds(built("frying_pan"))[1][2]
    assert bounds(built("watch", words="pocket watch"))[1][2] < 0.03
    assert len(built("chessboard", words="empty chessboard").parts) == 3
