"""Words of a mind as the catalogue's: kinds, colours, materials and places, by the grammar's own lexicon."""

import re

from rayograph.core.catalogue import MATERIALS, cast_kind
from rayograph.plan.colour_words import COLOURS, TONES, colour_hex
from rayograph.plan.described import place_of
from rayograph.plan.facts import Place
from rayograph.plan.ground import Grounder
from rayograph.plan.ledger import Verdict, normal
from rayograph.plan.lexicon import lexicon

_HEX = re.compile(r"#[0-9a-f]{6}")


def a_kind(noun: str) -> tuple[str, Verdict]:
    """The catalogue's kind for a noun, and how surely; "" where it has none."""
    words = " ".join(normal(noun).replace("_", " ").split())
    name = words.replace(" ", "_")
    if name != "mesh" and cast_kind(name) is not None:
        return name, "understood"
    head = words
    while head:
        value = _meaning(head, "cast")
        if value:
            return value, "understood" if head == words else "assumed"
        head = head.partition(" ")[2]
    hit = Grounder().nearest(words)
    return (hit.value, "assumed") if hit is not None and hit.role == "cast" else ("", "ungrounded")


def a_colour(words: str) -> str | None:
    """The hex of a colour in words ("dark red") or as a hex."""
    told = words.strip().lower()
    if _HEX.fullmatch(told):
        return told
    row = normal(told).split()
    names = [" ".join(row[i:]) for i in range(len(row)) if " ".join(row[i:]) in COLOURS]
    if not names:
        return None
    before = row[: len(row) - len(names[0].split())]
    return colour_hex(names[0], tuple(tone for tone in before if tone in TONES))


def a_material(words: str) -> str | None:
    """The catalogue's material."""
    told = " ".join(normal(words).replace("_", " ").split())
    name = told.replace(" ", "_")
    return name if name in MATERIALS else _meaning(told, "material") or None


def a_place(words: str) -> Place | None:
    """The set that a place means."""
    told = " ".join(normal(words).split()).removeprefix("the ").removeprefix("a ")
    value = _meaning(told, "place") or _meaning(told.rpartition(" ")[2], "place")
    return place_of(value, [], words) if value and not value.startswith("/") else None


def _meaning(phrase: str, role: str) -> str:
    return next((sense.value for sense in lexicon().get(phrase, ()) if sense.role == role), "")
