"""Words about light: where it comes from, its source, its hardness and colour; and moods that imply light."""

import re
from dataclasses import replace

from rayograph.plan.colour_words import COLOURS, colour_hex
from rayograph.plan.facts import LightFacts, Side
from rayograph.plan.ledger import Ledger

_SIDES: tuple[tuple[str, Side], ...] = (
    (r"(?:on |from |at )?(?:the |its )?(?:camera |screen |frame )?left(?: hand)?(?: side)?", "left"),
    (r"(?:on |from |at )?(?:the |its )?(?:camera |screen |frame )?right(?: hand)?(?: side)?", "right"),
    (r"(?:from )?(?:behind|the back)(?: (?:it|them|the subject))?|in the background", "behind"),
    (r"(?:from )?(?:the )?(?:front|in front|behind the camera)", "front"),
    (r"(?:from )?(?:above|overhead|the top)", "above"),
)
_SIDE = "|".join(f"(?:{pattern})" for pattern, _ in _SIDES)
_SOFT = (
    r"(?:(?:soft|gentle|hard|harsh|strong|bright|warm|cool|cold|low|golden|pale|raking|single|big|"
    r"large|natural|dim) )*"
)
_SOURCE = (
    r"(?:(?:the|a|one) )?(?:morning |evening |afternoon |day |winter |summer )?"
    r"(?:sun(?: ?light|shine| beams?| rays?)?|key light|key|light(?:ing)?|lit|illuminat(?:ed|ion)|day "
    r"?light|moon ?light)"
)


def read_light(ledger: Ledger, facts: LightFacts) -> LightFacts:
    """Claim what is said about light, apart from hours and weather."""
    facts = _read_studio(ledger, facts)
    facts = _read_window(ledger, facts)
    facts = _read_back(ledger, facts)
    facts = _read_sources(ledger, facts)
    facts = _read_backdrop(ledger, facts)
    return _read_quality(ledger, facts)


def side_of(phrase: str) -> Side | None:
    """The side of the screen that a phrase names."""
    for pattern, side in _SIDES:
        if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", phrase):
            return side
    return None


def _read_studio(ledger: Ledger, facts: LightFacts) -> LightFacts:
    studio = (
        rf"(?:{_SOFT}(?:studio|three point|3 point|beauty|product|catalogue) (?:soft ?box(?:es)?|"
        rf"light(?:s|ing)?|setup|strobes?)|(?:in )?(?:a |the )?(?:photo )?studio|"
        rf"(?:a |an |one |two )?{_SOFT}(?:soft ?box(?:es)?|octabox|beauty dish|light panel|key light|fill "
        rf"light|strobe|spot ?light))"
    )
    for m in ledger.take(
        r"(?:product|pack|catalogue|commercial) ?(?:shot|photo(?:graph(?:y)?)?)s?(?: of)?|packshot"
    ):
        facts = replace(facts, studio=True)
        ledger.claim(m.start(), m.end(), "assumed", "a product shot: studio panels")
    for m in ledger.take(rf"{studio}(?: (?:{_SIDE}))?"):
        side = facts.side or side_of(m[0])
        facts = replace(facts, studio=True, side=side, quality="hard" if "spot" in m[0] else facts.quality)
        ledger.claim(
            m.start(), m.end(), "understood", "studio panels" + (f", key from the {side}" if side else "")
        )
    for m in ledger.take(
        rf"(?:(?:a|the|with a) )?(?:{_SOFT})?(?:rim|hair|edge|kicker|back) ?light(?:s|ing)?(?: (?:{_SIDE}))?"
    ):
        fill = side_of(m[0]) or "behind"
        facts = replace(facts, fill_side=fill, side=facts.side or (None if facts.studio else "behind"))
        ledger.claim(m.start(), m.end(), "understood", f"a rim of light from {fill}")
    return facts


