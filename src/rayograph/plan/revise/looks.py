"""Edits of looks: colour, material, wear and size of what is there."""

import colorsys
import re
from collections.abc import Iterable
from functools import cache, partial

from rayograph.core.catalogue import cast_kind
from rayograph.core.plan import CastMember
from rayograph.plan.colour_words import COLOURS, TONES, colour_hex
from rayograph.plan.lexicon import SIZES, WEAR
from rayograph.plan.quantity import LENGTH, metres, number
from rayograph.plan.revise.draft import A_BIT, AMOUNT, Draft, degree, refuse
from rayograph.plan.revise.mentions import materials

METALS = ("gold", "brass", "bronze", "copper", "steel", "chrome", "rusty_metal", "black_iron")
WOODS = ("oak", "walnut", "pine", "ebony", "maple", "charred_wood", "bark")
TINTED = ("green_glass", "amber_glass")
_MAKE = (
    r"(?:(?:make|paint|turn|re ?colou?r|colou?r|dye|change|render|let|have|set|i want|we want|"
    r"re ?dress|keep) )?"
)
_BE = r"(?: (?:be|is|are|should be|to be|becomes?|goes|go|to|into|in|of|from|out of|made of|a|an|bit))*"
_SHADES = {"darker": (1.0, 0.68), "lighter": (0.9, 1.3), "paler": (0.6, 1.25), "brighter": (1.15, 1.2),
           "more saturated": (1.35, 1.0), "more vivid": (1.35, 1.0), "less saturated": (0.65, 1.0),
           "duller": (0.65, 0.95)}  # fmt: skip
_BIGGER = {"bigger": 1.3, "larger": 1.3, "taller": 1.3, "longer": 1.3, "smaller": 0.77, "shorter": 0.77,
           "lower": 0.77, "tinier": 0.6}  # fmt: skip
_LEADING = ("bigger", "larger", "taller", "smaller", "tinier")
"""Of these also those that are no verb and say no time before their thing."""
_TIMES = {"twice": 2.0, "double": 2.0, "thrice": 3.0, "half": 0.5, "a third": 1 / 3, "a quarter": 0.25}
_WORN = {"older": 0.25, "more worn": 0.25, "dirtier": 0.3, "newer": -0.25, "cleaner": -0.3,
         "less worn": -0.25,
         "shinier": -0.25}  # fmt: skip


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def look_pattern() -> str:
    """Words that say a colour, a material or both; the words of the match are read by `read_look`."""
    tone, colour, stuff = _any(TONES), _any(COLOURS), _any(materials())
    return rf"(?:(?:{tone}) )*(?:(?:{stuff})(?!\w)|(?:{colour})(?: (?:{stuff})(?!\w))?)"


def read_look(phrase: str) -> tuple[str | None, str | None]:
    """Hex and material that the words of a look say."""
    stuff = next(
        (m for m in sorted(materials(), key=len, reverse=True) if re.search(rf"(?<!\w){m}$", phrase)), None
    )
    rest = phrase if stuff is None else phrase[: -len(stuff)].strip()
    shade = next(
        (c for c in sorted(COLOURS, key=len, reverse=True) if re.search(rf"(?<!\w){c}$", rest)), None
    )
    tones = tuple(re.findall(rf"(?<!\w)(?:{_any(TONES)})(?!\w)", rest.removesuffix(shade or "")))
    return (colour_hex(shade, tones) if shade else None), (materials()[stuff] if stuff else None)


def painted(member: CastMember, colour: str | None, material: str | None) -> CastMember:
    """The member in another colour or of other stuff. Bare metal and wood that get a colour are painted."""
    update: dict[str, object] = {}
    if material is not None:
        update |= {"material": material, "colour": None}
    elif member.material in METALS:
        update["material"] = "painted_metal"
    elif member.material in WOODS:
        update["material"] = "painted_wood"
    elif member.material in TINTED:
        update["material"] = "glass"
    if colour is not None:
        update["colour"] = colour
    return member.model_copy(update=update)


def read_looks(draft: Draft) -> None:
    """Claim edits of colour, material and wear."""
    for m in draft.take(
        rf"(?:change |make |set |turn )?the colou?r of ({draft.mentions.pattern})"
        rf"(?: to| into| be| is)* ({look_pattern()})"
    ):
        _paint(draft, m, m[1], m[2])
    for m in draft.take(rf"{_MAKE}({draft.mentions.pattern}){_BE} ({look_pattern()})(?: instead)?"):
        _paint(draft, m, m[1], m[2])
    for m in draft.take(
        rf"(?:make it |use |with |have )?(?:an? )?({look_pattern()}) ({draft.mentions.phrase})"
        r"(?: instead| please)"
    ):
        _paint(draft, m, m[2], m[1])
    for m in draft.take(rf"{_MAKE}({draft.mentions.pattern}){_BE} ({A_BIT})({_any(_SHADES)})"):
        if not draft.mentions.refers(m[1], m.start(1)):
            continue  # the picture
        gains = _SHADES[m[3]]
        power = {True: 0.5, False: 1.0}[bool(re.search("bit|little|touch|tad|slight|some", m[2]))]
        ids = draft.members(m[1], m.start(1))
        draft.change_cast(m, ids, partial(_shaded, words=m[0], gains=gains, power=power), f"{m[1]}: {m[3]}")
    for m in draft.take(rf"{_MAKE}({draft.mentions.pattern}){_BE} ({A_BIT})({_any({*_WORN, *WEAR})})"):
        ids = draft.members(m[1], m.start(1))
        draft.change_cast(m, ids, partial(_worn, word=m[3]), f"{m[1]}: {m[3]}")


