"""What stands and tells the time: hourglass and metronome."""

from dataclasses import replace

import numpy as np

from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.fitting import assemble, box, hull, part, post, surface, trim, vary
from rayograph.world.cast.prism import prism
from rayograph.world.cast.profile import rounded, spline
from rayograph.world.cast.profile import turned as turned_fine
from rayograph.world.cast.shaping import loft, placed, rod, turned
from rayograph.world.scene import Prop

Rng = np.random.Generator


def hourglass(member: CastMember, rng: Rng) -> Prop:
    """An hourglass: two bulbs of glass between turned ends on three posts, sand above and below."""
    frame = surface(member, rng)
    tall, wide = 0.185 * vary(rng, 0.04), 0.045
    end, bulb = 0.014, wide * 0.70
    mid, low, high = tall / 2, end + 0.001, tall - end - 0.001
    lower = spline([(bulb * 0.72, low), (bulb * 0.96, low + 0.010), (bulb, low + 0.026),
        (bulb * 0.80, low + 0.046), (bulb * 0.30, mid - 0.012), (0.0040, mid - 0.003), (0.0036, mid)],
        60)  # fmt: skip
    outer = np.concatenate([lower, (lower * [1, -1] + [0, 2 * mid])[::-1][1:]])
    wall = 0.0016
    inner = outer - [wall, 0.0]
    inner[:, 1] = np.clip(inner[:, 1], low + wall, high - wall)
    shell = np.concatenate(
        [[(0.0, low)], outer, [(0.0, high)], [(0.0, high - wall)], inner[::-1], [(0.0, low + wall)]]
    )
    glass = turned_fine(shell, 96, crease_deg=50)
    bite = 0.00015
    pile = low + 0.034 * vary(rng, 0.1)
    below = inner[(inner[:, 1] > low + wall) & (inner[:, 1] < pile - 0.012)] + [bite, 0]
    heap = np.concatenate([[(0.0, low + wall - bite)], [(float(below[0, 0]), low + wall - bite)], below,
        spline([(float(below[-1, 0]), pile - 0.012), (0.010, pile - 0.002), (0.0, pile + 0.002)],
        16)])  # fmt: skip
    above = inner[(inner[:, 1] > mid) & (inner[:, 1] < mid + 0.030)] + [bite, 0]
    cone = np.concatenate([[(0.0, mid)], above, spline([(float(above[-1, 0]), mid + 0.030),
        (0.007, mid + 0.024), (0.0, mid + 0.021)], 12)])  # fmt: skip
    sand = [turned_fine(heap, 64), turned_fine(cone, 64), rod([(0, 0, low + 0.03), (0, 0, mid + 0.004)],
        0.0007, 8)]  # fmt: skip
    disc = rounded([(0, 0), (wide * 0.96, 0), (wide, 0.003), (wide, end - 0.004),
        (wide * 0.93, end - 0.001), (0, end)], 0.002)  # fmt: skip
    plate = turned(disc, 72)
    line = np.array([(0.0052, 0.0), (0.0036, 0.014), (0.0060, 0.030), (0.0042, 0.055), (0.0054, 0.076)])
    half = spline(line * [1, (mid - end) / 0.076], 30)
    baluster = np.concatenate([half, (half * [1, -1] + [0, 2 * (mid - end)])[::-1][1:]])
    posts = [placed(turned(np.concatenate([[(0, 0)], baluster, [(0, 2 * (mid - end))]]), 24),
                    at=(wide * 0.82 * np.cos(a), wide * 0.82 * np.sin(a), end))
             for a in np.deg2rad([90, 210, 330])]  # fmt: skip
    top = placed(plate, at=(0, 0, -tall), turns=[("x", 180)])
    top = placed(plate, turns=[("x", 180)], at=(0, 0, tall))
    colour = member.accent or str(rng.choice(["#d9c29a", "#c98f5a", "#e9e2d2"]))
    grains = replace(trim(member, "plaster", colour), roughness=0.9)
    parts = [part(trim(member, "glass"), glass), part(grains, *sand), part(frame, plate, top, *posts)]
    walls = [post((0, 0, end / 2), wide, end), post((0, 0, tall - end / 2), wide, end),
             post((0, 0, mid), wide * 0.88, tall - 2 * end)]  # fmt: skip
    return assemble(parts, walls, mass=0.38, friction=0.5, restitution=0.25)


