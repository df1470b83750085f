"""Rivers cut rising rock into ranges: stream-power erosion on a grid, each step one linear recurrence.

Whipple and Tucker, "Dynamics of the stream-power river incision model", JGR 1999, solved implicitly from
the outlets up as in Braun and Willett, "A very efficient O(n), implicit and parallel method", Geomorphology
2013. Our departure: the tree is walked by pointer doubling, log2(longest river) vector operations, not cell
by cell.
"""

import numpy as np
from jaxtyping import Float
from scipy.ndimage import map_coordinates

_OFFSETS = [(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j]


def _receivers(height: np.ndarray, cell: float) -> tuple[np.ndarray, np.ndarray]:
    """Index of each cell's steepest lower neighbour (its own in a pit), and the distance to it [m]."""
    rows, columns = height.shape
    padded = np.pad(height, 1, mode="edge")
    index = np.arange(rows * columns).reshape(rows, columns)
    ids = np.pad(index, 1, mode="edge")
    best = np.zeros(height.shape, np.float32)
    target, length = index.copy(), np.full(height.shape, cell, np.float32)
    for i, j in _OFFSETS:
        window = (slice(1 + i, 1 + i + rows), slice(1 + j, 1 + j + columns))
        reach = cell * float(np.hypot(i, j))
        drop = (height - padded[window]) / np.float32(reach)
        better = drop > best
        best[better] = drop[better]
        target[better] = ids[window][better]
        length[better] = reach
    return target.ravel(), length.ravel()


def _drainage(receiver: np.ndarray) -> Float[np.ndarray, "n"]:
    """Cells whose water passes through each cell, itself counted."""
    count = len(receiver)
    jump = np.where(receiver == np.arange(count), count, receiver)
    jump = np.append(jump, count)  # pits drain into a sink that is its own receiver
    total = np.append(np.ones(count), 0.0)
    while True:
        alive = jump != count
        if not alive.any():
            return total[:count]
        total = total + np.bincount(jump[alive], total[alive], count + 1)
        total[count] = 0
        jump = jump[jump]


def _settled(height: np.ndarray, pull: np.ndarray, receiver: np.ndarray) -> Float[np.ndarray, "n"]:
    """Solve z = (height + pull · z[receiver]) / (1 + pull) down to every outlet."""
    keep, base = pull / (1 + pull), height / (1 + pull)
    root = receiver == np.arange(len(receiver))
    keep, base = np.where(root, 0, keep), np.where(root, height, base)
    jump = receiver
    for _ in range(12):
        base = base + keep * base[jump]
        keep = keep * keep[jump]
        if keep.max() < 1e-4:
            break
        jump = jump[jump]
    return np.asarray(base)


def uplifted(
    uplift: Float[np.ndarray, "h h"], size: int, cell: float, *, rivers: float, repose: float,
    rng: np.random.Generator,
) -> Float[np.ndarray, "n n"]:  # fmt: skip
    """Mountains [m] that rise by `uplift` [m per step] where rivers cut them down: ridges, spurs, valleys.

    Solved on coarse grids first, so that long rivers find their way; the grid's edge is the sea.

    Args:
        size, cell: cells along an edge of the result, and the edge of one [m].
        rivers: incision per step and metre of basin width.
        repose: tangent of the slope that still stands.
    """
    z = np.zeros((0, 0), np.float32)
    for coarser, steps in ((8, 40), (4, 24), (2, 14), (1, 7)):
        rise = resized(uplift, (size // coarser, size // coarser))
        edge = cell * coarser
        z = resized(z, rise.shape) if z.size else 4 * rise
        z = z + rng.normal(0, 0.02 * edge, z.shape).astype(np.float32) * np.minimum(rise, 1)
        for _ in range(steps):
            receiver, length = _receivers(z + rise, edge)
            width = np.sqrt(_drainage(receiver)) * edge
            pull = rivers * width / length
            z = _settled((z + rise).ravel(), pull, receiver).reshape(z.shape).astype(np.float32)
            z[[0, -1]] = z[:, [0, -1]] = 0
            z[rise <= 0] = 0
            z = _crumbled(z, np.float32(repose * edge))
    return z


def resized(field: Float[np.ndarray, "h w"], shape: tuple[int, ...]) -> Float[np.ndarray, "r c"]:
    """The field resampled linearly, corner on corner."""
    place = [np.linspace(0, old - 1, new) for old, new in zip(field.shape, shape, strict=True)]
    grid = np.meshgrid(*place, indexing="ij")
    return np.asarray(map_coordinates(field, grid, order=1, output=np.float32))


def _crumbled(z: np.ndarray, most: np.float32) -> np.ndarray:
    """Rock falls from where it stands steeper than `most` [m] per cell onto the cell below, eight ways."""
    total = np.zeros_like(z)
    for i, j in ((0, 1), (1, 0), (1, 1), (1, -1)):
        low = (slice(0, z.shape[0] - i), slice(max(0, -j), z.shape[1] - max(0, j)))
        high = (slice(i, None), slice(max(0, j), z.shape[1] + min(0, j)))
        step = z[high] - z[low]
        over = step - np.clip(step, -most * np.hypot(i, j), most * np.hypot(i, j))
        total[low] += np.float32(0.13) * over
        total[high] -= np.float32(0.13) * over
    return np.asarray(z + total)
