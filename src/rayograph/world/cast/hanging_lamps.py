"""What hangs from a ceiling and shines: pendant lamp, chandelier, a string of lights along a wall."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.finish import says
from rayograph.world.cast.fitting import assemble, box, part, post, surface, trim
from rayograph.world.cast.lamps import flame
from rayograph.world.cast.shaping import curve, placed, rod, stretched, turned
from rayograph.world.scene import Material, Prop

Rng = np.random.Generator
LIGHT = "bulb"
DROP = 1.10
"""From the ceiling to the rim of the shade [m]."""


def _bulb(at: tuple[float, float, float], radius: float) -> Mesh:
    return stretched(shapes.icosphere(3), (radius, radius, 1.2 * radius), at=at)


def _rose(z: float) -> Mesh:
    """The cup at the ceiling that hides the hook."""
    return turned(
        [(0, z - 0.05), (0.012, z - 0.05), (0.03, z - 0.034), (0.052, z - 0.012), (0.055, z), (0, z)], 40
    )


def pendant_lamp(member: CastMember, rng: Rng) -> Prop:
    """A metal dome, white inside, with a bare bulb in it, on a cord from the ceiling."""
    metal = surface(member, rng)
    radius, high = 0.215 * float(rng.uniform(0.97, 1.03)), 0.20
    if says(member, "bare bulb", "naked bulb"):
        radius, high = 0.05, 0.03
    t = np.linspace(0.04, 1.0, 28)
    swell = radius * np.sin(0.5 * np.pi * t**0.85)
    fall = high * (1 - t**1.7)
    outer = np.stack([swell[::-1], fall[::-1]], 1)
    inner = outer[::-1] - [0.004, 0.004]
    inner[:, 0] = np.maximum(inner[:, 0], 0.002)
    lip = np.array([[outer[0, 0] + 0.003, 0.0], [outer[0, 0] + 0.003, 0.006]])
    dome = turned(np.concatenate([lip, outer[1:], [[0.026, high], [0.0, high]]]), 88)
    lining = turned(inner, 88)
    lining = replace(
        lining, faces=lining.faces[:, ::-1], normals=None if lining.normals is None else -lining.normals
    )
    cap = turned([(0.028, high - 0.004), (0.028, high + 0.03), (0.016, high + 0.055), (0.008, high + 0.06),
                  (0.0, high + 0.06)], 40)  # fmt: skip
    cord = rod([(0, 0, high + 0.05), (0, 0, DROP - 0.02)], 0.0035, 10)
    white = Material(name="enamel", base_colour=(0.82, 0.80, 0.76), roughness=0.4)
    brass = trim(member, "brass")
    socket = turned(
        [(0, high - 0.008), (0.02, high - 0.008), (0.02, high - 0.055), (0, high - 0.055)][::-1], 32
    )
    parts = [
        part(metal, dome),
        part(white, lining),
        part(brass, cap, socket),
        part(trim(member, "rubber", "#1c1a18"), cord),
        part(metal, _rose(DROP)),
        part(trim(member, "plaster", "#f4efe2"), _bulb((0, 0, high - 0.085), 0.033), light=LIGHT),
    ]
    walls = [
        post((0, 0, high / 2), radius, high),
        box((0, 0, (DROP + high) / 2), (0.012, 0.012, DROP - high)),
    ]
    return assemble(parts, walls, mass=1.8, friction=0.4, restitution=0.2)


def chandelier(member: CastMember, rng: Rng) -> Prop:
    """A turned stem, curved arms with drip pans and lit candles, strings and drops of crystal."""
    # "Crystal" or "glass" says what hangs on it, not what its arms are.
    crystal = member.material in ("glass", "crystal", "ice")
    metal = trim(member, "brass") if crystal else surface(member, rng)
    arms, reach, top = 8, 0.37, 1.05
    stem = turned(
        [(0, 0.02), (0.02, 0.03), (0.045, 0.07), (0.03, 0.11), (0.05, 0.16), (0.065, 0.20), (0.03, 0.25),
         (0.02, 0.33), (0.038, 0.40), (0.022, 0.46), (0.028, 0.52), (0.009, 0.58), (0.0, 0.585)], 48
    )  # fmt: skip
    bars, pans, candles, flames, glass = [stem], [], [], [], []
    for k in range(arms):
        a = 2 * np.pi * (k + 0.5) / arms
        out = np.array([np.cos(a), np.sin(a), 0.0])
        line = [(0.04, 0.17), (0.14, 0.09), (0.26, 0.08), (0.35, 0.15), (reach, 0.22)]
        bars.append(rod(curve([tuple(r * out + [0, 0, z]) for r, z in line], 30), 0.0075, 10))
        spot = reach * out
        at = (float(spot[0]), float(spot[1]), 0.0)
        pans.append(placed(turned([(0, 0.218), (0.014, 0.218), (0.043, 0.232), (0.045, 0.238), (0.015, 0.228),
                                   (0.014, 0.262), (0, 0.262)], 32), at=at))  # fmt: skip
        candles.append(placed(turned([(0, 0.245), (0.0105, 0.245), (0.0105, 0.345), (0, 0.346)], 24), at=at))
        flames.append(stretched(flame(0.055, rng), (1.5, 1.5, 1.0), at=(at[0], at[1], 0.35)))
        glass += [
            _drop((at[0] * 1.0, at[1] * 1.0, 0.205), 0.05),
            _drop((at[0] * 0.62, at[1] * 0.62, 0.065), 0.045),
        ]
        after = 2 * np.pi * (k + 1.5) / arms
        ends = [np.array([np.cos(b) * reach, np.sin(b) * reach, 0.215]) for b in (a, after)]
        glass += _strand(ends[0], ends[1], 0.07, 7)
        glass += _strand(np.array([0.02 * out[0], 0.02 * out[1], 0.50]), spot + [0, 0, 0.225], 0.06, 9)
    glass.append(_drop((0, 0, 0.02), 0.07))
    chain = [rod(curve([(0, 0, 0.58), (0, 0, 0.8), (0, 0, top)], 8), 0.006, 8), _rose(top + 0.02)]
    chain += [placed(shapes.icosphere(1), at=(0, 0, 0))]
    chain[-1] = stretched(chain[-1], (0.012, 0.012, 0.018), at=(0, 0, 0.80))
    parts = [
        part(metal, *bars, *pans, *chain),
        part(trim(member, "wax", "#efe6cf"), *candles),
        part(trim(member, "glass"), *glass),
        part(trim(member, "wax", "#f2c27a"), *flames, light=LIGHT),
    ]
    walls = [post((0, 0, 0.13), reach, 0.36), box((0, 0, 0.8), (0.02, 0.02, 0.5))]
    return assemble(parts, walls, mass=9.0, friction=0.4, restitution=0.2)


def _drop(top: tuple[float, float, float], long_: float) -> Mesh:
    """A faceted pear of crystal that hangs from `top`."""
    shape = [(0, 0), (0.16, 0.10), (0.24, 0.24), (0.14, 0.55), (0.05, 0.85), (0, 1.0)]
    return placed(turned([(r * long_, (z - 1) * long_) for r, z in shape], 7, crease_deg=5), at=top)


def _strand(start: np.ndarray, end: np.ndarray, sag: float, count: int) -> list[Mesh]:
    """Beads of crystal on a slack thread."""
    beads = []
    for t in np.linspace(0, 1, count + 2)[1:-1]:
        at = start + (end - start) * t - [0, 0, 4 * sag * t * (1 - t)]
        beads.append(stretched(shapes.icosphere(1), (0.0085, 0.0085, 0.0085),
                               at=(float(at[0]), float(at[1]), float(at[2]))))  # fmt: skip
    return beads


def string_lights(member: CastMember, rng: Rng) -> Prop:
    """Small warm bulbs on a dark wire, slung in bows along a wall; the back is at y = 0."""
    wide, bows, sag = 2.0, 4, 0.17
    hooks = np.linspace(-wide / 2, wide / 2, bows + 1)
    wire, bulbs, caps = [], [], []
    for low, high in zip(hooks[:-1], hooks[1:], strict=True):
        t = np.linspace(0, 1, 17)
        dip = sag * float(rng.uniform(0.85, 1.0)) * 4 * t * (1 - t)
        line = np.stack([low + (high - low) * t, np.full(17, -0.02), 0.24 - dip], 1)
        wire.append(rod(line, 0.0022, 6))
        for k in (1, 4, 7, 10, 13, 16):
            x, y, z = (float(v) for v in line[k])
            bulbs.append(stretched(shapes.icosphere(2), (0.011, 0.011, 0.016), at=(x, y - 0.004, z - 0.026)))
            caps.append(rod([(x, y, z + 0.002), (x, y - 0.002, z - 0.014)], 0.006, 8))
    low = min(float(bulb.vertices[:, 2].min()) for bulb in bulbs)
    parts = [
        part(trim(member, "rubber", "#22251f"), *wire, *caps),
        part(trim(member, "plaster", "#f4e2c0"), *bulbs, light=LIGHT),
    ]
    return assemble(
        parts,
        [box((0, -0.02, (0.242 + low) / 2), (wide, 0.02, 0.242 - low))],
        mass=0.5,
        friction=0.5,
        restitution=0.1,
    )
