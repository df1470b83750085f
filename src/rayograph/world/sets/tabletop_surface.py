"""The table of the still life: boarded wood, stone slabs, brass sheet, a cloth in folds, a paper sweep."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.world.materials.library import material
from rayograph.world.materials.wood import across
from rayograph.world.noise import fbm2, smoothstep
from rayograph.world.scene import Collider, Material, Part
from rayograph.world.sets.furnishing import board, box, joined, solid
from rayograph.world.shapes import grid_faces, resmooth, tube

HALF_X, HALF_Y, FLOOR = 0.70, 0.45, -0.75
"""Half size of the table top and the floor's height [m]."""
PAPERS = ("#cdbfae", "#a9babb", "#c9967a", "#dbc9a2", "#9aa892", "#b9b3c2", "#e2dcd0", "#7d8c9a", "#d8b3a6")
PAPER_X = 1.36
"""Half width of the trestle under seamless paper [m]."""
SHEET_X, SHEET_FRONT, SHEET_RISE = (-1.80, 2.50), -1.15, 2.10
"""How far seamless paper reaches to both sides, towards the camera, and up [m]: beyond what an orbit sees."""
PAPER_Y, SWEEP_WALL = 0.78, 1.10
"""Where seamless paper begins to rise behind the things, and where it stands upright [m]."""
USUAL = ("oak", "walnut", "marble", "slate", "linen", "concrete", "paper", "brass")
"""Surfaces that are taken where none was named."""
_BOARDED = ("oak", "walnut", "pine", "maple", "ebony", "painted_wood")
_DRAPED = {"linen": "#cfc5b2", "velvet": "#3a1420", "silk": "#8f2a3a", "canvas": "#b3a27e"}
"""Cloths that hang over the table's edges, and their usual colours."""
_COVERED = {"felt": 0.004, "leather": 0.006}
"""Covers glued to a wooden top, and how far they stand above its rim [m]."""
_SLABS = {
    "marble": 0.030, "slate": 0.028, "concrete": 0.050, "brass": 0.036, "granite": 0.030, "sandstone": 0.045,
    "terracotta": 0.035, "steel": 0.030, "copper": 0.030, "chrome": 0.020, "black_iron": 0.030,
    "plaster": 0.045,
}  # fmt: skip
"""Slabs on an iron stand and their thickness [m]."""
_SHEETS = {"glass": (0.012, 0.025), "plastic": (0.020, 0.10), "glazed_ceramic": (0.024, 0.06)}
"""Glossy sheets: thickness [m] and roughness."""
_GRIP = {
    "marble": (0.35, 0.65), "brass": (0.35, 0.55), "slate": (0.55, 0.6), "linen": (0.6, 0.3),
    "paper": (0.5, 0.4), "concrete": (0.6, 0.6), "felt": (0.5, 0.35), "velvet": (0.65, 0.2),
    "leather": (0.6, 0.35), "silk": (0.4, 0.3), "canvas": (0.6, 0.3), "glass": (0.3, 0.6),
    "plastic": (0.35, 0.5), "chrome": (0.3, 0.55), "steel": (0.35, 0.55), "copper": (0.35, 0.55),
    "glazed_ceramic": (0.35, 0.6), "granite": (0.45, 0.65), "sandstone": (0.6, 0.6),
    "terracotta": (0.55, 0.55), "plaster": (0.6, 0.4), "black_iron": (0.45, 0.5),
}  # fmt: skip


def grip(surface: str) -> tuple[float, float]:
    """Sliding friction and restitution of a table top; woods share one."""
    return _GRIP.get(surface, (0.45, 0.5))


def table(surface: str, colour: str | None, rng: np.random.Generator) -> tuple[list[Part], list[Collider]]:
    """The table with its top at z = 0 in `surface`, and what it stops below the stage plane."""
    seed = int(rng.integers(1 << 16))
    if surface in _BOARDED:
        return _boarded(surface, colour, seed, rng)
    if surface in _DRAPED:
        stuff = material(surface, colour=colour or _DRAPED[surface], seed=seed)
        return [*_trestle("pine", -0.008, seed), _cloth(stuff, rng)], [_block(0.03)]
    if surface == "paper":
        sheet = material("paper", colour=colour or PAPERS[seed % len(PAPERS)], seed=seed)
        parts = [*_trestle("pine", -0.004, seed, PAPER_X), _sweep(replace(sheet, roughness=0.85), rng)]
        return parts, [solid((SHEET_X[0], SHEET_FRONT, -0.03), (SHEET_X[1], HALF_Y, -0.004))]
    if surface in _COVERED:
        return _covered(surface, colour, seed), [_block(0.034)]
    if surface in _SHEETS:
        return _sheet(surface, colour, seed)
    thick = _SLABS[surface]
    stone = material(surface, colour=colour, seed=seed, wear=0.35)
    edge = 0.012 if surface in ("brass", "copper", "steel", "chrome") else 0.005
    top = box((-HALF_X, -HALF_Y, -thick), (HALF_X, HALF_Y, 0), stone, edge)
    return [top, *_iron_base(thick)], [_block(thick)]


