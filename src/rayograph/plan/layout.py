"""Place the cast on the stage: relations in screen terms, arrangements, and nothing inside anything else."""

from dataclasses import dataclass, replace

import numpy as np

from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts, Relation
from rayograph.plan.formation import GOLDEN, Point, formation
from rayograph.plan.kerb import (
    PAVEMENT_Z,
    is_parked,
    kerb_x,
    on_pavement,
    parked_circles,
    parking,
    pavement_fits,
)
from rayograph.plan.stage import Stage

SEATS = {"chair": 0.46, "bench": 0.45, "armchair": 0.44, "table": 0.74, "tent": 0.0}
"""Height of the surface that carries things, where it is not the top [m]."""


@dataclass(frozen=True, kw_only=True)
class Spot:
    """Where an actor stands: base centre [m], yaw and tilt [deg], and what carries it."""

    position: Point
    yaw_deg: float = 0.0
    on: str = "stage"
    fixed: bool = False

    def at(self, x: float, y: float, z: float | None = None) -> "Spot":
        """The same spot moved."""
        return replace(self, position=(x, y, self.position[2] if z is None else z))

    def facing(self, yaw_deg: float) -> "Spot":
        """The same spot turned to a yaw [deg]."""
        return replace(self, yaw_deg=yaw_deg)


@dataclass
class Floor:
    """The stage while it fills: circles already taken, and lanes kept free for what moves."""

    half: tuple[float, float]
    circles: list[tuple[float, float, float]]
    lanes: list[tuple[float, float, float]]
    """(y, half width, thing that may stand on it)."""
    pavement: frozenset[int] = frozenset()
    """Things that stand on the pavement of a street."""
    side: int = 1
    """Which pavement: -1 left, 1 right."""

    def fits(self, x: float, y: float, radius: float, thing: int, gap: float) -> bool:
        """Whether a circle lies on the stage and clear of everything."""
        if thing in self.pavement:
            return pavement_fits(x, y, radius, self.side, self.circles)
        if abs(x) + radius > self.half[0] or abs(y) + radius > self.half[1]:
            return False
        if any(abs(y - lane) < radius + width and thing not in (int(a), -1) for lane, width, a in self.lanes):
            return False
        return all((x - a) ** 2 + (y - b) ** 2 >= (radius + r + gap) ** 2 for a, b, r in self.circles)


def place_cast(
    actors: list[Actor],
    facts: Facts,
    stage: Stage,
    rng: np.random.Generator,
    lanes: list[tuple[float, float, float]],
) -> list[Spot]:
    """A spot for every actor. The order of the actors is kept."""
    half = (stage.half[0] * 0.94, stage.half[1] * 0.94)
    floor = Floor(half=half, circles=[], lanes=lanes)
    if stage.kind.name == "street":
        floor.pavement, floor.side = on_pavement(facts), int(rng.choice([-1, 1]))
    spots: dict[int, Spot] = {}
    for thing in _order(facts, actors):
        members = [i for i, actor in enumerate(actors) if actor.thing == thing]
        if members:
            _place_thing(thing, members, actors, facts, stage, rng, floor, spots)
    return [spots[i] for i in range(len(actors))]


def _order(facts: Facts, actors: list[Actor]) -> list[int]:
    """Things so that what others refer to comes first; the rest by the brief's own order."""
    todo = list(range(len(facts.things)))
    done: list[int] = []
    moving = {m.subject for m in facts.motions} | {m.target for m in facts.motions}
    # What the shot is about takes its place first; the others gather round it.
    todo.sort(key=lambda t: t not in moving)
    while todo:
        ready = [t for t in todo if all(r.target not in todo or r.target == t for r in _of(facts, t))]
        chosen = ready[0] if ready else todo[0]
        todo.remove(chosen)
        done.append(chosen)
    return done


def _of(facts: Facts, thing: int) -> list[Relation]:
    return [r for r in facts.relations if r.subject == thing and r.target >= 0]


