"""What happens to whom: verbs, their objects and agents, and what is said of how it goes."""

import re
from dataclasses import replace

from rayograph.plan.bound import STAGE, Bound, Clause
from rayograph.plan.descents import WAYS
from rayograph.plan.facts import Motion, Relation
from rayograph.plan.flutters import BLOWN, LIGHT
from rayograph.plan.glides import AIRBORNE
from rayograph.plan.ledger import Ledger
from rayograph.plan.motion_words import FAST, SLOW, TIMES, VERBS, forms
from rayograph.plan.nouns import Item
from rayograph.plan.sendings import SENDING, sends
from rayograph.plan.styles import DONE_TO, PARTING, STRIKING, first_motion, is_vehicle
from rayograph.plan.turned import line_up

_BE = ("is", "are", "gets", "get", "was", "were", "being", "been", "be", "got", "getting", "has", "it's")
_BEFORE_NOUN = re.compile(
    r"(?:^|[.,;:!(/\x00-] ?|\b(?:an?|the|one|two|three|four|five|six|some|several|with|of|by|its|this|that|"
    r"first|"
    r"second|big|small|little|slow|slowly|single|lone|and)) ?$"
)
_PARTICIPLE = re.compile(r"(?:ed|ing|own|lun|ung|lid|allen|truck|pun|en|it|ot|wept|ent)$")
_NOUN_NEXT = ("thing", "place", "surface", "pronoun", "not_thing", "gap")
_SOLIDS_SPILL = ("spill", "spills", "spilling", "spilled", "spilt", "pour", "pours", "pouring")
_ALONG = ("roll", "slide", "throw", "drive", "sail", "hit", "knock over", "push", "bounce")
_UPSETS = frozenset(f for verb in ("tip", "flip", "topple", "overturn", "capsize") for f in forms(verb))
"""Verbs of falling that have an object when somebody else does it."""
_OBJECTS = ("it", "them", "both")
_HALTS = ("stop", "come", "comes", "coming", "halt", "pause", "slow")
"""Starts of verbs of coming to rest that are said of vehicles."""
_PARTICLES = {
    "in": "in", "into": "in", "off": "off", "out": "off", "onto": "on", "over": "above", "through": "through",
    "down": "down", "past": "past", "by": "past", "across": "on", "along": "along",
}  # fmt: skip
"""Last word of a phrasal verb → the relation that it is when a noun follows."""


def _is_clockwork(bound: Bound, clause: Clause) -> bool:
    """Whether what moves is a toy that walks by itself."""
    return bool(clause.subjects) and bound.things[clause.subjects[-1]].kind in ("robot", "rubber_duck")


