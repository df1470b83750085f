"""What shop windows show: vases, books, loaves, hats and coats, clocks, on steps and shelves."""

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.world.scene import Part
from rayograph.world.sets.street_cafe import cafe
from rayograph.world.sets.street_solids import Box, boxes, part
from rayograph.world.sets.street_stuffs import Stuffs
from rayograph.world.shapes import icosphere, lathe, translation

Span = tuple[float, float]
_VASES = (
    ((0.0, 0), (0.06, 0), (0.11, 0.10), (0.12, 0.2), (0.05, 0.34), (0.045, 0.40), (0.07, 0.44), (0.0, 0.42)),
    ((0.0, 0), (0.09, 0), (0.14, 0.08), (0.15, 0.16), (0.10, 0.24), (0.0, 0.24)),
    ((0.0, 0), (0.045, 0), (0.05, 0.22), (0.02, 0.30), (0.02, 0.38), (0.0, 0.38)),
)
_COAT = (
    (0.0, 0),
    (0.02, 0),
    (0.02, 0.55),
    (0.23, 0.56),
    (0.18, 0.95),
    (0.16, 1.05),
    (0.21, 1.3),
    (0.22, 1.42),
    (0.15, 1.5),
    (0.06, 1.53),
    (0.05, 1.6),
    (0.085, 1.66),
    (0.095, 1.74),
    (0.07, 1.84),
    (0.0, 1.87),
)
_GLAZES = ("#c9beab", "#27506a", "#a8452f", "#3f6a4a", "#c89a3a", "#d8d2c4", "#2a2c31", "#8a3f5a")
_CLOTHS = ("#7a2630", "#23324a", "#b59a6a", "#39453a", "#8a8378", "#2a2624", "#a85f35")


_TRADES = {
    "cafe": ("café", "cafe", "pub", "bar", "diner", "restaurant", "bistro"),
    "tailor": ("tailor", "maison", "halloran", "pellegrin", "lindqvist"),
    "books": ("paper", "books", "northlight"),
    "bread": ("bakery", "tisserie", "trattoria", "osteria", "grocer"),
    "wares": ("apothecary", "florist", "vintner", "hardware"),
}
"""What is sold, by words of a shop's name; other names may sell anything."""


def goods(
    name: str, x: Span, y: Span, floor: float, top: float, stuffs: Stuffs, rng: np.random.Generator,
    *, fine: bool,
) -> list[Part]:  # fmt: skip
    """What the shop of this name sells, between `x` and `y` [m], standing on `floor`, under `top`."""
    wares = tuple(trade for trade in _TRADES if trade != "cafe")
    any_trade = wares[int(rng.integers(len(wares)))]
    said = (trade for trade, words in _TRADES.items() if any(word in name.lower() for word in words))
    trade = next(said, any_trade)
    if trade == "cafe" and "barber" not in name.lower():
        return cafe(x, y, floor, top, stuffs, rng)
    if trade == "tailor":
        return _tailor(x, y, floor, top, stuffs, rng)
    if trade == "books":
        return _books(x, y, floor, top, stuffs, rng)
    return _steps(x, y, floor, top, stuffs, rng, loaves=trade == "bread", fine=fine)


def _tailor(
    x: Span, y: Span, floor: float, top: float, stuffs: Stuffs, rng: np.random.Generator
) -> list[Part]:
    parts: list[Part] = []
    scale = min((top - floor - 0.15) / 1.87, 1.0)
    count = max(int((x[1] - x[0]) / 0.85), 1)
    for k in range(count):
        at = x[0] + (x[1] - x[0]) * (k + 0.5) / count
        figure = lathe(np.array(_COAT), 20)
        pose = translation(at, rng.uniform(y[0] + 0.35, y[1] - 0.4), floor) @ np.diag(
            [scale, scale, scale, 1.0]
        )
        parts.append(part(figure.moved(pose), stuffs.room, _CLOTHS[int(rng.integers(7))]))
        parts.append(
            part(
                boxes([(at - 0.2, y[0] + 0.3, floor, at + 0.2, y[0] + 0.7, floor + 0.03)]),
                stuffs.paint,
                "#1f1d1b",
            )
        )
    rail: list[Box] = [(x[0], y[1] - 0.25, floor + 1.55, x[1], y[1] - 0.22, floor + 1.58)]
    parts.append(part(boxes(rail), stuffs.paint, "#8f7440"))
    for at in np.arange(x[0] + 0.1, x[1] - 0.1, 0.085):
        hang = boxes(
            [(at, y[1] - 0.42, floor + rng.uniform(0.55, 0.8), at + 0.05, y[1] - 0.05, floor + 1.5)],
            ease=0.03,
        )
        parts.append(part(hang, stuffs.room, _CLOTHS[int(rng.integers(7))]))
    return parts


