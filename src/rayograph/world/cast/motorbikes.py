"""Motorbike and motor scooter, each on its stand, front wheel towards -Y."""

from dataclasses import replace

import numpy as np
from jaxtyping import Float

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world import shapes
from rayograph.world.cast.fitting import assemble, box, hull, part, post, surface, trim, vary
from rayograph.world.cast.shaping import (
    beam,
    curve,
    loft,
    mirrored,
    placed,
    rod,
    rounded,
    slab,
    stretched,
    turned,
)
from rayograph.world.materials.library import material
from rayograph.world.scene import Collider, Material, Prop

Rng = np.random.Generator
Vec = np.ndarray


def motorbike(member: CastMember, rng: Rng) -> Prop:
    """A roadster: spoked wheels, twin-tube frame, finned engine, teardrop tank, long seat, round lamp."""
    paint = surface(member, rng)
    base, r = 1.41 * vary(rng, 0.01), 0.325
    front, rear = np.array([0, -base / 2, r]), np.array([0, base / 2, r])
    head = front + [0, 0.30, 0.55]
    chrome, tyres, black = _forks(front, head)
    for centre in (front, rear):
        tyre, metal = _spoked(centre, r, 0.062 if centre[1] > 0 else 0.052)
        tyres.append(tyre)
        chrome += metal
    black += _frame(head, rear)
    alloy = _engine()
    pipes = _exhaust()
    painted = [_tank(), _guard(front, r, 50, 165, 0.075), _guard(rear, r, 12, 125, 0.095),
               *_side_covers()]  # fmt: skip
    chrome += [*_shocks(rear), *pipes, *_bars(head)]
    lamp, lens = _lamp(head + [0, -0.13, -0.02], 0.09)
    dials = [placed(turned([(0, 0), (0.036, 0), (0.042, 0.02), (0.042, 0.055), (0.036, 0.06), (0, 0.058)],
      28),
                    at=head + [s * 0.055, -0.045, 0.09], turns=[("x", 30)]) for s in (-1, 1)]  # fmt: skip
    tail = placed(shapes.rounded_box((0.10, 0.05, 0.07), 0.02, 4), at=(0, 0.985, 0.68))
    plate = placed(shapes.rounded_box((0.2, 0.006, 0.15), 0.003, 2), at=(0, 1.005, 0.54), turns=[("x", -14)])
    stand = [rod([(-0.12, 0.0, 0.26), (-0.24, -0.03, 0.012)], 0.011, 8),
             placed(shapes.rounded_box((0.05, 0.08, 0.012), 0.004, 2), at=(-0.245, -0.03,
               0.006))]  # fmt: skip
    grips = [rod([(s * 0.26, -0.335, 1.005), (s * 0.385, -0.305, 1.0)], 0.018, 12) for s in (-1, 1)]
    steel = replace(trim(member, "chrome", wear=0.1), roughness=0.12, bump=None)
    parts = [part(paint, *painted), part(steel, *chrome, lamp),
             part(replace(trim(member, "steel"), roughness=0.38, bump=None), *alloy),
             part(trim(member, "painted_metal", "#161719", wear=0.1), *black, *stand, *dials),
             part(trim(member, "rubber", "#161617"), *tyres, *grips, *_pegs()),
             part(trim(member, "leather", member.accent or "#2a2320"), *_saddle()),
             part(_lens("#e8eef2"), lens, light="self"), part(_lens("#a3120f"), tail),
             part(trim(member, "painted_metal", "#e6e3d6"), plate)]  # fmt: skip
    walls = [post(c.tolist(), r, 0.1, ("y", 90)) for c in (front, rear)]
    walls += [box((0, 0.02, 0.36), (0.36, 0.62, 0.40)), box((0, 0.28, 0.74), (0.26, 1.3, 0.16)),
              box((0, -0.31, 1.0), (0.78, 0.12, 0.12)), box((0, -0.49, 0.72), (0.16, 0.16, 0.5), ("x", 27)),
              box((-0.2, -0.03, 0.13), (0.06, 0.06, 0.26))]  # fmt: skip
    return assemble(parts, walls, mass=190.0, friction=0.8, restitution=0.15)


def _lens(colour: str) -> Material:
    return replace(material("plastic", colour=colour, wear=0.0), roughness=0.06, clearcoat=1.0, bump=None)