def say_motion(ledger: Ledger, bound: Bound, clause: Clause, item: Item, following: Item | None) -> None:
    """A verb: of motion, of an end, of a posture, or of what cannot be shot."""
    role, _, style = item.value.partition(":")
    text = ledger.text[item.start : item.end]
    clause.relation = None
    if role == "cannot" and text in _SOLIDS_SPILL and clause.subjects:
        role, style = "motion", "roll"
    if role == "cannot" and text.startswith(("walk", "march")) and _is_clockwork(bound, clause):
        role, style = "motion", "slide"
    subject = clause.subjects[-1] if clause.subjects else clause.topic
    if role == "cannot" and subject >= 0 and bound.things[subject].kind in AIRBORNE and "gravity" in style:
        role, style = "motion", "sail"  # a balloon does rise
    if role == "cannot" and subject >= 0 and bound.things[subject].kind in BLOWN and "wind" in style:
        role, style = "motion", "slide"  # leaves and paper do blow about
    if role == "posture":
        ledger.claim(item.start, item.end, "understood", f"{text}: it is placed so")
        return
    if role == "cannot":
        ledger.claim(item.start, item.end, "ungrounded", f"{text!r}: {style}", tuple(sorted(VERBS)[:3]))
        return
    if role == "ending" and text.startswith("scatter") and _is_held(bound, subject):
        role, style = "motion", "roll"  # "The cherries scatter": they leave what holds them
    if role == "ending" and text.startswith("scatter") and subject >= 0 and _is_thing(following):
        role, style = "motion", "knock over"  # "The ball scatters the pins"
    if role == "ending":
        _come_to_rest(bound, clause, text)
        ledger.claim(item.start, item.end, "understood", f"{text}: the simulation brings it about")
        return
    before = ledger.text[max(0, item.start - 14) : item.start]
    if (
        re.search(r"\b(?:let|lets|letting|make|makes|so we can|to) (?:it|them|us)? ?$", before)
        and style == "go"
    ):
        ledger.claim(item.start, item.end, "assumed", f"{text!r} changes nothing that could be shot")
        return
    thing_next = following is not None and following.kind == "thing" and following.start - item.end <= 1
    is_participle = _PARTICIPLE.search(text.split()[0]) is not None
    if thing_next and is_participle and _BEFORE_NOUN.search(before) and not _after_be(before):
        clause.attributive = (DONE_TO.get(style, style), text)
        ledger.claim(item.start, item.end, "understood", f"{text}: so moves what is named next")
        return
    if role == "motion" and sends(bound, clause, text):
        ledger.claim(item.start, item.end, "understood", f"{text}: so goes what is hit")
        return
    _verb(ledger, bound, clause, item, following, style)


def _has_object(item: Item | None) -> bool:
    return item is not None and (item.kind == "thing" or (item.kind == "pronoun" and item.value in _OBJECTS))


def _is_thing(item: Item | None) -> bool:
    return item is not None and item.kind in ("thing", "pronoun")


def _is_held(bound: Bound, subject: int) -> bool:
    """Whether a thing lies in what holds it."""
    return any(r.subject == subject and r.kind == "in" for r in bound.relations)


def _come_to_rest(bound: Bound, clause: Clause, text: str) -> None:
    """ "And stops at the lights": the vehicle that was said to come does so in frame."""
    subject = clause.subjects[-1] if clause.subjects else clause.topic
    if subject < 0 or not text.startswith(_HALTS):
        return
    if not is_vehicle(bound.things[subject].kind):
        for k, motion in enumerate(bound.motions):
            if motion.subject == subject:
                bound.motions[k] = replace(motion, stops=True)
        return
    where = next((k for k, m in enumerate(bound.motions) if m.subject == subject), -1)
    if where < 0:
        bound.motions.append(first_motion(bound.things[subject].kind, subject, "go", text))
        where = len(bound.motions) - 1
    bound.motions[where] = replace(bound.motions[where], stops=True)
    clause.motion, clause.moved = where, True


def _after_be(before: str) -> bool:
    """Whether the text before a participle ends in a form of "be" or "get", give or take an adverb."""
    words = before.split()
    return any(word in _BE for word in words[-1:]) or (
        len(words) > 1 and words[-1].endswith("ly") and words[-2] in _BE
    )


