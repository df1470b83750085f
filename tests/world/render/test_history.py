import numpy as np

from rayograph.world.render.history import accumulate

SIZE = (40, 60)
ALBEDO = np.full((*SIZE, 3), 0.5, np.float32)
NORMAL = np.zeros((*SIZE, 3), np.float32)
STILL = np.zeros((*SIZE, 2), np.float32)
IDS = np.ones(SIZE, np.uint32)
DEPTH = np.full(SIZE, 3.0, np.float32)
CLEAR = np.zeros(SIZE, bool)


def noisy(mean, rng):
    """One group of gamma noise (heavy-tailed, like path tracing) about `mean`."""
    return (mean * rng.gamma(2.0, 0.5, (1, *SIZE, 3))).astype(np.float32)


def run(pictures, *, mixed=CLEAR, limit=32):
    history = None
    for picture in pictures:
        history = accumulate(history, picture, ALBEDO, NORMAL, STILL, IDS, DEPTH, mixed=mixed, limit=limit)
    return history


def test_a_still_light_converges_like_its_mean():
    rng = np.random.default_rng(0)
    history = run([noisy(1.0, rng) for _ in range(16)])
    assert np.median(history.length) == 16
    error = np.abs(history.groups - 1.0).mean()
    assert error < 0.4 * np.abs(noisy(1.0, rng) - 1.0).mean()


def test_a_shadow_that_moves_in_is_not_blended_with_the_light_before():
    rng = np.random.default_rng(1)
    lit = np.ones((1, *SIZE, 1), np.float32)
    shaded = lit.copy()
    shaded[:, :, 30:] = 0.2
    history = run([noisy(lit, rng) for _ in range(12)] + [noisy(shaded, rng)])
    assert np.median(history.groups[0, :, 34:]) < 0.3
    assert (history.length[0, :, 34:] == 1).mean() > 0.95
    assert np.median(history.length[0, :, :20]) == 13


def test_the_rim_of_something_moving_neither_takes_nor_leaves_a_trace():
    rng = np.random.default_rng(2)
    rim = CLEAR.copy()
    rim[10:20, 10:20] = True
    history = run([noisy(1.0, rng) for _ in range(4)], mixed=rim)
    assert (history.length[0][rim] == 0).all() and np.median(history.length[0][~rim]) == 4


def test_other_surfaces_and_other_depths_have_no_past():
    rng = np.random.default_rng(3)
    first = accumulate(None, noisy(1.0, rng), ALBEDO, NORMAL, STILL, IDS, DEPTH, mixed=CLEAR, limit=32)
    ids, depth = IDS.copy(), DEPTH.copy()
    ids[:, :20], depth[:, 40:] = 2, 4.0
    second = accumulate(first, noisy(1.0, rng), ALBEDO, NORMAL, STILL, ids, depth, mixed=CLEAR, limit=32)
    assert (second.length[0, :, :20] == 1).all() and (second.length[0, :, 40:] == 1).all()
    assert np.median(second.length[0, :, 20:40]) == 2


def test_where_nothing_moves_noise_is_never_taken_for_a_change():
    rng = np.random.default_rng(5)
    spiky = [(rng.random((1, *SIZE, 1)) < 0.02) * 50.0 + np.ones((1, *SIZE, 3)) for _ in range(10)]
    history = None
    for picture in spiky:
        history = accumulate(
            history, picture.astype(np.float32), ALBEDO, NORMAL, STILL, IDS, DEPTH, steady=True, limit=32
        )
    assert (history.length == 10).all()
    assert np.allclose(history.groups, np.mean(spiky, axis=0), rtol=1e-4)
