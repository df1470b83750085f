"""The facts of a mind over those of the grammar: what the mind said counts, the grammar fills the rest.

Things of both are matched by their kind or by the words they were named with, so that nothing is cast twice,
and a thing keeps what only the grammar knows of it (its parts, wear, whether it lies).
"""

import re
from dataclasses import replace

from rayograph.plan.facts import Facts, FormatFacts, Motion, Place, Relation, Thing, only
from rayograph.plan.ground import Grounder
from rayograph.plan.ledger import STOPWORDS, Ledger
from rayograph.plan.lexicon import SIZES
from rayograph.plan.minds.answer import Said, SaidFormat, SaidMotion, SaidRelation, SaidThing
from rayograph.plan.minds.looks import over_camera, over_light
from rayograph.plan.minds.words import a_colour, a_kind, a_material, a_place
from rayograph.plan.styles import first_motion, merged

_NO_OBJECT = {"hit": "slide", "push": "slide", "knock over": "topple"}
"""Styles that need an object → what the thing does by itself."""


def merge(said: Said, facts: Facts, ledger: Ledger) -> Facts:
    """A brief as the mind and the grammar read it together; the ledger is told which said what."""
    things = list(facts.things)
    where: list[int] = []
    for each in said.things:
        where.append(_place_thing(each, things, {*where}, ledger))
    named = [i for i in where if i >= 0]
    denied = _denied(said, facts, {*named})
    for i in denied:
        ledger.assume(f"{facts.things[i].phrase!r} names no thing, says the mind")
    rest = [i for i in range(len(facts.things)) if i not in named and i not in denied]
    for i in rest:
        if named and not facts.things[i].assumed:
            ledger.assume(f"{facts.things[i].phrase!r} was read by the grammar only, and is kept")
    for words in said.cannot:
        ledger.reread(words, "ungrounded", "cannot be shot, says the mind")
    joined = replace(
        facts,
        things=tuple(things),
        relations=_relations(said.relations, facts.relations, where),
        motions=_motions(said.motions, facts.motions, where, things),
        places=_places(said.places, facts.places, ledger),
        absent=tuple(dict.fromkeys([*facts.absent, *(a_kind(words)[0] or words for words in said.absent)])),
        camera=over_camera(said.camera, facts.camera),
        light=over_light(said.light, facts.light),
        format=_format(said.format, facts.format),
    )
    return only(joined, [*named, *rest])


def _place_thing(said: SaidThing, things: list[Thing], taken: set[int], ledger: Ledger) -> int:
    """Put what the mind said of a thing into the list; its number there, -1 where it cannot be shot."""
    kind, verdict = a_kind(said.kind)
    if not kind:
        meaning, near = Grounder().explain(said.kind.lower().replace("_", " "))
        ledger.reread(said.phrase, "ungrounded", f"{said.kind!r} {meaning}", near)
        return -1
    free = [i for i in range(len(things)) if i not in taken]
    same = [i for i in free if things[i].kind == kind]
    same += [i for i in free if _share_words(things[i].phrase, said.phrase)]
    index = same[0] if same else len(things)
    if not same:
        things.append(Thing(kind=kind, phrase=said.phrase, name=said.phrase.lower()))
    made = _described(said, things[index], kind)
    things[index] = made
    looks = (f"{made.count} ×", said.size, said.colour, said.material, kind.replace("_", " "))
    ledger.reread(said.phrase, verdict, " ".join(filter(None, looks)) + ", says the mind")
    return index


def _described(said: SaidThing, base: Thing, kind: str) -> Thing:
    """The grammar's thing with what the mind said of it."""
    return replace(
        base,
        kind=kind,
        assumed=False,
        count=said.count or base.count,
        palette=base.palette if said.colour is None else (),
        colour=(a_colour(said.colour) if said.colour else None) or base.colour,
        material=(a_material(said.material) if said.material else None) or base.material,
        scale=base.scale if said.size is None else SIZES[said.size],
        arrangement=said.arrangement or base.arrangement,
        at=said.screen or base.at,
        text=said.text or base.text,
        lit=base.lit if said.lit is None else said.lit,
    )


