"""Nearer, until all that the words name is large enough to be told, also where furniture is then cut off."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from jaxtyping import Float

from rayograph.core.plan import CameraKey
from rayograph.plan.blocking import Blocked
from rayograph.plan.casting import Actor
from rayograph.plan.composition import corners, holding, on_screen
from rayograph.plan.facts import CameraFacts
from rayograph.plan.stage import Stage

HERO_SHARE, SHARE = 0.04, 0.01
"""Part of the frame that the hero, and each other thing that was named, covers at least."""
_MODEST = {"wide": 0.3, "extreme wide": 0.0}
"""Framing → part of those that a shot asks for which was said to be wide."""
FILLED = 0.7
"""About how much of its outline's hull a thing fills."""
_LARGE = 2.0
"""What is so many times as large as what should be told by it may be cut off,"""
_CARRIER, _BESIDE = 0.42, 0.6
"""but so much of its length stays in the frame: of what only carries it, and of what was named beside it."""
_HELD = 0.47
"""How far from the middle of the frame what must be seen may reach."""
_SWEPT = 0.4
"""The same for a camera that sweeps or circles, so that its ends hold it, too."""
_STEP = 1.12
_LOOK_DOWN, _TABLE_HIGH = 0.16, 1.3
"""What stands no higher than the second [m] is seen from so much of the distance over its top."""
_WHOLE = ("medium", "medium close-up", "wide")
"""Framings that cut off nothing small."""
_HEADED = frozenset("floor_lamp lamp_post pendant_lamp chandelier traffic_light sign bus_stop".split())
"""Kinds whose top is what one knows them by."""
_FURNITURE = 0.55
"""No less than this [m] is cut off for the sake of something smaller."""
_FULL = 0.2
"""A frame of small things of which they cover so much is full."""
_LINE = 0.6
"""What is long and thin is told by its length: it counts as square with so much of it for a side."""
Points = Float[np.ndarray, "n 3"]


@dataclass(frozen=True, kw_only=True)
class Pose:
    """Place and aim of the camera [m] and its lens [mm]."""

    position: Float[np.ndarray, "3"]
    aim: Float[np.ndarray, "3"]
    focal: float

    @property
    def parts(self) -> tuple[np.ndarray, np.ndarray, float]:
        """Place, aim, lens."""
        return self.position, self.aim, self.focal


@dataclass(frozen=True, kw_only=True)
class Told:
    """One thing that was named: outlines of its specimens [m], the part of the frame it needs, its box."""

    outlines: tuple[Points, ...]
    floor: float
    box: Points
    carries: bool
    whole: bool = False
    """Whether it is told by its head: it is never cut off."""


def outline(actor: Actor, position: tuple[float, float, float], yaw_deg: float = 0.0) -> Points:
    """Points about a thing that stands at `position`: two ovals in its box, its foot and its top [m]."""
    w, d, h = actor.size
    angle = np.linspace(0, 2 * np.pi, 12, endpoint=False)
    x, y, turn = 0.53 * w * np.cos(angle), 0.53 * d * np.sin(angle), np.deg2rad(yaw_deg)
    ring = np.stack([x * np.cos(turn) - y * np.sin(turn), x * np.sin(turn) + y * np.cos(turn)], 1)
    foot, top = (np.concatenate([ring, np.full((12, 1), z)], 1) for z in (0.0, h))
    return np.concatenate([foot, top]) + position


def hull_share(points: Points, pose: Pose, aspect: float) -> float:
    """Part of the frame that the hull of points covers, were the frame as large as need be."""
    at = on_screen(points, pose.position, pose.aim, pose.focal, aspect)
    if at[:, 2].min() < 0.03:
        return 1.0
    length = float(np.linalg.norm(np.ptp(at[:, :2] * [1.0, 1.0 / aspect], axis=0)))
    return max(hull_area(at[:, :2]), aspect * (_LINE * length) ** 2)


def hull_area(points: Float[np.ndarray, "n 2"]) -> float:
    """Area of the convex hull (A. M. Andrew's monotone chain, 1979): for few points faster than Qhull."""
    ordered = sorted(map(tuple, points.tolist()))
    area = 0.0
    for chain in (ordered, ordered[::-1]):
        hull: list[tuple[float, float]] = []
        for x, y in chain:
            while len(hull) > 1:
                (ax, ay), (bx, by) = hull[-2], hull[-1]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0:
                    break
                hull.pop()
            hull.append((x, y))
        area += sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairwise(hull))
    return area / 2


