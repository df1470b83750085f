"""Where the camera stands, what it looks at, how it moves: lens and framing words turned into keys."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from rayograph.core.plan import CameraKey, CameraPlan, Drive
from rayograph.plan.blocking import Blocked
from rayograph.plan.casting import Actor
from rayograph.plan.facts import CameraFacts
from rayograph.plan.stage import Stage
from rayograph.plan.turning import crosses_street

SENSOR_MM = 36.0
_FILL = {
    "extreme close-up": 1.05,
    "close-up": 0.72,
    "medium close-up": 0.6,
    "medium": 0.58,
    "wide": 0.36,
    "extreme wide": 0.22,
}
"""Framing → part of the frame that the subject fills."""
_STOPS = {
    "extreme close-up": 4.0,
    "close-up": 2.8,
    "medium close-up": 2.8,
    "medium": 4.0,
    "wide": 8.0,
    "extreme wide": 8.0,
}


@dataclass(frozen=True, kw_only=True)
class Subject:
    """What the camera must hold: box corners of the cast and points of the action [m], and the hero's box."""

    points: Float[np.ndarray, "n 3"]
    hero: Float[np.ndarray, "m 3"]


def frame_shot(
    facts: CameraFacts, actors: list[Actor], blocked: Blocked, stage: Stage, aspect: float, seconds: float,
    hero: int,
    rng: np.random.Generator,
) -> CameraPlan:  # fmt: skip
    """The camera of the shot: fit distance to subject and lens, then the move, kept inside the set."""
    subject = _subject(actors, blocked, hero)
    framing = facts.framing or ("medium" if actors else "wide")
    close = framing in ("extreme close-up", "close-up", "medium close-up")
    box = subject.hero if close else subject.points
    focal = facts.focal_mm or _usual_focal(stage, framing, facts.angle)
    target = (box.min(0) + box.max(0)) / 2
    heading = _heading(facts, stage, rng)
    distance = _fit(
        box, target, heading, focal, aspect, _FILL[framing] if framing != "wide" or not close else 0.4
    )
    distance = _usual(distance, stage, framing, facts)
    across = crosses_street(blocked, stage)
    wanted = target + distance * heading
    position = _kept(wanted, target, stage, across)
    nearer = float(np.linalg.norm(position - target)) / max(distance, 1e-6)
    if facts.focal_mm is None and nearer < 0.92:
        # No room to step back: a shorter lens holds the subject instead.
        focal = max(18.0, round(focal * nearer, 1))
    target = _composed(target, position, focal, aspect, facts, rng)
    keys = _move(facts, position, target, focal, seconds, stage, blocked, actors)
    return CameraPlan(
        move=facts.move or "static",
        keys=tuple(keys),
        sensor_width_mm=SENSOR_MM,
        f_stop=facts.f_stop or _stop(framing, stage),
        focus=actors[hero].member.id if actors else 0.0,
        handheld=facts.handheld,
    )


def _stop(framing: str, stage: Stage) -> float:
    return _STOPS[framing] if stage.small else max(_STOPS[framing], 4.0)


def _corners(actor: Actor, position: tuple[float, float, float]) -> Float[np.ndarray, "8 3"]:
    w, d, h = actor.size
    r = max(w, d) / 2
    unit = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (0, 1)], float)
    return unit * [r if w >= d else w / 2 * 1.1, r, h] + position


def _subject(actors: list[Actor], blocked: Blocked, hero: int) -> Subject:
    if not actors:
        half = np.array([[-1.2, -0.6, 0.0], [1.2, 1.0, 1.4]])
        return Subject(points=half, hero=half)
    moving = {e.object for e in blocked.events if not hasattr(e, "height")}
    boxes = []
    for i, actor in enumerate(actors):
        # What starts off-screen is seen along its way, not at its start.
        launched = actor.member.id in moving and any(
            e.kind == "drive" for e in blocked.events if e.object == actor.member.id
        )
        rolled = any(
            e.kind == "launch" and e.style != "spin" for e in blocked.events if e.object == actor.member.id
        )
        if not (launched or rolled):
            boxes.append(_corners(actor, blocked.spots[i].position))
    points = (
        np.concatenate([*boxes, np.array(blocked.seen).reshape(-1, 3)])
        if boxes or blocked.seen
        else np.zeros((1, 3))
    )
    x, y, z = blocked.spots[hero].position
    event = next((e for e in blocked.events if e.object == actors[hero].member.id), None)
    if isinstance(event, Drive) or (event is not None and event.kind == "launch" and event.style != "spin"):
        centre = points.mean(0)
        x, y, z = float(centre[0]), float(centre[1]), 0.0
    return Subject(points=points, hero=_corners(actors[hero], (x, y, z)))


