"""A bar: a polished counter with a brass rail, and behind it shelves of bottles lit from under."""

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.rooms import COUNTERS
from rayograph.world.materials.library import material
from rayograph.world.scene import Material, Part
from rayograph.world.sets.furnishing import board, borrowed, box, joined, place, solid, turned
from rayograph.world.sets.interior_foreground import pendant
from rayograph.world.sets.interior_room import Room, Stuffs
from rayograph.world.sets.interior_seating import Furniture
from rayograph.world.shapes import rotation, translation, tube

_SHAPES = (
    ((1.0, 0.58), (0.95, 0.64), (0.36, 0.76), (0.34, 0.93), (0.42, 0.94), (0.42, 1.0)),
    ((1.0, 0.66), (0.9, 0.71), (0.33, 0.78), (0.32, 0.94), (0.44, 0.95), (0.44, 1.0)),
    ((1.0, 0.40), (0.93, 0.50), (0.40, 0.72), (0.33, 0.94), (0.40, 0.95), (0.40, 1.0)),
    ((1.12, 0.48), (1.0, 0.55), (0.34, 0.63), (0.33, 0.86), (0.52, 0.87), (0.52, 1.0)),
)
"""Shoulders of bottles: (radius, height) as parts of the body's radius and the whole height."""
_GLASS = ("#8a4a12", "#b5701d", "#1d3b22", "#c9cdc2", "#5a1f16", "#21303a")
_LABELS = ("#e6dcc2", "#d8cfb8", "#2a2a2c", "#a8302a")
SHELVES = (1.16, 1.52, 1.88)
"""Heights of the shelves behind the bar [m]."""


def _bottle(rng: np.random.Generator, room: float) -> tuple[Mesh, Mesh, float]:
    """Glass, label and radius of a bottle no taller than `room` [m]."""
    tall, radius = min(float(rng.uniform(0.25, 0.31)), room), float(rng.uniform(0.033, 0.043))
    shape = _SHAPES[int(rng.integers(len(_SHAPES)))]
    outline = [(0.0, 0.0), (0.9 * radius, 0.0), (radius, 0.008)]
    outline += [(r * radius, h * tall) for r, h in shape] + [(0.0, tall)]
    high = shape[0][1] * tall
    band = turned([(1.012 * radius, 0.30 * high), (1.012 * radius, 0.85 * high)], 20)
    return turned(outline, 20), band, 1.12 * radius


def bottle_row(low: float, high: float, room: float, rng: np.random.Generator) -> list[Part]:
    """Bottles side by side from x = `low` to `high` [m] on z = 0, with labels, in the colours of spirits."""
    glass: dict[str, list[Mesh]] = {}
    labels: dict[str, list[Mesh]] = {}
    x = low + 0.04
    while x < high - 0.05:
        shade, paper = str(rng.choice(_GLASS)), str(rng.choice(_LABELS))
        for _ in range(int(rng.integers(1, 4))):
            body, band, radius = _bottle(rng, room)
            at = translation(x + radius, -0.12 + float(rng.normal(0, 0.012)), 0.0)
            if x + 2 * radius > high:
                break
            glass.setdefault(shade, []).append(body.moved(at))
            labels.setdefault(paper, []).append(band.moved(at))
            x += 2 * radius + 0.006
        x += float(rng.uniform(0.01, 0.03))
    parts = [
        joined(
            meshes,
            Material(
                name="spirits", base_colour=from_hex(shade), roughness=0.07, specular=0.7, clearcoat=0.6
            ),
        )
        for shade, meshes in glass.items()
    ]
    return parts + [joined(m, material("paper", colour=shade)) for shade, m in labels.items()]


def back_bar(low: float, high: float, stuffs: Stuffs, rng: np.random.Generator) -> list[Part]:
    """A cabinet, a tarnished mirror and three lit shelves of bottles from x = `low` to `high` [m], back on
    y = 0; the strips under the shelves are the room's table lamp."""
    wood, deep = stuffs.wood, 0.42
    shell = [board((low, -deep, 0.06), (high, 0, 0.92), 0.004)]
    shell.append(board((low - 0.01, -deep - 0.02, 0.92), (high + 0.01, 0, 0.955), 0.006))
    count = max(2, round((high - low) / 0.6))
    for a, b in zip(
        np.linspace(low, high, count + 1)[:-1], np.linspace(low, high, count + 1)[1:], strict=True
    ):
        shell.append(
            board((float(a) + 0.02, -deep - 0.014, 0.12), (float(b) - 0.02, -deep + 0.004, 0.88), 0.006)
        )
    for x in np.linspace(low, high, max(2, round((high - low) / 1.6) + 1)):
        shell.append(board((float(x) - 0.03, -0.28, 0.95), (float(x) + 0.03, 0, 2.34), 0.004))
    shell.append(board((low - 0.03, -0.32, 2.34), (high + 0.03, 0, 2.44), 0.012))
    silver = Material(name="mirror", base_colour=(0.55, 0.52, 0.47), metallic=1.0, roughness=0.14)
    parts = [joined(shell, wood), box((low, -0.012, 0.96), (high, -0.004, 2.34), silver, 0.001)]
    strips, boards = [], []
    for z in SHELVES:
        boards.append(board((low, -0.26, z), (high, -0.012, z + 0.026), 0.003))
        strips.append(board((low + 0.03, -0.035, z + 0.027), (high - 0.03, -0.018, z + 0.037), 0.001))
        parts += place(bottle_row(low + 0.04, high - 0.04, 0.29, rng), 0, 0, z + 0.026)
    warm = Material(name="bulb", base_colour=(0.85, 0.84, 0.80), roughness=0.5)
    parts.append(joined(boards, wood))
    parts.append(Part(mesh=joined(strips, warm).mesh, material=warm, light="table_lamp"))
    return parts + place(_glasses(low + 0.2, high - 0.2, rng), 0, -0.2, 0.955)


