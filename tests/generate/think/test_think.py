"""Thinking on toy frames: what fails is mended, the best is never worse than the first, budgets hold."""

import time
from dataclasses import replace

import numpy as np
import pytest

from rayograph.core.intent import Exposure, Framing, Intent, LightFrom, Placement, Presence
from rayograph.core.plan import CameraKey, CameraPlan, CastMember, Format, SetPlan, ShotPlan
from rayograph.core.rig import LightGroup, LightRig, Sun
from rayograph.generate.think import loop
from rayograph.generate.think.mends import mends
from rayograph.generate.think.page import page
from rayograph.generate.think.record import Reasoning, score
from rayograph.generate.think.sketch import Sketch
from tests.critic.toy import Body, Toy, at, shot


def a_plan(*intents: Intent, away: float = 6.0, side: float = 0.0, seed: int = 0) -> ShotPlan:
    key = CameraKey(time=0.0, position=(side, -away, 1.2), target=(side, 0.0, 0.2))
    return ShotPlan(
        title="toy", seed=seed, format=Format(width=96, height=54, frames=2),
        camera=CameraPlan(keys=(key,), exposure_ev=0.0), set=SetPlan(kind="tabletop"),
        cast=(CastMember(id="ball", kind="ball", seed=seed),),
        rig=LightRig(
            sun=Sun(azimuth_deg=180, elevation_deg=40), groups=(LightGroup(name="sun", lights=("sun",)),)
        ),
        intents=intents,
    )  # fmt: skip


def fake_sketch(plan: ShotPlan, *, like: Sketch | None = None, stop) -> Sketch | None:
    """A ball where the plan's camera and sun show it."""
    if stop():
        return None
    key, sun = plan.camera.keys[0], plan.rig.sun
    assert sun is not None
    turn, up = np.deg2rad(sun.azimuth_deg), np.deg2rad(sun.elevation_deg)
    post = Body("post", at(0.8, 0.2, 0.3), (0.1, 0.1, 0.3))
    toy = Toy(
        bodies=(Body("ball", at(0, 0, 0.2), (0.2,), (0.5, 0.1, 0.1)), post),
        eye=at(*key.position), target=at(*key.target), size=(96, 54), frames=2,
        sun=(np.cos(turn) * np.cos(up), np.sin(turn) * np.cos(up), np.sin(up)),
    )  # fmt: skip
    reel = shot(toy)
    return Sketch(plan=plan, reel=reel, lit=reel, shot=None)  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _toy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loop, "sketch", fake_sketch)


def test_the_camera_comes_nearer_to_what_is_too_small() -> None:
    plan = a_plan(Intent(claim=Presence(objects=("ball",), least=0.02), words="a ball"), away=7.0)
    found = loop.think(lambda offset: plan)
    assert found.reasoning.ending == "pass" and found.reasoning.first_share == 0.0
    assert found.plan.camera.keys[0].position[1] > -6.0
    assert "ball" in found.reasoning.attempts[found.reasoning.best].why


def test_light_from_the_wrong_side_is_turned() -> None:
    plan = a_plan(Intent(claim=LightFrom(side="right"), words="light from the right"), away=3.0)
    found = loop.think(lambda offset: plan)
    assert found.reasoning.ending == "pass"
    assert found.plan.rig.sun is not None and found.plan.rig.sun.azimuth_deg % 360 == pytest.approx(0.0)


def test_a_burnt_picture_gets_less_light_though_data_passes_show_none() -> None:
    plan = a_plan(away=3.0)
    made = fake_sketch(plan, stop=lambda: False)
    assert made is not None
    dark = {name: 0 * light for name, light in made.reel.groups.items()}
    bright = {name: 40 * light for name, light in made.reel.groups.items()}
    data, burnt = replace(made.reel, groups=dark), replace(made.reel, groups=bright)
    assert next(mends(plan, Exposure(), data, burnt)).plan.camera.exposure_ev == pytest.approx(0.7)
    assert next(mends(plan, Exposure(), data, data)).plan.camera.exposure_ev == pytest.approx(-0.7)


def test_what_stands_aside_is_brought_to_its_place() -> None:
    plan = a_plan(Intent(claim=Placement(object="ball", zone="left")), away=3.0, side=-0.9)
    found = loop.think(lambda offset: plan)
    best = found.reasoning.attempts[found.reasoning.best]
    assert best.score >= found.reasoning.attempts[0].score
    assert found.reasoning.ending == "pass"


def test_the_best_is_never_worse_than_the_first_and_two_idle_rounds_end_it() -> None:
    impossible = Intent(claim=Presence(objects=("unicorn",)), words="a unicorn")
    plan = a_plan(impossible, Intent(claim=Framing(object="ball", cropped=0.2)), away=3.0)
    found = loop.think(lambda offset: plan)
    scores = [attempt.score for attempt in found.reasoning.attempts]
    assert found.reasoning.ending == "stalled"
    assert scores[found.reasoning.best] == max(scores) >= scores[0]


def test_a_spent_budget_ends_it_with_the_first_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(plan: ShotPlan, *, like: Sketch | None = None, stop) -> Sketch | None:
        time.sleep(0.15)
        return fake_sketch(plan, like=like, stop=stop)

    monkeypatch.setattr(loop, "sketch", slow)
    plan = a_plan(Intent(claim=Presence(objects=("unicorn",)), words="a unicorn"), away=3.0)
    start = time.monotonic()
    found = loop.think(lambda offset: plan, budget=0.05)
    assert found.reasoning.ending == "budget" and time.monotonic() - start < 1.0
    assert found.plan.camera == plan.camera


def test_another_seed_is_tried_where_it_plans_otherwise() -> None:
    small = Intent(claim=Presence(objects=("ball",), least=0.02))
    plans = {0: a_plan(small, away=30.0), 1: a_plan(small, away=3.0, seed=1)}
    found = loop.think(lambda offset: plans[min(offset, 1)])
    assert found.plan.seed == 1 and found.reasoning.ending == "pass"


def test_the_record_round_trips_and_reads_as_a_page(tmp_path) -> None:
    plan = a_plan(Intent(claim=Presence(objects=("ball",), least=0.02), words="a <ball>"), away=7.0)
    reasoning = loop.think(lambda offset: plan).reasoning
    assert Reasoning.model_validate_json(reasoning.model_dump_json()) == reasoning
    html = page(reasoning, tmp_path)
    assert "a &lt;ball&gt;" in html and "comes nearer" in html
    assert score(reasoning.attempts[reasoning.best].judgement) == reasoning.attempts[reasoning.best].score
