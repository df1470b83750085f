"""A plan as two small reels in memory: every frame's data passes, and a few frames with light."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from rayograph.core.errors import RenderError
from rayograph.core.plan import ShotPlan
from rayograph.critic.reel import Reel, reel_of
from rayograph.deliver.seen import SeenLight
from rayograph.world import engine, glance
from rayograph.world.render.quality import Quality

ACROSS = 320
"""Width or height of a sketch, whichever is longer [px]."""
SKETCH = Quality(samples=4, max_depth=4, denoiser="fast", history=32, head=3, detail="draft")
MOMENTS = (0.05, 0.5, 0.95)
"""Parts of the shot at which light is looked at."""


@dataclass(frozen=True, kw_only=True)
class Sketch:
    """plan: with the exposure that was metered. reel: all frames without light; lit: a few with it.
    shot: for another sketch of the same world."""

    plan: ShotPlan
    reel: Reel
    lit: Reel
    shot: engine.Shot


def sketch_quality(plan: ShotPlan) -> Quality:
    """The sketch's quality for the raster of a plan."""
    return replace(SKETCH, scale=min(1.0, ACROSS / max(plan.format.width, plan.format.height)))


def lit_moments(plan: ShotPlan) -> tuple[int, ...]:
    """Indices of the frames whose light is looked at."""
    return tuple(sorted({int(part * (plan.format.frames - 1)) for part in MOMENTS}))


def sketch(plan: ShotPlan, *, like: Sketch | None = None, stop: Callable[[], bool]) -> Sketch | None:
    """Build, simulate and render a plan small; None where it was stopped before the last frame.

    Args:
        like: a sketch whose world, or set, is used again where the plan has the same. stop: asked before
        every frame.

    Raises:
        PlanError, AssetError, RenderError: the plan cannot be shot.
    """
    shot = _opened(plan, like)
    total = plan.format.frames
    if total < 1:
        raise RenderError("the shot has no frames; give it a length")
    data, stills = [], []
    for index in range(total):
        if stop():
            return None
        data.append(glance.data_frame(shot, index))
    for index in lit_moments(plan):
        if stop():
            return None
        stills.append(engine.render_frame(shot, index)[0])
    light = SeenLight(rig=plan.rig, exposure_ev=shot.world.plan.camera.exposure_ev)
    return Sketch(
        plan=shot.world.plan,
        reel=reel_of(data, total=total, light=light),
        lit=reel_of(stills, total=len(stills), light=light),
        shot=shot,
    )


def _opened(plan: ShotPlan, like: Sketch | None) -> engine.Shot:
    """The plan in the renderer, with as much of another sketch as is the same."""
    quality = sketch_quality(plan)
    if like is not None and _but_camera(like.plan) == _but_camera(plan):
        ev = plan.camera.exposure_ev if plan.camera.exposure_ev is not None else like.plan.camera.exposure_ev
        locked = plan.model_copy(update={"camera": plan.camera.model_copy(update={"exposure_ev": ev})})
        return glance.rehung(like.shot, locked)
    built = like.shot.world.built if like is not None and like.plan.set == plan.set else None
    return engine.open_shot(engine.build_world(plan, quality, built=built), quality)


def _but_camera(plan: ShotPlan) -> ShotPlan:
    return plan.model_copy(update={"camera": None, "readings": (), "intents": (), "caption": ""})
