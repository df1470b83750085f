"""Blocking: what happens, where it starts and how fast, so that it takes place inside the shot.

Speeds follow from distance,
gravity and a usual sliding friction; the simulation then decides what really happens.
"""

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from rayograph.core.plan import Drive, Drop, Event, Launch, Swing, Topple
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts, Motion
from rayograph.plan.layout import Spot
from rayograph.plan.stage import Stage

GRAVITY = 9.81
FRICTION = 0.7
"""A usual sliding friction between a thing and the stage."""
ROLLING = 0.3
"""Deceleration of what rolls [m/s²]."""
CUE = 0.4
"""When the first event starts [s]."""
_LAUNCHED = ("roll", "slide", "hit", "knock over", "throw")


@dataclass
class Blocked:
    """Spots after blocking, events, what the camera must see [m], and what was assumed."""

    spots: list[Spot]
    events: list[Event]
    seen: list[tuple[float, float, float]]
    notes: list[str]


def lanes(facts: Facts, actors: list[Actor], stage: Stage) -> list[tuple[float, float, float]]:
    """Strips of the stage that must stay free for what rolls, slides or drives: (y, half width, target)."""
    strips = []
    for motion in facts.motions:
        mine = [a for a in actors if a.thing == motion.subject]
        if mine and motion.style == "drive":
            strips.append((drive_lane(stage), 1.0, -2.0))
        elif mine and motion.style in _LAUNCHED and not motion.into:
            strips.append((lane_y(stage), mine[0].radius * 1.15, float(motion.target)))
    return strips


def lane_y(stage: Stage) -> float:
    """Depth of the lane in which things cross the stage [m]."""
    return -0.12 * stage.half[1]


def aim_targets(facts: Facts) -> dict[int, str]:
    """Things that are run into, with the style of what hits them: they are placed in the lane."""
    return {m.target: m.style for m in facts.motions if m.target >= 0 and m.style in (*_LAUNCHED, "swing")}


def block(facts: Facts, actors: list[Actor], spots: list[Spot], stage: Stage, seconds: float) -> Blocked:
    """Turn motions into events. Spots of what comes from off-screen move to where it starts."""
    result = Blocked(spots=list(spots), events=[], seen=[], notes=[])
    cue = min(CUE, 0.15 * seconds)
    struck: set[int] = set()
    for motion in facts.motions:
        mine = [i for i, a in enumerate(actors) if a.thing == motion.subject]
        if not mine or motion.subject in struck:
            if mine:
                result.notes.append("the blow brings about what follows it")
            continue
        target = next((i for i, a in enumerate(actors) if a.thing == motion.target), -1)
        _block_one(facts, motion, mine, target, actors, stage, seconds, cue, result)
        if target >= 0 and motion.style in (*_LAUNCHED, "swing"):
            struck.add(motion.target)
        moved = {e.object for e in result.events}
        cue = min(cue + (0.25 if len(moved) > 1 else 0.15), 0.5 * seconds)
    return result


def _block_one(
    facts: Facts,
    motion: Motion,
    mine: list[int],
    target: int,
    actors: list[Actor],
    stage: Stage,
    seconds: float,
    cue: float,
    out: Blocked,
) -> None:
    style = motion.style
    if style in ("hit", "knock over") and actors[mine[0]].thing != motion.target:
        style = "roll" if _rolls(actors[mine[0]]) else "slide"
    motion = replace(motion, style=style)
    if style in ("drop", "bounce", "drape"):
        _drop(motion, mine, target, actors, stage, seconds, cue, out)
    elif style in ("roll", "slide"):
        _launch(motion, mine, target, actors, stage, seconds, cue, out)
    elif style == "throw":
        _throw(motion, mine, target, actors, stage, seconds, cue, out)
    elif style == "spin":
        for i in mine:
            _event(
                out,
                Launch(
                    object=actors[i].member.id, style="spin", at=0.0, velocity=(0, 0, 0), spin=(0.0, 0.0, 9.0)
                ),
            )
    elif style == "topple":
        _topple(motion, mine, actors, cue, out)
    elif style == "swing":
        _swing(facts, motion, mine, target, actors, stage, cue, out)
    elif style in ("drive", "sail"):
        _drive(motion, mine, actors, stage, seconds, out)


def _event(out: Blocked, event: Event) -> None:
    if all(e.object != event.object for e in out.events):
        out.events.append(event)
    else:
        out.notes.append(f"{event.object} already moves; one event a thing is played")


