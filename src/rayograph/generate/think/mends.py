"""What may be done about an intent that fails: small edits of the plan, each with its reason.

A mend is a guess; only the frames say whether it helped.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from rayograph.core.intent import (
    CameraMove,
    Claim,
    Contact,
    Direction,
    Event,
    Exposure,
    Framing,
    Hardness,
    LightFrom,
    Placement,
    Presence,
    Visible,
    Warmth,
)
from rayograph.core.plan import Launch, ShotPlan, in_time
from rayograph.critic.exposure import BURNT
from rayograph.critic.luma import lumas
from rayograph.critic.reel import Reel

_AZIMUTH = {"right": 0.0, "behind": 90.0, "left": 180.0, "front": 270.0}
"""Where light comes from, counter-clockwise from the picture's right."""


@dataclass(frozen=True, kw_only=True)
class Mend:
    """A changed plan, and what was changed in words."""

    plan: ShotPlan
    what: str


def mends(plan: ShotPlan, claim: Claim, reel: Reel, lit: Reel) -> Iterator[Mend]:
    """Edits of the plan that may make the claim pass, the likeliest first.

    Args:
        reel: all frames, which need no light. lit: a few of them with light.
    """
    match claim:
        case Presence() | Visible():
            points = [p for name in claim.objects if (p := _place(reel, name)) is not None]
            yield from _seen_better(plan, points, nearer=isinstance(claim, Presence))
        case Framing():
            yield from _framed(plan, claim, _place(reel, claim.object))
        case Placement():
            yield from _shifted(plan, claim, _place(reel, claim.object))
        case Event() | Contact():
            yield from _other_event(plan, claim.subject if isinstance(claim, Event) else claim.a)
        case Direction():
            yield from _other_event(plan, claim.subject)
        case CameraMove():
            yield from _stronger_move(plan)
        case LightFrom():
            yield from _light_from(plan, claim.side)
        case Hardness():
            yield from _other_hardness(plan, hard=claim.hard)
        case Warmth():
            yield from _other_warmth(plan, claim.warmth)
        case Exposure():
            yield from _other_exposure(plan, lit, claim)
        case _:
            return


def _place(reel: Reel, name: str) -> np.ndarray | None:
    """Where a thing is in the world [m], by the frame that shows most of it."""
    share = reel.share(name)
    if not share.any():
        return None
    best = int(share.argmax())
    return np.asarray(reel.position[best][reel.mask(name)[best]], np.float64).mean(0)