def _glasses(low: float, high: float, rng: np.random.Generator) -> list[Part]:
    """Upturned tumblers along the cabinet's top; seen from across the room they are pale and shine."""
    pale = Material(
        name="bar_glass", base_colour=(0.42, 0.44, 0.44), roughness=0.06, specular=0.8, clearcoat=0.8
    )
    cups, x = [], low
    while x < high:
        for k in range(int(rng.integers(3, 7))):
            cup = turned([(0.034, 0), (0.031, 0.085), (0.028, 0.09), (0, 0.09)], 18)
            cups.append(cup.moved(translation(x + 0.078 * k, 0.0, 0.0)))
        x += 0.5 + float(rng.uniform(0.1, 0.4))
    return [joined(cups, pale)]


def counter_of_bar(
    low: float, high: float, front: float, back: float, top: float, stuffs: Stuffs
) -> list[Part]:
    """The bar itself: a thick polished top with a rounded nose, a panelled front and a brass foot rail."""
    skin = material("walnut", colour="#5a3420", wear=0.1)
    parts = [box((low, front - 0.05, top - 0.055), (high, back, top), skin, 0.022)]
    shell = [board((low, front + 0.04, 0.0), (high, back - 0.04, top - 0.05), 0.004)]
    count = max(2, round((high - low) / 0.7))
    for a, b in zip(
        np.linspace(low, high, count + 1)[:-1], np.linspace(low, high, count + 1)[1:], strict=True
    ):
        for x0, x1, z0, z1 in (
            (a, b, 0.10, 0.22),
            (a, b, top - 0.20, top - 0.10),
            (a, a + 0.08, 0.1, top - 0.1),
            (b - 0.08, b, 0.1, top - 0.1),
        ):
            shell.append(board((float(x0), front + 0.012, z0), (float(x1), front + 0.05, z1), 0.006))
    parts.append(joined(shell, stuffs.wood))
    brass, y = material("brass"), front - 0.14
    rail = [tube(np.array([[low, y, 0.19], [high, y, 0.19]]), 0.019, 16)]
    for x in np.linspace(low + 0.2, high - 0.2, count):
        rail.append(tube(np.array([[x, y, 0.19], [x, front + 0.03, 0.16]]), 0.010, 10))
    return [*parts, joined(rail, brass)]


def _taps(stuffs: Stuffs) -> list[Part]:
    """A brass tower with three beer taps, base at z = 0."""
    brass, black = material("brass"), material("ebony")
    arm = tube(np.array([[-0.2, 0, 0.34], [0.2, 0, 0.34]]), 0.036, 24)
    stand = turned([(0, 0), (0.085, 0), (0.08, 0.02), (0.034, 0.05), (0.034, 0.34), (0, 0.34)], 36)
    metal, grips = [arm, stand], []
    for x in (-0.13, 0.0, 0.13):
        metal.append(tube(np.array([[x, -0.03, 0.34], [x, -0.10, 0.34], [x, -0.115, 0.27]]), 0.010, 12))
        grip = turned([(0, 0), (0.010, 0), (0.016, 0.05), (0.021, 0.14), (0.012, 0.17), (0, 0.172)], 20)
        grips.append(grip.moved(translation(x, -0.075, 0.35) @ rotation("x", 12)))
    return [joined(metal, brass), joined(grips, black)]


def furnish_bar_counter(room: Room, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """The counter under the stage, its taps beyond the end, the lit shelves across the aisle, lamps over."""
    made, half = COUNTERS["bar"], COUNTERS["bar"].half[1]
    low, high = room.left + 0.02, room.right - 0.02
    parts = counter_of_bar(low, high, -half - 0.04, half + 0.06, made.height, stuffs)
    parts += place(_taps(stuffs), 1.62, 0.08, made.height)
    parts += place(back_bar(low + 0.05, high - 0.05, stuffs, rng), 0, room.back - 0.005)
    for x in (-1.35, 1.15):
        parts += place(pendant(room.height - 2.0, stuffs, rng, light="floor_lamp"), x, 0.1, room.height)
    return parts, [solid((low, -half - 0.06, 0), (high, half + 0.06, made.height - 0.002))]


def bar_wall(room: Room, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """The same along the back wall of a room, with stools before it."""
    low, high, back = room.left + 0.05, room.right - 0.05, room.back
    parts = place(back_bar(low, high, stuffs, rng), 0, back - 0.005)
    parts += counter_of_bar(low + 0.5, high, back - 1.12, back - 0.72, 1.06, stuffs)
    parts += place(_taps(stuffs), 1.7, back - 0.9, 1.06)
    for x in (-1.5, -0.75, 1.0, 1.75):
        stool, _ = borrowed("stool", int(rng.integers(1 << 16)), height_m=0.74)
        parts += place(stool, x, back - 1.42, 0, float(rng.uniform(0, 90)))
    for x in (-1.0, 0.9):
        parts += place(
            pendant(room.height - 1.95, stuffs, rng, light="floor_lamp"), x, back - 0.95, room.height
        )
    return parts, [solid((low, back - 1.16, 0), (high, back, 1.06))]
