"""Chairs at their tables: each faces its own, along the sides of a square one, all about a round one."""

from dataclasses import replace

import numpy as np

from rayograph.core.tables import TableForm, table_form
from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts, Relation
from rayograph.plan.floor import Floor
from rayograph.plan.formation import Point

SEATS = frozenset("chair camp_chair stool armchair".split())
"""Kinds that one draws up to a table."""
_ELBOW = 0.56
"""Width that one seat takes along a side [m]."""
_GAP = 0.07
"""From the edge of a table to the nearest of a chair [m]."""
_BETWEEN = 1.35
"""Between the edges of two tables with chairs [m]."""
_LOOSE = ("with", "of", "beside", "around")
"""What is said of several chairs and a table, and means that they stand at it."""
_LONG_FROM, _ENDLESS_FROM = 7, 8
"""So many at one table ask for a long one."""


def seated(facts: Facts) -> Facts:
    """Chairs that are named with a table stand at it, whether or not the words say so; a party of many
    sits at a long one."""
    tables = [i for i, t in enumerate(facts.things) if t.kind == "table"]
    chairs = [i for i, t in enumerate(facts.things) if t.kind in SEATS and t.kind != "armchair"]
    if not tables or not chairs:
        return facts
    moved = {m.subject for m in facts.motions}
    for chair in chairs:
        said = [r for r in facts.relations if r.subject == chair or (r.target == chair and r.kind == "with")]
        many = facts.things[chair].count > 1 or len(chairs) > 1
        at = ("with", "of", "around", "behind")  # a chair behind a desk, or behind the laptop on it, is at it
        free = all(r.kind in (_LOOSE if many else at) for r in said)
        if chair in moved or facts.things[chair].at or not free:
            continue
        borne = {r.subject: r.target for r in facts.relations if r.kind == "on" and r.target in tables}
        target = next((r.target for r in said if r.subject == chair and r.target in tables), -1)
        target = (
            target if target >= 0 else next((borne[r.target] for r in said if r.target in borne), tables[0])
        )
        kept = tuple(r for r in facts.relations if r not in said or {r.subject, r.target} - {chair, target})
        new = Relation(kind="around", subject=chair, target=target, second=target)
        facts = replace(facts, relations=(*kept, new))
    things = list(facts.things)
    for i in tables:
        party = sum(things[r.subject].count for r in facts.relations if (r.kind, r.target) == ("around", i))
        if party > 1 and things[i].count == 1:
            things = list(_laid_for(replace(facts, things=tuple(things)), i, party).things)
        if party >= _LONG_FROM * things[i].count and not table_form(_words(facts, i)).rounded:
            long_ = "very long" if party > _ENDLESS_FROM * things[i].count else "long"
            things[i] = replace(things[i], name=f"{long_} {things[i].name or 'table'}")
    return replace(facts, things=tuple(things))


def _words(facts: Facts, thing: int) -> str:
    return f"{facts.things[thing].phrase} {facts.things[thing].name}"


