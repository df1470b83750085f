"""The `d` of an SVG path, and the transforms above it, as points (SVG 1.1, §8.3 and §7.6)."""

import math
import re

from rayograph.core.errors import PlanError

Point = tuple[float, float]
Affine = tuple[float, float, float, float, float, float]
"""a b c d e f: x' = a·x + c·y + e, y' = b·x + d·y + f."""
STILL: Affine = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
STEPS = 10
"""Chords that a curve becomes."""
_TOKEN = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])|([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)")
_NEEDS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}
_TRANSFORM = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)")


def numbers(text: str) -> list[float]:
    """The numbers in a list such as "0,0 12.5 3"."""
    return [float(found) for _, found in _TOKEN.findall(text) if found]


def joined(outer: Affine, inner: Affine) -> Affine:
    """The transform that does `inner` first."""
    a, b, c, d, e, f = outer
    p, q, r, s, t, u = inner
    return (a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f)


def placed(way: Affine, at: Point) -> Point:
    """A point under a transform."""
    a, b, c, d, e, f = way
    return a * at[0] + c * at[1] + e, b * at[0] + d * at[1] + f


def transform_of(text: str) -> Affine:
    """A `transform` attribute."""
    whole = STILL
    for name, inside in _TRANSFORM.findall(text):
        values = numbers(inside)
        whole = joined(whole, _one(name, [*values, *[0.0] * (6 - len(values))], len(values)))
    return whole


def _one(name: str, v: list[float], given: int) -> Affine:
    if name == "matrix":
        return (v[0], v[1], v[2], v[3], v[4], v[5])
    if name == "translate":
        return (1.0, 0.0, 0.0, 1.0, v[0], v[1])
    if name == "scale":
        return (v[0], 0.0, 0.0, v[1] if given > 1 else v[0], 0.0, 0.0)
    turn = math.radians(v[0])
    if name == "skewX":
        return (1.0, 0.0, math.tan(turn), 1.0, 0.0, 0.0)
    if name == "skewY":
        return (1.0, math.tan(turn), 0.0, 1.0, 0.0, 0.0)
    spun: Affine = (math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), 0.0, 0.0)
    there: Affine = (1.0, 0.0, 0.0, 1.0, v[1], v[2])
    return joined(joined(there, spun), (1.0, 0.0, 0.0, 1.0, -v[1], -v[2]))


def path_points(d: str, source: str) -> list[Point]:
    """The points of a path, its curves as `STEPS` chords; an elliptic arc becomes one chord.

    Raises:
        PlanError: it is damaged.
    """
    points: list[Point] = []
    handle: Point | None = None
    last = ""
    for letter, values in _commands(d, source):
        at = points[-1] if points else (0.0, 0.0)
        kind = letter.upper()
        shift = at if letter.islower() else (0.0, 0.0)
        if kind in "HV":
            x = values[0] + shift[0] if kind == "H" else at[0]
            y = values[0] + shift[1] if kind == "V" else at[1]
            ends = [(x, y)]
        elif kind == "A":
            ends = [(values[5] + shift[0], values[6] + shift[1])]
        else:
            pairs = zip(values[::2], values[1::2], strict=True)
            ends = [(x + shift[0], y + shift[1]) for x, y in pairs]
        if kind in "ST":
            smooth = handle is not None and last in {"S": "CS", "T": "QT"}[kind]
            mirror = (2 * at[0] - handle[0], 2 * at[1] - handle[1]) if smooth and handle else at
            ends = [mirror, *ends]
        if kind in "CSQT":
            points += [_bezier([at, *ends], k / STEPS) for k in range(1, STEPS + 1)]
            handle = ends[-2]
        elif kind == "Z":
            points += points[:1]
        else:
            points += ends
        last = kind
    if len(points) < 2:
        raise PlanError(f"{source}: path {d[:40]!r} goes nowhere; draw an arrow from its tail to its tip")
    return points


def _commands(d: str, source: str) -> list[tuple[str, list[float]]]:
    """Letters with their numbers; what follows a move without a letter is a line."""
    if re.sub(r"[\s,]+", "", _TOKEN.sub("", d)):
        raise PlanError(f"{source}: path {d[:40]!r} is not understood; save it as plain SVG")
    found: list[tuple[str, list[float]]] = []
    letter, values = "", [0.0][:0]
    for name, value in _TOKEN.findall(d):
        if name:
            if values:
                raise PlanError(f"{source}: path {d[:40]!r} breaks off; save it as plain SVG")
            letter = name
        elif not letter or letter in "Zz":
            raise PlanError(f"{source}: path {d[:40]!r} has numbers without a letter; save it as plain SVG")
        else:
            values.append(float(value))
        need = _NEEDS.get(letter.upper(), 0)
        if len(values) == need and (need or name):
            found.append((letter, values))
            values = []
            letter = {"M": "L", "m": "l"}.get(letter, letter)
    if values:
        raise PlanError(f"{source}: path {d[:40]!r} breaks off; save it as plain SVG")
    return found


def _bezier(points: list[Point], part: float) -> Point:
    """de Casteljau's point of a Bézier curve."""
    while len(points) > 1:
        points = [
            (a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1]))
            for a, b in zip(points, points[1:], strict=False)
        ]
    return points[0]
