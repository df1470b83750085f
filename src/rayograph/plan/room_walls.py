"""Rooms about the cast: which walls stand near it, how they are dressed, and who stands against them."""

from dataclasses import dataclass, replace

import numpy as np

from rayograph.core.rooms import CEILING, NEAR_BACK, NEAR_SIDE, SILL_Z, WALL_DEPTH, WINDOW_X
from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor
from rayograph.plan.ceiling import HANGING
from rayograph.plan.facts import Facts, Relation, Thing, aimed_instead, only
from rayograph.plan.floor import Floor
from rayograph.plan.furnishing import BOOKISH
from rayograph.plan.room_own import hung_on_wall, stand_by_bed
from rayograph.plan.stage import Stage

BESIDE_BED = -0.20
"""Where a bedside table stands by the bed of the room [m]."""
LEAN_DEG = 12.0
"""How far from upright what leans on a wall stands."""
_TURN = 62.0
"""How far a seat by the hearth is turned to it [deg]."""
_SEATS = frozenset("armchair chair sofa camp_chair".split())
_HIGH = {"string_lights": 1.95}
"""What hangs on a wall → height of its lowest point [m]."""
AT_WALL = frozenset(
    "fridge washing_machine wardrobe radiator "
    "fireplace bookcase sideboard piano grandfather_clock bed sofa coat_stand string_lights "
    "vending_machine".split()
)
"""Kinds that stand with their backs to a wall."""
LEANING = frozenset("ladder guitar umbrella broom skateboard surfboard picture mirror".split())
"""Kinds that are tilted where they stand at a wall."""
_BY_WALL = frozenset(
    "floor_lamp side_table plant guitar ladder coat_stand christmas_tree suitcase armchair stool chair "
    "umbrella floor_globe globe statue vase basket television gift".split()
)
"""Kinds that stand beside what stands at a wall."""
_AT = ("wall", "corner", "window", "sill")


@dataclass(frozen=True, kw_only=True)
class _Place:
    """Where a thing goes: middle, depth of its back before the wall, height [m]."""

    x: float
    y: float
    z: float = 0.0


def place_by_wall(
    thing: int, members: list[int], actors: list[Actor], facts: Facts, stage: Stage, floor: Floor,
    spots: dict[int, Spot],
) -> bool:  # fmt: skip
    """Stand a thing against the back wall, on the sill or under the ceiling; False if it stands free."""
    first = actors[members[0]]
    if first.member.kind in HANGING and stage.kind.name == "interior":
        _hang(thing, members, actors, facts, stage, spots)
        return True
    signs = [hung_on_wall(actors[i], stage, rank) for rank, i in enumerate(members)]
    if all(sign is not None for sign in signs):
        spots.update({i: sign for i, sign in zip(members, signs, strict=True) if sign is not None})
        return True
    if not dict(stage.furnishing).get("walls"):
        return False
    moving = any(thing in (m.subject, m.target) for m in facts.motions)
    carried = any(r.subject == thing and r.kind in ("on", "in") and r.target >= 0 for r in facts.relations)
    if moving or carried:
        return False
    if _by_hearth(thing, members, actors, facts, floor, spots):
        return True
    said = facts.things[thing].at
    if _sill_neighbour(thing, members, actors, facts, spots):
        _on_sill(members, actors, spots)
        return True
    if (
        said not in (*_AT, "back")
        and not _joins(thing, first, actors, facts, spots)
        and not _belongs(thing, first, facts, stage)
    ):
        return False
    if said == "sill":
        _on_sill(members, actors, spots)
        return True
    for i in members:
        x = _free(_wished(thing, actors[i], facts, stage, actors, spots), actors[i], actors, spots)
        y = NEAR_BACK - _cover(stage, said) - actors[i].size[1] / 2 - 0.02
        z = _HIGH.get(actors[i].member.kind, 0.0)
        spots[i] = Spot(position=(x, y, z), yaw_deg=0.0, fixed=z > 0)
        if actors[i].member.kind in LEANING:
            spots[i] = _leaning(x, y + actors[i].size[1] / 2, actors[i])
        if z == 0:
            step = max(actors[i].size[1] / 2, 0.12)
            reach = max(actors[i].size[0] / 2 - step, 0.0)
            floor.circles += [(float(u), y, step) for u in np.arange(x - reach, x + reach + 1e-6, step)]
    return True


