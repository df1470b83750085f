"""Short ways to make props: colliders that hug the looks, plates, discs, round bars and flat rings."""

from collections.abc import Sequence

import numpy as np

from rayograph.core.mesh import Mesh
from rayograph.world.cast import solids
from rayograph.world.cast.fitting import assemble, bounds, box
from rayograph.world.cast.prism import eased, prism
from rayograph.world.cast.profile import Points, rounded, spline
from rayograph.world.cast.shaping import loft, placed, rounded_outline, turned
from rayograph.world.scene import Part, Prop
from rayograph.world.shapes import rounded_box

Turns = Sequence[tuple[str, float]]
Place = tuple[float, float, float] | np.ndarray


def hugged(
    parts: Sequence[Part],
    *,
    mass: float,
    axis: int = 2,
    slabs: int = 4,
    friction: float = 0.6,
    restitution: float = 0.25,
    foot: float = 0.0,
) -> Prop:
    """A prop whose colliders are the convex hulls of even slabs of its looks along an axis.

    foot: share of its extent that a hidden flat under it takes, so that what is round lies still.
    """
    low, high = bounds(parts)
    start = np.cumsum([0] + [len(p.mesh.vertices) for p in parts])
    faces = [p.mesh.faces + s for p, s in zip(parts, start, strict=False)]
    whole = Mesh(vertices=np.concatenate([p.mesh.vertices for p in parts]), faces=np.concatenate(faces))
    cuts = [float(c) for c in np.linspace(low[axis], high[axis], slabs + 1)]
    walls = list(solids.slices(whole, axis, cuts))
    if foot:
        middle, span = (low + high) / 2, (high - low) * foot
        walls.append(box((middle[0], middle[1], low[2] + 0.002), (span[0], span[1], 0.004)))
    return assemble(parts, walls, mass=mass, friction=friction,
                    restitution=restitution)  # fmt: skip


def slab_box(size: tuple[float, float, float], at: Place, radius: float = 0.003, turns: Turns = ()) -> Mesh:
    """A rounded box of full `size` [m] about `at`."""
    return placed(rounded_box(size, radius, 3), at=at, turns=turns)


def disc(
    radius: float, thick: float, at: Place, turns: Turns = (), *, edge: float = 0.001, segments: int = 48
) -> Mesh:
    """A round plate with eased rims, its axis along Z before the turns, centred on `at` [m]."""
    h, e = thick / 2, min(edge, thick * 0.4, radius * 0.4)
    line = [(0, -h), (radius - e, -h), (radius, -h + e), (radius, h - e), (radius - e, h), (0, h)]
    return placed(turned(line, segments, crease_deg=50), at=at, turns=turns)


def cut(outline: np.ndarray, depth: float, at: Place, *, bevel: float = 0.002, axis: str = "y",
        turns: Turns = (), holes: Sequence[np.ndarray] = ()) -> Mesh:  # fmt: skip
    """A bevelled plate of an outline, moved to its place."""
    return placed(prism(np.asarray(outline, float), depth, bevel=bevel, axis=axis, holes=holes), at=at,
                  turns=turns)  # fmt: skip


def shaped(corners: Sequence[tuple[float, float]], radius: float) -> np.ndarray:
    """A polygon with round corners."""
    return eased(corners, radius)


def circle(radius: float, x: float = 0.0, y: float = 0.0, count: int = 32) -> np.ndarray:
    """A round outline [m]."""
    angle = np.linspace(0, 2 * np.pi, count + 1)[:-1]
    return np.stack([x + radius * np.cos(angle), y + radius * np.sin(angle)], 1)


def spun(points: Points, segments: int = 64, *, radius: float = 0.003) -> Mesh:
    """A solid of revolution about Z whose profile corners are eased by `radius` [m]."""
    return turned(rounded(points, radius), segments)


def smooth_spun(points: Points, segments: int = 64, count: int = 60) -> Mesh:
    """A solid of revolution about Z through a smooth profile."""
    return turned(spline(points, count), segments, crease_deg=60)


def pillowed(levels: Sequence[tuple[float, float, float, float]], radius: float, *, steps: int = 40) -> Mesh:
    """A soft box: (z, width, depth, forward) at several heights [m], straight between them."""
    known = np.arange(len(levels))
    even = np.linspace(0, len(levels) - 1, steps)
    height = np.interp(even, known, [z for z, *_ in levels])
    wide, deep, fore = (np.interp(even, known, [level[k] for level in levels]) for k in (1, 2, 3))
    rings = []
    for h, w, d, f in zip(height, wide, deep, fore, strict=True):
        flat = rounded_outline(w, d, min(radius, w * 0.45, d * 0.45)) - [0, f]
        rings.append(np.insert(flat, 2, h, axis=1))
    return loft(np.array(rings), crease_deg=50)