def _spoked(centre: Vec, r: float, half: float) -> tuple[Mesh, list[Mesh]]:
    """A fat tyre with a shallow tread; rim, drum hub and forty spokes."""
    turn = [("y", 90.0)]
    bead = r - 0.085
    t = np.linspace(-1, 1, 15)
    crown = np.stack([r - 0.026 * np.abs(t) ** 2.2, t * half], 1)
    crown[1:-1:2, 0] -= 0.004
    side = [(bead, -half * 0.62), (bead + 0.025, -half * 0.92)]
    tyre = turned([*side, *crown, *[(a, -b) for a, b in side[::-1]], side[0]], 64, crease_deg=50)
    rim = turned([(bead - 0.016, -half * 0.30), (bead - 0.004, -half * 0.66), (bead + 0.008, -half * 0.70),
                  (bead + 0.004, -half * 0.5), (bead - 0.006, 0), (bead + 0.004, half * 0.5),
                  (bead + 0.008, half * 0.70), (bead - 0.004, half * 0.66), (bead - 0.016, half * 0.30),
                  (bead - 0.016, -half * 0.30)], 64)  # fmt: skip
    hub = turned([(0, -0.075), (0.02, -0.075), (0.022, -0.05), (0.085, -0.045), (0.088, -0.01), (0.05, 0.0),
                  (0.05, 0.03), (0.06, 0.04), (0.02, 0.05), (0.02, 0.075), (0, 0.075)], 36)  # fmt: skip
    metal = [placed(rim, at=centre, turns=turn), placed(hub, at=centre, turns=turn)]
    for k in range(40):
        out = 2 * np.pi * k / 40
        root = out + (0.8 if k % 4 < 2 else -0.8)
        x, inner = (0.036, 0.055) if k % 2 else (-0.036, 0.082)
        a = centre + np.array([x, np.cos(root) * inner, np.sin(root) * inner])
        b = centre + np.array([0.0, np.cos(out) * (bead - 0.008), np.sin(out) * (bead - 0.008)])
        metal.append(rod([a, b], 0.0019, 5))
    return placed(tyre, at=centre, turns=turn), metal


def _forks(front: Vec, head: Vec) -> tuple[list[Mesh], list[Mesh], list[Mesh]]:
    """Stanchions and sliders, with rubber gaiters and black yokes."""
    chrome, rubber, black = [], [], []
    for s in (-1, 1):
        top, low = head + [s * 0.095, -0.06, 0.10], front + [s * 0.095, -0.015, 0.0]
        middle = low + (top - low) * 0.45
        chrome += [rod([low, middle], 0.026, 14), rod([middle, top], 0.019, 12)]
        k = np.linspace(0, 1, 29)
        gaiter = middle + (top - middle) * (0.02 + 0.5 * k)[:, None]
        rubber.append(rod(gaiter, 0.027 + 0.0045 * np.cos(k * 14 * 2 * np.pi) * 1.0, 14))
        black.append(placed(shapes.rounded_box((0.045, 0.06, 0.05), 0.012, 3), at=low))
    for dz, dy in ((0.075, -0.045), (-0.09, 0.005)):
        black.append(placed(shapes.rounded_box((0.25, 0.075, 0.035), 0.014, 3), at=head + [0, -0.025 + dy,
          dz],
                            turns=[("x", 25)]))  # fmt: skip
    black.append(rod([head + [0, 0.02, -0.12], head + [0, -0.05, 0.09]], 0.03, 14))
    axle = rod([front - [0.12, 0, 0], front + [0.12, 0, 0]], 0.011, 8)
    return [*chrome, axle], rubber, black


def _frame(head: Vec, rear: Vec) -> list[Mesh]:
    """Cradle tubes, backbone, seat rails, swinging arm."""
    tubes = [rod(curve([head + [0, 0.02, 0.0], (0, -0.1, 0.80), (0, 0.3, 0.66)], 14), 0.02, 10)]
    for s in (-1, 1):
        tubes.append(rod(curve([head + [s * 0.02, 0.02, -0.09], (s * 0.11, -0.30, 0.45), (s * 0.13, -0.20,
          0.20),
                                (s * 0.13, 0.18, 0.19), (s * 0.12, 0.30, 0.34), (s * 0.11, 0.33, 0.68)], 34),
                         0.0155, 10))  # fmt: skip
        tubes.append(
            rod([(s * 0.10, 0.05, 0.70), (s * 0.11, 0.35, 0.69), (s * 0.11, 0.92, 0.70)], 0.0135, 10)
        )
        tubes.append(rod([(s * 0.12, 0.27, 0.33), rear + [s * 0.10, 0, 0]], 0.02, 10))
        tubes.append(rod([(s * 0.11, 0.62, 0.69), (s * 0.12, 0.30, 0.42)], 0.011, 8))
    tubes.append(rod([rear - [0.125, 0, 0], rear + [0.125, 0, 0]], 0.012, 8))
    return tubes