def _leaning(x: float, wall: float, actor: Actor) -> Spot:
    """Tilted back until its top touches a wall that is at `wall` [m]."""
    deep = min(actor.size[1], 0.14)
    slope = np.deg2rad(LEAN_DEG)
    away = deep / 2 * np.cos(slope) + actor.size[2] * np.sin(slope)
    return Spot(
        position=(x, wall - float(away), float(deep / 2 * np.sin(slope))),
        yaw_deg=0.0,
        tilt_deg=-LEAN_DEG,
        fixed=True,
    )


def _sill_neighbour(
    thing: int, members: list[int], actors: list[Actor], facts: Facts, spots: dict[int, Spot]
) -> bool:
    """Whether a small thing is said to stand beside one that is on the sill."""
    beside = [r.target for r in facts.relations if r.subject == thing and r.kind in ("beside", "with")]
    beside += [r.target for r in facts.relations if r.subject == thing and r.kind in ("left of", "right of")]
    there = [i for i in spots if actors[i].thing in beside and abs(spots[i].position[2] - SILL_Z) < 1e-6]
    return bool(there) and max(actors[i].radius for i in members) < 0.2


def _joins(thing: int, actor: Actor, actors: list[Actor], facts: Facts, spots: dict[int, Spot]) -> bool:
    """Whether a thing is said to stand beside one that stands at the wall."""
    sides = ("left of", "right of", "beside", "with")
    beside = [r.target for r in facts.relations if r.subject == thing and r.kind in sides]
    there = [i for i in spots if actors[i].thing in beside]
    at_wall = any(spots[i].position[1] + actors[i].size[1] / 2 > NEAR_BACK - 0.45 for i in there)
    return at_wall and actor.member.kind in _BY_WALL


def _belongs(thing: int, actor: Actor, facts: Facts, stage: Stage) -> bool:
    """Whether a kind stands at the wall by itself: furniture, and the table by the bed of a bedroom."""
    kind = actor.member.kind
    if kind == "side_table":
        return stage.room in ("bedroom", "nursery")
    free = any(
        r.subject == thing and r.target >= 0 and facts.things[r.target].kind not in AT_WALL
        for r in facts.relations
    )
    return kind in AT_WALL and not (free and kind == "sofa") and facts.things[thing].at != "front"


def _cover(stage: Stage, said: str) -> float:
    """Depth of what the room has along its back wall [m]."""
    if dict(stage.furnishing).get("back") != "full":
        return 0.0
    return WALL_DEPTH.get(stage.room, 0.0)


def _wished(
    thing: int, actor: Actor, facts: Facts, stage: Stage, actors: list[Actor], spots: dict[int, Spot]
) -> float:
    """Where along the wall a thing would best stand [m]."""
    half = actor.size[0] / 2
    for relation in (r for r in facts.relations if r.subject == thing and r.target >= 0):
        there = [i for i in spots if actors[i].thing == relation.target]
        if there and relation.kind in ("left of", "right of", "beside", "with"):
            other = actors[there[0]]
            side = -1.0 if relation.kind == "left of" else 1.0
            return float(spots[there[0]].position[0] + side * (other.size[0] / 2 + half + 0.06))
    said = facts.things[thing].at
    beds = [i for i in spots if actors[i].member.kind == "bed"]
    if actor.member.kind == "side_table" and beds:
        return float(spots[beds[0]].position[0] + actors[beds[0]].size[0] / 2 + half + 0.05)
    if actor.member.kind == "side_table":
        return BESIDE_BED
    if said == "window":
        return sum(WINDOW_X) / 2
    if said in ("corner", "back", "left", "right"):
        side = -1.0 if said == "left" else 1.0
        return side * (NEAR_SIDE - half - (0.85 if said in ("corner", "back") else 0.5))
    return -0.75 if dict(stage.furnishing).get("view") else 0.0


