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
_FITTINGS = frozenset(
    "knocker base bases clasp clasps buckle buckles zip zipper hardware visor brim rim trim roof label "
    "labels strap chain sole soles lid lids stopper spine".split()
)
"""Further parts whose look is the accent of what they belong to."""
_BOTTLED = frozenset(
    "perfume bottle jar tin_can canister thermos nail_polish cream_jar tube pump_bottle dropper_bottle pen "
    "lipstick canteen decanter potion carafe mushroom spray_can lighter".split()
)
_OWNERS: dict[str, frozenset[str]] = {
    "cap": _BOTTLED, "caps": _BOTTLED, "top": _BOTTLED, "tops": _BOTTLED, "cork": _BOTTLED,
    "crown": frozenset({"watch", "pocket_watch"}), "collar": _BOTTLED,
    "chain": frozenset("handbag watch pocket_watch pendant_lamp bicycle anchor necklace".split()),
    "ribbon": frozenset("gift hat teddy_bear wreath bouquet doll envelope scroll".split()),
    "bow": frozenset("gift hat teddy_bear wreath doll violin cello".split()),
    "wheels": frozenset("toy_train toy_car pram bicycle car skateboard suitcase trolley".split()),
    "face": frozenset({"watch", "clock", "pocket_watch", "grandfather_clock"}),
    "seat": frozenset("bicycle chair stool bench motorbike scooter".split()),
    "cabin": frozenset("boat sailboat truck".split()), "hull": frozenset("boat sailboat canoe kayak".split()),
    "key": frozenset("robot toy_car toy_train".split()), "hood": frozenset({"pram"}),
    "canvas": frozenset({"easel"}), "holder": frozenset({"candle"}),
    "seal": _BOTTLED | {"envelope", "scroll"},
}  # fmt: skip
"""Parts that elsewhere are things of their own → the kinds of which they are parts."""
_STUFFED = frozenset("glass crystal chain rope ribbon cork screw pull ball cup flip twist".split())
"""Nouns that say of a part what it is made of: "a glass stopper", "a chain strap"."""
_TOPPED = frozenset("table side_table sideboard".split())
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
    if after is not None and _is_part(after) and not any(_is_thing(c) for c in whole):
        part, looks, n = after, whole, run + 1
    elif run > 1 and _is_part(whole[-1]) and not any(_is_thing(c) for c in whole[:-1]):
        part, looks, n = whole[-1], whole[:-1], run
    elif whole[-1].text in _OWNERS and not any(_is_thing(c) for c in whole[:-1]):
        part, looks, n = whole[-1], whole[:-1], run
    else:
        return 0
    if part.text in _POTS and (not found.things or found.things[-1].kind not in POTTED):
        return 0
    owner = _owner(found, part, looks)
    shown = any(c.sense("colour", "material") for c in looks)
    shown |= part.text in _FITTINGS and any(c.sense("tone", "size", "plain", "wear") for c in looks)
    if owner < 0 or not (shown or part.text in _OWNERS):
        return 0
    thing = found.things[owner]
    said, _, _ = describe(Thing(kind=thing.kind, phrase=""), looks, False)
    colour = said.colour or _TINTS.get(said.material or "")
    if part.text in (*MAIN, "holder") or (part.text == "top" and thing.kind in _TOPPED):
        change = replace(thing, material=said.material or thing.material, colour=said.colour or thing.colour)
    else:
        told = " ".join(c.text for c in (*looks, part) if not c.sense("det"))
        told = f"{told} {colour}" if colour else told
        change = replace(thing, accent=thing.accent or colour, parts=(*thing.parts, told))
    found.things[owner] = change
    if part.text == "holder" and found.items and found.items[-1].kind == "relation":
        found.items.pop()  # "on a pewter holder and a lemon": it stands on neither
    start = looks[0].start if looks else part.start
    ledger.claim(start, part.end, "understood", f"the {part.text} of the {thing.kind.replace('_', ' ')}")
    return n


def _is_thing(chunk: Chunk) -> bool:
    """Whether a word names a thing or nothing we know, rather than the look of a part."""
    cast = chunk.sense("cast") and not chunk.sense("material", "colour")
    return chunk.text not in _STUFFED and bool(cast or chunk.unknown)


def _owner(found: Nouns, part: Chunk, looks: list[Chunk]) -> int:
    """The thing that a part belongs to, or -1."""
    named = [item.thing for item in found.items if item.kind == "thing"]
    if part.text not in _OWNERS or (part.text == "top" and _last_kind(found) in _TOPPED):
        return named[-1] if named else -1
    before = found.items[-1] if found.items else None
    ways = ("with", "of", "in", "on") if part.text == "holder" else ("with", "of")
    leads = before is not None and before.kind == "relation" and before.value in ways
    joined = (
        before is not None and before.kind in ("and", "comma") and part.text in ("cabin", "hull", "canvas")
    )
    leads = leads or joined
    bare = not any(c.sense("det", "count") for c in looks) and len(looks) > 0
    if not leads and not bare and not any(c.text in ("the", "its", "their") for c in looks):
        return -1
    return next((k for k in reversed(named) if found.things[k].kind in _OWNERS[part.text]), -1)


def _last_kind(found: Nouns) -> str:
    return next((found.things[i.thing].kind for i in reversed(found.items) if i.kind == "thing"), "")


def _is_part(chunk: Chunk) -> bool:
    noted = chunk.sense("noted")
    known = noted is not None and noted.value.startswith("a part of")
    return chunk.text in OWN_PARTS | _FITTINGS or chunk.text in _POTS or (known and not chunk.sense("cast"))
