"""House fronts above the shops: bays of windows, courses, quoins, balconies, shutters, cornice, downpipe."""

from dataclasses import dataclass

import numpy as np

from rayograph.core.mesh import Mesh, merge
from rayograph.world.scene import Material, Part
from rayograph.world.sets.street_palette import House
from rayograph.world.sets.street_solids import Box, boxes, part
from rayograph.world.sets.street_stuffs import Stuffs
from rayograph.world.sets.street_window import Hole, dressings, reveals, wall_face, windows
from rayograph.world.shapes import tube


@dataclass(frozen=True, kw_only=True)
class Front:
    """One house front as decided: its kind, size [m], storeys above the ground floor and colours."""

    house: House
    width: float
    floors: int
    ground: float
    wall: Material
    trim: str
    frame: str
    shutter: str | None
    lit: float
    fine: bool

    @property
    def height(self) -> float:
        """Top of the wall [m]."""
        return self.ground + self.floors * self.house.storey

    def ease(self, amount: float) -> float:
        """The easing of edges [m]; none on fronts too far away to show it."""
        return amount if self.fine else 0.0


def bays(width: float, bay: float) -> np.ndarray:
    """Centres [m] of the windows along a front."""
    count = max(int(round((width - 0.5) / bay)), 1)
    pitch = (width - 0.7) / count
    return 0.35 + pitch * (np.arange(count) + 0.5)


def grid_of_holes(front: Front) -> tuple[list[Hole], list[int]]:
    """The windows above the ground floor, and the storey of each."""
    house, holes, storeys = front.house, [], []
    wide, tall = house.window
    for floor in range(front.floors):
        z = front.ground + floor * house.storey
        french = house.balcony > 0.5
        sill = z + (0.28 if french else 0.85)
        high = tall if floor < front.floors - 1 else tall * 0.86
        for x in bays(front.width, house.bay):
            holes.append(
                Hole(x0=x - wide / 2, x1=x + wide / 2, z0=sill, z1=min(sill + high, z + house.storey - 0.35))
            )
            storeys.append(floor)
    return holes, storeys


def upper_front(front: Front, stuffs: Stuffs, rng: np.random.Generator) -> list[Part]:
    """Everything between the shop's cornice and the roof, in the front's own frame."""
    house = front.house
    holes, storeys = grid_of_holes(front)
    lit = rng.random(len(holes)) < front.lit
    parts = [
        Part(
            mesh=merge([wall_face(front.width, front.ground, front.height, holes), reveals(holes)]),
            material=front.wall,
        ),
        part(
            merge([dressings(holes, house, front.ease(0.012)), _courses(front)]), stuffs.masonry, front.trim
        ),
        *windows(holes, house, front.frame, lit, stuffs, rng, ease=front.ease(0.006)),
    ]
    if front.shutter is not None:
        parts.append(part(_shutters(holes, front), stuffs.paint, front.shutter))
    rails, slabs = _balconies(front, holes, storeys, rng)
    if rails:
        parts.append(Part(mesh=merge(rails), material=stuffs.iron))
        parts.append(part(boxes(slabs, ease=front.ease(0.015)), stuffs.masonry, front.trim))
    parts.append(Part(mesh=_downpipe(front, rng), material=stuffs.iron))
    return parts


def _courses(front: Front) -> Mesh:
    """String courses, quoins and the main cornice with its modillions."""
    house, width, top = front.house, front.width, front.height
    solids: list[Box] = []
    if house.bands:
        for floor in range(1, front.floors):
            z = front.ground + floor * house.storey
            solids.append((0, -0.05, z - 0.07, width, 0.05, z + 0.07))
    if house.quoins:
        for k in range(int((top - front.ground - 0.5) / 0.38)):
            z, long = front.ground + 0.38 * k, 0.42 if k % 2 else 0.28
            solids += [
                (0.0, -0.03, z + 0.01, long, 0.05, z + 0.37),
                (width - long, -0.03, z + 0.01, width, 0.05, z + 0.37),
            ]
    out = house.cornice
    solids += [
        (0, -0.06, top - 0.45, width, 0.05, top - 0.36),
        (-0.04, -0.35 * out, top - 0.14, width + 0.04, 0.05, top - 0.05),
        (-0.06, -0.8 * out, top - 0.05, width + 0.06, 0.05, top + 0.08),
        (-0.08, -out, top + 0.08, width + 0.08, 0.05, top + 0.17),
    ]
    count = int(width / (0.34 if front.fine else 1.0))
    for x in (np.arange(count) + 0.5) * width / count:
        solids.append((x - 0.06, -0.7 * out, top - 0.17, x + 0.06, 0.0, top - 0.05))
    return boxes(solids, ease=front.ease(0.015))


