"""Lamps that hang over a table out of frame, screens that glow, and the colours of gels.

A lamp overhead is a light, not a prop: as a thing it would stand in the middle of what it lights.
"""

import re
from dataclasses import replace

from rayograph.plan.colour_words import COLOURS, TONES, colour_hex
from rayograph.plan.facts import LightFacts
from rayograph.plan.ledger import Ledger

_ROOM = re.compile(
    r"\b(?:kitchen|living room|dining|bedroom|library|study|hall|hallway|corridor|office|street|lake|garage|"
    r"attic|alley|road|church|caf[eé]|pub|restaurant|dark room|swing\w*|sways?|swaying)\b"
)
_LEAD = r"(?:(?:with|by|under|in|lit|from|and|the|an?|just|only|one|single|lone|sole|solitary) )*"
_KIND = (
    r"(?:(?:tungsten|warm|bare|hard|harsh|soft|dim|bright|low|small|big|hot|cool|cold|green shaded|yellow|"
    r"amber|hanging|pendant|overhead|ceiling|pool table|billiard|snooker|poker table|industrial|practical|"
    r"shaded|enamel|metal|brass) )*"
)
_LAMP = (
    r"(?:lamp|light|light bulb|bulb|spot ?light|spot|pendant|soft ?box|fresnel|lantern|source)s?(?: source)?"
)
_VERBS = (
    r"(?: (?:hanging|hung|burning|shining|glowing|pointing|aimed|straight|directly|high|low|"
    r"down|lit|on|set))*"
)
_OVER = (
    r"(?:overhead|from (?:directly |straight |right )?(?:above|overhead)|(?:directly |right |straight )?above"
    r"(?: (?:it|them|us|the \w+(?: table| top)?))?|over ?(?:the|a|it|them)(?: \w+)?(?: table|"
    r" top| felt)?(?= ?[,.;]|$))"
)
_ON = r"(?:on|glowing|glows|lit(?: up)?|alight|aglow|bright|shining|switched on|illuminated|awake)"
_GEAR = r"(?:screens?|displays?|monitors?|phones?|smartphones?|laptops?|tablets?|telly|televisions?|tv)"
_ONLY = re.compile(r"\bonly\b|\bjust\b|\bsole\b|\bnothing but\b|\balone\b")


def read_overhead(ledger: Ledger, facts: LightFacts) -> LightFacts:
    """Claim lamps that hang over the table, unless a room or a swinging lamp is what the shot shows."""
    if _ROOM.search(ledger.text):
        return facts
    patterns = (
        rf"{_LEAD}{_KIND}{_LAMP}{_VERBS} {_OVER}",
        rf"{_LEAD}(?:\w+ )?(?:overhead|pendant|hanging|ceiling) (?:\w+ )?{_LAMP}{_VERBS}(?: {_OVER})?",
        rf"(?:lit|illuminated) from (?:directly |straight )?(?:above|overhead)(?: by {_LEAD}{_KIND}{_LAMP})?",
    )
    for pattern in patterns:
        for m in ledger.take(pattern):
            facts = _hung(ledger, facts, m)
    return facts


def _hung(ledger: Ledger, facts: LightFacts, m: re.Match[str]) -> LightFacts:
    said = m[0]
    soft = re.search(r"soft|\bbig\b", said) is not None
    alone = re.search(r"\b(?:one|single|lone|sole|only|just|solitary)\b", said) is not None
    warm = 0.5 if re.search(r"tungsten|warm|lamp|bulb|lantern|pendant|amber|yellow", said) else 0.0
    warm = -0.4 if re.search(r"\bcool|\bcold", said) else warm
    facts = replace(
        facts,
        overhead=not soft,
        studio=True,
        side=facts.side or "above",
        quality=facts.quality or ("soft" if soft else "hard"),
        warmth=facts.warmth or warm,
        contrast=facts.contrast or (0.7 if alone and not soft else (0.0 if soft else 0.4)),
    )
    ledger.claim(
        m.start(), m.end(), "understood", "a lamp hangs over it, out of frame: a pool of light from above"
    )
    return facts


