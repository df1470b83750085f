"""A dome tent: cloth stretched over two bent poles that cross at its top."""

from dataclasses import replace

import numpy as np
from jaxtyping import Float

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast.fitting import assemble, hull, part, surface, trim, vary
from rayograph.world.cast.shaping import placed, rod, sheet, turned
from rayograph.world.scene import Prop

Rng = np.random.Generator
_POLES = (np.pi / 4, 3 * np.pi / 4)
"""Bearings of the two poles."""


class _Dome:
    """The surface of the tent by bearing and height angle."""

    def __init__(self, wide: float, deep: float, tall: float) -> None:
        self.half, self.tall = (wide / 2, deep / 2), tall

    def at(self, bearing: np.ndarray, rise: np.ndarray, out: float = 0.0) -> Float[np.ndarray, "*s 3"]:
        """Points [m]; `rise` runs from the ground at 0 to the top at π/2, `out` lifts them off the cloth."""
        a, b = self.half
        c, s = np.cos(bearing), np.sin(bearing)
        foot = (np.abs(c / a) ** 3.2 + np.abs(s / b) ** 3.2) ** (-1 / 3.2)
        # Between the poles the cloth hangs in, most at half height.
        slack = np.cos(2 * bearing) ** 2 * np.sin(2 * np.clip(rise, 0, np.pi / 2))
        flat = foot * np.cos(rise) ** 0.8 * (1 - 0.035 * slack) + out * np.cos(rise)
        z = self.tall * np.sin(rise) ** 0.92 * (1 - 0.05 * slack) + out * np.sin(rise)
        return np.stack([flat * c, flat * s, z], -1)


def dome_tent(member: CastMember, rng: Rng) -> Prop:
    """A dome tent with its door to the front: pole sleeves, zip, window of net, skirt, guy lines and pegs."""
    dome = _Dome(2.05 * vary(rng, 0.02), 1.92 * vary(rng, 0.02), 1.24 * vary(rng, 0.02))
    cloth = replace(surface(member, rng), kind="thin", transmission=0.25)
    bearing, rise = np.meshgrid(np.linspace(0, 2 * np.pi, 97), np.linspace(0.0, np.pi / 2 - 1e-3, 33))
    shell = sheet(dome.at(bearing, rise))
    dark, cord = trim(member, "canvas", member.accent or "#3a3f45"), trim(member, "linen", "#d9d2c0")
    over = np.linspace(0.0, np.pi, 49)
    sleeves = []
    for way in _POLES:
        turn = np.where(over <= np.pi / 2, way, way + np.pi)
        lift = np.minimum(over, np.pi - over)
        sleeves.append(rod(dome.at(turn, lift, out=0.012), 0.016, 8))
    round_ = np.linspace(0, 2 * np.pi, 97)
    skirt = rod(dome.at(round_, 0 * round_ + 0.012, out=0.006), 0.018, 6)
    pole_ends = [
        rod(dome.at(np.full(2, b), np.array([0.03, 0.0]), out=0.03), 0.01, 6)
        for way in _POLES
        for b in (way, way + np.pi)
    ]  # fmt: skip
    net, zips = _door(dome)
    ropes, pegs = _guys(dome)
    glass = turned([(0, -0.1), (0.05, -0.085), (0.08, -0.03), (0.08, 0.03), (0.05, 0.085), (0, 0.1)], 28)
    lamp = part(trim(member, "wax", "#f2dcb0"), placed(glass, at=(0, 0.1, 0.66 * dome.tall)), light="self")
    u, v = np.meshgrid(np.linspace(-0.93, 0.93, 9), np.linspace(-0.93, 0.93, 9))
    floor = sheet(np.stack([u * dome.half[0], v * dome.half[1], 0.006 + 0 * u], -1))
    bag = placed(turned([(0, -0.7), (0.09, -0.7), (0.13, -0.62), (0.12, 0.55), (0.08, 0.62), (0, 0.62)], 28),
                 at=(-0.42, 0.05, 0.12), turns=[("x", 90)])  # fmt: skip
    parts = [
        lamp,
        part(cloth, shell),
        part(dark, *sleeves, skirt, *zips),
        part(replace(trim(member, "linen", "#c9b58a"), kind="thin", transmission=0.45), net),
        part(trim(member, "steel", wear=0.1), *pole_ends, *pegs),
        part(cord, *ropes),
        part(trim(member, "canvas", "#3b372f"), floor),
        part(trim(member, "linen", "#2d4a63"), bag),
    ]
    b, r = np.meshgrid(np.linspace(0, 2 * np.pi, 17)[:-1], np.linspace(0, np.pi / 2, 5))
    return assemble(parts, [hull(dome.at(b, r).reshape(-1, 3))], mass=5.0, friction=0.8, restitution=0.02)


def _door(dome: _Dome) -> tuple[Mesh, list[Mesh]]:
    """The net in the upper half of the door, and the zips round it and down its middle."""
    front = -np.pi / 2
    k = np.linspace(-1, 1, 41)
    arch = dome.at(front + 0.50 * k, 1.02 * np.sqrt(np.maximum(1 - np.abs(k) ** 2.6, 0)) + 0.02, out=0.008)
    up = np.linspace(0.02, 1.02, 24)
    middle = dome.at(0 * up + front, up, out=0.008)
    side, high = np.meshgrid(np.linspace(-1, 1, 21), np.linspace(0.42, 0.84, 15))
    narrow = 0.33 * np.sqrt(np.clip(1 - ((high - 0.42) / 0.44) ** 2.2, 0.03, 1))
    net = sheet(dome.at(front + side * narrow, high, out=0.006))
    rim = np.concatenate(
        [
            np.stack([narrow[:, 0] * -1, high[:, 0]], 1),
            np.stack([narrow[::-1, 0], high[::-1, 0]], 1),
            [[-narrow[0, 0], high[0, 0]]],
        ]
    )
    edge = dome.at(front + rim[:, 0], rim[:, 1], out=0.009)
    return net, [rod(arch, 0.010, 6), rod(middle, 0.007, 6), rod(edge, 0.008, 6)]


def _guys(dome: _Dome) -> tuple[list[Mesh], list[Mesh]]:
    """Lines from the poles at half height to pegs in the ground."""
    ropes, pegs = [], []
    for way in _POLES:
        for b in (way, way + np.pi):
            high = dome.at(np.array(b), np.array(0.62), out=0.02)
            out = np.array([np.cos(b), np.sin(b), 0.0])
            low = dome.at(np.array(b), np.array(0.0)) + 0.42 * out + [0, 0, 0.03]
            ropes.append(rod([high, low], 0.0035, 6))
            pegs.append(rod([low - [0, 0, 0.03], low + 0.03 * out + [0, 0, 0.06]], 0.007, 6))
    return ropes, pegs
