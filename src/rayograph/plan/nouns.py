"""Noun phrases: counts, colours, sizes, materials and a head; and the items that stand between them."""

import re
from dataclasses import replace

from rayograph.plan.arrangement_words import HEAPS
from rayograph.plan.chunks import Chunk, chunks
from rayograph.plan.described import describe, name_of, place_of
from rayograph.plan.drinks import drink_at, pour
from rayograph.plan.facts import Thing
from rayograph.plan.function_words import FUNCTION
from rayograph.plan.ground import ALIKE, BARE, Grounder
from rayograph.plan.headless import made_of, without_head
from rayograph.plan.heights import give_heights, read_heights
from rayograph.plan.items import Item, ItemKind, Nouns
from rayograph.plan.ledger import Ledger
from rayograph.plan.listing import read_lists
from rayograph.plan.loose_leaves import read_loose
from rayograph.plan.parts_of import said_of_part
from rayograph.plan.reference import (
    as_tree,
    drop_heading,
    is_picture,
    is_stuff,
    named_so,
    names_a_tree,
    same,
    take_from_group,
    which_of,
)
from rayograph.plan.relation_words import SIDES
from rayograph.plan.runs import HEADS, MODIFIERS, run_from, stands_so
from rayograph.plan.stand_ins import STAND_INS

__all__ = ["Item", "Nouns", "read_nouns"]
WOODS = ("oak", "maple", "beech", "elm", "alder")
_POURS = frozenset("bottle jug thermos".split())
_ONE = frozenset(
    "a an one two three lone lonely big old great huge giant ancient single solitary young".split()
)


def read_nouns(ledger: Ledger, grounder: Grounder) -> Nouns:
    """Claim every noun phrase and return the sentence's elements in order."""
    _read_slates(ledger)
    heights = read_heights(ledger)
    row = chunks(ledger, tuple(span for span, _ in heights))
    found = Nouns(things=[], items=[], absent=[])
    i = 0
    negated = -1
    while i < len(row):
        chunk = row[i]
        noted = chunk.sense("noted")
        if chunk.sense("not"):
            negated = chunk.start
        drink = drink_at(row, i) if _is_in_vessel(found) else 0
        if drink:
            pour(found, row[i + drink - 1].text)
            ledger.claim(chunk.start, row[i + drink - 1].end, "understood", "what is in it")
            i += drink
            continue
        if chunk.text in SIDES and _is_side(found, row, i):
            found.items.append(_side_item(found, chunk))
            i += 1
            continue
        if noted is not None and read_loose(found, row, i):
            ledger.claim(chunk.start, chunk.end, "assumed", f"{chunk.text} that move by themselves")
            i += 1
            continue
        if noted is not None and not (i + 1 < len(row) and row[i + 1].sense("cast")):
            ledger.claim(chunk.start, chunk.end, "understood", noted.value)
            i += 1
            continue
        if chunk.sense("not"):
            i += 1
            continue
        run = 0 if stands_so(found, row, i) else run_from(row, i)
        part = said_of_part(ledger, found, row, i, run) if run and negated < 0 else 0
        if part:
            i += part
            continue
        if run:
            _noun_phrase(ledger, grounder, found, row, i, run, negated)
            i += run
            continue
        item = _item(chunk)
        if item is not None:
            found.items.append(item)
        if (
            chunk.mark in ".;"
            and chunk.mark
            or (chunk.sense("motion", "relation") and not chunk.sense("and"))
        ):
            negated = -1
        if chunk.mark in (",", "gap") and negated >= 0 and not _list_goes_on(row, i):
            negated = -1
        i += 1
    _spectacles(found)
    give_heights(found, heights)
    read_lists(ledger, found)
    _turn_asides(found)
    return found


def _read_slates(ledger: Ledger) -> None:
    """Names and numbers of shots: "Sc 14", "SHOT 040", "PVZ_TT_040", "frame 3"."""
    named = r"(?:sc|scene|sh|shot|slate|take|frame|setup|cut|insert|panel|board|plate|seq)"
    code = r"[a-z]+\d*(?:_[a-z0-9]+)+"
    numbered = rf"{named}\.? ?#?\d+[a-z]?(?: ?[/,] ?{named}\.? ?\d+[a-z]?)*(?: pick ?ups?)?"
    for m in ledger.take(rf"{numbered}|{code}|pick ups?(?= ?:)|shot list|shotlist"):
        ledger.claim(m.start(), m.end(), "understood", "the name or number of the shot")


