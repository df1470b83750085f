"""Whether a thing shines by itself."""

import numpy as np
from scipy.ndimage import binary_dilation

from rayograph.core.intent import Lit
from rayograph.critic.finding import Finding, at_least, unmeasured
from rayograph.critic.irradiance import irradiance, luminance, spaced, tells
from rayograph.critic.reel import Reel

SHINES = 1.2
FAR_LIGHTS = ("sun", "sky", "moon")
FEW = 12


def lit(claim: Lit, reel: Reel) -> Finding:
    """Brightness of the thing over the most that any matt surface near it could send back of the same light.

    What reflects is dimmer than the light that falls on it, and that light over π is dimmer than the lamp it
    comes from; so a lamp is above 1 in its own group or in the whole picture, all else below.
    """
    wanted = f"{claim.object} shines: {SHINES:g} times brighter than anything its light falls on"
    if not reel.passes or reel.index(claim.object) is None:
        return unmeasured(wanted, f"no frame has anything named {claim.object}")
    shares = reel.share(claim.object)
    best = int(shares.argmax())
    values = {t: _over(claim.object, reel, t) for t in {best, *spaced(reel.frames, 4)} if shares[t] > 0}
    seen = {t: value for t, value in values.items() if value is not None}
    if not seen:
        return unmeasured(wanted, f"{claim.object} is too small, or nothing matt is near it")
    value = float(np.median(list(seen.values())))
    t = min(seen, key=lambda each: abs(seen[each] - value))
    size = shares[best] * reel.ids[0].size
    return at_least(value, SHINES, unit="times", wanted=wanted, frame=reel.numbers[t],
                    confidence=round(float(np.clip(size / 100, 0.3, 0.9)), 3))  # fmt: skip


def _over(name: str, reel: Reel, t: int) -> float | None:
    thing = reel.mask(name)[t]
    others = tells(reel, t) & ~binary_dilation(thing)
    if thing.sum() < FEW or others.sum() < 50:
        return None
    ratios = [0.0]
    for group, light in {**reel.groups, "": reel.beauty}.items():
        if group in FAR_LIGHTS:
            continue
        own = float(np.percentile(luminance(light[t])[thing], 90))
        falls = float(np.percentile(luminance(irradiance(light[t], reel, t))[others], 99.5))
        whole = float(np.percentile(luminance(reel.beauty[t])[thing], 90))
        if own > 0.02 * whole and own > 1e-4:
            ratios.append(own / max(falls, 1e-4))
    return max(ratios)
