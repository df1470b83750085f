"""Times of day by words and by clock, months and seasons."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from rayograph.core.errors import BriefError
from rayograph.light.sun import solar_position
from rayograph.plan.facts import LightFacts
from rayograph.plan.ledger import Ledger
from rayograph.plan.place import CITIES, City

TIMES: dict[str, tuple[str, float]] = {
    "dawn": (
        r"(?:at |the )?(?:crack of )?(?:early )?(?:dawn|daybreak|first light|pre dawn|before (?:dawn|"
        r"sunrise))(?: (?:light|sky|glow|mist))?",
        1.5,
    ),
    "sunrise": (r"(?:at )?(?:sunrise|sun ?up)", 4.0),
    "morning": (
        r"(?:in the |on an? )?(?:early |late |mid )?mornings?(?: (?:light|sun|sunlight|sunshine|sky))?|"
        r"(?:(?:milky|soft|cold|pale|grey) )*early (?:light|sun)|before opening(?: time)?|breakfast time",
        22.0,
    ),
    "noon": (
        r"(?:at |around )?(?:high )?(?:noon|midday|mid day|noonday)(?: (?:light|sun|sunlight|sunshine))?",
        62.0,
    ),
    "afternoon": (
        r"(?:in the |on an? )?(?:early |late |mid )?afternoons?(?: (?:light|sun|sunlight|sunshine))?",
        34.0,
    ),
    "day": (
        r"(?:in |by )?(?:broad daylight|full daylight|day ?time)|(?<=- )day(?= ?(?:[.,-]|$))|by day",
        38.0,
    ),
    "golden hour": (
        r"(?:at |in |during )?(?:the )?(?:golden|magic) hour(?: (?:light|sun))?|"
        r"(?:the )?(?:last|final) (?:(?:\w+ )?(?:minutes|moments|bit|rays?|half hour) of (?:the |usable )*)?"
        r"(?:sun ?light|sun|light)(?: of (?:the )?day)?|late golden (?:light|sun)|"
        r"golden (?=back ?lit|back ?light|rim light)",
        8.0,
    ),
    "sunset": (
        r"(?:at )?(?:sunset|sun ?down|setting sun|sun sets|sun (?:is )?(?:just )?(?:setting|going down))"
        r"(?: (?:light|sky))?",
        4.0,
    ),
    "evening": (r"(?:in the |on an? )?(?:early |late )?evenings?(?: (?:light|sun|sunlight|sky))?", 6.0),
    "dusk": (
        r"(?:just )?(?:as |while |when )?(?:it is |it's |night is )?"
        r"(?:getting dark|darkness falls)|"
        r"(?:at )?(?:dusk|twilight|nightfall|gloaming|after sunset|half light)(?: (?:light|sky))?",
        -3.0,
    ),
    "blue hour": (r"(?:at |in |during )?(?:the )?blue hour(?: (?:light|sky))?", -5.0),
    "night": (
        r"(?:at |in the |by |on an? )?(?:deep |late |dark )?(?:mid)?nights?(?: ?time)?(?: (?:sky|scene|"
        r"shot))?"
        r"|after dark|in the dark|(?:in )?the small hours|dead of night|nocturne",
        -12.0,
    ),
}
"""Name of the hour → (pattern, elevation of the sun [deg])."""

MONTHS = "january february march april may june july august september october november december".split()
SEASONS = {
    "spring": (
        r"(?:in )?(?:the )?(?:early |late )?spring(?: ?time)?(?: day)?(?! (?:water|onion))|"
        r"(?:cherry |apple )?blossom(?= (?:everywhere|on the trees|trees))",
        4,
    ),
    "summer": (r"(?:in )?(?:the )?(?:early |late |high |mid ?)?summer(?: ?time)?(?:'s)?(?: day)?", 7),
    "autumn": (
        r"(?:in )?(?:the )?(?:early |late )?(?:autumn(?:al)?|fall(?= (?:colou?rs|foliage|leaves|morning|"
        r"day)))(?: (?:day|colou?rs|foliage))?|"
        r"(?:larches|trees|leaves|birches|maples|beeches) (?:gone|turned|turning) (?:to )?(?:gold|yellow|"
        r"red|orange)|"
        r"(?:yellow|golden|fallen|red|orange|russet|dead) leaves(?: (?:everywhere|on the (?:ground|grass|"
        r"pavement)))?",
        10,
    ),
    "winter": (
        r"(?:in )?(?:the )?(?:deep |early |late |mid ?)?winter(?: ?time|'s|y)?(?: day)?|wintry|frost(?:y|"
        r"ed)?(?= (?:morning|"
        r"grass|ground|meadow|day|dawn|air))|(?:at |for )?(?:christmas(?:sy)?|xmas)(?: (?:time|eve|morning|"
        r"day))?"
        r"(?! (?:tree|bauble|ornament|ball|wreath|stocking|present|gift|pudding|card))",
        1,
    ),
}
_CLOCK = (
    r"(?:at |around |about )?(\d{1,2})(?:[:.](\d{2}))? ?(a\.?m\.?|p\.?m\.?|o'clock(?: in the (?:morning|"
    r"afternoon|evening))?)"
    r"|(?:at |around )(\d{1,2})[:.](\d{2})"
)
_NOON = {"winter": 0.42, "autumn": 0.7, "spring": 0.85, "summer": 1.0}
"""How much lower than in June the middle of the day's sun stands."""
_ALIASES = {"nyc": "new york", "new york city": "new york", "manhattan": "new york", "brooklyn": "new york"}
MOON_BELOW = -8.0
"""With the sun lower than this [deg] the moon lights the shot."""


