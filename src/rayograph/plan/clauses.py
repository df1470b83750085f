"""Bind the elements of each sentence: who stands where, and what happens to whom."""

import re
from dataclasses import replace

from rayograph.plan.aside_words import LONE
from rayograph.plan.asides import stand_aside
from rayograph.plan.bound import STAGE, Bound, Clause
from rayograph.plan.described import seen_from
from rayograph.plan.facts import Relation
from rayograph.plan.features import stand_by
from rayograph.plan.ground import Grounder
from rayograph.plan.happenings import fall_over, lead_to, meet, qualify, say_motion
from rayograph.plan.leads import lead_past
from rayograph.plan.ledger import STOPWORDS, Ledger
from rayograph.plan.nouns import Item, Nouns
from rayograph.plan.sendings import SENDING
from rayograph.plan.styles import first_motion, merged
from rayograph.plan.turned import TURNED, hang, lean_on_place, relate_turned, stop_against

_PATHS = ("past", "through", "along", "down", "off", "from", "toward")
_HOLDERS = (
    "vase",
    "bowl",
    "plate",
    "basket",
    "cup",
    "bucket",
    "crate",
    "tumbler",
    "wine_glass",
    "jug",
    "jar",
    "carton",
    "barrel",
    "wheelbarrow",
    "tray",
    "shopping_trolley",
    "trash_can",
    "mug",
)
"""Kinds that hold what they are "of" or "with"."""
_BEARERS = frozenset(
    "table crate barrel bench chair sofa armchair bed side_table sideboard shelf piano stool tray "
    "fireplace".split()
)
"""Kinds that carry what they are "with"."""


def bind(ledger: Ledger, nouns: Nouns, grounder: Grounder) -> Bound:
    """Claim relations and motions, and return all facts about things."""
    bound = Bound(things=list(nouns.things))
    clause = Clause()
    for index, item in enumerate(nouns.items):
        following = nouns.items[index + 1] if index + 1 < len(nouns.items) else None
        _step(ledger, bound, clause, item, following)
        clause.before = item.kind
    bound.motions = merged(bound.motions, bound.things)
    return bound


def _step(ledger: Ledger, bound: Bound, clause: Clause, item: Item, following: Item | None) -> None:
    match item.kind:
        case "stop":
            before, earlier = clause.listed, [*clause.earlier, *clause.listed]
            last, topic = clause.last, clause.topic
            clause.__init__()  # type: ignore[misc]
            clause.last, clause.topic, clause.anchors, clause.earlier = last, topic, before, earlier
        case "comma":
            clause.relation, clause.fresh = None, True
            clause.motion = -1
        case "and":
            clause.fresh = False
            if not (clause.moved and following is not None and _leads_on(following)):
                clause.motion = -1
        case "when":
            clause.relation, clause.fresh, clause.motion, clause.moved = None, True, -1, False
            clause.subjects = []
        case "thing":
            _thing(ledger, bound, clause, item, following)
        case "place" | "surface":
            _place(ledger, bound, clause, item)
        case "relation":
            _relation(ledger, bound, clause, item, following)
        case "motion":
            say_motion(ledger, bound, clause, item, following)
        case "pronoun":
            _pronoun(ledger, bound, clause, item, following)
        case "on top":
            ledger.claim(item.start, item.end, "understood", stand_aside(bound, clause, item.value))
        case "heading" if _places(ledger, clause, item):
            meaning = stand_aside(bound, clause, f"{item.value} of")
            ledger.claim(item.start, item.end, "understood", meaning)
        case "heading" | "edge" | "times" | "manner" | "after" | "screen":
            qualify(ledger, bound, clause, item)
        case "not_thing" if clause.relation is not None or ledger.text[item.start : item.end] in STOPWORDS:
            clause.relation = None  # "A vase of peonies falls": it is the vase that falls
        case "not_thing":
            clause.last, clause.relation = STAGE, None
            clause.subjects, clause.anchors = [], []


def _leads_on(item: Item) -> bool:
    """Whether a preposition after "and" says where a motion goes on to: "down the bank and into the lake"."""
    return item.kind == "relation" and item.value in ("in", "off", "down", "along", "toward", "through", "on")


def _one(bound: Bound, index: int, ledger_text: str) -> None:
    """A phrase without a head ("a white one", "three more") repeats the kind of the last thing."""
    thing = bound.things[index]
    named = [t for t in reversed(bound.things[:index]) if t.kind not in ("", "?")]
    before = next(iter(named), None)
    if ledger_text == "one":
        # "A dozen eggs in a carton, one rolls out": one of several.
        before = next((t for t in named if t.count > 1), before)
        if before is not None and before.count > 1:
            group = bound.things.index(before)
            bound.things[group] = replace(before, count=before.count - 1)
    if thing.kind != "?":
        return
    if before is None:
        bound.things[index] = replace(thing, kind="")
        return
    kind, material = before.kind, thing.material or before.material
    bound.things[index] = replace(thing, kind=kind, material=material, name=thing.name or before.name)