def _verb(
    ledger: Ledger, bound: Bound, clause: Clause, item: Item, following: Item | None, style: str
) -> None:
    text = ledger.text[item.start : item.end]
    before = ledger.text[max(0, item.start - 14) : item.start]
    fallback = STAGE if style in ("go", "push") else clause.last
    subject = clause.subjects[-1] if clause.subjects else fallback
    if not clause.subjects and clause.before == "gap" and text.split()[0].endswith("s"):
        # "Low sun skims the cobbles", "a pan reveals a tent": light and camera move nothing.
        ledger.claim(item.start, item.end, "assumed", f"{text!r} is said of light or camera: nothing moves")
        return
    object_next = following is not None and following.kind in ("thing", "pronoun")
    if subject < 0 and object_next and style in DONE_TO:
        clause.carried = "throw" if text in SENDING else DONE_TO[style], text
        ledger.claim(item.start, item.end, "understood", f"{text}: what it is done to moves")
        return
    if subject < 0 or subject >= len(bound.things):
        if style == "go":
            ledger.claim(
                item.start, item.end, "assumed", f"{text!r} is said of nothing that moves in the shot"
            )
            return
        ledger.claim(
            item.start, item.end, "ungrounded", f"{text!r} says of nothing that could be shot that it moves"
        )
        return
    if style == "topple" and text.split()[0] in _UPSETS and _has_object(following):
        style = "knock over"  # "Tips the bottle over"
    subjects = clause.subjects if not clause.moved and len(clause.subjects) > 1 else [subject]
    done_to = style in DONE_TO and style in (*STRIKING, "throw", "drop", "roll", "slide", "spin")
    by_next = (
        following is not None
        and following.kind == "relation"
        and ledger.text[item.end : item.end + 4] == " by "
    )
    suffered = _after_be(before) and text.split()[0].endswith(("ed", "ck", "it", "wn", "ung", "pt"))
    clause.passive = done_to and (suffered or by_next) and style != "roll"
    after = following is None or following.kind in ("stop", "comma", "when", "and", "gap", "relation", "edge")
    alone = style in STRIKING and (clause.passive or (after and text.split()[0].endswith(("ed", "ck"))))
    clause.style = style
    if alone:
        # "Knocked over" without a culprit: it falls, or slides away under the push.
        style = "topple" if style in ("hit", "knock over") else "slide"
    for one in subjects:
        motion = first_motion(bound.things[one].kind, one, style, text)
        bound.motions.append(replace(motion, which=clause.which.get(one, "")))
    clause.motion, clause.moved = len(bound.motions) - 1, True
    named = bound.motions[-1].style
    ledger.claim(
        item.start, item.end, "understood", f"{bound.things[subject].kind.replace('_', ' ')}: {named}"
    )


def meet(bound: Bound, clause: Clause, index: int) -> None:
    """A thing that follows a verb: its object, or, after "by", who did it."""
    motion = bound.motions[clause.motion]
    if motion.subject == index:
        return
    if clause.passive:
        _by(bound, clause, index)
        return
    style = clause.style or motion.style
    if style == "topple" and motion.verb.startswith(("fall", "go")) and motion.target == STAGE:
        # "Leaves fall over a bench": what is light falls on what stands below, and upsets nothing.
        if bound.things[motion.subject].kind in LIGHT:
            bound.motions[clause.motion] = replace(motion, style="drop", target=index)
            clause.last = index
            return
    last = motion.verb.rpartition(" ")[2]
    if last in _PARTICLES and style not in (*STRIKING, "topple", "drape"):
        # "Dropped in a jar": what looks like a particle leads to a place.
        lead_to(bound, clause, _PARTICLES[last], last, index)
        return
    if style in ("hit", "knock over", "push", "drape", "swing", "topple"):
        if motion.target == STAGE:
            bound.motions[clause.motion] = replace(
                motion,
                target=index,
                falls=style in ("knock over", "topple"),
                target_which=clause.which.get(index, ""),
            )
            clause.last = index
    elif style in ("throw", "drop", "slide", "roll", "spin", "bounce") and motion.target == STAGE:
        # "A truck drops a crate": the crate moves.
        bound.motions[clause.motion] = first_motion(
            bound.things[index].kind, index, DONE_TO[style], motion.verb
        )
        clause.last, clause.subjects = index, [index]
    clause.last = index


