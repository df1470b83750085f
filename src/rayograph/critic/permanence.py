"""Whether things vanish or appear in the open: away from the frame's edge and from what could hide them."""

import numpy as np
from scipy.ndimage import binary_dilation

from rayograph.critic.finding import Finding, at_most
from rayograph.critic.reel import Reel
from rayograph.critic.tracks import cast

LEAST = 20
"""Pixels of a thing that cannot vanish from one frame to the next by getting smaller."""


def vanished(reel: Reel, name: str) -> int | None:
    """The first frame without a thing that was in full view one frame away; None if there is none."""
    pixels = (reel.share(name) * reel.size[0] * reel.size[1]).round().astype(int)
    for t in np.flatnonzero((pixels[:-1] >= LEAST) & (pixels[1:] == 0)):
        if _open(reel, name, int(t)):
            return int(t) + 1
    for t in np.flatnonzero((pixels[1:] >= LEAST) & (pixels[:-1] == 0)):
        if _open(reel, name, int(t) + 1):
            return int(t)
    return None


def _open(reel: Reel, name: str, t: int) -> bool:
    """Whether a thing in frame `t` touches neither the frame's edge nor something nearer."""
    mask = reel.ids[t] == reel.index(name)
    height, width = mask.shape
    rows, columns = np.nonzero(mask)
    flow = np.nan_to_num(reel.forward[t][mask])
    reach = 2 + int(np.clip(np.abs(flow).max() if flow.size else 0, 0, 0.2 * width))
    if min(rows.min(), columns.min(), height - 1 - rows.max(), width - 1 - columns.max()) < reach:
        return False
    around = binary_dilation(mask, iterations=reach) & ~mask
    nearer = reel.depth[t][around] < np.percentile(reel.depth[t][mask], 5) * 0.97
    return float(nearer.mean()) < 0.2


def permanence(reel: Reel) -> tuple[tuple[str, Finding], ...]:
    """How many things of the cast vanish or appear in the open."""
    gone = [(name, t) for name in cast(reel) if (t := vanished(reel, name)) is not None]
    note = ", ".join(f"{name} at frame {reel.numbers[t]}" for name, t in gone)
    frame = reel.numbers[gone[0][1]] if gone else None
    found = at_most(float(len(gone)), 0.0, unit="things", wanted="nothing vanishes or appears in the open",
                    frame=frame, note=note, confidence=0.9)  # fmt: skip
    return (("cast", found),)
