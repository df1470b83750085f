"""What lies outside a window: lawn, hedges, trees, a garden wall, a far line of woods. Seen soft."""

from dataclasses import replace

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh, merge
from rayograph.world.materials.library import material
from rayograph.world.noise import fbm2, fbm3
from rayograph.world.scene import Material, Part
from rayograph.world.sets.furnishing import board, joined
from rayograph.world.shapes import grid_faces, icosphere, tube

LEAVES = Material(name="foliage", kind="thin", roughness=0.6, transmission=0.3)


def foliage(
    centre: Float[np.ndarray, "3"],
    radii: Float[np.ndarray, "3"],
    count: int,
    leaf: float,
    colour: str,
    rng: np.random.Generator,
) -> Mesh:
    """A crown of `count` leaf clusters of size `leaf` [m] over an ellipsoid, clumped, darker inside."""
    direction = rng.normal(0, 1, (count, 3))
    direction /= np.linalg.norm(direction, axis=1, keepdims=True)
    clump = fbm3(direction * 2.6 + rng.uniform(0, 50), octaves=3, seed=4)
    depth = rng.uniform(0.62, 1.0, count) ** 0.6
    points = centre + direction * radii * (depth * (1 + 0.55 * clump))[:, None]
    side = np.cross(direction, rng.normal(0, 1, (count, 3)))
    side /= np.linalg.norm(side, axis=1, keepdims=True) + 1e-9
    other = np.cross(side, direction) + 0.6 * rng.normal(0, 1, (count, 3))
    size = (leaf * rng.uniform(0.6, 1.4, count))[:, None]
    corners = np.stack(
        [
            points - side * size,
            points + other * size * 0.6,
            points + side * size,
            points - other * size * 0.6,
        ],
        1,
    )
    start = np.arange(count)[:, None] * 4
    faces = np.concatenate([start + [0, 1, 2], start + [0, 2, 3]])
    tone = np.exp(0.9 * (depth - 0.85) * 2 + 0.5 * clump + rng.normal(0, 0.16, count))[:, None]
    tint = np.array(from_hex(colour)) * tone * (1 + rng.normal(0, 0.05, (count, 3)))
    return Mesh(
        vertices=corners.reshape(-1, 3),
        faces=faces,
        colour=np.repeat(np.clip(tint, 0.006, 0.7), 4, 0),
        uv=np.zeros((count * 4, 2)),
    )


def _core(centre: np.ndarray, radii: np.ndarray, colour: str) -> Mesh:
    ball = icosphere(2)
    shade = np.repeat(np.array(from_hex(colour))[None] * 0.35, len(ball.vertices), 0)
    return Mesh(
        vertices=ball.vertices * radii * 0.72 + centre,
        faces=ball.faces,
        colour=shade,
        uv=np.zeros((len(ball.vertices), 2)),
    )


def tree(x: float, y: float, ground: float, tall: float, colour: str, rng: np.random.Generator) -> list[Part]:
    """A broad-leaved tree `tall` [m]: trunk, three boughs and a crown in several masses."""
    crown = tall * 0.58
    trunk = tube(
        np.array(
            [[x, y, ground - 0.2], [x + 0.08, y, ground + tall * 0.3], [x, y + 0.1, ground + tall * 0.7]]
        ),
        np.array([0.06, 0.042, 0.012]) * tall / 2,
        10,
    )
    masses = []
    for k in range(5):
        angle, out = k * 2.4 + rng.uniform(0, 1), 0.0 if k == 0 else 0.24 * tall
        centre = np.array(
            [
                x + out * np.cos(angle),
                y + out * np.sin(angle),
                ground + crown + tall * rng.uniform(-0.06, 0.16),
            ]
        )
        radii = tall * np.array([0.22, 0.22, 0.19]) * rng.uniform(0.85, 1.2)
        masses += [foliage(centre, radii, 620, 0.028 * tall, colour, rng), _core(centre, radii, colour)]
    bark = Material(name="bark", base_colour=from_hex("#4b3f33"), roughness=0.9)
    return [Part(mesh=trunk, material=bark), Part(mesh=merge(masses), material=LEAVES)]