def _spectacles(found: Nouns) -> None:
    """Bare "glasses" beside a book and nothing to drink are those one reads with."""
    kinds = {thing.kind for thing in found.things}
    if not kinds & {"book", "newspaper", "envelope", "typewriter", "laptop"} or kinds & _POURS:
        return
    for index, thing in enumerate(found.things):
        reads = thing.name in ("glasses", "round glasses", "horn rimmed glasses", "old glasses")
        paired = thing.phrase.lower().startswith(("a pair of", "pair of", "the pair of"))
        if thing.kind == "wine_glass" and reads and (index in found.guessed or paired):
            found.things[index] = replace(thing, kind="spectacles", count=1)


def _turn_asides(found: Nouns) -> None:
    """ "Beside it an open book": what stands there is named after."""
    items = found.items
    for k in range(len(items) - 1):
        opens = k == 0 or items[k - 1].kind in ("stop", "comma", "and")
        if items[k].kind == "on top" and opens and items[k + 1].kind == "thing":
            items[k], items[k + 1] = items[k + 1], items[k]


def _is_in_vessel(found: Nouns) -> bool:
    """Whether "of" after a vessel comes before: "a tumbler of water"."""
    before = found.items[-2:]
    return len(before) == 2 and before[0].kind == "thing" and before[1].value == "of"


def _side_item(found: Nouns, chunk: Chunk) -> Item:
    """A bare side after a verb of going is where it goes: "the bus leaves frame right"."""
    kind: ItemKind = "heading" if found.items[-1].kind == "motion" else "screen"
    return Item(kind=kind, start=chunk.start, end=chunk.end, value=SIDES[chunk.text])


def _is_side(found: Nouns, row: list[Chunk], i: int) -> bool:
    """Whether a bare "left" after a thing says where it stands: "chrome ball left, white ball right"."""
    ends = i + 1 >= len(row) or bool(row[i + 1].mark) or row[i + 1].sense("and") is not None
    before = found.items[-1] if found.items else None
    leaves = before is not None and before.value == "motion:go" and row[i].text in ("left", "right")
    return ends and before is not None and (before.kind == "thing" or leaves)


def _list_goes_on(row: list[Chunk], i: int) -> bool:
    """Whether "no cars, people or birds" is still listing after a comma: an "or" comes before the stop."""
    for chunk in row[i:]:
        if chunk.mark in (".", ";"):
            return False
        if chunk.text in ("or", "nor"):
            return True
    return False


def _item(chunk: Chunk) -> Item | None:
    if chunk.mark:
        kinds: dict[str, ItemKind] = {
            ",": "comma",
            ".": "stop",
            ";": "stop",
            "!": "stop",
            ":": "comma",
            "gap": "gap",
        }
        kind = kinds.get(chunk.mark)
        return None if kind is None else Item(kind=kind, start=chunk.start, end=chunk.end)
    roles: tuple[tuple[str, ItemKind], ...] = (
        ("after", "after"), ("screen", "screen"), ("edge", "edge"), ("on top", "on top"),
        ("motion", "motion"), ("cannot", "motion"),
        ("ending", "motion"), ("posture", "motion"), ("heading", "heading"), ("relation", "relation"),
        ("when", "when"), ("and", "and"), ("pronoun", "pronoun"), ("times", "times"), ("manner", "manner"),
    )  # fmt: skip
    for role, kind in roles:
        sense = chunk.sense(role)
        if sense is not None:
            value = sense.value if kind != "motion" else f"{role}:{sense.value}"
            return Item(kind=kind, start=chunk.start, end=chunk.end, value=value)
    if chunk.unknown and not chunk.quoted and chunk.text not in FUNCTION:
        return Item(kind="manner", start=chunk.start, end=chunk.end, value="?")
    return None


def _noun_phrase(
    ledger: Ledger, grounder: Grounder, found: Nouns, row: list[Chunk], i: int, n: int, negated: int
) -> None:
    run = row[i : i + n]
    heads = [k for k, chunk in enumerate(run) if chunk.sense(*HEADS)]
    if heads and run[heads[-1]].text in WOODS and not any(c.text in _ONE for c in run):
        heads = [k for k in heads if run[k].text not in WOODS]  # "On oak" names a stuff, "a big oak" a tree.
    named = [k for k in heads if run[k].sense("cast") or (run[k].sense("place") and _is_set(run[k]))]
    heads = named or heads  # "Marble ball test": what is named last but one is what is shown.
    unknown_last = run[-1].unknown
    start, end = run[0].start, run[-1].end
    if negated >= 0:
        _absent(ledger, found, run, negated)
        return
    after = i + n < len(row) and row[i + n].mark == "gap"
    if after and all(c.sense("count") or c.number is not None for c in run):
        # "Two softboxes": what is counted was read by another reader.
        ledger.claim(start, end, "understood", "a number of what follows")
        return
    if not heads and run[-1].text in HEAPS and run[0].text in ("a", "an") and _in_before(found):
        # "Stacked in a wobbly tower" says how the last thing stands.
        found.items[-1] = Item(kind="after", start=start, end=end, value=HEAPS[run[-1].text])
        return
    if not heads and names_a_tree(run):
        run = [*run[:-1], as_tree(run[-1])]
        heads = [n - 1]
    if heads and run[-1].text in HEAPS and heads[-1] == n - 2 and run[heads[-1]].sense("cast"):
        _heap(ledger, grounder, found, run, heads[-1])
        return
    if heads and (not unknown_last or heads[-1] == n - 1):
        head = run[heads[-1]]
        before = [c for k, c in enumerate(run) if k != heads[-1]]
        _known_head(ledger, grounder, found, head, before, start, end)
        return
    if any(chunk.unknown for chunk in run):
        _unknown_head(ledger, grounder, found, run)
        return
    without_head(ledger, found, run)


