"""A classroom: a chalkboard with a lesson on it, a frieze of letters, pupils' desks in rows."""

import numpy as np
from PIL import Image, ImageDraw

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.typeface import typeface
from rayograph.world.materials.library import material
from rayograph.world.noise import fbm2
from rayograph.world.scene import Material, Part
from rayograph.world.sets.furnishing import board, box, joined, place, solid
from rayograph.world.sets.interior_room import Room, Stuffs
from rayograph.world.sets.interior_seating import Furniture
from rayograph.world.shapes import tube

_LESSONS = (
    ("Aa  Bb  Cc", "7 × 8 = 56", "3 + 4 = 7", "a² + b² = c²"),
    ("Monday", "12 × 9 = 108", "½ + ¼ = ¾", "1  2  3  4  5"),
    ("The seasons", "spring  summer", "autumn  winter", "E = mc²"),
)


def sheet(x0: float, x1: float, z0: float, z1: float, y: float) -> Mesh:
    """An upright rectangle on the plane y that faces -Y, uv over the unit square."""
    points = np.array([[x0, y, z0], [x1, y, z0], [x1, y, z1], [x0, y, z1]], float)
    uv = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], float)
    return Mesh(vertices=points, faces=np.array([[0, 1, 2], [0, 2, 3]]), uv=uv)


def _chalked(rng: np.random.Generator) -> Material:
    """Slate with a lesson in chalk on it and the ghosts of those before."""
    wide, high = 1200, 480
    ink = Image.new("L", (wide, high), 0)
    pen = ImageDraw.Draw(ink)
    rows = _LESSONS[int(rng.integers(len(_LESSONS)))]
    places = ((70, 110), (70, 260), (640, 130), (640, 300))
    for row, (x, y) in zip(rows, places, strict=True):
        pen.text(
            (x + int(rng.integers(30)), y),
            row,
            fill=235,
            font=typeface(84 if x < 100 else 72, "Regular"),
            anchor="ls",
        )
    pen.line((600, 50, 596, 430), fill=150, width=4)
    pen.arc((760, 330, 960, 460), 180, 360, fill=215, width=5)
    pen.line((760, 395, 960, 395), fill=215, width=5)
    v, u = np.mgrid[0 : 1 : high * 1j, 0 : 1 : wide * 1j]
    dust = fbm2(u * 5, v * 2.5, octaves=5, seed=int(rng.integers(99)))
    grain = np.clip(0.6 + 0.9 * fbm2(u * 160, v * 70, octaves=2, seed=4), 0.15, 1)
    ground = np.array(from_hex(("#2c463a", "#26282b")[int(rng.integers(2))]))
    slate = ground * np.exp(0.25 * dust)[..., None] + 0.022 * np.clip(dust + 0.3, 0, 1)[..., None]
    chalk = (np.asarray(ink, float) / 255 * grain)[..., None]
    colour = slate * (1 - chalk) + 0.72 * chalk
    return Material(name="chalkboard", base_colour=colour.astype(np.float32), roughness=0.8, specular=0.3)


def chalkboard(low: float, high: float, bottom: float, top: float, rng: np.random.Generator) -> list[Part]:
    """A board in an oak frame on y = 0, with a ledge that holds chalk and a duster."""
    bars = [
        board((low - 0.06, -0.04, bottom - 0.06), (high + 0.06, 0, bottom), 0.005),
        board((low - 0.06, -0.04, top), (high + 0.06, 0, top + 0.06), 0.005),
        board((low - 0.06, -0.04, bottom), (low, 0, top), 0.005),
        board((high, -0.04, bottom), (high + 0.06, 0, top), 0.005),
        board((low, -0.12, bottom - 0.075), (high, 0, bottom - 0.05), 0.005),
    ]
    sticks = []
    for k in range(5):
        x = low + 0.4 + 0.13 * k
        sticks.append(
            tube(np.array([[x, -0.07, bottom - 0.043], [x + 0.07, -0.075, bottom - 0.043]]), 0.006, 10)
        )
    duster = board((high - 0.5, -0.10, bottom - 0.05), (high - 0.34, -0.04, bottom - 0.005), 0.008)
    return [
        joined(bars, material("oak", seed=2)),
        Part(mesh=sheet(low, high, bottom, top, -0.02), material=_chalked(rng)),
        joined(sticks, material("plaster", colour="#f4f1e8")),
        joined([duster], material("felt", colour="#5a3b2a")),
    ]


def _frieze(low: float, high: float, z: float) -> list[Part]:
    """The letters of the alphabet on bright cards in a row."""
    inks = ("#b3261e", "#1f5a8a", "#d9a21b", "#2f7a4a", "#7a3f8a")
    parts, count = [], min(26, int((high - low) / 0.17))
    for k in range(count):
        image = Image.new("RGB", (96, 112), "#f2ead6")
        pen = ImageDraw.Draw(image)
        pen.text(
            (48, 86),
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[k],
            fill=inks[k % 5],
            font=typeface(88, "Bold"),
            anchor="ms",
        )
        linear = (np.asarray(image, float) / 255) ** 2.2
        card = Material(name="card", base_colour=linear.astype(np.float32), roughness=0.8)
        x = low + (high - low) * k / count
        parts.append(Part(mesh=sheet(x, x + 0.145, z, z + 0.17, -0.004), material=card))
    return parts


