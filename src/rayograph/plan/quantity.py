"""Numbers in words, lengths, durations, frame rates, rasters and aspect ratios."""

import re
from dataclasses import replace

from rayograph.core.time import RATES
from rayograph.plan.facts import FormatFacts
from rayograph.plan.ledger import Ledger

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
).split()
ONES += "seventeen eighteen nineteen twenty".split()
NUMBER_WORDS: dict[str, float] = {word: float(value) for value, word in enumerate(ONES)} | {
    "thirty": 30.0,
    "forty": 40.0,
    "fifty": 50.0,
    "sixty": 60.0,
    "hundred": 100.0,
    "half a": 0.5,
    "a half": 0.5,
    "a": 1.0,
    "an": 1.0,
}
VAGUE_COUNTS = {
    "a pair of": 2,
    "pair of": 2,
    "a couple of": 2,
    "couple of": 2,
    "twin": 2,
    "both": 2,
    "a trio of": 3,
    "trio of": 3,
    "a few": 3,
    "few": 3,
    "several": 4,
    "some": 3,
    "a handful of": 5,
    "handful of": 5,
    "half a dozen": 6,
    "half dozen": 6,
    "a dozen": 12,
    "dozen": 12,
    "dozens of": 24,
    "many": 8,
    "lots of": 9,
    "a lot of": 9,
    "plenty of": 8,
    "a single": 1,
    "single": 1,
    "lone": 1,
    "a lone": 1,
    "solitary": 1,
    "only one": 1,
    "just one": 1,
    "a bunch of": 5,
    "bunch of": 5,
    "a cluster of": 5,
    "cluster of": 5,
    "a group of": 5,
    "group of": 5,
}
"""Counts that a phrase fixes or suggests."""

ASPECTS = {
    "16:9": (768, 432),
    "9:16": (432, 768),
    "1:1": (576, 576),
    "4:3": (664, 498),
    "21:9": (882, 378),
    "2.39:1": (908, 380),
    "1.85:1": (800, 432),
    "2:1": (832, 416),
    "3:2": (720, 480),
    "4:5": (512, 640),
}
"""Aspect ratio → default raster, about a third of a megapixel: a first shot takes minutes."""

_RASTERS = (
    (r"(?:in )?(?:4k|uhd|2160p)(?: uhd)?", (3840, 2160)),
    (r"(?:in )?(?:full )?(?:hd|1080p)", (1920, 1080)),
    (r"720p", (1280, 720)),
)
_RATIOS = (
    r"16[:/]9|9[:/]16|1[:/]1|4[:/]3|3[:/]4|4[:/]5|5[:/]4|3[:/]2|2[:/]3|21[:/]9|2[:/]1|2\.\d+[:/]1|1\.\d+[:/]1"
)
_BARE_RATIO = r"(?:1\.(?:33|37|66|78|85)|2\.(?:20|33|35|37|39|40|4|76|00))"
_NUMBER = r"\d+(?:[.,]\d+)?"
_WORD = "|".join(sorted((w for w in NUMBER_WORDS if w not in ("a", "an")), key=len, reverse=True))
_METRES = {"mm": 0.001, "millimet": 0.001, "cm": 0.01, "centimet": 0.01, "m": 1.0, "met": 1.0, "in": 0.0254}
_METRES |= {"inch": 0.0254, "ft": 0.3048, "foot": 0.3048, "feet": 0.3048}


def number(text: str) -> float:
    """The value of a numeral or number word."""
    text = text.strip()
    if text in NUMBER_WORDS:
        return NUMBER_WORDS[text]
    if text in VAGUE_COUNTS:
        return float(VAGUE_COUNTS[text])
    return float(text.replace(",", "."))


def metres(value: str, unit: str) -> float:
    """A length in metres."""
    key = next((k for k in sorted(_METRES, key=len, reverse=True) if unit.startswith(k)), "m")
    return number(value) * _METRES[key]


_INCHES = (
    r"(?<=\d)in|(?<=\d )in(?! (?:an?|the|all|front|total|focus|frame|shot|its|each|one|her|his|their|line|"
    r"order|turn|rows?|stacks?|pairs?|view|low|high|soft|hard|red|blue|green|white|black)(?:\W|$))"
)
"""Inches are only counted in figures: "one in focus" measures nothing."""
LENGTH = (
    rf"({_NUMBER}|{_WORD}) ?(millimet\w+|centimet\w+|met(?:er|re)s?|mm|cm|m|inch(?:es)?|{_INCHES}|"
    r"ft|foot|feet)"
)
"""A length, as two groups: value and unit."""