def _engine() -> list[Mesh]:
    """Two upright finned cylinders on a crankcase, with covers and carburettors."""
    pieces = [placed(shapes.rounded_box((0.25, 0.46, 0.19), 0.06, 6), at=(0, 0.02, 0.30)),
              placed(shapes.rounded_box((0.21, 0.26, 0.12), 0.04, 5), at=(0, 0.16, 0.40)),
              placed(shapes.rounded_box((0.17, 0.17, 0.14), 0.03, 4), at=(0, -0.10, 0.50), turns=[("x",
                8)])]  # fmt: skip
    for s in (-1, 1):
        pieces.append(placed(turned([(0, 0), (0.105, 0), (0.11, 0.015), (0.09, 0.03), (0, 0.034)], 36),
                             at=(s * 0.12, 0.02 + 0.13 * (s > 0), 0.30), turns=[("y",
                               90.0 * s)]))  # fmt: skip
    for i in range(10):
        wide = 0.255 if i < 7 else 0.285
        pieces.append(placed(shapes.rounded_box((wide, 0.20, 0.007), 0.003, 2),
                             at=(0, -0.095 - 0.0022 * i, 0.405 + 0.0205 * i), turns=[("x", 8)]))  # fmt: skip
    pieces.append(
        placed(shapes.rounded_box((0.23, 0.15, 0.05), 0.02, 4), at=(0, -0.12, 0.62), turns=[("x", 8)])
    )
    pieces += [placed(turned([(0, -0.05), (0.028, -0.05), (0.034, 0), (0.026, 0.05), (0, 0.05)], 20),
                      at=(s * 0.06, 0.045, 0.54), turns=[("x", 80)]) for s in (-1, 1)]  # fmt: skip
    return pieces


def _exhaust() -> list[Mesh]:
    """Header pipes that sweep down and back into a silencer on either side."""
    pipes = []
    for s in (-1, 1):
        line = curve([(s * 0.07, -0.18, 0.52), (s * 0.10, -0.33, 0.46), (s * 0.15, -0.31, 0.26),
          (s * 0.19, -0.10, 0.19),
                      (s * 0.20, 0.25, 0.20), (s * 0.205, 0.40, 0.225)], 40)  # fmt: skip
        pipes.append(rod(line, 0.021, 12))
        k = np.linspace(0, 1, 14)
        along = np.array([s * 0.205, 0.36, 0.217]) + k[:, None] * [s * 0.01, 0.60, 0.075]
        pipes.append(rod(along, np.interp(k, [0, 0.12, 0.85, 1], [0.022, 0.045, 0.049, 0.036]), 18))

    return pipes


def _shocks(rear: Vec) -> list[Mesh]:
    springs = []
    for s in (-1, 1):
        a, b = rear + [s * 0.125, -0.01, 0.03], np.array([s * 0.125, 0.60, 0.68])
        springs.append(rod([a, b], 0.011, 8))
        turns = np.linspace(0, 2 * np.pi * 9, 110)
        k = np.linspace(0.16, 0.84, 110)
        along = a + (b - a) * k[:, None]
        coil = np.stack([np.cos(turns) * 0.028, np.sin(turns) * 0.028, 0 * turns], 1)
        springs.append(rod(along + coil, 0.0048, 6))
    return springs


def _tank() -> Mesh:
    """A teardrop with knee hollows: rings along Y from the steering head back to the seat."""
    rings = []
    a = np.linspace(0, 2 * np.pi, 32, endpoint=False)
    for y, w, z, high in ((-0.345, 0.02, 0.85, 0.03), (-0.335, 0.075, 0.855, 0.07), (-0.28, 0.115, 0.86,
      0.105),
                          (-0.16, 0.142, 0.855, 0.125), (-0.04, 0.13, 0.84, 0.12), (0.06, 0.105, 0.82, 0.10),
                          (0.125, 0.085, 0.80, 0.075), (0.145, 0.04, 0.79, 0.03)):  # fmt: skip
        x = np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.8 * w
        lift = np.where(np.sin(a) > 0, np.abs(np.sin(a)) ** 0.9 * high, -(np.abs(np.sin(a)) ** 0.6) * 0.085)
        rings.append(np.stack([x, np.full(32, y), z + lift], 1))
    smooth = np.stack([curve(np.array(rings)[:, i], 36) for i in range(32)], axis=1)
    return loft(smooth, crease_deg=75)


