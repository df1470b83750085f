"""The ground as built: carriageway with gutters, kerbs, pavements, markings, manholes, drains."""

from dataclasses import dataclass

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.world.noise import noise2
from rayograph.world.scene import Collider, Material, Part
from rayograph.world.sets.furnishing import solid
from rayograph.world.sets.street_ground import GUTTER
from rayograph.world.sets.street_solids import Box, boxes, panels, part
from rayograph.world.sets.street_stuffs import Stuffs
from rayograph.world.shapes import grid_faces, lathe, resmooth, translation

LEFT, RIGHT = -4.6, 4.4
"""Faces of the kerbs [m]."""
WALL_LEFT, WALL_RIGHT = -7.7, 7.3
"""Fronts of the houses [m]."""
NEAR, FAR = -58.0, 68.0
"""Where the street ends behind and ahead [m]."""
KERB = 0.11
"""Top of the kerb [m]."""


@dataclass(frozen=True, kw_only=True)
class Grounds:
    """The materials underfoot."""

    road: Material
    flags: Material
    paint: Material
    patch: Material
    lines: bool


def height(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Height [m] of the carriageway: level where the cast stands, falling to the gutters."""
    edge = np.minimum(np.asarray(x) - LEFT, RIGHT - np.asarray(x))
    gutter = -0.045 * np.clip(1 - (edge - 0.08) / 0.42, 0, 1) ** 1.5
    off_stage = np.clip((np.abs(np.asarray(y)) - 5.5) / 6.0, 0, 1) * np.clip(edge / 0.6, 0, 1)
    crown = 0.05 * (1 - (np.clip(np.abs(x), 0, 4.5) / 4.5) ** 2)
    return np.asarray(
        gutter + off_stage * (crown + 0.012 * noise2(np.asarray(x) * 0.5, np.asarray(y) * 0.35, seed=5))
    )


def _road(grounds: Grounds) -> list[Part]:
    xs = np.unique(
        np.concatenate(
            [np.linspace(LEFT, LEFT + 0.6, 6), np.linspace(-4, 3.8, 14), np.linspace(RIGHT - 0.6, RIGHT, 6)]
        )
    )
    ys = np.arange(NEAR, FAR + 0.01, 0.5)
    x, y = np.meshgrid(xs, ys)
    points = np.stack([x, y, height(x, y)], -1).reshape(-1, 3)
    uv = points[:, :2] - [GUTTER, 0]
    road = resmooth(Mesh(vertices=points, faces=grid_faces(len(xs), len(ys)), uv=uv))
    far = 170.0
    plain = np.array(
        [
            [[-far, FAR, -0.03], [far, FAR, -0.03], [far, far, -0.03], [-far, far, -0.03]],
            [[-far, -far, -0.07], [far, -far, -0.07], [far, far, -0.07], [-far, far, -0.07]],
        ]
    )
    base = panels(plain, plain[..., :2] - [GUTTER, 0])
    return [Part(mesh=merge([road, base]), material=grounds.road)]


def _pavements(
    grounds: Grounds, stuffs: Stuffs, gaps: list[tuple[int, float, float]]
) -> tuple[list[Part], list[Collider]]:
    """Flags and kerbs on both sides, open where a side street (side, from, to) comes in."""
    quads, stones, solids = [], [], []
    for side, kerb, wall in ((-1, LEFT, WALL_LEFT), (1, RIGHT, WALL_RIGHT)):
        cuts = sorted((a, b) for s, a, b in gaps if s == side)
        edges = [NEAR, *(v for cut in cuts for v in cut), FAR]
        for a, b in zip(edges[::2], edges[1::2], strict=True):
            inner, outer = kerb + side * 0.15, wall + side * 0.7
            strip = [
                [inner, a, KERB + 0.002],
                [outer, a, KERB + 0.05],
                [outer, b, KERB + 0.05],
                [inner, b, KERB + 0.002],
            ]
            quads.append(strip if side > 0 else [strip[1], strip[0], strip[3], strip[2]])
            for y in np.arange(a, b - 0.01, 1.5):
                stones.append((kerb, y + 0.003, -0.1, inner + side * 0.01, min(y + 1.497, b), KERB))
            for end in (a, b):
                stones += [
                    (x, end - 0.08, -0.1, x + 0.99, end + 0.08, KERB + 0.01)
                    for x in np.arange(min(inner, outer), max(inner, outer), 1.0)
                ]
            solids.append(solid((min(kerb, outer), a, -0.2), (max(kerb, outer), b, KERB)))
    points = np.array(quads, float)
    flags = panels(points, points[..., :2])
    kerbs = boxes(stones, ease=0.018)
    return [Part(mesh=flags, material=grounds.flags), part(kerbs, stuffs.masonry, "#7d7a75")], solids


def _strip(x0: float, x1: float, y0: float, y1: float, lift: float) -> Mesh:
    """A rectangle laid on the carriageway, following it `lift` [m] above."""
    xs, ys = (
        np.linspace(x0, x1, max(int((x1 - x0) / 0.4), 1) + 1),
        np.linspace(y0, y1, max(int((y1 - y0) / 0.5), 1) + 1),
    )
    x, y = np.meshgrid(xs, ys)
    points = np.stack([x, y, height(x, y) + lift], -1).reshape(-1, 3)
    return resmooth(Mesh(vertices=points, faces=grid_faces(len(xs), len(ys)), uv=points[:, :2]))


def _markings(grounds: Grounds, crossing: float, rng: np.random.Generator) -> list[Part]:
    parts: list[Part] = []
    if grounds.lines:
        bars = [
            _strip(x, x + 0.5, crossing, crossing + 3.0, 0.002)
            for x in np.arange(LEFT + 0.55, RIGHT - 0.7, 1.0)
        ]
        dashes = [
            _strip(-0.16, -0.04, y, y + 2.5, 0.002)
            for y in np.arange(NEAR + 2, FAR - 3, 6.0)
            if not crossing - 4 < y < crossing + 4.5
        ]
        stops = [
            _strip(LEFT + 0.4, -0.3, crossing + 4.2, crossing + 4.5, 0.002),
            _strip(0.1, RIGHT - 0.4, crossing - 1.5, crossing - 1.2, 0.002),
        ]
        bays = [
            _strip(x, x + 0.08, y, y + 0.9, 0.002)
            for x in (LEFT + 2.1, RIGHT - 2.2)
            for y in np.arange(crossing + 6, FAR - 8, 6.0)
        ]
        parts.append(Part(mesh=merge([*bars, *dashes, *stops, *bays]), material=grounds.paint))
        patches = []
        for _ in range(7):
            x, y = rng.uniform(LEFT + 0.8, RIGHT - 2.4), rng.uniform(-14, 40)
            patches.append(_strip(x, x + rng.uniform(0.7, 1.6), y, y + rng.uniform(1.2, 5.0), 0.0012))
        parts.append(Part(mesh=merge(patches), material=grounds.patch))
    return parts


def _manhole(x: float, y: float) -> list[Mesh]:
    """A cast-iron cover: rim, plate, raised studs."""
    z = float(height(np.array(x), np.array(y)))
    ring = lathe(
        np.array(
            [
                (0.27, -0.01),
                (0.30, -0.01),
                (0.36, -0.005),
                (0.36, 0.004),
                (0.315, 0.005),
                (0.31, -0.004),
                (0.30, -0.004),
                (0.295, 0.004),
                (0.0, 0.004),
            ]
        ),
        48,
    )
    studs: list[Box] = []
    for i, j in np.ndindex(9, 9):
        a, b = (i - 4) * 0.06, (j - 4) * 0.06
        if np.hypot(a, b) < 0.265:
            wide, long = (0.022, 0.008) if (i + j) % 2 else (0.008, 0.022)
            studs.append((a - wide, b - long, 0.002, a + wide, b + long, 0.009))
    pose = translation(x, y, z)
    return [ring.moved(pose), boxes(studs, ease=0.003).moved(pose)]


def _drains() -> tuple[Mesh, Mesh]:
    """Gully grates in both gutters, and the dark under their bars."""
    bars: list[Box] = []
    pits = []
    for x0, x1 in ((LEFT + 0.04, LEFT + 0.46), (RIGHT - 0.46, RIGHT - 0.04)):
        for y in np.arange(NEAR + 9, FAR - 4, 17.0):
            z = -0.038
            bars += [
                (x0, y, z - 0.03, x0 + 0.03, y + 0.5, z + 0.004),
                (x1 - 0.03, y, z - 0.03, x1, y + 0.5, z + 0.004),
            ]
            bars += [
                (x0, y + 0.49 * k / 9, z - 0.03, x1, y + 0.49 * k / 9 + 0.024, z + 0.004) for k in range(10)
            ]
            pits.append(
                [[x0, y, z - 0.006], [x1, y, z - 0.006], [x1, y + 0.5, z - 0.006], [x0, y + 0.5, z - 0.006]]
            )
    return boxes(bars, ease=0.003), panels(pits)


def paving(
    grounds: Grounds,
    stuffs: Stuffs,
    crossing: float,
    gaps: list[tuple[int, float, float]],
    rng: np.random.Generator,
) -> tuple[list[Part], list[Collider]]:
    """The whole ground of the street; `crossing`: where its zebra begins [m]."""
    pavements, solids = _pavements(grounds, stuffs, gaps)
    covers = [
        m
        for x, y in ((-1.7, rng.uniform(1.5, 3.5)), (1.6, rng.uniform(13, 17)), (-1.2, 28.0), (1.4, -17.0))
        for m in _manhole(x, y)
    ]
    bars, pits = _drains()
    iron = [Part(mesh=merge(covers), material=stuffs.iron), Part(mesh=bars, material=stuffs.iron)]
    return [
        *_road(grounds),
        *pavements,
        *_markings(grounds, crossing, rng),
        *iron,
        part(pits, stuffs.room, "#0b0b0b"),
    ], solids
