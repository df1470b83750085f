"""The shell of a room: walls with thickness and openings, floor, ceiling, skirting, windows, doors."""

from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float

from rayograph.core.mesh import Mesh, merge
from rayograph.world.scene import Collider, Material, Part, Portal
from rayograph.world.sets.furnishing import board, box, joined, solid, turned
from rayograph.world.shapes import extrude, rotation, rounded_box, translation

Rect = tuple[float, float, float, float]
"""x0, y0, x1, y1 [m]."""


@dataclass(frozen=True, kw_only=True)
class Opening:
    """A hole in a wall [m]: `left` and `right` along it, `bottom` and `top` above the floor.

    bars: window panes (across, up); (0, 0) leaves the hole bare, for a door leaf.
    """

    left: float
    right: float
    bottom: float
    top: float
    bars: tuple[int, int] = (2, 3)


@dataclass(frozen=True, kw_only=True)
class Wall:
    """A straight wall. Its inner face runs from `start` to `end` in plan with the room on the LEFT hand.

    paint: of the inner face; `skirting` follows it where no opening reaches the floor.
    """

    start: tuple[float, float]
    end: tuple[float, float]
    height: float
    paint: Material
    openings: tuple[Opening, ...] = ()
    thickness: float = 0.30
    grow: tuple[float, float] = (0.30, 0.30)
    """How much longer the outer face is at start and end [m]; negative at corners that jut into the room."""

    @property
    def length(self) -> float:
        """Along the inner face [m]."""
        return float(np.hypot(self.end[0] - self.start[0], self.end[1] - self.start[1]))

    @property
    def pose(self) -> Float[np.ndarray, "4 4"]:
        """From wall space (x along, +y into the room, z up) to the world."""
        angle = np.degrees(np.arctan2(self.end[1] - self.start[1], self.end[0] - self.start[0]))
        return np.asarray(translation(self.start[0], self.start[1], 0.0) @ rotation("z", float(angle)))


def _panel(x0: float, x1: float, z0: float, z1: float, y: float, *, inward: bool) -> Mesh:
    points = np.array([[x0, y, z0], [x1, y, z0], [x1, y, z1], [x0, y, z1]], float)
    order = [[0, 2, 1], [0, 3, 2]] if inward else [[0, 1, 2], [0, 2, 3]]
    return Mesh(vertices=points, faces=np.array(order), uv=points[:, [0, 2]])


def _face(wall: Wall, y: float, *, inward: bool, reach: tuple[float, float]) -> list[Mesh]:
    """The wall's face at depth `y`, in cells around the openings, longer at its ends by `reach` [m]."""
    xs = sorted({-reach[0], wall.length + reach[1], *(v for o in wall.openings for v in (o.left, o.right))})
    zs = sorted({-0.05, wall.height + 0.05, *(v for o in wall.openings for v in (o.bottom, o.top))})
    cells = []
    for x0, x1 in zip(xs[:-1], xs[1:], strict=True):
        for z0, z1 in zip(zs[:-1], zs[1:], strict=True):
            x, z = (x0 + x1) / 2, (z0 + z1) / 2
            if not any(o.left < x < o.right and o.bottom < z < o.top for o in wall.openings):
                cells.append(_panel(x0, x1, z0, z1, y, inward=inward))
    return cells


def _reveal(opening: Opening, thickness: float) -> Mesh:
    """The four inner sides of a hole in the wall."""
    a, b, c, d = opening.left, opening.right, opening.bottom, opening.top
    t = -thickness
    rings = [
        [[a, t, c], [a, t, d], [a, 0, d], [a, 0, c]],
        [[b, t, c], [b, 0, c], [b, 0, d], [b, t, d]],
        [[a, t, c], [a, 0, c], [b, 0, c], [b, t, c]],
        [[a, t, d], [b, t, d], [b, 0, d], [a, 0, d]],
    ]
    meshes = []
    for ring in rings:
        points = np.array(ring, float)
        spread = points - points[0]
        uv = (
            np.stack([spread[:, 1] + spread[:, 0], spread[:, 2]], 1)
            if ring[0][0] == ring[2][0]
            else spread[:, :2]
        )
        normal = np.cross(points[1] - points[0], points[2] - points[0])
        inward = np.array([(a + b) / 2, t / 2, (c + d) / 2]) - points.mean(0)
        faces = np.array([[0, 1, 2], [0, 2, 3]])
        meshes.append(Mesh(vertices=points, faces=faces if normal @ inward > 0 else faces[:, ::-1], uv=uv))
    return merge(meshes)


