import numpy as np
import pytest

from rayograph.colour import acescct


def test_the_standards_numbers() -> None:
    # AMPAS S-2016-001: 18 % grey, diffuse white, black, the break and the largest half-float.
    linear = np.array([0.18, 1.0, 0.0, 0.0078125, 65504.0])
    code = np.array([0.4135884, 0.5547945, 0.0729055, 0.1552511, 1.4679964])
    assert np.allclose(acescct.encode(linear), code, atol=1e-6)


def test_every_half_float_round_trips_even_negative_ones() -> None:
    halves = np.arange(65536, dtype=np.uint16).view(np.float16)
    finite = halves[np.isfinite(halves)].astype(np.float64)
    assert np.allclose(acescct.decode(acescct.encode(finite)), finite, rtol=1e-9, atol=1e-12)


def test_a_stop_is_a_constant_step_above_the_toe() -> None:
    steps = np.diff(acescct.encode(0.18 * 2.0 ** np.arange(-4, 12)))
    assert steps == pytest.approx(np.full(15, acescct.CODE_PER_STOP))
