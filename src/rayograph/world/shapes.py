"""Meshes from mathematics: the building blocks of cast and sets. All in metres, +Z up, outward normals."""

import numpy as np
from jaxtyping import Float, Int

from rayograph.core.mesh import Mesh, merge, smooth_normals


def grid_faces(columns: int, rows: int) -> Int[np.ndarray, "m 3"]:
    """Faces of a rows×columns lattice of vertices in row-major order, +Z if x, y rise with the indices."""
    index = np.arange(columns * rows).reshape(rows, columns)
    a, b, c, d = (
        index[:-1, :-1].ravel(),
        index[:-1, 1:].ravel(),
        index[1:, 1:].ravel(),
        index[1:, :-1].ravel(),
    )
    return np.concatenate([np.stack([a, b, c], 1), np.stack([a, c, d], 1)])


def rotation(axis: str, degrees: float) -> Float[np.ndarray, "4 4"]:
    """A turn about "x", "y" or "z"."""
    angle, pose = np.deg2rad(degrees), np.eye(4)
    i, j = {"x": (1, 2), "y": (2, 0), "z": (0, 1)}[axis]
    pose[i, i] = pose[j, j] = np.cos(angle)
    pose[i, j], pose[j, i] = -np.sin(angle), np.sin(angle)
    return pose


def translation(x: float, y: float, z: float) -> Float[np.ndarray, "4 4"]:
    """A shift [m]."""
    pose = np.eye(4)
    pose[:3, 3] = x, y, z
    return pose


def quad(corner: np.ndarray, edge_u: np.ndarray, edge_v: np.ndarray) -> Mesh:
    """A flat parallelogram, normal edge_u × edge_v, uv in metres along the edges."""
    corner, edge_u, edge_v = (np.asarray(v, float) for v in (corner, edge_u, edge_v))
    u, v = float(np.linalg.norm(edge_u)), float(np.linalg.norm(edge_v))
    points = np.stack([corner, corner + edge_u, corner + edge_u + edge_v, corner + edge_v])
    return Mesh(
        vertices=points, faces=np.array([[0, 1, 2], [0, 2, 3]]), uv=np.array([[0, 0], [u, 0], [u, v], [0, v]])
    )


def icosphere(levels: int) -> Mesh:
    """A unit sphere of 20·4^levels triangles."""
    t = (1 + 5**0.5) / 2
    points = np.array([[-1, t, 0], [1, t, 0], [-1, -t, 0], [1, -t, 0], [0, -1, t], [0, 1, t],
                       [0, -1, -t], [0, 1, -t], [t, 0, -1], [t, 0, 1], [-t, 0, -1], [-t, 0, 1]])  # fmt: skip
    faces = np.array([[0, 11, 5], [0, 5, 1], [0, 1, 7], [0, 7, 10], [0, 10, 11], [1, 5, 9], [5, 11, 4],
                      [11, 10, 2], [10, 7, 6], [7, 1, 8], [3, 9, 4], [3, 4, 2], [3, 2, 6], [3, 6, 8],
                      [3, 8, 9], [4, 9, 5], [2, 4, 11], [6, 2, 10], [8, 6, 7], [9, 8, 1]])  # fmt: skip
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    for _ in range(levels):
        edges = np.sort(np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]]), axis=1)
        unique, inverse = np.unique(edges, axis=0, return_inverse=True)
        a, b, c = inverse.reshape(3, -1) + len(points)
        middle = points[unique].mean(1)
        points = np.concatenate([points, middle / np.linalg.norm(middle, axis=1, keepdims=True)])
        f0, f1, f2 = faces.T
        faces = np.concatenate([np.stack(s, 1) for s in ((f0, a, c), (f1, b, a), (f2, c, b), (a, b, c))])
    return Mesh(vertices=points, faces=faces, normals=points.copy())