def _one_of(bound: Bound, said: str, index: int, following: Item | None) -> int:
    """The group of which "one" moves, as in "three apples on a shelf, one rolls off"; else -1.

    What lies in something is another matter: it leaves it.
    """
    moves = following is not None and following.kind == "motion" and following.value.startswith("motion:")
    if said != "one" or not moves:
        return -1
    group = next((k for k in range(index - 1, -1, -1) if bound.things[k].kind not in ("", "?")), -1)
    held = any(r.subject == group and r.kind in ("in", "of", "with") for r in bound.relations)
    return group if group >= 0 and bound.things[group].count > 1 and not held else -1


def _thing(ledger: Ledger, bound: Bound, clause: Clause, item: Item, following: Item | None) -> None:
    index = item.thing
    if item.value == "one" and ledger.text[item.start : item.end].startswith(("the ", "one of ", "each ")):
        group = next((k for k in range(index - 1, -1, -1) if bound.things[k].kind not in ("", "?")), -1)
        if group >= 0 and bound.things[group].count > 1:
            # "The third one" is one of those that stand there, not another.
            bound.things[index] = replace(bound.things[index], kind="")
            ledger.claim(item.start, item.end, "understood", "one of those named before")
            index, item = group, replace(item, value="again")
    among = _one_of(bound, ledger.text[item.start : item.end], index, following)
    if among >= 0:
        ledger.claim(item.start, item.end, "understood", "one of those named before")
        bound.things[index] = replace(bound.things[index], kind="")
        index, item = among, replace(item, value="again", which="one")
    if item.value == "one":
        _one(bound, index, ledger.text[item.start : item.end])
        thing = bound.things[index]
        meaning = (
            f"{thing.count} × {thing.kind.replace('_', ' ')}"
            if thing.kind
            else "stands for no thing named before"
        )
        if thing.kind == "":
            ledger.claim(item.start, item.end, "ungrounded", meaning)
            return
        shade = f", colour {thing.colour}" if thing.colour else ""
        ledger.claim(item.start, item.end, "understood", meaning + shade)
    if clause.attributive is not None:
        style, verb = clause.attributive
        clause.attributive = None
        bound.motions.append(first_motion(bound.things[index].kind, index, style, verb))
    before, clause.last = clause.last, index
    clause.which[index] = item.which
    if clause.relation is None:
        clause.topic = index
    if clause.carried is not None:
        style, verb = clause.carried
        clause.carried, clause.style = None, style
        clause.subjects, clause.moved = [index], True
        clause.listed.append(index)
        bound.motions.append(first_motion(bound.things[index].kind, index, style, verb))
        clause.motion = len(bound.motions) - 1
        return
    if clause.relation is not None:
        _relate(ledger, bound, clause, index, before)
        return
    if clause.motion >= 0:
        clause.last = before
        meet(bound, clause, index)
        clause.last = index
        return
    if clause.fresh or clause.moved:
        clause.subjects = []
        clause.moved = False
    clause.subjects.append(index)
    clause.listed.append(index)
    clause.fresh = False


def _relate(ledger: Ledger, bound: Bound, clause: Clause, target: int, before: int = STAGE) -> None:
    item = clause.relation
    assert item is not None
    kind, text = item.value, ledger.text[item.start : item.end]
    motion = bound.motions[clause.motion] if clause.motion >= 0 else None
    if kind in TURNED and relate_turned(bound, clause, kind, target):
        clause.relation = None
        return
    kind = TURNED.get(kind, kind)
    if kind == "of" and motion is not None and motion.off_edge:
        kind = "off"  # "Off the edge of a shelf"
    if kind == "between" and clause.between < 0:
        clause.between = target
        if bound.things[target].count < 2:
            return
        clause.relation = None
        second = target
        first = target
        clause.between = -1
    elif kind == "between":
        first, second = clause.between, target
        clause.relation, clause.between = None, -1
    else:
        first = second = target
        clause.relation = None
    if motion is not None and motion.subject != first and not (clause.passive and text == "by"):
        goes_off = kind == "of" and motion.off_edge
        if (goes_off or kind not in ("of", "with", "between")) and lead_to(bound, clause, kind, text, first):
            return
    elif motion is not None and clause.passive and text == "by":
        meet(bound, clause, first)
        return
    if kind in ("of", "with"):
        # "Hits a bowl of cherries": they lie in what was named just before.
        named = [before] if kind == "of" and before >= 0 else clause.anchors or clause.subjects
        hosts = [i for i in named if bound.things[i].kind in _HOLDERS and i != first]
        if hosts:
            bound.relations.append(Relation(kind="in", subject=first, target=hosts[-1], second=hosts[-1]))
            return
    if kind == "with" and (clause.anchors or clause.subjects):
        host = (clause.anchors or clause.subjects)[-1]
        if bound.things[host].kind in _BEARERS and bound.things[first].kind not in _BEARERS:
            bound.relations.append(Relation(kind="on", subject=first, target=host, second=host))
            return
    if kind == "hanging":
        hang(bound, clause)
    if kind == "against" and stop_against(bound, clause, first):
        return
    for subject in clause.anchors or clause.subjects:
        turned = any(
            r.kind in (kind, "in", "on") and (r.subject, r.target) == (first, subject)
            for r in bound.relations
        )
        if subject not in (first, second) and kind not in _PATHS and not turned:
            relation = Relation(kind=kind, subject=subject, target=first, second=second)
            bound.relations.append(relation)