def _place_thing(
    thing: int,
    members: list[int],
    actors: list[Actor],
    facts: Facts,
    stage: Stage,
    rng: np.random.Generator,
    floor: Floor,
    spots: dict[int, Spot],
) -> None:
    relation = next((r for r in _of(facts, thing) if r.kind in _CARRIED), None)
    hosts = [i for i in spots if relation is not None and actors[i].thing == relation.target]
    carrier = max(hosts, key=lambda i: spots[i].position[2], default=None)
    shared = carrier is not None and any(
        spot.on == actors[carrier].member.id and actors[i].thing != thing for i, spot in spots.items()
    )
    # What already bears something bears no second thing: that stands beside it.
    full = shared and relation is not None and relation.kind == "on"
    if (
        relation is not None
        and carrier is not None
        and not full
        and _carries(actors, members, carrier, relation)
    ):
        _carried(members, actors, carrier, relation, rng, spots)
        return
    said = facts.things[thing]
    if stage.kind.name == "street" and is_parked(facts, thing):
        _park(thing, members, actors, facts, stage, rng, floor, spots)
        return
    offsets, radius = formation([actors[i] for i in members], said.arrangement, rng)
    middle = _between_them(thing, facts, actors)
    if middle > 0 and len(members) == 2:
        reach = middle + actors[members[0]].radius * 1.25
        offsets, radius = [(-reach, 0.0, 0.0), (reach, 0.0, 0.0)], reach + actors[members[0]].radius
    wanted = _wanted(thing, radius, facts, actors, spots, stage, rng)
    if thing in floor.pavement:
        wanted = kerb_x(wanted[0], floor.side), float(np.clip(wanted[1], -1.0, 3.5))
    ground = PAVEMENT_Z if thing in floor.pavement else 0.0
    aloft = any(r.kind == "above" for r in _of(facts, thing))
    x, y = wanted if aloft else _free_place(wanted, offsets, [actors[i] for i in members], thing, floor, rng)
    turn = _yaw(actors[members[0]].member.kind, said.arrangement, rng, len(members))
    if thing in floor.pavement and actors[members[0]].member.kind in _FACING:
        # On the pavement things face the road, half towards the camera.
        turn = [round(angle - 32.0 * floor.side, 2) for angle in turn]
    for rank, i in enumerate(members):
        dx, dy, dz = offsets[rank]
        below = actors[members[rank - 1]].member.id if dz > 0 and said.arrangement == "stack" else "stage"
        spots[i] = Spot(position=(x + dx, y + dy, dz + ground), yaw_deg=turn[rank], on=below)
        if dz == 0 and not aloft and actors[i].member.kind != "cloth":
            floor.circles.append((x + dx, y + dy, actors[i].radius))


def _between_them(thing: int, facts: Facts, actors: list[Actor]) -> float:
    """Radius of what is to stand between the members of a thing, or 0 [m]."""
    inner = [r.subject for r in facts.relations if r.kind == "between" and r.target == r.second == thing]
    return max((a.radius for a in actors if a.thing in inner), default=0.0)


def _park(
    thing: int,
    members: list[int],
    actors: list[Actor],
    facts: Facts,
    stage: Stage,
    rng: np.random.Generator,
    floor: Floor,
    spots: dict[int, Spot],
) -> None:
    """Vehicles along the kerb, one behind the other, noses to the camera."""
    _, y = _wanted(thing, actors[members[0]].radius, facts, actors, spots, stage, rng)
    y = float(np.clip(y, -1.0, 2.5))
    for i in members:
        size = actors[i].size
        x, y = parking(y, size, floor.side, floor.circles)
        spots[i] = Spot(position=(x, y, 0.0), yaw_deg=round(float(rng.normal(0, 1.2)), 2))
        floor.circles += parked_circles(x, y, size)
        y += size[1] + 1.1


_CARRIED = ("on", "in", "of", "with")


def _carries(actors: list[Actor], members: list[int], carrier: int, relation: Relation) -> bool:
    host = actors[carrier]
    inside = host.member.kind in _BOTTOMS
    small = max(actors[i].radius for i in members) <= host.radius * 1.6
    if relation.kind in ("of", "with"):
        return False
    if relation.kind == "in":
        return inside and small
    return small and host.member.kind != "cloth"


_BOTTOMS = {
    "bowl": 0.018,
    "basket": 0.02,
    "crate": 0.03,
    "bucket": 0.02,
    "vase": 0.03,
    "cup": 0.012,
    "tumbler": 0.014,
}
_BOTTOMS |= {"wine_glass": 0.11, "plate": 0.012}
"""Hollow things → height of the inner bottom [m] at their usual size."""


