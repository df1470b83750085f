"""Whether a thing stays one and the same: no gap, no jump, no other colour or size without cause."""

import numpy as np

from rayograph.core.intent import Continuity
from rayograph.critic.finding import Finding, at_most, unmeasured
from rayograph.critic.permanence import vanished
from rayograph.critic.reel import Reel
from rayograph.critic.tracks import Track, track

LEAST = 12
"""Pixels that a thing needs for its changes to mean anything."""
JUMP = 0.35
"""Of its size, and 1 cm: so far may a step be from all that lies between the one before and the one after."""
COLOUR = 0.12
"""Change of the mean albedo from one frame to the next that is no longer the same thing."""
SIZE = 1.6
"""Ratio of sizes in two frames after each other."""


def continuity(claim: Continuity, reel: Reel) -> Finding:
    """The worst change of all, as a part of what is let pass: 1 is the limit."""
    name = claim.object
    wanted = f"{name} stays one and the same thing"
    if not reel.passes or reel.frames < 3:
        return unmeasured(wanted, "this needs three frames or more with data passes")
    pixels = reel.share(name) * reel.size[0] * reel.size[1]
    if pixels.max() < LEAST:
        return unmeasured(wanted, f"{name} is never seen well enough")
    gone = vanished(reel, name)
    if gone is not None:
        return Finding(verdict="fail", value=None, wanted=wanted, frame=reel.numbers[gone], confidence=0.9,
                       note=f"{name} is gone from frame {reel.numbers[gone]} on without cause")  # fmt: skip
    it = track(reel, name)
    worst = max(_jump(it, pixels), _tinted(reel, name, pixels), _grown(it, pixels))
    value, t, what = worst
    return at_most(value, 1.0, unit="of the limit", wanted=wanted, frame=reel.numbers[t],
                   confidence=float(np.clip(np.median(pixels[pixels > 0]) / 100, 0.3, 0.95)),
                   note=f"most of all {what}")  # fmt: skip


def _jump(it: Track, pixels: np.ndarray) -> tuple[float, int, str]:
    """The step that is farthest from what lies between its neighbours: a blow within it makes it a mixture
    of the two, a fall their mean."""
    clear = (pixels >= LEAST) & (it.cropped < 0.05) & (it.hidden < 0.3)
    worst = (0.0, 0, "its place changes")
    limit = JUMP * it.size + 0.01
    open_to_view = (pixels >= LEAST) & (it.cropped < 0.3) & (it.hidden < 0.3)
    for t in range(1, len(pixels) - 2):
        if not open_to_view[t : t + 2].all():
            continue
        # Of what is half hidden or cut off the place is unsure, but not the motion of what is seen of it.
        before, now, after = (
            it.place[k + 1] - it.place[k] if clear[k : k + 2].all() else it.step[k] for k in (t - 1, t, t + 1)
        )
        leap = _off_segment(now, before, after)
        if leap / limit > worst[0]:
            worst = (leap / limit, t + 1, f"its place leaps by {leap:.2f} m")
    return worst


def _off_segment(point: np.ndarray, one: np.ndarray, other: np.ndarray) -> float:
    """Distance from the straight line between two points; NaN where one is unknown."""
    along = other - one
    part = np.clip((point - one) @ along / max(float(along @ along), 1e-12), 0, 1)
    return float(np.linalg.norm(point - one - part * along))


def _tinted(reel: Reel, name: str, pixels: np.ndarray) -> tuple[float, int, str]:
    """The change of albedo at points carried by the motion vectors: their median, so that another part
    of it coming into sight is no change."""
    worst = (0.0, 0, "its colour changes")
    height, width = reel.size
    for t in np.flatnonzero((pixels[:-1] >= LEAST) & (pixels[1:] >= LEAST)):
        rows, columns = np.nonzero(reel.ids[t] == reel.index(name))
        flow = reel.forward[t][rows, columns]
        x, y = columns + 0.5 + flow[:, 0], rows + 0.5 + flow[:, 1]
        kept = np.isfinite(x + y) & (x >= 0) & (y >= 0) & (x < width) & (y < height)
        row, column = y[kept].astype(int), x[kept].astype(int)
        same = reel.ids[t + 1][row, column] == reel.index(name)
        if same.sum() < LEAST // 2:
            continue
        before = np.clip(reel.albedo[t][rows, columns][kept][same], 0, 1)
        after = np.clip(reel.albedo[t + 1][row, column][same], 0, 1)
        step = float(np.abs(np.median(after - before, axis=0)).max())
        # What goes by its own size in a frame is blurred: its albedo is mixed with what lies behind.
        limit = COLOUR * (1 + float(np.median(np.hypot(flow[:, 0], flow[:, 1]))) / len(rows) ** 0.5)
        if step / limit > worst[0]:
            worst = (step / limit, int(t) + 1, f"its colour changes by {step:.2f} of reflectance")
    return worst


def _grown(it: Track, pixels: np.ndarray) -> tuple[float, int, str]:
    """The ratio of sizes in two frames that both show all of it."""
    whole = (pixels >= 4 * LEAST) & (it.cropped == 0) & (it.hidden < 0.15)
    worst = (0.0, 0, "its size changes")
    for t in np.flatnonzero(whole[:-1] & whole[1:]):
        ratio = max(it.extent[t + 1] / it.extent[t], it.extent[t] / it.extent[t + 1])
        if (ratio - 1) / (SIZE - 1) > worst[0]:
            worst = (float((ratio - 1) / (SIZE - 1)), int(t) + 1, f"its size changes {ratio:.2f} times")
    return worst