def _side_covers() -> list[Mesh]:
    cover = rounded(stretched(shapes.icosphere(3), (0.03, 0.14, 0.095)))
    return [placed(cover, at=(s * 0.125, 0.25, 0.56)) for s in (-1, 1)]


def _guard(centre: Vec, r: float, start: float, end: float, wide: float) -> Mesh:
    angle = np.deg2rad(np.linspace(start, end, 36))
    rows = []
    for a in np.linspace(-1, 1, 11):
        reach = r + 0.03 - 0.028 * np.abs(a) ** 2.5
        rows.append(
            np.stack([np.full(36, a * wide), np.cos(angle) * reach, np.sin(angle) * reach], 1) + centre
        )
    return slab(np.array(rows)[::-1], 0.003)


def _saddle() -> list[Mesh]:
    """A long bench seat with a slight step, ribbed across, piped round its foot."""
    rings = []
    a = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    for y, w, z, thick in ((0.10, 0.06, 0.775, 0.03), (0.125, 0.10, 0.78, 0.045), (0.25, 0.125, 0.775, 0.055),
                           (0.45, 0.135, 0.78, 0.06), (0.60, 0.135, 0.80, 0.065), (0.85, 0.13, 0.815, 0.065),
                           (0.95, 0.11, 0.82, 0.055), (0.975, 0.06, 0.815, 0.03)):  # fmt: skip
        x = np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.6 * w
        rings.append(
            np.stack([x, np.full(28, y), z - 0.03 + np.sign(np.sin(a)) * np.abs(np.sin(a)) ** 0.7 * thick], 1)
        )
    smooth = np.stack([curve(np.array(rings)[:, i], 60) for i in range(28)], axis=1)
    ribs = 0.0035 * np.cos(np.linspace(0, 2 * np.pi * 22, 60))[:, None] * (np.sin(a) > 0.2)[None]
    smooth[..., 2] += ribs
    return [loft(smooth, crease_deg=75)]


def _bars(head: Vec) -> list[Mesh]:
    half = curve([head + [0, -0.03, 0.14], head + [0.10, -0.03, 0.16], head + [0.22, 0.02, 0.20],
                  np.array([0.385, -0.305, 1.0])], 26)  # fmt: skip
    lever = rod(curve([(0.27, -0.35, 1.0), (0.30, -0.385, 0.995), (0.38, -0.36, 0.99)], 10), 0.0055, 6)
    stalk = rod(curve([(0.25, -0.33, 1.01), (0.27, -0.35, 1.08), (0.30, -0.34, 1.13)], 8), 0.005, 6)
    mirror = placed(stretched(shapes.icosphere(2), (0.055, 0.016, 0.04)), at=(0.31, -0.335, 1.15))
    bar = rod(half, 0.0115, 10)
    return [bar, mirrored(bar), lever, mirrored(lever), stalk, mirrored(stalk), mirror, mirrored(mirror)]


def _lamp(at: Vec, radius: float) -> tuple[Mesh, Mesh]:
    """A round headlamp: bowl with its rim, and its glass."""
    r = radius
    bowl = turned([(0, -0.13), (r * 0.45, -0.115), (r * 0.85, -0.06), (r, 0.0), (r * 1.04, 0.0),
      (r * 1.04, 0.015),
                   (r * 0.95, 0.02), (0, 0.02)], 36)  # fmt: skip
    glass = turned([(0, 0.02), (r * 0.95, 0.018), (r * 0.7, 0.034), (r * 0.35, 0.042), (0, 0.044)], 36)
    return placed(bowl, at=at, turns=[("x", 90)]), placed(glass, at=at, turns=[("x", 90)])


def _pegs() -> list[Mesh]:
    return [rod([(s * 0.14, y, z), (s * 0.26, y, z)], 0.014, 10) for s in (-1, 1)
            for y, z in ((0.20, 0.30), (0.52, 0.40))]  # fmt: skip