def _by(bound: Bound, clause: Clause, agent: int) -> None:
    """ "Is hit by a ball": the ball moves, and what it hits is its target."""
    suffered = bound.motions[clause.motion]
    moving = next((m for m in bound.motions if m.subject == agent), None)
    falls = clause.style == "knock over" or suffered.style == "topple" or suffered.off_edge
    if moving is None:
        doing = first_motion(
            bound.things[agent].kind, agent, clause.style if clause.style in STRIKING else "hit", ""
        )
        bound.motions[clause.motion] = replace(
            doing, target=suffered.subject, falls=falls, heading=suffered.heading
        )
    else:
        where = bound.motions.index(moving)
        bound.motions[where] = replace(moving, target=suffered.subject, falls=falls)
        bound.motions.pop(clause.motion)
        clause.motion = bound.motions.index(replace(moving, target=suffered.subject, falls=falls))
    clause.passive, clause.last = False, agent


def _stand_on(bound: Bound, index: int, carrier: int) -> None:
    """A thing stands on another, whatever was said of its place before."""
    bound.relations[:] = [r for r in bound.relations if r.subject != index]
    bound.relations.append(Relation(kind="on", subject=index, target=carrier, second=carrier))


def lead_to(bound: Bound, clause: Clause, kind: str, text: str, first: int) -> bool:
    """A preposition and a thing after a verb: where the motion leads. Whether that is all it says."""
    motion = bound.motions[clause.motion]
    along = motion.style in _ALONG
    if motion.style in STRIKING and motion.target >= 0 and text in ("on", "in", "on top of"):
        # "Knocks over the cans stacked on a crate": it is said of what is struck.
        bound.relations.append(Relation(kind=kind, subject=motion.target, target=first, second=first))
        return True
    change: dict[str, object] = {}
    done = True
    if (
        motion.stops
        and is_vehicle(bound.things[motion.subject].kind)
        and kind in ("in", "on", "beside", "in front of", "under", "toward", "outside", "behind")
    ):
        # Where a vehicle stops is beside what is named, not in it.
        bound.motions[clause.motion] = replace(motion, target=first)
        return True
    if kind == "of" and motion.off_edge:
        kind = "off"  # "Off the edge of a stack of books": it lies on them
    if bound.things[first].kind in WAYS and kind in ("down", "off", "on", "from", "along", "above"):
        bound.motions[clause.motion] = replace(motion, down=first)
        return True
    match kind:
        case "off" | "from" if motion.target >= 0 and clause.style in STRIKING and motion.target != first:
            # "Knocks a bottle off a plinth": the bottle stands there, and goes over.
            change = {"falls": True}
            _stand_on(bound, motion.target, first)
        case "off" | "from":
            change = {"off_edge": motion.style != "throw"}
            carried = any(r.subject == motion.subject and r.kind in ("on", "in") for r in bound.relations)
            if not carried and motion.style != "throw":
                bound.relations.append(
                    Relation(kind="on", subject=motion.subject, target=first, second=first)
                )
        case "in" if along:
            change = {"target": first} if motion.target == STAGE else {}
            if motion.style == "throw":
                change |= {"into": True}
        case "in":
            change = {"target": first, "into": True}
        case "on" | "above" if motion.style in ("drop", "throw", "bounce", "drape", "topple"):
            change = {"target": first} if motion.target == STAGE and motion.style != "topple" else {}
            done = motion.style != "topple"
        case "above" if motion.style == "swing":
            bound.relations.append(Relation(kind="above", subject=motion.subject, target=first, second=first))
        case "beside" | "against" if along and re.search(r"against|at$|into", text):
            change = {"target": first} if motion.target == STAGE else {}
        case "beside":
            bound.things[first] = replace(bound.things[first], at=bound.things[first].at or "goal")
        case "toward":
            change = {"target": first} if motion.target == STAGE and along else {}
        case "through" if bound.things[first].count > 1 or bound.things[first].arrangement:
            change = {"target": first, "falls": True} if motion.target == STAGE else {}
        case "on" | "along" | "through" | "past" | "down" | "above" | "around" | "under" if along:
            done = True
        case _:
            done = False
    bound.motions[clause.motion] = replace(motion, **change)  # type: ignore[arg-type]
    return done