def walls_around(
    corners: list[tuple[float, float]],
    height: float,
    paints: list[Material],
    openings: dict[int, tuple[Opening, ...]],
) -> list[Wall]:
    """Walls along a counter-clockwise plan of `corners` [m]; wall k runs from corner k to the next."""
    walls, count = [], len(corners)

    def reach(k: int) -> float:
        before, here, after = (np.array(corners[i % count]) for i in (k - 1, k, k + 1))
        a, b = here - before, after - here
        return 0.30 if a[0] * b[1] - a[1] * b[0] > 0 else -0.30

    for k in range(count):
        walls.append(
            Wall(
                start=corners[k],
                end=corners[(k + 1) % count],
                height=height,
                paint=paints[k],
                openings=openings.get(k, ()),
                grow=(reach(k), reach(k + 1)),
            )
        )
    return walls


def wall_parts(wall: Wall, *, skirting: Material | None, cornice: Material | None = None) -> list[Part]:
    """The wall: inner face, reveals, outer face, a skirting board and, on request, a cornice."""
    pose, t = wall.pose, wall.thickness
    body = _face(wall, 0.0, inward=True, reach=(0.0, 0.0))
    body += _face(wall, -t, inward=False, reach=wall.grow)
    body += [_reveal(opening, t) for opening in wall.openings]
    parts = [Part(mesh=merge(body).moved(pose), material=wall.paint)]
    if skirting is not None:
        outline = np.array([[0, 0], [0.018, 0], [0.018, 0.085], [0.012, 0.098], [0.010, 0.112], [0, 0.12]])
        doors = sorted((o.left - 0.09, o.right + 0.09) for o in wall.openings if o.bottom < 0.1)
        jut = [0.018 * (g < 0) for g in wall.grow]
        cuts = [-jut[0], *(v for pair in doors for v in pair), wall.length + jut[1]]
        for x0, x1 in zip(cuts[0::2], cuts[1::2], strict=True):
            if x1 - x0 > 0.02:
                parts.append(Part(mesh=_moulding(outline, x0, x1).moved(pose), material=skirting))
    if cornice is not None:
        profile = [
            [0, 0],
            [0, -0.13],
            [0.015, -0.13],
            [0.02, -0.10],
            [0.05, -0.055],
            [0.09, -0.03],
            [0.11, -0.018],
            [0.11, 0],
        ]
        outline = np.array(profile) + [0, wall.height]
        jut = [0.11 * (g < 0) for g in wall.grow]
        parts.append(
            Part(mesh=_moulding(outline[::-1], -jut[0], wall.length + jut[1]).moved(pose), material=cornice)
        )
    return parts


def _moulding(outline: Float[np.ndarray, "n 2"], x0: float, x1: float) -> Mesh:
    """A profile (out of the wall, up) run along the wall from x0 to x1."""
    solid_bar = extrude(outline, x1 - x0)
    projected = replace(solid_bar, uv=solid_bar.vertices[:, [1, 2]].copy())
    return projected.moved(translation((x0 + x1) / 2, 0, 0) @ rotation("z", 90))


def slab(rect: Rect, z: float, material: Material, *, up: bool, turned_uv: bool = False) -> Part:
    """A floor (`up`) or ceiling over a rectangle at height `z` [m]; uv are world metres."""
    x0, y0, x1, y1 = rect
    points = np.array([[x0, y0, z], [x1, y0, z], [x1, y1, z], [x0, y1, z]], float)
    faces = np.array([[0, 1, 2], [0, 2, 3]])
    uv = points[:, [1, 0]] if turned_uv else points[:, :2]
    return Part(mesh=Mesh(vertices=points, faces=faces if up else faces[:, ::-1], uv=uv), material=material)


def window(wall: Wall, opening: Opening, trim: Material, *, sill: bool = True) -> tuple[list[Part], Portal]:
    """Frame with glazing bars (no pane: light passes freely), architrave, sill board, and its portal."""
    pose, t = wall.pose, wall.thickness
    a, b, c, d = opening.left, opening.right, opening.bottom, opening.top
    deep = -t * 0.62
    bars = [
        board((a, deep, c), (a + 0.06, deep + 0.055, d)),
        board((b - 0.06, deep, c), (b, deep + 0.055, d)),
        board((a, deep, c), (b, deep + 0.055, c + 0.07)),
        board((a, deep, d - 0.06), (b, deep + 0.055, d)),
    ]
    across, up = opening.bars
    for k in range(1, across):
        x = a + (b - a) * k / across
        wide = 0.034 if across % 2 == 0 and k == across // 2 else 0.013
        bars.append(board((x - wide, deep + 0.008, c + 0.05), (x + wide, deep + 0.046, d - 0.05)))
    for k in range(1, up):
        z = c + (d - c) * k / up
        bars.append(board((a + 0.05, deep + 0.010, z - 0.013), (b - 0.05, deep + 0.044, z + 0.013)))
    around = [
        board((a - 0.085, 0, c - 0.03), (a - 0.005, 0.022, d + 0.08), 0.006),
        board((b + 0.005, 0, c - 0.03), (b + 0.085, 0.022, d + 0.08), 0.006),
        board((a - 0.105, 0, d + 0.005), (b + 0.105, 0.030, d + 0.10), 0.008),
    ]
    if sill:
        around.append(board((a - 0.11, deep + 0.05, c - 0.012), (b + 0.11, 0.075, c + 0.022), 0.009))
        around.append(board((a - 0.075, 0, c - 0.085), (b + 0.075, 0.020, c - 0.012), 0.005))
    frame = joined([*bars, *around], trim)
    corner = (pose @ [a, -t, c, 1])[:3]
    up_edge, along = np.array([0, 0, d - c]), pose[:3, 0] * (b - a)
    portal = Portal(corner=_triple(corner), edge_u=_triple(up_edge), edge_v=_triple(along))
    return [replace(frame, mesh=frame.mesh.moved(pose))], portal