def told_things(actors: list[Actor], blocked: Blocked, hero: int, framing: str | None) -> list[Told]:
    """What was named and stands in the frame, with the part of it that each needs; the hero as it is met."""
    modest = _MODEST.get(framing or "", 1.0)
    bearers, coming = {spot.on for spot in blocked.spots}, _afar(actors, blocked)
    told: list[Told] = []
    for thing in dict.fromkeys(a.thing for a in actors if a.member.words):
        mine = [i for i, a in enumerate(actors) if a.thing == thing and a.member.words]
        mine = [i for i in mine if actors[i].member.id not in coming or i == hero]
        if not mine:
            continue
        is_hero = thing == actors[hero].thing
        spots = [blocked.spots[i] for i in mine]
        shapes = tuple(outline(actors[i], s.position, s.yaw_deg) for i, s in zip(mine, spots, strict=True))
        box = np.concatenate([corners(actors[i], s.position) for i, s in zip(mine, spots, strict=True)])
        if is_hero and len(mine) == 1:
            # What comes from outside is met where its way passes the frame.
            at = np.array(spots[0].position)
            if blocked.seen and actors[hero].member.id in coming:
                at = np.clip(at, np.min(blocked.seen, axis=0), np.max(blocked.seen, axis=0))
            x, y, z = (float(v) for v in at)
            shapes, box = (
                (outline(actors[hero], (x, y, z), spots[0].yaw_deg),),
                corners(actors[hero], (x, y, z)),
            )
        told.append(
            Told(
                outlines=shapes,
                floor=modest * (HERO_SHARE if is_hero else SHARE),
                box=box,
                whole=actors[mine[0]].member.kind in _HEADED,
                carries=any(actors[i].member.id in bearers for i in mine) and not is_hero,
            )
        )
    return told


def _afar(actors: list[Actor], blocked: Blocked) -> set[str]:
    """What moves and starts where the frame need not be: off-screen."""
    moving = {e.object for e in blocked.events if e.kind in ("drive", "launch")}
    seen = np.array(blocked.seen).reshape(-1, 3)
    if not len(seen):
        return moving
    return {
        actor.member.id
        for actor, spot in zip(actors, blocked.spots, strict=True)
        if actor.member.id in moving
        and (
            (spot.position < seen.min(0) - actor.radius) | (spot.position > seen.max(0) + actor.radius)
        ).any()
    }


def lacking(told: list[Told], pose: Pose, aspect: float) -> Float[np.ndarray, "n"]:
    """How many times nearer the camera would have to be for each thing; 1 or less: it is large enough."""
    shares = [
        max(FILLED * sum(hull_share(shape, pose, aspect) for shape in thing.outlines), 1e-7) for thing in told
    ]
    return np.array([(thing.floor / share) ** 0.5 for thing, share in zip(told, shares, strict=True)])


def core_of(told: list[Told], small: Float[np.ndarray, "n"], seen: Points) -> Points:
    """What must stay in the frame: what is too small, all of its size, and of furniture the nearest part."""
    little = np.concatenate([thing.box for thing, need in zip(told, small, strict=True) if need > 1.0])
    low, high = little.min(0), little.max(0)
    size = float(np.ptp(told[int(small.argmax())].box, axis=0).max())
    kept = [little, seen]
    for thing, need in zip(told, small, strict=True):
        if need > 1.0:
            continue
        if thing.whole or np.ptp(thing.box, axis=0).max() <= max(_LARGE * size, _FURNITURE):
            kept.append(thing.box)
            continue
        a, b = thing.box.min(0), thing.box.max(0)
        length = (_CARRIER if thing.carries else _BESIDE) * (b - a)
        start = np.clip((low + high) / 2 - length / 2, a, b - length)
        kept.append(np.clip(thing.box, start, start + length))
    return np.concatenate(kept)


def drawn_near(
    pose: Pose, told: list[Told], seen: Points, aspect: float, stage: Stage, facts: CameraFacts
) -> Pose:
    """The pose from nearer, as far as it takes and what must be seen allows; by a longer lens where the
    camera is near already and no lens was named."""
    least = 0.26 if stage.small else (0.62 if stage.kind.indoors else 0.9)
    swept = (facts.move or "").startswith(("truck", "orbit", "pan", "follow", "crane"))
    room, first = _SWEPT if swept else _HELD, pose
    for _ in range(24):
        need = lacking(told, pose, aspect)
        if not len(need) or need.max() <= 1.02:
            break
        core = core_of(told, need, seen)
        middle = (core.min(0) + core.max(0)) / 2
        step = min(_STEP, float(need.max()))
        moved = _stepped(pose, middle, step, least, facts.focal_mm is None)
        if moved is None:
            break
        turned = holding(core, moved.aim, moved.position, moved.focal, aspect, 0.5 - room)
        moved = Pose(position=moved.position, aim=turned, focal=moved.focal)
        at = on_screen(core, moved.position, moved.aim, moved.focal, aspect)
        if at[:, 2].min() < 0.05 or np.abs(at[:, :2] - 0.5).max() > room + 0.012:
            break
        pose = moved
    return _from_above(pose, told, seen, aspect) if pose is not first and _free_height(facts, stage) else pose


