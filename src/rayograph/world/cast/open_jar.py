"""A jar without its lid, for what is kept in it."""

import numpy as np

from rayograph.core.plan import CastMember
from rayograph.world.cast import solids
from rayograph.world.cast.fitting import trim, vary
from rayograph.world.cast.profile import hollow, spline
from rayograph.world.cast.shaping import turned
from rayograph.world.scene import Part, Prop


def open_jar(member: CastMember, rng: np.random.Generator) -> Prop:
    """A straight glass jar with a rolled rim, open."""
    radius, tall = 0.056 * vary(rng, 0.03), 0.148 * vary(rng, 0.03)
    mouth = radius * 0.95
    body = spline([(radius - 0.0015, 0.003), (radius, 0.012), (radius, tall * 0.84), (mouth, tall * 0.92),
                   (mouth, tall * 0.955), (mouth + 0.0025, tall * 0.97), (mouth + 0.0025, tall)],
                  72)  # fmt: skip
    outer = np.concatenate([[(radius - 0.005, 0.0)], body])
    vessel = hollow(outer, 0.0028, 0.007, foot=0.005, punt=0.002)
    glass = trim(member, member.material if member.material and "glass" in member.material else "glass")
    colliders = (
        solids.cylinder(radius * 0.98, 0.0, float(vessel.inner[0, 1])),
        *solids.walls(vessel.outer, vessel.inner, bands=2, sides=14),
    )
    return Prop(parts=(Part(mesh=turned(vessel.solid, 96), material=glass),), colliders=colliders, mass=0.38,
                friction=0.4, restitution=0.35)  # fmt: skip
