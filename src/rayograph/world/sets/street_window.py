"""Windows of a facade: reveals, frames and bars, panes that reflect, lit rooms behind curtains."""

from dataclasses import dataclass

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.world.scene import Part
from rayograph.world.sets.street_palette import House
from rayograph.world.sets.street_solids import Box, boxes, panels, part, tinted, upright
from rayograph.world.sets.street_stuffs import Stuffs
from rayograph.world.sets.street_textures import pane_uv
from rayograph.world.shapes import grid_faces, resmooth

REVEAL = 0.20
"""How deep the glass lies behind the wall's face [m]."""
ROOM = 0.55
"""Depth [m] of what is seen of a lit room."""


@dataclass(frozen=True, kw_only=True)
class Hole:
    """An opening in a facade [m]: `x0`, `x1` along it, `z0`, `z1` up."""

    x0: float
    x1: float
    z0: float
    z1: float


def reveals(holes: list[Hole], depth: float = REVEAL) -> Mesh:
    """The four sides of every hole, from the facade inwards by `depth` [m]."""
    quads = []
    for h in holes:
        a, b, c, d = h.x0, h.x1, h.z0, h.z1
        quads += [
            [[a, 0, c], [a, depth, c], [a, depth, d], [a, 0, d]],
            [[b, depth, c], [b, 0, c], [b, 0, d], [b, depth, d]],
            [[a, 0, c], [b, 0, c], [b, depth, c], [a, depth, c]],
            [[a, depth, d], [b, depth, d], [b, 0, d], [a, 0, d]],
        ]
    return panels(quads)


def wall_face(width: float, z0: float, z1: float, holes: list[Hole], y: float = 0.0) -> Mesh:
    """The facade's face in cells around its holes."""
    xs = np.unique([0.0, width, *(v for h in holes for v in (h.x0, h.x1))])
    zs = np.unique([z0, z1, *(v for h in holes for v in (h.z0, h.z1))])
    quads = []
    for low, high in zip(zs[:-1], zs[1:], strict=True):
        level = (low + high) / 2
        cuts = [h for h in holes if h.z0 < level < h.z1]
        edges = xs if cuts else np.array([0.0, width])
        for left, right in zip(edges[:-1], edges[1:], strict=True):
            if not any(h.x0 < (left + right) / 2 < h.x1 for h in cuts):
                quads.append(upright(left, right, low, high, y))
    return panels(quads)


def frame_boxes(hole: Hole, panes: tuple[int, int], y: float = REVEAL) -> list[Box]:
    """Casing, meeting stiles and glazing bars of one window whose glass lies at depth `y` [m]."""
    a, b, c, d = hole.x0, hole.x1, hole.z0, hole.z1
    t, f, k = 0.06, y - 0.05, y + 0.02
    bars: list[Box] = [
        (a, f, c, a + t, k, d),
        (b - t, f, c, b, k, d),
        (a, f, c, b, k, c + t),
        (a, f, d - t, b, k, d),
    ]
    across, up = panes
    for i in range(1, across):
        x = a + (b - a) * i / across
        wide = 0.045 if across == 2 else 0.022
        bars.append((x - wide, f + 0.015, c, x + wide, k, d))
    for j in range(1, up):
        z = c + (d - c) * j / up
        wide = 0.035 if up == 2 else 0.016
        bars.append((a, f + 0.02, z - wide, b, k, z + wide))
    return bars


def pane_mesh(holes: list[Hole], rng: np.random.Generator, y: float = REVEAL) -> Mesh:
    """Dark panes, none quite parallel to its neighbour, so that each catches another piece of sky."""
    tilt = rng.normal(0, 0.004, (len(holes), 4))
    quads = np.array([upright(h.x0, h.x1, h.z0, h.z1, y) for h in holes])
    quads[:, 1, 1] += tilt[:, 0]
    quads[:, 2, 1] += tilt[:, 0] + tilt[:, 1]
    quads[:, 3, 1] += tilt[:, 1]
    uv = np.stack([pane_uv(int(rng.integers(16)), mirrored=bool(rng.random() < 0.5)) for _ in holes])
    return panels(quads, uv)


