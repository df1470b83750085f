import functools
from dataclasses import replace

import numpy as np

from rayograph.train.data.compose import HIGH_SUN, LOW_SUN, SUN, PlannedClip, planned
from rayograph.train.data.factors import LIGHTS, WHERE, drawn, is_held_out, sentence
from rayograph.train.data.recipe import DataRecipe

RECIPE = DataRecipe(name="test", seed=3, clips_per_place=2)


@functools.cache
def some_clips() -> tuple[PlannedClip, ...]:
    return tuple(clip for place in range(30) for clip in planned(RECIPE, place))


def test_a_place_is_the_same_whoever_plans_it_and_another_seed_is_another() -> None:
    assert planned(RECIPE, 5) == planned(RECIPE, 5)
    other = planned(replace(RECIPE, seed=4), 5)
    assert [clip.plan for clip in other] != [clip.plan for clip in planned(RECIPE, 5)]


def test_clips_of_a_place_share_the_set_and_differ_in_the_rest() -> None:
    clips = planned(RECIPE, 2)
    assert (
        len(clips) == RECIPE.clips_per_place and len({clip.plan.set.model_dump_json() for clip in clips}) == 1
    )
    assert len({clip.plan.brief for clip in clips}) == len(clips)
    assert all(clip.plan.format.frames == 25 for clip in clips)


def test_held_out_pairs_are_never_in_training() -> None:
    clips = some_clips()
    splits = {clip.split for clip in clips}
    assert splits == {"train", "recombined", "beyond"}
    assert all(is_held_out(clip.factors) == (clip.split == "recombined") for clip in clips)


def test_what_is_held_out_is_a_combination_each_of_whose_parts_is_trained_on() -> None:
    rng = np.random.default_rng(0)
    light, where = LIGHTS["tabletop"][0], WHERE["tabletop"][0]
    drawings = [drawn("tabletop", light, where, rng, others=0) for _ in range(4000)]
    kept = [f for f in drawings if is_held_out(f)]
    trained = [f for f in drawings if not is_held_out(f)]
    assert 0.1 < len(kept) / len(drawings) < 0.5
    for name in ("shape", "material", "motion"):
        assert {getattr(f, name) for f in kept} <= {getattr(f, name) for f in trained}


def test_beyond_has_suns_and_counts_that_training_has_not() -> None:
    for clip in some_clips():
        sun = clip.plan.rig.sun
        if clip.plan.set.kind in ("lake", "street") and sun is not None and not sun.moon:
            inside = SUN[0] <= sun.elevation_deg <= SUN[1]
            assert inside == (clip.split != "beyond"), (clip.split, sun.elevation_deg)
        assert (len(clip.factors.others) > 3) == (clip.split == "beyond")
    assert LOW_SUN[1] < SUN[0] and SUN[1] < HIGH_SUN[0]


def test_sentences_read_well() -> None:
    factors = drawn("tabletop", "noon", "on an oak table", np.random.default_rng(1), others=1)
    said = sentence(replace(factors, shape="apple", material="own", motion="drops", camera="static",
                            others=(("blue", "glass", "bottle"),)))  # fmt: skip
    assert said == "an apple beside a blue glass bottle on an oak table. noon. static. The apple drops"
