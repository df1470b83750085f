"""Ground floors: shop fronts with dressed, lit displays, fascias with lettering, awnings, house doors."""

from dataclasses import dataclass, replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh, merge
from rayograph.world.scene import Part
from rayograph.world.sets.street_facade import Front
from rayograph.world.sets.street_goods import goods
from rayograph.world.sets.street_solids import Box, boxes, panels, part, tinted, upright
from rayograph.world.sets.street_stuffs import Stuffs
from rayograph.world.sets.street_textures import shop_name, sign_uv
from rayograph.world.sets.street_window import Hole, frame_boxes, pane_mesh, reveals, wall_face

DISPLAY = 1.5
"""Depth of a shop window's stage [m]."""


@dataclass(frozen=True, kw_only=True)
class Shop:
    """One shop between `x0` and `x1` [m] of its house; `row` of the sign atlas; awning: two stripes."""

    x0: float
    x1: float
    high: float
    paint: str
    row: int
    awning: tuple[str, str] | None
    open: bool
    """Its display can be looked into and lights up; else it has dark panes."""
    blank: bool = False
    """Its fascia is left bare: the cast hangs a sign there."""
    trade: str = ""
    """What it deals in, where its sign is not of the street's own."""


def shop_front(shop: Shop, front: Front, stuffs: Stuffs, rng: np.random.Generator) -> list[Part]:
    """The whole of one shop, in its house's frame."""
    a, b, top = shop.x0, shop.x1, shop.high
    head = top - 0.98
    (inside,) = rng.spawn(1)
    door_left = bool(rng.random() < 0.5)
    door = (
        Hole(x0=a + 0.32, x1=a + 1.32, z0=0.0, z1=head)
        if door_left
        else Hole(x0=b - 1.32, x1=b - 0.32, z0=0.0, z1=head)
    )
    window = (
        Hole(x0=door.x1 + 0.16, x1=b - 0.32, z0=0.52, z1=head)
        if door_left
        else Hole(x0=a + 0.32, x1=door.x0 - 0.16, z0=0.52, z1=head)
    )
    joinery = [
        *_joinery(shop, window, door),
        *frame_boxes(window, (max(int((window.x1 - window.x0) / 1.25), 1), 1), 0.10),
    ]
    parts = [part(boxes(joinery, ease=front.ease(0.01)), stuffs.paint, shop.paint)]
    parts += _door(door, shop, front, stuffs, rng)
    if not shop.blank:
        parts += _sign(shop, stuffs)
    if shop.open:
        parts += _display(window, shop.trade or shop_name(stuffs.seed, shop.row), front, stuffs, inside)
    else:
        parts.append(Part(mesh=pane_mesh([window], inside, 0.10), material=stuffs.pane))
    if shop.awning is not None:
        parts += _awning(window.x0 - 0.2, window.x1 + 0.2, head + 0.12, shop.awning, stuffs, rng)
    return parts


def _joinery(shop: Shop, window: Hole, door: Hole) -> list[Box]:
    a, b, top = shop.x0, shop.x1, shop.high
    head = top - 0.98
    solids: list[Box] = []
    for x in (a + 0.02, b - 0.30):
        solids += [
            (x, -0.10, 0.0, x + 0.28, 0.2, 0.32),
            (x + 0.03, -0.06, 0.32, x + 0.25, 0.2, head),
            (x, -0.10, head - 0.1, x + 0.28, 0.2, head),
            (x + 0.02, -0.16, head, x + 0.26, 0.2, top - 0.24),
        ]
    between = (min(window.x1, door.x1), max(window.x0, door.x0))
    solids.append((between[0], -0.03, 0.0, between[1], 0.6, head))
    solids.append((a + 0.28, -0.07, head, b - 0.28, 0.25, top - 0.28))
    solids += [
        (a, -0.22, top - 0.28, b, 0.1, top - 0.20),
        (a - 0.02, -0.34, top - 0.20, b + 0.02, 0.1, top - 0.08),
        (a, -0.12, top - 0.08, b, 0.1, top),
    ]
    x0, x1, z = window.x0, window.x1, window.z0
    solids += [
        (x0, 0.02, 0.0, x1, 0.2, z),
        (x0 - 0.04, -0.05, z - 0.06, x1 + 0.04, 0.2, z),
        (x0, -0.02, 0.0, x1, 0.2, 0.14),
    ]
    count = max(int((x1 - x0) / 0.9), 1)
    for k in range(count):
        left, right = x0 + (x1 - x0) * k / count + 0.08, x0 + (x1 - x0) * (k + 1) / count - 0.08
        solids.append((left, 0.0, 0.2, right, 0.1, z - 0.12))
    return solids


