"""A shot at a glance: its data passes without light, another camera, other motion or another sun in a world
that is loaded."""

from dataclasses import replace
from fractions import Fraction

import numpy as np

from rayograph.core.camera import exposure_scale
from rayograph.core.errors import PlanError
from rayograph.core.frame import Frame
from rayograph.core.plan import ShotPlan
from rayograph.world.engine import CLAMP, Shot, camera, tracer
from rayograph.world.render.lighting import Lighting
from rayograph.world.simulate.truth import Truth


def rehung(shot: Shot, plan: ShotPlan) -> Shot:
    """The same world seen by another camera, which must have an exposure; nothing is loaded again."""
    ev = plan.camera.exposure_ev
    if ev is None:
        raise PlanError("a camera that takes over a loaded world needs camera.exposure_ev; set it")
    scale = exposure_scale(ev)
    tracer()[0].retune(shot.stage, clamp=CLAMP / scale, max_depth=shot.quality.max_depth)
    return replace(shot, world=replace(shot.world, plan=plan), scale=scale)


def restaged(shot: Shot, *, truth: Truth | None = None, lighting: Lighting | None = None) -> Shot:
    """The same world, its movers on other ways or under another sun; nothing is loaded again.

    Args:
        truth: of the same cast; what stood still when the shot was opened stays where it stood.
        lighting: its sun alone counts.
    """
    world = replace(shot.world, truth=truth or shot.world.truth, lighting=lighting or shot.world.lighting)
    return replace(shot, world=world, stage=tracer()[0].restaged(shot.stage, world.truth, world.lighting))


def data_frame(shot: Shot, index: int) -> Frame:
    """Frame `index` without any light: its data passes alone, for a tenth of the cost. Groups are black."""
    stage, _, passes = tracer()
    world, quality = shot.world, shot.quality
    gap = float(1 / Fraction(world.plan.format.fps))
    now = index * gap
    here = camera(world, quality, now)
    stage.stand(shot.stage, now)
    data = passes.data_passes(shot.stage, here)
    there = camera(world, quality, now + gap)
    dark = np.zeros((*data.depth.shape, 3), np.float16)
    return Frame(
        number=world.plan.format.first_frame + index,
        time=now,
        camera=here,
        groups=dict.fromkeys(world.lighting.groups, dark),
        alpha=(data.ids > 0).astype(np.float16),
        **vars(data),
        forward=passes.motion(shot.stage, data, here, there, now, now + gap),
        backward=np.zeros((*data.depth.shape, 2), np.float32),
        matte_ids=np.zeros((*data.depth.shape, 4), np.uint32),
        matte_coverage=np.zeros((*data.depth.shape, 4), np.float32),
        names=shot.stage.names,
    )
