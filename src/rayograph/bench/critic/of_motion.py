"""Faults of where things are: they are missing, float, sink, change places, freeze, jump, fall slowly."""

from collections.abc import Callable

import numpy as np

from rayograph.bench.critic.stand import ASIDE, Stand, Track, reposed, times
from rayograph.core.camera import project
from rayograph.core.intent import Direction, Event, Relation
from rayograph.core.plan import Drop
from rayograph.world.engine import camera

AWAY = -1000.0
"""Where nobody sees a thing: this far below [m]."""
FROZEN_AT = 0.35
"""Part of the greatest displacement after which all stands still."""
SLOWER = 0.7
MOVES = 0.01
"""What is displaced by more than this [m] moves."""


def missing(stand: Stand) -> Stand | None:
    """The subject is not there."""
    return _each(stand, (stand.hero,), lambda track, now: _shifted(track, (0, 0, AWAY)))


def floating(stand: Stand) -> Stand | None:
    """What stands on something hangs over it by half of its height."""
    name = standing(stand)
    if name is None:
        return None
    lift = 0.5 * height(stand, name) + 0.02
    return _each(stand, (name,), lambda track, now: _shifted(track, (0, 0, lift)))


def sunk(stand: Stand) -> Stand | None:
    """What stands on something is in it by half of its height."""
    name = standing(stand)
    if name is None:
        return None
    return _each(stand, (name,), lambda track, now: _shifted(track, (0, 0, -0.5 * height(stand, name))))


def swapped(stand: Stand) -> Stand | None:
    """Two things that stand left of, right of, behind or in front of each other have changed places."""
    pair = next((c for c in stand.claims if isinstance(c, Relation) and c.relation in ASIDE), None)
    poses = stand.truth.poses
    if pair is None or not {pair.subject, pair.target} <= {*poses}:
        return None
    one, other = poses[pair.subject], poses[pair.target]
    step = (other - one)[0, :3, 3] * [1, 1, 0]
    return reposed(stand, {pair.subject: _shifted(one, step), pair.target: _shifted(other, -step)})


def frozen(stand: Stand) -> Stand | None:
    """All motion stops a third of the way on."""
    if not _things_happen(stand):
        return None
    name = max(movers(stand), key=lambda each: float(gone(stand.truth.poses[each]).max()))
    far = gone(stand.truth.poses[name])
    stop = int(np.flatnonzero(far >= FROZEN_AT * far.max())[0])
    return _each(stand, movers(stand), lambda track, now: track[np.minimum(np.arange(len(now)), stop)])


def event_missed(stand: Stand) -> Stand | None:
    """All stands as it stood at first."""
    if not _things_happen(stand):
        return None
    return _each(stand, movers(stand), lambda track, now: np.repeat(track[:1], len(now), axis=0))


def slow_fall(stand: Stand) -> Stand | None:
    """Gravity is 0.7 of what it should be, from the release on."""
    release = [event.at for event in stand.plan.action if isinstance(event, Drop)]
    if not release:
        return None

    def slower(track: Track, now: np.ndarray) -> Track:
        then = np.where(now > release[0], release[0] + (now - release[0]) * SLOWER**0.5, now)
        return track[np.clip(np.round((then - now[0]) / (now[1] - now[0])).astype(int), 0, len(now) - 1)]

    return _each(stand, movers(stand), slower)


def mirrored(stand: Stand) -> Stand | None:
    """What moves goes the other way."""
    if not any(isinstance(claim, Direction) for claim in stand.claims):
        return None

    def other_way(track: Track, now: np.ndarray) -> Track:
        out = track.copy()
        out[:, :2, 3] = 2 * track[:1, :2, 3] - track[:, :2, 3]
        return out

    return _each(stand, movers(stand), other_way)


