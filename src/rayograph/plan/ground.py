"""Unknown words against the catalogue, by sentence embeddings, with foils: what we know we cannot shoot."""

from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
from jaxtyping import Float

from rayograph.plan.embed import embed, embed_cached
from rayograph.plan.lexicon import COMPOUNDS, Sense, lexicon
from rayograph.plan.stand_ins import STAND_INS

ACCEPT = 0.58
"""Least cosine similarity at which a word is taken for a catalogue word (see tests/plan/test_ground.py)."""
FOIL_MARGIN = 0.05
"""How much nearer than any foil the word must be."""
MATERIAL = 0.6
"""As ACCEPT, for materials: most nouns resemble some stuff."""
PLACE = 0.62
"""As ACCEPT, for places: a wrong one moves the whole shot."""
ALIKE = 0.75
"""As ACCEPT, for words that share their spelling with the catalogue's: the embedding sees letters too."""
BARE = 0.66
"""As ACCEPT, for words without article, number or look, which may as well be verbs or talk."""
FOREIGN = 0.6
"""Similarity to a foil from which a modifier names a thing of its own."""

FOILS = (
    "waiter|barista|farmer|police officer|cyclist|driver|musician|runner|somebody|someone|"
    "tourist|couple|student|doctor|mother|father|friend|robot arm|balloon|"
    "person|man|woman|child|baby|girl|boy|soldier|knight|dancer|chef|crowd|people|face|hand|king and queen|"
    "ghost|angel|astronaut|spaceman|"
    "monster|dragon|unicorn|wizard|zombie|alien|animal|dog|puppy|cat|kitten|horse|cow|sheep|elephant|lion|"
    "tiger|bear|wolf|"
    "fox|rabbit|mouse|bird|eagle|owl|chicken|snake|frog|fish|shark|whale|dolphin|butterfly|bee|insect|"
    "spider|dinosaur|"
    "spaceship|rocket|satellite|planet|galaxy|moon rock|airplane|helicopter|train|tractor|tank|motorcycle|"
    "submarine|"
    "dust|smoke|steam|sparks|confetti|bubbles|feathers|hair|cherries|vegetables|spoon|"
    "castle|skyscraper|bridge|tower building|church|windmill|lighthouse|stadium|factory|pyramid of giza|"
    "volcano|waterfall|"
    "explosion|lightning|tornado|tsunami|avalanche|fireworks|"
    "computer|phone|television|keyboard|microphone|guitar|piano|violin|drum kit|trumpet|gun|sword|knife|"
    "bomb|hammer|"
    "pizza|burger|cake|cheese|meat|egg|ice cream|soup|shirt|dress|shoe|hat|glove|wedding|music|love|idea|"
    "freedom|time|dream|hammock|sled|skis|easel|syringe|microscope|test tube|revolver|necklace|jewellery|"
    "rack|petrol pump|roof|tobacco pipe|birdcage|nail|anchor|surfboard|snowboard|chain|gate|"
    "washing line|mop|vacuum cleaner|drone|tripod|rosemary|herbs|beans|dumbbell|clapperboard|" + COMPOUNDS
).split("|")
"""Things that a brief may name and nobody can shoot here. A word nearer to one of these is not grounded."""


@dataclass(frozen=True, kw_only=True)
class Hit:
    """The catalogue word that an unknown word was taken for."""

    word: str
    role: str
    value: str
    similarity: float
    plural: bool = False


@lru_cache(maxsize=4096)
def _similarities(phrase: str) -> tuple[Float[np.ndarray, "n"], float]:
    vector = embed((phrase,))[0]
    words, foils = _vectors()
    # einsum, since a BLAS call of this size wakes threads that cost more than the work.
    return np.einsum("nc,c->n", words, vector), float(np.einsum("nc,c->n", foils, vector).max())


class Grounder:
    """Looks unknown words up; the model is loaded at the first of them."""

    def nearest(self, phrase: str) -> Hit | None:
        """What the phrase may be taken for, or None."""
        if not phrase.isascii() or len(phrase) < 3:
            return None
        scores, foil = _similarities(phrase)
        best = int(np.argmax(scores))
        if scores[best] < ACCEPT or foil > scores[best] - FOIL_MARGIN:
            return None
        word = _words()[best]
        sense = _sense(word)
        least = {"material": MATERIAL, "place": PLACE}.get(sense.role, ACCEPT)
        if scores[best] < (max(least, ALIKE) if _spelt_alike(phrase, word) else least):
            return None
        plural = phrase.endswith("s") and not phrase.endswith("ss")
        return Hit(
            word=word, role=sense.role, value=sense.value, similarity=float(scores[best]), plural=plural
        )

    def is_foreign(self, word: str) -> bool:
        """Whether a modifier names something we lack ("jade elephant"), rather than a mere attribute."""
        scores, foil = _similarities(word)
        return foil > FOREIGN and foil > float(scores.max())

    def explain(self, phrase: str) -> tuple[str, tuple[str, ...]]:
        """Why the phrase is not grounded, and the three nearest kinds that could be shot."""
        if len(phrase) < 2 or not phrase.isascii():
            return "was not understood", ("apple", "book", "ball")
        scores, _ = _similarities(phrase)
        near: list[str] = []
        for index in np.argsort(-scores):
            sense = _sense(_words()[int(index)])
            name = sense.value.replace("_", " ")
            if sense.role == "cast" and name not in near:
                near.append(name)
            if len(near) == 3:
                break
        return f"is not in the catalogue; the nearest are {', '.join(near)}", tuple(near)


def _spelt_alike(phrase: str, word: str) -> bool:
    """Whether words share letters rather than a meaning: "vanitas" and "van", "front" and "storefront"."""
    last, other = phrase.split()[-1], word.split()[-1]
    if last.endswith(other) or last.rstrip("s") == other.rstrip("s"):
        return False  # A compound of the word: "lampshade" is none, "rowboat" is one.
    return last in word or other in last or last[:4] == other[:4]


@cache
def _words() -> tuple[str, ...]:
    wanted = ("cast", "place", "material")
    return tuple(
        phrase
        for phrase, senses in lexicon().items()
        if senses[0].role in wanted and senses[0].value not in ("", "/") and not senses[0].plural
        if phrase not in STAND_INS
    )


def _sense(word: str) -> Sense:
    return lexicon()[word][0]


@cache
def _vectors() -> tuple[Float[np.ndarray, "n c"], Float[np.ndarray, "m c"]]:
    words = _words()
    table = lexicon()
    foils = tuple(f for f in FOILS if f not in table or table[f][0].role in ("foreign", "talk"))
    vectors = embed_cached((*words, *foils))
    return vectors[: len(words)], vectors[len(words) :]
