"""What swings "from a post" or "from a hook" hangs from one that is seen."""

import re

from rayograph.plan.bound import Bound
from rayograph.plan.facts import Relation, Thing

_FROM = re.compile(
    r"\b(?:from|off|on) (?:an? |the |its )?(?:\w+ ){0,2}?(?:post|pole|hook|bracket|gibbet|arm)\b"
)
_HEAVY = ("sign", "shop_sign", "rope_swing", "tyre", "pendant_lamp", "chandelier")
"""Kinds that bring with them what they hang from, or that another reader hangs."""


def set_up_posts(bound: Bound, text: str) -> None:
    """Give what swings from a post that is not cast a post with an arm."""
    if not _FROM.search(text):
        return
    for motion in list(bound.motions):
        tied = {r.kind for r in bound.relations if r.subject == motion.subject and r.target >= 0}
        thing = bound.things[motion.subject] if motion.subject >= 0 else None
        if motion.style != "swing" or thing is None or thing.kind in _HEAVY or tied & {"hanging", "above"}:
            continue
        post = len(bound.things)
        bound.things.append(Thing(kind="arm_post", phrase="post", name="post", assumed=True))
        bound.relations = [r for r in bound.relations if r.subject != motion.subject]
        bound.relations.append(Relation(kind="hanging", subject=motion.subject, target=post, second=post))
