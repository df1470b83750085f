"""A banker's lamp: brass foot and stem, a shade of cased green glass over a tube, a pull chain."""

from dataclasses import replace

import numpy as np

from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.fitting import assemble, box, part, post, trim, vary
from rayograph.world.cast.profile import rounded
from rayograph.world.cast.shaping import curve, placed, rod, sheet, turned
from rayograph.world.scene import Prop


def bankers_lamp(member: CastMember, rng: np.random.Generator) -> Prop:
    """The lamp, its shade across; the tube beneath it carries the light."""
    brass = trim(member, member.material or "brass")
    tall, half, girth = 0.38 * vary(rng, 0.03), 0.132, 0.068
    axis = tall - 0.085
    foot = [(0, 0), (0.088, 0), (0.090, 0.008), (0.084, 0.016), (0.050, 0.024), (0.030, 0.030),
        (0.016, 0.044), (0.011, 0.060), (0.009, 0.10), (0.013, 0.13), (0.013, 0.14), (0.0085, 0.16),
        (0.0085, axis - 0.06), (0.015, axis - 0.05), (0.015, axis - 0.03), (0, axis - 0.025)]  # fmt: skip
    stem = turned(rounded([(float(r), float(z)) for r, z in foot], 0.002), 64)
    yoke = rod(curve([(-half * 0.96, 0, axis + 0.016), (-half * 0.98, 0.018, axis - 0.02),
        (-half * 0.5, 0.014, axis - 0.045), (0, 0, axis - 0.040), (half * 0.5, 0.014, axis - 0.045),
        (half * 0.98, 0.018, axis - 0.02), (half * 0.96, 0, axis + 0.016)], 48), 0.0042, 12)  # fmt: skip
    knobs = [placed(turned(rounded([(0, -0.006), (0.010, -0.006), (0.011, 0.002), (0, 0.008)], 0.003),
        28), at=(s * half, 0, axis + 0.016), turns=[("y", 90.0 * s)]) for s in (-1, 1)]  # fmt: skip
    chain = [placed(shapes.icosphere(1).moved(np.diag([0.0016, 0.0016, 0.0016, 1.0])),
        at=(0.075, -0.020, axis - 0.006 - 0.0042 * k)) for k in range(20)]  # fmt: skip
    along, round_ = np.linspace(-1, 1, 61), np.linspace(np.deg2rad(-14), np.deg2rad(194), 45)
    swell = girth * (1 - 0.52 * np.abs(along) ** 10) * (1 - 0.03 * along**2)
    points = np.stack([np.repeat((along * half)[:, None], 45, 1), swell[:, None] * np.cos(round_) * 1.12,
        axis + 0.006 + swell[:, None] * np.sin(round_)], axis=2)  # fmt: skip
    glass = replace(trim(member, "plastic", member.colour or "#0a5a2c"), kind="thin", transmission=0.02,
        roughness=0.12, bump=None, clearcoat=1.0)  # fmt: skip
    tube = rod([(-half * 0.62, 0, axis + 0.010), (half * 0.62, 0, axis + 0.010)], 0.013, 24)
    lit = part(trim(member, "plaster", "#f4efe2"), tube, light="self")
    parts = [part(brass, stem, yoke, *knobs, *chain), part(glass, sheet(points)), lit]
    walls = [post((0, 0, 0.012), 0.088, 0.024), post((0, 0, axis / 2), 0.013, axis - 0.05),
             box((0, 0, axis + 0.030), (2 * half, 2.2 * girth, 0.085))]  # fmt: skip
    return assemble(parts, walls, mass=2.4, friction=0.6, restitution=0.15)