def _read_window(ledger: Ledger, facts: LightFacts) -> LightFacts:
    lead = rf"(?:(?:in|by|with|through|from) )?(?:the |a )?{_SOFT}"
    streams = (
        r"(?: (?:coming|streaming|falling|pouring|shining|flooding))?(?: in)?(?: (?:through|from|"
        r"by)) (?:the |a |an )?"
    )
    window = rf"{_SOFT}windows?(?: (?:{_SIDE}))?"
    patterns = (
        rf"{lead}(?:sun(?: ?light|shine| beams?)?|light|day ?light){streams}{window}",
        rf"{lead}(?:window ?light|light from the window|north light)(?: (?:{_SIDE}))?",
        rf"{streams.strip()}{window}",
    )
    for pattern in patterns:
        for m in ledger.take(pattern):
            side = side_of(m[0]) or facts.side
            facts = replace(facts, window=True, side=side, quality=facts.quality or _quality(m[0]))
            ledger.claim(m.start(), m.end(), "understood", f"light through a window{_from(side)}")
    for m in ledger.take(
        rf"{lead}moon ?light{streams}{window}|{lead}moon ?light(?: (?:{_SIDE}))?|moon ?lit|(?:a |the |"
        rf"under )*(?:full )?moon(?: overhead| above)?"
    ):
        window_too = facts.window or "window" in m[0]
        facts = replace(
            facts, moon=True, time=facts.time or "night", window=window_too, side=facts.side or side_of(m[0])
        )
        if facts.time not in ("night", "blue hour", "dusk", "evening"):
            meaning = f"{facts.time} was said first and stays; no moon then"
            facts = replace(facts, moon=False)
            ledger.claim(m.start(), m.end(), "assumed", meaning)
        else:
            facts = replace(facts, elevation_deg=None, time=facts.time)
            ledger.claim(
                m.start(),
                m.end(),
                "understood",
                "moonlight" + (" through a window" if "window" in m[0] else ""),
            )
    return facts


def _from(side: str | None) -> str:
    return "" if side is None else (f" on the {side}" if side in ("left", "right") else f" ({side})")


def _read_back(ledger: Ledger, facts: LightFacts) -> LightFacts:
    table: tuple[tuple[str, Side], ...] = (
        (
            r"(?:strongly |softly )?back ?lit|against the (?:light|sun)|contre jour|silhouett(?:e|ed|"
            r"es)(?: against the \w+)?",
            "behind",
        ),
        (r"side ?lit|side ?light(?:ing)?|raking light", "left"),
        (r"front ?lit|front ?light(?:ing)?", "front"),
        (r"top ?lit|top ?light(?:ing)?", "above"),
    )
    for pattern, side in table:
        for m in ledger.take(pattern):
            facts = replace(facts, side=facts.side or side)
            ledger.claim(
                m.start(),
                m.end(),
                "understood",
                f"light from the {facts.side}".replace("the behind", "behind"),
            )
    return facts


