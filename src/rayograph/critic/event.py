"""Whether what is said to happen is seen to happen: one question per event, asked of the thing's track."""

import numpy as np

from rayograph.core.intent import Event
from rayograph.critic.finding import Finding, at_least, at_most, unmeasured
from rayograph.critic.gaps import gaps
from rayograph.critic.reel import Reel
from rayograph.critic.swing import return_part
from rayograph.critic.tracks import Track, tilts, track

TOUCH_M = 0.02
"""Surfaces this near touch; for large things a part of their size."""
REST = 0.15
"""At rest: the part of the greatest speed that is left at the end."""


def event(claim: Event, reel: Reel) -> Finding:
    """The number of the event, against what its docstring in `core.intent` wants."""
    wanted = f"{claim.subject} {claim.event}" + (f" ({claim.target})" if claim.target else "")
    if not reel.passes or reel.frames < 2:
        return unmeasured(wanted, "an event needs two frames or more with data passes")
    for name in (claim.subject, *((claim.target,) if claim.target else ())):
        if not reel.share(name).any():
            return Finding(verdict="fail", wanted=wanted, note=f"{name} is not seen")
    it = track(reel, claim.subject)
    if it.seen.sum() < 2:
        return unmeasured(wanted, f"{claim.subject} is seen in one frame only")
    match claim.event:
        case "falls":
            found = _falls(wanted, reel, it)
        case "topples":
            found = _topples(wanted, reel, it)
        case "lands":
            found = _lands(wanted, reel, it, claim.target)
        case "hits":
            found = _hits(wanted, reel, it, claim.target)
        case "moves" | "stays":
            found = _goes(wanted, reel, it, moves=claim.event == "moves")
        case "stops":
            found = _stops(wanted, reel, it)
        case "leaves" | "enters":
            found = _crosses(wanted, reel, it, leaves=claim.event == "leaves")
        case "swings":
            found = at_least(return_part(it), 0.3, unit="of the way", frame=reel.numbers[-1],
                             wanted=f"{wanted}: it comes back by 0.3 of its way or more")  # fmt: skip
    frames = it.seen & (np.arange(reel.frames) < reel.frames - 1)
    sure = float(np.clip(np.median(it.carried[frames]) / 20, 0.3, 1)) if frames.any() else 0.3
    return found.model_copy(update={"confidence": round(min(found.confidence, sure), 3)})


def _ends(it: Track) -> tuple[int, int]:
    frames = np.flatnonzero(it.seen)
    return int(frames[0]), int(frames[-1])


def _falls(wanted: str, reel: Reel, it: Track) -> Finding:
    first, last = _ends(it)
    height = float(np.nanmax(it.high - it.low))
    drop = float(it.way[first, 2] - it.way[last, 2])
    if last < reel.frames - 1 and it.cropped[last] > 0 and last > first:
        drop -= 2 * float(np.nan_to_num(it.step[last - 1, 2]))  # out of the frame it falls on
    return at_least(drop, 0.5 * height, unit="m", frame=reel.numbers[last],
                    wanted=f"{wanted}: it ends {0.5 * height:.3f} m lower or more")  # fmt: skip


def _topples(wanted: str, reel: Reel, it: Track) -> Finding:
    _, last = _ends(it)
    wanted = f"{wanted}: it ends tilted by 45° or more"
    tilt, known = tilts(it)
    if known >= 0.6:
        return at_least(float(tilt[last]), 45.0, unit="deg", wanted=wanted, frame=reel.numbers[last],
                        confidence=known)  # fmt: skip
    tall = it.high - it.low
    flat = float(np.nanmedian(tall[it.seen][-3:]) / max(np.nanmax(tall[it.seen][:3]), 1e-6))
    return at_least(1 - flat, 0.3, unit="of its height lost", wanted=wanted, frame=reel.numbers[last],
                    confidence=0.5, note="too little of it is seen to follow its turn")  # fmt: skip


def _speeds(reel: Reel, it: Track) -> np.ndarray:
    """Speeds from each seen frame to the next seen one [m/s], over 3 steps smoothed."""
    frames = np.flatnonzero(it.seen)
    steps = np.linalg.norm(np.diff(it.way[frames], axis=0), axis=1) / np.diff(reel.times[frames])
    return steps


def _rests(reel: Reel, it: Track) -> tuple[float, float]:
    """Greatest speed, and the median of the last three [m/s]."""
    speeds = _speeds(reel, it)
    return float(speeds.max()), float(np.median(speeds[-3:]))


def _lands(wanted: str, reel: Reel, it: Track, target: str | None) -> Finding:
    first, last = _ends(it)
    peak, end = _rests(reel, it)
    number = reel.numbers[last]
    came = float(np.nanmax(np.linalg.norm(it.way - it.way[last], axis=1)))
    if came < 0.3 * it.size:
        return Finding(verdict="fail", value=round(came, 4), unit="m", wanted=wanted, frame=number,
                       note="it does not come from anywhere: it hardly moves")  # fmt: skip
    slow = max(2 * REST * peak, 0.2 * it.size)
    if end > slow or target is None:
        return at_most(end, slow, unit="m/s", wanted=f"{wanted}: it ends at rest", frame=number,
                       note="it is still under way at the end" if end > slow else "")  # fmt: skip
    other = track(reel, target)
    apart = gaps(reel, it, other)[first : last + 1]
    near = TOUCH_M + 0.1 * it.size
    if np.isnan(apart).all():
        return unmeasured(wanted, f"it and {target} are never seen together")
    gap = 0.0 if _inside(reel, it, other, near) else float(apart[np.isfinite(apart)][-3:].min())
    return at_most(
        gap, near, unit="m", wanted=f"{wanted}: it ends within {near:.3f} m of {target}", frame=number
    )


