"""Rooms that are known by what lines their walls: bar, bathroom, workshop, classroom, office, nursery."""

from dataclasses import replace

import numpy as np

from rayograph.world.sets.furnishing import place
from rayograph.world.sets.interior_bar import bar_wall, furnish_bar_counter
from rayograph.world.sets.interior_bath import bath_wall, furnish_vanity
from rayograph.world.sets.interior_foreground import flat_rug
from rayograph.world.sets.interior_lamps import table_lamp
from rayograph.world.sets.interior_nursery import nursery_wall
from rayograph.world.sets.interior_office import office_desk, office_wall
from rayograph.world.sets.interior_palette import Palette
from rayograph.world.sets.interior_room import Room, Stuffs
from rayograph.world.sets.interior_school import school_wall
from rayograph.world.sets.interior_seating import Furniture, coffee_table, side_table
from rayograph.world.sets.interior_workshop import furnish_bench, workshop_wall

BARE_WINDOWS = ("bathroom", "workshop", "classroom", "bar")
"""Rooms whose windows have no curtains."""


def furnish_counter_of(room: Room, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """A bar, a vanity or a bench under the stage, with the wall behind it."""
    made = {"bar": furnish_bar_counter, "bathroom": furnish_vanity, "workshop": furnish_bench}
    return made[room.style](room, stuffs, rng)


def furnish_purpose(
    room: Room,
    palette: Palette,
    stuffs: Stuffs,
    rng: np.random.Generator,
    *,
    bare_floor: bool,
    dress: str,
    lamps: bool,
) -> Furniture:
    """The walls of such a room; under a table's stage also its table. `dress` "low" leaves a bed's place."""
    parts, solids = _wall(room, stuffs, rng, bedded=dress == "full")
    if room.table_is_stage:
        more, blocks = _table(room, stuffs, rng)
        parts, solids = parts + more, solids + blocks
    if room.style == "nursery":
        parts += [] if bare_floor else place(flat_rug(palette, rng), 0, 0.25)
        if lamps:
            more, blocks = _bedside_lamp(room, stuffs, rng)
            parts, solids = parts + more, solids + blocks
    return parts, solids


def _wall(room: Room, stuffs: Stuffs, rng: np.random.Generator, *, bedded: bool) -> Furniture:
    if room.style == "nursery":
        return nursery_wall(room, stuffs, rng, bedded=bedded)
    walls = {"bar": bar_wall, "bathroom": bath_wall, "workshop": workshop_wall, "classroom": school_wall,
             "office": office_wall}  # fmt: skip
    return walls[room.style](room, stuffs, rng)


def _table(room: Room, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    if room.style in ("office", "classroom"):
        return office_desk(room.table_half, room.table_height, rng) if room.style == "office" else _plain(
            room, stuffs, rng)  # fmt: skip
    return _plain(room, stuffs, rng)


def _plain(room: Room, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    return coffee_table(*room.table_half, room.table_height, stuffs.wood, stuffs.metal, rng)


def _bedside_lamp(room: Room, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """A small lamp on a stand in the far corner."""
    x, y = room.right - 0.36, room.back - 0.34
    stand, blocks = side_table(stuffs.wood, stuffs.metal, height=0.55)
    lamp = table_lamp(stuffs.metal, "#f2ead9", stuffs.glazes[0], rng)
    shift = np.eye(4)
    shift[:2, 3] = x, y
    return [*place(stand, x, y), *place(lamp, x, y, 0.552)], [
        replace(block, pose=shift @ block.pose) for block in blocks
    ]
