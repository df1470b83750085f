"""Words about lamps that a thing carries or that are not seen: headlamps, clocks, mirrored neon, pools."""

import re
from dataclasses import replace

from rayograph.plan.facts import LightFacts
from rayograph.plan.ledger import Ledger
from rayograph.plan.light_sources import side_of
from rayograph.plan.overhead_words import tint_of

_HEADS = r"(?:head ?lights?|head ?lamps?|high beams?|full beams?|main beams?)"
_LIT = (
    r"(?:on|lit|up|blazing|glowing|burning|shining|glaring|flaring|ablaze|blinding|"
    r"cutting through (?:the )?\w+|"
    r"piercing (?:the )?\w+|full)"
)
_GROUND = (
    r"(?:(?:wet|rain ?soaked|rain|slick|glistening|shiny|shining|gleaming|dark|black|soaked|"
    r"glossy) )*(?:asphalt|puddles?|"
    r"road|tarmac|pavement|street|ground|cobbles|cobblestones|roadway|blacktop|sidewalk)"
)
_TINTS = {
    "red": "#ff2414", "green": "#3dff5a", "blue": "#3a7bff", "amber": "#ff9a1c", "orange": "#ff7a1c",
    "white": "#e8f0ff", "yellow": "#ffd23a", "cyan": "#35e0f0",
}  # fmt: skip
_HUES = "|".join(_TINTS)
_SHOWN = "numerals|digits|dial|face|hands|display|readout|numbers"


def read_carried(ledger: Ledger, facts: LightFacts) -> LightFacts:
    """Claim them, before nouns are read: a headlight is no thing of its own."""
    facts = _read_headlamps(ledger, facts)
    facts = _read_mirrored(ledger, facts)
    facts = _read_rims(ledger, _read_glow(ledger, facts))
    _read_hour(ledger)
    facts = _read_sun(ledger, _read_pools(ledger, facts))
    return _read_clock(ledger, facts)


def _read_headlamps(ledger: Ledger, facts: LightFacts) -> LightFacts:
    unseen = (
        rf"(?:the )?{_HEADS}(?: beams?)? of an? (?:unseen|off ?screen|out of frame|passing|approaching|"
        rf"hidden|invisible) "
        rf"(?:car|vehicle|truck|van)|(?:unseen|off ?screen|passing|oncoming) (?:car )?{_HEADS}|"
        rf"{_HEADS} (?=sweep)"
    )
    for m in ledger.take(
        rf"(?:{unseen})(?: (?:sweep|com|rak|flar|shin|cut|blaz|glar|mov)\w*)*(?: in)?(?: from (?:the |"
        rf"frame |camera )*"
        rf"(?:left|right|behind)(?: of frame)?)?(?:,? and flar\w+)?"
    ):
        facts = replace(facts, beams=side_of(m[0].split(" from ")[-1]) or "left", time=facts.time or "night")
        ledger.claim(
            m.start(), m.end(), "understood", f"headlamps of a car out of frame, from the {facts.beams}"
        )
    for m in ledger.take(
        rf"(?:with |and )?(?:(?:its|their|the|both|bright|twin) )*{_HEADS}(?: (?:is|are|still|left|turned|"
        rf"switched))*"
        rf" {_LIT}(?: in the (?:fog|mist|rain|dark))?|(?:with )?(?:blazing|glowing|glaring|lit|"
        rf"bright) {_HEADS}"
    ):
        facts = replace(facts, headlamps=True)
        ledger.claim(m.start(), m.end(), "understood", "the headlamps are on")
    return facts


def _read_mirrored(ledger: Ledger, facts: LightFacts) -> LightFacts:
    for m in ledger.take(
        r"(?:(?:its|their|the|a|with|and) )*(?:(?:neon|coloured|colored|long|broken|blurred) )*"
        r"(?:reflections?|reflected|reflecting|reflects?|mirrored|mirroring|doubled)"
        r"(?: (?:smeared|stretched|broken|shimmering|glowing|rippling|blurred|dripping|running|pooling|"
        r"bleeding))*"
        rf" (?:in|on|off|across|over|by|down|along)(?= (?:the |an? )?{_GROUND}\b)"
    ):
        facts = replace(facts, mirrored=True, wet=True)
        ledger.claim(m.start(), m.end(), "understood", "the wet ground mirrors what shines over it")
    return facts


_TONE = (
    r"(?:thin|fine|hard|soft|cool|cold|warm|blue|white|orange|red|teal|magenta|pink|narrow|crisp|sharp|"
    r"bright|faint|subtle)"
)


def _read_rims(ledger: Ledger, facts: LightFacts) -> LightFacts:
    """ "Two thin rim lights, one each side": nothing else is lit."""
    for m in ledger.take(
        rf"(?:(?:drawn|lit|outlined|defined|shaped|traced|edged) )?(?:(?:only|just|solely|"
        rf"purely) )?(?:by |with )?"
        rf"(?:two|twin|paired|a pair of|double) (?:{_TONE} )*(?:rim|edge|kick(?:er)?|strip|"
        rf"hair)s?(?: ?lights?|s)?"
        r"(?:,? (?:one )?(?:on |from |to )?(?:each|either|both) sides?)?(?: of (?:it|frame|the \w+))?"
    ):
        alone = re.search(r"\b(?:only|just|solely|purely)\b", m[0]) is not None
        cool = "#b4d0ff" if re.search(r"cool|cold", m[0]) else ("#ffb06a" if "warm" in m[0] else None)
        facts = replace(
            facts, studio=True, rim="left", rim_both=True, rim_tint=facts.rim_tint or tint_of(m[0]) or cool,
            contrast=facts.contrast or (0.75 if alone else 0.5),
        )  # fmt: skip
        ledger.claim(m.start(), m.end(), "understood", "a rim light on either side")
    for m in ledger.take(r"black on black|white on white"):
        facts = replace(
            facts, studio=True, backdrop=facts.backdrop or ("#0d0d0e" if m[0][0] == "b" else "#e9e7e2")
        )
        ledger.claim(m.start(), m.end(), "understood", "the ground is of the subject's own tone")
    for m in ledger.take(
        r"(?:an? )?(?:(?:tiny|small|single|faint|little) )+(?:\w+ )?(?:reflection|glint|highlight|"
        r"catch ?light)"
        r"(?: (?:in|on) the (?:lens|glass|front element|rim))?"
    ):
        ledger.claim(m.start(), m.end(), "assumed", "highlights follow from the lamps")
    return facts


