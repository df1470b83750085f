"""Where light comes from: sources with their adjectives, verbs and sides, as gaffers write them."""

import re
from dataclasses import replace

from rayograph.plan.facts import LightFacts, Side
from rayograph.plan.ledger import Ledger, one_of
from rayograph.plan.overhead_words import strength_of, tint_of

_OF = (
    r"(?:camera|cam|screen|frame|stage|house|image|picture|the camera'?s?|camera'?s|our|the|its|far|hard|"
    r"upper|lower|top|bottom) "
)
_AT = r"(?:(?:in |coming )?from |on |at |off |to |over |through )?"
_SIDES: tuple[tuple[str, Side], ...] = (
    (
        one_of(r"""(?:from |directly |right |just )?behind (?:us|the camera|camera|the lens|me)
            over (?:the |our |camera'?s? |my )?shoulders?
            (?:from )?(?:the )?(?:front|camera position)
            at our backs?
            frontal(?:ly)?"""),
        "front",
    ),
    (
        one_of(r"""(?:from )?(?:the )?(?:back|rear|behind)(?: and)?(?: to the| on the|,)?\
                (?: (?:camera|cam|screen|frame))? (?:left|right)
            (?:from )?(?:(?:camera|cam|screen|frame) )?(?:left|right)(?: and)?\
                (?: (?:rear|back|behind))(?= ?(?:[,.;]|$|\x00))
            (?:from |in |dead |directly |straight |right |just |coming from )*behind(?: (?:it|them|\
                the \w+|that|everything))?
            (?:from )?(?:at )?the (?:back|rear)(?: of (?:frame|the room|the set))?
            (?:dead |straight |right )?ahead(?: of (?:us|camera|the camera))?
            (?:straight )?(?:into|towards?|at) (?:the )?(?:lens|camera)
            in the background
            in front of (?:us|the camera|camera)"""),
        "behind",
    ),
    (
        rf"{_AT}(?:{_OF})*left(?: hand)?(?: side| shoulder)?(?: of (?:the )?(?:frame|camera|screen|shot))?",
        "left",
    ),
    (
        rf"{_AT}(?:{_OF})*right(?: hand)?(?: side| shoulder)?(?: of (?:the )?(?:frame|camera|screen|shot))?",
        "right",
    ),
    (
        r"(?:from )?(?:directly |straight |right )?(?:above|overhead|the top|top|up high|straight down)",
        "above",
    ),
    (r"(?:from |on )?(?:both|either) sides?", "left"),
)
SIDE = "|".join(f"(?:{pattern})" for pattern, _ in _SIDES)
ADJECTIVES = (
    r"(?:(?:soft|softer|gentle|hard|harsh|strong|bright|warm|cool|cold|low(?! key)|golden|pale|raking|"
    r"single|big|large|natural|"
    r"dim|little|small|tiny|huge|wide|broad|sharp|crisp|buttery|milky|honeyed|honey|creamy|silvery|blue|"
    r"bluish|orange|amber|"
    r"tungsten|sodium|neutral|overhead|top|side|back|lone|one|late|early|last|weak|thin|wintry|winter|"
    r"summer|spring|autumn|"
    r"flat|even|diffuse|diffused|bounced|dappled|directional|motivated|slanting|hazy|watery|toppy|glowing|"
    r"intense|punchy|red|green|pink|magenta|purple|violet|cyan|teal|yellow|turquoise|crimson|gelled|white|faint|"
    r"delicate|bluish|"
    r"moody|dark|subtle|slight|clean|north|northern|window|windowish|window ish|daylight|clear|morning|"
    r"evening|afternoon|"
    r"setting|rising|usable|only|main|lovely|nice|beautiful|hot|strip|studio|front|very|really|super|"
    r"a touch of|"
    r"bit of|hint of|shafts? of|beams? of|pool of|rays? of|patch of),? )*"
)
_SUN = (
    r"(?:sun ?light|sun ?shine|sun|sun ?beams?|sun ?rays?|day ?light|sun ?rise|sun ?set|dawn|"
    r"window ?light|north ?light)"
)
_LIGHT = (
    r"(?:light(?:ing)?(?: source)?|lit|illuminat(?:ed|ion)|source|beams?|shafts?(?: of (?:light|sun|"
    r"sunlight))?|rays?|glow|"
    r"softness)"
)
_LAMP = (
    "(?:"
    + one_of(r"""key ?light
    (?<!high )(?<!low )key(?= (?:from|camera|cam|frame|screen|left|right|light|on the (?:left|right)))
    (?:(?<=overhead )|(?<=top )|(?<=soft )|(?<=hard )|(?<=big )|(?<=warm )|(?<=cool ))key(?= ?[,.;]|$)
    kicker
    (?:rim|edge|hair) ?light
    (?<!its )(?<!the )(?<!whose )rim(?= from| on| at|$| ?[,.;])
    (?:blue|orange|red|pink|green|cool|warm|magenta|purple|teal|cyan) (?:rim|edge|kick)
    soft ?box(?:es)?
    octa(?:box)?
    strip ?(?:box(?:es)?|lights?|bank)
    beauty dish
    light panel
    spot ?light
    fresnel|hmi|par can|kino ?flo|snoot|strobes?
    fill(?: ?light|(?= (?:from|card|camera|cam|screen|frame)))
    bounce(?: card| board| light)
    (?:top|back|side) ?light
    source""")
    + ")"
)
_VERBS = (
    r"(?: (?:coming|comes|come|streaming|streams|falling|falls|shining|shines|raking|rakes|slanting|"
    r"pouring|pours|cutting|cuts|"
    r"spilling|spills|flooding|floods|washing|grazing|grazes|beaming|glowing|filtering|filters|skimming|"
    r"skims|blazing|breaking|"
    r"creeping|reaching|is|placed|set|hitting|hits|burning|sitting|sits|bounced|thrown|cast|dead|straight|"
    r"low|high|in|across|"
    r"through|down|hard|soft|warm|up|just|all|blasting|punching|hanging|lighting (?:it|them|the \w+)|"
    r"scraping|streaking|only))*"
)


