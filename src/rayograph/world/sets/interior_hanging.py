"""Hanging pictures as a decorator does: composed groups, frames of the room's own materials."""

import numpy as np

from rayograph.world.scene import Material, Part
from rayograph.world.sets.interior_palette import Palette
from rayograph.world.sets.interior_pictures import framed, painting
from rayograph.world.sets.interior_room import Stuffs
from rayograph.world.sets.interior_shell import Wall, against


def picture(
    width: float, height: float, palette: Palette, stuffs: Stuffs, rng: np.random.Generator
) -> list[Part]:
    """A framed picture of outer sheet `width` × `height` [m] in the colours and woods of the room."""
    inks = palette.art[int(rng.integers(len(palette.art)))]
    art = painting(width, height, inks, rng)
    frame = (
        stuffs.wood,
        stuffs.metal,
        Material(name="black_frame", base_colour=(0.02, 0.019, 0.018), roughness=0.35),
    )
    mount = stuffs.mount if rng.random() < 0.6 else None
    return framed(art, width, height, frame[int(rng.integers(3))], mount, rim=rng.uniform(0.014, 0.034))


def hang(
    wall: Wall,
    spans: list[tuple[float, float, float, float]],
    palette: Palette,
    stuffs: Stuffs,
    rng: np.random.Generator,
) -> list[Part]:
    """Pictures at (along, centre height, width, height) [m]; what would meet an opening is left out."""
    parts: list[Part] = []
    for along, z, width, height in spans:
        low, high = along - width / 2 - 0.15, along + width / 2 + 0.15
        if (
            low < 0.1
            or high > wall.length - 0.1
            or any(low < o.right + 0.4 and high > o.left - 0.4 for o in wall.openings)
        ):
            continue
        parts += against(wall, along, picture(width, height, palette, stuffs, rng), z=z, off=0.002)
    return parts


def arrangement(along: float, z: float, rng: np.random.Generator) -> list[tuple[float, float, float, float]]:
    """A composed hang: one large picture, a pair, a triptych, or a salon cluster with even gaps."""
    kind = int(rng.integers(4))
    if kind == 0:
        return [(along, z, rng.uniform(1.1, 1.5), rng.uniform(0.75, 0.95))]
    if kind == 1:
        wide, tall = rng.uniform(0.55, 0.70), rng.uniform(0.72, 0.92)
        return [(along - wide / 2 - 0.06, z, wide, tall), (along + wide / 2 + 0.06, z, wide, tall)]
    if kind == 2:
        return [(along - 0.62, z, 0.48, 0.64), (along, z, 0.48, 0.64), (along + 0.62, z, 0.48, 0.64)]
    return [
        (along - 0.42, z + 0.02, 0.62, 0.78),
        (along + 0.22, z + 0.24, 0.42, 0.34),
        (along + 0.16, z - 0.21, 0.32, 0.34),
        (along + 0.70, z - 0.17, 0.40, 0.44),
        (along - 0.98, z + 0.20, 0.34, 0.42),
        (along - 0.98, z - 0.24, 0.30, 0.30),
    ]
