"""A furnished room: windows on the left, a seating group round the stage or behind it, somebody's things."""

from dataclasses import replace

import numpy as np

from rayograph.core.catalogue import set_kind
from rayograph.core.plan import SetPlan
from rayograph.core.rooms import CEILING, COUNTERS, NEAR_BACK, NEAR_SIDE, PURPOSES
from rayograph.world.materials.library import material
from rayograph.world.materials.wood import planks
from rayograph.world.scene import BuiltSet, Material, Part, Portal
from rayograph.world.sets.furnishing import box, place
from rayograph.world.sets.interior_blinds import venetian_blind
from rayograph.world.sets.interior_counter import counter_window, furnish_counter, side_window
from rayograph.world.sets.interior_finishes import checkered, painted_plaster, parquet, tile_floor, wash
from rayograph.world.sets.interior_garden import garden
from rayograph.world.sets.interior_near import back_window, furnish_near, near_windows
from rayograph.world.sets.interior_palette import PALETTES, Palette
from rayograph.world.sets.interior_purpose import BARE_WINDOWS, furnish_counter_of, furnish_purpose
from rayograph.world.sets.interior_room import TABLE_HEIGHT, Room, Stuffs
from rayograph.world.sets.interior_rooms import furnish_room
from rayograph.world.sets.interior_seating import Furniture
from rayograph.world.sets.interior_shell import (
    Opening,
    Wall,
    door,
    slab,
    wall_colliders,
    wall_panelling,
    wall_parts,
    walls_around,
    window,
)
from rayograph.world.sets.interior_soft import curtain, curtain_cloth, curtain_rod
from rayograph.world.sets.interior_tones import toned, walls_of
from rayograph.world.shapes import translation

FRONT, HALL = -4.9, 4.25
"""The wall behind the camera and the half width there [m]: the room holds every allowed camera."""
THRESHOLD = -1.95
"""Where the hall narrows to the salon [m]."""


def build(plan: SetPlan, rng: np.random.Generator) -> BuiltSet:
    """Build the interior; stage "table" has a table's top at z = 0, "default" the floor.

    Option "walls" "near" leaves the floor to the cast; "counter" makes a kitchen's worktop the stage.
    Option "room" is one of `interior_room.ROOMS`: how it is furnished. In a kitchen, a dining room and a
    study the table is 0.75 m high, else it is a coffee table of 0.42 m.
    """
    palette = painted(toned(_palette(plan), plan.options.get("room", ""), plan.seed), plan)
    stuffs = _stuffs(palette, rng)
    room, shell, portals = _shell(plan, palette, stuffs, rng)
    furniture, solids = _furnished(plan, room, palette, stuffs, rng)
    lift = room.table_height if room.table_is_stage else 0.0
    parts = place([*shell, *furniture, *garden(room.left - 0.3, room.back + 0.3, -0.45, rng)], 0, 0, -lift)
    colliders = [c for wall in room.walls for c in wall_colliders(wall)] + solids
    sunk = tuple(replace(c, pose=translation(0, 0, -lift) @ c.pose) for c in colliders)
    on_table = plan.stage == "table"
    return BuiltSet(
        parts=tuple(parts),
        colliders=sunk,
        portals=tuple(replace(p, corner=(p.corner[0], p.corner[1], p.corner[2] - lift)) for p in portals),
        stage_half=room.table_half if on_table else (12.0, 12.0),
        floor_z=-lift,
        friction=0.5 if on_table else 0.6,
        restitution=0.45,
        indoors=True,
    )


def _furnished(
    plan: SetPlan, room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator
) -> Furniture:
    """By the plan's options: a kitchen along its counter, walls near the cast, or a furnished room."""
    bare = plan.surface is not None or plan.options.get("rug") == "none"
    if "counter" in plan.options:
        if room.style in PURPOSES:
            return furnish_counter_of(room, stuffs, rng)
        return furnish_counter(room, palette, stuffs, rng)
    dress, lamps = plan.options.get("back", "full"), plan.options.get("lamps") != "none"
    if room.style in PURPOSES and dress != "bare":
        return furnish_purpose(room, palette, stuffs, rng, bare_floor=bare, dress=dress, lamps=lamps)
    if plan.options.get("walls") == "near" or room.style in PURPOSES:
        return furnish_near(room, palette, stuffs, rng, bare_floor=bare, dress=dress, lamps=lamps)
    return furnish_room(room, palette, stuffs, rng, bare_floor=bare)


def _palette(plan: SetPlan) -> Palette:
    """Neighbouring seeds never look alike; a library has one of the deep palettes."""
    deep = ("library", "ink", "ochre", "sage")
    offered = [p for p in PALETTES if p.name in deep] if plan.options.get("room") == "library" else PALETTES
    return offered[plan.seed % len(offered)]


def painted(palette: Palette, plan: SetPlan) -> Palette:
    """The palette with the walls in the colour that the plan asks for."""
    shade = plan.options.get("paint")
    return palette if shade is None else replace(palette, wall=shade, accent=shade)


