"""An unmade bed: a crumpled sheet, the duvet thrown back in heaps, pillows as somebody left them."""

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.world.cast.furniture import cushion
from rayograph.world.cast.shaping import placed, slab
from rayograph.world.noise import fbm2, smoothstep

WORDS = ("unmade", "rumpled", "messy", "slept", "crumpled", "untidy", "dishevelled", "tousled")
_TOP = 0.525
"""Height of the mattress [m]."""


def tossed(wide: float, long_: float, seed: int) -> tuple[Mesh, Mesh, list[Mesh]]:
    """Duvet, sheet and pillows of a bed of that width and length [m], its head at +Y."""
    return _duvet(wide, long_, seed), _sheet(wide, long_, seed), _pillows(wide, long_)


def _duvet(wide: float, long_: float, seed: int) -> Mesh:
    """From the foot up to a slanting edge, rolled back on itself along it, and hanging down on the right."""
    u, v = np.meshgrid(np.linspace(-1, 1, 221), np.linspace(0, 1, 201))
    edge = 0.50 + 0.20 * u + 0.07 * np.sin(3.1 * u + 0.6)  # how far up the bed it reaches, as a part
    reach = wide / 2 + 0.02
    hang = 0.10 + 0.30 * smoothstep(-0.4, 1.0, u)
    across = u * (reach + hang)
    x = np.clip(across, -reach, reach)
    over = np.maximum(np.abs(across) - reach, 0.0)
    y = -long_ / 2 - 0.02 + v * edge * long_
    # Long folds run slantwise from the edge that was thrown back; short ones crumple the rest.
    slant = 2.2 * u + 1.6 * v
    folds = np.abs(np.sin(4.2 * slant + 2.4 * fbm2(u * 1.6, v * 2.0, octaves=3, seed=seed))) ** 1.5
    puff = 0.035 * folds + 0.035 * fbm2(u * 2.6 + 7, v * 3.4, octaves=4, seed=seed + 1)
    roll = np.exp(-(((v - 0.90) / 0.075) ** 2))
    heap = roll * (0.075 + 0.035 * fbm2(u * 4, v * 2, octaves=3, seed=seed + 2))
    heap = heap + 0.05 * np.exp(-((u - 0.45) ** 2) / 0.10 - ((v - 0.62) ** 2) / 0.03)
    flat = 1 - smoothstep(0.0, 0.05, over)
    z = _TOP + 0.045 + (np.maximum(puff, -0.012) + heap) * (0.25 + 0.75 * flat) - 1.0 * over
    z = np.where(v > 0.965, _TOP + 0.030 + (z - _TOP - 0.030) * (1 - (v - 0.965) / 0.035), z)
    x = x + np.sign(u) * over * (0.12 + 0.10 * np.sin(v * 21 + 4 * fbm2(v * 4, u, octaves=2, seed=seed)))
    y = y + 0.05 * fbm2(u * 5, v * 2, octaves=3, seed=seed + 3) * roll
    return slab(np.stack([x, y, z], 2), 0.028, crease_deg=75)


def _sheet(wide: float, long_: float, seed: int) -> Mesh:
    """Creased where somebody lay, pulled smooth at its rim."""
    u, v = np.meshgrid(np.linspace(-1, 1, 161), np.linspace(0, 1, 161))
    rim = smoothstep(1.0, 0.8, np.abs(u)) * smoothstep(1.0, 0.9, v)
    crease = np.abs(fbm2(u * 3.4 + 0.8 * v, v * 4.2, octaves=4, seed=seed + 5))
    z = _TOP + 0.002 + rim * (0.030 * (0.55 - crease) * (crease < 0.55) ** 1.0 - 0.012)
    points = np.stack([u * (wide / 2 - 0.03), -long_ / 2 + 0.30 + v * (long_ - 0.40), z], 2)
    return slab(points, 0.004, crease_deg=80)


def _pillows(wide: float, long_: float) -> list[Mesh]:
    """One against the head on its edge, one askew and pressed flat."""
    up = placed(cushion((0, 0, 0), (0.66, 0.44, 0.17), 3.2, 0.045),
                at=(-wide * 0.22, long_ / 2 - 0.20, _TOP + 0.19), turns=[("x", 58), ("z", 9)])  # fmt: skip
    down = placed(cushion((0, 0, 0), (0.66, 0.44, 0.13), 3.4, 0.045),
                  at=(wide * 0.17, long_ / 2 - 0.46, _TOP + 0.075), turns=[("x", 5), ("z", -27)])  # fmt: skip
    return [up, down]