def _read_sources(ledger: Ledger, facts: LightFacts) -> LightFacts:
    for m in ledger.take(
        rf"(?:with )?{_SOFT}{_SOURCE}(?: (?:coming|streaming|falling|shining|raking|slanting|pouring|cutting|"
        rf"spilling|flooding|washing|grazing|beaming|glowing|filtering|skimming|is|comes|falls))*(?: in| "
        rf"across)? (?:{_SIDE})"
    ):
        side = side_of(m[0])
        low = "low" in m[0] and facts.elevation_deg is None
        facts = replace(facts, side=facts.side or side, quality=facts.quality or _quality(m[0]))
        facts = replace(
            facts, elevation_deg=12.0 if low else facts.elevation_deg, warmth=facts.warmth or _warmth(m[0])
        )
        ledger.claim(
            m.start(), m.end(), "understood", f"light from the {facts.side}" + (", low" if low else "")
        )
    for m in ledger.take(
        rf"(?:(?:in|by|under|with) )?(?:the |some |full |plain )?{_SOFT}(?:day ?light|sun ?light|"
        r"sunshine|sun ?beams?|natural light)(?= ?(?:[,.;]|$|\x00|on |across |over |through ))"
    ):
        ledger.claim(m.start(), m.end(), "understood", "light of the sun and the sky")
    for m in ledger.take(r"(?:with )?(?:a |the )?low (?:winter |evening |\x00+ )?sun(?:light)?|long shadows"):
        facts = replace(
            facts, elevation_deg=12.0 if facts.elevation_deg is None else min(facts.elevation_deg, 16.0)
        )
        ledger.claim(
            m.start(),
            m.end(),
            "understood",
            f"the sun {facts.elevation_deg:.0f}° high, so that shadows are long",
        )
    for m in ledger.take(
        r"(?:by |in |lit by )?(?:candle ?lit|candle ?light|the light of candles|fire ?light|fire ?lit)"
    ):
        facts = replace(facts, candles=True, time=facts.time or "night", lamps=True)
        ledger.claim(m.start(), m.end(), "understood", "lit by flames; what comes from outside is dim")
    states = r"(?: (?:is|are|turned|switched|left|stays?))*"
    for m in ledger.take(
        rf"(lamps?|lanterns?|lights?)({states} (on|off|out|lit|unlit))(?= ?(?:[,.;]|$| and|\x00))"
    ):
        lit = m[3] in ("on", "lit")
        facts = replace(facts, lamps=lit)
        start = m.start(2) + 1 if m[1].startswith("la") else m.start()
        ledger.claim(start, m.end(), "understood", "lamps are on" if lit else "lamps are off")
    for m in ledger.take(
        r"(?:under|in|by|lit by) (?:the )?neons?(?= ?(?:[,.;]|$|\x00))|neons? (?:everywhere|all around)"
    ):
        facts = replace(facts, neon=True)
        ledger.claim(m.start(), m.end(), "understood", "neon of the street is on")
    for m in ledger.take(
        r"neon(?: (?:light(?:s|ing)?|glow|reflections?))(?: (?:everywhere|all around))?|neon ?lit"
    ):
        facts = replace(facts, neon=True)
        ledger.claim(m.start(), m.end(), "understood", "neon of the street is on")
    for m in ledger.take(
        r"(?:lit by |under )?(?:the )?(?:street ?lights?|street ?lamps?)(?: (?:glow|on|only))+|street ?lit"
    ):
        facts = replace(facts, lamps=True)
        ledger.claim(m.start(), m.end(), "understood", "street lamps are on")
    return facts


def _read_backdrop(ledger: Ledger, facts: LightFacts) -> LightFacts:
    tones = r"(?:plain|clean|seamless|simple|solid|smooth|infinite)"
    colours = "|".join(sorted(COLOURS, key=len, reverse=True))
    pattern = (
        rf"(?:(?:on|against|with|before|in front of) )?(?:an? |the )?(?:{tones} )*(?:(dark|pale|"
        rf"light|deep|bright|soft) )?({colours}) (?:{tones} )*(?:background|backdrop|cyclorama|cyc|"
        rf"seamless|void)"
    )
    for m in ledger.take(pattern):
        facts = replace(facts, backdrop=colour_hex(m[2], (m[1],) if m[1] else ()))
        ledger.claim(m.start(), m.end(), "understood", f"backdrop {facts.backdrop}")
    for m in ledger.take(rf"(?:(?:on|against|with) )?(?:an? |the )?(?:{tones} )+(?:background|backdrop)"):
        facts = replace(facts, backdrop=facts.backdrop or "#8d8c89")
        ledger.claim(m.start(), m.end(), "assumed", "a plain grey backdrop")
    for m in ledger.take(
        r"(?:(?:on|against|with) )?(?:an? |the )?dark (?:background|backdrop)|out of the dark(?:ness)?"
    ):
        facts = replace(facts, backdrop=facts.backdrop or "#1a1a1c")
        ledger.claim(m.start(), m.end(), "understood", "a dark backdrop")
    return facts


