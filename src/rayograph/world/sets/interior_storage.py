"""Bookcases, sideboards and what lives on them. Backs against y = 0, fronts towards -Y, base at z = 0."""

from dataclasses import replace

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh, merge
from rayograph.world.materials.library import material
from rayograph.world.scene import Material, Part
from rayograph.world.sets.furnishing import Vec, board, joined, place, turned
from rayograph.world.shapes import rotation, rounded_box, translation, tube

BINDINGS = (
    "#6e2b22",
    "#23384a",
    "#c7b48a",
    "#3c4a32",
    "#8b6a2e",
    "#d8d2c2",
    "#1f1f22",
    "#7d3f4a",
    "#54708a",
    "#a3512b",
    "#e0d9c6",
    "#4b3a2c",
    "#2f5a55",
    "#b99a4a",
    "#8f8a80",
)


def _dyed(mesh: Mesh, colour: np.ndarray) -> Mesh:
    return replace(mesh, colour=np.repeat(np.clip(colour, 0.004, 0.9)[None], len(mesh.vertices), 0))


_CORNERS = np.array(
    [[0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0], [0, 0, 1], [1, 0, 1], [1, 1, 1], [0, 1, 1]], float
)
_SIDES = np.array([[0, 3, 2, 1], [4, 5, 6, 7], [0, 1, 5, 4], [1, 2, 6, 5], [2, 3, 7, 6], [3, 0, 4, 7]])


def _crisp(low: Vec, high: Vec, colour: np.ndarray) -> Mesh:
    """A sharp-edged box of one colour, twelve triangles: what is too small for its edges to show."""
    a, b = np.asarray(low, float), np.asarray(high, float)
    points = (a + _CORNERS * (b - a))[_SIDES].reshape(-1, 3)
    start = np.arange(6)[:, None] * 4
    normals = np.repeat(
        np.array([[0, 0, -1], [0, 0, 1], [0, -1, 0], [1, 0, 0], [0, 1, 0], [-1, 0, 0]], float), 4, 0
    )
    faces = np.concatenate([start + [0, 1, 2], start + [0, 2, 3]])
    return _dyed(Mesh(vertices=points, faces=faces, normals=normals, uv=points[:, [0, 2]].copy()), colour)


def _book(thick: float, deep: float, tall: float, rng: np.random.Generator) -> list[Mesh]:
    """A book standing with its spine on -Y, spine's left edge at x = 0: boards, page block, bands, label."""
    ink = np.array(from_hex(BINDINGS[int(rng.integers(len(BINDINGS)))])) * rng.uniform(0.75, 1.15)
    gilt = np.array(from_hex("#b8964a" if rng.random() < 0.6 else "#e2dccb"))
    cover = rounded_box((thick, deep, tall), min(0.0035, thick * 0.3), 1)
    pages = _crisp(
        (0.0025, 0.006, 0.003), (thick - 0.0025, deep + 0.001, tall + 0.0006), np.array(from_hex("#d9ceb4"))
    )
    meshes = [_dyed(cover.moved(translation(thick / 2, deep / 2, tall / 2)), ink), pages]
    style = rng.integers(3)
    bands = [] if style == 0 else [(0.12, 0.015), (0.86, 0.012)] if style == 1 else [(0.60, 0.16)]
    for centre, share in bands:
        z, h = centre * tall, share * tall
        meshes.append(
            _crisp(
                (0.0012, -0.0006, z - h / 2), (thick - 0.0012, 0.004, z + h / 2), gilt * rng.uniform(0.7, 1.0)
            )
        )
    return meshes


def book_row(length: float, clear: float, deep: float, rng: np.random.Generator) -> list[Mesh]:
    """Books from x = 0 to about `length` [m], under `clear` [m]: runs of sets, a leaner at the end."""
    meshes: list[Mesh] = []
    x, series = 0.0, 0
    tall, size = 0.2, 0.02
    while x < length - 0.03:
        if series == 0:
            series = int(rng.integers(1, 5))
            tall, size = min(rng.uniform(0.17, 0.29), clear - 0.015), rng.uniform(0.014, 0.042)
        series -= 1
        thick, high = size * rng.uniform(0.8, 1.2), tall * rng.uniform(0.96, 1.0)
        width = min(rng.uniform(0.12, 0.17), deep)
        if x + thick > length:
            break
        pose = translation(x, rng.uniform(0.0, 0.018), 0)
        meshes += [mesh.moved(pose) for mesh in _book(thick, width, high, rng)]
        x += thick + 0.0012
    if length - x > 0.07 and meshes:
        lean = translation(x + 0.052, 0.004, 0.002) @ rotation("y", -13)
        meshes += [mesh.moved(lean) for mesh in _book(0.022, 0.13, min(0.2, clear - 0.03), rng)]
    return meshes


