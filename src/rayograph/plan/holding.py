"""Things laid in and on others: rings in bowls, stems in vases, books upright in crates."""

from dataclasses import replace

import numpy as np

from rayograph.plan.carrying import BOTTOMS, RIMS, STEMS, Spot, top_of
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Relation
from rayograph.plan.formation import GOLDEN, Point

_DEEP = frozenset(
    "basket crate bucket mug cup jug jar paper_bag open_jar open_carton open_tin vase tumbler barrel carton "
    "boat "
    "canoe kayak wheelbarrow shopping_trolley suitcase".split()
)
"""Holders whose rim hides what lies on their floor."""
_SHEETS = frozenset("book newspaper envelope picture laptop playing_card".split())
"""Kinds that stand side by side in a box."""


def carried(
    members: list[int],
    actors: list[Actor],
    carrier: int,
    relation: Relation,
    rng: np.random.Generator,
    spots: dict[int, Spot],
    moving: bool,
) -> None:
    """Lay things on or in another.

    moving: whether the carrier or what it holds moves later, so that nothing may be mounted in it.
    """
    kind, held = actors[carrier].member.kind, actors[members[0]].member.kind
    inside = relation.kind == "in"
    if inside and held in STEMS and kind in _DEEP and not moving:
        _stand_on_end(members, actors, carrier, rng, spots)
    elif inside and held in _SHEETS and kind in ("crate", "basket", "carton", "open_carton") and not moving:
        _stand_in_line(members, actors, carrier, rng, spots)
    else:
        _lay(members, actors, carrier, relation, rng, spots, moving)


def _mount(
    actors: list[Actor], spots: dict[int, Spot], i: int, carrier: int, at: Point, yaw: float, tilt: float
) -> None:
    """Fix a thing in its holder, which then stays where it is."""
    holder = actors[carrier].member.id
    spots[i] = Spot(position=at, yaw_deg=round(yaw, 2), tilt_deg=round(tilt, 2), on=holder, fixed=True)
    spots[carrier] = replace(spots[carrier], fixed=True)


def _stand_on_end(
    members: list[int], actors: list[Actor], carrier: int, rng: np.random.Generator, spots: dict[int, Spot]
) -> None:
    """Pencils in a mug: feet together on its floor, heads leaning out to all sides."""
    host, base = actors[carrier], spots[carrier]
    inner = 0.62 * min(host.size[:2]) / 2 * (0.8 if host.member.kind == "cup" else 1.0)
    floor = BOTTOMS.get(host.member.kind, 0.02)
    start = rng.uniform(0, 2 * np.pi)
    for rank, i in enumerate(members):
        long_, thick = max(actors[i].size[:2]), min(actors[i].size[:2])
        angle = start + rank * 2.399963
        lean = float(np.clip(np.arctan2(1.35 * inner, host.size[2]), 0.0, 0.5)) * rng.uniform(0.75, 1.0)
        # Turned on end about X, a thing's +Y points up; it leans away from its own foot.
        out = np.array([np.cos(angle), np.sin(angle)])
        foot = -out * max(inner * 0.55 - thick / 2, 0.0)
        centre = foot + out * float(np.sin(lean)) * long_ / 2
        z = base.position[2] + floor + float(np.cos(lean)) * long_ / 2
        at = (float(base.position[0] + centre[0]), float(base.position[1] + centre[1]), float(z))
        yaw = float(np.degrees(np.arctan2(-out[0], out[1])))
        _mount(actors, spots, i, carrier, at, yaw, 90.0 - float(np.degrees(lean)))


def _stand_in_line(
    members: list[int], actors: list[Actor], carrier: int, rng: np.random.Generator, spots: dict[int, Spot]
) -> None:
    """Books in a crate: upright one behind another, leaning a little, their tops above the rim."""
    host, base = actors[carrier], spots[carrier]
    tall, thick = actors[members[0]].size[1], max(actors[i].size[2] for i in members)
    columns = max(1, int(0.86 * host.size[0] / (actors[members[0]].size[0] * 1.05)))
    rows = int(np.ceil(len(members) / columns))
    pitch = min(0.8 * host.size[1] / max(rows, 1), thick * 1.25)
    low = max(host.size[2] + 0.28 * tall - tall, 0.03)
    turn = np.deg2rad(base.yaw_deg)
    for rank, i in enumerate(members):
        row, column = divmod(rank, columns)
        u = (column - (min(columns, len(members)) - 1) / 2) * actors[i].size[0] * 1.05
        v = (row - (rows - 1) / 2) * pitch
        lean = float(rng.uniform(2.0, 9.0))
        x = base.position[0] + u * np.cos(turn) - v * np.sin(turn)
        y = base.position[1] + u * np.sin(turn) + v * np.cos(turn)
        z = base.position[2] + low + tall / 2 + float(rng.uniform(-0.012, 0.012))
        yaw = base.yaw_deg + float(rng.uniform(-3, 3))
        _mount(actors, spots, i, carrier, (float(x), float(y), float(z)), yaw, 90.0 - lean)


