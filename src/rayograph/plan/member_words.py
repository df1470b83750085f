"""Words that single out one of several: "the middle one", "the top book", "the leftmost of three vases"."""

WHICH = {
    "middle": "middle", "centre": "middle", "center": "middle", "central": "middle", "middlemost": "middle",
    "top": "top", "topmost": "top", "uppermost": "top", "upper": "top", "highest": "top",
    "bottom": "bottom", "lowest": "bottom", "bottommost": "bottom", "lower": "bottom",
    "left": "left", "leftmost": "left", "left hand": "left", "far left": "left", "leftmost one": "left",
    "right": "right", "rightmost": "right", "right hand": "right", "far right": "right",
    "first": "first", "last": "last", "end": "last", "final": "last", "second": "second", "third": "third",
    "fourth": "fourth", "fifth": "fifth", "nearest": "front", "closest": "front", "front": "front",
    "furthest": "back", "farthest": "back", "back": "back", "rear": "back",
}  # fmt: skip
"""Word → which of them."""
_PLACED = {
    "in the middle": "middle", "in the centre": "middle", "in the center": "middle", "on top": "top",
    "at the top": "top", "at the bottom": "bottom", "on the left": "left", "on the right": "right",
    "at the front": "front", "in front": "front", "at the back": "back", "at the end": "last",
}  # fmt: skip
_FEW = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def pronouns() -> dict[str, str]:
    """Phrases that stand for one of those named before → which."""
    found = {f"the {word} one": which for word, which in WHICH.items()}
    found |= {f"the one {place}": which for place, which in _PLACED.items()}
    found |= {f"the {word} of them": which for word, which in WHICH.items()}
    found |= {
        "one of them": "one",
        "one of these": "one",
        "just one of them": "one",
        "only one of them": "one",
    }
    return found


def counted() -> dict[str, tuple[str, str]]:
    """ "The leftmost of three": phrases before a noun → how many there are, and which of them is meant."""
    found = {f"the {word} of {n}": (n, which) for word, which in WHICH.items() for n in _FEW}
    return found | {f"one of {n}": (n, "one") for n in _FEW}
