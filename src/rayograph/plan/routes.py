"""The keys of a move that was given a start or a goal: from the apples to the bread, up to the top shelf."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from rayograph.core.plan import CameraKey
from rayograph.plan.blocking import Blocked
from rayograph.plan.boardwalk import boards_of, on_boards
from rayograph.plan.casting import Actor
from rayograph.plan.composition import corners, distance_for
from rayograph.plan.facts import Aim, CameraFacts
from rayograph.plan.moves import kept_inside, key_at
from rayograph.plan.stage import Stage

Points = Float[np.ndarray, "n 3"]
APART = 0.32
"""Least turn between the ends of a pan or tilt, as a part of the frame's width or height."""
_END_FILL = 0.4
"""Part of the frame that what a move starts or ends on fills."""


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The frame as it would be without the route: place, aim and lens of the camera; `hero` is its box."""

    position: Float[np.ndarray, "3"]
    aim: Float[np.ndarray, "3"]
    hero: Points
    focal: float
    aspect: float
    seconds: float
    stage: Stage


def box_of(aim: Aim | None, actors: list[Actor], blocked: Blocked) -> Points | None:
    """Corners of all specimens that an aim names [m]; None for a part of the set."""
    if aim is None or aim.thing < 0:
        return None
    boxes = [
        corners(actor, spot.position)
        for actor, spot in zip(actors, blocked.spots, strict=True)
        if actor.thing == aim.thing
    ]
    return np.concatenate(boxes) if boxes else None


def pulled_boxes(facts: CameraFacts, actors: list[Actor], blocked: Blocked) -> tuple[Points, Points] | None:
    """Boxes of the two things that a focus pull passes between; None without a pull."""
    if facts.pull is None:
        return None
    first, last = (box_of(aim, actors, blocked) for aim in facts.pull)
    return None if first is None or last is None else (first, last)


def spot_at(spot: str, frame: Frame) -> Float[np.ndarray, "3"] | None:
    """About where a part of the set lies [m], seen from the camera."""
    stage, aim, position = frame.stage, frame.aim, frame.position
    ahead = (aim - position) * [1.0, 1.0, 0.0]
    ahead = ahead / max(float(np.linalg.norm(ahead)), 1e-6)
    floor = -stage.kind.stages[stage.name][2]
    away = 3.0 if stage.kind.indoors else 60.0
    level = position + away * ahead
    heights = {
        "sky": position[2] + 0.5 * away,
        "far": position[2] + 0.16 * away,
        "water": position[2] - 0.04 * away,
        "ceiling": floor + 2.5 if stage.kind.indoors else 8.0,
        "top shelf": floor + 2.1,
        "shelves": floor + 1.4,
    }
    if spot == "ceiling" and not stage.kind.indoors:
        level = position + 14.0 * ahead
    if spot in heights:
        return np.array([level[0], level[1], heights[spot]])
    if spot == "window":
        return np.array([aim[0] - 1.6, aim[1] + 1.2, floor + 1.5])
    if spot == "ground":
        middle = frame.hero.mean(0)
        return np.array([middle[0], middle[1] - 0.5 * float(np.ptp(frame.hero[:, 2])), floor])
    if spot == "stage":
        return np.array([0.0, 0.0, 0.0])
    return None


def route_keys(
    facts: CameraFacts, frame: Frame, actors: list[Actor], blocked: Blocked
) -> list[CameraKey] | None:
    """Keys of the move between its start and goal; None where the words name neither."""
    route, move = facts.route, facts.move or ""
    over = box_of(route.over, actors, blocked)
    if over is not None and move in ("", "static"):
        return _shoulder(facts, frame, over)
    along = box_of(route.along, actors, blocked)
    boards = boards_of(route.along, actors, blocked.spots)
    if boards is not None and move in ("push in", "pull back"):
        return on_boards(facts, boards, frame.seconds, frame.focal)
    if along is not None and move.startswith(("push", "truck")):
        return _along(facts, frame, along)
    start, goal = box_of(route.start, actors, blocked), box_of(route.goal, actors, blocked)
    if start is None and route.start is not None:
        start = _point(spot_at(route.start.spot, frame))
    if goal is None and route.goal is not None:
        goal = _point(spot_at(route.goal.spot, frame))
    if start is None and goal is None:
        return None
    if move.startswith(("pan", "tilt")):
        return _turned(facts, frame, start, goal)
    if move.startswith("truck"):
        return _trucked(facts, frame, start, goal)
    if move.startswith("crane"):
        return _craned(facts, frame, start, goal)
    if move == "push in" and goal is not None:
        return _pushed(facts, frame, goal)
    if move == "pull back":
        return _revealed(facts, frame, start, goal)
    if move.startswith("zoom"):
        return _zoomed(facts, frame, goal if move == "zoom in" else start)
    return None


def _point(point: np.ndarray | None) -> Points | None:
    return None if point is None else point[None]


def _middle(box: Points) -> Float[np.ndarray, "3"]:
    return np.asarray((box.min(0) + box.max(0)) / 2)


def _heading(frame: Frame) -> Float[np.ndarray, "3"]:
    line = frame.position - frame.aim
    return np.asarray(line / np.linalg.norm(line))


def _reach(frame: Frame, *boxes: Points | None, fill: float = _END_FILL) -> float:
    """Distance [m] at which each of some boxes fills its part of the frame."""
    sizes = [
        distance_for(box, _heading(frame), frame.focal, frame.aspect, fill)
        for box in boxes
        if box is not None and len(box) > 1
    ]
    least = 0.25 if frame.stage.small else 1.0
    return max([*sizes, least])


def _focus_of(box: Points, frame: Frame, away: float, *, top: bool) -> Float[np.ndarray, "3"]:
    """What to aim at: the middle, or near the head of what is taller than the frame."""
    middle = _middle(box)
    tall = float(np.ptp(box[:, 2]))
    high = 36.0 / frame.focal / frame.aspect * away
    if tall > 0.9 * high:
        middle[2] = box[:, 2].max() - 0.35 * high if top else box[:, 2].min() + 0.4 * high
    return middle


def _turned(facts: CameraFacts, frame: Frame, start: Points | None, goal: Points | None) -> list[CameraKey]:
    """A pan or tilt from a fixed place: from the start to the goal, or from or to the frame's own aim."""
    down = facts.move == "tilt down"
    near = [box for box in (start, goal) if box is not None and len(box) > 1] or [frame.hero]
    away = _reach(frame, *near)
    middle = _middle(np.concatenate([near[0], near[-1]]))
    # The tall end of a tilt is seen from where the low one fills the frame.
    if facts.move is not None and facts.move.startswith("tilt") and len(near) == 2:
        away = max(min(_reach(frame, box) for box in near), 0.6 * away)
    place = kept_inside(middle + away * _heading(frame), middle, frame.stage)
    first = frame.aim if start is None else _focus_of(start, frame, away, top=down)
    last = frame.aim if goal is None else _focus_of(goal, frame, away, top=facts.move == "tilt up")
    if start is None or goal is None:
        first, last = _apart(facts, frame, place, first, last, start is None)
    return [
        key_at(0.0, place, first, facts, frame.focal),
        key_at(frame.seconds, place, last, facts, frame.focal),
    ]