def _lay(
    members: list[int],
    actors: list[Actor],
    carrier: int,
    relation: Relation,
    rng: np.random.Generator,
    spots: dict[int, Spot],
    moving: bool,
) -> None:
    """Rings of one layer, then the next layer above; stems fan out from the middle of a vase."""
    host, base = actors[carrier], spots[carrier]
    kind, inside = host.member.kind, relation.kind == "in"
    flower = actors[members[0]].member.kind == "flower"
    bottom = BOTTOMS.get(kind, 0.0) if inside or kind == "plate" else top_of(host)
    if flower:
        bottom = BOTTOMS.get(kind, 0.02)
    room = host.radius * (0.74 if inside else 0.8)
    each = max(actors[i].radius for i in members)
    tall = max(actors[i].size[2] for i in members)
    ring = max(1, int(np.pi / np.arcsin(min(1.0, each / max(room - each, each))))) if len(members) > 1 else 1
    start = rng.uniform(0, 2 * np.pi)
    below = [i for i, spot in spots.items() if spot.on == host.member.id]
    bottom += max((actors[i].size[2] for i in below), default=0.0)
    if inside and kind in _DEEP and not moving and not flower:
        _heap(members, actors, carrier, rng, spots)
        return
    if inside and len(members) > 1 and not flower and kind in (*_DEEP, "bowl"):
        _pour(members, actors, carrier, rng, spots)
        return
    if kind in _SEATED and not inside and room > each:
        _sit_along(members, actors, carrier, bottom, rng, spots)
        return
    for rank, i in enumerate(members):
        layer, place = divmod(rank, ring)
        spread = (
            max(room - each, 0.0) if ring > 1 and room > each * 1.4 else (each * 1.05 if ring > 1 else 0.0)
        )
        if flower:
            spread, layer = 0.012 * (rank > 0), 0
        angle = start + 2 * np.pi * place / ring + layer * 0.6
        x = base.position[0] + spread * float(np.cos(angle))
        y = base.position[1] + spread * float(np.sin(angle))
        z = base.position[2] + bottom + layer * tall * 1.02
        stays = flower and not moving
        yaw = round(float(rng.uniform(-25, 25)) + (137.5 * rank if stays else 0.0), 2)
        if stays:
            _mount(actors, spots, i, carrier, (x, y, z), yaw, 0.0)
        else:
            spots[i] = Spot(position=(x, y, z), yaw_deg=yaw, on=host.member.id)


def _pour(
    members: list[int], actors: list[Actor], carrier: int, rng: np.random.Generator, spots: dict[int, Spot]
) -> None:
    """Loose in what will move: layer on layer from its floor up, each within the wall."""
    host, base = actors[carrier], spots[carrier]
    each, tall = max(actors[i].radius for i in members), max(actors[i].size[2] for i in members)
    floor = BOTTOMS.get(host.member.kind, 0.02) * min(1.0, host.size[2] / 0.1)
    turn = np.deg2rad(base.yaw_deg)
    left, layer = list(members), 0
    while left:
        # Walls flare: there is less room at the foot.
        high = floor + layer * 0.92 * tall
        share = 0.6 + 0.3 * min(1.0, (high + 0.5 * tall) / host.size[2])
        half = np.maximum(np.array(host.size[:2]) / 2 * share - each, 0.0)
        places = _packed(half, 2.04 * each, 0.5 * (layer % 2))
        for u, v in places[: len(left)]:
            i = left.pop(0)
            x = base.position[0] + u * np.cos(turn) - v * np.sin(turn)
            y = base.position[1] + u * np.sin(turn) + v * np.cos(turn)
            at = (float(x), float(y), float(base.position[2] + high))
            spots[i] = Spot(position=at, yaw_deg=round(float(rng.uniform(0, 360)), 2), on=host.member.id)
        layer += 1


