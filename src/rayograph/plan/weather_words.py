"""Weather words: clouds, mist, rain, wet ground, snow."""

import re
from dataclasses import replace

from rayograph.plan.facts import LightFacts
from rayograph.plan.ledger import Ledger, Verdict

_NO = r"(?:no|without(?: any)?|free of|not a single)"
CLOUDS: tuple[tuple[str, float], ...] = (
    (
        rf"{_NO} clouds?(?: in the sky)?|cloudless(?: sky| day)?|(?:deep |bright |big |clear )?(?:clear|"
        rf"blue) sk(?:y|ies)(?: day)?|"
        rf"not a cloud(?: in the sky)?|clear (?:day|"
        rf"weather)|(?:crisp and |bright and )?clear(?= (?:\x00|noon|morning|night|evening|afternoon|winter|"
        rf"summer|autumn|spring|mountain|cold|dawn|dusk))",
        0.0,
    ),
    (
        r"(?:under |beneath )?(?:a |an )?(?:partly cloudy|scattered clouds?|(?:a few|some) "
        r"clouds?|fair weather|(?:fluffy |puffy |white )+(?:clouds?|cumulus)|cumulus|(?:high |thin |"
        r"wispy )+clouds?)(?: "
        r"sky| day)?",
        0.35,
    ),
    (
        r"(?:under |beneath )?(?:a |an )?(?:(?:bright |flat )?cloudy|broken clouds?|dramatic "
        r"(?:clouds|sky|skies)|moody sk(?:y|ies)|(?<!storm )(?<!rain )(?<!dark )(?<!heavy )(?<!low )clouds)"
        r"(?: sky| day| "
        r"skies| weather)?",
        0.65,
    ),
    (
        r"(?:under |beneath |on )?(?:an? |the )?(?:(?:flat |dull |grey )?overcast|(?:grey|gray|leaden|"
        r"slate|dull|threatening|"
        r"brooding|stormy|heavy|white|milky) (?:(?:\w+|\x00) )?sk(?:y|ies)|"
        r"(?:heavy|thick|low|dark|storm|rain) ?clouds?|"
        r"thunder ?(?:heads?|clouds?)|(?:grey|gray|dull|gloomy|dreary|drab|sunless)(?:,? \w+)?(?= ?\x00)|"
        r"gloomy weather|stormy(?: grey| gray)?|(?:grey|gray|dull|gloomy) (?:day ?light|light|day|weather|"
        r"afternoon|morning|"
        r"(?:wet )?\w+day)|flat (?:cloudy |grey )?light|dull wet \w+|sunless|no sun)"
        r"(?: sky| day| weather| light)?",
        1.0,
    ),
    (r"(?:on )?(?:a )?(?:sunny|bright sunny)(?: day| weather)?|sunshine|sunlit|sun drenched", 0.1),
    (
        r"(?:(?:the |a )?(?:first|few|thousand|bright|million|scattering of) )*"
        r"(?:star(?:ry|s|lit|light)?|milky way)(?: (?:sky|night|overhead|above|everywhere))*",
        0.05,
    ),
)
"""Pattern → cloud cover."""

LATE = -7.6
"""Height of the sun [deg] when many stars are out and the land still has its colours."""

MISTS: tuple[tuple[str, float], ...] = (
    (rf"{_NO} (?:fog|mist|haze)", 0.0),
    (
        r"(?:(?:thick|dense|heavy) (?:fog|mist)|pea soup(?:er)?|fog you could \w+ \w+)(?: (?:on|over|above|"
        r"across) the (?:water|lake|meadow|ground))?",
        0.85,
    ),
    (
        r"(?:with |in )?(?:a )?(?:morning |light |thin |low |drifting |soft )*(?:mist|fog)(?:y| rising| "
        r"drifting| lifting| rolling in| hanging| sitting| clinging| burning off)?(?: off)?"
        r"(?: (?:on|over|above|across|off)? ?(?:it|the (?:water|lake|meadow|ground|river|valley|street|"
        r"hills)))?",
        0.55,
    ),
    (
        r"(?:very |thickly )?(?:fogg?y|misty|fog ?bound|fogged in|shrouded in (?:mist|fog)|mist shrouded)",
        0.55,
    ),
    (r"haz(?:e|y)(?: air| sky)?", 0.3),
)
"""Pattern → density of mist."""


