"""Trees, grass, flowers and reeds as triangles: specimens of unit height, scattered by the thousand.

Leaf colours are authored light: a crown shades itself, and what is true for a leaf turns black as a tree.
"""

import numpy as np
from jaxtyping import Float

from rayograph.core.mesh import Mesh, merge
from rayograph.world.shapes import icosphere, tube

RGB = tuple[float, float, float]


def scatter(
    specimen: Mesh,
    places: Float[np.ndarray, "m 3"],
    scale: Float[np.ndarray, "m"],
    yaw: Float[np.ndarray, "m"],
    tint: Float[np.ndarray, "m 3"] | None = None,
    lean: Float[np.ndarray, "m"] | None = None,
) -> Mesh:
    """Copies of a specimen at `places` [m], turned by `yaw` [rad], times `scale`, colours times `tint`.

    Args:
        lean: tangent of how far each copy leans along its own +X.
    """
    cos, sin = (np.cos(yaw) * scale)[:, None], (np.sin(yaw) * scale)[:, None]
    x, y, z = specimen.vertices.T
    if lean is not None:
        x = x[None] + lean[:, None] * z[None]
    else:
        x = x[None]
    spots = np.stack(
        [
            x * cos - y * sin + places[:, 0:1],
            x * sin + y * cos + places[:, 1:2],
            z * scale[:, None] + places[:, 2:3],
        ],
        axis=2,
    )
    count, size = len(places), len(specimen.vertices)
    faces = (specimen.faces[None] + (np.arange(count) * size)[:, None, None]).reshape(-1, 3)
    base = np.ones((size, 3)) if specimen.colour is None else specimen.colour
    colour = np.repeat(base[None], count, 0) if tint is None else base[None] * tint[:, None]
    return Mesh(
        vertices=spots.reshape(-1, 3).astype(np.float32),
        faces=faces,
        colour=np.clip(colour, 0.004, 0.9).reshape(-1, 3).astype(np.float32),
    )


def _trunk(rng: np.random.Generator, top: float, radius: float, segments: int, colour: RGB) -> Mesh:
    height = np.linspace(-0.02, top, 7)
    sway = np.cumsum(rng.normal(0, 0.004, (7, 2)), axis=0) * (height / top)[:, None]
    path = np.concatenate([sway, height[:, None]], 1)
    taper = radius * (1 - 0.92 * np.linspace(0, 1, 7)) * np.where(height < 0.03, 1.35, 1.0)
    mesh = tube(path, taper, segments, caps=False)
    grain = np.repeat(rng.uniform(0.7, 1.25, 7), segments + 1)[:, None]
    return Mesh(vertices=mesh.vertices, faces=mesh.faces, colour=np.asarray(colour)[None] * grain)


def conifer(
    rng: np.random.Generator, *, whorls: int, cards: int, width: float, bark: RGB, slender: float = 1.0
) -> tuple[Mesh, Mesh]:
    """A spruce of unit height: (needles, wood). `cards` sprigs per branch, `width` their half width.

    Needle colours are multipliers around 1 for the scatter's tint, lighter towards the tips.
    """
    corners, shade = [], []
    bare = rng.uniform(0.03, 0.12)
    for level in np.linspace(bare, 0.985, whorls):
        reach = (0.235 * (1 - level) ** 0.82 + 0.010) * rng.uniform(0.72, 1.18) * slender
        for _ in range(int(rng.integers(5, 9))):
            turn, length = rng.uniform(0, 2 * np.pi), reach * rng.uniform(0.6, 1.12)
            rise = -0.32 + 0.85 * level + rng.normal(0, 0.10)
            out = np.array([np.cos(turn), np.sin(turn), rise])
            side = np.array([-np.sin(turn), np.cos(turn), 0.0])
            t = np.sort(rng.uniform(0.05, 1, cards))
            start = np.array([0, 0, level + rng.normal(0, 0.008)]) + out * (t * length)[:, None]
            start[:, 2] -= 0.28 * length * t * t
            span = (0.022 + 0.30 * length * (1.05 - t)) * rng.uniform(0.6, 1.25, cards)
            hand = rng.choice([-1.0, 1.0], cards)
            tip = start + side * (hand * span)[:, None] + out * (span * 0.75)[:, None]
            tip[:, 2] += rng.normal(-0.10, 0.12, cards) * span
            thick = np.cross(tip - start, [0, 0, 1.0])
            thick /= np.linalg.norm(thick, axis=1, keepdims=True) + 1e-9
            thick[:, 2] += rng.normal(0, 0.5, cards)
            half = thick * (width * (1 - 0.35 * level) * rng.uniform(0.7, 1.2, cards))[:, None]
            corners.append(np.stack([start - half, start + half, tip], 1))
            light = rng.uniform(0.75, 1.2) * (0.62 + 0.55 * t)
            shade.append(np.stack([light * 0.8, light * 0.8, light * 1.25], 1))
    points = np.concatenate(corners).reshape(-1, 3)
    tone = np.concatenate(shade).reshape(-1, 1)
    needles = Mesh(vertices=points, faces=np.arange(len(points)).reshape(-1, 3),
                   colour=tone * np.array([1.0, 1.0, 1.0]))  # fmt: skip
    return needles, _trunk(rng, 0.98, 0.014, 7, bark)


