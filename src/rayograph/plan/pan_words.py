"""Whether "pan" is the vessel of a kitchen or the camera's move."""

import re

_VESSEL = re.compile(
    r"(?:\b(?:copper|iron|cast iron|steel|stainless|aluminium|non ?stick|black|hot|sizzling|greasy|"
    r"buttered|heavy|"
    r"enamel(?:led)?|tin|brass|silver|small|large|deep|shallow|round|empty|baking|roasting|frying|sauce|cake|"
    r"grill|griddle|crepe|saute|paella|muffin|loaf|pots and|pots,|pot and|oiled|seasoned|two|three|four)"
    r"|\b(?:in|into|from|on|onto|off|out of|of|beside|by|near|over|above|under|behind|towards?|around|"
    r"inside|at|"
    r"hits?|fills?|lifts?|past|against|to) (?:the|a|an|its|one|each|that|this))\s$"
)
"""What stands before the vessel: its stuff or state, or a word of place with an article."""
_ITS_OWN = re.compile(
    r" (?:of (?!the (?:room|scene|street|set|table|skyline))|on (?:the|a) (?:stove|hob|cooker|fire|"
    r"counter|burner|"
    r"table|range|wall)|hangs?|hanging|lids?\b|handles?\b|sits|stands|rests|lies|with (?:a |the |its |"
    r"an )?(?:\w+ )?"
    r"(?:handle|lid|eggs?|butter|oil|water|sauce))"
)
_ARTICLE = re.compile(r"\b(?:a|an|the|one|its|this|that) $")
_KITCHEN = re.compile(
    r"\b(?:sauce ?pan|frying ?pan|skillet|wok|stove|hob|cook(?:er|ing)?|pots?|ladle|spatula)\b"
)
_MOVES = re.compile(
    r" ?(?:across|over|along|left|right|from|to|with|around|follow\w*|starts?|ends?|reveals?|shot|move)\b"
)


def is_vessel(text: str, start: int, end: int) -> bool:
    """Whether the match of a camera's pan from `start` to `end` of a text names a vessel."""
    word = re.search(r"\bpans?\b", text[start:end])
    if word is None:
        return False
    before, after = text[: start + word.start()], text[start + word.end() :]
    if _VESSEL.search(before) or _ITS_OWN.match(after):
        return True
    # "The pan" where a kitchen is spoken of; "a pan across the pots" stays a move.
    return bool(_ARTICLE.search(before) and _KITCHEN.search(text) and not _MOVES.match(after))
