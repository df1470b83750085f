"""Boats: a clinker rowing boat with thwarts and oars, and a sloop with its sails filled."""

from dataclasses import replace

import numpy as np
from jaxtyping import Float

from rayograph.core.mesh import Mesh
from rayograph.core.plan import CastMember
from rayograph.world.cast.fitting import assemble, box, hull, part, surface, trim, vary
from rayograph.world.cast.shaping import (
    beam,
    curve,
    loft,
    mirrored,
    placed,
    rod,
    sheet,
    slab,
)
from rayograph.world.scene import Collider, Part, Prop

Rng = np.random.Generator


def _hull_point(s: np.ndarray, t: np.ndarray, size: tuple[float, float, float], transom: float) -> np.ndarray:
    """A rowing boat's side: s runs from stem (0) to transom (1), t from keel (0) to gunwale (1).

    Args:
        size: beam, length, depth amidships [m]. transom: width of the stern over the beam.
    """
    wide, length, deep = size
    plan = np.sin(np.pi * np.clip(s, 0, 1) ** 0.78 * 0.78) ** 0.85
    plan = plan * (1 - (s > 0.6) * (1 - transom / 0.66) * ((s - 0.6) / 0.4).clip(0) ** 2 * 0.0)
    sheer = deep * (1 + 0.42 * (1 - s / 0.62).clip(0) ** 2 + 0.16 * ((s - 0.62) / 0.38).clip(0) ** 2)
    keel = 0.10 * deep * (1 - s / 0.16).clip(0) ** 2 + 0.16 * deep * ((s - 0.86) / 0.14).clip(0) ** 1.5
    fullness = np.interp(s, [0, 0.2, 0.55, 1], [1.15, 0.72, 0.5, 0.62])
    x = wide / 2 * plan * t**fullness
    z = keel + (sheer - keel) * t**1.35
    rake = -0.10 * (1 - s / 0.15).clip(0) * t * length * 0.25
    y = (s - 0.5) * length + rake + 0.06 * (s > 0.995) * t
    return np.stack([x, y, z], -1)


def boat(member: CastMember, rng: Rng) -> Prop:
    """A rowing boat: overlapping planks, ribs, thwarts, gunwales, oars resting in their rowlocks."""
    paint = surface(member, rng)
    wood = trim(member, "oak" if member.wear > 0.5 else "pine", member.accent)
    size = (1.34 * vary(rng, 0.03), 3.9 * vary(rng, 0.03), 0.52)
    planks, sides, ribs = 7, [], []
    s = np.linspace(0.0, 1.0, 44)
    for k in range(planks):
        # each strake laps over the one below: its lower edge stands proud by a plank's thickness
        t = np.linspace(k / planks - (0.02 if k else 0.0), (k + 1) / planks, 4).clip(0.0, 1)
        grid = _hull_point(s[None], t[:, None], size, 0.66)
        proud = np.linspace(0.011, 0.0, 4)[:, None]
        grid[..., 0] += proud * (s > 0.015)
        grid[..., 2] -= proud * 0.4
        strake = slab(grid, 0.012)
        if _faces_in(strake):
            strake = slab(grid[::-1], 0.012)
        sides.append(strake)
    for at in np.linspace(0.14, 0.93, 12):
        t = np.linspace(0.02, 0.97, 12)
        line = _hull_point(np.full(12, at), t, size, 0.66) - [0.022, 0, -0.012]
        ribs.append(rod(np.maximum(line, [0.0, -9, 0.0]), 0.011, 6))
    edge = _hull_point(np.linspace(0.0, 1.0, 40), np.ones(40), size, 0.66)
    rails = [rod(edge + [0.004, 0, 0.0], 0.022, 10), rod(edge[3:] - [0.028, 0, 0.002], 0.014, 8)]
    half = [*sides]
    inner = [*ribs, *rails]
    hull_parts = [*half, *(mirrored(m) for m in half), _transom(size)]
    timber = [*inner, *(mirrored(m) for m in inner), *_thwarts(size, rng), _stem(size)]
    oars, locks = _oars(size, rng)
    parts = [part(paint, *hull_parts), part(wood, *timber, *oars), part(trim(member, "black_iron"), *locks)]
    return assemble(parts, _boat_walls(size), mass=95.0, friction=0.4, restitution=0.1)


