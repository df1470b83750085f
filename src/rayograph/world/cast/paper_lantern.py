"""A paper lantern: a ribbed globe between two black hoops; on a house front it hangs from an iron arm."""

from dataclasses import replace

import numpy as np

from rayograph.core.plan import CastMember
from rayograph.world.cast.fitting import assemble, ball, box, hue, part, trim
from rayograph.world.cast.shaping import curve, rod, turned
from rayograph.world.materials.library import material
from rayograph.world.scene import Prop

RADIUS, HIGH = 0.20, 0.46
"""Of the globe [m]."""
ARM = 0.34
"""From the middle of a lantern that hangs on a house to the wall behind it [m]."""


def paper_lantern(member: CastMember, rng: np.random.Generator) -> Prop:
    """Pleated paper over bamboo hoops, wooden rings at both ends, a handle; fixed ones have their arm."""
    z = np.linspace(0.03, HIGH - 0.03, 89)
    swell = np.sqrt(np.clip(1 - (0.9 * (2 * z / HIGH - 1)) ** 2, 0.0, 1.0))
    pleat = 0.006 * np.abs(np.sin(np.pi * 11 * (z - z[0]) / (z[-1] - z[0])))
    globe = turned(np.stack([RADIUS * swell + pleat, z], 1), 72)
    paper = replace(material("paper", colour=hue(member, rng) or "#b8261c", seed=member.seed), bump=None)
    r = float(RADIUS * swell[0]) + 0.006
    rings = [
        turned([(0, low), (r, low), (r + 0.004, low + 0.01), (r, low + 0.036), (0, low + 0.036)], 48)
        for low in (0.0, HIGH - 0.036)
    ]
    handle = rod(curve([(-r, 0, HIGH - 0.02), (0, 0, HIGH + 0.10), (r, 0, HIGH - 0.02)], 24), 0.004, 8)
    tassel = turned([(0, -0.16), (0.02, -0.16), (0.012, -0.05), (0.004, -0.03), (0, 0)], 16)
    black = trim(member, "painted_wood", "#1a1715")
    iron = [handle]
    if member.fixed:
        top = HIGH + 0.10
        iron += [
            rod([(0, 0, top - 0.03), (0, 0, top + 0.03)], 0.004, 8),
            rod([(0, -0.03, top + 0.03), (0, ARM, top + 0.03)], 0.009, 10),
            rod(
                curve([(0, 0.06, top + 0.03), (0, ARM - 0.06, top + 0.10), (0, ARM, top + 0.22)], 16),
                0.006,
                8,
            ),
        ]
    parts = [
        part(paper, globe, light="self"),
        part(black, *rings),
        part(trim(member, "black_iron"), *iron),
    ]
    if member.fixed:
        parts.append(part(trim(member, "silk", "#a3201a"), tassel))
    # The last one is the handle.
    walls = [
        ball((0, 0, HIGH / 2), RADIUS),
        box((0, 0, 0.018), (2 * r, 2 * r, 0.036)),
        box((0, 0, HIGH + 0.05), (r, 0.008, 0.1)),
    ]
    return assemble(parts, walls, mass=0.35, friction=0.5, restitution=0.2)
