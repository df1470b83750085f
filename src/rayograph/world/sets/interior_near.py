"""A room whose walls are near, for furniture that the words name: the walls are dressed, the floor is free.

The cast brings sofa, bed or hearth; the room adds what belongs about them and never a second one.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from rayograph.core.rooms import CEILING, NEAR_BACK, NEAR_SIDE, SILL_Z, WINDOW_X
from rayograph.world.materials.library import material
from rayograph.world.scene import Collider, Material, Part
from rayograph.world.sets.furnishing import bounds, box, place, solid
from rayograph.world.sets.interior_bed import LONG, bed, wardrobe
from rayograph.world.sets.interior_foreground import flat_rug, pendant
from rayograph.world.sets.interior_furniture import SHADES, hall
from rayograph.world.sets.interior_hanging import arrangement, hang
from rayograph.world.sets.interior_kitchen import TOP, UNIT, base_units, shelf
from rayograph.world.sets.interior_lamps import floor_lamp, table_lamp
from rayograph.world.sets.interior_palette import Palette
from rayograph.world.sets.interior_room import Room, Stuffs
from rayograph.world.sets.interior_seating import Furniture, side_table
from rayograph.world.sets.interior_shell import Opening, against
from rayograph.world.sets.interior_soft import plant
from rayograph.world.sets.interior_storage import book_stack, bookcase, books, ornaments, sideboard, vase

BED_X = -1.25
"""Where a bedroom's bed stands [m]: beside the middle, which is left to a bedside table."""
Dress = Callable[[Room, Palette, Stuffs, np.random.Generator], Furniture]


def near_windows(sill: float = SILL_Z) -> tuple[Opening, ...]:
    """Two windows of the left wall, in wall metres from the back corner: their sun meets the stage."""
    return tuple(
        Opening(left=c - 0.62, right=c + 0.62, bottom=sill - 0.15, top=2.38, bars=(2, 3))
        for c in (0.92, 2.62)
    )


def back_window() -> Opening:
    """The window in the back wall, in wall metres (from right to left)."""
    return Opening(
        left=NEAR_SIDE - WINDOW_X[1], right=NEAR_SIDE - WINDOW_X[0], bottom=SILL_Z, top=2.25, bars=(2, 2)
    )


def furnish_near(
    room: Room,
    palette: Palette,
    stuffs: Stuffs,
    rng: np.random.Generator,
    *,
    bare_floor: bool,
    dress: str,
    lamps: bool,
) -> Furniture:
    """What stands along the walls. `dress`: the back wall is "bare", "low" (pictures alone) or "full"."""
    parts = list(hall(room, palette, stuffs, rng))
    solids: list[Collider] = []
    for more, blocks in (
        _back(room, palette, stuffs, rng, dress),
        _side(room, palette, stuffs, rng),
        _window_ledge(room, stuffs),
        _lamps(room, stuffs, rng) if lamps else ([], []),
        ([*place(plant(1.25, stuffs.glazes[0], rng, clear=0.30), room.left + 0.38, room.back - 0.4)], []),
    ):
        parts, solids = parts + more, solids + blocks
    if not bare_floor and room.style not in ("kitchen",):
        parts += place(flat_rug(palette, rng), 0, 0.25)
    return parts, solids