def _faces_in(mesh: Mesh) -> bool:
    assert mesh.normals is not None
    return (
        False
        if len(mesh.faces) == 0
        else bool((mesh.normals[:, 0] * (mesh.vertices[:, 0] > 0.1)).mean() < -0.5)
    )


def _transom(size: tuple[float, float, float]) -> Mesh:
    t = np.linspace(0, 1, 16)
    right = _hull_point(np.ones(16), t, size, 0.66)
    left = right[::-1] * [-1, 1, 1]
    ring = np.concatenate([right, left])
    return loft(np.stack([ring - [0, 0.03, 0], ring + [0, 0.002, 0]]))


def _stem(size: tuple[float, float, float]) -> Mesh:
    """Stem and keel in one curved timber."""
    t = np.linspace(1, 0, 14)
    bow = _hull_point(np.zeros(14), t, size, 0.66) + [0, -0.012, 0.012]
    s = np.linspace(0.04, 1.0, 22)
    keel = _hull_point(s, np.zeros(22), size, 0.66) - [0, 0, 0.012]
    path = np.concatenate([bow + [0, 0, 0.02], keel]) * [0, 1, 1]
    return rod(path, 0.022, 8)


def _thwarts(size: tuple[float, float, float], rng: Rng) -> list[Mesh]:
    """Three seats and the bottom boards."""
    boards = []
    for at, wide in ((0.3, 0.2), (0.55, 0.24), (0.88, 0.34)):
        p = _hull_point(np.array(at), np.array(0.66), size, 0.66)
        half = float(p[0]) - 0.012
        n = 2 if wide > 0.3 else 1
        for i in range(n):
            y = float(p[1]) + (i - (n - 1) / 2) * wide / n
            boards.append(
                beam((-half, y, 0.33), (half, y, 0.33), wide / n - 0.006, 0.026, radius=0.006, rng=rng)
            )
    for x in (-0.24, -0.12, 0.0, 0.12, 0.24):
        boards.append(beam((x, -0.25 * size[1], 0.085 + abs(x) * 0.12),
                           (x, 0.36 * size[1], 0.085 + abs(x) * 0.12),
                           0.09, 0.014, rng=rng))  # fmt: skip
    return boards


def _oars(size: tuple[float, float, float], rng: Rng) -> tuple[list[Mesh], list[Mesh]]:
    """A pair of oars laid inboard along the thwarts, and the rowlocks."""
    oars, locks = [], []
    lock = _hull_point(np.array(0.62), np.array(1.0), size, 0.66)
    for s in (-1, 1):
        length = 2.25
        shaft = np.array([(0, 0.0, 0), (0, 0.35, 0), (0, 1.4, 0), (0, 1.75, 0)]) + [0, -length / 2, 0]
        oar = rod(
            curve(shaft, 16),
            np.interp(np.linspace(0, 1, 16), [0, 0.12, 0.2, 1], [0.014, 0.014, 0.021, 0.017]),
            10,
        )
        t = np.linspace(0, 1, 12)
        width = 0.02 + 0.055 * np.sin(np.pi * np.clip(t, 0, 0.8) * 0.62) ** 0.8
        rings = []
        for k, w in zip(t, width, strict=True):
            a = np.linspace(0, 2 * np.pi, 16, endpoint=False)
            thick = 0.018 * (1 - k) + 0.005
            rings.append(
                np.stack([np.cos(a) * w, np.full(16, 1.7 + 0.55 * k - length / 2), np.sin(a) * thick], 1)
            )
        blade = loft(np.array(rings))
        yaw = -s * (2.0 + float(rng.uniform(-1.5, 1.5)))
        oars += [
            placed(m, at=(s * 0.2, -0.04, 0.372), turns=[("y", 8.0 * s), ("z", yaw)]) for m in (oar, blade)
        ]
        fork = curve(
            [(-0.03, 0, 0.07), (-0.032, 0, 0.03), (0, 0, 0.0), (0.032, 0, 0.03), (0.03, 0, 0.07)], 18
        )
        stand = placed(
            rod(fork, 0.006, 8),
            at=(s * float(lock[0]), float(lock[1]), float(lock[2]) + 0.035),
            turns=[("z", 90)],
        )
        locks += [stand, rod([(s * float(lock[0]), float(lock[1]), float(lock[2]) + 0.04),
                              (s * float(lock[0]), float(lock[1]), float(lock[2]) - 0.06)], 0.007,
                              8)]  # fmt: skip
    return oars, locks