def _with_keys(
    plan: ShotPlan, turn: Callable[[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]
) -> ShotPlan:
    """The plan with every camera key's position and target changed."""
    keys = []
    for key in plan.camera.keys:
        position, target = turn(np.array(key.position), np.array(key.target))
        moved = {
            "position": tuple(round(float(v), 5) for v in position),
            "target": tuple(round(float(v), 5) for v in target),
        }
        keys.append(key.model_copy(update=moved))
    return plan.model_copy(update={"camera": plan.camera.model_copy(update={"keys": tuple(keys)})})


def _nearer(plan: ShotPlan, point: np.ndarray, by: float) -> ShotPlan:
    """The camera on its way to a point: `by` of the distance, its aim as much nearer to it."""
    return _with_keys(plan, lambda p, t: (p + by * (point - p), t + min(2 * by, 0.6) * (point - t)))


def _round(plan: ShotPlan, degrees: float) -> ShotPlan:
    """The camera gone round what the first key looks at."""
    middle = np.array(plan.camera.keys[0].target)
    angle = math.radians(degrees)
    turn = np.array(
        [[math.cos(angle), -math.sin(angle), 0], [math.sin(angle), math.cos(angle), 0], [0, 0, 1]]
    )
    return _with_keys(plan, lambda p, t: (middle + turn @ (p - middle), middle + turn @ (t - middle)))


def _higher(plan: ShotPlan, by: float) -> ShotPlan:
    """The camera raised by a part of its distance, its aim kept, from no farther away."""

    def up(position: np.ndarray, target: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        away = position - target
        raised = away + [0.0, 0.0, by * float(np.linalg.norm(away))]
        return target + raised * (np.linalg.norm(away) / np.linalg.norm(raised)), target

    return _with_keys(plan, up)


def _farther(plan: ShotPlan, by: float) -> ShotPlan:
    return _with_keys(plan, lambda p, t: (t + (1 + by) * (p - t), t))


def _seen_better(plan: ShotPlan, points: list[np.ndarray], *, nearer: bool) -> Iterator[Mend]:
    if points and nearer:
        middle = np.mean(points, axis=0)
        yield Mend(plan=_nearer(plan, middle, 0.22), what="the camera comes nearer to it")
    yield Mend(plan=_higher(plan, 0.3), what="the camera looks from higher up")
    for degrees in (25.0, -25.0):
        side = "right" if degrees > 0 else "left"
        yield Mend(plan=_round(plan, degrees), what=f"the camera goes {abs(degrees):g}° round to the {side}")
    if not points:
        yield Mend(plan=_farther(plan, 0.3), what="the camera steps back")


def _framed(plan: ShotPlan, claim: Framing, point: np.ndarray | None) -> Iterator[Mend]:
    if point is not None:
        yield Mend(
            plan=_with_keys(plan, lambda p, t: (p, t + 0.5 * (point - t))), what="the camera aims more at it"
        )
        if claim.least > 0.04:
            yield Mend(plan=_nearer(plan, point, 0.25), what="the camera comes nearer to it")
    yield Mend(plan=_farther(plan, 0.25), what="the camera steps back")


def _shifted(plan: ShotPlan, claim: Placement, point: np.ndarray | None) -> Iterator[Mend]:
    way = {"left": (1.0, 0.0), "right": (-1.0, 0.0), "top": (0.0, -1.0), "bottom": (0.0, 1.0)}.get(claim.zone)
    if claim.zone == "centre" and point is not None:
        yield Mend(plan=_with_keys(plan, lambda p, t: (p, point)), what="the camera aims at it")
    if way is None:
        return

    def aside(position: np.ndarray, target: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        forward = target - position
        right = np.cross(forward, [0.0, 0.0, 1.0])
        right /= max(float(np.linalg.norm(right)), 1e-6)
        step = 0.18 * float(np.linalg.norm(forward))
        return position, target + step * (way[0] * right + way[1] * np.array([0.0, 0.0, 1.0]))

    yield Mend(plan=_with_keys(plan, aside), what=f"the camera turns until it stands at the {claim.zone}")


def _other_event(plan: ShotPlan, subject: str) -> Iterator[Mend]:
    """The action at another time or with another push."""

    def with_action(change: Callable) -> ShotPlan:
        return plan.model_copy(update={"action": tuple(change(event) for event in plan.action)})

    yield Mend(plan=with_action(lambda e: in_time(e, 0.6)), what="the action starts earlier")
    pushed = [e for e in plan.action if isinstance(e, Launch)]
    for factor, how in ((1.3, "harder"), (0.75, "less hard")):
        if pushed:
            yield Mend(
                plan=with_action(
                    lambda e, f=factor: e.model_copy(update={"velocity": tuple(f * v for v in e.velocity)})
                    if isinstance(e, Launch) else e
                ),
                what=f"the push on {pushed[0].object.replace('_', ' ')} is {how}",
            )  # fmt: skip
    yield Mend(plan=_farther(plan, 0.3), what=f"the camera steps back to see what {subject} does")


def _stronger_move(plan: ShotPlan) -> Iterator[Mend]:
    """Keys farther from the first: the same move, more of it."""
    if len(plan.camera.keys) < 2:
        return
    head = plan.camera.keys[0]
    start, aim = np.array(head.position), np.array(head.target)
    wider = _with_keys(plan, lambda p, t: (start + 1.6 * (p - start), aim + 1.6 * (t - aim)))
    yield Mend(plan=wider, what="the camera moves farther")


def _ahead_deg(plan: ShotPlan) -> float:
    """Azimuth of the camera's view at the start, 90 where it looks along +Y."""
    key = plan.camera.keys[0]
    return math.degrees(math.atan2(key.target[1] - key.position[1], key.target[0] - key.position[0]))


def _light_from(plan: ShotPlan, side: str) -> Iterator[Mend]:
    rig = plan.rig
    if rig.sun is not None:
        if side == "above":
            sun = rig.sun.model_copy(update={"elevation_deg": 75.0})
            yield _lit(plan, {"sun": sun}, "the sun stands high")
            return
        wanted = (_AZIMUTH[side] + _ahead_deg(plan) - 90.0) % 360
        low = min(rig.sun.elevation_deg, 40.0)
        sun = rig.sun.model_copy(update={"azimuth_deg": wanted, "elevation_deg": low})
        yield _lit(plan, {"sun": sun}, f"the sun stands {side} of the picture")
    panels = [lamp for lamp in rig.practicals if lamp.kind == "panel"]
    if panels:
        key = max(panels, key=lambda lamp: lamp.lumens)
        rest = tuple(
            lamp.model_copy(update={"lumens": lamp.lumens * (1.8 if lamp.id == key.id else 0.6)})
            for lamp in rig.practicals
        )
        yield _lit(plan, {"practicals": rest}, "the key light is stronger, the other lamps weaker")


def _lit(plan: ShotPlan, update: dict, what: str) -> Mend:
    """Another rig; the camera meters again."""
    camera = plan.camera.model_copy(update={"exposure_ev": None})
    return Mend(
        plan=plan.model_copy(update={"rig": plan.rig.model_copy(update=update), "camera": camera}), what=what
    )


def _other_hardness(plan: ShotPlan, *, hard: bool) -> Iterator[Mend]:
    factor, what = (0.35, "the lights are smaller") if hard else (2.5, "the lights are larger")
    lamps = tuple(
        lamp.model_copy(update={"size": tuple(float(np.clip(s * factor, 0.02, 4.0)) for s in lamp.size)})
        if lamp.kind == "panel" else lamp
        for lamp in plan.rig.practicals
    )  # fmt: skip
    update: dict = {"practicals": lamps}
    if plan.rig.sun is not None:
        radius = 0.2665 if hard else min(8.0, max(plan.rig.sun.angular_radius_deg * 4, 3.0))
        update["sun"] = plan.rig.sun.model_copy(update={"angular_radius_deg": radius})
    yield _lit(plan, update, what)


def _other_warmth(plan: ShotPlan, warmth: str) -> Iterator[Mend]:
    factor = {"warm": 1.25, "cool": 0.8}.get(warmth)
    if factor is None:
        return
    kelvin = float(np.clip(plan.camera.white_balance_k * factor, 1700, 20000))
    camera = plan.camera.model_copy(update={"white_balance_k": kelvin})
    yield Mend(plan=plan.model_copy(update={"camera": camera}),
               what=f"the camera is balanced for {kelvin:.0f} K")  # fmt: skip


def _other_exposure(plan: ShotPlan, lit: Reel, claim: Exposure) -> Iterator[Mend]:
    if plan.camera.exposure_ev is None:
        return
    burnt = max(float((luma >= BURNT).mean()) for luma in lumas(lit).values()) > claim.burnt
    step = 0.7 if burnt else -0.7
    camera = plan.camera.model_copy(update={"exposure_ev": plan.camera.exposure_ev + step})
    yield Mend(plan=plan.model_copy(update={"camera": camera}),
               what=f"the exposure is {abs(step):g} stop {'less' if step > 0 else 'more'}")  # fmt: skip