def _rolls(actor: Actor) -> bool:
    return actor.member.kind in (
        "ball", "marble", "football", "apple", "orange", "lemon", "barrel", "cylinder", "toy_car", "log",
        "coin",
    )  # fmt: skip


def _stage_scale(stage: Stage) -> float:
    """A length that suits the stage [m]: 0.3 on a table, 1.2 in the open."""
    return 0.32 if stage.small else (0.7 if stage.kind.name == "interior" else 1.3)


def _drop(
    motion: Motion,
    mine: list[int],
    target: int,
    actors: list[Actor],
    stage: Stage,
    seconds: float,
    cue: float,
    out: Blocked,
) -> None:
    below = 0.0
    if target >= 0:
        host = actors[target]
        below = host.size[2]
        for i in mine:
            x, y, _ = out.spots[target].position
            dx, dy, _ = out.spots[i].position
            near = (
                np.clip(np.array([dx - x, dy - y]), -0.25 * host.radius, 0.25 * host.radius)
                if len(mine) > 1
                else (0, 0)
            )
            spot = out.spots[i].at(x + float(near[0]), y + float(near[1]), out.spots[target].position[2])
            out.spots[i] = replace(spot, on=host.member.id)
    height = _stage_scale(stage) * (1.35 if motion.style == "bounce" else 1.0)
    # The fall itself may take a quarter of the shot at most.
    height = min(height, 0.5 * GRAVITY * (0.25 * seconds) ** 2)
    if motion.style == "drape":
        height = 0.16 if stage.small else 0.35
    extra = below if motion.into or motion.style == "drape" or target < 0 else 0.0
    for rank, i in enumerate(mine):
        tumbling = motion.times > 1 and motion.style == "drop"
        spin = (3.0, 5.0 + rank, 2.0) if tumbling else (0.0, 0.0, 0.0)
        at = cue + 0.12 * rank
        lift = height + extra * 0.5 + (0.4 * actors[i].size[2] * rank if target >= 0 else 0.0)
        _event(out, Drop(object=actors[i].member.id, at=round(at, 3), height=round(lift, 3), spin=spin))
        x, y, z = out.spots[i].position
        out.seen.append((x, y, z + 0.85 * (lift + below)))


def _start(motion: Motion, actor: Actor, stage: Stage) -> tuple[float, float]:
    """Where a crossing starts (x) and which way it goes (±1)."""
    sign = -1.0 if motion.heading == "left" else 1.0
    reach = stage.half[0] * (0.93 if stage.small else 0.95) - actor.radius
    return -sign * max(reach, 0.0), sign


def _launch(
    motion: Motion,
    mine: list[int],
    target: int,
    actors: list[Actor],
    stage: Stage,
    seconds: float,
    cue: float,
    out: Blocked,
) -> None:
    style: Literal["roll", "slide"] = (
        "roll" if motion.style == "roll" and _rolls(actors[mine[0]]) else "slide"
    )
    x, sign = _start(motion, actors[mine[0]], stage)
    y = out.spots[target].position[1] if target >= 0 else lane_y(stage)
    if motion.off_edge and stage.kind.name == "tabletop":
        x = sign * stage.half[0] * 0.25
        distance = stage.half[0] - abs(x)
    elif target >= 0:
        distance = abs(out.spots[target].position[0] - x) - actors[target].radius - actors[mine[0]].radius
    else:
        distance = 1.7 * abs(x) if style == "roll" else 1.05 * abs(x)
    distance = max(distance, 0.05)
    speed = _crossing_speed(style, distance, target >= 0 or motion.off_edge, stage, seconds) * motion.slow
    away = motion.heading in ("near", "away")
    for rank, i in enumerate(mine):
        back = rank * 2.3 * actors[i].radius
        start = (x + (back if motion.off_edge else -back) * -0.0, y - (back if rank else 0.0))
        velocity = (sign * speed, 0.0, 0.0)
        if away:
            ahead = 1.0 if motion.heading == "away" else -1.0
            start = (out.spots[i].position[0], -ahead * stage.half[1] * 0.7)
            velocity = (0.0, ahead * speed, 0.0)
        out.spots[i] = replace(
            out.spots[i].at(*start, 0.0), on="stage", yaw_deg=_rolling_yaw(actors[i], away)
        )
        _event(
            out,
            Launch(object=actors[i].member.id, style=style, at=round(cue, 3), velocity=_rounded(velocity)),
        )
    if motion.off_edge:
        out.seen.append((sign * stage.half[0], y, 0.0))
    elif target < 0:
        out.seen += [(0.25 * x, y, 0.0), (-0.35 * x, y, actors[mine[0]].size[2])]
    else:
        out.seen.append((0.3 * x + 0.7 * out.spots[target].position[0], y, actors[mine[0]].size[2]))


