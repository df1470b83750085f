import numpy as np
import pytest

from rayograph.world.sets.lake_erosion import resized, uplifted

SIZE, CELL = 64, 50.0


@pytest.fixture(scope="module")
def mountain():
    away = np.hypot(*np.mgrid[-1 : 1 : SIZE * 1j, -1 : 1 : SIZE * 1j])
    rising = np.maximum(1 - away / 0.9, 0) * 10
    return rising, uplifted(rising, SIZE, CELL, rivers=0.1, repose=1.0, rng=np.random.default_rng(3))


def test_rivers_reach_the_sea_and_leave_few_pits(mountain):
    rising, z = mountain
    assert np.isfinite(z).all() and (z[rising <= 0] == 0).all()
    inner = z[1:-1, 1:-1]
    ring = [z[1 + i : SIZE - 1 + i, 1 + j : SIZE - 1 + j] for i in (-1, 0, 1) for j in (-1, 0, 1) if i or j]
    pits = (inner < np.min(ring, axis=0)) & (inner > 0)
    assert pits.mean() < 0.02


def test_valleys_branch_where_the_uplift_is_smooth(mountain):
    rising, z = mountain
    assert z.argmax() != 0 and z.max() > 0.3 * rising.max() * 40
    ring = np.hypot(*np.mgrid[-1 : 1 : SIZE * 1j, -1 : 1 : SIZE * 1j])
    band = z[(ring > 0.45) & (ring < 0.55)]
    assert band.std() > 0.08 * band.mean(), "one smooth cone: nothing was cut"


def test_rock_does_not_stand_steeper_than_its_repose(mountain):
    _, z = mountain
    steep = np.abs(np.diff(z, axis=0)) / CELL
    assert np.quantile(steep, 0.99) < 1.6


def test_resized_keeps_corners_and_planes():
    plane = np.add.outer(np.arange(5.0), 2 * np.arange(7.0))
    bigger = resized(plane, (9, 13))
    assert np.allclose(bigger[::2, ::2], plane) and np.isclose(bigger[1, 1], 1.5)
