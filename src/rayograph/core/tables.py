"""What a table looks like by its words: round, oval, square or long, on legs or on a column."""

import re
from dataclasses import dataclass

HEIGHT = 0.74
"""Height of every table one sits at [m]."""
LOW = 0.42
"""Height of a coffee table [m]."""
_LOW = re.compile(r"\bcoffee table\b")
_ROUND = re.compile(r"\b(?:round|circular|pedestal)\b")
_CAFE = re.compile(r"\b(?:caf[eé]|bistro|pub|bar|coffee shop)\b")
_SHAPES = {
    "oval": re.compile(r"\boval\b"),
    "square": re.compile(r"\bsquare\b"),
    "endless": re.compile(r"\b(?:very|extra) long\b"),
    "long": re.compile(r"\b(?:long|refectory|banquet(?:ing)?|conference|boardroom|farmhouse|trestle)\b"),
}
_SIZES = {
    "oval": (1.60, 0.95),
    "square": (0.86, 0.86),
    "long": (1.90, 0.80),
    "endless": (2.50, 0.90),
    "": (1.20, 0.70),
}
_ROUND_M, _CAFE_M = 1.10, 0.68


@dataclass(frozen=True, kw_only=True)
class TableForm:
    """Plan view of a table: `rounded` ones are discs or ovals; size is width, depth, height [m]."""

    rounded: bool
    column: bool
    """Whether it stands on one foot in the middle rather than on legs."""
    size: tuple[float, float, float]


def table_form(words: str) -> TableForm:
    """The form that the words of a table mean; a table of a café is a small round one unless they differ."""
    said = words.lower()
    if _LOW.search(said):
        return TableForm(rounded=False, column=False, size=(1.0, 0.55, LOW))
    shape = next((name for name, pattern in _SHAPES.items() if pattern.search(said)), "")
    cafe = _CAFE.search(said) is not None
    if _ROUND.search(said) or (cafe and not shape):
        wide = _CAFE_M if cafe else _ROUND_M
        return TableForm(rounded=True, column=True, size=(wide, wide, HEIGHT))
    wide, deep = _SIZES[shape]
    if cafe and shape == "square":
        wide = deep = _CAFE_M
    oval = shape == "oval"
    return TableForm(rounded=oval, column=cafe or oval, size=(wide, deep, HEIGHT))