def read_format(ledger: Ledger) -> FormatFacts:
    """Claim everything that is said about raster, rate and duration."""
    facts = _read_aspect(ledger, FormatFacts())
    facts = _read_rate(ledger, facts)
    return _read_seconds(ledger, facts)


def _read_aspect(ledger: Ledger, facts: FormatFacts) -> FormatFacts:
    for m in ledger.take(r"(\d{2,5}) ?(?:x|by) ?(\d{2,5})(?: pixels| px)?"):
        facts = replace(facts, size=(int(m[1]), int(m[2])))
        ledger.claim(m.start(), m.end(), "understood", f"raster {m[1]}×{m[2]}")
    for pattern, size in _RASTERS:
        for m in ledger.take(pattern):
            facts = replace(facts, size=facts.size or size)
            ledger.claim(m.start(), m.end(), "understood", f"raster {size[0]}×{size[1]}")
    for m in ledger.take(
        rf"(?<!high )(?<!low )(?<!in )({_RATIOS})(?! (?:view|angle|front|rear|back|profile))"
        r"(?: aspect(?: ratio)?| format| ratio)?"
    ):
        over, under = re.split(r"[:/]", m[1])
        ratio = float(over) / float(under)
        facts = _choose_aspect(ledger, facts, m, ratio)
    for m in ledger.take(
        rf"(?:in )?({_BARE_RATIO})(?: aspect(?: ratio)?| format| ratio| frame| crop| scope)?"
    ):
        facts = _choose_aspect(ledger, facts, m, float(m[1]))
    words = (
        (r"(?:vertical|portrait|upright)(?= (?:format|shot|video|frame|orientation|clip|,))", 9 / 16),
        (
            r"(?:vertical|portrait) (?:format|video|orientation|crop|frame)|"
            r"for (?:a |the |my )?(?:phones?|stories|reels?|tiktok|insta(?:gram)? stor(?:y|ies))",
            9 / 16,
        ),
        (r"vertical(?= ?(?:\x00|[,:.;]|$|framing|composition))", 9 / 16),
        (
            r"(?:for |it's for )?insta(?:gram)?(?: post| feed)?(?= ?(?:[,.;]|$))|"
            r"square(?: format| frame| crop)(?= |$|\W)|square(?= (?:shot|picture|image|video|product|\x00))|"
            r"square(?= ?[,:.;])(?<!the square)(?<!town square)(?<!city square)(?<!market square)",
            1.0,
        ),
        (r"widescreen|16 by 9", 16 / 9),
        (
            r"(?:cinema ?scope|anamorphic|ultra ?wide ?screen|scope)(?: format| frame| ratio| look| feel)?",
            2.39,
        ),
        (r"academy ratio|academy format|four by three", 4 / 3),
    )
    for pattern, ratio in words:
        for m in ledger.take(pattern):
            facts = _choose_aspect(ledger, facts, m, ratio)
    return facts


def _choose_aspect(ledger: Ledger, facts: FormatFacts, m: re.Match[str], ratio: float) -> FormatFacts:
    sizes = {name: w / h for name, (w, h) in ASPECTS.items()}
    name = min(sizes, key=lambda n: abs(sizes[n] / ratio - 1.0))
    if facts.aspect not in (None, name):
        ledger.claim(m.start(), m.end(), "assumed", f"the aspect {facts.aspect} was said first and stays")
        return facts
    exact = abs(sizes[name] / ratio - 1.0) < 0.03
    ledger.claim(m.start(), m.end(), "understood" if exact else "assumed", f"aspect {name}")
    return replace(facts, aspect=name)


_NOMINAL = {"23.98": "24000/1001", "23.976": "24000/1001", "29.97": "30000/1001"}
"""Decimal names of the NTSC rates."""


