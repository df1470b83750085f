"""Read a brief: run the readers of each concern over its words, in order, and gather the facts."""

from dataclasses import replace

from rayograph.plan.camera_words import read_camera
from rayograph.plan.clauses import Bound, bind
from rayograph.plan.facts import Facts, LightFacts, Thing
from rayograph.plan.ground import Grounder
from rayograph.plan.ledger import Ledger
from rayograph.plan.lettering import give_texts, read_texts
from rayograph.plan.light_words import read_light
from rayograph.plan.motion_words import VERBS
from rayograph.plan.nouns import read_nouns
from rayograph.plan.quantity import read_format
from rayograph.plan.time_words import read_time
from rayograph.plan.weather_words import read_weather

_BARE = (
    r"(?:an? |the )?(?:empty|bare|minimal(?:ist)?|uncluttered|tidy)(?: (?:scene|frame|table|set))?(?= |,|"
    r"\.|$)|"
    r"nothing else|no clutter|no props|alone|on its own"
)


def read_brief(ledger: Ledger) -> Facts:
    """All facts of a brief; every content word ends in a reading."""
    grounder = Grounder()
    texts = read_texts(ledger)
    format_facts = read_format(ledger)
    light = read_time(ledger, LightFacts())
    light = read_weather(ledger, light)
    camera = read_camera(ledger)
    light = read_light(ledger, light)
    sparse = _read_bareness(ledger)
    nouns = read_nouns(ledger, grounder)
    give_texts(ledger, nouns, texts)
    bound = bind(ledger, nouns, grounder)
    _rest(ledger, grounder)
    _add_trees(bound)
    facts = Facts(
        things=tuple(bound.things),
        relations=tuple(bound.relations),
        motions=tuple(bound.motions),
        places=tuple(bound.places),
        absent=tuple(nouns.absent),
        camera=camera,
        light=light,
        format=format_facts,
        sparse=sparse,
    )
    return _without_blanks(facts)


def _add_trees(bound: Bound) -> None:
    """A forest that was asked for has trees on the stage too, not only far off."""
    wooded = any(
        word in p.phrase.lower().split() for p in bound.places for word in ("forest", "woods", "woodland")
    )
    if wooded and all(t.kind != "tree" for t in bound.things):
        bound.things.append(
            Thing(kind="tree", count=2, phrase="forest", name="tree", at="back", assumed=True)
        )


def _read_bareness(ledger: Ledger) -> bool:
    found = ledger.take(_BARE)
    for m in found:
        ledger.claim(m.start(), m.end(), "understood", "nothing is added")
    return not found


def _rest(ledger: Ledger, grounder: Grounder) -> None:
    """Name what nobody could read."""
    for token in ledger.leftovers():
        word = token.text.strip('"')
        if not token.is_word or not word.isascii():
            ledger.claim(
                token.start, token.end, "ungrounded", f"{word!r} was not understood", tuple(VERBS)[:3]
            )
            continue
        meaning, near = grounder.explain(word)
        ledger.claim(token.start, token.end, "ungrounded", f"{word!r} {meaning}", near)


def _without_blanks(facts: Facts) -> Facts:
    """Drop things whose kind stayed open and renumber what refers to the others."""
    keep = [i for i, t in enumerate(facts.things) if t.kind not in ("", "?")]
    new = {old: index for index, old in enumerate(keep)}
    relations = tuple(
        replace(r, subject=new[r.subject], target=new[r.target], second=new.get(r.second, new[r.target]))
        for r in facts.relations
        if r.subject in new and r.target in new
    )
    motions = tuple(
        replace(m, subject=new[m.subject], target=new.get(m.target, -1))
        for m in facts.motions
        if m.subject in new
    )
    return replace(facts, things=tuple(facts.things[i] for i in keep), relations=relations, motions=motions)
