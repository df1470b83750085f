"""The ledger of a brief: which of its words have been accounted for, and how.

Every reader of the grammar takes its words from here and leaves a `Reading` behind, so that nothing can be
dropped in silence: what no reader claimed is named as ungrounded in the end.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rayograph.core.plan import Reading

Verdict = Literal["understood", "assumed", "ungrounded"]

STOPWORDS = frozenset(
    "a an the of and or with is are be been being was were it its it's they their them this that these "
    "those there "
    "here to at in on by for from as into onto up down off out over under then than so but while when "
    "where which "
    "who whom whose has have had do does did will would can could should may might must also just very too "
    "quite "
    "rather some any each every both either we us our you your i my me he she his her him one another "
    "other others "
    "if because after before during until about through across along only own same such not s".split()
)
"""Words that carry no content of their own; a reading may cover them but need not."""

_TOKEN = re.compile(r"\"[^\"]*\"|\d+(?:[.,]\d+)?|[^\W\d_]+(?:'[^\W\d_]+)?|[^\w\s]|_", re.UNICODE)
_CLAIMED = "\x00"


@dataclass(frozen=True, kw_only=True)
class Token:
    """A word, number, quotation or mark of the brief, with its place in the text (half-open)."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Letters, rather than a number, a quotation or punctuation."""
        return self.text[:1].isalpha()

    @property
    def is_content(self) -> bool:
        """Whether a reading must cover it."""
        return (
            self.text[:1] == '"' or self.text[:1].isdecimal() or (self.is_word and self.text not in STOPWORDS)
        )


def _bare(letter: str) -> str:
    """A letter without its accent: "café" is a "cafe"."""
    base = unicodedata.normalize("NFD", letter)[:1]
    return base if letter.isalpha() and base.isascii() and base.isalpha() else letter


def normal(brief: str) -> str:
    """The brief in lower case with plain quotes and hyphens as blanks, of the same length."""
    plain = {"’": "'", "‘": "'", "“": '"', "”": '"', "«": '"', "»": '"', "–": " ", "—": ",", "×": "x"}
    text = "".join(plain.get(c, _bare(c.lower()) if len(c.lower()) == 1 else c) for c in brief)
    text = re.sub(r"(?<=[^\W\d_])-(?=[^\W\d_])", " ", text)
    text = re.sub(r"(?<=\d)-(?=[a-z])", " ", text)
    text = re.sub(r"(?<= o)'[- ]?(?=lantern)", lambda cut: " " * len(cut.group()), text)
    # 'OPEN' in single quotes is a quotation too, an apostrophe inside a word is not.
    return re.sub(r"(?<![^\W_])'([^'\n]{1,80})'(?![^\W_])", r'"\1"', text)


def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens of a normalised text, in order."""
    return tuple(Token(text=m.group(), start=m.start(), end=m.end()) for m in _TOKEN.finditer(text))


def one_of(patterns: str) -> str:
    """A pattern of alternatives, one a line; after a backslash a line goes on."""
    return "|".join(line.strip() for line in re.sub(r"\\\n\s*", "", patterns).strip().splitlines())


@lru_cache(maxsize=4096)
def _whole(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)")


class Ledger:
    """The words of one brief and the readings made of them so far."""

    def __init__(self, brief: str) -> None:
        self.brief = brief
        self.text = normal(brief)
        self.tokens = tokenise(self.text)
        self._free = bytearray(b"\x01" * len(self.text))
        self._readings: list[tuple[int, Reading]] = []
        self._masked = self.text

    def masked(self) -> str:
        """The text with every claimed character blanked out, so that no pattern matches it twice."""
        return self._masked

    def is_free(self, start: int, end: int) -> bool:
        """Whether no character between is claimed."""
        return all(self._free[start:end])

    def take(self, pattern: str) -> list[re.Match[str]]:
        """All matches of `pattern`, as whole words, in what is still free (claims nothing)."""
        return list(_whole(pattern).finditer(self.masked()))

    def claim(
        self, start: int, end: int, verdict: Verdict, meaning: str, nearest: tuple[str, ...] = ()
    ) -> None:
        """Account for the words between and write down what was made of them."""
        # A sign of money, a number sign or a percent sign belongs to its word.
        start -= start > 0 and self.brief[start - 1] in "$£€¥#@" and self.is_free(start - 1, start)
        end += end < len(self.brief) and self.brief[end] in "%°" and self.is_free(end, end + 1)
        phrase = " ".join(self.brief[start:end].split()).strip(" ,.;:")
        self._free[start:end] = bytes(end - start)
        self._masked = self._masked[:start] + _CLAIMED * (end - start) + self._masked[end:]
        reading = Reading(phrase=phrase, verdict=verdict, meaning=meaning, nearest=nearest)
        self._readings.append((start, reading))

    def assume(self, meaning: str) -> None:
        """Write down something that no word of the brief said."""
        reading = Reading(phrase="", verdict="assumed", meaning=meaning)
        self._readings.append((len(self.text), reading))

    def reread(self, phrase: str, verdict: Verdict, meaning: str, nearest: tuple[str, ...] = ()) -> None:
        """Write down another reading of words; what could not be read of them counts no longer."""
        start = self.brief.lower().find(phrase.lower()) if phrase.strip() else -1
        if start < 0:
            self._readings.append(
                (len(self.text), Reading(phrase="", verdict="assumed", meaning=f"{phrase}: {meaning}"))
            )
            return
        end = start + len(phrase)
        self._readings = [
            (at, reading)
            for at, reading in self._readings
            if not (reading.verdict == "ungrounded" and start <= at and at + len(reading.phrase) <= end)
        ]
        said = self.brief[start:end]
        self._readings.append(
            (start, Reading(phrase=said, verdict=verdict, meaning=meaning, nearest=nearest))
        )

    def leftovers(self) -> list[Token]:
        """Content tokens that nobody has claimed yet."""
        return [t for t in self.tokens if t.is_content and not any(self._covers(t))]

    def _covers(self, token: Token) -> list[bool]:
        return [not free for free in self._free[token.start : token.end]]

    def readings(self) -> tuple[Reading, ...]:
        """All readings in the order of the words, assumptions without words last."""
        return tuple(reading for _, reading in sorted(self._readings, key=lambda item: item[0]))
