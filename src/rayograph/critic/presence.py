"""Whether what was asked for is there to be seen."""

from rayograph.core.intent import Presence
from rayograph.critic.finding import Finding, at_least, unmeasured
from rayograph.critic.reel import Reel
from rayograph.critic.things import NO_PASSES, called, sureness


def presence(claim: Presence, reel: Reel) -> Finding:
    """The part of the frame [%] that the least seen of the objects covers at its largest."""
    least = 100 * claim.least
    wanted = f"each covers {least:.2g} % of the frame or more at its largest"
    if not reel.passes:
        return unmeasured(wanted, NO_PASSES)
    covered = {name: reel.share(name) for name in claim.objects}
    worst = min(covered, key=lambda name: float(covered[name].max()))
    share = covered[worst]
    t, most = int(share.argmax()), 100 * float(share.max())
    if most == 0:
        return at_least(0.0, least, unit="%", wanted=wanted, note=f"{called(worst)} is never seen")
    frame = reel.numbers[t]
    note = f"{called(worst)} covers {most:.2g} % of the frame at most ({frame}); {least:.2g} % is needed"
    # Near the limit a few pixels decide.
    pixels = share[t] * reel.ids[0].size
    close = sureness(pixels) if most >= least else sureness(pixels) * (0.5 if most > 0.5 * least else 1.0)
    return at_least(most, least, unit="%", wanted=wanted, frame=frame, confidence=close, note=note)
