import time

import numpy as np
import pytest

from rayograph.colour import acescct, view


def test_middle_grey_and_black_and_white() -> None:
    out = view.sdr(np.array([[0.18] * 3, [0.0] * 3, [1000.0] * 3]))
    assert out[0] == pytest.approx([0.3492] * 3, abs=1e-3)
    assert out[1] == pytest.approx([0.0] * 3, abs=2e-3)
    assert out[2] == pytest.approx([1.0] * 3, abs=2e-3)


def test_shape_and_input_are_kept() -> None:
    picture = np.full((2, 3, 5, 3), 0.18, np.float16)
    out = view.sdr(picture)
    assert out.shape == picture.shape and out.dtype == np.float32
    assert (picture == np.float16(0.18)).all()


def test_the_preview_stays_near_the_view() -> None:
    rng = np.random.default_rng(0)
    # Muted colours over 14 stops, as pictures are, then anything at all.
    grey = rng.uniform(0.1, 0.9, (40000, 1)) + rng.normal(0, 0.03, (40000, 3))
    error = np.abs(view.sdr_preview(acescct.decode(grey)) - view.sdr(acescct.decode(grey))) * 1023
    assert error.mean() < 1.0 and np.percentile(error, 99) < 8
    wild = acescct.decode(rng.uniform(0.07, 1.4, (40000, 3)))
    error = np.abs(view.sdr_preview(wild) - view.sdr(wild)) * 1023
    assert error.mean() < 2.0 and np.percentile(error, 99) < 24


def test_a_preview_frame_takes_less_than_60_ms() -> None:
    picture = np.random.default_rng(0).random((288, 512, 3), np.float32)
    view.sdr_preview(picture[:2])
    times = []
    for _ in range(5):
        start = time.perf_counter()
        view.sdr_preview(picture)
        times.append(time.perf_counter() - start)
    assert min(times) < 0.06


def test_eight_bits_round_to_nearest_and_clip() -> None:
    assert view.quantised(np.array([-1.0, 0.0, 0.5, 1.0, 9.0])).tolist() == [0, 0, 128, 255, 255]
