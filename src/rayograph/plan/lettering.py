"""Quoted words: what a sign says."""

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


def read_texts(ledger: Ledger) -> list[tuple[int, str]]:
    """Claim quotations with the verbs that lead to them: (place in the text, words)."""
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
    return found


def give_texts(ledger: Ledger, nouns: Nouns, texts: list[tuple[int, str]]) -> None:
    """Put each text on the nearest sign; a text without a sign gets one."""
    for place, words in texts:
        signs = [i for i in nouns.items if i.kind == "thing" and nouns.things[i.thing].kind == "sign"]
        free = [i for i in signs if not nouns.things[i.thing].text]
        if free:
            item = min(free, key=lambda i: min(abs(i.start - place), abs(i.end - place)))
            nouns.things[item.thing] = replace(nouns.things[item.thing], text=words)
            continue
        ledger.assume(f"a sign carries the words {words!r}")
        nouns.things.append(Thing(kind="sign", text=words, phrase="sign", name="sign", assumed=True))
        nouns.items.append(Item(kind="stop", start=place, end=place))
        nouns.items.append(Item(kind="thing", start=place, end=place, thing=len(nouns.things) - 1))
