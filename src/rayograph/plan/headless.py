"""Phrases without a noun: "a white one", "on black stone", "…, amber glass", or a mere adjective."""

import re
from dataclasses import replace

from rayograph.core.catalogue import cast_kind
from rayograph.plan.chunks import Chunk
from rayograph.plan.described import LIT, describe, place_of
from rayograph.plan.facts import Thing
from rayograph.plan.items import Item, Nouns
from rayograph.plan.ledger import Ledger

COUNTED = frozenset("one two three four five six seven eight nine ten another".split())
_GROUNDS = frozenset("asphalt tarmac cobbles cobblestone cobblestones pavement gravel concrete".split())
"""Stuffs that lie underfoot: said alone they are the ground."""
STUFF_COLOURS = {"gold": "#c7a03c", "brass": "#b5923a", "copper": "#b0643a", "steel": "#b3b5b8"}
"""Colours of what is called by a stuff: "one gold, one silver"."""


def without_head(ledger: Ledger, found: Nouns, run: list[Chunk]) -> None:
    """Modifiers alone: "a white one", "on black stone", "…, amber glass", or a mere adjective."""
    start, end = run[0].start, run[-1].end
    said = ledger.brief[start:end]
    counted = any(c.sense("det", "count", "group") or c.number is not None for c in run)
    if re.search(
        r"\b(?:set|laid|table|dinner|supper|lunch|breakfast|tea|drinks|picnic) for $", ledger.text[:start]
    ):
        ledger.claim(start, end, "assumed", "so many are expected; nobody is seen")
        return
    if run[-1].sense("group") and run[-1].text.endswith(" of") and all(c.sense("det", "group") for c in run):
        ledger.claim(start, end, "assumed", "of what is not shown")
        return
    shades = [s.value for c in run if (s := c.sense("colour")) is not None]
    listed = counted and any(c.text in COUNTED or c.number is not None for c in run)
    if any(c.sense("material") for c in run) and not listed:
        if _lists(ledger, found, end) and not _lies_under(found.things[_last_named(found)], run):
            thing, _, _ = describe(Thing(kind="", phrase=said), run, False)
            _headless(found, thing, start, end)
            return
        _stuff(ledger, found, run, said)
        return
    if shades or any(c.sense("count", "group") or c.number is not None for c in run):
        if len(shades) > 1 and not counted:
            _each(ledger, found, run)
            return
        thing, _, _ = describe(Thing(kind="", phrase=said), run, False)
        if thing.material is not None and thing.colour is None:
            thing = replace(thing, colour=STUFF_COLOURS.get(thing.material))
        _headless(found, thing, start, end)
        return
    words = [c for c in run if not c.sense("det")]
    _qualify_last(found, run)
    if words:
        ledger.claim(words[0].start, end, "assumed", "said of the whole; nothing in the shot depends on it")


def _last_named(found: Nouns) -> int:
    return next((i.thing for i in reversed(found.items) if i.kind == "thing"), -1)


def _lists(ledger: Ledger, found: Nouns, end: int) -> bool:
    """Whether a stuff alone is one of several: "three spheres: chrome, glass and brass"."""
    before = next((i for i in reversed(found.items) if i.kind not in ("comma", "and", "gap")), None)
    if before is None or before.kind != "thing":
        return False
    if before.value == "one" and found.things[before.thing].material is not None:
        return True
    goes_on = re.match(r" ?(?:, ?(?:and )?|and |& )(?!on |in |at |by |the |an? |with )\w", ledger.text[end:])
    return found.things[before.thing].count > 1 and goes_on is not None and before.value != "one"


def _headless(found: Nouns, thing: Thing, start: int, end: int) -> None:
    found.things.append(replace(thing, kind="?"))
    found.items.append(Item(kind="thing", start=start, end=end, thing=len(found.things) - 1, value="one"))


def _each(ledger: Ledger, found: Nouns, run: list[Chunk]) -> None:
    """ "Red and blue" in a list of colours are two of them."""
    tones: list[Chunk] = []
    for chunk in run:
        if chunk.sense("colour") is None:
            tones.append(chunk)
            continue
        thing, _, _ = describe(Thing(kind="", phrase=chunk.text), [*tones, chunk], False)
        _headless(found, thing, chunk.start, chunk.end)
        tones = []