def _triple(vector: np.ndarray) -> tuple[float, float, float]:
    return float(vector[0]), float(vector[1]), float(vector[2])


def door(wall: Wall, left: float, trim: Material, leaf: Material, metal: Material) -> list[Part]:
    """A closed panelled door 0.86 × 2.04 m on the inner face, with architrave and knob."""
    a, b, top = left, left + 0.86, 2.04
    panels = [box((a, 0.0, 0.006), (b, 0.028, top), leaf, 0.003)]
    for x0, x1 in ((a + 0.10, a + 0.395), (b - 0.395, b - 0.10)):
        for z0, z1 in ((0.20, 0.78), (0.92, 1.48), (1.60, 1.92)):
            panels.append(box((x0, 0.022, z0), (x1, 0.034, z1), leaf, 0.006))
            panels.append(box((x0 + 0.035, 0.030, z0 + 0.035), (x1 - 0.035, 0.040, z1 - 0.035), leaf, 0.008))
    panels.append(
        joined(
            [
                board((a - 0.09, 0, 0), (a, 0.034, top + 0.085), 0.007),
                board((b, 0, 0), (b + 0.09, 0.034, top + 0.085), 0.007),
                board((a - 0.10, 0, top), (b + 0.10, 0.040, top + 0.095), 0.008),
            ],
            trim,
        )
    )
    knob = turned(
        [
            (0, 0),
            (0.025, 0),
            (0.025, 0.005),
            (0.009, 0.008),
            (0.009, 0.03),
            (0.026, 0.045),
            (0.024, 0.06),
            (0, 0.066),
        ],
        24,
    )
    panels.append(
        Part(mesh=knob.moved(translation(a + 0.06, 0.026, 1.0) @ rotation("x", -90)), material=metal)
    )
    return [replace(part, mesh=part.mesh.moved(wall.pose)) for part in panels]


def wall_colliders(wall: Wall) -> list[Collider]:
    """The wall as one solid: what is thrown at a window bounces as from a pane."""
    return [solid((0.0, -wall.thickness, 0.0), (wall.length, 0.0, wall.height), wall.pose)]


def wall_panelling(wall: Wall, height: float, paint: Material, *, pitch: float = 0.62) -> list[Part]:
    """A wainscot: framed panels up to `height` [m] under a dado rail, clear of the wall's openings."""
    meshes: list[Mesh] = []
    clear = [(0.0, wall.length)]
    for opening in sorted(wall.openings, key=lambda o: o.left):
        if opening.bottom < height + 0.12:
            start, stop = clear.pop()
            clear += [(start, opening.left - 0.11), (opening.right + 0.11, stop)]
    for x0, x1 in clear:
        if x1 - x0 < 0.25:
            continue
        meshes.append(
            rounded_box((x1 - x0, 0.034, 0.045), 0.010, 3).moved(translation((x0 + x1) / 2, 0.012, height))
        )
        count = max(1, round((x1 - x0) / pitch))
        for k in range(count):
            p0, p1 = x0 + (x1 - x0) * k / count + 0.07, x0 + (x1 - x0) * (k + 1) / count - 0.07
            z0, z1 = 0.20, height - 0.09
            for low, high in (
                ((p0, z0), (p1, z0 + 0.026)),
                ((p0, z1 - 0.026), (p1, z1)),
                ((p0, z0), (p0 + 0.026, z1)),
                ((p1 - 0.026, z0), (p1, z1)),
            ):
                meshes.append(board((low[0], -0.004, low[1]), (high[0], 0.014, high[1]), 0.006))
    return [Part(mesh=merge(meshes).moved(wall.pose), material=paint)] if meshes else []


def against(wall: Wall, along: float, parts: list[Part], *, z: float = 0.0, off: float = 0.0) -> list[Part]:
    """Furniture or pictures built to face -Y, put back to the wall at `along` [m], standing `off` it."""
    pose = wall.pose @ translation(along, off, z) @ rotation("z", 180)
    return [replace(part, mesh=part.mesh.moved(pose)) for part in parts]
