"""Words about shadows and patterns of light: how long shadows are, where they point, what throws them."""

import re
from dataclasses import replace

from rayograph.plan.backdrop_words import COLOURED_WALL, wall_hex
from rayograph.plan.facts import LightFacts, Side
from rayograph.plan.ledger import Ledger

_CRISP = (
    r"(?:crisp|hard|harsh|sharp|strong|deep|dark|black|inky|blue|soft|graphic|razor|edged|pin|clean|"
    r"bold|raking)"
)
_MOVES = (
    r"(?:(?:fall|stretch|reach|run|point|rak|streak|com|thrown|cast|lead|creep|turn|sweep|lean|slant)(?:ing|s|es|e)?|"
    r"out|all|right|straight|down|forward|diagonally)"
)
_LENS = r"(?:camera|us|lens|viewer|foreground|front)"
_WAYS: tuple[tuple[str, Side], ...] = (
    (rf"(?:towards?|to|at|into) (?:the )?{_LENS}|(?:into|in) the foreground", "behind"),
    (
        rf"away from (?:the )?{_LENS}|into the (?:distance|depth|background|frame)|to the (?:back|rear)",
        "front",
    ),
    (r"(?:to|towards?|off to) (?:the )?(?:frame |camera |screen )?right", "left"),
    (r"(?:to|towards?|off to) (?:the )?(?:frame |camera |screen )?left", "right"),
)
"""Where shadows point → where the light comes from."""
_LEAF = (
    r"(?:leaf|leaves|leafy|palm(?: leaf| leaves| frond| fronds)?|foliage|branch(?:es)?|bough|olive|fern|"
    r"tree(?: branch)?|vine)"
)
_SUN = r"(?:sun ?light|sun ?shine|sun|light|day ?light|shade|shadows?)"
_TAIL = (
    r"(?: (?:moves|moving|plays|playing|dances|dancing|falls|falling|drifts|drifting|thrown|cast|"
    r"projected|in)"
    r"(?: (?:over|across|on|through|all over) (?:everything|it all|it|them|the (?:scene|frame)))?)?"
    r"(?:[\x00 ]*(?:over|across|on|along|onto)(?= (?:an?|the|his|her|it|everything|two|three|some)\b))?"
)
_PATTERNS = (
    ("leaves",
     rf"(?:soft |gentle |warm )?(?:dappled|mottled|speckled|leaf filtered|"
     rf"tree filtered)(?: (?:\w+ )?{_SUN}|(?= ?\x00))"
     rf"{_TAIL}|(?:soft |crisp |moving |sharp )?{_LEAF} shadows?{_TAIL}|shadows? of (?:the |an? |"
     rf"some )?(?:\w+ )?{_LEAF}"
     rf"{_TAIL}|{_SUN} (?:\w+ing )?through (?:the |some )?(?:\w+ )?(?:leaves|foliage|canopy|branches)"),
    ("window",
     r"(?:the |a )?(?:shape|outline|pattern|shadow|projection|cross|grid)s? of (?:an? |"
     r"the )?(?:[\w-]+ ){0,2}window"
     r"(?: (?:frame|cross|bars|panes?|grid|mullions))?(?: pattern)?|"
     r"(?:an? |the )?(?:four pane |paned )?window (?:shape|cross|frame|pane|grid|bars?)?d? ?"
     r"(?:shadows?|patterns?|gobo|silhouette|patch(?:es)?)|"
     r"(?:an? )?(?:patch|square|rectangle|block|slab|oblong)(?:es|s)? of (?:window |hard |warm |low |"
     r"late |morning |"
     r"golden )*(?:sun ?light|sun|light)"),
    ("venetian", r"(?:slats?|blinds?|louvre) gobo"),
)  # fmt: skip


def read_shadows(ledger: Ledger, facts: LightFacts) -> LightFacts:
    """Claim shadows with length and way, and patterns, before the camera takes "very long" for a shot."""
    facts = _read_length(ledger, facts)
    for pattern, words in _PATTERNS:
        for m in ledger.take(words):
            facts = replace(facts, gobo=facts.gobo or pattern)
            ledger.claim(m.start(), m.end(), "understood", f"a gobo before the light: {pattern}")
    facts = _read_outside(ledger, _read_steep(ledger, facts))
    return _read_wall(ledger, facts)