def _covered(surface: str, colour: str | None, seed: int) -> list[Part]:
    """Felt or hide stretched over a top, inside a rim of dark wood a little lower."""
    stuff = material(surface, colour=colour, seed=seed, wear=0.15)
    wood, proud, rim = material("walnut", seed=seed, wear=0.3), _COVERED[surface], 0.035
    inner = box((rim - HALF_X, rim - HALF_Y, -0.03), (HALF_X - rim, HALF_Y - rim, 0.0), stuff, 0.9 * proud)
    frame = box((-HALF_X, -HALF_Y, -0.04), (HALF_X, HALF_Y, -proud), wood, 0.006)
    return [inner, frame, _base(wood, 0.04)]


def _sheet(surface: str, colour: str | None, seed: int) -> tuple[list[Part], list[Collider]]:
    """A glossy sheet on an iron stand: clear glass, or glass, acrylic and enamel in a colour."""
    thick, roughness = _SHEETS[surface]
    if surface == "glass" and colour is None:
        clear = box((-HALF_X, -HALF_Y, -thick), (HALF_X, HALF_Y, 0), material("glass", seed=seed), 0.003)
        return [clear, *_iron_base(thick)], [_block(thick)]
    coat = material("plastic", colour=colour or "#eceae6", seed=seed, wear=0.0)
    gloss = replace(coat, name=surface, roughness=roughness, bump=None, clearcoat=1.0, clearcoat_gloss=0.98)
    top = box((-HALF_X, -HALF_Y, -thick), (HALF_X, HALF_Y, 0), gloss, 0.003)
    return [top, *_iron_base(thick)], [_block(thick)]


def _block(thick: float, half: float = HALF_X) -> Collider:
    return solid((-half, -HALF_Y, -max(thick, 0.02)), (half, HALF_Y, -0.004))


def _boarded(
    species: str, colour: str | None, seed: int, rng: np.random.Generator
) -> tuple[list[Part], list[Collider]]:
    """Five or six boards along X with fine joints, each its own cut of wood; a farmhouse base."""
    wood = across(material(species, colour=colour, wear=0.45, seed=seed))
    count, thick = int(rng.integers(4, 7)), 0.034
    edges = np.linspace(-HALF_Y, HALF_Y, count + 1)
    edges[1:-1] += rng.uniform(-0.018, 0.018, count - 1)
    boards = []
    for k in range(count):
        lift = 0.0 if k % 2 else -0.0004
        plank = board((-HALF_X, edges[k] + 0.0003, -thick), (HALF_X, edges[k + 1] - 0.0003, lift), 0.0022)
        assert plank.uv is not None
        boards.append(replace(plank, uv=plank.uv + rng.uniform(0, 1, 2)))
    legs = _base(material(species, colour=colour, wear=0.4, seed=seed + 1), thick)
    return [joined(boards, wood), legs], [_block(thick)]


def _base(wood: Material, under: float, half: float = HALF_X) -> Part:
    """Apron and four square legs."""
    x, y = half - 0.06, HALF_Y - 0.05
    meshes = [board((-x, s * y - 0.012, -under - 0.09), (x, s * y + 0.012, -under), 0.002) for s in (-1, 1)]
    meshes += [board((s * x - 0.012, -y, -under - 0.09), (s * x + 0.012, y, -under), 0.002) for s in (-1, 1)]
    for sx in (-1, 1):
        for sy in (-1, 1):
            meshes.append(
                board(
                    (sx * x - 0.035, sy * y - 0.035, FLOOR), (sx * x + 0.035, sy * y + 0.035, -under), 0.004
                )
            )
    return joined(meshes, wood)


def _trestle(species: str, top: float, seed: int, half: float = HALF_X) -> list[Part]:
    """A plain table that a cover hides, its top at height `top` [m]."""
    wood = material(species, seed=seed, wear=0.5)
    slab = box((-half + 0.006, -HALF_Y + 0.006, top - 0.03), (half - 0.006, HALF_Y - 0.006, top), wood)
    return [slab, _base(wood, 0.03 - top, half)]


def _iron_base(under: float) -> list[Part]:
    """A welded square-tube stand."""
    x, y, b = HALF_X - 0.08, HALF_Y - 0.06, 0.016
    bars = [
        board((sx * x - b, sy * y - b, FLOOR), (sx * x + b, sy * y + b, -under), 0.003)
        for sx in (-1, 1)
        for sy in (-1, 1)
    ]
    for z in (-under - b, FLOOR + 0.12):
        bars += [board((-x, s * y - b, z - b), (x, s * y + b, z + b), 0.003) for s in (-1, 1)]
        bars += [board((s * x - b, -y, z - b), (s * x + b, y, z + b), 0.003) for s in (-1, 1)]
    return [joined(bars, material("black_iron"))]


