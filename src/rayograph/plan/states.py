"""Adjectives that change what a thing looks like: which of them are shown, and which must be owned up to."""

import re
from dataclasses import replace

from rayograph.core.morsels import MORSELS
from rayograph.plan.bound import Bound
from rayograph.plan.facts import Thing
from rayograph.plan.ledger import Ledger

_STATES = (
    r"half[- ](?:eaten|empty|full|open|closed|peeled|melted|burnt|burned|finished|drunk|unpacked|buried)|"
    r"(?:un)?made(?= bed)|unmade|rumpled|crumpled|creased|wrinkled|folded|unfolded|rolled[- ]up|rolled|open|"
    r"opened|cracked|chipped|shattered|smashed|broken|dented|bent|twisted|torn|ripped|frayed|peeling|peeled|"
    r"sliced|halved|chopped|bitten|melted|melting|wilted|wilting|withered|dried|wet|damp|soaked|dusty|"
    r"cobwebbed|muddy|stained|burnt[- ]down|burned[- ]down|upside[- ]down|upturned|overturned|capsized|"
    r"crooked|deflated|knotted|tangled|unwrapped|wrapped|steaming|smoking|crushed|squashed|splintered|"
    r"moth[- ]eaten|uncorked|unbuttoned|unzipped|sooty|mossy|overgrown|tarnished|foggy|frosted"
)
"""Words that ask for another shape or another surface."""
_WHOLE = re.compile(rf"(?<!\w)(?:{_STATES})(?!\w)")
_AGED = ("chipped", "dusty", "muddy", "stained", "sooty", "tarnished", "dented", "cracked", "peeling")
"""Words that wear tells, though no crack is modelled."""
_SHOWN: dict[str, frozenset[str]] = {
    "open": frozenset("book open_carton open_jar open_tin notebook laptop umbrella pizza_box box envelope "
                      "scissors convertible".split()),
    "opened": frozenset("open_carton open_jar open_tin book".split()),
    "folded": frozenset("folded_towel newspaper map umbrella_closed".split()),
    "rolled": frozenset("umbrella_closed scroll sleeping_bag yoga_mat poster".split()),
    "rolled up": frozenset("umbrella_closed scroll sleeping_bag yoga_mat poster".split()),
    "unmade": frozenset(("bed",)), "rumpled": frozenset(("bed",)), "made": frozenset(("bed",)),
    "halved": frozenset("citrus_half bread avocado coconut".split()),
    "sliced": frozenset("citrus_half cucumber".split()),
    "cracked": frozenset(("coconut",)),
    "half eaten": MORSELS, "bitten": MORSELS,
    "frosted": frozenset("bottle perfume jar tumbler wine_glass vase cake cupcake lantern jug".split()),
    "wrapped": frozenset(("gift", "sweet", "candy")),
}  # fmt: skip
"""State → kinds that show it."""


def own_up(ledger: Ledger, bound: Bound) -> None:
    """Say of each thing which adjective changes nothing of what is seen: nothing is dropped in silence."""
    for thing in bound.things:
        if thing.kind in ("", "?") or not thing.phrase:
            continue
        start = ledger.text.find(_plain(thing.phrase))
        if start < 0:
            continue
        before = re.search(rf"(?<!\w)(?:{_STATES})(?= $)", ledger.text[:start])  # read as a verb
        spans = [
            found.span() for found in re.finditer(_WHOLE, ledger.text[start : start + len(thing.phrase)])
        ]
        spans = [(start + a, start + b) for a, b in spans] + ([before.span()] if before else [])
        for first, last in spans:
            word = ledger.text[first:last].replace("-", " ")
            if not shows(thing, word):
                what = thing.kind.replace("_", " ")
                meaning = f"{word!r} is not shown: the {what} looks as it usually does"
                ledger.claim(first, last, "ungrounded", meaning)


def _plain(phrase: str) -> str:
    return re.sub(r"(?<=\w)-(?=\w)", " ", phrase.lower())


def shows(thing: Thing, word: str) -> bool:
    """Whether a thing of this kind looks otherwise for such a word."""
    if word in _SHOWN:
        return thing.kind in _SHOWN[word]
    if word in _AGED:
        return thing.wear is not None
    return False


_BEDDING = re.compile(r"(?:sheets?|duvets?|covers?|bedding|quilts?|blankets?|linens?|bedclothes)$")

_LINEN = re.compile(r"\b(?:(?:bed ?)?linens?|sheets?|bedding|duvet|cotton|flannel|silk|satin)$")


def make_beds(bound: Bound) -> None:
    """The sheets that are named with a bed are on it, and give it their colour."""
    bed = next((i for i, t in enumerate(bound.things) if t.kind == "bed"), -1)
    moving = {m.subject for m in bound.motions}
    if bed >= 0 and bound.things[bed].material in ("linen", "silk", "felt", "velvet"):
        bound.things[bed] = replace(bound.things[bed], material=None)  # "in white linen": not its boards
    for place in [p for p in bound.places if bed >= 0 and _LINEN.search(p.phrase.lower())]:
        # "With grey linen": no table top of linen, but what the bed is made with.
        bound.things[bed] = replace(bound.things[bed], colour=bound.things[bed].colour or place.colour)
        bound.places.remove(place)
    for i, thing in enumerate(bound.things):
        elsewhere = any(r.subject == i and r.target not in (bed, -1) for r in bound.relations)
        if bed < 0 or thing.kind != "cloth" or i in moving or elsewhere or not _BEDDING.search(thing.name):
            continue
        of_bed = bound.things[bed]
        bound.things[bed] = replace(of_bed, colour=of_bed.colour or thing.colour)
        bound.things[i] = replace(thing, kind="")