def _free(wished: float, actor: Actor, actors: list[Actor], spots: dict[int, Spot]) -> float:
    """The free stretch of wall nearest to the wished one."""
    high = actor.member.kind in _HIGH
    taken = [
        (spot.position[0], actors[i].size[0] / 2)
        for i, spot in spots.items()
        if spot.position[1] > NEAR_BACK - 1.3
        and spot.on == "stage"
        and (actors[i].member.kind in _HIGH) == high
        and actors[i].member.kind not in ("rug", "blanket", *HANGING)
    ]
    half, limit = actor.size[0] / 2, NEAR_SIDE - actor.size[0] / 2 - 0.04
    steps = sorted((0.05 * k for k in range(-98, 99)), key=abs)
    for step in steps:
        x = wished + step
        if abs(x) <= limit and all(abs(x - a) >= half + b + 0.03 for a, b in taken):
            return float(x)
    return float(np.clip(wished, -limit, limit))


def _on_sill(members: list[int], actors: list[Actor], spots: dict[int, Spot]) -> None:
    """Side by side on the deep sill of the back window."""
    taken = [i for i, s in spots.items() if abs(s.position[2] - SILL_Z) < 1e-6 and s.position[1] > 1.6]
    wide = sum(2 * actors[i].radius + 0.04 for i in members) - 0.04
    x = max(sum(WINDOW_X) / 2 - 0.12 - wide / 2, WINDOW_X[0]) + actors[members[0]].radius
    if taken:
        x = max(spots[i].position[0] + actors[i].radius for i in taken) + actors[members[0]].radius + 0.05
    for i in members:
        spots[i] = Spot(position=(x, NEAR_BACK - 0.125, SILL_Z), yaw_deg=0.0)
        x += 2 * actors[i].radius + 0.04