def _place(ledger: Ledger, bound: Bound, clause: Clause, item: Item) -> None:
    assert item.place is not None
    relation = clause.relation.value if clause.relation else ""
    before = bound.places[-1].phrase.lower().split()[-1:] if bound.places else []
    bound.places.append(seen_from(item.place, relation, before[0] if before else ""))
    if relation in ("against", "hanging"):
        lean_on_place(bound, clause, relation, item.place.phrase)
    if clause.relation is not None and clause.motion >= 0:
        lead_past(bound, clause, clause.relation.value, item.place.phrase)
    if clause.motion >= 0 and re.search(r"\b(?:edge|lip|brink)\b", item.place.phrase.lower()):
        bound.motions[clause.motion] = replace(bound.motions[clause.motion], off_edge=True)
    stand_by(bound, clause, clause.relation.value if clause.relation else "", item.place)
    clause.relation = None


def _places(ledger: Ledger, clause: Clause, item: Item) -> bool:
    """Whether "to the right" says where a thing stands by another, not where it goes."""
    still = clause.motion < 0 and not clause.moved and item.value in ("left", "right")
    others = [i for i in (*clause.listed, *clause.anchors) if i != clause.last]
    text = ledger.text[item.start : item.end]
    return still and bool(others) and text.startswith(("to the", "on the", "just to the"))


def _relation(ledger: Ledger, bound: Bound, clause: Clause, item: Item, following: Item | None) -> None:
    clause.relation = item
    fall_over(bound, clause, item.value, following)
    clause.between = -1
    clause.anchors = list(clause.subjects) if clause.subjects else list(clause.anchors)
    if not clause.subjects and clause.last >= 0 and clause.last not in clause.anchors:
        clause.anchors = [clause.last]
    goes_on = following is not None and following.kind in (
        "thing",
        "place",
        "surface",
        "pronoun",
        "not_thing",
        "gap",
    )
    meaning = f"relation: {item.value}" if goes_on else "a direction or place"
    if item.value == "hanging" and (following is None or following.kind not in ("thing", "pronoun", "place")):
        hang(bound, clause)
        meaning = "it hangs on a cord"
    if not goes_on and clause.before in ("place", "surface"):
        clause.relation = None  # "Lake behind", "the shore in front": the set is there anyhow.
    elif not goes_on and item.value in LONE and clause.motion < 0:
        clause.relation = None
        meaning = stand_aside(bound, clause, item.value)
    ledger.claim(item.start, item.end, "understood", meaning)


def _group(bound: Bound, clause: Clause, which: str = "") -> None:
    """ "The tower" is what was stacked before; it becomes what a relation or a blow refers to."""
    many = [i for i, t in enumerate(bound.things) if t.count > 1 and t.kind not in ("", "?")]
    if not many:
        return
    if which in ("top", "bottom", "topmost"):
        # "The top one" is of what lies on one another or on something, not of the trees across the lake.
        borne = {r.subject for r in bound.relations if r.kind == "on" and r.target >= 0}
        many = [i for i in many if bound.things[i].arrangement in ("stack", "pile") or i in borne] or many
    index = next((i for i in reversed(many) if bound.things[i].arrangement), many[-1])
    clause.last = index
    if clause.motion >= 0 and bound.motions[clause.motion].target == STAGE and clause.relation is None:
        clause.listed.append(index)


def _pronoun(ledger: Ledger, bound: Bound, clause: Clause, item: Item, following: Item | None) -> None:
    if item.value in ("one", "ones", "each", "itself", "others"):
        return
    if item.value == "group" or item.value.startswith("which:"):
        _group(bound, clause, item.value.removeprefix("which:"))
    if item.value.startswith("which:") and clause.last >= 0:
        clause.which[clause.last] = item.value.removeprefix("which:")
        ledger.claim(item.start, item.end, "understood", "one of those named before")
    verb_next = following is not None and following.kind in ("motion", "manner")
    if clause.motion >= 0 and bound.motions[clause.motion].verb in SENDING:
        verb_next = False  # "Sends them flying"
    if clause.relation is not None or (clause.motion >= 0 and not verb_next):
        group = clause.anchors if clause.motion < 0 else clause.listed
        known = [*clause.earlier, *clause.listed]
        target = next((i for i in reversed(known) if i not in clause.subjects), clause.last)
        if target < 0 and group:
            target = group[-1]
        if target < 0:
            return
        if clause.relation is not None:
            _relate(ledger, bound, clause, target)
        else:
            motion = bound.motions[clause.motion]
            other = target if target != motion.subject else motion.target
            bound.motions[clause.motion] = replace(
                motion,
                target=other,
                falls=motion.falls or clause.style == "knock over",
                target_which=clause.which.get(other, ""),
            )
        return
    if verb_next and clause.last >= 0:
        meant = clause.topic if item.value in ("it", "they", "them") and clause.topic >= 0 else clause.last
        clause.subjects, clause.moved, clause.motion = [meant], False, -1