def _paint(draft: Draft, m: re.Match[str], phrase: str, look: str) -> None:
    colour, material = read_look(look)
    ids = draft.members(phrase, m.start())
    draft.change_cast(m, ids, lambda member: painted(member, colour, material), f"{phrase}: {look}")


def _shaded(member: CastMember, words: str, gains: tuple[float, float], power: float) -> CastMember:
    if member.colour is None:
        raise refuse(
            words, f"{member.id} has the colour of its material; name the colour that it should have"
        )
    red, green, blue = (int(member.colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    hue, light, rich = colorsys.rgb_to_hls(red, green, blue)
    light, rich = min(light * gains[1] ** power, 0.95), min(rich * gains[0] ** power, 1.0)
    shade = "".join(f"{round(255 * c):02x}" for c in colorsys.hls_to_rgb(hue, light, rich))
    return member.model_copy(update={"colour": f"#{shade}"})


def _set(member: CastMember, values: dict[str, object]) -> CastMember:
    return member.model_copy(update=values)


def _worn(member: CastMember, word: str) -> CastMember:
    wear = WEAR[word] if word in WEAR else min(max(member.wear + _WORN[word], 0.0), 1.0)
    return member.model_copy(update={"wear": round(wear, 3)})


def read_sizes(draft: Draft) -> None:
    """Claim edits of size."""
    who = draft.mentions.pattern
    by = rf"(?: by ({AMOUNT}) ?(?:%|percent|per cent))?"
    for m in draft.take(rf"{_MAKE}({who}){_BE} ({A_BIT})({_any(_BIGGER)}){by}"):
        factor = degree(m[2], _BIGGER[m[3]])
        if m[4]:
            factor = 1 + number(m[4]) / 100 if factor > 1 else 1 - number(m[4]) / 100
        _resize(draft, m, m[1], factor)
    for m in draft.take(
        rf"{_MAKE}({who}){_BE} (?:({_any(_TIMES)})|({AMOUNT}) times)"
        r"(?: (?:as (?:big|large|tall|small|high)|the size|the height|its size|bigger|larger))?"
    ):
        _resize(draft, m, m[1], _TIMES[m[2]] if m[2] else number(m[3]))
    for m in draft.take(rf"(enlarge|scale up|shrink|scale down) ({who}){by}"):
        up = m[1] in ("enlarge", "scale up")
        share = number(m[3]) / 100 if m[3] else 0.3
        _resize(draft, m, m[2], 1 + share if up else (1 - share if m[3] else 0.77))
    for m in draft.take(rf"{_MAKE}({who}){_BE} (?:about )?{LENGTH} (?:tall|high|in height|across|wide|long)"):
        height = metres(m[2], m[3])
        ids = draft.members(m[1], m.start(1))
        draft.change_cast(m, ids, partial(_set, values={"height_m": round(height, 4)}), f"{height:g} m")
    _read_leading(draft)
    for m in draft.take(rf"{_MAKE}({who}){_BE} ({_any(SIZES)})"):
        _resize(draft, m, m[1], SIZES[m[2]])


def _read_leading(draft: Draft) -> None:
    """ "A bigger vase": the size before its thing."""
    for m in draft.take(
        rf"(?:make it |use |with |have )?(?:an? |the )?({A_BIT})({_any(_LEADING)}) ({draft.mentions.phrase})"
    ):
        _resize(draft, m, m[3], degree(m[1], _BIGGER[m[2]]))


def height_of(member: CastMember) -> float | None:
    """How tall a member is [m], by its own height or its kind's; None for a mesh of unknown size."""
    kind = cast_kind(member.kind)
    return member.height_m if member.height_m is not None else (None if kind is None else kind.size[2])


def _resize(draft: Draft, m: re.Match[str], phrase: str, factor: float) -> None:
    def sized(member: CastMember) -> CastMember:
        height = height_of(member)
        if height is None or factor <= 0:
            raise refuse(m[0], f"the size of {member.id} is not known; say it in cm")
        return member.model_copy(update={"height_m": round(min(max(height * factor, 0.0005), 200.0), 4)})

    ids = draft.members(phrase, m.start())
    draft.change_cast(m, ids, sized, f"{phrase}: {factor:.2f} times as large")
