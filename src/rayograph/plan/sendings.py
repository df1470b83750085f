"""What a blow sends on its way: "sends them flying", "sent the cones tumbling"."""

from dataclasses import replace

from rayograph.plan.bound import Bound, Clause

_SENT = ("flying", "tumbling", "toppling", "crashing", "scattering", "spinning", "rolling", "falling")
SENDING = ("send", "sends", "sending", "sent")


def sends(bound: Bound, clause: Clause, text: str) -> bool:
    """ "Sends them flying": the participle says what the blow does, not what the striker does."""
    where = next((k for k, m in enumerate(bound.motions) if m.verb in SENDING and m.target >= 0), -1)
    if where < 0:
        where = next((k for k, m in enumerate(bound.motions) if m.target >= 0 and m.flung), -1)
    if where < 0 or text.split()[0] not in _SENT or clause.before not in ("thing", "pronoun"):
        return False
    flies = text.startswith(("flying", "tumbling", "spinning"))
    bound.motions[where] = replace(bound.motions[where], falls=True, flung=flies)
    return True
