"""Place the cast on the stage: relations in screen terms, arrangements, and nothing inside anything else."""

import numpy as np

from rayograph.plan.afloat import near_end
from rayograph.plan.apart import place_apart
from rayograph.plan.around import between_them, place_round, rings
from rayograph.plan.card_house import build_house
from rayograph.plan.carrying import (
    Spot,
    carries,
    drawn_in,
    host_of,
    spread_on,
    tables_of,
    top_of,
)
from rayograph.plan.casting import Actor
from rayograph.plan.facing import FACING, yaws
from rayograph.plan.facts import Facts, Relation
from rayograph.plan.floor import Floor, outside
from rayograph.plan.footprint import Circle, footprint, half_widths
from rayograph.plan.formation import GOLDEN, Point, formation
from rayograph.plan.fronts import hang, hangs_outside, looks_across, stand_by_wall
from rayograph.plan.grouping import beside_group, closer, screen_places
from rayograph.plan.holding import carried, stack_on
from rayograph.plan.kerb import (
    PAVEMENT_Z,
    is_parked,
    on_pavement,
)
from rayograph.plan.leaning import beneath, give_way, lean, room_for_leaners
from rayograph.plan.seating import SEATS, apart, laid, seat
from rayograph.plan.stage import Stage


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
        floor.across = looks_across(facts, stage)
        if floor.across and not facts.motions:
            floor.pavement |= {i for i in range(len(facts.things)) if not is_parked(facts, i)}
    floor.walled = ("walls", "near") in stage.furnishing
    floor.rings = rings(facts, actors)
    spots: dict[int, Spot] = {}
    usual = floor.side
    for thing in _order(facts, actors):
        members = [i for i, actor in enumerate(actors) if actor.thing == thing]
        if members:
            at = facts.things[thing].at
            told = at in ("left", "right") and not floor.across
            floor.side = (-1 if at == "left" else 1) if told else usual  # that pavement or kerb
            _place_thing(thing, members, actors, facts, stage, rng, floor, spots)
            build_house(thing, members, actors, facts, spots)
    return [spots[i] for i in range(len(actors))]


def _order(facts: Facts, actors: list[Actor]) -> list[int]:
    """Things so that what others refer to comes first; the rest by the brief's own order."""
    todo, done = list(range(len(facts.things))), list[int]()
    moving = {m.subject for m in facts.motions} | {m.target for m in facts.motions}
    # What the shot is about takes its place first; the others gather round it.
    carriers = {actors[i].thing for i in tables_of(facts, actors)}
    todo.sort(key=lambda t: (t not in carriers, t not in moving))
    while todo:
        ready = [t for t in todo if all(r.target not in todo or r.target == t for r in _of(facts, t))]
        chosen = ready[0] if ready else todo[0]
        todo.remove(chosen)
        done.append(chosen)
    return done


def _of(facts: Facts, thing: int) -> list[Relation]:
    """What the words say of where a thing stands; "with" gives way to what the other says of it."""
    mine = [r for r in facts.relations if r.subject == thing and r.target >= 0]
    firm = {r.subject for r in facts.relations if r.target == thing and r.kind not in ("with", "of")}
    return [r for r in mine if r.kind not in ("with", "of") or r.target not in firm]


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
    if place_apart(thing, members, actors, facts, stage, rng, floor, spots):
        return
    if _place_carried(thing, members, actors, facts, stage, rng, floor, spots):
        return
    leans = next((r for r in _of(facts, thing) if r.kind == "against"), None)
    support = [i for i in spots if leans is not None and actors[i].thing == leans.target]
    if support:
        side = 1.0 if actors[support[-1]].thing and rng.random() < 0.5 else -1.0
        return lean(thing, members, actors, support[-1], facts, floor, spots, side)
    said = facts.things[thing]
    if stage.kind.name == "street" and _by_kerb(thing, members, actors, facts, stage, rng, floor, spots):
        return
    if _placed_round(thing, members, actors, facts, floor, spots):
        return
    offsets, radius = formation([actors[i] for i in members], said.arrangement, rng)
    middle, reach = between_them(thing, facts, actors), 0.0
    if middle > 0 and len(members) == 2:
        reach = middle + actors[members[0]].radius * 1.25
        offsets, radius = [(-reach, 0.0, 0.0), (reach, 0.0, 0.0)], reach + actors[members[0]].radius
    if thing in floor.pavement and said.arrangement in ("", "row"):
        offsets = floor.strung(offsets, actors[members[0]], 2 * reach if middle > 0 else 0.0)
    offsets = apart(
        thing, offsets, actors[members[0]], facts, along=thing in floor.pavement and not floor.across
    )
    turn = yaws(actors[members[0]].member.kind, said.arrangement, rng, len(members))
    closely = stage.small and said.arrangement in ("", "row") and not _moves(thing, facts)
    room = half_widths(members, actors, spots, turn) if closely and len(members) == 1 else (radius, radius)
    wanted = _wanted(thing, radius, facts, actors, spots, stage, rng, floor, room)
    host = host_of(thing, members, facts, actors, spots, stage.small)
    if host >= 0:
        _put_on(host, members, offsets, wanted, turn, actors, said.arrangement, facts, spots)
        return
    if thing in floor.pavement:
        wanted = floor.on_pavement(wanted, "" if _of(facts, thing) else said.kind)
    ground = PAVEMENT_Z if thing in floor.pavement else 0.0
    aloft = any(r.kind == "above" for r in _of(facts, thing)) or actors[members[0]].member.kind in _FLAT
    give_way(thing, facts, actors, spots, floor)
    feet = [footprint(actors[i], yaw, closely=closely) for i, yaw in zip(members, turn, strict=True)]
    x, y = wanted if aloft else _free_place(wanted, offsets, feet, thing, floor, rng)
    if thing in floor.pavement and actors[members[0]].member.kind in FACING:
        turn = [round(angle - 32.0 * floor.side * (not floor.across), 2) for angle in turn]
    stacked = said.arrangement == "stack"
    for rank, i in enumerate(members):
        dx, dy, dz = offsets[rank]
        below = actors[members[rank - 1]].member.id if dz > 0 and stacked else "stage"
        spots[i] = Spot(position=(x + dx, y + dy, dz + ground), yaw_deg=turn[rank], on=below)
        if dz == 0 and not aloft:
            floor.circles += [(x + dx + u, y + dy + v, r) for u, v, r in feet[rank]]


