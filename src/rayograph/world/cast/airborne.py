"""What the air bears: petals, confetti."""

import numpy as np

from rayograph.core.plan import CastMember
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, hue, part, trim, vary
from rayograph.world.cast.shaping import slab
from rayograph.world.scene import Prop

Rng = np.random.Generator
_PAPERS = ("#d8343f", "#2f74c0", "#e9c22f", "#3d9a54", "#e6e2d8", "#b5479a", "#ef7d2d")


def petal(member: CastMember, rng: Rng) -> Prop:
    """A rose petal, cupped, its tip rolled back a little."""
    long_, wide = 0.036 * vary(rng, 0.1), 0.032 * vary(rng, 0.1)
    v, u = np.meshgrid(np.linspace(0, 1, 21), np.linspace(-1, 1, 17), indexing="ij")
    half = np.clip(v, 0, 1) ** 0.55 * np.sqrt(np.clip(1 - ((v - 0.55) / 0.47) ** 4, 0, 1)) + 0.04
    x, y = u * half * wide / 2, (v - 0.5) * long_
    z = (
        0.30 * wide * (u * half) ** 2
        + 0.22 * long_ * (v - 0.35) ** 2
        - 0.05 * long_ * np.clip(v - 0.85, 0, 1)
    )
    blade = slab(np.stack([x, y, z - z.min()], 2), 0.0004)
    skin = trim(member, "petal", hue(member, rng) or "#b3243a")
    return assemble([part(skin, blade)], [box((0, 0, 0.003), (wide * 0.8, long_ * 0.8, 0.006))],
                    mass=0.0003, friction=0.6, restitution=0.05)  # fmt: skip


def confetti(member: CastMember, rng: Rng) -> Prop:
    """A handful of paper flakes spread through the air, each turned its own way, in a party's colours."""
    count, reach = 44, 0.30
    v, u = np.meshgrid(np.linspace(-1, 1, 3), np.linspace(-1, 1, 3), indexing="ij")
    flakes: dict[str, list] = {}
    for _ in range(count):
        size = 0.009 * vary(rng, 0.25)
        bent = np.stack([u * size, v * size * 1.4, 0.25 * size * u**2], 2)
        axes, _ = np.linalg.qr(rng.normal(size=(3, 3)))
        at = rng.uniform(-1, 1, 3) * [reach, reach, reach]
        colour = member.colour or str(rng.choice(np.array(_PAPERS)))
        flakes.setdefault(colour, []).append(slab(bent @ axes.T + at, 0.0003))
    parts = [part(trim(member, "paper", colour), *meshes) for colour, meshes in flakes.items()]
    return assemble(parts, [box((0, 0, reach), (reach, reach, reach))], mass=0.002, friction=0.6,
                    restitution=0.05)  # fmt: skip


AIRBORNE: dict[str, Generator] = {"petal": petal, "confetti": confetti}