def side_of(phrase: str) -> Side | None:
    """The side of the screen that a phrase names."""
    for pattern, side in _SIDES:
        if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", phrase):
            return side
    return None


def quality_of(phrase: str) -> str | None:
    """Hard or soft, by the words of a phrase."""
    if re.search(r"\bsoft|gentle|diffus|bounce|milky|hazy|creamy|buttery|north|big|large|broad", phrase):
        return "soft"
    return (
        "hard"
        if re.search(r"hard|harsh|strong|direct\b|crisp|sharp|punchy|spot|fresnel|snoot", phrase)
        else None
    )


def warmth_of(phrase: str) -> float:
    """Colour of the light, by the words of a phrase."""
    if re.search(r"warm|golden|butter|honey|amber|orange|tungsten|sodium", phrase):
        return 0.5
    return -0.5 if re.search(r"cool|cold|blue|silvery|icy|wintry", phrase) else 0.0


def read_sources(ledger: Ledger, facts: LightFacts) -> LightFacts:
    """Claim sources of light with the side they come from."""
    for m in ledger.take(rf"(?:rim|edge|hair|back) ?lit(?:{_VERBS})(?: (?:{SIDE}))?|backlighting"):
        side = side_of(m[0].replace("back lit", "").replace("backlit", "")) or "behind"
        rim = re.match(r"rim|edge|hair", m[0]) is not None
        facts = replace(facts, rim=side if rim else facts.rim, side=facts.side or (None if rim else side))
        ledger.claim(
            m.start(), m.end(), "understood", f"light from the {side}".replace("the behind", "behind")
        )
    lead = r"(?:(?:with|by|in|under|the|a|an|some|one|plus) )*"
    for m in ledger.take(rf"{lead}{ADJECTIVES}{_LAMP}{_VERBS}(?: (?:{SIDE}))?"):
        facts = _lamp(ledger, facts, m)
    for m in ledger.take(rf"{lead}{ADJECTIVES}(?:{_SUN}|{_LIGHT}){_VERBS} (?:{SIDE})"):
        facts = _light(ledger, facts, m)
    # After an hour that was already read: "afternoon sun | raking from the right", "sunset | dead behind".
    ahead = (
        r"(?:(?:dead|straight|right|directly|blazing|burning|glowing|low|just) )*(?:behind|ahead)"
        r"(?: (?:of )?(?:it|them|us))?"
    )
    for m in ledger.take(
        rf"(?<=\x00)[ ,]*(?:the )?(?:light|sun)?{_VERBS} (?:in )?from (?:{SIDE})|(?<=\x00) {ahead}(?= ?"
        rf"(?:[,.;]|$))"
    ):
        if not _SCENERY.search(ledger.text[: m.start()]):
            facts = _light(ledger, facts, m)
    return facts


