"""Of field, farm and garden: tree stump, well, scarecrow, nest box."""

import numpy as np

from rayograph.colour.primaries import from_hex
from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import noise
from rayograph.world.cast.country import straw
from rayograph.world.cast.fitting import assemble, ball, box, hull, part, post, surface, trim, vary
from rayograph.world.cast.nature import bark_log, stone
from rayograph.world.cast.shaping import beam, curve, painted, placed, rod, rounded, sheet, turned
from rayograph.world.scene import Prop
from rayograph.world.shapes import icosphere

Rng = np.random.Generator


def tree_stump(member: CastMember, rng: Rng) -> Prop:
    """A sawn stump with furrowed bark, roots that run out into the ground, and rings on top."""
    radius, tall = 0.235 * vary(rng, 0.03), 0.42 * vary(rng, 0.03)
    bark, ends = bark_log(rng, tall, radius, knots=1)
    up = [("y", -90.0)]
    body = placed(bark, turns=up, at=(0, 0, tall / 2))
    flare = 1 + 0.34 * np.clip(1 - body.vertices[:, 2] / (0.42 * tall), 0, 1) ** 2
    body = Mesh(
        vertices=body.vertices * np.stack([flare, flare, np.ones_like(flare)], 1),
        faces=body.faces,
        uv=body.uv,
    )
    roots = []
    for k in range(6):
        a = 2 * np.pi * k / 6 + float(rng.uniform(-0.3, 0.3))
        way = np.array([np.cos(a), np.sin(a), 0])
        path = curve([way * 0.2 + [0, 0, 0.13], way * 0.27 + [0, 0, 0.05], way * 0.345 + [0, 0, 0.012]], 10)
        roots.append(rod(path, np.linspace(0.062, 0.018, 10), 12))
    top = placed(ends, turns=up, at=(0, 0, tall / 2))
    parts = [part(surface(member, rng), rounded(body), *roots), part(trim(member, "plaster"), top)]
    return assemble(
        parts,
        [post((0, 0, tall / 2), radius * 0.94, tall), post((0, 0, 0.035), 0.325, 0.07)],
        mass=70.0,
        friction=0.8,
    )


def _course(rng: Rng, radius: float, low: float, tall: float, count: int, turn: float) -> list[Mesh]:
    """One ring of rough stones of a round wall, each with a tone of its own."""
    laid = []
    for k in range(count):
        a = turn + 2 * np.pi * k / count
        block = stone(rng, levels=2, cuts=10)
        wide = 2 * np.pi * radius / count
        block = Mesh(vertices=block.vertices * [0.15, wide * 0.60, tall * 0.64], faces=block.faces)
        tone = np.array(from_hex("#8d877c")) * float(rng.uniform(0.62, 1.15)) * rng.uniform(0.95, 1.05, 3)
        block = painted(rounded(block), tone)
        laid.append(
            placed(
                block,
                turns=[("z", np.rad2deg(a))],
                at=(np.cos(a) * radius, np.sin(a) * radius, low + tall / 2),
            )
        )
    return laid


def _shingles(rng: Rng, eave: float, ridge: float, deep: float) -> list[Mesh]:
    """Both slopes of a pitched roof in six courses, from `eave` to `ridge` [m]."""
    laid: list[Mesh] = []
    for s in (-1, 1):
        for row in range(6):
            t0, t1 = row / 6, min((row + 1.35) / 6, 1.0)
            for k in range(9):
                x = (k - 4) * 0.186 + (0.05 if row % 2 else -0.03)
                a = np.array([x, s * deep * (1 - t0), eave + (ridge - eave) * t0 + 0.028])
                b = np.array([x, s * deep * (1 - t1), eave + (ridge - eave) * t1 + 0.008])
                wide = 0.178 * vary(rng, 0.05)
                laid.append(beam(a, b, wide, 0.018, radius=0.004, up=(0, s, 1.3), rng=rng))
    return laid