def _drape(x0: float, x1: float, z0: float, z1: float, y: float, folds: float) -> Mesh:
    columns = 13
    x, z = np.meshgrid(np.linspace(x0, x1, columns), [z0, z1])
    depth = y + 0.025 * np.sin(np.linspace(0, 2 * np.pi * folds, columns))[None] * np.ones_like(z)
    points = np.stack([x, depth, z], -1).reshape(-1, 3)
    sheet = Mesh(vertices=points, faces=grid_faces(columns, 2), uv=points[:, [0, 2]])
    return resmooth(sheet)


def lit_room(hole: Hole, stuffs: Stuffs, rng: np.random.Generator) -> list[Part]:
    """A lit room: walls that recede, a bright far side, curtains in front that glow."""
    a, b, c, d = hole.x0, hole.x1, hole.z0, hole.z1
    near, far, flare = REVEAL + 0.02, REVEAL + ROOM, 0.25
    sides = panels(
        [
            [[a, near, c], [a - flare, far, c], [a - flare, far, d], [a, near, d]],
            [[b + flare, far, c], [b, near, c], [b, near, d], [b + flare, far, d]],
            [[a, near, c], [b, near, c], [b + flare, far, c], [a - flare, far, c]],
            [[a - flare, far, d], [b + flare, far, d], [b, near, d], [a, near, d]],
        ]
    )
    warm = ("#b79f78", "#a3845c", "#c2b496", "#94805f")[int(rng.integers(4))]
    parts = [part(sides, stuffs.room, warm)]
    glow = panels([upright(a - flare, b + flare, c + 0.25 * (d - c), d, far)])
    parts.append(Part(mesh=tinted(glow, "#d8c9a8"), material=stuffs.glow, light="windows"))
    parts.append(
        part(panels([upright(a - flare, b + flare, c, c + 0.25 * (d - c), far)]), stuffs.room, "#54422f")
    )
    span, cloth = b - a, ("#c9b48c", "#b98d5d", "#d0c3a5", "#9c6a4a", "#8f9a86")[int(rng.integers(5))]
    hung: list[Mesh] = []
    kind = rng.random()
    if kind < 0.22:
        hung.append(_drape(a, b, c, d, near + 0.06, span * 6))
    elif kind < 0.42:
        hung.append(_drape(a, b, d - (d - c) * rng.uniform(0.3, 0.7), d, near + 0.05, 0.0))
    if kind > 0.3:
        left, right = rng.uniform(0.14, 0.34, 2) * span
        hung += [_drape(a, a + left, c, d, near + 0.10, 2.5), _drape(b - right, b, c, d, near + 0.10, 2.5)]
    parts += [part(mesh, stuffs.sheer, cloth) for mesh in hung]
    if rng.random() < 0.5:
        parts.append(part(_on_sill(hole, rng), stuffs.room, "#1d2118"))
    return parts


def _on_sill(hole: Hole, rng: np.random.Generator) -> Mesh:
    """What stands in the window: books, a lamp, a vase, as silhouettes."""
    y, z = REVEAL + 0.16, hole.z0
    x = float(rng.uniform(hole.x0 + 0.2, hole.x1 - 0.3))
    if rng.random() < 0.5:
        return boxes(
            [
                (x + 0.035 * k, y, z, x + 0.035 * k + 0.03, y + 0.15, z + rng.uniform(0.17, 0.26))
                for k in range(6)
            ]
        )
    stem: list[Box] = [
        (x, y, z, x + 0.02, y + 0.02, z + 0.35),
        (x - 0.05, y - 0.04, z, x + 0.07, y + 0.06, z + 0.03),
    ]
    shade: list[Box] = [(x - 0.12, y - 0.08, z + 0.33, x + 0.14, y + 0.10, z + 0.52)]
    return boxes(stem + shade, ease=0.03)


