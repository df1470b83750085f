"""What can be half eaten: the kinds that show it, and the words that say so."""

import re

MORSELS = frozenset(
    "apple pear peach banana bread croissant cake cupcake burger pizza doughnut cookie sandwich hot_dog pie "
    "waffle watermelon strawberry".split()
)
"""Kinds that show the bite."""
_EATEN = re.compile(r"half[- ]?(?:eaten|finished|gone)|partly eaten|(?<!un)(?<!moth )(?<!moth-)\beaten\b")
_BITTEN = re.compile(r"bitten|(?:a|one|first) bite (?:is |was )?(?:taken|out|missing|gone)|nibbled")


def left_of(kind: str, words: str) -> float:
    """Part of a thing that is left where words say that some of it was eaten; 1 where none was."""
    if kind not in MORSELS:
        return 1.0
    if _EATEN.search(words.lower()):
        return 0.55
    return 0.76 if _BITTEN.search(words.lower()) else 1.0
