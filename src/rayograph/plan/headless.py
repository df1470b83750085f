"""Phrases without a noun: "a white one", "on black stone", "…, amber glass", or a mere adjective."""

from dataclasses import replace

from rayograph.plan.chunks import Chunk
from rayograph.plan.described import describe, place_of
from rayograph.plan.facts import Thing
from rayograph.plan.items import Item, Nouns
from rayograph.plan.ledger import Ledger

STUFF_COLOURS = {"gold": "#c7a03c", "brass": "#b5923a", "copper": "#b0643a", "steel": "#b3b5b8"}
"""Colours of what is called by a stuff: "one gold, one silver"."""


def without_head(ledger: Ledger, found: Nouns, run: list[Chunk]) -> None:
    """Modifiers alone: "a white one", "on black stone", "…, amber glass", or a mere adjective."""
    start, end = run[0].start, run[-1].end
    said = ledger.brief[start:end]
    counted = any(c.sense("det", "count", "group") or c.number is not None for c in run)
    shades = [s.value for c in run if (s := c.sense("colour")) is not None]
    if any(c.sense("material") for c in run) and not (counted and any(c.text == "one" for c in run)):
        _stuff(ledger, found, run, said)
        return
    if shades or any(c.sense("count", "group") or c.number is not None for c in run):
        if len(shades) > 1 and not counted:
            _each(ledger, found, run)
            return
        thing, _, _ = describe(Thing(kind="", phrase=said), run, False)
        if thing.material is not None and thing.colour is None:
            thing = replace(thing, colour=STUFF_COLOURS.get(thing.material), material=None)
        _headless(found, thing, start, end)
        return
    words = [c for c in run if not c.sense("det")]
    _qualify_last(found, run)
    if words:
        ledger.claim(words[0].start, end, "assumed", "said of the whole; nothing in the shot depends on it")


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


def _stuff(ledger: Ledger, found: Nouns, run: list[Chunk], said: str) -> None:
    """A stuff alone is that of the thing before it, or a surface: "…, amber glass, on black slate"."""
    start, end, last = run[0].start, run[-1].end, _last_thing(found)
    apart = bool(found.items) and found.items[-1].kind in ("comma", "gap", "thing")
    if last >= 0 and apart and found.things[last].material is None:
        thing, _, note = describe(found.things[last], run, False)
        found.things[last] = replace(thing, count=found.things[last].count)
        ledger.claim(start, end, "understood", f"said of the {thing.kind.replace('_', ' ')}{note[1:]}")
        return
    place = place_of("/", run, said)
    found.items.append(Item(kind="surface", start=start, end=end, place=place))
    ledger.claim(start, end, "understood", f"surface of {place.surface}")


def _qualify_last(found: Nouns, run: list[Chunk]) -> None:
    """A size or a state after a comma is that of the thing before: "an armchair, old"."""
    last = _last_thing(found)
    if last >= 0 and any(c.sense("size", "wear") for c in run) and not any(c.sense("det") for c in run):
        thing, _, _ = describe(found.things[last], run, False)
        found.things[last] = replace(thing, count=found.things[last].count)
