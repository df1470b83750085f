"""Where things stand in a room: three ways to furnish it, chosen by seed, never the same twice."""

from dataclasses import replace

import numpy as np

from rayograph.world.scene import Collider, Material, Part
from rayograph.world.sets.furnishing import bounds, place, pose_at, solid
from rayograph.world.sets.interior_foreground import foreground
from rayograph.world.sets.interior_hanging import arrangement, hang
from rayograph.world.sets.interior_lamps import floor_lamp, table_lamp
from rayograph.world.sets.interior_palette import Palette
from rayograph.world.sets.interior_room import Room, Stuffs
from rayograph.world.sets.interior_seating import Furniture, armchair, coffee_table, side_table, sofa, throw
from rayograph.world.sets.interior_shell import against
from rayograph.world.sets.interior_soft import plant, rug
from rayograph.world.sets.interior_storage import (
    book_row,
    book_stack,
    bookcase,
    books,
    dry_stems,
    ornaments,
    sideboard,
    vase,
)

SHADES = ("#efe3c8", "#e9dcc4", "#f2ead9", "#dfc9a2")


def furnish(
    room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator, *, bare_floor: bool = False
) -> Furniture:
    """Everything that stands, lies and hangs in the room, with its colliders."""
    layout = int(rng.integers(3))
    if room.style == "library":
        layout = 2
    elif layout != 0 and room.back_wall.openings and rng.random() < 0.3:
        layout = 0
    parts, solids = _table_and_rug(room, palette, stuffs, rng)
    seats = (_sofa_at_back, _sofa_at_right, _sofa_at_right)[layout](room, stuffs, rng)
    walls = (_wall_of_pictures, sideboard_wall, _wall_of_books)[layout](room, palette, stuffs, rng)
    for more, blocks in (
        seats,
        walls,
        _right_side(room, palette, stuffs, rng, busy=layout == 0),
        window_side(room, stuffs, rng),
    ):
        parts += more
        solids += blocks
    parts += hall(room, palette, stuffs, rng)
    if not room.table_is_stage:
        more, blocks = foreground(room, palette, stuffs, rng, bare_floor=bare_floor)
        parts, solids = parts + more, solids + blocks
    return parts, solids


def _put(made: Furniture, x: float, y: float, yaw: float) -> Furniture:
    pose = pose_at(x, y, 0.0, yaw)
    return place(made[0], x, y, 0.0, yaw), [replace(c, pose=pose @ c.pose) for c in made[1]]


def _block(parts: list[Part]) -> list[Collider]:
    low, high = bounds(parts)
    return [solid(low, high)]


