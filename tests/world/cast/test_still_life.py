"""Every small thing: size, seat, sound meshes, colliders that fit, hollows that are open, determinism."""

import functools

import mujoco
import numpy as np
import pytest
from scipy.spatial import ConvexHull

from rayograph.core.catalogue import CAST, cast_kind
from rayograph.core.mesh import Mesh, merge
from rayograph.core.plan import CastMember
from rayograph.world.cast import finish
from rayograph.world.cast.still_life import STILL_LIFE
from rayograph.world.cast.surface import ellipsoid, meshed
from rayograph.world.scene import Collider, Material, Prop

KINDS = sorted(STILL_LIFE)
SEEDS = (0, 1, 2)
EXPECTED = (
    "ball marble football block domino cylinder cone torus bottle wine_glass tumbler vase bowl plate cup "
    "teapot apple orange lemon pear banana grapes bread book candle lantern desk_lamp clock picture skull "
    "statue fig chess_piece dice coin key cloth flower gift"
).split()
HOLLOW = [kind.name for kind in CAST if kind.hollow and kind.name in STILL_LIFE]


def _plain(
    name: str, *, colour: str | None = None, accent: str | None = None, wear: float = 0.25, seed: int = 0
) -> Material:
    glassy = "glass" in name
    return Material(name=f"{name}/{colour}", kind="glass" if glassy else "opaque")


@functools.cache
def built(kind: str, seed: int = 0, **settings: object) -> Prop:
    with pytest.MonkeyPatch.context() as patch:  # geometry is on trial here, not textures
        patch.setattr(finish, "material", _plain)
        member = CastMember(id="thing", kind=kind, seed=seed, **settings)  # type: ignore[arg-type]
        return STILL_LIFE[kind](member, np.random.default_rng([seed, 7]))


def fresh(kind: str) -> Prop:
    """The prop of seed 0 built once more, past the cache."""
    return built.__wrapped__(kind)


def bounds(prop: Prop) -> tuple[np.ndarray, np.ndarray]:
    points = np.concatenate([part.mesh.vertices for part in prop.parts])
    return points.min(0), points.max(0)


def corners(collider: Collider) -> np.ndarray:
    """Points whose box is the collider's."""
    if collider.kind == "hull":
        assert collider.vertices is not None
        local = collider.vertices
    elif collider.kind == "sphere":
        return collider.pose[:3, 3] + collider.size[0] * np.concatenate([np.eye(3), -np.eye(3)])
    elif collider.kind == "box":
        local = np.array(list(np.ndindex(2, 2, 2))) * 2 - 1.0
        local = local * collider.size
    else:
        angle = np.linspace(0, 2 * np.pi, 64)
        ring = np.stack([np.cos(angle), np.sin(angle), 0 * angle], axis=1) * collider.size[0]
        # a capsule's round ends reach past its length by its radius
        reach = collider.size[1] + (collider.size[0] if collider.kind == "capsule" else 0.0)
        local = np.concatenate([ring + [0, 0, s * reach] for s in (-1, 1)])
    return local @ collider.pose[:3, :3].T + collider.pose[:3, 3]


def holds(collider: Collider, point: np.ndarray) -> bool:
    """Whether a point lies inside a collider, more than a hair below its skin."""
    local = (point - collider.pose[:3, 3]) @ collider.pose[:3, :3]
    if collider.kind == "sphere":
        return bool(np.linalg.norm(local) < collider.size[0])
    if collider.kind == "box":
        return bool((np.abs(local) < collider.size).all())
    if collider.kind == "cylinder":
        return bool(np.hypot(*local[:2]) < collider.size[0] and abs(local[2]) < collider.size[1])
    planes = ConvexHull(collider.vertices).equations
    return bool((planes[:, :3] @ local + planes[:, 3] < -1e-6).all())


def test_every_small_kind_has_a_generator() -> None:
    assert set(STILL_LIFE) == set(EXPECTED)


@pytest.mark.parametrize("kind", KINDS)
def test_size_and_seat_are_the_catalogues(kind: str) -> None:
    entry = cast_kind(kind)
    assert entry is not None
    for seed in SEEDS:
        low, high = bounds(built(kind, seed))
        size = np.array(entry.size)
        assert np.abs((high - low) / size - 1).max() < 0.15, (high - low) / size
        assert abs(low[2]) < 0.02 * size[2] + 5e-4
        # An ear, a spout or a leaf may hang over one side: the foot is at the origin, not the box.
        reach = 0.16 if kind in ("cup", "teapot", "flower") else 0.08
        assert (np.abs(low + high)[:2] / 2 < reach * size[:2]).all()