def _apart(
    facts: CameraFacts, frame: Frame, place: np.ndarray, first: np.ndarray, last: np.ndarray, free: bool
) -> tuple[np.ndarray, np.ndarray]:
    """Both aims, the one that no word said moved aside until the turn can be seen."""
    fixed = last if free else first
    other = first if free else last
    away = float(np.linalg.norm(fixed - place))
    frame_m = 36.0 / frame.focal * away
    if (facts.move or "").startswith("tilt"):
        step = np.array([0.0, 0.0, 0.6 * frame_m / frame.aspect * (-1 if facts.move == "tilt down" else 1)])
    else:
        line = fixed - place
        right = np.cross(line / away, [0.0, 0.0, 1.0])
        step = 0.5 * frame_m * right * (-1 if facts.move == "pan left" else 1)
    if float(np.linalg.norm(other - fixed)) < APART * frame_m:
        other = fixed - step if free else fixed + step
    return (other, last) if free else (first, other)


def _shoulder(facts: CameraFacts, frame: Frame, over: Points) -> list[CameraKey]:
    """Close behind one thing, which fills a side of the frame, with a free view of the hero beyond it."""
    near, hero = _middle(over), _middle(frame.hero)
    ahead = (hero - near) * [1.0, 1.0, 0.0]
    ahead = ahead / max(float(np.linalg.norm(ahead)), 1e-6)
    right = np.array([ahead[1], -ahead[0], 0.0])
    wide = float(np.ptp(over @ right))
    tall = float(np.ptp(over[:, 2]))
    # The thing's height fills the frame's, and its inner edge stands left of the line to the hero.
    back = max(1.05 * tall * frame.focal * frame.aspect / 36.0, 0.8 * wide)
    apart = max(float((hero - near) @ ahead), 0.2 * back)
    clear = (
        0.5 * wide
        + 0.04 * 36.0 / frame.focal * back
        + 0.35 * float(np.ptp(frame.hero @ right)) * back / (back + apart)
    )
    place = near - back * ahead + clear * (back + apart) / apart * right
    place[2] = max(over[:, 2].max() * 0.95, hero[2] + 0.25 * float(np.linalg.norm(hero - place)))
    place = kept_inside(place, hero, frame.stage)
    away = float(np.linalg.norm(hero - place))
    aim = hero - 0.1 * 36.0 / frame.focal * away * right
    return [key_at(0.0, place, aim, facts, frame.focal)]


