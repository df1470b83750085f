"""A heading names the product and the sentence after it says what it looks like: both are one thing."""

import re
from dataclasses import replace

from rayograph.plan.bound import Bound
from rayograph.plan.facts import Thing

_SAID_OF = re.compile(
    r"\b(?:hero|heros|product|products|packshot|pack shot|beauty|ad|advert|shot|film|spot|commercial|"
    r"campaign|launch|teaser|promo|key visual|kv|still|still life|close ?up|macro|insert|test|our|new|the)\b"
)
_SOLD_IN: dict[str, tuple[str, ...]] = {
    "perfume": ("bottle", "jar", "decanter", "vase"), "nail_polish": ("bottle", "jar"),
    "cream_jar": ("jar", "bottle"), "lipstick": ("tube",), "thermos": ("bottle", "jar"),
    "dropper_bottle": ("bottle", "jar", "cream_jar", "tube", "pump_bottle"), "candle": ("jar",),
    "pump_bottle": ("bottle",), "canteen": ("bottle",),
    "tin_can": ("can",), "inkwell": ("bottle", "jar"), "potion": ("bottle",), "spray_can": ("can", "bottle"),
    "car": ("convertible", "suv"), "smartphone": ("telephone",),
}  # fmt: skip
"""Product → plainer kinds that may only tell of it again."""
_PLAIN = ("bottle", "jar", "vase", "decanter", "tumbler", "telephone")
"""Kinds that any product may come in: what the heading named tells more."""
_HEAD_WORDS = 4


def merge_heading(bound: Bound, text: str) -> None:
    """Let what the first short sentence names be what the next one describes."""
    head = re.match(r"\s*([^.:;!\x00]{3,60}?)\s*(?:[.:;!]| - |, (?=an? |the |our |one ))", text)
    first = next((i for i, t in enumerate(bound.things) if t.kind not in ("", "?")), -1)
    if head is None or first < 0 or len(head[1].split()) > _HEAD_WORDS:
        return
    thing = bound.things[first]
    said = thing.phrase.lower().replace("-", " ")
    if said.strip() not in head[1] or thing.count != 1 or re.match(r"(?:an?|one|the)\b", said):
        return
    marked = _SAID_OF.search(head[1]) is not None
    if not marked and len(head[1].split()) > 2:
        return
    told = [j for j, t in enumerate(bound.things) if j > first and t.kind not in ("", "?")]
    again = told[0] if told else -1
    if again < 0 or not _is_again(thing, bound.things[again], text[head.end() :]):
        return
    busy = {i for m in bound.motions for i in (m.subject, m.target)}
    busy |= {i for r in bound.relations for i in (r.subject, r.target)}
    if first in busy:
        return
    bound.things[again] = _joined(thing, bound.things[again])
    bound.things[first] = replace(thing, kind="")


def _is_again(first: Thing, second: Thing, rest: str) -> bool:
    """Whether the second thing, told right after the heading, is the first once more."""
    if second.count != 1 or second.phrase.lower().replace("-", " ") not in rest[: len(second.phrase) + 24]:
        return False
    return second.kind == first.kind or second.kind in _SOLD_IN.get(first.kind, ())


def _joined(first: Thing, second: Thing) -> Thing:
    """What the heading named, with the looks that were told of it."""
    return replace(
        second,
        kind=first.kind if second.kind in _PLAIN else second.kind,
        colour=second.colour or first.colour,
        material=second.material or first.material,
        accent=second.accent or first.accent,
        parts=(*first.parts, *second.parts),
        name=f"{second.name} {first.name}".strip() if first.kind != second.kind else second.name,
    )