def _books(
    x: Span, y: Span, floor: float, top: float, stuffs: Stuffs, rng: np.random.Generator
) -> list[Part]:
    shelves: list[Box] = []
    volumes: dict[str, list[Box]] = {}
    for z in np.arange(floor, top - 0.4, 0.36):
        shelves.append((x[0], y[1] - 0.3, z, x[1], y[1], z + 0.03))
        at = x[0] + 0.03
        while at < x[1] - 0.06:
            wide = float(rng.uniform(0.02, 0.055))
            if rng.random() < 0.93:
                box = (
                    at,
                    y[1] - rng.uniform(0.24, 0.28),
                    z + 0.03,
                    at + wide,
                    y[1] - 0.04,
                    z + rng.uniform(0.2, 0.31),
                )
                volumes.setdefault(_CLOTHS[int(rng.integers(7))], []).append(box)
            at += wide + 0.002
    parts = [part(boxes(shelves), stuffs.paint, "#5b3d26")]
    stacks: dict[str, list[Box]] = {}
    for at in np.arange(x[0] + 0.25, x[1] - 0.2, 0.42):
        z = floor + 0.12
        shelves = [(at - 0.2, y[0] + 0.1, floor, at + 0.2, y[0] + 0.5, z)]
        parts.append(part(boxes(shelves), stuffs.paint, "#3a2a1d"))
        for _ in range(int(rng.integers(2, 6))):
            thick, turn = rng.uniform(0.025, 0.05), rng.uniform(-0.02, 0.02)
            colour = _GLAZES[int(rng.integers(8))]
            stacks.setdefault(colour, []).append(
                (at - 0.12 + turn, y[0] + 0.2, z, at + 0.12 + turn, y[0] + 0.37, z + thick)
            )
            z += thick
    for pile in (volumes, stacks):
        parts += [part(boxes(solids, ease=0.0), stuffs.room, colour) for colour, solids in pile.items()]
    return parts


def _steps(
    x: Span,
    y: Span,
    floor: float,
    top: float,
    stuffs: Stuffs,
    rng: np.random.Generator,
    *,
    loaves: bool,
    fine: bool,
) -> list[Part]:
    """Wares on three rising steps and a wall of shelves."""
    parts: list[Part] = []
    wood: list[Box] = []
    things: dict[str, list[Mesh]] = {}
    rows = [(y[0] + 0.05 + 0.3 * k, floor + 0.18 * k) for k in range(3)]
    rows += [(y[1] - 0.3, z) for z in np.arange(floor + 0.8, top - 0.45, 0.48)]
    loaf = icosphere(2 if fine else 1)
    for k, (front, z) in enumerate(rows):
        wood.append((x[0], front, floor if k < 3 else z - 0.03, x[1], front + 0.3, z))
        at = x[0] + 0.16
        while at < x[1] - 0.12:
            if loaves:
                size = rng.uniform(0.07, 0.12)
                shape = loaf.moved(np.diag([size, size, size, 1.0]))
                squeezed = Mesh(
                    vertices=shape.vertices * [1.5, 1.0, 0.75],
                    faces=shape.faces,
                    normals=shape.normals,
                    uv=shape.vertices[:, :2],
                )
                mesh = squeezed.moved(translation(at, front + 0.15, z + size * 0.7))
                colour = ("#a8692f", "#8a4f22", "#c18a48", "#b57a3c")[int(rng.integers(4))]
            else:
                vase = lathe(np.array(_VASES[int(rng.integers(3))]), 20 if fine else 10)
                size = rng.uniform(0.6, 1.05)
                mesh = vase.moved(translation(at, front + 0.15, z) @ np.diag([size, size, size, 1.0]))
                colour = _GLAZES[int(rng.integers(8))]
            things.setdefault(colour, []).append(mesh)
            at += rng.uniform(0.22, 0.38)
    parts.append(part(boxes(wood, ease=0.004), stuffs.paint, "#6b4a2e" if loaves else "#a89a82"))
    surface = stuffs.room if loaves else stuffs.paint
    parts += [part(merge(meshes), surface, colour) for colour, meshes in things.items()]
    return parts
