"""Where in the frame a thing sits."""

import numpy as np
from jaxtyping import Float

from rayograph.core.intent import Placement
from rayograph.critic.finding import Finding, at_least, at_most, unmeasured
from rayograph.critic.outline import Outline, outline
from rayograph.critic.reel import Reel
from rayograph.critic.things import NO_PASSES, SET, called, seen_names, sureness

THIRD, OVERLAP = 1 / 3, 1 / 9
"""Zones are thirds of the frame, a third of one longer on each side."""

EVEN = 0.05
"""Things are as far away as others within this part."""


def placement(claim: Placement, reel: Reel) -> Finding:
    """How far outside of its zone the object's middle lies [parts of the frame], at the median of the frames
    that show it.

    Foreground and background: its distance over that of the other cast, or of all else in the picture if
    there is none; it is in the foreground if it is no farther than they are.
    """
    wanted = f"the middle of {called(claim.object)} is in the {claim.zone} of the frame"
    if not reel.passes:
        return unmeasured(wanted, NO_PASSES)
    line = outline(reel, claim.object)
    seen = line.pixels > 0
    if not seen.any():
        return Finding(verdict="fail", wanted=wanted, note=f"{called(claim.object)} is never seen")
    if claim.zone in ("foreground", "background"):
        return _depth(claim, reel, wanted, line)
    off = np.where(seen, _outside(claim.zone, line), np.nan)
    value = float(np.nanmedian(off))
    t = int(np.nanargmin(np.abs(off - value)))
    note = f"its middle is at {100 * line.x[t]:.0f} % of the width, {100 * line.y[t]:.0f} % of the height"
    trust = sureness(float(line.pixels[t])) * (1.0 if abs(value) > 0.02 else 0.6)
    return at_most(value, 0.0, unit="of the frame", wanted=wanted, frame=reel.numbers[t], confidence=trust,
                   note=note).model_copy(update={"margin": round(-value, 4)})  # fmt: skip


def _outside(zone: str, line: Outline) -> Float[np.ndarray, "t"]:
    """Below nothing inside of the zone, more outside."""
    near, far = THIRD + OVERLAP, 2 * THIRD - OVERLAP
    match zone:
        case "left":
            return line.x - near
        case "right":
            return far - line.x
        case "top":
            return line.y - near
        case "bottom":
            return far - line.y
        case _:
            # Across it is the middle third; up and down anything but the very edge.
            half = THIRD / 2 + OVERLAP
            return np.maximum(np.abs(line.x - 0.5) - half, np.abs(line.y - 0.5) - half - OVERLAP)


def _depth(claim: Placement, reel: Reel, wanted: str, line: Outline) -> Finding:
    if reel.sky.all():
        return unmeasured(wanted, "these frames have no depth")
    others = [n for n in seen_names(reel) if not n.startswith(SET) and n != claim.object]
    masks = [reel.mask(name) for name in others]
    own, ratios = reel.mask(claim.object), np.full(reel.frames, np.nan)
    for t in np.flatnonzero(line.pixels):
        depths = [np.median(reel.depth[t][mask[t]]) for mask in masks if mask[t].any()]
        depths = depths or list(reel.depth[t][~own[t]])
        ratios[t] = np.median(reel.depth[t][own[t]]) / np.median(depths) if depths else np.nan
    if np.isnan(ratios).all():
        return unmeasured(wanted, "there is nothing else to be in front of or behind")
    value = float(np.nanmedian(ratios))
    best = int(np.nanargmin(np.abs(ratios - value)))
    note = f"it is {value:.2g} times as far away as {'the other things' if others else 'all else'} (median)"
    trust = sureness(float(line.pixels[best])) * (0.9 if others else 0.6)
    judged, limit = (at_most, 1 + EVEN) if claim.zone == "foreground" else (at_least, 1 - EVEN)
    return judged(value, limit, unit="of the others' distance", wanted=wanted, frame=reel.numbers[best],
                  confidence=trust, note=note)  # fmt: skip