def _usual_focal(stage: Stage, framing: str, angle: str | None) -> float:
    if stage.kind.name == "tabletop" or stage.name == "table":
        return {"extreme close-up": 100.0, "close-up": 70.0, "wide": 40.0, "extreme wide": 32.0}.get(
            framing, 50.0
        )
    if stage.kind.name == "interior":
        return {"close-up": 50.0, "extreme close-up": 70.0}.get(framing, 28.0)
    if angle == "drone":
        return 24.0
    return {
        "extreme close-up": 85.0,
        "close-up": 60.0,
        "medium": 40.0,
        "wide": 32.0,
        "extreme wide": 24.0,
    }.get(framing, 45.0)


def _heading(facts: CameraFacts, stage: Stage, rng: np.random.Generator) -> Float[np.ndarray, "3"]:
    """Unit vector from the subject to the camera."""
    distance, height = stage.camera
    tilt = float(np.arctan2(height * (0.62 if stage.small else 0.5), distance))
    tilt = {"low": 0.03, "high": 0.72, "top": 1.5, "eye": 0.12, "drone": 0.5, "side": 0.12}.get(
        facts.angle or "", tilt
    )
    if stage.small and facts.angle is None:
        tilt = float(np.deg2rad(rng.uniform(13, 19)))
    turn = float(np.deg2rad(rng.uniform(-9, 9))) if facts.angle != "top" else 0.0
    return np.array([np.sin(turn) * np.cos(tilt), -np.cos(turn) * np.cos(tilt), np.sin(tilt)])


def _fit(
    box: Float[np.ndarray, "n 3"],
    target: np.ndarray,
    heading: np.ndarray,
    focal: float,
    aspect: float,
    fill: float,
) -> float:
    """Least distance [m] at which the box fills `fill` of the frame in width or height."""
    forward = -heading
    right = np.cross(forward, [0, 0, 1.0]) if abs(forward[2]) < 0.999 else np.array([1.0, 0, 0])
    right /= np.linalg.norm(right)
    up = np.cross(right, forward)
    local = (box - target) @ np.stack([right, up, forward], 1)
    half_w = SENSOR_MM / 2 / focal * fill
    half_h = half_w / aspect * min(1.35, 0.95 / fill)
    half_w *= min(1.35, 0.95 / fill)
    need = np.maximum(np.abs(local[:, 0]) / half_w, np.abs(local[:, 1]) / half_h) - local[:, 2]
    return float(max(need.max(), 0.1))


def _usual(distance: float, stage: Stage, framing: str, facts: CameraFacts) -> float:
    """Keep within what the set allows; the widest shots also show the set itself."""
    usual = stage.camera[0]
    least = 0.22 if stage.small else 0.9
    if framing in ("wide", "extreme wide") or facts.angle == "drone":
        distance = max(distance, usual * (1.0 if facts.focal_mm is None else 0.5))
    if stage.name == "water" and framing not in ("close-up", "extreme close-up"):
        distance = max(distance, 0.6 * usual)
    if facts.leave_room:
        distance *= 1.35
    greatest = {"tabletop": 1.85, "interior": 2.35 if stage.name == "table" else 3.6}.get(
        stage.kind.name, 90.0
    )
    if facts.angle == "drone":
        distance = max(distance, 26.0 if stage.kind.name == "lake" else 14.0)
    return float(np.clip(distance, least, greatest))


def _composed(
    target: np.ndarray,
    position: np.ndarray,
    focal: float,
    aspect: float,
    facts: CameraFacts,
    rng: np.random.Generator,
) -> np.ndarray:
    """Move the aim a little off the subject, so that it stands near a third rather than dead centre."""
    if facts.angle == "top" or facts.framing in ("extreme close-up", "close-up"):
        return target
    width = float(np.linalg.norm(target - position)) * SENSOR_MM / focal
    shift = float(rng.choice([-1, 1])) * 0.045 * width
    return np.asarray(target + np.array([shift, 0.0, 0.03 * width / aspect]))


def _kept(
    position: np.ndarray, target: np.ndarray, stage: Stage, across: bool = False
) -> Float[np.ndarray, "3"]:
    """The nearest allowed place of the camera: inside the room, above the ground, off its own target."""
    low, high = _bounds(stage, across)
    kept = np.clip(position, low, high)
    gap = float(np.linalg.norm(kept - target))
    if gap < 0.15:
        kept = kept + np.array([0.0, -0.2, 0.1])
    return np.asarray(kept)


