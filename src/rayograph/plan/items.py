"""The elements of a sentence, in order: things, places, relations, motions, and what stands between them."""

from dataclasses import dataclass, field
from typing import Literal

from rayograph.plan.facts import Place, Thing

ItemKind = Literal[
    "thing", "place", "surface", "relation", "motion", "heading", "pronoun", "and", "comma", "stop",
    "when", "edge",
    "times", "after", "screen", "gap", "not_thing", "manner", "on top",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Item:
    """One element of a sentence: a thing (by index), a place, a relation, a motion …"""

    kind: ItemKind
    start: int
    end: int
    value: str = ""
    thing: int = -1
    place: Place | None = None
    passive: bool = False
    which: str = ""
    """Which of several is meant, where one is singled out."""


@dataclass
class Nouns:
    """What the noun phrases of a brief gave, in order."""

    things: list[Thing]
    items: list[Item]
    absent: list[str]
    guessed: set[int] = field(default_factory=set)
    """Things whose number was left open."""
