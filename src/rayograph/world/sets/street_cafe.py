"""The inside of a café, seen through its window: a bar with bottles, tables laid for two, lamps that hang."""

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.world.scene import Part
from rayograph.world.sets.street_solids import Box, boxes, part, tinted
from rayograph.world.sets.street_stuffs import Stuffs
from rayograph.world.shapes import icosphere, lathe, translation, tube

Span = tuple[float, float]
_BOTTLE = ((0.0, 0), (0.036, 0), (0.036, 0.17), (0.014, 0.23), (0.014, 0.29), (0.0, 0.29))
_CUP = ((0.0, 0), (0.03, 0), (0.042, 0.06), (0.036, 0.062), (0.0, 0.01))
_TABLE = ((0.0, 0.70), (0.28, 0.70), (0.28, 0.72), (0.0, 0.725))
_FOOT = ((0.0, 0), (0.18, 0), (0.17, 0.02), (0.03, 0.05), (0.025, 0.70), (0.0, 0.70))
_DRINKS = ("#22402a", "#5a3216", "#7a5a2a", "#3a1a18")


def cafe(x: Span, y: Span, floor: float, top: float, stuffs: Stuffs, rng: np.random.Generator) -> list[Part]:
    """Between `x` and `y` [m], standing on `floor`, under `top`."""
    back = y[1] - 0.02
    wood: list[Box] = [(x[0], back - 0.34, floor, x[1], back, floor + 0.72)]
    wood += [(x[0], back - 0.16, floor + z, x[1], back, floor + z + 0.025) for z in (1.02, 1.36)]
    bottles: dict[str, list[Mesh]] = {}
    for z in (1.045, 1.385):
        for at in np.arange(x[0] + 0.08, x[1] - 0.06, 0.15):
            if rng.random() < 0.8 and floor + z + 0.3 < top:
                ink = _DRINKS[int(rng.integers(len(_DRINKS)))]
                bottles.setdefault(ink, []).append(
                    lathe(np.array(_BOTTLE), 12).moved(translation(float(at), back - 0.08, floor + z))
                )
    parts = [part(boxes(wood, ease=0.006), stuffs.paint, "#4a2c1a")]
    parts += [part(merge(m), stuffs.paint, ink) for ink, m in bottles.items()]
    tables, cups, lamps, cords, seats = [], [], [], [], []
    count = max(int((x[1] - x[0]) / 1.15), 1)
    for k in range(count):
        at = x[0] + (x[1] - x[0]) * (k + 0.5) / count
        deep = y[0] + 0.32
        here = translation(at, deep, floor)
        tables += [lathe(np.array(_TABLE), 24).moved(here), lathe(np.array(_FOOT), 16).moved(here)]
        for side in (-1, 1):
            cups.append(
                lathe(np.array(_CUP), 14).moved(translation(at + 0.1 * side, deep - 0.05, floor + 0.725))
            )
            seats += _chair(at + 0.42 * side, deep, floor, side)
        drop = top - 0.55
        globe = icosphere(2)
        lamps.append(globe.moved(translation(at, deep + 0.1, drop) @ np.diag([0.075, 0.075, 0.075, 1.0])))
        cords.append(tube(np.array([[at, deep + 0.1, drop + 0.07], [at, deep + 0.1, top]]), 0.006, 6))
    parts.append(part(merge(tables), stuffs.paint, "#6b4a2e"))
    parts.append(part(merge(seats), stuffs.paint, "#3a2418"))
    parts.append(part(merge(cups), stuffs.paint, "#ece6d8"))
    parts.append(part(merge(cords), stuffs.paint, "#1c1a18"))
    parts.append(Part(mesh=tinted(merge(lamps), "#f0dfba"), material=stuffs.glow, light="shop_window"))
    return parts


def _chair(x: float, y: float, floor: float, side: int) -> list[Mesh]:
    """A bentwood chair at a table's side, its back outwards."""
    seat = boxes([(x - 0.18, y - 0.18, floor + 0.43, x + 0.18, y + 0.18, floor + 0.46)], ease=0.01)
    legs = [
        tube(
            np.array([[x + sx * 0.15, y + sy * 0.15, floor], [x + sx * 0.15, y + sy * 0.15, floor + 0.43]]),
            0.015,
            6,
        )
        for sx in (-1, 1)
        for sy in (-1, 1)
    ]
    t = np.linspace(0, np.pi, 12)
    edge = x + side * 0.17
    bow = np.stack([np.full(12, edge), y - 0.17 * np.cos(t), floor + 0.45 + 0.42 * np.sin(t) ** 0.6], 1)
    inner = np.stack([np.full(12, edge), y - 0.10 * np.cos(t), floor + 0.45 + 0.32 * np.sin(t) ** 0.6], 1)
    meshes = [seat, *legs, tube(bow, 0.014, 6), tube(inner, 0.010, 6)]
    return [Mesh(vertices=m.vertices, faces=m.faces, normals=m.normals) for m in meshes]
