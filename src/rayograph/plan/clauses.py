"""Bind the elements of each sentence: who stands where, and what happens to whom."""

from dataclasses import dataclass, field, replace

from rayograph.plan.described import seen_from
from rayograph.plan.facts import Motion, Place, Relation, Thing
from rayograph.plan.ground import Grounder
from rayograph.plan.ledger import Ledger
from rayograph.plan.motion_words import FAST, SLOW, TIMES, VERBS
from rayograph.plan.nouns import Item, Nouns
from rayograph.plan.styles import DONE_TO, first_motion

STAGE = -1
_SIDES = {"left of": "left", "right of": "right"}
_PATHS = ("past", "through", "along", "down", "off", "from", "toward")
_HOLDERS = ("vase", "bowl", "plate", "basket", "cup", "bucket", "crate", "tumbler", "wine_glass")
"""Kinds that hold what they are "of" or "with"."""
_BEARERS = ("table", "crate", "barrel", "bench", "chair")
"""Kinds that carry what they are "with"."""
_AIMED = ("roll", "slide", "throw", "swing", "hit", "knock over", "drop", "drape", "bounce", "spin")


@dataclass
class Bound:
    """The facts that the sentences gave."""

    things: list[Thing]
    relations: list[Relation] = field(default_factory=list)
    motions: list[Motion] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)


@dataclass
class _Clause:
    """Where the binder stands in a sentence."""

    subjects: list[int] = field(default_factory=list)
    listed: list[int] = field(default_factory=list)
    last: int = STAGE
    relation: Item | None = None
    anchors: list[int] = field(default_factory=list)
    motion: int = -1
    moved: bool = False
    passive: bool = False
    between: int = -1
    fresh: bool = True
    pending_heading: str = ""
    carried: tuple[str, str] | None = None
    """Style and verb of somebody whom we cannot shoot, before what they move is named."""


def bind(ledger: Ledger, nouns: Nouns, grounder: Grounder) -> Bound:
    """Claim relations and motions, and return all facts about things."""
    bound = Bound(things=list(nouns.things))
    clause = _Clause()
    for index, item in enumerate(nouns.items):
        following = nouns.items[index + 1] if index + 1 < len(nouns.items) else None
        _step(ledger, bound, clause, item, following)
    return bound


def _step(ledger: Ledger, bound: Bound, clause: _Clause, item: Item, following: Item | None) -> None:
    match item.kind:
        case "stop":
            before = clause.listed
            last = clause.last
            clause.__init__()  # type: ignore[misc]
            clause.last, clause.anchors = last, before
        case "comma":
            clause.relation, clause.fresh = None, True
            clause.motion = -1
        case "and":
            clause.fresh = False
            clause.motion = -1
        case "when":
            clause.relation, clause.fresh, clause.motion, clause.moved = None, True, -1, False
            clause.subjects = []
        case "thing":
            _thing(ledger, bound, clause, item, following)
        case "place" | "surface":
            _place(ledger, bound, clause, item)
        case "relation":
            _relation(ledger, clause, item, following)
        case "motion":
            _motion(ledger, bound, clause, item, following)
        case "pronoun":
            _pronoun(ledger, bound, clause, item, following)
        case "on top":
            if clause.last >= 0 and clause.listed and clause.listed[0] != clause.last:
                below = clause.listed[0]
                bound.relations.append(Relation(kind="on", subject=clause.last, target=below, second=below))
            ledger.claim(item.start, item.end, "understood", "it stands on what was named before")
        case "heading" | "edge" | "times" | "manner" | "after" | "screen":
            _qualify(ledger, bound, clause, item)
        case "not_thing":
            clause.last, clause.relation = STAGE, None
            clause.subjects, clause.anchors = [], []


def _one(bound: Bound, clause: _Clause, index: int) -> None:
    """A phrase without a head ("a white one", "three more") repeats the kind of the last thing."""
    thing = bound.things[index]
    before = next((t for t in reversed(bound.things[:index]) if t.kind not in ("", "?")), None)
    if thing.kind != "?":
        return
    if before is None:
        bound.things[index] = replace(thing, kind="")
        return
    kind, material = before.kind, thing.material or before.material
    bound.things[index] = replace(thing, kind=kind, material=material, name=thing.name or before.name)


