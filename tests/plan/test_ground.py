"""Calibration of the threshold: true neighbours are taken, what we cannot shoot is not."""

import numpy as np

from rayograph.plan.embed import embed, model_folder
from rayograph.plan.ground import Grounder

TAKEN = {
    "goldfish bowl": "bowl", "minivan": "van", "kayaks": "kayak",
    "bouquets": "flower", "succulents": "cactus", "kitbag": "suitcase",
    "shrubbery": "bush", "steamboat": "boat", "motorboat": "sailboat", "automobiles": "car",
}  # fmt: skip
REFUSED = (
    "dragon person elephant woman man dog cat castle helicopter "
    "airplane crowd wolf zombie volcano giraffe penguin octopus astronaut bulldozer democracy jealousy "
    "quantum tornado"
).split()  # fmt: skip


def test_neighbours_of_the_catalogue_are_taken() -> None:
    grounder = Grounder()
    hits = {word: grounder.nearest(word) for word in TAKEN}
    right = sum(hit is not None and hit.value == TAKEN[word] for word, hit in hits.items())
    assert right >= len(TAKEN) - 1, {w: h and h.value for w, h in hits.items()}


def test_what_cannot_be_shot_is_not_taken_for_something() -> None:
    grounder = Grounder()
    wrong = {word: hit.word for word in REFUSED if (hit := grounder.nearest(word)) is not None}
    assert len(wrong) <= 1, wrong


def test_three_nearest_are_offered() -> None:
    meaning, near = Grounder().explain("motorbike rider")
    assert len(set(near)) == 3 and all(word in meaning for word in near)


def test_embeddings_are_of_unit_length_and_do_not_depend_on_the_batch() -> None:
    alone = embed(("a small red boat",))
    batch = embed(("teapot", "a small red boat", "an old lantern on a wooden table by the window"))
    assert np.allclose(np.linalg.norm(batch, axis=1), 1, atol=1e-5)
    assert np.abs(alone[0] - batch[1]).max() < 1e-5


def test_similar_sentences_are_closer_than_unrelated_ones() -> None:
    # Reference from the model's card: cosine similarity orders these pairs.
    cat, kitten, car = embed(("a cat", "a kitten", "a parked car"))
    assert cat @ kitten > 0.7 > 0.45 > cat @ car


def test_the_model_is_read_as_files() -> None:
    assert (model_folder() / "tokenizer.json").is_file()
