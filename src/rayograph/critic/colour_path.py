"""The colour of light over the shot: it may change slowly, as through a door, but not in jumps."""

import numpy as np

from rayograph.critic.finding import Finding, at_most, unmeasured
from rayograph.critic.irradiance import irradiance, luminance, tells
from rayograph.critic.mired import warmer
from rayograph.critic.reel import Reel, Video
from rayograph.critic.warmth import colour_of

STEP_MIRED, DRIFT_MIRED = 5.0, 60.0
"""On the same surfaces from frame to frame, about what an eye sees, and over all the shot."""
SOME = 0.1
"""Groups and places with less than this part of the light are not looked at."""
FEW = 40


def colour_path(reel: Reel) -> tuple[tuple[str, Finding], ...]:
    """Largest step of the light's temperature [mired], on surfaces followed by their motion and in the group
    that jumps most; and the whole range of the picture's."""
    smooth = f"light changes by at most {STEP_MIRED:g} mired from frame to frame"
    steady = f"light changes by at most {DRIFT_MIRED:g} mired over the shot"
    why = "there is one frame only" if reel.frames < 2 else "no matt surface shows the light"
    means = [colour_of(reel.beauty, reel, t) for t in range(reel.frames)] if reel.passes else []
    path = np.array([np.nan if mean is None else float(warmer(mean)) for mean in means])
    if np.isfinite(path).sum() < 2:
        return (("step", unmeasured(smooth, why)), ("drift", unmeasured(steady, why)))
    drift = at_most(float(np.nanmax(path) - np.nanmin(path)), DRIFT_MIRED, unit="mired", wanted=steady,
                    confidence=0.7, frame=reel.numbers[int(np.nanargmax(path))])  # fmt: skip
    level = {name: float(np.mean(luminance(group))) for name, group in reel.groups.items()}
    told = {name: _steps(group, reel) for name, group in reel.groups.items()
            if level[name] >= SOME * max(sum(level.values()), 1e-9)}  # fmt: skip
    told = {name: steps for name, steps in told.items() if np.isfinite(steps).any()}
    if not told:
        return (("step", unmeasured(smooth, "no surface could be followed")), ("drift", drift))
    name = max(told, key=lambda each: float(np.nanmax(told[each])))
    t = int(np.nanargmax(told[name]))
    step = at_most(float(told[name][t]), STEP_MIRED, unit="mired", wanted=smooth, confidence=0.9,
                   frame=reel.numbers[t + 1], note=f"in the light of {name}")  # fmt: skip
    return (("step", step), ("drift", drift))


def _steps(group: Video, reel: Reel) -> np.ndarray:
    """Median change [mired] of the light on each place from frame to frame; NaN where few are followed."""
    out = np.full(reel.frames - 1, np.nan)
    height, width = reel.size
    for t in range(reel.frames - 1):
        rows, columns = np.nonzero(tells(reel, t))
        aim = np.round(reel.forward[t][rows, columns] + np.stack([columns, rows], -1)).astype(int)
        inside = (aim >= 0).all(1) & (aim < [width, height]).all(1)
        rows, columns, to = rows[inside], columns[inside], aim[inside]
        before = irradiance(group[t], reel, t)[rows, columns]
        after = irradiance(group[t + 1], reel, t + 1)[to[:, 1], to[:, 0]]
        same = reel.ids[t][rows, columns] == reel.ids[t + 1][to[:, 1], to[:, 0]]
        same &= tells(reel, t + 1)[to[:, 1], to[:, 0]]
        if same.sum() < FEW:
            continue
        lit = np.minimum(luminance(before), luminance(after))
        same &= lit > SOME * float(np.percentile(lit[same], 98))
        if same.sum() >= FEW:
            out[t] = abs(float(np.median(warmer(after[same]) - warmer(before[same]))))
    return out
