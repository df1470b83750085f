"""Camera moves: where the camera goes from where it stands, in keys, inside what the set allows."""

import numpy as np
from jaxtyping import Float

from rayograph.core.plan import CameraKey, Drive
from rayograph.plan.blocking import Blocked
from rayograph.plan.composition import SENSOR_MM, on_screen
from rayograph.plan.facts import CameraFacts
from rayograph.plan.stage import Stage
from rayograph.plan.tilts import tilt_with
from rayograph.plan.turning import crosses_street

Points = Float[np.ndarray, "n 3"]
LANES = 4.0
"""Half the width of a road that is free to look along [m]."""
ASHORE = -40.0
"""Behind this, a camera that looks at the water stands on the bank [m]."""


FROM_ROAD, ON_ROAD = -7.5, 3.6
"""A camera farther down the street than this stands on the road, so far off its middle [m]: before what
it sees from the pavement stand trees and posts."""
_KERBSIDE = 4.4
"""How far from the middle of the road it then stays [m]."""
_ALONGSIDE = 7.0
"""How far to either side of the middle of a shot a camera across the street keeps pace with a car [m]."""


def kept_inside(
    position: np.ndarray, target: np.ndarray, stage: Stage, across: bool = False
) -> Float[np.ndarray, "3"]:
    """The nearest allowed place of the camera: inside the room, above the ground, off its own target."""
    low, high = _bounds(stage, across)
    if stage.kind.name == "street" and not across and abs(target[0]) < LANES:
        low[1] = -34.0  # what stands in the road can be seen from far down it
    kept = np.clip(position, low, high)
    if stage.kind.name == "street" and not across and kept[1] < FROM_ROAD:
        kept[0] = np.clip(kept[0], -ON_ROAD, ON_ROAD)
    if stage.name == "water" and kept[1] < ASHORE:
        kept[2] = max(kept[2], 2.4)
    gap = float(np.linalg.norm(kept - target))
    if gap < 0.15:
        kept = kept + np.array([0.0, -0.2, 0.1])
    return np.asarray(kept)


def _bounds(stage: Stage, across: bool) -> tuple[Float[np.ndarray, "3"], Float[np.ndarray, "3"]]:
    if stage.kind.name == "tabletop":
        return np.array([-1.45, -3.3, 0.04]), np.array([1.6, 1.0, 1.85])
    if stage.kind.name == "interior":
        if stage.name == "table":
            return np.array([-1.6, -2.2, 0.08]), np.array([1.6, 1.2, 1.7])
        return np.array([-1.6, -2.6, 0.15]), np.array([1.6, 1.6, 2.2])
    if stage.kind.name == "street":
        return np.array([-6.0, -6.8 if across else -16.0, 0.35]), np.array([6.0, 6.0, 14.0])
    far = {"water": -54.0, "point": -56.0, "shore": -22.0}.get(stage.name, -16.0)
    return np.array([-20.0, far, 0.3]), np.array([20.0, 20.0, 16.0])


def key_at(
    time: float, position: np.ndarray, target: np.ndarray, facts: CameraFacts, focal: float
) -> CameraKey:
    """A key of the camera, rounded as plans are written."""
    x, y, z = (round(float(v), 4) for v in position)
    tx, ty, tz = (round(float(v), 4) for v in target)
    return CameraKey(
        time=round(time, 4),
        position=(x, y, z),
        target=(tx, ty, tz),
        roll_deg=facts.roll_deg,
        focal_mm=round(focal, 2),
    )


