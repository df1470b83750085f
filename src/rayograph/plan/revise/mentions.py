"""Which members of the cast the words of a revision mean: "the red ball", "both cups", "it"."""

import re
from functools import cache

from rayograph.core.catalogue import MATERIALS
from rayograph.core.errors import BriefError
from rayograph.core.plan import CastMember, ShotPlan
from rayograph.plan.colour_words import COLOURS, TONES, colour_name
from rayograph.plan.lexicon import EXTRA_MATERIALS, SIZES, WEAR, lexicon, plurals

PLACES = ("left", "leftmost", "right", "rightmost", "front", "nearest", "back", "farthest", "middle", "first",
          "second", "third", "last", "top", "bottom")  # fmt: skip
_ALL = r"(?:all (?:of )?|every |each |both (?:of )?|the two |the three )"
_AND = r"(?:,? and (?:also )?|, )"
_ONE_OF = r"one of (?=the|these|those|\w+s\b)"
_DET = r"(?:the |its |that |this |our )?"


@cache
def materials() -> dict[str, str]:
    """Word → material of the catalogue."""
    own = {word: name for name, words in MATERIALS.items() for word in (*words, name.replace("_", " "))}
    return own | EXTRA_MATERIALS


@cache
def _adjectives() -> str:
    words = {*COLOURS, *TONES, *materials(), *SIZES, *WEAR, *PLACES}
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@cache
def _words_of_kind(kind: str) -> tuple[str, ...]:
    return tuple(
        phrase for phrase, senses in lexicon().items() if senses[0].role == "cast" and senses[0].value == kind
    )


class Mentions:
    """The noun phrases by which the members of one plan can be named. `pattern` has no groups."""

    def __init__(self, plan: ShotPlan, text: str) -> None:
        self._text = text
        self._nouns = _nouns(plan)
        nouns = "|".join(sorted(map(re.escape, self._nouns), key=len, reverse=True)) or r"\Z\b"
        self._noun = re.compile(rf"(?:{nouns})$")
        self.phrase = rf"(?:{_ALL}|{_ONE_OF})?{_DET}(?:(?:{_adjectives()}) )*(?:{nouns})"
        self.pattern = rf"(?:{self.phrase}(?:{_AND}{self.phrase})*|it|them|everything)"

    def refers(self, phrase: str, at: int) -> bool:
        """Whether a phrase stands for something: "it" only does where a thing was named before."""
        before = re.search(rf"(?<!\w){self.phrase}(?!\w)", self._text[:at])
        return phrase.strip() not in ("it", "them") or before is not None

    def ids(self, phrase: str, at: int, plan: ShotPlan) -> list[str]:
        """The members that a phrase means, said at `at` in the words.

        Raises:
            BriefError: it means none, or one of several and it is not said which.
        """
        phrase = phrase.strip()
        if phrase == "everything":
            return [member.id for member in plan.cast]
        if phrase in ("it", "them"):
            said = list(re.finditer(rf"(?<!\w){self.phrase}(?!\w)", self._text[:at]))
            if not said:
                raise BriefError(f"{phrase!r} stands for nothing named before; name the thing")
            return self.ids(said[-1].group(), said[-1].start(), plan)
        parts = re.split(rf"{_AND}(?={self.phrase}(?!\w))", phrase)
        if len(parts) > 1:
            return list(dict.fromkeys(name for part in parts for name in self.ids(part, at, plan)))
        noun = self._noun.search(phrase)
        head = noun.group() if noun else phrase
        here = {member.id: member for member in plan.cast}
        found = [here[name] for name in self._nouns.get(head, ()) if name in here]
        if not found:
            raise BriefError(f"{phrase!r} is no longer in the shot; it holds {held(plan)}")
        lead = phrase[: -len(head)].strip()
        # "The ball" beside a "glass sphere" is the one that was called so.
        found = [member for member in found if member.name.lower().endswith(head)] or found
        kept = _narrowed(re.sub(_ONE_OF, "", lead), found)
        if not kept:
            raise BriefError(f"no {head} is {lead.removeprefix('the ')!r}; there are {_told(found)}")
        single = not re.match(_ALL, phrase) and head not in _many(head, found)
        if re.match(_ONE_OF, phrase):
            return [kept[-1].id]
        if len(kept) > 1 and single:
            raise BriefError(
                f"{phrase!r} may be any of {_told(kept)}; say which (the left {head}) or 'all the …s'"
            )
        return [member.id for member in kept]


