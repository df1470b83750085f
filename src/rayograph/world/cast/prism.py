"""Prisms with eased edges: sheet-metal boxes, profiles cut from plate, panels with openings."""

from collections.abc import Sequence

import numpy as np
from jaxtyping import Float

from rayograph.core.mesh import Mesh
from rayograph.world.cast.shaping import creased, volume

Outline = Float[np.ndarray, "n 2"]


def inset(outline: Outline, by: float) -> Outline:
    """A counter-clockwise outline moved inwards along its mitred corners [m]."""
    edge = np.roll(outline, -1, 0) - outline
    edge /= np.maximum(np.linalg.norm(edge, axis=1, keepdims=True), 1e-12)
    left = np.stack([-edge[:, 1], edge[:, 0]], 1)
    mitre = left + np.roll(left, 1, 0)
    mitre /= np.maximum((mitre * left).sum(1, keepdims=True), 0.35)
    return np.asarray(outline + mitre * by)


def eased(corners: Sequence[tuple[float, float]] | Outline, radius: float, steps: int = 5) -> Outline:
    """A closed polygon with its corners rounded by about `radius` [m]."""
    points = np.asarray(corners, float)
    t = np.linspace(0, 1, steps + 1)[:, None]
    out = []
    for before, here, after in zip(np.roll(points, 1, 0), points, np.roll(points, -1, 0), strict=True):
        reach = min(radius, 0.45 * np.linalg.norm(before - here), 0.45 * np.linalg.norm(after - here))
        a = here + (before - here) / np.linalg.norm(before - here) * reach
        b = here + (after - here) / np.linalg.norm(after - here) * reach
        out.append((1 - t) ** 2 * a + 2 * t * (1 - t) * here + t**2 * b)
    return np.concatenate(out)


def prism(
    outline: Outline,
    depth: float,
    *,
    bevel: float = 0.004,
    axis: str = "x",
    holes: Sequence[Outline] = (),
    crease_deg: float = 40.0,
) -> Mesh:
    """A plate of an outline, `depth` [m] thick about 0, its rims bevelled.

    axis "x": the outline is (y, z) and depth runs along x; "y": (x, z) along y; "z": (x, y) along z.
    holes: counter-clockwise outlines within, cut right through.
    """
    import mapbox_earcut

    loops = [np.asarray(outline, float), *(np.asarray(hole, float)[::-1] for hole in holes)]
    loops = [loop if _area(loop) * sign > 0 else loop[::-1]
             for loop, sign in zip(loops, [1, *[-1] * len(holes)], strict=True)]  # fmt: skip
    lid = [inset(loop, bevel) for loop in loops]
    flat = np.concatenate(lid)
    ends = np.cumsum([len(loop) for loop in loops]).astype(np.uint32)
    fan = mapbox_earcut.triangulate_float64(flat, ends).reshape(-1, 3).astype(int)
    count, half = len(flat), depth / 2
    wide = np.concatenate(loops)
    layers = [(flat, -half), (wide, -half + bevel), (wide, half - bevel), (flat, half)]
    points = np.concatenate([np.insert(loop, 2, at, axis=1) for loop, at in layers])
    faces = [fan, fan[:, ::-1] + 3 * count]
    start = 0
    for loop in loops:
        a = start + np.arange(len(loop))
        b = start + (np.arange(len(loop)) + 1) % len(loop)
        for k in range(3):
            low, high = k * count, (k + 1) * count
            faces += [np.stack([a + low, a + high, b + low], 1), np.stack([b + low, a + high, b + high], 1)]
        start += len(loop)
    order = {"x": [2, 0, 1], "y": [0, 2, 1], "z": [0, 1, 2]}[axis]
    mesh = Mesh(vertices=points[:, order], faces=np.concatenate(_alike(faces, points)))
    if volume(mesh) < 0:
        mesh = Mesh(vertices=mesh.vertices, faces=mesh.faces[:, ::-1])
    return creased(mesh, crease_deg)


def _alike(faces: list[np.ndarray], points: np.ndarray) -> list[np.ndarray]:
    """The lids wound as the sides are: whichever way the triangulation came, the first lid faces down."""
    corner = points[faces[0]][..., :2]
    ab, ac = corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]
    turn = (ab[:, 0] * ac[:, 1] - ab[:, 1] * ac[:, 0])[:, None] > 0
    down = np.where(turn, faces[0][:, ::-1], faces[0])
    # the sides run a → a+1 with the outline, so their fronts face out when the lower lid faces down
    sides = [side[:, ::-1] for side in faces[2:]]
    return [down, np.where(turn, faces[1][:, ::-1], faces[1]), *sides]


def _area(loop: np.ndarray) -> float:
    after = np.roll(loop, -1, 0)
    return float((loop[:, 0] * after[:, 1] - loop[:, 1] * after[:, 0]).sum() / 2)