def _placed_round(
    thing: int, members: list[int], actors: list[Actor], facts: Facts, floor: Floor, spots: dict[int, Spot]
) -> bool:
    """Whether a thing stands round another; it is then placed."""
    around = next((r for r in _of(facts, thing) if r.kind == "around"), None)
    tables = [i for i in spots if around is not None and actors[i].thing == around.target]
    if (
        around is not None
        and tables
        and facts.things[thing].kind in SEATS
        and actors[tables[0]].member.kind == "table"
    ):
        seat(members, around.target, actors, facts, floor, spots)
        return True
    there = _circle(actors, spots, around.target) if around is not None else None
    if around is not None and there is not None:
        place_round(thing, members, actors, there, facts, floor, spots)
        return True
    return False


def _moves(thing: int, facts: Facts) -> bool:
    return any(thing in (m.subject, m.target) for m in facts.motions)


def _by_kerb(
    thing: int,
    members: list[int],
    actors: list[Actor],
    facts: Facts,
    stage: Stage,
    rng: np.random.Generator,
    floor: Floor,
    spots: dict[int, Spot],
) -> bool:
    """Whether a thing hangs on a house front, leans on one or parks at the kerb; it is then placed."""
    if hangs_outside(thing, facts):
        hang(members, actors, floor.across, floor.side, spots)
        return True
    if stand_by_wall(thing, members[0], facts, actors, floor.across, spots):
        return True
    if is_parked(facts, thing):
        _park(thing, members, actors, facts, stage, rng, floor, spots)
        return True
    return False


def _place_carried(
    thing: int,
    members: list[int],
    actors: list[Actor],
    facts: Facts,
    stage: Stage,
    rng: np.random.Generator,
    floor: Floor,
    spots: dict[int, Spot],
) -> bool:
    """Lay a thing into or onto what the words name, where it holds it by its middle."""
    relation = next((r for r in _of(facts, thing) if r.kind in ("on", "in", "of", "with")), None)
    hosts = [i for i in spots if relation is not None and actors[i].thing == relation.target]
    carrier = max(hosts, key=lambda i: spots[i].position[2], default=None)
    if relation is None or carrier is None:
        return False
    wide = relation.kind == "on" and host_of(thing, members, facts, actors, spots, stage.small) >= 0
    shared = any(
        spot.on == actors[carrier].member.id and actors[i].thing != thing for i, spot in spots.items()
    )
    # What already bears something bears no second thing: that stands beside it.
    full = shared and relation.kind == "on"
    if wide or full or not carries(actors, members, carrier, relation):
        return False
    moving = any(m.subject == relation.target or m.target == relation.target for m in facts.motions)
    if facts.things[thing].arrangement == "stack" and relation.kind == "on" and len(members) > 1:
        stack_on(members, actors, carrier, rng, spots)
    else:
        carried(members, actors, carrier, relation, rng, spots, moving)
    return True


