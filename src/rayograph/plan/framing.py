"""Where the camera stands and what it looks at: lens and framing words turned into a place and an aim."""

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np
from jaxtyping import Float

from rayograph.core.catalogue import LAKE_LEVEL
from rayograph.core.plan import CameraPlan, Drive
from rayograph.plan.blocking import Blocked
from rayograph.plan.casting import Actor
from rayograph.plan.composition import SENSOR_MM, corners, distance_for, holding
from rayograph.plan.facts import CameraFacts
from rayograph.plan.focus import both_of_pull, focus_keys, stop_for_pull
from rayograph.plan.fronts import ON_FRONT
from rayograph.plan.horizon import composed
from rayograph.plan.kerb import KERB_X
from rayograph.plan.lenses import macro_stop, usual_focal
from rayograph.plan.moves import camera_keys, kept_inside
from rayograph.plan.nearing import Pose, told_from
from rayograph.plan.rooms_seen import on_wall_behind, room_frame, shows_room
from rayograph.plan.routes import Frame, pulled_boxes, route_keys
from rayograph.plan.rows import centred, row_of
from rayograph.plan.stage import Stage
from rayograph.plan.turning import crosses_street

_FILL = {
    "extreme close-up": 1.05,
    "close-up": 0.72,
    "medium close-up": 0.6,
    "medium": 0.58,
    "wide": 0.36,
    "extreme wide": 0.22,
}
"""Framing → part of the frame that the subject fills."""
_FAR = ("wide", "extreme wide")
_STOPS = {
    "extreme close-up": 4.0,
    "close-up": 2.8,
    "medium close-up": 2.8,
    "medium": 4.0,
    "wide": 8.0,
    "extreme wide": 8.0,
}


_HERO_FILL = 0.34
"""Part of the frame that the hero should fill at least, where what stands around it leaves room."""
_FIT = 0.54
"""Part of the frame's width that the whole group may fill for the hero's sake."""
_EVENT_FIT = 0.64
"""The same where something happens: its start and its end give the frame its room."""
_SHORT, _NEAR_FIT = 28.0, 0.84
"""A lens as short as this [mm] goes near in the open, until the group fills so much of the frame."""
_TOWERING = 5.5
"""What is so many times as tall as the hero is not framed: it stands in the picture as it may."""
_DWARFED_FILL = 0.2
"""Part of the frame that a small hero fills where what towers over it should be told, too."""
_FLAT = 0.06
"""Height of rugs and cloths [m]: what lies under the cast need not be seen whole."""
_THREE_QUARTER, _SEEN_FROM_ABOVE = 34.0, 24.0
"""A three-quarter view is so far from the front, and so far from above [deg]."""
_LEGS = 2.1
"""Greatest height of a camera on legs [m]."""
_SHORTEST = 24.0
"""No usual lens is shorter [mm]: wide angles that nobody asked for distort."""
_PULLED = 0.6
"""Things up to this size are framed close for a focus pull between them [m],"""
_PULL_FILL = 0.68
"""so close that they fill this part of the frame: the nearer the camera, the softer what it is not set on."""
_COMPANY = 2.6
"""A close shot holds all that was named with the hero if together they are no wider than so many of it,"""
_INSERT = 0.38
"""or than this [m]."""
MIRRORED = 0.42
"""Part of its height that the frame also holds of the reflection of what stands by still water."""


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What the camera must hold: box corners of the cast and points of the action [m], and the hero's box."""

    points: Float[np.ndarray, "n 3"]
    hero: Float[np.ndarray, "m 3"]
    company: tuple[Float[np.ndarray, "m 3"], ...] = ()
    """Boxes of the other things that were named, without what carries them."""
    dwarfed: bool = False
    """Whether something stands by that is too tall to be framed with it."""


