"""What the furnisher is told about a room: its walls, where the seating group goes, the stuffs to use."""

from dataclasses import dataclass

from rayograph.core.rooms import PURPOSES
from rayograph.world.scene import Material
from rayograph.world.sets.interior_shell import Wall

ROOMS = ("living_room", "library", "study", "dining_room", "kitchen", "bedroom", *PURPOSES)
"""Styles of furnishing, the set's option "room"."""
TABLE_HEIGHT = {
    **dict.fromkeys(("kitchen", "dining_room", "study", "bar", "workshop", "classroom", "office"), 0.75),
}
"""Height [m] of the table that carries the stage; elsewhere it is the coffee table of the catalogue."""


@dataclass(frozen=True, kw_only=True)
class Stuffs:
    """The materials of one room, made once and shared by its things."""

    wood: Material
    metal: Material
    sofa: Material
    chair: Material
    cushions: tuple[Material, ...]
    glazes: tuple[Material, ...]
    trim: Material
    mount: Material


@dataclass(frozen=True, kw_only=True)
class Room:
    """A T-shaped plan: a hall round the camera, a salon `left`..`right` that ends at `back` [m], floor z = 0.

    walls: front, hall right, jog right, salon right, back, salon left, jog left, hall left.
    centre: of the seating group, where the table stands. table_half, table_height: half size of its top and
        the height it has. style: one of `ROOMS`.
    """

    walls: tuple[Wall, ...]
    left: float
    right: float
    back: float
    height: float
    centre: tuple[float, float]
    table_half: tuple[float, float]
    table_height: float
    table_is_stage: bool
    style: str = "living_room"

    @property
    def back_wall(self) -> Wall:
        """The wall behind the seating; its metres run from right to left."""
        return self.walls[4]

    @property
    def right_wall(self) -> Wall:
        """The salon's right wall; its metres run from the hall to the back."""
        return self.walls[3]

    @property
    def left_wall(self) -> Wall:
        """The salon's window wall; its metres run from the back to the hall."""
        return self.walls[5]
