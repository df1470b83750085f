"""Whether the sun's glints sit where the sun would be mirrored."""

import numpy as np
from scipy.ndimage import binary_erosion

from rayograph.critic.cast_shadow import direction
from rayograph.critic.finding import Finding, at_most, unmeasured
from rayograph.critic.irradiance import irradiance, luminance, spaced, tells
from rayograph.critic.reel import Reel
from rayograph.critic.shadow_direction import sun_group
from rayograph.critic.things import SET

FRAMES = 6
SMOOTH = (0.02, 0.45)
"""Roughness of what has a glint: less is a mirror, whose glint a small picture misses; more is matt."""
OFF_DEG = 12.0
STANDS_OUT = 1.4
"""A glint is this many times brighter than the thing's colour could make the brightest light round it."""
SHADED = 0.15
"""Less of that light where the sun would be mirrored: a shadow lies there."""
CURVED_DEG = 25.0
"""Slopes of a thing must differ so much for its glint to have a place."""
FEW = 80


def highlight(reel: Reel) -> tuple[tuple[str, Finding], ...]:
    """Angle [deg] between the rig's sun and what the brightest 1 % of each glossy, curved thing mirrors."""
    wanted = f"glints within {OFF_DEG:g}° of where the sun is mirrored"
    name, sun = sun_group(reel)
    if name is None or sun is None:
        return (("glint", unmeasured(wanted, "the frames name no sun to compare with")),)
    towards = direction(np.array(sun.azimuth_deg), np.array(sun.elevation_deg))
    offs: dict[str, dict[int, float]] = {}
    for t in spaced(reel.frames, FRAMES):
        for k, thing in enumerate(reel.names):
            off = _off(reel, t, k, name, towards) if k > 0 and not thing.startswith(SET) else None
            if off is not None:
                offs.setdefault(thing, {})[t] = off
    if not offs:
        return (("glint", unmeasured(wanted, "no glossy, curved thing shows the sun's glint in the open")),)
    rows = []
    for thing, by_frame in offs.items():
        value = float(np.median(list(by_frame.values())))
        t = min(by_frame, key=lambda each: abs(by_frame[each] - value))
        sure = round(0.4 + 0.4 * len(by_frame) / FRAMES, 3)
        rows.append((thing, at_most(value, OFF_DEG, unit="deg", wanted=wanted, frame=reel.numbers[t],
                                    confidence=min(sure, 0.8))))  # fmt: skip
    return tuple(rows)


def _off(reel: Reel, t: int, k: int, group: str, towards: np.ndarray) -> float | None:
    """Angle of one thing's glint in a frame; None where it has none, or the sun's lies on its outline."""
    inside = binary_erosion(reel.ids[t] == k, iterations=2)
    glossy = inside & (reel.roughness[t] >= SMOOTH[0]) & (reel.roughness[t] <= SMOOTH[1])
    if glossy.sum() < FEW:
        return None
    view = reel.position[t][glossy] - reel.cameras[t].to_world[:3, 3]
    view /= np.maximum(np.linalg.norm(view, axis=1, keepdims=True), 1e-9)
    normal = reel.normal[t][glossy]
    mirrored = view - 2 * (view * normal).sum(1, keepdims=True) * normal
    angles = np.degrees(np.arccos(np.clip(mirrored @ towards, -1, 1)))
    # The place where the sun would be mirrored must be seen, away from the outline.
    if angles.min() > 4 or np.degrees(np.arccos(np.clip(normal @ normal.mean(0), -1, 1))).max() < CURVED_DEG:
        return None
    light = luminance(reel.groups[group][t])[glossy]
    falls = luminance(irradiance(reel.groups[group][t], reel, t))[tells(reel, t)]
    if not falls.size:
        return None
    matt = luminance(reel.albedo[t])[glossy] * max(float(np.percentile(falls, 98)), 1e-4)
    peak = light >= np.percentile(light, 99)
    shaded = (light < SHADED * matt)[angles < 6].mean() > 0.5
    if shaded or light[peak].mean() < STANDS_OUT * matt[peak].mean():
        return None
    mean = (mirrored[peak] * light[peak, None]).sum(0)
    return float(np.degrees(np.arccos(np.clip(mean @ towards / max(np.linalg.norm(mean), 1e-9), -1, 1))))