def _thing(ledger: Ledger, bound: Bound, clause: _Clause, item: Item, following: Item | None) -> None:
    index = item.thing
    if item.value == "one" and ledger.text[item.start : item.end].startswith(("the ", "one of ", "each ")):
        group = next((k for k in range(index - 1, -1, -1) if bound.things[k].kind not in ("", "?")), -1)
        if group >= 0 and bound.things[group].count > 1:
            # "The third one" is one of those that stand there, not another.
            bound.things[index] = replace(bound.things[index], kind="")
            ledger.claim(item.start, item.end, "understood", "one of those named before")
            index, item = group, replace(item, value="again")
    if item.value == "one":
        _one(bound, clause, index)
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
    clause.last = index
    if clause.carried is not None:
        style, verb = clause.carried
        clause.carried = None
        clause.subjects, clause.moved = [index], True
        clause.listed.append(index)
        bound.motions.append(first_motion(bound.things[index].kind, index, style, verb))
        clause.motion = len(bound.motions) - 1
        return
    if clause.relation is not None:
        _relate(bound, clause, index)
        return
    if clause.motion >= 0:
        motion = bound.motions[clause.motion]
        if clause.passive:
            bound.motions[clause.motion] = replace(motion, target=index)
        elif motion.target == STAGE and motion.style in (
            "hit",
            "knock over",
            "drape",
            "swing",
            "topple",
            "throw",
        ):
            bound.motions[clause.motion] = _transitive(motion, index)
            clause.last = index
        return
    if clause.fresh or clause.moved:
        clause.subjects = []
        clause.moved = False
    clause.subjects.append(index)
    clause.listed.append(index)
    clause.fresh = False


def _transitive(motion: Motion, index: int) -> Motion:
    if motion.style == "topple":
        return replace(motion, style="knock over", target=index)
    return replace(motion, target=index)


def _relate(bound: Bound, clause: _Clause, target: int) -> None:
    item = clause.relation
    assert item is not None
    kind = item.value
    motion = bound.motions[clause.motion] if clause.motion >= 0 else None
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
    if (
        motion is not None
        and kind in ("on", "in", "above", "around", "beside", *_PATHS)
        and motion.subject != first
    ):
        if kind == "above" and motion.style == "swing":
            bound.relations.append(Relation(kind="above", subject=motion.subject, target=first, second=first))
            return
        if kind == "beside":
            bound.things[first] = replace(bound.things[first], at=bound.things[first].at or "goal")
            return
        bound.motions[clause.motion] = _aim(motion, kind, first)
        if kind in ("on", "above") and motion.style == "drop":
            return
        if motion.style in _AIMED or kind in _PATHS:
            return
    if kind in ("of", "with"):
        hosts = [
            i for i in clause.anchors or clause.subjects if bound.things[i].kind in _HOLDERS and i != first
        ]
        if hosts:
            bound.relations.append(Relation(kind="in", subject=first, target=hosts[-1], second=hosts[-1]))
            return
    if kind == "with" and (clause.anchors or clause.subjects):
        host = (clause.anchors or clause.subjects)[-1]
        if bound.things[host].kind in _BEARERS and bound.things[first].kind not in _BEARERS:
            bound.relations.append(Relation(kind="on", subject=first, target=host, second=host))
            return
    for subject in clause.anchors or clause.subjects:
        if subject not in (first, second) and kind not in _PATHS:
            relation = Relation(kind=kind, subject=subject, target=first, second=second)
            bound.relations.append(relation)


def _aim(motion: Motion, kind: str, target: int) -> Motion:
    if kind == "off":
        return replace(motion, off_edge=True)
    if kind == "in":
        return replace(motion, target=target, into=True)
    if motion.target == STAGE and kind in ("on", "above", "toward"):
        return replace(motion, target=target)
    return motion


def _place(ledger: Ledger, bound: Bound, clause: _Clause, item: Item) -> None:
    assert item.place is not None
    bound.places.append(seen_from(item.place, clause.relation.value if clause.relation else ""))
    motion = bound.motions[clause.motion] if clause.motion >= 0 else None
    if clause.relation is not None and motion is not None and clause.relation.value == "off":
        bound.motions[clause.motion] = replace(motion, off_edge=True)
    by_window = clause.relation is not None and clause.relation.value in ("beside", "under", "in front of")
    if by_window and "window" in item.place.phrase.lower() and item.place.set == "interior":
        # The windows of the sets are on the left.
        for index in clause.anchors or clause.subjects:
            bound.things[index] = replace(bound.things[index], at=bound.things[index].at or "left")
    clause.relation = None


def _relation(ledger: Ledger, clause: _Clause, item: Item, following: Item | None) -> None:
    clause.relation = item
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
    ledger.claim(
        item.start, item.end, "understood", f"relation: {item.value}" if goes_on else "a direction or place"
    )


