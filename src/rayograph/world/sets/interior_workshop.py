"""A workshop: a worn bench with its vice, tools on a board behind it, tins and jars on a shelf, timber."""

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.rooms import COUNTERS
from rayograph.world.materials.library import material
from rayograph.world.scene import Material, Part
from rayograph.world.sets.furnishing import board, box, joined, place, solid, turned
from rayograph.world.sets.interior_foreground import pendant
from rayograph.world.sets.interior_room import Room, Stuffs
from rayograph.world.sets.interior_seating import Furniture
from rayograph.world.shapes import extrude, rotation, translation, tube

_STEEL, _RED = "steel", "#8e2a1e"
_TINS = ("#a8402c", "#2f5a55", "#c7a04a", "#8f8a80", "#3a4d60", "#d9d3c3")


def _flat(outline: list[tuple[float, float]], thick: float) -> Mesh:
    """A plate cut to an outline (x, z), its back on y = 0."""
    plate = extrude(np.asarray(outline), thick)
    return plate.moved(translation(0, -thick / 2, 0) @ rotation("z", -90) @ translation(0, 0, 0))


def _saw() -> list[Part]:
    """A hand saw that hangs by its handle, blade down."""
    blade = [(-0.05, 0.0), (0.05, 0.0), (0.022, -0.46), (-0.05, -0.46)]
    grip = [(-0.055, -0.02), (-0.055, 0.10), (-0.02, 0.13), (0.03, 0.12), (0.06, 0.06), (0.055, -0.02)]
    return [joined([_flat(blade, 0.003)], material(_STEEL)), joined([_flat(grip, 0.022)], material("walnut"))]


def _hammer() -> list[Part]:
    shaft = tube(np.array([[0, -0.03, 0.0], [0, -0.03, -0.30]]), np.array([0.011, 0.015]), 14)
    head = [
        board((-0.055, -0.045, -0.015), (0.045, -0.015, 0.015), 0.004),
        tube(np.array([[0.045, -0.03, 0], [0.065, -0.03, 0]]), 0.017, 18),
    ]
    return [joined([shaft], material("oak")), joined(head, material(_STEEL, wear=0.5))]


def _spanners() -> list[Part]:
    """Five spanners in a row, from large to small."""
    made = []
    for k in range(5):
        s, x = 1.0 - 0.13 * k, 0.055 * k
        shank = board((x - 0.008 * s, -0.012, -0.19 * s), (x + 0.008 * s, -0.004, 0.0), 0.002)
        eye = turned(
            [(0.009 * s, 0), (0.019 * s, 0), (0.019 * s, 0.010), (0.009 * s, 0.010), (0.009 * s, 0)], 24
        )
        for z in (0.0, -0.20 * s):
            made.append(eye.moved(translation(x, -0.002, z) @ rotation("x", 90)))
        made.append(shank)
    return [joined(made, material("chrome"))]


def _drivers() -> list[Part]:
    """Screwdrivers and chisels in a rack, handles up."""
    rack = board((-0.02, -0.06, -0.012), (0.42, 0, 0.012), 0.003)
    grips: dict[str, list[Mesh]] = {}
    steel = []
    for k in range(7):
        x = 0.02 + 0.06 * k
        grip = turned([(0, 0), (0.012, 0), (0.016, 0.03), (0.015, 0.09), (0.008, 0.11), (0, 0.112)], 20)
        shade = ("#b5321e", "#d9a21b", "#6b4226")[k % 3]
        grips.setdefault(shade, []).append(grip.moved(translation(x, -0.032, 0.012)))
        steel.append(tube(np.array([[x, -0.032, 0.01], [x, -0.032, -0.09 - 0.012 * (k % 3)]]), 0.004, 8))
    parts = [joined([rack], material("pine")), joined(steel, material(_STEEL))]
    return parts + [joined(m, material("plastic", colour=c)) for c, m in grips.items()]


def _square() -> list[Part]:
    """A try square."""
    blade = board((0, -0.006, -0.012), (0.22, -0.003, 0.022), 0.001)
    return [
        joined([blade], material(_STEEL)),
        joined([board((-0.03, -0.02, -0.02), (0.0, 0, 0.15), 0.003)], material("walnut")),
    ]


