"""A car's body as one smooth lofted skin: paint, glass and openings are regions of its parameter grid.

The grid's rows are stations along the car (front at -Y), its columns run from the middle of the floor
over sill, flank, shoulder, window and roof rail to the middle of the roof, for x ≥ 0; the other half
is its mirror image.
"""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float
from scipy.interpolate import PchipInterpolator

from rayograph.core.mesh import Mesh
from rayograph.world.cast.shaping import creased, mirrored, rod, sheet

Line = tuple[tuple[float, float], ...]
"""(station y, value) pairs [m], joined by monotone cubics."""
_FLOOR, _FLANK, _SHOULDER, _WINDOW, _RAIL, _ROOF = 4, 26, 5, 14, 5, 13


@dataclass(frozen=True, kw_only=True)
class BodyLines:
    """The lines a stylist draws, all over y from the front bumper to the rear [m].

    floor, belt, crown: heights of underbody, window sill and middle of bonnet/roof/boot.
    flank: half width at its widest. rail: half width at the roof's edge.
    screen, backlight: y where the windscreen and the rear window start and end.
    doors: y of the shut lines; pillars: (y, width) of pillars between side windows.
    wheels: y of the axles; wheel: tyre radius; arch: wheel opening radius [m].
    """

    floor: Line
    belt: Line
    crown: Line
    flank: Line
    rail: Line
    screen: tuple[float, float]
    backlight: tuple[float, float]
    side_glass: tuple[float, float]
    pillars: tuple[tuple[float, float], ...]
    doors: tuple[float, ...]
    wheels: tuple[float, float]
    wheel: float
    arch: float


def _value(line: Line, y: np.ndarray) -> np.ndarray:
    knots = np.asarray(line, float)
    return np.asarray(PchipInterpolator(knots[:, 0], knots[:, 1])(y))


def stations(lines: BodyLines) -> Float[np.ndarray, "s"]:
    """Rows of the grid: even ones, closer at the ends, and one on every edge of glass."""
    front, rear = lines.floor[0][0], lines.floor[-1][0]
    even = np.linspace(front, rear, 92)
    ends = np.concatenate([front + np.geomspace(0.004, 0.12, 7), rear - np.geomspace(0.004, 0.12, 7)])
    exact = [*lines.screen, *lines.backlight, *lines.side_glass]
    exact += [y + s * w / 2 for y, w in lines.pillars for s in (-1, 1)]
    rest = np.concatenate([even, ends])
    rest = rest[np.abs(rest[:, None] - np.array(exact)[None]).min(1) > 0.014]
    grid = np.unique(np.concatenate([rest, exact]))
    return grid[(grid >= front) & (grid <= rear)]


def skin(lines: BodyLines, y: Float[np.ndarray, "s"]) -> Float[np.ndarray, "s c 3"]:
    """Points of the right half."""
    floor, belt, crown = (_value(line, y)[:, None] for line in (lines.floor, lines.belt, lines.crown))
    flank, rail = (_value(line, y)[:, None] for line in (lines.flank, lines.rail))
    crown = np.maximum(crown, belt + 0.004)
    t = np.linspace(0, 1, _FLOOR, endpoint=False)[None]
    under = (flank * 0.88 * t, floor + 0 * t)
    t = np.linspace(0, 1, _FLANK, endpoint=False)[None]
    bulge = 1 - 0.12 * np.clip(1 - t / 0.22, 0, 1) ** 2.2 - 0.035 * np.clip((t - 0.45) / 0.55, 0, 1) ** 1.6
    crease = 0.010 * np.exp(-(((t - 0.74) / 0.05) ** 2))  # the line along the doors catches the light
    side = (flank * bulge + crease * (flank > 0.6), floor + (belt - 0.035 - floor) * t)
    t = np.linspace(0, 1, _SHOULDER, endpoint=False)[None]
    edge = flank * (1 - 0.035)
    tall = np.clip((crown - belt) / 0.25, 0, 1)
    base = edge - 0.035 - 0.02 * (1 - tall)
    shoulder = (edge + (base - edge) * t**1.7, belt - 0.035 + 0.035 * (1 - (1 - t) ** 1.7))
    rise = (crown - belt) * (1 - 0.035 * tall) - 0.02 * tall
    rise = rise * (0.62 + 0.38 * tall)  # a bonnet arches over its width; a roof is nearly flat
    top = base + (np.minimum(rail, base) - base) * tall - 0.16 * (1 - tall)
    t = np.linspace(0, 1, _WINDOW, endpoint=False)[None]
    window = (base + (top - base) * (t + 0.10 * np.sin(np.pi * t) * -tall), belt + rise * t)
    t = np.linspace(0, 1, _RAIL, endpoint=False)[None]
    inner = top - 0.07
    bend = belt + rise + (crown - belt - rise) * 0.55
    round_ = (top + (inner - top) * t**1.5, belt + rise + (bend - belt - rise) * (1 - (1 - t) ** 1.5))
    t = np.linspace(0, 1, _ROOF)[None]
    roof = (inner * (1 - t), bend + (crown - bend) * (1 - (1 - t) ** 2))
    blocks = (under, side, shoulder, window, round_, roof)
    x = np.concatenate([block[0] for block in blocks], axis=1)
    z = np.concatenate([np.broadcast_to(block[1], block[0].shape) for block in blocks], axis=1)
    return np.stack([x, np.broadcast_to(y[:, None], x.shape), z], -1)