def frame_shot(
    facts: CameraFacts, actors: list[Actor], blocked: Blocked, stage: Stage, aspect: float, seconds: float,
    hero: int, dark: bool, rng: np.random.Generator, lens: float = 1.0,
) -> CameraPlan:  # fmt: skip
    """The camera of the shot: fit distance to subject and lens, then the move, kept inside the set.

    lens: the usual focal length is multiplied by this, where the words name none.
    """
    across, tall = crosses_street(blocked, stage), dark or stage.name in ("water", "point")
    subject = _subject(facts, actors, blocked, hero, tall, stage)
    pull = pulled_boxes(facts, actors, blocked)
    if pull is not None:
        subject = replace(subject, hero=both_of_pull(*pull), company=())
        facts = replace(facts, framing=facts.framing or _framing_of_pull(pull))
    framing = facts.framing or ("medium" if actors else "wide")
    close = framing in ("extreme close-up", "close-up", "medium close-up")
    middle = _middle(facts, actors, blocked)
    box = _about(middle, _close_box(subject, blocked) if close else subject.points)
    focal = facts.focal_mm or max(usual_focal(stage, framing, facts.angle) * lens, _SHORTEST)
    target = (box.min(0) + box.max(0)) / 2
    heading = _heading(facts, stage, target, rng, across)
    eventful = any(e.kind != "drive" or stage.small for e in blocked.events)
    whom = box if facts.framing in _FAR else subject.hero
    fill = min(_fill(framing, facts, stage, across, eventful), _most(subject, close))
    fit = _PULL_FILL if pull is not None and close else _fit(focal, facts, stage, across, eventful)
    wanted_distance = _distance(box, whom, heading, focal, aspect, fill, fit)
    distance = _usual(wanted_distance, subject.hero, stage, framing, facts, focal)
    if close and facts.focal_mm is None and wanted_distance < 0.97 * distance:
        # Too near for a usual lens: a longer one fills the frame from where there is room.
        focal = round(min(180.0, focal * distance / wanted_distance), 1)
    wanted = _at_height(target + distance * heading, target, facts, stage, float(np.ptp(subject.hero[:, 2])))
    position = kept_inside(wanted, target, stage, across)
    focal = facts.focal_mm or _short_of_room(focal, position, wanted, target)
    aim = composed(box, target, position, focal, aspect, facts, stage, rng, across)
    row = None if facts.leave_room or across else row_of(actors, blocked, hero, stage)
    aim = centred(row, box, aim, position, focal, aspect)
    if eventful and blocked.seen:
        aim = holding(np.clip(np.array(blocked.seen), box.min(0), box.max(0)), aim, position, focal, aspect)
    if middle is not None:
        aim = np.array([*middle[:2], aim[2]])
    elif pull is None and facts.angle != "drone" and stage.name not in ("water", "point"):
        start = Pose(position=position, aim=aim, focal=focal)
        position, aim, focal = told_from(start, actors, blocked, hero, facts, framing, stage, aspect).parts
    frame = Frame(position=position, aim=aim, hero=subject.hero, focal=focal, aspect=aspect,
                  seconds=seconds, stage=stage)  # fmt: skip
    keys = route_keys(facts, frame, actors, blocked) or camera_keys(
        facts, position, aim, box, subject.hero, focal, aspect, seconds, stage, blocked
    )
    stop = max(_stop(framing, stage), macro_stop(subject.hero, position, focal))
    if pull is not None:
        stop = stop_for_pull(*pull, position, (aim - position) / np.linalg.norm(aim - position), focal)
    return CameraPlan(
        move=facts.move or "static",
        keys=tuple(keys),
        sensor_width_mm=SENSOR_MM,
        f_stop=facts.f_stop or stop,
        focus=actors[hero].member.id if actors else 0.0,
        focus_keys=focus_keys(facts, actors, seconds),
        handheld=facts.handheld,
    )


def _middle(facts: CameraFacts, actors: list[Actor], blocked: Blocked) -> Float[np.ndarray, "3"] | None:
    """The middle of what is said to be in the centre of a frame from above, or None."""
    at = next((i for i, a in enumerate(actors) if a.thing == facts.centred), -1) if facts.centred >= 0 else -1
    if at < 0:
        return None
    box = corners(actors[at], blocked.spots[at].position)
    return np.asarray((box.min(0) + box.max(0)) / 2)