def metronome(member: CastMember, rng: Rng) -> Prop:
    """A wooden metronome, its front off: scale plate, arm aslant with its weight, winding key."""
    wood = surface(member, rng)
    low, tall, top = 0.058, 0.22, 0.022
    base = placed(shapes.rounded_box((0.126, 0.126, 0.024), 0.006, 4), at=(0, 0, 0.016))
    feet = [placed(turned(rounded([(0, 0), (0.008, 0), (0.008, 0.006), (0, 0.006)], 0.002), 20), at=(x, y, 0))
            for x in (-0.045, 0.045) for y in (-0.045, 0.045)]  # fmt: skip

    def ring(half: float, z: float, cut: float) -> np.ndarray:
        line = np.array([(-half, -half * cut), (half, -half * cut), (half, half), (-half, half)])
        return np.insert(line, 2, z, axis=1)

    body = loft(
        np.array([ring(low, 0.026, 0.55), ring(low * 0.97, 0.045, 0.55), ring(top, tall - 0.012, 0.40)]),
        crease_deg=20,
    )
    cap = placed(
        shapes.rounded_box((2 * top + 0.010, 2 * top + 0.006, 0.014), 0.005, 4), at=(0, 0.004, tall - 0.006)
    )
    sill = placed(shapes.rounded_box((2 * low + 0.002, 0.040, 0.034), 0.004, 3), at=(0, -low + 0.020, 0.042))
    slope = np.rad2deg(np.arctan2(low * 0.55 - top * 0.4, tall - 0.038))
    plane = shapes.translation(0, -low * 0.55 - 0.0006, 0.030) @ shapes.rotation("x", -float(slope))
    plate = placed(shapes.rounded_box((0.030, 0.0015, 0.150), 0.0006, 2), at=(0, 0, 0.088)).moved(plane)
    lines = [placed(shapes.rounded_box((0.024 if k % 4 == 0 else 0.012, 0.0006, 0.0008), 0.0002, 1),
                    at=(0, -0.0010, 0.022 + 0.0056 * k)).moved(plane) for k in range(24)]  # fmt: skip
    tilt = float(rng.choice([-1, 1])) * float(rng.uniform(10, 22))
    swing = plane @ shapes.translation(0, -0.004, 0.02) @ shapes.rotation("y", tilt)
    arm = [
        rod([(0, 0, 0), (0, 0, 0.165)], 0.0012, 10).moved(swing),
        placed(
            prism(
                np.array([(-0.010, 0.0), (0.010, 0.0), (0.0065, 0.020), (-0.0065, 0.020)]),
                0.005,
                axis="y",
                bevel=0.0008,
            ),
            at=(0, 0, 0.105),
        ).moved(swing),
    ]
    key = [
        rod([(low * 0.7, 0.02, 0.09), (low + 0.012, 0.02, 0.09)], 0.0022, 10),
        placed(shapes.rounded_box((0.003, 0.018, 0.011), 0.0014, 3), at=(low + 0.012, 0.02, 0.09)),
    ]
    brass = trim(member, "brass", member.accent)
    parts = [
        part(wood, base, body, cap, sill),
        part(brass, *arm, *key, *feet),
        part(trim(member, "paper", "#efe6cf"), plate),
        part(trim(member, "black_iron"), *lines),
    ]
    walls = [box((0, 0, 0.014), (0.126, 0.126, 0.028)), hull(body.vertices), hull(cap.vertices)]
    return assemble(parts, walls, mass=0.55, friction=0.6, restitution=0.2)