def scooter(member: CastMember, rng: Rng) -> Prop:
    """A classic motor scooter: pressed leg shield and footboard, bulging flanks, headset and lamp."""
    paint = surface(member, rng)
    base, r = 1.23 * vary(rng, 0.01), 0.215
    front, rear = np.array([0, -base / 2, r]), np.array([0, base / 2, r])
    wheels = [_fat_wheel(c, r) for c in (front, rear)]
    body = [_monocoque(), _shield(), *(placed(_flank(), at=(s * 0.17, 0.50, 0.46)) for s in (-1, 1)),
            _cowl(front, r), _headset()]  # fmt: skip
    column = rod([front + [0, 0.02, 0.05], front + [0, 0.20, 0.68]], 0.034, 14)
    lamp, lens = _lamp(np.array([0, -0.50, 0.955]), 0.072)
    chrome = [_edge(), column,
              rod(curve([(-0.16, 0.98, 0.62), (-0.12, 0.99, 0.66), (0.12, 0.99, 0.66), (0.16, 0.98,
                0.62)], 16), 0.009, 8),
              lamp, *(w[1] for w in wheels)]  # fmt: skip
    grips = [rod([(s * 0.22, -0.385, 0.985), (s * 0.345, -0.355, 0.98)], 0.018, 12) for s in (-1, 1)]
    bars = [rod([(s * 0.06, -0.40, 0.98), (s * 0.24, -0.38, 0.985)], 0.019, 12) for s in (-1, 1)]
    for s in (-1, 1):
        chrome.append(
            rod(
                curve([(s * 0.2, -0.40, 0.99), (s * 0.21, -0.41, 1.10), (s * 0.25, -0.40, 1.15)], 8), 0.005, 6
            )
        )
        chrome.append(
            placed(stretched(shapes.icosphere(2), (0.055, 0.014, 0.055)), at=(s * 0.27, -0.395, 1.17))
        )
    mats = [
        beam((x, -0.26, 0.285), (x, 0.12, 0.285), 0.02, 0.012, radius=0.004)
        for x in np.linspace(-0.15, 0.15, 5)
    ]
    tail = placed(shapes.rounded_box((0.09, 0.05, 0.06), 0.022, 4), at=(0, 0.925, 0.56))
    stand = [rod(curve([(s * 0.10, 0.05, 0.24), (s * 0.15, 0.09, 0.1), (s * 0.17, 0.12, 0.012)], 8), 0.012, 8)
             for s in (-1, 1)]  # fmt: skip
    steel = replace(trim(member, "chrome", wear=0.1), roughness=0.12, bump=None)
    parts = [part(paint, *body, *bars), part(steel, *chrome), part(trim(member, "black_iron"), *stand),
             part(trim(member, "rubber", "#18181a"), *(w[0] for w in wheels), *grips, *mats),
             part(trim(member, "leather", member.accent or "#5a3a24"), *_bench()),
             part(_lens("#e8eef2"), lens), part(_lens("#a3120f"), tail)]  # fmt: skip
    walls: list[Collider] = [post(c.tolist(), r, 0.1, ("y", 90)) for c in (front, rear)]
    walls += [hull(body[0].vertices), hull(body[1].vertices), *(hull(m.vertices) for m in body[2:4]),
              box((0, -0.38, 0.98), (0.69, 0.1, 0.1)), box((0, 0.5, 0.78), (0.28, 0.72, 0.1)),
              *(box((s * 0.27, -0.395, 1.15), (0.1, 0.03, 0.14)) for s in (-1, 1)),
              *(box((s * 0.16, 0.1, 0.07), (0.05, 0.1, 0.14)) for s in (-1, 1))]  # fmt: skip
    return assemble(parts, walls, mass=108.0, friction=0.8, restitution=0.15)


def _fat_wheel(centre: Vec, r: float) -> tuple[Mesh, Mesh]:
    t = np.linspace(-1, 1, 13)
    half, bead = 0.048, r * 0.62
    crown = np.stack([r - 0.022 * np.abs(t) ** 2.4, t * half], 1)
    crown[1:-1:2, 0] -= 0.003
    tyre = turned([(bead, -half * 0.7), *crown, (bead, half * 0.7), (bead, -half * 0.7)], 56, crease_deg=50)
    disc = turned([(0, -0.05), (0.05, -0.05), (0.06, -0.03), (bead * 0.8, -0.012), (bead, -0.035),
      (bead * 1.02, 0),
                   (bead, 0.035), (bead * 0.8, 0.012), (0.06, 0.03), (0.05, 0.05), (0, 0.05)],
                    40)  # fmt: skip
    return placed(tyre, at=centre, turns=[("y", 90)]), placed(disc, at=centre, turns=[("y", 90)])