def read_time(ledger: Ledger, facts: LightFacts) -> LightFacts:
    """Claim hours, clock times with their places, months and seasons."""
    month = None
    for name, (pattern, middle) in SEASONS.items():
        for m in ledger.take(pattern):
            facts, month = replace(facts, season=facts.season or name), month or middle
            ledger.claim(m.start(), m.end(), "understood", f"season: {facts.season}")
    months = "|".join(MONTHS)
    for m in ledger.take(
        rf"(?:in |on |late |early |mid |a )*(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?)?({months})(?: "
        rf"\d{{1,2}}(?:st|nd|rd|th)?)?(?: day)?"
    ):
        if m[1] in ("may", "march") and " " not in m[0].strip():
            continue
        month = MONTHS.index(m[1]) + 1
        facts = replace(facts, season=facts.season or _season(month))
        ledger.claim(m.start(), m.end(), "understood", f"month: {m[1].title()}")
    clock = r"(?:five|ten|(?:a )?quarter|twenty|half|twenty five) (?:past|to) (?:\w+)"
    for m in ledger.take(
        r"(?:at )?(?:one|two|three|four|[1-4])(?: o'?clock)? in the morning|(?:the )?small hours"
    ):
        facts = replace(facts, time="night", elevation_deg=None)
        ledger.claim(m.start(), m.end(), "understood", "the small hours: night")
    for m in ledger.take(rf"(?:showing|shows|reading|reads|set to|stopped at) {clock}"):
        ledger.claim(
            m.start(), m.end(), "assumed", "a clock in the shot shows the time that it was made with"
        )
    for m in ledger.take(r"time ?lapse|hyper ?lapse"):
        ledger.claim(m.start(), m.end(), "ungrounded", "time cannot be sped up: the shot runs in real time")
    city = _read_city(ledger)
    facts = _read_clock(ledger, facts, city, month)
    return _read_hours(ledger, facts, city)