def _boat_walls(size: tuple[float, float, float]) -> list[Collider]:
    """Side shells as convex stations, so that things can lie in the boat."""
    # the keel stands below the planks: without it the boat would rest on air
    walls: list[Collider] = [box((0, 0.03 * size[1], -0.012), (0.044, 0.7 * size[1], 0.044))]
    stops = np.linspace(0, 1, 7)
    for a, b in zip(stops[:-1], stops[1:], strict=True):
        s = np.array([a, (a + b) / 2, b])[:, None]
        for low, high in ((0.0, 0.45), (0.45, 1.0)):
            t = np.array([low, (low + high) / 2, high])[None]
            out = _hull_point(s + 0 * t, t + 0 * s, size, 0.66).reshape(-1, 3)
            inside = out - np.array([0.03, 0, 0]) + [0, 0, 0.03 if low == 0 else 0.0]
            both = np.concatenate([out, np.maximum(inside, [0.0, -9.0, 0.0])])
            walls += [hull(both), hull(both * [-1, 1, 1])]
    return walls


def sailboat(member: CastMember, rng: Rng) -> Prop:
    """A small sloop: smooth hull with boot stripe, planked deck, cabin, mast, rigging, full sails."""
    paint = surface(member, rng)
    size = (1.76 * vary(rng, 0.03), 5.1 * vary(rng, 0.03), 0.86)
    high = 6.9 * vary(rng, 0.03)
    s, a = np.linspace(0, 1, 46), np.linspace(0, 1, 20)
    rings, deck = [], []
    for at in s:
        right = _hull_point(np.full(20, at), a, (size[0], size[1], size[2]), 0.8)
        right[0, 0] = 0.0
        ring = np.concatenate([right, right[:0:-1] * [-1, 1, 1]])
        rings.append(ring)
        top = right[-1]
        across = np.linspace(-1, 1, 15)
        deck.append(
            np.stack(
                [
                    across * (top[0] - 0.01),
                    np.full(15, top[1]),
                    top[2] + 0.0 + 0.05 * (1 - across**2) * min(1, top[0] * 3),
                ],
                1,
            )
        )
    body = loft(np.array(rings)[:, :, :], crease_deg=50)
    white = trim(member, "painted_wood", "#ece6d8")
    planks = part(trim(member, "oak"), sheet(np.array(deck).transpose(1, 0, 2)[::-1]))
    cabin = _cabin(size)
    metal = trim(member, "steel", wear=0.1)
    mast_y, deck_z = -0.1 * size[1], size[2] + 0.04
    timber = [rod([(0, mast_y, deck_z - 0.1), (0, mast_y + 0.05, high)], np.array([0.045, 0.03]), 14),
              rod([(0, mast_y, 1.35), (0.22, mast_y + 2.15, 1.28)], 0.032, 12), *_rails(size)]  # fmt: skip
    fin = loft(np.stack([_foil(0.9, 0.05) + [0, 0.1, 0.1], _foil(0.62, 0.04) + [0, 0.22, 0.0]]))
    tiller = [
        rod([(0, 0.5 * size[1] - 0.1, size[2] + 0.02), (0.12, 0.28 * size[1], size[2] + 0.16)], 0.016, 8)
    ]
    sails, lines = _sails(member, mast_y, deck_z, high, size, rng)
    parts = [part(paint, body, fin), planks, part(white, *cabin),
             part(trim(member, "walnut"), *timber, *tiller), sails,
             part(metal, *lines)]  # fmt: skip
    walls = [
        hull(np.array(rings).reshape(-1, 3)),
        box((0, mast_y, (high + deck_z) / 2), (0.1, 0.1, high - deck_z)),
    ]
    return assemble(parts, walls, mass=620.0, friction=0.4, restitution=0.05)