@pytest.mark.parametrize("kind", KINDS)
def test_meshes_are_sound(kind: str) -> None:
    for seed in SEEDS:
        for part in built(kind, seed).parts:
            mesh = part.mesh
            assert mesh.uv is not None and mesh.normals is not None
            arrays = [mesh.vertices, mesh.normals, mesh.uv] + ([] if mesh.colour is None else [mesh.colour])
            assert all(np.isfinite(array).all() and len(array) == len(mesh.vertices) for array in arrays)
            assert mesh.faces.min() >= 0 and mesh.faces.max() < len(mesh.vertices)
            assert np.abs(np.linalg.norm(mesh.normals, axis=1) - 1).max() < 1e-3
            corner = mesh.vertices[mesh.faces]
            facet = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
            agree = np.einsum("ij,ij->i", facet, mesh.normals[mesh.faces].mean(1)) >= 0
            assert (
                agree.mean() > 0.99
            )  # blended volumes meet in creases where one vertex has no single normal
            if mesh.colour is not None:
                assert mesh.colour.min() > 0 and mesh.colour.max() < 1


def _closed(mesh: Mesh) -> bool:
    """Whether every edge, vertices welded to a micrometre, is shared by two faces."""
    _, weld = np.unique(np.round(mesh.vertices * 1e6).astype(np.int64), axis=0, return_inverse=True)
    faces = weld.ravel()[mesh.faces]
    faces = faces[(faces[:, 0] != faces[:, 1]) & (faces[:, 1] != faces[:, 2]) & (faces[:, 2] != faces[:, 0])]
    edges = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
    return bool((np.unique(edges, axis=0, return_counts=True)[1] % 2 == 0).all())


@pytest.mark.parametrize("kind", KINDS)
def test_closed_meshes_face_outwards(kind: str) -> None:
    for part in built(kind).parts:
        if _closed(part.mesh):
            assert finish.volume(part.mesh) > 0


@pytest.mark.parametrize("kind", ["wine_glass", "tumbler", "bottle", "marble"])
def test_glass_is_watertight(kind: str) -> None:
    for seed in SEEDS:
        glass = [part.mesh for part in built(kind, seed).parts if part.material.kind == "glass"]
        assert glass and all(_closed(mesh) for mesh in glass)


@pytest.mark.parametrize("kind", KINDS)
def test_colliders_fit_the_looks(kind: str) -> None:
    for seed in SEEDS:
        prop = built(kind, seed)
        low, high = bounds(prop)
        points = np.concatenate([corners(collider) for collider in prop.colliders])
        span = high - low
        assert (np.abs(points.min(0) - low) < 0.1 * span + 1e-3).all(), (points.min(0), low)
        assert (np.abs(points.max(0) - high) < 0.1 * span + 1e-3).all(), (points.max(0), high)


@pytest.mark.parametrize("kind", HOLLOW)
def test_hollows_are_open_and_have_a_floor(kind: str) -> None:
    prop = built(kind)
    top = bounds(prop)[1][2]
    floor = 0.55 if kind == "wine_glass" else 0.25
    for z in np.linspace(floor, 0.99, 6) * top:
        assert not any(holds(collider, np.array([0.0, 0.0, z])) for collider in prop.colliders), z
    assert any(holds(collider, np.array([1e-4, 1e-4, 0.02 * top])) for collider in prop.colliders)


@pytest.mark.parametrize("kind", KINDS)
def test_equal_seeds_are_equal_and_others_differ(kind: str) -> None:
    first = merge([part.mesh for part in built(kind, 0).parts])
    again = merge([part.mesh for part in fresh(kind).parts])
    assert np.array_equal(first.vertices, again.vertices) and np.array_equal(first.faces, again.faces)
    other = merge([part.mesh for part in built(kind, 1).parts])
    same = len(first.vertices) == len(other.vertices) and np.allclose(
        first.vertices, other.vertices, atol=1e-6
    )
    painted = [part.material.name for part in built(kind, 0).parts] == [
        p.material.name for p in built(kind, 1).parts
    ]
    assert not (same and painted)


@pytest.mark.parametrize(("kind", "low", "high"), [("apple", 0.1, 0.3), ("wine_glass", 0.05, 0.3),
("book", 0.3, 1.2),
                                                   ("bowl", 0.3, 1.6), ("dice", 0.003, 0.02),
                                                   ("ball", 0.05, 0.6),
                                                   ("vase", 0.5, 2.0), ("bottle", 0.3, 1.0)])  # fmt: skip
def test_weights_are_plausible(kind: str, low: float, high: float) -> None:
    for seed in SEEDS:
        assert low < built(kind, seed).mass < high


def test_a_ball_rebounds_as_its_stuff_does() -> None:
    assert built("ball").restitution == pytest.approx(0.8)
    assert built("ball", material="painted_wood").restitution == pytest.approx(0.5)


