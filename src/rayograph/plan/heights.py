"""Lengths in words that size a thing: "a 30 cm bowl", "two metres tall"."""

from dataclasses import replace

from rayograph.plan.items import Nouns
from rayograph.plan.ledger import Ledger
from rayograph.plan.quantity import LENGTH, metres


def read_heights(ledger: Ledger) -> list[tuple[tuple[int, int], float]]:
    """Lengths that size a thing: (span in the text, height [m])."""
    found = []
    for m in ledger.take(
        rf"(?:about |around )?{LENGTH} ?(?:tall|high|in height|in diameter|across|wide|long|deep)?"
    ):
        height = metres(m[1], m[2])
        ledger.claim(m.start(), m.end(), "understood", f"{height:g} m tall")
        found.append((m.span(), height))
    return found


def give_heights(found: Nouns, heights: list[tuple[tuple[int, int], float]]) -> None:
    """A height belongs to the noun phrase nearest to it in the text."""
    spans = [item for item in found.items if item.kind == "thing" and item.thing >= 0]
    for (start, end), height in heights:
        place = (start + end) // 2
        if spans:
            item = min(spans, key=lambda item: min(abs(item.start - place), abs(item.end - place)))
            found.things[item.thing] = replace(found.things[item.thing], height_m=height)
