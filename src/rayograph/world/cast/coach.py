"""Bodies of buses and trams: one skin round a plan, with windows, bands and wheel openings for its cells.

The skin's columns run once around the plan, counter-clockwise from the middle of the rear; its rows run
from the skirt up the wall and over the edge of the roof to its middle. Front at -Y.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Bool, Float

from rayograph.core.mesh import Mesh
from rayograph.world.cast.fitting import part
from rayograph.world.cast.prism import eased, prism
from rayograph.world.cast.shaping import creased, placed, rod
from rayograph.world.scene import Material, Part
from rayograph.world.shapes import grid_faces, rounded_box

FACES = ("left", "front", "right", "rear")


@dataclass(frozen=True, kw_only=True)
class Shell:
    """A rounded box on wheels [m].

    floor, eaves, crown: heights of the skirt's lower edge, of the roof's edge and of its middle.
    corner: plan radius of the corners. lean: how far the wall at the eaves stands in from the skirt.
    rake: how far the front leans back between `rake_from` and the eaves.
    """

    width: float
    length: float
    floor: float
    eaves: float
    crown: float
    corner: float
    lean: float = 0.03
    rake: float = 0.0
    rake_from: float = 1.0
    roof_edge: float = 0.22
    wheels: tuple[float, ...] = ()
    wheel: float = 0.48
    arch: float = 0.56


@dataclass(frozen=True, kw_only=True)
class Opening:
    """A window or door glass: on which face, from `start` to `end` along it [m], between two heights [m].

    Along left and right the run is y; along front and rear it is x.
    """

    face: str
    start: float
    end: float
    low: float
    high: float


def _around(shell: Shell, inset: np.ndarray, cuts: dict[str, list[float]]) -> tuple[np.ndarray, list[str]]:
    """Plan points per inset (rows x columns x 2), and the face on which the cell after each column lies."""
    half = {"x": shell.width / 2, "y": shell.length / 2}
    r, depth = shell.corner, inset[:, None]
    bend = np.maximum(r - depth, 1e-4)
    angle = np.linspace(0, np.pi / 2, 10)[1:-1]
    columns, names = [], []
    for quarter, (face, along) in enumerate((("right", "y"), ("rear", "x"), ("left", "y"), ("front", "x"))):
        across = "x" if along == "y" else "y"
        rising = 1 if quarter in (0, 3) else -1
        line = rising * _stops(half[along] - r, [rising * c for c in cuts.get(face, [])])
        # inside the corner's radius the runs shorten, as the valleys of a hipped roof do
        run = line[None] * (half[along] - np.maximum(depth, r)) / (half[along] - r)
        out = (half[across] - depth) * (1 if quarter in (0, 1) else -1) + 0 * run
        columns.append(np.stack([out, run] if along == "y" else [run, out], -1))
        a = (quarter * np.pi / 2 + angle)[None]
        sx, sy = ((1, 1), (-1, 1), (-1, -1), (1, -1))[quarter]
        cx, cy = (sign * (half[k] - np.maximum(depth, r)) for sign, k in ((sx, "x"), (sy, "y")))
        columns.append(np.stack([cx + bend * np.cos(a), cy + bend * np.sin(a)], -1))
        names += [face] * (len(line) - 1) + ["corner"] * (len(angle) + 1)
    return np.concatenate(columns, axis=1), names


def _stops(span: float, cuts: list[float]) -> Float[np.ndarray, "n"]:
    """Rising positions over -span..span that hold all cuts, no two further apart than a hand's breadth."""
    stops = np.unique(np.round([-span, span, *[c for c in cuts if abs(c) < span]], 6))
    return np.concatenate([*(np.linspace(a, b, max(2, int(np.ceil((b - a) / 0.2)) + 1))[:-1]
                             for a, b in zip(stops[:-1], stops[1:], strict=True)), stops[-1:]])  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Skin:
    """The lattice of a shell and which cells are what."""

    points: Float[np.ndarray, "r c 3"]
    faces: tuple[str, ...]
    gone: Bool[np.ndarray, "r c"]
    glass: Bool[np.ndarray, "r c"]