def _in_before(found: Nouns) -> bool:
    return bool(found.items) and found.items[-1].kind == "relation" and found.items[-1].value == "in"


def _heap(ledger: Ledger, grounder: Grounder, found: Nouns, run: list[Chunk], head: int) -> None:
    """ "A log pile" is a pile of logs."""
    before = [c for c in run[:head] if c.text not in ("a", "an")]
    _known_head(ledger, grounder, found, run[head], [*before, run[-1]], run[0].start, run[-1].end)


def _is_set(chunk: Chunk) -> bool:
    place = chunk.sense("place")
    return place is not None and place.value != "/"


def _absent(ledger: Ledger, found: Nouns, run: list[Chunk], start: int) -> None:
    head = next((c.sense("cast") for c in reversed(run) if c.sense("cast")), None)
    found.absent.append(head.value if head else run[-1].text)
    what = " ".join(c.text for c in run if not c.sense("det"))
    start = start if ledger.is_free(start, run[-1].end) else run[0].start
    ledger.claim(start, run[-1].end, "understood", f"none: the shot holds no {what}")


def _is_within(ledger: Ledger, found: Nouns, start: int) -> bool:
    """Whether the shot plays inside what is named from `start` on: after "in", or in a heading "INT."."""
    before = found.items[-1] if found.items else None
    after_in = before is not None and before.kind == "relation" and before.value == "in"
    return after_in or re.search(r"\b(?:int|inside)\b[.:,]? *$", ledger.brief[:start].lower()) is not None


def _is_pendulum(ledger: Ledger, found: Nouns, head: Chunk, start: int, end: int) -> bool:
    """Whether a pendulum is that of the clock named before."""
    if head.text != "pendulum" or not any(t.kind in ("clock", "grandfather_clock") for t in found.things):
        return False
    found.items.append(Item(kind="not_thing", start=start, end=end))
    ledger.claim(start, end, "understood", "a part of the clock")
    return True


def _known_head(
    ledger: Ledger, grounder: Grounder, found: Nouns, head: Chunk, before: list[Chunk], start: int, end: int
) -> None:
    cast, place = head.sense("cast"), head.sense("place")
    if place is not None and place.value.startswith("interior") and _is_within(ledger, found, start):
        cast = None  # a cabin on the shore is built and seen, one that the shot plays in is a room
    if _is_pendulum(ledger, found, head, start, end):
        return
    own = any(c.sense("det", "count") and c.text not in ("the", "its", "this") for c in before)
    if head.text in ("light", "lights") and not own and not any(c.sense("size") for c in before):
        # "Warm tungsten light" is the light of the shot, "a light" is a lamp.
        ledger.claim(start, end, "understood", "the light of the shot")
        return
    if is_picture(head, before):
        found.items.append(Item(kind="place", start=start, end=end, place=place_of("/", [], "")))
        ledger.claim(start, end, "understood", "the picture itself")
        return
    if cast is not None and is_stuff(found, head, before):
        if made_of(ledger, found, [*before, head], start, end):
            return
        stuff = place_of("/", [*before, head], ledger.brief[start:end])
        found.items.append(Item(kind="surface", start=start, end=end, place=stuff))
        ledger.claim(start, end, "understood", f"surface of {stuff.surface}")
        return
    loose = [c for c in before if c.unknown]
    said = ledger.brief[start:end]
    if cast is not None and cast.value:
        known = same(found, cast.value, head, before)
        if known >= 0:
            _refer(found, known, before, start, end, "again")
            ledger.claim(start, end, "understood", f"the {cast.value.replace('_', ' ')} named before")
            return
        take_from_group(found, cast.value, before)
        many = cast.plural and not said.lower().startswith("a ")  # "a dice" is one
        thing, verdict, note = describe(Thing(kind=cast.value, phrase=said), before, many)
        if cast.value in (STAND_INS.get(head.text), STAND_INS.get(head.text.removesuffix("s"))):
            verdict, note = "assumed", f"{head.text!r} taken as {cast.value.replace('_', ' ')!r}: {note}"
        if cast.plural and not any(c.sense("count", "group") or c.number is not None for c in before):
            found.guessed.add(len(found.things))
        found.things.append(replace(thing, name=name_of([*before, head])))
        drop_heading(found, len(found.things) - 1)
        _refer(found, len(found.things) - 1, before, start, end)
    else:
        value = place.value if place is not None else "/"
        if place is None:
            found.items.append(Item(kind="place", start=start, end=end, place=place_of("/", before, "")))
            ledger.claim(start, end, "assumed", "about the shot, not in it")
            return
        found.items.append(Item(kind="place", start=start, end=end, place=place_of(value, before, said)))
        verdict, note = "understood", f"place: {head.text}"
        for chunk in before:
            other = chunk.sense("place")
            if other is not None:
                hint = replace(place_of(other.value, [], chunk.text), weak=True)
                found.items.append(Item(kind="place", start=start, end=end, place=hint))
    strange, note = _modifiers(grounder, loose, note)
    ledger.claim(start, end, verdict, note)
    for chunk in strange:
        meaning, near = grounder.explain(chunk.text)
        ledger.claim(chunk.start, chunk.end, "ungrounded", f"{chunk.text!r} {meaning}", near)