def _inside(reel: Reel, it: Track, other: Track, near: float) -> bool:
    """Whether its middle ends within what is seen of `other` from above, and no higher than on its top."""
    last = _ends(it)[1]
    seen = reel.position[last][reel.ids[last] == reel.index(other.name)]
    if not len(seen):
        return False
    low, high = np.percentile(seen[:, :2], [2, 98], axis=0)
    across = bool(((it.place[last, :2] > low) & (it.place[last, :2] < high)).all())
    return across and bool(it.low[last] < other.high[last] + near and it.high[last] > other.low[last] - near)


def _hits(wanted: str, reel: Reel, it: Track, target: str | None) -> Finding:
    if target is None:
        return unmeasured(wanted, "what it hits is not said")
    other = track(reel, target)
    apart = gaps(reel, it, other) if not target.startswith(it.name) else gaps(reel, other, it)
    if np.isnan(apart).all():
        return unmeasured(wanted, f"it and {target} are never seen together")
    t = int(np.nanargmin(apart))
    near = TOUCH_M + 0.05 * min(it.size, other.size)
    moved = max(_goneby(it), _goneby(other))
    found = at_most(float(apart[t]), near, unit="m", frame=reel.numbers[t],
                    wanted=f"{wanted}: it comes within {near:.3f} m of it")  # fmt: skip
    if found.verdict == "pass" and moved < 0.1 * min(it.size, other.size):
        return Finding(verdict="fail", value=found.value, unit="m", wanted=wanted, frame=found.frame,
                       note="neither moves: they touch all the time")  # fmt: skip
    if found.verdict == "pass" and not _comes(apart, near):
        return Finding(verdict="fail", value=found.value, unit="m", wanted=wanted, frame=found.frame,
                       note="they touch from the start: nothing comes to touch")  # fmt: skip
    return found


def _comes(apart: np.ndarray, near: float) -> bool:
    """Whether they are apart before they touch: by more than `near`, or by a quarter of it at the start."""
    known = apart[np.isfinite(apart)]
    before = np.maximum.accumulate(known)
    apart_by = 0.25 * near if known[0] > 0.25 * near else near
    return bool(((known <= near) & (known < 0.5 * before) & (before > apart_by)).any())


def _goneby(it: Track) -> float:
    """The farthest that it gets from where it starts [m]."""
    first, _ = _ends(it)
    return float(np.nanmax(np.linalg.norm(it.way - it.way[first], axis=1)))


def _goes(wanted: str, reel: Reel, it: Track, *, moves: bool) -> Finding:
    first, _ = _ends(it)
    off = np.nan_to_num(np.linalg.norm(it.way - it.way[first], axis=1))
    t = int(off.argmax())
    if moves:
        return at_least(float(off[t]), it.size, unit="m", frame=reel.numbers[t],
                        wanted=f"{wanted}: by its own size, {it.size:.3f} m, or more")  # fmt: skip
    turned = float(np.nanmax(tilts(it)[0])) if np.isfinite(tilts(it)[0]).any() else 0.0
    limit = 0.1 * it.size + 0.005
    note = f"it tilts by {turned:.0f}°" if turned > 15 else ""
    return at_most(max(float(off[t]), limit * turned / 15), limit, unit="m", frame=reel.numbers[t],
                   wanted=f"{wanted}: within {limit:.3f} m", note=note)  # fmt: skip


def _stops(wanted: str, reel: Reel, it: Track) -> Finding:
    peak, end = _rests(reel, it)
    number = reel.numbers[_ends(it)[1]]
    if _goneby(it) < 0.3 * it.size:
        return Finding(verdict="fail", value=round(_goneby(it), 4), unit="m", wanted=wanted, frame=number,
                       note="it hardly moves at all")  # fmt: skip
    return at_most(end, max(REST * peak, 0.03 * it.size), unit="m/s", frame=number,
                   wanted=f"{wanted}: {REST:.0%} of its speed is left at most")  # fmt: skip


def _crosses(wanted: str, reel: Reel, it: Track, *, leaves: bool) -> Finding:
    """The part of its greatest share that is left at the end (at the start, where it enters)."""
    share = it.share if leaves else it.share[::-1]
    cropped = it.cropped if leaves else it.cropped[::-1]
    last = int(np.flatnonzero(share > 0)[-1])
    left = float(share[-1] / share.max())
    t = last if leaves else reel.frames - 1 - last
    wanted = f"{wanted}: across the frame's edge, half of it or less is left"
    if cropped[max(last - 1, 0) : last + 1].max() <= 0 and left <= 0.5 and share[-1] == 0:
        return Finding(verdict="fail", value=round(left, 4), unit="of its share", wanted=wanted,
                       frame=reel.numbers[t], confidence=0.7,
                       note="it is gone without reaching the edge")  # fmt: skip
    on_edge = cropped[last] > 0
    return at_most(left if on_edge or share[-1] == 0 else 1.0, 0.5, unit="of its share", wanted=wanted,
                   frame=reel.numbers[t], note="" if on_edge else "it does not reach the edge")  # fmt: skip