_SCENERY = re.compile(
    r"(?:peaks?|mountains?|summits?|ridges?|range|alps|hills?|trees|water|lake|sky|clouds?|stars?|mist)[ ,]*$"
)
"""What stands behind the subject, and is no light that comes from there: "snowy peaks behind"."""


def _lamp(ledger: Ledger, facts: LightFacts, m: re.Match[str]) -> LightFacts:
    """A lamp on a stand: studio light, with the side it stands on."""
    said = m[0]
    rim = re.search(r"rim|edge|hair|kick|back ?light", said) is not None
    fill = re.search(r"fill|bounce", said) is not None
    side = side_of(re.sub(r"back ?light|top ?light|side ?light", "", said))
    if side is None:
        side = "behind" if rim else ("above" if re.search(r"top|overhead", said) else None)
    if re.search(r"side ?light|strip", said) and side is None:
        side = "left"
    facts = replace(facts, studio=True)
    if rim:
        facts = replace(facts, rim_tint=facts.rim_tint or _rim_tint(said), rim_gain=strength_of(said))
    else:
        quality = facts.quality or quality_of(said) or ("hard" if "spot" in said else None)
        tint = tint_of(said) if not fill else None
        warmth = facts.warmth or (0.0 if tint else warmth_of(said))
        facts = replace(facts, quality=quality, warmth=warmth, key_tint=facts.key_tint or tint)
    if re.search(r"(?:both|either) side", said):
        facts = replace(facts, contrast=facts.contrast or -0.2)
    if re.search(r"\bdark|moody|dim", said):
        facts = replace(facts, contrast=facts.contrast or 0.6)
    if rim:
        across = re.search(r"\b(left|right)\b", said)  # a rim stands behind anyhow: what counts is the side
        side = side_of(across[1]) if across and side == "behind" else side
        facts = replace(facts, rim=facts.rim or side)
    elif not fill:
        facts = replace(facts, side=facts.side or side)
    name = "rim" if rim else ("fill" if fill else "key")
    ledger.claim(
        m.start(), m.end(), "understood", f"studio light: {name}" + (f" from {side}" if side else "")
    )
    return facts


def _rim_tint(said: str) -> str | None:
    """The gel of a rim; a rim that is only said to be warm or cool is that against the key."""
    shade = "#ffa04a" if warmth_of(said) > 0 else ("#4a8cff" if warmth_of(said) < 0 else None)
    return tint_of(said) or shade


def _light(ledger: Ledger, facts: LightFacts, m: re.Match[str]) -> LightFacts:
    said = m[0]
    side = facts.side or side_of(said)
    low = re.search(r"\blow\b|raking|last|setting", said) is not None and facts.elevation_deg is None
    high = re.search(r"\bhigh\b|toppy", said) is not None and facts.elevation_deg is None
    facts = replace(
        facts,
        side=side,
        quality=facts.quality or quality_of(said),
        warmth=facts.warmth or (0.0 if tint_of(said) else warmth_of(said)),
        key_tint=facts.key_tint or tint_of(said),
        elevation_deg=12.0 if low else (58.0 if high else facts.elevation_deg),
        window=facts.window or "window" in said,
    )
    if re.search(r"\bsource\b|single|one ", said) and "sun" not in said:
        facts = replace(facts, studio=True)
    where = f"light from the {side}".replace("the behind", "behind").replace("the above", "above")
    ledger.claim(m.start(), m.end(), "understood", where + (", low" if low else ""))
    return facts