def _quality(phrase: str) -> str | None:
    if re.search(r"\bsoft|gentle|diffuse", phrase):
        return "soft"
    return "hard" if re.search(r"hard|harsh|strong|direct", phrase) else None


def _warmth(phrase: str) -> float:
    return 0.4 if re.search(r"warm|golden", phrase) else (-0.4 if re.search(r"cool|cold", phrase) else 0.0)


_QUALITIES: tuple[tuple[str, dict[str, object], str], ...] = (
    (r"(?:hard|harsh|direct|crisp|strong)(?:,)? (?:light(?:ing)?|sun(?:light)?|shadows?)|"
     r"(?:hard|harsh)(?= ?\x00)",
    {"quality": "hard"}, "hard light"),
    (r"(?:soft|diffuse[d]?|gentle|even)(?:,)? (?:light(?:ing)?|sun(?:light)?|day ?light|shadows?)|no "
     r"(?:hard )?shadows", {"quality": "soft"}, "soft light"),
    (r"warm (?:light(?:ing)?|sky|glow|tones?|colou?rs?|palette)", {"warmth": 0.5}, "warm light"),
    (r"(?:cool|cold|blue|bluish|icy) (?:light(?:ing)?|sky|glow|tones?|colou?rs?|palette)",
    {"warmth": -0.5}, "cool light"),
    (r"high contrast|contrasty|chiaroscuro|low key|dramatic(?: light(?:ing)?)?|film noir|noir|"
     r"caravaggio(?: light(?:ing)?)?", {"contrast": 0.7}, "high contrast: little fill"),
    (r"dark and moody|moody(?: light(?:ing)?)?|dark mood|brooding|ominous|mysterious|gloomy|eerie|"
     r"melanchol(?:y|ic)|somber|sombre|intimate", {"contrast": 0.5}, "mood taken as low fill"),
    (r"high key|bright and airy|airy|cheerful|joyful|happy|fresh", {"contrast": -0.5, "quality": "soft"},
    "mood taken as bright, soft fill"),
    (r"serene|peaceful|tranquil|quiet|calm|dreamy|dreamlike|romantic|cosy|cozy|nostalgic|tender|still(?= "
     r"(?:mountain|lake|water|morning|evening))", {"quality": "soft"}, "mood taken as soft light and calm"),
    (r"epic|cinematic|film look|movie look|beautiful|gorgeous|stunning|photo ?realistic|realistic|filmic|"
     r"elegant|stylish", {}, "a wish for beauty: the default look is made for that"),
    (r"dim(?:ly)?(?: lit| light)?|dark(?=,|\.|$)", {"contrast": 0.5}, "dim light"),
    (r"bright(?:ly)?(?: lit| light)?(?= ?(?:,|\.|$|\x00))", {"contrast": -0.3}, "bright light"),
)  # fmt: skip


def _read_quality(ledger: Ledger, facts: LightFacts) -> LightFacts:
    for pattern, change, meaning in _QUALITIES:
        for m in ledger.take(
            rf"(?:(?:with|in|under) (?:an? |the )?)?(?:{pattern})(?: mood| feel(?:ing)?| atmosphere| tone| "
            rf"look)?"
        ):
            quality = change.get("quality")
            warmth, contrast = change.get("warmth", 0.0), change.get("contrast", 0.0)
            facts = replace(
                facts,
                quality=facts.quality or (quality if isinstance(quality, str) else None),
                warmth=facts.warmth or (warmth if isinstance(warmth, float) else 0.0),
                contrast=facts.contrast or (contrast if isinstance(contrast, float) else 0.0),
            )
            verdict = "assumed" if "mood" in meaning or "wish" in meaning else "understood"
            ledger.claim(m.start(), m.end(), verdict, meaning)  # type: ignore[arg-type]
    return facts