def _table_and_rug(room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    x, y = room.centre
    height = room.table_height
    parts, solids = _put(coffee_table(*room.table_half, height, stuffs.wood, stuffs.metal, rng), x, y, 0.0)
    if room.table_is_stage:
        parts += place(
            rug(rng.uniform(2.2, 2.7), rng.uniform(2.9, 3.4), palette.rug, rng),
            x,
            y + 0.15,
            0.0,
            rng.normal(0, 1.2),
        )
        return parts, solids
    parts += place(
        rug(rng.uniform(1.75, 1.9), rng.uniform(2.7, 3.1), palette.rug, rng),
        x,
        y + 0.12,
        0.0,
        90 + rng.normal(0, 1.0),
    )
    parts += place([books(book_stack(3, rng))], x - 0.22, y + 0.05, height, rng.uniform(-20, 20))
    parts += place([vase(rng.uniform(0.18, 0.24), stuffs.glazes[0], rng)], x + 0.20, y + 0.08, height)
    return parts, solids


def _sofa_at_back(room: Room, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    x, y = room.centre
    width = rng.uniform(1.95, 2.3)
    parts, solids = _put(
        sofa(width, stuffs.sofa, stuffs.wood, list(stuffs.cushions), rng), x, y + 1.52, rng.normal(0, 0.8)
    )
    parts += place([throw(0.55, 0.18, stuffs.cushions[1], rng)], x - width / 2 + 0.09, y + 1.45, 0.60)
    chair, blocks = _put(
        armchair(stuffs.chair, stuffs.wood, stuffs.cushions[0], rng),
        x - 1.55,
        y + 0.55,
        66 + rng.normal(0, 6),
    )
    lamp_x = x + width / 2 + 0.34
    stand, stop = _put(side_table(stuffs.wood, stuffs.metal), lamp_x, y + 1.55, 0)
    light = place(
        table_lamp(stuffs.metal, str(rng.choice(SHADES)), stuffs.glazes[0], rng), lamp_x, y + 1.58, 0.52
    )
    tall = place(floor_lamp(stuffs.metal, str(rng.choice(SHADES)), rng), x - width / 2 - 0.38, y + 1.85)
    return [*parts, *chair, *stand, *light, *tall], [*solids, *blocks, *stop]


def _sofa_at_right(room: Room, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    x, y = room.centre
    width = rng.uniform(1.85, 2.2)
    at = x + room.table_half[0] + 0.98
    parts, solids = _put(
        sofa(width, stuffs.sofa, stuffs.wood, list(stuffs.cushions), rng),
        at,
        y + 0.82,
        -90 + rng.normal(0, 1.0),
    )
    folded = place([throw(0.5, 0.18, stuffs.cushions[1], rng)], 0, 0, 0, 90)
    parts += place(folded, at, y + 0.82 + width / 2 - 0.10, 0.60)
    spot = (x - 1.50, y + rng.uniform(0.65, 0.95))
    chair, blocks = _put(
        armchair(stuffs.chair, stuffs.wood, stuffs.cushions[2], rng), *spot, 58 + rng.normal(0, 7)
    )
    end = y + 0.82 + width / 2 + 0.36
    # Where furniture along the back wall leaves no room at the sofa's end, the lamp stands behind the sofa.
    spot = (at + 0.15, end) if end + 0.3 < room.back - 0.45 else (min(at + 0.72, room.right - 0.28), y + 0.95)
    tall = place(floor_lamp(stuffs.metal, str(rng.choice(SHADES)), rng), *spot)
    return [*parts, *chair, *tall], [*solids, *blocks]


def _wall_of_pictures(room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    wall = room.back_wall
    along = room.right - room.centre[0]
    parts = hang(wall, arrangement(along, 1.60, rng), palette, stuffs, rng)
    pot = place(plant(rng.uniform(1.2, 1.7), stuffs.glazes[1], rng), room.left + 0.55, room.back - 0.55)
    return [*parts, *pot], []


def sideboard_wall(room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """The back wall with a long sideboard: a lamp, books, branches in a jar, pictures over it."""
    wall, width = room.back_wall, rng.uniform(1.7, 2.2)
    along = room.right - room.centre[0] + rng.uniform(-0.1, 0.3)
    painted = (
        Material(name="painted_front", base_colour=stuffs.trim.base_colour, roughness=0.4)
        if rng.random() < 0.3
        else None
    )
    body = sideboard(width, stuffs.wood, stuffs.metal, rng, front=painted)
    side = 1.0 if rng.random() < 0.5 else -1.0
    top = 0.742
    dressed = [
        *body,
        *place(
            table_lamp(stuffs.metal, str(rng.choice(SHADES)), stuffs.glazes[0], rng),
            side * (width / 2 - 0.24),
            -0.21,
            top,
        ),
    ]
    row = [books(book_row(0.42, 0.5, 0.17, rng))]
    dressed += place(row, -side * (width / 2 - 0.12) - (0.42 if side < 0 else 0.0), -0.24, top)
    jar = [
        vase(rng.uniform(0.24, 0.32), stuffs.glazes[1], rng),
        *place([dry_stems(rng.uniform(0.55, 0.8), rng)], 0, 0, 0.12),
    ]
    dressed += place(jar, side * rng.uniform(-0.05, 0.15), -0.2, top)
    dressed += place(ornaments(rng, list(stuffs.glazes)), side * 0.38, -0.24, top)
    standing = against(wall, along, dressed, off=0.02)
    parts = standing + hang(wall, arrangement(along, 1.68, rng), palette, stuffs, rng)
    parts += place(plant(rng.uniform(1.2, 1.7), stuffs.glazes[2], rng), room.left + 0.55, room.back - 0.55)
    return parts, _block(against(wall, along, body, off=0.02))


def _wall_of_books(room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    wall = room.back_wall
    runs, edge = [], 0.12
    for opening in wall.openings:
        runs.append((edge, opening.left - 0.5))
        edge = opening.right + 0.5
    runs.append((edge, wall.length - 0.75))
    parts: list[Part] = []
    solids: list[Collider] = []
    height = float(rng.choice([1.9, 2.2, 2.35]))
    for low, high in runs:
        if high - low < 0.6:
            continue
        width = min(high - low, 3.6)
        case = against(
            wall, (low + high) / 2, bookcase(width, height, stuffs.wood, list(stuffs.glazes), rng), off=0.01
        )
        parts += case
        solids += _block(case)
    chest = table_lamp(stuffs.metal, str(rng.choice(SHADES)), stuffs.glazes[1], rng)
    stand, stop = _put(side_table(stuffs.wood, stuffs.metal), room.centre[0] - 0.95, room.centre[1] + 1.45, 0)
    parts += [*stand, *place(chest, room.centre[0] - 0.95, room.centre[1] + 1.45, 0.52)]
    return parts, [*solids, *stop]


def _right_side(
    room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator, *, busy: bool
) -> Furniture:
    """The right wall: pictures, and a bookcase or a low cabinet where the sofa leaves room."""
    wall = room.right_wall
    along = room.centre[1] + 0.75 - wall.start[1]
    if not busy:
        return hang(wall, arrangement(along, 1.62, rng), palette, stuffs, rng), []
    if rng.random() < 0.5:
        case = against(
            wall,
            along,
            bookcase(rng.uniform(1.2, 1.9), rng.uniform(1.7, 2.2), stuffs.wood, list(stuffs.glazes), rng),
            off=0.01,
        )
        return case, _block(case)
    low = sideboard(rng.uniform(1.3, 1.7), stuffs.wood, stuffs.metal, rng)
    low += place(ornaments(rng, list(stuffs.glazes)), 0.3, -0.2, 0.742)
    low += place([vase(0.28, stuffs.glazes[2], rng)], -0.35, -0.2, 0.742)
    body = against(wall, along, low, off=0.02)
    return body + hang(wall, arrangement(along, 1.66, rng), palette, stuffs, rng), _block(body)


def window_side(room: Room, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """By the windows: a second plant, books on the floor or on the sill."""
    x = room.left + 0.42
    first = room.left_wall.openings[0]
    gap = room.back - (first.right + room.left_wall.openings[1].left) / 2
    parts = place(plant(rng.uniform(0.7, 1.15), stuffs.glazes[0], rng, clear=0.34), x, gap)
    pile = place(
        [books(book_stack(int(rng.integers(3, 6)), rng))], x + 0.1, gap - 0.5, 0.002, rng.uniform(60, 110)
    )
    return [*parts, *pile], []


def hall(room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator) -> list[Part]:
    """What the camera may glimpse at its sides and what mirrors see behind it."""
    parts: list[Part] = []
    for index, along in ((1, 1.4), (7, 1.5), (2, 0.6), (6, 0.55)):
        wall = room.walls[index]
        width = min(0.8, wall.length - 0.45)
        parts += hang(
            wall,
            [(along if index in (1, 7) else wall.length / 2, 1.6, width, width * 1.2)],
            palette,
            stuffs,
            rng,
        )
    parts += against(room.walls[1], 1.4, sideboard(1.5, stuffs.wood, stuffs.metal, rng), off=0.02)
    parts += place(plant(1.5, stuffs.glazes[1], rng), -3.7, -2.5)
    return parts