def _foil(chord: float, thick: float) -> Float[np.ndarray, "n 3"]:
    a = np.linspace(0, 2 * np.pi, 24, endpoint=False)
    return np.stack([np.sin(a) * thick * (1 - 0.5 * np.cos(a)), -np.cos(a) * chord / 2, 0 * a], 1)


def _cabin(size: tuple[float, float, float]) -> list[Mesh]:
    rings = []
    for y, half, top in (
        (-0.62, 0.2, 0.02),
        (-0.56, 0.33, 0.15),
        (0.0, 0.46, 0.27),
        (0.5, 0.48, 0.29),
        (0.53, 0.475, 0.28),
    ):
        a = np.linspace(0, np.pi, 18)
        x = np.sign(np.cos(a)) * np.abs(np.cos(a)) ** 0.5 * half
        z = np.abs(np.sin(a)) ** 0.5 * (top + 0.05) + size[2] - 0.05
        rings.append(np.stack([x, np.full(18, y), z], 1))
    return [loft(np.array(rings), crease_deg=40)]


def _rails(size: tuple[float, float, float]) -> list[Mesh]:
    edge = _hull_point(np.linspace(0.0, 1.0, 40), np.ones(40), size, 0.8)
    rail = rod(edge, 0.024, 8)
    return [rail, mirrored(rail)]


def _sails(
    member: CastMember, mast_y: float, deck_z: float, high: float, size: tuple[float, float, float], rng: Rng
) -> tuple[Part, list[Mesh]]:
    """Mainsail and jib with belly and seams, shrouds and stays."""
    cloth = trim(member, "canvas", member.accent or "#f1ece0")
    u, v = np.meshgrid(np.linspace(0, 1, 22), np.linspace(0, 1, 40))

    def sail(tack: np.ndarray, clew: np.ndarray, head: np.ndarray, belly: float, roach: float) -> Mesh:
        luff = tack * (1 - v[..., None]) + head * v[..., None]
        leech = clew * (1 - v[..., None]) + (head + (clew - tack) * 0.03) * v[..., None]
        leech = leech + (clew - tack) * (roach * np.sin(np.pi * v))[..., None]
        points = luff * (1 - u[..., None]) + leech * u[..., None]
        chord = np.linalg.norm(leech - luff, axis=-1)
        points[..., 0] += (
            belly * chord * 4 * (u * (1 - u)) * (0.75 + 0.25 * np.sin(np.pi * v)) * 1.25 * (1 - u * 0.3)
        )
        return sheet(points)

    boom = np.array([0.22, mast_y + 2.1, 1.34])
    top = np.array([0, mast_y + 0.06, high - 0.12])
    bow = np.array([0, -0.53 * size[1], size[2] * 1.36])
    main = sail(np.array([0, mast_y + 0.05, 1.42]), boom, top, 0.11, 0.10)
    jib = sail(bow + [0, 0.08, 0.12], np.array([0.5, mast_y - 0.05, 1.25]),
               np.array([0, mast_y - 0.12, high * 0.82]), 0.13, -0.02)  # fmt: skip
    thin = part(cloth, main, jib)
    lines = [rod([tuple(bow), (0, mast_y + 0.04, high * 0.86)], 0.004, 6),
             rod([(0, 0.49 * size[1], size[2] * 1.15), (0, mast_y + 0.05, high - 0.03)], 0.004, 6),
             rod([tuple(boom - [0.02, 0.3, 0.05]), (0.0, 0.36 * size[1], size[2] + 0.1)], 0.005,
                 6)]  # fmt: skip
    for x in (-1, 1):
        lines += [rod([(x * size[0] * 0.47, mast_y + 0.12, size[2]), (0, mast_y + 0.04, high * 0.84)],
                      0.004, 6),
                  rod([(0, mast_y + 0.02, high * 0.5), (x * 0.32, mast_y + 0.05, high * 0.5 + 0.04)], 0.014,
                      8)]  # fmt: skip
    del rng, deck_z
    return replace(thin, material=replace(cloth, kind="thin", transmission=0.4)), lines


