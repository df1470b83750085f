"""Boards that carry other things: a chopping board, a tray, a small shelf."""

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.fitting import assemble, box, part, surface, trim, vary
from rayograph.world.cast.prism import eased, prism
from rayograph.world.cast.shaping import beam, placed, rod
from rayograph.world.scene import Prop

Rng = np.random.Generator


def chopping_board(member: CastMember, rng: Rng) -> Prop:
    """A chopping board of glued staves, its edges eased, a hole at one end to hang it by."""
    wide, deep, thick = 0.38 * vary(rng, 0.03), 0.25 * vary(rng, 0.03), 0.022
    wood = surface(member, rng)
    staves = 5
    pitch = deep / staves
    boards = [
        beam(
            (-wide / 2, y, thick / 2), (wide / 2, y, thick / 2), pitch + 0.0004, thick, radius=0.003, rng=rng
        )
        for y in (np.arange(staves) - (staves - 1) / 2) * pitch
    ]
    groove = shapes.tube(_loop(wide * 0.9, deep * 0.84, thick + 0.0002), 0.0016, 8)
    dark = trim(member, "walnut")
    return assemble(
        [part(wood, *boards), part(dark, groove)],
        [box((0, 0, thick / 2), (wide, deep, thick))],
        mass=1.1,
        friction=0.5,
        restitution=0.2,
    )


def _loop(wide: float, deep: float, z: float) -> np.ndarray:
    corners = [(-wide / 2, -deep / 2), (wide / 2, -deep / 2), (wide / 2, deep / 2), (-wide / 2, deep / 2)]
    flat = eased(corners, 0.02)
    flat = np.concatenate([flat, flat[:1]])
    return np.column_stack([flat, np.full(len(flat), z)])


def tray(member: CastMember, rng: Rng) -> Prop:
    """A serving tray: a thin bottom, a raised wall all round, two handles."""
    wide, deep, wall = 0.46 * vary(rng, 0.03), 0.32 * vary(rng, 0.03), 0.040
    stuff = surface(member, rng)
    floor = placed(shapes.rounded_box((wide - 0.01, deep - 0.01, 0.008), 0.002), at=(0, 0, 0.004))
    sides = [
        beam(
            (-wide / 2, s * deep / 2, wall / 2),
            (wide / 2, s * deep / 2, wall / 2),
            0.010,
            wall,
            radius=0.003,
            rng=rng,
        )
        for s in (-1, 1)
    ]
    ends = [
        beam(
            (s * wide / 2, -deep / 2, wall / 2),
            (s * wide / 2, deep / 2, wall / 2),
            0.010,
            wall,
            radius=0.003,
            rng=rng,
        )
        for s in (-1, 1)
    ]
    brass = trim(member, "brass", member.accent)
    handles: list[Mesh] = []
    for s in (-1, 1):
        x = s * (wide / 2 - 0.001)
        arc = np.linspace(0, np.pi, 20)
        path = np.column_stack([np.full(20, x), 0.055 * np.cos(arc), wall - 0.006 + 0.030 * np.sin(arc)])
        handles.append(rod(path, 0.0045, 12))
    walls = [box((0, 0, 0.004), (wide, deep, 0.008))]
    walls += [box((0, s * deep / 2, wall / 2), (wide, 0.010, wall)) for s in (-1, 1)]
    walls += [box((s * wide / 2, 0, wall / 2), (0.010, deep, wall)) for s in (-1, 1)]
    return assemble(
        [part(stuff, floor, *sides, *ends), part(brass, *handles)],
        walls,
        mass=1.2,
        friction=0.4,
        restitution=0.2,
    )


def shelf(member: CastMember, rng: Rng) -> Prop:
    """A small open shelf: two shaped sides, a board to stand things on, a lower board, a backing of slats."""
    wide, deep, tall, board = 0.92, 0.20, 0.46, 0.34
    wood = surface(member, rng)
    t = 0.020
    side = eased(
        [(-deep / 2, 0.0), (deep / 2, 0.0), (deep / 2, tall), (0.02, tall), (-deep / 2, board + 0.05)], 0.03
    )
    sides = [
        placed(prism(side[:, ::1], t, axis="x", bevel=0.002), at=(s * (wide / 2 - t / 2), 0, 0))
        for s in (-1, 1)
    ]
    boards = [
        beam((-wide / 2 + t, 0, z), (wide / 2 - t, 0, z), deep - 0.006, t, radius=0.002, rng=rng)
        for z in (0.05, board - t / 2)
    ]
    slats = [
        beam(
            (-wide / 2 + t, deep / 2 - 0.006, z),
            (wide / 2 - t, deep / 2 - 0.006, z),
            0.010,
            0.075,
            radius=0.002,
            rng=rng,
        )
        for z in np.arange(0.11, tall - 0.02, 0.082)
    ]
    walls = [
        box((0, 0, board / 2), (wide, deep, board)),
        box((0, deep / 2 - 0.006, tall / 2), (wide, 0.012, tall)),
    ]
    walls += [box((s * (wide / 2 - t / 2), 0.04, tall / 2), (t, deep * 0.55, tall)) for s in (-1, 1)]
    return assemble([part(wood, *sides, *boards, *slats)], walls, mass=6.0, friction=0.5, restitution=0.2)
