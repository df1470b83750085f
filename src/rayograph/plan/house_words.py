"""What the houses of a street are built of: "brick terraces behind", "white stucco houses"."""

import re

from rayograph.plan.colour_words import COLOURS, TONES, colour_hex
from rayograph.plan.facts import Place
from rayograph.plan.ledger import Ledger

_STUFFS = {
    "brick": "brick", "red brick": "brick", "brown brick": "brick", "yellow brick": "brick #a68a58",
    "bricks": "brick", "stone": "stone", "limestone": "stone", "sandstone": "stone #b8925e",
    "granite": "stone #85868a", "ashlar": "stone", "brownstone": "stone #7a5140", "haussmann": "stone",
    "haussmannian": "stone", "parisian": "stone", "stucco": "stucco", "plaster": "stucco",
    "plastered": "stucco", "rendered": "stucco", "whitewashed": "stucco #ece9e2", "painted": "stucco",
    "pastel": "stucco", "mediterranean": "stucco", "italian": "stucco", "concrete": "stucco #9b9a95",
    "brutalist": "stucco #9b9a95", "victorian": "brick", "georgian": "brick", "industrial": "brick",
}  # fmt: skip
"""Word → walls of the street, with a colour where the word has one."""
_ALONE = {
    "brownstones?": "stone #7a5140", "(?:row|town|terraced) ?houses?": "brick", "terraces?": "brick",
    "mews": "brick", "warehouses?": "brick", "mills?": "brick", "tenements?": "brick",
    "brickwork": "brick", "stucco": "stucco", "back to backs": "brick",
}  # fmt: skip
"""Names of houses that say what they are built of."""
_HOUSES = (
    r"(?:(?:row|town|terraced?|apartment|shop|street|old|city|tall|narrow|office|tenement|corner) ?)*"
    r"(?:terraces?|houses?|buildings?|fronts?|facades?|tenements?|warehouses?|blocks?|rows?|shop ?fronts?|"
    r"apartments?|architecture|cottages?|flats|mews|house ?fronts?|walls)"
)
_SHADE = "|".join(sorted({*TONES, "warm", "old", "grand", "weathered", "crumbling"}, key=len, reverse=True))
_HUE = "|".join(sorted(COLOURS, key=len, reverse=True))
_STUFF = "|".join(sorted(_STUFFS, key=len, reverse=True))
_LEAD = (
    r"(?:(?:against|before|in front of|with|between|past|along|beside|under|below|lined with|lined by|"
    r"backed by|outside) )?(?:(?:a|an|the|some|two|several) )?(?:(?:row|rows|line|lines|wall|backdrop|"
    r"background|terrace) of )?"
)
_TAIL = (
    r"(?: (?:in the )?(?:behind|background|opposite|either side|on (?:both|either) sides?|beyond|backdrop))?"
)
_MADE = re.compile(r"\b(red brick|brick|stone|stucco|concrete|whitewashed)(?= (?:wall|street|alley|lane))")

_OUTDOORS = re.compile(
    r"\b(?:street|road|pavement|sidewalk|kerb|curb|lamp ?post|corner|alley|lane|parked|taxi|cab|van|car|"
    r"bus|tram|bicycle|bike|motorbike|motorcycle|scooter|vespa|hydrant|pillar box|phone box)\b"
)


def read_houses(ledger: Ledger) -> str:
    """Claim what is said of the houses; what they are built of and their colour, "" if nothing was said."""
    said = ""
    shades = rf"((?:(?:{_SHADE}),? )*)"
    for m in ledger.take(
        rf"{_LEAD}{shades}(?:({_HUE}) )?(?:and ({_HUE}) )?({_STUFF})(?: (?:{_STUFF}))? {_HOUSES}{_TAIL}"
    ):
        if re.search(r"\bblock$", m[0]) and not _OUTDOORS.search(ledger.text):
            continue  # on "a stone block" a watch lies
        said = said or _walls(m[1], m[2], _STUFFS[m[4]])
        ledger.claim(m.start(), m.end(), "understood", f"the houses of the street: {said}")
    for m in ledger.take(
        rf"{_LEAD}{shades}({_HUE}) ((?:(?:town|row|terraced) ?)?houses|buildings|facades){_TAIL}"
    ):
        said = said or _walls(m[1], m[2], "stucco")
        ledger.claim(m.start(), m.end(), "understood", f"the houses of the street: {said}")
    outdoors = _OUTDOORS.search(ledger.text) is not None
    alone = "|".join(_ALONE)
    for m in ledger.take(rf"{_LEAD}{shades}({alone}){_TAIL}") if outdoors else []:
        name = next(stuff for pattern, stuff in _ALONE.items() if re.fullmatch(pattern, m[2]))
        said = said or _walls(m[1], None, name)
        ledger.claim(m.start(), m.end(), "understood", f"the houses of the street: {said}")
    made = _MADE.search(ledger.text)
    return said or (_STUFFS[made[1]] if made and outdoors else "")


def street_of(walls: str) -> tuple[Place, ...]:
    """Where there are houses of such walls there is a street, unless the words name another place."""
    return (Place(set="street", phrase="houses", weak=True),) if walls else ()


def _walls(shades: str, hue: str | None, stuff: str) -> str:
    if hue is None or (stuff == "brick" and hue in ("red", "brown")):
        return stuff
    tones = tuple(tone for tone in re.findall(r"\w+", shades) if tone in TONES)
    return f"{stuff.split()[0]} {colour_hex(hue, tones)}"