def vanishing(stand: Stand) -> Stand | None:
    """The subject is gone for a tenth of the shot while it is in full view."""
    middle = best_moment(stand)

    def gone_for_a_while(track: Track, now: np.ndarray) -> Track:
        off = np.abs(now - middle) < 0.05 * stand.seconds
        return np.where(off[:, None, None], _shifted(track, (0, 0, AWAY)), track)

    return _each(stand, (stand.hero,), gone_for_a_while)


def jumping(stand: Stand) -> Stand | None:
    """The subject is suddenly elsewhere, by its own width."""
    if stand.hero is None:
        return None
    step, middle = wide(stand, stand.hero) * across(stand), best_moment(stand)

    def jumped(track: Track, now: np.ndarray) -> Track:
        return np.where((now > middle)[:, None, None], _shifted(track, step), track)

    return _each(stand, (stand.hero,), jumped)


def best_moment(stand: Stand) -> float:
    """When the subject is nearest to the middle of the picture [s]."""
    if stand.hero is None:
        return 0.5 * stand.seconds
    moments = np.linspace(0.2, 0.8, 25) * stand.seconds
    return min(moments, key=lambda time: off_centre(stand, stand.truth.pose(stand.hero or "", time), time))


def off_centre(stand: Stand, pose: np.ndarray, time: float) -> float:
    """How far from the picture's middle a place is [px]."""
    here = camera(stand.shot.world, stand.shot.quality, time)
    spot = project(here, pose[None, :3, 3])[0, :2]
    return float(np.linalg.norm(spot - [here.width / 2, here.height / 2]))


def movers(stand: Stand) -> tuple[str, ...]:
    """What moves."""
    return tuple(name for name, track in stand.truth.poses.items() if gone(track).max() > MOVES)


def gone(track: Track) -> np.ndarray:
    """How far from where it starts [m], its turning as if it were 10 cm large."""
    off = np.linalg.norm(track[:, :3, 3] - track[0, :3, 3], axis=1)
    return np.asarray(off + 0.1 * np.abs(track[:, :3, :3] - track[0, :3, :3]).max((1, 2)))


def standing(stand: Stand) -> str | None:
    """Something at rest that is said to be on something, or the subject."""
    said = [c.subject for c in stand.claims if isinstance(c, Relation) and c.relation == "on"]
    still = [name for name in (*said, stand.hero) if name in stand.truth.poses and name not in movers(stand)]
    return next(iter(still), None)


def corners(stand: Stand, name: str) -> tuple[np.ndarray, np.ndarray]:
    """Least and greatest coordinates of a prop in its own frame [m]."""
    points = np.concatenate([part.mesh.vertices for part in stand.shot.world.props[name].parts])
    return points.min(0), points.max(0)


def height(stand: Stand, name: str) -> float:
    """Of a prop [m]."""
    low, high = corners(stand, name)
    return float(high[2] - low[2])


def wide(stand: Stand, name: str) -> float:
    """The greater of a prop's width and depth [m]."""
    low, high = corners(stand, name)
    return float((high - low)[:2].max())


def across(stand: Stand) -> np.ndarray:
    """The picture's right, level in the world."""
    right = camera(stand.shot.world, stand.shot.quality, 0.0).to_world[:3, 0] * [1, 1, 0]
    return np.asarray(right / max(float(np.linalg.norm(right)), 1e-6))


def _things_happen(stand: Stand) -> bool:
    return bool(movers(stand)) and any(isinstance(c, Event) and c.event != "stays" for c in stand.claims)


def _shifted(track: Track, step: object) -> Track:
    out = track.copy()
    out[:, :3, 3] += np.asarray(step, float)
    return out


def _each(
    stand: Stand, names: tuple[str | None, ...], way: Callable[[Track, np.ndarray], Track]
) -> Stand | None:
    known = [name for name in names if name is not None and name in stand.truth.poses]
    if not known:
        return None
    now = times(stand)
    return reposed(stand, {name: way(stand.truth.poses[name], now) for name in known})
