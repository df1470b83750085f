"""A bathroom: tiles, a vanity with its basin under a mirror, a bath along the wall, towels on a rail."""

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.core.rooms import COUNTERS
from rayograph.world.materials.library import material
from rayograph.world.scene import Material, Part
from rayograph.world.sets.furnishing import board, borrowed, box, joined, place, solid, turned, upholstery
from rayograph.world.sets.interior_lamps import bulb
from rayograph.world.sets.interior_room import Room, Stuffs
from rayograph.world.sets.interior_seating import Furniture
from rayograph.world.shapes import translation, tube

_GLAZE = Material(name="sanitary", base_colour=(0.80, 0.80, 0.78), roughness=0.10, clearcoat=0.7)
_SILVER = Material(name="mirror", base_colour=(0.88, 0.89, 0.89), metallic=1.0, roughness=0.02)


def _tap(reach: float, tall: float) -> Mesh:
    """A swan-necked tap that stands at the origin and pours towards -Y."""
    path = [
        [0, 0, 0],
        [0, 0, 0.7 * tall],
        [0, -0.15 * reach, 0.93 * tall],
        [0, -0.5 * reach, tall],
        [0, -0.9 * reach, 0.9 * tall],
        [0, -reach, 0.72 * tall],
    ]
    return tube(np.array(path), 0.012, 16)


def _basin(stuffs: Stuffs) -> list[Part]:
    """A round vessel basin on a counter with its tap behind, base at z = 0."""
    bowl = turned(
        [
            (0, 0.004),
            (0.10, 0),
            (0.13, 0.01),
            (0.19, 0.08),
            (0.205, 0.135),
            (0.198, 0.140),
            (0.188, 0.134),
            (0.17, 0.08),
            (0.11, 0.025),
            (0, 0.020),
        ],
        56,
    )
    chrome = material("chrome")
    return [
        joined([bowl], _GLAZE),
        joined(
            [
                _tap(0.17, 0.27).moved(translation(0, 0.19, 0)),
                turned([(0.027, 0), (0.027, 0.03), (0, 0.03)], 24).moved(translation(0, 0.19, 0)),
            ],
            chrome,
        ),
    ]


def _looking_glass(low: float, high: float, bottom: float, top: float, stuffs: Stuffs) -> list[Part]:
    """A mirror in a slim frame on y = 0, a tube of light at its head."""
    rim = [
        board((low - 0.02, -0.03, bottom - 0.02), (high + 0.02, 0, bottom), 0.003),
        board((low - 0.02, -0.03, top), (high + 0.02, 0, top + 0.02), 0.003),
        board((low - 0.02, -0.03, bottom), (low, 0, top), 0.003),
        board((high, -0.03, bottom), (high + 0.02, 0, top), 0.003),
    ]
    middle = (low + high) / 2
    lamp = tube(np.array([[middle - 0.28, -0.09, top + 0.10], [middle + 0.28, -0.09, top + 0.10]]), 0.018, 16)
    arm = tube(np.array([[middle, 0, top + 0.10], [middle, -0.08, top + 0.10]]), 0.010, 10)
    white = Material(name="bulb", base_colour=(0.85, 0.84, 0.80), roughness=0.5)
    return [
        box((low, -0.016, bottom), (high, -0.008, top), _SILVER, 0.001),
        joined([*rim, arm], stuffs.metal),
        Part(mesh=lamp, material=white, light="table_lamp"),
    ]


def _towel(width: float, fall: float, colour: str, seed: int) -> Part:
    """A bath towel over a rail at z = 0, its fold towards -Y, hanging `fall` [m]."""
    pile = upholstery((width, 0.045, fall), radius=0.02, crown=0.004, seed=seed, wrinkle=0.006)
    return Part(
        mesh=pile.moved(translation(0, -0.05, -fall + 0.02)), material=material("linen", colour=colour)
    )


def towel_rail(width: float, seed: int, colours: tuple[str, str]) -> list[Part]:
    """A chrome rail on the wall y = 0 at z = 0 with two towels."""
    bar = [tube(np.array([[-width / 2, -0.06, 0], [width / 2, -0.06, 0]]), 0.009, 14)]
    for x in (-width / 2 + 0.02, width / 2 - 0.02):
        bar.append(tube(np.array([[x, 0, 0], [x, -0.06, 0]]), 0.012, 12))
    return [
        joined(bar, material("chrome")),
        *place([_towel(0.46 * width, 0.62, colours[0], seed)], -0.24 * width, 0),
        *place([_towel(0.40 * width, 0.48, colours[1], seed + 1)], 0.25 * width, 0),
    ]