def _carried(
    members: list[int],
    actors: list[Actor],
    carrier: int,
    relation: Relation,
    rng: np.random.Generator,
    spots: dict[int, Spot],
) -> None:
    """Lay things on or in another: rings of one layer, then the next layer above."""
    host, base = actors[carrier], spots[carrier]
    kind = host.member.kind
    bottom = (
        _BOTTOMS.get(kind, 0.0) if relation.kind == "in" or kind == "plate" else SEATS.get(kind, host.size[2])
    )
    if kind in SEATS and host.member.height_m is not None:
        bottom *= host.size[2] / 0.8
    if actors[members[0]].member.kind == "flower":
        bottom = _BOTTOMS.get(kind, 0.02)
    room = host.radius * (0.62 if relation.kind == "in" else 0.8)
    each = max(actors[i].radius for i in members)
    tall = max(actors[i].size[2] for i in members)
    ring = max(1, int(np.pi / np.arcsin(min(1.0, each / max(room - each, each))))) if len(members) > 1 else 1
    start = rng.uniform(0, 2 * np.pi)
    inside = [i for i, spot in spots.items() if spot.on == host.member.id]
    bottom += max((actors[i].size[2] for i in inside), default=0.0)
    for rank, i in enumerate(members):
        layer, place = divmod(rank, ring)
        spread = (
            max(room - each, 0.0) if ring > 1 and room > each * 1.4 else (each * 1.05 if ring > 1 else 0.0)
        )
        angle = start + 2 * np.pi * place / ring + layer * 0.6
        x = base.position[0] + spread * float(np.cos(angle))
        y = base.position[1] + spread * float(np.sin(angle))
        z = base.position[2] + bottom + layer * tall * 1.02
        stays = actors[i].member.kind == "flower"
        yaw = round(float(rng.uniform(-25, 25)), 2)
        # Stems reach into the vase, so flowers are mounted where they are rather than set down on its rim.
        spots[i] = Spot(position=(x, y, z), yaw_deg=yaw, on="stage" if stays else host.member.id, fixed=stays)


def _wanted(
    thing: int,
    radius: float,
    facts: Facts,
    actors: list[Actor],
    spots: dict[int, Spot],
    stage: Stage,
    rng: np.random.Generator,
) -> tuple[float, float]:
    """Where the centre of a thing should stand, before anything gives way."""
    hx, hy = stage.half[0] * 0.6, stage.half[1] * 0.6
    for relation in _of(facts, thing):
        there = _circle(actors, spots, relation.target)
        if there is None:
            continue
        x, y, r = there
        reach = r + radius + 0.06 * (r + radius)
        other = _circle(actors, spots, relation.second) or there
        side = 1.0 if rng.random() < 0.5 else -1.0
        table = {
            "left of": (x - reach, y + rng.uniform(-0.2, 0.1) * r),
            "right of": (x + reach, y + rng.uniform(-0.2, 0.1) * r),
            "behind": (x + side * 0.35 * radius, y + reach),
            "in front of": (x + side * 0.35 * radius, y - reach),
            "beside": (x + side * reach, y - 0.1 * r),
            "between": ((x + other[0]) / 2, (y + other[1]) / 2),
            "under": (x, y),
            "with": (x + side * reach, y - 0.25 * reach),
            "of": (x + side * reach, y),
            "in": (x + side * reach, y),
            "on": (x + side * reach, y - 0.2 * reach),
            "above": (x, y),
            "around": (x, y),
        }
        if relation.kind in table:
            return table[relation.kind]
    at = facts.things[thing].at
    screen = {
        "left": (-hx * 0.85, 0.0),
        "right": (hx * 0.85, 0.0),
        "centre": (0.0, 0.0),
        "front": (0.0, -hy * 0.8),
    }
    screen |= {"goal": (0.35 * stage.half[0], 0.12 * stage.half[1])}
    screen |= {"lane": (0.14 * stage.half[0], -0.12 * stage.half[1])}
    screen |= {"back": (float(rng.choice([-0.55, 0.55])) * hx, hy * 0.75)}
    if at in screen:
        return screen[at]
    if not spots:
        alone = len(facts.things) == 1
        return (0.0, 0.0) if alone else (float(rng.choice([-1, 1])) * 0.16 * hx, -0.12 * hy)
    return _beside_group(thing, radius, actors, spots, stage, rng)


