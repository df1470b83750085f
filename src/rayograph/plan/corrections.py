"""What a brief takes back as it goes: "scrap that, …", "no wait, make it green"."""

import re
from dataclasses import replace

from rayograph.plan.bound import Bound
from rayograph.plan.colour_words import COLOURS, TONES, colour_hex
from rayograph.plan.ledger import Ledger, normal

_BACK = (
    r"(?:\.\.+ ?)?(?:(?:no|actually|wait|sorry|hang on|oh)[, ]+)*"
    r"(?:scrap|scratch|forget|strike|ignore) (?:that|it)"
    r"|(?:\.\.+ ?)?(?:no wait|no,? wait|on second thoughts?|actually,? no)"
)
_ANEW = re.compile(
    r"[ ,:]*(?:just |only |let's have |let's do |go with |how about )*(?:an?|one|two|three) (?!\w+ one\b)"
)
"""What is said in place of it begins with a thing of its own."""
_SHADE = "|".join(sorted(TONES, key=len, reverse=True))
_HUE = "|".join(sorted(COLOURS, key=len, reverse=True))
Recolour = tuple[int, str]
"""Place in the text, and the colour that what was named before it is to have."""


def read_corrections(ledger: Ledger) -> tuple[Recolour, ...]:
    """Claim what is taken back; the colours that are given anew."""
    for m in ledger.take(_BACK):
        ledger.claim(m.start(), m.end(), "assumed", "what follows is said in place of what came before")
        if _ANEW.match(ledger.text, m.end()):
            said = ledger.text[: m.start()].rstrip(" .")
            ends = [e.end() for e in re.finditer(r"(?<![.])[.;!?](?![.])", said)]
            start = max(ends, default=0)
            if ledger.text[start : m.start()].strip(" .,"):
                ledger.claim(start, m.start(), "assumed", "taken back")
    found = []
    lead = r"(?:(?:no|actually|or rather|please|wait)[, ]+)*"
    for m in ledger.take(
        rf"{lead}(?:make|paint|have|let's make) (?:it|that|them|this) ((?:(?:{_SHADE}) )*)({_HUE})"
        r"(?: instead)?(?= ?(?:[,.;!]|$|\x00|and |with ))"
    ):
        colour = colour_hex(m[2], tuple(m[1].split()))
        ledger.claim(m.start(), m.end(), "understood", f"colour {colour} instead")
        found.append((m.start(), colour))
    return tuple(found)


def recolour(ledger: Ledger, bound: Bound, colours: tuple[Recolour, ...]) -> None:
    """Give what was named last with a colour, or else named first, the colour that was said anew."""
    for place, colour in colours:
        named = [
            (ledger.text.find(normal(t.phrase)), i)
            for i, t in enumerate(bound.things)
            if t.kind not in ("", "?") and t.phrase
        ]
        before = [(at, i) for at, i in named if 0 <= at < place]
        shaded = [(at, i) for at, i in before if bound.things[i].colour]
        if before:
            chosen = max(shaded)[1] if shaded else min(before)[1]
            bound.things[chosen] = replace(bound.things[chosen], colour=colour)
