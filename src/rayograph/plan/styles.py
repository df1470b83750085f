"""How a verb's style of motion suits the kind of thing that moves: cars drive, boats sail, cloths drape."""

import re
from dataclasses import replace

from rayograph.core.catalogue import cast_kind
from rayograph.plan.facts import Motion, Thing

_SAILORS = ("boat", "sailboat", "canoe", "rowing_boat", "kayak", "raft")
_FLOATERS = ("paper_boat", "rubber_duck")
_DRIVERS = (
    "car",
    "van",
    "bus",
    "double_decker",
    "taxi",
    "tram",
    "truck",
    "lorry",
    "suv",
    "bicycle",
    "motorbike",
    "motorcycle",
    "scooter",
    "tractor",
    "train",
)
WHEELED = (
    "toy_car",
    "skateboard",
    "shopping_trolley",
    "shopping_cart",
    "trolley",
    "cart",
    "suitcase",
    "pram",
    "wagon",
)
_ROUND = frozenset(
    "ball marble football apple orange lemon barrel cylinder toy_car log coin tyre wheel watermelon tomat"
    "o pumpkin "
    "pear peach egg can tin pencil candle pen bottle grapefruit lime onion potato basketball bea"
    "ch_ball "
    "cherry plum sphere egg globe bucket trash_can".split()
)
"""Kinds that roll, besides those of which the catalogue says so."""
DONE_TO = {
    "throw": "throw",
    "roll": "roll",
    "slide": "slide",
    "push": "slide",
    "drop": "drop",
    "spin": "spin",
    "topple": "topple",
    "knock over": "topple",
    "hit": "roll",
    "swing": "swing",
    "bounce": "bounce",
    "drape": "drape",
    "nudge": "nudge",
}
"""Style of what somebody does to a thing → how the thing then moves."""
_LEAVING = (
    "drives off",
    "driving off",
    "pulls away",
    "pulling away",
    "drives away",
    "rolls away",
    "rolling away",
)
_VIOLENT = re.compile(r"(?:smash|slam|crash|hurtl|rip|tear|blast|rocket|barrel|career|bowl|demolish|flatten)")
_FALLING = ("drop", "fall", "plunge", "plummet", "crash", "lower", "land", "tumbl")
"""Starts of verbs under which a vehicle falls; under all others of going down it drives."""
_STOPPING = (
    "stop",
    "pull up",
    "pulls up",
    "pulling up",
    "pulls over",
    "brake",
    "braking",
    "park",
    "halt",
    "draw up",
    "draws up",
)
PARTING = "part"
"""Verb of several that move away from each other."""
STRIKING = ("hit", "knock over", "push")
"""Styles that have an object."""
_ALONG = ("roll", "slide", "throw", "drive", "sail", "bounce", "spin")


def is_vehicle(kind: str) -> bool:
    """Whether a kind drives by itself."""
    known = cast_kind(kind)
    painted = known is not None and "car_paint" in known.materials and known.size[1] > 1.4
    return kind in _DRIVERS or (painted and known is not None and "street" in known.settings)


def is_boat(kind: str) -> bool:
    """Whether a kind floats on the lake."""
    return kind in _SAILORS


def is_afloat(kind: str) -> bool:
    """Whether a kind stays on the water where it is."""
    return kind in _SAILORS or kind in _FLOATERS


def meets(verb: str) -> bool:
    """Whether a verb without an object says that several run into each other."""
    return verb.startswith(("collid", "bump", "crash", "bang", "knock", "smash", "clash"))


def rolls(kind: str) -> bool:
    """Whether a kind rolls when it is pushed."""
    known = cast_kind(kind)
    if kind in WHEELED:
        return False
    return kind in _ROUND or kind.split("_")[-1] in _ROUND or (known is not None and known.rolls)


def _suited(kind: str, style: str, text: str) -> str:
    known = cast_kind(kind)
    if kind in _SAILORS:
        return {
            "drive": "sail",
            "slide": "sail",
            "go": "sail",
            "push": "sail",
            "nudge": "sail",
            "roll": "sail",
            "hit": "sail",
            "knock over": "sail",
        }.get(style, style)
    if is_vehicle(kind) and style == "drop" and text.startswith(("crash", "smash")):
        return "drive"
    if is_vehicle(kind) and style in ("drop", "drape") and not text.startswith(_FALLING):
        return "drive"  # "Comes down the street"
    if is_vehicle(kind):
        moving = ("sail", "roll", "go", "slide", "hit", "knock over", "throw", "push")
        return "drive" if style in moving else ("swing" if style == "swing" else style)
    if kind == "cloth":
        return {"topple": "drape", "drop": "drape", "sail": "drape", "slide": "drape", "go": "drape"}.get(
            style, style
        )
    if kind == "domino" and style in ("drop", "go", "nudge", "push"):
        return "topple"
    if style in ("drive", "go", "push"):
        return "roll" if kind in WHEELED or rolls(kind) else "slide"
    if style == "sail":
        return "sail" if kind in _FLOATERS else "slide"
    if style == "nudge":
        tall = known is not None and known.size[2] > 1.3 * max(known.size[:2])
        return "topple" if tall else ("roll" if rolls(kind) else "slide")
    return style


