"""How trees grow: boles with flared feet, limbs that fork, the stuff of leaves."""

from dataclasses import replace

import numpy as np
from jaxtyping import Float

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import noise
from rayograph.world.cast.fitting import trim
from rayograph.world.cast.foliage import branch, limb_path
from rayograph.world.cast.shaping import rod
from rayograph.world.scene import Material

Rng = np.random.Generator


def leafy(member: CastMember) -> Material:
    """Leaves let light through."""
    return replace(
        trim(member, "leaf"), kind="thin", transmission=0.35, base_colour=(0.1, 0.2, 0.05), bump=None
    )


def tapered_bole(points: Float[np.ndarray, "k 3"], radii: np.ndarray, rng: Rng, sides: int = 18) -> Mesh:
    """A bole with a flared, fluted foot and slightly uneven girth."""
    mesh = rod(points, radii, sides)
    seed = int(rng.integers(1 << 16))
    bumps = noise.fbm3(mesh.vertices * [5, 5, 1.6], octaves=3, seed=seed)
    assert mesh.normals is not None
    flute = np.exp(-mesh.vertices[:, 2] / 0.25) * 0.5
    side = mesh.normals * [1, 1, 0]
    girth = np.interp(mesh.vertices[:, 2], points[:, 2], radii)
    moved = mesh.vertices + side * (girth * bumps * (0.16 + flute))[:, None]
    return Mesh(vertices=moved, faces=mesh.faces, normals=mesh.normals, uv=mesh.uv)


def grown_limb(
    start: np.ndarray, heading: np.ndarray, length: float, thick: float, depth: int, rng: Rng,
    wood: list[Mesh], twigs: list[tuple[np.ndarray, np.ndarray]], *, lift: float, droop: float,
) -> None:  # fmt: skip
    """A limb that forks `depth` more times; the last ones are recorded as twigs to be leafed."""
    wander = rng.normal(0, 0.10, 3) * length
    end = start + heading * length + wander
    end[2] -= droop * length if depth == 0 else 0.0
    sag = (0.10 if depth == 0 else -0.05) * length
    sides = (5, 6, 8, 10, 12)[min(depth, 4)]
    wood.append(branch(start, end, thick, thick * 0.62, sag=sag, sides=sides, steps=6 if depth else 4))
    if depth == 0:
        twigs.append((start, end))
        return
    forks = int(rng.integers(3, 5))
    phase = rng.uniform(0, 2 * np.pi)
    side = np.cross(heading, [0.3, 0.2, 1.0])
    side /= np.linalg.norm(side)
    other = np.cross(heading, side)
    path = limb_path(start, end, sag=sag, steps=8)
    for k in range(forks):
        turn = phase + 2 * np.pi * k / forks + rng.normal(0, 0.3)
        spread = rng.uniform(0.45, 0.95) if k else rng.uniform(0.1, 0.3)
        new = heading * np.cos(spread) + (side * np.cos(turn) + other * np.sin(turn)) * np.sin(spread)
        new = new + [0, 0, lift]
        new /= np.linalg.norm(new)
        root = path[-1] if k < 2 else path[int(rng.integers(3, 7))]
        grown_limb(root, new, length * rng.uniform(0.62, 0.8), thick * 0.6, depth - 1, rng, wood, twigs,
              lift=lift, droop=droop)  # fmt: skip