def bathtub(stuffs: Stuffs) -> list[Part]:
    """A free-standing bath 1.65 × 0.75 × 0.58 m with a rolled rim, along x, centred, with its mixer."""
    rings = [
        (0.58, 0.0),
        (0.66, 0.05),
        (0.80, 0.30),
        (0.90, 0.54),
        (0.985, 0.575),
        (0.995, 0.59),
        (0.97, 0.60),
        (0.90, 0.585),
        (0.86, 0.54),
        (0.72, 0.20),
        (0.55, 0.13),
        (0.0, 0.125),
    ]
    tub = turned([(r, z) for r, z in rings], 72)
    stretched = Mesh(vertices=tub.vertices * [0.83, 0.38, 1.0], faces=tub.faces, uv=tub.uv)
    pipe = [
        _tap(0.20, 0.36).moved(translation(0, 0.40, 0.58)),
        tube(np.array([[0, 0.40, 0], [0, 0.40, 0.60]]), 0.014, 14),
    ]
    return [joined([stretched], _GLAZE), joined(pipe, material("chrome"))]


def _vanity(
    low: float, high: float, back: float, front: float, top: float, stuffs: Stuffs, rng: np.random.Generator
) -> list[Part]:
    """A cupboard under a stone top from x = `low` to `high` [m]."""
    stone = material(str(rng.choice(["marble", "marble", "slate", "oak"])), seed=int(rng.integers(8)))
    doors, count = [board((low + 0.02, front + 0.02, 0.24), (high - 0.02, back, top - 0.03), 0.003)], 3
    edges = np.linspace(low + 0.03, high - 0.03, count + 1)
    for a, b in zip(edges[:-1], edges[1:], strict=True):
        doors.append(
            board((float(a) + 0.004, front, 0.26), (float(b) - 0.004, front + 0.03, top - 0.05), 0.004)
        )
    return [joined(doors, stuffs.wood), box((low, front - 0.02, top - 0.03), (high, back, top), stone, 0.004)]


def _toiletries(stuffs: Stuffs, rng: np.random.Generator) -> list[Part]:
    """Bottles and a rolled towel for the far end of a counter."""
    seed = int(rng.integers(1 << 16))
    pump, _ = borrowed("pump_bottle", seed)
    jar, _ = borrowed("cream_jar", seed)
    fern, _ = borrowed("plant", seed, height_m=0.26)
    return [*place(pump, 0, 0), *place(jar, 0.12, -0.03), *place(fern, -0.17, 0.03)]


_TOWELS = (("#ece9e2", "#9fb6b2"), ("#d8cbb4", "#ece9e2"), ("#7f9aa6", "#ece9e2"))


def furnish_vanity(room: Room, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """The vanity under the stage, basin and bottles beyond it, the mirror behind, a bath at the right."""
    made = COUNTERS["bathroom"]
    front, top, back = -made.half[1] - 0.03, made.height, room.back
    parts = _vanity(-1.35, 1.35, back, front, top, stuffs, rng)
    parts += place(_basin(stuffs), 0.68, 0.02, top)
    parts += place(_toiletries(stuffs, rng), -0.64, 0.13, top)
    glass = _looking_glass(0.28, 1.24, top + 0.20, top + 1.10, stuffs)
    parts += place(glass, 0, back)
    parts += place(towel_rail(0.85, 3, _TOWELS[int(rng.integers(3))]), -0.62, back, top + 0.74)
    parts += place(bathtub(stuffs), room.right - 0.45, -1.6, 0, 90)
    parts += _ceiling_lamp(room)
    return parts, [solid((-1.35, front - 0.02, 0), (1.35, back, top - 0.002))]


def _ceiling_lamp(room: Room) -> list[Part]:
    globe = place([bulb(0.0, "floor_lamp", 0.09)], 0.2, -0.9, room.height - 0.12)
    return [
        *globe,
        *place(
            [joined([turned([(0, -0.05), (0.07, -0.05), (0.075, 0), (0, 0)], 32)], material("chrome"))],
            0.2,
            -0.9,
            room.height,
        ),
    ]


def bath_wall(room: Room, stuffs: Stuffs, rng: np.random.Generator) -> Furniture:
    """Along the back wall of a room: the bath at the left, basin and mirror at the right, towels between."""
    back = room.back
    parts = place(bathtub(stuffs), -1.30, back - 0.42)
    parts += _vanity(0.55, 1.85, back, back - 0.50, 0.84, stuffs, rng)
    parts += place(_basin(stuffs), 1.2, back - 0.26, 0.84)
    parts += place(_toiletries(stuffs, rng), 0.78, back - 0.2, 0.84)
    parts += place(_looking_glass(0.75, 1.65, 1.16, 2.02, stuffs), 0, back)
    parts += place(towel_rail(0.8, 5, _TOWELS[int(rng.integers(3))]), -0.02, back, 1.45)
    parts += _ceiling_lamp(room)
    return parts, [
        solid((-2.15, back - 0.82, 0), (-0.45, back, 0.6)),
        solid((0.55, back - 0.5, 0), (1.85, back, 0.84)),
    ]
