"""How many of a kind there are."""

import numpy as np

from rayograph.core.intent import Count
from rayograph.critic.finding import Finding, unmeasured
from rayograph.critic.outline import outline
from rayograph.critic.reel import Reel
from rayograph.critic.things import CROWD, NO_PASSES, called, of_stem, seen_names, sureness


def count(claim: Count, reel: Reel) -> Finding:
    """How many things of the stem are seen in any frame.

    Where a quarter of a crowd or less is missing and those seen hide each other, it cannot be said.
    """
    plural = "" if claim.count == 1 else "s"
    wanted = f"exactly {claim.count} thing{plural} called {claim.stem}"
    if not reel.passes:
        return unmeasured(wanted, NO_PASSES)
    seen = of_stem(seen_names(reel), claim.stem)
    found, missing = len(seen), claim.count - len(seen)
    if missing > 0 and claim.count >= CROWD and 4 * missing <= claim.count and _hide(seen, reel):
        return unmeasured(wanted, f"{found} are seen; more may stand behind them")
    shares = {name: float(reel.share(name).max()) for name in seen}
    smallest = min(shares.values(), default=0.0) * reel.ids[0].size
    most = max(seen, key=lambda name: shares[name], default=None)
    frame = reel.numbers[_fullest(seen, reel)] if most else None
    listed = ", ".join(called(name) for name in seen[:6]) or "none"
    return Finding(
        verdict="pass" if found == claim.count else "fail", value=float(found), unit="things", wanted=wanted,
        margin=round((0.5 - abs(missing)) / claim.count, 4), frame=frame,
        confidence=sureness(smallest) if seen else 1.0,
        note=f"{found} seen ({listed}{', …' if found > 6 else ''}); {claim.count} wanted",
    )  # fmt: skip


def _fullest(seen: tuple[str, ...], reel: Reel) -> int:
    """The frame in which most of them are seen."""
    return int(np.sum([reel.mask(name).any((1, 2)) for name in seen], axis=0).argmax())


def _hide(seen: tuple[str, ...], reel: Reel) -> bool:
    """Whether at least one is partly hidden wherever it is seen."""
    for name in seen:
        line = outline(reel, name)
        if line.hidden[line.pixels > 0].min() > 0.2:
            return True
    return False