def _packed(half: np.ndarray, pitch: float, shift: float) -> list[tuple[float, float]]:
    """Places within an oval of half axes `half` [m], rows offset against each other, the middle first."""
    rows = int(half[1] // (0.87 * pitch)) + 1
    found = [
        (float(u), float(v))
        for k in range(-rows, rows + 1)
        for v in [k * 0.87 * pitch]
        for u in (np.arange(-12, 13) + 0.5 * (k % 2) + shift) * pitch
        if (u / max(half[0], 1e-9)) ** 2 + (v / max(half[1], 1e-9)) ** 2 <= 1.0
    ]
    return sorted(found, key=lambda at: at[0] ** 2 + at[1] ** 2) or [(0.0, 0.0)]


_SEATED = frozenset("sofa bed bench".split())
"""Long seats: things sit along them, not round their middle."""


def _sit_along(
    members: list[int],
    actors: list[Actor],
    carrier: int,
    bottom: float,
    rng: np.random.Generator,
    spots: dict[int, Spot],
) -> None:
    """Side by side along a seat, or on a bed before its pillows."""
    host, base = actors[carrier], spots[carrier]
    turn = np.deg2rad(base.yaw_deg)
    pitch = min(0.7 * host.size[0] / len(members), 2.6 * max(actors[i].radius for i in members))
    back = 0.16 * host.size[1] if host.member.kind == "bed" else -0.06 * host.size[1]
    for rank, i in enumerate(members):
        u = (rank - (len(members) - 1) / 2) * pitch + (0.12 * host.size[0] if len(members) == 1 else 0.0)
        x = base.position[0] + u * np.cos(turn) - back * np.sin(turn)
        y = base.position[1] + u * np.sin(turn) + back * np.cos(turn)
        yaw = round(base.yaw_deg + float(rng.uniform(-14, 14)), 2)
        position = (float(x), float(y), base.position[2] + bottom)
        spots[i] = Spot(position=position, yaw_deg=yaw, on=host.member.id)


def stack_on(
    members: list[int], actors: list[Actor], carrier: int, rng: np.random.Generator, spots: dict[int, Spot]
) -> None:
    """One on the other on the middle of what bears them, each turned a little."""
    base, z = spots[carrier], spots[carrier].position[2] + top_of(actors[carrier])
    below = actors[carrier].member.id
    for i in members:
        dx, dy = rng.uniform(-0.025, 0.025, 2) * actors[i].size[0]
        place = (base.position[0] + float(dx), base.position[1] + float(dy), z)
        spots[i] = Spot(position=place, yaw_deg=round(float(rng.uniform(0, 360)), 2), on=below)
        below, z = actors[i].member.id, z + actors[i].size[2]


def _heap(
    members: list[int], actors: list[Actor], carrier: int, rng: np.random.Generator, spots: dict[int, Spot]
) -> None:
    """Heaped to the rim of a deep holder, as if more lay below: else they would be lost behind it."""
    host, base = actors[carrier], spots[carrier]
    n, tall = len(members), max(actors[i].size[2] for i in members)
    each = max(actors[i].radius for i in members)
    half = np.maximum(np.array(host.size[:2]) / 2 * 0.88 - each, 0.0)
    rim = RIMS.get(host.member.kind, host.size[2])
    turn, start = np.deg2rad(base.yaw_deg), rng.uniform(0, 2 * np.pi)
    for rank, i in enumerate(members):
        far = float(np.sqrt((rank + 0.35) / n)) if n > 1 else 0.0
        angle = start + rank * GOLDEN
        u, v = half[0] * far * np.cos(angle), half[1] * far * np.sin(angle)
        x = base.position[0] + u * np.cos(turn) - v * np.sin(turn)
        y = base.position[1] + u * np.sin(turn) + v * np.cos(turn)
        # The middle of a heap is its top; each shows a good half over the rim.
        lift = (0.55 if n > 3 else 0.0) * (1 - far) * tall
        z = base.position[2] + max(rim + 0.30 * tall - tall + lift, BOTTOMS.get(host.member.kind, 0.02))
        _mount(actors, spots, i, carrier, (float(x), float(y), float(z)), float(rng.uniform(0, 360)), 0.0)
