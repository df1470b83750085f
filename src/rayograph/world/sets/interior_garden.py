"""What lies outside a window: lawn, flower beds, hedges, trees, a far line of woods. Seen soft."""

import numpy as np
from jaxtyping import Float

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh, merge
from rayograph.world.noise import fbm2, fbm3
from rayograph.world.scene import Material, Part
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
    shade = np.repeat(np.array(from_hex(colour))[None] * 0.48, len(ball.vertices), 0)
    return Mesh(
        vertices=ball.vertices * radii * 0.72 + centre,
        faces=ball.faces,
        colour=shade,
        uv=np.zeros((len(ball.vertices), 2)),
    )


def tree(
    x: float,
    y: float,
    ground: float,
    tall: float,
    colour: str,
    rng: np.random.Generator,
    *,
    leaves: int = 620,
) -> list[Part]:
    """A broad-leaved tree `tall` [m]: trunk and a crown in five masses of `leaves` clusters each."""
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
        masses += [
            foliage(centre, radii, leaves, 0.70 * tall / leaves**0.5, colour, rng),
            _core(centre, radii, colour),
        ]
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
            foliage(centre, radii, 460, 0.070 * tall**0.7, colour, rng),
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
    tone = np.exp(0.40 * fbm2(x * 0.8, y * 0.8, octaves=4, seed=seed + 1))[..., None]
    wood = np.clip((far - 45) / 40, 0, 1)[..., None]
    colour = (np.array(from_hex("#54673a")) * (1 - wood) + np.array(from_hex("#5d6f66")) * wood) * tone
    mesh = Mesh(
        vertices=np.stack([x, y, z], -1).reshape(-1, 3),
        faces=grid_faces(len(axis), len(axis)),
        colour=colour.reshape(-1, 3),
        uv=np.stack([x, y], -1).reshape(-1, 2),
    )
    return Part(mesh=mesh, material=Material(name="lawn", roughness=0.95, specular=0.15))


def border(
    x: float, y0: float, y1: float, ground: float, flower: str, rng: np.random.Generator
) -> list[Mesh]:
    """A flower bed along y at about `x` [m]: knee-high clumps of mixed greens with blossom on top."""
    clumps: list[Mesh] = []
    y = y0
    while y < y1:
        tall, wide = rng.uniform(0.30, 0.72), rng.uniform(0.30, 0.50)
        centre = np.array([x + rng.normal(0, 0.35), y, ground + 0.45 * tall])
        radii = np.array([wide, wide, 0.55 * tall])
        green = ("#5f7d45", "#7a8d5a", "#4c6b3c", "#8a9a62")[int(rng.integers(4))]
        clumps += [foliage(centre, radii, 130, 0.085, green, rng), _core(centre, radii, green)]
        if rng.random() < 0.6:
            clumps.append(foliage(centre + [0, 0, 0.2 * tall], radii * 0.95, 42, 0.034, flower, rng))
        y += wide * rng.uniform(0.9, 1.6)
    return clumps


def garden(west: float, north: float, ground: float, rng: np.random.Generator) -> list[Part]:
    """A garden round a house whose walls stand at x = `west` and y = `north` [m]; `ground` is its level.

    To the west, in front of the windows, nothing stands higher than 8 degrees over a sill, so that the last
    sun of the day comes in; tall trees stand to the north-west and behind the back wall.
    """
    greens = ("#5d7a3a", "#4d6a38", "#7d8a45", "#6a7f50")
    parts = [_lawn(ground, int(rng.integers(1 << 16)))]

    def plant_tree(x: float, y: float, high: float, leaves: int = 620) -> None:
        green = greens[int(rng.integers(4))]
        parts.extend(tree(x, y, ground, rng.uniform(3.6, high), green, rng, leaves=leaves))

    for y in np.arange(north + 3.0, north + 13.0, rng.uniform(3.4, 4.6)):
        plant_tree(west - rng.uniform(4.5, 9.0), float(y) + rng.uniform(-0.8, 0.8), 6.2)
    for x in np.arange(west - 3.0, 8.0, rng.uniform(3.6, 4.8)):
        plant_tree(float(x), north + rng.uniform(6.0, 10.0), 6.2, 420)
    for y in np.arange(-12.0, north + 24.0, rng.uniform(4.6, 6.0)):
        plant_tree(west - rng.uniform(27.0, 40.0), float(y), 5.4, 160)
    far = west - 13.0
    parts.append(hedge(far, -14, far, north + 4, ground, 1.25, "#4f6640", rng))
    parts.append(hedge(far, north + 4, far, north + 13, ground, 2.3, "#4a5f38", rng))
    parts.append(hedge(far, north + 13, 14, north + 13, ground, 2.3, "#4a5f38", rng))
    flower = ("#e8e2ee", "#d98fa6", "#b79ad0", "#e6c86a", "#d8674a")[int(rng.integers(5))]
    beds = border(west - 2.6, -4.0, north + 1.0, ground, flower, rng)
    beds += border(west - 10.5, -8.0, north + 2.0, ground, flower, rng)
    return [*parts, Part(mesh=merge(beds), material=LEAVES)]
