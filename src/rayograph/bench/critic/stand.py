"""A shot on the bench: what was ordered, and what the renderer is made to show instead."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
from jaxtyping import Float64

from rayograph.core.frame import Frame
from rayograph.core.intent import Claim, Continuity, Relation
from rayograph.core.plan import ShotPlan
from rayograph.critic.reel import Reel, reel_of
from rayograph.deliver.seen import SeenLight
from rayograph.generate.think.sketch import sketch_quality
from rayograph.world import engine, glance
from rayograph.world.render.lighting import SunCone
from rayograph.world.scene import BuiltSet, Prop
from rayograph.world.simulate.truth import Truth

Track = Float64[np.ndarray, "t 4 4"]
ASIDE = ("left_of", "right_of", "behind", "in_front_of")
LOOSE = 2e-6
"""Displacement [m] that makes the renderer keep a thing movable; nothing is seen of it."""


@dataclass(frozen=True, kw_only=True)
class Stand:
    """plan: what was ordered, with intents, rig and metered exposure. shot: what is rendered.

    sun: the sun by part of the shot, where it is not the rig's. gains: RGB factors on a light group by frame.
    """

    plan: ShotPlan
    shot: engine.Shot
    sun: Callable[[float], SunCone] | None = None
    gains: Callable[[int, str], np.ndarray] | None = None

    @property
    def truth(self) -> Truth:
        """Where everything is, as it is rendered."""
        return self.shot.world.truth

    @property
    def hero(self) -> str | None:
        """The thing that the shot is about."""
        return next((c.object for c in self.claims if isinstance(c, Continuity)), None)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What was asked for."""
        return tuple(intent.claim for intent in self.plan.intents)

    @property
    def seconds(self) -> float:
        """From the first frame to the last."""
        return float((self.plan.format.frames - 1) / Fraction(self.plan.format.fps))


def set_up(plan: ShotPlan, *, built: BuiltSet | None = None) -> Stand:
    """Build a plan and load it so that the subject, and what stands to something else, can be moved.

    Raises:
        PlanError, AssetError, RenderError: the plan cannot be shot.
    """
    quality = sketch_quality(plan)
    world = engine.build_world(plan, quality, built=built)
    loose = {name for i in plan.intents for name in _named(i.claim)}
    shot = engine.open_shot(replace(world, truth=_loosened(world.truth, loose)), quality)
    return Stand(plan=shot.world.plan, shot=shot)


def _named(claim: Claim) -> tuple[str, ...]:
    """What faults move: the subject of the shot, and what stands aside from something or on it."""
    match claim:
        case Continuity():
            return (claim.object,)
        case Relation() if claim.relation == "on":
            return (claim.subject,)
        case Relation() if claim.relation in ASIDE:
            return claim.subject, claim.target
    return ()


def _loosened(truth: Truth, names: set[str]) -> Truth:
    poses = dict(truth.poses)
    for name in names & {*poses}:
        poses[name] = poses[name].copy()
        poses[name][-1, 0, 3] += LOOSE
    return replace(truth, poses=poses)


def reposed(stand: Stand, changed: dict[str, Track]) -> Stand:
    """Some of the cast on other ways."""
    truth = replace(stand.truth, poses={**stand.truth.poses, **changed})
    return replace(stand, shot=glance.restaged(stand.shot, truth=truth))


def rebuilt(stand: Stand, props: dict[str, Prop], poses: dict[str, Track] | None = None) -> Stand:
    """Some of the cast as other props, or more of it; the world is loaded again."""
    world = stand.shot.world
    truth = replace(world.truth, poses={**world.truth.poses, **(poses or {})})
    world = replace(world, props={**world.props, **props}, truth=truth)
    return replace(stand, shot=engine.open_shot(world, stand.shot.quality))


def times(stand: Stand) -> Float64[np.ndarray, "t"]:
    """Of the samples of all tracks [s]."""
    count = len(next(iter(stand.truth.poses.values())))
    return np.asarray(stand.truth.start + np.arange(count) / float(stand.truth.rate))


def data_reel(stand: Stand) -> Reel:
    """Every frame without light."""
    total = stand.plan.format.frames
    return _reel(stand, (glance.data_frame(stand.shot, index) for index in range(total)), total)


def lit_frames(stand: Stand, indices: tuple[int, ...]) -> list[Frame]:
    """Some frames with light, under the sun that shines then; no gains yet."""
    frames = []
    last = max(stand.plan.format.frames - 1, 1)
    for index in indices:
        shot = stand.shot
        if stand.sun is not None:
            lighting = replace(shot.world.lighting, sun=stand.sun(index / last))
            shot = glance.restaged(shot, lighting=lighting)
        frames.append(engine.render_frame(shot, index)[0])
    return frames


def lit_reel(stand: Stand, frames: Iterable[Frame]) -> Reel:
    """Frames with light, each group times its gain."""
    kept = [_gained(stand, frame) for frame in frames]
    return _reel(stand, kept, len(kept))


def run_of(plan: ShotPlan) -> tuple[int, ...]:
    """Neighbouring frames in the middle of the shot, for what must not change from frame to frame."""
    middle = plan.format.frames // 2
    return tuple(range(middle - 2, middle + 2))


def _gained(stand: Stand, frame: Frame) -> Frame:
    if stand.gains is None:
        return frame
    index = frame.number - stand.plan.format.first_frame
    groups = {
        name: np.minimum(group.astype(np.float32) * stand.gains(index, name), 65504).astype(np.float16)
        for name, group in frame.groups.items()
    }
    return replace(frame, groups=groups)


def _reel(stand: Stand, frames: Iterable[Frame], total: int) -> Reel:
    light = SeenLight(rig=stand.plan.rig, exposure_ev=stand.plan.camera.exposure_ev)
    return reel_of(frames, total=total, light=light)