def _shutters(holes: list[Hole], front: Front) -> Mesh:
    solids: list[Box] = []
    slats: list[Box] = []
    for h in holes:
        wide = (h.x1 - h.x0) / 2
        for x in (h.x0 - wide - 0.02, h.x1 + 0.02):
            t, a, b, y0, y1 = 0.055, h.z0, h.z1, -0.075, -0.035
            if not front.fine:
                solids.append((x, y0, a, x + wide, y1, b))
                continue
            solids += [
                (x, y0, a, x + t, y1, b),
                (x + wide - t, y0, a, x + wide, y1, b),
                (x, y0, a, x + wide, y1, a + 0.08),
                (x, y0, b - 0.08, x + wide, y1, b),
                (x, y0, (a + b) / 2 - 0.04, x + wide, y1, (a + b) / 2 + 0.04),
                (x, -0.045, a, x + wide, -0.03, b),
            ]
            for z in np.arange(a + 0.10, b - 0.10, 0.075):
                slats.append((x + t, -0.062, z, x + wide - t, -0.045, z + 0.035))
    return merge([boxes(solids, ease=front.ease(0.006)), boxes(slats, ease=0.0)])


def _balconies(
    front: Front, holes: list[Hole], storeys: list[int], rng: np.random.Generator
) -> tuple[list[Mesh], list[Box]]:
    """Iron railings and the stone slabs under them; whole-width ones on limestone fronts."""
    rails: list[Mesh] = []
    slabs: list[Box] = []
    share = front.house.balcony
    if share <= 0:
        return rails, slabs
    for floor in range(front.floors):
        row = [h for h, k in zip(holes, storeys, strict=True) if k == floor]
        z = row[0].z0
        whole = share > 0.5 and (floor == 1 or floor == front.floors - 1)
        if whole:
            rails.append(_railing(0.15, front.width - 0.15, z, 0.62, front.fine))
            slabs.append((0.08, -0.68, z - 0.16, front.width - 0.08, 0.02, z - 0.02))
            for x in np.arange(0.6, front.width - 0.4, 1.1 if front.fine else 2.2):
                slabs += [
                    (x - 0.07, -0.5, z - 0.30, x + 0.07, 0.0, z - 0.16),
                    (x - 0.06, -0.28, z - 0.5, x + 0.06, 0.0, z - 0.30),
                ]
            continue
        for h in row:
            if share > 0.5:
                rails.append(_railing(h.x0 - 0.02, h.x1 + 0.02, z, 0.10, front.fine))
            elif rng.random() < share:
                rails.append(_railing(h.x0 - 0.25, h.x1 + 0.25, h.z0 - 0.62, 0.45, front.fine))
                slabs.append((h.x0 - 0.3, -0.5, h.z0 - 0.76, h.x1 + 0.3, 0.02, h.z0 - 0.64))
    return rails, slabs


def _railing(x0: float, x1: float, z: float, out: float, fine: bool) -> Mesh:
    high, step = 0.95, 0.11 if fine else 0.5
    solids: list[Box] = [
        (x0, -out - 0.02, z + high, x1, -out + 0.03, z + high + 0.03),
        (x0, -out, z + 0.08, x1, -out + 0.02, z + 0.10),
        (x0, -out, z + high - 0.14, x1, -out + 0.02, z + high - 0.12),
    ]
    for x in np.arange(x0, x1, step):
        solids.append((x, -out, z, x + 0.014, -out + 0.014, z + high))
    if out > 0.2:
        for x in (x0, x1 - 0.03):
            solids += [
                (x, -out, z + high, x + 0.03, 0, z + high + 0.03),
                (x, -out, z + 0.08, x + 0.02, 0, z + 0.10),
            ]
            solids += [(x, -y, z, x + 0.014, -y + 0.014, z + high) for y in np.arange(0.0, out, step)]
    elif fine:
        mid = np.arange(x0 + step / 2, x1, step)
        solids += [(x, -out, z + 0.4, x + 0.012, -out + 0.012, z + 0.8) for x in mid]
    return boxes(solids, ease=0.004 if fine else 0.0)


def _downpipe(front: Front, rng: np.random.Generator) -> Mesh:
    x = 0.14 if rng.random() < 0.5 else front.width - 0.14
    top = front.height - 0.2
    path = [
        (x, -0.22, top),
        (x, -0.18, top - 0.12),
        (x, -0.10, top - 0.35),
        (x, -0.09, 0.35),
        (x, -0.13, 0.18),
    ]
    collars = [
        tube(np.array([(x, -0.09, z), (x, -0.09, z + 0.06)]), 0.06, 10)
        for z in np.arange(1.0, top - 0.6, 2.0)
    ]
    hopper = boxes([(x - 0.12, -0.26, top - 0.02, x + 0.12, -0.05, top + 0.18)], ease=0.03)
    pipe = tube(np.array(path), 0.045, 10)
    return merge([pipe, *(collars if front.fine else []), hopper])