def _many(head: str, found: list[CastMember]) -> set[str]:
    """The head itself, where it is a plural."""
    senses = lexicon().get(head, ())
    many = any(sense.role == "cast" and sense.plural for sense in senses)
    return {head} if many or any(head in plurals(m.kind.replace("_", " ")) for m in found) else set()


def held(plan: ShotPlan) -> str:
    """The cast in a few words, for messages."""
    names = list(dict.fromkeys(member.name or member.kind.replace("_", " ") for member in plan.cast))
    return ", ".join(names[:8]) + (" …" if len(names) > 8 else "") if names else "nothing"


def _told(found: list[CastMember]) -> str:
    return ", ".join(f"{member.id} ({colour_name(member.colour)})" if member.colour else member.id
                     for member in found[:6])  # fmt: skip


def _nouns(plan: ShotPlan) -> dict[str, list[str]]:
    """Noun phrase → ids."""
    found: dict[str, list[str]] = {}

    def add(word: str, name: str) -> None:
        if word and name not in found.setdefault(word, []):
            found[word].append(name)

    for member in plan.cast:
        kind = member.kind.replace("_", " ")
        for word in (*_words_of_kind(member.kind), kind, *plurals(kind), member.id.replace("_", " ")):
            add(word, member.id)
        named = member.name.lower().split()
        for start in range(len(named)):
            add(" ".join(named[start:]), member.id)
    exact = set(found)
    for member in plan.cast:
        last = member.kind.split("_")[-1]
        for word in (last, *plurals(last)):
            if word not in exact:
                add(word, member.id)
    return {word: names for word, names in found.items() if word not in COLOURS or _is_cast(word)}


def _is_cast(word: str) -> bool:
    """Whether a colour word also names a thing: an orange."""
    return any(sense.role == "cast" for sense in lexicon().get(word, ()))


def _narrowed(lead: str, found: list[CastMember]) -> list[CastMember]:
    """Those of several that the adjectives fit."""
    for m in re.finditer(rf"(?<!\w)(?:{_adjectives()})(?!\w)", lead):
        word = m.group()
        if word in TONES or word in SIZES or word in WEAR:
            kept = [member for member in found if word in member.words.lower()]
            found = kept or found
        elif word in PLACES:
            found = [_by_place(word, found)]
        else:
            found = [member for member in found if _is(member, word)]
    return found


def _is(member: CastMember, word: str) -> bool:
    """Whether a member has this colour or is of this stuff."""
    if word in member.words.lower().split() or word in member.name.split():
        return True
    if word in COLOURS and member.colour is not None:
        name = colour_name(member.colour)
        return name == word or name.split()[-1] == word or COLOURS[name] == COLOURS[word]
    return word in materials() and materials()[word] == member.material


def _by_place(word: str, found: list[CastMember]) -> CastMember:
    across = sorted(found, key=lambda member: member.position[0])
    deep = sorted(found, key=lambda member: member.position[1])
    high = sorted(found, key=lambda member: member.position[2])
    nth = {"first": 0, "second": 1, "third": 2, "last": -1, "left": 0, "leftmost": 0, "right": -1,
           "rightmost": -1, "middle": len(found) // 2}  # fmt: skip
    if word in nth:
        return across[min(nth[word], len(found) - 1)]
    if word in ("front", "nearest"):
        return deep[0]
    return {"top": high[-1], "bottom": high[0]}.get(word, deep[-1])
