"""Lists that say more of a group: "three balls, red, green and blue", "five of them in a row"."""

from dataclasses import replace

from rayograph.plan.facts import Thing
from rayograph.plan.headless import STUFF_COLOURS
from rayograph.plan.items import Item, Nouns
from rayograph.plan.ledger import Ledger

_COUNTED = frozenset("a an the one ones another each other two three four five six seven eight".split())


def read_lists(ledger: Ledger, found: Nouns) -> None:
    """Give a group the number and the colours that the phrases without a head after it list."""
    for index, thing in enumerate(found.things):
        if thing.kind in ("", "?") or (thing.count < 2 and index not in found.guessed):
            continue
        listed = _after(found, index)
        if listed:
            _count(ledger, found, index, listed[0])
            _colours(ledger, found, index, [i for i in _after(found, index) if i.value == "one"])
    _settle(ledger, found)


def _settle(ledger: Ledger, found: Nouns) -> None:
    """A colour alone that starts no list is said of the thing before it: "the car is red"."""
    for place, item in enumerate(found.items):
        if item.kind != "thing" or item.value != "one" or found.things[item.thing].kind != "?":
            continue
        one = found.things[item.thing]
        words = one.phrase.lower().split()
        alone = not set(words) & _COUNTED and not any(w[0].isdecimal() for w in words)
        before = next((i for i in reversed(found.items[:place]) if i.kind == "thing"), None)
        after = found.items[place + 1] if place + 1 < len(found.items) else None
        if alone and after is not None and after.kind == "gap" and after.start - item.end <= 1:
            # "Beige studio", "warm white light": said of what another reader took.
            ledger.claim(item.start, item.end, "understood", "a colour of what follows")
            found.things[item.thing] = replace(one, kind="")
            found.items[place] = replace(item, kind="gap", value="", thing=-1)
            continue
        if alone and one.colour is not None and before is not None and one.count == 1:
            last = found.things[before.thing]
            meaning = f"said of the {last.kind.replace('_', ' ')}, colour {one.colour}"
            ledger.claim(item.start, item.end, "understood", meaning)
            found.things[item.thing] = replace(one, kind="")
            found.items[place] = replace(item, kind="gap", value="", thing=-1)
            if last.colour is None and not last.palette:
                found.things[before.thing] = replace(last, colour=one.colour)


def _after(found: Nouns, index: int) -> list[Item]:
    """Headless phrases that follow a thing with nothing of weight between."""
    start = next((k for k, i in enumerate(found.items) if i.kind == "thing" and i.thing == index), -1)
    listed: list[Item] = []
    before = ""
    if start < 0:
        return listed
    for item in found.items[start + 1 :]:
        if item.kind == "thing" and item.value == "one" and found.things[item.thing].kind == "?":
            listed.append(item)
        elif item.kind == "thing" and not (before == "relation" and found.things[item.thing].count == 1):
            break  # "Three bottles on a shelf: one green …" lists the bottles
        before = item.kind
    return listed


def _count(ledger: Ledger, found: Nouns, index: int, item: Item) -> None:
    """ "Traffic cones. Five of them": the number belongs to the group whose number was open."""
    one = found.things[item.thing]
    more = "more" in ledger.text[item.start : item.end].split()
    if index not in found.guessed or one.count < 2 or one.colour is not None or more:
        return
    found.guessed.discard(index)
    found.things[index] = replace(
        found.things[index],
        count=one.count,
        arrangement=one.arrangement or found.things[index].arrangement,
    )
    _merge(ledger, found, index, item, f"{one.count} of those named before")


def _colours(ledger: Ledger, found: Nouns, index: int, listed: list[Item]) -> None:
    """ "One red, one gold, one green" of three presents are those three; "one red, two blue" as well."""
    ones = [found.things[i.thing] for i in listed]
    group, open_ended = found.things[index], index in found.guessed
    if len(ones) < 2 or any(one.colour is None and one.material is None for one in ones):
        return
    count = sum(one.count for one in ones)
    if count != group.count and (open_ended or any(one.count > 1 for one in ones)) and not open_ended:
        return
    if open_ended and len(ones) > group.count and count > 2 * len(ones):
        return
    painted = any(one.colour and not one.material for one in ones)
    each = [_look(one, painted) for one in ones for _ in range(one.count)]
    stuffs = tuple(one.material for one in each) if any(one.material for one in each) else ()
    palette = tuple(one.colour or "" for one in each) if any(one.colour for one in each) else ()
    found.guessed.discard(index)
    found.things[index] = replace(
        group, count=count if open_ended else group.count, palette=palette, stuffs=stuffs
    )
    for item in listed:
        one = found.things[item.thing]
        looks = f"colour {one.colour}" if one.colour else f"of {(one.material or '').replace('_', ' ')}"
        _merge(ledger, found, index, item, f"{one.count} of those named before, {looks}")


def _look(one: Thing, painted: bool) -> Thing:
    """ "Gold" among colours is one of them, among stuffs a stuff."""
    if one.material is None or one.material not in STUFF_COLOURS:
        return one
    return replace(one, material=None) if painted else replace(one, colour=None)


def _merge(ledger: Ledger, found: Nouns, index: int, item: Item, meaning: str) -> None:
    found.things[item.thing] = replace(found.things[item.thing], kind="")
    place = found.items.index(item)
    found.items[place] = replace(item, kind="gap", value="", thing=-1)
    ledger.claim(item.start, item.end, "understood", meaning)