def _read_length(ledger: Ledger, facts: LightFacts) -> LightFacts:
    ways = "|".join(f"(?:{way})" for way, _ in _WAYS)
    many = r"(?:very |really |extremely |extra |impossibly )?"
    for m in ledger.take(
        rf"(?:with |and )?(?:(?:its|their|the|a) )?{many}(long|lengthening|stretched|short|tiny|"
        rf"small)?(?:,? ?(?:and )?{_CRISP})*"
        rf" shadows?(?:(?: {_MOVES})* (?:{ways}))?"
    ):
        way = next((side for way, side in _WAYS if re.search(rf"(?:{way})$", m[0])), None)
        hard = re.search(r"crisp|hard|harsh|sharp|black|inky|razor|graphic|bold", m[0]) is not None
        if m[1] is None and way is None and not hard:
            continue
        long = m[1] in ("long", "lengthening", "stretched")
        short = m[1] in ("short", "tiny", "small")
        height = facts.elevation_deg
        if long:
            height = 12.0 if height is None else min(height, 14.0)
        elif short and height is None:
            height = 60.0
        facts = replace(
            facts,
            side=facts.side or way,
            elevation_deg=height,
            long_shadows=facts.long_shadows or long,
            quality=facts.quality or ("hard" if hard else None),
        )
        told = "long shadows" if long else ("short shadows" if short else "hard shadows")
        where = f", towards the {_pointing(way)}" if way else ""
        ledger.claim(m.start(), m.end(), "understood", told + where)
    return facts


def _pointing(light: Side) -> str:
    return {"behind": "camera", "front": "back", "left": "right", "right": "left"}.get(light, "ground")


def _read_steep(ledger: Ledger, facts: LightFacts) -> LightFacts:
    """ "Noon sun straight down on the table" says where the sun stands, not where the camera does."""
    for m in ledger.take(
        r"(?<=\x00)[ ,]*(?:straight|directly|right) (?:down|overhead|above)(?: on(?:to)?| over)?"
    ):
        if re.search(r"(?:sun|noon|mid ?day|sunlight)$", ledger.text[: m.start()].rstrip(" ,")):
            facts = replace(facts, elevation_deg=76.0)
            ledger.claim(m.start(), m.end(), "understood", "the sun stands overhead")
    return facts


def _read_wall(ledger: Ledger, facts: LightFacts) -> LightFacts:
    """A wall that a pattern falls across stands behind the things, in its own colour."""
    striped = re.search(r"\b(?:blinds?|stripes?|slats?)\b", ledger.text) is not None
    if not striped and facts.gobo not in ("window", "venetian"):
        return facts
    ways = r"(?:across|on|over|onto|along|against|striping|up|crossing)"
    said = r"(?:(?:plain|bare|empty|back|rear|plaster|painted|concrete|blank) )*"
    for m in ledger.take(
        rf"(?:fall\w* |cast |thrown |striping )?{ways} (?:an? |the )?"
        rf"{said}{COLOURED_WALL}{said}wall(?: behind(?: it| them| the \w+)?)?"
    ):
        if _HUNG.search(ledger.text[: m.start()]):
            continue
        shade = None if m["hue"] is None else wall_hex(m["tones"] or "", m["hue"])
        facts = replace(facts, on_wall=True, backdrop=facts.backdrop or shade)
        ledger.claim(m.start(), m.end(), "understood", "the wall behind takes the pattern")
    if re.search(rf"\b{ways} (?:an? |the )?(?:[\w-]+ ){{0,4}}walls?\b", ledger.text):
        facts = replace(facts, on_wall=True)
    return facts


_HUNG = re.compile(r"\b(?:hang\w*|hung|mounted|clock|picture|mirror|painting|poster|sign)\s*$")


def _read_outside(ledger: Ledger, facts: LightFacts) -> LightFacts:
    """Light of the street that comes in at a window: no lamp post stands in the room."""
    inside = (
        r"(?:coming |spilling |shining |leaking |glowing |streaming |bleeding |falling )*(?:in )?"
        r"(?:from (?:the street )?outside(?: (?:the |a )?window)?|(?:in )?through (?:the |"
        r"a )?(?:\w+ )?(?:windows?|blinds?|"
        r"curtains?|glass)|outside (?:the )?window|from the street)"
    )
    for m in ledger.take(
        rf"(?:an? |the |some |only |with |lit by )*(?:orange |sodium |cold |pale |yellow |warm |dim |hard )*"
        rf"(?:street ?(?:lights?|lamps?)|streetlight|city lights?|car headlights?)(?: glow| light)? {inside}"
    ):
        facts = replace(facts, window=True, time=facts.time or "night", moon=True, warmth=facts.warmth or 0.5)
        ledger.claim(m.start(), m.end(), "understood", "light of the street comes in at the window")
    return facts
