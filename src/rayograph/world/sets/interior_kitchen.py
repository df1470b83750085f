"""Fitted kitchens: base units with a sink and an oven, a worktop, open shelves with crockery, a larder.

All stand with their backs against y = 0 and face -Y; x runs from 0 to the length of the run.
"""

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.world.materials.library import material
from rayograph.world.scene import Material, Part
from rayograph.world.sets.furnishing import board, box, joined, place
from rayograph.world.sets.interior_crockery import on_shelf
from rayograph.world.shapes import tube

DEEP, TOP, UNIT = 0.60, 0.90, 0.60
"""Depth and height of the worktop and width of a base unit [m]."""


def _front(x0: float, x1: float, z0: float, z1: float, y: float) -> list[Mesh]:
    """A framed door or drawer front on the plane y."""
    rail = min(0.06, 0.3 * (z1 - z0))
    gap = 0.002
    a, b, c, d = x0 + gap, x1 - gap, z0 + gap, z1 - gap
    return [
        board((a, y, c), (b, y + 0.016, d), 0.002),
        board((a, y - 0.008, c), (a + 0.055, y + 0.004, d), 0.003),
        board((b - 0.055, y - 0.008, c), (b, y + 0.004, d), 0.003),
        board((a, y - 0.008, c), (b, y + 0.004, c + rail), 0.003),
        board((a, y - 0.008, d - rail), (b, y + 0.004, d), 0.003),
    ]


def _pull(x: float, z: float, y: float, *, upright: bool) -> Mesh:
    reach = 0.055
    ends = ((0.0, -reach), (0.0, reach)) if upright else ((-reach, 0.0), (reach, 0.0))
    (ax, az), (bx, bz) = ends
    path = np.array(
        [
            [x + ax, y + 0.004, z + az],
            [x + ax, y - 0.028, z + az],
            [x, y - 0.034, z],
            [x + bx, y - 0.028, z + bz],
            [x + bx, y + 0.004, z + bz],
        ]
    )
    return tube(path, 0.005, 10)


