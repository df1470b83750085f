"""Place the cast on the stage: relations in screen terms, arrangements, and nothing inside anything else."""

from dataclasses import dataclass, replace

import numpy as np

from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts, Relation
from rayograph.plan.stage import Stage

Point = tuple[float, float, float]
SEATS = {"chair": 0.46, "bench": 0.45, "armchair": 0.44, "table": 0.74, "tent": 0.0}
"""Height of the surface that carries things, where it is not the top [m]."""
_GOLDEN = np.pi * (3.0 - np.sqrt(5.0))


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

    def fits(self, x: float, y: float, radius: float, thing: int, gap: float) -> bool:
        """Whether a circle lies on the stage and clear of everything."""
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
    if relation is not None and carrier is not None and _carries(actors, members, carrier, relation):
        _carried(members, actors, carrier, relation, rng, spots)
        return
    said = facts.things[thing]
    offsets, radius = _formation([actors[i] for i in members], said.arrangement, rng)
    wanted = _wanted(thing, radius, facts, actors, spots, stage, rng)
    aloft = any(r.kind == "above" for r in _of(facts, thing))
    x, y = wanted if aloft else _free_place(wanted, offsets, [actors[i] for i in members], thing, floor, rng)
    turn = _yaw(actors[members[0]].member.kind, said.arrangement, rng, len(members))
    for rank, i in enumerate(members):
        dx, dy, dz = offsets[rank]
        below = actors[members[rank - 1]].member.id if dz > 0 and said.arrangement == "stack" else "stage"
        spots[i] = Spot(position=(x + dx, y + dy, dz), yaw_deg=turn[rank], on=below)
        if dz == 0 and not aloft and actors[i].member.kind != "cloth":
            floor.circles.append((x + dx, y + dy, actors[i].radius))


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


def _formation(group: list[Actor], arrangement: str, rng: np.random.Generator) -> tuple[list[Point], float]:
    """Offsets of the members of one thing about its centre, and the radius of the whole [m]."""
    n, first = len(group), group[0]
    width, depth, height = first.size
    r = first.radius
    if n == 1:
        return [(0.0, 0.0, 0.0)], r
    if arrangement == "row" or first.member.kind == "domino":
        pitch = height * 0.56 if first.member.kind == "domino" else width * 1.06 + 0.004
        line = [((i - (n - 1) / 2) * pitch, 0.0, 0.0) for i in range(n)]
        return line, (n - 1) * pitch / 2 + r
    if arrangement == "stack":
        wobble = rng.uniform(-0.03, 0.03, (n, 2)) * width
        return [(float(w[0]), float(w[1]), i * height) for i, w in enumerate(wobble)], r
    if arrangement == "pile":
        return _pyramid(n, width * 1.03, depth * 1.03, height)
    if arrangement == "circle":
        ring = max(r * 1.15 / np.sin(np.pi / n), r * 1.2)
        return [
            (float(ring * np.cos(2 * np.pi * i / n)), float(ring * np.sin(2 * np.pi * i / n)), 0.0)
            for i in range(n)
        ], float(ring + r)
    pitch = 2.2 * r
    turn = rng.uniform(0, 2 * np.pi)
    cluster: list[Point] = []
    for i in range(n):
        spread = pitch * 0.78 * np.sqrt(i + 0.35)
        angle = turn + i * _GOLDEN
        cluster.append((float(spread * np.cos(angle)), float(spread * np.sin(angle) * 0.8), 0.0))
    return _apart(cluster, r * 1.06), float(pitch * 0.8 * np.sqrt(n) + r)


def _apart(points: list[Point], radius: float) -> list[Point]:
    """Push circles apart until none overlap."""
    xy = np.array([p[:2] for p in points])
    for _ in range(60):
        gap = xy[:, None] - xy[None]
        far = np.linalg.norm(gap, axis=-1) + np.eye(len(xy)) * 1e3
        push = np.clip(2 * radius - far, 0, None)
        if push.max() <= 1e-9:
            break
        xy = xy + 0.5 * (gap / far[..., None] * push[..., None]).sum(1)
    return [(float(x), float(y), 0.0) for x, y in xy]


def _pyramid(n: int, width: float, depth: float, height: float) -> tuple[list[Point], float]:
    """Rows that narrow upwards, each resting between the two below."""
    base = 1
    while base * (base + 1) // 2 < n:
        base += 1
    points: list[Point] = []
    for level in range(base):
        for k in range(base - level):
            if len(points) < n:
                points.append(((k - (base - level - 1) / 2) * width, 0.0, level * height * 0.98))
    return points, base * width / 2


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
        "left": (-hx * 0.75, 0.0),
        "right": (hx * 0.75, 0.0),
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
    centre = np.mean([s.position[:2] for s in spots.values()], axis=0)
    side = -1.0 if centre[0] > 0 else 1.0
    tall = max(a.size[2] for a in actors if a.thing == thing)
    others = sorted(a.size[2] for a in actors)
    # Tall things stand behind, low ones in front, so that nothing hides what happens.
    depth = rng.uniform(0.35, 0.75) if tall > 1.3 * others[len(others) // 2] else rng.uniform(-0.5, 0.3)
    return float(side * hx * rng.uniform(0.18, 0.5)), float(hy * depth)


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
            angle = start + k * _GOLDEN
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
    "suitcase gift table trash_can hydrant sailboat".split()
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
