"""Rooms other than a living room: a kitchen, a dining room, a bedroom, a study, furnished for their use."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from rayograph.world.materials.ceramic import tiles
from rayograph.world.materials.library import material
from rayograph.world.materials.look import Look
from rayograph.world.scene import Collider, Material, Part
from rayograph.world.sets.furnishing import borrowed, bounds, box, joined, place, pose_at, solid
from rayograph.world.sets.interior_bed import LONG, bed, wardrobe
from rayograph.world.sets.interior_crockery import FRUIT, bottle, bowls, cup, fruit, jar, jug
from rayograph.world.sets.interior_foreground import foreground, pendant
from rayograph.world.sets.interior_furniture import SHADES, furnish, hall, sideboard_wall, window_side
from rayograph.world.sets.interior_hanging import arrangement, hang
from rayograph.world.sets.interior_kitchen import TOP, UNIT, base_units, larder, shelf
from rayograph.world.sets.interior_lamps import floor_lamp, table_lamp
from rayograph.world.sets.interior_palette import Palette
from rayograph.world.sets.interior_room import Room, Stuffs
from rayograph.world.sets.interior_seating import Furniture, armchair, coffee_table, side_table
from rayograph.world.sets.interior_shell import against
from rayograph.world.sets.interior_soft import plant, rug
from rayograph.world.sets.interior_storage import book_stack, bookcase, books, dry_stems, ornaments, vase
from rayograph.world.shapes import rotation, rounded_box, translation

PAINTS = ("#5b6b5c", "#3a4d60", "#d6d0c0", "#7d8f93", "#3f4f41", "#b7a78a", "#8a4b3a")
"""Kitchen fronts."""
SHEETS = (
    ("#e9e4d8", "#ece8de", "#7d8f93"),
    ("#e6dfd0", "#c9b79b", "#5b6b5c"),
    ("#eceae4", "#8fa0a6", "#b5572c"),
    ("#e4dccb", "#d8c3b0", "#6f2c22"),
)
"""Sheet, quilt and blanket."""


def furnish_room(
    room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator, *, bare_floor: bool
) -> Furniture:
    """Everything that stands, lies and hangs in the room, by its style, with its colliders."""
    if room.style in ("living_room", "library"):
        return furnish(room, palette, stuffs, rng, bare_floor=bare_floor)
    parts, solids = _STYLES[room.style](room, palette, stuffs, rng)
    more, blocks = window_side(room, stuffs, rng)
    parts, solids = [*parts, *more, *hall(room, palette, stuffs, rng)], [*solids, *blocks]
    if not room.table_is_stage:
        more, blocks = foreground(room, palette, stuffs, rng, bare_floor=bare_floor, hung=False)
        parts, solids = parts + more, solids + blocks
    return parts, solids


def _put(made: Furniture, x: float, y: float, yaw: float, z: float = 0.0) -> Furniture:
    pose = pose_at(x, y, z, yaw)
    return place(made[0], x, y, z, yaw), [replace(c, pose=pose @ c.pose) for c in made[1]]


def _gather(*made: Furniture) -> Furniture:
    return [p for parts, _ in made for p in parts], [c for _, solids in made for c in solids]


def _block(parts: list[Part]) -> list[Collider]:
    low, high = bounds(parts)
    return [solid(low, high)]


def _table_group(room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """A table of its own height with chairs drawn up, a lamp over it; laid unless it is the stage."""
    x, y = room.centre
    half = room.table_half if room.table_is_stage else (float(rng.uniform(0.72, 0.9)), 0.42)
    seed, wood = int(rng.integers(1 << 16)), str(rng.choice(["oak", "walnut", "painted_wood", "pine"]))
    colour = "#3b3d3c" if wood == "painted_wood" else None
    made = [_put(coffee_table(*half, room.table_height, stuffs.wood, stuffs.metal, rng), x, y, 0)]
    sides = [(-half[0] - 0.22, 0.02, 90.0), (half[0] + 0.22, -0.03, -90.0)]
    rows = np.linspace(-half[0] * 0.5, half[0] * 0.5, 1 if half[0] < 0.7 else 2)
    sides += [(float(u), half[1] + 0.20, 0.0) for u in rows]
    for u, v, yaw in sides:
        chair = borrowed("chair", seed, material=wood, colour=colour)
        at = x + u + rng.normal(0, 0.03), y + v + abs(rng.normal(0, 0.04))
        made.append(_put(chair, *at, yaw + rng.normal(0, 7)))
    drop = room.height - rng.uniform(1.68, 1.8) - (0.35 if room.table_is_stage else 0.0)
    made.append((place(pendant(drop, stuffs, rng, light="floor_lamp"), x, y, room.height), []))
    parts, solids = _gather(*made)
    if not room.table_is_stage:
        parts += place(_laid(rng), x, y, room.table_height)
        if rng.random() < 0.5:
            parts += place(rug(2.3, 3.1, palette.rug, rng), x, y, 0, 90 + rng.normal(0, 1))
    return parts, solids


def _laid(rng: np.random.Generator) -> list[Part]:
    """What stays on a table between meals."""
    seed, pale = int(rng.integers(1 << 16)), material("glazed_ceramic", colour="#e4ddcd", wear=0.15)
    parts = place([bowls(1, 0.14, pale)], -0.22, 0.02)
    kind = str(rng.choice(list(FRUIT)))
    for k, angle in enumerate((0.4, 2.5, 4.6)):
        parts += place(
            [fruit(kind, seed + k)], -0.22 + 0.05 * np.cos(angle), 0.02 + 0.05 * np.sin(angle), 0.02, 60.0 * k
        )
    tall = [jug(pale, rng)]
    if rng.random() < 0.6:
        tall += place([dry_stems(0.5, rng)], 0, 0, 0.08)
    parts += place(tall, 0.20, 0.08, 0, 35)
    return [
        *parts,
        *place([cup(material("glazed_ceramic", colour="#6f8a93", wear=0.15))], 0.34, -0.16, 0, 140),
    ]


def _kitchen(room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    wall = room.back_wall
    count = min(7, int((wall.length - 0.55 - 0.78) / UNIT))
    paint = Material(
        name="kitchen_front",
        base_colour=material("plastic", colour=PAINTS[int(rng.integers(len(PAINTS)))]).base_colour,
        roughness=0.42,
    )
    seed, length = int(rng.integers(1 << 16)), count * UNIT
    slab = (stuffs.wood, material("marble", seed=seed), material("slate", seed=seed))[int(rng.integers(3))]
    run = base_units(count, paint, slab, stuffs.metal, rng)
    skin = tiles(Look(colour=str(rng.choice(["#e4dfd2", "#9fb0ad", "#dcd2bd", "#56706f"])), seed=seed))
    run.append(box((-0.01, -0.011, TOP - 0.01), (length + 0.01, 0.0, TOP + 0.52), skin, 0.001))
    for z in (1.50, 1.86):
        run += place(shelf(length - 0.05, stuffs.wood, stuffs.metal, rng), 0.02, 0, z)
    run += place(_worktop_things(length, stuffs, rng), 0, 0, TOP)
    run += place(larder(2.12, paint, stuffs.metal), length + 0.02, 0)
    standing = against(wall, wall.length - 0.55, run, off=0.004)
    pot = place(
        plant(rng.uniform(0.8, 1.1), stuffs.glazes[1], rng, clear=0.26), room.left + 0.30, room.back - 0.3
    )
    deep = [solid((room.left + 0.55, room.back - 0.62, 0), (room.left + length + 1.2, room.back, TOP))]
    return _gather((standing, deep), (pot, []), _table_group(room, palette, stuffs, rng))


def _worktop_things(length: float, stuffs: Stuffs, rng: np.random.Generator) -> list[Part]:
    """What stands about on a worktop along x, base at z = 0: lamp, kettle, boards, jars, fruit."""
    seed = int(rng.integers(1 << 16))
    parts = place(table_lamp(stuffs.metal, str(rng.choice(SHADES)), stuffs.glazes[0], rng), 0.22, -0.2)
    wood, x = material("oak", seed=seed), 0.55
    bowl = [bowls(1, 0.13, stuffs.glazes[1])]
    for k, angle in enumerate((0.2, 2.2, 4.3)):
        bowl += place(
            [fruit("lemon", seed + k)], 0.045 * np.cos(angle), 0.045 * np.sin(angle), 0.02, 70.0 * k
        )
    lean = rotation("x", -12)
    boards = (((0.26, 0.02, 0.36), (0.0, 0.0, 0.185)), ((0.18, 0.016, 0.27), (0.12, -0.026, 0.14)))
    planks = [rounded_box(size, 0.008, 3).moved(lean @ translation(*at)) for size, at in boards]
    jars = [place([jar(stuffs.glazes[k % 3], rng)], 0.125 * k, 0)[0] for k in range(3)]
    pair = [*place([bottle(rng)], 0, 0), *place([bottle(rng)], 0.085, 0.02)]
    things = [
        (bowl, 0.30, 0.15),
        (borrowed("kettle", seed)[0], 0.26, 0.13),
        ([joined(planks, wood)], 0.34, 0.14),
    ]
    things += [(jars, 0.42, 0.07), (pair, 0.2, 0.05), ([jug(stuffs.glazes[2], rng)], 0.2, 0.1)]
    for index in rng.permutation(len(things)):
        made, wide, left = things[index]
        if x + wide > length - 0.1:
            break
        parts += place(made, x + left, -0.17 if index != 2 else -0.09, 0)
        x += wide + rng.uniform(0.06, 0.42)
    return parts


def _dining_room(room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    return _gather(
        sideboard_wall(room, palette, stuffs, rng), _table_group(room, palette, stuffs, rng),
        (_pictures(room, palette, stuffs, rng), []),
    )  # fmt: skip


def _pictures(room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator) -> list[Part]:
    """A hang on the right wall beside the furniture."""
    wall = room.right_wall
    return hang(wall, arrangement(room.centre[1] + 0.9 - wall.start[1], 1.6, rng), palette, stuffs, rng)


def _bedroom(room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    x, _ = room.centre
    seed, shades = int(rng.integers(1 << 16)), SHEETS[int(rng.integers(len(SHEETS)))]
    linen = tuple(material("linen", colour=c, seed=seed + k) for k, c in enumerate(shades))
    width = float(rng.uniform(1.5, 1.7))
    made = bed(width, stuffs.wood, (linen[0], linen[1], linen[2]), stuffs.cushions, rng)
    if room.table_is_stage:  # the bed stands along the right wall, behind the table
        at, yaw = (room.right - LONG / 2 - 0.06, room.back - width / 2 - 0.75), -90.0
        beside = [(room.right - 0.32, at[1] + s * (width / 2 + 0.30)) for s in (1, -1)]
        wall, along = room.right_wall, at[1] - room.right_wall.start[1]
        closet = against(room.back_wall, 3.6, wardrobe(1.5, 2.1, stuffs.wood, stuffs.metal), off=0.02)
        low = _put(coffee_table(*room.table_half, room.table_height, stuffs.wood, stuffs.metal, rng), 0, 0, 0)
    else:
        at, yaw = (x, room.back - LONG / 2 - 0.03), 0.0
        beside = [(x + s * (width / 2 + 0.32), room.back - 0.36) for s in (-1, 1)]
        wall, along = room.back_wall, room.right - x
        closet = against(room.right_wall, 4.1, wardrobe(1.5, 2.15, stuffs.wood, stuffs.metal), off=0.02)
        low = _low_seat(room, stuffs, rng)
    parts, solids = _gather(_put(made, *at, yaw), (closet, _block(closet)), low)
    for k, (u, v) in enumerate(beside):
        stand, stop = _put(side_table(stuffs.wood, stuffs.metal, height=0.55), u, v, 0)
        parts, solids = parts + stand, solids + stop
        lamp = table_lamp(stuffs.metal, str(rng.choice(SHADES)), stuffs.glazes[0], rng)
        things = lamp if k == 0 else [books(book_stack(3, rng)), *place(vase_of(stuffs, rng), 0.09, 0.1)]
        parts += place(things, u, v, 0.552, 0 if k == 0 else 20)
    parts += hang(wall, arrangement(along, 1.72, rng), palette, stuffs, rng)
    if room.table_is_stage:
        parts += hang(room.back_wall, arrangement(1.7, 1.6, rng), palette, stuffs, rng)
    parts += place(
        rug(1.9, 2.7, palette.rug, rng), at[0], at[1] - (0.9 if yaw == 0 else 0), 0, 90 if yaw == 0 else 0
    )
    return parts, solids


def vase_of(stuffs: Stuffs, rng: np.random.Generator) -> list[Part]:
    """A small vase for a bedside."""
    return [vase(rng.uniform(0.13, 0.17), stuffs.glazes[1], rng)]


def _low_seat(room: Room, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """An armchair by the window with a reading lamp."""
    x, y = room.left + 0.95, room.back - 2.6
    lamp = place(floor_lamp(stuffs.metal, str(rng.choice(SHADES)), rng), x - 0.35, y + 0.72)
    chair = _put(armchair(stuffs.chair, stuffs.wood, stuffs.cushions[2], rng), x, y, 62 + rng.normal(0, 6))
    return _gather(chair, (lamp, []))


def _study(room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    x, y = room.centre
    made: list[Furniture] = []
    wall = room.back_wall
    for low, high in wall_runs(room):
        case = bookcase(
            min(high - low, 2.9), float(rng.choice([2.05, 2.3])), stuffs.wood, list(stuffs.glazes), rng
        )
        stood = against(wall, (low + high) / 2, case, off=0.01)
        made.append((stood, _block(stood)))
    half = room.table_half if room.table_is_stage else (float(rng.uniform(0.78, 0.92)), 0.38)
    desk = coffee_table(*half, room.table_height, stuffs.wood, stuffs.metal, rng)
    made.append(_put(desk, x, y, 0))
    seed = int(rng.integers(1 << 16))
    made.append(
        _put(borrowed("chair", seed, material="walnut"), x + 0.1, y + half[1] + 0.28, rng.normal(0, 14))
    )
    lamp = table_lamp(stuffs.metal, str(rng.choice(SHADES)), stuffs.glazes[0], rng)
    if room.table_is_stage:
        made.append(_put(side_table(stuffs.wood, stuffs.metal, height=0.62), x + 1.55, y + 1.1, 0))
        made.append((place(lamp, x + 1.55, y + 1.1, 0.622), []))
        made.append(_low_seat(replace(room, back=room.back + 0.9), stuffs, rng))
    else:
        things = [
            *place(lamp, -half[0] + 0.22, 0.12),
            *place([books(book_stack(4, rng))], half[0] - 0.25, 0.1, 0, 12),
        ]
        things += place([cup(stuffs.glazes[1])], 0.16, 0.16, 0, 40)
        things += place(ornaments(rng, list(stuffs.glazes)), -0.1, 0.2)
        made.append((place(things, x, y, room.table_height), []))
        made.append(_low_seat(room, stuffs, rng))
    carpet = rug(rng.uniform(2.0, 2.4), rng.uniform(2.8, 3.2), palette.rug, rng)
    made.append((place(carpet, x, y + 0.15, 0, 90 + rng.normal(0, 1)), []))
    return _gather(*made, (_pictures(room, palette, stuffs, rng), []))


def wall_runs(room: Room) -> list[tuple[float, float]]:
    """Stretches of the back wall, in wall metres, where no window is, wide enough for a bookcase."""
    runs, edge = [], 0.12
    for opening in room.back_wall.openings:
        runs.append((edge, opening.left - 0.5))
        edge = opening.right + 0.5
    runs.append((edge, room.back_wall.length - 0.75))
    wide = [(low, high) for low, high in runs if high - low > 0.6]
    return [part for low, high in wide for part in ([(low, high)] if high - low < 3.0 else [
        (low, (low + high) / 2 - 0.005), ((low + high) / 2 + 0.005, high)])]  # fmt: skip


Style = Callable[[Room, Palette, Stuffs, np.random.Generator], Furniture]
_STYLES: dict[str, Style] = {
    "kitchen": _kitchen, "dining_room": _dining_room, "bedroom": _bedroom, "study": _study,
}  # fmt: skip
