"""What the modifiers of a noun phrase say: count, colour, size, wear, material, arrangement."""

import re
from dataclasses import replace

from rayograph.plan.chunks import Chunk
from rayograph.plan.colour_words import colour_hex
from rayograph.plan.facts import Place, Thing
from rayograph.plan.ledger import Verdict
from rayograph.plan.lexicon import LAMPS, SIZES, WEAR
from rayograph.plan.quantity import number

MAX_COUNT = 60
PAIRS = tuple("spectacles scissors headphones binoculars candelabra skis ice_skates roller_skates".split())
"""Kinds of which a pair is one."""
PORTIONS = frozenset(
    ("piece of", "bit of", "slice of", "wedge of", "sprig of", "chunk of", "slab of", "lump of", "scrap of")
    + ("kind of", "sort of", "type of", "half of a", "head of", "loaf of", "cube of", "sheet of", "strip of")
    + ("length of", "pinch of", "clump of", "ball of")
)
"""Parts of one thing: "a slice of lime" is one."""
IN_TWOS = ("sneaker", "shoe", "slipper", "boot", "glove", "high_heel", "oar")
"""Kinds that come in twos where no number is said."""
ARRANGED = {"stacked": "stack", "scattered": "scatter"}
"""Participles before a noun that say how several stand."""
LIT = {
    "lit": True, "burning": True, "glowing": True, "switched on": True, "unlit": False, "extinguished": False,
    "switched off": False, "lighted": True, "illuminated": True, "shining": True,
}  # fmt: skip
"""Adjectives of what can shine."""
USUAL = {"row": 6, "stack": 5, "pile": 6, "circle": 6, "scatter": 9, "triangle": 6, "grid": 9, "arc": 6}
"""How many there are of what stands so, where no number is said."""
_MANY = {
    ("coffee_bean", "scatter"): 36, ("coffee_bean", "pile"): 36,
    ("poker_chip", "stack"): 12, ("coin", "stack"): 10, ("playing_card", "stack"): 9,
    ("billiard_ball", "triangle"): 15, ("domino", "row"): 9,
    ("playing_card", "house"): 15,
}  # fmt: skip
"""How many there are where what is said of a kind is more, or fewer, than of others."""
_EATEN = frozenset("syrup oil jam juice leaf leaves blossom pie bean nut wax polish water".split())
"""What makes a name of the stuff before it."""
COLOURFUL = ("#b3261e", "#2f5d8a", "#d9a441", "#3f7a3a", "#c8702a", "#7a3b69")
"""Colours of what is "colourful", in turn."""
_HEWN = ("cube of", "block of", "slab of", "piece of", "chunk of")
"""A cube of marble is a block of that stone, no ball to play with."""
_ROLES = ("count", "group", "colour", "tone", "mixed", "size", "wear", "lamp", "material", "plain")


def name_of(run: list[Chunk]) -> str:
    """The words of a phrase without articles and counts."""
    words = [c.text for c in run if not c.sense("det", "count", "group") and c.number is None]
    return " ".join(words)


def describe(thing: Thing, before: list[Chunk], plural: bool) -> tuple[Thing, Verdict, str]:
    """The thing with everything its modifiers say, and what to write down."""
    count: int | None = None
    tones: list[str] = []
    colours: list[str] = []
    unused: list[str] = []
    mixed = vague = False
    for k, chunk in enumerate(before):
        if k + 1 < len(before) and before[k + 1].text in _EATEN and chunk.sense("material"):
            continue  # "a maple syrup bottle" is not of maple
        sense = chunk.sense(*_ROLES)
        if chunk.number is not None:
            count = chunk.number
        elif sense is None:
            continue
        elif sense.role == "count" and thing.kind in PAIRS and sense.value.endswith("pair of"):
            count, plural = 1, False  # A pair of glasses is one thing.
        elif sense.role == "count":
            value = round(number(sense.value))
            # "Two hundred", "two dozen".
            count = value * count if count is not None and value >= 12 else value
            vague = sense.value in ("several", "few", "a few", "some", "many")
        elif sense.role == "group":
            thing = replace(thing, arrangement=thing.arrangement or sense.value)
            if chunk.text not in PORTIONS:
                vague, plural = vague or count is None, True
        elif sense.role == "colour":
            colours.append(sense.value)
        elif sense.role == "tone":
            tones.append(sense.value)
        elif sense.role == "mixed":
            mixed = True
        elif sense.role == "size":
            thing = replace(thing, scale=thing.scale * SIZES[sense.value])
        elif sense.role == "wear":
            thing = replace(thing, wear=WEAR[sense.value])
        elif sense.role == "lamp" and sense.value in LAMPS:
            thing = replace(thing, lit=True)
        elif sense.role == "material":
            thing = replace(thing, material=_wood(sense.value, tones))
        elif sense.value in ARRANGED:
            thing = replace(thing, arrangement=thing.arrangement or ARRANGED[sense.value])
        elif sense.value in LIT:
            thing = replace(thing, lit=LIT[sense.value])
        else:
            unused.append(sense.value)
    thing = _by_its_words(thing, before)
    thing = _coloured(thing, colours, tones, mixed)
    guessed = count is None and plural
    if guessed:
        if thing.kind == "domino" and not thing.arrangement:
            thing = replace(thing, arrangement="row")  # what they are set up for
        count = _usual_count(thing)
    number_of = min(max(count or 1, 1), MAX_COUNT)
    thing = replace(thing, count=number_of)
    note = f"{number_of} × {thing.kind.replace('_', ' ')}" + _notes(thing, mixed, unused)
    if capped := count is not None and count > MAX_COUNT:
        note += f"; {count} were asked for, and {MAX_COUNT} of a kind are the most that a shot holds"
    return thing, "assumed" if guessed or vague or capped else "understood", note


