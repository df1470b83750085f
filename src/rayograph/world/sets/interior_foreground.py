"""What fills the near half of a room whose stage is its floor: a flat rug, the right wall, a hanging lamp."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.world.scene import Material, Part
from rayograph.world.sets.furnishing import board, bounds, joined, pillow, place, solid, turned, upholstery
from rayograph.world.sets.interior_hanging import arrangement, hang
from rayograph.world.sets.interior_lamps import bulb
from rayograph.world.sets.interior_palette import Palette
from rayograph.world.sets.interior_room import Room, Stuffs
from rayograph.world.sets.interior_seating import Furniture
from rayograph.world.sets.interior_shell import against
from rayograph.world.sets.interior_soft import rug
from rayograph.world.sets.interior_storage import book_stack, bookcase, books, ornaments, sideboard, vase
from rayograph.world.shapes import rotation, translation, tube

FLAT = 0.14
"""Height of a flat-woven rug over that of a piled one: the stage above it must stay flat."""


def foreground(
    room: Room,
    palette: Palette,
    stuffs: Stuffs,
    rng: np.random.Generator,
    *,
    bare_floor: bool,
    hung: bool = True,
) -> Furniture:
    """The near half of the room; with `bare_floor` no rug hides what was asked for underfoot.

    hung: whether a lamp may hang over the middle of the furniture.
    """
    parts, solids = _right_wall(room, palette, stuffs, rng)
    if rng.random() < 0.6 and not bare_floor:
        parts += flat_rug(palette, rng)
    if hung and rng.random() < 0.75:
        x, y = room.centre
        parts += place(pendant(room.height - rng.uniform(2.05, 2.25), stuffs, rng), x, y, room.height)
    return parts, solids


def flat_rug(palette: Palette, rng: np.random.Generator) -> list[Part]:
    """A kilim under the stage, its colours those of the other rug in another order."""
    a, b, c, d = palette.rug
    inks = ((a, b, c, d), (c, d, a, b), (b, c, d, a))[int(rng.integers(3))]
    woven = rug(rng.uniform(1.7, 2.1), rng.uniform(2.6, 3.1), inks, rng, makes=(1, 2, 2))
    made = place(woven, 0, 0, 0, 90 + rng.normal(0, 1))
    return [replace(part, mesh=_flattened(part.mesh)) for part in made]


def _flattened(mesh: Mesh) -> Mesh:
    low = mesh.vertices * [1, 1, FLAT] + [0, 0, 0.0005]
    return replace(mesh, vertices=low)


def _right_wall(room: Room, palette: Palette, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """One piece against the right wall beside the stage, and what hangs over it."""
    wall, kind = room.right_wall, int(rng.integers(1 if room.style == "kitchen" else 0, 4))
    along = float(rng.uniform(1.35, 1.75))
    if kind == 0:
        body = bookcase(
            rng.uniform(1.7, 2.1), float(rng.choice([1.05, 2.1])), stuffs.wood, list(stuffs.glazes), rng
        )
        over: list[Part] = []
    elif kind == 1:
        body = bench(rng.uniform(1.2, 1.5), stuffs.wood, stuffs.cushions, rng)
        over = hang(wall, arrangement(along, 1.62, rng), palette, stuffs, rng)
    else:
        body = sideboard(rng.uniform(1.4, 1.8), stuffs.wood, stuffs.metal, rng)
        body += place(ornaments(rng, list(stuffs.glazes)), 0.38, -0.22, 0.742)
        body += place([vase(rng.uniform(0.26, 0.36), stuffs.glazes[1], rng)], -0.42, -0.2, 0.742)
        body += place([books(book_stack(3, rng))], 0.02, -0.2, 0.742, rng.uniform(-12, 12))
        over = (
            against(wall, along, mirror(rng.uniform(0.36, 0.46), stuffs.metal), z=1.52, off=0.004)
            if kind == 2
            else hang(wall, arrangement(along, 1.64, rng), palette, stuffs, rng)
        )
    standing = against(wall, along, body, off=0.02)
    low, high = bounds(standing)
    return [*standing, *over], [solid(low, high)]


def bench(width: float, wood: Material, covers: tuple[Material, ...], rng: np.random.Generator) -> list[Part]:
    """A slatted bench `width` × 0.40 × 0.45 m with a seat pad and a pillow, back against y = 0."""
    deep, high, half = 0.40, 0.43, width / 2
    slats = [
        board((-half, -deep + 0.07 * k, high - 0.022), (half, -deep + 0.07 * k + 0.058, high))
        for k in range(6)
    ]
    for x in (-half + 0.09, half - 0.09):
        slats += [
            board((x - 0.02, -deep + 0.02, 0), (x + 0.02, -deep + 0.06, high - 0.02), 0.005),
            board((x - 0.02, -0.07, 0), (x + 0.02, -0.03, high - 0.02), 0.005),
            board((x - 0.016, -deep + 0.04, high - 0.075), (x + 0.016, -0.05, high - 0.02), 0.004),
        ]
    slats.append(
        board((-half + 0.09, -deep / 2 - 0.015, 0.12), (half - 0.09, -deep / 2 + 0.015, 0.16), 0.004)
    )
    seed = int(rng.integers(1 << 16))
    pad = upholstery((width - 0.03, 0.36, 0.055), radius=0.026, crown=0.008, seed=seed)
    cushion = pillow(0.44, 0.36, 0.14, seed=seed + 1)
    lean = translation(half * rng.uniform(0.35, 0.6), -0.10, high + 0.06) @ rotation("x", -14)
    return [
        joined(slats, wood),
        Part(mesh=pad.moved(translation(0, -deep / 2, high)), material=covers[1]),
        Part(mesh=cushion.moved(lean), material=covers[0]),
    ]


def mirror(radius: float, rim: Material) -> list[Part]:
    """A round mirror of `radius` [m] in a narrow rim, back on y = 0, facing -Y."""
    disc = turned([(0, 0.0), (radius, 0.0), (radius, 0.010), (radius - 0.008, 0.012), (0, 0.012)], 72)
    hoop = turned(
        [
            (radius - 0.004, 0),
            (radius + 0.016, 0),
            (radius + 0.020, 0.012),
            (radius + 0.014, 0.026),
            (radius, 0.026),
            (radius - 0.006, 0.018),
        ],
        72,
    )
    silver = Material(
        name="mirror", base_colour=(0.88, 0.89, 0.89), metallic=1.0, roughness=0.03, specular=0.5
    )
    up = rotation("x", 90)
    return [Part(mesh=disc.moved(up), material=silver), Part(mesh=hoop.moved(up), material=rim)]


def pendant(drop: float, stuffs: Stuffs, rng: np.random.Generator, *, light: str | None = None) -> list[Part]:
    """A hanging lamp, its rose on z = 0 and its shade `drop` [m] below: a metal dome or a paper globe.

    light: the fixture that its bulb is, always under a dome, for a lit globe burns out; None hangs no bulb.
    """
    rose = turned([(0, -0.035), (0.02, -0.035), (0.055, -0.012), (0.058, 0.0), (0, 0)], 32)
    cord = tube(np.array([[0, 0, -0.03], [0.002, 0, -drop / 2], [0, 0, -drop + 0.10]]), 0.003, 8)
    black = Material(name="cord", base_colour=(0.03, 0.028, 0.026), roughness=0.7)
    hung = [joined([cord], black), Part(mesh=rose, material=stuffs.metal)]
    hung += [] if light is None else [bulb(-drop + 0.075, light, 0.036)]
    if light is not None or rng.random() < 0.5:
        radius = rng.uniform(0.20, 0.27)
        t = np.linspace(0.06, 0.5 * np.pi, 18)
        outer = [(float(radius * np.sin(a)), float(0.72 * radius * np.cos(a))) for a in t[::-1]]
        inner = [(r - 0.004, z - 0.004) for r, z in outer[::-1]]
        cap = [(0.03, 0.75 * radius), (0.022, 0.9 * radius), (0.0, 0.92 * radius)]
        dome = turned([*outer, *cap], 64)
        lining = turned([(max(r, 0.0), z) for r, z in inner][::-1], 64)
        lining = replace(lining, faces=lining.faces[:, ::-1], normals=None)
        white = Material(name="lining", base_colour=(0.78, 0.76, 0.72), roughness=0.5)
        at = translation(0, 0, -drop)
        colour = stuffs.metal if rng.random() < 0.5 else stuffs.glazes[1]
        return [
            *hung,
            Part(mesh=dome.moved(at), material=colour),
            Part(mesh=lining.moved(at), material=white),
        ]
    radius = rng.uniform(0.20, 0.26)
    angle = np.linspace(0.03, np.pi - 0.12, 60)
    ribs = 1 - 0.012 * np.abs(np.sin(angle * 11))
    globe = turned(
        [
            (float(radius * np.sin(a) * r), float(-radius * 0.86 * np.cos(a)))
            for a, r in zip(angle, ribs, strict=True)
        ],
        56,
    )
    paper = Material(
        name="paper_globe", kind="thin", base_colour=(0.80, 0.76, 0.66), roughness=0.9, transmission=0.4
    )
    return [*hung, Part(mesh=globe.moved(translation(0, 0, -drop)), material=paper)]
