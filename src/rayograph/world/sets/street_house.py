"""A whole house: ground floor of shops or a dwelling, storeys, roof, party walls."""

from dataclasses import dataclass, replace

import numpy as np

from rayograph.core.mesh import merge
from rayograph.world.scene import Collider, Part
from rayograph.world.sets.furnishing import solid
from rayograph.world.sets.street_facade import Front, upper_front
from rayograph.world.sets.street_palette import House, Town
from rayograph.world.sets.street_roof import roof
from rayograph.world.sets.street_shop import Shop, dwelling, house_door, shop_front
from rayograph.world.sets.street_solids import gathered, moved, panels
from rayograph.world.sets.street_stuffs import Stuffs
from rayograph.world.sets.street_textures import SIGN_ROWS, wall_material
from rayograph.world.sets.street_window import Hole, reveals, wall_face
from rayograph.world.shapes import rotation, translation

DEPTH = 11.0


@dataclass(frozen=True, kw_only=True)
class Site:
    """Where a house stands: `pose` puts its lower left corner there, its front facing local -Y.

    shops: whether the ground floor trades; open: whether displays can be looked into; side: an end that
    stands free at a street corner.
    """

    pose: np.ndarray
    width: float
    shops: bool = True
    open: bool = False
    fine: bool = True
    side: str = ""
    stage: int = 0
    """Whether its shop is the stage of the shot: at one end, 1 the left, -1 the right; 0 if it is not."""
    trade: str = ""
    """What the shop of the stage deals in, by the lettering of its sign."""
    number: int = 0
    """Its house number; shop names follow it, so that neighbours differ."""


def decided(site: Site, town: Town, stuffs: Stuffs, rng: np.random.Generator, taken: list[str]) -> Front:
    """A kind of house and its colours for a site, unlike its neighbours in `taken`."""
    house: House = town.houses[int(rng.integers(len(town.houses)))]
    shades = [c for c in house.walls if c not in taken[-2:]] or list(house.walls)
    colour = str(rng.choice(shades[:4]))
    taken.append(colour)
    return Front(
        house=house,
        width=site.width,
        floors=int(rng.integers(house.floors[0], house.floors[1] + 1)) - 1,
        ground=float(rng.uniform(3.9, 4.4)) if not site.stage else 4.1,
        wall=wall_material(house.wall, colour, stuffs.seed),
        trim=str(rng.choice(list(house.trim))),
        frame=str(rng.choice(list(house.frames))),
        shutter=str(rng.choice(list(house.shutters))) if house.shutters and rng.random() < 0.8 else None,
        lit=float(rng.uniform(0.18, 0.42)),
        fine=site.fine,
    )


def house_on(
    site: Site, front: Front, town: Town, stuffs: Stuffs, rng: np.random.Generator
) -> tuple[list[Part], Collider]:
    """The house as parts in the world, and the box one cannot walk through."""
    parts = upper_front(front, stuffs, rng)
    if site.shops:
        parts += _shops(site, front, town, stuffs, rng.spawn(1)[0])
    else:
        parts += dwelling(0.0, front.width, front, stuffs, rng)
    parts += roof(front, DEPTH, stuffs, rng)
    w, top = front.width, front.height + 0.2
    sides = [[[w, DEPTH, -0.1], [0, DEPTH, -0.1], [0, DEPTH, top], [w, DEPTH, top]]]
    if site.side != "left":
        sides.append([[0, DEPTH, -0.1], [0, 0, -0.1], [0, 0, top], [0, DEPTH, top]])
    if site.side != "right":
        sides.append([[w, 0, -0.1], [w, DEPTH, -0.1], [w, DEPTH, top], [w, 0, top]])
    parts.append(Part(mesh=panels(sides), material=front.wall))
    if site.side:
        parts += _side(site, front, stuffs, rng)
    blocked = solid((0, 0.0 if not site.shops else 0.05, -0.1), (w, DEPTH, top), site.pose)
    return moved(gathered(parts), site.pose), blocked


def _shops(site: Site, front: Front, town: Town, stuffs: Stuffs, rng: np.random.Generator) -> list[Part]:
    """A house door at one end and shops along the rest."""
    w, g = front.width, front.ground
    first = bool(rng.random() < 0.5) if not site.stage else site.stage < 0
    at = 1.0 if first else w - 1.0
    hole, parts = house_door(at, front, stuffs, rng)
    a, b = (0.0, 2.0) if first else (w - 2.0, w)
    face = merge([wall_face(2.0, 0.0, g, [_shifted(hole, -a)]), reveals([_shifted(hole, -a)], 0.26)])
    parts.append(Part(mesh=face.moved(translation(a, 0, 0)), material=front.wall))
    x0, x1 = (b, w) if first else (0.0, a)
    count = max(int((x1 - x0) / 4.6), 1) if not site.stage else 1
    for k in range(count):
        left, right = x0 + (x1 - x0) * k / count, x0 + (x1 - x0) * (k + 1) / count
        row = (3 * site.number + k) % SIGN_ROWS
        awning = town.awnings[int(rng.integers(len(town.awnings)))] if rng.random() < 0.45 else None
        shop = Shop(
            x0=left,
            x1=right,
            high=g,
            paint=town.shopfronts[row % len(town.shopfronts)],
            row=row,
            awning=awning if not site.stage else None,
            open=site.open,
            blank=site.stage != 0,
            trade=site.trade if site.stage else "",
        )
        parts += shop_front(shop, front, stuffs, rng.spawn(1)[0])
    return parts


def _shifted(hole: Hole, dx: float) -> Hole:
    return Hole(x0=hole.x0 + dx, x1=hole.x1 + dx, z0=hole.z0, z1=hole.z1)


def _side(site: Site, front: Front, stuffs: Stuffs, rng: np.random.Generator) -> list[Part]:
    """The windowed end of a corner house."""
    end = replace(front, width=DEPTH, shutter=front.shutter)
    if site.side == "right":
        pose = translation(front.width, 0, 0) @ rotation("z", 90)
    else:
        pose = translation(0, DEPTH, 0) @ rotation("z", -90)
    parts = upper_front(end, stuffs, rng) + dwelling(0.0, DEPTH, end, stuffs, rng)
    return moved(parts, pose)