def _by_its_words(thing: Thing, before: list[Chunk]) -> Thing:
    """A napkin is a small cloth, a slice of lime a cut one, and a cube of marble no ball to play with."""
    if thing.kind == "folded_towel" and re.search(r"napkin|serviette", thing.phrase.lower()):
        thing = replace(thing, scale=0.6 * thing.scale)
    if thing.kind in ("lemon", "lime", "orange") and re.search(
        r"\b(?:slice|wedge|wheel|round|half)s? of\b", thing.phrase.lower()
    ):
        thing = replace(thing, kind="citrus_half")
    if thing.kind == "marble" and any(c.text in _HEWN for c in before):
        thing = replace(thing, kind="block", material="marble")
    return thing


def _coloured(thing: Thing, colours: list[str], tones: list[str], mixed: bool) -> Thing:
    """The first colour is its own, the second its accent; "colourful" is several in turn, on painted wood."""
    if colours:
        accent = colour_hex(colours[1]) if len(colours) > 1 else None
        return replace(thing, colour=colour_hex(colours[0], tuple(tones)), accent=accent)
    if not mixed:
        return thing
    stuff = "painted_wood" if thing.material in ("oak", "maple", "pine") else thing.material
    return replace(thing, palette=thing.palette or COLOURFUL, material=stuff)


def _usual_count(thing: Thing) -> int:
    usual = 2 if thing.kind in IN_TWOS else 3
    return _MANY.get((thing.kind, thing.arrangement), USUAL.get(thing.arrangement, usual))


def _wood(material: str, tones: list[str]) -> str:
    if material == "oak" and any(tone in ("dark", "deep", "rich") for tone in tones):
        return "walnut"
    if material == "oak" and any(tone in ("pale", "light", "soft") for tone in tones):
        return "maple"
    return material


def _notes(thing: Thing, mixed: bool, unused: list[str]) -> str:
    parts = []
    if thing.colour:
        parts.append(f"colour {thing.colour}")
    if mixed:
        parts.append("in several colours")
    if thing.material:
        parts.append(f"of {thing.material.replace('_', ' ')}")
    if thing.arrangement:
        parts.append(f"in a {thing.arrangement}")
    if thing.scale != 1.0:
        parts.append(f"{thing.scale:g} times the usual size")
    if thing.wear is not None:
        parts.append(f"wear {thing.wear:.0%}")
    if unused:
        parts.append(f"{', '.join(unused)!r} as the thing usually is")
    return "".join(f", {part}" for part in parts)


def place_of(value: str, before: list[Chunk], said: str) -> Place:
    """The place that a lexicon value "set/stage" means, with what its modifiers say of the surface."""
    name, _, stage = value.partition("/")
    surface, colour, tones = None, None, []
    for chunk in before:
        tone, shade, stuff = chunk.sense("tone"), chunk.sense("colour"), chunk.sense("material")
        if tone is not None:
            tones.append(tone.value)
        if shade is not None:
            colour = colour_hex(shade.value, tuple(tones))
        if stuff is not None:
            surface = _wood(stuff.value, tones)
    return Place(set=name, stage=stage, surface=surface, colour=colour, phrase=said)


_OUTSIDE = frozenset("steps step stairs doorstep door wall front facade roof porch gate corner".split())
_TOWN_HOUSES = frozenset(
    "cafe restaurant house pub museum gallery hotel bar apartment library office garage church".split()
)
_HUTS = frozenset("cabin cottage barn hut".split())


def seen_from(place: Place, relation: str, part: str = "") -> Place:
    """The place that a building means from outside: "in front of a cafe", "the steps of a house"."""
    outside = relation in ("in front of", "past", "beside", "behind", "outside")
    outside |= relation == "of" and part in _OUTSIDE
    word = place.phrase.lower().split()[-1] if place.phrase else ""
    if not outside or place.set not in ("interior", "tabletop"):
        return place
    if word in _HUTS:
        return replace(place, set="lake", stage="")
    return replace(place, set="street", stage="") if word in _TOWN_HOUSES else place
