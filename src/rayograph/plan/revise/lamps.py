"""Edits of lamps: brighter by a stop, dimmer, off and on, 3200 K, warmer, a colour, elsewhere."""

import re
from collections.abc import Callable
from functools import partial

from rayograph.core.catalogue import cast_kind
from rayograph.core.rig import Practical
from rayograph.plan.colour_words import COLOURS, colour_hex
from rayograph.plan.quantity import LENGTH, metres, number
from rayograph.plan.revise.draft import A_BIT, A_BIT_AFTER, AMOUNT, STOPS, Draft, degree, refuse, stops_of
from rayograph.plan.revise.presence import rig_with, rig_without
from rayograph.plan.revise.whereabouts import screen_axes
from rayograph.plan.studio_panels import tint

_ANY = r"(?:all (?:of )?)?(?:the )?(?:lamps?|lights?|practicals?|fixtures?|candles?|light bulbs?)"
KELVIN = rf"({AMOUNT}) ?(?:k|kelvins?)"


def names(draft: Draft) -> dict[str, list[str]]:
    """What a light may be called → ids of practicals."""
    found: dict[str, list[str]] = {}
    for lamp in draft.plan.rig.practicals:
        said = lamp.id.replace("_", " ").lower()
        words = {said, f"{said} light", f"{said} lamp", said.split()[-1]} if said else set()
        for word in words:
            found.setdefault(word, []).append(lamp.id)
    return found


def lamp_pattern(draft: Draft) -> str:
    """Words that name lights of this plan; no groups."""
    words = sorted(map(re.escape, names(draft)), key=len, reverse=True)
    own = f"|(?:the )?(?:{'|'.join(words)})(?: lights?| lamps?)?" if words else ""
    return rf"(?:{draft.mentions.phrase}|it|{_ANY}{own})"


def lamps_of(draft: Draft, phrase: str, at: int) -> list[Practical]:
    """The practicals that a phrase means; those of a member of the cast are its own; none if it has none."""
    plain = phrase.strip().removeprefix("the ")
    lamps = draft.plan.rig.practicals
    known = names(draft)
    if re.fullmatch(_ANY, phrase.strip()) and plain not in known:
        return list(lamps)
    if plain in known:
        return [lamp for lamp in lamps if lamp.id in known[plain]]
    if not draft.mentions.refers(phrase, at):
        return []
    if re.fullmatch(draft.mentions.pattern, phrase.strip()):
        ids = draft.members(phrase, at)
        return [lamp for lamp in lamps if lamp.kind == "cast" and lamp.source in ids]
    word = re.sub(r" (?:lights?|lamps?)$", "", plain)
    return [lamp for lamp in lamps if lamp.id in known.get(word, ())]


def _edit(
    draft: Draft, m: re.Match[str], phrase: str, edit: Callable[[Practical], Practical], told: str
) -> None:
    chosen = [lamp.id for lamp in lamps_of(draft, phrase, m.start())]
    if not chosen:
        return  # what does not shine is read by another reader
    lamps = tuple(
        Practical.model_validate(edit(lamp).model_dump()) if lamp.id in chosen else lamp
        for lamp in draft.plan.rig.practicals
    )
    draft.change_rig(m, draft.plan.rig.model_copy(update={"practicals": lamps}), f"{phrase}: {told}")


def read_lamps(draft: Draft) -> None:
    """Claim edits of lamps."""
    if draft.plan.rig.practicals:
        _levels(draft)
        _tinted(draft)
        _gels(draft)
        _colours(draft)
    _switches(draft)


def _levels(draft: Draft) -> None:
    who = lamp_pattern(draft)
    for m in draft.take(
        rf"(?:make |turn )?({who}) (?:be |is )?(?:by )?({A_BIT})(?:({STOPS}) )?"
        rf"(brighter|stronger|dimmer|darker|weaker|fainter|up|down)(?: by ({STOPS}))?"
    ):
        _level(draft, m, m[1], m[4] in ("brighter", "stronger", "up"), m[3] or m[5] or "")
    for m in draft.take(rf"(brighten|dim|boost|turn up|turn down) ({who})({A_BIT_AFTER})(?: by ({STOPS}))?"):
        _level(draft, m, m[2], m[1] in ("brighten", "boost", "turn up"), m[4] or "")
    for m in draft.take(rf"({who}) (?:at|to) (?:about )?({AMOUNT}) ?(?:lm|lumens?)"):
        lumens = number(m[2])
        _edit(draft, m, m[1], partial(_set, values={"lumens": lumens}), f"{lumens:g} lm")
    times = {"twice": 2.0, "half": 0.5, "double": 2.0}
    for m in draft.take(rf"(?:make )?({who}) (twice|half|double)(?: as)?(?: bright| strong| power)?"):
        _scale(draft, m, m[1], times[m[2]])


