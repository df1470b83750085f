"""When an event takes place: after the first quarter of the shot, so that the eye has the place first.

What comes in waits out of frame until it is time; what stands waits where it stands. Only what no frame
can hide as it waits (a throw before a wide lens) begins with the shot.
"""

from dataclasses import dataclass, replace

import numpy as np

from rayograph.core.plan import CameraPlan, Drive, Drop, Launch, Swing, Topple, in_time
from rayograph.plan.carrying import Spot
from rayograph.plan.casting import Actor
from rayograph.plan.composition import corners, on_screen
from rayograph.plan.scene_action import GRAVITY, Blocked
from rayograph.plan.stage import Stage

Timed = Drop | Launch | Topple | Swing
"""What has one moment at which it begins; a drive is timed as a whole."""
MOMENT = 0.47
"""Part of the shot at which the first blow, fall or landing takes place."""
EARLY = 0.32
"""An event that has its moment later than this part of the shot needs no delay."""
_MARGIN = 0.04
"""Part of the frame by which what waits out of frame stays clear of its edge."""
_HIGHEST = 3.0
"""What falls from above the frame is raised to this many times the height of its fall at most."""
_FALL = 0.75
"""In the middle of the shot a fall has lasted for this part of its time."""


@dataclass(frozen=True, kw_only=True)
class _View:
    """The camera's two ends, and the aspect of its frame."""

    camera: CameraPlan
    aspect: float

    def holds(self, actor: Actor, at: tuple[float, float, float]) -> bool:
        """Whether any of a thing at `at` is seen at either end of the move."""
        box = corners(actor, at)
        for key in (self.camera.keys[0], self.camera.keys[len(self.camera.keys) // 2]):
            seen = on_screen(box, np.array(key.position), np.array(key.target), key.focal_mm, self.aspect)
            low, high = seen[:, :2].min(0), seen[:, :2].max(0)
            if seen[:, 2].max() > 0.02 and (low < 1 + _MARGIN).all() and (high > -_MARGIN).all():
                return True
        return False


def enter_late(
    blocked: Blocked,
    actors: list[Actor],
    camera: CameraPlan,
    stage: Stage,
    aspect: float,
    seconds: float,
    pace: float,
) -> Blocked:
    """The same events, with the first of them in the middle of the shot; `seconds` of the shot as seen."""
    events = [in_time(e, pace) for e in blocked.events if not isinstance(e, Drive)]
    if camera.move == "follow" or len(events) < len(blocked.events):
        return blocked
    time = pace * seconds
    acting = [e for e in events if not _turns(e)]
    if not acting:
        return blocked
    first = min(acting, key=lambda e: _moment(e, blocked))
    moment = _moment(first, blocked)
    if moment > EARLY * time:
        return blocked
    view, spots = _View(camera=camera, aspect=aspect), list(blocked.spots)
    delay, late = MOMENT * time - moment, list(events)
    for k, event in enumerate(events):
        if _turns(event):
            continue
        i = next(n for n, a in enumerate(actors) if a.member.id == event.object)
        earlier = 0.0
        if isinstance(event, Drop | Swing) or event.object in blocked.moments:
            moved = _waiting(event, actors, i, spots, view, stage, blocked)
            if moved is not None:
                event, spots[i], earlier = moved
            elif not (isinstance(event, Launch) and event.style in ("roll", "slide") and event.height == 0):
                return blocked
        late[k] = event.model_copy(update={"at": round(max(event.at + delay - earlier, 0.0), 4)})
    return replace(blocked, spots=spots, events=[in_time(event, 1.0 / pace) for event in late])


def _turns(event: Timed) -> bool:
    """Whether it turns on the spot, as it may from the head of the shot on."""
    return isinstance(event, Launch) and event.style == "spin"


def _moment(event: Timed, blocked: Blocked) -> float:
    """When what an event is about takes place [s]: its blow, its landing, else a little after it begins."""
    if event.object in blocked.moments:
        return blocked.moments[event.object]
    if isinstance(event, Drop):
        return event.at + _FALL * float(np.sqrt(2 * event.height / GRAVITY))
    return event.at + 0.1


def _waiting(
    event: Timed, actors: list[Actor], i: int, spots: list[Spot], view: _View, stage: Stage, blocked: Blocked
) -> tuple[Timed, Spot, float] | None:
    """The event begun out of frame, the spot there, and how much longer it takes [s]; else None."""
    if isinstance(event, Drop):
        return _from_above(event, actors[i], spots[i], view, stage)
    if isinstance(event, Swing):
        return _swung_in(event, actors[i], spots[i], view)
    if isinstance(event, Launch) and event.object in blocked.moments:
        return _from_aside(event, actors, i, spots, view, stage, blocked)
    return None


def _from_above(
    event: Drop, actor: Actor, spot: Spot, view: _View, stage: Stage
) -> tuple[Timed, Spot, float] | None:
    x, y, z = spot.position
    ceiling = 2.3 - stage.kind.stages[stage.name][2] if stage.kind.indoors else np.inf
    for factor in np.linspace(1.0, _HIGHEST, 17):
        high = float(event.height * factor)
        if high + actor.size[2] + z > ceiling:
            return None
        if not view.holds(actor, (x, y, z + high)):
            longer = float(np.sqrt(2 * high / GRAVITY) - np.sqrt(2 * event.height / GRAVITY)) * _FALL
            return event.model_copy(update={"height": round(high, 3)}), spot, longer
    return None


def _swung_in(event: Swing, actor: Actor, spot: Spot, view: _View) -> tuple[Timed, Spot, float] | None:
    """The bob drawn farther aside, until no frame shows it; a pendulum takes little longer for it."""
    pivot = np.array(event.pivot)
    cord = pivot[2] - spot.position[2]
    axis = np.deg2rad(event.axis_deg)
    for angle in np.linspace(abs(event.angle_deg), 85.0, 10):
        swung = np.deg2rad(angle) * np.sign(event.angle_deg)
        out = cord * np.sin(swung)
        x, y = pivot[:2] + out * np.array([np.cos(axis), np.sin(axis)])
        if not view.holds(actor, (float(x), float(y), float(pivot[2] - cord * np.cos(swung)))):
            quarter = 0.5 * np.pi * float(np.sqrt(cord / GRAVITY))
            longer = quarter * (abs(swung) ** 2 - np.deg2rad(event.angle_deg) ** 2) / 16
            return (
                event.model_copy(update={"angle_deg": round(float(np.rad2deg(swung)), 1)}),
                spot,
                float(longer),
            )
    return None


def _from_aside(
    event: Launch, actors: list[Actor], i: int, spots: list[Spot], view: _View, stage: Stage, blocked: Blocked
) -> tuple[Timed, Spot, float] | None:
    """The start moved back along the way until the frame does not show it; it arrives as fast as before."""
    actor, spot = actors[i], spots[i]
    flat = np.array(event.velocity[:2])
    speed = float(np.linalg.norm(flat))
    if speed < 1e-3 or spot.on != "stage":
        return None
    way, start = flat / speed, np.array(spot.position[:2])
    slowing = blocked.slowing.get(event.object, 0.0)
    for back in np.linspace(0.0, 14.0 * max(actor.size), 57)[1:]:
        at = start - back * way
        if event.height == 0 and not _stands(at, actor, i, actors, spots, stage):
            return None
        place = (float(at[0]), float(at[1]), spot.position[2] + event.height)
        if view.holds(actor, place):
            continue
        moved = spot.at(round(place[0], 4), round(place[1], 4), spot.position[2])
        if event.style == "throw":
            lobbed = _lobbed(event, float(back), speed, blocked.moments[event.object])
            return (*_over_floor(lobbed, moved, stage), float(back) / speed)
        faster = float(np.sqrt(speed**2 + 2 * slowing * back))
        velocity = (round(float(way[0] * faster), 3), round(float(way[1] * faster), 3), event.velocity[2])
        return event.model_copy(update={"velocity": velocity}), moved, 2 * float(back) / (speed + faster)
    return None


def _lobbed(event: Launch, back: float, speed: float, flight: float) -> Launch:
    """A throw from farther off that comes down at the same place at the same pace over the ground."""
    longer = flight + back / speed
    rise = event.velocity[2] * flight - 0.5 * GRAVITY * flight**2
    up = rise / longer + 0.5 * GRAVITY * longer
    return event.model_copy(update={"velocity": (*event.velocity[:2], round(float(up), 3))})


def _over_floor(event: Launch, spot: Spot, stage: Stage) -> tuple[Launch, Spot]:
    """What waits in the air beside a table waits as high over the floor there."""
    x, y, z = spot.position
    fall = stage.kind.stages[stage.name][2]
    if abs(x) < stage.half[0] and abs(y) < stage.half[1] or fall == 0:
        return event, spot
    return event.model_copy(update={"height": round(event.height + fall, 4)}), spot.at(x, y, z - fall)


def _stands(
    at: np.ndarray, actor: Actor, i: int, actors: list[Actor], spots: list[Spot], stage: Stage
) -> bool:
    """Whether it may wait at a place: on the stage, and clear of all else."""
    if (np.abs(at) > np.array(stage.half) - 0.6 * actor.radius).any() and stage.kind.indoors:
        return False
    return all(
        np.linalg.norm(at - np.array(spot.position[:2])) > 1.1 * (other.radius + actor.radius)
        for k, (other, spot) in enumerate(zip(actors, spots, strict=True))
        if k != i and spot.position[2] < actor.size[2] and spot.on == "stage"
    )
