"""A jar without its lid and a box with its flaps up, for what is kept in them."""

import numpy as np

from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast import solids
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, part, surface, trim, vary
from rayograph.world.cast.profile import hollow, spline
from rayograph.world.cast.shaping import placed, slab, turned
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


def open_tin(member: CastMember, rng: np.random.Generator) -> Prop:
    """A food tin without its lid or label: beaded steel with a rolled rim and a seam down its back."""
    radius, tall = 0.040 * vary(rng, 0.02), 0.110 * vary(rng, 0.03)
    z = np.linspace(0.005, tall - 0.006, 70)
    beads = 0.0007 * np.cos((z / tall) * 2 * np.pi * 12) * (np.abs(z / tall - 0.5) < 0.32)
    side = np.stack([radius + beads, z], 1)
    rim = [(radius + 0.0016, tall - 0.004), (radius + 0.0018, tall - 0.001), (radius + 0.0004, tall)]
    foot = [(radius - 0.002, 0.0), (radius + 0.0014, 0.0), (radius + 0.0016, 0.003)]
    vessel = hollow(np.concatenate([foot, side, rim]), 0.0012, 0.004, foot=0.003, punt=0.002)
    steel = trim(member, member.material or "steel", member.colour)
    seam = placed(shapes.rounded_box((0.004, 0.0012, tall - 0.014), 0.0005, 2),
                  at=(0, radius + 0.0003, tall / 2))  # fmt: skip
    colliders = (
        solids.cylinder(radius, 0.0, float(vessel.inner[0, 1])),
        *solids.walls(vessel.outer, vessel.inner, bands=2, sides=14),
    )
    return Prop(parts=(part(steel, turned(vessel.solid, 96), seam),), colliders=colliders, mass=0.06,
                friction=0.35, restitution=0.3)  # fmt: skip


def open_carton(member: CastMember, rng: np.random.Generator) -> Prop:
    """A cardboard box, its four flaps folded out and hanging a little, each its own way."""
    wide, deep, tall = 0.34 * vary(rng, 0.04), 0.26 * vary(rng, 0.04), 0.20 * vary(rng, 0.04)
    thick = 0.004
    board = surface(member, rng)
    sheets = [placed(shapes.rounded_box((wide, deep, thick), 0.0015, 2), at=(0, 0, thick / 2))]
    walls = [box((0, 0, 0.004), (wide, deep, 0.008))]
    for s in (-1, 1):
        sheets.append(placed(shapes.rounded_box((wide, thick, tall), 0.0015, 2),
                             at=(0, s * (deep - thick) / 2, tall / 2)))  # fmt: skip
        sheets.append(placed(shapes.rounded_box((thick, deep - 2 * thick, tall), 0.0015, 2),
                             at=(s * (wide - thick) / 2, 0, tall / 2)))  # fmt: skip
        walls.append(box((0, s * (deep / 2 - 0.005), tall / 2), (wide, 0.010, tall)))
        walls.append(box((s * (wide / 2 - 0.005), 0, tall / 2), (0.010, deep, tall)))
        for across in (True, False):
            length, long_ = (0.11, wide - 0.004) if across else (0.10, deep - 0.010)
            hang = s * float(rng.uniform(18, 52))
            size = (long_, length, 0.0028) if across else (length, long_, 0.0028)
            flap = placed(shapes.rounded_box(size, 0.001, 2),
                          at=(0, s * length / 2, 0) if across else (s * length / 2, 0, 0))  # fmt: skip
            at = (0, s * (deep / 2 - 0.002), tall) if across else (s * (wide / 2 - 0.002), 0, tall)
            sheets.append(placed(flap, at=at, turns=[("x", -hang) if across else ("y", hang)]))
    return assemble([part(board, *sheets)], walls, mass=0.5, friction=0.5, restitution=0.15)


def paper_bag(member: CastMember, rng: np.random.Generator) -> Prop:
    """A brown paper bag: pinked rim, gussets folded in at the sides, creased where it has been carried."""
    wide, deep, tall = 0.24 * vary(rng, 0.04), 0.15 * vary(rng, 0.04), 0.33 * vary(rng, 0.04)
    around, up = 240, 30
    s, v = np.meshgrid(np.linspace(0, 1, around), np.linspace(0, 1, up))
    # Round the rectangle at an even pace, from the middle of the front.
    way = (s * 2 * (wide + deep) + wide / 2) % (2 * (wide + deep))
    legs = np.cumsum([wide, deep, wide, deep])
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]]) * [wide / 2, deep / 2]
    x, y = (np.interp(way, [0, *legs], corners[:, k]) for k in (0, 1))
    sides = np.clip(1 - np.abs(y) / (deep / 2), 0, 1) * (np.abs(x) > 0.49 * wide)
    x = x * (1 - 0.14 * sides * v)  # the gusset
    phase = rng.uniform(0, 6.3, 4)
    swell = (
        0.0035 * v * (np.sin(9 * np.pi * s + 5 * v + phase[0]) + np.sin(17 * np.pi * s - 9 * v + phase[1]))
    )
    swell += 0.0018 * np.sin(31 * v + 12 * np.pi * s + phase[2])
    long_ = np.maximum(np.hypot(x, y), 1e-6)
    pinked = 0.004 * np.abs((s * 60) % 1 - 0.5) * (v > 0.99)
    points = np.stack([x * (1 + swell / long_), y * (1 + swell / long_), v * tall + pinked], 2)
    foot = placed(shapes.rounded_box((wide, deep, 0.003), 0.001, 2), at=(0, 0, 0.0015))
    kraft = trim(member, "paper", member.colour or "#b48a5c")
    walls = [box((0, 0, 0.003), (wide, deep, 0.006))]
    for side in (-1, 1):
        walls += [box((0, side * (deep / 2 - 0.003), tall / 2), (wide, 0.008, tall)),
                  box((side * (wide / 2 - 0.003), 0, tall / 2), (0.008, deep, tall))]  # fmt: skip
    return assemble([part(kraft, slab(points, 0.0012), foot)], walls, mass=0.09, friction=0.55,
                    restitution=0.05)  # fmt: skip


OPEN_HOLDERS: dict[str, Generator] = {
    "open_jar": open_jar,
    "open_tin": open_tin,
    "open_carton": open_carton,
    "paper_bag": paper_bag,
}