def camera_keys(
    facts: CameraFacts, start: np.ndarray, target: np.ndarray, box: Points, hero: Points, focal: float,
    aspect: float, seconds: float, stage: Stage, blocked: Blocked,
) -> list[CameraKey]:  # fmt: skip
    """Camera keys of the move. The frame holds `box`; a push in ends on `hero` [m]."""
    move, amount = facts.move or "static", facts.pace
    line = target - start
    distance = float(np.linalg.norm(line))
    if move.startswith("orbit"):
        return _orbit(facts, start, target, focal, seconds, stage, crosses_street(blocked, stage))
    if move == "follow":
        return _follow(facts, start, target, hero, focal, seconds, stage, blocked)
    aims = tilt_with(move, target, blocked) if move.startswith("tilt") else None
    if aims is not None:
        return [key_at(t, start, aim, facts, focal) for t, aim in zip((0.0, seconds), aims, strict=True)]
    if move.startswith(("truck", "pan", "tilt")):
        return _swept(
            facts, start, target, hero, focal, aspect, seconds, stage, crosses_street(blocked, stage)
        )
    across = crosses_street(blocked, stage)
    lift = np.array([0, 0, 0.42 * amount * distance * (-1 if move.endswith("down") else 1)])
    travel = min(0.46 * amount**0.8, 0.66)
    # Where a wide frame was asked for, the move may not end, or start, much nearer than that.
    within = 0.25 if facts.framing in ("wide", "extreme wide") else 0.6
    back, near = start - (1 - within) * travel * line, start + within * travel * line
    # A push in starts with the whole and ends on what the shot is about.
    aim = target + 0.25 * ((hero.min(0) + hero.max(0)) / 2 - target)
    # The lens opens before it closes, as far as the hero stays in the frame.
    shorter = max(focal / (1 + 0.3 * amount), 16.0)
    held = [
        part for part in (0.3, 0.2, 0.1) if _stays(start, target, hero, focal * (1 + part * amount), aspect)
    ]
    longer = focal * (1 + (held[0] if held else 0.0) * amount)
    ends: dict[str, tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, float, float]] = {
        "push in": (back, target, near + aim - target, aim, focal, focal),
        "pull back": (near + aim - target, aim, back, target, focal, focal),
        "zoom in": (start, target, start, target, shorter, longer),
        "zoom out": (start, target, start, target, longer, shorter),
    }
    if move.startswith("crane"):
        ends[move] = (start - lift * 0.35, target, start + lift, target, focal, focal)
    if move not in ends:
        return [key_at(0.0, start, target, facts, focal)]
    a, at, b, bt, f0, f1 = ends[move]
    return [
        key_at(0.0, kept_inside(a, at, stage, across), at, facts, f0),
        key_at(seconds, kept_inside(b, bt, stage, across), bt, facts, f1),
    ]


def _swept(
    facts: CameraFacts, start: np.ndarray, target: np.ndarray, hero: Points, focal: float, aspect: float,
    seconds: float, stage: Stage, across: bool,
) -> list[CameraKey]:  # fmt: skip
    """A truck, pan or tilt as wide as the words say, as long as the hero stays in the frame."""
    move = facts.move or ""
    line = target - start
    distance = float(np.linalg.norm(line))
    right = np.cross(line / distance, [0, 0, 1.0])
    right = (
        right / max(float(np.linalg.norm(right)), 1e-6)
        if np.linalg.norm(right) > 1e-3
        else np.array([1.0, 0, 0])
    )
    frame_m = SENSOR_MM / focal * distance
    way = right * frame_m * (-1 if move.endswith("left") else 1)
    if move.startswith("tilt"):
        way = np.array([0.0, 0.0, frame_m / aspect * (-1 if move == "tilt down" else 1)])
    keys: list[CameraKey] = []
    for part in (0.32, 0.25, 0.19, 0.13):
        step = part * facts.pace**0.7 * way
        if move.startswith("truck"):
            # The camera goes further than its aim, so that near and far pass each other.
            gone = (
                (0.16 if across else 0.3)
                * facts.pace
                * distance
                * way
                / max(float(np.linalg.norm(way)), 1e-6)
            )
            ends = [(start - gone, target - step), (start + gone, target + step)]
        elif move.startswith("tilt"):
            ends = [(start, target - 1.7 * step), (start, target)]
        else:
            ends = [(start, target - step), (start, target + step)]
        keys = [
            key_at(t, kept_inside(place, aim, stage, across), aim, facts, focal)
            for t, (place, aim) in zip((0.0, seconds), ends, strict=True)
        ]
        checked = keys[1:] if move.startswith("tilt") else keys
        if all(_holds(key, hero, focal, aspect) for key in checked):
            break
    return keys


def _holds(key: CameraKey, box: Points, focal: float, aspect: float) -> bool:
    return _stays(np.array(key.position), np.array(key.target), box, focal, aspect)