def paper_boat(member: CastMember, rng: Rng) -> Prop:
    """A folded paper boat: creased sides open like a hull, the pyramid of its sail in the middle."""
    paper = surface(member, rng)
    half, wide, tall, low = 0.1 * vary(rng, 0.04), 0.045, 0.088, 0.052
    bow, keel = (0.0, -half, low + 0.004), (0.0, -half * 0.42, 0.0)
    gunwale = (wide, 0.0, 0.034)
    sheets: list[Mesh] = []
    for sy in (-1, 1):
        for sx in (-1, 1):
            flip = np.array([sx, -sy, 1.0])
            for tri in (((bow, keel, gunwale), 1.0), ((keel, (0.012, 0, 0), gunwale), 1.0),
                        ((keel, (0.0, 0, 0.0), (0.012, 0, 0)), 1.0)):  # fmt: skip
                sheets.append(_leaf(np.array(tri[0]) * flip))
                # the turned-up brim: a second layer just outside the upper half of the hull
            brim = np.array([bow, (0.5 * keel[0], (bow[1] + keel[1]) / 2, low * 0.42), gunwale])
            sheets.append(_leaf((brim + [0.0016, 0, 0.0004]) * flip))
            sail = np.array([(0, -half * 0.40, 0.016), (wide * 0.42, 0, 0.016), (0, 0, tall)])
            sheets.append(_leaf(sail * flip))
    fold = 0.0004 * rng.standard_normal((1, 3))
    sheets = [Mesh(vertices=m.vertices + fold, faces=m.faces, normals=m.normals, uv=m.uv) for m in sheets]
    points = np.concatenate([m.vertices for m in sheets])
    return assemble([part(paper, *sheets)], [hull(points)], mass=0.006, friction=0.5, restitution=0.1)


def _leaf(triangle: np.ndarray) -> Mesh:
    """A creased sheet of paper as a thin solid triangle, slightly bowed."""
    normal = np.cross(triangle[1] - triangle[0], triangle[2] - triangle[0])
    normal /= np.linalg.norm(normal)
    n = 6
    points: list[np.ndarray] = []
    index: dict[tuple[int, int], int] = {}
    for i in range(n + 1):
        for j in range(n + 1 - i):
            a, b = i / n, j / n
            bow = 0.0012 * 27 * a * b * (1 - a - b)
            index[i, j] = len(points)
            points.append(triangle[0] * (1 - a - b) + triangle[1] * a + triangle[2] * b + normal * bow)
    faces = []
    for i in range(n):
        for j in range(n - i):
            faces.append((index[i, j], index[i + 1, j], index[i, j + 1]))
            if i + j < n - 1:
                faces.append((index[i + 1, j], index[i + 1, j + 1], index[i, j + 1]))
    top, count = np.array(points), len(points)
    lower = np.array(faces)[:, ::-1] + count
    rim = (
        [index[i, 0] for i in range(n)]
        + [index[n - j, j] for j in range(n)]
        + [index[0, n - j] for j in range(n)]
    )
    after = rim[1:] + rim[:1]
    sides = [
        t for a, b in zip(rim, after, strict=True) for t in ((a, a + count, b), (b, a + count, b + count))
    ]
    return Mesh(vertices=np.concatenate([top, top - normal * 0.0005]),
                faces=np.concatenate([np.array(faces), lower, np.array(sides)]))  # fmt: skip
