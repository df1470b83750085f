"""A table out in the sun: a terrace with a low garden wall behind it, hedges and trees beyond, no roof."""

import numpy as np

from rayograph.core.plan import SetPlan
from rayograph.world.noise import fbm2
from rayograph.world.scene import BuiltSet, Part
from rayograph.world.sets.furnishing import box
from rayograph.world.sets.interior_finishes import painted_plaster, wash
from rayograph.world.sets.interior_garden import LEAVES, foliage
from rayograph.world.sets.interior_shell import slab
from rayograph.world.sets.tabletop_surface import FLOOR, HALF_X, HALF_Y, PAPER_X, USUAL, grip, table

WALLS = ("#d8cfbf", "#c9b79f", "#cbbfae", "#b9a893", "#d2c7b4")
"""Limewash of the garden wall."""
FLAGS = ("#a59c8d", "#b3a795", "#948d82")
"""Stone of the floor."""
LOW, HIGH = -0.32, 0.95
"""Top of the wall over the table [m]: low, it lets in a low sun from behind; high, it is a backdrop."""
OFF = 2.3
"""Where the wall stands [m]."""
WIDE = 9.0
"""Half its length [m]."""


def terrace(plan: SetPlan, rng: np.random.Generator) -> BuiltSet:
    """Build it; option "wall" = "low" keeps the wall under the table's top."""
    surface = plan.surface or USUAL[int(rng.integers(len(USUAL)))]
    parts, solids = table(surface, plan.surface_colour, rng)
    low = plan.options.get("wall") == "low"
    top = LOW if low else HIGH
    paint = plan.backdrop_colour or str(rng.choice(WALLS))
    plain = plan.backdrop_colour is not None
    lime = painted_plaster(paint, rng, mottle=0.02 if plain else 0.07, relief=0.8, roughness=0.9)
    coping = wash("coping", paint if plain else "#b8ad9b", roughness=0.8)
    parts.append(box((-WIDE, OFF, FLOOR), (WIDE, OFF + 0.24, top), lime))
    parts.append(box((-WIDE, OFF - 0.03, top), (WIDE, OFF + 0.27, top + 0.05), coping))
    floor = painted_plaster(str(rng.choice(FLAGS)), rng, mottle=0.09, relief=1.0, roughness=0.9)
    parts.append(slab((-WIDE, -WIDE, WIDE, OFF), FLOOR, floor, up=True))
    lawn = painted_plaster("#4c5f2c", rng, mottle=0.2, relief=2.0, roughness=1.0)
    parts.append(slab((-60.0, OFF + 0.24, 60.0, 80.0), FLOOR - 0.1, lawn, up=True))
    if not plain:
        parts += _hedge(low, rng)
    friction, restitution = grip(surface)
    return BuiltSet(
        parts=tuple(parts), colliders=tuple(solids),
        stage_half=(PAPER_X if surface == "paper" else HALF_X, HALF_Y),
        floor_z=FLOOR, friction=friction, restitution=restitution,
    )  # fmt: skip


def _hedge(low: bool, rng: np.random.Generator) -> list[Part]:
    """Green behind the wall, far enough to be soft; under a low sun it stays under the light's way."""
    parts = []
    high = 0.45 if low else 2.2
    seed = int(rng.integers(1 << 16))
    for k, x in enumerate(np.arange(-9.0, 9.1, 1.5)):
        swell = 1.0 + 0.35 * float(fbm2(np.array([x * 0.4]), np.array([0.5]), octaves=2, seed=seed)[0])
        centre = np.array([x + rng.uniform(-0.4, 0.4), OFF + rng.uniform(4.0, 6.5), FLOOR + 0.4 * high])
        shade = ("#3f5a26", "#4d6a2f", "#35502a", "#5a6f35")[k % 4]
        crown = foliage(centre, np.array([1.3, 1.0, high * swell]), 1500, 0.10, shade, rng)
        parts.append(Part(mesh=crown, material=LEAVES))
    return parts