def _read_rate(ledger: Ledger, facts: FormatFacts) -> FormatFacts:
    rates = {name: eval_rate(name) for name in RATES}
    for m in ledger.take(
        rf"(?:at |@ ?)?({_NUMBER}) ?(?:fps|frames? per second|frames? a second|frames?/s|f/s|hz|"
        r"(?<=[0-9])p(?:sf)?(?= ?(?:[,./;)]|$|\x00| )))"
        rf"|(?:at |@ ?)?({'|'.join(re.escape(n) for n in _NOMINAL)})(?: ?ndf| ?df)?(?= ?(?:[,./;)]|$|\x00))"
        r"|(?:at )?(24|25|50) (?:true|drop|non drop|progressive)"
        r"|(?:shot |shoot )?(?:at |@ ?)(48|50|60|120|96|100)(?= (?:for|so)(?! \d)| to be| ?[,.;)])"
    ):
        said = m[1] or m[2] or m[3] or m[4]
        wanted = eval_rate(_NOMINAL[said]) if said in _NOMINAL else number(said)
        name = min(rates, key=lambda n: abs(rates[n] - wanted))
        exact = abs(rates[name] - wanted) < 0.01
        ledger.claim(m.start(), m.end(), "understood" if exact else "assumed", f"{name} frames per second")
        facts = replace(facts, fps=facts.fps or name)
    for m in ledger.take(
        r"(?:with |at )?(?:a )?(?:1/\d+(?: ?s(?:ec)?)?|\d+ ?(?:degrees?|deg)?|180°) shutter(?: angle)?"
    ):
        ledger.claim(m.start(), m.end(), "assumed", "the shutter stays at 180°; edit camera.shutter_deg")
    for m in ledger.take(
        r"(?:in |for )?(?:super |ultra )?slow(?: motion| mo)|(?:in )?slo ?mo|overcranked?|high speed"
    ):
        cranked = eval_rate(facts.fps) if facts.fps is not None else 0.0
        pace = round(24.0 / cranked, 3) if cranked > 30 else _SLOW_MOTION
        pace = 0.5 * pace if m[0].startswith(("super", "ultra")) else pace
        facts = replace(facts, pace=pace)
        ledger.claim(
            m.start(), m.end(), "understood", f"slow motion: what happens runs at {pace:g} of its speed"
        )
    return facts


_SLOW_MOTION = 0.4
"""Pace of slow motion: shot at 60, played at 24 frames per second."""


def eval_rate(name: str) -> float:
    """A rate of `RATES` as a number [1/s]."""
    over, _, under = name.partition("/")
    return float(over) / float(under or 1)


_DECADE = (
    r"(?:(?:in|from|of) the )?(?:(?:early|late|mid) )?"
    r"(?:(?:1[89]|20)\d0s|'?\d0s(?= (?:style|look|vintage|retro|decor)))"
    r"(?: (?:style|look|decor|vibe|feel|aesthetic))?"
)
"""A decade: "1970s style", which is no length."""


def _read_seconds(ledger: Ledger, facts: FormatFacts) -> FormatFacts:
    unit = r"(?:second|sec|s)s?(?: long| shot| clip| take| duration| of it)*"
    lead = r"(?:(?:for|over|in|about|around|lasting|runs?|running|roughly|some|trt|duration|length|dur) )*"
    patterns = (
        (rf"{lead}(?!ones\b)({_NUMBER}|{_WORD}) ?(?:and a half )?{unit}", 1.0),
        (rf"{lead}({_NUMBER}|{_WORD}|an?) ?minutes?(?: long)?", 60.0),
        (rf"(?<=hold )for ({_NUMBER}|{_WORD})(?= ?(?:[,.;]|$))|(?<=hold )({_NUMBER})(?= ?(?:[,.;]|$))", 1.0),
    )
    rate = eval_rate(facts.fps) if facts.fps is not None else 24.0
    for m in ledger.take(_DECADE):
        ledger.claim(m.start(), m.end(), "assumed", "a period; furniture and dress are of no certain time")
    for m in ledger.take(rf"{lead}({_NUMBER}) ?(?:frames|frs?)(?: long)?"):
        seconds = number(m[1]) / rate
        facts = replace(facts, seconds=facts.seconds or min(max(seconds, 0.25), 60.0))
        ledger.claim(m.start(), m.end(), "understood", f"{facts.seconds:g} s long")
    for pattern, factor in patterns:
        for m in ledger.take(pattern):
            said = next(group for group in m.groups() if group)
            seconds = number(said) * factor + (0.5 * factor if "and a half" in m[0] else 0.0)
            if facts.seconds is not None:
                ledger.claim(m.start(), m.end(), "assumed", f"{facts.seconds:g} s was said first and stays")
                continue
            clipped = min(max(seconds, 0.25), 60.0)
            ledger.claim(
                m.start(), m.end(), "understood" if clipped == seconds else "assumed", f"{clipped:g} s long"
            )
            facts = replace(facts, seconds=clipped)
    return facts