def book_stack(count: int, rng: np.random.Generator) -> list[Mesh]:
    """Books lying on each other, spines towards -Y, centred; the largest below."""
    meshes, z = [], 0.0
    for k in range(count):
        thick, tall = rng.uniform(0.016, 0.036), 0.27 - 0.03 * k * rng.uniform(0.6, 1.2)
        lay = rotation("z", rng.normal(0, 7)) @ translation(-tall / 2, -0.08, z + thick) @ rotation("y", 90)
        meshes += [mesh.moved(lay) for mesh in _book(thick, 0.18 - 0.012 * k, tall, rng)]
        z += thick + 0.0008
    return meshes


def books(meshes: list[Mesh]) -> Part:
    """Any number of books as one part: colours ride on the vertices."""
    return Part(
        mesh=merge(meshes), material=Material(name="book_cloth", roughness=0.62, specular=0.35, sheen=0.2)
    )


def vase(tall: float, glaze: Material, rng: np.random.Generator) -> Part:
    """A thrown vase `tall` [m]: foot, belly, neck and lip; hollow."""
    z = np.linspace(0, 1, 26)
    belly, neck, at = rng.uniform(0.26, 0.42), rng.uniform(0.09, 0.17), rng.uniform(0.32, 0.55)
    radius = (
        neck + (belly - neck) * np.exp(-(((z - at) / 0.30) ** 2)) + 0.05 * np.clip((z - 0.9) / 0.1, 0, 1) ** 2
    )
    outside = [(0.0, 0.0), *((float(r), float(h)) for r, h in zip(radius, z, strict=True))]
    inside = [(float(r) - 0.028, float(h)) for r, h in zip(radius[::-3], z[::-3], strict=True) if h > 0.1]
    return Part(
        mesh=turned([(r * tall, h * tall) for r, h in [*outside, *inside, (0.0, 0.12)]]), material=glaze
    )


def dry_stems(tall: float, rng: np.random.Generator) -> Part:
    """A handful of dry branches with buds, base at z = 0 [m]."""
    twigs = []
    for _ in range(int(rng.integers(6, 10))):
        heading, lean = rng.uniform(0, 2 * np.pi), rng.uniform(0.06, 0.34)
        s = np.linspace(0, 1, 12)[:, None]
        reach = tall * rng.uniform(0.7, 1.0)
        way = np.array([[np.cos(heading), np.sin(heading), 0]])
        path = (
            way * lean * reach * s**1.6
            + np.array([0, 0, 1.0]) * s * reach
            + 0.012 * np.cumsum(rng.normal(0, 1, (12, 3)), 0) * s * 0.6
        )
        twigs.append(tube(path, 0.0030 * (1.15 - s[:, 0]), 6))
        for k in range(4, 12):
            bud = tube(
                np.stack([path[k], path[k] + rng.normal(0, 0.5, 3) * 0.022 + [0, 0, 0.016]]),
                np.array([0.0026, 0.0060]),
                6,
            )
            twigs.append(bud)
    return joined(twigs, Material(name="dry_stem", base_colour=from_hex("#8a6a45"), roughness=0.8))


def ornaments(rng: np.random.Generator, glazes: list[Material]) -> list[Part]:
    """One shelf ornament near the origin, at most 0.22 m tall."""
    kind, glaze = int(rng.integers(4)), glazes[int(rng.integers(len(glazes)))]
    if kind == 0:
        return [vase(rng.uniform(0.13, 0.20), glaze, rng)]
    if kind == 1:
        bowl = turned(
            [
                (0, 0),
                (0.035, 0),
                (0.04, 0.008),
                (0.075, 0.035),
                (0.095, 0.07),
                (0.091, 0.071),
                (0.07, 0.039),
                (0.03, 0.014),
                (0, 0.012),
            ]
        )
        return [Part(mesh=bowl, material=glaze)]
    if kind == 2:
        return [books(book_stack(int(rng.integers(2, 5)), rng))]
    lid = turned(
        [
            (0, 0),
            (0.052, 0),
            (0.055, 0.004),
            (0.055, 0.095),
            (0.057, 0.097),
            (0.057, 0.112),
            (0.05, 0.118),
            (0.012, 0.12),
            (0.014, 0.136),
            (0, 0.142),
        ]
    )
    return [Part(mesh=lid, material=glaze)]