def _put_on(
    host: int,
    members: list[int],
    offsets: list[Point],
    wanted: tuple[float, float],
    turn: list[float],
    actors: list[Actor],
    arrangement: str,
    facts: Facts,
    spots: dict[int, Spot],
) -> None:
    """Set a thing down on the top of a table, near where it is wanted."""
    base, name = spots[host], actors[host].member.id
    taken = [(*s.position[:2], actors[i].radius) for i, s in spots.items() if s.on == name]
    x, y = base.position[0], base.position[1]
    # The front of a table is where the camera looks; words may want it elsewhere.
    near = (
        (x + 0.25 * (wanted[0] - x), y - 0.12 * actors[host].size[1])
        if not taken
        else drawn_in(wanted, taken, members[0], actors)
    )
    z = base.position[2] + top_of(actors[host])
    setting = laid(host, members, actors, facts, base, taken)
    if setting:
        for i, (dx, dy), yaw in zip(members, setting, turn, strict=True):
            spots[i] = Spot(position=(x + dx, y + dy, z), yaw_deg=yaw, on=name)
        return
    if actors[host].member.kind == "jetty" and not taken:
        near = near_end(actors[host], base, far=facts.things[actors[members[0]].thing].at == "far end")
    x, y = spread_on(actors[host], base, [actors[i] for i in members], offsets, near, taken)
    for rank, i in enumerate(members):
        dx, dy, dz = offsets[rank]
        stacked = dz > 0 and arrangement == "stack"
        below = actors[members[rank - 1]].member.id if stacked else actors[host].member.id
        spots[i] = Spot(position=(x + dx, y + dy, z + dz), yaw_deg=turn[rank], on=below)


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
    x, y = _wanted(thing, actors[members[0]].radius, facts, actors, spots, stage, rng, floor)
    for i in members:
        size = actors[i].size
        x, y, yaw = floor.parked(x, y, size)
        spots[i] = Spot(position=(x, y, 0.0), yaw_deg=round(yaw + float(rng.normal(0, 1.2)), 2))
        step = size[1] + 1.1 + 2 * between_them(thing, facts, actors)
        x, y = (x + step, y) if floor.across else (x, y + step)


def _wanted(
    thing: int,
    radius: float,
    facts: Facts,
    actors: list[Actor],
    spots: dict[int, Spot],
    stage: Stage,
    rng: np.random.Generator,
    floor: Floor,
    room: tuple[float, float] | None = None,
) -> tuple[float, float]:
    """Where the centre of a thing should stand, before anything gives way."""
    hx, hy = stage.half[0] * 0.6, stage.half[1] * 0.6
    for relation in _of(facts, thing):
        there = _circle(actors, spots, relation.target)
        if there is None:
            continue
        x, y, r = there
        leaners = room_for_leaners(facts, (thing, relation.target))
        reach = deep = 1.06 * (r + radius) + leaners
        if room is not None and stage.small:
            reach, deep = closer(relation.target, room, leaners, actors, spots)
        other = _circle(actors, spots, relation.second) or there
        side = 1.0 if rng.random() < 0.5 else -1.0
        table = {
            "left of": (x - reach, y + rng.uniform(-0.2, 0.1) * r),
            "right of": (x + reach, y + rng.uniform(-0.2, 0.1) * r),
            "behind": (x + side * 0.35 * radius, y + deep),
            "in front of": (x + side * 0.35 * radius, y - deep),
            "beside": (x + side * reach, y - 0.1 * r),
            "between": ((x + other[0]) / 2, (y + other[1]) / 2),
            "under": beneath(facts, relation, actors, there, radius, side),
            "with": (x + side * reach, y - 0.25 * reach),
            "of": (x + side * reach, y),
            "in": (x + side * reach, y),
            "on": (x + side * reach, y - 0.2 * reach),
            "above": (x, y),
            "against": (x + side * reach, y - 0.3 * reach),
            "hanging": (x + side * 0.5 * r, y - 0.3 * r),
            "in line": (x + reach, y),
            "around": (x, y),
        }
        if relation.kind in table:
            return table[relation.kind]
    at, screen = facts.things[thing].at, screen_places(stage, hx, hy, rng)
    if at in screen:
        return screen[at]
    if not spots:
        alone = len(facts.things) == 1 or (facts.things[thing].arrangement == "row")
        return (0.0, 0.0) if alone else (float(rng.choice([-1, 1])) * 0.16 * hx, -0.12 * hy)
    if floor.walled and radius < _TOY_M and min(s.position[1] for s in spots.values()) > 0.5:
        # What is small and on the floor lies before the furniture, where the camera sees it.
        return float(rng.uniform(-0.7, 0.7)), float(rng.uniform(-0.35, 0.0))
    return beside_group(thing, room if stage.small and room else (radius, radius), actors, spots, stage, rng)


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
    feet: list[list[Circle]],
    thing: int,
    floor: Floor,
    rng: np.random.Generator,
) -> tuple[float, float]:
    """The free place nearest to the wanted one, on a spiral of growing distance."""
    step = max(0.012, 0.22 * feet[0][0][2])
    start = rng.uniform(0, 2 * np.pi)
    ground = [
        (dx + u, dy + v, r)
        for (dx, dy, dz), foot in zip(offsets, feet, strict=True)
        for u, v, r in foot
        if dz == 0
    ]
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
    return outside(ground, floor, floor.walled or max(floor.half) < TABLE_M, wanted)


_FLAT = ("rug", "blanket", "cloth")
"""Other things stand on these, so they take no room."""
_TOY_M = 0.35
TABLE_M = 0.8
"""A stage of a lesser half width is a table top [m]."""
