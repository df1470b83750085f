"""What is said of a part is said of what it belongs to: "steel case, brown leather strap"."""

from dataclasses import replace

from rayograph.plan.chunks import Chunk
from rayograph.plan.described import describe
from rayograph.plan.facts import Thing
from rayograph.plan.items import Nouns
from rayograph.plan.ledger import Ledger

MAIN = frozenset("case casing body shell bezel frame bodywork housing finish exterior hull paint".split())
"""Parts that are most of what is seen of a thing: their look is its own."""
OWN_PARTS = frozenset(
    "case casing body shell bezel bodywork housing hull trim lining stitching hubcaps".split()
)
"""Parts beside those that the lexicon knows, where a thing was named before."""
_POTS = ("pot", "flowerpot", "flower pot", "planter")
POTTED = ("plant", "cactus", "flower", "bush", "tree")
"""Kinds that stand in a pot, which is a part of theirs."""
_TINTS = {
    "terracotta": "#b5643c", "concrete": "#9a9792", "marble": "#e6e2da", "glazed_ceramic": "#e8e4da",
    "brass": "#b5923a", "gold": "#c7a03c", "copper": "#b0643a", "steel": "#b3b5b8", "chrome": "#b9bbbe",
    "oak": "#8a6238", "walnut": "#4f3220", "ebony": "#1c1715", "leather": "#6b4428", "maple": "#c39a63",
}  # fmt: skip
"""Colour of a part of which only the stuff was said."""


def said_of_part(ledger: Ledger, found: Nouns, row: list[Chunk], i: int, run: int) -> int:
    """Give the looks of a part to its owner; how many chunks were read (0: it is no part)."""
    if row[i + run - 1].text in ("sail", "sails") and any(t.kind == "sailboat" for t in found.things):
        ledger.claim(row[i].start, row[i + run - 1].end, "understood", "the sail of the boat")
        return run
    whole = row[i : i + run]
    after = row[i + run] if i + run < len(row) else None
    if after is not None and _is_part(after) and not any(c.sense("cast") or c.unknown for c in whole):
        part, looks, n = after, whole, run + 1
    elif run > 1 and _is_part(whole[-1]) and not any(c.sense("cast") or c.unknown for c in whole[:-1]):
        part, looks, n = whole[-1], whole[:-1], run
    else:
        return 0
    if part.text in _POTS and (not found.things or found.things[-1].kind not in POTTED):
        return 0
    owner = next((item.thing for item in reversed(found.items) if item.kind == "thing"), -1)
    if owner < 0 or not any(c.sense("colour", "material") for c in looks):
        return 0
    thing = found.things[owner]
    said, _, _ = describe(Thing(kind=thing.kind, phrase=""), looks, False)
    if part.text in MAIN:
        change = replace(thing, material=said.material or thing.material, colour=said.colour or thing.colour)
    else:
        change = replace(thing, accent=thing.accent or said.colour or _TINTS.get(said.material or ""))
    found.things[owner] = change
    start, end = looks[0].start, part.end
    ledger.claim(start, end, "understood", f"the {part.text} of the {thing.kind.replace('_', ' ')}")
    return n


def _is_part(chunk: Chunk) -> bool:
    noted = chunk.sense("noted")
    known = noted is not None and noted.value.startswith("a part of")
    return chunk.text in OWN_PARTS or chunk.text in _POTS or (known and not chunk.sense("cast"))
