"""A still-life studio: a table by a window in a dim room, or a closed studio lit by panels alone.

The window stands at the left, so that the key rakes across the table and the room falls away to the right.
"""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.plan import SetPlan
from rayograph.world.materials.library import material
from rayograph.world.materials.wood import planks
from rayograph.world.noise import fbm2
from rayograph.world.scene import BuiltSet, Material, Part, Portal
from rayograph.world.sets.furnishing import box, joined, place, solid
from rayograph.world.sets.interior_finishes import painted_canvas, painted_plaster, wash
from rayograph.world.sets.interior_garden import garden
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
from rayograph.world.sets.tabletop_dressing import dressing
from rayograph.world.sets.tabletop_surface import (
    FLOOR,
    HALF_X,
    HALF_Y,
    PAPER_X,
    SHEET_X,
    SWEEP_WALL,
    USUAL,
    grip,
    table,
)
from rayograph.world.sets.tabletop_terrace import terrace
from rayograph.world.shapes import grid_faces, resmooth, tube

LEFT, RIGHT, FRONT, JOG = -1.88, 4.20, -4.90, -1.55
"""Window wall, right wall, wall behind the camera, and where the window wall steps back to the left [m]."""
HEIGHT = 2.85
DIM = ("#6f6a5c", "#5d6660", "#7a6654", "#4f5a66", "#84705a", "#5c5650", "#6d5d55", "#66705f")
PALE = ("#b8ad9a", "#a3aeaa", "#c4ad98", "#98a690", "#93a5ae", "#b88468", "#c2b9a8", "#a89a8f")
BACKDROPS = {"dim": DIM, "pale": PALE}
"""Canvas and plaster behind the table, for a dim room and a pale one."""
ROOMS = {
    "dim": (("#8b8578", "#5d5a52"), ("#7f857f", "#4b4f4a"), ("#a08f78", "#5b4f43"), ("#6e7880", "#3f454b")),
    "pale": (("#d6cfbf", "#b4a994"), ("#c6cecc", "#93a0a1"), ("#d9c2ac", "#ab8c74"), ("#c8cdb9", "#8d957e")),
}
"""Plaster by the window and paint of the rest of the room: chiaroscuro, or a room that fills the shadows."""
MOTTLE = {"dim": 0.17, "pale": 0.06}
"""Unevenness of the plaster: an old studio, or fresh limewash."""
FLOORS = ("#6a4f37", "#8d6b47", "#4d3a2b", "#a98a63")


def build(plan: SetPlan, rng: np.random.Generator) -> BuiltSet:
    """Build the studio; option "light" = "studio" closes it, without any window; "sun" is a terrace."""
    if plan.options.get("light") == "sun":
        return terrace(plan, rng)
    closed = plan.options.get("light") == "studio"
    mood = "dim" if closed or plan.seed % 2 == 0 else "pale"  # neighbouring seeds never look alike
    surface = plan.surface or USUAL[int(rng.integers(len(USUAL)))]
    parts, solids = table(surface, plan.surface_colour, rng)
    tones = BACKDROPS["pale" if closed and rng.random() < 0.5 else mood]
    backdrop = plan.backdrop_colour or tones[int(rng.integers(len(tones)))]
    back = float(rng.uniform(1.35, 1.6))
    mottle = 0.015 if plan.backdrop_colour is not None else MOTTLE[mood]
    walls = _walls(back, closed, mood, rng)
    offered = ("cove", "cove", "canvas", "plaster") if closed else ("canvas", "canvas", "plaster", "plaster")
    kind = offered[int(rng.integers(4))]
    if plan.backdrop_colour is not None:
        kind = "cove" if closed else "plaster"  # a colour that was named is plain
    if surface == "paper" and kind == "cove":
        kind = "plaster"
    # A wainscot would come through the cove's skin, and what was named a plain background has none.
    panelled = kind != "cove" and rng.random() < 0.4 and plan.backdrop_colour is None
    room, portals = _room(walls, back, closed, rng, panelled=panelled)
    parts += [*room, *_backdrop(kind, backdrop, mottle, back, rng)]
    if kind == "cove":
        parts += _cove_corner(backdrop, back, mottle, rng)
    else:
        dressed, blocks = dressing(walls, back, kind, closed, rng)
        parts, solids = parts + dressed, solids + blocks
    if not closed:
        parts += garden(LEFT - 0.45, back + 2.0, FLOOR - 0.4, rng)
    for wall in walls:
        solids += [replace(c, pose=_sunk(c.pose)) for c in wall_colliders(wall)]
    if surface == "paper":
        solids.append(solid((SHEET_X[0], SWEEP_WALL, -0.05), (SHEET_X[1], SWEEP_WALL + 0.12, 1.5)))
    friction, restitution = grip(surface)
    return BuiltSet(
        parts=tuple(parts),
        colliders=tuple(solids),
        portals=tuple(portals),
        stage_half=(PAPER_X if surface == "paper" else HALF_X, HALF_Y),
        floor_z=FLOOR,
        friction=friction,
        restitution=restitution,
        indoors=True,
    )