def lathe(profile: np.ndarray, segments: int = 64, *, crease_deg: float = 40.0) -> Mesh:
    """A solid of revolution about Z.

    Args:
        profile: (radius, z) pairs [m] from the bottom axis up the OUTSIDE; go back down inside for a vessel.
        crease_deg: profile corners sharper than this keep a hard edge.

    uv: u runs once around (0..1), v along the profile (0..1).
    """
    profile = np.asarray(profile, float)
    edges = np.diff(profile, axis=0)
    length = np.linalg.norm(edges, axis=1)
    edges, points, starts = edges[length > 1e-9], [], profile[:-1][length > 1e-9]
    ends = profile[1:][length > 1e-9]
    outward = np.stack([edges[:, 1], -edges[:, 0]], 1) / np.linalg.norm(edges, axis=1, keepdims=True)
    arc = np.concatenate([[0.0], np.cumsum(np.linalg.norm(edges, axis=1))])
    angle = np.linspace(0, 2 * np.pi, segments + 1)
    ring = np.stack([np.cos(angle), np.sin(angle)], 1)
    for i in range(len(edges)):
        pair = []
        for end, neighbour in ((starts[i], i - 1), (ends[i], i + 1)):
            normal = outward[i]
            if 0 <= neighbour < len(edges) and outward[neighbour] @ outward[i] > np.cos(
                np.deg2rad(crease_deg)
            ):
                normal = normal + outward[neighbour]
            pair.append((end, normal / np.linalg.norm(normal), arc[i + (neighbour > i)] / arc[-1]))
        points.append(pair)
    vertices, normals, uv, faces = [], [], [], []
    lattice = grid_faces(segments + 1, 2)
    for i, pair in enumerate(points):
        for (radius, z), (across, up), v in pair:
            vertices.append(np.concatenate([ring * radius, np.full((segments + 1, 1), z)], 1))
            normals.append(np.concatenate([ring * across, np.full((segments + 1, 1), up)], 1))
            uv.append(np.stack([angle / (2 * np.pi), np.full(segments + 1, v)], 1))
        faces.append(lattice + i * 2 * (segments + 1))
    lathed = np.concatenate(vertices)
    solid = _solid(np.concatenate(faces), lathed)
    return Mesh(vertices=lathed, faces=solid, normals=np.concatenate(normals), uv=np.concatenate(uv))


def _solid(faces: np.ndarray, vertices: np.ndarray) -> np.ndarray:
    """Faces without those that have no area."""
    corner = vertices[faces]
    area = np.linalg.norm(np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]), axis=1)
    return faces[area > 1e-14]


def tube(path: np.ndarray, radius: np.ndarray | float, segments: int = 12, *, caps: bool = True) -> Mesh:
    """A round tube along a path [m] with a radius per point; uv: u around 0..1, v metres along."""
    path = np.asarray(path, float)
    radii = np.broadcast_to(np.asarray(radius, float), len(path))
    along = np.gradient(path, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True) + 1e-12
    side = np.zeros_like(path)
    start = np.array([0, 0, 1.0]) if abs(along[0, 2]) < 0.9 else np.array([1.0, 0, 0])
    for i in range(len(path)):  # parallel transport keeps the tube from twisting
        reference = start if i == 0 else side[i - 1]
        side[i] = reference - along[i] * (reference @ along[i])
        side[i] /= np.linalg.norm(side[i]) + 1e-12
    other = np.cross(along, side)
    angle = np.linspace(0, 2 * np.pi, segments + 1)
    ring = side[:, None] * np.cos(angle)[None, :, None] + other[:, None] * np.sin(angle)[None, :, None]
    vertices = (path[:, None] + ring * radii[:, None, None]).reshape(-1, 3)
    travelled = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(path, axis=0), axis=1))])
    uv = np.stack([np.tile(angle / (2 * np.pi), len(path)), np.repeat(travelled, segments + 1)], 1)
    body = Mesh(
        vertices=vertices, faces=grid_faces(segments + 1, len(path)), normals=ring.reshape(-1, 3), uv=uv
    )
    return (
        merge(
            [
                body,
                _cap(path[0], -along[0], ring[0], radii[0], flip=True),
                _cap(path[-1], along[-1], ring[-1], radii[-1], flip=False),
            ]
        )
        if caps
        else body
    )


