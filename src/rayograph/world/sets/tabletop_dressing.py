"""The painter's room beyond the light: books, pictures, a shelf of jars, things on pegs, a chair drawn up."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.world.materials.library import material
from rayograph.world.noise import fbm2
from rayograph.world.scene import Collider, Material, Part
from rayograph.world.sets.furnishing import board, borrowed, joined, place, pose_at, turned
from rayograph.world.sets.interior_kitchen import shelf
from rayograph.world.sets.interior_pictures import framed, painting
from rayograph.world.sets.interior_seating import Furniture
from rayograph.world.sets.interior_shell import Wall, against
from rayograph.world.sets.interior_soft import plant
from rayograph.world.sets.interior_storage import bookcase, dry_stems, glazes, vase
from rayograph.world.sets.tabletop_surface import FLOOR
from rayograph.world.shapes import grid_faces, resmooth, rotation, translation, tube

INKS = ("#8fa3ad", "#d8bd8c", "#26302c", "#8f4f38", "#d9ccb2")


def dressing(walls: list[Wall], back: float, kind: str, closed: bool, rng: np.random.Generator) -> Furniture:
    """Everything that stands and hangs round the table; `kind` is the backdrop, `closed` a studio.

    The rear wall is clear behind a canvas; whatever hangs there stays right of it.
    """
    seed = int(rng.integers(1 << 16))
    wood, iron = material(str(rng.choice(["walnut", "oak", "pine"])), seed=seed), material("black_iron")
    pots = glazes(("#8a7a63", "#4d5a58", "#a9987c"), seed)
    right, rear = walls[1], walls[2]
    parts = against(right, 3.2, bookcase(1.6, 2.0, wood, pots, rng), off=0.01)
    for along, z, wide, tall in ((5.0, 1.6, 0.7, 0.9), (1.6, 1.65, 0.9, 0.65)):
        parts += against(right, along, _picture(wide, tall, wood, rng), z=z)
    start = rear.start[0]
    if kind == "plaster":
        parts += _behind(rear, start, wood, iron, rng)
    parts += against(rear, start - 2.35, _picture(0.8, 1.0, wood, rng), z=0.54, off=0.03)
    hung = shelf(1.25, wood, iron, rng) if rng.random() < 0.5 else _pegs(1.25, wood, rng)
    parts += against(rear, start - 1.95, hung, z=rng.uniform(1.5, 1.7), off=0.002)
    parts += _stool(wood, pots[0], rng)
    solids: list[Collider] = []
    if not closed:
        seats, solids = _seats(seed, rng)
        parts += seats
        green = plant(rng.uniform(0.7, 0.95), pots[1], rng, clear=0.24)
        parts += place(green, walls[3].start[0] + 0.28, back - 0.28)
    return place(parts, 0, 0, FLOOR), [replace(c, pose=translation(0, 0, FLOOR) @ c.pose) for c in solids]


def _picture(wide: float, tall: float, wood: Material, rng: np.random.Generator) -> list[Part]:
    return framed(painting(wide, tall, INKS, rng), wide, tall, wood, None)


def _behind(rear: Wall, start: float, wood: Material, iron: Material, rng: np.random.Generator) -> list[Part]:
    """What hangs on a plastered wall behind the table: a picture, three small ones, a shelf, or nothing."""
    kind, x = int(rng.integers(4)), float(rng.uniform(-0.55, 0.35))
    if kind == 0:
        wide, tall = rng.uniform(0.5, 0.8), rng.uniform(0.5, 0.7)
        return against(rear, start - x, _picture(wide, tall, wood, rng), z=1.75, off=0.004)
    if kind == 1:
        return [
            part
            for k in range(3)
            for part in against(
                rear, start - x - 0.42 * (k - 1), _picture(0.28, 0.36, wood, rng), z=1.66, off=0.004
            )
        ]
    if kind == 2:
        return against(rear, start - x + 0.7, shelf(1.4, wood, iron, rng), z=1.62, off=0.002)
    return []


def _pegs(length: float, wood: Material, rng: np.random.Generator) -> list[Part]:
    """A peg rail along x with an apron and dried branches hung from it; its middle at z = 0."""
    rail = [board((0, -0.02, -0.035), (length, 0, 0.035), 0.005)]
    xs = np.linspace(0.1, length - 0.1, 5)
    rail += [tube(np.array([[x, -0.015, 0], [x, -0.085, 0.018]]), 0.009, 12) for x in xs]
    parts = [joined(rail, wood)]
    for x, kind in zip(xs, rng.permutation(["apron", "stems", "", "", "stems"]), strict=True):
        if kind == "stems":
            bunch = dry_stems(rng.uniform(0.40, 0.55), rng)
            pose = translation(float(x), -0.07, 0.02) @ rotation("x", 180)
            parts.append(Part(mesh=bunch.mesh.moved(pose), material=bunch.material))
        elif kind == "apron":
            parts += place([_apron(rng)], float(x), -0.055, 0.01)
    return parts


def _apron(rng: np.random.Generator) -> Part:
    """A linen apron hung by its loop from the origin, gathered at the top, falling in folds."""
    seed = int(rng.integers(1 << 16))
    u, v = np.meshgrid(np.linspace(-1, 1, 60), np.linspace(0, 1, 50))
    half = 0.015 + 0.20 * v**0.6
    fold = np.sin(u * 7 + 1.4 * fbm2(u, v * 1.5, octaves=2, seed=seed)) * (1.1 - 0.5 * v)
    y = -0.012 - 0.030 * fold * np.minimum(1, 4 * v) - 0.02 * (1 - u**2) * v
    z = -0.72 * v - 0.05 * u**2 * v + 0.01 * fold * v
    points = np.stack([u * half * (1 - 0.12 * np.cos(u * 5)), y, z], -1).reshape(-1, 3)
    mesh = Mesh(
        vertices=points,
        faces=grid_faces(60, 50)[:, ::-1],
        uv=np.stack([u * 0.3, v * 0.75], -1).reshape(-1, 2),
    )
    cloth = material("linen", colour=str(rng.choice(["#7d6f5a", "#4d5a63", "#a89878", "#6a3b30"])), seed=seed)
    return Part(mesh=resmooth(mesh), material=cloth)


def _stool(wood: Material, glaze: Material, rng: np.random.Generator) -> list[Part]:
    """A stool with a jar, to the right behind the table."""
    seat = turned([(0, 0.60), (0.16, 0.60), (0.172, 0.612), (0.168, 0.632), (0, 0.640)], 40)
    legs = [
        tube(
            np.array([[0.21 * np.cos(a), 0.21 * np.sin(a), 0], [0.11 * np.cos(a), 0.11 * np.sin(a), 0.605]]),
            0.013,
            12,
        )
        for a in np.arange(4) * np.pi / 2 + 0.6
    ]
    jar = [vase(0.26, glaze, rng)]
    if rng.random() < 0.5:
        jar += place([dry_stems(0.6, rng)], 0, 0, 0.1)
    return place([joined([seat, *legs], wood), *place(jar, 0, 0, 0.641)], 1.75, 0.75)


def _seats(seed: int, rng: np.random.Generator) -> Furniture:
    """A chair drawn up to the table's right end or standing by the wall, something on the floor."""
    wood = ("oak", "walnut", "painted_wood")[seed % 3]
    colour = ("#59645c", "#39434d", "#8f8672")[seed // 3 % 3] if wood == "painted_wood" else None
    drawn_up = rng.random() < 0.6
    at = (0.98, rng.uniform(-0.1, 0.12), -90.0) if drawn_up else (2.6, 0.8, -60.0)
    pose = pose_at(at[0], float(at[1]), 0.0, at[2] + rng.normal(0, 15))
    parts: list[Part] = []
    solids: list[Collider] = []
    kind = str(rng.choice(["basket", "crate", "suitcase", "bucket"]))
    for (made, blocks), there in (
        (borrowed("chair", seed, material=wood, colour=colour), pose),
        (borrowed(kind, seed), pose_at(2.15, -0.25, 0.0, rng.uniform(0, 90))),
    ):
        parts += [replace(part, mesh=part.mesh.moved(there)) for part in made]
        solids += [replace(block, pose=there @ block.pose) for block in blocks]
    return parts, solids