def _refer(found: Nouns, thing: int, before: list[Chunk], start: int, end: int, value: str = "") -> None:
    """Add a thing to the sentence, and which one of several its words single out."""
    which = which_of(before) if found.things[thing].count > 1 else ""
    found.items.append(Item(kind="thing", start=start, end=end, thing=thing, value=value, which=which))


def _modifiers(grounder: Grounder, loose: list[Chunk], note: str) -> tuple[list[Chunk], str]:
    """Unknown modifiers: those that name something we lack, and the note with the others as mere names."""
    strange = [c for c in loose if grounder.is_foreign(c.text)]
    kept = [c.text for c in loose if c not in strange]
    if kept:
        note += f"; {' '.join(kept)!r} is kept as a name and changes nothing"
    return strange, note


def _unknown_head(ledger: Ledger, grounder: Grounder, found: Nouns, run: list[Chunk]) -> None:
    """Ground the unknown words at the end of a run, as a whole first, then the last word."""
    tail = [c for c in run if c.unknown]
    body = [c for c in run if not c.unknown]
    start, end = run[0].start, run[-1].end
    again = named_so(found, run)
    if again >= 0:
        found.items.append(Item(kind="thing", start=start, end=end, thing=again, value="again"))
        ledger.claim(start, end, "understood", f"the {found.things[again].name} named before")
        return
    hit = grounder.nearest(" ".join(c.text for c in tail)) or (
        grounder.nearest(tail[-1].text) if len(tail) > 1 else None
    )
    said = ledger.brief[start:end]
    living = [c for c in tail if grounder.is_foreign(c.text)]
    if living and hit is not None and hit.similarity < ALIKE:
        hit = None  # "A cat asleep": what it does is no thing of its own.
    shown = any(c.sense(*MODIFIERS, "det", "group") or c.number is not None for c in body)
    after = bool(found.items) and found.items[-1].kind == "relation"
    if hit is not None and hit.similarity < BARE and not shown and not after:
        hit = None  # A bare unknown word may as well be a verb or talk.
    if hit is not None and hit.role == "cast":
        thing, _, note = describe(Thing(kind=hit.value, phrase=said, assumed=True), body, hit.plural)
        found.things.append(replace(thing, name=name_of(run)))
        found.items.append(Item(kind="thing", start=start, end=end, thing=len(found.things) - 1))
        ledger.claim(start, end, "assumed", f"{tail[-1].text!r} taken as {hit.word!r}: {note}")
        return
    if hit is not None and hit.role == "place":
        found.items.append(Item(kind="place", start=start, end=end, place=place_of(hit.value, body, said)))
        ledger.claim(start, end, "assumed", f"{tail[-1].text!r} taken as the place {hit.word!r}")
        return
    if hit is not None and hit.role == "material":
        place = place_of("/", body, said)
        found.items.append(
            Item(kind="surface", start=start, end=end, place=replace(place, surface=hit.value))
        )
        ledger.claim(start, end, "assumed", f"{tail[-1].text!r} taken as the material {hit.word!r}")
        return
    heads = [c for c in body if c.sense(*HEADS)]
    if heads:
        _known_head(
            ledger, grounder, found, heads[-1], [c for c in body if c is not heads[-1]], start, heads[-1].end
        )
        tail = [c for c in tail if c.start >= heads[-1].end]
    for chunk in tail:
        meaning, near = grounder.explain(chunk.text)
        ledger.claim(
            chunk.start if heads else start, chunk.end, "ungrounded", f"{chunk.text!r} {meaning}", near
        )
        start = chunk.end
    if not heads:
        found.items.append(Item(kind="not_thing", start=run[0].start, end=end))
