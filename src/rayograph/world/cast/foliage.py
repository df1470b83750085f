"""Leaves by the thousand: one small leaf or needle spray set down many times, and the wood below it."""

import numpy as np
from jaxtyping import Float

from rayograph.core.mesh import Mesh, smooth_normals
from rayograph.world.cast.shaping import Point
from rayograph.world.cast.shaping import rod as round_rod


def scatter(
    leaf: Mesh,
    at: Float[np.ndarray, "n 3"],
    along: Float[np.ndarray, "n 3"],
    up: Float[np.ndarray, "n 3"],
    scale: Float[np.ndarray, "n"],
    colour: Float[np.ndarray, "n 3"],
) -> Mesh:
    """Copies of `leaf` (tip +X, face +Z): its X goes `along`, its Z towards `up`, one colour each."""
    x = along / np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    y = np.cross(up, x)
    y /= np.maximum(np.linalg.norm(y, axis=1, keepdims=True), 1e-9)
    frame = np.stack([x, y, np.cross(x, y)], axis=2)
    count, size = len(at), len(leaf.vertices)
    vertices = np.einsum("nij,vj->nvi", frame, leaf.vertices) * scale[:, None, None] + at[:, None]
    base = smooth_normals(leaf.vertices, leaf.faces) if leaf.normals is None else leaf.normals
    normals = np.einsum("nij,vj->nvi", frame, base)
    uv = leaf.vertices[:, :2] if leaf.uv is None else leaf.uv
    return Mesh(
        vertices=vertices.reshape(-1, 3),
        faces=(leaf.faces[None] + (np.arange(count) * size)[:, None, None]).reshape(-1, 3),
        normals=normals.reshape(-1, 3),
        uv=np.tile(uv, (count, 1)),
        colour=np.repeat(colour, size, axis=0),
    )


def blade(length: float, width: float, *, bend: float = 0.18, fold: float = 0.22, steps: int = 2) -> Mesh:
    """A pointed leaf folded along its midrib and bent down towards the tip: 4·steps - 2 triangles."""
    t = np.linspace(0, 1, steps + 1)
    half = width / 2 * np.sin(np.pi * t**0.8) ** 0.8
    z = -bend * length * t**2
    middle = np.stack([t * length, 0 * t, z], 1)
    sides = [np.stack([t * length, s * half, z + fold * half], 1)[1:-1] for s in (1, -1)]
    points = np.concatenate([middle, *sides])
    left, right = steps + 1 + np.arange(steps - 1), 2 * steps + np.arange(steps - 1)
    faces: list[tuple[int, int, int]] = []
    for edge, flip in ((left, False), (right, True)):
        chain = [0, *edge.tolist(), steps]
        for i in range(steps):
            quads = [(i, i + 1, chain[i + 1]), (i, chain[i + 1], chain[i])]
            for a, b, c in quads:
                if len({a, b, c}) == 3:
                    faces.append((a, c, b) if flip else (a, b, c))
    return Mesh(vertices=points, faces=np.array(faces), uv=points[:, :2].copy())


def needles(rng: np.random.Generator, *, pairs: int = 6, length: float = 1.0) -> Mesh:
    """A flat spray of conifer needles along a twig: one long triangle per needle and one for the tip."""
    points: list[Point] = []
    for i in range(pairs):
        t = 0.06 + 0.8 * i / pairs
        reach = 0.42 * (1 - 0.55 * t)
        for s in (-1, 1):
            rise = float(rng.uniform(-0.06, 0.12))
            tip = (t + 0.26 + rng.uniform(-0.05, 0.05), s * reach, rise - 0.1 * t * t)
            points += [(t - 0.065, 0, -0.1 * t * t), (t + 0.065, 0, -0.1 * t * t), tip]
    points += [(0.7, -0.06, -0.05), (0.7, 0.06, -0.05), (1.15, 0, -0.12)]
    vertices = np.array(points, float) * length
    faces = np.arange(len(vertices)).reshape(-1, 3)
    corner = vertices[faces]
    down = np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0])[:, 2] < 0
    faces = np.where(down[:, None], faces[:, ::-1], faces)
    normals = np.tile([0.0, 0.0, 1.0], (len(vertices), 1))
    return Mesh(vertices=vertices, faces=faces, normals=normals, uv=vertices[:, :2].copy())


def branch(
    start: Point, end: Point, thick: float, thin: float, *, sag: float, sides: int = 6, steps: int = 6
) -> Mesh:
    """A tapering limb that sags [m] in its middle (negative rises)."""
    return round_rod(limb_path(start, end, sag=sag, steps=steps), np.linspace(thick, thin, steps), sides)


def limb_path(start: Point, end: Point, *, sag: float, steps: int = 6) -> Float[np.ndarray, "k 3"]:
    """The line that `branch` follows."""
    t = np.linspace(0, 1, steps)[:, None]
    path = np.asarray(start, float) * (1 - t) + np.asarray(end, float) * t
    path[:, 2] -= sag * 4 * (t * (1 - t))[:, 0]
    return path


def tinted(
    rng: np.random.Generator, base: tuple[float, float, float], other: tuple[float, float, float], count: int
) -> Float[np.ndarray, "n 3"]:
    """Colours between two, each a little lighter or darker."""
    mix = rng.beta(2, 2, (count, 1))
    colour = np.asarray(base) * (1 - mix) + np.asarray(other) * mix
    return np.asarray(colour * rng.uniform(0.72, 1.22, (count, 1)))


def random_up(rng: np.random.Generator, count: int, spread: float = 0.6) -> Float[np.ndarray, "n 3"]:
    """Leaf normals that lean about the zenith."""
    lean = rng.normal(0, spread, (count, 3))
    lean[:, 2] = 1.0
    return np.asarray(lean / np.linalg.norm(lean, axis=1, keepdims=True))