def _rings(table: tuple[tuple[float, float, float, float], ...], power: float, count: int) -> Mesh:
    """A body through sections (y, half width, low, high), superelliptic, smooth along y."""
    a = np.linspace(0, 2 * np.pi, 30, endpoint=False)
    c, s = np.cos(a), np.sin(a)
    rings = [np.stack([np.sign(c) * np.abs(c) ** power * w, np.full(30, y),
                       (low + high) / 2 + np.sign(s) * np.abs(s) ** power * (high - low) / 2], 1)
             for y, w, low, high in table]  # fmt: skip
    smooth = np.stack([curve(np.array(rings)[:, i], count) for i in range(30)], axis=1)
    return loft(smooth, crease_deg=75)


def _monocoque() -> Mesh:
    """Footboard rising into the tail, under the seat."""
    return _rings(((-0.34, 0.17, 0.215, 0.27), (-0.30, 0.20, 0.21, 0.28), (0.02, 0.205, 0.21, 0.28),
                   (0.12, 0.16, 0.22, 0.40), (0.20, 0.125, 0.25, 0.66), (0.32, 0.13, 0.33, 0.735),
                   (0.60, 0.135, 0.40, 0.735), (0.84, 0.115, 0.42, 0.70), (0.92, 0.08, 0.46, 0.64),
                   (0.945, 0.03, 0.5, 0.58)), 0.6, 60)  # fmt: skip


def _shield() -> Mesh:
    """The leg shield, curved in plan and swept back towards the knees."""
    u, v = np.meshgrid(np.linspace(-1, 1, 25), np.linspace(0, 1, 25))
    wide = 0.215 * np.interp(v, [0, 0.25, 0.75, 0.93, 1], [0.92, 1.0, 0.95, 0.72, 0.35])
    y = -0.325 - 0.03 * v + 0.085 * u**2 - 0.075 * np.sin(np.pi * v) * (1 - u**2) * 0.5
    return slab(np.stack([u * wide, y, 0.235 + 0.64 * v], -1), 0.012)


def _edge() -> Mesh:
    """The bright beading round the shield."""
    v = np.concatenate([np.linspace(0, 1, 24), np.linspace(1, 0, 24)])
    side = np.concatenate([np.ones(24), -np.ones(24)])
    wide = 0.215 * np.interp(v, [0, 0.25, 0.75, 0.93, 1], [0.92, 1.0, 0.95, 0.72, 0.35])
    return rod(np.stack([side * wide, -0.24 - 0.03 * v - 0.0, 0.235 + 0.64 * v], 1), 0.008, 8)


def _flank() -> Mesh:
    """One of the bulging side panels, a teardrop."""
    ball = shapes.icosphere(4)
    x, y, z = ball.vertices.T
    shape = np.stack([x * 0.095, y * 0.36 * (1 - 0.08 * y), z * (0.205 - 0.045 * y)], 1)
    shape[:, 2] += 0.03 * y
    return rounded(Mesh(vertices=shape, faces=ball.faces))


def _cowl(front: Float[np.ndarray, "3"], r: float) -> Mesh:
    """The front mudguard that wraps the wheel."""
    angle = np.deg2rad(np.linspace(38, 172, 32))
    rows = []
    for a in np.linspace(-1, 1, 15):
        reach = r + 0.035 - 0.10 * np.abs(a) ** 3
        rows.append(
            np.stack([np.full(32, a * 0.082), np.cos(angle) * reach, np.sin(angle) * reach], 1) + front
        )
    return slab(np.array(rows)[::-1], 0.004)


def _headset() -> Mesh:
    return _rings(((-0.50, 0.055, 0.90, 1.01), (-0.47, 0.078, 0.885, 1.025), (-0.40, 0.085, 0.87, 1.03),
                   (-0.34, 0.06, 0.88, 1.015), (-0.325, 0.03, 0.92, 0.98)), 0.75, 24)  # fmt: skip


def _bench() -> list[Mesh]:
    seat = _rings(((0.17, 0.05, 0.735, 0.775), (0.19, 0.095, 0.73, 0.795), (0.34, 0.135, 0.73, 0.805),
                   (0.55, 0.14, 0.735, 0.80), (0.75, 0.135, 0.735, 0.83), (0.90, 0.11, 0.735, 0.83),
                   (0.925, 0.05, 0.745, 0.80)), 0.6, 44)  # fmt: skip
    return [seat]
