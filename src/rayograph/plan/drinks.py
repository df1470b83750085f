"""What is poured into a vessel: "a cup of black coffee" is a cup, and what it holds is kept in its name."""

from dataclasses import replace

from rayograph.plan.chunks import Chunk
from rayograph.plan.items import Nouns

DRINKS = frozenset(
    "water milk juice lemonade wine beer whisky whiskey tea coffee cola soda champagne oil cocoa "
    "espresso".split()
)


_NAMED = frozenset(
    f"{first} {drink}"
    for drink in DRINKS
    for first in "ice iced sparkling still mineral tonic soda tap cold lemon mint apple orange fruit "
    "tomato ginger "
    "fizzy hot lime cucumber rose craft malt rum".split()
)
"""Drinks of two words, the first of which elsewhere names a thing: "ice water"."""


def drink_at(row: list[Chunk], i: int) -> int:
    """How many chunks from `i` name a drink: "coffee", "black coffee", "cold red wine"; 0: none."""
    for n in range(1, 4):
        if i + n > len(row):
            return 0
        last, before = row[i + n - 1], row[i : i + n - 1]
        if n > 1 and f"{row[i + n - 2].text} {last.text}" in _NAMED and n == 2:
            return n
        if any(c.mark or not c.sense("colour", "plain", "tone", "wear") for c in before):
            return 0
        if last.text in DRINKS:
            return n
    return 0


def pour(found: Nouns, drink: str) -> None:
    """Keep what a vessel holds in its name, where its maker looks for it."""
    vessel = next((item.thing for item in reversed(found.items) if item.kind == "thing"), -1)
    if vessel >= 0:
        thing = found.things[vessel]
        found.things[vessel] = replace(thing, name=f"{thing.name} of {drink}".strip())