def _about(middle: Float[np.ndarray, "3"] | None, box: Float[np.ndarray, "n 3"]) -> Float[np.ndarray, "m 3"]:
    """The box, with as much on the other side of the middle where there is one."""
    return box if middle is None else np.concatenate([box, 2 * middle - box])


def _short_of_room(focal: float, position: np.ndarray, wanted: np.ndarray, target: np.ndarray) -> float:
    """No room to step back: a shorter lens holds the subject instead."""
    nearer = float(np.linalg.norm(position - target)) / max(float(np.linalg.norm(wanted - target)), 1e-6)
    return max(18.0, round(focal * nearer, 1)) if nearer < 0.92 else focal


def _most(subject: Subject, close: bool) -> float:
    return _DWARFED_FILL if subject.dwarfed and not close else np.inf


def _fit(focal: float, facts: CameraFacts, stage: Stage, across: bool, eventful: bool) -> float:
    if focal <= _SHORT and not stage.kind.indoors and not across and facts.framing not in _FAR:
        return _NEAR_FIT
    return _EVENT_FIT if eventful else _FIT


def _framing_of_pull(pull: tuple[Float[np.ndarray, "n 3"], Float[np.ndarray, "m 3"]]) -> str | None:
    """Small things are framed close for a focus pull: only near by does it show."""
    return "close-up" if max(float(np.ptp(box, axis=0).max()) for box in pull) < _PULLED else None


def _distance(
    box: Float[np.ndarray, "n 3"], hero: Float[np.ndarray, "m 3"], heading: np.ndarray, focal: float,
    aspect: float, fill: float, fit: float,
) -> float:  # fmt: skip
    """Distance [m] at which the box fills its part of the frame.

    A tall lamp or a wide table beside a small hero does not send the camera away: it comes nearer until the
    hero has a fair size, or the box fills the part `fit` of the frame.
    """
    usual = distance_for(box, heading, focal, aspect, fill)
    fair = distance_for(hero, heading, focal, aspect, min(fill, _HERO_FILL))
    return max(min(usual, fair), distance_for(box, heading, focal, aspect, fit))


def _close_box(subject: Subject, blocked: Blocked) -> Float[np.ndarray, "n 3"]:
    """What a close shot holds: the hero, small things that were named with it and stand close by and, of the
    action, what lies within some hero's widths."""
    hero = subject.hero
    middle, wide = (hero.min(0) + hero.max(0)) / 2, float(np.ptp(hero, axis=0).max())
    for box in sorted(subject.company, key=lambda b: float(np.linalg.norm(b.mean(0) - middle))):
        both = np.concatenate([hero, box])
        if np.ptp(both, axis=0).max() <= max(_COMPANY * wide, _INSERT):
            hero = both
    if not blocked.seen:
        return hero
    middle, room = (hero.min(0) + hero.max(0)) / 2, max(4.5 * float(np.ptp(hero, axis=0).max()), 0.12)
    return np.concatenate([hero, np.clip(np.array(blocked.seen), middle - room, middle + room)])


def _fill(framing: str, facts: CameraFacts, stage: Stage, across: bool, eventful: bool) -> float:
    """Part of the frame that the subject fills; in the open, where nothing was said, the place counts too."""
    if stage.kind.name == "street" and facts.framing == "wide":
        return 0.5
    if stage.name == "point":
        return 0.92 if facts.framing is None else max(_FILL[framing], 0.5)  # it holds the reflection too
    if across and facts.framing is None:
        return 0.6  # the fronts behind are the place
    if facts.framing is None and not stage.kind.indoors:
        return _EVENT_FIT if eventful else 0.46
    if shows_room(facts, stage):
        return 0.5
    return 0.64 if facts.framing is None and stage.small else _FILL[framing]


def _stop(framing: str, stage: Stage) -> float:
    return _STOPS[framing] if stage.small else max(_STOPS[framing], 4.0)