def base_units(
    count: int,
    paint: Material,
    top: Material,
    metal: Material,
    rng: np.random.Generator,
    *,
    sink: int | None = None,
    oven: int | None = None,
) -> list[Part]:
    """`count` units with doors and drawers, an oven, a belfast sink, and the worktop over them.

    sink, oven: their units, counted from the left; anywhere if None.
    """
    sink = int(rng.integers(1, max(2, count // 2))) if sink is None else sink
    if oven is None:
        oven = int(rng.integers(count // 2 + 1, count)) if count > 3 else count - 1
    length, y = count * UNIT, -DEEP + 0.03
    fronts = [
        board((0.002, y + 0.016, 0.09), (length - 0.002, -0.01, TOP - 0.035), 0.002),
        board((0.02, y + 0.06, 0.0), (length - 0.02, -0.02, 0.10), 0.002),
    ]
    pulls: list[Mesh] = []
    for k in range(count):
        x0, x1 = k * UNIT, (k + 1) * UNIT
        if k == oven:
            continue
        rows: tuple[tuple[float, float], ...] = ((0.10, 0.66), (0.66, 0.855))
        if k == sink:
            rows = ((0.10, 0.62),)
        elif rng.random() < 0.4:
            rows = ((0.10, 0.38), (0.38, 0.63), (0.63, 0.855))
        for z0, z1 in rows:
            tall = z1 - z0 > 0.4
            for a, b in ((x0, (x0 + x1) / 2), ((x0 + x1) / 2, x1)) if tall else ((x0, x1),):
                fronts += _front(a, b, z0, z1, y)
                inner = b - 0.03 if a == x0 else a + 0.03
                pulls.append(
                    _pull(
                        inner if tall else (a + b) / 2,
                        z1 - 0.12 if tall else (z0 + z1) / 2,
                        y - 0.008,
                        upright=tall,
                    )
                )
    parts = [joined(fronts, paint), joined(pulls, metal)]
    parts += _worktop(length, sink * UNIT, top)
    parts += _sink(sink * UNIT, metal)
    return [*parts, *_oven(oven * UNIT, y, metal)]


def _worktop(length: float, sink: float, top: Material) -> list[Part]:
    """The slab on either side of the sink, and a strip behind it."""
    low, front = TOP - 0.036, -DEEP - 0.015
    slabs = [
        board((-0.01, front, low), (sink + 0.012, 0, TOP), 0.004),
        board((sink + UNIT - 0.012, front, low), (length + 0.012, 0, TOP), 0.004),
        board((sink, -0.13, low), (sink + UNIT, 0, TOP), 0.004),
    ]
    return [joined(slabs, top)]


def _sink(x: float, metal: Material) -> list[Part]:
    """A belfast sink in the gap of the worktop, and its tap."""
    glaze = Material(name="fireclay", base_colour=(0.80, 0.79, 0.75), roughness=0.12, clearcoat=0.6)
    a, b, front, back, low, high = x + 0.012, x + UNIT - 0.012, -DEEP - 0.03, -0.12, 0.64, TOP - 0.012
    basin = [
        board((a, front, low), (b, front + 0.03, high), 0.010),
        board((a, back - 0.03, low), (b, back, high), 0.010),
        board((a, front, low), (a + 0.03, back, high), 0.010),
        board((b - 0.03, front, low), (b, back, high), 0.010),
        board((a, front, low), (b, back, low + 0.03), 0.010),
    ]
    m = (a + b) / 2
    swan = [
        tube(
            np.array(
                [
                    [m, -0.07, TOP],
                    [m, -0.07, TOP + 0.24],
                    [m, -0.10, TOP + 0.315],
                    [m, -0.17, TOP + 0.335],
                    [m, -0.235, TOP + 0.30],
                    [m, -0.25, TOP + 0.235],
                ]
            ),
            0.0115,
            16,
        ),
        tube(np.array([[m, -0.07, TOP], [m, -0.07, TOP + 0.045]]), 0.022, 20),
    ]
    for s in (-1, 1):
        swan.append(
            tube(np.array([[m + s * 0.11, -0.07, TOP], [m + s * 0.11, -0.07, TOP + 0.06]]), 0.013, 16)
        )
        swan.append(
            tube(
                np.array([[m + s * 0.085, -0.07, TOP + 0.062], [m + s * 0.145, -0.07, TOP + 0.066]]),
                0.006,
                10,
            )
        )
    return [joined(basin, glaze), joined(swan, metal)]


def _oven(x: float, y: float, metal: Material) -> list[Part]:
    """A built-in oven under a glass hob."""
    dark = Material(name="oven_glass", base_colour=(0.012, 0.012, 0.013), roughness=0.06, specular=0.6)
    steel = material("steel")
    a, b = x + 0.004, x + UNIT - 0.004
    face = [
        board((a, y - 0.006, 0.10), (b, y + 0.02, 0.24), 0.004),
        board((a, y - 0.006, 0.74), (b, y + 0.02, 0.86), 0.004),
        board((a, y - 0.004, 0.24), (b, y + 0.02, 0.74), 0.004),
        tube(np.array([[a + 0.05, y - 0.045, 0.70], [b - 0.05, y - 0.045, 0.70]]), 0.009, 14),
        tube(np.array([[a + 0.07, y, 0.70], [a + 0.07, y - 0.045, 0.70]]), 0.006, 10),
        tube(np.array([[b - 0.07, y, 0.70], [b - 0.07, y - 0.045, 0.70]]), 0.006, 10),
    ]
    knobs = [
        tube(
            np.array([[a + 0.08 + 0.11 * k, y - 0.004, 0.80], [a + 0.08 + 0.11 * k, y - 0.034, 0.80]]),
            0.018,
            24,
        )
        for k in range(5)
    ]
    return [
        joined(face, steel),
        joined(knobs, metal),
        box((a + 0.05, y - 0.009, 0.29), (b - 0.05, y - 0.002, 0.66), dark, 0.002),
        box((a + 0.01, -DEEP + 0.05, TOP + 0.0005), (b - 0.01, -0.09, TOP + 0.006), dark, 0.002),
    ]


def larder(tall: float, paint: Material, metal: Material) -> list[Part]:
    """A tall cupboard 0.64 m wide, its left side at x = 0."""
    y = -DEEP + 0.0
    meshes = [
        board((0, y + 0.016, 0.09), (0.64, -0.005, tall), 0.004),
        board((0.02, y + 0.07, 0), (0.62, -0.02, 0.1)),
    ]
    meshes += _front(0, 0.64, 0.10, 0.98, y) + _front(0, 0.64, 0.98, tall - 0.01, y)
    meshes.append(board((-0.02, y - 0.03, tall), (0.66, 0, tall + 0.045), 0.012))
    pulls = [_pull(0.045, z, y - 0.008, upright=True) for z in (0.84, 1.14)]
    return [joined(meshes, paint), joined(pulls, metal)]


def shelf(length: float, wood: Material, metal: Material, rng: np.random.Generator) -> list[Part]:
    """A shelf from x = 0 to `length` [m] at z = 0 on iron brackets, with crockery along it."""
    parts = [box((0, -0.25, -0.028), (length, -0.004, 0), wood, 0.004)]
    brackets = []
    for x in np.linspace(0.15, length - 0.15, max(2, round(length / 0.8))):
        brackets.append(tube(np.array([[x, -0.006, -0.15], [x, -0.02, -0.15], [x, -0.21, -0.034]]), 0.006, 8))
        brackets.append(board((x - 0.012, -0.008, -0.17), (x + 0.012, -0.002, -0.03), 0.002))
    parts.append(joined(brackets, metal))
    x = 0.12
    while x < length - 0.12:
        made, wide = on_shelf(rng)
        parts += place(made, x + wide / 2, -0.13 + rng.normal(0, 0.008), 0, rng.uniform(-25, 25))
        x += wide + rng.uniform(0.015, 0.10)
    return parts