def bookcase(
    width: float, height: float, wood: Material, glazes: list[Material], rng: np.random.Generator
) -> list[Part]:
    """An open case `width` × `height` × 0.30 m, filled as people fill them: books, gaps, a few things."""
    deep, side = 0.30, 0.022
    bays, shelves = max(1, round(width / 0.85)), max(2, round(height / 0.34))
    case = [
        board((-width / 2, -deep, 0), (-width / 2 + side, 0, height)),
        board((width / 2 - side, -deep, 0), (width / 2, 0, height)),
        board((-width / 2, -0.012, 0.04), (width / 2, -0.001, height - 0.01), 0.001),
        board((-width / 2, -deep - 0.006, height - side), (width / 2, 0, height + 0.004)),
        board((-width / 2 + side, -deep + 0.02, 0), (width / 2 - side, -deep + 0.035, 0.07)),
    ]
    inner = (width - 2 * side) / bays
    case += [
        board(
            (-width / 2 + side + inner * k - 0.011, -deep + 0.004, 0.07),
            (-width / 2 + side + inner * k + 0.011, -0.01, height - side),
        )
        for k in range(1, bays)
    ]
    pitch = (height - 0.09) / shelves
    volumes: list[Mesh] = []
    things: list[Part] = []
    for level in range(shelves):
        z = 0.07 + pitch * level
        case.append(board((-width / 2 + side, -deep + 0.006, z - 0.02), (width / 2 - side, -0.01, z)))
        for bay in range(bays):
            x0, clear = -width / 2 + side + inner * bay + 0.013, pitch - 0.03
            span, share = inner - 0.028, rng.uniform(0.35, 1.0)
            share = 1.0 if share > 0.8 else share
            flush = translation(x0, -deep + 0.045, z)
            if rng.random() < 0.12:
                share = 0.0
            if share > 0:
                volumes += [mesh.moved(flush) for mesh in book_row(span * share, clear, 0.20, rng)]
            if share < 0.62:
                x = x0 + span * (share + 0.5 * (1 - share)) + 0.02
                things += place(ornaments(rng, glazes), x, -deep / 2, z, rng.uniform(-20, 20))
    return [joined(case, wood), *([books(volumes)] if volumes else []), *things]


def sideboard(
    width: float, wood: Material, metal: Material, rng: np.random.Generator, *, front: Material | None = None
) -> list[Part]:
    """A low cabinet `width` × 0.42 × about 0.74 m: doors and drawers with shadow gaps, pulls, legs."""
    deep, leg, height = 0.42, rng.uniform(0.10, 0.20), 0.74
    case = [
        board((-width / 2, -deep, height - 0.026), (width / 2, 0, height), 0.005),
        board((-width / 2, -deep, leg), (width / 2, 0, leg + 0.024), 0.004),
        board((-width / 2, -deep, leg), (-width / 2 + 0.024, 0, height)),
        board((width / 2 - 0.024, -deep, leg), (width / 2, 0, height)),
        board((-width / 2, -0.015, leg), (width / 2, -0.003, height), 0.001),
    ]
    bays = max(2, round(width / 0.52))
    wide = (width - 0.052) / bays
    fronts, pulls = [], []
    drawers = int(rng.integers(bays))
    for k in range(bays):
        x0, x1 = -width / 2 + 0.026 + wide * k + 0.002, -width / 2 + 0.026 + wide * (k + 1) - 0.002
        rows = 3 if k == drawers else 1
        for r in range(rows):
            z0 = leg + 0.027 + (height - leg - 0.055) * r / rows
            z1 = leg + 0.027 + (height - leg - 0.055) * (r + 1) / rows - 0.004
            fronts.append(board((x0, -deep + 0.006, z0), (x1, -deep + 0.026, z1), 0.002))
            at = (
                (x0 + x1) / 2 if rows > 1 else (x1 - 0.05 if k % 2 == 0 else x0 + 0.05),
                -deep + 0.008,
                (z0 + z1) / 2,
            )
            knob = turned(
                [(0, 0), (0.006, 0), (0.006, 0.014), (0.014, 0.020), (0.013, 0.027), (0, 0.030)], 20
            )
            pulls.append(knob.moved(translation(*at) @ rotation("x", 90)))
    legs = [
        tube(
            np.array(
                [
                    [sx * (width / 2 - 0.09), -deep / 2 + sy * (deep / 2 - 0.07), 0.0],
                    [sx * (width / 2 - 0.11), -deep / 2 + sy * (deep / 2 - 0.08), leg + 0.01],
                ]
            ),
            np.array([0.012, 0.020]),
            14,
        )
        for sx in (-1, 1)
        for sy in (-1, 1)
    ]
    return [joined([*case, *legs], wood), joined(fronts, front or wood), joined(pulls, metal)]


def glazes(colours: tuple[str, ...], seed: int) -> list[Material]:
    """Glazed ceramics of the given colours, for vases, bowls and lamp bases."""
    return [
        material("glazed_ceramic", colour=colour, wear=0.15, seed=seed + k)
        for k, colour in enumerate(colours)
    ]
