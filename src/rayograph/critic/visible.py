"""Whether what matters is unhidden."""

import numpy as np

from rayograph.core.intent import Visible
from rayograph.critic.finding import Finding, at_most, unmeasured
from rayograph.critic.outline import Outline, outline
from rayograph.critic.reel import Reel
from rayograph.critic.things import CROWD, NO_PASSES, called, of_stem, stem_of, sureness


def visible(claim: Visible, reel: Reel) -> Finding:
    """The part of the outline that something nearer covers, at the object's best moment; of several objects
    the most hidden one's. Moments at which it is less than half as large as at its largest do not count.
    What objects of one kind cover of each other is not held against them, nor is it if one of a crowd is not
    seen at all: presence tells that."""
    wanted = f"at most {100 * claim.hidden:.0f} % of the outline is covered"
    if not reel.passes:
        return unmeasured(wanted, NO_PASSES)
    if reel.sky.all():
        return unmeasured(wanted, "these frames have no depth, so nobody can say what lies in front")
    best = {name: _best(outline(reel, name, of_stem(claim.objects, stem_of(name)))) for name in claim.objects}
    if len(best) >= CROWD and any(pixels for _, _, pixels in best.values()):
        best = {name: found for name, found in best.items() if found[2]}
    worst = max(best, key=lambda name: best[name][0])
    hidden, t, pixels = best[worst]
    if pixels == 0:
        return at_most(1.0, claim.hidden, unit="of the outline", wanted=wanted,
                       note=f"{called(worst)} is never seen")  # fmt: skip
    frame = reel.numbers[t]
    note = f"{100 * hidden:.0f} % of the outline of {called(worst)} is covered at best (frame {frame})"
    return at_most(hidden, claim.hidden, unit="of the outline", wanted=wanted, frame=frame,
                   confidence=sureness(pixels), note=note)  # fmt: skip


def _best(line: Outline) -> tuple[float, int, int]:
    """Hidden part, frame and pixels at the best moment."""
    if not line.pixels.any():
        return 1.0, 0, 0
    hidden = np.where(line.share >= 0.5, line.hidden, np.inf)
    t = int(hidden.argmin())
    return float(hidden[t]), t, int(line.pixels[t])