def _season(month: int) -> str:
    """The season of a month in the north."""
    return ("winter", "spring", "summer", "autumn")[month % 12 // 3]


def _read_city(ledger: Ledger) -> City | None:
    found = None
    names = {**{name: name for name in CITIES}, **{k: v for k, v in _ALIASES.items() if v in CITIES}}
    for name in sorted(names, key=len, reverse=True):
        for m in ledger.take(rf"(?:in |at |over |near )?{name}(?! (?:bus|taxi|cab|tram|phone box|double))"):
            found = found or CITIES[names[name]]
            meaning = (
                f"the sun of {found.name} ({found.latitude:.1f}°, {found.longitude:.1f}°); the set "
                f"stays our own"
            )
            ledger.claim(m.start(), m.end(), "understood", meaning)
    return found


def _read_clock(ledger: Ledger, facts: LightFacts, city: City | None, month: int | None) -> LightFacts:
    for m in ledger.take(_CLOCK):
        hour, minute = int(m[1] or m[4]), int(m[2] or m[5] or 0)
        half = (m[3] or "").replace(".", "")
        if half.startswith("pm") or "afternoon" in half or "evening" in half:
            hour = hour % 12 + 12
        elif half.startswith("am") and hour == 12:
            hour = 0
        if hour > 23 or minute > 59:
            raise BriefError(f"{m[0].strip()!r} is no time of day; write e.g. 'at 7 am' or 'at 19:30'")
        place = city or CITIES["london"]
        month = month or 6
        elevation = sun_elevation(place, month, hour, minute)
        when = f"{hour:02d}:{minute:02d} on the 21st of {MONTHS[month - 1].title()}"
        said = "understood" if city is not None else "assumed"
        note = f"{when} in {place.name}: the sun stands {elevation:.0f}° high"
        ledger.claim(m.start(), m.end(), said, note)  # type: ignore[arg-type]
        moon = elevation < MOON_BELOW
        facts = replace(facts, elevation_deg=elevation, place=place.name, when=when, moon=moon)
        return replace(facts, time="night" if moon else _hour_name(elevation, hour))
    return facts


def sun_elevation(city: City, month: int, hour: int, minute: int) -> float:
    """Elevation of the sun [deg] on the 21st of a month by the city's own clock."""
    local = datetime(2025, month, 21, hour, minute, tzinfo=UTC)
    _, elevation = solar_position(city.latitude, city.longitude, local - timedelta(hours=city.offset(month)))
    return round(float(elevation), 2)


def _hour_name(elevation: float, hour: int) -> str:
    if elevation < -4:
        return "blue hour"
    if elevation < 0:
        return "dawn" if hour < 12 else "dusk"
    if elevation < 10:
        return "sunrise" if hour < 12 else "golden hour"
    return "morning" if hour < 11 else ("noon" if hour < 14 else "afternoon")


def _read_hours(ledger: Ledger, facts: LightFacts, city: City | None) -> LightFacts:
    found: list[tuple[int, re.Match[str], str]] = []
    for name, (pattern, _) in TIMES.items():
        found += [(m.start(), m, name) for m in ledger.take(rf"(?:{pattern})")]
    for _, m, name in sorted(found, key=lambda item: item[0]):
        if not ledger.is_free(m.start(), m.end()):
            continue
        if facts.time is not None and facts.time != name:
            clash = f"{facts.time} was said first and stays" if name not in facts.time else facts.time
            ledger.claim(m.start(), m.end(), "assumed", clash)
            continue
        height = TIMES[name][1]
        first = name == "morning" and re.search(r"early|opening", m[0]) is not None
        if first or (name == "afternoon" and "late" in m[0]):
            height = {"morning": 11.0, "afternoon": 16.0}[name]
        if name in ("noon", "day", "afternoon") and facts.season is not None:
            height = round(height * _NOON[facts.season], 1)
        height = height if facts.elevation_deg is None else facts.elevation_deg
        if re.search(r"milky|soft|pale", m[0]):
            facts = replace(facts, quality=facts.quality or "soft")
        facts = replace(facts, time=name, elevation_deg=height, moon=facts.moon or height < MOON_BELOW)
        light = "the moon and lamps light it" if facts.moon else f"sun {height:.0f}° above the horizon"
        ledger.claim(m.start(), m.end(), "understood", f"{name}: {light}")
    return replace(facts, place=city.name if city and not facts.place else facts.place)