def far_conifer(rng: np.random.Generator, tiers: int = 3, sides: int = 5) -> Mesh:
    """A spruce of unit height for the distance: ragged skirts of a few triangles, light on their rims."""
    parts = []
    for i in range(tiers):
        low, high = 0.06 + 0.86 * (i / tiers) ** 0.9, min(0.30 + 0.86 * (i + 0.75) / tiers, 1.0)
        turn = (np.arange(sides * 2) + rng.uniform(0, 1)) / (sides * 2) * 2 * np.pi
        radius = 0.23 * (1 - low) ** 0.85 * np.where(np.arange(sides * 2) % 2, 0.45, 1.0)
        radius = radius * rng.uniform(0.75, 1.25, sides * 2)
        rim = np.stack(
            [radius * np.cos(turn), radius * np.sin(turn), low + rng.normal(0, 0.02, sides * 2)], 1
        )
        index = np.arange(sides * 2)
        faces = np.stack([index + 1, (index + 1) % (sides * 2) + 1, np.zeros_like(index)], 1)
        tone = np.concatenate([[0.55], np.where(index % 2, 0.7, 1.15)])[:, None] * np.ones(3)
        parts.append(Mesh(vertices=np.concatenate([[[0, 0, high]], rim]), faces=faces, colour=tone))
    return merge(parts)


def speck(rng: np.random.Generator, *, slender: float) -> Mesh:
    """A tree of unit height from a kilometre away: one ragged cone, `slender` 1 for a spruce."""
    turn = (np.arange(5) + rng.uniform(0, 1)) / 5 * 2 * np.pi
    radius = 0.17 * slender * rng.uniform(0.7, 1.3, 5)
    foot = rng.uniform(-0.05, 0.12, 5)
    rim = np.stack([radius * np.cos(turn), radius * np.sin(turn), foot], 1)
    top = [[*rng.normal(0, 0.02, 2), 1.0 / slender**0.5]]
    index = np.arange(5)
    faces = np.stack([index + 1, (index + 1) % 5 + 1, np.zeros_like(index)], 1)
    tone = np.concatenate([[1.1], rng.uniform(0.5, 0.8, 5)])[:, None] * np.ones(3)
    return Mesh(vertices=np.concatenate([top, rim]), faces=faces, colour=tone)


def broadleaf(
    rng: np.random.Generator, *, leaves: int, size: float, bark: RGB, slender: float = 1.0,
    slim: float = 0.6,
) -> tuple[Mesh, Mesh]:  # fmt: skip
    """A birch or aspen of unit height: (leaves, wood), leaves in clumps on branch ends.

    Args:
        slim: width of a leaf by its length; the slimmest are twigs, which strive outwards and up.
    """
    wood = [_trunk(rng, 0.86, 0.013, 8, bark)]
    clumps = []
    for level in rng.uniform(0.26, 0.90, 26):
        turn = rng.uniform(0, 2 * np.pi)
        reach = (
            slender * 0.20 * np.sin(np.pi * np.clip((level - 0.1) / 0.95, 0.05, 1)) * rng.uniform(0.5, 1.15)
        )
        end = np.array([reach * np.cos(turn), reach * np.sin(turn), level + 0.55 * reach])
        start = np.array([0, 0, level - 0.25 * reach])
        bend = (start + end) / 2 + [0, 0, 0.08 * reach]
        branch = tube(np.stack([start, bend, end]), np.array([0.0045, 0.003, 0.001]), 5, caps=False)
        wood.append(Mesh(vertices=branch.vertices, faces=branch.faces,
                         colour=np.tile(np.asarray(bark) * 0.7, (len(branch.vertices), 1))))  # fmt: skip
        clumps.append((end, 0.055 + 0.35 * reach))
    which = rng.integers(0, len(clumps), leaves)
    centre = np.array([clumps[k][0] for k in which])
    spread = np.array([clumps[k][1] for k in which])[:, None]
    at = centre + np.clip(rng.normal(0, 0.45, (leaves, 3)), -0.9, 0.9) * spread
    along = rng.normal(size=(leaves, 3))
    if slim < 0.2:
        along = 0.45 * along + 0.8 * (at - centre) / spread + [0, 0, 0.7]
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    across = np.cross(along, rng.normal(size=(leaves, 3)))
    across /= np.linalg.norm(across, axis=1, keepdims=True) + 1e-9
    long = size * rng.uniform(0.7, 1.3, (leaves, 1))
    quads = np.stack(
        [at - along * long, at + across * long * slim, at + along * long, at - across * long * slim], 1
    )
    index = np.arange(leaves)[:, None] * 4
    faces = np.concatenate([index + [0, 1, 2], index + [0, 2, 3]])
    depth = np.linalg.norm(at - centre, axis=1, keepdims=True) / spread
    tone = np.repeat((0.8 + 0.3 * np.clip(depth, 0, 1)) * rng.uniform(0.8, 1.2, (leaves, 1)), 4, 0)
    return Mesh(vertices=quads.reshape(-1, 3), faces=faces, colour=tone * np.ones(3)), merge(wood)