def hedge(
    x0: float,
    y0: float,
    x1: float,
    y1: float,
    ground: float,
    tall: float,
    colour: str,
    rng: np.random.Generator,
) -> Part:
    """A clipped hedge from (x0, y0) to (x1, y1)."""
    length = float(np.hypot(x1 - x0, y1 - y0))
    masses = []
    for t in np.linspace(0, 1, max(2, int(length / (tall * 0.55)))):
        radii = np.array([0.5, 0.5, 0.62]) * tall * rng.uniform(0.9, 1.1)
        centre = np.array([x0 + (x1 - x0) * t, y0 + (y1 - y0) * t, ground + tall * 0.45])
        masses += [
            foliage(centre, radii, 260, 0.075 * tall, colour, rng),
            _core(centre, radii * 1.15, colour),
        ]
    return Part(mesh=merge(masses), material=LEAVES)


def _lawn(ground: float, seed: int) -> Part:
    """Grass to the horizon, rolling up into far woods so that no edge shows."""
    axis = np.concatenate([-np.geomspace(160, 6, 24), np.linspace(-5.5, 5.5, 9), np.geomspace(6, 160, 24)])
    x, y = np.meshgrid(axis, axis)
    far = np.hypot(x, y)
    z = (
        ground
        + 0.05 * fbm2(x * 0.3, y * 0.3, octaves=3, seed=seed)
        + 13 * np.clip((far - 55) / 110, 0, 1) ** 1.4
    )
    tone = np.exp(0.25 * fbm2(x * 0.8, y * 0.8, octaves=4, seed=seed + 1))[..., None]
    wood = np.clip((far - 45) / 40, 0, 1)[..., None]
    colour = (np.array(from_hex("#6d7f45")) * (1 - wood) + np.array(from_hex("#5d6f66")) * wood) * tone
    mesh = Mesh(
        vertices=np.stack([x, y, z], -1).reshape(-1, 3),
        faces=grid_faces(len(axis), len(axis)),
        colour=colour.reshape(-1, 3),
        uv=np.stack([x, y], -1).reshape(-1, 2),
    )
    return Part(mesh=mesh, material=Material(name="lawn", roughness=0.95, specular=0.15))


def garden(west: float, north: float, ground: float, rng: np.random.Generator) -> list[Part]:
    """A garden round a house whose walls stand at x = `west` and y = `north` [m]; `ground` is its level."""
    seed = int(rng.integers(1 << 16))
    greens = ("#5d7a3a", "#4d6a38", "#7d8a45", "#6a7f50")
    parts = [_lawn(ground, seed)]
    for y in np.arange(-7.0, north + 7.0, rng.uniform(3.4, 4.6)):
        x = west - rng.uniform(5.0, 10.0)
        parts += tree(
            x, float(y) + rng.uniform(-1, 1), ground, rng.uniform(3.6, 6.2), greens[int(rng.integers(4))], rng
        )
    for x in np.arange(west - 3.0, 8.0, rng.uniform(3.6, 4.8)):
        parts += tree(
            float(x),
            north + rng.uniform(6.0, 10.0),
            ground,
            rng.uniform(3.6, 6.2),
            greens[int(rng.integers(4))],
            rng,
        )
    far = west - 11.5
    parts.append(hedge(far, -12, far, north + 11, ground, 2.3, "#4a5f38", rng))
    parts.append(hedge(far, north + 11, 14, north + 11, ground, 2.3, "#4a5f38", rng))
    parts.append(hedge(west - 3.2, -4.0, west - 3.2, north + 1.5, ground, 0.62, "#55703c", rng))
    brick = material("brick", seed=seed)
    parts.append(
        joined(
            [
                board((far + 1.0, -12, ground), (far + 1.24, north + 9.5, ground + 1.5), 0.01),
                board((far + 0.95, -12, ground + 1.5), (far + 1.29, north + 9.5, ground + 1.57), 0.01),
                board((far + 1.0, north + 9.5, ground), (13, north + 9.74, ground + 1.5), 0.01),
            ],
            brick,
        )
    )
    return [replace(part, mesh=part.mesh) for part in parts]