def _sunk(pose: np.ndarray) -> np.ndarray:
    lowered = pose.copy()
    lowered[2, 3] += FLOOR
    return lowered


def _walls(back: float, closed: bool, mood: str, rng: np.random.Generator) -> list[Wall]:
    """The plan of the room, floor at z = 0: wall 0 holds the door, 1 is right, 2 the back, 3 the window."""
    corners = [(-4.2, FRONT), (RIGHT, FRONT), (RIGHT, back), (LEFT, back), (LEFT, JOG), (-4.2, JOG)]
    light, dim = ("#34322f", "#2a2928") if closed else ROOMS[mood][int(rng.integers(4))]
    pale = painted_plaster(light, rng, mottle=MOTTLE[mood], relief=1.6)
    dark = painted_plaster(dim, rng, mottle=0.7 * MOTTLE[mood])
    openings: dict[int, tuple[Opening, ...]] = {}
    if not closed:
        wide, sill = rng.uniform(1.15, 1.45), rng.uniform(0.86, 0.98)
        middle = back - rng.uniform(-0.10, 0.12)
        bars = ((2, 3), (3, 4), (2, 4), (4, 5))[int(rng.integers(4))]
        openings[3] = (
            Opening(
                left=middle - wide / 2,
                right=middle + wide / 2,
                bottom=sill,
                top=rng.uniform(2.25, 2.5),
                bars=bars,
            ),
        )
    if mood == "pale":  # a second window beside the camera fills the shadows
        openings[5] = (Opening(left=0.55, right=2.35, bottom=0.7, top=2.45, bars=(2, 3)),)
    walls = walls_around(corners, HEIGHT, [dark, dark, pale, pale, dark, dark], openings)
    return walls if closed else [*walls[:3], replace(walls[3], thickness=0.42), *walls[4:]]


def _room(
    walls: list[Wall], back: float, closed: bool, rng: np.random.Generator, *, panelled: bool
) -> tuple[list[Part], list[Portal]]:
    """Shell, floor, ceiling, window and door, lowered so that the table top is at z = 0."""
    trim = wash(
        "trim",
        "#4a4743" if closed else str(rng.choice(["#b9b2a3", "#8f938a", "#6b5a48", "#c9c3b4"])),
        roughness=0.45,
    )
    metal = material("black_iron")
    parts: list[Part] = []
    portals: list[Portal] = []
    for wall in walls:
        parts += wall_parts(wall, skirting=trim)
        for opening in wall.openings:
            made, portal = window(wall, opening, trim)
            parts += made
            portals.append(
                replace(portal, corner=(portal.corner[0], portal.corner[1], portal.corner[2] + FLOOR))
            )
            if wall is walls[3] and rng.random() < 0.7:
                parts += _drapes(wall, opening, metal, rng)
    if panelled:
        parts += [part for wall in walls[:3] for part in wall_panelling(wall, 0.95, trim)]
    floor = planks(
        str(rng.choice(["oak", "walnut", "pine"])),
        colour=str(rng.choice(FLOORS)),
        wear=0.6,
        seed=int(rng.integers(1 << 16)),
        boards=12,
    )
    ceiling = painted_plaster("#3b3a38" if closed else "#b5aea0", rng, mottle=0.05)
    roof = wash("roof", "#5b5751", roughness=0.9)
    for x0, y0, x1, y1 in ((-4.2, FRONT, RIGHT, JOG), (LEFT, JOG, RIGHT, back)):
        parts.append(slab((x0, y0, x1, y1), 0.0, floor, up=True))
        parts.append(slab((x0, y0, x1, y1), HEIGHT, ceiling, up=False))
        parts.append(box((x0 - 0.42, y0 - 0.3, HEIGHT + 0.02), (x1 + 0.3, y1 + 0.3, HEIGHT + 0.2), roof))
    parts += door(walls[0], 4.6, trim, wash("door", "#3a332b", roughness=0.45), material("brass"))
    return place(parts, 0, 0, FLOOR), portals


def _drapes(wall: Wall, opening: Opening, metal: Material, rng: np.random.Generator) -> list[Part]:
    """One heavy curtain drawn back beside the window."""
    cloth = curtain_cloth(
        str(rng.choice(["#6b5f4c", "#4e5a52", "#7c5a44", "#8d8471"])),
        sheer=False,
        seed=int(rng.integers(1 << 16)),
    )
    rod = opening.top + 0.14
    low = max(opening.left - 0.42, 0.03)
    hung = [curtain_rod(low - 0.0, min(opening.right + 0.42, wall.length - 0.05), rod, metal)]
    hung.append(curtain(low, opening.left + 0.02, rod - 0.014, cloth, rng, tied=bool(rng.random() < 0.4)))
    return [replace(part, mesh=part.mesh.moved(wall.pose)) for part in hung]


