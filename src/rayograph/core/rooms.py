"""Measures of a room with near walls, where planner and set must agree: what stands at a wall touches it.

The stage is the floor, its origin between the walls; the camera looks along +Y at the back wall.
"""

from dataclasses import dataclass

NEAR_BACK = 1.9
"""The back wall [m]."""
NEAR_SIDE = 2.45
"""Half the width between the window wall on the left and the right wall [m]."""
CEILING = 2.75
"""Height of the ceiling [m]."""
SILL_Z = 0.80
"""Height of the windows' sills [m]."""
WINDOW_X = (0.15, 1.45)
"""The window in the back wall, from left to right [m]."""


@dataclass(frozen=True, kw_only=True)
class Counter:
    """A worktop that is the stage: half size of what is free of it, height, the wall behind it [m]."""

    half: tuple[float, float]
    height: float
    back: float


COUNTERS = {
    "kitchen": Counter(half=(1.25, 0.26), height=0.90, back=0.32),
    "bar": Counter(half=(1.30, 0.26), height=1.06, back=1.55),
    "bathroom": Counter(half=(0.44, 0.21), height=0.86, back=0.30),
    "workshop": Counter(half=(1.05, 0.27), height=0.88, back=0.36),
}
"""Rooms whose small things stand on a counter, a vanity or a bench along the wall."""
PURPOSES = ("bar", "bathroom", "workshop", "classroom", "office", "nursery")
"""Rooms that are known by what lines their walls: those always stand near."""
WALL_DEPTH = {"library": 0.32, "study": 0.32, "kitchen": 0.62, "bar": 1.15, "bathroom": 0.75,
              "workshop": 0.70, "classroom": 0.10, "office": 0.46, "nursery": 0.0}  # fmt: skip
"""Depth of what such a room has along its back wall [m]."""
