"""The surfaces of rooms that serve a purpose: tiles in a bathroom, brick in a workshop, a school's paint."""

from dataclasses import replace

import numpy as np

from rayograph.world.materials.ceramic import tiles
from rayograph.world.materials.library import material
from rayograph.world.materials.look import Look
from rayograph.world.scene import Material
from rayograph.world.sets.interior_finishes import painted_plaster
from rayograph.world.sets.interior_palette import Palette

_WALLS = {
    "bar": ("#23332c", "#3a1f1d", "#1f2a38", "#2f2a24"),
    "classroom": ("#cfd3bd", "#d8cfae", "#c3d0cf", "#d9d3c4"),
    "office": ("#d9dad7", "#cfd4d8", "#dcd8cf", "#c9d0cc"),
    "nursery": ("#bcd3dd", "#f0d8a8", "#c6dcc0", "#e6c4c0"),
}
_FLOORS = {
    "bar": ("walnut", "#4a3323"), "bathroom": ("marble", None), "workshop": ("concrete", None),
    "classroom": ("pine", "#b98d55"), "office": ("concrete", "#6f7478"), "nursery": ("pine", "#d9b27c"),
}  # fmt: skip
_PANELLING = {"bar": 1.1, "nursery": 0.92}
_TRIM = {"bar": "#2a1c14", "office": "#b9bcbd", "nursery": "#f3efe6", "workshop": "#6d6a60"}


def toned(palette: Palette, room: str, seed: int) -> Palette:
    """The palette with walls, trim and floor as such a room has them; as it is for other rooms."""
    if room not in _FLOORS:
        return palette
    walls = _WALLS.get(room)
    wall = palette.wall if walls is None else walls[seed // 3 % len(walls)]
    return replace(
        palette,
        name=room,
        wall=wall,
        accent=wall,
        mottle=0.03,
        trim=_TRIM.get(room, "#ded9cc"),
        panelling=_PANELLING.get(room, 0.0),
        floor=_FLOORS[room],
        wood="walnut" if room == "bar" else ("pine" if room in ("nursery", "workshop") else "oak"),
    )


def walls_of(palette: Palette, room: str, seed: int, rng: np.random.Generator) -> tuple[Material, Material]:
    """Paint of the walls and of the one at the back."""
    if room == "bathroom":
        glaze = ("#e6e4dc", "#c5d6d2", "#8fb0b0", "#dcd6ea", "#b8c9d8")[seed // 3 % 5]
        skin = tiles(Look(colour=glaze, accent="#d8d6d0", wear=0.05, seed=seed), across=8, glaze=0.12)
        return skin, skin
    if room == "workshop":
        shade = ("#cfc8ba", "#b0654a", "#d8d5cc")[seed // 3 % 3]
        brick = material("brick", colour=shade, seed=seed)
        return brick, brick
    wall = painted_plaster(palette.wall, rng, mottle=palette.mottle)
    return wall, painted_plaster(palette.accent, rng, mottle=palette.mottle)
