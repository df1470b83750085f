"""What rooms are painted and tiled with: walls in a named colour, a floor of checkered tiles."""

import re

from rayograph.plan.facts import Facts

_WALLS = re.compile(r"\bwall(?:s|ed)?\b")
_CHECKERED = re.compile(
    r"\b(?:che(?:ck|qu)er(?:ed|board)?|harlequin|black[- ]and[- ]white|black & white)\b.*"
    r"\b(?:tiles?|tiled|floor|floors|lino|linoleum|flooring)\b"
)


def finishes(facts: Facts) -> tuple[tuple[str, str], ...]:
    """Options of an interior for its walls and floor, where their colour or pattern was said."""
    options: list[tuple[str, str]] = []
    shade = next((p.colour for p in facts.places if p.colour and _WALLS.search(p.phrase.lower())), None)
    if shade is not None:
        options.append(("paint", shade))
    if any(_CHECKERED.search(p.phrase.lower()) for p in facts.places):
        options.append(("floor", "checkered"))
    return tuple(options)