def _level(draft: Draft, m: re.Match[str], phrase: str, up: bool, stops: str) -> None:
    value = stops_of(stops) or degree(m[0], 1.0) * (0.5 if re.search("bit|slightly|little", m[0]) else 1.0)
    _scale(draft, m, phrase, 2 ** (value if up else -value))


def _scale(draft: Draft, m: re.Match[str], phrase: str, gain: float) -> None:
    def scaled(lamp: Practical) -> Practical:
        return lamp.model_copy(update={"lumens": round(lamp.lumens * gain, 4)})

    _edit(draft, m, phrase, scaled, f"{gain:.3g} times the light")


def _colours(draft: Draft) -> None:
    who = lamp_pattern(draft)
    for m in draft.take(rf"(?:make |set |turn )?({who}) (?:be |is |at |to |of )*(?:about )?{KELVIN}"):
        value = number(m[2])
        if not 1000 <= value <= 20000:
            raise refuse(m[0], "lamps have 1000 to 20000 K")
        _edit(draft, m, m[1], partial(_kelvin, value=value), f"{value:g} K")
    for m in draft.take(rf"(?:make )?({who}) (?:be |is )?({A_BIT})(warmer|cooler|colder)"):
        factor = degree(m[2], 0.8 if m[3] == "warmer" else 1.25)
        _edit(
            draft, m, m[1],
            partial(_warmed, factor=factor), m[3],
        )  # fmt: skip
    colours = "|".join(sorted(COLOURS, key=len, reverse=True))
    for m in draft.take(
        rf"(?:make |turn )?({who})(?: light)? (?:shine|shines|glow|glows|gelled|light(?:s|ing)? up|"
        rf"tinted|gel|"
        rf"with an? ({colours}) gel)(?: in)? ?({colours})?|"
        rf"(?:make |turn )?((?:the )?lights?|all the lights) ({colours})"
    ):
        hexed = colour_hex(m[2] or m[3] or m[5] or "white")
        gel = tint(hexed)
        _edit(draft, m, m[1] or m[4], partial(_set, values={"tint": gel}), f"tint {hexed}")


def _gels(draft: Draft) -> None:
    """What is no member of the cast is its light: "rim light blue", "the key orange"."""
    things = {lamp.id for lamp in draft.plan.rig.practicals if lamp.kind != "cast"}
    own = [re.escape(word) for word, ids in names(draft).items() if things >= set(ids)]
    if not own:
        return
    colours = "|".join(sorted(COLOURS, key=len, reverse=True))
    for m in draft.take(
        rf"(?:make |turn )?((?:the )?(?:{'|'.join(sorted(own, key=len, reverse=True))}))"
        rf"(?: lights?| lamps?| panel)? (?:be |is )?({colours})"
    ):
        gel = tint(colour_hex(m[2]))
        _edit(draft, m, m[1], partial(_set, values={"tint": gel}), m[2])


def _tinted(draft: Draft) -> None:
    """ "Tint the lamp red", "give it a blue gel"."""
    who = lamp_pattern(draft)
    colours = "|".join(sorted(COLOURS, key=len, reverse=True))
    for m in draft.take(rf"(?:tint|gel) ({who}) ({colours})|give ({who}) an? ({colours}) (?:gel|tint)"):
        gel, colour = tint(colour_hex(m[2] or m[4])), m[2] or m[4]
        phrase = m[1] or m[3]
        _edit(draft, m, phrase, partial(_set, values={"tint": gel}), colour)


def _set(lamp: Practical, values: dict[str, object]) -> Practical:
    return lamp.model_copy(update=values)


def _warmed(lamp: Practical, factor: float) -> Practical:
    return _kelvin(lamp, min(max(round(lamp.kelvin * factor), 1000), 20000))


def _kelvin(lamp: Practical, value: float) -> Practical:
    return lamp.model_copy(update={"kelvin": float(value), "tint": None})


