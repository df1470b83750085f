"""Tables on one foot: round and square ones of cafés, round and oval ones to dine at."""

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.core.tables import TableForm
from rayograph.world.cast.fitting import assemble, box, part, post, surface, trim
from rayograph.world.cast.shaping import beam, curve, rod, stretched, turned
from rayograph.world.scene import Collider, Part, Prop

Rng = np.random.Generator
_SMALL = 0.8
"""A top narrower than this stands on cast iron [m]."""


def column_table(member: CastMember, form: TableForm, rng: Rng) -> Prop:
    """A table of `form`: a moulded top, a column, four splayed feet."""
    wide, deep, tall = form.size
    small = wide < _SMALL
    thick = 0.026 if small else 0.034
    wood = surface(member, rng)
    if form.rounded:
        round_top = turned(_edge(wide / 2, tall, thick), 96)
        top = stretched(round_top, (1.0, deep / wide, 1.0))
        plate = _disc(wide, deep, tall - thick / 2, thick)
    else:
        top = beam((-wide / 2, 0, tall - thick / 2), (wide / 2, 0, tall - thick / 2), deep, thick,
                   radius=0.008, rng=rng)  # fmt: skip
        plate = [box((0, 0, tall - thick / 2), (wide, deep, thick))]
    foot = _iron_foot(tall - thick) if small else _wooden_foot(tall - thick, wide, deep)
    iron = trim(member, "black_iron", member.accent) if small else wood
    reach = 0.24 if small else 0.36 * deep
    walls = [*plate, post((0, 0, tall / 2), 0.04, tall - 0.1), post((0, 0, 0.02), reach, 0.04)]
    parts: list[Part] = [part(wood, top), part(iron, *foot)]
    return assemble(parts, walls, mass=13.0 if small else 34.0, friction=0.5, restitution=0.3)


def _edge(radius: float, tall: float, thick: float) -> list[tuple[float, float]]:
    low = tall - thick
    return [(0, low), (radius - 0.012, low), (radius - 0.003, low + 0.3 * thick), (radius, low + 0.6 * thick),
            (radius - 0.002, tall - 0.003), (radius - 0.007, tall), (0, tall)]  # fmt: skip


def _disc(wide: float, deep: float, z: float, thick: float) -> list[Collider]:
    """A round plate, or an oval one of three slices that lie inside its rim."""
    if wide == deep:
        return [post((0, 0, z), wide / 2, thick)]
    return [box((0, 0, z), (wide * c, deep * s, thick)) for c, s in ((0.96, 0.28), (0.8, 0.6), (0.5, 0.87))]


def _iron_foot(tall: float) -> list[Mesh]:
    """A cast column with rings on four scrolled feet, and the cross under the top."""
    profile = [(0, 0.05), (0.03, 0.05), (0.042, 0.075), (0.024, 0.1), (0.02, 0.2), (0.02, tall - 0.16),
               (0.028, tall - 0.15), (0.028, tall - 0.135), (0.019, tall - 0.125), (0.024, tall - 0.03),
               (0.05, tall - 0.012), (0.05, tall), (0, tall)]  # fmt: skip
    bars = [turned(profile, 32)]
    for angle in np.deg2rad([45, 135, 225, 315]):
        out = np.array([np.cos(angle), np.sin(angle), 0.0])
        path = [out * 0.015 + [0, 0, 0.075], out * 0.1 + [0, 0, 0.07], out * 0.19 + [0, 0, 0.03],
                out * 0.25 + [0, 0, 0.013]]  # fmt: skip
        bars.append(rod(curve(path, 18), np.interp(np.linspace(0, 1, 18), [0, 0.8, 1], [0.02, 0.013, 0.013])))
        ends = [tuple(float(v) for v in out * r + [0, 0, tall - 0.008]) for r in (0.0, 0.2)]
        bars.append(beam(ends[0], ends[1], 0.03, 0.016))
    return bars


def _wooden_foot(tall: float, wide: float, deep: float) -> list[Mesh]:
    """A turned column, two of them under an oval, each on splayed feet."""
    profile = [(0, 0.09), (0.06, 0.09), (0.075, 0.13), (0.05, 0.18), (0.046, 0.24), (0.07, 0.36),
               (0.078, 0.43), (0.05, 0.5), (0.044, 0.56), (0.06, tall - 0.07), (0.06, tall - 0.05),
               (0.13, tall - 0.03), (0.13, tall), (0, tall)]  # fmt: skip
    middles = [0.0] if wide == deep else [-0.22 * wide, 0.22 * wide]
    bars = []
    for x in middles:
        at = np.array([x, 0.0, 0.0])
        bars.append(
            turned(profile, 40).moved(np.array([[1, 0, 0, x], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1.0]]))
        )
        for angle in np.deg2rad([45, 135, 225, 315]):
            out = np.array([np.cos(angle), np.sin(angle), 0.0])
            far = 0.36 * deep
            knots = ((0.0, 0.15), (0.4, 0.13), (0.8, 0.05), (1.0, 0.022))
            path = [at + out * far * k + [0, 0, z] for k, z in knots]
            bars.append(
                rod(curve(path, 20), np.interp(np.linspace(0, 1, 20), [0, 0.8, 1], [0.04, 0.026, 0.022]))
            )
    return bars