def _by_hearth(
    thing: int, members: list[int], actors: list[Actor], facts: Facts, floor: Floor, spots: dict[int, Spot]
) -> bool:
    """Seats before a hearth or a screen stand beside it, turned to it, so that both are seen."""
    relation = _faces(thing, facts)
    hosts = [i for i in spots if relation is not None and actors[i].thing == relation.target]
    if relation is None or not hosts or actors[members[0]].member.kind not in _SEATS:
        return False
    host, (hx, hy, _) = actors[hosts[0]], spots[hosts[0]].position
    for rank, i in enumerate(members):
        side = 1.0 if (rank + thing) % 2 else -1.0
        out = host.size[0] / 2 + 0.25 * actors[i].size[0] + 0.12 * (rank // 2)
        x, y = hx + side * out, hy - host.size[1] / 2 - 0.45 - actors[i].size[1] / 2
        spots[i] = Spot(position=(x, y, 0.0), yaw_deg=round(-side * _TURN, 2))
        floor.circles.append((x, y, actors[i].radius))
    return True


def _faces(thing: int, facts: Facts) -> Relation | None:
    hosts = ("fireplace", "television")
    placed = any(r.subject == thing for r in facts.relations) or facts.things[thing].at
    lone = [i for i, t in enumerate(facts.things) if t.kind in hosts]
    if not placed and lone:
        return Relation(kind="in front of", subject=thing, target=lone[0], second=lone[0])
    return next(
        (
            r
            for r in facts.relations
            if r.subject == thing
            and r.target >= 0
            and facts.things[r.target].kind in hosts
            and r.kind in ("in front of", "beside", "around")
        ),
        None,
    )


def _hang(
    thing: int, members: list[int], actors: list[Actor], facts: Facts, stage: Stage, spots: dict[int, Spot]
) -> None:
    """From the ceiling, over what the words say, else over a table, else over the middle."""
    over = [r.target for r in facts.relations if r.subject == thing and r.kind == "above"]
    hosts = [i for i in spots if actors[i].thing in over]
    hosts = hosts or [i for i in spots if actors[i].member.kind == "table"]
    x, y = spots[hosts[0]].position[:2] if hosts else (0.0, 0.35)
    ceiling = CEILING - stage.lift
    for rank, i in enumerate(members):
        shift = (rank - (len(members) - 1) / 2) * 2.4 * actors[i].radius
        z = ceiling - actors[i].size[2]
        spots[i] = Spot(position=(x + shift, y, round(z, 4)), yaw_deg=0.0)


def settle_room(facts: Facts, stage: Stage) -> Facts:
    """What goes without saying in a room: a ladder leans on its wall, the fire burns in its hearth."""
    if stage.kind.name != "interior":
        return facts
    facts = _own_parts(facts)
    facts = stand_by_bed(facts)
    facts = _screen_on_stand(_shelves_of_room(_fire_in_hearth(facts), stage), stage)
    return _against_walls(facts, stage)


def _own_parts(facts: Facts) -> Facts:
    """A tall clock's pendulum is its own, no ball on a cord."""
    if all(t.kind != "grandfather_clock" for t in facts.things):
        return facts
    return only(
        facts, [i for i, t in enumerate(facts.things) if t.kind != "ball" or "pendulum" not in t.name]
    )


def _shelves_of_room(facts: Facts, stage: Stage) -> Facts:
    """The shelves of a library are those that line its wall, to the ceiling: no single case before them."""
    moved = {m.subject for m in facts.motions} | {m.target for m in facts.motions}
    own = [i for i, t in enumerate(facts.things) if t.kind == "bookcase" and i not in moved]
    if not own or stage.room not in BOOKISH or ("back", "full") not in stage.furnishing:
        return facts
    near = {r.subject for r in facts.relations if r.target in own}
    things = tuple(
        replace(t, at=t.at or "wall") if i in near and t.kind in LEANING else t
        for i, t in enumerate(facts.things)
    )
    return only(replace(facts, things=things), [i for i in range(len(things)) if i not in own])


def _screen_on_stand(facts: Facts, stage: Stage) -> Facts:
    """A television stands on a low cabinet, which is cast where nothing that bears it was named."""
    sets = [i for i, t in enumerate(facts.things) if t.kind == "television"]
    borne = {r.subject for r in facts.relations if r.kind in ("on", "in")} | {
        m.subject for m in facts.motions
    }
    bearers = {"table", "sideboard", "side_table", "crate", "bench", "fireplace"}
    if not dict(stage.furnishing).get("walls") or not sets or sets[0] in borne:
        return facts
    if bearers & {t.kind for t in facts.things if "coffee" not in t.name}:
        return facts
    index = len(facts.things)
    stand = Thing(kind="sideboard", name="sideboard", assumed=True)
    relation = Relation(kind="on", subject=sets[0], target=index, second=index)
    return replace(facts, things=(*facts.things, stand), relations=(*facts.relations, relation))


def _against_walls(facts: Facts, stage: Stage) -> Facts:
    """A ladder leans on a wall where nothing else is said; a cushion lies on the bed or the sofa."""
    if not dict(stage.furnishing).get("walls"):
        return facts
    placed = {r.subject for r in facts.relations} | {m.subject for m in facts.motions}
    loose = {i for i, t in enumerate(facts.things) if i not in placed and not t.at}
    things = tuple(
        replace(t, at="wall") if i in loose and t.kind == "ladder" else t for i, t in enumerate(facts.things)
    )
    soft = [i for i, t in enumerate(facts.things) if t.kind in ("bed", "sofa", "armchair")]
    cushions = [i for i in loose if facts.things[i].kind == "cushion"] if soft else []
    new = [Relation(kind="on", subject=i, target=soft[0], second=soft[0]) for i in cushions]
    facts = replace(facts, things=things, relations=(*facts.relations, *new))
    # "The globe" of a library is the one that stands there.
    tall = any(t.kind == "floor_globe" for t in things)
    again = [
        i for i, t in enumerate(things) if tall and t.kind == "globe" and t.phrase.lower().startswith("the ")
    ]
    globe = next((i for i, t in enumerate(things) if t.kind == "floor_globe"), -1)
    facts = replace(facts, camera=aimed_instead(facts.camera, {i: globe for i in again}))
    return only(facts, [i for i in range(len(things)) if i not in again])


def _fire_in_hearth(facts: Facts) -> Facts:
    """ "A fire" indoors is the one of the fireplace, which is cast where none was named."""
    fires = [i for i, t in enumerate(facts.things) if t.kind == "campfire"]
    if not fires:
        return facts
    hearths = [i for i, t in enumerate(facts.things) if t.kind == "fireplace"]
    things = list(facts.things)
    if not hearths:
        things[fires[0]] = replace(things[fires[0]], kind="fireplace", name="fireplace")
        return replace(facts, things=tuple(things))
    swap = {i: hearths[0] for i in fires}
    relations = tuple(
        replace(r, subject=swap.get(r.subject, r.subject), target=swap.get(r.target, r.target))
        for r in facts.relations
    )
    relations = tuple(r for r in relations if r.subject != r.target)
    return only(replace(facts, relations=relations), [i for i in range(len(things)) if i not in fires])
