"""What stands behind things: coloured backdrops, seamless sweeps, plain and dark backgrounds."""

import re
from dataclasses import replace

from rayograph.plan.colour_words import COLOURS, TONES, colour_hex
from rayograph.plan.facts import LightFacts
from rayograph.plan.ledger import Ledger

_TONES = (
    r"(?:plain|clean|seamless|simple|solid|smooth|infinite|infinity|paper|matte?|studio|gradient|graduated|curved|"
    r"\d+ ?%)"
)
_WALL = (
    r"(?:back ?ground|back ?drop|back ?cloth|cyclorama|cyc|seamless|void|sweep|paper roll|infinity cove|cove|"
    r"colorama|bg|b/g|bkg|bkgd|bkgnd|limbo)"
)
_SHEET = re.compile(r"seamless|cyc|sweep|paper|infin|cove|colorama|limbo|%")
_STUFFS = {
    "terracotta": "#b5654a", "rust": "#8f4a25", "sandstone": "#c9ad86", "slate": "#4a4f55", "clay": "#b07a5c",
    "blush": "#e3b7ab", "stone": "#b3aa9c", "gold": "#c7a03c", "champagne": "#e3d2b0", "concrete": "#9a9893",
}  # fmt: skip
"""Materials that name a backdrop's colour."""
_SHADE = "|".join(
    sorted(
        {
            *TONES,
            "gloss",
            "mid",
            "warm",
            "cool",
            "hot",
            "baby",
            "powder",
            "dark",
            "near",
            "nearly",
            "almost",
            "jet",
            "pitch",
            "inky",
        },
        key=len,
        reverse=True,
    )
)
_HUE = "|".join(sorted({*COLOURS, *_STUFFS}, key=len, reverse=True))
COLOURED_WALL = rf"(?:(?P<tones>(?:(?:{_SHADE}) )*)(?P<hue>{_HUE}) )?"
"""The colour of a wall, with groups for `wall_hex`."""


def wall_hex(tones: str, hue: str) -> str:
    """The colour of a wall."""
    return _hex(tones, hue, None)


def read_backdrop(ledger: Ledger, facts: LightFacts) -> LightFacts:
    """Claim what is said about the background."""
    lead = r"(?:(?:on|against|with|before|in front of|over|set on|set against) )?(?:an? |the )?"
    colour = rf"((?:(?:{_SHADE}) )*)({_HUE})(?: ({_HUE}))?"
    patterns = (
        rf"{lead}(?:{_TONES} )*{colour} (?:and \w+ )?(?:{_TONES} )*{_WALL}",
        rf"{lead}(?:{_TONES} )*seamless {colour}",
        rf"(?:against|before|in front of) (?:an? |the )?(?:{_TONES} )*{colour} (?:{_TONES} )*"
        r"(?:wall|paper|card|screen)",
        rf"(?:{_WALL} (?:is |in |of )|(?:bg|b/g|bkg|background|backdrop):? )(?:an? )?(?:{_TONES} "
        rf")*{colour}(?= ?(?:[,.;]|$|\x00))",
    )
    for pattern in patterns:
        for m in ledger.take(pattern):
            made = _SHEET.search(m[0]) is not None
            facts = replace(
                facts,
                backdrop=facts.backdrop or _hex(m[1], m[2], m[3]),
                sweep=facts.sweep or made,
                studio=facts.studio or made or "studio" in m[0],
            )
            ledger.claim(m.start(), m.end(), "understood", f"backdrop {facts.backdrop}")
    for m in ledger.take(
        rf"{lead}(?:{_TONES} )+(?:background|backdrop|sweep|paper)|{lead}(?:paper |infinity )?"
        r"(?:sweep|seamless|cyclorama|infinity cove|cyc)(?= ?(?:[,.;]|$|\x00))"
    ):
        made = _SHEET.search(m[0]) is not None
        facts = replace(
            facts,
            backdrop=facts.backdrop or "#8d8c89",
            studio=facts.studio or made,
            sweep=facts.sweep or made,
        )
        ledger.claim(m.start(), m.end(), "assumed", "a plain grey backdrop")
    for m in ledger.take(
        r"(?:(?:on|against|with) )?(?:an? |the )?dark (?:background|backdrop|bg|b/g)|out of the dark(?:ness)?"
    ):
        facts = replace(facts, backdrop=facts.backdrop or "#1a1a1c")
        ledger.claim(m.start(), m.end(), "understood", "a dark backdrop")
    return facts


def read_coloured_studio(ledger: Ledger, facts: LightFacts) -> LightFacts:
    """Claim "beige studio": a sheet of that colour; a black studio is said of the light and is read there."""
    kit = r"(?! (?:flat|apartment|window|lights?|lighting|soft|softbox|softboxes|lamps?|strobes?|set ?up))"
    for m in ledger.take(
        rf"(?:in )?(?:an? |the )?((?:(?:{_SHADE}) )*)(?!black)({_HUE}) (?:photo )?studio\b{kit}"
    ):
        facts = replace(facts, backdrop=facts.backdrop or _hex(m[1], m[2], None), sweep=True, studio=True)
        ledger.claim(m.start(), m.end(), "understood", f"studio with a backdrop {facts.backdrop}")
    return facts


def _hex(shades: str, first: str, second: str | None) -> str:
    """The colour of "soft peach", "mint green", "dusty rose pink"; the first hue leads unless it is grey."""
    tones = tuple(tone for tone in shades.split() if tone in TONES)
    if "baby" in shades or "powder" in shades:
        tones = (*tones, "pale")
    if "hot" in shades:
        tones = (*tones, "vivid")
    known = first in COLOURS and first not in ("black", "white", "grey", "gray")
    name = first if known or second is None else second
    return colour_hex(name, tones) if name in COLOURS else _STUFFS[name]
