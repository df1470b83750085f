"""Whether a thing falls as things do: the acceleration of its free flight."""

from rayograph.core.intent import Gravity
from rayograph.critic.finding import Finding, at_most, unmeasured
from rayograph.critic.flight import flight
from rayograph.critic.reel import Reel
from rayograph.critic.tracks import track

STANDARD = 9.80665
"""m/s²."""
UNSURE = 0.12
"""A flight whose acceleration is less certain than this part of gravity says nothing."""


def gravity(claim: Gravity, reel: Reel) -> Finding:
    """How far the acceleration of the longest flight is from gravity, as a part of it."""
    due = STANDARD * claim.pace**2
    wanted = f"{claim.object} is drawn down by {due:.3g} m/s², within {claim.tolerance:.0%}"
    if not reel.passes:
        return unmeasured(wanted, "without positions nobody can say how it falls")
    if not reel.share(claim.object).any():
        return unmeasured(wanted, f"{claim.object} is not seen")
    found = flight(track(reel, claim.object), reel.times, least=0.2 * due)
    if found is None:
        return unmeasured(wanted, "it is not in free flight for five frames in the picture")
    if found.sigma > UNSURE * due:
        return unmeasured(
            wanted, f"its flight is too short to tell: {-found.acceleration:.1f} ± {found.sigma:.1f} m/s²"
        )
    off = abs(-found.acceleration - due) / due
    return at_most(
        off, claim.tolerance, unit="of gravity", wanted=wanted, frame=reel.numbers[found.last],
        confidence=float(max(0.3, 1 - found.sigma / (UNSURE * due))),
        note=f"{-found.acceleration:.2f} ± {found.sigma:.2f} m/s² over {found.last - found.first + 1} frames",
    )  # fmt: skip