def windows(
    holes: list[Hole],
    house: House,
    frame: str,
    lit: np.ndarray,
    stuffs: Stuffs,
    rng: np.random.Generator,
    *,
    ease: float,
) -> list[Part]:
    """All windows of a facade; `lit` says which have the light on."""
    if not holes:
        return []
    panes = house.panes if ease > 0 else (2, 1)
    parts = [part(boxes([f for h in holes for f in frame_boxes(h, panes)], ease=ease), stuffs.paint, frame)]
    dark = [h for h, on in zip(holes, lit, strict=True) if not on]
    if dark:
        parts.append(Part(mesh=pane_mesh(dark, rng), material=stuffs.pane))
    for hole, on in zip(holes, lit, strict=True):
        if on:
            parts += lit_room(hole, stuffs, rng)
    return parts


def dressings(holes: list[Hole], house: House, ease: float) -> Mesh:
    """Sills, raised surrounds and heads in stone."""
    solids: list[Box] = []
    peaks: list[Mesh] = []
    for h in holes:
        s = house.surround
        solids.append((h.x0 - s - 0.06, -0.10, h.z0 - 0.09, h.x1 + s + 0.06, REVEAL, h.z0))
        if s > 0:
            solids += [
                (h.x0 - s, -0.035, h.z0, h.x0, 0.04, h.z1),
                (h.x1, -0.035, h.z0, h.x1 + s, 0.04, h.z1),
                (h.x0 - s, -0.035, h.z1, h.x1 + s, 0.04, h.z1 + s),
            ]
        top = h.z1 + s
        if house.head == "keystone":
            solids.append((h.x0 - 0.14, -0.025, h.z1, h.x1 + 0.14, 0.06, h.z1 + 0.26))
            mid = (h.x0 + h.x1) / 2
            solids.append((mid - 0.09, -0.055, h.z1 - 0.02, mid + 0.09, 0.06, h.z1 + 0.31))
        elif house.head in ("hood", "pediment"):
            a, b = h.x0 - s - 0.10, h.x1 + s + 0.10
            solids.append((a, -0.16, top + 0.06, b, 0.04, top + 0.13))
            if ease > 0:
                solids.append((a + 0.05, -0.10, top, b - 0.05, 0.04, top + 0.06))
            for x in (a + 0.06, b - 0.16) if ease > 0 else ():
                solids.append((x, -0.12, top - 0.22, x + 0.10, 0.0, top))
            if house.head == "pediment":
                peaks.append(_gable(a, b, top + 0.13, 0.30, -0.15))
        elif s > 0:
            solids.append((h.x0 - s - 0.05, -0.08, top, h.x1 + s + 0.05, 0.04, top + 0.05))
    return merge([boxes(solids, ease=ease), *peaks])


def _gable(a: float, b: float, z: float, rise: float, y: float) -> Mesh:
    """A shallow triangular block on a window hood: sloped mouldings over a recessed field."""
    mid, t = (a + b) / 2, 0.09
    quads = [
        [[a, y, z], [b, y, z], [mid, y, z + rise], [mid, y, z + rise]],
        [[mid, y - 0.03, z + rise], [mid, 0.0, z + rise], [a, 0.0, z], [a, y - 0.03, z]],
        [[b, y - 0.03, z], [b, 0.0, z], [mid, 0.0, z + rise], [mid, y - 0.03, z + rise]],
        [
            [a, y - 0.03, z],
            [a + 2 * t, y - 0.03, z],
            [mid, y - 0.03, z + rise - t],
            [mid, y - 0.03, z + rise],
        ],
        [
            [b - 2 * t, y - 0.03, z],
            [b, y - 0.03, z],
            [mid, y - 0.03, z + rise],
            [mid, y - 0.03, z + rise - t],
        ],
    ]
    return panels(quads)