def _lamps(room: Room, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """A tall lamp in the far corner, over a kitchen's floor a hanging one; a table lamp beside the camera."""
    x, y = room.right - 0.34, -0.85
    stand, stop = side_table(stuffs.wood, stuffs.metal, height=0.62)
    parts = [
        *place(stand, x, y),
        *place(table_lamp(stuffs.metal, SHADES[0], stuffs.glazes[0], rng), x, y, 0.622),
    ]
    if room.style == "kitchen":
        parts += place(pendant(1.0, stuffs, rng, light="floor_lamp"), 0.0, 0.5, room.height)
    else:
        parts += place(
            floor_lamp(stuffs.metal, str(rng.choice(SHADES)), rng), room.right - 0.36, room.back - 0.36
        )
    shift = np.eye(4)
    shift[:2, 3] = x, y
    return parts, [replace(c, pose=shift @ c.pose) for c in stop]


def _block(parts: list[Part]) -> list[Collider]:
    low, high = bounds(parts)
    return [solid(low, high)]


def _back(room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator, dress: str) -> Furniture:
    if dress == "bare":
        return [], []
    if dress == "low":
        return hang(room.back_wall, arrangement(room.right + 0.3, 1.72, rng), palette, stuffs, rng), []
    return _BACKS.get(room.style, _sideboard)(room, palette, stuffs, rng)


def _books(room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """Shelves to the ceiling along the back wall, where no window is."""
    wall = room.back_wall
    openings = sorted(wall.openings, key=lambda o: o.left)
    edges = [0.06, *(v for o in openings for v in (o.left - 0.14, o.right + 0.14)), wall.length - 0.06]
    parts: list[Part] = []
    for low, high in zip(edges[0::2], edges[1::2], strict=True):
        count = max(1, round((high - low) / 1.7))
        for k in range(count):
            wide = (high - low) / count
            if wide > 0.45:
                case = bookcase(wide - 0.005, CEILING - 0.16, stuffs.wood, list(stuffs.glazes), rng)
                parts += against(wall, low + wide * (k + 0.5), case, off=0.01)
    return parts, _block(parts)


def _sideboard(room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """A long sideboard with a lamp and a vase, pictures over it; left of the middle where a window is."""
    wall, top = room.back_wall, 0.742
    along = room.right + (0.95 if wall.openings else 0.15)
    body = sideboard(1.7, stuffs.wood, stuffs.metal, rng)
    dressed = [
        *body,
        *place(table_lamp(stuffs.metal, str(rng.choice(SHADES)), stuffs.glazes[0], rng), 0.6, -0.21, top),
    ]
    dressed += place([vase(0.30, stuffs.glazes[1], rng)], -0.45, -0.2, top)
    dressed += place([books(book_stack(3, rng))], -0.1, -0.2, top, 12)
    standing = against(wall, along, dressed, off=0.02)
    standing += hang(wall, arrangement(along, 1.68, rng), palette, stuffs, rng)
    return standing, _block(against(wall, along, body, off=0.02))


def _kitchen(room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """Base units along the back wall, open shelves over them."""
    wall = room.back_wall
    count = int((wall.length - 0.1) / UNIT)
    paint = Material(
        name="kitchen_front",
        base_colour=material(
            "plastic", colour=str(rng.choice(["#5b6b5c", "#3a4d60", "#d6d0c0", "#7d8f93"]))
        ).base_colour,
        roughness=0.42,
    )
    run = base_units(count, paint, stuffs.wood, stuffs.metal, rng)
    run += place([books(book_stack(2, rng))], 0.3, -0.2, TOP)
    run += place([vase(0.26, stuffs.glazes[1], rng)], count * UNIT - 0.3, -0.2, TOP)
    if not wall.openings:
        run += place(shelf(count * UNIT - 1.2, stuffs.wood, stuffs.metal, rng), 0.6, 0, 1.5)
    standing = against(wall, wall.length - 0.05, run, off=0.004)
    return standing, [solid((room.left, room.back - 0.62, 0), (room.right, room.back, TOP))]


def _bedroom(room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """A bed against the back wall, left of the middle, and a picture over it."""
    seed, width = int(rng.integers(1 << 16)), 1.5
    shades = (("#e9e4d8", "#ece8de", "#7d8f93"), ("#eceae4", "#8fa0a6", "#b5572c"))[int(rng.integers(2))]
    linen = tuple(material("linen", colour=c, seed=seed + k) for k, c in enumerate(shades))
    made, blocks = bed(width, stuffs.wood, (linen[0], linen[1], linen[2]), stuffs.cushions, rng)
    y = room.back - LONG / 2 - 0.03
    parts = place(made, BED_X, y)
    shift = np.eye(4)
    shift[:2, 3] = BED_X, y
    parts += hang(room.back_wall, [(room.right - BED_X, 1.75, 0.8, 0.6)], palette, stuffs, rng)
    return parts, [replace(c, pose=shift @ c.pose) for c in blocks]


def _side(room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """One piece against the right wall."""
    wall = room.right_wall
    along = wall.length - 2.1
    if room.style == "bedroom":
        closet = against(wall, along, wardrobe(1.5, 2.1, stuffs.wood, stuffs.metal), off=0.02)
        return closet, _block(closet)
    if room.style in ("library", "study"):
        case = against(wall, along, bookcase(1.9, 2.3, stuffs.wood, list(stuffs.glazes), rng), off=0.01)
        return case, _block(case)
    body = sideboard(1.4, stuffs.wood, stuffs.metal, rng)
    dressed = [*body, *place(ornaments(rng, list(stuffs.glazes)), 0.3, -0.2, 0.742)]
    standing = against(wall, along, dressed, off=0.02)
    return [*standing, *hang(wall, arrangement(along, 1.66, rng), palette, stuffs, rng)], _block(standing)


def _window_ledge(room: Room, stuffs: Stuffs) -> Furniture:
    """A deep sill under the back window, on which things can stand."""
    if not room.back_wall.openings:
        return [], []
    low, high = (
        (WINDOW_X[0] - 0.10, NEAR_BACK - 0.25, SILL_Z - 0.034),
        (WINDOW_X[1] + 0.10, NEAR_BACK, SILL_Z),
    )
    return [box(low, high, stuffs.trim, 0.006)], [solid(low, high)]


_BACKS: dict[str, Dress] = {"library": _books, "study": _books, "kitchen": _kitchen, "bedroom": _bedroom}