def _stays(position: np.ndarray, target: np.ndarray, box: Points, focal: float, aspect: float) -> bool:
    at = on_screen(box, position, target, focal, aspect)[:, :2]
    return bool((np.abs(at - 0.5) < 0.49).all())


_WIDEST_ARC = 110.0
"""An orbit that is said to go farther ends here [deg]: behind the camera a set has no more to show."""


def _orbit(
    facts: CameraFacts,
    start: np.ndarray,
    target: np.ndarray,
    focal: float,
    seconds: float,
    stage: Stage,
    across: bool,
) -> list[CameraKey]:
    """An arc about the target in eleven keys; the camera goes to the side that the move names."""
    sign = -1.0 if facts.move == "orbit left" else 1.0
    span = np.deg2rad((46.0 if stage.small or stage.kind.indoors else 54.0) * facts.pace**0.8)
    if facts.arc_deg is not None:
        span = np.deg2rad(min(facts.arc_deg, _WIDEST_ARC))
    arm = start - target
    keys = []
    for step in range(11):
        angle = sign * (step / 10 - 0.5) * span
        c, s = np.cos(angle), np.sin(angle)
        turned = np.array([c * arm[0] - s * arm[1], s * arm[0] + c * arm[1], arm[2]])
        keys.append(
            key_at(
                seconds * step / 10, kept_inside(target + turned, target, stage, across), target, facts, focal
            )
        )
    return keys


def _follow(
    facts: CameraFacts,
    start: np.ndarray,
    target: np.ndarray,
    hero: Points,
    focal: float,
    seconds: float,
    stage: Stage,
    blocked: Blocked,
) -> list[CameraKey]:
    """Travel beside what moves: along with a drive, else panning from where it starts to where it goes."""
    drive = next((e for e in blocked.events if isinstance(e, Drive)), None)
    if drive is None:
        event = next((e for e in blocked.events if e.kind == "launch"), None)
        sign = -1.0 if event is not None and event.velocity[0] < 0 else 1.0
        reach = np.array([sign * 0.3 * stage.half[0], 0.0, 0.0])
        return [
            key_at(0.0, kept_inside(start - 0.6 * reach, target, stage), target - reach, facts, focal),
            key_at(seconds, kept_inside(start + 0.6 * reach, target, stage), target + reach, facts, focal),
        ]
    path = np.array(drive.path)
    if abs(path[-1, 2] - path[0, 2]) > abs(path[-1, 1] - path[0, 1]):
        return _ride(path, facts, target, hero, focal, stage)
    # Where it stops is what the frame was made for.
    stands = np.allclose(path[-1, 1:], path[-2, 1:])
    middle = path[-1, 1:] if stands else path[:, 1:].mean(0)
    limit = 0.35 * stage.half[0] if stage.kind.name == "street" else 1.0 * stage.half[0]
    if crosses_street(blocked, stage):
        limit = _ALONGSIDE  # from the other kerb, before its benches, it runs beside what passes
        back, start = start[1], np.array([start[0], max(start[1], -_KERBSIDE), start[2]])
        if facts.focal_mm is None:
            focal = round(focal * float((target[1] - start[1]) / max(target[1] - back, 0.1)), 1)
    keys = []
    for time, *place in path:
        ahead = np.array(place) - middle
        travel = np.clip(ahead, -limit, limit)
        keys.append(
            key_at(
                float(time),
                kept_inside(start + 0.85 * travel, target, stage, crosses_street(blocked, stage)),
                target + ahead * 0.9,
                facts,
                focal,
            )
        )
    return keys


def _ride(
    path: np.ndarray, facts: CameraFacts, target: np.ndarray, hero: Points, focal: float, stage: Stage
) -> list[CameraKey]:
    """Behind what drives away, or in front of what comes, as far as the set allows."""
    long_ = 0.5 * float(np.ptp(hero[:, :2], axis=0).max())
    away = np.array([0.5, -long_ - 4.8 * max(1.0, focal / 40.0), 1.7])
    keys = []
    for time, *place in path:
        aim = np.array([place[0], place[1], target[2]])
        keys.append(key_at(float(time), kept_inside(np.array(place) + away, aim, stage), aim, facts, focal))
    return keys
