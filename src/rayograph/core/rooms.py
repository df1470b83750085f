"""Measures of a room with near walls, where planner and set must agree: what stands at a wall touches it.

The stage is the floor, its origin between the walls; the camera looks along +Y at the back wall.
"""

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
COUNTER_HALF = (1.25, 0.26)
"""Half size of the free worktop of a counter [m]."""
COUNTER_Z = {"counter": 0.90, "bar": 1.06}
"""Height of a counter's top [m]."""
COUNTER_BACK = 0.32
"""The wall behind a kitchen counter [m]."""
