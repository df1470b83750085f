"""Bowed strings: a violin and a cello on a stand, each with its bow."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.finish import Generator
from rayograph.world.cast.fitting import assemble, box, hull, part, trim
from rayograph.world.cast.makings import cut, disc, slab_box
from rayograph.world.cast.profile import spline
from rayograph.world.cast.shaping import beam, curve, loft, placed, rod
from rayograph.world.scene import Prop

Rng = np.random.Generator
_SIDE = [(0.003, 0.0), (0.050, 0.004), (0.090, 0.035), (0.104, 0.080), (0.099, 0.122), (0.101, 0.130),
         (0.080, 0.142), (0.060, 0.172), (0.056, 0.200), (0.062, 0.226), (0.080, 0.242), (0.079, 0.252),
         (0.083, 0.280), (0.078, 0.318), (0.050, 0.346), (0.003, 0.354)]  # fmt: skip
"""Half the outline of a violin's body from its foot up: (x, z) [m]."""


def _outline() -> np.ndarray:
    side = spline(_SIDE, 90)
    return np.concatenate([side, (side * [-1, 1])[::-1]])


def _arched(outline: np.ndarray, front: float, rise: float) -> Mesh:
    """A belly or back: the outline drawn in to its middle over an arch of `rise` [m] (sign: which way)."""
    middle = np.array([0.0, 0.185])
    rings: list[np.ndarray] = []
    for s in (1.0, 1.02, 1.02, 0.99, 0.95, 0.88, 0.78, 0.64, 0.48, 0.30, 0.12, 0.02):
        flat = middle + (outline - middle) * s
        k = len(rings)
        y = front + rise * (0.0 if k < 2 else 0.22 if k < 4 else 0.22 + 0.78 * (1 - s**2.2))
        rings.append(np.insert(flat, 1, y, axis=1))
    return loft(np.array(rings), crease_deg=50)


def _fittings(f: float) -> tuple[list[Mesh], list[Mesh], list[Mesh], list[Mesh]]:
    """Ebony, maple, dark and steel pieces on the front of a violin whose belly tops out at y = `f` [m]."""
    board = loft(np.array([[(w * c, f - 0.012 - 0.006 * s, z) for c, s in
        zip(np.cos(np.linspace(0, 2 * np.pi, 21)[:-1]), np.sin(np.linspace(0, 2 * np.pi, 21)[:-1]),
            strict=True)]
        for w, z in ((0.0205, 0.226), (0.0205, 0.228), (0.0130, 0.490))]))  # fmt: skip
    tail = cut(np.array([(-0.009, 0.018), (0.009, 0.018), (0.021, 0.112), (0.018, 0.124), (-0.018, 0.124),
        (-0.021, 0.112)]), 0.007, (0, f - 0.012, 0), bevel=0.002)  # fmt: skip
    chin = placed(disc(1.0, 0.3, (0, 0, 0), edge=0.12), at=(0, 0, 0))
    chin = placed(replace(chin, vertices=chin.vertices * [0.045, 0.032, 0.03]), at=(-0.052, f - 0.012, 0.036),
                  turns=[("x", 90)])  # fmt: skip
    bridge = cut(np.array([(-0.021, 0.0), (-0.012, 0.0), (0.0, 0.008), (0.012, 0.0), (0.021, 0.0),
        (0.017, 0.018),
        (0.019, 0.030), (0.009, 0.036), (-0.009, 0.036), (-0.019, 0.030), (-0.017, 0.018)]), 0.004,
        (0, 0, 0), bevel=0.0008)  # fmt: skip
    bridge = placed(bridge, at=(0, f + 0.002, 0.160), turns=[("x", 90)])
    holes = [rod(curve([(s * 0.026, f + 0.0015, 0.196), (s * 0.031, f + 0.002, 0.190),
        (s * 0.034, f + 0.003, 0.165),
        (s * 0.040, f + 0.005, 0.140), (s * 0.046, f + 0.006, 0.136)], 30),
        np.array([0.0035, *np.linspace(0.0018, 0.0018, 28), 0.0035]), 8) for s in (-1, 1)]  # fmt: skip
    holes += [disc(0.0042, 0.002, (s * x, y, z), [("x", 90)], segments=20) for s in (-1, 1)
              for x, y, z in ((0.0245, f + 0.0005, 0.1945), (0.0475, f + 0.005, 0.1385))]  # fmt: skip
    wires = [rod([(k * 0.004, f - 0.014, 0.118), (k * 0.0075, f - 0.036, 0.160),
        (k * 0.0040, f - 0.020, 0.490)],
                 0.0006, 6) for k in (-1.5, -0.5, 0.5, 1.5)]  # fmt: skip
    return [board, tail, chin], [bridge], holes, wires