def _door(door: Hole, shop: Shop, front: Front, stuffs: Stuffs, rng: np.random.Generator) -> list[Part]:
    """A glazed door set back from the street under a transom light."""
    back = 0.6
    a, b, head = door.x0, door.x1, door.z1
    sides = panels(
        [
            [[a, 0, 0], [a, back, 0], [a, back, head], [a, 0, head]],
            [[b, back, 0], [b, 0, 0], [b, 0, head], [b, back, head]],
            [[a, back, head], [b, back, head], [b, 0, head], [a, 0, head]],
            [[a, 0, 0.03], [b, 0, 0.03], [b, back, 0.03], [a, back, 0.03]],
        ]
    )
    leaf = Hole(x0=a, x1=b, z0=0.03, z1=2.15)
    light = Hole(x0=a, x1=b, z0=2.15, z1=head)
    bars = [
        *frame_boxes(leaf, (1, 1), back),
        *frame_boxes(light, (1, 1), back),
        (a, back - 0.05, 0.03, b, back + 0.03, 0.55),
    ]
    bars += [
        (a + 0.06, back - 0.045, 0.03, a + 0.16, back + 0.02, 2.15),
        (b - 0.16, back - 0.045, 0.03, b - 0.06, back + 0.02, 2.15),
    ]
    knob = boxes([(b - 0.13, back - 0.10, 0.95, b - 0.10, back - 0.07, 1.35)], ease=0.012)
    return [
        part(sides, stuffs.paint, shop.paint),
        part(boxes(bars, ease=front.ease(0.008)), stuffs.paint, shop.paint),
        Part(mesh=pane_mesh([leaf, light], rng, back), material=stuffs.pane),
        part(knob, stuffs.paint, "#b08d4a"),
    ]


def _sign(shop: Shop, stuffs: Stuffs) -> list[Part]:
    tall = 0.46
    half = min(tall * 4, (shop.x1 - shop.x0) / 2 - 0.4)
    tall = half / 4
    mid, z = (shop.x0 + shop.x1) / 2, shop.high - 0.63
    quad = upright(mid - half, mid + half, z - tall / 2, z + tall / 2, -0.075)
    return [Part(mesh=panels([quad], sign_uv(shop.row)[None]), material=stuffs.sign)]


def _display(window: Hole, name: str, front: Front, stuffs: Stuffs, rng: np.random.Generator) -> list[Part]:
    """The stage behind the glass: floor, back, lamps along its ceiling, and what is for sale."""
    a, b, c, d = window.x0, window.x1, window.z0, window.z1 + 0.02
    y0, y1 = 0.1, DISPLAY
    inside = panels(
        [
            [[a, y0, c], [b, y0, c], [b, y1, c], [a, y1, c]],
            [[a, y1, d], [b, y1, d], [b, y0, d], [a, y0, d]],
            [[a, y0, c], [a, y1, c], [a, y1, d], [a, y0, d]],
            [[b, y1, c], [b, y0, c], [b, y0, d], [b, y1, d]],
            [[a, y1, c], [b, y1, c], [b, y1, d], [a, y1, d]],
        ]
    )
    shade = ("#a3957a", "#7d6a52", "#b8ab95", "#59605c", "#8a4b3a")[int(rng.integers(5))]
    strip = [
        [a + 0.15, 0.62, d - 0.03],
        [b - 0.15, 0.62, d - 0.03],
        [b - 0.15, 0.42, d - 0.03],
        [a + 0.15, 0.42, d - 0.03],
    ]
    # A pelmet hides the tubes from the street.
    housing = boxes([(a + 0.1, 0.38, d - 0.025, b - 0.1, 0.66, d), (a, 0.3, d - 0.2, b, 0.34, d)])
    return [
        part(inside, stuffs.room, shade),
        Part(mesh=tinted(panels([strip]), "#e8dfcb"), material=stuffs.glow, light="shop_window"),
        part(housing, stuffs.paint, "#2a2a2a"),
        *goods(name, (a, b), (y0 + 0.15, y1 - 0.05), c, d, stuffs, rng, fine=front.fine),
    ]


def _awning(
    x0: float, x1: float, z: float, stripes: tuple[str, str], stuffs: Stuffs, rng: np.random.Generator
) -> list[Part]:
    """A canvas awning on its arms: striped slope and a scalloped valance, both with an underside."""
    out, fall = rng.uniform(1.0, 1.35), rng.uniform(0.4, 0.6)
    count = max(int((x1 - x0) / 0.22), 2)
    edges = np.linspace(x0, x1, count + 1)
    meshes = []
    for k in range(count):
        a, b = edges[k], edges[k + 1]
        colour = np.asarray(from_hex(stripes[k % 2]))
        sag = 0.04
        rows = [
            (-0.08, z),
            (-0.08 - out / 2, z - fall / 2 - sag),
            (-0.08 - out, z - fall),
            (-0.09 - out, z - fall - 0.16),
        ]
        quads = [[[a, *p1], [b, *p1], [b, *p0], [a, *p0]] for p0, p1 in zip(rows[:-1], rows[1:], strict=True)]
        low = rows[-1][1]
        y = rows[-1][0]
        quads.append(
            [[a, y, low], [a + (b - a) * 0.2, y, low - 0.05], [b - (b - a) * 0.2, y, low - 0.05], [b, y, low]]
        )
        top = panels(quads)
        under = panels([[[p[0], p[1] + 0.012, p[2] - 0.006] for p in q[::-1]] for q in quads])
        meshes += [tinted(top, colour), tinted(under, colour * 0.8)]
    arms = boxes(
        [(x, -0.08 - out, z - fall - 0.02, x + 0.03, -0.06, z - fall + 0.01) for x in (x0 + 0.05, x1 - 0.08)]
    )
    return [Part(mesh=merge(meshes), material=stuffs.cloth), Part(mesh=arms, material=stuffs.iron)]


