"""Modelling moves that the cast shares: placing, beams, lofts, rods and shading with kept creases."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from jaxtyping import Float
from scipy.sparse import csr_matrix

from rayograph.core.mesh import Mesh, smooth_normals, welded
from rayograph.world import shapes

Turn = tuple[str, float]
Point = Sequence[float] | np.ndarray


def placed(mesh: Mesh, *, at: Point = (0.0, 0.0, 0.0), turns: Sequence[Turn] = ()) -> Mesh:
    """The mesh turned about the origin, axis by axis [deg], then shifted to `at` [m]."""
    pose = np.eye(4)
    for axis, degrees in turns:
        pose = shapes.rotation(axis, degrees) @ pose
    pose[:3, 3] = at
    return mesh.moved(pose)


def stretched(mesh: Mesh, factors: Point, *, at: Point = (0.0, 0.0, 0.0)) -> Mesh:
    """The mesh scaled per axis, then shifted to `at` [m]; normals stay perpendicular."""
    scale = np.asarray(factors, float)
    normals = mesh.normals
    if normals is not None:
        normals = normals / scale
        normals = normals / np.maximum(np.linalg.norm(normals, axis=1, keepdims=True), 1e-12)
    return replace(mesh, vertices=mesh.vertices * scale + np.asarray(at, float), normals=normals)


def mirrored(mesh: Mesh) -> Mesh:
    """The mesh reflected in the YZ plane, still facing out."""
    flip = np.array([-1.0, 1.0, 1.0])
    normals = None if mesh.normals is None else mesh.normals * flip
    return replace(mesh, vertices=mesh.vertices * flip, faces=mesh.faces[:, ::-1], normals=normals)


def painted(mesh: Mesh, colour: Float[np.ndarray, "n 3"] | tuple[float, float, float]) -> Mesh:
    """The mesh with linear ACEScg colours per vertex."""
    colours = np.broadcast_to(np.asarray(colour, float), mesh.vertices.shape).copy()
    return replace(mesh, colour=colours)


def creased(mesh: Mesh, degrees: float = 35.0) -> Mesh:
    """The mesh with one vertex per face corner, smooth where neighbouring faces meet below `degrees`."""
    corner = mesh.vertices[mesh.faces]
    normal = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])
    keep = np.linalg.norm(normal, axis=1) > 1e-15
    faces, normal, count = mesh.faces[keep], normal[keep], int(keep.sum())
    unit = normal / np.linalg.norm(normal, axis=1, keepdims=True)
    place = welded(mesh.vertices)
    corners = np.arange(3 * count)
    meet = csr_matrix((np.ones(3 * count), (corners, place[faces.ravel()])))
    pairs = (meet @ meet.T).tocoo()
    near = np.einsum("ij,ij->i", unit[pairs.row // 3], unit[pairs.col // 3]) > np.cos(np.deg2rad(degrees))
    row, other = pairs.row[near], normal[pairs.col[near] // 3]
    total = np.stack([np.bincount(row, other[:, axis], 3 * count) for axis in range(3)], axis=1)
    index = faces.ravel()
    return Mesh(
        vertices=mesh.vertices[index],
        faces=corners.reshape(-1, 3),
        normals=total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-20),
        uv=None if mesh.uv is None else mesh.uv[index],
        colour=None if mesh.colour is None else mesh.colour[index],
    )


def rounded(mesh: Mesh) -> Mesh:
    """The mesh shaded smooth all over, for things without an edge: stones, cushions, soft toys."""
    return replace(mesh, normals=smooth_normals(mesh.vertices, mesh.faces))


def volume(mesh: Mesh) -> float:
    """Signed volume [m³], positive where a closed mesh faces out."""
    a, b, c = (mesh.vertices[mesh.faces[:, k]] for k in range(3))
    return float(np.einsum("ij,ij->", a, np.cross(b, c)) / 6)


def box_uv(mesh: Mesh) -> Mesh:
    """The mesh with uv in metres, projected along the axis that each normal is nearest to."""
    normals = smooth_normals(mesh.vertices, mesh.faces) if mesh.normals is None else mesh.normals
    axis = np.abs(normals).argmax(1)
    pick = np.array([[1, 2], [0, 2], [0, 1]])[axis]
    return replace(mesh, uv=np.take_along_axis(mesh.vertices, pick, axis=1))


def beam(
    start: Point,
    end: Point,
    width: float,
    thick: float,
    *,
    radius: float = 0.004,
    up: Point = (0.0, 0.0, 1.0),
    rng: np.random.Generator | None = None,
) -> Mesh:
    """A rounded bar from `start` to `end` [m], `thick` along `up`; grain (u) runs along it.

    With `rng` the texture starts anywhere, so that two boards never show the same grain.
    """
    a, b = np.asarray(start, float), np.asarray(end, float)
    along = (b - a) / np.linalg.norm(b - a)
    top = np.asarray(up, float) - along * (along @ np.asarray(up, float))
    if np.linalg.norm(top) < 1e-6:
        top = np.array([0.0, 1.0, 0.0]) - along * along[1]
    top /= np.linalg.norm(top)
    pose = np.eye(4)
    pose[:3, 0], pose[:3, 1], pose[:3, 2], pose[:3, 3] = along, np.cross(top, along), top, (a + b) / 2
    mesh = shapes.rounded_box((float(np.linalg.norm(b - a)), width, thick), radius, 2).moved(pose)
    if rng is not None and mesh.uv is not None:
        mesh = replace(mesh, uv=mesh.uv + rng.uniform(0, 8, 2))
    return mesh


def turned(profile: Sequence[Point] | np.ndarray, segments: int = 48, *, crease_deg: float = 40.0) -> Mesh:
    """A solid of revolution like `shapes.lathe`, with uv in metres."""
    mesh = shapes.lathe(np.asarray(profile, float), segments, crease_deg=crease_deg)
    points = np.asarray(profile, float)
    length = float(np.linalg.norm(np.diff(points, axis=0), axis=1).sum())
    assert mesh.uv is not None
    return replace(mesh, uv=mesh.uv * [2 * np.pi * float(points[:, 0].max()), length])


def rod(path: Sequence[Point] | np.ndarray, radius: float | np.ndarray, segments: int = 10) -> Mesh:
    """A capped round bar along a path [m], with uv in metres."""
    mesh = shapes.tube(np.asarray(path, float), radius, segments)
    assert mesh.uv is not None
    return replace(mesh, uv=mesh.uv * [2 * np.pi * float(np.max(radius)), 1.0])


def curve(points: Sequence[Point] | np.ndarray, count: int = 24) -> Float[np.ndarray, "k 3"]:
    """A smooth path of `count` points through the given ones (monotone cubic in each axis)."""
    from scipy.interpolate import PchipInterpolator

    knots = np.asarray(points, float)
    along = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(knots, axis=0), axis=1))])
    return np.asarray(PchipInterpolator(along, knots, axis=0)(np.linspace(0, along[-1], count)))


def loft(rings: Float[np.ndarray, "k n 3"], *, caps: bool = True, crease_deg: float = 35.0) -> Mesh:
    """A skin through closed rings of equal length, uv in metres; faces out whatever the winding."""
    rings = np.asarray(rings, float)
    count, around = rings.shape[:2]
    closed = np.concatenate([rings, rings[:, :1]], axis=1)
    faces = [shapes.grid_faces(around + 1, count)]
    girth = np.cumsum(np.linalg.norm(np.diff(closed, axis=1), axis=2).mean(0))
    length = np.cumsum(np.linalg.norm(np.diff(rings.mean(1), axis=0), axis=1))
    u, v = np.concatenate([[0.0], girth]), np.concatenate([[0.0], length])
    vertices = [closed.reshape(-1, 3)]
    uv = [np.stack([np.repeat(v, around + 1), np.tile(u, count)], 1)]
    if caps:
        for end, flip in ((0, True), (count - 1, False)):
            base = sum(len(block) for block in vertices)
            index = np.arange(around)
            fan = np.stack([np.full(around, base), base + 1 + index, base + 1 + (index + 1) % around], 1)
            vertices.append(np.concatenate([rings[end].mean(0)[None], rings[end]]))
            flat = vertices[-1] - vertices[-1].min(0)
            keep = np.argsort(np.ptp(flat, axis=0))[1:]
            uv.append(flat[:, np.sort(keep)])
            faces.append(fan[:, ::-1] if flip else fan)
    mesh = Mesh(vertices=np.concatenate(vertices), faces=np.concatenate(faces), uv=np.concatenate(uv))
    if volume(mesh) < 0:
        mesh = replace(mesh, faces=mesh.faces[:, ::-1])
    return creased(mesh, crease_deg)


def sheet(points: Float[np.ndarray, "r c 3"], *, crease_deg: float = 60.0) -> Mesh:
    """An open surface over a lattice of points, uv in metres."""
    points = np.asarray(points, float)
    rows, columns = points.shape[:2]
    mesh = Mesh(
        vertices=points.reshape(-1, 3), faces=shapes.grid_faces(columns, rows), uv=_lattice_uv(points)
    )
    return creased(mesh, crease_deg)


def _lattice_uv(points: np.ndarray) -> Float[np.ndarray, "n 2"]:
    u = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(points, axis=1), axis=2).mean(0))])
    v = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(points, axis=0), axis=2).mean(1))])
    return np.stack(np.meshgrid(u, v), axis=-1).reshape(-1, 2)


def slab(points: Float[np.ndarray, "r c 3"], thickness: float, *, crease_deg: float = 50.0) -> Mesh:
    """A closed shell over a lattice of points, `thickness` [m] towards the side its faces turn away from."""
    points = np.asarray(points, float)
    rows, columns = points.shape[:2]
    flat = points.reshape(-1, 3)
    lattice = shapes.grid_faces(columns, rows)
    under = flat - smooth_normals(flat, lattice) * thickness
    index = np.arange(rows * columns).reshape(rows, columns)
    rim = np.concatenate([index[0, :-1], index[:-1, -1], index[-1, :0:-1], index[:0:-1, 0]])
    after, shift = np.roll(rim, -1), rows * columns
    sides = np.concatenate(
        [np.stack([rim, rim + shift, after + shift], 1), np.stack([rim, after + shift, after], 1)]
    )
    uv = _lattice_uv(points)
    faces = np.concatenate([lattice, lattice[:, ::-1] + shift, sides])
    solid = Mesh(vertices=np.concatenate([flat, under]), faces=faces, uv=np.concatenate([uv, uv]))
    return creased(solid, crease_deg)


def rounded_outline(width: float, height: float, radius: float, steps: int = 6) -> Float[np.ndarray, "n 2"]:
    """A counter-clockwise rectangle with round corners, centred [m]."""
    radius = min(radius, width / 2 * 0.999, height / 2 * 0.999)
    angle = np.linspace(0, np.pi / 2, steps + 1)
    arc = np.stack([np.cos(angle), np.sin(angle)], 1) * radius
    corners = [(1, 1, 0), (-1, 1, 1), (-1, -1, 2), (1, -1, 3)]
    points = []
    for sx, sy, quarter in corners:
        c, s = np.cos(quarter * np.pi / 2), np.sin(quarter * np.pi / 2)
        turned_arc = arc @ np.array([[c, s], [-s, c]])
        points.append(turned_arc + [sx * (width / 2 - radius), sy * (height / 2 - radius)])
    return np.concatenate(points)


def outline_path(width: float, depth: float, radius: float) -> Float[np.ndarray, "n 3"]:
    """A closed rounded rectangle in the XY plane as a path [m], for piping and rims."""
    flat = rounded_outline(width, depth, radius)
    return np.concatenate([np.concatenate([flat, flat[:1]]), np.zeros((len(flat) + 1, 1))], 1)


def hoop(radius: float, thick: float, *, tall: float | None = None, segments: int = 56) -> Mesh:
    """A ring about Z of round (or, with `tall`, elliptic) section: `thick` and `tall` are half sizes [m]."""
    angle = np.linspace(0, 2 * np.pi, 13)
    profile = np.stack([radius + np.sin(angle) * thick, -np.cos(angle) * (tall or thick)], 1)
    return turned(profile, segments, crease_deg=70)