def _cloth(linen: Material, rng: np.random.Generator) -> Part:
    """A tablecloth: flat where things stand, with ironed creases, falling over the edge in deep folds."""
    seed, columns, rows = int(rng.integers(1 << 16)), 230, 190
    drop = rng.uniform(0.26, 0.36)
    reach_x, reach_y = HALF_X + drop, HALF_Y + drop
    u, v = np.meshgrid(np.linspace(-reach_x, reach_x, columns), np.linspace(-reach_y, reach_y, rows))
    x, y = np.clip(u, -HALF_X, HALF_X), np.clip(v, -HALF_Y, HALF_Y)
    over_x, over_y = u - x, v - y
    over = np.hypot(over_x, over_y)
    heading = np.stack([over_x, over_y], -1) / np.maximum(over, 1e-9)[..., None]
    around = np.where(
        np.abs(over_x) > np.abs(over_y), y * 1.0 + 3.0 * np.sign(over_x), x + 9.0 * np.sign(over_y)
    )
    corner = np.minimum(np.abs(over_x), np.abs(over_y))
    turn = np.arctan2(over_y, over_x)
    phase = around * 21 + 3.2 * fbm2(around * 2.2, over * 2, octaves=3, seed=seed) + turn * 4
    fold = 0.5 + 0.5 * np.sin(phase)
    hang = np.maximum(over - 0.012, 0)
    flare = 0.006 + hang * (0.10 + 0.16 * fold) + 0.55 * corner * np.clip(hang / drop, 0, 1)
    bend = smoothstep(0.0, 0.02, over)
    out = heading * (flare * bend)[..., None]
    down = -np.where(over < 0.012, over**2 / 0.03, 0.0045 + hang * (0.97 - 0.06 * fold))
    crease = sum(np.exp(-(((w - c) / 0.006) ** 2)) for w, c in ((u, -0.24), (u, 0.235), (v, 0.01)))
    inside = smoothstep(0.01, -0.05, over) * np.clip(
        np.minimum(HALF_X - np.abs(u), HALF_Y - np.abs(v)) / 0.10, 0, 1
    )
    slack = (0.0006 * crease + 0.0007 * fbm2(u * 5, v * 5, octaves=3, seed=seed + 2)) * inside
    points = np.stack([x + out[..., 0], y + out[..., 1], down + np.minimum(slack, 0.0012)], -1)
    mesh = Mesh(
        vertices=points.reshape(-1, 3),
        faces=grid_faces(columns, rows),
        uv=np.stack([u, v], -1).reshape(-1, 2),
    )
    return Part(mesh=resmooth(mesh), material=linen)


def _sweep(paper: Material, rng: np.random.Generator) -> Part:
    """Seamless paper: over the front edge, across the top, up in one curve to a roll behind."""
    start = PAPER_Y - 0.04 * rng.random()
    radius = SWEEP_WALL - start
    front = np.stack([np.full(12, SHEET_FRONT - 0.006), np.linspace(-0.22, -0.006, 12)], 1)
    flat = np.stack([np.linspace(SHEET_FRONT + 0.004, start, 60), np.zeros(60)], 1)
    angle = np.linspace(0, np.pi / 2, 28)[1:]
    curve = np.stack([start + radius * np.sin(angle), radius * (1 - np.cos(angle))], 1)
    wall = np.stack([np.full(24, start + radius), np.linspace(radius + 0.03, SHEET_RISE, 24)], 1)
    section = np.concatenate([front, flat, curve, wall])
    arc = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(section, axis=0), axis=1))])
    columns = 112
    x = np.broadcast_to(np.linspace(*SHEET_X, columns), (len(section), columns))
    buckle = 0.004 * fbm2(x * 2.5, arc[:, None] * 2.5, octaves=2, seed=int(rng.integers(1 << 16)))
    buckle *= smoothstep(start, start + radius, section[:, :1])
    y, z = np.broadcast_to(section[:, :1], x.shape) + buckle, np.broadcast_to(section[:, 1:], x.shape)
    mesh = Mesh(
        vertices=np.stack([x, y, z], -1).reshape(-1, 3),
        faces=grid_faces(columns, len(section)),
        uv=np.stack([x, np.broadcast_to(arc[:, None], x.shape)], -1).reshape(-1, 2),
    )
    behind, (left, right) = start + radius + 0.03, SHEET_X
    ends = [[left - 0.05, behind, SHEET_RISE], [right + 0.05, behind, SHEET_RISE]]
    roll = tube(np.array(ends), 0.045, 28)
    return Part(mesh=merge([resmooth(mesh), roll]), material=paper)