def house_door(x: float, front: Front, stuffs: Stuffs, rng: np.random.Generator) -> tuple[Hole, list[Part]]:
    """The hole and the parts of a panelled house door centred at `x` [m]."""
    hole = Hole(x0=x - 0.6, x1=x + 0.6, z0=0.0, z1=2.95)
    back, colour = 0.26, ("#24352c", "#3a1d1c", "#1f2b3d", "#4b3524", "#22242a")[int(rng.integers(5))]
    light = Hole(x0=hole.x0, x1=hole.x1, z0=2.3, z1=2.95)
    leaf: list[Box] = [
        (hole.x0, back - 0.02, 0.14, hole.x1, back + 0.05, 2.3),
        *frame_boxes(light, (3, 1), back),
    ]
    for side in (-1, 1):
        low = x + (0.06 if side > 0 else -0.54)
        leaf += [
            (low, back - 0.05, z0, low + 0.48, back, z1)
            for z0, z1 in ((0.25, 0.85), (0.97, 1.75), (1.87, 2.2))
        ]
    leaf.append((x - 0.02, back - 0.04, 0.14, x + 0.02, back, 2.3))
    stone: list[Box] = [
        (hole.x0 - 0.2, -0.09, 0, hole.x0, 0.05, 3.0),
        (hole.x1, -0.09, 0, hole.x1 + 0.2, 0.05, 3.0),
        (hole.x0 - 0.2, -0.09, 2.95, hole.x1 + 0.2, 0.05, 3.2),
        (hole.x0 - 0.3, -0.26, 3.2, hole.x1 + 0.3, 0.05, 3.3),
        (hole.x0 - 0.1, -0.3, 0.0, hole.x1 + 0.1, 0.3, 0.14),
    ]
    brass = boxes(
        [
            (x + 0.05, back - 0.1, 1.05, x + 0.09, back - 0.06, 1.15),
            (x - 0.09, back - 0.1, 1.05, x - 0.05, back - 0.06, 1.15),
        ],
        ease=0.015,
    )
    return hole, [
        part(boxes(leaf, ease=front.ease(0.01)), stuffs.paint, colour),
        part(boxes(stone, ease=front.ease(0.015)), stuffs.masonry, front.trim),
        Part(mesh=pane_mesh([light], rng, back), material=stuffs.pane),
        part(brass, stuffs.paint, "#b08d4a"),
    ]


def dwelling(x0: float, x1: float, front: Front, stuffs: Stuffs, rng: np.random.Generator) -> list[Part]:
    """A ground floor that is lived in: a door, windows over a plinth."""
    width, high = x1 - x0, front.ground
    hole, parts = house_door(x0 + 1.1, front, stuffs, rng)
    tall = front.house.window[1]
    count = int((width - 2.4) / front.house.bay)
    span = (width - 2.2) / max(count, 1)
    centres = [x0 + 2.2 + span * (k + 0.5) for k in range(count)]
    wide = front.house.window[0] / 2
    holes = [Hole(x0=x - wide, x1=x + wide, z0=1.15, z1=min(1.15 + tall, high - 0.5)) for x in centres]
    if holes:
        frames = [f for h in holes for f in frame_boxes(h, front.house.panes)]
        parts.append(part(boxes(frames, ease=front.ease(0.006)), stuffs.paint, front.frame))
        parts.append(Part(mesh=pane_mesh(holes, rng), material=stuffs.pane))
    cuts = [*holes, hole]
    face = merge([wall_face(x1, 0.0, high, [replace(h) for h in cuts]), reveals(cuts)])
    parts.append(Part(mesh=_cut_left(face, x0), material=front.wall))
    plinth: list[Box] = [
        (hole.x1 + 0.2, -0.06, 0.0, x1, 0.05, 0.75),
        (hole.x1 + 0.2, -0.08, 0.75, x1, 0.05, 0.82),
    ]
    plinth += [(x0, -0.06, 0.0, hole.x0 - 0.2, 0.05, 0.75), (x0, -0.09, high - 0.25, x1, 0.05, high - 0.05)]
    for h in holes:
        plinth += [
            (h.x0 - 0.12, -0.09, h.z0 - 0.09, h.x1 + 0.12, 0.1, h.z0),
            (h.x0 - 0.12, -0.05, h.z1, h.x1 + 0.12, 0.05, h.z1 + 0.2),
        ]
    return [*parts, part(boxes(plinth, ease=front.ease(0.012)), stuffs.masonry, front.trim)]


def _cut_left(face: Mesh, x0: float) -> Mesh:
    """The face without what lies left of `x0` [m]."""
    return replace(face, vertices=np.maximum(face.vertices, [x0, -np.inf, -np.inf]))