def read_weather(ledger: Ledger, facts: LightFacts) -> LightFacts:
    """Claim what is said about clouds, mist, rain, snow and wetness."""
    for pattern, cover in CLOUDS:
        for m in ledger.take(pattern):
            kept = cover if facts.cloud is None else facts.cloud
            facts = replace(facts, cloud=kept)
            if re.search(r"\bstar|milky", m[0]):
                night = facts.time is None
                facts = replace(facts, stars=True, moon=facts.moon or night, time=facts.time or "night")
                facts = replace(facts, cloud=0.0 if kept == cover else kept)
                if facts.time in ("blue hour", "dusk") and (facts.elevation_deg or 0.0) > LATE:
                    facts = replace(facts, elevation_deg=LATE)  # the first stars are seen late in it
            ledger.claim(m.start(), m.end(), *_said(kept == cover, f"cloud cover {kept:.0%}"))
    for pattern, density in MISTS:
        for m in ledger.take(pattern):
            kept = density if facts.mist is None else facts.mist
            facts = replace(facts, mist=kept)
            ledger.claim(m.start(), m.end(), *_said(kept == density, f"mist {kept:.0%}"))
    facts = _read_wet(ledger, facts)
    for m in ledger.take(
        r"snow(?:y| ?capped| ?topped| ?covered| ?clad| ?dusted)? "
        r"(?:mountains?|peaks?|summits?|ridges?|range|alps)|"
        r"snow on the (?:mountains?|peaks?|summits?|tops)"
    ):
        green = "snow on" not in m[0] or re.search(r"\b(?:summer|spring|autumn|meadow|picnic)\b", ledger.text)
        facts = facts if green else replace(facts, season="winter")
        meaning = "the peaks are white in every season" if green else "winter: snow lies"
        ledger.claim(m.start(), m.end(), "understood", meaning)
    for m in ledger.take(
        r"(?:covered (?:in|with) )?(?:fresh |deep |falling )?snow(?:y|ing|fall|flakes| covered| capped|"
        r" (?:is )?falls?(?:ing)?(?: softly| gently)?)?"
        r"(?! ?(?:shovel|plough|plow|boots?|globe|board|shoes?|mobile|scraper|sled|blower|cone)s?(?:\W|$))"
        r"(?: ?(?:bank|drift)s?(?=\W|$))?"
        r"(?: (?:on|over) the (?:mountains?|hills?|ground|peaks?|street|trees))?"
    ):
        facts = replace(facts, season="winter", snow=True)
        if "fall" in m[0] or "ing" in m[0] or "fla" in m[0]:
            ledger.claim(m.start(), m.end(), "assumed", "snow lies; falling flakes cannot be shot yet")
        else:
            ledger.claim(m.start(), m.end(), "understood", "winter: snow lies")
    for m in ledger.take(
        r"(?:(?:strong|light|gentle|in a|the) )*(?:wind(?:y)?|breez[ey]|gusts?|gale|storm|thunderstorm|"
        r"lightning)(?![ -]?(?:screen|up|chime|mill|sock)(?:\W|$))"
    ):
        meaning = "weather that moves things cannot be shot yet"
        if "storm" in m[0] or "lightning" in m[0]:
            facts = replace(facts, cloud=0.95 if facts.cloud is None else facts.cloud)
        ledger.claim(m.start(), m.end(), "ungrounded", meaning, ("overcast", "rain", "mist"))
    return facts


def _read_wet(ledger: Ledger, facts: LightFacts) -> LightFacts:
    for m in ledger.take(rf"{_NO} (?:rain|puddles|water on the ground)"):
        ledger.claim(m.start(), m.end(), "understood", "dry ground")
        return facts
    for m in ledger.take(r"(?:no|without) wind(?: in the \w+)?|windless"):
        ledger.claim(m.start(), m.end(), "understood", "still air")
    after = (
        r"(?:just |shortly )?after (?:the |a )?(?:heavy )?(?:rain(?:fall)?|shower|storm)|(?:it )?(?:has )?"
        r"(?:just )?rained "
        r"(?:earlier|recently)|(?:rain|drizzle|showers?) (?:earlier|(?:has )?(?:just )?stopped)"
        r"(?: so everything'?s? (?:is )?wet)?|"
        r"post rain|wet ?down"
    )
    for m in ledger.take(after):
        facts = replace(facts, wet=True, cloud=0.45 if facts.cloud is None else facts.cloud)
        ledger.claim(m.start(), m.end(), "understood", "wet ground, the sky is breaking up")
    for m in ledger.take(
        r"(?:rain (?:slick|soaked|wet|swept|washed)(?:ed)?|wet|damp|slick|glistening|puddles?|soaked|dewy)"
        r"(?=$|\W)(?: with rain| ground)?"
    ):
        facts = replace(facts, wet=True)
        ledger.claim(m.start(), m.end(), "understood", "wet surfaces")
    for m in ledger.take(
        r"(?:in |under )?(?:the |a )?(?:heavy |light |pouring |falling |soft |steady )?"
        r"(?:rain(?!(?:s|ing|ed)? down)(?: (?:is )?falls?(?:ing)?|ing|y|"
        r"drops|fall|s)?|drizzl(?:e|ing|y)|downpour|shower)"
        r"(?: day| weather)?"
    ):
        facts = replace(facts, rain=True, cloud=0.95 if facts.cloud is None else facts.cloud)
        ledger.claim(
            m.start(), m.end(), "assumed", "wet ground under cloud; falling drops cannot be shot yet"
        )
    return facts


def _said(same: bool, meaning: str) -> tuple[Verdict, str]:
    return ("understood", meaning) if same else ("assumed", f"{meaning} was said first and stays")