def _pupils_desk(rng: np.random.Generator) -> list[Part]:
    """A desk with a steel frame, its chair on the -Y side: the pupil looks towards +Y."""
    wood, steel = material("oak", seed=int(rng.integers(8))), material("painted_metal", colour="#3a4d60")
    top = [
        board((-0.34, -0.24, 0.68), (0.34, 0.24, 0.705), 0.006),
        board((-0.31, -0.2, 0.56), (0.31, 0.2, 0.575)),
    ]
    frame = []
    for x in (-0.30, 0.30):
        frame += [tube(np.array([[x, y, 0.0], [x, y, 0.68]]), 0.013, 12) for y in (-0.20, 0.20)]
        frame.append(tube(np.array([[x, -0.20, 0.12], [x, 0.20, 0.12]]), 0.011, 10))
    seat = [
        board((-0.18, -0.72, 0.42), (0.18, -0.36, 0.44), 0.008),
        board((-0.18, -0.735, 0.60), (0.18, -0.715, 0.76), 0.008),
    ]
    for x in (-0.16, 0.16):
        frame.append(tube(np.array([[x, -0.73, 0.76], [x, -0.725, 0.43], [x, -0.75, 0.0]]), 0.011, 10))
        frame.append(tube(np.array([[x, -0.38, 0.42], [x, -0.36, 0.0]]), 0.011, 10))
    return [joined([*top, *seat], wood), joined(frame, steel)]


def school_wall(room: Room, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """The board wall with its frieze and a clock; pupils' desks at either side of the stage."""
    back = room.back
    low, high = (-2.0, 1.35) if not room.back_wall.openings else (-2.1, 0.0)
    parts = place(chalkboard(low, high, 0.98, 2.08, rng), 0, back)
    parts += place(_frieze(low, high, 2.24), 0, back)
    if not room.back_wall.openings:
        parts += place(_wall_map(rng), 1.95, back)
    case = _cupboard(stuffs, rng)
    parts += place(case, 2.0, back)
    solids = [solid((1.6, back - 0.4, 0), (2.4, back, 0.95))]
    for x, y in ((-1.85, 0.15), (1.85, -0.1), (-1.85, -1.25)):
        parts += place(_pupils_desk(rng), x, y)
        solids.append(solid((x - 0.34, y - 0.73, 0), (x + 0.34, y + 0.24, 0.7)))
    return parts, solids


def _wall_map(rng: np.random.Generator) -> list[Part]:
    """A rolled-down map of lands and seas between two rods, 0.78 m wide, centred, back on y = 0."""
    v, u = np.mgrid[0 : 1 : 220 * 1j, 0 : 1 : 300 * 1j]
    land = fbm2(u * 4.2, v * 3.1, octaves=5, seed=int(rng.integers(99))) - 0.9 * np.abs(v - 0.5) ** 2
    sea, green, sand = (np.array(from_hex(c)) for c in ("#8fb6c4", "#9aa86a", "#d2b878"))
    high = np.clip(6 * land - 0.4, 0, 1)[..., None]
    image = np.where(land[..., None] > 0.04, green * (1 - high) + sand * high, sea)
    grid = ((u * 12 % 1 < 0.03) | (v * 8 % 1 < 0.03))[..., None]
    image = np.where(grid, 0.7 * image, image)
    sheet_ = Material(name="wall_map", base_colour=image.astype(np.float32), roughness=0.7)
    rods = [tube(np.array([[-0.42, -0.02, z], [0.42, -0.02, z]]), 0.012, 12) for z in (1.22, 1.98)]
    return [
        Part(mesh=sheet(-0.39, 0.39, 1.22, 1.98, -0.012), material=sheet_),
        joined(rods, material("walnut")),
    ]


def _cupboard(stuffs: Stuffs, rng: np.random.Generator) -> list[Part]:
    """A low shelf of exercise books, back on y = 0."""
    boards = [board((-0.4, -0.36, z), (0.4, 0, z + 0.025), 0.003) for z in (0.04, 0.34, 0.64, 0.90)]
    boards += [board((x, -0.36, 0.0), (x + 0.025, 0, 0.92), 0.003) for x in (-0.41, 0.385)]
    parts = [joined(boards, material("oak", seed=4))]
    for z in (0.065, 0.365, 0.665):
        x = -0.36
        while x < 0.30:
            wide = float(rng.uniform(0.05, 0.16))
            shade = str(rng.choice(["#b3261e", "#1f5a8a", "#d9a21b", "#2f7a4a", "#e6dcc2"]))
            parts.append(
                box(
                    (x, -0.28, z),
                    (x + wide, -0.03, z + float(rng.uniform(0.14, 0.22))),
                    material("paper", colour=shade),
                    0.002,
                )
            )
            x += wide + 0.015
    return parts