def _clamp() -> list[Part]:
    """A bar clamp that hangs by its fixed jaw."""
    bar = [board((-0.012, -0.018, -0.62), (0.012, -0.010, 0.02), 0.001)]
    jaws = [
        board((-0.012, -0.022, 0.0), (0.10, -0.006, 0.03), 0.004),
        board((-0.014, -0.024, -0.40), (0.10, -0.004, -0.36), 0.004),
    ]
    screw = tube(np.array([[0.085, -0.014, -0.50], [0.085, -0.014, -0.33]]), 0.007, 12)
    grip = tube(np.array([[0.085, -0.014, -0.60], [0.085, -0.014, -0.50]]), 0.015, 16)
    return [
        joined([*bar, screw], material(_STEEL)),
        joined(jaws, material("painted_metal", colour=_RED)),
        joined([grip], material("oak")),
    ]


def tool_board(low: float, high: float, rng: np.random.Generator) -> list[Part]:
    """A pierced board with tools from x = `low` to `high` [m], 0.8 m tall from z = 0, back on y = 0."""
    ground = str(rng.choice(["#c9a877", "#7d9490", "#d8d3c4"]))
    skin = Material(name="tool_board", base_colour=from_hex(ground), roughness=0.6)
    parts = [box((low, -0.016, 0.0), (high, -0.002, 0.82), skin, 0.003)]
    columns, rows = np.arange(low + 0.05, high - 0.03, 0.05), np.arange(0.05, 0.80, 0.05)
    dots = (
        [
            board((x - 0.005, -0.0172, z - 0.005), (x + 0.005, -0.0158, z + 0.005), 0.0003)
            for x in columns[::1]
            for z in rows[::1]
        ]
        if high - low < 2.2
        else []
    )
    if dots:
        parts.append(joined(dots, Material(name="peg_hole", base_colour=(0.02, 0.02, 0.02), roughness=0.9)))
    x = low + 0.14
    tall = [
        (_saw(), 0.20, 0.60),
        (_spanners(), 0.34, 0.68),
        (_hammer(), 0.20, 0.66),
        (_clamp(), 0.24, 0.74),
        (_square(), 0.34, 0.50),
        (_hammer(), 0.20, 0.70),
        (_clamp(), 0.22, 0.72),
        (_saw(), 0.22, 0.58),
    ]
    for made, wide, z in tall:
        if x + wide > high - 0.06:
            break
        parts += place(made, x, -0.018, z)
        if made is tall[1][0]:
            parts += place(_drivers(), x - 0.06, -0.018, 0.28)
        x += wide
    return parts


def _tins(length: float, rng: np.random.Generator) -> list[Part]:
    """Paint tins, jars of screws and boxes along a shelf, base at z = 0."""
    parts, x = [], 0.1
    while x < length - 0.14:
        tall, radius = float(rng.uniform(0.10, 0.19)), float(rng.uniform(0.045, 0.085))
        shade = str(rng.choice(_TINS))
        kind = int(rng.integers(3))
        if kind == 2:
            body, skin = board((-radius, -radius, 0), (radius, radius, tall * 0.8), 0.003), material("pine")
        else:
            body = turned(
                [
                    (0, 0),
                    (radius, 0),
                    (radius, tall),
                    (0.9 * radius, tall + 0.006),
                    (0.86 * radius, tall - 0.004),
                    (0, tall - 0.004),
                ],
                36,
            )
            skin = material("painted_metal", colour=shade, wear=0.5, seed=int(rng.integers(8)))
        parts += place([joined([body], skin)], x + radius, -0.13)
        x += 2 * radius + float(rng.uniform(0.01, 0.09))
    return parts


def _vice(x: float, front: float, top: float) -> list[Part]:
    """An iron vice on a bench's top at its front edge."""
    blue = material("painted_metal", colour="#2f4a63", wear=0.6)
    jaws = [
        board((x - 0.08, front + 0.06, top), (x + 0.08, front + 0.16, top + 0.05), 0.008),
        board((x - 0.065, front + 0.055, top + 0.05), (x + 0.065, front + 0.09, top + 0.14), 0.006),
        board((x - 0.065, front - 0.05, top + 0.04), (x + 0.065, front - 0.01, top + 0.14), 0.006),
        board((x - 0.03, front - 0.06, top + 0.02), (x + 0.03, front + 0.1, top + 0.07), 0.004),
    ]
    screw = [
        tube(np.array([[x, front - 0.05, top + 0.05], [x, front - 0.14, top + 0.05]]), 0.014, 16),
        tube(
            np.array([[x - 0.11, front - 0.13, top + 0.05], [x + 0.11, front - 0.13, top + 0.05]]), 0.007, 10
        ),
    ]
    return [joined(jaws, blue), joined(screw, material(_STEEL))]


