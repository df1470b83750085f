"""Whether one thing stands to another as was asked."""

import numpy as np

from rayograph.core.intent import Relation
from rayograph.critic.finding import Finding, at_least, at_most, unmeasured
from rayograph.critic.outline import Outline, outline
from rayograph.critic.reel import Reel
from rayograph.critic.standing import STANDINGS, Standing, inside
from rayograph.critic.surface import surface
from rayograph.critic.things import FEW, NO_PASSES, called, sureness

DEAD = 0.01
"""Part of the frame's width by which one has to be left or right of the other."""
HIDDEN = (0.5, 0.25)
"""Parts of the outline that may be out of sight before a fail cannot be told; for touching it is less."""
WORDS = {
    "left_of": "left of", "right_of": "right of", "in_front_of": "in front of", "touching": "touching",
}  # fmt: skip


def relation(claim: Relation, reel: Reel) -> Finding:
    """How far [m] the subject is from standing so to the target, over what is let pass.

    The better of the first and the last moments that show both (three frames each, their median): a lemon
    that drops into a bowl is in it at the end, a cup that is pushed off a table is on it at first. Left and
    right are judged by the middles in the picture over the middle third of the shot. A subject that sinks
    out of sight within the target, as below a bowl's rim, is in it.
    """
    wanted = f"{called(claim.subject)} is {WORDS.get(claim.relation, claim.relation)} {called(claim.target)}"
    if not reel.passes:
        return unmeasured(wanted, NO_PASSES)
    subject, target = outline(reel, claim.subject), outline(reel, claim.target)
    for name, line in ((claim.subject, subject), (claim.target, target)):
        if not line.pixels.any():
            return unmeasured(wanted, f"{called(name)} is never seen")
    both = np.flatnonzero((subject.pixels >= FEW) & (target.pixels >= FEW))
    if not len(both):
        return unmeasured(wanted, "the two are never seen together")
    if claim.relation in ("left_of", "right_of"):
        return _aside(claim, reel, wanted, subject, target, both)
    return _in_the_world(claim, reel, wanted, subject, target, both)


def _aside(
    claim: Relation, reel: Reel, wanted: str, subject: Outline, target: Outline, both: np.ndarray
) -> Finding:
    n = reel.frames
    middle = both[(both >= n // 3) & (both <= 2 * n // 3)]
    frames = middle if len(middle) else both
    right = (subject.x - target.x)[frames]
    value = float(np.median(right)) * (1 if claim.relation == "right_of" else -1)
    t = int(frames[np.abs(right - np.median(right)).argmin()])
    trust = sureness(min(subject.pixels[t], target.pixels[t])) * (1.0 if abs(value) > 3 * DEAD else 0.6)
    note = f"by {100 * value:.0f} % of the frame's width (frame {reel.numbers[t]})"
    found = at_least(value, DEAD, unit="of the frame's width", wanted=wanted, frame=reel.numbers[t],
                     confidence=trust, note=note)  # fmt: skip
    return found.model_copy(update={"margin": round(value - DEAD, 4)})


def _in_the_world(
    claim: Relation, reel: Reel, wanted: str, subject: Outline, target: Outline, both: np.ndarray
) -> Finding:
    moments = []
    for frames in (both[:3], both[-3:]):
        stood = [(s, int(t)) for t in frames if (s := _standing(claim, reel, int(t))) is not None]
        if stood:
            moments.append(sorted(stood, key=lambda each: each[0].ratio)[len(stood) // 2])
    if not moments:
        return unmeasured(wanted, "these frames have no positions of the two")
    best, t = min(moments, key=lambda each: each[0].ratio)
    hidden = max(float(subject.hidden[t]), float(subject.cropped[t]))
    if best.ratio > 1 and claim.relation == "in" and _sinks(claim, reel, subject, target, both):
        return Finding(verdict="pass", wanted=wanted, frame=reel.numbers[int(both[-1])], confidence=0.5,
                       note="it sinks out of sight within the other")  # fmt: skip
    enough = HIDDEN[1] if claim.relation == "touching" else HIDDEN[0]
    if best.ratio > 1 and hidden > enough and claim.relation not in ("behind", "in_front_of"):
        return unmeasured(wanted, f"too little of the first is seen (frame {reel.numbers[t]})")
    trust = sureness(min(subject.pixels[t], target.pixels[t])) * (1 - 0.6 * hidden)
    trust *= 1 - 0.3 * float(target.cropped[t])
    note = f"{best.of}: {best.off:.3g} m, of which {best.limit:.2g} m are let pass (frame {reel.numbers[t]})"
    return at_most(best.off, best.limit, unit="m", wanted=wanted, frame=reel.numbers[t], confidence=trust,
                   note=note)  # fmt: skip


def _standing(claim: Relation, reel: Reel, t: int) -> Standing | None:
    one, other = surface(reel, claim.subject, t), surface(reel, claim.target, t)
    return None if one is None or other is None else STANDINGS[claim.relation](one, other)


def _sinks(claim: Relation, reel: Reel, subject: Outline, target: Outline, both: np.ndarray) -> bool:
    """Whether the subject was last seen coming down over the target, which stays in sight without it."""
    last = int(both[-1])
    gone = subject.pixels[last + 1 :] < FEW
    if not len(gone) or not gone.all() or not target.pixels[-1]:
        return False
    one, other = surface(reel, claim.subject, last), surface(reel, claim.target, last)
    if one is None or other is None or len(both) < 2:
        return False
    before = surface(reel, claim.subject, int(both[-2]))
    comes_down = before is not None and before.top > one.top
    return comes_down and inside(one, other).of != "its middle beside the other"
