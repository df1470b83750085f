"""Words to be read in the picture: quoted, or in capitals after "reading"; and what carries them."""

import re
from dataclasses import replace

from rayograph.plan.facts import Thing
from rayograph.plan.ledger import Ledger
from rayograph.plan.nouns import Item, Nouns

_LEAD = (
    r"(?:(?:that|which) )?(?:says?|reads?|reading|saying|spelling|spells|marked|labell?ed|titled|called|"
    r"named|inscribed|"
    r"(?:with )?(?:the )?(?:words?|text|letters|lettering|inscription|title|label|message))(?: (?:out|with|"
    r"of))?"
)


_WRITTEN = (
    r"(?:that |which )?(?:says?|saying|reads?|reading|lettered|chalked|marked|labell?ed|titled|stencill?ed|"
    r"printed|emblazoned|branded|inscribed|engraved|painted|spelling(?: out)?|spells(?: out)?|"
    r"with the words?|"
    r"(?:a |the )?(?:label|sign|logo|neon|plate|title)(?: reads| says|:)?)"
)
_WORD = r"(?:[^\W\d_a-z][^\W_a-z]*[’'&.!?-]?[^\W_a-z]*(?![a-z])|[£$€]?\d+|&)"
_CAPITALS = re.compile(rf"[\s:]*(?:{_WORD}(?: |$|(?=[.,;:!?])))+")
PRINTED = frozenset(
    "neon_sign shop_sign "
    "sign sandwich_board van truck bus double_decker tram taxi book bottle perfume tin_can jar carton "
    "cereal_box canister spray_can calculator kiosk bus_stop front_door "
    "pizza_box matchbox crate gift phone_box post_box mailbox newspaper_box vending_machine awning newspaper "
    "magazine poster menu_board car street_name_sign stop_sign police_car ambulance fire_engine".split()
)
"""Kinds on which words can be read."""
_SIGNS = ("sign", "neon_sign", "shop_sign", "sandwich_board", "awning", "street_name_sign")


def read_texts(ledger: Ledger) -> list[tuple[int, str]]:
    """Claim quotations, and capitals after "reading", with the verbs that lead to them: (place, words)."""
    found = []
    for token in ledger.tokens:
        if token.text[:1] != '"' or not ledger.is_free(token.start, token.end):
            continue
        words = ledger.brief[token.start + 1 : token.end - 1].strip()
        leads = [m for m in ledger.take(_LEAD) if 0 <= token.start - m.end() <= 3]
        start = leads[0].start() if leads else token.start
        if not words:
            ledger.claim(start, token.end, "assumed", "an empty quotation says nothing")
            continue
        ledger.claim(start, token.end, "understood", f"lettering: {words[:400]}")
        found.append((token.start, words[:400]))
    return found + _capitals(ledger)


def _capitals(ledger: Ledger) -> list[tuple[int, str]]:
    """Words in capitals after "reading", "says" or "lettered", where not all of the brief is in capitals."""
    letters = [c for c in ledger.brief if c.isalpha()]
    if sum(c.isupper() for c in letters) > 0.5 * len(letters):
        return []
    found = []
    for lead in ledger.take(_WRITTEN):
        words = _CAPITALS.match(ledger.brief, lead.end())
        if words is None or not ledger.is_free(lead.start(), words.end()):
            continue
        text = words.group().strip(" :.,;")
        if sum(c.isupper() for c in text) < 3:
            continue
        noun = re.search(r"(?:label|sign|logo|neon|plate|title)", lead.group())
        start = lead.end() if noun else lead.start()
        ledger.claim(start, words.end(), "understood", f"lettering: {text[:400]}")
        found.append((lead.start(), text[:400]))
    return found


def give_texts(ledger: Ledger, nouns: Nouns, texts: list[tuple[int, str]]) -> None:
    """Put each text on the nearest thing that is read; a text without one gets a sign."""
    for place, words in texts:
        item = _carrier(ledger, nouns, place)
        if item is not None:
            nouns.things[item.thing] = replace(nouns.things[item.thing], text=words)
            continue
        ledger.assume(f"a sign carries the words {words!r}")
        nouns.things.append(Thing(kind="sign", text=words, phrase="sign", name="sign", assumed=True))
        nouns.items.append(Item(kind="stop", start=place, end=place))
        nouns.items.append(Item(kind="thing", start=place, end=place, thing=len(nouns.things) - 1))


def _carrier(ledger: Ledger, nouns: Nouns, place: int) -> Item | None:
    """A sign in the same sentence, else the nearest thing that is read, sooner before than after."""
    free = [
        i for i in nouns.items
        if i.kind == "thing" and nouns.things[i.thing].kind in PRINTED and not nouns.things[i.thing].text
    ]  # fmt: skip
    if not free:
        return None

    def apart(item: Item) -> tuple[int, int]:
        between = ledger.text[min(item.end, place) : max(item.start, place)]
        far = min(abs(item.start - place), abs(item.end - place))
        return ("." in between, far + (25 if item.start > place else 0))

    signs = [i for i in free if nouns.things[i.thing].kind in _SIGNS and not apart(i)[0]]
    best = min(signs or free, key=apart)
    return best if apart(best)[1] < 160 else None