@dataclass(frozen=True, kw_only=True)
class Body:
    """The two halves of a body by surface, and its grid for laying lines on it."""

    paint: tuple[Mesh, ...]
    glass: tuple[Mesh, ...]
    lines: BodyLines
    y: Float[np.ndarray, "s"]
    points: Float[np.ndarray, "s c 3"]


def body(lines: BodyLines) -> Body:
    """The skin cut into paint and glass, with wheel arches opened."""
    y = stations(lines)
    points = skin(lines, y)
    rows, columns = points.shape[:2]
    opened, gone = _arches(points, lines)
    middle = (y[:-1] + y[1:]) / 2
    glass = _glass(lines, middle, columns)
    index = np.arange(rows * columns).reshape(rows, columns)
    a, b, c, d = index[:-1, :-1], index[:-1, 1:], index[1:, 1:], index[1:, :-1]
    quads = np.stack([np.stack([a, c, b], -1), np.stack([a, d, c], -1)], axis=-2)
    flat = opened.reshape(-1, 3)
    lids = [_lid(opened[0], -1), _lid(opened[-1], 1)]
    # normals are shared across the seam of paint and glass, so the skin reads as one
    step = np.linalg.norm(np.diff(opened, axis=1), axis=2).mean(0)
    girth = np.broadcast_to(np.concatenate([[0.0], np.cumsum(step)]), (rows, columns))
    uv = np.stack([flat[:, 1], girth.ravel()], 1)
    whole = creased(Mesh(vertices=flat, faces=quads.reshape(-1, 3), uv=uv), 42)
    sheets = []
    for mask in (~glass & ~gone, glass & ~gone):
        keep = np.repeat(mask.ravel(), 2)
        sheets.append(_subset(whole, quads.reshape(-1, 3), flat, keep))
    right, panes = sheets
    halves = [right, *lids]
    paint = (*halves, *(mirrored(mesh) for mesh in halves))
    return Body(paint=paint, glass=(panes, mirrored(panes)), lines=lines, y=y, points=opened)


def _subset(whole: Mesh, faces: np.ndarray, flat: np.ndarray, keep: np.ndarray) -> Mesh:
    """The kept faces; `whole` dropped faces without area, so match them by order."""
    corner = flat[faces]
    solid = np.linalg.norm(np.cross(corner[:, 1] - corner[:, 0], corner[:, 2] - corner[:, 0]), axis=1) > 1e-15
    rows = np.repeat(keep[solid], 3)
    assert whole.normals is not None and whole.uv is not None
    count = int(rows.sum())
    return Mesh(vertices=whole.vertices[rows], faces=np.arange(count).reshape(-1, 3),
                normals=whole.normals[rows], uv=whole.uv[rows])  # fmt: skip


def _lid(ring: np.ndarray, side: int) -> Mesh:
    """Closes the half ring at a bumper with a fan."""
    centre = np.array([[0.0, ring[0, 1], (ring[0, 2] + ring[-1, 2]) / 2]])
    points = np.concatenate([centre, ring])
    index = np.arange(1, len(ring))
    faces = np.stack([np.zeros(len(index), int), index, index + 1], 1)
    return creased(Mesh(vertices=points, faces=faces if side < 0 else faces[:, ::-1], uv=points[:, [0, 2]]))


def _glass(lines: BodyLines, middle: np.ndarray, columns: int) -> np.ndarray:
    """Which cells are glass: windscreen and rear window on top, side windows between the pillars."""
    window = _FLOOR + _FLANK + _SHOULDER
    column = np.arange(columns - 1)
    top = column >= window + _WINDOW + 2
    side = (column >= window + 1) & (column < window + _WINDOW - 1)
    screens = np.zeros(len(middle), bool)
    for low, high in (lines.screen, lines.backlight):
        screens |= (middle > low) & (middle < high)
    panes = (middle > lines.side_glass[0]) & (middle < lines.side_glass[1])
    for y, width in lines.pillars:
        panes &= np.abs(middle - y) > width / 2
    return (screens[:, None] & top[None]) | (panes[:, None] & side[None])


