"""A Scots pine: a bare red bole that leans a little, level limbs high up, needles in flat clouds."""

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast.fitting import part, trim
from rayograph.world.cast.foliage import needles, random_up, scatter, tinted
from rayograph.world.cast.growth import grown_limb, leafy, tapered_bole
from rayograph.world.cast.shaping import painted
from rayograph.world.scene import Part

Rng = np.random.Generator
HEIGHT = 7.2


def scots_pine(member: CastMember, rng: Rng) -> list[Part]:
    """The parts of the tree: bole, limbs, crown."""
    z = np.linspace(0, HEIGHT, 40)
    bow = 0.35 * float(rng.choice([-1, 1]))
    spine = np.stack([bow * np.sin(z / HEIGHT * 2.4), 0.12 * np.sin(z * 0.5 + 1), z], 1)
    radii = 0.17 * (1 - z / HEIGHT) ** 0.8 + 0.012 + 0.09 * np.exp(-z / 0.25)
    bole = tapered_bole(spine, radii, rng, 26)
    high = np.clip((bole.vertices[:, 2] - 1.6) / 2.4, 0, 1)[:, None]
    tone = np.asarray(from_hex("#4d3d33")) * (1 - high) + np.asarray(from_hex("#a8683f")) * high
    bole = painted(bole, tone * rng.uniform(0.8, 1.15, (len(tone), 1)))
    wood: list[Mesh] = []
    twigs: list[tuple[np.ndarray, np.ndarray]] = []
    for level in np.linspace(0.40, 0.985, 15) * HEIGHT:
        s = (level / HEIGHT - 0.40) / 0.6
        root = np.array([np.interp(level, z, spine[:, k]) for k in range(3)])
        for _ in range(2 if s < 0.85 else 3):
            angle = rng.uniform(0, 2 * np.pi)
            rise = np.interp(s, [0, 0.5, 1.0], [0.02, 0.25, 0.9]) + rng.normal(0, 0.08)
            heading = np.array([np.cos(angle), np.sin(angle), rise])
            reach = np.interp(s, [0, 0.25, 0.7, 1.0], [0.55, 1.0, 0.72, 0.34]) * rng.uniform(0.75, 1.15)
            grown_limb(
                root,
                heading / np.linalg.norm(heading),
                reach,
                0.045 * (1.1 - s) + 0.012,
                2,
                rng,
                wood,
                twigs,
                lift=0.10,
                droop=0.0,
            )
    starts, ends = np.array([t[0] for t in twigs]), np.array([t[1] for t in twigs])
    per = 15
    along = np.repeat((ends - starts)[:, None], per, 1)
    t = rng.beta(2.6, 1.0, (len(twigs), per, 1)) * 1.1
    at = starts[:, None] * (1 - t) + ends[:, None] * t + rng.normal(0, [0.10, 0.10, 0.045], along.shape)
    along = (
        along / np.linalg.norm(along, axis=2, keepdims=True) + rng.normal(0, 0.6, along.shape) + [0, 0, 0.35]
    )
    at, along = at.reshape(-1, 3), along.reshape(-1, 3)
    count = len(at)
    green = tinted(rng, from_hex(member.colour or "#2f4f35"), from_hex("#5b7446"), count)
    lit = np.clip((at[:, 2] - np.repeat(ends[:, 2], per) + 0.15) / 0.3, 0, 1)[:, None]
    crown = scatter(
        needles(rng),
        at,
        along,
        random_up(rng, count, 0.6),
        rng.uniform(0.19, 0.31, count),
        green * (0.65 + 0.5 * lit),
    )
    bark = trim(member, "plaster")
    limbs = [painted(part(bark, mesh).mesh, from_hex("#7a4f36")) for mesh in wood]
    return [part(bark, bole, *limbs), part(leafy(member), crown)]