def _cap(centre: np.ndarray, normal: np.ndarray, ring: np.ndarray, radius: float, *, flip: bool) -> Mesh:
    count = len(ring) - 1
    index = np.arange(count)
    order = (index + 2, index + 1) if flip else (index + 1, index + 2)
    faces = np.stack([np.zeros(count, int), *order], 1)
    return Mesh(vertices=np.concatenate([centre[None], centre + ring * radius]), faces=faces,
                normals=np.repeat(normal[None], count + 2, 0), uv=np.zeros((count + 2, 2)))  # fmt: skip


def rounded_box(size: tuple[float, float, float], radius: float = 0.004, steps: int = 4) -> Mesh:
    """A box of full `size` [m] with rounded edges, centred at the origin; uv in metres per face."""
    half = np.asarray(size, float) / 2
    radius = float(min(radius, half.min() * 0.999))
    bend = np.linspace(0, 1, steps + 1)[1:] * radius
    parts = []
    for axis in range(3):
        u, v = [i for i in range(3) if i != axis]
        lines = [
            np.unique(
                np.round(np.concatenate([[-half[k]], -half[k] + bend, half[k] - bend[::-1], [half[k]]]), 9)
            )
            for k in (u, v)
        ]
        for sign in (-1.0, 1.0):
            mesh_u, mesh_v = np.meshgrid(*lines)
            points = np.zeros((*mesh_u.shape, 3))
            points[..., u], points[..., v], points[..., axis] = mesh_u, mesh_v, sign * half[axis]
            faces = grid_faces(len(lines[0]), len(lines[1]))
            if (sign > 0) == (axis == 1):
                faces = faces[:, ::-1]
            flat = points.reshape(-1, 3)
            inner = np.clip(flat, -(half - radius), half - radius)
            normal = (flat - inner) / np.maximum(np.linalg.norm(flat - inner, axis=1, keepdims=True), 1e-12)
            uv = np.stack([mesh_u.ravel() + half[u], mesh_v.ravel() + half[v]], 1)
            parts.append(Mesh(vertices=inner + normal * radius, faces=faces, normals=normal, uv=uv))
    return merge(parts)


def extrude(outline: Float[np.ndarray, "n 2"], depth: float) -> Mesh:
    """A prism of a simple counter-clockwise outline in XZ, `depth` [m] along Y, centred; flat shading."""
    import mapbox_earcut

    outline = np.asarray(outline, float)
    count = len(outline)
    lids = mapbox_earcut.triangulate_float64(outline, np.array([count], np.uint32)).reshape(-1, 3).astype(int)
    front = np.stack([outline[:, 0], np.full(count, -depth / 2), outline[:, 1]], 1)
    back = front + [0, depth, 0]
    index = np.arange(count)
    after = (index + 1) % count
    sides = np.concatenate(
        [np.stack([index, index + count, after], 1), np.stack([after, index + count, after + count], 1)]
    )
    corner = outline[lids]
    ab, ac = corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]
    turn = ab[:, 0] * ac[:, 1] - ab[:, 1] * ac[:, 0]
    lids = np.where(turn[:, None] > 0, lids, lids[:, ::-1])
    faces = np.concatenate([lids, lids[:, ::-1] + count, sides])
    vertices = np.concatenate([front, back])
    return Mesh(
        vertices=vertices,
        faces=faces[:, ::-1] if _volume(vertices, faces) < 0 else faces,
        uv=np.concatenate([outline, outline]),
    )


def _volume(vertices: np.ndarray, faces: np.ndarray) -> float:
    a, b, c = (vertices[faces[:, k]] for k in range(3))
    return float(np.einsum("ij,ij->", a, np.cross(b, c)) / 6)


def resmooth(mesh: Mesh) -> Mesh:
    """The mesh with freshly computed smooth normals."""
    return Mesh(
        vertices=mesh.vertices,
        faces=mesh.faces,
        normals=smooth_normals(mesh.vertices, mesh.faces),
        uv=mesh.uv,
        colour=mesh.colour,
    )
