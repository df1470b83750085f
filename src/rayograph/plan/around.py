"""Things that stand round another: chairs round a table, tents round a fire."""

import numpy as np

from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts
from rayograph.plan.floor import Floor

SITS = 1.2
"""What is lower than this draws up to a table [m]."""


def place_round(
    thing: int,
    members: list[int],
    actors: list[Actor],
    there: tuple[float, float, float],
    facts: Facts,
    floor: Floor,
    spots: dict[int, Spot],
) -> None:
    """Stand round something, faces to it, and leave the camera's side open."""
    angles = floor.rings.get(thing) or [2 * np.pi * k / len(members) for k in range(len(members))]
    level, on = _ground(thing, members, actors, facts, spots)
    gap = min(0.06, 0.5 * actors[members[0]].radius) if actors[members[0]].size[2] < SITS else 0.35
    for i, angle in zip(members, angles, strict=True):
        reach = there[2] + actors[i].radius + gap
        for _ in range(24):
            x, y = there[0] + reach * float(np.cos(angle)), there[1] + reach * float(np.sin(angle))
            near = [np.hypot(x - a, y - b) - r for a, b, r in floor.circles if (a, b) != there[:2]]
            if min(near, default=9.0) >= actors[i].radius:
                break
            reach += 0.1
        yaw = round(float(np.degrees(np.arctan2(there[0] - x, y - there[1]))), 2)
        spots[i] = Spot(position=(x, y, level), yaw_deg=yaw, on=on)
        if on != "stage":
            continue
        floor.circles.append((x, y, actors[i].radius))


def _ground(
    thing: int, members: list[int], actors: list[Actor], facts: Facts, spots: dict[int, Spot]
) -> tuple[float, str]:
    """The level [m] and the carrier of what the middle one stands on: small things share a table top."""
    middle = {r.target for r in facts.relations if r.subject == thing and r.kind == "around"}
    spot = next((spots[i] for i in spots if actors[i].thing in middle), None)
    return (0.0, "stage") if spot is None or spot.on == "stage" else (spot.position[2], spot.on)


def rings(facts: Facts, actors: list[Actor]) -> dict[int, list[float]]:
    """Thing → angles at which its members stand round another: shared by all that stand round the same."""
    targets: dict[int, list[int]] = {}
    for relation in facts.relations:
        if relation.kind == "around" and relation.target >= 0 and relation.subject != relation.target:
            targets.setdefault(relation.target, []).append(relation.subject)
    found: dict[int, list[float]] = {}
    for subjects in targets.values():
        order = [(thing, a) for thing in dict.fromkeys(subjects) for a in actors if a.thing == thing]
        angles = _open_angles(len(order))
        # The largest stands at the back, where it hides nothing.
        order.sort(key=lambda pair: -pair[1].radius)
        for (thing, _), angle in zip(order, angles, strict=True):
            found.setdefault(thing, []).append(angle)
    return found


def _open_angles(n: int) -> list[float]:
    """Angles about a centre, the back first, then the sides, none before the camera [rad]."""
    table: dict[int, tuple[float, ...]] = {1: (60,), 2: (150, 30), 3: (95, 200, 340), 4: (135, 45, 215, 325)}
    degrees = table.get(n) or tuple(90 + 360 * k / n + (180 / n if n % 2 == 0 else 0.0) for k in range(n))
    return [float(np.deg2rad(d)) for d in degrees]


def between_them(thing: int, facts: Facts, actors: list[Actor]) -> float:
    """Radius of what is to stand between the members of a thing, or 0 [m]."""
    inner = [r.subject for r in facts.relations if r.kind == "between" and r.target == r.second == thing]
    return max((a.radius for a in actors if a.thing in inner), default=0.0)
