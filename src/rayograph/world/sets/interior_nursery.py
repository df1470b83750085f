"""A child's bedroom: a string of flags, drawings on the wall, a low shelf of toys, a small bed."""

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.world.materials.library import material
from rayograph.world.scene import Material, Part
from rayograph.world.sets.furnishing import board, borrowed, box, joined, place, solid
from rayograph.world.sets.interior_bed import LONG, bed
from rayograph.world.sets.interior_pictures import cut_outs, framed
from rayograph.world.sets.interior_room import Room, Stuffs
from rayograph.world.sets.interior_seating import Furniture
from rayograph.world.sets.interior_shell import against
from rayograph.world.shapes import tube

BRIGHT = ("#d9534a", "#f0b93a", "#4a90b8", "#6aa85a", "#e88a4a", "#9a7bc0")
_TOYS = (("toy_car", None, 0.13), ("robot", None, 0.16), ("drum", 0.16, 0.26), ("rubber_duck", None, 0.13))


def bunting(low: float, high: float, z: float, rng: np.random.Generator) -> list[Part]:
    """A string of paper flags that sags along the wall y = 0 from x = `low` to `high` [m]."""
    middle, half = (low + high) / 2, (high - low) / 2
    xs = np.linspace(low, high, 40)
    sag = 0.16 * (1 - ((xs - middle) / half) ** 2)
    parts = [
        joined(
            [tube(np.stack([xs, np.full(40, -0.03), z - sag], 1), 0.003, 6)],
            material("linen", colour="#e9e3d5"),
        )
    ]
    flags: dict[str, list[Mesh]] = {}
    start = int(rng.integers(6))
    for k, x in enumerate(np.arange(low + 0.12, high - 0.1, 0.185)):
        top = z - 0.16 * (1 - ((x - middle) / half) ** 2)
        points = np.array([[x - 0.07, -0.03, top], [x + 0.07, -0.03, top], [x, -0.036, top - 0.18]])
        flag = Mesh(vertices=points, faces=np.array([[0, 2, 1]]), uv=points[:, [0, 2]].copy())
        flags.setdefault(BRIGHT[(start + k) % 6], []).append(flag)
    for shade, meshes in flags.items():
        cloth = Material(
            name="flag", kind="thin", base_colour=from_hex(shade), roughness=0.9, transmission=0.2
        )
        parts.append(joined(meshes, cloth))
    return parts


def _stars(low: float, high: float, bottom: float, top: float, rng: np.random.Generator) -> list[Part]:
    """Painted stars strewn over a wall."""
    meshes = []
    for _ in range(26):
        x, z, r = rng.uniform(low, high), rng.uniform(bottom, top), rng.uniform(0.025, 0.05)
        angle = np.arange(10) * np.pi / 5 + np.pi / 2
        reach = np.where(np.arange(10) % 2 == 0, r, 0.45 * r)
        ring = np.stack([x + reach * np.cos(angle), np.full(10, -0.003), z + reach * np.sin(angle)], 1)
        points = np.concatenate([[[x, -0.003, z]], ring])
        faces = np.array([[0, 1 + k, 1 + (k + 1) % 10] for k in range(10)])
        meshes.append(Mesh(vertices=points, faces=faces, uv=points[:, [0, 2]].copy()))
    return [joined(meshes, Material(name="star", base_colour=from_hex("#f6efd8"), roughness=0.8))]


def _drawing(rng: np.random.Generator, frame: Material) -> list[Part]:
    """A framed sheet of bright shapes."""
    inks = tuple(str(c) for c in rng.permutation(np.array(BRIGHT))[:4]) + ("#f4ecd8",)
    art = Material(
        name="drawing",
        base_colour=np.clip(cut_outs(256, 200, inks, rng), 0, 0.9).astype(np.float32),
        roughness=0.8,
    )
    return framed(art, 0.36, 0.46, frame, None, rim=0.018)