def _trucked(facts: CameraFacts, frame: Frame, start: Points | None, goal: Points | None) -> list[CameraKey]:
    """The camera travels sideways with its view unturned, from before the one to before the other."""
    ends = [box for box in (start, goal) if box is not None]
    away = _reach(frame, *ends)
    first = frame.aim if start is None else _middle(start)
    last = frame.aim if goal is None else _middle(goal)
    keys = []
    for time, aim in ((0.0, first), (frame.seconds, last)):
        place = kept_inside(aim + away * _heading(frame), aim, frame.stage)
        keys.append(key_at(time, place, aim, facts, frame.focal))
    return keys


def _level(frame: Frame) -> Float[np.ndarray, "3"]:
    """The heading brought down to look slightly from above, as a move that rises or sinks does at its foot;
    indoors it looks along the room rather than into a corner."""
    x, y, z = _heading(frame)
    if frame.stage.kind.indoors and not frame.stage.small:
        x *= 0.4
    level = np.array([x, y, min(z, 0.16)])
    return np.asarray(level / np.linalg.norm(level))


def _craned(facts: CameraFacts, frame: Frame, start: Points | None, goal: Points | None) -> list[CameraKey]:
    """The camera rises or sinks with its gaze: low before the lower end, high before the upper one."""
    up = facts.move != "crane down"
    first, last = (frame.hero if start is None else start), (frame.hero if goal is None else goal)
    low, high = (first, last) if up else (last, first)
    away = _reach(frame, low if len(low) > 1 else None, high if len(high) > 1 and len(low) == 1 else None)
    foot = _focus_of(low, frame, away, top=False)
    head = _focus_of(high, frame, away, top=True)
    below = kept_inside(foot + away * _level(frame), foot, frame.stage)
    above = np.array([below[0], below[1], 0.0])
    rise = 0.45 * facts.pace**0.5 * away
    above[2] = max(below[2] + rise, min(head[2], below[2] + 3.0 * rise))
    if len(high) == 1 or np.allclose(head, foot):
        gaze = head if len(high) == 1 else foot
    else:
        gaze = head
    above = kept_inside(above, gaze, frame.stage)
    ends = [(below, foot), (above, gaze)]
    if not up:
        ends.reverse()
    return [
        key_at(t, place, aim, facts, frame.focal)
        for t, (place, aim) in zip((0.0, frame.seconds), ends, strict=True)
    ]