def _last_thing(found: Nouns) -> int:
    """The thing that a phrase set off by a comma is said of, or -1."""
    before = [i for i in found.items if i.kind not in ("comma", "gap")]
    close = bool(before) and before[-1].kind == "thing" and before[-1].value != "one"
    return before[-1].thing if close else -1


_CLAD = frozenset(
    "velvet leather linen silk felt canvas oak walnut maple ebony pine brass copper steel chrome gold".split()
)
"""Stuffs that a thing may be in: "an armchair in green velvet"."""


def made_of(ledger: Ledger, found: Nouns, run: list[Chunk], start: int, end: int) -> bool:
    """ "A block of white marble", "a bowl made of brass": the stuff is that of the thing before."""
    before = [i for i in found.items if i.kind not in ("comma", "gap", "manner")]
    dressed = [s.value for c in run if (s := c.sense("material")) is not None and s.value in _CLAD]
    ties = ("of", "from", "in") if dressed else ("of", "from")
    if not before or before[-1].kind != "relation" or before[-1].value not in ties:
        return False
    said = ledger.text[before[-1].start : before[-1].end]
    owner = next((i for i in reversed(before[:-1]) if i.kind not in ("motion", "relation")), None)
    if owner is None or owner.kind != "thing" or said == "out of":
        return False
    thing, _, note = describe(found.things[owner.thing], run, False)
    found.things[owner.thing] = replace(thing, count=found.things[owner.thing].count)
    ledger.claim(start, end, "understood", f"what the {thing.kind.replace('_', ' ')} is made of{note[3:]}")
    return True


def _stuff(ledger: Ledger, found: Nouns, run: list[Chunk], said: str) -> None:
    """A stuff alone is that of the thing before it, or a surface: "…, amber glass, on black slate"."""
    start, end, last = run[0].start, run[-1].end, _last_thing(found)
    if made_of(ledger, found, run, start, end):
        return
    if any(c.text in _GROUNDS for c in run):
        last = -1
    apart = bool(found.items) and found.items[-1].kind in ("comma", "gap", "thing")
    if (
        last >= 0
        and apart
        and found.things[last].material is None
        and not _lies_under(found.things[last], run)
    ):
        thing, _, note = describe(found.things[last], run, False)
        found.things[last] = replace(thing, count=found.things[last].count)
        ledger.claim(start, end, "understood", f"said of the {thing.kind.replace('_', ' ')}{note[1:]}")
        return
    place = place_of("/", run, said)
    found.items.append(Item(kind="surface", start=start, end=end, place=place))
    ledger.claim(start, end, "understood", f"surface of {place.surface}")


_UNDER = frozenset("marble slate granite sandstone concrete linen silk velvet felt canvas".split())
"""Stuffs of table tops and of what is spread on them,"""
_SHEET = frozenset("acrylic perspex plexiglass formica laminate".split())
"""and of glossy sheets that things are shot on."""


def _lies_under(thing: Thing, run: list[Chunk]) -> bool:
    """Whether a stuff set off by a comma is what things lie on, since this one is never made of it."""
    kind = cast_kind(thing.kind)
    stuff = next((s.value for c in run if (s := c.sense("material")) is not None), "")
    if kind is None or "tabletop" not in kind.settings:
        return False
    return any(c.text in _SHEET for c in run) or (stuff in _UNDER and stuff not in kind.materials)


def _qualify_last(found: Nouns, run: list[Chunk]) -> None:
    """A size or a state after a comma is that of the thing before: "an armchair, old"."""
    last = _last_thing(found)
    lit = next((LIT[c.text] for c in run if c.text in LIT), None)
    lamps = [k for k, t in enumerate(found.things) if (kind := cast_kind(t.kind)) is not None
        and kind.lumens > 0]  # fmt: skip
    if lit is not None and lamps:
        found.things[lamps[-1]] = replace(found.things[lamps[-1]], lit=lit)
    if last >= 0 and any(c.sense("size", "wear") for c in run) and not any(c.sense("det") for c in run):
        thing, _, _ = describe(found.things[last], run, False)
        found.things[last] = replace(thing, count=found.things[last].count)
