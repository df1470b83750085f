"""Roofs: mansards with dormers, pitched tiles, flat roofs behind parapets; chimneys with their pots."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.world.scene import Part
from rayograph.world.sets.street_facade import Front, bays
from rayograph.world.sets.street_solids import Box, boxes, panels, part
from rayograph.world.sets.street_stuffs import Stuffs
from rayograph.world.sets.street_window import Hole, frame_boxes, pane_mesh
from rayograph.world.shapes import lathe, translation


def roof(front: Front, depth: float, stuffs: Stuffs, rng: np.random.Generator) -> list[Part]:
    """The roof of a house `depth` [m] deep, from the top of its cornice."""
    kind = front.house.roof
    if kind == "mansard":
        parts, top = _mansard(front, depth, stuffs, rng)
    elif kind == "pitched":
        parts, top = _pitched(front, depth, stuffs)
    else:
        parts, top = _parapet(front, depth, stuffs)
    return [*parts, *_chimneys(front, depth, top, stuffs, rng)]


def _slope(width: float, low: tuple[float, float], high: tuple[float, float]) -> Mesh:
    """A strip of roof over the whole width between (y, z) `low` and `high`; uv in metres up the slope."""
    run = float(np.hypot(high[0] - low[0], high[1] - low[1]))
    quad = [[0, *low], [width, *low], [width, *high], [0, *high]]
    return panels([quad], np.array([[[0, 0], [width, 0], [width, run], [0, run]]]))


def _ends(front: Front, outline: list[tuple[float, float]]) -> Mesh:
    """Party walls that close the roof at both ends, fanned from the first point of a (y, z) outline."""
    quads = []
    for a, b in zip(outline[1:-1], outline[2:], strict=True):
        first = outline[0]
        quads.append([[0, *first], [0, *b], [0, *a], [0, *a]])
        w = front.width
        quads.append([[w, *first], [w, *a], [w, *b], [w, *b]])
    return panels(quads)


def _mansard(
    front: Front, depth: float, stuffs: Stuffs, rng: np.random.Generator
) -> tuple[list[Part], float]:
    z, w = front.height + 0.15, front.width
    knee, crown = (0.75, z + 2.3), (depth / 2, z + 3.3)
    slate = merge([_slope(w, (0.12, z), knee), _slope(w, knee, crown), _slope(w, crown, (depth, z))])
    ends = _ends(front, [(0.12, z), (depth, z), crown, knee])
    parts = [Part(mesh=slate, material=stuffs.slate), Part(mesh=ends, material=front.wall)]
    zinc: list[Box] = [
        (0, knee[0] - 0.07, knee[1] - 0.05, w, knee[0] + 0.05, knee[1] + 0.05),
        (0, -0.05, z - 0.05, w, 0.2, z + 0.04),
    ]
    holes, cheeks = [], []
    for x in bays(w, front.house.bay * 1.15):
        hole = Hole(x0=x - 0.45, x1=x + 0.45, z0=z + 0.45, z1=z + 1.85)
        holes.append(hole)
        cheeks += [
            (x - 0.6, 0.10, z + 0.35, x - 0.45, 0.8, z + 1.95),
            (x + 0.45, 0.10, z + 0.35, x + 0.6, 0.8, z + 1.95),
            (x - 0.6, 0.10, z + 1.85, x + 0.6, 0.9, z + 2.0),
            (x - 0.6, 0.08, z + 0.35, x + 0.6, 0.3, z + 0.45),
        ]
        zinc.append((x - 0.68, 0.02, z + 2.0, x + 0.68, 1.0, z + 2.08))
    parts.append(part(boxes(cheeks, ease=front.ease(0.01)), stuffs.masonry, front.trim))
    parts.append(part(boxes(zinc, ease=front.ease(0.02)), stuffs.paint, "#7c8287"))
    frames = [b for h in holes for b in frame_boxes(h, (2, 2), 0.25)]
    parts.append(part(boxes(frames, ease=0.0), stuffs.paint, front.frame))
    parts.append(Part(mesh=pane_mesh(holes, rng, 0.25), material=stuffs.pane))
    return parts, z + 3.3


def _pitched(front: Front, depth: float, stuffs: Stuffs) -> tuple[list[Part], float]:
    z, w, over = front.height + 0.17, front.width, front.house.cornice + 0.12
    pitch = 0.62 if front.house.wall == "brick" else 0.42
    ridge = z + pitch * depth / 2
    tiles = stuffs.slate if front.house.wall == "brick" else stuffs.tile
    slopes = merge(
        [_slope(w, (-over, z - 0.04), (depth / 2, ridge)), _slope(w, (depth / 2, ridge), (depth, z))]
    )
    ends = _ends(front, [(0.0, z), (depth, z), (depth / 2, ridge)])
    caps: list[Box] = [(0, depth / 2 - 0.12, ridge - 0.06, w, depth / 2 + 0.12, ridge + 0.07)]
    gutter: list[Box] = [(-0.02, -over - 0.10, z - 0.12, w + 0.02, -over + 0.02, z - 0.02)]
    parts = [
        Part(mesh=slopes, material=tiles),
        Part(mesh=ends, material=front.wall),
        Part(mesh=boxes(gutter, ease=0.04), material=stuffs.iron),
    ]
    return [*parts, part(boxes(caps, ease=0.05), stuffs.masonry, "#8a6a55")], ridge


def _parapet(front: Front, depth: float, stuffs: Stuffs) -> tuple[list[Part], float]:
    z, w = front.height + 0.1, front.width
    wall = boxes(
        [
            (0, 0.0, z, w, 0.28, z + 0.85),
            (0, 0.28, z, 0.25, depth, z + 0.6),
            (w - 0.25, 0.28, z, w, depth, z + 0.6),
        ]
    )
    coping = boxes([(-0.05, -0.07, z + 0.85, w + 0.05, 0.34, z + 0.95)], ease=0.02)
    deck = panels([[[0, 0.2, z + 0.15], [w, 0.2, z + 0.15], [w, depth, z + 0.15], [0, depth, z + 0.15]]])
    return [
        Part(mesh=wall, material=front.wall),
        part(coping, stuffs.masonry, front.trim),
        part(deck, stuffs.room, "#55524d"),
    ], z + 0.5


def _chimneys(front: Front, depth: float, top: float, stuffs: Stuffs, rng: np.random.Generator) -> list[Part]:
    stacks: list[Mesh] = []
    caps: list[Box] = []
    pots: list[Mesh] = []
    pot = lathe(
        np.array(
            [
                (0.11, 0),
                (0.13, 0.05),
                (0.10, 0.12),
                (0.09, 0.5),
                (0.12, 0.54),
                (0.12, 0.6),
                (0.08, 0.6),
                (0.07, 0.2),
            ]
        ),
        8,
    )
    pot = replace(pot, uv=None)
    for x in (0.35, front.width - 0.35):
        if rng.random() < 0.3:
            continue
        y, count = depth * rng.uniform(0.22, 0.5), int(rng.integers(2, 5))
        high, long = top + rng.uniform(0.5, 1.2), 0.42 * count
        stacks.append(
            boxes([(x - 0.32, y - long / 2, front.height, x + 0.32, y + long / 2, high)], ease=0.01)
        )
        caps.append((x - 0.4, y - long / 2 - 0.08, high, x + 0.4, y + long / 2 + 0.08, high + 0.14))
        pots += [pot.moved(translation(x, y - long / 2 + 0.21 + 0.42 * k, high + 0.12)) for k in range(count)]
    if not stacks:
        return []
    return [
        Part(mesh=merge(stacks), material=front.wall if front.house.wall != "ashlar" else stuffs.tile),
        part(boxes(caps, ease=0.02), stuffs.masonry, front.trim),
        part(merge(pots), stuffs.masonry, "#9a5b41"),
    ]
