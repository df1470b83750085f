from dataclasses import replace

import numpy as np
import pytest

from rayograph.bench.critic import of_motion, stand
from rayograph.bench.critic.broken import BREAKS
from rayograph.bench.critic.run import Good, table
from rayograph.bench.critic.stand import Stand, data_reel, lit_frames, lit_reel
from rayograph.bench.critic.verdicts import tried, verdicts
from rayograph.core.intent import Continuity, Exposure, Intent, Presence
from rayograph.world import engine
from rayograph.world.render.quality import QUALITIES
from tests.world.render import small_world

QUICK = replace(QUALITIES["standard"], samples=1, max_depth=2, denoiser="fast", head=1)
CLAIMS = (Presence(objects=("ball",)), Continuity(object="ball"), Exposure(burnt=0.3))


@pytest.fixture(scope="module")
def bench() -> Stand:
    world = small_world.world(size=(96, 54), still=False, ball_speed=0.5, frames=10)
    plan = world.plan.model_copy(update={"intents": tuple(Intent(claim=claim) for claim in CLAIMS)})
    return Stand(plan=plan, shot=engine.open_shot(replace(world, plan=plan), QUICK))


def test_every_kind_of_break_has_a_name_and_something_that_catches_it():
    assert len(BREAKS) >= 20
    assert len({each.name for each in BREAKS}) == len(BREAKS)
    assert all(each.caught_by for each in BREAKS)


def test_breaks_of_motion_are_caught_and_the_good_shot_passes(bench):
    good = verdicts(bench.plan, data_reel(bench), "data")
    assert all(found.verdict != "fail" for found in good.values())
    told = []
    for fault in BREAKS:
        if fault.make in (of_motion.missing, of_motion.vanishing, of_motion.jumping):
            bad = verdicts(bench.plan, data_reel(fault.make(bench)), "data")
            told.append(tried(fault, "small", good, bad))
    assert [each.caught for each in told] == [True, True, True]
    text = table([Good(shot="small", found=good)], told)
    assert "caught: 3 of 3" in text and "| continuity |" in text


def test_what_does_not_apply_is_not_tried(bench):
    for make in (of_motion.slow_fall, of_motion.swapped, of_motion.mirrored, of_motion.frozen):
        assert make(bench) is None


def test_gains_and_another_sun_change_the_light_alone(bench):
    frames = lit_frames(bench, (0,))
    plain = lit_reel(bench, frames)
    over = lit_reel(replace(bench, gains=lambda index, group: np.full(3, 8.0)), frames)
    assert np.allclose(over.beauty, 8 * plain.beauty, rtol=0.01)
    sun = bench.shot.world.lighting.sun
    aside = replace(bench, sun=lambda part: replace(sun, direction=sun.direction * [-1, 1, 1]))
    other = lit_reel(aside, lit_frames(aside, (0,)))
    assert np.abs(other.groups["sun"] - plain.groups["sun"]).max() > 0.05
    assert np.array_equal(other.ids, plain.ids)
    assert stand.times(bench)[1] - stand.times(bench)[0] == pytest.approx(1 / 24)
