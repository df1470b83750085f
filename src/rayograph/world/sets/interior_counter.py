"""A kitchen seen along its counter: the worktop is the stage, a window over it, shelves beside the window."""

import numpy as np

from rayograph.core.rooms import COUNTERS
from rayograph.world.materials.ceramic import tiles
from rayograph.world.materials.library import material
from rayograph.world.materials.look import Look
from rayograph.world.scene import Material, Part
from rayograph.world.sets.furnishing import board, box, joined, place, solid
from rayograph.world.sets.interior_crockery import jar, jug
from rayograph.world.sets.interior_foreground import pendant
from rayograph.world.sets.interior_furniture import SHADES
from rayograph.world.sets.interior_kitchen import UNIT, base_units, larder, shelf
from rayograph.world.sets.interior_lamps import table_lamp
from rayograph.world.sets.interior_palette import Palette
from rayograph.world.sets.interior_room import Room, Stuffs
from rayograph.world.sets.interior_seating import Furniture
from rayograph.world.sets.interior_shell import Opening

PAINTS = ("#5b6b5c", "#3a4d60", "#d6d0c0", "#7d8f93", "#3f4f41", "#b7a78a")
WINDOW = (0.25, 1.45)
"""The window over the counter, from left to right [m]."""
_TOP = COUNTERS["kitchen"].height


def counter_window(right: float) -> Opening:
    """The window over the counter, in metres of the back wall, which run from `right` [m] to the left."""
    return Opening(left=right - WINDOW[1], right=right - WINDOW[0], bottom=_TOP + 0.20, top=2.25, bars=(2, 2))


def side_window(back: float) -> tuple[Opening, ...]:
    """The window of the left wall, close to the counter, so that a low sun rakes along it."""
    return (Opening(left=0.10, right=1.55, bottom=_TOP + 0.12, top=2.42, bars=(2, 3)),)


def furnish_counter(room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """Base units with a free worktop over the stage, sink and hob beyond its ends, tiles, shelf, larder."""
    seed = int(rng.integers(1 << 16))
    paint = Material(
        name="kitchen_front",
        base_colour=material("plastic", colour=str(rng.choice(PAINTS))).base_colour,
        roughness=0.42,
    )
    slab = (stuffs.wood, material("oak", seed=seed), material("marble", seed=seed))[int(rng.integers(3))]
    count = 7
    left = -count * UNIT / 2
    run = base_units(count, paint, slab, stuffs.metal, rng, sink=0, oven=count - 1)
    parts: list[Part] = place(run, left, COUNTERS["kitchen"].back)
    skin = tiles(Look(colour=str(rng.choice(["#e4dfd2", "#9fb0ad", "#dcd2bd", "#c9cfc4"])), seed=seed))
    low, y = _TOP - 0.01, COUNTERS["kitchen"].back
    parts.append(box((left, y - 0.011, low), (WINDOW[0] - 0.12, y, _TOP + 0.58), skin, 0.001))
    parts.append(box((WINDOW[0] - 0.12, y - 0.011, low), (-left, y, _TOP + 0.10), skin, 0.001))
    parts += place(shelf(1.9, stuffs.wood, stuffs.metal, rng), left + 0.15, y, 1.56)
    parts += place(larder(2.12, paint, stuffs.metal), -left + 0.02, y)
    # At the far ends of the worktop, clear of the stage, stands what always stands there.
    jars = [place([jar(stuffs.glazes[k % 3], rng)], 0.13 * k, 0)[0] for k in range(2)]
    parts += place([*jars, *place([jug(stuffs.glazes[2], rng)], -0.2, 0.02)], -1.42, y - 0.12, _TOP)
    ledge = board(
        (WINDOW[0] - 0.06, y - 0.05, _TOP + 0.165), (WINDOW[1] + 0.06, y + 0.02, _TOP + 0.20), 0.005
    )
    parts.append(joined([ledge], stuffs.trim))
    parts += place(table_lamp(stuffs.metal, SHADES[0], stuffs.glazes[0], rng), -1.62, y - 0.16, _TOP)
    # Behind the camera, over the rest of the kitchen.
    parts += place(pendant(0.9, stuffs, rng, light="floor_lamp"), 0.7, -1.75, room.height)
    half = COUNTERS["kitchen"].half[1]
    body = solid((left, -half - 0.03, 0), (-left, y, _TOP - 0.002))
    return parts, [body]
