"""An office: shelves of binders, a whiteboard, a filing cabinet, a swivel chair at the desk."""

import numpy as np
from PIL import Image, ImageDraw

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.world.materials.library import material
from rayograph.world.scene import Material, Part
from rayograph.world.sets.furnishing import board, box, joined, place, solid, turned, upholstery
from rayograph.world.sets.interior_lamps import floor_lamp
from rayograph.world.sets.interior_room import Room, Stuffs
from rayograph.world.sets.interior_school import sheet
from rayograph.world.sets.interior_seating import Furniture
from rayograph.world.sets.interior_soft import plant
from rayograph.world.shapes import rotation, translation, tube

_BINDERS = ("#1f3a5f", "#2b2c2f", "#8e2a1e", "#d8d6d0", "#3f5d63", "#b5862c")
_NOTES = ("#f0d75a", "#f09ab0", "#8fd0e0", "#b6e08a")


def _binders(width: float, rng: np.random.Generator) -> list[Part]:
    """A row of ring binders with labels on their backs, from x = 0, base at z = 0, backs at y = -0.30."""
    bodies: dict[str, list[Mesh]] = {}
    labels = []
    x = 0.02
    while x < width - 0.09:
        if rng.random() < 0.15:
            x += 0.12
            continue
        shade = str(rng.choice(_BINDERS))
        for _ in range(int(rng.integers(2, 6))):
            if x > width - 0.09:
                break
            bodies.setdefault(shade, []).append(board((x, -0.30, 0), (x + 0.072, -0.02, 0.315), 0.004))
            labels.append(board((x + 0.014, -0.3015, 0.16), (x + 0.058, -0.2995, 0.27), 0.0005))
            x += 0.075
    parts = [joined(m, material("plastic", colour=c)) for c, m in bodies.items()]
    return [*parts, joined(labels, material("paper", colour="#efece2"))] if labels else parts


def shelves(low: float, high: float, tall: float, rng: np.random.Generator) -> list[Part]:
    """Open office shelves full of binders, back on y = 0."""
    white = material("plastic", colour="#d3d1cb")
    boards = [board((x, -0.36, 0), (x + 0.022, 0, tall), 0.002) for x in np.linspace(low, high - 0.022, 3)]
    zs = np.arange(0.06, tall, 0.385)
    boards += [board((low, -0.36, float(z)), (high, 0, float(z) + 0.022), 0.002) for z in zs]
    parts = [joined(boards, white)]
    for z in zs[:-1]:
        for a in (low + 0.022, (low + high) / 2 + 0.012):
            parts += place(_binders((high - low) / 2 - 0.03, rng), a, 0, float(z) + 0.022)
    return parts


