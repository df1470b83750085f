"""Where light comes from, by how bright surfaces of different slopes are and by shadows."""

from dataclasses import dataclass

import numpy as np
from jaxtyping import Float

from rayograph.critic.cast_shadow import found, ground
from rayograph.critic.irradiance import irradiance, key_group, luminance, spaced, tells, weights
from rayograph.critic.reel import Reel

FRAMES = 4
KEY = 0.4
"""The part of all light from which on a group's shadows tell where light comes from."""
SURE = 0.5
"""F1 from which on a shadow is taken for one."""


@dataclass(frozen=True)
class LightVector:
    """Unit vector towards the light, in the world; confidence 0..1; whether shadows told it; its frame."""

    towards: Float[np.ndarray, "3"]
    confidence: float
    by_shadow: bool
    frame: int


def light_vector(reel: Reel) -> LightVector | None:
    """Where most of the light comes from; None if no matt surface is seen.

    Shading alone (a linear fit of light over slope) is off by 7 to 39 degrees; so a shadow is believed first.
    """
    ts = spaced(reel.frames, FRAMES)
    shading = shaded(reel, ts)
    name, share = key_group(reel, ts)
    bases = {t: base for t in ts if (base := ground(reel, t, name)) is not None} if share >= KEY else {}
    told = found(reel, bases)
    if told is not None and told[1] >= SURE and told[1] > 1.5 * float(np.median(told[2])):
        towards, f1, _ = told
        agree = shading is not None and float(shading[0] @ towards) > np.cos(np.radians(50))
        frame = max(bases, key=lambda t: int(bases[t].dark.sum()))
        return LightVector(towards, min(1.0, f1 + (0.2 if agree else 0.0)), True, reel.numbers[frame])
    if shading is None:
        return None
    return LightVector(shading[0], shading[1], False, reel.numbers[ts[len(ts) // 2]])


def shaded(reel: Reel, ts: tuple[int, ...]) -> tuple[np.ndarray, float] | None:
    """Direction of the gradient of light over slope, and how sure it is: E = a + b·n over all matt surfaces,
    each brightness once capped at the 95th percentile so that a lamp's own shine does not count."""
    rows, light, weight = [], [], []
    for t in ts:
        at = tells(reel, t)
        if at.sum() < 50:
            continue
        value = luminance(irradiance(reel.beauty[t], reel, t))[at]
        rows.append(reel.normal[t][at])
        light.append(np.minimum(value, np.percentile(value, 95)))
        weight.append(weights(reel, t)[at])
    if not rows:
        return None
    n, e, w = np.concatenate(rows), np.concatenate(light), np.concatenate(weight)
    root = np.sqrt(w / max(w.sum(), 1e-12))[:, None]
    design = np.concatenate([np.ones((len(n), 1)), n], 1)
    # A slight pull to zero: slopes that are not seen must not be made up.
    normal = (design * root).T @ (design * root) + np.diag([0, 2e-2, 2e-2, 2e-2])
    fit = np.linalg.solve(normal, (design * root).T @ (e[:, None] * root))[:, 0]
    strength = float(np.linalg.norm(fit[1:]))
    mean = float((e * root[:, 0] ** 2).sum())
    if strength < 1e-6 or mean <= 1e-6:
        return None
    left = e - design @ fit
    spread = float((root[:, 0] ** 2 * (e - mean) ** 2).sum())
    explained = 1 - float((root[:, 0] ** 2 * left**2).sum()) / max(spread, 1e-12)
    return fit[1:] / strength, float(
        np.clip(0.25 + 0.6 * explained, 0.1, 0.8) * min(1.0, strength / (0.2 * mean))
    )