def first_motion(kind: str, subject: int, style: str, text: str) -> Motion:
    """The motion of thing `subject`, of a kind, that a verb in the form `text` means."""
    suited = (
        style if style in STRIKING and not (is_vehicle(kind) or is_boat(kind)) else _suited(kind, style, text)
    )
    spin = text.startswith("tumbl")
    side = text.rpartition(" ")[2]
    heading = side if side in ("left", "right") else ("away" if text.endswith(_LEAVING) else "")
    if text.startswith("approach"):
        heading = "near"
    return Motion(
        style=suited,
        subject=subject,
        heading=heading,
        times=2 if spin and suited == "drop" else 1,
        flung=style == "knock over" and text.endswith(("flying", "tumbling")),
        stops=is_vehicle(kind) and text.startswith(_STOPPING),
        slow=1.5 if _VIOLENT.match(text) else 1.0,
        verb=text,
    )


def merged(motions: list[Motion], things: list[Thing]) -> list[Motion]:
    """One motion a thing: what follows of itself, or says more of the same, is joined to the first.

    "Rolls in from the right and knocks the tower over" is one roll with a target; "tips over and falls off
    the table" is one fall over an edge; what the target of a blow then does has no second cause.
    """
    kept: list[Motion] = []
    for motion in motions:
        before = next((i for i, m in enumerate(kept) if _same_of(m, motion)), -1)
        if before < 0:
            kept.append(motion)
            continue
        kept[before] = _joined(kept[before], motion)
    for index, motion in enumerate(kept):
        after = [m for m in kept[index + 1 :] if m.subject == motion.target and m.style in ("topple", "drop")]
        if motion.target >= 0 and motion.style in (*STRIKING, *_ALONG) and after:
            # "Hits the cup, which tips over": the blow is what tips it.
            kept[index] = replace(motion, falls=True)
    kept = _with_flights(kept)
    struck = {m.target for m in kept if m.target >= 0 and m.style in (*STRIKING, *_ALONG, "swing")}
    # "Collapses when a marble hits it": the blow brings it about, whichever was said first.
    kept = [
        replace(m, falls=True) if any(o.subject == m.target and o.style == "topple" for o in kept) else m
        for m in kept
        if not (m.subject in struck and m.style == "topple" and m.target < 0 and not m.which)
    ]
    return [m for m in kept if things[m.subject].kind not in ("", "?")]


def _with_flights(motions: list[Motion]) -> list[Motion]:
    """ "The cone gets hit and goes flying": it is the blow that sends it."""
    flying = {m.subject for m in motions if m.style == "throw" and m.target < 0 and "fly" in m.verb}
    sent = {m.target for m in motions if m.style in STRIKING} & flying
    kept = [m for m in motions if not (m.subject in sent and m.style == "throw")]
    return [
        replace(m, flung=True, falls=True) if m.style in STRIKING and m.target in sent else m for m in kept
    ]


def _same_of(first: Motion, then: Motion) -> bool:
    """Whether two motions are of the same: "the first falls, then the last" are of two."""
    return first.subject == then.subject and (first.which == then.which or not then.which)


def _joined(first: Motion, then: Motion) -> Motion:
    target = first.target if first.target >= 0 else then.target
    heading = first.heading or then.heading
    if first.heading == "afar" and then.heading:
        heading = then.heading  # "Drives down the street and exits left"
    joined = replace(
        first,
        target=target,
        target_which=first.target_which or then.target_which,
        heading=heading,
        off_edge=first.off_edge or then.off_edge,
        into=first.into or then.into,
        falls=first.falls
        or then.falls
        or (then.style == "topple" and first.style in STRIKING and target >= 0),
        times=max(first.times, then.times),
        stops=first.stops or then.stops,
        flung=first.flung or then.flung,
        down=first.down if first.down >= 0 else then.down,
    )
    if then.style in STRIKING and then.target >= 0 and first.style in (*_ALONG, *STRIKING):
        # How it moves was said first; that it knocks something over was said last.
        return replace(
            joined,
            falls=joined.falls or then.style == "knock over",
            target=then.target,
            target_which=then.target_which,
        )
    if first.style == "drop" and then.style in ("bounce", "spin"):
        return replace(joined, style="bounce" if then.style == "bounce" else "drop")
    if then.style == "topple" and first.style in ("throw", "slide", "roll") and target < 0:
        return replace(joined, style="topple")
    if first.style == "spin" and then.style in ("drop", "throw", "roll", "slide"):
        return joined
    if first.style in ("slide", "roll", "topple") and then.style == "drop" and not then.into:
        return replace(joined, off_edge=True)
    return joined