def bench(
    low: float, high: float, front: float, back: float, top: float, rng: np.random.Generator
) -> list[Part]:
    """A joiner's bench: three thick planks, square legs, a shelf with boxes under it."""
    seed = int(rng.integers(8))
    wood = material(str(rng.choice(["pine", "oak"])), colour="#a77b4a", wear=0.85, seed=seed)
    edges = np.linspace(front, back - 0.02, 4)
    planks = [
        board((low, float(a) + 0.0015, top - 0.075), (high, float(b) - 0.0015, top), 0.004)
        for a, b in zip(edges[:-1], edges[1:], strict=True)
    ]
    legs = [
        board((x - 0.05, y - 0.05, 0), (x + 0.05, y + 0.05, top - 0.075), 0.005)
        for x in (low + 0.12, high - 0.12)
        for y in (front + 0.08, back - 0.12)
    ]
    legs.append(board((low + 0.1, front + 0.06, top - 0.19), (high - 0.1, front + 0.10, top - 0.075), 0.004))
    legs.append(board((low + 0.08, front + 0.1, 0.22), (high - 0.08, back - 0.1, 0.25), 0.004))
    crates = [
        board((x, front + 0.16, 0.25), (x + 0.42, back - 0.14, 0.47), 0.006) for x in (low + 0.2, low + 0.8)
    ]
    return [joined(planks, wood), joined(legs, wood), joined(crates, material("pine", seed=seed + 1))]


def _timber(x: float, back: float, rng: np.random.Generator) -> list[Part]:
    """Planks that lean in a corner."""
    made = []
    for k in range(6):
        wide, tall = float(rng.uniform(0.08, 0.20)), float(rng.uniform(1.7, 2.4))
        lean = (
            translation(x + 0.11 * k, back - 0.30, 0)
            @ rotation("x", -7)
            @ rotation("y", float(rng.normal(0, 2)))
        )
        made.append(
            board((-wide / 2, 0.0 + 0.03 * (k % 2), 0), (wide / 2, 0.024 + 0.03 * (k % 2), tall)).moved(lean)
        )
    return [joined(made, material("pine", seed=3))]


def _shelf(low: float, high: float, rng: np.random.Generator) -> list[Part]:
    parts = [box((low, -0.26, -0.03), (high, 0, 0), material("pine", wear=0.7, seed=5), 0.004)]
    brackets = [
        tube(np.array([[x, -0.005, -0.2], [x, -0.22, -0.03]]), 0.008, 8) for x in (low + 0.2, high - 0.2)
    ]
    return [*parts, joined(brackets, material("black_iron")), *place(_tins(high - low, rng), low, 0)]


def furnish_bench(room: Room, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """The bench under the stage, a tool board behind it, shelves over that, a lamp over the bench."""
    made = COUNTERS["workshop"]
    front, top, back = -made.half[1] - 0.03, made.height, room.back
    low, high = -1.5, 1.5
    parts = bench(low, high, front, back, top, rng)
    parts += _vice(-1.24, front, top)
    parts += place(tool_board(-1.55, 0.12, rng), 0, back, top + 0.12)
    parts += place(_shelf(-1.55, 0.12, rng), 0, back, top + 1.12)
    parts += _timber(1.72, back, rng)
    parts += place(_tins(0.5, rng), 1.0, back - 0.02, top)
    parts += place(pendant(room.height - 2.05, stuffs, rng, light="floor_lamp"), 0.3, -0.35, room.height)
    return parts, [solid((low, front, 0), (high, back, top - 0.002))]


def workshop_wall(room: Room, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """The same along the back wall of a room, a machine's place left free before it."""
    back = room.back
    parts = bench(-1.7, 1.25, back - 0.66, back, 0.88, rng)
    parts += _vice(-1.35, back - 0.66, 0.88)
    blocked = bool(room.back_wall.openings)
    parts += place(tool_board(-1.75, 0.02 if blocked else 1.0, rng), 0, back, 1.02)
    parts += place(_shelf(-1.75, 0.02 if blocked else 1.0, rng), 0, back, 2.06)
    parts += place(_tins(0.9, rng), 0.1, back - 0.2, 0.88)
    parts += _timber(1.55, back, rng)
    parts += place(pendant(room.height - 2.0, stuffs, rng, light="floor_lamp"), 0.0, 0.6, room.height)
    return parts, [
        solid((-1.7, back - 0.68, 0), (1.25, back, 0.88)),
        solid((1.45, back - 0.4, 0), (2.3, back, 2)),
    ]