def _supports(actors: list[Actor], blocked: Blocked, hero: int) -> set[str]:
    """Furniture that only carries what the shot is about: the frame need not hold all of it."""
    widths = {actor.member.id: max(actor.size[:2]) for actor in actors}
    carried = [
        (spot.on, actor) for actor, spot in zip(actors, blocked.spots, strict=True) if spot.on in widths
    ]
    bases = {on for on, _ in carried} - {actors[hero].member.id}
    # "A stack of two books" is counted: it is seen whole, unlike a table.
    counts = Counter(actor.thing for actor in actors)
    bases -= {a.member.id for a in actors if counts[a.thing] > 1}
    flat = {a.member.id for a in actors if a.size[2] < _FLAT and a.radius > 1.5 * actors[hero].radius}
    return (flat - {actors[hero].member.id}) | {
        base
        for base in bases
        if widths[base] > 2 * max(widths[a.member.id] for on, a in carried if on == base)
    }


def _coming(blocked: Blocked) -> set[str]:
    """What starts off-screen, or is met elsewhere than where it starts."""
    coming = {e.object for e in blocked.events if e.kind == "drive"}
    return coming | {e.object for e in blocked.events if e.kind == "launch" and e.style != "spin"}


def _subject(
    facts: CameraFacts, actors: list[Actor], blocked: Blocked, hero: int, tall: bool, stage: Stage
) -> Subject:
    whole, mirrored, small = facts.framing in _FAR, stage.name == "point", stage.small
    if not actors:
        half = np.array([[-1.2, -0.6, 0.0], [1.2, 1.0, 1.4]])
        return Subject(points=half, hero=half)
    coming = _coming(blocked)
    x, y, z = blocked.spots[hero].position
    # By day what towers over the subject may leave the frame at its top; at night it may be the lamp.
    high = actors[hero].size[2]
    ceiling = np.inf if tall else z + max(1.9 * high, min(2.4, 6.0 * high))
    boxes, company = [], []
    bearers = {spot.on for spot in blocked.spots} | {actors[hero].member.id}
    dressing = {a.member.id for a in actors if not a.member.words and a.radius > 2.5 * actors[hero].radius}
    # A tree stands behind an apple; it does not send the camera to the other side of the meadow.
    extent = max(high, 0.5 * max(actors[hero].size[:2]))
    towers = {a.member.id for a in actors if a.size[2] > _TOWERING * extent}
    left_out = coming if whole else coming | dressing | towers | _supports(actors, blocked, hero)
    left_out |= on_wall_behind(actors, hero, small)
    if actors[hero].member.kind == "rope_swing":
        left_out |= {a.member.id for a in actors if a.member.kind == "tree"}  # its bough is enough
    for actor, spot in zip(actors, blocked.spots, strict=True):
        if actor.member.words and actor.member.id not in bearers | coming:
            company.append(corners(actor, spot.position))
        # What starts off-screen is seen along its way, not at its start.
        unasked = actor.member.kind in ON_FRONT and not actor.member.words
        if actor.member.id not in left_out and not unasked:
            box = corners(actor, spot.position)
            whole = spot.position[2] > 1.0 or actor.member.kind in ON_FRONT
            boxes.append(box if whole else np.minimum(box, [np.inf, np.inf, ceiling]))
    seen = np.array(blocked.seen).reshape(-1, 3)
    points = np.concatenate([*boxes, seen]) if boxes or len(seen) else np.zeros((1, 3))
    if mirrored:
        upper = points[:, 2].max()
        points = np.concatenate([points, points * [1, 1, 0] + [0, 0, 2 * LAKE_LEVEL - MIRRORED * upper]])
    event = next((e for e in blocked.events if e.object == actors[hero].member.id), None)
    if isinstance(event, Drive) or (event is not None and event.kind == "launch" and event.style != "spin"):
        centre = points.mean(0)
        x, y, z = float(centre[0]), float(centre[1]), 0.0
    return Subject(points=points, hero=corners(actors[hero], (x, y, z)), company=tuple(company),
                   dwarfed=bool(towers))  # fmt: skip