def _read_glow(ledger: Ledger, facts: LightFacts) -> LightFacts:
    for m in ledger.take(
        r"(?:with )?(?:an? |the )?(?:(?:bright|soft|warm|strong|hot|round|gentle|deep|"
        r"big) )*(?:\w+ )?glow(?:ing)?"
        r"(?: (?:coming|spreading))?(?: from)? (?:right |directly |just )?behind(?: (?:it|them|"
        r"the \w+))?(?= ?(?:[,.;]|$))"
    ):
        warm = re.search(r"amber|warm|golden|honey|orange", m[0]) is not None
        said = "warm" if warm else (tint_of(m[0]) or "")
        facts = replace(facts, glow=said, side=facts.side or "behind", contrast=facts.contrast or 0.5)
        ledger.claim(m.start(), m.end(), "understood", "a glow on what stands behind")
    return facts


def _read_hour(ledger: Ledger) -> None:
    """ "Otherwise dark blue dusk": the hour was read, and what is said of it is its own."""
    for m in ledger.take(
        r"(?:otherwise |all |nothing but )?(?:(?:dark|deep|cold|pale|inky|dim|cool|late|quiet) )*(?:dark|"
        r"blue|deep|cold|inky)(?= ?\x00)"
    ):
        if re.match(r" ?(?:dusk|night|dawn|twilight|evening|blue hour|nightfall)", ledger.text[m.end() :]):
            ledger.claim(m.start(), m.end(), "understood", "said of the hour")


def _read_sun(ledger: Ledger, facts: LightFacts) -> LightFacts:
    for m in ledger.take(
        r"(?:with )?(?:the |a )?(?:(?:low|setting|rising|golden|bright|blazing) )*sun(?: (?:is|sits|"
        r"sitting|hangs|hanging|"
        r"stands|standing|burning|blazing|flaring|low|just))* (?:in|within|inside|"
        r"visible in) (?:the )?(?:frame|shot|picture)"
        r"(?:,? (?:just )?behind(?= (?:an?|the|it|them)\b))?"
    ):
        facts = replace(facts, sun_seen=True, side=facts.side or "behind")
        ledger.claim(m.start(), m.end(), "understood", "the sun stands in the picture")
    return facts


def _read_pools(ledger: Ledger, facts: LightFacts) -> LightFacts:
    lamps = re.search(r"street ?(?:lamps?|lights?)|lamp ?posts?|sodium", ledger.text) is not None
    for m in ledger.take(
        r"(?:in |leav\w+ |throw\w* |cast\w* |mak\w+ )?(?:an? |its |the |their )?(?:(?:warm|small|round|"
        r"orange|amber|sodium|"
        r"yellow|lonely|separate) )*(?:pools?|cones?|circles?|islands?) of (?:(?:warm|orange|amber|sodium|"
        r"yellow|soft|"
        r"lamp|hard) )*(?:light|lamplight|glow)(?: (?:on|over|across|along|under|beneath)(?= (?:the|an?|"
        r"it|each)))?"
    ):
        facts = replace(facts, pools=facts.pools or lamps)
        ledger.claim(m.start(), m.end(), "understood", "a pool of light in the dark")
    for m in ledger.take(
        r"(?:(?:cold|deep|dark|inky) )*(?:(?:blue|black) )?(?:darkness|dark|night|"
        r"shadow) (?:in )?between(?: them| the lamps)?"
    ):
        facts = replace(facts, pools=True, time=facts.time or "night")
        ledger.claim(m.start(), m.end(), "understood", "dark between the pools of light")
    return facts


def _read_clock(ledger: Ledger, facts: LightFacts) -> LightFacts:
    said = (
        r"(?:(?:showing|with|giving off|casting|that|which|its|the|an?|faint|faintly|soft|softly|dim|"
        r"dimly|bright|pale|big|large|"
        rf"is|{_HUES}) )*"
    )
    what = r"(?:glow(?:s|ing)?|luminous|led|lit up|numerals|digits|readout|display|numbers)"
    more = rf"(?: (?:{_HUES}|softly|faintly|{_SHOWN}|glow(?:ing)?|in the dark))*"
    for m in ledger.take(rf"{said}{what}{more}"):
        before = ledger.text[max(0, m.start() - 40) : m.start()]
        after = ledger.text[m.end() : m.end() + 30]
        near = re.search(r"clock(?: radio)?[ ,]*$", before) or re.match(
            r" (?:\w+ ){0,2}(?:alarm )?clock\b", after
        )
        if near is None:
            continue
        hue = re.search(rf"\b({_HUES})\b", m[0])
        digits = (
            re.search(r"numerals|digits|readout|display|led\b|numbers|digital", m[0] + before + after)
            is not None
        )
        usual = "red" if digits else "green"
        facts = replace(facts, clock=("digital " if digits else "") + _TINTS[hue[1] if hue else usual])
        ledger.claim(m.start(), m.end(), "understood", "the clock glows")
    return facts
