"""What things come down on: a flight of steps, a ramp; and what they hang from, a post with an arm."""

from dataclasses import replace

import numpy as np

from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, hull, part, post, surface, trim, vary
from rayograph.world.cast.shaping import beam, curve, loft, placed, rod
from rayograph.world.scene import Prop

Rng = np.random.Generator
STEPS = 5
RISE, TREAD, BREADTH = 0.16, 0.31, 1.30
"""Height and depth of a step, and how wide the flight is [m]."""
RAMP = (0.56, 0.20, 0.23)
"""Length, width and height of a ramp [m]."""
ARM = 0.42
"""How far out a post's arm holds what hangs from it [m]."""


def steps(member: CastMember, rng: Rng) -> Prop:
    """A straight flight of five slabs, each overhanging the riser below it; it comes down towards +X."""
    skin = surface(member, rng)
    slabs, walls = [], []
    for k in range(STEPS):
        high = RISE * (STEPS - k)
        x = (k - (STEPS - 1) / 2) * TREAD
        slab = 0.05
        nose = 0.022
        length, left = TREAD + nose, x - TREAD / 2
        wide = BREADTH * vary(rng, 0.004)
        slabs.append(placed(shapes.rounded_box((length, wide, slab), 0.011, 4),
                            at=(left + length / 2, 0, high - slab / 2)))  # fmt: skip
        if high > slab:
            slabs.append(placed(shapes.rounded_box((TREAD, BREADTH - 0.06, high - slab + 0.004), 0.006, 2),
                                at=(x, 0, (high - slab) / 2)))  # fmt: skip
        walls.append(box((left + length / 2, 0, high / 2), (length, BREADTH, high)))
    return assemble([part(skin, *slabs)], walls, mass=900.0, friction=0.7, restitution=0.6)


def ramp(member: CastMember, rng: Rng) -> Prop:
    """A plank on two battens, with a rail along either side; it comes down towards +X."""
    skin = surface(member, rng)
    length, wide, high = RAMP
    thick, rail = 0.014, 0.012
    tilt = float(np.arctan2(high, length))
    line = [(-length / 2, 0, high), (length / 2 - 0.02, 0, 0.012), (length / 2, 0, 0.002)]
    top = np.array(line)[:, [0, 2]]
    rings = []
    for y in (-wide / 2, wide / 2):
        upper = np.insert(top, 1, y, axis=1)
        lower = upper[::-1] - [0, 0, thick]
        lower[:, 2] = np.maximum(lower[:, 2], 0.0)
        rings.append(np.concatenate([upper, lower]))
    plank = loft(np.stack(rings), caps=True)
    way = np.array([np.cos(tilt), 0, -np.sin(tilt)])
    rails = [beam(np.array([-length / 2, s * (wide / 2 - rail / 2), high + 0.008]),
                  np.array([-length / 2, s * (wide / 2 - rail / 2), high + 0.008]) + way * 0.96 * length,
                  rail, 0.02, radius=0.003) for s in (-1, 1)]  # fmt: skip
    legs = [beam((x, s * (wide / 2 - 0.02), 0), (x, s * (wide / 2 - 0.02), high * (0.5 - x / length) - 0.004),
                 0.022, 0.022, radius=0.003) for x in (-0.44 * length, -0.05 * length)
            for s in (-1, 1)]  # fmt: skip
    cross = [beam((x, -wide / 2 + 0.02, 0.4 * high * (0.5 - x / length)),
                  (x, wide / 2 - 0.02, 0.4 * high * (0.5 - x / length)), 0.018, 0.018, radius=0.003)
             for x in (-0.44 * length, -0.05 * length)]  # fmt: skip
    wedge = np.array([[x, y, z] for y in (-wide / 2, wide / 2)
                      for x, z in ((-length / 2, high), (length / 2, 0.0), (-length / 2, 0.0))])  # fmt: skip
    middle = np.array([0, 0, high / 2 + 0.008])
    walls = [hull(wedge)]
    walls += [box(tuple(middle + [0, s * (wide / 2 - rail / 2), 0]), (length * 1.02, rail, 0.022),
                  ("y", float(np.rad2deg(tilt)))) for s in (-1, 1)]  # fmt: skip
    return assemble([part(skin, plank), part(trim(member, "pine"), *rails, *legs, *cross)], walls,
                    mass=2.2, friction=0.07, restitution=0.35)  # fmt: skip


def arm_post(member: CastMember, rng: Rng) -> Prop:
    """A squared timber post with an arm out to +X, a brace and an iron hook at its end."""
    skin = surface(member, rng)
    tall, thick, reach = 2.3, 0.11, ARM
    high = tall - 0.22
    pole = placed(shapes.rounded_box((thick, thick, tall - 0.05), 0.010, 4), at=(0, 0, (tall - 0.05) / 2))
    cap = placed(shapes.rounded_box((thick + 0.045, thick + 0.045, 0.05), 0.012, 4), at=(0, 0, tall - 0.025))
    bar = beam((-0.02, 0, high), (reach + 0.06, 0, high), 0.07, 0.075, radius=0.008)
    brace = beam((0.03, 0, high - 0.33), (reach * 0.72, 0, high - 0.02), 0.05, 0.05, radius=0.006)
    bend = curve([(0, 0, 0.045), (0, 0, -0.01), (0.022, 0, -0.045), (0, 0, -0.07), (-0.02, 0, -0.05)], 22)
    hook = placed(rod(bend, 0.0055, 10), at=(reach, 0, high - 0.04))
    iron = replace(trim(member, "black_iron"), roughness=0.5)
    walls = [box((0, 0, tall / 2), (thick, thick, tall)), box((reach / 2, 0, high), (reach, 0.07, 0.075)),
             post((0, 0, tall - 0.025), 0.08, 0.05)]  # fmt: skip
    return assemble([part(skin, pole, cap, bar, brace), part(iron, hook)], walls, mass=30.0, friction=0.7)


WAYS_DOWN: dict[str, Generator] = {"steps": steps, "ramp": ramp, "arm_post": arm_post}
