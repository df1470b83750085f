"""Words about light: studio and window, lamps on and off, the only source, backdrop, mood and colour."""

import re
from dataclasses import replace

from rayograph.plan.backdrop_words import read_backdrop, read_coloured_studio
from rayograph.plan.blind_words import read_blinds
from rayograph.plan.facts import LightFacts, Side
from rayograph.plan.ledger import Ledger, one_of
from rayograph.plan.light_sources import ADJECTIVES, SIDE, quality_of, read_sources, side_of, warmth_of
from rayograph.plan.mood_words import read_quality
from rayograph.plan.overhead_words import read_overhead, read_screens

_ONE_LIT = r"\b(?:an?|one|single|lone|the|this|each|every) (?:(?:\w+) )?$"
"""Before "candle lit": it is a candle that burns, not the light of some."""
_END = r"(?= ?(?:[,.;:/)]|$|\x00))"


def read_light(ledger: Ledger, facts: LightFacts) -> LightFacts:
    """Claim what is said about light, apart from hours and weather."""
    facts = _read_moon(ledger, facts)
    facts = read_screens(ledger, read_overhead(ledger, facts))
    facts = _read_sole(ledger, facts)
    facts = _read_studio(ledger, read_coloured_studio(ledger, facts))
    facts = _read_window(ledger, read_blinds(ledger, facts))
    facts = _read_back(ledger, facts)
    facts = _read_lamps(ledger, facts)
    facts = _read_height(ledger, facts)
    facts = read_sources(ledger, facts)
    facts = _read_flames(ledger, facts)
    facts = read_backdrop(ledger, facts)
    return read_quality(ledger, facts)


def _read_moon(ledger: Ledger, facts: LightFacts) -> LightFacts:
    window = (
        r"(?: (?:coming|streaming|falling|pouring|shining|spilling))?(?: in)? (?:through|from|"
        r"by) (?:the |a )?(?:\w+ )?windows?"
    )
    for m in ledger.take(
        rf"(?:in |by |under |the |a )*{ADJECTIVES}moon ?light{window}|(?:in |by |under |the |"
        rf"a )*{ADJECTIVES}moon ?light(?: "
        rf"(?:{SIDE}))?|moon ?lit|(?:an? |the |under )*(?:(?:full|half|crescent|bright|big) )*moon"
        rf"(?: (?:overhead|above|high|low|up|"
        r"rising|only))*"
    ):
        if facts.time not in (None, "night", "blue hour", "dusk", "evening", "dawn"):
            ledger.claim(
                m.start(), m.end(), "assumed", f"{facts.time} was said first and stays; no moon then"
            )
            continue
        facts = replace(
            facts,
            moon=True,
            time="night",
            window=facts.window or "window" in m[0],
            side=facts.side or side_of(m[0]),
            elevation_deg=None,
            moon_said=True,
            moon_seen=facts.moon_seen or re.search(r"moon ?(?:light|lit)", m[0]) is None,
        )
        through = " through a window" if "window" in m[0] else ""
        ledger.claim(m.start(), m.end(), "understood", "moonlight" + through)
    return facts


def _read_sole(ledger: Ledger, facts: LightFacts) -> LightFacts:
    """ "Lit only by the candle", "the lamp is the only source": nothing else shines."""
    source = (
        r"(?:light ?source|source(?: of light)?|light(?: on| in the room)?|practical|lamp on|"
        r"thing (?:lit|lighting it)|illumination)"
    )
    pattern = one_of(
        rf"""(?:(?:as|is|are|being|burning as|for) )?(?:the|its|our) (?:only|sole|single|\
                one) (?:visible )?{source}
        (?:lit|illuminated|lighting) (?:only|solely|just|entirely|purely|exclusively) by
        (?:only|just) lit by
        lit by (?:just|only|nothing but)
        only(?= (?:the|a|an|one|its) (?:\w+ ){{1,3}}(?:lights|lighting|lit|illuminates|glows|shines|burns))
        (?:with )?(?:only|just)(?= (?:the|a|an|one|its) (?:\w+ ){{0,2}}(?:lamp|light|lantern|candle|\
                television|tv|screen|neon|sign|bulb|fire)s?(?: sign| screen)? (?:on|lit|glowing|burning)\b)
        (?:everything|all) else (?:is )?(?:off|dark)
        (?:lights|illuminates) (?:it|everything|the (?:scene|room|table|frame))
        (?:nothing else|everything else un) ?(?:is )?lit
        no other (?:lights?|sources?|lamps?)(?: on)?
        (?:and )?(?:all|the) (?:the )?other lights (?:are )?(?:off|out)
        as (?:the )?only (?:light|source|key)
        (?:only|sole|single) (?:light )?source"""
    )
    for m in ledger.take(pattern):
        facts = replace(
            facts, sole=True, contrast=facts.contrast or 0.6, time=facts.time or "night", lamps=facts.lamps
        )
        ledger.claim(
            m.start(), m.end(), "understood", "nothing else shines: the rest falls off into the dark"
        )
    for m in ledger.take(
        r"(?:is|as) (?:the |our )?(?:key|main light)(?= ?[,.;]|$)|(?:the )?sky is (?:the |our )?fill"
    ):
        ledger.claim(m.start(), m.end(), "understood", "what shines leads, the sky fills")
    dark = (
        r"(?:with )?(?:the )?(?:rest|everything(?: else)?|all else)(?: of (?:it|the (?:frame|room|scene)))? "
        r"(?:(?:is|falls?|falling|drops?|goes?|"
        r"going|left|away|off|in|into|to|lost) )*(?:the )?(?:dark(?:ness)?|black(?:ness)?|nothing|shadows?)"
    )
    for m in ledger.take(dark):
        facts = replace(facts, contrast=facts.contrast or 0.7)
        ledger.claim(m.start(), m.end(), "understood", "little fill: the rest falls off into the dark")
    return facts