def far_broadleaf(rng: np.random.Generator) -> Mesh:
    """A leafy crown of unit height for the distance: lumpy balls."""
    balls = []
    for _ in range(2):
        ball = icosphere(0)
        radius = rng.uniform(0.19, 0.27)
        lumps = rng.uniform(0.7, 1.25, (len(ball.vertices), 1))
        centre = np.array([*rng.normal(0, 0.07, 2), rng.uniform(0.48, 0.74)])
        points = ball.vertices * lumps * radius * [1, 1, 1.25] + centre
        tone = (0.65 + 0.4 * (ball.vertices[:, 2:3] * 0.5 + 0.5)) * lumps
        balls.append(Mesh(vertices=points, faces=ball.faces, colour=tone * np.ones(3)))
    return merge(balls)


def blades(
    rng: np.random.Generator,
    roots: Float[np.ndarray, "n 3"],
    height: Float[np.ndarray, "n"],
    width: Float[np.ndarray, "n"],
    colour: Float[np.ndarray, "n 3"],
    *,
    bend: float = 0.45,
) -> Mesh:
    """Blades of grass or reed: three triangles each, curved, darker at the root."""
    count = len(roots)
    turn = rng.uniform(0, 2 * np.pi, count)
    twist = turn + rng.normal(0, 0.6, count)
    lean = (
        np.stack([np.cos(turn), np.sin(turn), 0 * turn], 1)
        * (height * rng.uniform(0.1, 2 * bend, count))[:, None]
    )
    side = np.stack([-np.sin(twist), np.cos(twist), 0 * turn], 1) * width[:, None]
    up = np.array([0, 0, 1.0])
    middle = roots + up * (0.56 * height)[:, None] + 0.30 * lean
    tip = roots + up * (0.94 * height)[:, None] + lean
    points = np.stack([roots - side, roots + side, middle - 0.75 * side, middle + 0.75 * side, tip], 1)
    index = np.arange(count)[:, None] * 5
    faces = np.concatenate([index + [0, 1, 3], index + [0, 3, 2], index + [2, 3, 4]])
    tone = np.array([0.5, 0.5, 0.85, 0.85, 1.15])[None, :, None] * colour[:, None]
    return Mesh(
        vertices=points.reshape(-1, 3).astype(np.float32),
        faces=faces,
        colour=np.clip(tone, 0.004, 0.9).reshape(-1, 3).astype(np.float32),
    )


def flower(petals: int) -> tuple[Mesh, Mesh]:
    """A meadow flower of unit height: (head around 0.95, stem). The head's colour is white, for a tint."""
    turn = np.arange(petals) / petals * 2 * np.pi
    half = np.pi / petals * 0.8
    corners = [np.stack([0 * turn, 0 * turn, np.full(petals, 0.94)], 1)]
    for shift, reach, lift in ((-half, 0.13, 0.985), (0.0, 0.18, 0.965), (half, 0.13, 0.985)):
        corners.append(
            np.stack([reach * np.cos(turn + shift), reach * np.sin(turn + shift), np.full(petals, lift)], 1)
        )
    points = np.stack(corners, 1).reshape(-1, 3)
    index = np.arange(petals)[:, None] * 4
    faces = np.concatenate([index + [0, 1, 2], index + [0, 2, 3]])
    tone = np.tile(np.array([0.55, 1.0, 1.0, 1.0])[:, None] * np.ones(3), (petals, 1))
    head = Mesh(vertices=points, faces=faces, colour=tone)
    path = np.array([[0, 0, -0.02], [0.03, 0.01, 0.5], [0, 0, 0.95]])
    stalk = tube(path, np.array([0.012, 0.010, 0.008]), 3, caps=False)
    return head, Mesh(vertices=stalk.vertices, faces=stalk.faces, colour=np.ones((len(stalk.vertices), 3)))
