"""A log cabin with a shingled roof, and a jetty."""

from dataclasses import replace

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.fitting import assemble, box, hull, part, post, surface, trim, vary
from rayograph.world.cast.nature import stone
from rayograph.world.cast.shaping import beam, box_uv, creased, placed, rod, rounded, stretched, turned
from rayograph.world.cast.street_boxes import pane
from rayograph.world.scene import Collider, Part, Prop

Rng = np.random.Generator
_WIDE, _DEEP, _EAVES, _RIDGE = 5.0, 4.0, 2.36, 3.75
_COURSES, _ROUND = 11, 0.112
"""Courses of logs, and their radius [m]."""
_DOOR = (-0.45, 0.45, 0.0, 1.95)
_WINDOWS = ((-1.75, -0.95, 1.0, 1.75), (1.0, 1.8, 1.0, 1.75))


def _log(a: tuple[float, ...], b: tuple[float, ...], rng: Rng) -> Mesh:
    """A peeled log, a little crooked and tapered, its grain along it."""
    count = max(3, int(np.ceil(np.linalg.norm(np.subtract(b, a)) / 0.7)) + 1)
    k = np.linspace(0, 1, count)
    line = np.asarray(a) + (np.asarray(b) - np.asarray(a)) * k[:, None]
    line[1:-1, 2] += rng.uniform(-0.006, 0.006, count - 2)
    mesh = rod(line, _ROUND * (1.02 + 0.04 * (k - 0.5) * rng.choice([-1, 1])), 14)
    assert mesh.uv is not None
    return replace(mesh, uv=mesh.uv[:, ::-1] + rng.uniform(0, 8, 2))