def _read_studio(ledger: Ledger, facts: LightFacts) -> LightFacts:
    for m in ledger.take(
        r"(?:product|pack|catalogue|commercial|beauty|e ?commerce) ?(?:shot|pass|photo(?:graph(?:y)?)?)s?"
        r"(?: of)?|packshot|"
        r"table ?top shoot"
    ):
        facts = replace(facts, studio=True)
        ledger.claim(m.start(), m.end(), "assumed", "a product shot: studio panels")
    kit = (
        r"(?:studio|three point|3 point|beauty|product|catalogue) (?:soft ?box(?:es)?|soft ?light|light"
        r"(?:s|ing)?|set ?up|"
        r"strobes?|conditions)|(?:in )?(?:a |the )?(?:photo |dark |white |black |infinity )*studio"
        r"(?! (?:flat|apartment|window))|"
        r"soft ?boxes|rack of soft ?boxes|light tent|black drapes?(?: behind)?|flags? (?:on|to) (?:the )?\w+|"
        r"neg(?:ative)? fill(?: (?:on )?(?:the )?(?:other side|left|right|opposite side))?"
    )
    for m in ledger.take(rf"(?:an? |the |with )*{ADJECTIVES}(?:{kit})(?: (?:{SIDE}))?"):
        negative = m[0].startswith("neg") or "drape" in m[0]
        side = facts.side or (None if negative else side_of(re.sub(r"back|studio", "", m[0])))
        dark = re.search(r"\b(?:dark|black|moody|dim)\b", m[0]) is not None or negative
        facts = replace(
            facts,
            studio=True,
            side=side,
            quality=facts.quality or quality_of(m[0]),
            warmth=facts.warmth or warmth_of(m[0]),
            contrast=facts.contrast or (0.6 if dark else 0.0),
            backdrop=facts.backdrop or ("#121213" if "drape" in m[0] else None),
        )
        ledger.claim(
            m.start(), m.end(), "understood", "studio panels" + (f", key from the {side}" if side else "")
        )
    return facts


