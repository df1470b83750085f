"""Points of the set, and where the known cameras say they are seen one frame later."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float, Int

from rayograph.core.camera import project
from rayograph.critic.reel import Reel
from rayograph.critic.things import SET


@dataclass(frozen=True, kw_only=True)
class Carried:
    """Points of the set at one frame: their rows and columns there; where they land in the next frame by the
    cameras [px] and how far away they are then [m]; the pixel that they land in."""

    rows: Int[np.ndarray, "n"]
    columns: Int[np.ndarray, "n"]
    landing: Float[np.ndarray, "n 2"]
    depth: Float[np.ndarray, "n"]
    row: Int[np.ndarray, "n"]
    column: Int[np.ndarray, "n"]


def still_points(reel: Reel, t: int, most: int = 6000) -> Carried:
    """The set's points of frame `t` that frame `t + 1` shows, too; none at the last frame."""
    fixed = np.array([k > 0 and name.startswith(SET) for k, name in enumerate(reel.names)])
    rows, columns = np.nonzero(fixed[reel.ids[t]])
    step = max(1, len(rows) // most)
    rows, columns = rows[::step], columns[::step]
    found = project(reel.cameras[t + 1], reel.position[t][rows, columns].astype(np.float64))
    column, row = np.floor(found[:, 0]).astype(int), np.floor(found[:, 1]).astype(int)
    height, width = reel.size
    kept = (found[:, 2] > 0.01) & (row >= 0) & (row < height) & (column >= 0) & (column < width)
    rows, columns, found, row, column = (v[kept] for v in (rows, columns, found, row, column))
    same = reel.ids[t + 1][row, column] == reel.ids[t][rows, columns]
    return Carried(rows=rows[same], columns=columns[same], landing=found[same, :2], depth=found[same, 2],
                   row=row[same], column=column[same])  # fmt: skip
