"""A preposition and a place after a verb: "down the street", "off the table", "into the lake"."""

import re
from dataclasses import replace

from rayograph.plan.bound import Bound, Clause

_ALONG = ("roll", "slide", "throw", "drive", "sail", "hit", "knock over", "push", "bounce")
_STREETS = (
    "street",
    "road",
    "lane",
    "alley",
    "avenue",
    "hill",
    "pavement",
    "sidewalk",
    "highway",
    "corridor",
    "hallway",
)
_FAR = (
    "water",
    "lake",
    "mountain",
    "horizon",
    "shore",
    "trees",
    "forest",
    "hills",
    "sea",
    "waterline",
    "edge of the",
)
_WATERS = r"\b(?:water|lake|pond|river|tarn|loch|sea|stream|shallows)\b"
_WETTED = ("roll", "slide", "bounce", "drop")
"""Styles of what can end in the lake."""


def lead_past(bound: Bound, clause: Clause, kind: str, phrase: str) -> None:
    """A preposition and a place after a verb: "down the street", "towards the water", "off the table"."""
    motion = bound.motions[clause.motion]
    said = phrase.lower()
    if kind in ("off", "from"):
        bound.motions[clause.motion] = replace(motion, off_edge=True)
    elif (
        (kind == "in" or (kind == "on" and motion.style == "drop"))
        and re.search(_WATERS, said)
        and motion.style in _WETTED
    ):
        bound.motions[clause.motion] = replace(motion, into=True, heading=motion.heading or "afar")
    elif (
        kind in ("down", "along")
        and any(word in said for word in _STREETS)
        or (kind in ("toward", "in", "down") and any(word in said for word in _FAR))
    ):
        if motion.style == "drop" and motion.verb.startswith("tumbl") and kind in ("down", "along"):
            motion = replace(motion, style="roll", times=1)  # it tumbles along, not out of the sky
        over_edge = motion.off_edge or "edge" in said
        if motion.heading == "" and motion.style in (*_ALONG, "topple") and not over_edge:
            bound.motions[clause.motion] = replace(motion, heading="afar")