def _rolling_yaw(actor: Actor, away: bool) -> float:
    """Barrels and logs roll across their axis; toy cars roll along theirs."""
    if actor.member.kind in ("toy_car",):
        return 0.0 if away else 90.0
    return 90.0 if away and actor.member.kind in ("log",) else 0.0


def _rounded(v: tuple[float, float, float]) -> tuple[float, float, float]:
    return round(v[0], 3), round(v[1], 3), round(v[2], 3)


def _crossing_speed(style: str, distance: float, strikes: bool, stage: Stage, seconds: float) -> float:
    """Speed [m/s] at which a crossing fits the shot; a slide also pays for friction: v² = w² + 2μgd."""
    time = float(np.clip(0.3 * seconds, 0.45, 1.3)) if strikes else float(np.clip(0.5 * seconds, 0.8, 3.0))
    plain = max(distance / time, 0.5 if stage.small else 1.2)
    at_end = (1.0 if stage.small else 2.0) if strikes else 0.0
    if style == "roll":
        return float(np.sqrt(max(plain, at_end) ** 2 + 2 * ROLLING * distance))
    return float(np.sqrt(at_end**2 + 2 * FRICTION * GRAVITY * distance))


def _throw(
    motion: Motion,
    mine: list[int],
    target: int,
    actors: list[Actor],
    stage: Stage,
    seconds: float,
    cue: float,
    out: Blocked,
) -> None:
    x, sign = _start(motion, actors[mine[0]], stage)
    height = 0.6 * _stage_scale(stage)
    aim_x = out.spots[target].position[0] if target >= 0 else 0.1 * sign * stage.half[0]
    aim_y = out.spots[target].position[1] if target >= 0 else lane_y(stage)
    aim_z = 0.55 * actors[target].size[2] if target >= 0 else 0.0
    time = float(np.clip(0.18 * seconds, 0.35, 0.75)) if not stage.small else 0.4
    for rank, i in enumerate(mine):
        start = (x, aim_y + rank * 2.2 * actors[i].radius)
        out.spots[i] = replace(out.spots[i].at(*start, 0.0), on="stage")
        velocity = ((aim_x - x) / time, 0.0, (aim_z - height) / time + 0.5 * GRAVITY * time)
        _event(
            out,
            Launch(
                object=actors[i].member.id,
                style="throw",
                at=round(cue + 0.2 * rank, 3),
                velocity=_rounded(velocity),
                spin=(0.0, round(4.0 * sign, 1), 0.0),
                height=round(height, 3),
            ),
        )
    out.seen += [
        (0.4 * x, aim_y, height + 0.3 * _stage_scale(stage)),
        (aim_x + 0.3 * sign * stage.half[0], aim_y, 0.0),
    ]


def _topple(motion: Motion, mine: list[int], actors: list[Actor], cue: float, out: Blocked) -> None:
    sign = -1.0 if motion.heading == "left" else 1.0
    if actors[mine[0]].member.kind == "domino":
        # A chain needs one push, at its end.
        mine = [min(mine, key=lambda i: sign * out.spots[i].position[0])]
    top = max(mine, key=lambda i: out.spots[i].position[2])
    chosen = [top] if len({out.spots[i].on for i in mine}) > 1 else mine
    for rank, i in enumerate(chosen):
        kind = actors[i].member.kind
        direction = (sign, 0.0 if kind == "domino" else -0.35, 0.0)
        _event(out, Topple(object=actors[i].member.id, at=round(cue + 0.15 * rank, 3), direction=direction))
        x, y, z = out.spots[i].position
        if kind != "domino":
            out.seen.append((x + sign * actors[i].size[2] * 0.9, y, z))


def _clearance(facts: Facts, motion: Motion, actors: list[Actor], out: Blocked) -> float:
    """Height [m] above what the bob swings over."""
    over = {r.target for r in facts.relations if r.subject == motion.subject and r.kind == "above"}
    tops = [
        s.position[2] + 1.15 * a.size[2] for s, a in zip(out.spots, actors, strict=True) if a.thing in over
    ]
    return max(tops, default=-0.05) + 0.05


