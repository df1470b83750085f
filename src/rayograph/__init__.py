"""Rayograph turns a sentence into a film plate.

```
from rayograph import plan, shoot

shoot(plan("a red ball drops into a glass bowl by a window"), "shots/ball")
```
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rayograph.core.plan import ShotPlan
    from rayograph.generate.progress import Progress
    from rayograph.generate.shoot import Result
    from rayograph.world.render.quality import Quality

__version__ = "0.1.0"
__all__ = ["__version__", "plan", "shoot"]

# Importing a package's part binds it as an attribute of the package, once. Done here for the subpackage
# `plan`, it cannot happen after the function of that name is defined; `from rayograph import plan` gives the
# function and `from rayograph.plan.planner import …` still works.
importlib.import_module("rayograph.plan")


def plan(
    brief: str,
    *,
    seed: int = 0,
    width: int | None = None,
    height: int | None = None,
    aspect: str | None = None,
    fps: str | None = None,
    seconds: float | None = None,
    strict: bool = False,
) -> ShotPlan:
    """Plan a shot from a sentence; the same sentence, seed and format give the same plan.

    Args:
        width, height: raster [px]; either follows from the other and the aspect.
        aspect: such as "16:9", "9:16", "1:1", "4:3", "21:9", "2.39:1". fps: one of `core.time.RATES`.
        strict: fail on words that cannot be shot.

    Raises:
        BriefError, PlanError: one clear line each.
    """
    from rayograph.plan.planner import Settings, plan_brief

    settings = Settings(width=width, height=height, aspect=aspect, fps=fps, seconds=seconds)
    return plan_brief(brief, seed=seed, settings=settings, strict=strict)


def shoot(
    plan: ShotPlan,
    out: Path | str,
    *,
    quality: str | Quality = "standard",
    resume: bool = False,
    passes: frozenset[str] | None = None,
    report: Callable[[Progress], None] = lambda progress: None,
    stop: Callable[[], bool] = lambda: False,
) -> Result:
    """Shoot a plan into the folder `out`: frames with all passes, previews, rig, camera and manifest.

    Args:
        quality: "draft", "standard", "high", "final", or a `Quality`.
        resume: go on with the newest version in `out` at its first missing frame.
        passes: names of `deliver.layers.PASSES`; None writes all.
        report: called at every step. stop: asked before every frame; true ends the shot cleanly.

    Raises:
        PlanError, AssetError, RenderError, OutputError: one clear line each.
    """
    from rayograph.generate.shoot import shoot as roll

    return roll(plan, Path(out), quality=quality, resume=resume, passes=passes, report=report, stop=stop)