def _switches(draft: Draft) -> None:
    who = lamp_pattern(draft)
    for m in draft.take(
        rf"(?:turn |switch |put )({who}) (off|on|out)(?! (?:the|an?|top|it)\b)|(?:turn|switch|put) (off|"
        rf"on|out) ({who})|"
        rf"({who}) (off|on|unlit|lit)(?! (?:the|an?|top|it)\b)|(?:no|kill|without) ({_ANY})|(?:extinguish|"
        rf"kill) ({who})|light ({who})"
    ):
        phrase = next(m[i] for i in (1, 4, 5, 7, 8, 9) if m[i])
        on = "on" in (m[2], m[3], m[6]) or m[6] == "lit" or bool(m[9])
        if on:
            _switch_on(draft, m, phrase)
            continue
        off = [lamp.id for lamp in lamps_of(draft, phrase, m.start())]
        if not off:
            raise refuse(m[0], "it gives no light")
        draft.change_rig(m, rig_without(draft.plan.rig, off, m[0]), f"off: {', '.join(off)}")


def _switch_on(draft: Draft, m: re.Match[str], phrase: str) -> None:
    if lamps_of(draft, phrase, m.start()):
        draft.put(m, draft.plan, "it is on already")
        return
    rig = draft.plan.rig
    named = re.fullmatch(draft.mentions.pattern, phrase.strip()) is not None
    lamps = draft.members(phrase, m.start()) if named else []
    for name in lamps:
        member = next(c for c in draft.plan.cast if c.id == name)
        kind = cast_kind(member.kind)
        if kind is None or not kind.lumens:
            raise refuse(m[0], f"a {member.kind.replace('_', ' ')} cannot shine")
        rig = rig_with(
            rig, Practical(id=name, kind="cast", source=name, lumens=kind.lumens, kelvin=kind.kelvin)
        )
    if not lamps:
        raise refuse(m[0], "no such lamp is in the shot")
    draft.change_rig(m, rig, f"on: {', '.join(lamps)}")


def read_panels(draft: Draft) -> None:
    """Claim moves of studio panels: "move the key to the left by 50 cm"."""
    panels = [lamp for lamp in draft.plan.rig.practicals if lamp.kind == "panel"]
    if not panels:
        return
    words = sorted({re.escape(lamp.id.replace("_", " ")) for lamp in panels}, key=len, reverse=True)
    ways = r"(left|right|up|higher|down|lower|closer|nearer|away|back|further|farther)"
    for m in draft.take(
        rf"(raise|lower) (?:the )?({'|'.join(words)})(?: lights?| lamps?| panel)?(?: by {LENGTH})?"
    ):
        size = metres(m[3], m[4]) if m[3] else 0.3
        by = (0.0, 0.0, size if m[1] == "raise" else -size)
        _edit(draft, m, m[2], partial(_shifted, by=by), f"{m[1]} by {size:g} m")
    who = rf"(?:the )?(?:{'|'.join(words)})(?: lights?| lamps?| panel)?|(?:the |all the )?lights?"
    for m in draft.take(rf"(?:make )?({who}) (?:be |is )?{A_BIT}(softer|harder)|(soften|harden) ({who})"):
        phrase, factor = m[1] or m[4], 1.6 if (m[2] or m[3]).startswith("soft") else 0.625
        _edit(draft, m, phrase, partial(_grown, factor=factor), f"{factor:g} times as wide")
    for m in draft.take(
        rf"(?:move|shift|bring|put) (?:the )?({'|'.join(words)})(?: lights?| lamps?| panel)? "
        rf"(?:to the )?{A_BIT}(?:{LENGTH} )?{ways}(?: by {LENGTH})?"
    ):
        size = metres(m[2], m[3]) if m[2] else (metres(m[5], m[6]) if m[5] else 0.3)
        right, away = screen_axes(draft.plan)
        lift = {"up": 1, "higher": 1, "down": -1, "lower": -1}.get(m[4], 0)
        side = {"left": -1, "right": 1}.get(m[4], 0)
        deep = {"closer": -1, "nearer": -1, "away": 1, "back": 1, "further": 1, "farther": 1}.get(m[4], 0)
        step = (side * right + deep * away) * size

        by = (float(step[0]), float(step[1]), lift * size)
        _edit(draft, m, m[1], partial(_shifted, by=by), f"{size:g} m {m[4]}")


def _grown(lamp: Practical, factor: float) -> Practical:
    """A panel of another size and the same light."""
    if lamp.kind != "panel":
        return lamp
    wide, high = (round(min(max(side * factor, 0.005), 100.0), 4) for side in lamp.size)
    return lamp.model_copy(update={"size": (wide, high)})


def _shifted(lamp: Practical, by: tuple[float, float, float]) -> Practical:
    at = tuple(round(a + b, 4) for a, b in zip(lamp.position, by, strict=True))
    return lamp.model_copy(update={"position": at})