def well(member: CastMember, rng: Rng) -> Prop:
    """A draw well: a ring of rough stones under a planked lid, posts, windlass with rope, shingled roof."""
    r, wall, tall = 0.62, 0.84, 2.35 * vary(rng, 0.02)
    stones: list[Mesh] = []
    for row in range(5):
        stones += _course(rng, r, 0.168 * row, 0.168, 13, 0.24 * (row % 2))
    core = turned([(0, 0.01), (r, 0.01), (r, wall - 0.05), (0, wall - 0.05)], 32)
    core = painted(core, from_hex("#4b473f"))
    wood: list[Mesh] = []
    for k in range(6):
        x = (k - 2.5) * 0.2
        half = float(np.sqrt(max(0.62**2 - x * x, 0.05)))
        wood.append(
            beam((x, -half, wall + 0.012), (x, half, wall + 0.012), 0.19, 0.03, radius=0.006, rng=rng)
        )
    eave, ridge, deep = tall - 0.62, tall - 0.06, 0.72
    for s in (-1, 1):
        wood.append(beam((s * 0.66, 0, 0), (s * 0.66, 0, ridge - 0.1), 0.1, 0.1, radius=0.01, rng=rng))
        wood.append(
            beam(
                (s * 0.66, -deep + 0.08, eave + 0.04),
                (s * 0.66, deep - 0.08, eave + 0.04),
                0.07,
                0.08,
                radius=0.008,
                rng=rng,
            )
        )
    drum = rod([(-0.6, 0, 1.36), (0.6, 0, 1.36)], 0.07, 18)
    wind = np.linspace(0, 2 * np.pi * 7, 150)
    rope = rod(
        np.stack([-0.13 + 0.26 * wind / wind[-1], 0.086 * np.cos(wind), 1.36 + 0.086 * np.sin(wind)], 1),
        0.016,
        8,
    )
    crank = rod(
        curve([(0.66, 0, 1.36), (0.82, 0, 1.36), (0.84, 0, 1.2), (0.85, 0, 1.06), (0.98, 0, 1.05)], 20),
        0.016,
        10,
    )
    shingles = _shingles(rng, eave, ridge, deep)
    grey = member.model_copy(update={"colour": None, "material": None})
    parts = [
        part(trim(grey, "plaster"), *stones, core),
        part(trim(grey, "pine", "#8a7558"), *wood, drum),
        part(trim(grey, "pine", "#6b5a4a"), *shingles),
        part(trim(grey, "linen", "#b59a68"), rope),
        part(trim(grey, "black_iron"), crank),
    ]
    walls = [post((0, 0, wall / 2 + 0.013), 0.7, wall + 0.026)]
    walls += [box((s * 0.66, 0, ridge / 2), (0.1, 0.1, ridge)) for s in (-1, 1)]
    roof = np.array([(x, y, z) for x in (-0.84, 0.84) for y, z in ((-deep, eave), (deep, eave), (0, ridge))])
    walls += [hull(np.concatenate([roof, roof + [0, 0, 0.04]])), post((0, 0, 1.36), 0.07, 1.2, ("y", 90))]
    return assemble(parts, walls, mass=1600.0, friction=0.8, restitution=0.1)


def _sleeve(path: np.ndarray, girth: np.ndarray, seed: int) -> Mesh:
    """A stuffed sleeve, leg or trunk: a tube with folds across it."""
    mesh = rod(path, girth, 28)
    fold = noise.fbm3(mesh.vertices * [9, 9, 22], octaves=3, seed=seed)
    middle = path[np.linalg.norm(mesh.vertices[:, None] - path[None], axis=2).argmin(1)]
    out = mesh.vertices - middle
    return rounded(Mesh(vertices=middle + out * (1 + 0.13 * fold)[:, None], faces=mesh.faces, uv=mesh.uv))


def _tuft(at: np.ndarray, way: np.ndarray, rng: Rng, count: int, length: float) -> list[Mesh]:
    """Straw that sticks out of a cuff."""
    made = []
    for _ in range(count):
        lean = way + rng.normal(0, 0.35, 3)
        end = at + lean / np.linalg.norm(lean) * length * float(rng.uniform(0.6, 1.2))
        made.append(
            rod([at + rng.normal(0, 0.015, 3), (at + end) / 2 + rng.normal(0, 0.012, 3), end], 0.0035, 4)
        )
    return made


