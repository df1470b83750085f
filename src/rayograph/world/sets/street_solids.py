"""Masonry by the hundred: arrays of eased boxes and panels as one mesh, and parts merged by material."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh, merge
from rayograph.world.scene import Material, Part

Box = tuple[float, float, float, float, float, float]
"""x0, y0, z0, x1, y1, z1 [m]."""


def _eased_topology() -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Corner signs (24, 3), face axis (24,) and triangles (44, 3) of a box whose edges are cut."""
    signs: list[list[int]] = []
    axes: list[int] = []
    index: dict[tuple[int, tuple[int, ...]], int] = {}
    for axis in range(3):
        for corner in np.ndindex(2, 2, 2):
            index[axis, corner] = len(signs)
            signs.append([2 * c - 1 for c in corner])
            axes.append(axis)
    rings = []
    for axis in range(3):
        u, v = [k for k in range(3) if k != axis]
        for side in (0, 1):
            ring = []
            for a, b in ((0, 0), (1, 0), (1, 1), (0, 1)):
                at = [0, 0, 0]
                at[axis], at[u], at[v] = side, a, b
                ring.append(index[axis, tuple(at)])
            rings.append(ring)
        for a, b in np.ndindex(2, 2):
            ends = []
            for along in (0, 1):
                at = [0, 0, 0]
                at[axis], at[u], at[v] = along, a, b
                ends.append(tuple(at))
            rings.append([index[u, ends[0]], index[u, ends[1]], index[v, ends[1]], index[v, ends[0]]])
    faces = [f for a, b, c, d in rings for f in ([a, b, c], [a, c, d])]
    faces += [[index[k, corner] for k in range(3)] for corner in np.ndindex(2, 2, 2)]
    sign, axis_of = np.array(signs, float), np.array(axes)
    points = sign * 0.9
    points[np.arange(24), axis_of] = sign[np.arange(24), axis_of]
    triangles = np.array(faces)
    corner_ = points[triangles]
    normal = np.cross(corner_[:, 1] - corner_[:, 0], corner_[:, 2] - corner_[:, 0])
    inward = np.einsum("ij,ij->i", normal, corner_.mean(1)) < 0
    triangles[inward] = triangles[inward][:, ::-1]
    return sign, axis_of, triangles


_SIGN, _AXIS, _TRIANGLES = _eased_topology()
_UNIT = np.eye(3)[_AXIS] * _SIGN
_SIDES = _TRIANGLES[(_AXIS[_TRIANGLES] == _AXIS[_TRIANGLES][:, :1]).all(1)]
"""The twelve triangles of the six sides alone, for boxes with sharp edges."""


def boxes(solids: Sequence[Box] | np.ndarray, *, ease: float = 0.008) -> Mesh:
    """Axis-aligned boxes, edges eased by `ease` [m] or sharp at 0; uv in metres, shifted box by box."""
    bounds = np.asarray(solids, float).reshape(-1, 2, 3)
    bounds = np.sort(bounds, axis=1)
    centre, half = bounds.mean(1), np.maximum((bounds[:, 1] - bounds[:, 0]) / 2, 1e-4)
    cut = np.minimum(ease, half.min(1) * 0.6)[:, None, None]
    inset = np.where(np.eye(3, dtype=bool)[_AXIS][None], 0.0, cut)
    points = centre[:, None] + _SIGN[None] * (half[:, None] - inset)
    shift = (centre * [1.73, 2.31, 0.77]).sum(1)[:, None]
    u = np.where(_AXIS == 0, points[..., 1], points[..., 0]) + shift
    v = np.where(_AXIS == 2, points[..., 1], points[..., 2])
    count = len(points)
    return Mesh(
        vertices=points.reshape(-1, 3),
        faces=((_TRIANGLES if ease > 0 else _SIDES)[None] + 24 * np.arange(count)[:, None, None]).reshape(
            -1, 3
        ),
        normals=np.tile(_UNIT, (count, 1)),
        uv=np.stack([u, v], -1).reshape(-1, 2),
    )


def panels(quads: Sequence[Sequence[Sequence[float]]] | np.ndarray, uv: np.ndarray | None = None) -> Mesh:
    """Flat quadrilaterals (n, 4, 3) [m], counter-clockwise from outside; uv (n, 4, 2), or metres."""
    points = np.asarray(quads, float).reshape(-1, 4, 3)
    count = len(points)
    normal = np.cross(points[:, 1] - points[:, 0], points[:, 2] - points[:, 0])
    normal /= np.maximum(np.linalg.norm(normal, axis=1, keepdims=True), 1e-12)
    if uv is None:
        main = np.abs(normal).argmax(1)[:, None]
        across = np.where(main == 0, points[..., 1], points[..., 0])
        uv = np.stack([across, np.where(main == 2, points[..., 1], points[..., 2])], -1)
    faces = (np.array([[0, 1, 2], [0, 2, 3]])[None] + 4 * np.arange(count)[:, None, None]).reshape(-1, 3)
    flat = points.reshape(-1, 3)
    corner = flat[faces]
    area = np.linalg.norm(np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]), axis=1)
    return Mesh(
        vertices=flat,
        faces=faces[area > 1e-9],
        normals=np.repeat(normal, 4, 0),
        uv=np.asarray(uv, float).reshape(-1, 2),
    )


def upright(x0: float, x1: float, z0: float, z1: float, y: float) -> list[list[float]]:
    """Corners of a panel in the plane of a facade, seen from the street (-Y)."""
    return [[x0, y, z0], [x1, y, z0], [x1, y, z1], [x0, y, z1]]


def tinted(mesh: Mesh, colour: str | tuple[float, float, float] | np.ndarray) -> Mesh:
    """The mesh in one colour (sRGB hex or linear ACEScg), carried by its vertices."""
    value = from_hex(colour) if isinstance(colour, str) else colour
    return replace(mesh, colour=np.tile(np.asarray(value, float), (len(mesh.vertices), 1)))


def part(mesh: Mesh, material: Material, colour: str | None = None) -> Part:
    """A part, in vertex colours if a colour is named."""
    return Part(mesh=mesh if colour is None else tinted(mesh, colour), material=material)


def moved(parts: Iterable[Part], pose: Float[np.ndarray, "4 4"]) -> list[Part]:
    """The parts under a rigid motion."""
    return [replace(p, mesh=p.mesh.moved(pose)) for p in parts]


def gathered(parts: Iterable[Part]) -> list[Part]:
    """Parts of the same material and light as one mesh each; every shape and material costs the renderer."""
    groups: dict[tuple[int, str | None, bool, bool, bool], list[Part]] = {}
    for p in parts:
        mesh = p.mesh
        key = (id(p.material), p.light, mesh.colour is None, mesh.normals is None, mesh.uv is None)
        groups.setdefault(key, []).append(p)
    return [replace(group[0], mesh=merge([p.mesh for p in group])) for group in groups.values()]