def read_screens(ledger: Ledger, facts: LightFacts) -> LightFacts:
    """Claim what is said of glowing screens."""
    patterns = (
        rf"(?:only |just )?(?:lit|illuminated) (?:only |just |solely )?by (?:the |its |a )?"
        r"(?:glow of (?:the |its |a )?)?"
        rf"{_GEAR}(?: ?(?:glow|light))?",
        rf"(?:only |just )?(?:the |its |a )?{_GEAR} (?:lights|illuminates|lighting) (?:up )?(?:it|"
        r"everything|the \w+)",
        rf"(?:with )?(?:the |its |their |a )?(?:screens?|displays?) (?:is |are |turned |switched )?{_ON}",
        r"(?:with )?(?:the |its |an? )?(?:glowing|lit|bright|illuminated|shining) (?:screens?|"
        r"displays?)(?: on)?",
        r"(?:in |by |only )?(?:the )?(?:glow|light) (?:of|from) (?:the|its|a) (?:screens?|displays?|"
        r"phone|laptop|tablet)",
    )
    for pattern in patterns:
        for m in ledger.take(pattern):
            alone = _ONLY.search(m[0]) is not None
            facts = replace(
                facts,
                screens=True,
                sole=facts.sole or alone,
                contrast=facts.contrast or (0.7 if alone else 0.0),
            )
            noun = re.search(rf"(?:the |its |an? |his |her )?{_GEAR}\b(?! ?s\b)", m[0])
            lights = re.search(r"\b(?:lights|illuminates|lighting|lit|illuminated|glow|light)\b", m[0])
            named = noun if noun is not None and re.search(_DEVICE, noun[0]) else None
            if named is not None and lights and not _cast_before(ledger.text[: m.start()], named[0]):
                # The set itself is a thing of the room, and what it lights may be another.
                for start, end in _around(m, named):
                    ledger.claim(start, end, "understood", "the screen glows")
                facts = replace(facts, screens=True, time=facts.time or ("night" if alone else None))
                continue
            ledger.claim(m.start(), m.end(), "understood", "the screen glows")
    return read_flicker(ledger, facts)


def read_flicker(ledger: Ledger, facts: LightFacts) -> LightFacts:
    """Claim the glow of a screen on what it lights: "blue flicker on the sofa" says nothing lies there."""
    for m in ledger.take(
        r"(?:its |the |an? |with |in )*(?:cool |cold |blue |bluish |pale |soft |ghostly |"
        r"electric )*(?:flicker(?:ing)?|glow|"
        r"light)(?: light)?(?: (?:play|spill|fall|wash|flicker|danc)\w*)* (?:on|over|across|"
        r"onto)(?= (?:the|an?|his|her) )"
    ):
        if facts.screens:
            ledger.claim(m.start(), m.end(), "understood", "the screen's light on what stands near it")
    return facts


_DEVICE = r"phone|laptop|tablet|telly|television|\btv\b|monitor"


def _cast_before(text: str, noun: str) -> bool:
    """Whether what glows was named as a thing already."""
    words = re.findall(r"[a-z]+", noun)
    return any(re.search(rf"\b{word}\b", text) for word in words if re.search(_DEVICE, word))


def _around(m: re.Match[str], noun: re.Match[str]) -> list[tuple[int, int]]:
    """The stretches of a match before and after a noun in it, and of what is lit no more than the verb."""
    start, end = m.start() + noun.start(), m.start() + noun.end()
    verb = re.match(r" (?:lights|illuminates|lighting)(?: up)?| ?(?:glow|light)\b", m[0][noun.end() :])
    after = [(end, end + verb.end())] if verb else []
    return [*([(m.start(), start)] if start > m.start() else []), *after]


_GREYS = frozenset("white black grey gray charcoal cream beige tan sand khaki brown golden amber".split())
"""Colours that no gel has, or that mean warm light."""
_TINTS = "|".join(sorted((c for c in COLOURS if " " not in c and c not in _GREYS), key=len, reverse=True))
_SHADES = "|".join(sorted(TONES, key=len, reverse=True))


def tint_of(phrase: str) -> str | None:
    """The hex of a gel named in a phrase about a lamp; None for white light."""
    m = re.search(rf"\b(?:({_SHADES}) )?({_TINTS})(?:ish)?\b", phrase)
    return None if m is None else colour_hex(m[2], ("vivid",))


def strength_of(phrase: str) -> float:
    """How strong a lamp is said to be, beside the usual one."""
    if re.search(r"\b(?:weak|faint|subtle|slight|thin|gentle|dim|soft|hint|touch|delicate)\b", phrase):
        return 0.55
    return 1.6 if re.search(r"\b(?:strong|hot|bright|hard|intense|punchy|crisp|blazing)\b", phrase) else 1.0