def _straw_at_cuffs(rng: Rng) -> list[Mesh]:
    """Straw at the wrists, the ankles and the collar."""
    made: list[Mesh] = []
    for s in (-1, 1):
        made += _tuft(np.array([s * 0.66, 0, 1.36]), np.array([s, 0, -0.25]), rng, 22, 0.17)
        made += _tuft(np.array([s * 0.13, -0.01, 0.42]), np.array([0.1 * s, 0, -1.0]), rng, 22, 0.2)
    for a in np.linspace(0, 6.28, 14):
        way = np.array([np.cos(a), np.sin(a), -0.3])
        made += _tuft(np.array([0.11 * np.cos(a), 0.1 * np.sin(a), 1.52]), way, rng, 3, 0.1)
    return made


def _face() -> list[Mesh]:
    """Two button eyes and a stitched smile."""
    button = turned([(0, 0), (0.022, 0), (0.02, 0.008), (0, 0.01)], 16)
    eyes = [placed(button, at=(s * 0.052, -0.122, 1.68), turns=[("x", 90)]) for s in (-1, 1)]
    x = np.linspace(-0.06, 0.06, 9)
    return [*eyes, rod(np.stack([x, -0.132 + 0.25 * x * x, 1.60 + 2.4 * x * x], 1), 0.005, 6)]


def _straw_hat() -> tuple[Mesh, Mesh]:
    """A straw hat and its band."""
    line = [
        (0.0, 0.012),
        (0.1, 0.0),
        (0.26, -0.02),
        (0.265, -0.012),
        (0.135, 0.02),
        (0.12, 0.13),
        (0.07, 0.165),
    ]
    band = turned([(0.134, 0.02), (0.14, 0.025), (0.133, 0.055), (0.125, 0.055)], 40)
    tilt = [("x", 5.0), ("y", -6.0)]
    return (
        placed(turned([*line, (0, 0.17)], 48), at=(0, 0, 1.755), turns=tilt),
        placed(band, at=(0, 0, 1.755), turns=tilt),
    )


def scarecrow(member: CastMember, rng: Rng) -> Prop:
    """A scarecrow: old clothes stuffed with straw on a cross of poles, a sack for a head, a hat."""
    seed = member.seed % 90
    shirt_colour = member.colour or ("#8f2f27", "#2f4f77", "#6a6f3c")[seed % 3]
    t = np.linspace(0, 1, 16)[:, None]

    def line(a: tuple[float, float, float], b: tuple[float, float, float]) -> np.ndarray:
        return np.array(a) + (np.array(b) - np.array(a)) * t

    trunk = _sleeve(
        line((0, 0, 0.92), (0, 0, 1.47)), np.linspace(0.165, 0.19, 16) * (1 - 0.25 * (t[:, 0] > 0.93)), seed
    )
    arms = [
        _sleeve(line((s * 0.1, 0, 1.4), (s * 0.66, 0, 1.36)), np.linspace(0.095, 0.075, 16), seed + 2)
        for s in (-1, 1)
    ]
    legs = [
        _sleeve(line((s * 0.075, 0, 0.97), (s * 0.13, -0.01, 0.42)), np.linspace(0.11, 0.085, 16), seed + 4)
        for s in (-1, 1)
    ]
    head, stalks = rounded(_head(seed)), _straw_at_cuffs(rng)
    face, (hat, band) = _face(), _straw_hat()
    poles = [
        rod([(0, 0.03, 0), (0, 0.03, 1.5)], 0.03, 12),
        rod([(-0.74, 0.03, 1.38), (0.74, 0.03, 1.38)], 0.022, 12),
    ]
    scarf = placed(turned([(0.115, -0.03), (0.15, -0.02), (0.15, 0.025), (0.1, 0.035)], 40), at=(0, 0, 1.5))
    plain = member.model_copy(update={"colour": None, "material": None})
    parts = [
        part(trim(plain, "linen", shirt_colour), trunk, *arms),
        part(trim(plain, "canvas", "#3d4c63"), *legs),
        part(trim(plain, "canvas", "#b79b6c"), head),
        part(straw(seed), *stalks, hat),
        part(trim(plain, "leather", "#221c18"), *face),
        part(trim(plain, "velvet", member.accent or "#a3331f"), band, scarf),
        part(trim(plain, "pine"), *poles),
    ]
    walls = [
        post((0, 0, 1.2), 0.18, 0.56),
        post((0, 0.03, 0.5), 0.04, 1.0),
        ball((0, 0, 1.64), 0.14),
        box((0, 0, 1.38), (1.4, 0.17, 0.17)),
        post((0, 0, 1.8), 0.2, 0.2),
    ]
    walls += [post((s * 0.1, 0, 0.7), 0.1, 0.5) for s in (-1, 1)]
    return assemble(parts, walls, mass=11.0, friction=0.8, restitution=0.05)