def _pushed(facts: CameraFacts, frame: Frame, goal: Points) -> list[CameraKey]:
    """From the frame of the whole to one of its things, which fills the frame in the end."""
    aim = _middle(goal)
    if len(goal) > 1:
        end = aim + _reach(frame, goal, fill=0.52) * _heading(frame)
    else:
        end = frame.position + 0.5 * (aim - frame.position)
    # A camera that sinks to the thing as it comes: it is met at its own height, not from above.
    end[2] = min(end[2], max(frame.position[2], aim[2]))
    way = min(1.0, 0.75 + 0.35 * facts.pace)
    end = frame.position + way * (end - frame.position)
    back, gone = frame.position, float(np.linalg.norm(frame.position - end))
    if gone < 0.35 * float(np.linalg.norm(end - aim)):
        back = end + (frame.position - aim) / np.linalg.norm(frame.position - aim) * 0.5 * float(
            np.linalg.norm(end - aim)
        )
    last = aim + (1 - way) * (frame.aim - aim)
    return [
        key_at(0.0, kept_inside(back, frame.aim, frame.stage), frame.aim, facts, frame.focal),
        key_at(frame.seconds, kept_inside(end, last, frame.stage), last, facts, frame.focal),
    ]


def _revealed(facts: CameraFacts, frame: Frame, start: Points | None, goal: Points | None) -> list[CameraKey]:
    """From one thing, close, back to the frame that holds what is revealed as well."""
    near = frame.hero if start is None else start
    all_ = near if goal is None or len(goal) == 1 else np.concatenate([near, goal])
    aim, last = _middle(near), frame.aim if goal is None else _middle(all_)
    begin = aim + _reach(frame, near) * _heading(frame)
    away = max(
        distance_for(all_, _heading(frame), frame.focal, frame.aspect, 0.6),
        float(np.linalg.norm(frame.position - frame.aim)),
        1.5 * _reach(frame, near),
    )
    end = last + away * _heading(frame)
    return [
        key_at(0.0, kept_inside(begin, aim, frame.stage), aim, facts, frame.focal),
        key_at(frame.seconds, kept_inside(end, last, frame.stage), last, facts, frame.focal),
    ]


def _zoomed(facts: CameraFacts, frame: Frame, box: Points | None) -> list[CameraKey] | None:
    """The lens alone closes on a thing, or opens from it."""
    if box is None or len(box) == 1:
        return None
    aim = _middle(box)
    away = float(np.linalg.norm(aim - frame.position))
    longer = away / _reach(frame, box)
    focal = frame.focal * float(np.clip(longer, 1.4, 3.5))
    ends = [(frame.aim, frame.focal), (aim, focal)]
    if facts.move == "zoom out":
        ends.reverse()
    return [
        key_at(t, frame.position, target, facts, lens)
        for t, (target, lens) in zip((0.0, frame.seconds), ends, strict=True)
    ]


def _along(facts: CameraFacts, frame: Frame, box: Points) -> list[CameraKey]:
    """Over the near end of what is long, and forward along it; beside it, where it lies across the frame."""
    low, high = box.min(0), box.max(0)
    length = float(max(high[0] - low[0], high[1] - low[1]))
    middle = _middle(box)
    if high[0] - low[0] > 1.4 * (high[1] - low[1]) or facts.move != "push in":
        sign = -1.0 if (facts.move or "").endswith("left") else 1.0
        side = np.array([sign * 0.3 * (high[0] - low[0]), 0.0, 0.0])
        fits = float(high[2] - low[2]) / 0.7 * frame.focal * frame.aspect / 36.0 + 0.5 * float(
            high[1] - low[1]
        )
        away = max(0.55 * length, fits, 0.3 if frame.stage.small else 1.2) * _heading(frame)
        ends = [(middle - side + away, middle - side), (middle + side + away, middle + side)]
    else:
        tall = high[2] + 0.34 * length
        gone = min(0.45 + 0.2 * facts.pace, 0.9) * length
        begin = np.array([middle[0], low[1] - 0.5 * length, tall])
        sight = np.array([middle[0], high[1] + 0.4 * length, high[2]])
        end = begin + [0.0, gone, -0.25 * (tall - high[2])]
        ends = [(begin, sight), (end, sight + [0.0, 0.4 * gone, 0.0])]
    return [
        key_at(t, kept_inside(place, aim, frame.stage), aim, facts, frame.focal)
        for t, (place, aim) in zip((0.0, frame.seconds), ends, strict=True)
    ]
