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
    if arrangement == "pile":
        return _pyramid(n, width * 1.03, depth * 1.03, height)
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