def _beside_group(
    thing: int,
    radius: float,
    actors: list[Actor],
    spots: dict[int, Spot],
    stage: Stage,
    rng: np.random.Generator,
) -> tuple[float, float]:
    """Close to what stands already, on its emptier side: a group, not a shop shelf."""
    at = np.array([s.position[:2] for s in spots.values()])
    centre = (at.max(0) + at.min(0)) / 2
    around = max(float(np.linalg.norm(p - centre)) + actors[i].radius for i, p in zip(spots, at, strict=True))
    reach = around + radius
    side = -1.0 if at[:, 0].mean() > 0 else 1.0
    tall = max(a.size[2] for a in actors if a.thing == thing)
    others = sorted(a.size[2] for a in actors)
    # Tall things stand behind, low ones in front, so that nothing hides what happens.
    depth = rng.uniform(0.5, 0.95) if tall > 1.3 * others[len(others) // 2] else rng.uniform(-0.75, 0.35)
    limit = np.array(stage.half) * 0.9 - radius
    x = centre[0] + side * reach * rng.uniform(0.65, 1.1)
    y = centre[1] + reach * depth
    return float(np.clip(x, -limit[0], limit[0])), float(np.clip(y, -limit[1], limit[1]))


def _circle(actors: list[Actor], spots: dict[int, Spot], thing: int) -> tuple[float, float, float] | None:
    """The circle around all placed members of a thing."""
    mine = [i for i in spots if actors[i].thing == thing]
    if not mine:
        return None
    xy = np.array([spots[i].position[:2] for i in mine])
    centre = (xy.max(0) + xy.min(0)) / 2
    r = max(float(np.linalg.norm(xy[k] - centre)) + actors[i].radius for k, i in enumerate(mine))
    return float(centre[0]), float(centre[1]), r


def _free_place(
    wanted: tuple[float, float],
    offsets: list[Point],
    group: list[Actor],
    thing: int,
    floor: Floor,
    rng: np.random.Generator,
) -> tuple[float, float]:
    """The free place nearest to the wanted one, on a spiral of growing distance."""
    if group[0].member.kind == "cloth":
        return wanted
    step = max(0.012, 0.22 * group[0].radius)
    start = rng.uniform(0, 2 * np.pi)
    ground = [(dx, dy, a.radius) for (dx, dy, dz), a in zip(offsets, group, strict=True) if dz == 0]
    for gap in (0.03, 0.01, 0.0):
        for k in range(900):
            distance = step * np.sqrt(k)
            angle = start + k * GOLDEN
            x = wanted[0] + float(distance * np.cos(angle)) * (k > 0)
            y = wanted[1] + float(distance * np.sin(angle)) * (k > 0)
            if all(
                floor.fits(x + dx, y + dy, r, thing, gap * r / 0.05 if r < 0.05 else gap)
                for dx, dy, r in ground
            ):
                return x, y
    return _outside(ground, floor)


def _outside(ground: list[tuple[float, float, float]], floor: Floor) -> tuple[float, float]:
    """The stage is full: go behind everything that stands there."""
    back = max((y + r for _, y, r in floor.circles), default=0.0)
    return 0.0, back + max(r for _, _, r in ground) - min(dy for _, dy, _ in ground) + 0.01


_FACING = frozenset(
    "sign clock picture statue skull armchair floor_lamp desk_lamp camera_prop robot tent lamp_post bench "
    "basket crate "
    "suitcase gift table trash_can hydrant sailboat phone_box post_box mailbox newspaper_box".split()
)
"""Kinds that should show their front to the camera, give or take."""


def _yaw(kind: str, arrangement: str, rng: np.random.Generator, count: int) -> list[float]:
    if kind == "domino":
        return [90.0] * count
    if kind in ("car", "van", "boat", "bicycle"):
        return [float(rng.choice([-1, 1]) * rng.uniform(52, 70)) for _ in range(count)]
    if arrangement in ("stack", "pile"):
        return [float(a) for a in rng.uniform(-7, 7, count)]
    spread = (
        16.0 if kind in _FACING else (30.0 if kind in ("book", "chair", "toy_car", "rubber_duck") else 180.0)
    )
    return [round(float(a), 2) for a in rng.uniform(-spread, spread, count)]