def _heading(
    facts: CameraFacts, stage: Stage, target: np.ndarray, rng: np.random.Generator, across: bool
) -> Float[np.ndarray, "3"]:
    """Unit vector from the subject to the camera."""
    distance, height = stage.camera
    tilt = float(np.arctan2(height * (0.62 if stage.small else 0.5), distance))
    tilt = {"low": 0.03, "high": 0.72, "top": 1.5, "eye": 0.12, "drone": 0.5, "side": 0.12}.get(
        facts.angle or "", tilt
    )
    if stage.small and facts.angle is None:
        # In a room that was named the camera looks along the table, so that the room is seen.
        tilt = float(np.deg2rad(rng.uniform(9, 13) if shows_room(facts, stage) else rng.uniform(13, 19)))
    if facts.tilt_deg is not None:
        tilt = float(np.deg2rad(min(facts.tilt_deg, 86.0)))
    turn = float(np.deg2rad(rng.uniform(-9, 9))) if facts.angle != "top" else 0.0
    if facts.three_quarter and stage.kind.indoors and facts.angle != "top":
        turn = float(np.copysign(np.deg2rad(_THREE_QUARTER), turn))
        tilt = max(tilt, np.deg2rad(_SEEN_FROM_ABOVE)) if facts.angle is None else tilt
    if across and facts.angle != "top":
        # Slightly from the side, so that fronts and vehicles show their depth.
        turn = float(rng.choice([-1, 1]) * np.deg2rad(rng.uniform(5, 17)))
    elif stage.kind.name == "street" and abs(target[0]) > 0.6 * KERB_X and facts.angle != "top":
        # What stands by the kerb is seen from over the road, so that the street runs away behind it.
        turn = float(-np.sign(target[0]) * np.deg2rad(rng.uniform(14, 26)))
    return np.array([np.sin(turn) * np.cos(tilt), -np.cos(turn) * np.cos(tilt), np.sin(tilt)])


def _at_height(
    wanted: np.ndarray, target: np.ndarray, facts: CameraFacts, stage: Stage, hero: float
) -> np.ndarray:
    """The place at the height that the angle means: low is near the ground, eye level that of who stands.

    hero: height of the subject [m]; before a small one "low" is lower, yet over the grass.
    """
    heights = {"low": 0.07 if stage.small else float(np.clip(1.1 * hero, 0.24, 0.42))}
    if not stage.small:
        heights["eye"] = 1.35 if stage.kind.indoors else 1.6
    if facts.tilt_deg is not None:
        return wanted
    z = heights.get(facts.angle or "", wanted[2])
    if facts.angle is None and not stage.small and not stage.kind.indoors:
        # A camera on legs, not in the grass nor on a crane; who wants those says "low" or "high angle".
        z = max(float(z), min(0.85, 0.3 * float(np.linalg.norm(wanted - target))))
        z = min(z, _LEGS) if stage.name != "water" and stage.camera[1] < _LEGS else z
    return np.array([wanted[0], wanted[1], z])


def _usual(
    distance: float, hero: Float[np.ndarray, "n 3"], stage: Stage, framing: str, facts: CameraFacts,
    focal: float,
) -> float:  # fmt: skip
    """Keep within what the set allows; the widest shots also show the set itself."""
    usual = stage.camera[0]
    least = 0.22 if stage.small else min(0.9, max(0.35, 3.0 * float(np.ptp(hero, axis=0).max())))
    if shows_room(facts, stage):
        least = room_frame(stage) * focal / SENSOR_MM
    if stage.small and facts.focal_mm is not None and framing in ("close-up", "extreme close-up"):
        least = 0.13  # a macro lens goes near
    if framing in ("wide", "extreme wide") or facts.angle == "drone":
        near = 0.62 if stage.kind.name == "street" and facts.angle != "drone" else 1.0
        distance = max(distance, usual * near * (1.0 if facts.focal_mm is None else 0.5))
    if stage.name in ("water", "point") and framing not in ("close-up", "extreme close-up"):
        distance = max(distance, 0.6 * usual)
    if facts.leave_room:
        distance *= 1.35
    greatest = {"tabletop": 3.3, "interior": 2.35 if stage.name == "table" else 3.6}.get(
        stage.kind.name, 90.0
    )
    if facts.angle == "drone":
        distance = max(distance, 26.0 if stage.kind.name == "lake" else 14.0)
    return float(np.clip(distance, least, greatest))