def _content(phrase: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]+", phrase.lower()) if word not in STOPWORDS}


def _share_words(phrase: str, other: str) -> bool:
    """Whether two phrases name the same: their last words agree."""
    last, theirs = phrase.lower().split()[-1:], other.lower().split()[-1:]
    return bool(last) and last == theirs


def _denied(said: Said, facts: Facts, named: set[int]) -> list[int]:
    """Things of the grammar of which the mind says that the words name none, or nothing that can be shot."""
    words = [_content(each) for each in (*said.not_things, *said.cannot)]
    return [
        i
        for i, thing in enumerate(facts.things)
        if i not in named and _content(thing.phrase) and any(_content(thing.phrase) <= each for each in words)
    ]


def _relations(
    said: tuple[SaidRelation, ...] | None, before: tuple[Relation, ...], where: list[int]
) -> tuple[Relation, ...]:
    """The mind's relations, and the grammar's of things of which it said none; no thing bears itself."""
    if said is None:
        return before
    found: list[Relation] = []
    for each in said:
        subject, target = where[each.subject], where[each.target]
        second = where[each.second] if each.second is not None else -1
        if min(subject, target) >= 0:
            alone = each.by == "between" and (second < 0 or second in (subject, target))
            found.append(Relation(kind="beside" if alone else each.by, subject=subject, target=target,
                                  second=target if second < 0 else second))  # fmt: skip
    told = {r.subject for r in found}
    if said:
        found += [r for r in before if r.subject not in told]
    kept: list[Relation] = []
    for relation in found:
        if not _leads_to(relation.target, relation.subject, kept):
            kept.append(relation)
    return tuple(kept)


def _leads_to(start: int, end: int, relations: list[Relation]) -> bool:
    """Whether thing `start` stands by `end`, directly or through others."""
    seen: set[int] = set()
    open_ends = [start]
    while open_ends:
        at = open_ends.pop()
        if at == end:
            return True
        if at not in seen:
            seen.add(at)
            open_ends += [t for r in relations if r.subject == at for t in (r.target, r.second) if t >= 0]
    return False


def _motions(
    said: tuple[SaidMotion, ...] | None, before: tuple[Motion, ...], where: list[int], things: list[Thing]
) -> tuple[Motion, ...]:
    """What the mind says happens, all of it; the grammar's where it did not say."""
    if said is None:
        return before
    found = []
    for each in said:
        subject = where[each.subject]
        if subject < 0:
            continue
        target = where[each.target] if each.target is not None else -1
        target = -1 if target == subject else target
        style = _NO_OBJECT.get(each.style, each.style) if target < 0 else each.style
        motion = first_motion(things[subject].kind, subject, style, each.verb.strip().lower())
        found.append(
            replace(motion, target=target, heading=each.heading or motion.heading, off_edge=each.off_edge,
                    into=each.into and target >= 0, falls=each.falls and target >= 0)
        )  # fmt: skip
    same = [(m.subject, m.target, m.style) for m in found] == [(m.subject, m.target, m.style) for m in before]
    # The grammar knows more of the same: how often, which of several, how slowly.
    return before if same else tuple(merged(found, things))


def _places(said: tuple[str, ...], before: tuple[Place, ...], ledger: Ledger) -> tuple[Place, ...]:
    """The mind's places; the grammar's, which know their surfaces, where both mean the same set."""
    found = [place for words in said if (place := a_place(words)) is not None]
    if not found or {p.set for p in found} & {p.set for p in before if not p.weak}:
        return before
    for place in found:
        ledger.reread(place.phrase, "understood", f"place: {place.set}, says the mind")
    return (*found, *(p for p in before if not p.set))


def _format(said: SaidFormat, before: FormatFacts) -> FormatFacts:
    return replace(
        before,
        aspect=said.aspect or before.aspect,
        size=before.size if said.aspect is None else None,
        fps=said.fps or before.fps,
        seconds=said.seconds or before.seconds,
    )
