"""A parchment scroll."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, part, trim
from rayograph.world.cast.makings import disc, slab_box, smooth_spun
from rayograph.world.cast.shaping import placed, rod, slab
from rayograph.world.scene import Prop

Rng = np.random.Generator


def scroll(member: CastMember, rng: Rng) -> Prop:
    """A parchment scroll unrolled upright between two rods, lines of writing, a red wax seal."""
    sheet_c = member.colour or "#e2cf9f"
    t = np.linspace(0, 1, 60)
    coils: list[Mesh] = []
    line = [np.array([0.0, -0.004 - 0.020 * np.sin(np.pi * s), 0.030 + 0.235 * s]) for s in t]
    a = np.linspace(0, 3.6 * np.pi, 90)
    low = np.stack(
        [0 * a, 0.016 - (0.020 - 0.0009 * a) * np.cos(a), 0.026 - (0.020 - 0.0009 * a) * np.sin(a)], 1
    )[::-1]
    high = np.stack(
        [0 * a, 0.016 - (0.020 - 0.0009 * a) * np.cos(a), 0.269 + (0.020 - 0.0009 * a) * np.sin(a)], 1
    )
    path = np.concatenate([low, np.array(line)[1:-1], high])
    wide = np.array([0.085, 0, 0])
    coils.append(slab(np.stack([path - wide, path + wide]), 0.0008))
    rods = []
    for z in (0.026, 0.269):
        rods.append(rod([(-0.095, 0.016, z), (0.095, 0.016, z)], 0.0075, 18))
        for s in (-1, 1):
            rods.append(placed(smooth_spun([(0, 0), (0.011, 0.001), (0.013, 0.008), (0.007, 0.015),
                (0.010, 0.024), (0.0, 0.030)], 32, 30), at=(s * 0.092, 0.016, z),
                               turns=[("y", s * 90.0)]))  # fmt: skip
    lines = []
    for k in range(13):
        share = 0.16 + 0.052 * k
        at = np.array([0.0, -0.0056 - 0.020 * np.sin(np.pi * share), 0.030 + 0.235 * share])
        end = 0.062 if k else 0.02
        x = -0.062
        while x < end - 0.006:
            w = float(rng.uniform(0.008, 0.022))
            lines.append(slab_box((w, 0.0012, 0.0030), (x + w / 2, at[1], at[2]), 0.0004))
            x += w + 0.0045
    seal = disc(0.016, 0.006, (0.035, -0.026, 0.066), [("x", 84)], edge=0.002)
    ribbon = [
        slab_box((0.007, 0.001, 0.040), (0.035 + dx, -0.020, 0.046), 0.0004, [("y", 10 * np.sign(dx))])
        for dx in (-0.005, 0.005)
    ]
    prop_ = [rod([(s * 0.05, 0.022, 0.26), (s * 0.06, 0.095, 0.005)], 0.005, 10) for s in (-1, 1)] + [
        rod([(-0.06, 0.095, 0.005), (0.06, 0.095, 0.005)], 0.005, 10)
    ]
    parts = [part(replace(trim(member, "paper", sheet_c), roughness=0.75), *coils),
        part(trim(member, "walnut"), *rods, *prop_),
        part(trim(member, "paper", "#3a2a18"), *lines), part(replace(trim(member, "wax", "#9a1420"),
            roughness=0.25), seal),
        part(trim(member, "silk", "#9a1420"), *ribbon)]  # fmt: skip
    walls = [
        box((0, 0.008, 0.147), (0.17, 0.05, 0.29)),
        box((0, 0.016, 0.026), (0.24, 0.04, 0.04)),
        box((0, 0.06, 0.006), (0.12, 0.08, 0.012)),
    ]
    return assemble(parts, walls, mass=0.4, friction=0.6, restitution=0.1)


PARCHMENT: dict[str, Generator] = {"scroll": scroll}
