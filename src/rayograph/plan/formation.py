"""Rows, stacks, piles, circles and loose groups: where the members of one thing stand about its centre."""

import numpy as np

from rayograph.plan.casting import Actor

Point = tuple[float, float, float]
GOLDEN = np.pi * (3.0 - np.sqrt(5.0))
"""The golden angle [rad]."""


def formation(group: list[Actor], arrangement: str, rng: np.random.Generator) -> tuple[list[Point], float]:
    """Offsets of the members of one thing about its centre, and the radius of the whole [m]."""
    n, first = len(group), group[0]
    width, depth, height = first.size
    r = first.radius
    if n == 1:
        return [(0.0, 0.0, 0.0)], r
    if arrangement == "row" or first.member.kind == "domino":
        pitch = height * 0.56 if first.member.kind == "domino" else width * 1.06 + 0.004
        line = [((i - (n - 1) / 2) * pitch, 0.0, 0.0) for i in range(n)]
        return line, (n - 1) * pitch / 2 + r
    if arrangement == "stack":
        wobble = rng.uniform(-0.03, 0.03, (n, 2)) * width
        return [(float(w[0]), float(w[1]), i * height) for i, w in enumerate(wobble)], r
    if arrangement == "triangle" and first.member.kind == "billiard_ball":
        return _rack(n, 2.004 * r)
    if arrangement in ("triangle", "grid", "arc", "scatter"):
        return _figure(n, first, arrangement, rng)
    if arrangement == "pile" and first.member.kind in _ROUND:
        return _heap(n, width, height)
    if arrangement == "pile":
        # No two are quite of one size; they are let down on each other before the shot.
        return _pyramid(n, width * 1.06, depth * 1.06, height * 1.15)
    if arrangement == "circle":
        ring = max(r * 1.15 / np.sin(np.pi / n), r * 1.2)
        return [
            (float(ring * np.cos(2 * np.pi * i / n)), float(ring * np.sin(2 * np.pi * i / n)), 0.0)
            for i in range(n)
        ], float(ring + r)
    pitch = 2.2 * r
    turn = rng.uniform(0, 2 * np.pi)
    cluster: list[Point] = []
    for i in range(n):
        spread = pitch * 0.78 * np.sqrt(i + 0.35)
        angle = turn + i * GOLDEN
        cluster.append((float(spread * np.cos(angle)), float(spread * np.sin(angle) * 0.8), 0.0))
    return _apart(cluster, r * 1.06), float(pitch * 0.8 * np.sqrt(n) + r)


_ROUND = frozenset(
    "apple orange lemon pear tomato ball football basketball tennis_ball billiard_ball beach_ball pumpkin "
    "watermelon rock marble egg cherry strawberry onion coffee_bean pear snowball".split()
)
"""Kinds that lie in the hollows between those below: a heap of them narrows all round."""


def _figure(n: int, first: Actor, arrangement: str, rng: np.random.Generator) -> tuple[list[Point], float]:
    """Flat figures: a rack's triangle, a grid, an arc open to the camera, a loose scatter."""
    r = first.radius
    if arrangement == "scatter":
        return _scatter(n, r, rng)
    pitch = 2.0 * r * (1.01 if first.member.kind in _ROUND else 1.25)
    flat: list[tuple[float, float]] = []
    if arrangement == "triangle":
        row = 0
        while len(flat) < n:
            flat += [((k - row / 2) * pitch, row * pitch * 0.866) for k in range(row + 1)]
            row += 1
        flat = flat[:n]
    elif arrangement == "grid":
        columns = max(2, int(np.ceil(np.sqrt(n * 1.2))))
        flat = [((k % columns) * pitch, (k // columns) * pitch) for k in range(n)]
    else:
        reach = max(n * pitch / np.pi, 1.2 * pitch)
        for k in range(n):
            angle = np.pi * (k + 0.5) / n
            flat.append((float(reach * np.cos(angle)), float(0.8 * reach * np.sin(angle))))
    xy = np.array(flat)
    xy -= (xy.max(0) + xy.min(0)) / 2
    return [(float(x), float(y), 0.0) for x, y in xy], float(np.linalg.norm(xy, axis=1).max() + r)


def _scatter(n: int, r: float, rng: np.random.Generator) -> tuple[list[Point], float]:
    """Strewn wide and unevenly, none on another."""
    spread = 2.3 * r * np.sqrt(n) + r
    points: list[tuple[float, float]] = []
    for _ in range(4000):
        if len(points) == n:
            break
        angle, far = rng.uniform(0, 2 * np.pi), spread * np.sqrt(rng.random())
        x, y = float(far * np.cos(angle)), float(0.75 * far * np.sin(angle))
        if all((x - a) ** 2 + (y - b) ** 2 > (2.15 * r) ** 2 for a, b in points):
            points.append((x, y))
        else:
            spread *= 1.002
    return [(x, y, 0.0) for x, y in points], spread


def _heap(n: int, width: float, height: float) -> tuple[list[Point], float]:
    """A square heap: each of a layer rests in the hollow between four below."""
    side = 1
    while side * (side + 1) * (2 * side + 1) // 6 < n:
        side += 1
    points: list[Point] = []
    rest = n
    for level in range(side):
        columns = side - level
        last = level == side - 1
        for k in range(columns * columns):
            if rest > 0 and (len(points) < n or last):
                x, y = k % columns - (columns - 1) / 2, k // columns - (columns - 1) / 2
                points.append((x * width * 1.01, y * width * 1.01, level * height * 0.715))
                rest -= 1
    return points, side * width * 0.75


def _apart(points: list[Point], radius: float) -> list[Point]:
    """Push circles apart until none overlap."""
    xy = np.array([p[:2] for p in points])
    for _ in range(60):
        gap = xy[:, None] - xy[None]
        far = np.linalg.norm(gap, axis=-1) + np.eye(len(xy)) * 1e3
        push = np.clip(2 * radius - far, 0, None)
        if push.max() <= 1e-9:
            break
        xy = xy + 0.5 * (gap / far[..., None] * push[..., None]).sum(1)
    return [(float(x), float(y), 0.0) for x, y in xy]


def _rack(n: int, pitch: float) -> tuple[list[Point], float]:
    """Balls racked flat in a triangle, its apex to the left, from where the cue ball comes."""
    rows = 1
    while rows * (rows + 1) // 2 < n:
        rows += 1
    deep = pitch * np.sqrt(3) / 2
    points = [
        (float((row - (rows - 1) / 2) * deep), float((k - row / 2) * pitch), 0.0)
        for row in range(rows)
        for k in range(row + 1)
    ]
    return points[:n], float((rows - 1) / 2 * pitch + pitch / 2)


def _pyramid(n: int, width: float, depth: float, height: float) -> tuple[list[Point], float]:
    """Rows that narrow upwards, each resting between the two below."""
    base = 1
    while base * (base + 1) // 2 < n:
        base += 1
    points: list[Point] = []
    for level in range(base):
        for k in range(base - level):
            if len(points) < n:
                points.append(((k - (base - level - 1) / 2) * width, 0.0, level * height * 0.98))
    return points, base * width / 2