def _head(seed: int) -> Mesh:
    """A sack stuffed round, gathered at the neck."""
    sphere = icosphere(4)
    lump = 1 + 0.05 * noise.fbm3(sphere.vertices * 2.4, octaves=3, seed=seed)
    pleat = 1 + 0.05 * np.sin(14 * np.arctan2(sphere.vertices[:, 1], sphere.vertices[:, 0])) * np.clip(
        -sphere.vertices[:, 2], 0, 1
    )
    points = sphere.vertices * [0.125, 0.125, 0.155] * (lump * pleat)[:, None] + [0, 0, 1.65]
    return Mesh(vertices=points, faces=sphere.faces)


def nest_box(member: CastMember, rng: Rng) -> Prop:
    """A bird house on a post: planked walls, a round door with a perch, a pitched roof."""
    wood = surface(member, rng)
    base, wide, high = 1.28, 0.2, 0.2
    walls_ = [
        beam(
            (0, s * 0.1, base + high / 2 - 0.1),
            (0, s * 0.1, base + high / 2 + 0.1),
            wide,
            0.018,
            radius=0.004,
            up=(0, 1, 0),
            rng=rng,
        )
        for s in (-1, 1)
    ]
    walls_ += [
        beam(
            (s * 0.092, 0, base),
            (s * 0.092, 0, base + high),
            0.19,
            0.018,
            radius=0.004,
            up=(1, 0, 0),
            rng=rng,
        )
        for s in (-1, 1)
    ]
    gables = []
    for s in (-1, 1):
        u, v = np.meshgrid(np.linspace(-1, 1, 5), np.linspace(0, 1, 5))
        face = np.stack([u * 0.1 * (1 - v), s * 0.108 + 0 * u, base + high + 0.1 * v], -1)
        gables.append(sheet(face if s < 0 else face[:, ::-1]))
    up = base + high
    roof = [
        beam((s * 0.155, 0, up - 0.035), (0, 0, up + 0.125), 0.3, 0.018, radius=0.004, up=(s, 0, 1), rng=rng)
        for s in (-1, 1)
    ]
    floor = beam((-0.1, 0, base), (0.1, 0, base), 0.22, 0.02, radius=0.003, rng=rng)
    hole = placed(
        turned([(0, 0), (0.032, 0), (0.032, 0.003), (0, 0.003)], 28),
        at=(0, -0.1105, base + 0.12),
        turns=[("x", 90)],
    )
    perch = rod([(0, -0.1, base + 0.06), (0, -0.165, base + 0.06)], 0.006, 8)
    pole = beam((0, 0, 0), (0, 0, base), 0.06, 0.06, radius=0.006, rng=rng)
    parts = [
        part(wood, *walls_, *gables, floor),
        part(trim(member, "pine", member.accent or "#7a3b2c"), *roof),
        part(trim(member, "charred_wood", "#0d0b0a"), hole),
        part(trim(member, "pine"), perch, pole),
    ]
    solid = [post((0, 0, base / 2), 0.035, base), box((0, 0, base + 0.15), (0.3, 0.26, 0.3))]
    return assemble(parts, solid, mass=4.0, friction=0.6, restitution=0.1)