def _stuffs(palette: Palette, rng: np.random.Generator) -> Stuffs:
    """The palette's materials, each made once."""
    seed = int(rng.integers(1 << 16))
    return Stuffs(
        wood=material(palette.wood, seed=seed),
        metal=material(palette.metal, seed=seed),
        sofa=material(palette.sofa[0], colour=palette.sofa[1], seed=seed),
        chair=material(palette.chair[0], colour=palette.chair[1], seed=seed + 1),
        cushions=tuple(
            material(kind, colour=colour, seed=seed + 2 + k)
            for k, (kind, colour) in enumerate(palette.cushions)
        ),
        glazes=tuple(
            material("glazed_ceramic", colour=c, wear=0.15, seed=seed + k)
            for k, c in enumerate(palette.glazes)
        ),
        trim=wash("trim", palette.trim, roughness=0.38),
        mount=wash("mount", "#e9e3d5", roughness=0.9),
    )


def _floor(plan: SetPlan, palette: Palette, rng: np.random.Generator) -> Material:
    if plan.options.get("floor") == "checkered":
        return checkered(rng)
    surface, stain = palette.floor if plan.surface is None else (plan.surface, None)
    stain, seed = plan.surface_colour or stain, int(rng.integers(1 << 16))
    if surface in ("oak", "walnut", "pine"):
        if surface != "pine" and rng.random() < 0.4:
            return parquet(stain or ("#a9814f" if surface == "oak" else "#5d4030"), rng)
        return planks(surface, colour=stain, wear=0.35, seed=seed, boards=int(rng.choice([12, 15, 18, 22])))
    colours = {"terracotta": "#a8643f", "marble": "#d8d2c6", "concrete": "#8f8c86"}
    return tile_floor(surface, stain or colours[surface], rng)


def _windows(length: float, back: float, rng: np.random.Generator) -> tuple[Opening, ...]:
    """Openings of the left wall, in wall metres from the back corner."""
    french = rng.random() < 0.3
    count = 2 if length < 5 else 3
    wide = rng.uniform(1.25, 1.6) if count == 2 else rng.uniform(1.15, 1.4)
    sill = 0.02 if french else float(rng.choice([0.42, 0.62, 0.8]))
    top = rng.uniform(2.30, 2.50)
    bars = (2, 4) if french else ((2, 3), (3, 4), (2, 2), (4, 5))[int(rng.integers(4))]
    pitch = min((length - 0.7) / count, wide + rng.uniform(0.5, 0.8))
    first = 0.55 + wide / 2
    # A long wall has windows along all of it, so that the stage too has its sun.
    last = length - 0.5 - wide / 2 if count == 3 else first + pitch
    centres = np.linspace(first, last, count)
    return tuple(
        Opening(left=c - wide / 2, right=c + wide / 2, bottom=sill, top=top, bars=bars) for c in centres
    )


def _back_window(width: float, beside: Opening, rng: np.random.Generator) -> Opening:
    """A window in the back wall of `width` [m], of the make of the one beside it."""
    wide = rng.uniform(1.0, 1.3)
    at = width - 0.6 - wide / 2 if rng.random() < 0.5 else width / 2
    low, high = float(at - wide / 2), float(at + wide / 2)
    return Opening(left=low, right=high, bottom=max(beside.bottom, 0.42), top=beside.top, bars=beside.bars)


def _shell(
    plan: SetPlan, palette: Palette, stuffs: Stuffs, rng: np.random.Generator
) -> tuple[Room, list[Part], list[Portal]]:
    on_table, counter = plan.stage == "table", COUNTERS.get(plan.options.get("counter", ""))
    style = plan.options.get("room", "living_room")
    near = plan.options.get("walls") == "near" or counter is not None or style in PURPOSES
    centre = (0.0, 0.0) if on_table or near else (float(rng.uniform(-0.2, 0.2)), 2.1)
    left, right = -float(rng.uniform(2.7, 3.1)), float(rng.uniform(2.8, 3.2))
    back, height = centre[1] + float(rng.uniform(2.3, 2.75)), float(rng.uniform(2.8, 3.15))
    if near:
        left, right, back, height = -NEAR_SIDE, NEAR_SIDE, counter.back if counter else NEAR_BACK, CEILING
    corners = [
        (-HALL, FRONT),
        (HALL, FRONT),
        (HALL, THRESHOLD),
        (right, THRESHOLD),
        (right, back),
        (left, back),
        (left, THRESHOLD),
        (-HALL, THRESHOLD),
    ]
    openings = {5: _windows(back - THRESHOLD, back, rng)}
    if counter:
        openings = {5: side_window(back)}
        if style == "bathroom":
            openings[0] = (Opening(left=3.2, right=5.2, bottom=0.9, top=2.3, bars=(2, 2)),)
        if style in ("kitchen", "workshop", "living_room"):
            openings[4] = (counter_window(right),)
    elif near:
        openings = {5: near_windows()} | (
            {4: (back_window(),)} if plan.options.get("view") == "window" else {}
        )
    elif rng.random() < 0.45 and style not in ("kitchen", "bedroom"):  # their back walls are full
        openings[4] = (_back_window(right - left, openings[5][0], rng),)
    wall, accent = walls_of(palette, style, plan.seed, rng)
    paints = [wall] * 8
    paints[4] = accent
    walls = walls_around(corners, height, paints, openings)
    half = (rng.uniform(0.48, 0.60), rng.uniform(0.46, 0.50)) if on_table else (0.52, 0.36)
    half = counter.half if counter else ((0.78, 0.38) if style in PURPOSES else half)
    room = Room(
        walls=tuple(walls),
        left=left,
        right=right,
        back=back,
        height=height,
        centre=centre,
        table_half=(float(half[0]), float(half[1])),
        table_height=counter.height
        if counter
        else TABLE_HEIGHT.get(style, set_kind("interior").stages["table"][2]),
        table_is_stage=on_table,
        style=style,
    )
    parts, portals = _joinery(room, palette, stuffs, rng, hung=_hangings(plan, counter is not None))
    parts += _floors(room, _floor(plan, palette, rng), palette, rng)
    if palette.name in ("rose plaster", "loft", "ochre"):
        parts += _beams(room, stuffs.wood)
    return room, parts, portals