def _left_over(low: float, high: float, holes: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The run from low to high without the holes."""
    runs, at = [], low
    for a, b in sorted(holes):
        runs.append((at, a))
        at = b
    return [(a, b) for a, b in [*runs, (at, high)] if b - a > 0.05]


def _walls(rng: Rng) -> list[Mesh]:
    """Courses notched over each other at the corners, cut for door and windows; log gables."""
    logs: list[Mesh] = []
    x, y, over = _WIDE / 2 - 0.25, _DEEP / 2 - 0.25, 0.25
    step = _EAVES / _COURSES
    for i in range(_COURSES):
        z = 0.12 + step * i + _ROUND * 0.2
        holes = [(a, b) for a, b, low, high in (_DOOR, *_WINDOWS) if low - 0.06 < z < high + 0.06]
        for a, b in _left_over(-x - over, x + over, holes):
            logs.append(_log((a, -y, z), (b, -y, z), rng))
        logs.append(_log((-x - over, y, z), (x + over, y, z), rng))
        for s in (-1, 1):
            logs.append(_log((s * x, -y - over, z + step / 2), (s * x, y + over, z + step / 2), rng))
    slope = (_RIDGE - _EAVES - 0.12) / (y + 0.1)
    for s in (-1, 1):
        z = 0.12 + step * (_COURSES + 0.4)
        while z < _RIDGE - 0.32:
            half = (_RIDGE - 0.18 - z) / slope
            logs.append(_log((s * x, -half, z), (s * x, half, z), rng))
            z += step
    return logs


def _roof(rng: Rng) -> tuple[list[Mesh], list[Mesh]]:
    """Shingles in courses on both slopes; purlins, verge boards and a ridge log."""
    half, run = _WIDE / 2 + 0.30, _DEEP / 2 + 0.45
    rise = _RIDGE - (_EAVES - 0.10)
    boards = []
    rows = 11
    for s in (-1, 1):
        for i in range(rows):
            low, high = 1 - i / rows, 1 - (i + 1.25) / rows
            x = -half
            while x < half - 0.02:
                wide = min(float(rng.uniform(0.14, 0.26)), half - x)
                lift, slip = rng.uniform(0.0, 0.012), rng.uniform(-0.02, 0.02)
                foot = (s * (low * run + slip), _RIDGE - low * rise + 0.045 + lift)
                head = (s * max(high, -0.02) * run, _RIDGE - max(high, -0.02) * rise + 0.012 + lift)
                boards.append(_shingle(x + 0.004, x + wide - 0.004, foot, head, s, rng))
                x += wide
    timber = [_log((-half, 0, _RIDGE - 0.13), (half, 0, _RIDGE - 0.13), rng)]
    for s in (-1, 1):
        for e in (-1, 1):
            timber.append(beam((e * (half - 0.02), 0, _RIDGE - 0.03), (e * (half - 0.02), s * run,
              _RIDGE - rise - 0.03),
                               0.04, 0.16, radius=0.008, rng=rng))  # fmt: skip
        timber.append(beam((-half, s * (run - 0.04), _RIDGE - rise - 0.01), (half, s * (run - 0.04),
          _RIDGE - rise - 0.01),
                           0.05, 0.10, radius=0.008, rng=rng))  # fmt: skip
    end, side = np.meshgrid([-half, half], [-1.0, 0.0, 1.0])
    deck = np.stack([end, side * run, _RIDGE - 0.015 - np.abs(side) * rise], -1).reshape(-1, 3)
    faces = shapes.grid_faces(2, 3)
    boards.append(Mesh(vertices=deck, faces=faces[:, ::-1], uv=deck[:, :2]))
    return [creased(merge(boards), 20)], timber


def _shingle(
    a: float, b: float, foot: tuple[float, float], head: tuple[float, float], s: int, rng: Rng
) -> Mesh:
    """A thin split board, thick at its foot."""
    thick = 0.024
    corner = np.array([(x, y, z - d) for x in (a, b) for y, z in (foot, head) for d in (0.0, thick)])
    quads = [(0, 2, 6, 4), (1, 5, 7, 3), (0, 4, 5, 1), (2, 3, 7, 6), (0, 1, 3, 2), (4, 6, 7, 5)]
    faces = np.array([tri for q in quads for tri in ((q[0], q[1], q[2]), (q[0], q[2], q[3]))])
    uv = np.stack([corner[:, 1] + corner[:, 2], corner[:, 0]], 1) + rng.uniform(0, 8, 2)
    return Mesh(vertices=corner, faces=faces if s > 0 else faces[:, ::-1], uv=uv)


def _joinery(rng: Rng) -> tuple[list[Mesh], list[Mesh], list[Mesh], list[Mesh]]:
    """Door of planks and frames; iron; glass; the glow behind it."""
    y = -_DEEP / 2 + 0.25
    wood, iron, glass, glow = [], [], [], []
    for a, b, low, high in (_DOOR, *_WINDOWS):
        low = max(low, 0.14)
        for x in (a, b):
            wood.append(
                beam((x, y - 0.03, low), (x, y - 0.03, high), 0.24, 0.07, radius=0.008, up=(1, 0, 0), rng=rng)
            )
        wood += [beam((a - 0.05, y - 0.03, z), (b + 0.05, y - 0.03, z), 0.26, 0.07, radius=0.008, rng=rng)
                 for z in (high, low)]  # fmt: skip
        if low > 0.5:
            middle, high_mid = (a + b) / 2, (low + high) / 2
            wood += [beam((middle, y, low), (middle, y, high), 0.035, 0.03, up=(1, 0, 0)),
                     beam((a, y, high_mid), (b, y, high_mid), 0.035, 0.03)]  # fmt: skip
            glass.append(pane((b - a, 0.004, high - low), (middle, y + 0.02, high_mid)))
            glow.append(placed(shapes.rounded_box((b - a + 0.3, 0.02, high - low + 0.3), 0.004, 1),
                               at=(middle, y + 0.55, high_mid)))  # fmt: skip
    a, b, _, top = _DOOR
    for i in range(5):
        x = a + 0.05 + (b - a - 0.1) * (i + 0.5) / 5
        wood.append(beam((x, y, 0.16), (x, y, top - 0.05), (b - a - 0.1) / 5 - 0.006, 0.045, radius=0.006,
                         up=(0, 1, 0), rng=rng))  # fmt: skip
    iron += [beam((a + 0.04, y - 0.03, z), (b - 0.2, y - 0.03, z), 0.008, 0.05) for z in (0.45, 1.6)]
    iron.append(rod([(b - 0.14, y - 0.035, 0.95), (b - 0.14, y - 0.085, 0.98), (b - 0.14, y - 0.085, 1.09),
                     (b - 0.14, y - 0.035, 1.12)], 0.011, 8))  # fmt: skip
    return wood, iron, glass, glow


def _weathered(member: CastMember, colour: str) -> CastMember:
    """The member in the colour that timber takes out of doors, unless it has one of its own."""
    return member if member.colour else member.model_copy(update={"colour": colour})


def cabin(member: CastMember, rng: Rng) -> Prop:
    """A one-room log cabin facing -Y: door between two windows, shingle roof, stone chimney, step."""
    timber = surface(_weathered(member, "#a57f55"), rng)
    shingles, beams = _roof(rng)
    wood, iron, glass, glow = _joinery(rng)
    quarry = [stone(rng, levels=2) for _ in range(12)]
    stones: list[Mesh] = []
    for x in np.linspace(-_WIDE / 2 + 0.3, _WIDE / 2 - 0.3, 10):
        for y in (-_DEEP / 2 + 0.27, _DEEP / 2 - 0.27):
            stones.append(_block((float(x), y, 0.04), (0.30, 0.17, 0.12), quarry, rng))
    for z in np.arange(0.12, 4.1, 0.2):
        girth = 0.5 if z < 2.2 else 0.36
        for k in range(6):
            a = 2 * np.pi * (k + 0.5 * (round(z * 5) % 2)) / 6
            at = (_WIDE / 2 + 0.02 + np.cos(a) * girth * 0.5, 0.35 + np.sin(a) * girth * 0.62, float(z))
            stones.append(_block(at, (0.19, 0.19, 0.12), quarry, rng))
    step = [_block((0, -_DEEP / 2 - 0.12, 0.05), (0.55, 0.24, 0.09), quarry, rng)]
    dark = trim(member, "painted_wood", member.accent or "#5a3a28")
    # floor and ceiling keep the lamp's light from leaking out under sill and eaves
    inside = [placed(shapes.rounded_box((_WIDE - 0.5, _DEEP - 0.5, 0.1), 0.01, 1), at=(0, 0, z))
              for z in (0.07, _EAVES - 0.08)]  # fmt: skip
    parts: list[Part] = [part(timber, *_walls(rng), *beams), part(trim(member, "pine", "#6f655a",
      wear=0.7), *shingles),
                         part(dark, *wood, *inside), part(trim(member, "black_iron"), *iron),
                         part(trim(member, "glass"), *glass), part(trim(member, "granite"), *stones, *step),
                         part(trim(member, "wax", "#ffe2b0"), *glow, light="self")]  # fmt: skip
    x, y = _WIDE / 2, _DEEP / 2
    prism = np.array([(s * (x + 0.3), t * (y + 0.45), _EAVES - 0.1) for s in (-1, 1) for t in (-1, 1)]
                     + [(s * (x + 0.3), 0, _RIDGE) for s in (-1, 1)])  # fmt: skip
    walls = [box((0, 0, _EAVES / 2), (_WIDE - 0.4, _DEEP - 0.4, _EAVES)), hull(prism),
             box((x + 0.05, 0.35, 2.05), (0.6, 0.75, 4.1)),
             box((0, -y - 0.12, 0.06), (1.0, 0.45, 0.14))]  # fmt: skip
    return assemble(parts, walls, mass=9000.0, friction=0.9, restitution=0.05)


def _block(
    at: tuple[float, float, float], half: tuple[float, float, float], quarry: list[Mesh], rng: Rng
) -> Mesh:
    """A rough field stone of half sizes [m], bedded flat."""
    ball = quarry[int(rng.integers(len(quarry)))]
    reach = np.abs(ball.vertices).max(0)
    flat = rounded(
        replace(stretched(ball, np.asarray(half) * rng.uniform(0.92, 1.06, 3) / reach), normals=None)
    )
    return box_uv(placed(flat, at=at, turns=[("z", float(rng.uniform(-12, 12)))]))


def jetty(member: CastMember, rng: Rng) -> Prop:
    """A plank jetty along Y: weathered boards on stringers between piles, with mooring posts."""
    wood = surface(_weathered(member, "#8f8474"), rng)
    long_, wide, deck = 9.2 * vary(rng, 0.02), 1.6 * vary(rng, 0.02), 0.52
    boards: list[Mesh] = []
    y = -long_ / 2
    while y < long_ / 2 - 0.05:
        pitch = float(rng.uniform(0.125, 0.155))
        over = rng.uniform(-0.02, 0.02, 2)
        lift = float(rng.uniform(-0.004, 0.004))
        boards.append(beam((-wide / 2 + over[0], y + pitch / 2, deck - 0.02 + lift),
                           (wide / 2 + over[1], y + pitch / 2, deck - 0.02 - lift), pitch - 0.012, 0.04,
                           radius=0.005, rng=rng))  # fmt: skip
        y += pitch
    for x in (-wide / 2 + 0.16, wide / 2 - 0.16):
        boards.append(beam((x, -long_ / 2 + 0.03, deck - 0.12), (x, long_ / 2 - 0.03, deck - 0.12), 0.07,
          0.16,
                           radius=0.008, rng=rng))  # fmt: skip
    piles: list[Mesh] = []
    walls: list[Collider] = [box((0, 0, deck - 0.03), (wide, long_, 0.06))]
    for i, at in enumerate(np.linspace(-long_ / 2 + 0.35, long_ / 2 - 0.2, 5)):
        tall = deck + (0.42 if i in (0, 4) else 0.02)
        for s in (-1, 1):
            x, lean = s * (wide / 2 + 0.05), rng.uniform(-0.02, 0.02, 2)
            line = [(x + lean[0], at + lean[1], 0.0), (x, at, deck), (x - lean[0] / 2, at, tall)]
            piles.append(rod(line, np.array([0.085, 0.08, 0.076]), 16))
            piles.append(placed(turned([(0.077, 0), (0.07, 0.012), (0, 0.02)], 16), at=line[-1]))
            walls.append(post((x, float(at), tall / 2), 0.082, tall))
        boards.append(beam((-wide / 2 - 0.02, at + 0.1, deck - 0.24), (wide / 2 + 0.02, at + 0.1,
          deck - 0.24), 0.06,
                           0.12, radius=0.008, rng=rng))  # fmt: skip
    end = float(long_ / 2 - 0.2)
    ring = [placed(turned([(0.05, -0.008), (0.062, 0), (0.05, 0.008), (0.042, 0), (0.05, -0.008)], 24),
                   at=(s * (wide / 2 + 0.14), end, deck + 0.18), turns=[("y", 80)]) for s in (-1,
                     1)]  # fmt: skip
    rope_at = np.linspace(0, 2 * np.pi * 3, 60)
    rope = rod(np.stack([wide / 2 + 0.05 + np.cos(rope_at) * 0.092, end + np.sin(rope_at) * 0.092,
                         deck + 0.12 + rope_at * 0.0035], 1), 0.012, 8)  # fmt: skip
    bark = trim(member, "bark", None)
    parts = [part(wood, *boards), part(bark, *piles), part(trim(member, "black_iron"), *ring),
             part(trim(member, "linen", "#b9a47c"), rope)]  # fmt: skip
    return assemble(parts, walls, mass=900.0, friction=0.8, restitution=0.15)
