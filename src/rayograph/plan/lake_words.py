"""What is said of a lake's water and of what lies by it: still, frozen, mirrored, moored, across it."""

import re
from dataclasses import replace

from rayograph.plan.facts import WaterFacts
from rayograph.plan.ledger import Ledger, one_of

_LAKE = r"(?:water|lake|tarn|loch|pond|lagoon|fjord|mere|sea|river|bay)"
_TELL = r"(?:\w+ ){0,2}"
STILL = (
    rf"(?:perfectly |absolutely |completely |very |dead |flat )*(?:still|calm|glassy|placid|unruffled|mirror "
    rf"(?:like|smooth|flat|calm|still)|glass (?:smooth|still|calm)|mirrored|tranquil|"
    rf"motionless)(?= (?:{_TELL}){_LAKE}(?!\w))"
)
MIRRORED = (
    r"(?:(?:and|with) )?(?:(?:its|the|their|a|an|clear|long|perfect|crisp|own|wobbling|double) )*"
    r"(?:reflections?|reflected|reflecting|mirrored|mirroring|mirrors|reflects?)"
)
FROZEN = (
    rf"(?:frozen (?:over|solid)|iced over|ice covered|frozen looking|frozen)(?= ?(?:{_TELL}){_LAKE}(?!\w))"
)
_FAR = one_of(
    r"""
    (?:on |at |from |along )?(?:the )?(?:far|opposite|other) (?:shore|bank|side)(?: of the (?:lake|water))?
    (?:alone )?across (?:the|a) (?:\w+ )?(?:lake|water|bay|tarn|pond|loch)
    (?:on |from )?(?:an?|the|its)? ?(?:(?:own|little|small|tiny|rocky|wooded|lone|bare) )*(?:island|islet)
    on (?:a|the) (?:(?:small|rocky|narrow|little|grassy) )*(?:spit|promontory|headland|peninsula)
    """
)
_WOODS = (
    r"(?:trees?|woods?|forests?|pines?|firs?|larch(?:es)?|birch(?:es)?|spruces?|aspens?|maples?|conifers?)"
)
_OVER = (
    r"(?:all )?(?:along |on |lining |across |over )(?:the|a) (?:far |opposite |other )?(?:lake|water|tarn|"
    r"loch|"
    r"shores?|banks?|sides?)(?: of the (?:lake|water))?|opposite|on the far side"
)
_MOORED = (
    r"(?:moored|tied up|tied|anchored|tethered|berthed|docked)"
    r"(?= (?:up )?(?:to|at|beside|by|alongside|off|in|near|on)(?!\w)| ?[,.;]|$)"
)
_BEACHED = (
    r"(?:(?:half |is |lies )?(?:pulled|hauled|dragged|drawn) (?:up|out|ashore)|beached|stranded|run aground|"
    r"high and dry)(?= (?:on|onto|upon|at|by|along|out|from|beside)(?!\w)| ?[,.;]|$)"
)
_LEADS = (
    r"(?:runs?|running|juts?|jutting|stretch(?:es|ing)?|leads?|leading|reach(?:es|ing)?|extend(?:s|ing)|goes|going|"
    r"disappear(?:s|ing)|points|pointing)(?: (?:straight|far|right|away|slowly))*(?: out| off)?"
    r"(?= (?:into|in|over|onto|on|across|towards?|to) )"
)
_BOATS = r"(?:boats?|canoes?|kayaks?|dingh(?:y|ies)|rowboats?|sailboats?|yachts?|punts?|skiffs?|buoys?)"


def read_water(ledger: Ledger) -> WaterFacts:
    """Claim what is said of the water; nouns are left for their own reader."""
    said = WaterFacts()
    watery = re.search(rf"\b{_LAKE}\b|\blakeside\b|\bshore(?:line)?\b", ledger.text) is not None
    boats = re.search(rf"\b{_BOATS}\b", ledger.text) is not None
    for m in ledger.take(FROZEN):
        said = replace(said, frozen=True)
        ledger.claim(m.start(), m.end(), "understood", "the lake is frozen over")
    for m in ledger.take(r"(?:is |has |all |completely )*(?:frozen over|frozen solid|iced over)"):
        if watery:
            said = replace(said, frozen=True)
            ledger.claim(m.start(), m.end(), "understood", "the lake is frozen over")
    for m in ledger.take(STILL):
        said = replace(said, still=True)
        ledger.claim(m.start(), m.end(), "understood", "the water is still")
    for m in ledger.take(MIRRORED) if watery else ():
        if re.search(r"puddle|asphalt|cobble|mirror(?:ed)? sunglasses", ledger.text):
            break
        said = replace(said, still=True, mirrored=True)
        ledger.claim(m.start(), m.end(), "understood", "still water mirrors what stands over it")
    for m in re.finditer(rf"\b{_WOODS}\b [^,.;]*?({_OVER})(?= ?(?:[,.;]|$))", ledger.text):
        if ledger.is_free(*m.span(1)):
            said = replace(said, far_woods=True)
            ledger.claim(*m.span(1), "understood", "the woods of the far shore")
    for m in ledger.take(_FAR):
        moves = re.search(
            r"(?:glid|drift|sail|row|paddl|float|skim|swim|mov|cross)\w* (?:\w+ )?$", ledger.text[: m.start()]
        )
        if moves is None or not m[0].startswith("across"):
            said = replace(said, far=True)
            ledger.claim(m.start(), m.end(), "understood", "a tongue of land, seen over the water")
    for m in ledger.take(rf"(?:jetty|pier|dock|boardwalk|landing stage)( (?:that )?{_LEADS})"):
        ledger.claim(m.start(1) + 1, m.end(1), "understood", "it leads out from the shore")
    if boats:
        for m in ledger.take(_MOORED):
            said = replace(said, afloat=True)
            ledger.claim(m.start(), m.end(), "understood", "the boat lies on the water")
        for m in ledger.take(_BEACHED):
            said = replace(said, ashore=True)
            ledger.claim(m.start(), m.end(), "understood", "the boat lies ashore")
        if re.search(
            rf"{_BOATS} (?:\w+ ){{0,2}}(?:on|along|at) the (?:shore|beach|bank|grass|sand|shingle|meadow)\b",
            ledger.text,
        ):
            said = replace(said, ashore=not said.afloat)
    return said