def seat(
    members: list[int],
    target: int,
    actors: list[Actor],
    facts: Facts,
    floor: Floor,
    spots: dict[int, Spot],
) -> None:
    """Draw seats up to the tables of a thing in turn, their fronts to them, none in another's place."""
    tables = [i for i in spots if actors[i].thing == target]
    party = {r.subject for r in facts.relations if r.kind == "around" and r.target == target}
    guests = [i for i, a in enumerate(actors) if a.thing in party and a.member.kind in SEATS]
    already = sum(1 for i in guests if i in spots)
    for rank, i in enumerate(members, already):
        table = tables[rank % len(tables)]
        own = len(guests[rank % len(tables) :: len(tables)])
        form = table_form(f"{actors[table].member.words} {actors[table].member.name}")
        size = actors[table].size
        dx, dy, out = _slots(form, size[0], size[1], own)[rank // len(tables)]
        turn = 0.0 if form.rounded else np.deg2rad(spots[table].yaw_deg)
        turning = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
        middle, edge = np.array(spots[table].position[:2]), turning @ np.array([dx, dy])
        way = turning @ np.array([np.cos(out), np.sin(out)])
        reach = 0.5 * actors[i].size[1] + _GAP
        for _ in range(12):
            x, y = (float(v) for v in middle + edge + reach * way)
            others = [(a, b, r) for a, b, r in floor.circles if np.hypot(a - middle[0], b - middle[1]) > 0.05]
            if all(np.hypot(x - a, y - b) > r + 0.85 * actors[i].radius for a, b, r in others):
                break
            reach += 0.05
        yaw = round(float(np.degrees(np.arctan2(-way[0], way[1]))), 2)
        spots[i] = Spot(position=(x, y, spots[table].position[2]), yaw_deg=yaw)
        floor.circles.append((x, y, actors[i].radius))


def apart(thing: int, offsets: list[Point], first: Actor, facts: Facts, *, along: bool) -> list[Point]:
    """Tables of one thing in a row with room for chairs between them; along: it runs away from us."""
    sat = any(r.kind == "around" and r.target == thing for r in facts.relations)
    if first.member.kind != "table" or not sat or len(offsets) < 2:
        return offsets
    pitch = first.size[0] + _BETWEEN
    line = [pitch * (k - (len(offsets) - 1) / 2) for k in range(len(offsets))]
    return [(0.0, d, 0.0) if along else (d, 0.0, 0.0) for d in line]


_LAID = frozenset("wine_glass plate cup tumbler bowl napkin".split())
"""Kinds of which each guest has one."""
_CENTRED = frozenset("candle candelabra vase candlestick lantern".split())
"""Kinds that stand in a row along the middle of a table."""
_NUMBERS = frozenset("two three four five six seven eight ten twelve pair couple".split())


def _laid_for(facts: Facts, table: int, party: int) -> Facts:
    """ "Wine glasses laid out" on a table with six chairs are six."""
    on = {r.subject for r in facts.relations if r.kind == "on" and r.target == table}
    free = {i for i, t in enumerate(facts.things) if i not in {r.subject for r in facts.relations}}
    things = tuple(
        replace(t, count=party)
        if i in on | free and t.kind in _LAID and t.count == 3 and not _counted(t.phrase)
        else t
        for i, t in enumerate(facts.things)
    )
    return replace(facts, things=things)


def _counted(phrase: str) -> bool:
    words = phrase.lower().split()
    return any(w in _NUMBERS or w[:1].isdecimal() for w in words)


def laid(
    table: int, members: list[int], actors: list[Actor], facts: Facts, base: Spot,
    taken: list[tuple[float, float, float]],
) -> list[tuple[float, float]]:  # fmt: skip
    """Where on a table things stand that go with its seats or along its middle, from its own [m]; or none."""
    party = {r.subject for r in facts.relations if r.kind == "around" and r.target == actors[table].thing}
    guests = sum(1 for a in actors if a.thing in party and a.member.kind in SEATS)
    first, host = actors[members[0]], actors[table]
    if host.member.kind != "table" or len(members) < 2:
        return []
    form = table_form(f"{host.member.words} {host.member.name}")
    wide, deep = host.size[:2]
    turn = 0.0 if form.rounded else np.deg2rad(base.yaw_deg)
    if first.member.kind in _CENTRED and guests:
        pitch = max(2.2 * first.radius, min(0.34, 0.8 * wide / len(members)))
        local = [((k - (len(members) - 1) / 2) * pitch, 0.0) for k in range(len(members))]
    elif first.member.kind in _LAID and len(members) <= guests:
        inset = {"plate": 0.17, "bowl": 0.17}.get(first.member.kind, 0.27 if min(wide, deep) > 0.75 else 0.2)
        aside = 0.0 if first.member.kind in ("plate", "bowl") else 0.09
        local = [
            (x - inset * float(np.cos(a)) - aside * float(np.sin(a)), y - inset * float(np.sin(a))
             + aside * float(np.cos(a)))
            for x, y, a in _slots(form, wide, deep, guests)[: len(members)]
        ]  # fmt: skip
    else:
        return []
    c, s = float(np.cos(turn)), float(np.sin(turn))
    points = [(c * x - s * y, s * x + c * y) for x, y in local]
    x, y, _ = base.position
    gaps = [np.hypot(x + u - a, y + v - b) - r for u, v in points for a, b, r in taken]
    return points if min(gaps, default=9.0) > first.radius else []


def _slots(form: TableForm, wide: float, deep: float, count: int) -> list[tuple[float, float, float]]:
    """Points on the edge of a table [m] and the way out [rad], the camera's side taken last."""
    if form.rounded:
        return [(wide / 2 * float(np.cos(a)), deep / 2 * float(np.sin(a)), a) for a in _about(count)]
    ends = [(-wide / 2, 0.0, np.pi), (wide / 2, 0.0, 0.0)]
    if count == 1:
        return [(0.18 * wide, deep / 2, np.pi / 2)]
    rest = count - 2
    room = max(int(wide / _ELBOW), 1)
    back = min(rest, room) if rest <= room else (rest + 1) // 2
    sides = []
    for number, y, out in ((back, deep / 2, np.pi / 2), (rest - back, -deep / 2, -np.pi / 2)):
        pitch = min((wide - 0.1) / max(number, 1), 0.64)
        sides += [((k - (number - 1) / 2) * pitch, y, out) for k in range(number)]
    return [*ends, *sides]


def _about(count: int) -> list[float]:
    """Angles about a round table, in equal steps, with the widest gap before the camera [rad]."""
    start = {1: 60.0, 2: 165.0, 3: 90.0, 4: 45.0}.get(count, 90.0 + (180.0 / count if count % 2 == 0 else 0))
    step = 150.0 if count == 2 else 360.0 / max(count, 1)
    return [float(np.deg2rad(start - step * k)) for k in range(count)]