def _whiteboard(low: float, high: float, bottom: float, top: float, rng: np.random.Generator) -> list[Part]:
    """A whiteboard with a graph, arrows and notes in three inks."""
    wide, high_px = 900, 520
    image = Image.new("RGB", (wide, high_px), "#eceeed")
    pen = ImageDraw.Draw(image)
    pen.line((80, 60, 80, 320, 460, 320), fill="#22304a", width=6)
    heights = np.cumsum(rng.uniform(-10, 45, 7))
    points = [(100 + 55 * k, int(300 - h)) for k, h in enumerate(heights)]
    pen.line(points, fill="#b3261e", width=7)
    for k in range(3):
        x0, y0 = 560, 60 + 120 * k
        pen.rectangle((x0, y0, x0 + 240, y0 + 70), outline="#1f5a8a", width=6)
        pen.line((x0 + 30, y0 + 38, x0 + 200, y0 + 34), fill="#22304a", width=5)
        if k < 2:
            pen.line((x0 + 120, y0 + 74, x0 + 120, y0 + 116), fill="#2f7a4a", width=6)
    for k in range(3):
        pen.line((90, 380 + 38 * k, 300 + int(rng.integers(150)), 376 + 38 * k), fill="#22304a", width=5)
    linear = (np.asarray(image, float) / 255) ** 2.2 * 0.9
    face = Material(name="whiteboard", base_colour=linear.astype(np.float32), roughness=0.22)
    steel = material("steel")
    rim = [
        board((low - 0.02, -0.03, bottom - 0.02), (high + 0.02, 0, bottom), 0.003),
        board((low - 0.02, -0.03, top), (high + 0.02, 0, top + 0.02), 0.003),
        board((low - 0.02, -0.03, bottom), (low, 0, top), 0.003),
        board((high, -0.03, bottom), (high + 0.02, 0, top), 0.003),
        board((low + 0.2, -0.09, bottom - 0.02), (high - 0.2, 0, bottom - 0.008), 0.003),
    ]
    notes = []
    for k in range(5):
        x, z = high - 0.34 + 0.10 * (k % 3), bottom + 0.10 + 0.11 * (k // 3)
        shade = Material(name="note", base_colour=from_hex(_NOTES[k % 4]), roughness=0.8)
        notes.append(Part(mesh=sheet(x, x + 0.08, z, z + 0.08, -0.024), material=shade))
    return [joined(rim, steel), Part(mesh=sheet(low, high, bottom, top, -0.02), material=face), *notes]


def _cabinet() -> list[Part]:
    """A steel filing cabinet of four drawers, 0.46 × 0.60 × 1.32 m, back on y = 0."""
    grey = material("painted_metal", colour="#7c8286", wear=0.2)
    body = [board((-0.23, -0.58, 0.0), (0.23, 0, 1.32), 0.006)]
    steel = []
    for k in range(4):
        z = 0.05 + 0.315 * k
        body.append(board((-0.215, -0.596, z), (0.215, -0.57, z + 0.30), 0.006))
        steel.append(tube(np.array([[-0.07, -0.62, z + 0.20], [0.07, -0.62, z + 0.20]]), 0.007, 10))
        steel.append(board((-0.05, -0.599, z + 0.235), (0.05, -0.594, z + 0.275), 0.001))
    return [joined(body, grey), joined(steel, material("chrome"))]


def swivel_chair(seed: int) -> list[Part]:
    """A black desk chair on five castors; who sits in it looks towards -Y."""
    black = material("leather", colour="#1d1e20", seed=seed)
    seat = upholstery((0.50, 0.48, 0.085), radius=0.035, crown=0.012, seed=seed).moved(
        translation(0, 0, 0.44)
    )
    rest = upholstery((0.46, 0.075, 0.62), radius=0.034, crown=0.010, seed=seed + 1)
    rest = rest.moved(translation(0, 0.25, 0.60) @ rotation("x", -8))
    column = [
        tube(np.array([[0, 0, 0.10], [0, 0, 0.44]]), 0.028, 18),
        tube(np.array([[0, 0.06, 0.46], [0, 0.29, 0.50], [0, 0.30, 0.75]]), 0.020, 12),
    ]
    for angle in np.arange(5) * 2 * np.pi / 5:
        foot = np.array([np.cos(angle) * 0.30, np.sin(angle) * 0.30, 0.07])
        column.append(tube(np.array([[0, 0, 0.12], foot]), np.array([0.024, 0.014]), 12))
        column.append(
            turned([(0, 0), (0.02, 0.004), (0.026, 0.026), (0.02, 0.05), (0, 0.054)], 16).moved(
                translation(float(foot[0]), float(foot[1]), 0.0)
            )
        )
    for x in (-0.28, 0.28):
        column.append(tube(np.array([[x * 0.7, 0, 0.45], [x, 0.02, 0.50], [x, 0.02, 0.66]]), 0.014, 12))
        column.append(board((x - 0.03, -0.14, 0.66), (x + 0.03, 0.15, 0.69), 0.012))
    return [joined([seat, rest], black), joined(column, material("plastic", colour="#232426"))]


def office_wall(room: Room, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """Binders at the left, a whiteboard in the middle, the filing cabinet and a plant at the right."""
    back = room.back
    blocked = bool(room.back_wall.openings)
    parts = place(shelves(-2.15, -0.80, 2.0, rng), 0, back - 0.005)
    if not blocked:
        parts += place(_whiteboard(-0.55, 0.95, 1.0, 1.9, rng), 0, back)
    parts += place(_cabinet(), 1.75, back - 0.01)
    parts += place(plant(0.55, stuffs.glazes[0], rng), 1.75, back - 0.3, 1.32)
    parts += place(floor_lamp(stuffs.metal, "#f2ead9", rng), 1.25, back - 0.3)
    bin_ = turned(
        [(0, 0.004), (0.11, 0), (0.14, 0.30), (0.145, 0.305), (0.135, 0.30), (0.10, 0.02), (0, 0.02)], 36
    )
    parts += place([joined([bin_], material("black_iron"))], -0.55, back - 0.3)
    return parts, [
        solid((-2.15, back - 0.36, 0), (-0.8, back, 2)),
        solid((1.5, back - 0.6, 0), (2.0, back, 1.3)),
    ]


def office_desk(half: tuple[float, float], top: float, rng: np.random.Generator) -> Furniture:
    """A desk with a pale top on a steel frame and a drawer unit, its chair drawn up behind it."""
    skin = material(str(rng.choice(["maple", "oak", "walnut"])), seed=int(rng.integers(8)))
    steel = material("painted_metal", colour="#2b2c2f")
    x, y = half
    frame = [
        board(
            (s * (x - 0.05) - 0.025, t * (y - 0.05) - 0.025, 0),
            (s * (x - 0.05) + 0.025, t * (y - 0.05) + 0.025, top - 0.03),
            0.003,
        )
        for s in (-1, 1)
        for t in (-1, 1)
    ]
    frame.append(board((-x + 0.05, y - 0.07, top - 0.42), (x - 0.05, y - 0.05, top - 0.03), 0.002))
    drawers = [board((x - 0.52, -y + 0.06, 0.12), (x - 0.10, y - 0.08, top - 0.05), 0.004)]
    drawers += [
        board((x - 0.51, -y + 0.045, 0.14 + 0.185 * k), (x - 0.11, -y + 0.07, 0.31 + 0.185 * k), 0.003)
        for k in range(3)
    ]
    parts = [
        box((-x, -y, top - 0.028), (x, y, top), skin, 0.004),
        joined(frame, steel),
        joined(drawers, material("painted_metal", colour="#c9cbcb")),
    ]
    parts += place(swivel_chair(int(rng.integers(8))), -0.22, y + 0.42, 0, float(rng.normal(8, 14)))
    return parts, [solid((-x, -y, 0.1), (x, y, top - 0.002))]