def toy_shelf(width: float, rng: np.random.Generator) -> list[Part]:
    """A low white shelf of toys, picture books and bright boxes, back on y = 0, centred."""
    half = width / 2
    white = material("painted_wood", colour="#f1ede2", wear=0.05)
    boards = [board((-half, -0.32, z), (half, 0, z + 0.025), 0.004) for z in (0.04, 0.40, 0.76)]
    boards += [
        board((x - 0.012, -0.32, 0), (x + 0.012, 0, 0.785), 0.004) for x in np.linspace(-half, half, 3)
    ]
    parts = [joined(boards, white)]
    order = list(rng.permutation(len(_TOYS)))
    for z in (0.425, 0.785):
        x = -half + 0.12
        while x < half - 0.16 and order:
            kind, tall, wide = _TOYS[order.pop()]
            made, _ = borrowed(
                kind,
                int(rng.integers(1 << 16)),
                height_m=tall,
                colour=str(rng.choice(BRIGHT)) if kind in ("toy_car", "robot", "drum") else None,
            )
            parts += place(made, x + wide / 2, -0.16, z, float(rng.uniform(-40, 40)))
            x += wide + 0.09
    for k, shade in enumerate(BRIGHT[:4]):
        a = -half + 0.04 + k * (width - 0.06) / 4
        parts.append(
            box(
                (a, -0.30, 0.066),
                (a + (width - 0.1) / 4 - 0.02, -0.03, 0.33),
                material("canvas", colour=shade),
                0.012,
            )
        )
    return parts


def _blocks(rng: np.random.Generator) -> list[Part]:
    """Building blocks strewn on the floor, two of them stacked."""
    parts = []
    for k in range(9):
        shade = material("painted_wood", colour=BRIGHT[k % 6], wear=0.1)
        x, y, z = (
            (0.0, 0.0, 0.0)
            if k == 0
            else (float(rng.uniform(-0.35, 0.35)), float(rng.uniform(-0.25, 0.25)), 0.0)
        )
        z = 0.055 if k == 8 else 0.0
        x, y = (0.0, 0.0) if k == 8 else (x, y)
        parts += place(
            [box((-0.027, -0.027, 0), (0.027, 0.027, 0.054), shade, 0.004)],
            x,
            y,
            z,
            float(rng.uniform(0, 90)),
        )
    return parts


def nursery_wall(room: Room, stuffs: Stuffs, rng: np.random.Generator, *, bedded: bool) -> Furniture:
    """Flags, stars and drawings on the back wall; a small bed there too unless the cast brings one."""
    back = room.back
    white = material("painted_wood", colour="#f1ede2", wear=0.05)
    left = room.left + 0.15
    high = room.right - 0.15
    parts = place(bunting(left, high, 2.42, rng), 0, back)
    if not room.back_wall.openings:
        parts += place(_stars(left, high, 1.05, 2.2, rng), 0, back)
    for k, x in enumerate((-0.95, -0.45) if room.back_wall.openings else (-0.95, -0.4, 1.3, 1.8)):
        parts += place(_drawing(rng, white), x, back, 1.52 + 0.05 * (k % 2))
    solids = []
    if bedded:
        shades = ("#f2ede2", str(rng.choice(BRIGHT[2:4])), "#f0d890")
        linen = [material("linen", colour=c, seed=k) for k, c in enumerate(shades)]
        made, blocks = bed(1.0, white, (linen[0], linen[1], linen[2]), stuffs.cushions, rng)
        parts += place(made, -1.86, back - LONG / 2 - 0.03)
        solids.append(solid((-2.4, back - LONG, 0), (-1.34, back, 0.5)))
    shelf = against(room.right_wall, room.right_wall.length - 1.5, toy_shelf(1.5, rng), off=0.01)
    parts += [*shelf, *place(_blocks(rng), 1.25, 0.15)]
    return parts, [*solids, solid((room.right - 0.34, back - 2.3, 0), (room.right, back - 0.7, 0.8))]