@pytest.mark.parametrize("kind", ["bowl", "cup", "vase"])
def test_a_dropped_marble_comes_to_rest_inside(kind: str) -> None:
    """MuJoCo lets a marble go above the mouth: the ring of wedges catches and keeps it."""
    vessel, radius = built(kind), 0.0125
    hulls = [collider.vertices for collider in vessel.colliders if collider.vertices is not None]
    meshes = "".join(
        f'<mesh name="m{i}" vertex="{" ".join(f"{x:.6f}" for x in hull.ravel())}"/>'
        for i, hull in enumerate(hulls)
    )
    # A mesh geom is recentred on its inertia, and a mesh of a static body stays where its vertices say.
    geoms = "".join(f'<geom type="mesh" mesh="m{i}"/>' for i in range(len(hulls)))
    top = float(bounds(vessel)[1][2])
    model = mujoco.MjModel.from_xml_string(
        f'<mujoco><option timestep="0.0005"/><default><geom solref="0.002 1"/></default>'
        f"<asset>{meshes}</asset><worldbody>{geoms}"
        f'<body name="marble" pos="0.004 0.002 {top + 0.05}"><freejoint/>'
        f'<geom type="sphere" size="{radius}" mass="0.02"/></body></worldbody></mujoco>'
    )
    data = mujoco.MjData(model)
    mujoco.mj_step(model, data, nstep=3000)
    place = data.body("marble").xpos
    assert np.hypot(*place[:2]) < 0.8 * bounds(vessel)[1][0]
    assert radius < place[2] < 0.5 * top


def _model(prop: Prop) -> mujoco.MjModel:
    """The prop, a hair above a floor."""
    spec = mujoco.MjSpec()
    spec.option.timestep = 0.001
    spec.worldbody.add_geom(type=mujoco.mjtGeom.mjGEOM_PLANE, size=[9, 9, 1])
    body = spec.worldbody.add_body(name="prop", pos=[0, 0, 0.001])
    body.add_freejoint()
    spec.default.geom.solref = [0.004, 1]
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
            size = [*collider.size, 0, 0][:3]
            body.add_geom(type=kinds[collider.kind], size=size, **pose)
    return spec.compile()


@pytest.mark.parametrize("kind", ["picture", "skull", "pear", "statue", "book"])
def test_what_stands_keeps_standing(kind: str) -> None:
    model = _model(built(kind))
    data = mujoco.MjData(model)
    mujoco.mj_step(model, data, nstep=1500)
    assert data.body("prop").xmat[8] > np.cos(np.deg2rad(2)) and np.hypot(*data.body("prop").xpos[:2]) < 5e-3


@pytest.mark.parametrize(("kind", "heading"), [("apple", (1, 0)), ("orange", (0, 1)), ("lemon", (1, 0))])
def test_fruit_rolls_without_bumps(kind: str, heading: tuple[float, float]) -> None:
    """Half a metre per second along the floor: it keeps its height and nearly all its speed."""
    prop = built(kind)
    radius, model = prop.colliders[0].size[0], _model(prop)
    data = mujoco.MjData(model)
    x, y = np.array(heading) * 0.5
    data.qvel[:] = [0, 0, 0, -y / radius, x / radius, 0]  # of the frame's origin, which touches the floor
    heights = []
    for _ in range(20):
        mujoco.mj_step(model, data, nstep=25)
        heights.append(data.subtree_com[1][2])
    assert np.ptp(heights) < 0.002
    assert np.linalg.norm(data.qvel[3:]) * radius > 0.4


def test_a_books_text_is_on_cover_and_spine() -> None:
    plain, titled = built("book"), built("book", text="MOBY DICK")
    titles = [part for part in titled.parts if "MOBY DICK" in part.material.name]
    assert len(titles) == 2 and not any("label" in part.material.name for part in plain.parts)
    cover, spine = (part.mesh for part in titles)
    assert cover.normals is not None and spine.normals is not None
    assert cover.normals[:, 2].min() > 0.99 and spine.normals[:, 0].mean() < -0.5
    top = np.argmax(cover.uv[:, 1])  # read from the front, its last line nearest
    assert cover.vertices[top, 1] > cover.vertices[np.argmin(cover.uv[:, 1]), 1]


@pytest.mark.parametrize("kind", ["candle", "lantern", "desk_lamp"])
def test_lamps_have_one_shining_surface(kind: str) -> None:
    assert [part.light for part in built(kind).parts if part.light] == ["self"]


def test_cloth_is_the_grid_it_says() -> None:
    prop = built("cloth")
    assert prop.cloth == (41, 41)
    points = prop.parts[0].mesh.vertices.reshape(41, 41, 3)
    assert (np.diff(points[:, :, 0], axis=1) > 0).all() and (np.diff(points[:, :, 1], axis=0) > 0).all()


def test_the_plans_colour_and_material_win() -> None:
    prop = built("vase", colour="#123456")
    assert any(part.material.name == "glazed_ceramic/#123456" for part in prop.parts)
    assert built("bowl", material="brass").parts[0].material.name == "brass/None"
    assert not any("glass/" in part.material.name for part in built("bowl", material="brass").parts)


def test_surface_nets_find_an_ellipsoid() -> None:
    radii = (0.03, 0.05, 0.04)
    mesh = meshed(lambda p: ellipsoid(p, (0, 0, 0), radii), (-0.06,) * 3, (0.06,) * 3, 0.004)
    assert finish.volume(mesh) == pytest.approx(4 / 3 * np.pi * np.prod(radii), rel=0.02)
    assert np.abs(np.linalg.norm(mesh.vertices / radii, axis=1) - 1).max() < 0.01
