"""Phrases that place a thing by what was named before: "to its left", "in front", "either side"."""

ASIDES: dict[str, str] = {
    "on top": "on top of it|on top of them|on it|perched on top|balanced on top|resting on top|sat on top",
    "left of": "to its left|on its left|at its left|to the left of it|left of it|to their left",
    "right of": "to its right|on its right|at its right|to the right of it|right of it|to their right",
    "behind": "behind it|just behind|behind them|at its back|right behind|behind that",
    "in front of": "in front|in front of it|just in front|in front of them|at its foot|at its feet|"
    "at its door|by its door|at its entrance|by its entrance|outside its door|in its doorway|at its mouth|"
    "in front of its door|before it|at their feet|at its base",
    "beside": "beside it|next to it|beside them|at its side|by its side|next to that|close by",
    "under": "underneath it|beneath it|under it|below it|under them",
    "around": "around it|round it|around them|all around it|surrounding it|round about it",
    "flank": "either side|on either side|on both sides|on each side|one on each side|one either side|"
    "at either side|one on either side|to either side|on either side of it|each side of it|either side of it",
}  # fmt: skip
"""Relation → phrases that say it of what was named before."""
LONE = ("left of", "right of", "behind", "in front of", "beside", "under", "around")
"""Relations that may stand at the end of a phrase without what they refer to."""


def aside_phrases() -> dict[str, str]:
    """Phrase → relation to what was named before."""
    table: dict[str, str] = {}
    for relation, phrases in ASIDES.items():
        kind = "on" if relation == "on top" else relation
        # What stands first is the relation's own plain form only for "on top".
        table |= {phrase: kind for phrase in phrases.split("|") if phrase != "on"}
    return table | {"on top": "on"}