def _arches(points: np.ndarray, lines: BodyLines) -> tuple[np.ndarray, np.ndarray]:
    """Snaps grid points to the wheel openings' circles and marks the cells inside them."""
    opened, gone = points.copy(), np.zeros((points.shape[0] - 1, points.shape[1] - 1), bool)
    columns = slice(2, _FLOOR + _FLANK)
    for axle in lines.wheels:
        local = opened[:, columns, 1:] - np.array([axle, lines.wheel])
        radius = np.linalg.norm(local, axis=-1)
        near = np.abs(radius - lines.arch) < 0.028
        # the circle runs on straight down below the axle, as real openings do
        snapped = local * (lines.arch / np.maximum(radius, 1e-6))[..., None]
        local = np.where(near[..., None], snapped, local)
        opened[:, columns, 1:] = local + np.array([axle, lines.wheel])
        inside = np.linalg.norm(opened[..., 1:] - np.array([axle, lines.wheel]), axis=-1) < lines.arch + 1e-6
        inside[:, columns.stop :] = False
        cell = inside[:-1, :-1].astype(int) + inside[1:, :-1] + inside[:-1, 1:] + inside[1:, 1:]
        gone |= cell == 4
    return opened, gone


def surface_at(shell: Body, y: np.ndarray, z: np.ndarray, out: float = 0.0015) -> Float[np.ndarray, "n 3"]:
    """Points on the right flank at (y, z), lifted by `out` [m]: where to lay shut lines and lamps."""
    points = []
    lower = shell.points[:, 2 : _FLOOR + _FLANK + _SHOULDER + _WINDOW + 1]
    for at_y, at_z in zip(np.atleast_1d(y), np.atleast_1d(z), strict=True):
        row = int(np.clip(np.searchsorted(shell.y, at_y), 1, len(shell.y) - 1))
        weight = (at_y - shell.y[row - 1]) / (shell.y[row] - shell.y[row - 1])
        line = lower[row - 1] * (1 - weight) + lower[row] * weight
        points.append((np.interp(at_z, line[:, 2], line[:, 0]) + out, at_y, at_z))
    return np.array(points)


def patch(shell: Body, y: np.ndarray, low: np.ndarray, high: np.ndarray, out: float) -> Mesh:
    """A piece of the right flank between two edges over y, its middle lifted by `out` [m]: a lamp glass."""
    rows = []
    for t in np.linspace(0, 1, 9):
        swell = out * (1 - (2 * t - 1) ** 6) - 0.002
        rows.append(surface_at(shell, y, low + (high - low) * t, swell))
    points = np.array(rows)
    # rows rise, so the glass faces out where the run goes forward to back
    return sheet(points if y[-1] > y[0] else points[:, ::-1])


def crown_at(shell: Body, x: np.ndarray, y: np.ndarray, out: float = 0.0015) -> Float[np.ndarray, "n 3"]:
    """Points on top of the body at (x ≥ 0, y), lifted by `out` [m]."""
    points = []
    upper = shell.points[:, _FLOOR + _FLANK :]
    for at_x, at_y in zip(np.atleast_1d(x), np.atleast_1d(y), strict=True):
        row = int(np.clip(np.searchsorted(shell.y, at_y), 1, len(shell.y) - 1))
        weight = (at_y - shell.y[row - 1]) / (shell.y[row] - shell.y[row - 1])
        line = upper[row - 1] * (1 - weight) + upper[row] * weight
        points.append((at_x, at_y, np.interp(at_x, line[::-1, 0], line[::-1, 2]) + out))
    return np.array(points)


def shut_lines(shell: Body, sill: float) -> list[Mesh]:
    """Door gaps, bonnet and boot gaps as thin dark cords half sunk in the skin."""
    lines, cords = shell.lines, []
    for y in lines.doors:
        belt = float(_value(lines.belt, np.array([y]))[0])
        z = np.linspace(sill, belt - 0.004, 22)
        away = [abs(y - axle) for axle in lines.wheels]
        clear = np.hypot(np.full(22, min(away)), z - lines.wheel) > lines.arch + 0.02
        if clear.sum() > 3:
            cords.append(rod(surface_at(shell, np.full(22, y), z, -0.001)[clear], 0.0032, 6))
    along = np.linspace(lines.wheels[0] + lines.arch + 0.06, lines.wheels[1] - lines.arch - 0.06, 30)
    cords.append(rod(surface_at(shell, along, np.full(30, sill), -0.001), 0.003, 6))
    for low, high in ((lines.floor[0][0] + 0.16, lines.screen[0] - 0.03),
                      (lines.backlight[1] + 0.03, lines.floor[-1][0] - 0.1)):  # fmt: skip
        if high - low > 0.25:
            run = np.linspace(low, high, 20)
            out = _value(lines.flank, run) * 0.86
            cords.append(rod(crown_at(shell, out, run, -0.001), 0.003, 6))
            for end in (low, high):
                x = np.linspace(0, float(_value(lines.flank, np.array([end]))[0]) * 0.86, 16)
                cords.append(rod(crown_at(shell, x, np.full(16, end), -0.001), 0.003, 6))
    return [*cords, *(mirrored(cord) for cord in cords)]
