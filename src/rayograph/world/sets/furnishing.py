"""What furniture is made of: boards, upholstery, cushions, turned legs, and how they are put in place."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from jaxtyping import Float

from rayograph.core.mesh import Mesh, merge, smooth_normals
from rayograph.core.plan import CastMember
from rayograph.world.cast.build import build
from rayograph.world.noise import fbm3
from rayograph.world.scene import Collider, Material, Part
from rayograph.world.shapes import grid_faces, lathe, resmooth, rotation, rounded_box, translation

Vec = tuple[float, float, float]


def pose_at(x: float, y: float, z: float = 0.0, yaw_deg: float = 0.0) -> Float[np.ndarray, "4 4"]:
    """The pose that turns by `yaw_deg` about Z and then moves to (x, y, z) [m]."""
    return np.asarray(translation(x, y, z) @ rotation("z", yaw_deg))


def place(parts: Iterable[Part], x: float, y: float, z: float = 0.0, yaw_deg: float = 0.0) -> list[Part]:
    """The parts turned by `yaw_deg` and moved to (x, y, z) [m]."""
    pose = pose_at(x, y, z, yaw_deg)
    return [replace(part, mesh=part.mesh.moved(pose)) for part in parts]


def board(low: Vec, high: Vec, radius: float = 0.003) -> Mesh:
    """An axis-aligned board between two corners [m] with eased edges; uv in metres, offset by its place."""
    a, b = np.asarray(low, float), np.asarray(high, float)
    mesh = rounded_box(tuple(b - a), radius=radius, steps=2)
    centre = (a + b) / 2
    shift = np.array([centre[0] * 1.7 + centre[2] * 3.1, centre[1] * 2.3 + centre[2] * 0.9])
    uv = None if mesh.uv is None else mesh.uv + shift
    return replace(mesh.moved(translation(*centre)), uv=uv)


def box(low: Vec, high: Vec, material: Material, radius: float = 0.003) -> Part:
    """A `board` with its material."""
    return Part(mesh=board(low, high, radius), material=material)


def joined(meshes: list[Mesh], material: Material) -> Part:
    """Many meshes of one material as one part."""
    return Part(mesh=merge(meshes), material=material)


def turned(profile: list[tuple[float, float]], segments: int = 48) -> Mesh:
    """A lathe-turned solid with uv in metres (around the largest radius, along the height)."""
    outline = np.asarray(profile, float)
    mesh = lathe(outline, segments)
    assert mesh.uv is not None
    length = float(np.linalg.norm(np.diff(outline, axis=0), axis=1).sum())
    return replace(mesh, uv=mesh.uv * [2 * np.pi * outline[:, 0].max(), length])


def _welded_normals(points: np.ndarray, faces: np.ndarray) -> np.ndarray:
    """Smooth normals across vertices that coincide but differ in uv."""
    _, first, inverse = np.unique(np.round(points, 6), axis=0, return_index=True, return_inverse=True)
    inverse = inverse.reshape(-1)
    normals: np.ndarray = smooth_normals(points[first], inverse[faces])[inverse]
    return normals


def upholstery(
    size: Vec, *, radius: float, crown: float = 0.0, seed: int = 0, wrinkle: float = 0.003, cells: int = 14
) -> Mesh:
    """A stuffed block of full `size` [m], base centre at the origin: round edges, full faces, slack cloth.

    Args:
        crown: how far the middle of each face swells [m].
        wrinkle: amplitude [m] of the cloth's slackness.
    """
    half = np.asarray(size, float) / 2
    radius = float(min(radius, half.min() * 0.98))
    step = np.concatenate([np.linspace(0, 1, 5)[:-1] * radius])
    meshes = []
    for axis in range(3):
        u, v = [i for i in range(3) if i != axis]
        lines = []
        for k in (u, v):
            middle = np.linspace(-half[k] + radius, half[k] - radius, cells)
            lines.append(np.concatenate([-half[k] + step, middle, half[k] - step[::-1]]))
        grid_u, grid_v = np.meshgrid(*lines)
        for sign in (-1.0, 1.0):
            points = np.zeros((grid_u.size, 3))
            points[:, u], points[:, v], points[:, axis] = grid_u.ravel(), grid_v.ravel(), sign * half[axis]
            faces = grid_faces(len(lines[0]), len(lines[1]))
            meshes.append(
                Mesh(
                    vertices=points,
                    faces=faces[:, ::-1] if (sign > 0) == (axis == 1) else faces,
                    uv=np.stack([grid_u.ravel(), grid_v.ravel()], 1),
                )
            )
    block = merge(meshes)
    inner = np.clip(block.vertices, -(half - radius), half - radius)
    normal = block.vertices - inner
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    points = inner + normal * radius
    along = points / half
    swell = [(1 - along[:, a] ** 2) * (1 - along[:, b] ** 2) for a, b in ((1, 2), (0, 2), (0, 1))]
    points = points + crown * np.clip(np.stack(swell, 1), 0, 1) * along
    points = points + normal * (wrinkle * fbm3(points * 7.0, octaves=3, seed=seed))[:, None]
    points = points + [0, 0, half[2]]
    return replace(block, vertices=points, normals=_welded_normals(points, block.faces))


def pillow(width: float, height: float, thickness: float, *, seed: int = 0) -> Mesh:
    """A throw pillow standing on its lower edge, front towards -Y: pinched ears, pulled seams [m]."""
    count = 33
    u, v = np.meshgrid(np.linspace(-1, 1, count), np.linspace(-1, 1, count))
    x = width / 2 * u * (1 - 0.10 * (1 - v**2))
    z = height / 2 * v * (1 - 0.10 * (1 - u**2))
    full = ((1 - u**4) * (1 - v**4)) ** 0.55
    sides = []
    for sign in (-1.0, 1.0):
        slack = 0.10 * fbm3(
            np.stack([x * 11, z * 11, np.full_like(x, sign * 3 + seed)], -1).reshape(-1, 3),
            octaves=3,
            seed=seed,
        ).reshape(x.shape)
        y = sign * (thickness / 2 * full * (1 + slack) + 0.004)
        faces = grid_faces(count, count)
        points = np.stack([x, y, z + height / 2], -1).reshape(-1, 3)
        side = Mesh(
            vertices=points,
            faces=faces if sign < 0 else faces[:, ::-1],
            uv=np.stack([x, z], -1).reshape(-1, 2),
        )
        sides.append(resmooth(side))
    rim = np.concatenate(
        [
            np.arange(count),
            np.arange(1, count) * count + count - 1,
            count * count - 2 - np.arange(count - 1),
            np.arange(count - 2, 0, -1) * count,
        ]
    )
    after = np.roll(rim, -1)
    back = count * count
    band = np.concatenate(
        [np.stack([rim, rim + back, after], 1), np.stack([after, rim + back, after + back], 1)]
    )
    whole = merge(sides)
    return replace(whole, faces=np.concatenate([whole.faces, band]))


def bounds(parts: Iterable[Part]) -> Float[np.ndarray, "2 3"]:
    """Lowest and highest corner [m] of the parts together."""
    points = [part.mesh.vertices for part in parts]
    return np.stack([np.min([p.min(0) for p in points], 0), np.max([p.max(0) for p in points], 0)])


def solid(low: Vec | np.ndarray, high: Vec | np.ndarray, pose: np.ndarray | None = None) -> Collider:
    """A box collider between two corners [m] of a local frame placed by `pose`."""
    a, b = np.asarray(low, float), np.asarray(high, float)
    centre = translation(*((a + b) / 2))
    half = np.maximum((b - a) / 2, 1e-3)
    return Collider(
        kind="box",
        size=(float(half[0]), float(half[1]), float(half[2])),
        pose=centre if pose is None else pose @ centre,
    )


def borrowed(
    kind: str,
    seed: int,
    *,
    material: str | None = None,
    colour: str | None = None,
    height_m: float | None = None,
) -> tuple[list[Part], list[Collider]]:
    """A thing of the cast as part of a set, its base centre at the origin, with solids; it does not shine."""
    member = CastMember(
        id="borrowed", kind=kind, material=material, colour=colour, height_m=height_m, seed=seed % (1 << 31)
    )
    prop = build(member)
    return [replace(part, light=None) for part in prop.parts], list(prop.colliders)
