"""A fireplace: mantel over a brick firebox, a grate of logs and embers, and the flames on them."""

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.finish import says
from rayograph.world.cast.fitting import assemble, box, part, surface, trim
from rayograph.world.cast.lamps import flame
from rayograph.world.cast.shaping import beam, curve, placed, rod, stretched
from rayograph.world.scene import Prop

Rng = np.random.Generator
LIGHT = "flame"
WIDE, DEEP, TALL = 1.50, 0.42, 1.16
OPEN, LINTEL = 0.43, 0.78
"""Half width and height of the opening [m]."""


def fireplace(member: CastMember, rng: Rng) -> Prop:
    """A fireplace that stands against a wall, its back on y = 0 before it is centred; it burns."""
    stone = surface(member, rng)
    brick = trim(member, "brick", "#7a4a3a")
    slate = trim(member, "slate")
    parts = [part(stone, *_surround(rng)), part(slate, _block((0, -0.222, 0.025), (WIDE, 0.444, 0.05)))]
    parts.append(part(brick, *_firebox()))
    parts.append(part(trim(member, "black_iron"), *_grate()))
    parts.append(part(trim(member, "charred_wood"), *_logs(rng)))
    if not says(member, "unlit", "cold", "empty", "off", "dead", "disused", "boarded"):
        glow = trim(member, "wax", "#f2a25a")
        parts.append(part(glow, *_flames(rng), *_embers(rng), light=LIGHT))
    walls = [
        box((s * (OPEN + WIDE / 2 - 0.04) / 2, -DEEP / 2, TALL / 2), (0.28, DEEP, TALL)) for s in (-1, 1)
    ]
    walls += [
        box((0, -DEEP / 2, (LINTEL + TALL) / 2), (WIDE, DEEP, TALL - LINTEL)),
        box((0, -0.02, 0.4), (2 * OPEN, 0.04, 0.8)),
        box((0, -0.222, 0.025), (WIDE, 0.444, 0.05)),
        box((0, -0.20, 0.15), (0.6, 0.26, 0.26)),
    ]
    return assemble(parts, walls, mass=280.0, friction=0.7, restitution=0.2)


def _block(centre: tuple[float, float, float], size: tuple[float, float, float], ease: float = 0.006) -> Mesh:
    return placed(shapes.rounded_box(size, ease, 3), at=centre)


def _surround(rng: Rng) -> list[Mesh]:
    """Two pilasters on plinths with panels, a frieze with a tablet, and the stepped mantelshelf."""
    leg = WIDE / 2 - 0.04 - OPEN
    middle, front, made = OPEN + leg / 2, -DEEP + 0.06, []
    for s in (-1, 1):
        made += [
            _block((s * middle, -DEEP / 2 + 0.03, 0.53), (leg, DEEP - 0.06, 0.96)),
            _block((s * middle, -DEEP / 2 + 0.018, 0.12), (leg + 0.03, DEEP - 0.036, 0.14)),
            _block((s * middle, front - 0.006, 0.49), (leg - 0.09, 0.024, 0.50), 0.009),
            _block((s * middle, -DEEP / 2 + 0.018, 0.905), (leg + 0.03, DEEP - 0.036, 0.05), 0.012),
            _block((s * middle, front - 0.006, 0.99), (leg - 0.08, 0.026, 0.085), 0.010),
        ]
    made.append(
        _block((0, -DEEP / 2 + 0.03, (LINTEL + 1.06) / 2), (2 * OPEN + 0.02, DEEP - 0.06, 1.06 - LINTEL))
    )
    made.append(_block((0, front - 0.006, 0.945), (0.44, 0.024, 0.15), 0.010))
    for k, out in enumerate((0.05, 0.025, 0.0)):
        z = 1.055 + 0.024 * k
        made.append(_block((0, -DEEP / 2 + out / 2, z), (WIDE - 2 * out, DEEP - out, 0.026), 0.010))
    made.append(_block((0, -DEEP / 2 - 0.012, TALL - 0.021), (WIDE, DEEP + 0.024, 0.042), 0.012))
    return made


def _firebox() -> list[Mesh]:
    """Back, splayed cheeks and throat of brick."""
    back = _block((0, -0.02, LINTEL / 2), (2 * OPEN, 0.04, LINTEL), 0.002)
    cheeks = [
        beam((s * (OPEN - 0.012), -DEEP + 0.075, LINTEL / 2), (s * (OPEN - 0.10), -0.03, LINTEL / 2), 0.03,
             LINTEL - 0.05, radius=0.002)
        for s in (-1, 1)
    ]  # fmt: skip
    floor = _block((0, -0.18, 0.055), (2 * OPEN, 0.34, 0.02), 0.002)
    return [back, *cheeks, floor]


def _grate() -> list[Mesh]:
    """Iron bars on four legs, with upright fire dogs in front."""
    bars = [rod([(-0.27, y, 0.15), (0.27, y, 0.15)], 0.009, 8) for y in np.linspace(-0.30, -0.09, 6)]
    for s in (-1, 1):
        bars.append(rod([(s * 0.24, -0.31, 0.14), (s * 0.24, -0.08, 0.14)], 0.011, 8))
        bars += [rod([(s * 0.24, y, 0.06), (s * 0.24, y, 0.15)], 0.010, 8) for y in (-0.30, -0.09)]
        dog = curve([(s * 0.27, -0.33, 0.06), (s * 0.27, -0.34, 0.20), (s * 0.27, -0.345, 0.30)], 12)
        bars.append(rod(dog, 0.012, 10))
        bars.append(placed(shapes.icosphere(2), at=(0, 0, 0)))
        bars[-1] = stretched(bars[-1], (0.022, 0.022, 0.022), at=(s * 0.27, -0.345, 0.315))
    return bars


def _logs(rng: Rng) -> list[Mesh]:
    """Three logs lie on the grate, two across them."""
    made = []
    for k, (y, z) in enumerate(((-0.27, 0.20), (-0.19, 0.20), (-0.11, 0.20))):
        half = 0.25 + 0.03 * float(rng.uniform(-1, 1))
        tilt = float(rng.uniform(-0.015, 0.015))
        made.append(rod([(-half, y + tilt, z), (half, y - tilt, z + 0.01 * k)], 0.042, 16))
    for s in (-1, 1):
        slant = float(rng.uniform(0.05, 0.11)) * s
        made.append(rod([(-0.20 + slant, -0.26, 0.275), (0.18 - slant, -0.13, 0.30)], 0.036, 16))
    return made


def _flames(rng: Rng) -> list[Mesh]:
    """Tongues of fire, tallest in the middle."""
    made = []
    for x in np.linspace(-0.23, 0.23, 11):
        tall = (0.34 - 0.75 * abs(x)) * float(rng.uniform(0.65, 1.05))
        tongue = stretched(flame(tall, rng), (1.15, 0.8, 1.0))
        at = (
            float(x + rng.uniform(-0.02, 0.02)),
            float(rng.uniform(-0.26, -0.12)),
            float(rng.uniform(0.22, 0.29)),
        )
        made.append(placed(tongue, at=at))
    return made


def _embers(rng: Rng) -> list[Mesh]:
    """Glowing coals under the logs."""
    made = []
    for _ in range(14):
        size = float(rng.uniform(0.012, 0.022))
        at = (float(rng.uniform(-0.24, 0.24)), float(rng.uniform(-0.30, -0.10)), 0.158 + 0.3 * size)
        made.append(stretched(shapes.icosphere(1), (size, size, 0.6 * size), at=at))
    return made