def told_from(
    pose: Pose, actors: list[Actor], blocked: Blocked, hero: int, facts: CameraFacts, framing: str,
    stage: Stage, aspect: float,
) -> Pose:  # fmt: skip
    """The pose from which all that was named can be told, as far as there is one."""
    told = told_things(actors, blocked, hero, facts.framing)
    seen = np.array(blocked.seen).reshape(-1, 3)
    pose = drawn_near(pose, told, seen, aspect, stage, facts)
    return kept_whole(pose, told, seen, aspect) if framing in _WHOLE else pose


def _free_height(facts: CameraFacts, stage: Stage) -> bool:
    return facts.angle is None and facts.tilt_deg is None and stage.kind.indoors and not stage.small


def _from_above(pose: Pose, told: list[Told], seen: Points, aspect: float) -> Pose:
    """From a little over what stands on furniture, so that one sees on what it stands."""
    need = lacking(told, pose, aspect)
    little = [t for t, n in zip(told, need, strict=True) if n > 0.35] or told
    top = float(told[int(need.argmax())].box[:, 2].max())
    if top > _TABLE_HIGH:
        return pose
    away = float(np.linalg.norm((pose.aim - pose.position)[:2]))
    position = np.array([*pose.position[:2], max(float(pose.position[2]), top + _LOOK_DOWN * away)])
    core = np.concatenate([*(t.box for t in little), seen])
    return Pose(
        position=position, aim=holding(core, pose.aim, position, pose.focal, aspect), focal=pose.focal
    )


def kept_whole(pose: Pose, told: list[Told], seen: Points, aspect: float) -> Pose:
    """The aim turned until nothing small that was named is cut off, where all of it finds room."""
    sizes = [float(np.ptp(thing.box, axis=0).max()) for thing in told]
    modest = [t.box for t, size in zip(told, sizes, strict=True) if size <= _LARGE * float(np.median(sizes))]
    if not modest:
        return pose
    box = np.concatenate([*modest, seen])
    at = on_screen(box, pose.position, pose.aim, pose.focal, aspect)
    if at[:, 2].min() < 0.05 or np.ptp(at[:, :2], axis=0).max() > 2 * _HELD:
        return pose
    return Pose(position=pose.position, focal=pose.focal,
                aim=holding(box, pose.aim, pose.position, pose.focal, aspect))  # fmt: skip


def _stepped(pose: Pose, middle: np.ndarray, step: float, least: float, free_lens: bool) -> Pose | None:
    """One step towards the middle: the frame narrows about it, and it keeps its place in the frame."""
    away = pose.position - middle
    aim = middle + (pose.aim - middle) / step
    if np.linalg.norm(away) / step >= least:
        return Pose(position=middle + away / step, aim=aim, focal=pose.focal)
    if not free_lens or pose.focal * step > 110.0:
        return None
    return Pose(position=pose.position, aim=aim, focal=round(pose.focal * step, 1))


def untold(told: list[Told], keys: tuple[CameraKey, ...], aspect: float) -> float:
    """How much of what was named is too small at every moment to be told, a sum over things of 0..1."""
    if not told:
        return 0.0
    poses = [Pose(position=np.array(k.position), aim=np.array(k.target), focal=k.focal_mm) for k in keys]
    need = np.min([lacking(told, pose, aspect) for pose in poses], axis=0)
    return float((1.0 - np.clip(need, 1.0, None) ** -2.0).sum())


def looseness(told: list[Told], keys: tuple[CameraKey, ...], aspect: float) -> float:
    """How empty the frame is that what was named leaves, 0..1, at its fullest moment."""
    if not told:
        return 0.0
    filled = []
    for key in keys:
        pose = Pose(position=np.array(key.position), aim=np.array(key.target), focal=key.focal_mm)
        filled.append(sum(FILLED * hull_share(shape, pose, aspect) for t in told for shape in t.outlines))
    return float(np.clip(1.0 - max(filled) / _FULL, 0.0, 1.0))
