"""Whether round things sink into what bears them: its underside against the surface seen around it."""

import numpy as np
from scipy.ndimage import binary_dilation

from rayograph.critic.finding import Finding, at_most
from rayograph.critic.reel import Reel
from rayograph.critic.tracks import Track, cast, track

DEEP = 0.06
"""Part of its height by which a thing may seem to sink: the frames are coarse."""
LEAST = 60
"""Pixels that a thing needs."""


def penetration(reel: Reel) -> tuple[tuple[str, Finding], ...]:
    """Per round thing that stands in the open on something level: how deep it sinks at the worst, as a
    part of its height."""
    if not reel.passes:
        return ()
    rows = []
    for name in cast(reel):
        it = track(reel, name)
        found = _deepest(reel, it)
        if found is not None:
            depth, t = found
            said = at_most(depth, DEEP, unit="of its height", frame=reel.numbers[t], confidence=0.6,
                           wanted="nothing sinks into what bears it")  # fmt: skip
            rows.append((name, said))
    return tuple(rows)


def _deepest(reel: Reel, it: Track) -> tuple[float, int] | None:
    depths = []
    pixels = it.share * reel.size[0] * reel.size[1]
    for t in np.flatnonzero((pixels >= LEAST) & (it.cropped == 0) & (it.hidden < 0.12)):
        mask = reel.ids[t] == reel.index(it.name)
        points = reel.position[t][mask]
        radius = 0.5 * float(np.ptp(points, axis=0).max())
        off = np.linalg.norm(points - it.place[t], axis=1)
        if off.std() > 0.04 * off.mean() or abs(off.mean() - radius) > 0.15 * radius:
            continue  # no ball: where its underside is cannot be told
        ring = binary_dilation(mask, iterations=2) & ~mask
        level = ring & (reel.normal[t][..., 2] > 0.95)
        below = level & (reel.position[t][..., 2] < it.place[t][2])
        if below.sum() < 4:
            continue
        near = np.linalg.norm(reel.position[t][below][:, :2] - it.place[t][:2], axis=1) < 2.0 * radius
        if near.sum() < 4:
            continue
        support = float(np.median(reel.position[t][below][near][:, 2]))
        depths.append(((support - (float(it.place[t][2]) - float(off.mean()))) / (2 * radius), int(t)))
    return max(depths) if len(depths) >= 2 else None
