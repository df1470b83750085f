"""Claims about things: that they are there, how many, of what colour and size, where, and in full view."""

import re

from rayograph.core.catalogue import cast_kind
from rayograph.core.intent import (
    Absence,
    Claim,
    Colour,
    Count,
    Framing,
    Intent,
    Material,
    Placement,
    Presence,
    Relation,
    Size,
    Visible,
)
from rayograph.plan.casting import Actor
from rayograph.plan.facts import Facts, Thing

HERO_LEAST, LEAST = 0.006, 0.002
"""Parts of the frame that the subject and anything else named must cover to be told."""
MANY = 12
"""More than this many are a heap, which nobody counts."""
_RELATIONS = {
    "on": "on", "in": "in", "under": "under", "above": "above", "left of": "left_of",
    "right of": "right_of", "behind": "behind", "in front of": "in_front_of", "beside": "beside",
    "against": "touching",
}  # fmt: skip
_ZONES = {"left": "left", "right": "right", "centre": "centre", "front": "foreground", "back": "background"}
_LOOKS = {
    "metal": "steel chrome brass copper gold silver bronze aluminium black_iron iron tin pewter".split(),
    "glass": "glass amber_glass green_glass blue_glass bottle_glass crystal".split(),
}
_FRAMED = {
    "extreme close-up": (0.7, 1.0, 1.0), "close-up": (0.4, 1.0, 0.3), "medium close-up": (0.3, 1.0, 0.2),
    "medium": (0.15, 0.9, 0.12), "wide": (0.0, 0.75, 0.12), "extreme wide": (0.0, 0.5, 0.12),
}  # fmt: skip
"""Framing → least and greatest part of the frame's height or width, and how much of it may be cut off."""
_LARGE = 2.5
"""Nobody asks that what is longer than this [m] be whole in the frame."""


def slug(words: str) -> str:
    """Words as a name."""
    return "_".join(re.findall(r"[a-z0-9]+", words.lower())) or "thing"


def ids_of(actors: list[Actor], thing: int) -> tuple[str, ...]:
    """Names of those who play a thing."""
    return tuple(actor.member.id for actor in actors if actor.thing == thing)


def _behind_glass(facts: Facts) -> set[int]:
    """Things that stand in glass: passes show the first surface that is met, so no frame has their name."""
    glass = {
        index
        for index, thing in enumerate(facts.things)
        if "glass" in (thing.material or "")
        or thing.material is None
        and (known := cast_kind(thing.kind))
        and "glass" in known.materials[0]
    }
    return {r.subject for r in facts.relations if r.kind in ("in", "of", "with") and r.target in glass} | {
        r.target for r in facts.relations if r.kind in ("holding", "of", "with") and r.subject in glass
    }


def thing_intents(facts: Facts, actors: list[Actor], hero: int, moving: set[str]) -> list[Intent]:
    """Claims about all things that the brief names, and about what it does not want."""
    found: list[Intent] = []
    star = actors[hero].thing if actors else -1
    hidden = _behind_glass(facts)
    for index, thing in enumerate(facts.things):
        ids = ids_of(actors, index)
        if not ids or thing.assumed or index in hidden:
            continue
        found += [Intent(claim=claim, words=thing.phrase) for claim in
                  _of_thing(thing, ids, HERO_LEAST if index == star else LEAST)]  # fmt: skip
        if index == star:
            found.append(_framed(facts, thing, actors[hero]))
    found += _counts(facts, actors, hidden)
    found += _relations(facts, actors, moving, hidden)
    if facts.absent:
        found.append(
            Intent(
                claim=Absence(stems=tuple(slug(a) for a in facts.absent)),
                words=f"no {', '.join(facts.absent)}",
            )
        )
    return found


def _of_thing(thing: Thing, ids: tuple[str, ...], least: float) -> list[Claim]:
    shared = least / max(1.0, len(ids) ** 0.5)
    claims: list[Claim] = [Presence(objects=ids, least=round(shared, 5))]
    if len(ids) <= MANY and not thing.arrangement.startswith(("pile", "stack")):
        claims.append(Visible(objects=ids))
    if thing.palette and len(ids) == len(thing.palette):
        claims += [Colour(objects=(one,), colour=c) for one, c in zip(ids, thing.palette, strict=True)]
    elif thing.colour:
        claims.append(Colour(objects=ids, colour=thing.colour))
    for part in thing.parts:
        if hexed := re.search(r"#[0-9a-f]{6}", part):
            claims.append(Colour(objects=ids, colour=hexed[0], accent=True))
    for look, stuffs in _LOOKS.items():
        if thing.material in stuffs:
            claims.append(Material(objects=ids, look="metal" if look == "metal" else "glass"))
    if thing.height_m is not None:
        claims.append(Size(objects=ids, metres=round(_longest(thing, thing.height_m), 4)))
    zone = _ZONES.get(thing.at)
    if zone is not None:
        claims += [Placement.model_validate({"object": one, "zone": zone}) for one in ids[:1]]
    return claims


def _longest(thing: Thing, height: float) -> float:
    """The longest side of a thing of this height, by the shape of its kind."""
    known = cast_kind(thing.kind)
    return height * (max(known.size) / known.size[2] if known else 1.0)


def _framed(facts: Facts, thing: Thing, actor: Actor) -> Intent:
    least, most, cropped = _FRAMED.get(facts.camera.framing or "", (0.04, 1.0, 0.12))
    if max(actor.size) > _LARGE or facts.camera.framing is None and len(ids_of([actor], actor.thing)) != 1:
        cropped = 1.0
    claim = Framing(object=actor.member.id, least=least, most=most, cropped=cropped)
    return Intent(claim=claim, words=facts.camera.framing or thing.phrase)


def _counts(facts: Facts, actors: list[Actor], hidden: set[int]) -> list[Intent]:
    """One claim per kind: things of one kind share a stem."""
    found: list[Intent] = []
    stems: dict[str, list[int]] = {}
    for index in range(len(facts.things)):
        for name in ids_of(actors, index):
            stems.setdefault(re.sub(r"_\d+$", "", name), []).append(index)
    for stem, things in stems.items():
        said = sum(facts.things[i].count for i in dict.fromkeys(things))
        if said <= MANY and not hidden & set(things) and not all(facts.things[i].assumed for i in things):
            words = ", ".join(facts.things[i].phrase for i in dict.fromkeys(things))
            found.append(Intent(claim=Count(stem=stem, count=said), words=words[:400]))
    return found


def _relations(facts: Facts, actors: list[Actor], moving: set[str], hidden: set[int]) -> list[Intent]:
    found: list[Intent] = []
    for relation in facts.relations:
        kind = _RELATIONS.get(relation.kind)
        if kind is None or min(relation.subject, relation.target) < 0 or hidden & {relation.subject}:
            continue
        subjects, targets = ids_of(actors, relation.subject), ids_of(actors, relation.target)
        if not subjects or not targets or moving & {*subjects, *targets} and kind != "in":
            continue
        words = (
            f"{facts.things[relation.subject].phrase} {relation.kind} {facts.things[relation.target].phrase}"
        )
        claim = Relation.model_validate({"subject": subjects[0], "target": targets[0], "relation": kind})
        found.append(Intent(claim=claim, words=words[:400]))
    return found