def _below(facts: Facts, motion: Motion, actors: list[Actor], out: Blocked) -> int:
    """The middle one of the things that the bob swings over, or -1."""
    over = {r.target for r in facts.relations if r.subject == motion.subject and r.kind == "above"}
    under = [i for i, a in enumerate(actors) if a.thing in over]
    middle = sum(out.spots[i].position[0] for i in under) / max(len(under), 1)
    return min(under, key=lambda i: abs(out.spots[i].position[0] - middle), default=-1)


def _swing(
    facts: Facts,
    motion: Motion,
    mine: list[int],
    target: int,
    actors: list[Actor],
    stage: Stage,
    cue: float,
    out: Blocked,
) -> None:
    cord = 1.7 * _stage_scale(stage) if stage.small else 1.6
    for rank, i in enumerate(mine):
        bob = actors[i]
        x, y, _ = out.spots[i].position
        z = 0.012 if stage.small else 0.05
        z = max(z, _clearance(facts, motion, actors, out))
        if target >= 0 and actors[target].size[2] < 0.9 * cord and motion.style == "swing":
            tx, ty, tz = out.spots[target].position
            # It meets the tower just after the lowest point, in the upper half of what stands there.
            tops = [
                s.position[2] + actors[k].size[2]
                for k, s in enumerate(out.spots)
                if actors[k].thing == motion.target
            ]
            x, y = tx - actors[target].radius - bob.radius * 1.02, ty
            z = max(z, min(0.55 * max(tops) - 0.5 * bob.size[2], 0.6 * cord))
        host = _below(facts, motion, actors, out)
        if host >= 0:
            x, y = out.spots[host].position[:2]
        pivot = (round(x + rank * 2.1 * bob.radius, 4), round(y, 4), round(z + bob.size[2] + cord, 4))
        carrier = actors[host].member.id if host >= 0 else "stage"
        out.spots[i] = replace(out.spots[i].at(pivot[0], pivot[1], round(z, 4)), on=carrier)
        _event(out, Swing(object=bob.member.id, at=round(cue, 3), pivot=pivot, angle_deg=-48.0))
        out.seen += [(x - 0.7 * cord, y, z + 0.3 * cord), (x + 0.2 * cord, y, z + bob.size[2])]


def _drive(
    motion: Motion, mine: list[int], actors: list[Actor], stage: Stage, seconds: float, out: Blocked
) -> None:
    sail = motion.style == "sail"
    speed = (1.3 if sail else 7.0) * motion.slow
    if actors[mine[0]].member.kind == "bicycle":
        speed = 4.0 * motion.slow
    sign = -1.0 if motion.heading == "left" else 1.0
    for rank, i in enumerate(mine):
        length = actors[i].size[1]
        x, y, z = out.spots[i].position
        y = y if sail else drive_lane(stage)
        run = speed * seconds
        # It passes the middle of the frame at mid shot.
        start = -sign * run / 2 - sign * rank * length * 1.6
        if motion.heading in ("near", "away"):
            ahead = 1.0 if motion.heading == "away" else -1.0
            ends = ((x, -ahead * min(run / 2, 5.0)), (x, ahead * run / 2))
        else:
            drift = 0.06 * run if sail else 0.0
            ends = ((start, y - drift / 2), (start + sign * run, y + drift / 2))
        times = np.linspace(0.0, seconds, 5)
        path = [
            (
                round(float(t), 4),
                *(round(float(a + (b - a) * t / seconds), 4) for a, b in zip(*ends, strict=True)),
                z,
            )
            for t in times
        ]
        out.spots[i] = out.spots[i].at(path[0][1], path[0][2])
        _event(out, Drive(object=actors[i].member.id, path=tuple((p[0], p[1], p[2], p[3]) for p in path)))
        mid = (ends[0][0] + ends[1][0]) / 2
        out.seen += [(mid - 0.6 * length, y, 0.0), (mid + 0.6 * length, y, actors[i].size[2])]


def drive_lane(stage: Stage) -> float:
    """Depth at which vehicles cross the frame [m]: in a street the far lane, for the room."""
    if stage.kind.name == "street":
        return 1.75
    return 0.2 * stage.half[1]