def _read_window(ledger: Ledger, facts: LightFacts) -> LightFacts:
    lead = rf"(?:(?:in|by|with|through|from|the|a) )*{ADJECTIVES}"
    verbs = "com stream fall pour shin flood spill rak slant blast filter cut creep burst".split()
    streams = (
        rf"(?: (?:{'|'.join(verbs)})(?:t?ing|e?s|ed)?)?(?: in)?(?: (?:through|from|by)) (?:the |a |an )?"
    )
    window = rf"(?:\w+ )?windows?(?: (?:{SIDE}))?"
    patterns = (
        rf"{lead}(?:sun(?: ?light|shine| beams?)?|light|day ?light|shafts?|rays){streams}{window}",
        rf"{lead}(?:window ?light|light from the window|north light|windowish light|window ish light)"
        rf"(?: (?:{SIDE}))?",
        rf"{streams.strip()}{window}",
        rf"(?:the |a )?sun (?:\w+ing )?(?:very )?low (?:in|through|at|outside) (?:the |a )?{window}",
    )
    cue = r"(?:large |big |tall |single |soft |cool |north |bright )*windows?,? (?:at |on |is )?(?:the )?"
    of_camera = r"(?:(?:camera|cam|screen|house|stage)[ -](?:left|right)|cam(?:era)? [lr]|c ?/ ?[lr])"
    for m in ledger.take(rf"(?:an? |the |with )*{cue}{of_camera}(?: side)?"):
        # A side of the camera is a gaffer's: what is meant is the light, wherever the window is.
        named: Side = "left" if re.search(r"left\b|\bl$", m[0]) else "right"
        facts = replace(facts, window=True, side=facts.side or named)
        ledger.claim(m.start(), m.end(), "understood", f"light through a window on the {named}")
    for m in ledger.take(rf"windows?(?: frame)? (?:{SIDE}){_END}"):
        facts = replace(facts, side=facts.side or side_of(m[0]))  # the noun is left to those who read places
    for pattern in patterns:
        for m in ledger.take(pattern):
            side = facts.side or side_of(m[0])
            low = re.search(r"\blow\b", m[0]) is not None and facts.elevation_deg is None
            facts = replace(
                facts,
                window=True,
                side=side,
                quality=facts.quality or quality_of(m[0]),
                warmth=facts.warmth or warmth_of(m[0]),
                elevation_deg=12.0 if low else facts.elevation_deg,
            )
            ledger.claim(m.start(), m.end(), "understood", f"light through a window{_from(side)}")
    return facts


def _from(side: str | None) -> str:
    return "" if side is None else (f" on the {side}" if side in ("left", "right") else f" ({side})")


def _read_back(ledger: Ledger, facts: LightFacts) -> LightFacts:
    table: tuple[tuple[str, Side], ...] = (
        (
            r"(?:strongly |softly |heavily )?back ?lit(?: (?:through|by) the \w+)?|against the (?:light|"
            r"sun)|contre jour|"
            r"silhouett(?:e|ed|es)(?: against the \w+)?|(?<!hour )(?<!hour, )backlight(?= ?[,.;]|$)|"
            r"back ?lighting",
            "behind",
        ),
        (r"side ?lit|side ?lighting|raking light|cross ?lit|split light(?:ing)?", "left"),
        (r"front ?lit|front ?light(?:ing)?", "front"),
        (r"top ?lit|(?:single )?(?:hard |soft |big )*top ?light(?:ing)?", "above"),
    )
    for pattern, side in table:
        for m in ledger.take(pattern):
            facts = replace(
                facts,
                side=facts.side or side,
                quality=facts.quality or quality_of(m[0]),
                studio=facts.studio or side == "above",
            )
            ledger.claim(
                m.start(),
                m.end(),
                "understood",
                f"light from the {facts.side}".replace("the behind", "behind"),
            )
    return facts


def _read_lamps(ledger: Ledger, facts: LightFacts) -> LightFacts:
    states = (
        r"(?:(?:is|are|all|turned|switched|left|stays?|still|kept|gently|softly|dimly|beside it|"
        r"in the (?:house|room)|of them) )*"
    )
    lamp = (
        r"(?:(?:(?:every|all|the|any|both) )*(?:lamps?|lights?|lanterns?|practicals?|bulbs?)"
        r"(?: in the (?:house|room))?)"
    )
    for m in ledger.take(
        rf"({lamp}) ({states}(on|off|out|lit|unlit|dark|glowing|burning)){_END}|({lamp}) ({states}(on|off|"
        rf"out|lit|unlit)) and"
    ):
        lit = (m[3] or m[6]) in ("on", "lit", "glowing", "burning")
        facts = replace(facts, lamps=lit)
        generic = (
            re.match(r"(?:every|all|the|any|both)? ?(?:all )?(?:the )?(?:lights?|practicals?|every)", m[0])
            is not None
        )
        # "…, lamps on": those of the place, not some more of them.
        before = ledger.text[: m.start()].rstrip()
        alone = not before or before[-1] in ",.;:" or before.endswith(" with")
        generic |= alone and m[0].startswith("lamps")
        start = m.start() if generic or m[0].startswith(("every", "all")) else m.start(2 if m[2] else 5)
        ledger.claim(start, m.end(), "understood", "lamps are on" if lit else "lamps are off")
    for m in ledger.take(
        rf"no (?:lamps?|lights?|practicals?)(?: (?:on|lit|burning))?{_END}|(?:during )?a? ?power cut|"
        rf"lights out"
    ):
        facts = replace(facts, lamps=False)
        ledger.claim(m.start(), m.end(), "understood", "lamps are off")
    for m in ledger.take(rf"(?:still )?(?:switched on|turned on|left on|still lit|still on){_END}"):
        facts = replace(facts, lamps=True)
        ledger.claim(m.start(), m.end(), "understood", "it is lit")
    for m in ledger.take(
        rf"(?:under|in|by|lit by) (?:the )?neons?{_END}|neons? (?:everywhere|all around)|neon(?: (?:light"
        rf"(?:s|ing)?|glow|"
        r"reflections?))(?: (?:everywhere|all around))?|neon ?lit"
    ):
        facts = replace(facts, neon=True)
        ledger.claim(m.start(), m.end(), "understood", "neon of the street is on")
    for m in ledger.take(
        r"(?:lit by |under )?(?:the )?(?:street ?lights?|street ?lamps?)(?: (?:glow|glowing|on|only|lit|"
        r"coming on))+|street ?lit|sodium[- ](?:lamps?|lights?|glow|vapou?r(?: lamps?| lights?)?|lit|orange)|"
        r"(?:shop|store) ?(?:windows?|fronts?) (?:lit|glowing|aglow)(?: up)?|lit (?:shop|store) ?"
        r"(?:windows|fronts)|city lights"
    ):
        facts = replace(facts, lamps=True)
        ledger.claim(m.start(), m.end(), "understood", "the lamps and windows of the street are on")
    return facts