def _motion(ledger: Ledger, bound: Bound, clause: _Clause, item: Item, following: Item | None) -> None:
    role, _, style = item.value.partition(":")
    text = ledger.text[item.start : item.end]
    clause.relation = None
    if role == "posture":
        ledger.claim(item.start, item.end, "understood", f"{text}: it is placed so")
        return
    if role == "cannot":
        ledger.claim(item.start, item.end, "ungrounded", f"{text!r}: {style}", tuple(sorted(VERBS)[:3]))
        return
    if role == "ending":
        ledger.claim(item.start, item.end, "understood", f"{text}: the simulation brings it about")
        return
    subject = clause.subjects[-1] if clause.subjects else clause.last
    if subject < 0 and following is not None and following.kind == "thing" and style in DONE_TO:
        clause.carried = DONE_TO[style], text
        ledger.claim(item.start, item.end, "understood", f"{text}: what it is done to moves")
        return
    if subject < 0 or subject >= len(bound.things):
        ledger.claim(
            item.start, item.end, "ungrounded", f"{text!r} says of nothing that could be shot that it moves"
        )
        return
    subjects = clause.subjects if not clause.moved and len(clause.subjects) > 1 else [subject]
    for one in subjects:
        bound.motions.append(first_motion(bound.things[one].kind, one, style, text))
    clause.motion, clause.moved = len(bound.motions) - 1, True
    before = ledger.text[max(0, item.start - 12) : item.start]
    clause.passive = (
        text.split()[0].endswith(("ed", "ck", "it", "wn")) and " by " in ledger.text[item.end : item.end + 6]
    )
    clause.passive = clause.passive and any(
        f" {be} " in before for be in ("is", "are", "gets", "get", "was", "being")
    )
    after = following is None or following.kind in ("stop", "comma", "when", "and", "gap")
    if style in ("hit", "knock over") and after and text.split()[0].endswith(("ed", "ck")):
        # "Knocked over" without a culprit: it falls.
        bound.motions[-1] = replace(bound.motions[-1], style="topple")
    alone = style in ("hit", "knock over") and " by " not in ledger.text[item.end : item.end + 6]
    if alone and any(f" {be} " in before for be in ("is", "are", "gets", "get", "was", "being", "gets")):
        bound.motions[-1] = replace(bound.motions[-1], style="topple")
    named = bound.motions[-1].style
    ledger.claim(
        item.start, item.end, "understood", f"{bound.things[subject].kind.replace('_', ' ')}: {named}"
    )


def _group(bound: Bound, clause: _Clause) -> None:
    """ "The tower" is what was stacked before; it becomes what a relation or a blow refers to."""
    many = [i for i, t in enumerate(bound.things) if t.count > 1 and t.kind not in ("", "?")]
    if not many:
        return
    index = next((i for i in reversed(many) if bound.things[i].arrangement), many[-1])
    clause.last = index
    if clause.motion >= 0 and bound.motions[clause.motion].target == STAGE and clause.relation is None:
        clause.listed.append(index)


def _pronoun(ledger: Ledger, bound: Bound, clause: _Clause, item: Item, following: Item | None) -> None:
    if item.value in ("one", "ones", "each", "itself", "others"):
        return
    if item.value == "group":
        _group(bound, clause)
    verb_next = following is not None and following.kind in ("motion", "manner")
    if clause.relation is not None or (clause.motion >= 0 and not verb_next):
        group = clause.anchors if clause.motion < 0 else clause.listed
        target = next((i for i in reversed(clause.listed) if i not in clause.subjects), clause.last)
        if target < 0 and group:
            target = group[-1]
        if target < 0:
            return
        if clause.relation is not None:
            _relate(bound, clause, target)
        else:
            motion = bound.motions[clause.motion]
            bound.motions[clause.motion] = replace(
                motion, target=target if target != motion.subject else motion.target
            )
        return
    if verb_next and clause.last >= 0:
        clause.subjects, clause.moved, clause.motion = [clause.last], False, -1


def _qualify(ledger: Ledger, bound: Bound, clause: _Clause, item: Item) -> None:
    text = ledger.text[item.start : item.end]
    motion = (
        bound.motions[clause.motion]
        if clause.motion >= 0
        else (bound.motions[-1] if bound.motions and clause.moved else None)
    )
    where = clause.motion if clause.motion >= 0 else len(bound.motions) - 1
    meaning = f"how it goes: {text}"
    if item.kind == "heading" and motion is not None:
        bound.motions[where] = replace(motion, heading=motion.heading or item.value)
        meaning = f"heading on screen: {item.value or 'as it falls'}"
    elif item.kind == "edge" and motion is not None:
        bound.motions[where] = replace(motion, off_edge=True)
        meaning = "it leaves the stage over its edge"
    elif item.kind == "times" and motion is not None:
        bound.motions[where] = replace(motion, times=TIMES[item.value])
    elif item.kind == "after":
        for index in clause.subjects or ([clause.last] if clause.last >= 0 else []):
            bound.things[index] = replace(bound.things[index], arrangement=item.value)
        meaning = f"arrangement: {item.value or 'a loose group'}"
    elif item.kind == "screen" or (item.kind == "heading" and item.value):
        side = item.value if item.kind == "screen" else {"right": "left", "left": "right"}.get(item.value, "")
        for index in [clause.last] if clause.last >= 0 else []:
            bound.things[index] = replace(bound.things[index], at=side)
        meaning = f"it stands at the {side or 'centre'} of the frame"
    elif item.kind == "manner":
        if item.value == "?" or motion is None:
            ledger.claim(item.start, item.end, "assumed", f"{text!r} changes nothing that could be shot")
            return
        pace = 0.7 if text in SLOW else (1.4 if text in FAST else 1.0)
        bound.motions[where] = replace(motion, slow=pace)
    ledger.claim(item.start, item.end, "understood", meaning)