def qualify(ledger: Ledger, bound: Bound, clause: Clause, item: Item) -> None:
    """Headings, edges, manners, times; without a verb they say where a thing stands."""
    text = ledger.text[item.start : item.end]
    where = clause.motion if clause.motion >= 0 else (len(bound.motions) - 1 if clause.moved else -1)
    motion: Motion | None = bound.motions[where] if where >= 0 else None
    meaning = f"how it goes: {text}"
    if item.kind == "heading" and motion is not None:
        clause.relation = None
        heading = item.value if motion.heading in ("", "afar") or item.value in ("near",) else motion.heading
        along = motion.style == "drop" and motion.verb.startswith("tumbl") and heading != ""
        style = "roll" if along else motion.style  # what tumbles somewhere does not fall out of the sky
        bound.motions[where] = replace(motion, heading=heading or motion.heading, style=style)
        meaning = f"heading on screen: {item.value or 'as it falls'}"
    elif item.kind == "edge" and motion is not None:
        bound.motions[where] = replace(motion, off_edge=True)
        meaning = "it leaves the stage over its edge"
    elif item.kind == "times" and motion is not None:
        bound.motions[where] = replace(motion, times=TIMES[item.value])
    elif item.kind == "after":
        if text in ("each other", "one another") and motion is not None:
            bound.motions[where] = replace(motion, verb="collide")
            ledger.claim(item.start, item.end, "understood", "they meet")
            return
        struck = motion is not None and motion.style in STRIKING and motion.target >= 0
        several = [clause.last] if clause.last >= 0 and bound.things[clause.last].count > 1 else []
        lone = clause.subjects and all(bound.things[i].count == 1 for i in clause.subjects)
        # "Knocks over three cans stacked on a crate"; "a teapot with three cups in a row".
        ordered = [motion.target] if motion is not None and struck else several if lone else []
        for index in ordered or clause.subjects or ([clause.last] if clause.last >= 0 else []):
            bound.things[index] = replace(bound.things[index], arrangement=item.value)
        if item.value == "row" and not ordered:
            line_up(bound, clause)
        meaning = f"arrangement: {item.value or 'a loose group'}"
    elif item.kind == "screen" or (item.kind == "heading" and item.value):
        side = item.value if item.kind == "screen" else {"right": "left", "left": "right"}.get(item.value, "")
        for index in [clause.last] if clause.last >= 0 else []:
            bound.things[index] = replace(bound.things[index], at=side)
        meaning = f"it stands at the {side or 'centre'} of the frame"
    elif item.kind == "manner":
        if motion is not None and text == "over" and clause.style in STRIKING:
            bound.motions[where] = replace(motion, falls=True)
            ledger.claim(item.start, item.end, "understood", "it is knocked over")
            return
        if item.value == "?" or motion is None:
            ledger.claim(item.start, item.end, "assumed", f"{text!r} changes nothing that could be shot")
            return
        pace = 0.7 if text in SLOW else (1.4 if text in FAST else 1.0)
        # "Roll apart" says which way they go.
        verb = PARTING if text == "apart" else motion.verb
        bound.motions[where] = replace(motion, slow=pace, verb=verb)
    ledger.claim(item.start, item.end, "understood", meaning)


def fall_over(bound: Bound, clause: Clause, kind: str, following: Item | None) -> None:
    """A particle without a noun: "knocks it over", "sends them down", "the jar topples off"."""
    goes_on = following is not None and following.kind in _NOUN_NEXT
    if clause.motion < 0 or goes_on:
        return
    motion = bound.motions[clause.motion]
    if kind in ("above", "down") and clause.style in STRIKING and motion.target >= 0:
        bound.motions[clause.motion] = replace(motion, falls=True)
    elif kind == "off" and clause.style in STRIKING and motion.target >= 0:
        bound.motions[clause.motion] = replace(motion, falls=True)  # "Knocks the top one off"
    elif kind == "off":
        bound.motions[clause.motion] = replace(motion, off_edge=True)