def _bounds(stage: Stage, across: bool) -> tuple[Float[np.ndarray, "3"], Float[np.ndarray, "3"]]:
    if stage.kind.name == "tabletop":
        return np.array([-1.45, -1.9, 0.04]), np.array([1.6, 1.0, 1.85])
    if stage.kind.name == "interior":
        if stage.name == "table":
            return np.array([-1.6, -2.2, 0.08]), np.array([1.6, 1.2, 1.7])
        return np.array([-1.6, -2.6, 0.15]), np.array([1.6, 1.6, 2.2])
    if stage.kind.name == "street":
        return np.array([-6.0, -6.8 if across else -16.0, 0.35]), np.array([6.0, 6.0, 14.0])
    far = -26.0 if stage.name == "water" else -16.0
    return np.array([-20.0, far, 0.3]), np.array([20.0, 20.0, 16.0])


def _key(
    time: float, position: np.ndarray, target: np.ndarray, facts: CameraFacts, focal: float
) -> CameraKey:
    x, y, z = (round(float(v), 4) for v in position)
    tx, ty, tz = (round(float(v), 4) for v in target)
    return CameraKey(
        time=round(time, 4),
        position=(x, y, z),
        target=(tx, ty, tz),
        roll_deg=facts.roll_deg,
        focal_mm=round(focal, 2),
    )


def _move(
    facts: CameraFacts, start: np.ndarray, target: np.ndarray, focal: float, seconds: float, stage: Stage,
    blocked: Blocked,
    actors: list[Actor],
) -> list[CameraKey]:  # fmt: skip
    """Camera keys of the move."""
    move, amount = facts.move or "static", facts.pace
    line = target - start
    distance = float(np.linalg.norm(line))
    right = np.cross(line / distance, [0, 0, 1.0])
    right = (
        right / max(float(np.linalg.norm(right)), 1e-6)
        if np.linalg.norm(right) > 1e-3
        else np.array([1.0, 0, 0])
    )
    if move.startswith("orbit"):
        return _orbit(facts, start, target, focal, seconds, stage)
    if move == "follow":
        return _follow(facts, start, target, focal, seconds, stage, blocked)
    side = 0.3 * amount * distance * right * (-1 if move.endswith("left") else 1)
    lift = np.array([0, 0, 0.3 * amount * distance * (-1 if move.endswith("down") else 1)])
    near = target - line * (1 - min(0.34 * amount, 0.6))
    last = seconds
    ends: dict[str, tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, float, float]] = {
        "push in": (start, target, near, target, focal, focal),
        "pull back": (near, target, start, target, focal, focal),
        "zoom in": (start, target, start, target, focal, focal * (1 + 0.5 * amount)),
        "zoom out": (start, target, start, target, focal * (1 + 0.5 * amount), focal),
    }
    if move.startswith("truck"):
        ends[move] = (start - side, target - side * 0.8, start + side, target + side * 0.8, focal, focal)
    elif move.startswith("pan"):
        ends[move] = (start, target - side, start, target + side, focal, focal)
    elif move.startswith("tilt"):
        ends[move] = (start, target - lift * 0.7, start, target + lift * 0.7, focal, focal)
    elif move.startswith("crane"):
        ends[move] = (start - lift * 0.35, target, start + lift, target, focal, focal)
    if move not in ends:
        return [_key(0.0, start, target, facts, focal)]
    a, at, b, bt, f0, f1 = ends[move]
    return [
        _key(0.0, _kept(a, at, stage), at, facts, f0),
        _key(last, _kept(b, bt, stage), bt, facts, f1),
    ]


def _orbit(
    facts: CameraFacts, start: np.ndarray, target: np.ndarray, focal: float, seconds: float, stage: Stage
) -> list[CameraKey]:
    """An arc about the target in eleven keys; the camera goes to the side that the move names."""
    sign = -1.0 if facts.move == "orbit left" else 1.0
    span = np.deg2rad((34.0 if stage.small or stage.kind.indoors else 46.0) * facts.pace)
    arm = start - target
    keys = []
    for step in range(11):
        angle = sign * (step / 10 - 0.5) * span
        c, s = np.cos(angle), np.sin(angle)
        turned = np.array([c * arm[0] - s * arm[1], s * arm[0] + c * arm[1], arm[2]])
        keys.append(_key(seconds * step / 10, _kept(target + turned, target, stage), target, facts, focal))
    return keys


def _follow(
    facts: CameraFacts,
    start: np.ndarray,
    target: np.ndarray,
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
            _key(0.0, _kept(start - 0.6 * reach, target, stage), target - reach, facts, focal),
            _key(seconds, _kept(start + 0.6 * reach, target, stage), target + reach, facts, focal),
        ]
    path = np.array(drive.path)
    middle = path[:, 1:].mean(0)
    limit = 0.35 * stage.half[0] if stage.kind.name == "street" else 1.0 * stage.half[0]
    keys = []
    for time, *place in path:
        ahead = np.array(place) - middle
        travel = np.clip(ahead, -limit, limit)
        keys.append(
            _key(float(time), _kept(start + 0.85 * travel, target, stage), target + ahead * 0.9, facts, focal)
        )
    return keys