def skin(shell: Shell, openings: Sequence[Opening], bands: Sequence[float] = ()) -> Skin:
    """The shell's lattice, cut along openings and the heights `bands` [m]."""
    cuts: dict[str, list[float]] = {}
    for o in openings:
        cuts.setdefault(o.face, []).extend([o.start, o.end])
    for face in ("left", "right"):
        cuts.setdefault(face, []).extend(
            [y + s * shell.arch * f for y in shell.wheels for s in (-1, 1) for f in (1, 0.92, 0.7,
             0.38)])  # fmt: skip
    levels = np.unique(np.round([shell.floor, shell.eaves, *bands, *[o.low for o in openings],
                                 *[o.high for o in openings]], 6))  # fmt: skip
    wall = np.concatenate([np.linspace(a, b, max(2, int(np.ceil((b - a) / 0.12)) + 1))[:-1]
                           for a, b in zip(levels[:-1], levels[1:], strict=True)])  # fmt: skip
    t = np.linspace(0, 1, 8)
    edge_in, edge_up = shell.roof_edge * (1 - np.cos(t * np.pi / 2)), np.sin(t * np.pi / 2)
    rise = shell.crown - shell.eaves
    inset = np.concatenate([shell.lean * ((wall - shell.floor) / (shell.eaves - shell.floor)) ** 2,
                            shell.lean + edge_in, shell.lean + shell.roof_edge
                            + np.linspace(0, shell.width / 2 - shell.lean - shell.roof_edge - 0.001,
                              6)[1:]])  # fmt: skip
    z = np.concatenate([wall, shell.eaves + rise * 0.86 * edge_up,
                        shell.eaves + rise * (1 - 0.14 * (1 - np.linspace(0, 1, 6)[1:]) ** 2)])  # fmt: skip
    plan, faces = _around(shell, inset, cuts)
    points = np.concatenate([plan, np.broadcast_to(z[:, None, None], (*plan.shape[:2], 1))], axis=-1)
    points = np.concatenate([points, points[:, :1]], axis=1)
    ramp = np.clip((points[..., 2] - shell.rake_from) / max(shell.eaves - shell.rake_from, 1e-6), 0, 1)
    near = np.clip(-points[..., 1] / (shell.length / 2), 0, 1) ** 6
    points[..., 1] += shell.rake * ramp * near
    names = (*faces, faces[0])
    middle = (points[:-1, :-1] + points[1:, 1:]) / 2
    glass = np.zeros(middle.shape[:2], bool)
    for o in openings:
        run = middle[..., 1 if o.face in ("left", "right") else 0]
        on = np.array([n == o.face for n in names[:-1]])[None]
        glass |= on & (run > o.start) & (run < o.end) & (middle[..., 2] > o.low) & (middle[..., 2] < o.high)
    opened, gone = _arches(points, names, shell)
    return Skin(points=opened, faces=names, gone=gone, glass=glass)


def _arches(points: np.ndarray, names: tuple[str, ...], shell: Shell) -> tuple[np.ndarray, np.ndarray]:
    """Moves lattice points near the wheel openings onto their circles and marks the cells within."""
    opened = points.copy()
    side = np.array([name in ("left", "right") for name in names])
    inside = np.zeros(points.shape[:2], bool)
    for axle in shell.wheels:
        local = opened[..., 1:] - np.array([axle, shell.wheel])
        radius = np.linalg.norm(local, axis=-1)
        near = side[None] & (np.abs(radius - shell.arch) < 0.068)
        moved = local * (shell.arch / np.maximum(radius, 1e-6))[..., None]
        opened[..., 1:] = np.where(near[..., None], moved, local) + np.array([axle, shell.wheel])
        gap = np.linalg.norm(opened[..., 1:] - np.array([axle, shell.wheel]), axis=-1)
        inside |= side[None] & (gap < shell.arch + 1e-6)
    gone = inside[:-1, :-1] & inside[1:, :-1] & inside[:-1, 1:] & inside[1:, 1:]
    return opened, gone