def _head(y: float) -> tuple[list[Mesh], list[Mesh]]:
    """Neck, peg box and scroll; and the pegs."""
    t = np.linspace(0, 1, 60)
    turn = 2 * np.pi * 1.6 * t
    r = 0.0165 * (1 - 0.78 * t)
    spiral = np.stack([0 * t, y + 0.012 - r * np.cos(turn), 0.578 + r * np.sin(turn)], 1)
    neck = rod(curve([(0, y + 0.004, 0.340), (0, y - 0.002, 0.37), (0, y - 0.006, 0.49)], 16), 0.0125, 20)
    cheeks = beam((0, y - 0.004, 0.485), (0, y + 0.006, 0.580), 0.024, 0.020, radius=0.006, up=(0, 1, 0))
    roll = [rod(spiral, 0.0085 * (1 - 0.5 * t), 14), rod([(-0.019, y + 0.012, 0.578),
        (0.019, y + 0.012, 0.578)],
            0.008, 20)]  # fmt: skip
    pegs = []
    for k, z in enumerate((0.505, 0.522, 0.540, 0.557)):
        s = 1 if k % 2 else -1
        pegs.append(rod([(-s * 0.014, y, z), (s * 0.030, y, z)], 0.0034, 12))
        pegs.append(slab_box((0.018, 0.006, 0.015), (s * 0.037, y, z), 0.003))
    return [neck, cheeks, *roll], pegs


def _bow(length: float, grow: float) -> tuple[Mesh, Mesh, list[Mesh]]:
    """Stick, hair and black frog of a bow along +Z from the origin, its hair towards -Y."""
    z = np.linspace(0, length, 30)
    sag = 0.010 * grow * np.sin(np.pi * z / length)
    stick = rod(np.stack([0 * z, -sag, z], 1), np.linspace(0.0046, 0.003, 30) * grow, 12)
    hair = beam((0, -0.020 * grow, 0.03), (0, -0.018 * grow, length - 0.01),
        0.010 * grow, 0.0012, radius=0.0004,
                up=(0, 1, 0))  # fmt: skip
    frog = slab_box((0.012 * grow, 0.022 * grow, 0.045), (0, -0.012 * grow, 0.045), 0.002)
    tip = slab_box((0.007 * grow, 0.022 * grow, 0.014), (0, -0.010 * grow, length - 0.006), 0.002)
    return stick, hair, [frog, tip]