def _read_flames(ledger: Ledger, facts: LightFacts) -> LightFacts:
    for m in ledger.take(
        r"(?:by |in |lit by )?(?:candle ?lit|candle ?light|the light of candles|fire ?light|fire ?lit|"
        r"lamp ?light|lamp ?lit)"
    ):
        flames = "lamp" not in m[0]
        if re.search(_ONE_LIT, ledger.text[: m.start()]) and m[0] == "candle lit":
            ledger.claim(m.end() - 3, m.end(), "understood", "it burns")  # "one candle, lit"
            facts = replace(facts, lamps=True)
            continue
        facts = replace(facts, candles=facts.candles or flames, time=facts.time or "night", lamps=True)
        what = "lit by flames; what comes from outside is dim" if flames else "lit by lamps"
        ledger.claim(m.start(), m.end(), "understood", what)
    return facts


def _read_height(ledger: Ledger, facts: LightFacts) -> LightFacts:
    for m in ledger.take(
        r"(?:with )?(?:a |the )?low (?:winter |evening |\x00+ )?sun(?:light)?|(?:very |"
        r"really )?long shadows?|late sun(?= ?[,.;]|$)"
    ):
        low = 12.0 if facts.elevation_deg is None else min(facts.elevation_deg, 16.0)
        facts = replace(facts, elevation_deg=low)
        ledger.claim(m.start(), m.end(), "understood", f"the sun {low:.0f}° high, so that shadows are long")
    for m in ledger.take(
        r"(?:with )?(?:a |the )?(?:high|overhead|toppy|vertical)(?: hard| bright| summer)? sun(?:light)?"
        r"(?: overhead)?|"
        r"sun (?:directly |straight |high )*(?:overhead|above)|short shadows"
    ):
        facts = replace(facts, elevation_deg=58.0 if facts.elevation_deg is None else facts.elevation_deg)
        ledger.claim(m.start(), m.end(), "understood", "the sun stands high")
    for m in ledger.take(
        r"sun (?:about |around |roughly )?(\d{1,2}) ?(?:degrees|deg|°)(?: (?:up|high|above the horizon|"
        r"elevation))?|"
        r"(?:about |around )?(\d{1,2}) ?(?:degrees|deg|°) (?:up|high|above the horizon|elevation)"
    ):
        height = float(m[1] or m[2])
        facts = replace(facts, elevation_deg=height)
        ledger.claim(m.start(), m.end(), "understood", f"the sun {height:g}° high")
    for m in ledger.take(
        rf"(?:(?:in|by|under|with) )?(?:the |some |full |plain |broad )?{ADJECTIVES}(?:day ?light|sun ?light|"
        r"sunshine|sun ?beams?|natural light)(?= ?(?:[,.;]|$|\x00|on |across |over |through ))"
    ):
        grey = re.search(r"grey|gray|dull|flat|overcast", m[0]) is not None
        facts = replace(
            facts,
            quality=facts.quality or quality_of(m[0]),
            warmth=facts.warmth or warmth_of(m[0]),
            cloud=1.0 if grey and facts.cloud is None else facts.cloud,
        )
        ledger.claim(m.start(), m.end(), "understood", "light of the sun and the sky")
    return facts
