"""A cloth falls over things, lies outside of them and calms down."""

import numpy as np
import pytest

from rayograph.core.plan import Drop
from rayograph.world.scene import Collider
from rayograph.world.simulate.obstacle import distance
from rayograph.world.simulate.run import simulate
from tests.world.simulate.stage import GROUND, TABLE, ball, box, cloth, member, prop, shot


@pytest.mark.parametrize("shape", [ball(0.12), box(0.1, 0.1, 0.1)])
def test_a_cloth_drapes_without_passing_through(shape: Collider):
    cast = [member("c", 0.02, 0.03), member("o")]
    props = {"c": cloth(), "o": prop(shape, mass=2.0)}
    truth = simulate(shot(cast, [Drop(object="c", height=0.1)], frames=36), props, TABLE)
    track = truth.cloth["c"].astype(float).reshape(-1, 25, 25, 3)
    for sheet in track[::6]:
        middle = (sheet[1:, 1:] + sheet[:-1, :-1]) / 2
        points = np.concatenate([sheet.reshape(-1, 3), middle.reshape(-1, 3)])
        inverse = np.linalg.inv(truth.poses["o"][0])
        assert distance(shape, points @ inverse[:3, :3].T + inverse[:3, 3]).min() > -0.003
        assert points[:, 2].min() > -0.003
    last = track[-1]
    assert last[..., 2].max() == pytest.approx(0.205 if shape.kind == "box" else 0.245, abs=0.015)
    assert last[..., 2].min() < 0.05, "its corners hang down"
    pace = np.linalg.norm(np.diff(track, axis=0), axis=-1).mean((1, 2)) * float(truth.cloth_rate)
    assert pace.max() > 0.8
    assert pace[-1] < 0.05
    threads = np.linalg.norm(np.diff(last, axis=0), axis=-1) / (0.6 / 24)
    assert threads.mean() == pytest.approx(1.0, abs=0.03)


def test_a_cloth_that_nobody_drops_lies_flat_and_still():
    truth = simulate(shot([member("c")], frames=4), {"c": cloth(15)}, TABLE)
    track = truth.cloth["c"]
    assert np.array_equal(track[0], truth.cloth_vertices("c", -1.0))
    assert 0 < track[0][:, 2].min() and track[0][:, 2].max() < 0.03
    assert np.abs(track[-1] - track[0]).max() < 0.002


def test_a_cloth_between_a_thing_and_the_ground_stays_above_the_ground():
    cast = [member("c"), member("o", on="stage")]
    props = {"c": cloth(21), "o": prop(ball(0.06), mass=1.0)}
    action = [Drop(object="o", height=0.5, at=0.2)]
    truth = simulate(shot(cast, action, frames=18), props, GROUND)
    assert truth.cloth["c"][:, :, 2].min() > -0.003
