"""Cut what is left of a brief into chunks: the longest phrases of the lexicon, and unknown words."""

from dataclasses import dataclass

from rayograph.plan.arrangement_words import AFTER
from rayograph.plan.ledger import Ledger, Token
from rayograph.plan.lexicon import LONGEST, Sense, lexicon
from rayograph.plan.relation_words import LETTERS


@dataclass(frozen=True, kw_only=True)
class Chunk:
    """A phrase and its senses; none: an unknown word. `mark` is punctuation, "gap" a claimed stretch."""

    text: str
    start: int
    end: int
    senses: tuple[Sense, ...] = ()
    mark: str = ""

    def sense(self, *roles: str) -> Sense | None:
        """The first sense with one of these roles."""
        return next((s for role in roles for s in self.senses if s.role == role), None)

    @property
    def unknown(self) -> bool:
        """A word that the lexicon lacks, or a compound that names something we lack."""
        return not self.mark and (not self.senses or self.senses[0].role == "foreign")

    @property
    def number(self) -> int | None:
        """The value of a numeral."""
        return round(float(self.text.replace(",", "."))) if self.text[:1].isdecimal() else None

    @property
    def quoted(self) -> bool:
        """A quotation."""
        return self.text[:1] == '"'


def chunks(ledger: Ledger, inner: tuple[tuple[int, int], ...] = ()) -> list[Chunk]:
    """The chunks of all words still free, in order; spans claimed inside a phrase (`inner`) leave no gap."""
    tokens = ledger.tokens
    result: list[Chunk] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if not ledger.is_free(token.start, token.end):
            inside = any(a <= token.start < b for a, b in inner)
            if not inside and (not result or result[-1].mark != "gap"):
                result.append(Chunk(text="", start=token.start, end=token.end, mark="gap"))
            i += 1
            continue
        if not (token.is_word or token.text[:1].isdecimal() or token.text[:1] == '"' or token.text == "&"):
            result.append(Chunk(text=token.text, start=token.start, end=token.end, mark=token.text))
            i += 1
            continue
        if token.text in ("w", "c") and i + 1 < len(tokens) and tokens[i + 1].text == "/":
            # "w/" is how shot lists spell "with".
            end = tokens[i + 1].end
            result.append(Chunk(text="with", start=token.start, end=end, senses=lexicon()["with"]))
            i += 2
            continue
        side = _side_letters(tokens, i)
        if side:
            end = tokens[i + side - 1].end
            sense = Sense(role="screen", value=LETTERS[tokens[i + side - 1].text])
            result.append(Chunk(text=f"{sense.value} side", start=token.start, end=end, senses=(sense,)))
            i += side
            continue
        if _is_modal(tokens, i):
            result.append(Chunk(text=token.text, start=token.start, end=token.end))
            i += 1
            continue
        if token.text[:1].isdecimal() and i + 1 < len(tokens) and tokens[i + 1].text == "%":
            # "18% grey" is a tone of grey.
            part = Sense(role="plain", value=f"{token.text}%")
            result.append(Chunk(text="%", start=token.start, end=tokens[i + 1].end, senses=(part,)))
            i += 2
            continue
        taken, senses = _longest(ledger, tokens, i)
        last = tokens[i + taken - 1]
        text = " ".join(t.text for t in tokens[i : i + taken])
        result.append(Chunk(text=text, start=token.start, end=last.end, senses=senses))
        i += taken
    return result


def _side_letters(tokens: tuple[Token, ...], i: int) -> int:
    """How many tokens say a side by its letter: "van L,", "tree on the R", "cup camera L and"; else 0."""
    for length in (1, 2, 3):
        words = [t.text for t in tokens[i : i + length]]
        after = tokens[i + length].text if i + length < len(tokens) else "."
        ends = after in ("and", "with", "plus") or not (after[:1].isalnum() or after[:1] in "'\"")
        led = length == 1 or (words[0] in _LED and words[1:-1] in ([], ["the"], ["camera"], ["frame"]))
        if len(words) == length and words[-1] in LETTERS and ends and led:
            return 0 if length == 1 and (i == 0 or not tokens[i - 1].is_word) else length
    return 0


_LED = ("on", "at", "to", "camera", "cam", "frame", "screen")
"""Words that lead to a side that is a letter."""


def _is_modal(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether "can" is the verb: "can you", "you can", "it can roll"."""
    if tokens[i].text not in ("can", "watch"):
        return False
    if i and tokens[i - 1].text in ("the", "a", "an", "this", "that", "one", "new", "steel", "old"):
        return False  # "The watch you'll wear"
    near = [t.text for t in tokens[max(0, i - 1) : i] + tokens[i + 1 : i + 2]]
    return any(word in ("you", "we", "i", "it", "they", "one", "he", "she") for word in near)


def _longest(ledger: Ledger, tokens: tuple[Token, ...], i: int) -> tuple[int, tuple[Sense, ...]]:
    table = lexicon()
    for length in range(min(LONGEST, len(tokens) - i), 0, -1):
        span = tokens[i : i + length]
        phrase = " ".join(t.text for t in span)
        if phrase in table and all(ledger.is_free(t.start, t.end) for t in span):
            if phrase in AFTER and i + length < len(tokens) and tokens[i + length].text == "of":
                continue  # "Into a pile of crates" does not pile up what flies there
            return length, table[phrase]
        if length == 1 and phrase.endswith("'s") and phrase[:-2] in table:
            return 1, table[phrase[:-2]]
    return 1, ()