def _backdrop(kind: str, colour: str, mottle: float, back: float, rng: np.random.Generator) -> list[Part]:
    """What stands behind the table: a painted canvas on its batten, or the wall in the backdrop's colour."""
    if kind == "canvas":
        return _canvas(painted_canvas(colour, rng), min(back - 0.22, rng.uniform(1.0, 1.2)), rng)
    if kind == "plaster":
        wide = RIGHT - LEFT
        skin = painted_plaster(colour, rng, mottle=mottle, relief=0.5 + 10 * mottle, roughness=0.85)
        points = np.array(
            [
                [LEFT, back - 0.002, FLOOR],
                [RIGHT, back - 0.002, FLOOR],
                [RIGHT, back - 0.002, FLOOR + HEIGHT],
                [LEFT, back - 0.002, FLOOR + HEIGHT],
            ]
        )
        uv = np.array([[0, 0], [wide, 0], [wide, HEIGHT], [0, HEIGHT]]) + rng.uniform(0, 4, 2)
        return [
            Part(mesh=Mesh(vertices=points, faces=np.array([[0, 1, 2], [0, 2, 3]]), uv=uv), material=skin)
        ]
    return []


def _canvas(cloth: Material, y: float, rng: np.random.Generator) -> list[Part]:
    """A hung canvas 3.0 m wide, rolling out towards the floor, with the slow waves of its own weight."""
    columns, rows, seed = 90, 60, int(rng.integers(1 << 16))
    u, v = np.meshgrid(np.linspace(0, 1, columns), np.linspace(0, 1, rows))
    centre = rng.uniform(0.0, 0.25)
    wide, tall = 2.9, 2.45
    wave = 0.020 * np.sin(2 * np.pi * (u * 4.3 + 0.25 * fbm2(u * 2, v, octaves=2, seed=seed))) * (1.1 - v)
    wave = wave + 0.03 * fbm2(u * 3, v * 1.4, octaves=3, seed=seed + 1)
    x = centre + (u - 0.5) * wide * (1 - 0.012 * np.sin(np.pi * v))
    points = np.stack([x, y + wave, FLOOR + 0.02 + tall * v], -1)
    sheet = Mesh(
        vertices=points.reshape(-1, 3),
        faces=grid_faces(columns, rows),
        uv=np.stack([u, v], -1).reshape(-1, 2),
    )
    top = FLOOR + tall + 0.015
    batten = tube(
        np.array([[centre - wide / 2 - 0.06, y, top], [centre + wide / 2 + 0.06, y, top]]), 0.028, 20
    )
    posts = [
        tube(
            np.array(
                [
                    [centre + s * (wide / 2 + 0.03), y + 0.04, FLOOR],
                    [centre + s * (wide / 2 + 0.03), y + 0.04, top],
                ]
            ),
            0.017,
            14,
        )
        for s in (-1, 1)
    ]
    feet = [
        tube(
            np.array(
                [
                    [centre + s * (wide / 2 + 0.03), y + 0.04 + d, FLOOR + 0.012],
                    [centre + s * (wide / 2 + 0.03), y + 0.04, FLOOR + 0.22],
                ]
            ),
            0.010,
            10,
        )
        for s in (-1, 1)
        for d in (-0.18, 0.18)
    ]
    return [
        Part(mesh=resmooth(sheet), material=cloth),
        joined([batten], material("pine")),
        joined([*posts, *feet], material("black_iron")),
    ]


def _cove_corner(colour: str, back: float, mottle: float, rng: np.random.Generator) -> list[Part]:
    """A painted infinity cove: floor and wall in one curve, scuffed where people walk."""
    radius, y0 = 0.55, 0.62
    skin = painted_plaster(colour, rng, mottle=min(mottle, 0.10), relief=0.6, roughness=0.7)
    floor = np.stack([np.linspace(y0 - 0.3, back - radius, 8), np.full(8, FLOOR + 0.004)], 1)
    angle = np.linspace(0, np.pi / 2, 26)[1:]
    bend = np.stack(
        [back - radius + (radius - 0.01) * np.sin(angle), FLOOR + 0.004 + radius * (1 - np.cos(angle))], 1
    )
    wall = np.stack(
        [np.full(6, back - 0.01), np.linspace(FLOOR + radius + 0.05, FLOOR + HEIGHT + 0.01, 6)], 1
    )
    section = np.concatenate([floor, bend, wall])
    xs = np.linspace(LEFT, RIGHT, 24)
    x, y = np.meshgrid(xs, section[:, 0])
    z = np.broadcast_to(section[:, 1:], x.shape)
    arc = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(section, axis=0), axis=1))])
    uv = np.stack([x, np.broadcast_to(arc[:, None], x.shape)], -1).reshape(-1, 2)
    mesh = Mesh(vertices=np.stack([x, y, z], -1).reshape(-1, 3), faces=grid_faces(24, len(section)), uv=uv)
    return [Part(mesh=resmooth(mesh), material=skin)]