def _fiddle(member: CastMember, grow: float, deep: float, lift: float, mass: float) -> Prop:
    """A bowed string instrument, `grow` times a violin, standing `lift` [m] up, its bow across it."""
    varnish = replace(trim(member, member.material or "maple", member.colour or "#9a4218"), clearcoat=1.0,
                      roughness=0.22)  # fmt: skip
    outline, half = _outline(), deep / 2
    ribs = cut(outline * [0.96, 0.985] + [0, 0.0026], deep, (0, 0, 0), bevel=0.001)
    belly, back = _arched(outline, -half, -0.016), _arched(outline, half, 0.012)
    front = -half - 0.016
    ebony, maple, holes, wires = _fittings(front)
    head, pegs = _head(front + 0.006)
    laid = member.tilt_deg < -45
    lean = 0.0 if laid else -10.0
    pose = shapes.translation(0, 0, lift) @ shapes.rotation("x", lean) @ np.diag([grow, grow, grow, 1.0])
    stick, hair, frog = _bow(0.70 if grow == 1 else 0.72, 1.0 if grow == 1 else 1.5)
    across = shapes.translation(-0.150 * grow, -0.115 * grow, 0.004) @ shapes.rotation("x", -7)
    across = across @ shapes.rotation("y", 27 if grow == 1 else 20)
    if laid:  # the bow lies beside it
        across = shapes.translation(0.145 * grow, half * grow - 0.008, -0.03)
    black = trim(member, "ebony")
    stand = [rod(curve([(s * 0.045, -0.055, 0.035), (s * 0.045, -0.03, 0.02), (s * 0.040, 0.05, 0.03),
        (0, 0.075, 0.22)], 24), 0.0045, 10).moved(np.diag([grow, grow, grow, 1.0])) for s in (-1,
            1)]  # fmt: skip
    stand += [rod([np.array(a) * grow, np.array(b) * grow], 0.0045 * grow, 10) for a, b in (
        ((-0.044, -0.03, 0.022), (-0.10, -0.075, 0.006)), ((0.044, -0.03, 0.022), (0.10, -0.075, 0.006)),
        ((0, 0.065, 0.15), (0, 0.145, 0.006)), ((-0.05, -0.03, 0.024), (0.05, -0.03, 0.024)))]  # fmt: skip
    stand = stand[:0] if laid else stand
    parts = [part(varnish, *[m.moved(pose) for m in (ribs, belly, back, *head)]),
        part(black, *[m.moved(pose) for m in (*ebony, *pegs)], *[m.moved(across) for m in frog]),
        part(trim(member, "maple", "#d9b27a"), *[m.moved(pose) for m in maple]),
        part(trim(member, "plastic", "#120c08"), *[m.moved(pose) for m in holes], *stand),
        part(trim(member, "steel"), *[m.moved(pose) for m in wires]),
        part(trim(member, "walnut", "#6e2f14"), stick.moved(across)),
        part(trim(member, "paper", "#efe9da"), hair.moved(across))]  # fmt: skip
    if lift > 0.1:
        pin = rod([(0, 0.0, 0.0), (0, -0.01, lift + 0.03)], 0.006, 12)
        parts.append(part(trim(member, "steel"), pin))
    legs = [hull(m.vertices) for m in (*stand[2:], *(() if laid else (stick.moved(across),)))]
    low, up = (pose @ [0, 0, 0.18, 1])[:3], (pose @ [0, front, 0.47, 1])[:3]
    walls = [box(low, (0.21 * grow, (deep + 0.03) * grow, 0.35 * grow), ("x", lean)),
        box(up, (0.05 * grow, 0.03 * grow, 0.27 * grow), ("x", lean)),
        box((0, 0.03 * grow, 0.025 * grow), (0.22 * grow, 0.23 * grow, 0.05 * grow))]  # fmt: skip
    walls = walls[:2] if laid else walls + legs
    return assemble(parts, walls, mass=mass, friction=0.6, restitution=0.15)


def violin(member: CastMember, rng: Rng) -> Prop:
    """A violin on a stand: arched belly, f-holes, scroll, four strings over a bridge, the bow across it."""
    return _fiddle(member, 1.0, 0.032, 0.030, 0.75)


def cello(member: CastMember, rng: Rng) -> Prop:
    """A cello on its end pin and stand, the bow leaning on it."""
    return _fiddle(member, 2.1, 0.056, 0.10, 4.0)


STRINGS: dict[str, Generator] = {"violin": violin, "cello": cello}