def _floors(room: Room, floor: Material, palette: Palette, rng: np.random.Generator) -> list[Part]:
    """Floor, ceiling and roof over hall and salon."""
    parts: list[Part] = []
    turn = bool(rng.random() < 0.3)
    ceiling = painted_plaster(palette.ceiling, rng, mottle=0.015, relief=0.5)
    roof = wash("roof", "#6b6761", roughness=0.9)
    hall, salon = (-HALL, FRONT, HALL, THRESHOLD), (room.left, THRESHOLD, room.right, room.back)
    for x0, y0, x1, y1 in (hall, salon):
        parts.append(slab((x0, y0, x1, y1), 0.0, floor, up=True, turned_uv=turn))
        parts.append(slab((x0, y0, x1, y1), room.height, ceiling, up=False))
        low, high = (x0 - 0.3, y0 - 0.3, room.height + 0.02), (x1 + 0.3, y1 + 0.3, room.height + 0.2)
        parts.append(box(low, high, roof))
    return parts


def _beams(room: Room, wood: Material) -> list[Part]:
    """Ceiling beams across the salon."""
    ys = np.arange(THRESHOLD + 0.4, room.back - 0.2, 0.95)
    return [
        box(
            (room.left - 0.02, y - 0.08, room.height - 0.17),
            (room.right + 0.02, y + 0.08, room.height + 0.01),
            wood,
            0.012,
        )
        for y in ys
    ]


def _hangings(plan: SetPlan, counter: bool) -> str:
    """What hangs in front of the windows."""
    style = plan.options.get("room", "")
    usual = "venetian" if style == "office" else ("" if counter or style in BARE_WINDOWS else "curtains")
    return plan.options.get("blinds", usual)


def _joinery(
    room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator, *, hung: str
) -> tuple[list[Part], list[Portal]]:
    """Walls with their mouldings, windows with curtains or blinds, the door behind the camera."""
    parts: list[Part] = []
    portals: list[Portal] = []
    cornice = stuffs.trim if palette.name not in ("loft", "rose plaster") else None
    cloth = curtain_cloth(palette.curtain, sheer=palette.sheer, seed=int(rng.integers(1 << 16)))
    tied = bool(rng.random() < 0.35 and not palette.sheer)
    for wall in room.walls:
        parts += wall_parts(wall, skirting=stuffs.trim, cornice=cornice)
        if palette.panelling > 0:
            parts += wall_panelling(wall, palette.panelling, stuffs.trim)
        for opening in wall.openings:
            made, portal = window(wall, opening, stuffs.trim, sill=opening.bottom > 0.2)
            portals.append(portal)
            if hung == "venetian":
                dressing = venetian_blind(opening, stuffs.trim, stuffs.mount)
            elif hung == "curtains":
                dressing = _curtains(wall, opening, cloth, stuffs.metal, rng, tied=tied)
            else:
                dressing = []
            parts += made
            parts += [replace(part, mesh=part.mesh.moved(wall.pose)) for part in dressing]
    leaf = wash("door", palette.trim, roughness=0.42)
    if not room.walls[0].openings:
        parts += door(room.walls[0], HALL - 0.43 + rng.uniform(-1.5, 1.5), stuffs.trim, leaf, stuffs.metal)
    return parts, portals


def _curtains(
    wall: Wall, opening: Opening, cloth: Material, metal: Material, rng: np.random.Generator, *, tied: bool
) -> list[Part]:
    """A rod over a window and a curtain at either side, in wall space."""
    rod = opening.top + 0.16
    hung = [curtain_rod(opening.left - 0.42, opening.right + 0.42, rod, metal)]
    for edge, way in ((opening.left, -1.0), (opening.right, 1.0)):
        inner, outer = edge - way * rng.uniform(0.02, 0.14), edge + way * 0.36
        low, high = min(inner, outer), max(inner, outer)
        hung.append(
            curtain(max(low, 0.04), min(high, wall.length - 0.02), rod - 0.014, cloth, rng, tied=tied)
        )
    return hung