def cells(lattice: Skin, chosen: Bool[np.ndarray, "r c"]) -> Mesh:
    """The chosen cells of the skin; the wall is smooth, so seams between surfaces do not show."""
    points = lattice.points
    rows, columns = points.shape[:2]
    quads = grid_faces(columns, rows).reshape(2, -1, 3)
    flat = points.reshape(-1, 3)
    girth = np.cumsum(np.linalg.norm(np.diff(points, axis=1), axis=2).mean(0))
    u = np.broadcast_to(np.concatenate([[0.0], girth]), (rows, columns))
    uv = np.stack([u.ravel(), flat[:, 2]], 1)
    keep = chosen.ravel()
    faces = np.concatenate([quads[0][keep], quads[1][keep]])
    return creased(Mesh(vertices=flat, faces=faces, uv=uv), 40)


def glazed(lattice: Skin, glass: Material) -> Part:
    """The panes as thin closed sheets."""
    outer = cells(lattice, lattice.glass & ~lattice.gone)
    assert outer.normals is not None
    within = replace(outer, vertices=outer.vertices - outer.normals * 0.005, faces=outer.faces[:, ::-1],
                     normals=-outer.normals)  # fmt: skip
    return part(glass, outer, within)


def gaskets(lattice: Skin, openings: Sequence[Opening], shell: Shell, thick: float = 0.016) -> list[Mesh]:
    """A rubber seal with round corners around each window, lying on the wall."""
    seals = []
    for o in openings:
        flat = eased([(o.start, o.low), (o.end, o.low), (o.end, o.high), (o.start, o.high)], 0.07)
        loop = np.concatenate([flat, flat[:2]])
        inset = shell.lean * ((loop[:, 1] - shell.floor) / (shell.eaves - shell.floor)) ** 2
        if o.face in ("left", "right"):
            side = 1 if o.face == "right" else -1
            path = np.stack([side * (shell.width / 2 - inset), loop[:, 0], loop[:, 1]], 1)
        else:
            end = -1 if o.face == "front" else 1
            ramp = np.clip((loop[:, 1] - shell.rake_from) / max(shell.eaves - shell.rake_from, 1e-6), 0, 1)
            y = end * (shell.length / 2 - inset) + shell.rake * ramp * (end < 0)
            path = np.stack([loop[:, 0], y, loop[:, 1]], 1)
        seals.append(rod(path, thick, 6))
    return seals


def wheel_boxes(shell: Shell) -> list[Mesh]:
    """Dark housings behind the wheel openings."""
    boxes = []
    for y in shell.wheels:
        for s in (-1, 1):
            a = np.linspace(0, np.pi, 18)
            r = shell.arch + 0.01
            ring = np.stack([y + np.cos(a) * r, shell.wheel + np.sin(a) * r], 1)
            low = np.stack([ring[[0, -1], 0], [shell.floor, shell.floor]], 1)
            path = np.concatenate([low[:1], ring, low[1:]])
            out, back = s * (shell.width / 2 - 0.006), s * (shell.width / 2 - 0.55)
            rows = np.stack([np.insert(path, 0, x, axis=1) for x in (out, back)])
            lattice = grid_faces(len(path), 2)
            both = np.concatenate([lattice, lattice[:, ::-1]])
            boxes.append(creased(Mesh(vertices=rows.reshape(-1, 3), faces=both)))
            boxes.append(placed(rounded_box((0.02, 2 * r, r + shell.wheel - shell.floor), 0.004, 1),
                                at=(back, y, (shell.floor + shell.wheel + r) / 2)))  # fmt: skip
    return boxes


def lips(shell: Shell) -> list[Mesh]:
    """Pressed flanges round the wheel openings."""
    a = np.linspace(-0.12, np.pi + 0.12, 34)
    ring = [np.stack([np.cos(a) * r, np.sin(a) * r], 1) for r in (shell.arch - 0.035, shell.arch + 0.075)]
    outline = np.concatenate([ring[1], ring[0][::-1]])
    plate = prism(outline, 0.03, bevel=0.009)
    return [placed(plate, at=(s * (shell.width / 2 + 0.002), y, shell.wheel))
            for y in shell.wheels for s in (-1, 1)]  # fmt: skip


def underside(shell: Shell) -> Mesh:
    """The floor pan that closes the skin below."""
    return placed(rounded_box((shell.width - 0.08, shell.length - 0.3, 0.06), 0.01, 1),
                  at=(0, 0, shell.floor + 0.05))  # fmt: skip
